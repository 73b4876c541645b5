"""Rows out of pasted text: tables of Excel and WPS, and lines as people type them."""

from __future__ import annotations

import pytest

from desktop.dialogs.house_words.lists import (
    AVOIDED,
    LEADERS,
    PEOPLE,
    SPELLINGS,
    UNITS,
    house_of,
    rows_of,
    word_sheets,
)
from desktop.dialogs.house_words.pasting import pasted_rows
from desktop.dialogs.house_words.rows import taken
from layouts.importing.wording import HouseWords, Leader, Unit, load_house_words
from resources import resource


@pytest.fixture
def paste(qapp):
    sheets = {sheet.key: sheet for sheet in word_sheets()}

    def paste(key: str, text: str):
        sheet = sheets[key]
        return pasted_rows(text, sheet.columns, sheet.read_line)

    return paste


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("陈远山 区委书记", ("陈远山", "区委书记")),
        ("陈远山　区委副书记、区长", ("陈远山", "区委副书记、区长")),
        ("陈远山：区委书记", ("陈远山", "区委书记")),
        ("陈远山 区委副书记 区长", ("陈远山", "区委副书记、区长")),
        ("陈　远 区委书记", ("陈远", "区委书记")),
        ("区委书记 陈远山", ("陈远山", "区委书记")),
        ("区委副书记、区长  陈　远", ("陈远", "区委副书记、区长")),
        ("陈远山", ("陈远山", "")),
    ],
)
def test_a_line_with_a_name_and_an_office_is_a_leader(paste, line, row):
    assert paste(LEADERS, line) == (row,)


def test_cells_of_a_table_are_cells_of_a_row(paste):
    text = "姓名\t职务\r\n陈远山\t区委书记\r\n\r\n林 岚\t区委副书记、区长\r\n"
    assert paste(LEADERS, text) == (("陈远山", "区委书记"), ("林岚", "区委副书记、区长"))


def test_the_numbers_that_a_table_counts_with_are_left_out(paste):
    assert paste(LEADERS, "1\t陈远山\t区委书记\n2\t林岚\t区长") == (
        ("陈远山", "区委书记"),
        ("林岚", "区长"),
    )


def test_a_cell_with_a_line_break_in_it_is_one_cell(paste):
    assert paste(AVOIDED, '大咖\t"写“专家”\n或“名家”"') == (("大咖", "写“专家” 或“名家”"),)


def test_a_text_that_only_looks_like_a_table_is_read_all_the_same(paste):
    assert paste(AVOIDED, '"没有完\t因为') == (("没有完", "因为"),)
    assert paste(AVOIDED, f'"{"长" * 200_000}\t因为')[0][1] == "因为"


def test_names_are_parted_by_spaces_or_marks(paste):
    assert paste(PEOPLE, "刘俊、陈远杉 林兰\n周洲") == (
        ("刘俊",),
        ("陈远杉",),
        ("林兰",),
        ("周洲",),
    )


def test_a_unit_has_its_short_forms_behind_it(paste):
    assert paste(UNITS, "云栖区图书馆 区图书馆、区图") == (("云栖区图书馆", "区图书馆、区图"),)
    assert paste(UNITS, "云栖区图书馆\t区图书馆\t区图") == (("云栖区图书馆", "区图书馆、区图"),)


@pytest.mark.parametrize(
    "line", ["公共号 → 公众号", "公共号=公众号", "公共号 -> 公众号", "公共号 公众号"]
)
def test_a_spelling_leads_to_another(paste, line):
    assert paste(SPELLINGS, line) == (("公共号", "公众号"),)


def test_a_word_may_be_followed_by_why_it_is_avoided(paste):
    assert paste(AVOIDED, "老百姓：写 “群众”\n大咖") == (("老百姓", "写 “群众”"), ("大咖", ""))


def test_a_name_set_apart_in_a_table_is_one_name_and_others_keep_their_spaces(paste):
    assert paste(PEOPLE, "林　岚\nJohn Smith\n周 洲 林　兰、陈远山 吴越") == (
        ("林岚",),
        ("John Smith",),
        ("周洲",),
        ("林兰",),
        ("陈远山",),
        ("吴越",),
    )


def test_what_cannot_be_seen_does_not_come_in(paste):
    assert paste(LEADERS, "陈\u200b远\u00ad山\t区委\u000b书记") == (("陈远山", "区委 书记"),)


def test_empty_text_has_no_rows(paste):
    assert paste(LEADERS, "") == ()
    assert paste(LEADERS, " \n\t\n") == ()


def test_a_name_that_is_there_already_is_changed_where_it_stands():
    rows = (("陈远山", "区长"), ("林岚", "副区长"))
    given = (("周洲", "副区长"), ("陈远山", "区委书记"), ("林岚", ""))
    assert taken(rows, given, 1) == (
        (("陈远山", "区委书记"), ("周洲", "副区长"), ("林岚", "副区长")),
        1,
        1,
    )


def test_the_same_name_pasted_twice_comes_in_once():
    assert taken((), (("陈远山", "区长"), ("陈远山", "书记")), 0).rows == (("陈远山", "书记"),)


def test_rows_and_words_are_two_views_of_the_same():
    example = load_house_words(resource("words/house.toml"))
    assert house_of(rows_of(example), example.tidy) == example
    words = HouseWords(
        (Leader("陈远山"),), ("林兰",), (Unit("云栖区图书馆", ("区图",)),), {"甲": "乙"}, {"丙": ""}
    )
    assert house_of(rows_of(words), words.tidy) == words
