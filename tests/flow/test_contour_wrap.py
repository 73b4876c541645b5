"""Text round what a photo shows: its alpha channel, an outline on a plain ground, a polygon."""

from __future__ import annotations

import audit
import pytest
from composing import NOWHERE
from cut_outs import vase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laying import Laid, Press, prose
from PIL import Image, ImageDraw

from layouts.flow.contour import box_outline, extent, in_frame, outline_in
from layouts.flow.floats import Clearance
from layouts.geometry import Interval
from layouts.issue.photo import WHOLE, Crop, Photo, PhotoPoint, PhotoTone, Side, Standoffs, Wrap
from layouts.page.item import Line, Picture

SIDES = [Side.LEFT, Side.RIGHT, Side.BOTH]
EXACT = 1e-6

DIAMOND = tuple(PhotoPoint(x, y) for x, y in ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)))
BOTTLE = tuple(
    PhotoPoint(x, y)
    for x, y in (
        (0.4, 0.0),
        (0.6, 0.0),
        (0.6, 0.5),
        (1.0, 0.7),
        (1, 1),
        (0, 1),
        (0.0, 0.7),
        (0.4, 0.5),
    )
)
HOURGLASS = tuple(
    PhotoPoint(x, y)
    for x, y in (
        (0.0, 0.0),
        (1.0, 0.0),
        (1.0, 0.2),
        (0.55, 0.5),
        (1.0, 0.8),
        (1.0, 1.0),
        (0.0, 1.0),
        (0.0, 0.8),
        (0.45, 0.5),
        (0.0, 0.2),
    )
)
SHAPES = [DIAMOND, BOTTLE, HOURGLASS]


def cut_out(press: Press, polygon: tuple[PhotoPoint, ...], across: int, down: int) -> str:
    """A picture with alpha that shows a polygon, on the disk."""
    image = Image.new("RGBA", (across, down), (0, 0, 0, 0))
    ImageDraw.Draw(image).polygon([(x * across, y * down) for x, y in polygon], fill="maroon")
    name = f"cut{len(list(press.folder.iterdir()))}.png"
    image.save(press.folder / name)
    return name


def shaped(press: Press, polygon: tuple[PhotoPoint, ...], **options: object) -> Photo:
    """A photo with a polygon that text runs round."""
    return press.photo(30, 40, wrap=Wrap.POLYGON, polygon=polygon, **options)


def picture(laid: Laid, number: int = 0) -> Picture:
    return [found for page in laid.pages for found in page.pictures][number]


def beside(laid: Laid, found: Picture) -> list[list[Line]]:
    """The body lines on each row whose characters reach into a photo's height, by rows."""
    page = next(page for page in laid.pages if found in page.pictures)
    rows: dict[int, list[Line]] = {}
    for line in page.lines:
        reaches = found.y + EXACT < line.y < found.y + found.height + line.size
        if line.role == "body" and reaches:
            rows.setdefault(laid.row(line), []).append(line)
    return [sorted(rows[row], key=lambda line: line.x) for row in sorted(rows)]


def keep(laid: Laid, standoff: float | None = None) -> audit.Keeps:
    """The distances of a photo that says one for all: above and below, the line gap is enough."""
    em = laid.layout.photo.standoff if standoff is None else standoff
    beside, over = em * laid.grid.size, laid.grid.leading - laid.grid.size
    return audit.Keeps(beside, min(beside, over), beside, min(beside, over))


def sound(laid: Laid, keeps: audit.Keeps) -> list[str]:
    """What breaks the rules of pages."""
    return [
        *audit.near_contours(laid.edition, keeps),
        *audit.off_grid(laid.edition, laid.layout),
        *audit.bodies_crossing(laid.edition),
        *audit.off_page(laid.edition, laid.layout),
    ]


