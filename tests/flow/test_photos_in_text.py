"""Photos in the text: where they stand, and where text stands beside them."""

from __future__ import annotations

from itertools import groupby

import audit
import pytest
from composing import NOWHERE
from laying import Laid, Press, prose

from layouts.house.finding import stock_layouts
from layouts.issue.article import Note
from layouts.issue.photo import WHOLE, Side
from layouts.issue.text import Text
from layouts.page.item import Line, Picture

SIDES = [Side.LEFT, Side.RIGHT, Side.BOTH, Side.NONE]
EXACT = 1e-6


def picture(laid: Laid, number: int = 0) -> Picture:
    return [found for page in laid.pages for found in page.pictures][number]


def beside(laid: Laid, found: Picture) -> list[Line]:
    """Body lines whose characters reach into a photo's height."""
    page = next(page for page in laid.pages if found in page.pictures)
    return [
        line
        for line in page.lines
        if line.role == "body"
        and line.y - 0.88 * line.size < found.y + found.height - EXACT
        and line.y > found.y + EXACT
    ]


def whole_em(laid: Laid, length: float) -> bool:
    return abs(length / laid.grid.size - round(length / laid.grid.size)) < 1e-6


# -- the frame -------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("shape", [(40, 30), (30, 40), (30, 30), (90, 30), (41, 29)])
def test_a_photo_begins_at_the_top_of_characters_and_ends_on_a_baseline(
    press: Press, side: Side, shape: tuple[int, int]
) -> None:
    laid = press.set(press.photo(*shape, side=side, width=12.0, line=1), prose(900))
    found = picture(laid)
    row = (found.y - laid.grid.top) / laid.grid.leading
    foot = (found.y + found.height - laid.grid.top - laid.grid.ascent) / laid.grid.leading
    assert row == pytest.approx(round(row), abs=EXACT)
    assert foot == pytest.approx(round(foot), abs=EXACT)


def shown(found: Picture, shape: tuple[int, int]) -> float:
    """The proportions, width to height, of what is seen of a photo of so many pixels."""
    left, top, right, bottom = found.crop
    return shape[0] * (1 - left - right) / (shape[1] * (1 - top - bottom))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("shape", [(40, 30), (30, 40), (90, 30)])
def test_a_photo_is_never_stretched_and_loses_little(
    press: Press, shape: tuple[int, int], side: Side
) -> None:
    found = picture(press.set(press.photo(*shape, side=side, width=12.0), prose(600)))
    assert found.width / found.height == pytest.approx(shown(found, shape))
    # evenly, above and below or at the sides
    assert (found.crop.left, found.crop.top) == pytest.approx(found.crop[2:])
    assert sum(found.crop) <= 0.125
    assert not found.crop.left * found.crop.top
    if side is Side.NONE:
        assert found.crop == WHOLE


def test_a_photo_has_about_the_width_it_asks_for(press: Press) -> None:
    """It may differ by what brings its foot onto a baseline: at most half a row in height."""
    laid = press.set(press.photo(40, 30, width=16.0), prose(600))
    assert abs(picture(laid).height - 16 * laid.grid.size * 3 / 4) <= laid.grid.leading / 2 + EXACT


@pytest.mark.parametrize(
    ("side", "edge"),
    [(Side.LEFT, "left"), (Side.RIGHT, "right"), (Side.BOTH, "centre"), (Side.NONE, "centre")],
)
def test_a_photo_stands_at_the_edge_it_names(press: Press, side: Side, edge: str) -> None:
    laid = press.set(press.photo(side=side, width=12.0), prose(600))
    found, grid = picture(laid), laid.grid
    left, right = found.x - grid.left, grid.left + grid.column_width - found.x - found.width
    assert {"left": left, "right": right, "centre": left - right}[edge] == pytest.approx(
        0.0, abs=EXACT
    )


@pytest.mark.parametrize("line", [0, 1, 3])
def test_a_photo_begins_beside_the_line_it_names(press: Press, line: int) -> None:
    laid = press.set(press.photo(width=12.0, line=line), prose(600))
    lines = laid.lines("body")
    assert picture(laid).y == pytest.approx(lines[line].y - laid.grid.ascent)


