"""The sentences of flaws in a text, and the findings they make."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from layouts.errors import Finding, Source
from layouts.issue.article import Article
from layouts.issue.notes import notes_in
from layouts.issue.places import Place, texts_of
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Mark, Text
from layouts.messages.message import Sentence
from layouts.messages.preflight_text import (
    IN_A_NOTE,
    MARK_DOUBLED,
    MARK_HALF_WIDTH,
    MARK_UNPAIRED,
    MORE_LIKE_IT,
    PLACEHOLDER,
    SPACING_MIXED,
)
from layouts.preflight.codes import found
from layouts.preflight.text import Flaw, flaws

AROUND = 6
"""Characters on either side that a sentence quotes and a key is made of."""

MOST_QUOTED = 400
"""Characters of a flaw that go into its key, which keeps fewer: a paragraph without a full stop is
one flaw from end to end.
"""

_SENTENCES = {
    "mark-half-width": MARK_HALF_WIDTH,
    "mark-doubled": MARK_DOUBLED,
    "mark-unpaired": MARK_UNPAIRED,
    "spacing-mixed": SPACING_MIXED,
    "placeholder": PLACEHOLDER,
}


FIRST = Place(0, 0)
"""Where an article is taken to stand while it is looked at by itself."""


def texts(article: Article) -> Iterator[tuple[Place, Text, bool]]:
    """Every text of an article with its place, as if it were the first, and whether the next
    paragraph goes on with an open quotation.
    """
    found_ = list(texts_of(article, FIRST))
    for (place, text), (below, following) in zip_longest(
        found_, found_[1:], fillvalue=(FIRST, NO_TEXT)
    ):
        yield (
            place,
            text,
            _is_of_blocks(place) and _is_of_blocks(below) and following.string.startswith("“"),
        )


def _is_of_blocks(place: Place) -> bool:
    return place.block is not None and place.block >= 0


def of_article(article: Article) -> list[Finding]:
    """What is wrong in the texts of an article and in the words of its notes, which only the editor
    can mend.

    Places are those of the first article of the first section, to be moved where it stands.
    """
    findings: list[Finding] = []
    for place, text, continues in texts(article):
        findings += (
            _finding(article, place, text.string, flaw)
            for flaw in flaws(text.string, continues=continues)
        )
        for mark in notes_in(text):
            findings += (_in_note(article, place, mark, flaw) for flaw in flaws(str(mark.value)))
    return findings


def of_string(string: str, name: str) -> list[Finding]:
    """What is wrong in a field of masthead or colophon.

    Only placeholders: a telephone number or a list of offices has rules of its own.
    """
    return [
        found(flaw.code, "warning", *_said(string, flaw), f"{name}:{string}", field=name)
        for flaw in flaws(string)
        if flaw.code in ("placeholder", "mark-doubled")
    ]


def _finding(article: Article, place: Place, string: str, flaw: Flaw) -> Finding:
    near = string[max(0, flaw.start - AROUND) : min(flaw.end, flaw.start + MOST_QUOTED) + AROUND]
    fix = "mend" if flaw.mended is not None else ""
    span = (flaw.start, flaw.end)
    return found(
        flaw.code,
        "warning",
        *_said(string, flaw),
        near,
        source=source_of(article, place),
        place=place,
        span=span,
        fix=fix,
    )


def _in_note(article: Article, place: Place, mark: Mark, flaw: Flaw) -> Finding:
    """A flaw in the words of a note: it is where the note's sign stands."""
    said, span = str(mark.value), (mark.start, mark.end)
    about = f"{said}:{flaw.start}"
    return found(
        flaw.code,
        "warning",
        *IN_A_NOTE(flaw=_said(said, flaw)),
        about,
        source=source_of(article, place),
        place=place,
        span=span,
    )


def source_of(article: Article, place: Place) -> Source:
    """Where a text of an article came from: its block, or the article for what stands in none."""
    return (
        article.source
        if place.block is None or place.block < 0
        else article.blocks[place.block].source
    )


def _said(string: str, flaw: Flaw) -> Sentence:
    end = min(flaw.end, flaw.start + 24)
    mended = flaw.mended or ""
    said = _SENTENCES[flaw.code](
        near=string[max(0, flaw.start - AROUND) : end + AROUND],
        flaw=string[flaw.start : end],
        mended=mended.strip() if len(mended) < 16 else f"{mended[:6]}…{mended[-3:]}",
    )
    return MORE_LIKE_IT(flaw=said, count=flaw.more) if flaw.more else said
