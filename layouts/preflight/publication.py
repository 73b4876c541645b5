"""An issue held against its publication: numbers, date, layout, sections."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from layouts.errors import BanxinError, Finding
from layouts.house.overlay import FILES_ALONE, with_design
from layouts.house.read import Fault
from layouts.house.whole import whole_layout
from layouts.house.written import written_layout
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.issue.masthead import MASTHEAD
from layouts.messages.message import Sentence
from layouts.messages.preflight_publication import (
    DATE_BEFORE_LAST,
    IN_FILE,
    LAYOUT_DIFFERS,
    LAYOUT_IS_NOT_OWN,
    NUMBER_IS_TAKEN,
    NUMBER_NOT_THE_NEXT,
    SECTION_MISSING,
    SECTION_ORDER,
    TOTAL_EMPTY,
    TOTAL_NOT_THE_NEXT,
)
from layouts.preflight.codes import found
from layouts.publication.days import next_date
from layouts.publication.entries import NumberKey, TakenNumber
from layouts.publication.following import (
    is_before_counting,
    issue_of,
    key_of,
    last_before,
    total_of,
)
from layouts.publication.seen import SeenPublication

_KEYS = {field.name: field.words[0] for field in MASTHEAD}
"""What manuscripts call the fields."""

BETWEEN = "\t"
"""Between names of sections in a fix: none has a tab in it."""


def inspect_belonging(issue: Issue, seen: SeenPublication) -> Iterator[Finding]:
    """Check an issue against its publication, all but its layout (`layout_finding`)."""
    date = issue.masthead.date
    if issue.masthead.number is not None and date is not None:
        yield from _numbers(issue, seen, issue.masthead.number, date)
    yield from _sections(issue, seen)


def layout_finding(issue: Issue, seen: SeenPublication) -> Finding | None:
    """That an issue is not in the layout of its publication. Reads layouts: to be asked where one
    of them is new.
    """
    if _is_in_layout(issue, seen):
        return None
    name = seen.publication.layout
    own = names_file(name)
    there = _title(issue.layout, issue.folder)
    wanted = Sentence("", "") if own else _title(name, seen.folder)
    said = LAYOUT_IS_NOT_OWN(layout=there) if own else LAYOUT_DIFFERS(layout=there, name=wanted)
    source = issue.setting_sources.get("layout", issue.source)
    fix = "" if own else f"layout:{name}"
    return found("layout-differs", "warning", *said, issue.layout, source=source, fix=fix)


def _is_in_layout(issue: Issue, seen: SeenPublication) -> bool:
    """Whether an issue is in the layout of its publication, or that cannot be told."""
    if not names_file(seen.publication.layout):
        return issue.layout == seen.publication.layout
    try:
        if not seen.layout or whole_layout(issue.layout, issue.folder) == seen.layout:
            return True
        # the issue whose own changes the publication took has them still as its own
        own = with_design(written_layout(issue.layout, issue.folder).document, issue.design)
        return _alone(own) == _alone(tomllib.loads(seen.layout.decode()))
    except (BanxinError, Fault, OSError, ValueError):
        return True  # said where the issue is composed


def _alone(document: Mapping[str, object]) -> dict[str, object]:
    """What a layout says, but for what it was made from."""
    return {key: value for key, value in document.items() if key not in FILES_ALONE}


# Numbers and date


def _numbers(
    issue: Issue, seen: SeenPublication, number: int, date: datetime.date
) -> Iterator[Finding]:
    rule, known = seen.publication.numbering, seen.known
    key = key_of(rule, number, date, supplement=bool(issue.masthead.series))
    entry = seen.entries.get(key)
    if entry is None and is_before_counting(rule, key):
        return
    if entry is not None and _is_anothers(entry, seen):
        yield _number(issue, seen, date, entry)
        return
    if entry is None and key not in seen.keys:
        following = issue_of(rule, known, date, supplement=key.supplement)
        if following.number != number:
            yield _number(issue, seen, date, None)
            return
    total = total_of(rule, known, key) if entry is None else entry.total
    if total is not None and issue.masthead.total != total:
        yield _total(issue, number, total)
    last = last_before(known, key)
    before = last.date if last is not None else _before_counting(seen, key)
    if before is not None and date < before:
        yield _date(issue, seen, entry, before)


def _is_anothers(entry: TakenNumber, seen: SeenPublication) -> bool:
    """Whether another issue has a number: one that was saved elsewhere and is there still."""
    if not entry.file or not seen.file or entry.file == seen.file:
        return False
    return entry.key not in seen.lost


def _before_counting(seen: SeenPublication, key: NumberKey) -> datetime.date | None:
    return None if key.supplement else seen.publication.numbering.before.date


def _number(
    issue: Issue, seen: SeenPublication, date: datetime.date, entry: TakenNumber | None
) -> Finding:
    """A number that is another's, or not the next."""
    rule, masthead = seen.publication.numbering, issue.masthead
    supplement = bool(masthead.series)
    following = issue_of(rule, seen.known, date, supplement=supplement)
    if entry is not None:
        file = IN_FILE(file=entry.file) if entry.file else Sentence("", "")
        said = NUMBER_IS_TAKEN(
            number=masthead.number, who=entry.who or "?", file=file, next=following.number
        )
    else:
        said = NUMBER_NOT_THE_NEXT(number=masthead.number, next=following.number)
    fix = f"number:{following.number}:{following.total or ''}"
    about = f"{masthead.number}/{masthead.total}"
    return _about("number-not-next", issue, "number", said, about, fix)