def test_a_photo_named_for_a_line_past_the_end_stands_beside_the_last_lines(press: Press) -> None:
    """Beside it the text grows longer: what was the last line may become the last but one."""
    laid = press.set(press.photo(width=12.0, line=40), prose(150), prose(600))
    paragraph = laid.lines("body")[0].paragraph
    rows = [laid.row(line) for line in laid.lines("body") if line.paragraph == paragraph]
    assert (picture(laid).y - laid.grid.top) / laid.grid.leading == pytest.approx(
        rows[-1], abs=1.01
    )


def test_a_photo_wider_than_the_column_is_scaled_to_it_with_a_finding(press: Press) -> None:
    laid = press.set(press.photo(40, 10, width=60.0), prose(600))
    assert laid.codes() == ["photo-too-wide"]
    assert picture(laid).width <= laid.grid.column_width + EXACT
    assert picture(laid).width > 0.9 * laid.grid.column_width


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("caption", ["", "图为会议现场"])
def test_a_photo_taller_than_the_page_is_brought_into_it(
    press: Press, layout: str, side: Side, caption: str
) -> None:
    laid = press.set(
        press.photo(20, 90, width=20.0, side=side, caption=caption), prose(600), layout=layout
    )
    assert audit.off_page(laid.edition, laid.layout) == []
    foot = laid.grid.top + laid.grid.area_height
    assert [line.text for line in laid.lines("caption") if line.y > foot + EXACT] == []


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("size", range(0, 1400, 200))
def test_a_tall_photo_stays_inside_the_type_area_wherever_its_text_begins(
    press: Press, layout: str, size: int
) -> None:
    laid = press.set(
        prose(size),
        press.photo(20, 60, width=16.0, side=Side.NONE, caption="图为会议现场"),
        prose(600),
        layout=layout,
    )
    assert audit.off_page(laid.edition, laid.layout) == []


def test_a_caption_stands_under_its_photo_centred_in_its_width(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, caption="图为会议现场"), prose(600))
    found = picture(laid)
    (caption,) = laid.lines("caption")
    glyphs = audit.glyphs_of(caption, press.catalogue)
    assert caption.y > found.y + found.height
    assert (glyphs[0].pen + glyphs[-1].pen + caption.size) / 2 == pytest.approx(
        found.x + found.width / 2, abs=0.01
    )


def test_a_long_caption_breaks_into_lines_no_wider_than_its_photo(press: Press) -> None:
    laid = press.set(press.photo(width=10.0, caption=prose(60)), prose(600))
    found = picture(laid)
    assert len(laid.lines("caption")) > 2
    for line in laid.lines("caption"):
        for glyph in audit.glyphs_of(line, press.catalogue):
            assert glyph.blank or (
                found.x - 0.5 <= glyph.left and glyph.right <= found.x + found.width + 0.5
            )


def test_no_text_stands_beside_or_over_a_caption(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, caption=prose(40)), prose(900))
    found, last = picture(laid), laid.lines("caption")[-1]
    for line in laid.lines("body", page=1):
        if found.y < line.y and line.y - 0.88 * line.size < last.y:
            assert (
                line.x + line.width <= found.x - laid.layout.photo.standoff * laid.grid.size + EXACT
            )


# -- text beside it --------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, Side.BOTH])
@pytest.mark.parametrize("width", [8.0, 8.7, 9.3, 10.0, 11.1])
@pytest.mark.parametrize("standoff", [0.0, 0.5, 1.0, 1.3])
def test_text_stands_off_a_photo_by_what_is_set_and_by_no_more(
    press: Press, side: Side, standoff: float, width: float
) -> None:
    """second-look.md, Pages 5: 12.7, 21.4 and 23.5 pt were seen where 10.5 was set."""
    laid = press.set(
        press.photo(width=width, side=side, standoff=standoff, line=1), prose(900), measure=38
    )
    assert laid.grid.measure == 38
    found, keep = picture(laid), standoff * laid.grid.size
    lines = beside(laid, found)
    assert lines
    for line in lines:
        gap = found.x - line.x - line.width if line.x < found.x else line.x - found.x - found.width
        assert gap == pytest.approx(keep, abs=EXACT)


def test_the_standoff_is_that_of_the_layout_where_the_photo_has_none(press: Press) -> None:
    for layout in stock_layouts():
        laid = press.set(press.photo(side=Side.LEFT, line=1), prose(900), layout=layout)
        found = picture(laid)
        gaps = {
            round(line.x - found.x - found.width, 4)
            for line in beside(laid, found)
            if line.start and line.x < found.x + found.width + 50
        }
        # one layout's photos fill its columns
        if found.width < laid.grid.column_width - EXACT:
            assert gaps == {round(laid.layout.photo.standoff * laid.grid.size, 4)}


