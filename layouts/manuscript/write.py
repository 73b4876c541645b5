"""From an Issue to its manuscript: Markdown of our dialect that reads back as the same issue, typed
as an editor would have typed it.

What a thing looks like is left to speak for itself. Only where reading would take it for something
else does it say what it is, with a word in braces: so every question asked here is one that
`arrange` asks when it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.form import PLAIN
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT, concat
from layouts.issue.text import Text
from layouts.manuscript.escape import paragraph_markup, possible_text
from layouts.manuscript.heading_words import HeadingSettings, settings_words
from layouts.manuscript.marks import (
    RUN_IN,
    byline_tail,
    holds_briefs,
    is_byline,
    is_contents_name,
    label_level,
    section_line,
    section_name,
)
from layouts.manuscript.runin import run_in
from layouts.manuscript.words import KINDS, Word
from layouts.manuscript.write_blocks import (
    blocks_markup,
    heading_line,
    is_plain_heading,
    said,
    sayable,
)
from layouts.manuscript.write_settings import front_matter

_KIND_WORDS = {kind: word for word, kind in KINDS.items()}


class _Above(NamedTuple):
    """What reading has in hand when an article begins: its section, the article above, whether that
    one awaits its first paragraph.
    """

    section: str
    article: Article | None = None
    awaits_text: bool = False

    @property
    def open(self) -> Article | None:
        """The article above, where text may still be added to it."""
        return self.article if self.article is not None and self.article.byline is None else None


def manuscript_text(issue: Issue) -> str:
    """The manuscript of an issue: `read_manuscript` reads it as the same issue, but for its
    sources, ids and folder.

    What no manuscript can hold is left out: control characters, marks on no characters, notes
    without paragraphs, tables without columns, spaces at the ends of masthead and colophon fields.
    Numbers out of range become the nearest in it, or are left out.
    """
    parts = [front_matter(issue)]
    for section in issue.sections:
        parts += _section(section)
    if not issue.sections:
        parts.append(f"{{{Word.EMPTY.value}}}")
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.break_before:
        yield "---"
    name = possible_text(Text(section.name))
    bracketed = concat(Text("【"), name, Text("】"))
    if (
        # in brackets, if so it is read as what it is
        section_name(bracketed.string) == name.string
        and not is_byline(bracketed.string)
        and not is_contents_name(name.string)
    ):
        yield heading_line(2, bracketed)
    else:
        yield heading_line(2, name, Word.SECTION)
    above = _Above(name.string)
    for article in map(sayable, section.articles):
        says_kind = not _looks_its_kind(article, above)
        yield from _article(article, name.string, says_kind=says_kind)
        awaits_text = (
            says_kind
            and article.byline is None
            and not any(isinstance(block, Paragraph) for block in article.blocks)
        )
        above = _Above(name.string, article, awaits_text)


def _article(article: Article, section: str, *, says_kind: bool) -> Iterator[str]:
    if article.break_before:
        yield "---"
    words = [_KIND_WORDS[article.kind]] if says_kind else []
    words += [Word.KEEP] if article.keep_together else []
    settings = settings_words(HeadingSettings(article.across))
    if says_kind or article.kind is ArticleKind.HEADLINE:
        yield heading_line(3, article.title, *words, *settings)
    yield from _details(article)
    yield from blocks_markup(article, section, says_kind=says_kind)
    if article.byline is not None:
        yield _byline(article.byline)


def _details(article: Article) -> Iterator[str]:
    """What stands right below a title."""
    if article.subtitle is not None:
        yield said(article.subtitle, Word.SUBTITLE)
    if article.date is not None:
        yield said(Text(article.date.isoformat()), Word.DATE)
    if article.origin:
        yield said(Text(article.origin), Word.ORIGIN)


def _byline(byline: Text) -> str:
    looks_it = is_byline(byline.string) and section_line(byline.string) is None
    return paragraph_markup(byline) if looks_it else said(byline, Word.BYLINE)


# What an article is taken for


def _looks_its_kind(article: Article, above: _Above) -> bool:
    """Whether reading takes an article for what it is without being told."""
    if article.kind is ArticleKind.HEADLINE:
        return _looks_a_headline(article, above)
    if (
        article.keep_together
        or article.across is not None
        or any(_details(article))
        or above.awaits_text
        or _leaves_photos(above, article)
    ):
        return False
    lead = next((block for block in article.blocks if not isinstance(block, Photo)), None)
    if not isinstance(lead, Paragraph) or not lead.text.string or byline_tail(lead.text.string) > 0:
        return False
    if lead.form != PLAIN:
        return False
    if article.kind is ArticleKind.RUN_IN:
        return lead.text.string.startswith(RUN_IN) and run_in(lead.text) == (
            article.title,
            lead.text,
        )
    return article.title == NO_TEXT and _looks_a_brief(lead.text.string, above)


def _looks_a_headline(article: Article, above: _Above) -> bool:
    if not is_plain_heading(article.title):
        return False
    label = label_level(article.title.string)
    return (
        above.open is None
        or not label
        or label in (label_level(above.section), label_level(above.open.title.string))
    )


def _looks_a_brief(lead: str, above: _Above) -> bool:
    if not holds_briefs(above.section) or (
        above.open is not None and above.open.kind is not ArticleKind.BRIEF
    ):
        return False
    if section_line(lead) is not None or is_byline(lead) or lead.startswith(RUN_IN):
        return False
    return above.open is None or label_level(lead) > 0


def _leaves_photos(above: _Above, article: Article) -> bool:
    """Whether photos at the end of the article above would go to this one if it had no heading."""
    return (
        above.open is not None
        and not article.break_before
        and isinstance(next(iter(above.open.blocks[-1:]), None), Photo)
    )
