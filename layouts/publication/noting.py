"""An issue that was saved is noted under its number, whoever gave it that number and how: by hand,
by a fix, in a manuscript of before.
"""

from __future__ import annotations

import os
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import PublicationError
from layouts.issue.masthead import Masthead
from layouts.messages.publication import NUMBER_NOT_NOTED
from layouts.publication.creating import created
from layouts.publication.entries import (
    TakenNumber,
    entry_text,
    is_issue_there,
    numbers_folder,
    path_of,
    path_of_total,
    remove_entry,
)
from layouts.publication.following import is_before_counting, issue_of, key_of
from layouts.publication.seen import is_called, see_publication
from layouts.reasons import reason
from layouts.store.disk import Disk
from layouts.store.owning import machine
from layouts.store.saving import DISK


def note_saved(
    folder: Path, masthead: Masthead, file: Path, who: str, disk: Disk = DISK
) -> TakenNumber | None:
    """Note that an issue lies in `file`, so that its number goes to nobody else.

    None where its number is not its to have: it has none, is another's, or not the next, or the
    issue is of another publication.

    A number that the same file had before is given back. PublicationError where the folder cannot
    be read or written.
    """
    if masthead.number is None or masthead.date is None:
        return None
    seen = see_publication(folder, file)
    if not is_called(masthead.publication, seen.publication):
        return None
    rule = seen.publication.numbering
    key = key_of(rule, masthead.number, masthead.date, supplement=bool(masthead.series))
    there = seen.entries.get(key)
    try:
        if there is not None:
            return _noted_again(folder, there, masthead, seen.file, who, disk)
        following = issue_of(rule, seen.known, masthead.date, supplement=key.supplement)
        if is_before_counting(rule, key) or following.key != key:
            return None
        total = masthead.total if following.total is not None else None
        entry = TakenNumber(*key, total, masthead.date, who, machine(), seen.file)
        taken = _taken(folder, replace(entry, mark=os.urandom(8).hex()), disk)
        for earlier in seen.own if taken is not None else ():
            remove_entry(folder, seen.entries[earlier], disk)
    except OSError as error:
        said = NUMBER_NOT_NOTED(path=path_of(folder, key), why=reason(error))
        raise PublicationError(*said) from error
    return taken


def _taken(folder: Path, entry: TakenNumber, disk: Disk) -> TakenNumber | None:
    numbers_folder(folder).mkdir(exist_ok=True)
    if not created(path_of(folder, entry.key), entry_text(entry), disk):
        return None  # somebody was faster
    if entry.total is not None:
        created(path_of_total(folder, entry.total), entry_text(entry), disk)
    return entry


def _noted_again(
    folder: Path, there: TakenNumber, masthead: Masthead, file: str, who: str, disk: Disk
) -> TakenNumber | None:
    """The record of a number with where its issue lies now, and its date."""
    if there.wrong is not None or not _is_ours(folder, there, file, who):
        return None
    now = replace(there, file=file, date=masthead.date)
    if there.file and file != there.file:
        now = replace(now, machine=machine())  # where that file is to be looked for from now on
    if now != there:
        disk.write_whole(path_of(folder, there.key), entry_text(now))
    return now


def _is_ours(folder: Path, there: TakenNumber, file: str, who: str) -> bool:
    """Whether a number is of the issue in a file: noted so, or under a name that is gone, or taken
    here and never saved.
    """
    if there.file:
        return there.file == file or not is_issue_there(folder, there)
    return (there.who, there.machine) == (who, machine())
