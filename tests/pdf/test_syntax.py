"""PDF values as they are written."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.pdf.syntax import byte_pair, dictionary, name, number, text_string


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (14.0, "14"),
        (0.1, "0.1"),
        (-0.5, "-0.5"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (123456.789, "123456.789"),
        (1 / 3, "0.33333"),
        (100.0, "100"),
    ],
)
def test_numbers_are_trimmed_and_plain(value: float, written: str) -> None:
    assert number(value) == written


def test_whole_numbers_keep_their_zeros() -> None:
    assert [number(value, 0) for value in (880, -120, 0, -0.2, 1000)] == [
        "880",
        "-120",
        "0",
        "0",
        "1000",
    ]


def test_names_escape_what_is_not_regular() -> None:
    assert name("ABCDEF+Some Face/宋") == "/ABCDEF+Some#20Face#2F#E5#AE#8B"


TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters=TURNING)))
def test_text_strings_are_read_back(text: str) -> None:
    assert str(pikepdf.Object.parse(text_string(text).encode("ascii"))) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # begins a language code (ISO 32000-1 7.9.2.2)
        ("甲\x1bde\x1b乙", "甲\ufffdde\ufffd乙"),
        ("a\0b\x7f", "a\ufffdb\ufffd"),
        ("甲\ud800\uffff", "甲\ufffd\ufffd"),
        (f"甲{TURNING}乙", "甲乙"),
        ("甲\n乙\t丙", "甲\n乙\t丙"),
    ],
)
def test_no_control_and_nothing_that_turns_text_round_goes_into_one(text: str, read: str) -> None:
    assert str(pikepdf.Object.parse(text_string(text).encode("ascii"))) == read


@given(st.lists(st.integers(0, 0xFFFF), max_size=20))
def test_codes_are_read_back(codes: list[int]) -> None:
    written = f"({''.join(map(byte_pair, codes))})".encode("latin-1")
    assert bytes(pikepdf.Object.parse(written)) == b"".join(
        code.to_bytes(2, "big") for code in codes
    )


def test_a_dictionary_is_read_back() -> None:
    read = pikepdf.Object.parse(dictionary({"A": "1", "B": dictionary({"C": "/D"})}).encode())
    assert (read.A, read.B.C) == (1, "/D")
