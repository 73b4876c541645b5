"""What comes off the plates of a real newsletter, printed by each of the two presets for print
shops, its red as a spot ink.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops
from plates import PROCESS, Area, Separated, separate

from layouts.proof.prove import prove

ROOT = Path(__file__).parents[2]

SPOT = "专色红"

SQUARE = 15**0.5
"""mm: the side of a square of 15 mm², over which print shops take the mean of all inks."""

LIMIT = 300
"""Per cent of ink that both presets allow, and what rounding of five plates and one pixel more or
less add.
"""
ROUNDING = 2


@pytest.fixture(scope="session", params=["print", "print-x1a"])
def printed(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("plates")
    source = shared / "manuscripts" / "jiading-2023-12.md"
    run(
        "export",
        source,
        "--preset",
        request.param,
        "--set",
        "red=spot",
        "-o",
        folder / f"{request.param}.pdf",
    )
    run("export", source, "-o", folder / "pages.json")
    return folder / f"{request.param}.pdf"


def run(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode("utf8")


@pytest.fixture(scope="session")
def pages(printed: Path) -> list[dict]:
    return json.loads(printed.with_name("pages.json").read_text("utf8"))["pages"]


@pytest.fixture(scope="session")
def separated(printed: Path) -> list[Separated]:
    return separate(printed, printed.parent / "plates")


def around(line: dict) -> Area:
    """Where the letters of a line stand."""
    return (
        line["x"],
        line["y"] - 0.8 * line["size"],
        line["x"] + line["width"],
        line["y"] + 0.1 * line["size"],
    )


def paragraphs(page: dict) -> list[Area]:
    """The lines of running text on a page."""
    return [
        around(line)
        for line in page["lines"]
        if line["paragraph"] is not None and line["text"].strip()
    ]


def test_running_text_is_on_the_black_plate_alone(
    separated: list[Separated], pages: list[dict]
) -> None:
    lines = 0
    for plates, page in zip(separated, pages, strict=True):
        for area in paragraphs(page):
            lines += 1
            assert plates.most("Black", area) > 150
            assert [plates.most(ink, area) for ink in ("Cyan", "Magenta", "Yellow", SPOT)] == [
                0,
                0,
                0,
                0,
            ]
    assert lines > 200


def masthead(pages: list[dict]) -> Area:
    return around(max(pages[0]["lines"], key=lambda line: line["size"]))


def test_the_masthead_is_on_the_spot_plate_alone(
    separated: list[Separated], pages: list[dict]
) -> None:
    area = masthead(pages)
    assert separated[0].most(SPOT, area) == 255
    assert [separated[0].most(ink, area) for ink in PROCESS] == [0, 0, 0, 0]


def test_photos_stay_off_the_spot_plate(separated: list[Separated], pages: list[dict]) -> None:
    shown = colourful = 0
    for plates, page in zip(separated, pages, strict=True):
        for picture in page["pictures"]:
            shown += 1
            area = (
                picture["x"],
                picture["y"],
                picture["x"] + picture["width"],
                picture["y"] + picture["height"],
            )
            assert plates.most(SPOT, area) == 0
            colour = plates.most("Magenta", area) > 50
            # a photo without colour is black ink alone
            assert colour or plates.most("Black", area) > 50
            colourful += colour
    assert shown > colourful > 3


def test_no_square_of_15_mm2_takes_more_ink_than_the_limit(separated: list[Separated]) -> None:
    totals = [plates.total(SQUARE) for plates in separated]
    assert max(totals) <= LIMIT + ROUNDING
    assert max(totals) > 150  # there are photos, and they are dark


SLUG_LINE = (250, 12)
"""Pixels at 72 dpi: the end of the slug line, from the number of the page on, is all that may
differ from page to page.
"""


def test_nothing_but_marks_is_outside_the_bleed(separated: list[Separated]) -> None:
    """Marks are the same on every page but for the number in the slug line; what is on the pages is
    not.
    """
    for ink in (*PROCESS, SPOT):
        outside = [plates.outside(ink) for plates in separated if ink in plates.inks]
        assert len(outside) > 1
        assert outside[0].getextrema()[1] > 100  # register marks are on every plate
        for other in outside[1:]:
            left, top, right, bottom = ImageChops.difference(outside[0], other).getbbox() or (
                0,
                0,
                0,
                0,
            )
            assert right - left <= SLUG_LINE[0]
            assert bottom - top <= SLUG_LINE[1]


def test_colour_under_black_text_is_not_knocked_out(
    printed: Path, pages: list[dict], tmp_path: Path
) -> None:
    """A tint is laid under the text of page 2; behind the letters it is as full as beside them, for
    they overprint.
    """
    area = next(area for area in paragraphs(pages[1]) if area[2] - area[0] > 200)
    tinted, knocked = tmp_path / "tinted.pdf", tmp_path / "knocked.pdf"
    tinted.write_bytes(with_tint(printed, overprint=True))
    knocked.write_bytes(with_tint(printed, overprint=False))
    over = separate(tinted, tmp_path / "over", dpi=150, pages=(2, 2))[0]
    assert over.most("Black", area) > 200
    assert 125 <= over.least("Magenta", area) == over.most("Magenta", area) <= 130
    without = separate(knocked, tmp_path / "without", dpi=150, pages=(2, 2))[0]
    assert without.least("Magenta", area) < 30  # and this is how it looks where they do not


def with_tint(path: Path, *, overprint: bool) -> bytes:
    """The file with half of magenta under all of page 2, and if so wanted without overprinting."""
    out = io.BytesIO()
    with pikepdf.open(path) as pdf:
        page = pdf.pages[1]
        tint = pdf.make_stream(b"q 0 0.5 0 0 k 0 0 2000 2000 re f Q")
        page.Contents = pikepdf.Array(
            [
                tint,
                *(page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]),
            ]
        )
        for state in () if overprint else page.Resources.ExtGState.values():
            state["/op"] = state["/OP"] = False
        pdf.save(out)
    return out.getvalue()


def test_the_file_keeps_its_standard(printed: Path) -> None:
    """X-1a: no RGB, no transparency; X-4: all that it claims. Both without a warning."""
    standard = "x1a" if printed.stem == "print-x1a" else "x4"
    assert prove(printed.read_bytes(), standard, printed.name) == []
