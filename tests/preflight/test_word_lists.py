"""The preflight holds an issue against the word lists of its house where it is given any, and puts
what is meant.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from planted import TODAY, sound_issue, with_article, with_paragraph

from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.importing.wording import HouseWords, Leader, Unit
from layouts.issue.text import Mark, MarkKind, Text
from layouts.preflight.check import Circumstances, Preflight
from layouts.preflight.codes import BY_CODE
from layouts.preflight.fixes import fix, fix_all

HOUSE = HouseWords(
    leaders=(Leader("陆明远", "区委书记"), Leader("刘骏", "副区长")),
    units=(Unit("云栖区图书馆", ("区图书馆", "区图")),),
    spellings={"微信公共号": "微信公众号"},
    avoided={"老百姓": ""},
)


@pytest.fixture
def issue(tmp_path):
    return sound_issue(tmp_path)


@pytest.fixture
def look(catalogue):
    layout = load_layout("jianbao-a4")
    preflight = Preflight(catalogue)

    def look(issue, house=HOUSE):
        edition = compose(issue, layout, catalogue)
        return preflight.inspect(issue, layout, edition, Circumstances(day=TODAY, house=house))

    return look


SLIPS = [
    ("name-near", "副区长刘俊出席会议。", (3, 5), "put:刘俊:刘骏"),
    ("title-differs", "局长刘骏出席会议。", (0, 4), ""),
    ("leader-order", "刘骏、陆明远出席会议。", (3, 6), ""),
    ("spelling-forbidden", "关注微信公共号。", (2, 7), "put:微信公共号:微信公众号"),
    ("word-avoided", "老百姓都很满意。", (0, 3), ""),
    ("word-wrong", "布署下一步工作。", (0, 2), "put:布署:部署"),
    ("form-differs", "区图书馆开放，区图办展。", (7, 9), "put:区图:区图书馆"),
]


@pytest.mark.parametrize(("code", "text", "span", "mend"), SLIPS, ids=[row[0] for row in SLIPS])
def test_what_is_against_the_lists_is_found_where_it_is(issue, look, code, text, span, mend):
    (finding,) = look(with_paragraph(issue, text))
    assert (finding.code, finding.level) == (code, "warning")
    assert (finding.place, finding.span, finding.fix) == ((0, 2, 0, 0), span, mend)
    assert finding.page is not None
    assert finding.key
    assert bool(finding.fix) == bool(BY_CODE[code].fix)


def test_nothing_is_asked_where_the_house_has_no_lists(issue, look):
    assert look(with_paragraph(issue, "副区长刘俊布署工作。"), None) == []


def test_a_sound_issue_has_nothing_against_the_lists(issue, look):
    assert look(issue) == []


def test_lists_that_change_count_at_once(issue, look):
    spoiled = with_paragraph(issue, "副区长刘俊出席会议。")
    assert [finding.code for finding in look(spoiled)] == ["name-near"]
    assert look(spoiled, replace(HOUSE, people=("刘俊",))) == []


def test_forms_are_compared_over_the_whole_issue(issue, look):
    spoiled = with_paragraph(with_paragraph(issue, "区图书馆开放。", 1), "区图办展。", 3)
    found = [(finding.code, finding.place) for finding in look(spoiled)]
    assert ("form-differs", (0, 3, 0, 0)) in found
    assert ("form-differs", (0, 1, 0, 0)) not in found


def test_what_is_meant_is_put_and_keeps_its_marks(issue, look):
    spoiled = with_paragraph(issue, "副区长刘俊会上布署工作。")
    block = spoiled.sections[0].articles[2].blocks[0]
    text = Text(block.text.string, (Mark(3, 9, MarkKind.BOLD),))
    blocks = (replace(block, text=text), *spoiled.sections[0].articles[2].blocks[1:])
    spoiled = with_article(spoiled, 2, blocks=blocks)
    mended = fix_all(spoiled, look(spoiled))
    assert mended.sections[0].articles[2].blocks[0].text == Text(
        "副区长刘骏会上部署工作。", (Mark(3, 9, MarkKind.BOLD),)
    )
    assert look(mended) == []


def test_a_fix_does_nothing_where_the_words_have_gone(issue, look):
    spoiled = with_paragraph(issue, "副区长刘俊出席会议。")
    (finding,) = look(spoiled)
    moved = with_paragraph(issue, "今天副区长刘俊出席会议。")
    assert fix(moved, finding) is moved