@pytest.mark.parametrize(
    ("side", "width"),
    [(Side.LEFT, 7.0), (Side.LEFT, 18.0), (Side.RIGHT, 13.3), (Side.BOTH, 7.0), (Side.BOTH, 11.3)],
)
def test_slots_beside_a_photo_are_whole_em(press: Press, side: Side, width: float) -> None:
    """typography.md 1.8: the residual measure is rounded down to whole em."""
    laid = press.set(press.photo(width=width, side=side, line=1), prose(900), measure=38)
    lines = beside(laid, picture(laid))
    assert lines
    assert all(whole_em(laid, line.width) for line in lines)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_text_beside_a_photo_keeps_its_outer_edge(press: Press, side: Side) -> None:
    laid = press.set(press.photo(width=12.3, side=side, line=1), prose(900))
    for line in beside(laid, picture(laid)):
        outer = (
            line.x - laid.grid.left
            if side is Side.RIGHT
            else laid.grid.left + laid.grid.column_width - line.x - line.width
        )
        assert outer == pytest.approx(0.0, abs=EXACT)


def test_text_on_both_sides_reads_across_the_photo(press: Press) -> None:
    """betteroffice #627: two intervals of a line were collapsed to one."""
    laid = press.set(press.photo(width=10.0, side=Side.BOTH, line=1), prose(900))
    found = picture(laid)
    lines = beside(laid, found)
    rows = sorted({laid.row(line) for line in lines})
    for row in rows:
        left, right = [line for line in lines if laid.row(line) == row]
        assert left.x < found.x < right.x
    assert "".join(line.text for line in laid.lines("body")) == prose(900)


@pytest.mark.parametrize("width", [6.0, 8.0, 9.0, 14.0, 20.0])
def test_text_on_both_sides_has_ten_em_a_side_or_the_photo_stands_alone(
    press: Press, width: float
) -> None:
    """second-look.md, Pages 2."""
    laid = press.set(press.photo(30, 30, width=width, side=Side.BOTH), prose(900))
    lines = beside(laid, picture(laid))
    assert bool(lines) == (width <= 9.0)
    # the first line begins two em in
    assert all(line.width >= 10 * laid.grid.size - EXACT for line in lines if line.start)


def test_lines_above_and_below_a_photo_are_full(press: Press) -> None:
    """react-pdf #3513: widths off by one line at a float's end."""
    laid = press.set(press.photo(width=12.0, line=2), prose(900))
    found = picture(laid)
    narrow = [line in beside(laid, found) for line in laid.lines("body")]
    full = [line.width == pytest.approx(laid.grid.column_width) for line in laid.lines("body")[1:]]
    assert full == [not one for one in narrow[1:]]


@pytest.mark.parametrize("width", [29.0, 30.0, 31.0, 33.0])
def test_a_slot_narrower_than_five_em_stays_empty(press: Press, width: float) -> None:
    """CasualOffice #344: one character a line beside a wide picture."""
    laid = press.set(press.photo(40, 30, width=width, line=1), prose(900), measure=34)
    assert min(line.width for line in laid.lines("body")[1:-1]) >= 5 * laid.grid.size - EXACT


@pytest.mark.parametrize("side", [Side.RIGHT, Side.BOTH])
@pytest.mark.parametrize("width", [12.5, 14.0, 15.0, 20.0, 23.0, 25.0])
def test_notes_beside_a_photo_keep_room_for_text_too(
    press: Press, width: float, side: Side
) -> None:
    """A note stands two em in on both sides, its first line four: what is left of a slot must still
    hold three characters.
    """
    laid = press.set(
        press.photo(30, 60, width=width, side=side), prose(60), Note((Text(prose(300)),), NOWHERE)
    )
    assert min(line.width for line in laid.lines("note")) >= 3 * laid.grid.size - EXACT
    assert audit.out_of_slot(laid.edition, laid.layout, press.catalogue) == []


def test_the_next_paragraph_goes_on_beside_a_photo_that_is_taller_than_its_own(
    press: Press,
) -> None:
    laid = press.set(press.photo(30, 60, width=10.0), prose(80), prose(400))
    owners = {line.paragraph for line in beside(laid, picture(laid))}
    assert len(owners) == 2


def test_a_photo_alone_has_no_text_beside_it(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, side=Side.NONE), prose(600))
    assert beside(laid, picture(laid)) == []


