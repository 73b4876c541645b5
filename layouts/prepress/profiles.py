"""ICC profiles as files: the print condition of a preset, black alone, and sRGB. What comes in is
taken for hostile (ICC.1:2022 7).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, NoReturn

from layouts.errors import ExportError
from layouts.inputs import read_input, why
from layouts.messages.lists import either
from layouts.messages.message import Message, Sentence
from layouts.messages.presets import (
    NO_CMYK_PROFILE,
    NO_GREY_PROFILE,
    NO_PROFILE,
    PROFILE_DAMAGED,
    PROFILE_LACKS_TABLES,
    PROFILE_REFUSED,
    PROFILE_UNREADABLE,
)
from layouts.prepress.conditions import CONDITIONS, FIRST_CONDITION
from layouts.prepress.preset import Preset
from resources import resource

STOCK_BLACK = "FOGRA39_black.icc"
"""Black ink alone on the same paper (`resources/build_grey_profile.py`)."""

SMALLEST, LARGEST = 132, 20_000_000
"""Bytes of a profile: a header and a count of tags; the largest that print houses hand out have
3,000,000.
"""

_CLASS, _SPACE, _CONNECTION, _SIGNATURE = slice(12, 16), slice(16, 20), slice(20, 24), slice(36, 40)
_TAG = 12


class _Wanted(NamedTuple):
    """What a profile must be to print with: its colour space, the tables it needs, and how it is
    called where it is another.
    """

    space: bytes
    tables: frozenset[str]
    otherwise: Message


_FOUR_INKS = _Wanted(b"CMYK", frozenset({"A2B0", "B2A0"}), NO_CMYK_PROFILE)
_BLACK = _Wanted(b"GRAY", frozenset({"kTRC"}), NO_GREY_PROFILE)


def print_profile(preset: Preset) -> bytes:
    """The profile of the print condition: the preset's own file or the one we ship for it.

    ExportError where it is none to print with.
    """
    if preset.profile:
        return _checked(Path(preset.profile), _FOUR_INKS)
    # what is not for four inks has another condition, or none
    shipped = CONDITIONS.get(preset.condition, CONDITIONS[FIRST_CONDITION])
    return resource(f"profiles/{shipped}").read_bytes()


def black_profile(preset: Preset) -> bytes:
    """The profile of a condition that prints black alone: the preset's own file or the one we ship.

    ExportError where it is none.
    """
    return (
        _checked(Path(preset.profile), _BLACK)
        if preset.profile
        else resource(f"profiles/{STOCK_BLACK}").read_bytes()
    )


def srgb_profile() -> bytes:
    """The sRGB profile we ship."""
    return resource("profiles/sRGB.icc").read_bytes()


def _checked(path: Path, wanted: _Wanted) -> bytes:
    data = _read(path)
    if (
        len(data) < SMALLEST
        or data[_SIGNATURE] != b"acsp"
        or int.from_bytes(data[:4], "big") != len(data)  # it begins with its own length
    ):
        _refuse(path, NO_PROFILE())
    # ISO 15930-7 6.2.2: the destination profile is one of an output device. In others colour cannot
    # be turned into ink.
    if (
        data[_CLASS] != b"prtr"
        or data[_SPACE] != wanted.space
        or data[_CONNECTION] not in {b"Lab ", b"XYZ "}
    ):
        _refuse(path, wanted.otherwise())
    if not {table.encode("ascii") for table in wanted.tables} <= _tags(data, path):
        named = sorted(wanted.tables)
        _refuse(path, PROFILE_LACKS_TABLES(tables=either(named)))
    return data


def _read(path: Path) -> bytes:
    try:
        return read_input(path, LARGEST)
    except OSError as error:
        reason = why(error)
        _refuse(path, PROFILE_UNREADABLE(why=reason))


def _tags(data: bytes, path: Path) -> set[bytes]:
    """The signatures in the table of tags, each of which must lie inside the file (ICC.1:2022
    7.3).
    """
    # behind the header of 128 bytes; each entry is a signature, an offset and a size
    count = int.from_bytes(data[128:132], "big")
    # before a loop that a hostile count would make long
    if SMALLEST + count * _TAG > len(data):
        _refuse(path, PROFILE_DAMAGED())
    found: set[bytes] = set()
    for start in range(SMALLEST, SMALLEST + count * _TAG, _TAG):
        offset, size = (
            int.from_bytes(data[start + 4 : start + 8], "big"),
            int.from_bytes(data[start + 8 : start + 12], "big"),
        )
        if offset + size > len(data):
            _refuse(path, PROFILE_DAMAGED())
        found.add(data[start : start + 4])
    return found


def _refuse(path: Path, why: Sentence) -> NoReturn:
    raise ExportError(*PROFILE_REFUSED(path=path, why=why))
