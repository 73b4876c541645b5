"""Numbers that were taken: a small file for each in the publication's folder `numbers/`, named by
the number, so that the disk itself lets one person have it.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

import msgspec
from msgspec import Struct

from layouts.errors import Finding, PublicationError, Source
from layouts.inputs import read_input, why
from layouts.messages.message import Sentence
from layouts.messages.publication import (
    ENTRY_HALF_WRITTEN,
    ENTRY_IS_NONE,
    NUMBER_ENTRY_UNREADABLE,
    NUMBERS_UNREADABLE,
)
from layouts.store.disk import Disk
from layouts.store.owning import machine

FOLDER = "numbers"

_LARGEST = 10_000
"""Bytes of such a file; ours have 200."""

_NAME = re.compile(r"(?P<supplement>supplement-)?(?:(?P<year>\d{4})-)?(?P<number>\d{1,6})\.toml")
_TOTAL = re.compile(r"total-(\d{1,6})\.toml")


class NumberKey(NamedTuple):
    """Which number: its year (0 where numbers go on through the years), itself, and whether it is
    one of a 增刊.
    """

    year: int
    number: int
    supplement: bool = False

    @property
    def name(self) -> str:
        """How it is written, and how its file is named before the ending."""
        year = f"{self.year:04}-" if self.year else ""
        return f"{'supplement-' if self.supplement else ''}{year}{self.number:03}"


class TakenNumber(Struct, frozen=True):
    """A number that somebody took: with which total and for which date, who, on which machine.

    `file` is the issue's, as it was called when it was saved; empty until then. `mark` tells it
    from another taking of the same number. All are empty of one whose file cannot be read, and
    `wrong` says why.
    """

    year: int
    number: int
    supplement: bool = False
    total: int | None = None
    date: datetime.date | None = None
    who: str = ""
    machine: str = ""
    file: str = ""
    mark: str = ""
    wrong: Sentence | None = None

    @property
    def key(self) -> NumberKey:
        """Which number it is."""
        return NumberKey(self.year, self.number, self.supplement)


class _NumberRecord(Struct, frozen=True):
    """What stands in the file; what a later program adds is passed over."""

    date: datetime.date
    mark: str
    total: int | None = None
    who: str = ""
    machine: str = ""
    file: str = ""


class NumbersTaken(NamedTuple):
    """Which numbers and totals are taken, by the names of their files alone."""

    keys: frozenset[NumberKey]
    totals: frozenset[int]


def numbers_folder(folder: Path) -> Path:
    """Where a publication's numbers lie."""
    return folder / FOLDER


def path_of(folder: Path, key: NumberKey) -> Path:
    """The file of a number."""
    return numbers_folder(folder) / f"{key.name}.toml"


def path_of_total(folder: Path, total: int) -> Path:
    """The file of a total number."""
    return numbers_folder(folder) / f"total-{total:04}.toml"


def taken(folder: Path) -> NumbersTaken:
    """Which numbers of a publication are taken. PublicationError where that cannot be read."""
    place = numbers_folder(folder)
    try:
        names = [path.name for path in place.iterdir()]
    except FileNotFoundError:
        if folder.is_dir():
            return NumbersTaken(frozenset(), frozenset())
        raise _unreadable(folder, FileNotFoundError(2, "")) from None
    except OSError as error:
        raise _unreadable(place, error) from error
    keys = (key_named(name.removesuffix(".toml")) for name in names if name.endswith(".toml"))
    totals = (_TOTAL.fullmatch(name) for name in names)
    return NumbersTaken(
        frozenset(key for key in keys if key is not None),
        frozenset(int(found[1]) for found in totals if found),
    )


def _unreadable(place: Path, error: OSError) -> PublicationError:
    return PublicationError(*NUMBERS_UNREADABLE(folder=place, why=why(error)))


def key_named(name: str) -> NumberKey | None:
    """The number of a name, such as 2026-015; None where that is none."""
    found = _NAME.fullmatch(f"{name}.toml")
    if found is None:
        return None
    return NumberKey(int(found["year"] or 0), int(found["number"]), bool(found["supplement"]))


def read_entry(folder: Path, key: NumberKey) -> TakenNumber | None:
    """Who took a number; None where nobody did."""
    path = path_of(folder, key)
    bare = TakenNumber(key.year, key.number, key.supplement)
    try:
        content = read_input(path, _LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        return msgspec.structs.replace(bare, wrong=why(error))
    entry = _entry(content)
    if isinstance(entry, Sentence):
        return msgspec.structs.replace(bare, wrong=entry)
    return msgspec.structs.replace(bare, **msgspec.structs.asdict(entry))


def is_issue_there(folder: Path, entry: TakenNumber) -> bool:
    """Whether the issue of a number lies where it was saved. One that was saved outside the folder
    on another machine may lie there however long nobody sees it here.
    """
    if not entry.file:
        return False
    outside = Path(entry.file).is_absolute() or PureWindowsPath(entry.file).is_absolute()
    return (outside and entry.machine != machine()) or (folder / entry.file).exists()


def entry_of_text(content: bytes) -> TakenNumber | None:
    """What a file says that was written as that of a number; None where it does not say."""
    entry = _entry(content)
    if isinstance(entry, Sentence):
        return None
    return TakenNumber(0, 0, **msgspec.structs.asdict(entry))


def _entry(content: bytes) -> _NumberRecord | Sentence:
    if not content.rstrip().endswith(b"# end"):
        return ENTRY_HALF_WRITTEN()
    try:
        return msgspec.convert(tomllib.loads(content.decode()), _NumberRecord)
    except (ValueError, RecursionError):
        return ENTRY_IS_NONE()


def entry_text(entry: TakenNumber) -> bytes:
    """What the file of a number holds."""
    values: dict[str, object] = {
        "date": entry.date,
        "total": entry.total,
        "who": entry.who,
        "machine": entry.machine,
        "file": entry.file,
        "mark": entry.mark,
    }
    lines = (f"{key} = {_written(value)}" for key, value in values.items() if value is not None)
    return "\n".join((*lines, "# end", "")).encode()


def _written(value: object) -> str:
    if isinstance(value, str):
        printable = "".join(one for one in value if one.isprintable())
        return json.dumps(printable, ensure_ascii=False)  # JSON's strings are TOML's
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def remove_entry(folder: Path, entry: TakenNumber, disk: Disk) -> None:
    """Remove what a number's taking made, the number last: as long as that is there, nobody has
    half of it. OSError where that fails.
    """
    if entry.total is not None:
        total = path_of_total(folder, entry.total)
        with suppress(FileNotFoundError):
            if entry.mark.encode() in total.read_bytes():
                disk.remove(total)
    there = read_entry(folder, entry.key)
    if there is not None and there.mark == entry.mark:
        disk.remove(path_of(folder, entry.key))


def entries(folder: Path) -> list[TakenNumber]:
    """All numbers taken, in their order, 增刊 behind the others.

    PublicationError where the folder cannot be read.
    """
    keys = sorted(taken(folder).keys, key=lambda key: (key.supplement, key))
    read = (read_entry(folder, key) for key in keys)
    return [entry for entry in read if entry is not None]


def unreadable_entries(folder: Path, found: Iterable[TakenNumber]) -> list[Finding]:
    """A finding for each number whose file does not say whose it is."""
    return [
        Finding(
            "warning",
            "number-entry-unreadable",
            *NUMBER_ENTRY_UNREADABLE(number=entry.key.name, why=entry.wrong),
            Source(str(path_of(folder, entry.key))),
        )
        for entry in found
        if entry.wrong is not None
    ]
