"""Faces in an OFD: each a font file cut down to what the pages use, and the family of office
programs that stands in for it where a reader ignores that (GB/T 33190-2016 11.1).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from fonts.face import Face
from fonts.font_file import CutFace, font_file
from layouts.errors import ExportError
from layouts.messages.pdf import FACE_NOT_CUT
from layouts.page.faces import Faces
from layouts.paint.ofd.markup import Element, Ids, put, sound
from layouts.paint.usage import Usage

FAMILIES = (
    ("song", "宋体"),
    ("hei", "黑体"),
    ("kai", "楷体"),
    ("fangsong", "仿宋"),
    ("latin", "Times New Roman"),
)
"""The family that every office has of the kind of one of ours, by how our key begins."""

BOLD = 600
"""From this weight on a face counts as bold (OpenType OS/2, usWeightClass)."""

ASCENT, DESCENT, MARGIN = 1.0, 0.3, 0.05
"""Em that the boundary of a text reaches over and under its baseline at least, and beyond its pen:
as far as a face reaches that stands in.
"""


class OfdFont(Struct, frozen=True):
    """A face in the document: its number, the file to embed, its glyphs by their numbers in it, and
    how far the ink of those used goes beyond the pen's path and the baseline, em.
    """

    id: str
    name: str
    family: str
    face: Face
    cut: CutFace
    left: float
    right: float
    ascent: float
    descent: float

    @property
    def numbers(self) -> Mapping[int, int]:
        """The glyph ids of the embedded file by those of the face."""
        return self.cut.glyphs

    @property
    def file_name(self) -> str:
        """What the font file is called among the resources."""
        return f"font_{self.id}.{'otf' if self.cut.is_cff else 'ttf'}"


def pack_fonts(faces: Faces, usages: Mapping[str, Usage], ids: Ids) -> dict[str, OfdFont]:
    """The faces used, cut down, by their keys. ExportError for one whose file is damaged."""
    return {key: _pack(key, faces, usage, ids.new()) for key, usage in usages.items()}


def put_font(listed: Element, font: OfdFont) -> None:
    """A face among the resources."""
    weight = int.from_bytes(font.face.table("OS/2")[4:6], "big")
    # a fixed-point number of 16 and 16 bits (OpenType post, italicAngle)
    slanted = any(font.face.table("post")[4:8])
    made = put(
        listed,
        "Font",
        ID=font.id,
        FontName=font.name,
        FamilyName=font.family,
        **({"Italic": "true"} if slanted else {}),
        **({"Bold": "true"} if weight >= BOLD else {}),
    )
    put(made, "FontFile", font.file_name)


def _pack(key: str, faces: Faces, usage: Usage, number: str) -> OfdFont:
    face, name = faces.face(key), faces.postscript_name(key)
    characters = {char for text in usage.shown.values() for char in text}
    try:
        cut = font_file(face, usage.shown, characters)
    except ValueError as error:
        raise ExportError(*FACE_NOT_CUT(name=name)) from error
    inks = [(face.ink(glyph), face.advance(glyph)) for glyph in usage.shown]
    return OfdFont(
        number,
        sound(name) or "Face",
        (not face.is_foreign and _family(key)) or sound(name),
        face,
        cut,
        left=MARGIN + max(0.0, *(-ink.left for ink, _ in inks)),
        right=MARGIN + max(0.0, *(ink.right - advance for ink, advance in inks)),
        ascent=max(ASCENT, *(ink.top for ink, _ in inks)),
        descent=max(DESCENT, *(-ink.bottom for ink, _ in inks)),
    )


def _family(key: str) -> str:
    return next((family for begin, family in FAMILIES if key.startswith(begin)), "")
