"""What marks leave on pages: lines and dots under words, notes at the end of their article, and the
parts of an article beside its text.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from composing import NOWHERE
from marked_text import PROSE, Printed, article, text_of

from fonts.catalogue import Catalogue
from layouts.flow.marking import DOT
from layouts.house.load import STOCK
from layouts.issue.article import Article, ArticleKind, Table
from layouts.issue.notes import notes_of
from layouts.issue.places import Place
from layouts.page.item import Line, Rule
from layouts.page.stops import character_edges

DOUBLE_SIDED = ("jianbao-a4", "jianbao-16k", "neikan-a4-2col", "neikan-a4-3col", "tongxun-a5")
"""Layouts with room for dots under a line and readings over the next."""

NOTES = "".join(f"第{k}处{{note=第{k}条注，{PROSE}|词语}}，{PROSE}" for k in range(1, 13))


def strokes(printed: Printed) -> list[Rule]:
    """The rules of the text: those of the masthead go over the whole type area, those beside a
    section's name are red.
    """
    return [
        rule
        for rule in printed.rules()
        if not rule.round_caps
        and rule.x1 - rule.x0 < printed.layout.grid.area_width - 1
        and rule.ink != printed.layout.ornaments["section"].ink
    ]


def dots(printed: Printed) -> list[Rule]:
    return [rule for rule in printed.rules() if rule.round_caps and rule.y0 > 0 and not rule.dash]


def ends(line: Line, printed: Printed) -> tuple[float, float]:
    edges = character_edges(line, printed.face)
    return edges[0][0], edges[-1][1]


def centres(line: Line, printed: Printed, characters: str) -> list[float]:
    edges = character_edges(line, printed.face)
    return [sum(edges[k]) / 2 for k, char in enumerate(line.text) if char in characters]


# -- under words -----------------------------------------------------------------------------------


def test_a_line_stands_under_its_words_from_end_to_end(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("甲乙{underline|丙丁，戊}己"))
    (line,), (stroke,) = printed.lines("body"), strokes(printed)
    edges = character_edges(line, printed.face)
    assert (stroke.x0, stroke.x1) == pytest.approx((edges[2][0], edges[6][1] - line.size))
    assert stroke.y0 == stroke.y1


def test_it_clears_the_hanzi_and_stays_in_the_line_gap(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("{underline|国务院}"))
    (line,), (stroke,) = printed.lines("body"), strokes(printed)
    grid = printed.layout.grid
    assert stroke.y0 - stroke.width / 2 > line.y + 0.1 * line.size
    assert stroke.y0 + stroke.width / 2 < line.y + grid.leading - grid.ascent


def test_it_crosses_neither_the_gap_before_latin_nor_the_one_after(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("汉{underline|Office}字"))
    (line,), (stroke,) = printed.lines("body"), strokes(printed)
    edges = character_edges(line, printed.face)
    assert stroke.x0 - edges[0][1] == pytest.approx(line.size / 8)
    assert edges[-1][0] - stroke.x1 == pytest.approx(line.size / 8)


def test_words_over_two_lines_have_one_under_each_and_none_sticks_out(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(f"{{underline|{PROSE}}}"))
    lines, found = printed.lines("body"), strokes(printed)
    assert len(lines) == len(found) == 2
    for line, stroke in zip(lines, found, strict=True):
        assert line.x <= stroke.x0 < stroke.x1 <= line.x + line.width + 1e-6


def test_struck_words_have_a_line_through_the_middle_of_their_hanzi(catalogue: Catalogue) -> None:
    """The em box of a Hanzi stands 0.12 em under the baseline: its middle is 0.38 em over it."""
    printed = Printed(catalogue, article("甲乙{strike|丙丁，戊}己"))
    (line,), (stroke,) = printed.lines("body"), strokes(printed)
    edges = character_edges(line, printed.face)
    assert (stroke.x0, stroke.x1) == pytest.approx((edges[2][0], edges[6][1] - line.size))
    assert stroke.y0 == stroke.y1 == pytest.approx(line.y - 0.38 * line.size)


def test_it_stands_lower_through_latin_letters_alone(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("汉{strike|Office 2024}字"))
    (line,), (stroke,) = printed.lines("body"), strokes(printed)
    assert line.y - 0.35 * line.size < stroke.y0 < line.y - 0.25 * line.size


def test_a_dot_stands_under_the_middle_of_each_hanzi_and_under_nothing_else(
    catalogue: Catalogue,
) -> None:
    """CLREQ 3.3.2: none under marks; none under what was put in either."""
    printed = Printed(catalogue, article("甲{emphasis-dots|{ruby=yǐ|乙}，丙2{note=注。|丁}}戊"))
    (line,) = printed.lines("body")
    found = dots(printed)
    assert [(dot.x0 + dot.x1) / 2 for dot in found] == pytest.approx(
        centres(line, printed, "乙丙丁")
    )
    assert {dot.width for dot in found} == {DOT * line.size}


def test_dots_stand_under_the_line_where_there_are_both(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("{underline|{emphasis-dots|甲乙}}"))
    (stroke,) = strokes(printed)
    assert all(dot.y0 - dot.width / 2 > stroke.y0 + stroke.width / 2 for dot in dots(printed))


WITH_TONES = "{ruby=nǚ|女}{ruby=lǚ|旅}{ruby=mǎ|马}{ruby=gěi|给}"
"""The tallest readings there are."""


@pytest.mark.parametrize("layout", DOUBLE_SIDED)
def test_a_dot_stands_over_the_tone_marks_of_the_next_line(
    catalogue: Catalogue, layout: str
) -> None:
    """CLREQ 3.3: with marks on both sides a line gap is 5/8 of the type at the least."""
    made = article("{emphasis-dots|" + "国" * 60 + "}" + WITH_TONES * 15)
    printed = Printed(catalogue, made, layout=layout)
    upper, lower = dots(printed), printed.lines("body")
    tops = [
        run.y - printed.face(run.face).ink(ord(glyph)).top * run.size
        for line in lower
        for run in line.runs
        if run.y < line.y - 0.5 * line.size
        for glyph in run.glyphs
    ]
    feet = [dot.y0 + dot.width / 2 for dot in upper]
    assert tops
    assert not any(
        foot > top + 1e-6 and abs(foot - top) < printed.layout.grid.leading / 2
        for foot in feet
        for top in tops
    )


def test_they_have_the_ink_of_the_words(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(PROSE, title="{underline|红}题"))
    assert [rule.ink for rule in strokes(printed)] == [printed.lines("headline")[0].runs[0].ink]


def test_marks_move_no_line(catalogue: Catalogue) -> None:
    """Small figures, lines and dots stand in the room between lines as it is."""
    marked = Printed(
        catalogue, article("甲{superscript|2}{underline|乙}{emphasis-dots|丙}" + PROSE * 2)
    )
    plain = Printed(catalogue, article("甲2乙丙" + PROSE * 2))
    assert [line.y for line in marked.lines("body")] == [line.y for line in plain.lines("body")]


# -- notes -----------------------------------------------------------------------------------------


def test_notes_stand_in_their_order_between_the_text_and_the_by_line(catalogue: Catalogue) -> None:
    made = article(
        "甲{note=第一条。|乙}丙", "丁{note=第二条。|戊}", byline=text_of("【供稿：张三】")
    )
    printed = Printed(catalogue, made)
    assert [line.text for line in printed.lines("body")] == ["甲乙①丙", "丁戊②"]
    assert [line.text for line in printed.lines("endnote")] == ["① 第一条。", "② 第二条。"]
    ys = [line.y for role in ("body", "endnote", "byline") for line in printed.lines(role)]
    assert ys == sorted(ys)


def test_each_article_counts_its_own_title_first(catalogue: Catalogue) -> None:
    first = article("乙{note=二。|丙}", title="甲{note=一。|题}")
    printed = Printed(catalogue, first, article("丁{note=三。|戊}"))
    assert printed.told("headline", 0) == "甲题①"
    assert printed.told("endnote", 0) == "① 一。② 二。"
    assert printed.told("endnote", 1) == "① 三。"


def test_what_is_said_of_one_word_in_another_s_note_stays_with_the_order_of_the_text(
    catalogue: Catalogue,
) -> None:
    printed = Printed(catalogue, article("{note=长的。|甲{note=短的。|乙}丙}丁"))
    assert (printed.told("body"), printed.told("endnote")) == ("甲乙①丙②丁", "① 短的。② 长的。")


def test_cells_of_tables_have_notes_too(catalogue: Catalogue) -> None:
    table = Table((text_of("项目"),), ((text_of("{note=含税。|金额}"),),), ("left",), NOWHERE)
    printed = Printed(catalogue, article("甲{note=一。|乙}", table))
    assert printed.told("endnote") == "① 一。② 含税。"


def test_the_issue_knows_which_printed_note_is_which(catalogue: Catalogue) -> None:
    table = Table(
        (text_of("项{note=表头。|目}"),),
        (),
        ("left",),
        NOWHERE,
        caption=text_of("表{note=表题。|题}"),
        notes=(text_of("注：{note=表注。|此}"),),
    )
    text = "{note=长的。|甲{note=短的。|乙}丙}丁"
    extra = {"subtitle": text_of("副{note=副题。|题}"), "byline": text_of("张{note=署名。|三}")}
    made = article(text, table, title="甲{note=标题。|题}", **extra)
    said = [str(mark.value) for _, mark in notes_of(made, Place(0, 0))]
    assert said == ["标题。", "副题。", "短的。", "长的。", "表题。", "表头。", "表注。", "署名。"]
    assert [line.text[2:] for line in Printed(catalogue, made).lines("endnote")] == said


def test_lists_and_bookmarks_show_titles_without_signs_and_readings(catalogue: Catalogue) -> None:
    printed = Printed(
        catalogue, article(PROSE, title="{ruby=yǔ|禹}城{note=注。|新貌}"), contents=True
    )
    assert printed.told("contents-entry") == "禹城新貌"
    assert printed.edition.bookmarks[-1].title == "禹城新貌"
    assert printed.told("headline") == "禹yǔ城新貌①"


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("rows", range(0, 24, 3))
def test_many_notes_go_on_in_the_next_column_and_none_is_lost(
    catalogue: Catalogue, layout: str, rows: int
) -> None:
    printed = Printed(
        catalogue,
        article(*["甲乙丙。"] * rows, NOTES, byline=text_of("【供稿：张三】")),
        layout=layout,
    )
    told = printed.told("endnote")
    assert all(f"第{k}条注" in told for k in range(1, 13))
    grid = printed.layout.grid
    foot = grid.top + grid.area_height
    assert all(line.y <= foot for line in printed.lines("endnote"))
    places = [
        (page.number, line.x, line.y)
        for page in printed.edition.pages
        for line in page.lines
        if line.role == "byline"
    ]
    last = [
        (page.number, line.x, line.y)
        for page in printed.edition.pages
        for line in page.lines
        if line.role == "endnote"
    ][-1]
    assert places[0][0] == last[0], "the by-line stands on the page where the notes end"


def test_no_two_lines_of_a_page_with_notes_stand_in_one_another(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(NOTES, byline=text_of("【供稿：张三】")), article(PROSE))
    for page in printed.edition.pages:
        body = sorted((line.y, line.size) for line in page.lines if line.article is not None)
        assert all(
            y - before >= 0.95 * size for (before, _), (y, size) in pairwise(body) if y != before
        )


# -- beside the text -------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
def test_a_subtitle_stands_under_its_title_as_that_stands_and_is_smaller(
    catalogue: Catalogue, layout: str
) -> None:
    printed = Printed(catalogue, article(PROSE, subtitle=text_of("——记一次会议")), layout=layout)
    (title,), (subtitle,), body = (
        printed.lines("headline"),
        printed.lines("subtitle"),
        printed.lines("body")[0],
    )
    grid = printed.layout.grid
    assert title.y + 0.12 * title.size < subtitle.y - 0.88 * subtitle.size
    assert subtitle.y + 0.12 * subtitle.size < body.y - grid.ascent
    assert grid.size <= subtitle.size < title.size
    (left, right), (above, end) = (ends(line, printed) for line in (title, subtitle))
    if layout == "jianbao-a4":  # whose headlines are centred
        assert (left + right) / 2 == pytest.approx((above + end) / 2, abs=0.02)
    else:
        assert left == pytest.approx(above)


@pytest.mark.parametrize("layout", sorted(path.stem for path in STOCK.glob("*.toml")))
def test_no_subtitle_leaves_more_room_above_the_text_than_a_headline_does(
    catalogue: Catalogue, layout: str
) -> None:
    def gap(above: Line, under: Line) -> float:
        return (under.y - 0.88 * under.size) - (above.y + 0.12 * above.size)

    alone = Printed(catalogue, article(PROSE), layout=layout)
    printed = Printed(catalogue, article(PROSE, subtitle=text_of("——记一次会议")), layout=layout)
    (title,), (subtitle,) = printed.lines("headline"), printed.lines("subtitle")
    most = gap(alone.lines("headline")[0], alone.lines("body")[0])
    left = gap(subtitle, printed.lines("body")[0])
    # and it belongs to its headline
    assert 0.8 * gap(title, subtitle) <= left <= most + 0.1


def test_a_subtitle_is_printed_while_its_title_is_still_empty(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(PROSE, title="", subtitle=text_of("——记一次会议")))
    assert (printed.told("headline"), printed.told("subtitle")) == ("", "——记一次会议")


def test_a_briefs_title_and_subtitle_are_not_printed(catalogue: Catalogue) -> None:
    brief = Article(
        ArticleKind.BRIEF, text_of(""), article(PROSE).blocks, NOWHERE, subtitle=text_of("副题")
    )
    assert Printed(catalogue, brief).told("subtitle") == ""


def table(rows: int = 2, **more: object) -> Table:
    cells = tuple((text_of(f"第{k}行"), text_of("12")) for k in range(rows))
    # type: ignore[arg-type]
    return Table((text_of("名称"), text_of("数值")), cells, ("left", "right"), NOWHERE, **more)


def test_a_table_s_caption_stands_above_it_and_its_notes_below(catalogue: Catalogue) -> None:
    made = table(caption=text_of("表1　名称"), notes=(text_of("注：甲。"), text_of("来源：乙。")))
    printed = Printed(catalogue, article(made))
    (caption,), notes, cells = (
        printed.lines("table-caption"),
        printed.lines("table-note"),
        printed.lines("table"),
    )
    rules = sorted(
        rule.y0 for rule in printed.rules() if rule.width > 0.45 and rule.y0 > caption.y - 1
    )[-3:]
    assert caption.y < rules[0] < min(line.y for line in cells)
    assert max(line.y for line in cells) < rules[-1] < notes[0].y < notes[1].y


def test_over_pages_the_caption_is_said_once_and_notes_stay_with_a_row(
    catalogue: Catalogue,
) -> None:
    for before in range(24):
        printed = Printed(
            catalogue,
            article(
                *["甲。"] * before, table(30, caption=text_of("表题"), notes=(text_of("注：丙。"),))
            ),
        )
        assert printed.told("table-caption") == "表题"
        noted = [
            page
            for page in printed.edition.pages
            if any(line.role == "table-note" for line in page.lines)
        ]
        assert len(noted) == 1
        assert any(line.role == "table" and line.text.startswith("第") for line in noted[0].lines)


def test_columns_have_the_widths_asked_for(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(table(widths=(6.0, None))))
    size = printed.layout.styles["table"].size
    lefts = sorted({line.x for line in printed.lines("table")})
    assert lefts[1] - lefts[0] == pytest.approx(6.0 * size)


def test_columns_that_are_asked_too_wide_stay_in_the_measure(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(table(widths=(60.0, 40.0))))
    grid = printed.layout.grid
    assert all(
        line.x + line.width <= grid.left + grid.column_width + 1e-6
        for line in printed.lines("table")
    )


@pytest.mark.parametrize("mark", ["superscript", "ruby=chóng qìng", "note=注。"])
def test_a_headline_that_the_editor_broke_is_balanced_by_lines_with_what_is_marked(
    catalogue: Catalogue, mark: str
) -> None:
    """Marks of one line move no end of another."""
    first, second = (
        "全市各镇街道防汛防台工作现场推进会今天在河湾站召开",
        "各单位要把重庆的经验一项项学到手",
    )
    printed = Printed(
        catalogue,
        article(PROSE, title=f"{first}\u2028{second.replace('重庆', f'{{{mark}|重庆}}')}"),
    )
    lines = [line.text for line in printed.lines("headline")]
    assert "".join(lines).startswith(first)
    assert any("重庆" in line for line in lines)