def test_a_photo_after_the_last_paragraph_takes_rows_of_its_own(press: Press) -> None:
    laid = press.set(prose(100), press.photo(width=12.0))
    assert beside(laid, picture(laid)) == []
    assert picture(laid).y > laid.lines("body")[-1].y


def test_a_headline_does_not_stand_beside_a_photo(press: Press) -> None:
    first = press.article(press.photo(30, 60, width=10.0), prose(60), title="第一篇")
    laid = press.pages(first, press.article(prose(300), title="第二篇"))
    found = picture(laid)
    page = next(page for page in laid.pages if found in page.pictures)
    assert all(
        line.text != "第二篇" or line.y - line.size > found.y + found.height for line in page.lines
    )


# -- over pages and over each other ----------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
def test_a_photo_that_does_not_fit_moves_to_the_next_page_and_text_goes_on(
    press: Press, side: Side
) -> None:
    """Its place in the text is kept, and the page it leaves is filled."""
    laid = press.set(prose(400), press.photo(30, 40, width=14.0, side=side), prose(900))
    assert [len(page.pictures) for page in laid.pages][:2] == [0, 1]
    assert picture(laid).y == pytest.approx(laid.grid.top)
    assert max(laid.row(line) for line in laid.lines("body", page=1)) >= laid.grid.rows - 2
    assert "".join(line.text for line in laid.lines("body")) == prose(400) + prose(900)


@pytest.mark.parametrize("size", range(0, 1300, 90))
@pytest.mark.parametrize(
    "sides",
    [
        (Side.LEFT, Side.RIGHT),
        (Side.RIGHT, Side.RIGHT),
        (Side.BOTH, Side.LEFT),
        (Side.NONE, Side.RIGHT),
    ],
)
def test_two_photos_of_a_paragraph_never_overlap(
    press: Press, size: int, sides: tuple[Side, Side]
) -> None:
    two = [press.photo(40, 30, width=14.0, side=side, line=k) for k, side in enumerate(sides)]
    laid = press.set(prose(size), *two, prose(700))
    assert sum(len(page.pictures) for page in laid.pages) == 2
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []
    assert "".join(line.text for line in laid.lines("body")) == prose(size) + prose(700)


@pytest.mark.parametrize("size", range(0, 1300, 45))
@pytest.mark.parametrize("side", [Side.RIGHT, Side.BOTH])
def test_text_round_a_photo_is_whole_wherever_the_page_ends(
    press: Press, size: int, side: Side
) -> None:
    """paged.js #208: text stood twice, or not at all, where a page ended beside a float."""
    laid = press.set(
        prose(size), press.photo(30, 40, width=12.0, side=side, line=2), prose(500), prose(300)
    )
    assert "".join(line.text for line in laid.lines("body")) == prose(size) + prose(500) + prose(
        300
    )
    assert audit.off_grid(laid.edition, laid.layout) == []


def test_every_photo_of_many_is_set_once(press: Press) -> None:
    blocks = [
        block
        for k in range(12)
        for block in (
            press.photo(40, 30 + k, width=12.0, line=k % 5, caption=f"图{k}"),
            prose(150 + 40 * k),
        )
    ]
    laid = press.set(*blocks)
    assert [picture.source.line for page in laid.pages for picture in page.pictures] == list(
        range(1, 13)
    )  # type: ignore[union-attr]
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []


def test_a_missing_photo_is_a_finding_and_the_rest_is_composed(press: Press) -> None:
    photo = press.photo()
    (press.folder / photo.path).unlink()
    laid = press.set(photo, prose(100))
    assert laid.codes() == ["photo-unusable"]
    (finding,) = laid.edition.findings
    assert (finding.zh, finding.en) == (
        "图片 photo1.png 不存在",
        "the photo photo1.png does not exist",
    )
    assert "".join(line.text for line in laid.lines("body")) == prose(100)


def test_the_same_file_may_stand_twice(press: Press) -> None:
    photo = press.photo(width=10.0)
    laid = press.set(photo, prose(400), photo, prose(400))
    assert sum(len(page.pictures) for page in laid.pages) == 2


