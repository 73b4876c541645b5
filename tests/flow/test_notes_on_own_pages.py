"""Notes on words of what fills pages of its own (脚注): turned tables, tables longer than a page,
photos on one page or two. They stand on the page of their sign.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from composing import NOWHERE, picture_file
from marked_text import PROSE, article, issue_of, text_of
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.layout import NotesDesign
from layouts.house.load import load_layout
from layouts.issue.article import Block, Table
from layouts.issue.photo import Bleed, Photo, PhotoPlace
from layouts.issue.text import Text
from layouts.page.hit import HitKind, band, hit
from layouts.page.item import Line
from layouts.page.note_links import note_linked
from layouts.page.page import Edition, Page
from layouts.page.structure import Element, LinePart
from layouts.page.turning import box_on_paper
from layouts.paint.ofd.writing import write_ofd
from layouts.structure import structure

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "neikan-a4-3col")


def made(
    catalogue: Catalogue, *blocks: Block | str, layout: str = "jianbao-a4", folder: Path = Path()
) -> Edition:
    house = replace(load_layout(layout), notes=NotesDesign(place="page"))
    return compose(issue_of(article(*blocks), folder=folder), house, catalogue)


def wide(rows: int, noted: dict[int, str], **looks: object) -> Table:
    """A turned table of 13 columns; `noted` are the notes in its first column by row."""
    header = tuple(map(Text, ("馆", *(f"{month}月" for month in range(1, 13)))))
    body = tuple(
        (
            text_of(f"第{k}{{note={noted[k]}|馆}}") if k in noted else Text(f"第{k}馆"),
            *(Text(f"{k}{m:02}") for m in range(12)),
        )
        for k in range(rows)
    )
    looks.setdefault("turned", True)
    return replace(Table(header, body, ("auto",) * 13, NOWHERE), **looks)


def notes(page: Page) -> list[Line]:
    return [line for line in page.lines if line.role == "endnote"]


def begun(page: Page) -> list[str]:
    return [line.text[0] for line in notes(page) if line.start == 0]


def signs(page: Page) -> list[str]:
    return [line.text[put.start : put.end] for line in page.lines for put in line.puts if put.note]


def told(edition: Edition) -> str:
    return "".join(line.text for page in edition.pages for line in notes(page))


def each_on_its_page(edition: Edition) -> None:
    for page in edition.pages:
        assert signs(page) == begun(page), page.number
        assert "".join(begun(page)) == "①②③④⑤⑥⑦⑧⑨⑩"[: len(begun(page))]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_notes_of_a_turned_table_stand_under_it_in_its_frame(
    catalogue: Catalogue, layout: str
) -> None:
    table = wide(
        6,
        {1: "甲馆的注。", 4: PROSE * 4},
        caption=text_of("表1　各{note=题的注。|馆}"),
        notes=(Text("注：截至年底"),),
        data_source=text_of("资料来源：{note=局的注。|统计局}"),
    )
    edition = made(catalogue, PROSE * 5, table, PROSE * 40, layout=layout)
    each_on_its_page(edition)
    (page,) = [page for page in edition.pages if page.turned]
    assert begun(page) == ["①", "②", "③", "④"]
    source = next(line for line in page.lines if line.text.startswith("资料来源"))
    assert min(line.y for line in notes(page)) > source.y + source.size
    grid = load_layout(layout).grid
    for line in notes(page):
        left, top, right, foot = box_on_paper(page, band(line))
        assert grid.left - 0.01 <= left < right <= grid.left + grid.area_width + 0.01
        assert grid.top - 0.01 <= top < foot <= grid.top + grid.area_height + 0.01


def test_a_long_turned_table_has_each_note_on_the_page_of_its_row(catalogue: Catalogue) -> None:
    table = wide(90, {k: f"第{k}条。{PROSE}" for k in range(0, 90, 4)})
    edition = made(catalogue, PROSE * 5, table, PROSE * 40)
    each_on_its_page(edition)
    assert len([page for page in edition.pages if page.turned and notes(page)]) > 2
    grid = load_layout("jianbao-a4").grid
    for page in edition.pages:
        if page.turned:
            lowest = max(line.y + 0.12 * line.size for line in page.lines)
            assert lowest <= grid.left + grid.area_width + 0.01


def test_a_note_longer_than_its_page_is_parted_and_goes_on_behind(catalogue: Catalogue) -> None:
    words = PROSE * 80
    edition = made(catalogue, PROSE * 5, wide(6, {1: words}), PROSE * 60)
    (page,) = [page for page in edition.pages if page.turned]
    assert begun(page) == signs(page) == ["①"]
    assert len(notes(page)) >= 2
    assert told(edition) == f"① {words}"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_across_all_columns_and_taller_than_a_page_has_them_at_its_foot(
    catalogue: Catalogue, layout: str
) -> None:
    noted = {k: f"第{k}条。{PROSE}" for k in range(0, 120, 9)}
    table = wide(120, noted, turned=False, across=0, place=PhotoPlace.TOP)
    edition = made(catalogue, PROSE * 5, table, PROSE * 60, layout=layout)
    each_on_its_page(edition)
    grid = load_layout(layout).grid
    for page in edition.pages:
        for line in notes(page):
            assert line.y + 0.12 * line.size <= grid.top + grid.area_height + 0.1
            rows = [one.y for one in page.lines if one.role == "table"]
            assert not rows or max(rows) < line.y - line.size


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", [PhotoPlace.PAGE, PhotoPlace.SPREAD])
@pytest.mark.parametrize("size", [1, 12])
def test_notes_of_a_photo_on_its_own_page_stand_at_its_foot(
    catalogue: Catalogue, tmp_path: Path, layout: str, place: PhotoPlace, size: int
) -> None:
    photo = Photo(picture_file(tmp_path, width=60, height=40), "", NOWHERE, place=place)
    photo = replace(photo, caption=text_of(f"书房{{note={PROSE * size}|湖畔}}开放"))
    edition = made(catalogue, PROSE * 5, photo, PROSE * 60, layout=layout, folder=tmp_path)
    each_on_its_page(edition)
    (page,) = [page for page in edition.pages if signs(page)]
    grid = load_layout(layout).grid
    (picture,) = page.pictures
    words = next(line for line in page.lines if line.role == "caption")
    assert picture.y + picture.height < words.y < notes(page)[0].y - notes(page)[0].size
    last = notes(page)[-1]
    assert last.y + last.size - grid.rise(last.size) == pytest.approx(grid.top + grid.area_height)


@pytest.mark.parametrize("place", [PhotoPlace.PAGE, PhotoPlace.SPREAD])
def test_notes_of_a_photo_over_the_whole_page_stand_on_the_ground_of_its_words(
    catalogue: Catalogue, tmp_path: Path, place: PhotoPlace
) -> None:
    photo = Photo(picture_file(tmp_path, width=60, height=40), "", NOWHERE, place=place)
    caption = text_of(f"书房{{note={PROSE}|湖畔}}开放")
    photo = replace(photo, caption=caption, bleed=Bleed(True, True, True, True))
    edition = made(catalogue, PROSE * 5, photo, PROSE * 60, folder=tmp_path)
    each_on_its_page(edition)
    (page,) = [page for page in edition.pages if signs(page)]
    ground = next(rule for rule in page.rules if rule.ink.name == "paper")
    top, foot = ground.y0 - ground.width / 2, ground.y0 + ground.width / 2
    for line in [*notes(page), *(one for one in page.lines if one.role == "caption")]:
        assert ground.x0 < line.x < line.x + line.width < ground.x1
        assert top < line.y - 0.88 * line.size < line.y + 0.12 * line.size < foot


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", [PhotoPlace.TOP, PhotoPlace.FOOT])
def test_a_tall_photo_at_the_head_or_foot_leaves_its_notes_room(
    catalogue: Catalogue, tmp_path: Path, layout: str, place: PhotoPlace
) -> None:
    photo = Photo(picture_file(tmp_path, width=30, height=80), "", NOWHERE, place=place)
    photo = replace(photo, caption=text_of(f"书房{{note={PROSE * 3}|湖畔}}开放"))
    for rows in (1, 9, 20):
        edition = made(
            catalogue, *["甲乙丙。"] * rows, photo, PROSE * 60, layout=layout, folder=tmp_path
        )
        each_on_its_page(edition)


def test_signs_lead_to_them_a_reader_hears_them_and_the_window_finds_them(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    photo = Photo(picture_file(tmp_path, width=60, height=40), "", NOWHERE, place=PhotoPlace.PAGE)
    photo = replace(photo, caption=text_of("书房{note=湖畔的注。|湖畔}开放"))
    blocks = (PROSE * 5, wide(6, {1: "甲馆的注。", 4: "乙馆的注。"}), PROSE * 9, photo, PROSE * 60)
    edition, found = note_linked(made(catalogue, *blocks, folder=tmp_path), catalogue.face)
    assert len(found) == 2 * 3
    anchors = {one.name: page.number for page in edition.pages for one in page.anchors}
    for sign in found:
        link = edition.pages[sign.link.page].links[sign.link.link]
        assert anchors[link.target] == sign.link.page + 1
    root = structure(issue_of(article(*blocks), folder=tmp_path), edition, (), found)
    heard = [
        "".join(
            edition.pages[part.page].lines[part.line].text[part.start : part.end]
            for part in parts(note)
        )
        for note in elements(root, "Note")
    ]
    assert heard == ["① 甲馆的注。", "② 乙馆的注。", "① 湖畔的注。"]
    for page in edition.pages:
        for line in notes(page):
            at = hit(page, line.x + line.width / 2, line.y - line.size / 3)
            assert at is not None
            assert (at.target, at.part) == (HitKind.NOTE, line.part)
    words = ofd_words(write_ofd(edition, catalogue))
    assert all(f"{name}的注。" in words for name in ("甲馆", "乙馆", "湖畔"))


def elements(element: Element, kind: str) -> list[Element]:
    own = [element] if element.kind == kind else []
    inner = [one for one in element.children if isinstance(one, Element)]
    return own + [one for child in inner for one in elements(child, kind)]


def parts(element: Element) -> list[LinePart]:
    return [
        part
        for child in element.children
        for part in (parts(child) if isinstance(child, Element) else [child])
        if isinstance(part, LinePart)
    ]


def ofd_words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        pages = [file.read(name).decode() for name in file.namelist() if "Content" in name]
    return "".join("".join(re.findall(r"<ofd:TextCode[^>]*>([^<]*)<", page)) for page in pages)
