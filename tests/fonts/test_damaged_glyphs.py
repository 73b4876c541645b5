"""Faces of which single glyphs are damaged: another lends those, and what is written is whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from making import squares

from fonts.catalogue import Catalogue
from fonts.subset import subset

NO_OPERATOR = bytes((12, 200, 30, 8, 8))
"""A charstring that no reader goes through: there is no operator 12 200, and the stack is empty."""

CHARS = "永国酬 "


@pytest.fixture
def catalogue_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], Catalogue]:
    """The catalogue of a machine that has the face of these bytes."""
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def given(data: bytes) -> Catalogue:
        (tmp_path / "hurt.otf").write_bytes(data)
        return Catalogue()

    return given


def postscript(hurt: str, forms: str = "") -> bytes:
    """A CFF face, the charstring of one glyph broken."""
    font = squares(CHARS, family="Hurt", postscript="Hurt", cff=True)
    if forms:
        addOpenTypeFeaturesFromString(font, forms)
    font = TTFont(io.BytesIO(bytes_of(font)))
    charstring = font["CFF "].cff.topDictIndex[0].CharStrings[hurt]
    charstring.setBytecode(NO_OPERATOR)
    return bytes_of(font)


def truetype(*overwritten: tuple[int, bytes]) -> bytes:
    """A glyf face; in the glyph of 国 these bytes are overwritten, each from an offset on."""
    data = bytearray(bytes_of(squares(CHARS, family="Hurt", postscript="Hurt")))
    font = TTFont(io.BytesIO(bytes(data)))
    entry = next(k for k in range(12, len(data), 16) if data[k : k + 4] == b"glyf")
    start = int.from_bytes(data[entry + 8 : entry + 12], "big")
    start += font["loca"].locations[font.getGlyphID("u56FD")]
    for at, written in overwritten:
        data[start + at : start + at + len(written)] = written
    return bytes(data)


def bytes_of(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


HURT = {
    "charstring": postscript("u56FD"),
    "too many contours": truetype((0, (30_000).to_bytes(2, "big"))),
    "contours that end before they begin": truetype((10, b"\xff\xf0")),
    "a composite of nothing": truetype((0, b"\xff\xff"), (10, b"\x00\x20\xff\xf0")),
}


@pytest.mark.parametrize("how", HURT)
def test_another_face_has_the_character_whose_glyph_is_damaged(
    how: str, catalogue_of: Callable[[bytes], Catalogue]
) -> None:
    catalogue = catalogue_of(HURT[how])
    face = catalogue.face("Hurt|song")
    assert face.key == "Hurt"
    assert [catalogue.covering("Hurt|song", char).key for char in "永国酬"] == [
        "Hurt",
        "song",
        "Hurt",
    ]
    assert [shaped.glyph > 0 for shaped in face.shape("永国")] == [True, False]


def test_a_damaged_space_keeps_no_face_from_being_embedded(
    catalogue_of: Callable[[bytes], Catalogue],
) -> None:
    face = catalogue_of(postscript("u20")).face("Hurt|song")
    assert face.glyph(" ") == 0
    shown = {shaped.glyph for shaped in face.shape("永 国")}
    assert subset(face, shown).data


def test_where_a_form_is_damaged_the_character_itself_stands(
    catalogue_of: Callable[[bytes], Catalogue],
) -> None:
    forms = "languagesystem DFLT dflt; feature liga { sub u6C38 u56FD by u916C; } liga;"
    face = catalogue_of(postscript("u916C", forms)).face("Hurt|song")
    shaped = face.shape("永国")
    assert [one.glyph for one in shaped] == [face.glyph("永"), face.glyph("国")]
    assert [(one.cluster, one.advance) for one in shaped] == [(0, 1.0), (1, 1.0)]
    assert subset(face, {one.glyph for one in shaped}).data
