"""Where marks hang on pages: never into the next column or its rule, over a photo, a frame, or the
edge of the sheet.
"""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import audit
import pytest
from composing import NOWHERE, standing
from laying import Laid, Press, prose

from layouts.house.build import build
from layouts.house.layout import Layout
from layouts.house.load import FACES, STOCK
from layouts.house.read import Fault
from layouts.issue.article import Section
from layouts.issue.photo import Side
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Text
from layouts.page.item import Line
from layouts.paint.pdf import write_pdf
from layouts.text.breaking import break_lines

HANZI = "江河湖海山川日月星辰风雨雷电春夏秋冬"
MARKED = "".join(
    HANZI[k % 5 : k % 5 + size] + mark
    for k, (size, mark) in enumerate(
        zip((5, 8, 3, 11, 7, 4, 9, 6, 10) * 13, "，、。；，！，。？：，" * 11, strict=False)
    )
)


def hanging(name: str, **tables: dict[str, Any]) -> Layout:
    """A stock layout with marks that hang, and other values in some of its tables."""
    document: Any = copy.deepcopy(tomllib.loads((STOCK / f"{name}.toml").read_text("utf8")))
    for key, values in {"punctuation": {"hang": True}, **tables}.items():
        document.setdefault(key, {}).update(values)
    return build("drawn", document, FACES)


def hung(laid: Laid) -> list[Line]:
    """Body lines at whose end a mark hangs: its pen stands at the end of the slot."""
    return [
        line
        for line in laid.lines("body")
        if audit.hangs(line, laid.layout)
        and line.runs[-1].x <= line.x + line.width
        and reach(laid, line) > line.x + line.width + 0.1
    ]


def reach(laid: Laid, line: Line) -> float:
    """The right edge of a line's ink, points."""
    return max(glyph.right for glyph in standing(line.runs, CATALOGUES[id(laid)]))


CATALOGUES: dict[int, Any] = {}


def laid_with(press: Press, house: Layout, *blocks: Any) -> Laid:
    laid = press.set(*blocks, house=house)
    CATALOGUES[id(laid)] = press.catalogue
    return laid


def test_marks_hang_at_the_end_of_full_lines(press: Press) -> None:
    laid = laid_with(press, hanging("jianbao-a4"), MARKED)
    assert len(hung(laid)) >= 3
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []
    assert "".join(line.text for line in laid.lines("body")) == MARKED


def test_no_mark_hangs_where_the_layout_does_not_say_so(press: Press) -> None:
    laid = press.set(MARKED)
    for line in laid.lines("body"):
        right = max(glyph.right for glyph in standing(line.runs, press.catalogue))
        assert right <= line.x + line.width + 0.06 * line.size


def test_in_columns_marks_keep_off_the_next_column_and_its_rule(press: Press) -> None:
    laid = laid_with(press, hanging("neikan-a4-3col"), MARKED)
    grid, em = laid.grid, laid.grid.size
    assert laid.layout.column_rule
    lines = hung(laid)
    assert {round((line.x - grid.left) // (grid.column_width + grid.gutter)) for line in lines} == {
        0,
        1,
        2,
    }
    for line in lines:
        assert reach(laid, line) <= line.x + line.width + grid.gutter / 2 - 0.2 * em


@pytest.mark.parametrize("side", [Side.RIGHT, Side.BOTH, Side.LEFT])
@pytest.mark.parametrize("standoff", [0.0, 0.3, 1.0])
def test_beside_a_photo_a_mark_keeps_the_photo_s_distance(
    press: Press, side: Side, standoff: float
) -> None:
    photo = press.photo(width=10.0, side=side, line=1, standoff=standoff)
    laid = laid_with(press, hanging("jianbao-a4"), photo, MARKED)
    assert hung(laid)
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue, standoff=standoff) == []


def test_beside_a_photo_lines_are_still_whole_em_wide(press: Press) -> None:
    photo = press.photo(width=10.3, side=Side.RIGHT, line=1)
    laid = laid_with(press, hanging("jianbao-a4"), photo, prose(600))
    for line in laid.lines("body"):
        wide = line.width / laid.grid.size
        assert wide == pytest.approx(round(wide))


def test_a_photo_on_the_left_costs_the_lines_beside_it_nothing(press: Press) -> None:
    photo = press.photo(width=10.0, side=Side.LEFT, line=1)
    plain = press.set(photo, prose(600))
    laid = press.set(photo, prose(600), house=hanging("jianbao-a4"))
    assert laid.lines("body")[2].width == plain.lines("body")[2].width


def test_marks_of_boxes_stay_inside_them(press: Press) -> None:
    box = Sidebar((Text(MARKED[:200]),), NOWHERE)
    laid = laid_with(press, hanging("jianbao-a4"), prose(300), box, prose(300))
    for line in laid.lines():
        if line.role != "body":
            assert reach(laid, line) <= line.x + line.width + 0.06 * line.size


@pytest.mark.parametrize(
    ("name", "tables", "en"),
    [
        ("neikan-a4-3col", {"grid": {"gutter": 1.2, "measure": 15}}, "a gutter of 1.5 em"),
        ("neikan-a4-2col", {"grid": {"gutter": 0.9}}, "a gutter of 1"),
        ("jianbao-a4", {"page": {"side": 0, "width": 434}}, "a right margin of"),
    ],
)
def test_a_layout_without_room_for_hanging_marks_says_so(
    name: str, tables: dict[str, Any], en: str
) -> None:
    with pytest.raises(Fault) as caught:
        hanging(name, **tables)
    assert en in caught.value.wording.en
    assert caught.value.place == ("punctuation", "hang")


@pytest.mark.parametrize(
    "name",
    [
        "jianbao-a4",
        "neikan-a4-2col",
        "neikan-a4-3col",
        "kuaixun-a4",
        "gongwen-a4",
        "jianbao-16k",
        "tongxun-a5",
    ],
)
def test_every_stock_layout_has_room_for_hanging_marks(name: str) -> None:
    assert hanging(name).styles["body"].hang


def test_a_section_in_other_columns_hangs_too(press: Press) -> None:
    article = press.article(MARKED)
    laid = press.issue(Section("", (article,), NOWHERE, columns=2), house=hanging("jianbao-a4"))
    CATALOGUES[id(laid)] = press.catalogue
    assert hung(laid)


def test_what_hangs_is_in_the_text_of_the_pdf(press: Press) -> None:
    import pypdfium2

    laid = press.set(MARKED[:120], house=hanging("jianbao-a4"))
    page = pypdfium2.PdfDocument(write_pdf(laid.edition, press.catalogue))[0]
    text = "".join(page.get_textpage().get_text_range().split())
    assert MARKED[:120] in text


def test_narrow_lines_with_hanging_marks_lose_nothing(press: Press) -> None:
    """Every character on exactly one line, whatever hangs."""
    house = hanging("jianbao-a4")
    from layouts.text.prepare import Typesetter

    prepared = Typesetter(press.catalogue).prepare(
        Text(MARKED), house.styles["body"], house.punctuation
    )
    for width in (1.0, 2.0, 3.0, 5.0):
        lines = break_lines(prepared, lambda _, width=width: width)
        assert "".join(prepared.string[line.start : line.end] for line in lines) == MARKED
