"""Images of pages: mended where a page changes, in parts where it is large, within bounds; never
another pixel than painted afresh.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace
from painted import Written, pillow, screen
from PIL import Image, ImageChops
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.canvas.atlas import Atlas
from desktop.canvas.changes import bands, changed_areas
from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from desktop.canvas.tiles import TILE, WHOLE, PageImages
from fonts.catalogue import Catalogue
from layouts.page.item import BLACK, Box, Ink, Picture, Rule
from layouts.page.page import Page

RED = Ink("red", (0.8, 0.1, 0.1))


@pytest.fixture
def images(page_painter: PagePainter, read_at_once: PictureStore) -> PageImages:
    return PageImages(page_painter, read_at_once)


def edited(page: Page, dice: random.Random) -> Page:
    """The page after something an editor might do: typing, dragging a photo, a rule gone."""
    lines, pictures, rules = list(page.lines), list(page.pictures), list(page.rules)
    first = dice.randrange(len(lines))
    for k in range(first, min(first + dice.randint(1, 6), len(lines))):
        shift = dice.random() * 3
        lines[k] = lines[k]._replace(
            runs=tuple(
                run._replace(x=run.x + shift, glyphs=run.glyphs[1:] + run.glyphs[:1])
                for run in lines[k].runs
            )
        )
    if dice.random() < 0.3:
        del lines[dice.randrange(len(lines))]
    if pictures and dice.random() < 0.5:
        pictures[0] = pictures[0]._replace(
            x=pictures[0].x + dice.random() * 20 - 10, y=pictures[0].y + dice.random() * 10
        )
    if rules and dice.random() < 0.5:
        del rules[dice.randrange(len(rules))]
    return replace(page, lines=lines, pictures=pictures, rules=rules)


@pytest.mark.parametrize(("scale", "ratio"), [(4 / 3, 1.0), (1.1, 1.5), (0.5, 2.0)])
def test_a_mended_image_is_the_one_painted_afresh(
    written: Written,
    images: PageImages,
    catalogue: Catalogue,
    read_at_once: PictureStore,
    scale: float,
    ratio: float,
) -> None:
    dice = random.Random(f"{written.name} {scale}")
    for composed in written.edition.pages[:4]:
        page = composed
        images.image(page, scale, ratio)
        for _ in range(3):
            old, page = page, edited(page, dice)
            images.update(old, page)
            if dice.random() < 0.5:  # else two changes are mended at once
                images.image(page, scale, ratio)
        afresh = PageImages(PagePainter(catalogue), read_at_once).image(page, scale, ratio)
        assert images.image(page, scale, ratio).toImage() == afresh.toImage()


def test_a_page_that_came_back_the_same_is_not_painted(
    written: Written, images: PageImages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A recomposed page holds equal lines, and other articles' numbers where an article was put in
    before them.
    """
    page = written.edition.pages[1]
    before = images.image(page, 1.0).toImage()
    lines = [line._replace(article=99, paragraph=3, start=7) for line in page.lines]
    same = Page(
        2, page.width, page.height, lines, list(page.pictures), list(page.rules), list(page.boxes)
    )
    monkeypatch.setattr(PagePainter, "paint", None)
    images.update(page, same)
    assert images.image(same, 1.0).toImage() == before


def test_only_what_changed_is_dirty(written: Written, catalogue: Catalogue) -> None:
    page = next(page for page in written.edition.pages[1:] if not page.pictures)
    lines = list(page.lines)
    lines[10] = lines[10]._replace(
        runs=tuple(run._replace(glyphs=run.glyphs[::-1]) for run in lines[10].runs)
    )
    (area,) = changed_areas(page, replace(page, lines=lines), catalogue)
    assert area.height() < 1.2 * lines[10].size
    assert (
        lines[10].y - lines[10].size
        < area.top()
        < area.bottom()
        < lines[10].y + 0.3 * lines[10].size
    )


def test_things_in_another_order_are_dirty(catalogue: Catalogue) -> None:
    below, above = Box(0, 0, 10, 10, RED), Box(5, 5, 10, 10, BLACK)
    areas = changed_areas(
        Page(1, 20, 20, boxes=[below, above]), Page(1, 20, 20, boxes=[above, below]), catalogue
    )
    assert any(area.contains(QRectF(5, 5, 5, 5)) for area in areas)


def test_bands_hold_everything_and_do_not_overlap() -> None:
    areas = [QRectF(0, 10, 5, 5), QRectF(20, 12, 5, 9), QRectF(0, 50, 5, 5), QRectF()]
    assert bands(areas) == [QRectF(0, 10, 25, 11), QRectF(0, 50, 5, 5)]


