"""Who took a photo stands beside it, or under it, never over text; rules stand on a photo's edges
inside, and crops made by the program keep the centre of interest.
"""

from __future__ import annotations

import math
from itertools import pairwise

import audit
import pytest
from hypothesis import given
from hypothesis import strategies as st
from laying import Laid, Press, prose

from layouts.flow.frames import cut_about
from layouts.flow.photo_captions import LONG_CAPTION
from layouts.issue.photo import Crop, PhotoPlace, PhotoPoint, Side, Wrap
from layouts.page.hit import ink_box
from layouts.page.item import Line, Picture
from layouts.photo_tone import PhotoTone

EXACT = 1e-6
NAME = "摄影：李明远"


def picture(laid: Laid) -> Picture:
    return next(found for page in laid.pages for found in page.pictures)


def credit(laid: Laid) -> list[Line]:
    return laid.lines("credit")


def stacked(laid: Laid) -> bool:
    lines = credit(laid)
    return len(lines) > 1 and all(one.y < other.y for one, other in pairwise(lines))


def said(laid: Laid) -> str:
    return "".join(line.text for line in credit(laid))


# -- beside ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, Side.BOTH])
def test_a_credit_stands_beside_its_photo_where_the_text_is(press: Press, side: Side) -> None:
    laid = press.set(press.photo(side=side, width=12.0, credit=NAME), prose(900))
    found = picture(laid)
    assert stacked(laid)
    assert said(laid) == NAME
    for line in credit(laid):
        if side is Side.RIGHT:
            assert line.x + line.width < found.x
        else:
            assert found.x + found.width < line.x


def test_a_credit_ends_at_the_foot_of_its_photo(press: Press) -> None:
    laid = press.set(press.photo(side=Side.RIGHT, width=12.0, credit=NAME), prose(900))
    found, lines = picture(laid), credit(laid)
    em = lines[-1].size
    assert lines[-1].y + (1 - 0.88) * em == pytest.approx(found.y + found.height, abs=0.02 * em)
    assert lines[0].y - 0.88 * em >= found.y


@pytest.mark.parametrize("side", [*Side])
@pytest.mark.parametrize("text", [NAME, "Photo: John Smith", "供图／市图书馆 2026", "摄" * 60])
@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-3col", "tongxun-a5"])
def test_no_text_stands_over_a_credit_and_no_credit_over_text(
    press: Press, side: Side, text: str, layout: str
) -> None:
    photo = press.photo(side=side, width=9.0, credit=text, caption="大厅里办证的读者")
    laid = press.set(photo, prose(900), layout=layout)
    assert audit.credits_over_text(laid.edition) == []
    assert said(laid).replace(" ", "") == text.replace(" ", "")
    assert audit.in_photos(laid.edition, laid.layout, press.catalogue) == []


def test_the_baselines_of_the_body_stay_on_the_grid(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, credit=NAME), prose(900))
    assert audit.off_grid(laid.edition, laid.layout) == []


def test_every_character_of_a_credit_says_where_it_stands_in_it(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, credit="摄影 李明远 王芳"), prose(900))
    lines = credit(laid)
    assert [line.start + len(line.gone) for line in lines] == [0, 1, 3, 4, 5, 7, 8]
    assert all(
        one.start + len(one.gone) + len(one.text) == other.start for one, other in pairwise(lines)
    )


def test_a_short_word_stands_letter_under_letter(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, credit="供图／新华社 2026"), prose(900))
    assert [line.text for line in credit(laid)][-4:] == ["2", "0", "2", "6"]


def test_marks_stand_as_in_lines_that_run_down(press: Press) -> None:
    """The face has a form of its own for them (OpenType vert)."""
    laid = press.set(press.photo(width=12.0, credit="摄影（李明）"), prose(900))
    face = press.catalogue.face(credit(laid)[2].runs[0].face)
    shown = {line.text: line.runs[0].glyphs for line in credit(laid)}
    for mark in "（）":
        assert shown[mark] == chr(face.shape(mark, {"vert": True})[0].glyph)
        assert shown[mark] != chr(face.glyph(mark))
    assert shown["李"] == chr(face.glyph("李"))


# -- under -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Photo: John Smith", {"side": Side.RIGHT}),
        (NAME, {"side": Side.NONE, "width": 31.0}),
        (NAME, {"side": Side.RIGHT, "wrap": Wrap.ALPHA}),
    ],
    ids=["words", "no-room", "contour"],
)
def test_a_credit_that_cannot_stand_beside_lies_under_its_photo(
    press: Press, text: str, options: dict[str, object]
) -> None:
    laid = press.set(press.photo(**{"width": 12.0, **options}, credit=text), prose(900))
    found, lines = picture(laid), credit(laid)
    assert len(lines) == 1
    assert found.y + found.height < lines[0].y
    right = ink_box(lines[0]).right
    assert right == pytest.approx(found.x + found.width, abs=1.0)


