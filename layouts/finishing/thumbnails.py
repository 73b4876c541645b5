"""Small pictures of pages inside a PDF (ISO 32000-1 12.3.4), for file managers and readers that
make none of their own.
"""

from __future__ import annotations

import io
import zlib

import pikepdf

from layouts.pdf.rendering import RenderedPdf
from layouts.written import open_written

LONGEST = 106
"""Pixels of the longer side: what readers show (PDF Reference 1.2 asks for no more)."""

_LEVEL = 9


def with_thumbnails(data: bytes) -> bytes:
    """A PDF with a picture of each of its pages. The same file gives the same bytes."""
    shown = RenderedPdf(data)
    out = io.BytesIO()
    with open_written(data) as pdf:
        for number, page in enumerate(pdf.pages):
            width, height = _pixels(page)
            bitmap = shown.page(number, width, height)
            thumb = pikepdf.Stream(
                pdf,
                zlib.compress(bitmap.data, _LEVEL),
                Filter=pikepdf.Name.FlateDecode,
                Width=bitmap.width,
                Height=bitmap.height,
                ColorSpace=pikepdf.Name.DeviceRGB,
                BitsPerComponent=8,
            )
            page.obj["/Thumb"] = pdf.make_indirect(thumb)
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    shown.close()
    return out.getvalue()


def _pixels(page: pikepdf.Page) -> tuple[int, int]:
    """Width and height of the picture of a page; none of ours is turned as a whole."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox.as_list())
    scale = LONGEST / max(right - left, top - bottom)
    return max(1, round((right - left) * scale)), max(1, round((top - bottom) * scale))