def test_lines_of_a_paragraph_are_one_band() -> None:
    assert bands([QRectF(0, 10, 90, 13), QRectF(0, 33, 90, 13)]) == [QRectF(0, 10, 90, 36)]


def test_a_page_with_other_text_is_painted_whole(written: Written, catalogue: Catalogue) -> None:
    page = written.edition.pages[1]
    lines = [
        line._replace(runs=tuple(run._replace(x=run.x + 1) for run in line.runs))
        for line in page.lines
    ]
    assert changed_areas(page, replace(page, lines=lines), catalogue) == [
        QRectF(0, 0, page.width, page.height)
    ]


def test_a_page_of_another_size_is_painted_anew(images: PageImages) -> None:
    small, large = (
        Page(1, 20, 20, boxes=[Box(0, 0, 5, 5, RED)]),
        Page(1, 40, 40, boxes=[Box(0, 0, 5, 5, RED)]),
    )
    images.image(small, 1.0)
    images.update(small, large)
    assert images.image(large, 1.0).size().width() == 40


@pytest.mark.parametrize(("scale", "ratio"), [(2.3, 2.0), (16 / 3, 1.0)])
def test_the_parts_of_a_large_page_fit_together(
    written: Written, page_painter: PagePainter, images: PageImages, scale: float, ratio: float
) -> None:
    page = written.edition.pages[3]
    whole = screen(page_painter, page, None, scale, ratio)
    put = QImage(whole.size(), QImage.Format.Format_RGB32)
    painter = QPainter(put)
    exposed = QRectF(0, 0, page.width * scale, page.height * scale)
    tiles = images.tiles(page, scale, ratio, exposed)
    assert len(tiles) > 4
    for tile in tiles:
        assert max(tile.pixmap.width(), tile.pixmap.height()) <= TILE
        painter.drawImage((tile.at * ratio).toPoint(), flat(tile.pixmap))
    painter.end()
    assert ImageChops.difference(pillow(put), pillow(whole)).getbbox() is None


def flat(pixmap: QPixmap) -> QImage:
    image = pixmap.toImage()
    image.setDevicePixelRatio(1)
    return image


def test_only_the_parts_in_view_are_painted(images: PageImages) -> None:
    page = Page(1, 600, 840, boxes=[Box(0, 0, 600, 840, RED)])
    (tile,) = images.tiles(page, 10.0, 1.0, QRectF(1100, 2100, 500, 500))
    assert (tile.at.x(), tile.at.y()) == (TILE, 2 * TILE)
    assert images.bytes_held == TILE * TILE * 4


def test_a_whole_page_has_one_image_of_bounded_size(images: PageImages) -> None:
    page = Page(1, 600, 840)
    pixmap = images.image(page, 10.0, 2.0)
    assert max(pixmap.width(), pixmap.height()) == WHOLE
    assert pixmap.deviceIndependentSize().height() == pytest.approx(8400, abs=1)


def test_images_take_no_more_room_than_they_may(
    page_painter: PagePainter, read_at_once: PictureStore
) -> None:
    images = PageImages(page_painter, read_at_once, most_bytes=5 * 100 * 100 * 4)
    pages = [Page(k, 100, 100) for k in range(9)]
    for page in pages:
        images.image(page, 1.0)
        assert images.bytes_held <= 5 * 100 * 100 * 4
    images.keep(pages[-2:])
    assert images.bytes_held == 2 * 100 * 100 * 4


def test_drawn_pages_stand_where_they_are_told(images: PageImages) -> None:
    page = Page(1, 20, 30, boxes=[Box(10, 0, 10, 30, RED)])
    window = QImage(100, 100, QImage.Format.Format_RGB32)
    window.fill(Qt.GlobalColor.black)
    painter = QPainter(window)
    images.draw(painter, page, QPointF(30, 40), 2.0, QRectF(0, 0, 100, 100))
    painter.end()
    shown = pillow(window)
    assert shown.getbbox() == (30, 40, 70, 100)
    assert shown.getpixel((49, 60)) == (255, 255, 255)
    assert shown.getpixel((50, 60)) == (204, 26, 26)


