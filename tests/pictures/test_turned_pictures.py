"""Pictures of issues in which a page is turned by a quarter (横排转页)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from composing import compose_manuscript
from PIL import Image
from turned_issue import turned_manuscript

from fonts.catalogue import Catalogue
from layouts.house.layout import Grid
from layouts.imaging.picture_kinds import PictureKind
from layouts.page.item import BLACK, PAGE_NUMBER, RUNNING_HEAD, Box, Line, Rule
from layouts.page.page import Edition, Page
from layouts.pictures.making import made_pictures
from layouts.pictures.order import PictureOrder
from layouts.pictures.strip import WIDTH, End, strip_of
from layouts.prepress.presets import load_preset

LEADING, SIZE = 20.0, 12.0
PAPER = 300.0, 400.0
GRID = Grid(300, 400, 50, 50, SIZE, LEADING, 10.5, 15, 16, 1, 0)


def turned_page(*lines: Line, rules: tuple[Rule, ...] = ()) -> Page:
    """A page with a box at the head of its frame, a running head, its rule and a number."""
    head = Line(50.0, 30.0, 200.0, SIZE, (), "", RUNNING_HEAD)
    number = Line(50.0, 380.0, 20.0, SIZE, (), "", PAGE_NUMBER)
    over = Page(0, *PAPER, [head, number], rules=[Rule(50.0, 35.0, 250.0, 35.0, 0.5)])
    box = Box(60.0, 50.0, 280.0, 40.0, BLACK)
    return Page(1, *PAPER, [*lines], boxes=[box], rules=[*rules], turned=True, upright=over)


def pictures_of(catalogue: Catalogue, order: PictureOrder, *pages: Page) -> list[Image.Image]:
    edition = Edition(pages, (), (), "")
    made = made_pictures(edition, GRID, catalogue, order, load_preset("print", {}))
    return [Image.open(io.BytesIO(one.data)) for one in made]


def ink(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Where something dark is: left, top, right, foot."""
    grey = image.convert("RGB").convert("L")
    return grey.point(lambda value: 255 if value < 128 else 0).getbbox()


# its head at the left, as it prints: 60 to 340 across the frame is 340 to 60 up the paper
STANDS = (50, 60, 90, 340)


@pytest.mark.parametrize("kind", [PictureKind.PNG, PictureKind.TIFF])
def test_a_page_is_as_it_prints(catalogue: Catalogue, kind: PictureKind) -> None:
    page = turned_page()
    page.upright = None
    (image,) = pictures_of(catalogue, PictureOrder(kind=kind, ppi=72), page)
    assert image.size == (300, 400)
    assert ink(image) == STANDS


def test_a_spread_has_it_beside_the_other(catalogue: Catalogue) -> None:
    turned = turned_page()
    turned.upright = None
    pages = Page(1, *PAPER), Page(2, *PAPER), turned
    order = PictureOrder(kind=PictureKind.PNG, spreads=True, ppi=72)
    _, spread = pictures_of(catalogue, order, *pages)
    assert spread.size == (600, 400)
    assert ink(spread) == (350, 60, 390, 340)


def test_the_long_picture_has_it_as_it_prints_without_its_running_head(
    catalogue: Catalogue,
) -> None:
    upright = Page(2, *PAPER, [Line(50.0, 100.0, 200.0, SIZE, (), "", "body", 0)])
    pages = turned_page(), upright
    strip = strip_of(Edition(pages, (), (), ""), LEADING, SIZE)
    first, second = strip.parts
    # the text's width and white beside it, as of every other page
    assert (first.view.left, first.view.width) == (second.view.left, second.view.width)
    scale = WIDTH / first.view.width
    order = PictureOrder(kind=PictureKind.PNG, long=True)
    (image,) = pictures_of(catalogue, order, *pages)
    left, top, right, foot = ink(image)
    assert (left, right) == pytest.approx(
        ((50 - first.view.left) * scale, (90 - first.view.left) * scale), abs=1
    )
    assert foot - top == pytest.approx(280 * scale, abs=2)
    # nothing of its running head over it: the white above all
    assert top / scale == pytest.approx(0.06 * first.view.width, abs=1)


def test_a_turned_table_is_cut_where_nothing_crosses_alone() -> None:
    lines = [
        Line(60.0 + 60 * k, 120.0, 30.0, SIZE, (), "", "table", 0, 1, part=k) for k in range(4)
    ]
    across = Rule(60.0, 60.0, 340.0, 60.0, 0.5)
    page = turned_page(*lines, rules=(across,))
    strip = strip_of(Edition((page,), (), (), ""), LEADING, SIZE)
    assert strip.cuts == ()


def test_a_composed_issue_has_the_table_inside_the_strip(tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text(turned_manuscript("neikan-a4-2col"), "utf8")
    composed, layout = compose_manuscript(tmp_path / "issue.md", Catalogue())
    grid = layout.grid
    strip = strip_of(composed, grid.leading, grid.size)
    (part,) = (one for one in strip.parts if one.page.turned)
    # its type area is as high as it is wide in the frame
    assert part.view.height == pytest.approx(grid.area_height, rel=0.12)
    assert {cut.end for cut in strip.cuts if part.start < cut.row < part.start + part.height} <= {
        End.ARTICLE
    }
