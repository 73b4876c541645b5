"""The layouts we ship: they load fast, and stand on the page as the house wants them."""

import math
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import fields

from layouts.house.contents import CONTENTS
from layouts.house.declaring import Rows, SettingsTable
from layouts.house.fixed_design import FixedLine, FixedRule
from layouts.house.fixed_parts import MASTHEAD
from layouts.house.layout import ContentsDesign, Layout, PageNumberDesign, PhotoDesign, TableDesign
from layouts.house.load import FACES, load_layout, open_settings, stock_layouts
from layouts.house.load import STOCK as STOCK_FOLDER
from layouts.house.schema import PAGE_NUMBER, PHOTO, PUNCTUATION_STYLE, ROLES, STYLE_TABLE, TABLE
from layouts.house.text_style import Levelling, Punctuation, Style
from layouts.preflight.type import LEAST_TINT
from layouts.units import mm

ROOT = Path(__file__).parents[2]
STOCK = (
    "jianbao-a4",
    "gongwen-a4",
    "jianbao-16k",
    "kuaixun-a4",
    "neikan-a4-2col",
    "neikan-a4-3col",
    "tongxun-a5",
)


def test_these_layouts_are_shipped():
    assert stock_layouts() == STOCK


@pytest.mark.parametrize("name", STOCK)
def test_a_stock_layout_has_every_role(name: str):
    layout = load_layout(name)
    assert layout.name == name
    assert set(ROLES) <= set(layout.styles)
    assert layout.styles["body"].size == layout.grid.size
    assert layout.styles["body"].leading == layout.grid.leading


@pytest.mark.parametrize("name", STOCK)
def test_every_ink_but_white_is_dark_enough_to_print(name: str):
    """What preflight says of tints holds of whatever a layout may draw: 8 % at the least."""
    with (STOCK_FOLDER / f"{name}.toml").open("rb") as file:
        inks = tomllib.load(file)["inks"]
    shades = {key: ink if isinstance(ink, str) else str(ink["rgb"]) for key, ink in inks.items()}
    darkest = {
        key: 1 - min(int(rgb[k : k + 2], 16) for k in (1, 3, 5)) / 255
        for key, rgb in shades.items()
    }
    assert {key for key, dark in darkest.items() if 0 < dark < LEAST_TINT} == set()


@pytest.mark.parametrize("name", STOCK)
def test_the_type_area_is_centred_and_inside_the_page(name: str):
    grid = load_layout(name).grid
    assert grid.left == pytest.approx(grid.width - grid.left - grid.area_width)
    assert grid.left >= mm(10)
    assert grid.top + grid.area_height <= grid.height


@pytest.mark.parametrize("name", STOCK)
def test_fixed_lines_stand_between_the_page_edge_and_the_text(name: str):
    masthead = load_layout(name).masthead
    assert all(0 < line.baseline < masthead.height for line in masthead.lines)
    assert all(0 < rule.y < masthead.height for rule in masthead.rules)


@pytest.mark.parametrize("name", STOCK)
def test_headings_fill_whole_rows_without_a_remainder_of_one_hair(name: str):
    """A heading that needs 2.001 rows would take 3."""
    layout = load_layout(name)
    for role in ("section", "headline"):
        style = layout.styles[role]
        for lines in range(1, style.max_lines + 1):
            rows = (style.before + lines * style.leading + style.after) / layout.grid.leading
            assert math.ceil(rows) == math.ceil(rows - 0.1)


def test_the_briefing_has_the_proportions_of_the_sketch():
    layout = load_layout("jianbao-a4")
    grid = layout.grid
    assert (grid.width, grid.height) == pytest.approx((595.276, 841.890), abs=0.001)
    assert (grid.measure, grid.columns, grid.size) == (31, 1, 14)
    assert grid.leading / grid.size == pytest.approx(1.64, abs=0.01)
    assert grid.left == pytest.approx((grid.width - 31 * 14) / 2)
    assert grid.rows == 30
    assert grid.height - grid.top - grid.area_height == pytest.approx(mm(28), abs=0.1)
    name = layout.styles["name"]
    assert (name.face, name.size, name.tracking, name.ink.name) == ("song-black", 62, 0.32, "red")
    assert layout.page_number.template == "— {page} —"
    assert not layout.page_number.first_page


