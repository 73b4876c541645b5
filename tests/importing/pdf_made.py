"""Small PDFs of our own making, in a Chinese font that every reader of PDF has."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from rtf_made import damaged
from seen_documents import SeenDocument

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.pdf import read

WIDTH, HEIGHT = 500, 700
LEFT, TOP, LEADING = 50, 600, 20
FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

__all__ = ["damaged", "jpeg", "made", "page", "pdf", "read_pdf"]


def jpeg(width=80, height=60):
    out = io.BytesIO()
    Image.new("RGB", (width, height), (10, 120, 60)).save(out, "JPEG")
    return out.getvalue()


def page(canvas, lines, size=12, left=LEFT, top=TOP, leading=LEADING):
    """Lines one under the other; one that begins with `|` stands in the middle of the page."""
    for number, line in enumerate(lines):
        canvas.setFont(FONT, size)
        if line.startswith("|"):
            canvas.drawCentredString(WIDTH / 2, top - number * leading, line[1:])
        elif line:
            canvas.drawString(left, top - number * leading, line)


def pdf(folder, pages, *, photo=False, head="", foot="", encrypt=None, draw=None):
    """A PDF of pages, each a list of lines; `head` and `foot` stand on each, `{}` for its number."""
    path = folder / "made.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), encrypt=encrypt)
    for number, lines in enumerate(pages, 1):
        page(canvas, lines)
        for words, height in ((head, HEIGHT - 30), (foot, 30)):
            if words:
                canvas.setFont(FONT, 9)
                canvas.drawCentredString(WIDTH / 2, height, words.format(number))
        if photo:
            canvas.drawImage(ImageReader(io.BytesIO(jpeg())), 250, 300, 200, 150)
        if draw:
            draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return path


def read_pdf(path):
    return read(path, PhotoStore(path.parent / "photos"))


def made(folder, pages, **more):
    return SeenDocument(read_pdf(pdf(folder, pages, **more)))