def test_while_zooming_the_image_there_is_gets_scaled(
    images: PageImages, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(1, 20, 20, boxes=[Box(0, 0, 20, 20, RED)])
    images.image(page, 1.0)
    monkeypatch.setattr(PagePainter, "paint", None)
    window = QImage(100, 100, QImage.Format.Format_RGB32)
    window.fill(Qt.GlobalColor.black)
    painter = QPainter(window)
    images.draw(painter, page, QPointF(10, 10), 3.0, QRectF(0, 0, 100, 100), zooming=True)
    painter.end()
    assert window.pixelColor(40, 60).red() == 204
    assert window.pixelColor(75, 75).red() == 0


def test_while_zooming_a_page_never_seen_is_painted(images: PageImages) -> None:
    window = QImage(40, 40, QImage.Format.Format_RGB32)
    window.fill(Qt.GlobalColor.black)
    painter = QPainter(window)
    images.draw(
        painter,
        Page(1, 20, 20, boxes=[Box(0, 0, 20, 20, RED)]),
        QPointF(0, 0),
        2.0,
        QRectF(0, 0, 40, 40),
        zooming=True,
    )
    painter.end()
    assert window.pixelColor(20, 20).red() == 204


def test_a_photo_that_arrives_is_painted_into_the_image(
    qtbot, page_painter: PagePainter, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 30), "blue").save(tmp_path / "blue.png")
    store = PictureStore()
    images = PageImages(page_painter, store)
    page = Page(
        1,
        60,
        60,
        pictures=[Picture(10, 10, 40, 30, str(tmp_path / "blue.png"), "")],
        rules=[Rule(0, 55, 60, 55, 1)],
    )
    with qtbot.waitSignal(images.renewed):
        waiting = images.image(page, 1.0).toImage()
    assert waiting.pixelColor(30, 25).name() == "#dfe0e3"
    assert images.image(page, 1.0).toImage().pixelColor(30, 25).name() == "#0000ff"
    store.close()


def test_an_atlas_that_grew_too_large_is_begun_anew(written: Written, catalogue: Catalogue) -> None:
    page, atlas = written.edition.pages[1], Atlas(most_bytes=10_000)
    painter = PagePainter(catalogue)
    first = screen(painter, page)
    painter._atlas = atlas
    assert screen(painter, page) == screen(painter, page) == first


@pytest.mark.parametrize(("scale", "ratio"), [(4 / 3, 1.0), (1.1, 1.5), (0.6, 1.0)])
def test_an_image_painted_strip_by_strip_is_the_one_painted_at_once(
    written: Written,
    images: PageImages,
    catalogue: Catalogue,
    read_at_once: PictureStore,
    scale: float,
    ratio: float,
) -> None:
    """Scrolled to and fro, edited meanwhile, and finished while nobody does anything."""
    dice = random.Random(f"{written.name} {scale} strips")
    for composed in written.edition.pages[:4]:
        page = composed
        for _ in range(4):
            top = dice.random() * page.height * scale
            images.tiles(
                page, scale, ratio, QRectF(0, top, page.width * scale, dice.random() * 200)
            )
            old, page = page, edited(page, dice)
            images.update(old, page)
        for _ in range(100):
            if not images.prepare(page, scale, ratio):
                break
        else:
            pytest.fail("there is no end of it")
        painted = images._images[next(key for key in images._images if key.page == id(page))].pixmap
        afresh = PageImages(PagePainter(catalogue), read_at_once).image(page, scale, ratio)
        assert flat(painted) == flat(afresh)


def test_what_is_out_of_view_is_painted_when_it_comes_into_view(images: PageImages) -> None:
    page = Page(1, 200, 1000, boxes=[Box(0, 0, 200, 1000, RED)])
    (tile,) = images.tiles(page, 1.0, 1.0, QRectF(0, 300, 200, 100))
    shown = tile.pixmap.toImage()
    assert [shown.pixelColor(50, y).name() for y in (300, 399, 900)] == [
        "#cc1a1a",
        "#cc1a1a",
        "#ffffff",
    ]
    (tile,) = images.tiles(page, 1.0, 1.0, QRectF(0, 850, 200, 100))
    assert tile.pixmap.toImage().pixelColor(50, 900).name() == "#cc1a1a"


def test_pages_made_ready_push_out_none_in_view(
    page_painter: PagePainter, read_at_once: PictureStore
) -> None:
    images = PageImages(page_painter, read_at_once, most_bytes=2 * 100 * 100 * 4)
    seen = [Page(k, 100, 100) for k in range(2)]
    for page in seen:
        images.image(page, 1.0)
    assert not images.prepare(Page(2, 100, 100), 1.0, 1.0)
    assert images.bytes_held == 2 * 100 * 100 * 4
