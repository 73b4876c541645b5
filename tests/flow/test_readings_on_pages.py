"""Readings above their words on pages: in the room between lines as it is, touching nothing, told
behind their words.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from composing import NOWHERE
from marked_text import PROSE, Printed, article, text_of

from fonts.catalogue import Catalogue
from layouts.issue.article import Table
from layouts.page.item import GlyphRun, Line
from layouts.page.stops import above_words, character_edges
from layouts.page.structure import Element, LinePart
from layouts.structure import structure

READ = "{ruby=chóng qìng|重庆}市的{ruby=jiādìng|嘉定}人去{ruby=bózhōu|亳州}{ruby=guōhé|涡河}，"
LONG = READ + PROSE + READ * 6 + PROSE + READ * 4


def readings(line: Line) -> list[GlyphRun]:
    """The runs of a line that stand above it."""
    above, at = above_words(line), 0
    found: list[GlyphRun] = []
    for run in line.runs:
        found += [run] if at in above else []
        at += len(run.text)
    return found


def ink(run: GlyphRun, printed: Printed) -> tuple[float, float]:
    """The top and the bottom of what a run blackens, points."""
    inks = [box for box in printed.face(run.face).inks(run.glyphs) if box.top > box.bottom]
    return (
        run.y - run.size * max(box.top for box in inks),
        run.y - run.size * min(box.bottom for box in inks),
    )


def test_readings_move_no_line(catalogue: Catalogue) -> None:
    """CLREQ 3.3.3: the line gap stays what it is."""
    read = Printed(catalogue, article("在{ruby=jiādìng|嘉定}" + PROSE * 2))
    plain = Printed(catalogue, article("在嘉定" + PROSE * 2))
    assert [line.y for line in read.lines("body")] == [line.y for line in plain.lines("body")]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col", "tongxun-a5"])
@pytest.mark.parametrize("under", ["{underline|%s}", "{emphasis-dots|%s}"])
def test_they_touch_neither_their_words_nor_the_line_above(
    catalogue: Catalogue, layout: str, under: str
) -> None:
    """Whatever stands under the words of that line."""
    printed = Printed(catalogue, article(under % LONG), layout=layout)
    lines = printed.lines("body")
    drawn = [rule for rule in printed.rules() if rule.y0 == rule.y1]
    for before, line in pairwise(lines):
        if line.y <= before.y:
            continue
        own = [run for run in line.runs if run not in readings(line)]
        beneath = [
            rule.y0 + rule.width / 2 for rule in drawn if before.y < rule.y0 < line.y - line.size
        ]
        for run in readings(line):
            top, bottom = ink(run, printed)
            assert bottom < min(ink(one, printed)[0] for one in own) + 0.02 * line.size
            assert top > before.y + 0.06 * line.size
            assert not beneath or top > max(beneath) - 0.05 * line.size


WIDE = "一" * 9 + "{ruby=zhuàngzhuàng de zhuàngzhuàng|马从办}" + "二" * 7
"""Readings far wider than their characters, at ever another place of their line."""


@pytest.mark.parametrize("text", [LONG, WIDE * 30], ids=["long", "wide"])
@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col", "neikan-a4-3col"])
def test_no_two_touch_and_none_leaves_its_line(
    catalogue: Catalogue, layout: str, text: str
) -> None:
    printed = Printed(catalogue, article(text, title=READ), layout=layout)
    for line in (*printed.lines("body"), *printed.lines("headline")):
        end = line.x - 1.0
        for run in readings(line):
            face = printed.face(run.face)
            words = run.glyphs.removesuffix(chr(face.glyph(" ")))
            assert run.x > end
            end = run.x + sum(face.advances(words)) * run.size
            assert end <= line.x + line.width + 0.01


def test_each_stands_over_the_middle_of_its_word(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("人在{ruby=jiādìng|嘉定}，看{ruby=chóng qìng|重庆}。"))
    (line,) = printed.lines("body")
    edges = character_edges(line, printed.face)
    first, second, third = readings(line)
    space = chr(printed.face(second.face).glyph(" "))
    for run, word in ((first, "嘉定"), (second, "重"), (third, "庆")):
        at = line.text.index(word)
        glyphs = run.glyphs.removesuffix(space)
        middle = run.x + sum(printed.face(run.face).advances(glyphs)) * run.size / 2
        assert middle == pytest.approx((edges[at][0] + edges[at + len(word) - 1][1]) / 2, abs=0.01)


def test_they_are_told_behind_their_words(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("人在{ruby=chóng qìng|重庆}，看{ruby=jiādìng|嘉定}。"))
    (line,) = printed.lines("body")
    assert line.text == "人在重庆chóng qìng，看嘉定jiādìng。"
    assert [line.text[put.start - put.over : put.start] for put in line.puts] == ["重庆", "嘉定"]


def test_a_screen_reader_is_told_which_word_has_which(catalogue: Catalogue) -> None:
    """ISO 32000-1 14.8.4.4.2: a Ruby has an RB and an RT."""
    printed = Printed(catalogue, article("人在{ruby=chóng qìng|重庆}，看{ruby=jiādìng|嘉定}。"))

    def told(part: object) -> str:
        assert isinstance(part, LinePart)
        line = printed.edition.pages[part.page].lines[part.line]
        return line.text[part.start : part.end]

    def rubies(element: Element) -> list[list[tuple[str, str]]]:
        children = [child for child in element.children if isinstance(child, Element)]
        if element.kind == "Ruby":
            return [[(child.kind, "".join(map(told, child.children))) for child in children]]
        return [ruby for child in children for ruby in rubies(child)]

    assert rubies(structure(printed.issue, printed.edition)) == [
        [("RB", "重庆"), ("RT", "chóng qìng")],
        [("RB", "嘉定"), ("RT", "jiādìng")],
    ]


def test_in_a_table_they_stand_in_brackets_for_its_rules_are_close(catalogue: Catalogue) -> None:
    word = text_of("{ruby=yǐ|乙}")
    printed = Printed(catalogue, article(Table((word,), ((word,),), ("left",), NOWHERE)))
    assert printed.told("table") == "乙（yǐ）乙（yǐ）"


def test_a_layout_may_have_them_in_brackets(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("人在{ruby=yǐ|乙}地。"), layout="gongwen-a4")
    assert printed.told("body") == "人在乙（yǐ）地。"


def test_a_title_is_not_broken_inside_a_word_with_one_reading(catalogue: Catalogue) -> None:
    """Whatever the dictionary takes for a word."""
    title = "甲乙丙丁戊己庚辛壬癸{ruby=zǐchǒuyínmǎo|子丑寅卯}辰巳午未申酉戌亥甲乙丙丁戊己"
    printed = Printed(catalogue, article(PROSE, title=title), layout="neikan-a4-2col")
    assert len(printed.lines("headline")) > 1
    assert any("子丑寅卯" in line.text for line in printed.lines("headline"))


def test_a_character_of_a_reading_in_no_face_is_a_finding(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("人在{ruby=y\U00013000|乙}地。"))
    assert [found.code for found in printed.edition.findings] == ["glyph-missing"]


@pytest.mark.parametrize(
    "layout",
    ["jianbao-a4", "jianbao-16k", "kuaixun-a4", "neikan-a4-2col", "neikan-a4-3col", "tongxun-a5"],
)
def test_at_the_head_of_a_page_they_keep_clear_of_its_running_head(
    catalogue: Catalogue, layout: str
) -> None:
    printed = Printed(catalogue, article(*[READ + "看花。"] * 130), layout=layout)
    grid = printed.layout.grid
    seen = 0
    for page in printed.edition.pages[1:]:
        above = [rule.y0 + rule.width / 2 for rule in page.rules if rule.y0 < grid.top]
        above += [line.y for line in page.lines if line.y < grid.top]
        for line in page.lines:
            if line.role == "body" and line.y < grid.top + grid.leading:
                for run in readings(line):
                    seen += 1
                    assert ink(run, printed)[0] > max(above, default=0.0) + 2.0
    assert seen


def test_a_reading_that_ends_inside_a_letter_stands_behind_its_accent(catalogue: Catalogue) -> None:
    """A letter and its accent are one glyph: what is shown is told in the same order."""
    printed = Printed(catalogue, article("在{ruby=ā|e}\u0301市。" + PROSE))
    line = printed.lines("body")[0]
    assert "".join(run.text for run in line.runs) == line.text
    assert line.text.replace("\u3000", "").startswith("在e\u0301ā市")
