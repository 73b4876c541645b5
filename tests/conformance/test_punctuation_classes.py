"""The 65 signs of CLREQ and GB/T 15834: class, where they may stand on a line, how wide they are
and what they give.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from composing import CLREQ, Composer, with_changes

from layouts.house.text_style import Prohibition
from layouts.text import classes as c
from layouts.text.opportunities import FORBIDDEN
from layouts.text.prepare import Prepared, Typesetter

Row = dict[str, str]
SUITE = Path(__file__).parent / "suites" / "punctuation-classes.tsv"
ROWS: list[Row] = list(
    csv.DictReader(SUITE.read_text("utf8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
)
LETTERS = {
    "OPEN": c.OPEN,
    "CLOSE": c.CLOSE,
    "STOP": c.STOP + c.EXCLAIM,
    "PAUSE": c.PAUSE,
    "DOUBLE_MARK": c.DOUBLE,
    "DASH2": c.DASH,
    "DASH": c.DASH,
    "ELLIPSIS": c.ELLIPSIS,
    "CONNECT": c.CONNECT,
    "MIDDOT": c.MIDDOT,
    "SLASH": c.SLASH,
    "POSTFIX": c.POSTFIX + c.WIDE_SIGN,
    "PREFIX": c.PREFIX + c.WIDE_PREFIX + c.LATIN_SIGN,
}
"""A full-width sign beside a number has no letter of its own: it is set as any other full-width
sign.
"""

GB_ELLIPSIS = "CSS line-break: strict, our base at every level, forbids an ellipsis at line start where CLREQ forbids it only at strict"


TWO_DASHES = "the table's — is half of the dash ——; alone it is a connector (一字线), which starts no line at any level"


def as_written(row: Row) -> str:
    """The sign as it stands in a text: — is written twice."""
    return row["char"] * (2 if row["class"] == "DASH" else 1)


@pytest.fixture
def composer(typesetter: Typesetter) -> Composer:
    return Composer(typesetter)


def name_of(row: Row) -> str:
    return row["cp"]


def between_hanzi(
    typesetter: Typesetter, char: str, level: Prohibition = Prohibition.GB
) -> Prepared:
    rule = with_changes(CLREQ, prohibition=level, pairs=False)
    return Composer(typesetter).prepare(f"国{char}国", rule)


def test_the_table_has_its_65_rows(count: Callable[[str, int, int], None]) -> None:
    count("punctuation classes read", len(ROWS), 65)
    assert len(ROWS) == 65


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_sign_has_its_class_between_hanzi(typesetter: Typesetter, row: Row) -> None:
    assert between_hanzi(typesetter, as_written(row)).letters[1] in LETTERS[row["class"]]


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_sign_may_start_a_line_or_not(typesetter: Typesetter, row: Row) -> None:
    forbidden = between_hanzi(typesetter, as_written(row)).breaks[1] == FORBIDDEN
    if row["class"] == "ELLIPSIS":
        assert forbidden, GB_ELLIPSIS
    else:
        assert forbidden == row["no_line_start"].startswith("Y")
    at_strict = (
        between_hanzi(typesetter, as_written(row), Prohibition.STRICT).breaks[1] == FORBIDDEN
    )
    assert at_strict == bool(row["no_line_start"])


NO_START = {
    Prohibition.NONE: set[str](),
    Prohibition.BASIC: {"STOP", "PAUSE", "CLOSE", "CONNECT", "MIDDOT", "DOUBLE_MARK"},
}
NO_START[Prohibition.GB] = NO_START[Prohibition.BASIC] | {"SLASH"}
NO_START[Prohibition.STRICT] = NO_START[Prohibition.GB] | {"DASH2", "DASH", "ELLIPSIS"}
NO_END = {
    Prohibition.NONE: set[str](),
    Prohibition.BASIC: {"OPEN"},
    Prohibition.GB: {"OPEN", "SLASH"},
    Prohibition.STRICT: {"OPEN", "SLASH"},
}
"""The classes that may not start or end a line at each of CLREQ's four levels (3.1.6)."""

LEVELLED = [row for row in ROWS if row["class"] not in ("POSTFIX", "PREFIX")]
"""A sign of a number stays with that at every level, whatever its class."""

BY_UNICODE = "UAX #14 keeps – 〜 and / (BA, HY, NS, SY) with what stands before them at any level"


@pytest.mark.parametrize("level", Prohibition)
@pytest.mark.parametrize("row", LEVELLED, ids=name_of)
def test_each_level_forbids_its_classes_at_line_start(
    typesetter: Typesetter, row: Row, level: Prohibition
) -> None:
    forbidden = between_hanzi(typesetter, as_written(row), level).breaks[1] == FORBIDDEN
    if row["char"] in "–‐-〜/" and level is not Prohibition.STRICT:
        assert forbidden, BY_UNICODE
    elif row["class"] == "ELLIPSIS" and level in (Prohibition.BASIC, Prohibition.GB):
        assert forbidden, GB_ELLIPSIS
    else:
        assert forbidden == (row["class"] in NO_START[level])


