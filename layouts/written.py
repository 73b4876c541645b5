"""Finished PDFs, opened: what comes in is taken for hostile.

No file starts a process, none unpacks to more than a limit.

The only place that opens a PDF. pikepdf's settings are those of the whole process; they are made
here, once, before anything is read.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import jbig2, settings

MOST_UNPACKED = 64_000_000
"""Bytes of one stream, unpacked.

Colour profiles have three million; pictures are never unpacked.
"""

MOST_PAGES = 5_000
"""Pages of one file: a newsletter has under a hundred, and each takes its part of a second."""


class _NoJbig2(jbig2.JBIG2DecoderInterface):
    """Takes the place of the decoder in pikepdf, which starts whatever is called `jbig2dec`."""

    def check_available(self) -> None:
        """Be there: else pikepdf looks for a program."""

    def decode_jbig2(self, jbig2: bytes, jbig2_globals: bytes) -> bytes:
        """Decode nothing: we never look at pixels, and whoever says that text or a profile is a
        picture means harm.
        """
        raise pikepdf.DataDecodingError("JBIG2")


jbig2.set_decoder(_NoJbig2())
settings.set_qpdf_limits(
    flate_max_memory=MOST_UNPACKED,
    run_length_max_memory=MOST_UNPACKED,
    png_max_memory=MOST_UNPACKED,
    tiff_max_memory=MOST_UNPACKED,
    dct_max_memory=MOST_UNPACKED,
)


def open_written(data: bytes) -> pikepdf.Pdf:
    """A PDF. pikepdf.PikepdfError where it is damaged or locked: nothing is mended."""
    return pikepdf.open(io.BytesIO(data), attempt_recovery=False)


def producer(data: bytes) -> str:
    """The program that says it wrote a PDF; empty where it is none, or says nothing."""
    try:
        with open_written(data) as pdf:
            return str(pdf.docinfo.get("/Producer", ""))
    except (pikepdf.PdfError, ValueError):
        return ""


def unpacked(stream: object) -> bytes:
    """The bytes of a stream; none for anything else. pikepdf.PikepdfError where it is packed as a
    picture, damaged, or too large.
    """
    return (
        stream.read_bytes(pikepdf.StreamDecodeLevel.generalized)
        if isinstance(stream, pikepdf.Stream)
        else b""
    )
