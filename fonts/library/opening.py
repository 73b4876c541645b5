"""A known face becomes a font file of one face, in memory."""

from __future__ import annotations

from fonts.library.known import FaceError, FaceFile, KnownFace
from fonts.library.sfnt import one_face, open_font

_LEFT = ("DSIG", "EBDT", "EBLC", "EBSC", "SVG ", "sbix", "CBDT", "CBLC", "COLR", "CPAL")
"""Tables that no page needs: signatures, bitmaps, colours."""


def opened(known: KnownFace) -> FaceFile:
    """A face read into memory. FaceError where it is gone, damaged or too large."""
    with open_font(known.path) as file:
        try:
            faces = file.faces()
            if known.index >= len(faces):
                raise FaceError(known.path, "damaged")
            data = one_face(file, faces[known.index], leave=_LEFT)
        except OSError as error:
            raise FaceError(known.path, "gone") from error
    return FaceFile(known.path, known.index, data)