# -- reading order ---------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("size", range(80, 1300, 110))
@pytest.mark.parametrize("line", [0, 1, 4])
def test_a_caption_interrupts_no_paragraph_of_a_page(
    press: Press, layout: str, size: int, line: int
) -> None:
    laid = press.set(
        prose(size),
        press.photo(width=10.0, line=line, caption="图为现场"),
        prose(700),
        prose(90),
        layout=layout,
    )
    for page in laid.pages:
        told = [
            (found.role, found.paragraph)
            for found in page.lines
            if found.role in {"body", "caption"}
        ]
        assert len([key for key, _ in groupby(told)]) == len(set(told)), told


# -- what no column holds --------------------------------------------------------------------------


@pytest.mark.parametrize("caption", ["　", "  ", "　 　"])
def test_a_caption_of_spaces_is_none(press: Press, caption: str) -> None:
    blank = press.set(press.photo(width=12.0, caption=caption), prose(300))
    bare = press.set(press.photo(width=12.0), prose(300))
    assert blank.lines("caption") == []
    assert [(line.x, line.y, line.text) for line in blank.lines()] == [
        (line.x, line.y, line.text) for line in bare.lines()
    ]


@pytest.mark.parametrize("shape", [(3000, 1), (1, 3000), (900, 2)])
@pytest.mark.parametrize("side", SIDES)
def test_a_photo_of_any_shape_stays_in_its_column_with_its_proportions(
    press: Press, shape: tuple[int, int], side: Side
) -> None:
    laid = press.set(press.photo(*shape, side=side, width=12.0), prose(200))
    found = picture(laid)
    assert audit.off_page(laid.edition, laid.layout) == []
    assert found.width / found.height == pytest.approx(shape[0] / shape[1])
    assert found.crop == WHOLE


@pytest.mark.parametrize("shape", [(40, 30), (100, 41), (97, 60), (30, 40)])
@pytest.mark.parametrize("width", [29.5, 30.0, 30.4, 30.9])
def test_of_the_frames_that_fit_the_column_a_photo_has_the_one_nearest_to_the_width_it_asks_for(
    press: Press, shape: tuple[int, int], width: float
) -> None:
    """A frame ends on a baseline; where the nearer one is wider than the column, it is the next
    lower.
    """
    laid = press.set(press.photo(*shape, side=Side.NONE, width=width), prose(200))
    grid, ratio = laid.grid, shape[1] / shape[0]
    frames = [((rows - 1) * grid.leading + grid.ascent) / ratio for rows in range(1, grid.rows - 1)]
    fitting = [frame for frame in frames if frame <= grid.column_width + 1e-6]
    nearest = min(fitting, key=lambda frame: abs(frame - width * grid.size))
    assert picture(laid).width == pytest.approx(nearest)


@pytest.mark.parametrize("shape", [(40, 30), (100, 41), (97, 60), (1600, 1067)])
@pytest.mark.parametrize("over", [0.0, 9.0])
def test_a_photo_that_fills_its_column_fills_it_to_the_edge_in_whole_rows(
    press: Press, shape: tuple[int, int], over: float
) -> None:
    measure = press.set(prose(10)).grid.measure
    laid = press.set(press.photo(*shape, side=Side.NONE, width=measure + over), prose(200))
    found, grid = picture(laid), laid.grid
    assert found.x == pytest.approx(grid.left)
    assert found.width == pytest.approx(grid.column_width)
    rows = (found.height - grid.ascent) / grid.leading + 1
    assert rows == pytest.approx(round(rows))
    # what shows of the photo has the proportions of its frame, and half a row at most is cut off
    left, top, right, bottom = found.crop
    shown = (shape[0] * (1 - left - right)) / (shape[1] * (1 - top - bottom))
    assert shown == pytest.approx(found.width / found.height)
    whole = grid.column_width * shape[1] / shape[0]
    assert abs(found.height - whole) <= grid.leading / 2 + 1e-6
    assert (left, top) == pytest.approx((right, bottom))


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, Side.BOTH])
@pytest.mark.parametrize("share", [0.7, 0.76, 0.85, 1.0])
def test_a_photo_of_three_quarters_of_its_column_fills_it(
    press: Press, share: float, side: Side
) -> None:
    """second-look.md, Pages 3."""
    measure = press.set(prose(10)).grid.measure
    laid = press.set(press.photo(40, 30, side=side, width=share * measure), prose(200))
    full = picture(laid).width == pytest.approx(laid.grid.column_width)
    assert full == (share >= 0.75)
    assert laid.codes() == []


