"""The verbs new and publication: issues of a publication, and its folder, for scripts."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from layouts.cli.files import photo_folder
from layouts.cli.output import (
    ERRORS,
    OK,
    described,
    failed,
    findings_json,
    print_findings,
    print_out,
)
from layouts.documents import SAVED, save_document
from layouts.errors import ExportError, Finding, PublicationError
from layouts.messages import publication_verbs as say
from layouts.messages.command_line import NO_FINDINGS, OUTPUT_NO_ISSUE
from layouts.messages.message import Sentence
from layouts.messages.preflight_fields import OF_TOTAL
from layouts.messages.publication import PUBLICATION_THERE
from layouts.publication import (
    FILE,
    NextIssue,
    Publication,
    TakenNumber,
    entries,
    held_over,
    issue_given_up,
    issue_kept,
    new_issue,
    next_numbers,
    read_publication,
    unreadable_entries,
    write_publication,
)
from layouts.publication.entries import key_named, read_entry
from layouts.store.owning import person

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import date


def new(options: Namespace, today: Callable[[], date] | None) -> int:
    """Make the next issue of a publication. Its number is given back where it cannot be saved."""
    folder, output = Path(options.publication), Path(options.output)
    _check_output(output)
    publication = read_publication(folder)
    when = options.date or _due(folder, publication, today, supplement=options.supplement)
    held, findings = held_over(folder) if options.held else ([], [])
    with photo_folder(output) as home:
        made = new_issue(
            folder, publication, when, home, person(), supplement=options.supplement, held=held
        )
        with ExitStack() as undoing:
            undoing.callback(_give_up, folder, made.taken)
            save_document(made.issue, output, home)
            undoing.pop_all()
    findings += (*made.findings, *issue_kept(folder, made.taken, output))
    print_findings(findings)
    print_out(_made(output, made.taken).both)
    return OK


def _give_up(folder: Path, entry: TakenNumber) -> None:
    with suppress(PublicationError):  # why nothing was saved is said instead
        issue_given_up(folder, entry)


def _check_output(output: Path) -> None:
    if output.suffix.casefold() not in SAVED:
        raise ExportError(*OUTPUT_NO_ISSUE(path=output))
    if output.exists():
        raise ExportError(*say.ISSUE_FILE_THERE(path=output))


def _due(
    folder: Path, publication: Publication, today: Callable[[], date] | None, *, supplement: bool
) -> date:
    if today is None:
        raise PublicationError(*say.NO_DATE())
    return next_numbers(folder, publication, today(), supplement=supplement).date


def _made(output: Path, entry: TakenNumber) -> Sentence:
    said = say.SUPPLEMENT_MADE if entry.supplement else say.ISSUE_MADE
    total = _total(entry.total)
    return said(path=output, number=entry.number, total=total, date=entry.date)


def _total(total: int | None) -> Sentence:
    return Sentence("", "") if total is None else OF_TOTAL(total=total)


def publication(options: Namespace, today: Callable[[], date] | None) -> int:
    """Do what is asked of a publication's folder."""
    if options.act == "init":
        return _init(options)
    folder = Path(options.publication)
    if options.act == "show":
        return _show(folder, as_json=options.json)
    if options.act == "check":
        return _check(folder, as_json=options.json)
    if options.act == "numbers":
        return _numbers(folder, as_json=options.json)
    if options.act == "give-back":
        return _give_back(folder, options.number)
    day = options.date or (today() if today is not None else None)
    if day is None:
        raise PublicationError(*say.NO_DATE())
    return _next(folder, day, supplement=options.supplement, as_json=options.json)


