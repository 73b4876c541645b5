"""Characters of faces that are not ours are fitted to the grid: GB/T 15834 5.1 says how wide a mark is
and where it stands, whatever the face has.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from fonts.catalogue import Catalogue
from layouts.house.punctuation import PRESETS
from layouts.house.text_style import Style
from layouts.issue.text import Text
from layouts.page.item import BLACK
from layouts.text.prepare import Typesetter

Box = tuple[int, int, int, int]

PLAIN: dict[str, tuple[int, Box]] = {
    " ": (250, (0, 0, 0, 0)),
    "永": (1000, (50, -70, 950, 830)),
    "国": (1000, (80, -70, 920, 830)),
    "窄": (820, (20, -70, 800, 830)),
    "宽": (1100, (60, -70, 1040, 830)),
    "。": (1000, (60, -60, 300, 180)),
    "，": (1000, (430, -120, 560, 120)),
    "、": (1000, (380, 270, 620, 500)),
    "．": (1000, (250, 110, 450, 310)),
    "“": (350, (30, 560, 320, 800)),
    "”": (350, (30, 560, 320, 800)),
    "—": (1000, (70, 360, 930, 400)),
    "…": (1000, (100, 330, 900, 430)),
    "·": (240, (70, 300, 170, 400)),
    "–": (1000, (70, 360, 930, 400)),
    "−": (560, (40, 340, 520, 400)),
    "≠": (830, (120, 10, 710, 580)),
    "a": (500, (40, 0, 460, 480)),
    "é": (1000, (290, 0, 710, 720)),
}
"""A face as there are: advance and ink of each character, thousandths."""


def face_file(path: Path, glyphs: Mapping[str, tuple[int, Box]], upem: int = 1000) -> None:
    order = [".notdef", *(f"u{ord(char):X}" for char in glyphs)]
    builder = FontBuilder(upem, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(char): f"u{ord(char):X}" for char in glyphs})
    drawn, metrics = {}, {}
    for name, (advance, box) in zip(order, [(500, (0, 0, 0, 0)), *glyphs.values()], strict=True):
        pen = TTGlyphPen(None)
        left, bottom, right, top = (round(side * upem / 1000) for side in box)
        if right > left:
            pen.moveTo((left, bottom))
            for point in ((left, top), (right, top), (right, bottom)):
                pen.lineTo(point)
            pen.closePath()
        drawn[name], metrics[name] = pen.glyph(), (round(advance * upem / 1000), left)
    builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=upem, descent=-upem // 4)
    builder.setupNameTable({"familyName": "Odd", "styleName": "Regular", "psName": "Odd"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    path.write_bytes(out.getvalue())


@pytest.fixture(params=[1000, 256, 1024])
def typesetter(request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typesetter:
    """Old faces have 256 units to the em, others 1024."""
    face_file(tmp_path / "odd.ttf", PLAIN, request.param)
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Typesetter(Catalogue())


def prepared(typesetter: Typesetter, text: str, latin: str = "latin"):
    style = Style("body", "Odd|song", latin, 10.0, 16.0, BLACK)
    return typesetter.prepare(Text(text), style, PRESETS["office"])


def inked(typesetter: Typesetter, text: str, k: int, latin: str = "latin") -> tuple[float, float]:
    """Where the ink of character k stands, em from where the character before it ends."""
    made = prepared(typesetter, text, latin)
    item = next(item for item in made.items if item.start <= k < item.end)
    ink = typesetter.catalogue.face(item.face).ink(ord(made.glyphs[k]))
    return ink.left + made.shifts.get(k, 0.0), ink.right + made.shifts.get(k, 0.0)


def widths(typesetter: Typesetter, text: str) -> list[float]:
    places = prepared(typesetter, text).places
    return [round(b - a, 6) for a, b in pairwise(places)]


def faces(typesetter: Typesetter, text: str, latin: str = "latin") -> list[str]:
    return [item.face for item in prepared(typesetter, text, latin).items]


def test_every_hanzi_takes_one_em_its_ink_in_the_middle_of_that(typesetter: Typesetter):
    assert widths(typesetter, "永窄宽国") == [1, 1, 1, 1]
    for k in range(4):
        left, right = inked(typesetter, "永窄宽国", k)
        assert (left + right) / 2 == pytest.approx(0.5, abs=0.02)


def test_quotes_for_latin_stand_in_the_half_of_their_em_that_is_theirs(typesetter: Typesetter):
    assert widths(typesetter, "永“国”永") == [1, 1, 1, 1, 1]
    assert faces(typesetter, "永“国”永") == ["Odd"]
    left, right = inked(typesetter, "永“国”永", 1)
    assert 0.5 <= left < right <= 1
    left, right = inked(typesetter, "永“国”永", 3)
    assert 0 <= left < right <= 0.5


def test_a_comma_in_the_middle_is_moved_to_the_left(typesetter: Typesetter):
    left, right = inked(typesetter, "永，国", 1)
    assert 0 <= left < right <= 0.5


def test_a_pause_high_in_the_middle_as_in_taiwan_comes_from_another_face(typesetter: Typesetter):
    assert faces(typesetter, "永、国") == ["Odd", "song", "Odd"]
    assert faces(typesetter, "永。国") == ["Odd"]


def test_a_stop_a_little_high_at_the_foot_is_the_face_s_own(typesetter: Typesetter):
    """As in 文鼎简报宋, whose 。 and 、 stand 0.11 to 0.31 em over the baseline."""
    assert faces(typesetter, "永．国") == ["Odd"]


def test_two_dashes_join_and_take_two_em(typesetter: Typesetter):
    assert widths(typesetter, "永——国") == [1, 1, 1, 1]
    first, second = inked(typesetter, "永——国", 1), inked(typesetter, "永——国", 2)
    assert first[1] >= second[0] + 1
    assert first[0] == pytest.approx(1 - second[1], abs=0.01), "in the middle of their two em"


def test_the_interpunct_is_half_an_em_and_in_its_middle(typesetter: Typesetter):
    assert widths(typesetter, "永·国") == [1, 0.5, 1]
    left, right = inked(typesetter, "永·国", 1)
    assert (left + right) / 2 == pytest.approx(0.25, abs=0.01)


def test_a_short_dash_as_long_as_a_hanzi_comes_from_another_face(typesetter: Typesetter):
    assert "song" in faces(typesetter, "永–国")


def test_a_minus_stays_as_narrow_as_it_is_and_a_sign_for_both_takes_one_em(typesetter: Typesetter):
    assert widths(typesetter, "永−永≠") == pytest.approx([1, 0.56, 1, 1], abs=0.01)


def test_an_ellipsis_that_stands_in_the_middle_stays(typesetter: Typesetter):
    assert widths(typesetter, "永……国") == [1, 1, 1, 1]
    assert faces(typesetter, "永……国") == ["Odd", "Odd", "Odd"]


def test_latin_that_is_asked_of_the_face_is_its_own_but_what_it_has_as_wide_as_hanzi(
    typesetter: Typesetter,
):
    assert faces(typesetter, "aéa", "Odd|latin") == ["Odd", "latin", "Odd"]
    assert faces(typesetter, "aa") == ["latin"]


def test_a_space_that_no_glyph_was_drawn_for_is_one(typesetter: Typesetter):
    made = prepared(typesetter, "永\u3000国")
    assert [round(b - a, 6) for a, b in pairwise(made.places)] == [
        1,
        1,
        1,
    ]
    assert made.missing == []


def test_no_squeeze_runs_ink_into_ink(typesetter: Typesetter):
    made = prepared(typesetter, "永“国”，“永”。")
    catalogue, pen = typesetter.catalogue, 0.0
    before = -1.0
    for k, glyph in enumerate(made.glyphs):
        item = next(item for item in made.items if item.start <= k < item.end)
        ink = catalogue.face(item.face).ink(ord(glyph))
        pen = made.places[k] + made.shifts.get(k, 0.0)
        assert pen + ink.left >= before - 0.001, k
        before = pen + ink.right
