"""Small pictures of pages inside a PDF (ISO 32000-1 12.3.4), for file managers and readers that
make none of their own.

The one module beside the reader of PDFs that come in that knows pypdfium2, which has no types.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import io
import zlib

import pikepdf

from layouts.written import open_written

LONGEST = 106
"""Pixels of the longer side: what readers show (PDF Reference 1.2 asks for no more)."""

_LEVEL = 9


def with_thumbnails(data: bytes) -> bytes:
    """A PDF with a picture of each of its pages. The same file gives the same bytes."""
    import pypdfium2

    shown = pypdfium2.PdfDocument(data)
    out = io.BytesIO()
    with open_written(data) as pdf:
        for number, page in enumerate(pdf.pages):
            drawn = shown[number]
            scale = LONGEST / max(drawn.get_size())
            bitmap = drawn.render(scale=scale, rev_byteorder=True)
            rows = bytes(bitmap.buffer)
            width = 3 * bitmap.width
            pixels = b"".join(
                rows[start : start + width]
                for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
            )
            thumb = pikepdf.Stream(
                pdf,
                zlib.compress(pixels, _LEVEL),
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