def _init(options: Namespace) -> int:
    from layouts.house.load import load_layout
    from layouts.house.own_folder import own_file
    from layouts.issue.layout_name import USUAL_LAYOUT, names_file
    from layouts.publication.own_layout import bring_layout
    from layouts.publication.publication import LAYOUT

    folder, layout = Path(options.output), options.layout or USUAL_LAYOUT
    if (folder / FILE).exists():
        raise PublicationError(*PUBLICATION_THERE(folder=folder))
    path = Path(layout)
    home = path.parent if names_file(layout) else Path()
    load_layout(path.name, folder=home)
    # one of the user's own has no name on the machines of others
    if names_file(layout) or own_file(layout):
        bring_layout(path.name, home, folder, LAYOUT)
        layout = LAYOUT
    write_publication(folder, Publication(options.name, layout))
    print_out(say.PUBLICATION_MADE(folder=folder).both)
    return OK


def _show(folder: Path, *, as_json: bool) -> int:
    publication = read_publication(folder)
    if as_json:
        print_out(_json(msgspec.to_builtins(publication)))
    else:
        print_out((folder / FILE).read_text("utf-8-sig").rstrip("\n"))
    return OK


def _check(folder: Path, *, as_json: bool) -> int:
    findings = list(_findings(folder))
    print_out(
        findings_json(findings)
        if as_json
        else "\n".join(map(described, findings)) or NO_FINDINGS().both
    )
    return ERRORS if failed(findings) else OK


def _findings(folder: Path) -> Iterator[Finding]:
    """What is wrong in a folder: its layout, word lists and presets, records of numbers, articles
    held over. PublicationError where its file is.
    """
    from layouts.publication.checking import publication_findings

    yield from publication_findings(folder, read_publication(folder))
    yield from unreadable_entries(folder, entries(folder))
    yield from held_over(folder)[1]


def _numbers(folder: Path, *, as_json: bool) -> int:
    read_publication(folder)
    found = entries(folder)
    if as_json:
        print_out(_json({"numbers": [_entry(entry) for entry in found]}))
    else:
        print_out("\n".join(map(_line, found)) or say.NO_NUMBERS().both)
        print_findings(unreadable_entries(folder, found))
    return OK


def _entry(entry: TakenNumber) -> dict[str, object]:
    values = msgspec.to_builtins(entry)
    del values["mark"]
    wrong = {"wrong": entry.wrong._asdict()} if entry.wrong else {}
    return {"name": entry.key.name, **values, "wrong": None, **wrong}


def _line(entry: TakenNumber) -> str:
    total = "" if entry.total is None else str(entry.total)
    date = "" if entry.date is None else entry.date.isoformat()
    who = entry.who and f"{entry.who} @ {entry.machine}"
    file = entry.file or say.NOT_SAVED_YET().both
    return f"{entry.key.name:<20}  {total:>5}  {date:<10}  {_padded(who, 24)}  {file}"


def _padded(text: str, width: int) -> str:
    """A text with spaces behind it, Hanzi taking the room of two."""
    taken = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
    return text + " " * (width - taken)


def _give_back(folder: Path, name: str) -> int:
    read_publication(folder)
    key = key_named(name)
    if key is None:
        raise PublicationError(*say.NUMBER_MISSPELT(number=name))
    entry = read_entry(folder, key)
    if entry is None:
        raise PublicationError(*say.NO_SUCH_NUMBER(number=name))
    issue_given_up(folder, entry)
    print_out(say.NUMBER_GIVEN_BACK(number=key.name).both)
    return OK


def _next(folder: Path, day: date, *, supplement: bool, as_json: bool) -> int:
    offered = next_numbers(folder, read_publication(folder), day, supplement=supplement)
    if as_json:
        print_out(_json(_offered(offered)))
    else:
        said = say.NEXT_SUPPLEMENT_IS if supplement else say.NEXT_IS
        total = _total(offered.total)
        print_out(said(number=offered.number, total=total, date=offered.date).both)
    return OK


def _offered(offered: NextIssue) -> dict[str, Any]:
    return {
        "name": offered.key.name,
        "number": offered.number,
        "total": offered.total,
        "date": offered.date.isoformat(),
        "supplement": offered.key.supplement,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
