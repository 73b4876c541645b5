"""Where carets stand in set text, and the way back from a point."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE, picture_file
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.geometry import Interval
from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Block, PageBreak, Paragraph, Section
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Text
from layouts.page.carets import BYLINE, TITLE, CaretMap, ShownText, address_of
from layouts.page.item import Line
from layouts.page.page import Page
from layouts.page.pen import pen_positions
from layouts.page.stops import line_end, line_stops, source_offsets

PROSE = "本市各镇街道要把防汛防台工作摆在突出位置，压实责任、细化预案，确保人员、物资、措施到位。"


class Set:
    """An article set on pages, and a map of its carets."""

    def __init__(
        self,
        catalogue: Catalogue,
        folder: Path,
        *blocks: Block | str,
        layout: str = "jianbao-a4",
        byline: str = "",
    ) -> None:
        made = tuple(
            Paragraph(Text(block), NOWHERE) if isinstance(block, str) else block for block in blocks
        )
        article = Article(
            ArticleKind.HEADLINE, Text("标题一行"), made, NOWHERE, Text(byline) if byline else None
        )
        issue = Issue(
            Masthead("简报"),
            (Section("", (article,), NOWHERE),),
            folder,
            NOWHERE,
            layout=layout,
            contents=False,
        )
        house = load_layout(layout)
        self.pages: tuple[Page, ...] = compose(issue, house, catalogue).pages
        grid = house.grid
        columns = tuple(
            Interval(grid.column_left(k), grid.column_left(k) + grid.column_width)
            for k in range(grid.columns)
        )
        self.map = CaretMap(catalogue.face)
        self.map.show(self.pages, columns)
        self.faces = catalogue.face

    def lines(self, paragraph: int) -> list[Line]:
        address = ShownText(0, paragraph)
        return [self.pages[page].lines[line] for page, line in self.map.lines_of(address)]


@pytest.fixture
def set_text(catalogue: Catalogue, tmp_path: Path):
    return lambda *blocks, **options: Set(catalogue, tmp_path.resolve(), *blocks, **options)


def test_every_character_of_a_paragraph_has_its_stop(set_text) -> None:
    text = PROSE * 4
    found = set_text(text)
    offsets = {
        offset for line in found.lines(0) for offset in line_stops(line, found.faces).offsets
    }
    assert offsets == set(range(len(text) + 1))


@pytest.mark.parametrize(
    "cluster", ["x\u0331\u0303", "X\u0331", "e\u0301", "国\u0301", "葛\U000e0100"]
)
def test_the_caret_after_a_character_with_marks_stands_behind_its_base(
    set_text, cluster: str
) -> None:
    """No caret stands inside it, and the next one stands where it would without the marks."""
    marked, plain = set_text(f"国{cluster}人"), set_text(f"国{cluster[0]}人")
    found, expected = (line_stops(made.lines(0)[0], made.faces) for made in (marked, plain))
    assert found.offsets == (0, 1, 1 + len(cluster), 2 + len(cluster))
    assert found.xs == pytest.approx(expected.xs, abs=0.3)


def test_stops_run_from_left_to_right(set_text) -> None:
    found = set_text(PROSE * 3 + "2025年AI与“Office”（efficiency）——结束……。")
    for line in found.lines(0):
        stops = line_stops(line, found.faces)
        assert list(stops.xs) == sorted(stops.xs)
        assert stops.xs[0] >= line.x - 0.01
        assert stops.xs[-1] <= line.x + line.width + 0.51 * line.size  # a stop may hang


def test_spaces_that_were_dissolved_keep_their_offsets(set_text) -> None:
    text = "在 2025 年 的 汉字 之间"
    found = set_text(text)
    (line,) = found.lines(0)
    assert source_offsets(line)[-1] == len(text) == line_end(line)
    stops = line_stops(line, found.faces)
    assert [text[offset] for offset in stops.offsets[:-1]] == list(line.text)


def test_no_caret_stands_inside_a_cluster(set_text) -> None:
    found = set_text("葛\U000e0100城")
    (line,) = found.lines(0)
    assert line_stops(line, found.faces).offsets == (0, 2, 3)


def test_a_space_typed_at_the_end_moves_the_caret(set_text) -> None:
    found = set_text("word ")
    before, after = found.map.seat(ShownText(0, 0), 4), found.map.seat(ShownText(0, 0), 5)
    assert before is not None
    assert after is not None
    assert after.x > before.x


@pytest.mark.parametrize(
    ("typed", "following"),
    [
        ("会议 ", "后"),
        ("会议，", "后"),
        ("会议， ", "后"),
        ("会议。  ", "后"),
        ("“会议” ", "后"),
        ("会议   ", "后"),
        ("word ", "w"),
    ],
)
def test_after_typed_spaces_the_caret_stands_where_the_next_character_will(
    set_text, typed: str, following: str
) -> None:
    found = set_text(typed)
    caret = found.map.seat(ShownText(0, 0), len(typed))
    (line,) = set_text(typed + following).lines(0)
    last = line.runs[-1]
    assert caret is not None
    assert abs(caret.x - pen_positions(last, found.faces(last.face))[-1]) < 0.1 * line.size


def test_a_line_without_text_has_one_stop(set_text) -> None:
    line = Line(60, 100, 400, 14, (), "", "body", 0, 0, start=7)
    assert line_stops(line, set_text("字").faces) == ((7,), (60,))


def test_a_point_leads_back_to_its_stop(set_text) -> None:
    found = set_text(PROSE * 3)
    for line in found.lines(0):
        stops = line_stops(line, found.faces)
        for offset, x in zip(stops.offsets, stops.xs, strict=True):
            assert stops.offset_at(x) == offset
            assert stops.x_of(offset) == x


def test_between_two_lines_affinity_says_which(set_text) -> None:
    found = set_text(PROSE * 3)
    end = line_end(found.lines(0)[0])
    upper = found.map.seat(ShownText(0, 0), end, upstream=True)
    lower = found.map.seat(ShownText(0, 0), end)
    assert upper is not None
    assert lower is not None
    assert found.map.line(upper).start == 0
    assert found.map.line(lower).start == end
    assert upper.x > lower.x


def test_titles_and_bylines_have_their_addresses(set_text) -> None:
    found = set_text(PROSE, byline="【供稿：张三】")
    roles = {address_of(line): line.role for page in found.pages for line in page.lines}
    assert roles[ShownText(0, TITLE)] == "headline"
    assert roles[ShownText(0, BYLINE)] == "byline"
    assert ShownText(0, TITLE).order < ShownText(0, 0).order < ShownText(0, BYLINE).order


def test_a_text_that_is_not_set_has_no_seat(set_text) -> None:
    assert set_text(PROSE).map.seat(ShownText(5, 0), 0) is None


def test_down_and_up_come_back_to_where_they_began(set_text) -> None:
    found = set_text(PROSE * 20, PROSE * 30)
    seat = found.map.seat(ShownText(0, 0), 50)
    assert seat is not None
    x, start = seat.x, seat
    for _ in range(60):
        after = found.map.vertical(seat, x, down=True)
        assert after is not None
        seat = after
    assert seat.page > start.page
    for _ in range(60):
        before = found.map.vertical(seat, x, down=False)
        assert before is not None
        seat = before
    assert (seat.page, seat.line, seat.offset) == (start.page, start.line, start.offset)


def test_down_ends_at_the_foot_of_the_last_page(set_text) -> None:
    found = set_text("短")
    seat = found.map.seat(ShownText(0, 0), 0)
    assert seat is not None
    assert found.map.vertical(seat, seat.x, down=True) is None


def test_down_stays_on_its_side_of_a_photo(set_text, tmp_path: Path) -> None:
    photo = Photo(
        picture_file(tmp_path.resolve(), "p.png", 40, 30), "说明", NOWHERE, Side.BOTH, 10.0, 2
    )
    found = set_text(photo, PROSE * 12)
    picture = found.pages[0].pictures[0]
    beside = [line for line in found.lines(1) if picture.y < line.y < picture.y + picture.height]
    left = beside[0]
    seat = found.map.at_point(0, left.x + 5, left.y - 3)
    assert seat is not None
    for _ in range(3):
        after = found.map.vertical(seat, seat.x, down=True)
        assert after is not None
        seat = after
        assert found.map.line(seat).x == left.x
        assert found.map.line(seat).role == "body"  # the caption is passed by


def test_down_goes_from_column_to_column(set_text) -> None:
    found = set_text(PROSE * 60, layout="neikan-a4-2col")
    first, second = found.map.columns
    line = max(
        (line for line in found.pages[0].lines if line.role == "body" and line.x < second.left),
        key=lambda line: line.y,
    )
    at = found.pages[0].lines.index(line)
    seat = found.map.on_line(0, at, line.x + 20)
    assert seat is not None
    after = found.map.vertical(seat, seat.x, down=True)
    assert after is not None
    assert found.map.line(after).x >= second.left
    assert after.x - second.left == pytest.approx(seat.x - first.left, abs=line.size)


def test_down_and_up_over_an_empty_column_keep_their_place(set_text) -> None:
    """The second column of the first page is empty: what follows begins a page."""
    found = set_text("短短的一段。", PageBreak(NOWHERE), PROSE, layout="neikan-a4-2col")
    first, second = found.lines(0)[0], found.lines(2)[0]
    assert first.x < found.map.columns[1].left > second.x
    seat = found.map.seat(ShownText(0, 0), 3)
    assert seat is not None
    after = found.map.vertical(seat, seat.x, down=True)
    assert after is not None
    assert (after.page, after.x) == (1, pytest.approx(seat.x, abs=second.size))
    back = found.map.vertical(after, after.x, down=False)
    assert back is not None
    assert (back.page, back.offset) == (0, 3)


def test_home_and_end_are_the_ends_of_the_line(set_text) -> None:
    found = set_text(PROSE * 3)
    second = found.lines(0)[1]
    seat = found.map.seat(ShownText(0, 0), second.start + 5)
    assert seat is not None
    assert found.map.line_start(seat).offset == second.start
    assert found.map.line_end(seat).offset == line_end(second)
    assert found.map.line(found.map.line_end(seat)) == second


def test_marks_cover_just_what_is_marked(set_text) -> None:
    found = set_text(PROSE * 3)
    address = ShownText(0, 0)
    first, second, *_ = found.lines(0)
    boxes = found.map.marks((address, 3), (address, second.start + 4), 0, lambda line: 22.0)
    assert len(boxes) == 2
    assert boxes[0].left == pytest.approx(line_stops(first, found.faces).x_of(3))
    assert boxes[0].right == pytest.approx(line_stops(first, found.faces).xs[-1])
    assert boxes[1].right == pytest.approx(line_stops(second, found.faces).x_of(second.start + 4))
    assert boxes[0].bottom == pytest.approx(boxes[1].top, abs=1.0)


def test_marks_over_paragraphs_show_the_end_of_each(set_text) -> None:
    found = set_text("短的一段。", "第二段。", "第三段。")
    boxes = found.map.marks((ShownText(0, 0), 0), (ShownText(0, 2), 2), 0, lambda line: 22.0)
    assert len(boxes) == 3
    (line,) = found.lines(0)
    assert boxes[0].right > line_stops(line, found.faces).xs[-1]


def test_pages_that_stay_are_not_looked_over_again(set_text) -> None:
    found = set_text(PROSE * 60)
    first = found.map.index(0)
    found.map.show((found.pages[0], *found.pages[1:-1]), found.map.columns)
    assert found.map.index(0) is first


@settings(max_examples=examples(40))
@given(st.text(alphabet="汉字排版，。“”（）、A1b 2\u3000——…《》！", min_size=1, max_size=160))
def test_any_text_can_be_walked_through(text: str) -> None:
    catalogue = _CATALOGUE
    found = Set(catalogue, Path("/"), text)
    lines = found.lines(0)
    seen: set[int] = set()
    for page, k in found.map.lines_of(ShownText(0, 0)):
        line = found.pages[page].lines[k]
        stops = line_stops(line, found.faces)
        assert list(stops.xs) == sorted(stops.xs)
        assert list(stops.offsets) == sorted(set(stops.offsets))
        seen.update(stops.offsets)
    gone = {offset for line in lines for offset in line.gone}
    assert (
        not lines
        or {offset for offset in range(len(text)) if not text[offset].isspace()} <= seen | gone
    )


_CATALOGUE = Catalogue()