# -- where the text goes ---------------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("polygon", SHAPES)
@pytest.mark.parametrize("standoff", [0.0, 0.5, 1.5])
def test_no_glyph_comes_nearer_to_a_polygon_than_its_standoff(
    press: Press, side: Side, polygon: tuple[PhotoPoint, ...], standoff: float
) -> None:
    photo = shaped(press, polygon, side=side, width=14.0, standoff=standoff)
    laid = press.set(prose(120), photo, prose(900))
    assert sound(laid, keep(laid, standoff)) == []
    assert picture(laid).contour != ()


@pytest.mark.parametrize("side", SIDES)
def test_text_runs_round_the_alpha_channel(press: Press, side: Side) -> None:
    name = cut_out(press, BOTTLE, 300, 400)
    photo = Photo(name, "", NOWHERE, side, 14.0, wrap=Wrap.ALPHA)
    laid = press.set(prose(120), photo, prose(900))
    assert sound(laid, keep(laid)) == []
    assert laid.codes() == []


def test_a_line_is_the_longer_the_narrower_the_shape_is_beside_it(press: Press) -> None:
    """A bottle: its neck leaves more than its belly."""
    laid = press.set(shaped(press, BOTTLE, side=Side.RIGHT, width=14.0, line=1), prose(900))
    widths = [line.width for (line,) in beside(laid, picture(laid))]
    assert widths[0] > widths[-1] + 3 * laid.grid.size


@pytest.mark.parametrize("polygon", SHAPES)
@pytest.mark.parametrize("side", SIDES)
def test_slots_beside_a_contour_are_whole_em_and_keep_their_outer_edge(
    press: Press, side: Side, polygon: tuple[PhotoPoint, ...]
) -> None:
    laid = press.set(shaped(press, polygon, side=side, width=14.0, line=1), prose(900))
    grid = laid.grid
    edges = {grid.left, grid.left + grid.column_width}
    for row in beside(laid, picture(laid)):
        for line in row:
            ems = line.width / grid.size
            assert ems == pytest.approx(round(ems), abs=EXACT)
            assert {line.x, line.x + line.width} & edges or line.x + line.width == pytest.approx(
                grid.left + grid.column_width
            )


def test_text_never_runs_inside_a_hollow_of_its_side(press: Press) -> None:
    """A C that opens to the left, at the right of its column: beside its mouth text ends at its
    lips only where no arm reaches further out.
    """
    laid = press.set(shaped(press, HOURGLASS, side=Side.LEFT, width=14.0), prose(900))
    found = picture(laid)
    for row in beside(laid, found):
        assert all(line.x >= found.x + 0.5 * found.width for line in row)


def test_text_on_both_sides_of_a_contour_reads_across_it(press: Press) -> None:
    laid = press.set(shaped(press, DIAMOND, side=Side.BOTH, width=14.0), prose(900))
    rows = beside(laid, picture(laid))
    assert sum(len(row) == 2 for row in rows) >= 3
    assert all(len(row) <= 2 for row in rows)
    text = "".join(line.text for row in rows for line in row)
    assert text in "".join(line.text for line in laid.lines("body"))


def test_a_side_of_less_than_ten_em_stays_empty_where_text_runs_on_both(press: Press) -> None:
    """second-look.md, Pages 2."""
    laid = press.set(shaped(press, DIAMOND, side=Side.BOTH, width=22.0), prose(900))
    for row in beside(laid, picture(laid)):
        assert all(line.width >= 10 * laid.grid.size - EXACT for line in row)


def test_beside_a_stem_text_has_room_where_the_frame_leaves_none(press: Press) -> None:
    stem = tuple(PhotoPoint(x, y) for x, y in ((0.9, 0.0), (1.0, 0.0), (1.0, 1.0), (0.9, 1.0)))
    laid = press.set(shaped(press, stem, side=Side.RIGHT, width=38.0), prose(2400))
    found = picture(laid)
    rows = beside(laid, found)
    assert len(rows) >= 10
    assert all(line.width > laid.grid.column_width - found.width for row in rows for line in row)


