"""What mends findings: pure edits of the issue.

A fix looks again before it touches anything, for the issue may have moved on.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from layouts.errors import Finding, LayoutError
from layouts.issue import edits
from layouts.issue.article import Article
from layouts.issue.edits.table_looks import set_turned
from layouts.issue.edits.tree import article_of, text_of, with_text
from layouts.issue.issue import Issue
from layouts.issue.photo import WHOLE
from layouts.issue.places import Place
from layouts.issue.splice import carrying, replaced_marks, splice
from layouts.issue.text import Text
from layouts.preflight.face_fixes import with_stand_in
from layouts.preflight.publication import BETWEEN
from layouts.preflight.text import flaws
from layouts.preflight.wording import texts


def fix(issue: Issue, finding: Finding) -> Issue:
    """The issue with one finding mended; the same issue where there is nothing to mend any more, or
    no fix.
    """
    name, *values = finding.fix.split(":")
    try:
        if name in _BY_PUBLICATION:
            return _BY_PUBLICATION[name](issue, finding.fix.partition(":")[2])
        if name == "number":
            return _numbered(issue, *values)
        if name == "face":
            return with_stand_in(issue, finding)
        if name == "drop":
            return with_words(issue, finding, "")
        if name == "date":
            return edits.set_masthead_field(
                issue, "date", datetime.date.fromisoformat(values[0])
            ).issue
        return (
            issue
            if finding.place is None
            else _fixed_at(issue, Place(*finding.place), finding, name, *values)
        )
    except LookupError:  # what it was about is gone
        return issue


def _in_layout(issue: Issue, layout: str) -> Issue:
    from layouts.house.changing import change_layout

    try:
        return change_layout(issue, layout).issue
    except LayoutError:  # gone or wrong meanwhile
        return issue


def _with_section(issue: Issue, names: str) -> Issue:
    """The issue with a section more, behind the last of those that come before it."""
    name, *order = names.split(BETWEEN)
    there = [section.name for section in issue.sections]
    if name in there:
        return issue
    earlier = order[: order.index(name)]
    index = next((k + 1 for k in reversed(range(len(there))) if there[k] in earlier), 0)
    return edits.add_section(issue, name, index).issue


def _in_order(issue: Issue, names: str) -> Issue:
    """The sections that are named in the order they are named; others keep their places."""
    order = names.split(BETWEEN)
    named = [section for section in issue.sections if section.name in order]
    placed = iter(sorted(named, key=lambda section: order.index(section.name)))
    sections = tuple(
        next(placed) if section.name in order else section for section in issue.sections
    )
    return issue if sections == issue.sections else replace(issue, sections=sections)


def _with_notice(issue: Issue, notice: str) -> Issue:
    return edits.set_masthead_field(issue, "notice", notice).issue


_BY_PUBLICATION: Mapping[str, Callable[[Issue, str], Issue]] = MappingProxyType(
    {
        "layout": _in_layout,
        "add-section": _with_section,
        "order-sections": _in_order,
        "notice": _with_notice,
    }
)
"""Fixes whose value is one text."""


def _fixed_at(
    issue: Issue, place: Place, finding: Finding, name: str, value: str = "", other: str = ""
) -> Issue:
    if name == "put":
        return _put(issue, place, finding, value, other)
    if name == "mend":
        return _mended(issue, finding)
    if name == "narrow":
        return edits.resize(issue, place, float(value)).issue
    if name == "restore":
        return edits.set_crop(edits.resize(issue, place, None).issue, place, WHOLE).issue
    if name == "turn-table":
        return set_turned(issue, place, turned=True).issue
    if name == "remove-section" and not issue.sections[place.section].articles:
        return edits.remove_section(issue, place).issue
    return issue


def with_words(issue: Issue, finding: Finding, words: str) -> Issue:
    """The issue with other words in place of a character that no face has, wherever it stands;
    without any it is left out.
    """
    lost = finding.fix.removeprefix("drop:")
    return edits.replace_all(issue, lost, words, match_case=True, match_width=True).issue


def fix_all(issue: Issue, findings: Iterable[Finding]) -> Issue:
    """The issue with all of these mended, from the last to the first, so that what is still to do
    keeps its place.

    Brackets come before the marks inside them: they stay as long as they were.
    """
    for finding in sorted(findings, key=_order, reverse=True):
        issue = fix(issue, finding)
    return issue


def _order(finding: Finding) -> tuple[int, ...]:
    section, article, block, part = finding.place or (-1, None, None, 0)
    span = finding.span or (0, 0)
    return (
        section,
        -1 if article is None else article,
        -9 if block is None else block,
        part,
        span[1],
        -span[0],
    )


def _mended(issue: Issue, finding: Finding) -> Issue:
    if finding.place is None or finding.span is None:
        return issue
    place = Place(*finding.place)
    text = text_of(issue, place)
    start, end = finding.span
    for flaw in flaws(text.string, continues=_continues(article_of(issue, place), place)):
        if (flaw.code, flaw.start, flaw.end) == (
            finding.code,
            start,
            end,
        ) and flaw.mended is not None:
            return with_text(
                issue, place, splice(text, start, end, _carried(text, start, flaw.mended))
            )
    return issue


def _put(issue: Issue, place: Place, finding: Finding, typed: str, preferred: str) -> Issue:
    """Other words in the place of those that the finding is about, if they still stand there."""
    text = text_of(issue, place)
    start, end = finding.span or (0, 0)
    if not typed or text.string[start:end] != typed:
        return issue
    return with_text(issue, place, splice(text, start, end, _carried(text, start, preferred)))


def _carried(text: Text, start: int, mended: str) -> Text:
    """The new characters with the marks of those they replace."""
    return carrying(mended, replaced_marks(text, start))


def _continues(article: Article, place: Place) -> bool:
    return next(
        (
            continues
            for at, _, continues in texts(article)
            if (at.block, at.part) == (place.block, place.part)
        ),
        False,
    )


def _numbered(issue: Issue, number: str, total: str) -> Issue:
    issue = edits.set_masthead_field(issue, "number", int(number)).issue
    return edits.set_masthead_field(issue, "total", int(total)).issue if total else issue
