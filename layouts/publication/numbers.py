"""Which number comes next, and taking it: two people never get one number, on whatever machines
they are and however nearly at the same time.

A number is taken by making its file, which must not be there (O_EXCL): of several who try, the disk
lets one, a share as well. Whoever was too late asks for the next.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

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
from layouts.publication.days import next_date
from layouts.publication.entries import (
    NumberKey,
    NumbersTaken,
    TakenNumber,
    entry_text,
    numbers_folder,
    path_of,
    path_of_total,
    read_entry,
    taken,
)
from layouts.publication.publication import Counting, NumberingRule, Publication
from layouts.reasons import reason
from layouts.store.disk import Disk
from layouts.store.owning import machine
from layouts.store.saving import DISK

TRIES = 500
"""How often a number is asked for while others take theirs."""


class NextIssue(NamedTuple):
    """What the next issue would be called; `last` is the one before it, None where there is
    none.
    """

    key: NumberKey
    total: int | None
    date: datetime.date
    last: TakenNumber | None

    @property
    def number(self) -> int:
        """Its number (期号)."""
        return self.key.number


def next_numbers(
    folder: Path, publication: Publication, day: datetime.date, *, supplement: bool = False
) -> NextIssue:
    """What an issue made on a `day` would be: its number, its total, and the date on which one is
    due, as offered before it is taken.

    PublicationError where the numbers taken cannot be read.
    """
    return _next(folder, publication.numbering, day, supplement=supplement, refused=(), dated=False)


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
        offered = _next(
            folder, publication.numbering, date, supplement=supplement, refused=refused, dated=True
        )
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
    now = replace(entry, file=_named(folder, file))
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
    there = _check_ours(folder, entry)
    if there is None:
        return
    if there.file and (folder / there.file).exists():
        raise PublicationError(*NUMBER_IN_USE(number=entry.key.name, file=there.file))
    try:
        _remove(folder, there, disk)
    except OSError as error:
        said = NUMBER_NOT_GIVEN_BACK(path=path_of(folder, entry.key), why=reason(error))
        raise PublicationError(*said) from error


def _named(folder: Path, file: Path) -> str:
    """A file as the folder's other users find it: relative where it lies inside."""
    whole, inside = Path(file).absolute(), folder.absolute()
    return whole.relative_to(inside).as_posix() if whole.is_relative_to(inside) else str(whole)


def _check_ours(folder: Path, entry: TakenNumber) -> TakenNumber | None:
    """The number as it is taken now. PublicationError where it is another's meanwhile."""
    there = read_entry(folder, entry.key)
    if there is not None and there.mark != entry.mark:
        raise PublicationError(*NUMBER_IS_ANOTHERS(path=path_of(folder, entry.key)))
    return there


# Which comes next


def _next(
    folder: Path,
    numbering: NumberingRule,
    day: datetime.date,
    *,
    supplement: bool,
    refused: Collection[NumberKey],
    dated: bool,
) -> NextIssue:
    there = taken(folder)
    keys = there.keys.union(refused)
    if dated or supplement:
        date = day
    else:
        newest = last_before(folder, keys, NumberKey(9999, 999_999))
        last_date = newest.date if newest else numbering.before.date
        date = next_date(numbering, last_date, day)
    key = _key(numbering, 0, date, supplement=supplement)
    key = key._replace(number=_free(numbering, keys, key))
    last = last_before(folder, keys, key)
    counted = numbering.total and not supplement
    total = _next_total(folder, numbering, there, keys, key) if counted else None
    return NextIssue(key, total, date, last)


def _key(
    numbering: NumberingRule, number: int, date: datetime.date, *, supplement: bool
) -> NumberKey:
    count = numbering.supplements if supplement else numbering.count
    return NumberKey(date.year if count is Counting.YEAR else 0, number, supplement)


def _free(numbering: NumberingRule, keys: Collection[NumberKey], wanted: NumberKey) -> int:
    """The lowest number free in its year: one given back is taken again, so that none is missing
    in the end.
    """
    mine = {
        key.number for key in keys if (key.year, key.supplement) == (wanted.year, wanted.supplement)
    }
    number = _floor(numbering, wanted) + 1
    while number in mine:
        number += 1
    return number


def _floor(numbering: NumberingRule, wanted: NumberKey) -> int:
    """The number up to which issues were counted before the folder counted."""
    before = numbering.before
    if wanted.supplement or before.number is None:
        return 0
    same_year = before.date is not None and before.date.year == wanted.year
    return before.number if same_year or not wanted.year else 0


def last_before(folder: Path, keys: Collection[NumberKey], key: NumberKey) -> TakenNumber | None:
    """The issue that comes before a number in its sequence, as far as its file can be read."""
    for earlier in _earlier(keys, key):
        entry = read_entry(folder, earlier)
        if entry is not None and entry.wrong is None:
            return entry
    return None


def _earlier(keys: Collection[NumberKey], key: NumberKey) -> list[NumberKey]:
    """The numbers of its sequence before one, the last first."""
    return sorted(
        (other for other in keys if other.supplement == key.supplement and other < key),
        reverse=True,
    )


def _next_total(
    folder: Path,
    numbering: NumberingRule,
    there: NumbersTaken,
    keys: Collection[NumberKey],
    key: NumberKey,
) -> int:
    """The total after that of the issue before; each whose file does not say its total counts as
    one.
    """
    total = numbering.before.total or 0
    unsaid = 0
    for earlier in _earlier(keys, key):
        entry = read_entry(folder, earlier)
        if entry is not None and entry.total is not None:
            total = entry.total
            break
        unsaid += 1
    total += unsaid + 1
    while total in there.totals:
        total += 1
    return total


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
            _remove(folder, entry, disk)
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


def _remove(folder: Path, entry: TakenNumber, disk: Disk) -> None:
    """Remove what a number's taking made, the number last: as long as that is there, nobody has
    half of it.
    """
    if entry.total is not None:
        total = path_of_total(folder, entry.total)
        with suppress(FileNotFoundError):
            if entry.mark.encode() in total.read_bytes():
                disk.remove(total)
    there = read_entry(folder, entry.key)
    if there is not None and there.mark == entry.mark:
        disk.remove(path_of(folder, entry.key))
