"""A face to be looked at: at its weight, without the time that making an instance takes."""
# uharfbuzz carries no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

from pathlib import Path

from fonts.face import Face
from fonts.library.instancing import WEIGHT
from fonts.library.known import KnownFace
from fonts.library.opening import read_face, weight_of


def sample_face(known: KnownFace, weight: int | None = None) -> Face:
    """A face to draw glyphs of, not to embed. FaceError where it cannot be read."""
    face = Face(known.postscript, Path(known.path), data=read_face(known))
    at = weight_of(known, weight)
    if at is not None:
        face.font.set_variations({WEIGHT: float(at)})
    return face
