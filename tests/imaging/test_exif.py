"""How a camera was held is read from an EXIF block as Exif 3.0 4.6 and TIFF 6.0 2 lay it out, and
from nothing that only looks like it.
"""

from __future__ import annotations

import struct

import pytest

from layouts.imaging.exif import orientation

ORIENTATION, WIDTH, SHORT, LONG = 0x0112, 0x0100, 3, 4


def entry(order: str, tag: int, kind: int, value: int) -> bytes:
    """One entry of a directory: tag, type, count 1, and a value flush left in four bytes."""
    return struct.pack(f"{order}HHI", tag, kind, 1) + struct.pack(
        f"{order}{'H' if kind == SHORT else 'I'}", value
    ).ljust(4, b"\0")


def block(
    *entries: bytes, order: str = "<", gap: int = 0, count: int | None = None, end: bytes = bytes(4)
) -> bytes:
    """An EXIF block: `gap` bytes before the first directory, `end` behind it (the offset of the
    next).
    """
    mark = b"II" if order == "<" else b"MM"
    head = mark + struct.pack(f"{order}HI", 42, 8 + gap)
    return (
        head
        + bytes(gap)
        + struct.pack(f"{order}H", len(entries) if count is None else count)
        + b"".join(entries)
        + end
    )


def held(value: int, order: str = "<", kind: int = SHORT) -> bytes:
    return entry(order, ORIENTATION, kind, value)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
@pytest.mark.parametrize("value", range(1, 9))
def test_each_orientation_is_read_in_both_orders_of_bytes_with_or_without_prefix(
    value: int, prefix: bytes, order: str
) -> None:
    assert orientation(prefix + block(held(value, order), order=order)) == value


@pytest.mark.parametrize("value", [0, 9, 255, 256, 1536, 65535])
def test_a_value_that_means_nothing_is_upright(value: int) -> None:
    assert orientation(block(held(value))) == 1


def test_after_a_value_that_means_nothing_no_other_is_looked_for() -> None:
    assert orientation(block(held(9), held(6))) == 1


def test_the_first_of_two_counts() -> None:
    assert orientation(block(held(6), held(3))) == 6


@pytest.mark.parametrize("before", range(1, 5))
def test_it_is_found_behind_other_entries(before: int) -> None:
    others = [entry("<", WIDTH + k, LONG, 6) for k in range(before)]
    assert orientation(block(*others, held(8))) == 8


@pytest.mark.parametrize("gap", [1, 2, 10, 300])
def test_the_directory_lies_where_the_header_says(gap: int) -> None:
    assert orientation(block(held(6), gap=gap)) == 6
    assert orientation(block(held(6, ">"), gap=gap, order=">")) == 6


def test_an_entry_of_another_type_is_none() -> None:
    """A LONG of 6 in big-endian order holds 0 where a SHORT holds its value; in little-endian it
    would pass for one.
    """
    assert orientation(block(held(6, kind=LONG))) == 1
    assert orientation(block(held(6, kind=LONG), held(3))) == 3


def test_an_entry_of_another_tag_is_none() -> None:
    for tag in (ORIENTATION - 1, ORIENTATION + 1, 0x1201, 0x0212):
        assert orientation(block(entry("<", tag, SHORT, 6))) == 1


def test_entries_stand_twelve_bytes_apart() -> None:
    """What looks like an entry across two of them is none."""
    two = entry("<", WIDTH, LONG, 1) + entry("<", WIDTH + 1, LONG, 1)
    for start in (*range(1, 12), *range(13, 24)):
        spoiled = two[:start] + held(6) + two[start + 12 :]
        assert orientation(block(spoiled[:12], spoiled[12:24], end=bytes(16))) == 1


def test_only_so_many_entries_are_read_as_the_directory_has() -> None:
    """Behind it lies the directory of the thumbnail, which is held in a way of its own."""
    assert orientation(block(entry("<", WIDTH, LONG, 1), held(6), count=1)) == 1
    assert orientation(block(held(6), count=0)) == 1


def test_the_last_entry_may_end_with_the_block() -> None:
    whole = block(held(6), end=b"")
    assert orientation(whole) == 6
    assert orientation(block(entry("<", WIDTH, LONG, 1), held(6), end=b"")) == 6


def test_a_block_that_is_cut_short_is_upright() -> None:
    whole = block(entry("<", WIDTH, LONG, 1), held(6), end=b"")
    assert [orientation(whole[:left]) for left in range(len(whole) + 1)] == [1] * len(whole) + [6]


def test_a_count_of_more_entries_than_there_are_reads_those_there_are() -> None:
    assert orientation(block(entry("<", WIDTH, LONG, 1), held(6), count=65535, end=b"")) == 6
    assert orientation(block(entry("<", WIDTH, LONG, 1), count=65535, end=b"")) == 1


@pytest.mark.parametrize(
    "mark", [b"II*\1", b"II+\0", b"MM\0+", b"IM*\0", b"MM*\0", b"II\0*", b"\0\0\0\0", b""]
)
def test_what_does_not_begin_as_tiff_does_is_no_exif_block(mark: bytes) -> None:
    assert orientation(mark + block(held(6))[4:]) == 1


def test_the_prefix_is_taken_off_once() -> None:
    assert orientation(b"Exif\0\0Exif\0\0" + block(held(6))) == 1


def test_a_directory_said_to_be_outside_is_not_there() -> None:
    assert orientation(b"II*\0" + struct.pack("<I", 0xFFFFFFF0) + block(held(6))[8:]) == 1
    assert (
        orientation(b"MM\0*" + struct.pack(">I", 0xFFFFFFF0) + block(held(6, ">"), order=">")[8:])
        == 1
    )