@pytest.mark.parametrize("side", [Side.RIGHT, Side.NONE])
@pytest.mark.parametrize(
    "text", ["摄" * 60, "Photographed by " + "Wolfeschlegel " * 27], ids=["hanzi", "latin"]
)
def test_a_credit_too_long_for_a_line_takes_more_of_them_and_stays_as_large(
    press: Press, text: str, side: Side
) -> None:
    short = credit(press.set(press.photo(width=12.0, credit="Photo: J. S."), prose(900)))
    laid = press.set(press.photo(width=12.0, side=side, credit=text), prose(900))
    found, lines = picture(laid), credit(laid)
    assert len(lines) > 1
    assert "".join(said(laid).split()) == "".join(text.split())
    assert {line.size for line in lines} == {line.size for line in short}
    # of more than a few lines it stands over its column, as a caption does
    edge = 1.0 if len(lines) <= LONG_CAPTION and len(text) < 100 else math.inf
    for line in lines:
        assert ink_box(line).right <= found.x + found.width + edge
        assert ink_box(line).left >= found.x - edge
    assert audit.credits_over_text(laid.edition) == []
    assert laid.codes() == []


@pytest.mark.parametrize("across", [30, 2])
def test_words_under_a_spread_stay_on_its_left_page(press: Press, across: int) -> None:
    photo = press.photo(
        across,
        40,
        place=PhotoPlace.SPREAD,
        caption="总馆延长夜间开放时间之后的大厅" * 4,
        credit=NAME,
    )
    laid = press.set(prose(200), photo, prose(600))
    edge = laid.grid.width
    for line in (*laid.lines("caption"), *credit(laid)):
        assert ink_box(line).right <= edge
        assert line.x >= 0


def test_a_credit_shares_the_line_of_a_short_caption(press: Press) -> None:
    photo = press.photo(side=Side.NONE, width=31.0, caption="大厅", credit=NAME)
    laid = press.set(photo, prose(600))
    (caption,), (line,) = laid.lines("caption"), credit(laid)
    assert caption.y == line.y


def test_a_credit_stands_under_a_caption_that_leaves_no_room(press: Press) -> None:
    photo = press.photo(side=Side.NONE, width=31.0, caption="大厅里办证的读者" * 4, credit=NAME)
    laid = press.set(photo, prose(600))
    assert credit(laid)[0].y > laid.lines("caption")[-1].y


def test_spaces_are_no_credit(press: Press) -> None:
    laid = press.set(press.photo(width=12.0, credit="　 "), prose(600))
    assert credit(laid) == []


def test_a_photo_without_a_credit_stands_as_before(press: Press) -> None:
    """Text beside a photo gives way for a credit, and for nothing else."""
    plain = picture(press.set(press.photo(width=12.0), prose(600)))
    toned = picture(
        press.set(press.photo(width=12.0, frame=2.0, tone=PhotoTone(5.0, 0.5)), prose(600))
    )
    assert plain[:4] == toned[:4]


# -- rules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("thickness", [0.25, 1.0, 4.0])
def test_a_rule_stands_on_the_edges_of_its_photo_inside(press: Press, thickness: float) -> None:
    laid = press.set(press.photo(width=12.0, frame=thickness), prose(600))
    found = picture(laid)
    page = next(page for page in laid.pages if page.pictures)
    rules = [rule for rule in page.rules if rule.width == thickness]
    assert len(rules) == 4
    half = thickness / 2
    for rule in rules:
        lies = rule.y0 == rule.y1
        left, right = (rule.x0, rule.x1) if lies else (rule.x0 - half, rule.x0 + half)
        top, foot = (rule.y0 - half, rule.y0 + half) if lies else (rule.y0, rule.y1)
        assert found.x - EXACT <= left < right <= found.x + found.width + EXACT
        assert found.y - EXACT <= top < foot <= found.y + found.height + EXACT


# -- the centre of interest ------------------------------------------------------------------------

shares = st.floats(0, 0.45)


@given(shares, shares, st.floats(0.05, 1), st.floats(0, 1))
def test_a_crop_keeps_the_centre_of_interest_as_near_its_middle_as_can_be(
    left: float, right: float, kept: float, focus: float
) -> None:
    crop = cut_about(Crop(left, 0, right, 0), kept, 1.0, PhotoPoint(focus, 0.5))
    width = (1 - left - right) * kept
    assert crop.left >= left
    assert crop.right >= right - EXACT
    assert 1 - crop.left - crop.right == pytest.approx(width)
    middle = crop.left + width / 2
    # nearer is only where the photo, or what the editor left of it, ends
    if middle > focus + EXACT:
        assert crop.left == pytest.approx(left)
    if middle < focus - EXACT:
        assert crop.right == pytest.approx(right)


@given(shares, shares, st.floats(0.05, 1))
def test_without_one_both_edges_give_alike(left: float, right: float, kept: float) -> None:
    crop = cut_about(Crop(left, 0, right, 0), kept, 1.0, None)
    assert crop.left - left == pytest.approx(crop.right - right)


def test_a_photo_that_fills_its_column_is_cut_where_nothing_of_interest_is(press: Press) -> None:
    def cut(focus: PhotoPoint | None) -> Crop:
        photo = press.photo(300, 211, side=Side.NONE, width=31.0, focus=focus)
        return Crop(*picture(press.set(photo, prose(400))).crop)

    plain, high, low = cut(None), cut(PhotoPoint(0.5, 0.0)), cut(PhotoPoint(0.5, 1.0))
    assert plain != Crop()
    if plain.top:
        assert (high.top, low.bottom) == (0, 0)
        assert plain.top == pytest.approx(plain.bottom)
    else:
        assert plain == high == low
