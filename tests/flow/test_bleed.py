"""Photos that go over the trim: how far, with what of the photo, on the screen and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE
from laying import Laid, Press, prose
from msgspec.structs import replace

from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.issue.article import PageBreak
from layouts.issue.photo import Bleed, Crop, PhotoPoint, Side
from layouts.page.item import Picture
from layouts.prepress.preset import Preset
from layouts.prepress.sheet import bled, sheet_of
from layouts.units import mm

EXACT = 1e-6


def picture(laid: Laid, number: int = 0) -> Picture:
    return [found for page in laid.pages for found in page.pictures][number]


def ratio(found: Picture, across: int, down: int) -> float:
    """What the crop leaves of a photo, height to width, over that of its frame: 1 where it is
    undistorted.
    """
    left, top, right, bottom = found.crop
    shown = down * (1 - top - bottom) / (across * (1 - left - right))
    return shown / (found.height / found.width)


@pytest.mark.parametrize(
    ("side", "bleed"), [(Side.LEFT, Bleed(left=True)), (Side.RIGHT, Bleed(right=True))]
)
def test_a_photo_beside_text_goes_over_the_edge_it_stands_at(
    press: Press, side: Side, bleed: Bleed
) -> None:
    laid = press.set(press.photo(400, 300, side=side, width=14.0, bleed=bleed), prose(900))
    found, width = picture(laid), laid.grid.width
    reach = -found.x if bleed.left else found.x + found.width - width
    assert reach == pytest.approx(mm(3))
    assert ratio(found, 400, 300) == pytest.approx(1.0)
    inner = found.x + found.width if bleed.left else width - found.x
    assert 0 < inner < laid.grid.width / 2


def test_a_photo_over_its_column_goes_over_both_edges_keeping_its_proportions(press: Press) -> None:
    """It is as much higher as it is wider, so that hardly any of it is cut off."""
    laid = press.set(
        press.photo(400, 150, side=Side.NONE, width=60.0, bleed=Bleed(left=True, right=True)),
        prose(900),
    )
    found = picture(laid)
    assert found.x == pytest.approx(-mm(3))
    assert found.x + found.width == pytest.approx(laid.grid.width + mm(3))
    assert found.width * 150 / 400 == pytest.approx(found.height, abs=laid.grid.leading)
    assert ratio(found, 400, 150) == pytest.approx(1.0)


def test_a_photo_goes_to_no_edge_that_it_does_not_stand_at(press: Press) -> None:
    laid = press.set(
        press.photo(
            400, 300, side=Side.LEFT, width=14.0, line=3, bleed=Bleed(right=True, top=True)
        ),
        prose(900),
    )
    found = picture(laid)
    assert found.x == pytest.approx(laid.grid.left)
    assert found.y >= laid.grid.top


def test_what_is_cut_off_for_the_edge_spares_the_centre_of_interest(press: Press) -> None:
    """Over the head of its page the frame is higher than the photo: its left part is kept where the
    centre is at the left.
    """
    edges = Bleed(left=True, top=True)
    shown = press.photo(
        400, 300, side=Side.LEFT, width=14.0, bleed=edges, focus=PhotoPoint(0.05, 0.5)
    )
    found = picture(press.set(prose(60), PageBreak(NOWHERE), shown, prose(900)))
    assert (found.x, found.y) == pytest.approx((-mm(3), -mm(3)))
    assert found.crop[0] == 0
    assert found.crop[2] > 0
    assert ratio(found, 400, 300) == pytest.approx(1.0)


TRIMMED = """
based_on = "jianbao-a4"
title_zh = "到边"
title_en = "To the trim"
[page]
side = 0
"""


@pytest.fixture
def trimmed(tmp_path: Path) -> Layout:
    """A layout whose type area goes to the trim left and right."""
    (tmp_path / "trimmed.toml").write_text(TRIMMED, "utf8")
    return load_layout("trimmed.toml", {}, folder=tmp_path)


def test_where_the_type_area_goes_to_the_trim_photos_go_over_it_by_themselves(
    press: Press, trimmed: Layout
) -> None:
    assert trimmed.grid.left < trimmed.grid.size / 2
    laid = press.set(
        press.photo(400, 200, side=Side.NONE, width=100.0),
        press.photo(400, 300, side=Side.RIGHT, width=20.0),
        prose(2000),
        house=trimmed,
    )
    whole, beside = picture(laid), picture(laid, 1)
    right = trimmed.grid.width + mm(3)
    assert (whole.x, whole.x + whole.width) == pytest.approx((-mm(3), right))
    assert beside.x > 0
    assert beside.x + beside.width == pytest.approx(right)
    assert ratio(whole, 400, 200) == pytest.approx(1.0)
    assert ratio(beside, 400, 300) == pytest.approx(1.0)


def test_a_layout_says_how_far_it_bleeds(tmp_path: Path, press: Press) -> None:
    (tmp_path / "wide.toml").write_text(TRIMMED.replace("side = 0", 'bleed = "5mm"'), "utf8")
    house = load_layout("wide.toml", {}, folder=tmp_path)
    shown = press.photo(400, 300, side=Side.LEFT, width=14.0, bleed=Bleed(left=True))
    laid = press.set(shown, prose(900), house=house)
    assert picture(laid).x == pytest.approx(-mm(5))


PRINT = Preset(name="print", zh="", en="", bleed=(3.0, 3.0, 3.0, 3.0), marks=True)


def test_the_preset_draws_what_the_page_has(press: Press) -> None:
    """Screen and paper show the same inside the trim: the same frame with the same crop."""
    laid = press.set(
        press.photo(400, 300, side=Side.LEFT, width=14.0, bleed=Bleed(left=True)), prose(900)
    )
    page = laid.pages[0]
    assert bled(page, sheet_of(page, PRINT)).pictures == page.pictures


@pytest.mark.parametrize("edges", [Bleed(top=True), Bleed()])
def test_no_running_head_stands_on_a_photo(press: Press, edges: Bleed) -> None:
    shown = press.photo(400, 300, side=Side.NONE, width=60.0, bleed=edges)
    laid = press.set(prose(60), PageBreak(NOWHERE), shown, prose(900), layout="neikan-a4-2col")
    heads = laid.lines("running-head", page=2)
    assert bool(heads) != edges.top


@pytest.mark.parametrize("crop", [Crop(), Crop(0.2, 0.2, 0.2, 0.2)])
def test_a_wider_bleed_is_filled_all_the_same(press: Press, crop: Crop) -> None:
    laid = press.set(
        press.photo(400, 300, side=Side.LEFT, width=14.0, bleed=Bleed(left=True), crop=crop),
        prose(900),
    )
    page, wide = laid.pages[0], replace(PRINT, bleed=(5.0, 5.0, 5.0, 5.0))
    (found,) = bled(page, sheet_of(page, wide)).pictures
    assert found.x == pytest.approx(-mm(5))
    assert ratio(found, 400, 300) == pytest.approx(1.0)
    assert all(part >= 0 for part in found.crop)
