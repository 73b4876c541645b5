"""Which number comes next, and taking it: two people never get one number, on whatever machines
they are and however nearly at the same time.

A number is taken by making its file, which must not be there (O_EXCL): of several who try, the disk
lets one, a share as well. Whoever was too late asks for the next.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import PublicationError
from layouts.messages.publication import (
    NO_NUMBER_FREE,
    NUMBER_IN_USE,
    NUMBER_IS_ANOTHERS,
    NUMBER_NOT_GIVEN_BACK,
    NUMBER_NOT_NOTED,
    NUMBER_NOT_TAKEN,
)
from layouts.publication.creating import created
from layouts.publication.entries import (
    NumberKey,
    TakenNumber,
    entry_text,
    is_issue_there,
    numbers_folder,
    path_of,
    path_of_total,
    read_entry,
    remove_entry,
    taken,
)
from layouts.publication.following import KnownNumbers, NextIssue, issue_of, next_issue
from layouts.publication.publication import Publication
from layouts.publication.seen import named_file
from layouts.reasons import reason
from layouts.store.disk import Disk
from layouts.store.owning import machine
from layouts.store.saving import DISK

TRIES = 500
"""How often a number is asked for while others take theirs."""


def next_numbers(
    folder: Path, publication: Publication, day: datetime.date, *, supplement: bool = False
) -> NextIssue:
    """What an issue made on a `day` would be: its number, its total, and the date on which one is
    due, as offered before it is taken.

    PublicationError where the numbers taken cannot be read.
    """
    return next_issue(publication.numbering, _known(folder), day, supplement=supplement)


def take_number(
    folder: Path,
    publication: Publication,
    date: datetime.date,
    who: str,
    *,
    supplement: bool = False,
    disk: Disk = DISK,
) -> TakenNumber:
    """Take the next number for an issue of a `date`; nobody else gets it until `give_back`.

    `who` is the person's name. PublicationError, and no number taken, where the folder cannot be
    read or written.
    """
    refused: set[NumberKey] = set()
    _make_folder(folder)
    for _ in range(TRIES):
        known = _known(folder, refused)
        offered = issue_of(publication.numbering, known, date, supplement=supplement)
        key, mark = offered.key, os.urandom(8).hex()
        entry = TakenNumber(*key, offered.total, date, who, machine(), mark=mark)
        path = path_of(folder, key)
        try:
            if not created(path, entry_text(entry), disk):
                refused.add(key)
                continue
            with _undoing(folder, entry, disk):
                return _with_total(folder, entry, disk)
        except OSError as error:
            raise PublicationError(*NUMBER_NOT_TAKEN(path=path, why=reason(error))) from error
    raise PublicationError(*NO_NUMBER_FREE(tries=TRIES))


def number_saved(folder: Path, entry: TakenNumber, file: Path, disk: Disk = DISK) -> TakenNumber:
    """Note where the issue of a number was saved: it is in use from now on.

    PublicationError where that cannot be noted; the number stays taken.
    """
    now = replace(entry, file=named_file(folder, file))
    path = path_of(folder, entry.key)
    try:
        _check_ours(folder, entry)
        disk.write_whole(path, entry_text(now))
    except OSError as error:
        raise PublicationError(*NUMBER_NOT_NOTED(path=path, why=reason(error))) from error
    return now


def give_back(folder: Path, entry: TakenNumber, disk: Disk = DISK) -> None:
    """Give a number back whose issue was never saved: the next who asks gets it.

    PublicationError where it cannot be, where it is somebody else's meanwhile, or its issue is
    there. One that is no longer taken is well.
    """
    there = check_unsaved(folder, entry)
    if there is None:
        return
    try:
        remove_entry(folder, there, disk)
    except OSError as error:
        said = NUMBER_NOT_GIVEN_BACK(path=path_of(folder, entry.key), why=reason(error))
        raise PublicationError(*said) from error


def check_unsaved(folder: Path, entry: TakenNumber) -> TakenNumber | None:
    """The number as it is taken now, None where it is not any more.

    PublicationError where it is somebody else's meanwhile, or its issue is there.
    """
    there = _check_ours(folder, entry)
    if there is not None and is_issue_there(folder, there):
        raise PublicationError(*NUMBER_IN_USE(number=entry.key.name, file=there.file))
    return there


def _check_ours(folder: Path, entry: TakenNumber) -> TakenNumber | None:
    """The number as it is taken now. PublicationError where it is another's meanwhile."""
    there = read_entry(folder, entry.key)
    if there is not None and there.mark != entry.mark:
        raise PublicationError(*NUMBER_IS_ANOTHERS(path=path_of(folder, entry.key)))
    return there


def _known(folder: Path, refused: Iterable[NumberKey] = ()) -> KnownNumbers:
    there = taken(folder)
    return KnownNumbers(there.keys.union(refused), there.totals, partial(read_entry, folder))


# The files


def _make_folder(folder: Path) -> None:
    place = numbers_folder(folder)
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise PublicationError(*NUMBER_NOT_TAKEN(path=place, why=reason(error))) from error


@contextmanager
def _undoing(folder: Path, entry: TakenNumber, disk: Disk) -> Generator[None, None, None]:
    """Give a number back where what is done with it fails."""
    try:
        yield
    except (OSError, PublicationError):
        with suppress(OSError):
            remove_entry(folder, entry, disk)
        raise


def _with_total(folder: Path, entry: TakenNumber, disk: Disk) -> TakenNumber:
    """A number with a total that is its own: one that somebody took meanwhile is passed over."""
    if entry.total is None:
        return entry
    for total in range(entry.total, entry.total + TRIES):
        mine = replace(entry, total=total)
        if created(path_of_total(folder, total), entry_text(mine), disk):
            if total != entry.total:
                with _undoing(folder, mine, disk):
                    disk.write_whole(path_of(folder, entry.key), entry_text(mine))
            return mine
    raise PublicationError(*NO_NUMBER_FREE(tries=TRIES))
