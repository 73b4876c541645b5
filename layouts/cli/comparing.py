"""The verb compare: what somebody changed in a Word file of an issue, or how two issues differ;
with an output, the issue with the changes taken.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layouts.cli.files import spare_inputs
from layouts.cli.output import ERRORS, OK, print_findings, print_out
from layouts.documents import SAVED, is_package
from layouts.errors import ExportError, Finding, Source
from layouts.inputs import is_one_file
from layouts.messages import comparing as say
from layouts.messages.command_line import OUTPUT_NO_ISSUE

if TYPE_CHECKING:
    from argparse import Namespace

    from layouts.importing.received import Lost
    from layouts.issue.issue import Issue
    from layouts.store.compare import Change
    from layouts.store.token import Token

WORD = ".docx"


def compare(options: Namespace) -> int:
    """Print what differs, as lines or JSON, and write the issue with the changes where that is
    asked for; code 1 where anything differs.
    """
    from layouts.documents import read_document
    from layouts.house.load import layout_of
    from layouts.house.saying import changed_place
    from layouts.store.compare import compare as compared
    from layouts.store.temporary import temporary_folder

    path, other = Path(options.issue), Path(options.other)
    output = None if options.output is None else Path(options.output)
    if output is not None and output.suffix.casefold() not in SAVED:
        raise ExportError(*OUTPUT_NO_ISSUE(path=output))
    if output is not None:
        spare_inputs(output, other)
    with temporary_folder() as folder:
        issue, findings, token = read_document(path, folder if is_package(path) else path.parent)
        print_findings(findings)
        if other.suffix.casefold() == WORD:
            from layouts.importing.photo_store import PhotoStore
            from layouts.importing.word_back.taking import taken_back
            from layouts.issue.file_name import PHOTOS

            found = taken_back(issue, layout_of(issue), other, PhotoStore(folder / PHOTOS))
            changed = found.issue
            print_findings(_losses(found.lost, other))
        else:
            kept = folder / "other"
            changed, findings, _ = read_document(other, kept if is_package(other) else other.parent)
            print_findings(findings)
        changes = compared(issue, changed, changed_place)
        print_out(_json(changes) if options.json else _lines(changes))
        if output is not None:
            _save(changed, output, folder, token if is_one_file(output, path) else None)
    return ERRORS if changes else OK


def _save(issue: Issue, output: Path, folder: Path, expected: Token | None) -> None:
    from layouts.documents import save_document
    from layouts.importing.stowing import rooted

    saved = rooted(issue, folder) if is_package(output) else issue
    save_document(saved, output, folder, ours=folder, expected=expected)


def _losses(lost: tuple[Lost, ...], path: Path) -> list[Finding]:
    """What of the Word file is not in the issue."""
    place = Source(str(path))
    return [
        Finding(
            "notice",
            one.code,
            f"{one.zh} {one.text}".strip(),
            f"{one.en} {one.text}".strip(),
            place,
        )
        for one in lost
    ]


_MARKS = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}


def _lines(changes: tuple[Change, ...]) -> str:
    """A line for each change, and under it the lines of its text that differ, what is new and what
    is gone in brackets.
    """
    if not changes:
        return say.NOTHING_DIFFERS().both
    told: list[str] = []
    for change in changes:
        what = say.WHAT[change.what]()
        subject = change.title or say.SUBJECTS[change.subject]().both
        told.append(f"{what.both}: {subject}  (+{change.added} -{change.removed})")
        text = "".join(_MARKS[piece.kind].format(piece.text) for piece in change.pieces)
        told += [f"    {line}" for line in text.splitlines() if "[+" in line or "[-" in line]
    return "\n".join(told)


def _json(changes: tuple[Change, ...]) -> str:
    import json

    listed = [
        {
            "subject": change.subject,
            "what": change.what,
            "title": change.title,
            "added": change.added,
            "removed": change.removed,
            "text": [{"kind": piece.kind, "text": piece.text} for piece in change.pieces],
        }
        for change in changes
    ]
    return json.dumps({"changes": listed}, ensure_ascii=False, indent=1)
