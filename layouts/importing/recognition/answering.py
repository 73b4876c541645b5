"""What an editor's answer to a doubt makes of a recognition: words are taken from where they were
and put where they belong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import BYLINE, SUBTITLE, TITLE, Source
from layouts.importing.recognition.credits import credit_of
from layouts.importing.recognition.headings import heading_level
from layouts.importing.recognition.result import (
    Answer,
    Aside,
    Doubt,
    RecognisedArticle,
    Recognition,
)
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Subheading
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT, concat, cut, without
from layouts.issue.text import LINE_BREAK, MarkKind, Text


class _Taken(NamedTuple):
    """Articles without some words, the words, the article they were in and the block they stood
    before.
    """

    articles: list[RecognisedArticle]
    words: Text
    article: int
    block: int
    line: int


def answered(recognition: Recognition, doubt: Doubt, answer: Answer) -> Recognition:
    """The recognition as an editor's answer makes it, the doubt being settled.

    The first of its answers leaves all as it is. Doubts and asides that are left keep pointing at
    their blocks.
    """
    rest = _without_doubt(recognition, doubt)
    if answer is doubt.answers[0]:
        return rest
    taken = _take(rest, doubt)
    if doubt.code == "article-doubtful":
        taken = _joined_above(taken)
    articles = _PUT[answer](taken)
    return _pointing(rest, articles, doubt.aside)


def with_photo(recognition: Recognition, aside: int, photo: Photo) -> Recognition:
    """A recognition in which the photo of a caption without one was found: it stands where the
    caption stood, and has it.
    """
    caption = recognition.asides[aside]
    articles = list(recognition.articles)
    block = replace(photo, caption=Text(caption.text, caption.marks))
    articles[caption.article] = _with_block(articles[caption.article], caption.block, block)
    doubts = tuple(doubt for doubt in recognition.doubts if doubt.aside != aside)
    return _pointing(replace(recognition, doubts=doubts), articles, aside)


def _without_doubt(recognition: Recognition, doubt: Doubt) -> Recognition:
    return replace(
        recognition, doubts=tuple(other for other in recognition.doubts if other != doubt)
    )


# Taking words from where they were


def _take(recognition: Recognition, doubt: Doubt) -> _Taken:
    articles = list(recognition.articles)
    if doubt.aside >= 0:
        aside = recognition.asides[doubt.aside]
        return _Taken(articles, Text(aside.text), doubt.article, aside.block, doubt.line)
    known = articles[doubt.article]
    if doubt.code == "section-doubtful":
        articles[doubt.article] = replace(known, section="")
        return _Taken(articles, Text(known.section), doubt.article, 0, doubt.line)
    if doubt.block >= 0:
        return _take_block(articles, doubt)
    words, rest = _TAKE_OUTSIDE[doubt.block](known.article)
    articles[doubt.article] = replace(known, article=rest)
    if doubt.block == BYLINE:
        articles[doubt.article] = replace(articles[doubt.article], byline_raw="")
        words = Text(known.byline_raw.replace("\n", LINE_BREAK))
        return _Taken(articles, words, doubt.article, _by_line(rest, doubt.line), doubt.line)
    return _Taken(articles, words, doubt.article, 0, doubt.line)


def _take_title(article: Article) -> tuple[Text, Article]:
    """The last line of the title, which is all where it has one."""
    start = article.title.string.rfind(LINE_BREAK)
    words = cut(article.title, start + 1, len(article.title.string))
    above = cut(article.title, 0, start) if start >= 0 else NO_TEXT
    return words, replace(article, title=above)


def _take_subtitle(article: Article) -> tuple[Text, Article]:
    return article.subtitle or NO_TEXT, replace(article, subtitle=None)


def _take_byline(article: Article) -> tuple[Text, Article]:
    return article.byline or NO_TEXT, replace(article, byline=None)


_TAKE_OUTSIDE: dict[int, Callable[[Article], tuple[Text, Article]]] = {
    TITLE: _take_title,
    SUBTITLE: _take_subtitle,
    BYLINE: _take_byline,
}


def _take_block(articles: list[RecognisedArticle], doubt: Doubt) -> _Taken:
    known = articles[doubt.article]
    blocks = known.article.blocks
    block = blocks[doubt.block]
    place = doubt.block
    if isinstance(block, Photo):
        left: tuple[Block, ...] = (replace(block, caption=NO_TEXT),)
        words, place = block.caption, doubt.block + 1
    else:
        left = ()
        words = block.text if isinstance(block, Paragraph | Subheading) else NO_TEXT
    blocks = (*blocks[: doubt.block], *left, *blocks[doubt.block + 1 :])
    articles[doubt.article] = replace(known, article=replace(known.article, blocks=blocks))
    return _Taken(articles, words, doubt.article, place, doubt.line)


def _by_line(article: Article, line: int) -> int:
    """Before which block something of a line of the source stood."""
    return sum(1 for block in article.blocks if block.source.line < line)


def _joined_above(taken: _Taken) -> _Taken:
    """An article that is none of its own goes on with the one above."""
    if taken.article == 0:
        return taken
    *before, above, here = taken.articles[: taken.article + 1]
    place = len(above.article.blocks)
    head = (here.article.title, here.article.subtitle)
    lines = [Paragraph(text, here.article.source) for text in head if text and text.string]
    first, second = above.article, here.article
    article = replace(
        first,
        blocks=(*first.blocks, *lines, *second.blocks),
        byline=_both(first.byline, second.byline),
        date=first.date or second.date,
        origin=first.origin or second.origin,
    )
    raw = "\n".join(filter(None, (above.byline_raw, here.byline_raw)))
    joined = replace(above, article=article, byline_raw=raw)
    articles = [*before, joined, *taken.articles[taken.article + 1 :]]
    return taken._replace(articles=articles, article=taken.article - 1, block=place)


def _both(first: Text | None, second: Text | None) -> Text | None:
    """Two by-lines in one pair of brackets."""
    if first is None or second is None:
        return first or second
    if not (first.string.endswith("】") and second.string.startswith("【")):
        return concat(first, second)
    head = cut(first, 0, len(first.string) - 1)
    return concat(head, Text("\u3000"), cut(second, 1, len(second.string)))


# Putting words where they belong


def _article(taken: _Taken) -> RecognisedArticle:
    return taken.articles[taken.article]


def _changed(taken: _Taken, new: RecognisedArticle) -> list[RecognisedArticle]:
    articles = list(taken.articles)
    articles[taken.article] = new
    return articles


def _source(taken: _Taken) -> Source:
    return Source(_article(taken).article.source.file, taken.line)


def _put_text(taken: _Taken) -> list[RecognisedArticle]:
    block = Paragraph(taken.words, _source(taken))
    return _changed(taken, _with_block(_article(taken), taken.block, block))


def _put_heading(taken: _Taken) -> list[RecognisedArticle]:
    level = heading_level(taken.words.string) or 1
    block = Subheading(without(taken.words, MarkKind.BOLD), level, _source(taken))
    return _changed(taken, _with_block(_article(taken), taken.block, block))


def _with_block(known: RecognisedArticle, place: int, block: Block) -> RecognisedArticle:
    blocks = known.article.blocks
    new = (*blocks[:place], block, *blocks[place:])
    return replace(known, article=replace(known.article, blocks=new))


def _put_title(taken: _Taken) -> list[RecognisedArticle]:
    """The title of the article where that has none or the words stand above the text; another
    article begins with them where they stand in it.
    """
    known = _article(taken)
    article = known.article
    words = without(taken.words, MarkKind.BOLD)
    if taken.block == 0:
        title = _lines(article.title, words)
        return _changed(taken, replace(known, article=replace(article, title=title)))
    above, below = article.blocks[: taken.block], article.blocks[taken.block :]
    new = RecognisedArticle(
        Article(ArticleKind.HEADLINE, words, below, _source(taken), article.byline),
        known.section,
        known.byline_raw,
        known.confidence,
    )
    old = replace(known, article=replace(article, blocks=above, byline=None), byline_raw="")
    articles = _changed(taken, old)
    articles.insert(taken.article + 1, new)
    return articles


def _lines(first: Text, second: Text) -> Text:
    return concat(first, Text(LINE_BREAK), second) if first.string else second


def _put_subtitle(taken: _Taken) -> list[RecognisedArticle]:
    known = _article(taken)
    subtitle = _lines(known.article.subtitle or NO_TEXT, without(taken.words, MarkKind.BOLD))
    return _changed(taken, replace(known, article=replace(known.article, subtitle=subtitle)))


def _put_byline(taken: _Taken) -> list[RecognisedArticle]:
    known = _article(taken)
    string = taken.words.string
    credit = credit_of(string)
    words = (credit.words or credit.beside or string) if credit else f"供稿：{string}"
    byline = _both(known.article.byline, Text(f"【{words}】"))
    raw = "\n".join(filter(None, (known.byline_raw, string)))
    article = replace(known.article, byline=byline)
    return _changed(taken, replace(known, article=article, byline_raw=raw))


def _put_section(taken: _Taken) -> list[RecognisedArticle]:
    name = taken.words.string.strip("【】[]［］〔〕")
    return _changed(taken, replace(_article(taken), section=name))


def _put_caption(taken: _Taken) -> list[RecognisedArticle]:
    """The caption of the nearest photo above that has none, else of one below; else it is text."""
    blocks = _article(taken).article.blocks
    order = [*range(taken.block - 1, -1, -1), *range(taken.block, len(blocks))]
    for place in order:
        block = blocks[place]
        if isinstance(block, Photo) and not block.caption.string:
            new = replace(block, caption=taken.words)
            known = _article(taken)
            article = replace(known.article, blocks=(*blocks[:place], new, *blocks[place + 1 :]))
            return _changed(taken, replace(known, article=article))
    return _put_text(taken)


def _leave_out(taken: _Taken) -> list[RecognisedArticle]:
    return taken.articles


_PUT: dict[Answer, Callable[[_Taken], list[RecognisedArticle]]] = {
    Answer.TITLE: _put_title,
    Answer.SUBTITLE: _put_subtitle,
    Answer.BYLINE: _put_byline,
    Answer.TEXT: _put_text,
    Answer.SUBHEADING: _put_heading,
    Answer.CAPTION: _put_caption,
    Answer.SECTION: _put_section,
    Answer.LEAVE_OUT: _leave_out,
}


# What the doubts and asides that are left point at


def _pointing(old: Recognition, articles: Iterable[RecognisedArticle], gone: int) -> Recognition:
    """The recognition with new articles; doubts and asides point at the blocks they did, and aside
    `gone` is no longer one.
    """
    new = tuple(articles)
    places = {
        id(block): (number, place)
        for number, known in enumerate(new)
        for place, block in enumerate(known.article.blocks)
    }
    asides = [_moved_aside(old, new, places, aside) for aside in old.asides]
    lost = old.lost
    if gone >= 0:
        text = asides.pop(gone).text
        first = next((entry for entry in lost if entry.text == text), None)
        lost = tuple(entry for entry in lost if entry is not first)
    moved = (_moved_doubt(old, new, places, doubt, gone) for doubt in old.doubts)
    doubts = tuple(doubt for doubt in moved if doubt is not None)
    return replace(old, articles=new, doubts=doubts, asides=tuple(asides), lost=lost)


def _place(
    old: Recognition,
    new: tuple[RecognisedArticle, ...],
    places: dict[int, tuple[int, int]],
    article: int,
    block: int,
) -> tuple[int, int] | None:
    """Where a block is now, or the end of its article; None where it is no more."""
    blocks = old.articles[article].article.blocks
    if 0 <= block < len(blocks):
        return places.get(id(blocks[block]))
    number = _number(old, new, article)
    return number, (block if block < 0 else len(new[number].article.blocks))


def _number(old: Recognition, new: tuple[RecognisedArticle, ...], article: int) -> int:
    """The index of an article now: articles come and go between those that stay as they are."""
    if len(new) == len(old.articles):
        return article
    same = [known.article.source for known in new]
    source = old.articles[article].article.source
    return same.index(source) if source in same else min(article, len(new) - 1)


def _moved_aside(
    old: Recognition,
    new: tuple[RecognisedArticle, ...],
    places: dict[int, tuple[int, int]],
    aside: Aside,
) -> Aside:
    here = _place(old, new, places, aside.article, aside.block)
    if here is None:
        number = _number(old, new, aside.article)
        here = number, min(aside.block, len(new[number].article.blocks))
    return aside._replace(article=here[0], block=here[1])


def _moved_doubt(
    old: Recognition,
    new: tuple[RecognisedArticle, ...],
    places: dict[int, tuple[int, int]],
    doubt: Doubt,
    gone: int,
) -> Doubt | None:
    if doubt.aside >= 0:
        aside = _moved_aside(old, new, places, old.asides[doubt.aside])
        index = doubt.aside - (0 <= gone < doubt.aside)
        return doubt._replace(article=aside.article, block=aside.block, aside=index)
    here = _place(old, new, places, doubt.article, doubt.block)
    return doubt._replace(article=here[0], block=here[1]) if here else None