@pytest.mark.parametrize("level", Prohibition)
@pytest.mark.parametrize("row", LEVELLED, ids=name_of)
def test_each_level_forbids_its_classes_at_line_end(
    typesetter: Typesetter, row: Row, level: Prohibition
) -> None:
    behind = 1 + len(as_written(row))
    forbidden = between_hanzi(typesetter, as_written(row), level).breaks[behind] == FORBIDDEN
    assert forbidden == (row["class"] in NO_END[level])


@pytest.mark.parametrize("level", Prohibition)
@pytest.mark.parametrize("sign", ["——", "……", "“", "⸺"])
def test_no_level_forbids_anything_at_the_start_of_a_paragraph(
    composer: Composer, sign: str, level: Prohibition
) -> None:
    """clreq #510: dashes and ellipses start no line at the strict level, but a paragraph."""
    rule = with_changes(CLREQ, prohibition=level)
    assert composer.lines(f"{sign}国国国国", 4.0, punctuation=rule)[0].startswith(sign)


@pytest.mark.parametrize("level", [Prohibition.BASIC, Prohibition.GB, Prohibition.STRICT])
def test_a_dash_alone_starts_no_line(typesetter: Typesetter, level: Prohibition) -> None:
    prepared = between_hanzi(typesetter, "—", level)
    assert prepared.breaks[1] == FORBIDDEN, TWO_DASHES
    assert prepared.breaks[2] != FORBIDDEN


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_sign_may_end_a_line_or_not(typesetter: Typesetter, row: Row) -> None:
    forbidden = (
        between_hanzi(typesetter, as_written(row)).breaks[1 + len(as_written(row))] == FORBIDDEN
    )
    assert forbidden == row["no_line_end"].startswith("Y")


def natural_width(row: Row) -> float | None:
    written = row["natural_em"]
    if written == "glyph":
        return None
    if "/" in written:
        return 0.5 if row["char"] in "–‐-" else 1.0
    return float(written)


@pytest.mark.parametrize("row", [row for row in ROWS if natural_width(row)], ids=name_of)
def test_a_sign_has_its_natural_width_between_hanzi(typesetter: Typesetter, row: Row) -> None:
    places = between_hanzi(typesetter, row["char"]).places
    assert places[2] - places[1] == pytest.approx(natural_width(row))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["class"] in ("OPEN", "CLOSE", "STOP", "PAUSE")], ids=name_of
)
def test_a_mark_gives_its_blank_half_on_the_side_the_table_names(
    typesetter: Typesetter, row: Row
) -> None:
    """What it keeps is its least width: half an em."""
    prepared = between_hanzi(typesetter, row["char"])
    left, right = prepared.start_trims.get(1, 0.0), prepared.end_trims.get(2, 0.0)
    gives = float(row["natural_em"]) - float(row["min_em"])
    assert (left, right) == ((gives, 0.0) if row["trim_side_h"] == "left" else (0.0, gives))
    assert [blank for k, _, blank in prepared.marks if k == 1] == [gives]


@pytest.mark.parametrize("row", [row for row in ROWS if row["trim_side_h"] == "none"], ids=name_of)
def test_a_sign_that_is_not_squeezable_gives_nothing(typesetter: Typesetter, row: Row) -> None:
    prepared = between_hanzi(typesetter, row["char"])
    assert (prepared.start_trims, prepared.end_trims) == ({}, {})
    assert prepared.marks == []


@pytest.mark.parametrize(
    "face", ["song", "song-bold", "hei", "hei-bold", "kai", "fangsong", "song-black"]
)
@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["class"] in ("OPEN", "CLOSE", "STOP", "PAUSE")], ids=name_of
)
def test_the_ink_of_a_mark_stands_in_the_half_it_keeps(
    typesetter: Typesetter, row: Row, face: str
) -> None:
    """Else a squeeze would cut it or push it into its neighbour: opening marks in the right half,
    the others in the left.
    """
    opened = typesetter.catalogue.covering(face, row["char"])
    assert opened is not None
    ink = (
        opened.ink(ord(typesetter.case(face, "latin").glyphs[ord(row["char"])]))
        if opened.key == face
        else opened.ink(opened.glyph(row["char"]))
    )
    if row["class"] == "OPEN":
        assert ink.left >= 0.45
    elif row["char"] not in "！？：；":
        assert ink.right <= 0.55
