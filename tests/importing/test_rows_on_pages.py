"""Photos that stand beside each other in a Word file stand so on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from arriving import imported
from docx_made import cell, inline, p, pt, r, row, table, write

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.importing.bringing import bring_in, new_issue
from layouts.page.item import Picture
from layouts.page.page import Edition

TEXT = "会议由集团主持，区文化馆和各街镇文化站的同事参加，大家就冬季开放安排作了讨论，明确了分工。"


def composed(folder: Path, body: str, catalogue: Catalogue, layout: str = "jianbao-a4") -> Edition:
    paragraphs = pt(TEXT) * 2
    write(folder / "来稿.docx", pt("文化馆举办冬季读书会") + paragraphs + body + paragraphs)
    result = imported(folder / "来稿.docx", store=folder / "store")
    issue = bring_in(new_issue(result, layout, folder), result).issue
    return compose(issue, load_layout(layout), catalogue)


def pictures(edition: Edition) -> list[Picture]:
    return [picture for page in edition.pages for picture in page.pictures]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("count", [2, 3])
def test_photos_in_one_line_of_a_word_file_stand_side_by_side(
    tmp_path: Path, catalogue: Catalogue, layout: str, count: int
) -> None:
    line = p(*(r(" ", more=inline(0.95 / count)) for _ in range(count)))
    found = pictures(composed(tmp_path, line, catalogue, layout))
    assert len(found) == count
    assert len({picture.y for picture in found}) == 1
    assert len({round(picture.height, 3) for picture in found}) == 1
    grid = load_layout(layout).grid
    across = found[-1].x + found[-1].width - found[0].x
    assert across == pytest.approx(grid.column_width, abs=0.01)


def test_photos_that_a_table_places_stand_side_by_side_with_their_captions(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    photo = cell(p(r(more=inline(0.45))))
    body = table(row(photo, photo), row(cell("读书会现场"), cell("馆员讲解古籍")))
    edition = composed(tmp_path, body, catalogue)
    first, second = pictures(edition)
    assert first.y == second.y
    lines = [line for page in edition.pages for line in page.lines if line.role == "caption"]
    assert [line.text for line in lines] == ["读书会现场", "馆员讲解古籍"]
    assert lines[0].y == lines[1].y
    assert lines[0].x < second.x <= lines[1].x