def test_34_characters_make_a_centred_type_area_of_476_points():
    grid = load_layout("jianbao-a4", {"measure": 34}).grid
    assert grid.area_width == pytest.approx(476)
    assert grid.left == pytest.approx((595.2756 - 476) / 2, abs=0.001)


def test_three_lines_of_a_headline_take_four_rows():
    layout = load_layout("jianbao-a4")
    style = layout.styles["headline"]
    rows = [
        math.ceil((style.before + n * style.leading + style.after) / layout.grid.leading)
        for n in (1, 2, 3)
    ]
    assert rows == [2, 3, 4]


def test_the_journal_has_two_columns_of_21_characters():
    layout = load_layout("neikan-a4-2col")
    grid = layout.grid
    assert (grid.columns, grid.measure, grid.size) == (2, 21, 10.5)
    assert grid.gutter == 21
    assert grid.area_width == pytest.approx(42 * 10.5 + 21)
    assert grid.column_left(1) + grid.column_width == pytest.approx(grid.left + grid.area_width)
    assert layout.balance is Levelling.ISSUE
    assert not layout.contents.body_on_new_page


def test_another_size_makes_another_grid():
    grid = load_layout("jianbao-a4", {"size": "三号", "leading": 1.8}).grid
    assert grid.size == 15.75
    assert grid.measure == 27
    assert grid.leading == pytest.approx(1.8 * 15.75)
    assert grid.ascent == pytest.approx(0.88 * 15.75)


def test_lengths_in_em_and_rows_follow_the_body():
    layout = load_layout("jianbao-a4", {"size": "12pt"})
    assert layout.styles["byline"].size == 12
    assert layout.article_gap == layout.styles["section"].before == layout.grid.leading


def test_the_contents_can_do_without_page_numbers():
    assert load_layout("jianbao-a4").contents.page_numbers
    assert not load_layout("jianbao-a4", {"page_numbers": False}).contents.page_numbers


def test_open_settings_are_those_the_layout_lists():
    assert open_settings("jianbao-a4") == {
        "measure",
        "size",
        "leading",
        "punctuation",
        "prohibition",
        "page_numbers",
        "notes",
    }
    assert open_settings("neikan-a4-2col") == {
        "measure",
        "punctuation",
        "page_numbers",
        "balance",
        "notes",
    }


def test_notes_stand_where_the_editor_wants_them():
    assert load_layout("jianbao-a4").notes.place == "article"
    assert load_layout("jianbao-a4", {"notes": "page"}).notes.place == "page"


def test_our_list_of_faces_is_that_of_the_catalogue():
    listing = tomllib.loads((ROOT / "fonts" / "faces.toml").read_text("utf8"))
    assert set(FACES) == set(listing)


def _keys(table: SettingsTable, name: str) -> set[str]:
    rows = table.settings[name].kind
    assert isinstance(rows, Rows)
    return set(rows.table.settings)


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        # whether marks may hang follows from the page and the punctuation style
        (Style, {"name", "hang", *STYLE_TABLE.settings}),
        (Punctuation, {"name", *PUNCTUATION_STYLE.settings} - {"based_on"}),
        (ContentsDesign, set(CONTENTS.settings)),
        (PageNumberDesign, set(PAGE_NUMBER.settings)),
        (PhotoDesign, set(PHOTO.settings)),
        (TableDesign, set(TABLE.settings)),
        (FixedLine, _keys(MASTHEAD, "lines")),
        (FixedRule, _keys(MASTHEAD, "rules")),
    ],
)
def test_every_field_of_a_layout_can_be_set_in_its_file(value: type, keys: set[str]):
    assert {field.name for field in fields(value)} == keys


def test_a_layout_is_a_value():
    assert load_layout("jianbao-a4") == load_layout("jianbao-a4")
    assert isinstance(load_layout("jianbao-a4"), Layout)