@pytest.mark.parametrize("line", range(12))
@pytest.mark.parametrize("follows", ["", "又一段。" * 20, "#一、小标题"])
def test_a_photo_that_fills_its_column_stands_between_paragraphs(
    press: Press, line: int, follows: str
) -> None:
    """second-look.md, Pages 3: above its paragraph where it is named for its first half."""
    photo = press.photo(40, 20, side=Side.NONE, width=40.0, line=line)
    blocks = [prose(200), photo, prose(310), *([follows, prose(60)] if follows else [])]
    laid = press.set(*blocks)
    found = picture(laid)
    page = next(page for page in laid.pages if found in page.pictures)
    above = [line.paragraph for line in page.lines if line.role == "body" and line.y < found.y]
    below = [line.paragraph for line in page.lines if line.role == "body" and line.y > found.y]
    assert not set(above) & set(below)
    assert (2 in below) == (line <= 5)


def test_a_caption_too_long_for_its_photo_is_a_paragraph_as_wide_as_the_column(
    press: Press,
) -> None:
    laid = press.set(press.photo(width=10.0, caption=prose(400)), prose(200))
    lines = laid.lines("caption")
    assert "".join(line.text for line in lines) == prose(400)
    assert {round(line.width, 3) for line in lines} == {round(laid.grid.column_width, 3)}
    for line in lines[:-1]:
        glyphs = audit.glyphs_of(line, press.catalogue)
        assert glyphs[0].pen == pytest.approx(laid.grid.left, abs=0.51 * line.size)
        assert glyphs[-1].right == pytest.approx(
            laid.grid.left + laid.grid.column_width, abs=0.6 * line.size
        )
    assert audit.glyphs_of(lines[-1], press.catalogue)[0].pen == pytest.approx(
        laid.grid.left, abs=0.51 * lines[-1].size
    )


# -- lines kept with a photo that moved ------------------------------------------------------------


@pytest.mark.parametrize("filler", range(4, 12))
@pytest.mark.parametrize("size", [170, 230, 260, 290])
def test_three_lines_of_its_paragraph_go_with_a_photo_that_moved_unless_too_much_would_stay_blank(
    press: Press, filler: int, size: int
) -> None:
    """A paragraph that would end on the page its photo left: three lines stand beside the photo
    where at most six rows are left blank.
    """
    laid = press.set(*[prose(8)] * filler, press.photo(30, 40, width=16.0), prose(size), measure=30)
    whole = -(-(size + 2) // 30)  # rows of the paragraph where no photo stands beside it
    room = laid.grid.rows - min(laid.row(line) for line in laid.lines("body", page=1)) - filler
    own = [
        laid.row(line)
        for page in laid.pages[1:]
        for line in page.lines
        if line.role == "body" and line.paragraph == filler + 1
    ]
    if laid.pages[0].pictures or whole > room or room - (whole - 3) > 6:
        pytest.skip("the photo or the paragraph needs no company")
    stayed = {laid.row(line) for line in laid.lines("body", page=1) if line.paragraph == filler + 1}
    assert len(stayed) == whole - 3
    assert len({*own}) >= 3
    assert [line.paragraph for line in beside(laid, picture(laid))][:3] == [filler + 1] * 3


@pytest.mark.parametrize("rows", range(24))
def test_a_heading_goes_with_text_that_moves_on_with_its_photo(press: Press, rows: int) -> None:
    """Wherever the column ends: under the heading, under the first line, in the photo."""
    measure = press.set(prose(10)).grid.measure
    photo = press.photo(40, 26, side=Side.RIGHT, width=measure - 3, line=1)
    laid = press.set(prose(31 * (4 + rows)), "#一、小标题", photo, prose(300))
    (heading,) = laid.lines("subheading-1")
    page = laid.page_of("一、小标题", "subheading-1")
    below = [
        line for line in laid.lines("body", page=page) if line.paragraph == 3 and line.y > heading.y
    ]
    pictures = [found for found in laid.pages[page - 1].pictures if found.y > heading.y]
    assert below or pictures


def test_a_sub_heading_that_a_photo_would_cut_stands_below_it(press: Press) -> None:
    title = "一、书少了，好书却更近了一些"
    photo = press.photo(30, 26, side=Side.RIGHT, width=22)
    laid = press.set(photo, prose(30), "#" + title, prose(200))
    (heading,) = laid.lines("subheading-1")
    assert heading.text == title
    (found,) = laid.pages[0].pictures
    assert heading.y - heading.size > found.y + found.height - laid.grid.leading
