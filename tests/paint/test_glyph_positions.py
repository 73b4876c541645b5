"""Glyphs stand in the PDF where the display list puts them."""

from __future__ import annotations

from examples import examples
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from paint_editions import HEIGHT, edition, line, page, run, shaped
from paint_reading import Reading, program, unicode_map

from fonts.catalogue import Catalogue
from layouts.page.item import GlyphRun
from layouts.page.pen import pen_positions
from layouts.paint.pdf import write_pdf

FACES = Catalogue()
NEAR = 0.005
"""Points: a seventh of what a 2400 dpi plate can show."""

CHINESE = "澜汀市委组织部党建工作简报，。、；：（）2023年第12期ABCfi"


def glyphs_of(*runs: GlyphRun) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Where the display list and where the PDF puts the glyphs of some runs."""
    ours = [(x, HEIGHT - one.y) for one in runs for x in pen_positions(one, FACES.face(one.face))]
    theirs = [
        (glyph.x, glyph.y)
        for glyph in Reading(write_pdf(edition(page(line(*runs))), FACES)).drawn()
    ]
    return ours, theirs


def assert_same_places(*runs: GlyphRun) -> None:
    ours, theirs = glyphs_of(*runs)
    assert len(ours) == len(theirs)
    for (x, y), (drawn_x, drawn_y) in zip(ours, theirs, strict=True):
        assert abs(x - drawn_x) < NEAR
        assert abs(y - drawn_y) < NEAR


def test_the_pen_moves_by_advance_tracking_and_the_kerns_before_each_glyph() -> None:
    face = FACES.face("song")
    assert pen_positions(run(face, "一二三", 10, size=10, tracking=0.5), face) == [10, 20.5, 31]
    assert pen_positions(
        run(face, "一二三", 10, size=10, kerns=((0, 1.0), (2, -5.0), (2, 2.0))), face
    ) == [11, 21, 28]


def test_a_kern_after_the_last_glyph_moves_nothing() -> None:
    face = FACES.face("song")
    assert pen_positions(run(face, "一", 10, size=10, kerns=((1, 4.0),)), face) == [10]


def test_a_face_of_2048_units_keeps_its_widths() -> None:
    assert_same_places(
        run(
            FACES.face("latin"),
            "The quick brown fox jumps over the lazy dog, 1234567890",
            size=13.75,
        )
    )


def test_several_kerns_before_one_glyph_add_up() -> None:
    assert_same_places(
        run(FACES.face("song"), "一，二（三", kerns=((0, 3.0), (2, -7.0), (2, 1.5), (4, -7.0)))
    )


def test_tracking_and_size_change_between_runs() -> None:
    song, latin = FACES.face("song"), FACES.face("latin")
    assert_same_places(
        run(song, "甲乙", 20, tracking=0.123456),
        run(latin, "12", 60, tracking=0.123456),
        run(song, "丙", 90, size=10.5),
        run(song, "丁戊", 120, size=10.5, tracking=-0.2),
    )


@settings(max_examples=examples(60), deadline=None)
@given(
    text=st.text(st.sampled_from(CHINESE), min_size=1, max_size=60),
    key=st.sampled_from(("song", "kai", "latin")),
    size=st.sampled_from((5.25, 10.5, 13.75, 14.0, 42.0)),
    x=st.floats(-3, 500),
    y=st.floats(0, HEIGHT),
    tracking=st.floats(-3, 8),
    data=st.data(),
)
def test_every_glyph_is_within_a_two_hundredth_of_a_point(
    text: str, key: str, size: float, x: float, y: float, tracking: float, data: st.DataObject
) -> None:
    face = FACES.face(key)
    text = "".join(char for char in text if face.glyph(char)) or "1"
    places = st.tuples(st.integers(0, len(text) - 1), st.floats(-14, 14))
    kerns = tuple(sorted(data.draw(st.lists(places, max_size=6))))
    assert_same_places(run(face, text, x, y, size, tracking, kerns))


def test_no_number_has_an_exponent() -> None:
    tiny = run(FACES.face("song"), "一二", 1e-7, 1e-9, tracking=1e-6, kerns=((1, 1e-8),))
    content = Reading(write_pdf(edition(page(line(tiny))), FACES)).content()
    assert b"e-" not in content


def test_the_embedded_outlines_are_those_of_the_face() -> None:
    text = "澜汀，（王）（）"
    pdf = Reading(write_pdf(edition(page(line(run(FACES.face("song"), text)))), FACES))
    original = TTFont(FACES.face("song").path)
    embedded = program(pdf.fonts()["/F1"])
    names = embedded.getGlyphOrder()
    for char, glyph in zip(text, pdf.drawn(), strict=True):
        ours, theirs = (
            embedded["glyf"][names[glyph.code]],
            original["glyf"][original.getBestCmap()[ord(char)]],
        )
        assert list(ours.getCoordinates(embedded["glyf"])[0]) == list(
            theirs.getCoordinates(original["glyf"])[0]
        )


def test_codes_that_hold_brackets_or_line_ends_survive() -> None:
    # Enough glyphs that the second bytes of their codes run through all 256 values.
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 700))
    face = FACES.face("song")
    runs = [run(face, text[at : at + 50], 0, 20 + at / 5, 6) for at in range(0, len(text), 50)]
    pdf = Reading(write_pdf(edition(page(*(line(one) for one in runs))), FACES))
    shown = unicode_map(pdf.fonts()["/F1"])
    assert "".join(shown[glyph.code] for glyph in pdf.drawn()) == text


def test_ligatures_and_the_two_em_dash_keep_their_places() -> None:
    assert_same_places(
        shaped(FACES.face("song"), "他说——好"), shaped(FACES.face("latin"), "office fi", 120)
    )