def test_a_photo_that_few_of_its_rows_leave_text_beside_stands_alone_in_the_middle(
    press: Press,
) -> None:
    """A bottle in a narrow column: only beside its neck, a fourth of it, is room for a line."""
    bottle = tuple(
        PhotoPoint(x, y)
        for x, y in ((0.0, 1.0), (0.0, 0.25), (0.9, 0.25), (0.9, 0.0), (1.0, 0.0), (1.0, 1.0))
    )
    laid = press.set(
        prose(60), shaped(press, bottle, side=Side.RIGHT, width=11.0), prose(900),
        layout="neikan-a4-3col",
    )  # fmt: skip
    found = picture(laid)
    left, width = laid.grid.column_left(0), laid.grid.column_width
    assert found.x + found.width / 2 == pytest.approx(left + width / 2)
    # no line stands on its rows
    assert not [
        line
        for line in laid.lines("body", page=1)
        if line.x < left + width and found.y < line.y < found.y + found.height
    ]


def test_rows_that_a_shape_does_not_reach_are_full(press: Press) -> None:
    """The upper half of the frame shows nothing."""
    low = tuple(PhotoPoint(x, y) for x, y in ((0.0, 0.6), (1.0, 0.6), (1.0, 1.0), (0.0, 1.0)))
    laid = press.set(shaped(press, low, side=Side.RIGHT, width=14.0, line=1), prose(900))
    rows = beside(laid, picture(laid))
    assert rows[0][0].width == pytest.approx(laid.grid.column_width)
    assert rows[-1][0].width < laid.grid.column_width - 10 * laid.grid.size


def test_pieces_that_stand_apart_keep_text_out_row_by_row(press: Press) -> None:
    image = Image.new("RGBA", (300, 400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 60, 99), fill="navy")
    draw.rectangle((200, 300, 299, 399), fill="navy")
    image.save(press.folder / "pieces.png")
    photo = Photo("pieces.png", "", NOWHERE, Side.RIGHT, 14.0, wrap=Wrap.ALPHA)
    laid = press.set(photo, prose(900))
    assert sound(laid, keep(laid)) == []
    widths = [row[0].width for row in beside(laid, picture(laid))]
    # the left one reaches out at the top, none in the middle
    assert widths[0] < widths[-1] < max(widths) == pytest.approx(laid.grid.column_width)


def test_a_single_row_between_two_arms_holds_no_line(press: Press) -> None:
    """An hourglass so wide that only its waist leaves room."""
    waist = tuple(
        PhotoPoint(x, y)
        for x, y in (
            (0, 0),
            (1, 0),
            (1, 0.48),
            (0.9, 0.5),
            (1, 0.52),
            (1, 1),
            (0, 1),
            (0, 0.52),
            (0.1, 0.5),
            (0, 0.48),
        )
    )
    laid = press.set(shaped(press, waist, side=Side.RIGHT, width=34.0), prose(900))
    assert len(beside(laid, picture(laid))) == 0


# -- captions, distances, crops --------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
def test_the_caption_is_a_box_of_its_own_and_no_text_parts_it_from_its_photo(
    press: Press, side: Side
) -> None:
    high = tuple(PhotoPoint(x, y) for x, y in ((0.0, 0.0), (1.0, 0.0), (1.0, 0.3), (0.0, 0.3)))
    photo = shaped(press, high, side=side, width=14.0, caption="图为会议现场")
    laid = press.set(photo, prose(900))
    (caption,) = laid.lines("caption")
    glyphs = audit.glyphs_of(caption, press.catalogue)
    left, right = glyphs[0].left, glyphs[-1].right
    found = picture(laid)
    for line in laid.lines("body", page=1):
        if found.y + 0.3 * found.height < line.y < caption.y:
            assert line.x >= right or line.x + line.width <= left


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("polygon", [(), DIAMOND])
@pytest.mark.parametrize(
    "edges", [(0.5, 3.0, 2.0, 0.0), (2.0, 0.0, 0.0, 3.0), (1.0, 1.0, 1.0, 1.0)]
)
def test_each_edge_has_its_distance(
    press: Press, side: Side, polygon: tuple[PhotoPoint, ...], edges: tuple[float, ...]
) -> None:
    wrap = Wrap.POLYGON if polygon else Wrap.BOX
    photo = press.photo(
        30, 40, side=side, width=14.0, wrap=wrap, polygon=polygon, standoffs=Standoffs(*edges)
    )
    laid = press.set(prose(300), photo, prose(900))
    found, em = picture(laid), laid.grid.size
    if not polygon:
        left, top = found.x, found.y
        right, foot = left + found.width, top + found.height
        frame = ((left, top), (right, top), (right, foot), (left, foot))
        framed = found._replace(contour=(frame,))
        page = next(page for page in laid.pages if found in page.pictures)
        page.pictures[page.pictures.index(found)] = framed
    assert sound(laid, audit.Keeps(*(edge * em for edge in edges))) == []


