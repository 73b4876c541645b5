"""The fields of masthead and colophon: empty ones, the number, the date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from layouts.errors import Finding, Source
from layouts.house.layout import Layout
from layouts.house.template import fields_of, parse
from layouts.issue.edits.fields import Numbers
from layouts.issue.edits.find import COLOPHON_FIELDS, MASTHEAD_FIELDS
from layouts.issue.issue import Issue
from layouts.issue.masthead import MASTHEAD
from layouts.preflight.codes import found
from layouts.preflight.wording import of_string

FAR = 60
"""Days between the date of an issue and today."""

_REQUIRED = {field.name: field.zh for field in MASTHEAD if field.needed}
"""What a masthead must have filled in where its layout shows it.

Secrecy, copy number and the total are a house's own choice.
"""

_KEYS = {field.name: field.words[0] for field in MASTHEAD}
"""What manuscripts call the fields."""


def inspect_fields(
    issue: Issue, layout: Layout, today: datetime.date | None, last: Numbers | None
) -> Iterator[Finding]:
    """Check masthead and colophon.

    `today` None: the date is not asked; `last`: the numbers of the issue before, where they are
    known.
    """
    yield from _empty(issue, layout)
    yield from _number(issue, last)
    yield from _date(issue, today)
    yield from _colophon(issue, layout)
    for name in MASTHEAD_FIELDS:
        yield from of_string(getattr(issue.masthead, name), f"masthead.{name}")
    for name in COLOPHON_FIELDS:
        yield from of_string(getattr(issue.colophon, name), f"colophon.{name}")


def _empty(issue: Issue, layout: Layout) -> Iterator[Finding]:
    shown = {
        piece.text
        for line in layout.masthead.lines
        for piece in parse(line.template)
        if piece.is_field
    }
    for name, word in _REQUIRED.items():
        if name in shown and getattr(issue.masthead, name) in ("", None):
            zh, en = f"报头的{word}没有填", f"the masthead's {name} is empty"
            yield found(
                "masthead-empty",
                "warning",
                zh,
                en,
                name,
                source=_source(issue, name),
                page=1,
                field=f"masthead.{name}",
            )


def _number(issue: Issue, last: Numbers | None) -> Iterator[Finding]:
    number, total = issue.masthead.number, issue.masthead.total
    if number is None:
        return
    place = {"source": _source(issue, "number"), "page": 1, "field": "masthead.number"}
    if total is not None and total < number:
        zh, en = f"第 {number} 期大于总第 {total} 期", f"issue {number} is above total {total}"
        yield found("number-order", "warning", zh, en, f"{number}/{total}", **place)  # pyright: ignore[reportArgumentType]
        return
    if last is None or last.number is None:
        return
    following = Numbers(last.number + 1, None if last.total is None else last.total + 1)
    right_number = number in (following.number, 1)  # a new year begins with 1
    right_total = total is None or following.total is None or total == following.total
    if not right_number or not right_total:
        zh = (
            f"上一期是第 {last.number} 期{_total_zh(last)}，这一期是第 {number} "
            f"期{_total_zh(Numbers(number, total))}"
        )
        en = (
            f"the issue before was {last.number}{_total_en(last)}, this one is "
            f"{number}{_total_en(Numbers(number, total))}"
        )
        wanted = following.number if not right_number else number
        fix = f"number:{wanted}:{following.total if total is not None and following.total is not None else ''}"
        yield found("number-not-next", "warning", zh, en, f"{number}/{total}", fix=fix, **place)  # pyright: ignore[reportArgumentType]


def _total_zh(numbers: Numbers) -> str:
    return "" if numbers.total is None else f"（总第 {numbers.total} 期）"


def _total_en(numbers: Numbers) -> str:
    return "" if numbers.total is None else f" (total {numbers.total})"


def _date(issue: Issue, today: datetime.date | None) -> Iterator[Finding]:
    date = issue.masthead.date
    if date is None or today is None or abs((date - today).days) <= FAR:
        return
    days = (date - today).days
    zh = f"日期 {date.isoformat()} {'还有' if days > 0 else '已过'} {abs(days)} 天"
    en = f"the date {date.isoformat()} is {abs(days)} days {'ahead' if days > 0 else 'past'}"
    fix, source = f"date:{today.isoformat()}", _source(issue, "date")
    yield found(
        "date-far",
        "warning",
        zh,
        en,
        date.isoformat(),
        source=source,
        page=1,
        field="masthead.date",
        fix=fix,
    )


def _colophon(issue: Issue, layout: Layout) -> Iterator[Finding]:
    foot = issue.colophon
    shown = {name for line in layout.colophon.lines for name in fields_of(line.template)}
    if (
        "copies" in shown
        and foot.copies is None
        and (foot.report_to or foot.send_to or foot.distribute_to)
    ):
        zh, en = (
            "报尾写了发送范围，没有写印数",
            "the colophon names receivers and no number of copies",
        )
        yield found(
            "colophon-incomplete",
            "warning",
            zh,
            en,
            "copies",
            source=_source(issue, "copies"),
            field="colophon.copies",
        )


def _source(issue: Issue, name: str) -> Source:
    return issue.setting_sources.get(_KEYS.get(name, name), issue.source)
