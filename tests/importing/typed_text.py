"""Manuscripts typed as plain text, received as a reader of text files would give them."""

import unicodedata
from pathlib import Path

from layouts.importing.received import Look, ReceivedBlock, ReceivedDocument, ReceivedParagraph
from layouts.importing.recognition import RecognisedArticle, Recognition, recognise
from layouts.issue.article import Paragraph, Subheading
from layouts.issue.text import Text

NEWS = (
    "三月以来，澜汀镇水务站对全镇十二座泵站逐一检修，更换老旧阀门四十六只，清理淤泥近百吨。",
    "站长季望舒介绍，今年汛期比往年来得早，检修队提前进场，边查边改。村民说，今年心里踏实多了。",
    "接下来，水务站将建立巡查台账，做到险情早发现、早处置。",
)
"""Three paragraphs of running text about a body that does not exist."""

TITLE = "澜汀镇完成汛前泵站检修"


def received(text: str) -> ReceivedDocument:
    """A text, a paragraph a line, as a document."""
    blocks: list[ReceivedBlock] = []
    blank = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words:
            before = line[: len(line) - len(line.lstrip())]
            indent = sum(
                1.0 if unicodedata.east_asian_width(space) == "F" else 0.5 for space in before
            )
            look = Look(indent=indent, blank_above=blank)
            blocks.append(ReceivedParagraph(Text(words), number, look))
        blank = not words
    return ReceivedDocument(Path("稿件.txt"), "text", tuple(blocks))


def recognised(text: str, *sections: str) -> Recognition:
    """What is recognised in a text."""
    return recognise(received(text), sections)


def only(text: str, *sections: str) -> RecognisedArticle:
    """The one article in a text."""
    articles = recognised(text, *sections).articles
    assert len(articles) == 1, [known.article.title.string for known in articles]
    return articles[0]


def paragraphs(known: RecognisedArticle) -> list[str]:
    """The paragraphs of an article."""
    return [block.text.string for block in known.article.blocks if isinstance(block, Paragraph)]


def headings(known: RecognisedArticle) -> list[tuple[int, str]]:
    """The sub-headings of an article with their levels."""
    return [
        (block.level, block.text.string)
        for block in known.article.blocks
        if isinstance(block, Subheading)
    ]