def test_a_photo_keeps_its_distance_above_and_below_in_whole_rows(press: Press) -> None:
    plain = press.set(prose(60), press.photo(width=14.0), prose(900))
    far = press.set(
        prose(60), press.photo(width=14.0, standoffs=Standoffs(1, 2.5, 1, 2.5)), prose(900)
    )
    leading = plain.grid.leading
    # 2.5 em above: the line gap, and two rows more where a row is less than 2 em
    assert (picture(far).y - picture(plain).y) / leading == pytest.approx(
        round((picture(far).y - picture(plain).y) / leading)
    )
    assert picture(far).y > picture(plain).y


def test_a_crop_takes_the_contour_with_it(press: Press) -> None:
    """Fractions are of the whole photo: cropped to its left half, the left half of the diamond is
    what shows, as wide as the frame at half its height.
    """
    photo = shaped(press, DIAMOND, side=Side.RIGHT, width=14.0, crop=Crop(0, 0, 0.5, 0))
    laid = press.set(photo, prose(900))
    found = picture(laid)
    xs = [x for x, _ in found.contour[0]]
    assert min(xs) == pytest.approx(found.x)
    assert max(xs) == pytest.approx(found.x + 2 * found.width)
    assert sound(laid, keep(laid)) == []


def test_a_straightened_photo_turns_its_contour(press: Press) -> None:
    """A quarter of the way round a circle stays a circle: a square's corners do not."""
    tone = PhotoTone(straighten=10.0)
    square = tuple(PhotoPoint(x, y) for x, y in ((0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7)))
    photo = shaped(press, square, side=Side.RIGHT, width=14.0, tone=tone)
    laid = press.set(photo, prose(900))
    ((one, other, *_),) = picture(laid).contour
    # counter-clockwise: the right end of the upper edge rises
    assert other[1] < one[1]


# -- what cannot be found --------------------------------------------------------------------------


@pytest.mark.parametrize("wrap", [Wrap.ALPHA, Wrap.OUTLINE])
def test_a_photo_without_the_contour_it_asks_for_is_a_box_with_a_finding(
    press: Press, wrap: Wrap
) -> None:
    noise = Image.effect_noise((90, 60), 200).convert("RGB")
    noise.save(press.folder / "busy.png")
    photo = Photo("busy.png", "", NOWHERE, Side.RIGHT, 12.0)
    shaped_photo = Photo("busy.png", "", NOWHERE, Side.RIGHT, 12.0, wrap=wrap)
    laid = press.set(shaped_photo, prose(600))
    box = press.set(photo, prose(600))
    assert laid.codes() == ["contour-not-found"]
    assert len(beside(laid, picture(laid))) == len(beside(box, picture(box)))
    assert picture(laid).contour == ()


def test_an_issue_without_contours_looks_at_no_pixels(press: Press) -> None:
    laid = press.set(press.photo(width=12.0), prose(600))
    assert picture(laid).contour == ()


def test_a_photo_alone_has_no_contour(press: Press) -> None:
    laid = press.set(shaped(press, DIAMOND, side=Side.NONE, width=14.0), prose(600))
    assert beside(laid, picture(laid)) == []


# -- what others complain of -----------------------------------------------------------------------


