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
from layouts.preflight.codes import found
from layouts.preflight.text import Flaw, flaws

AROUND = 6
"""Characters on either side that a sentence quotes and a key is made of."""

MOST_QUOTED = 400
"""Characters of a flaw that go into its key, which keeps fewer: a paragraph without a full stop is
one flaw from end to end.
"""

_SENTENCES = {
    "mark-half-width": (
        "“{near}”中有半角标点，中文应当用“{mended}”",
        "“{near}” has a half-width mark; Chinese text has “{mended}”",
    ),
    "mark-doubled": ("“{near}”中标点重复：“{flaw}”", "doubled marks in “{near}”: “{flaw}”"),
    "mark-unpaired": (
        "“{near}”中的引号或括号不成对",
        "a quotation mark or bracket in “{near}” has no partner",
    ),
    "spacing-mixed": ("“{flaw}”中空格时有时无", "the spaces in “{flaw}” are mixed"),
    "placeholder": ("“{near}”像是待补的文字", "“{near}” looks like placeholder text"),
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
    zh, en = _said(said, flaw)
    about = f"{said}:{flaw.start}"
    return found(
        flaw.code,
        "warning",
        f"注释：{zh}",
        f"in a note: {en}",
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


def _said(string: str, flaw: Flaw) -> tuple[str, str]:
    end = min(flaw.end, flaw.start + 24)
    words = {
        "near": string[max(0, flaw.start - AROUND) : end + AROUND],
        "flaw": string[flaw.start : end],
        "mended": (flaw.mended or "").strip()
        if len(flaw.mended or "") < 16
        else f"{(flaw.mended or '')[:6]}…{(flaw.mended or '')[-3:]}",
    }
    zh, en = _SENTENCES[flaw.code]
    zh, en = zh.format_map(words), en.format_map(words)
    if flaw.more:
        return (
            f"{zh}，本段这样的还有 {flaw.more} 处，不再逐处列出",
            f"{en}: {flaw.more} like it in this paragraph are not told one by one",
        )
    return zh, en
