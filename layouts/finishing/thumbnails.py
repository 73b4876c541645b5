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
    rendered = RenderedPdf(data)
    out = io.BytesIO()
    with open_written(data) as pdf:
        for number, page in enumerate(pdf.pages):
            left, foot, right, head = (float(edge) for edge in page.cropbox)
            scale = LONGEST / max(right - left, head - foot)
            width, height = round((right - left) * scale), round((head - foot) * scale)
            shown = rendered.page(number, max(1, width), max(1, height))
            thumb = pikepdf.Stream(
                pdf,
                zlib.compress(shown.data, _LEVEL),
                Filter=pikepdf.Name.FlateDecode,
                Width=shown.width,
                Height=shown.height,
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
    rendered.close()
    return out.getvalue()