@pytest.mark.parametrize("polygon", SHAPES)
def test_the_line_under_a_contour_is_full_and_none_beside_it_is_too_wide(
    press: Press, polygon: tuple[PhotoPoint, ...]
) -> None:
    """react-pdf #3513: widths off by one line at a float's end."""
    laid = press.set(shaped(press, polygon, side=Side.RIGHT, width=14.0), prose(900))
    found, grid = picture(laid), laid.grid
    foot = found.y + found.height
    below = [line for line in laid.lines("body", page=1) if line.y > foot + EXACT + grid.size]
    assert below[0].width == pytest.approx(grid.column_width)
    assert sound(laid, keep(laid)) == []


@pytest.mark.parametrize("width", [24.0, 30.0, 36.0, 40.0])
@pytest.mark.parametrize("polygon", SHAPES)
def test_no_line_of_one_character_stands_beside_a_wide_contour(
    press: Press, polygon: tuple[PhotoPoint, ...], width: float
) -> None:
    """CasualOffice #344: one character a line beside a wide picture."""
    laid = press.set(shaped(press, polygon, side=Side.RIGHT, width=width), prose(1800))
    least = laid.layout.photo.min_slot * laid.grid.size
    assert all(line.width >= least - EXACT for line in laid.lines("body"))


def test_the_two_slots_beside_a_contour_are_never_one(press: Press) -> None:
    """betteroffice #627: two intervals of a line were collapsed to one."""
    laid = press.set(shaped(press, BOTTLE, side=Side.BOTH, width=14.0), prose(900))
    found = picture(laid)
    for row in beside(laid, found):
        if len(row) == 2:
            assert row[0].x + row[0].width < found.x + 0.6 * found.width < row[1].x


# -- any shape -------------------------------------------------------------------------------------

FRACTIONS = st.integers(0, 100).map(lambda percent: percent / 100)
POLYGONS = st.lists(st.builds(PhotoPoint, FRACTIONS, FRACTIONS), min_size=3, max_size=9).map(tuple)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    POLYGONS,
    st.sampled_from(SIDES),
    st.sampled_from([6.0, 14.0, 26.0, 40.0]),
    st.sampled_from([0.0, 0.75, 2.0]),
    st.sampled_from([WHOLE, Crop(0.2, 0.1, 0.3, 0.25)]),
    st.sampled_from(["", "图为会议现场"]),
)
def test_nothing_stands_over_any_polygon_crossing_itself_or_not(
    press: Press,
    polygon: tuple[PhotoPoint, ...],
    side: Side,
    width: float,
    standoff: float,
    crop: Crop,
    caption: str,
) -> None:
    photo = shaped(
        press, polygon, side=side, width=width, standoff=standoff, crop=crop, caption=caption
    )
    laid = press.set(prose(100), photo, prose(700))
    assert sound(laid, keep(laid, standoff)) == []
    said = audit.spaceless(prose(100) + prose(700))
    assert audit.flowing_text(laid.edition) == said