def _total(issue: Issue, number: int, total: int) -> Finding:
    there = issue.masthead.total
    said = TOTAL_EMPTY(next=total) if there is None else TOTAL_NOT_THE_NEXT(total=there, next=total)
    fix = f"number:{number}:{total}"
    return _about("total-not-next", issue, "total", said, f"{issue.masthead.total}", fix)


def _date(
    issue: Issue, seen: SeenPublication, entry: TakenNumber | None, before: datetime.date
) -> Finding:
    date = issue.masthead.date
    offered = entry.date if entry is not None else None
    if offered is None or offered < before:
        offered = next_date(seen.publication.numbering, before, before)
    said = DATE_BEFORE_LAST(date=date, last=before)
    fix = f"date:{offered.isoformat()}"
    return _about("date-before-last", issue, "date", said, f"{date}", fix)


def _about(code: str, issue: Issue, name: str, said: Sentence, about: str, fix: str) -> Finding:
    """A finding about a field of the masthead."""
    source = issue.setting_sources.get(_KEYS[name], issue.source)
    field = f"masthead.{name}"
    return found(code, "warning", *said, about, source=source, page=1, field=field, fix=fix)


# Layout and sections


def _title(name: str, folder: Path) -> Sentence:
    """What a layout is called; its name where it cannot be read."""
    try:
        document = written_layout(name, folder).document
    except (BanxinError, OSError, ValueError):
        return Sentence(name, name)
    return Sentence(str(document.get("title_zh", name)), str(document.get("title_en", name)))


def _sections(issue: Issue, seen: SeenPublication) -> Iterator[Finding]:
    names = [section.name for section in seen.publication.sections]
    there = [section.name for section in issue.sections]
    for section in seen.publication.sections:
        if not section.optional and section.name not in there:
            yield found(
                "section-missing",
                "warning",
                *SECTION_MISSING(name=section.name),
                section.name,
                source=issue.source,
                fix=f"add-section:{BETWEEN.join((section.name, *names))}",
            )
    known = [name for name in there if name in names]
    wanted = sorted(known, key=names.index)
    wrong = next((k for k, name in enumerate(known) if name != wanted[k]), None)
    if wrong is not None:
        at = there.index(known[wrong])
        yield found(
            "section-order",
            "warning",
            *SECTION_ORDER(name=wanted[wrong], before=known[wrong]),
            known[wrong],
            source=issue.sections[at].source,
            place=(at, None, None, 0),
            fix=f"order-sections:{BETWEEN.join(names)}",
        )