BLOBS = st.lists(
    st.tuples(
        st.integers(0, 80),
        st.integers(0, 80),
        st.integers(2, 60),
        st.integers(2, 60),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def over_opaque(laid: Laid, mask: Image.Image) -> list[str]:
    """Body lines whose em boxes lie over an opaque pixel of the one photo, whatever its contour."""
    bad: list[str] = []
    for page in laid.pages:
        for found in page.pictures:
            for line in page.lines:
                if line.role != "body":
                    continue
                left, right = line.runs[0].x - found.x, line.x + line.width - found.x
                top = line.y - 0.88 * line.size - found.y
                foot = line.y + 0.12 * line.size - found.y
                across, down = mask.width / found.width, mask.height / found.height
                box = (left * across, top * down, right * across, foot * down)
                if mask.crop(tuple(map(round, box))).getextrema()[1] > 127:
                    bad.append(line.text)
    return bad


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    BLOBS,
    st.sampled_from(SIDES),
    st.sampled_from([10.0, 18.0, 34.0]),
    st.sampled_from([Wrap.ALPHA, Wrap.OUTLINE]),
    st.sampled_from(["", "图为会议现场"]),
)
def test_no_text_stands_over_an_opaque_pixel_of_any_mask(
    press: Press,
    blobs: list[tuple[int, int, int, int, bool]],
    side: Side,
    width: float,
    wrap: Wrap,
    caption: str,
) -> None:
    """Looked at by pixels, not by the contour that the flow goes by; pieces that are no larger than
    dust aside.
    """
    mask = Image.new("L", (120, 120))
    draw = ImageDraw.Draw(mask)
    for x, y, across, down, is_round in blobs:
        shape = draw.ellipse if is_round else draw.rectangle
        shape((x, y, x + max(across, 6), y + max(down, 6)), fill=255)
    colours = Image.new("RGB", mask.size, "white")
    colours.paste("navy", mask=mask)
    if wrap is Wrap.ALPHA:
        colours.putalpha(mask)
    colours.save(press.folder / f"blobs{len(list(press.folder.iterdir()))}.png")
    name = max(press.folder.glob("blobs*.png"), key=lambda path: path.stat().st_mtime_ns).name
    photo = Photo(name, caption, NOWHERE, side, width, wrap=wrap)
    laid = press.set(prose(60), photo, prose(900))
    assert over_opaque(laid, mask) == []
    assert sound(laid, audit.Keeps(0, 0, 0, 0)) == []


@pytest.mark.parametrize("side", SIDES)
def test_a_vase_with_a_branch_has_text_round_each_of_its_parts(press: Press, side: Side) -> None:
    vase().save(press.folder / "vase.png")
    photo = Photo("vase.png", "瓶中新枝", NOWHERE, side, 16.0, wrap=Wrap.ALPHA)
    laid = press.set(prose(120), photo, prose(900))
    assert over_opaque(laid, vase().getchannel("A")) == []
    assert sound(laid, keep(laid)) == []
    widths = {round(line.width) for row in beside(laid, picture(laid)) for line in row}
    assert len(widths) >= 4


@given(
    POLYGONS,
    st.floats(-60, 160),
    st.floats(1, 30),
    st.tuples(*[st.floats(0, 20)] * 4).map(lambda keep: Clearance(*keep)),
)
def test_a_band_takes_what_a_shape_grown_by_ellipses_takes(
    polygon: tuple[PhotoPoint, ...], top: float, height: float, keep: Clearance
) -> None:
    """Against the same thing done by brute force, point by point along the outline."""
    outline = outline_in(in_frame((polygon,), WHOLE, 100.0, 100.0), 100.0, 100.0)
    found = extent(outline, top, top + height, keep)
    left, right = [], []
    for x0, y0, x1, y1 in outline:
        for k in range(201):
            x, y = x0 + k / 200 * (x1 - x0), y0 + k / 200 * (y1 - y0)
            away = max(top - y, y - top - height, 0.0)
            reach = keep.foot if y <= top else keep.top
            inside = top < y < top + height
            if not inside and (not reach or away >= reach):
                continue
            share = 1.0 if inside or not away else (1 - (away / reach) ** 2) ** 0.5
            left.append(x - share * keep.left)
            right.append(x + share * keep.right)
    if left:
        assert found is not None
        assert found.left <= min(left) + EXACT
        assert found.right >= max(right) - EXACT
        # and hardly more: between two points looked at
        assert found.left >= min(left) - 4.0
        assert found.right <= max(right) + 4.0


def test_a_box_takes_its_width_and_distances() -> None:
    outline = box_outline(10, 20, 50, 80)
    keep = Clearance(5, 4, 6, 3)
    assert extent(outline, 30, 40, keep) == Interval(5, 56)
    assert extent(outline, 80 + 3, 90, keep) is None
    assert extent(outline, 10, 20 - 4, keep) is None
    grown = extent(outline, 81.8, 90, keep)
    # 1.8 of 3 below its foot: 0.8 of its distances (3-4-5)
    assert grown == Interval(pytest.approx(6), pytest.approx(54.8))
