"""Small PDFs to make booklets of, and how a folded booklet reads."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM


def pdf_of(
    contents: list[bytes], bleed: float = 0.0, size: tuple[float, float] = (WIDTH, HEIGHT)
) -> bytes:
    """A PDF with these content streams as pages, trimmed to `size` pt, with so much bleed (pt)
    round the trim. /F is Helvetica.
    """
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    image = pdf.make_stream(
        bytes(range(256)) * 120, Type=Name.XObject, Subtype=Name.Image, Width=160, Height=64
    )
    image.update({"/ColorSpace": Name.DeviceRGB, "/BitsPerComponent": 8})
    resources = pdf.make_indirect(Dictionary(Font=Dictionary(F=font), XObject=Dictionary(I=image)))
    for content in contents:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, size[0] + 2 * bleed, size[1] + 2 * bleed]),
            BleedBox=Array([0, 0, size[0] + 2 * bleed, size[1] + 2 * bleed]),
            TrimBox=Array([bleed, bleed, size[0] + bleed, size[1] + bleed]),
            Resources=resources,
            Contents=pdf.make_stream(content),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    pdf.docinfo["/Title"] = "Booklet"
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def numbered(pages: int, bleed: float = 0.0) -> bytes:
    """Pages that say their number in all four corners, close to the edges."""
    at = [(x + bleed, y + bleed) for x in (4, WIDTH - 44) for y in (6, HEIGHT - 20)]
    return pdf_of(
        [
            b"\n".join(b"BT /F 12 Tf %.2f %.2f Td (p%03d) Tj ET" % (x, y, n) for x, y in at)
            for n in range(1, pages + 1)
        ],
        bleed,
    )


def tool(name: str) -> str:
    """A command of poppler-utils; the test is skipped where it is not installed."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: poppler-utils)")
    return found


def half(
    path: Path, side: int, *, left: bool, sheet: tuple[float, float] = (420 * MM, 297 * MM)
) -> list[str]:
    """The words on the left or right half of a side, as pdftotext reads them."""
    middle = round(sheet[0] / 2)
    crop = (0 if left else middle, 0, middle, round(sheet[1]))
    area = [
        word for pair in zip(("-x", "-y", "-W", "-H"), map(str, crop), strict=True) for word in pair
    ]
    command = [tool("pdftotext"), "-raw", "-f", str(side), "-l", str(side), *area, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


def leaves(path: Path, sheets: int) -> list[list[str]]:
    """Fold the printed sheets into one another and turn the leaves: what stands on each page, from
    the cover on.

    The printer flips on the short edge, so behind a sheet's right half lies the left half of its
    back.
    """
    fronts = [
        (half(path, 2 * k + 1, left=True), half(path, 2 * k + 1, left=False)) for k in range(sheets)
    ]
    backs = [
        (half(path, 2 * k + 2, left=True), half(path, 2 * k + 2, left=False)) for k in range(sheets)
    ]
    read: list[list[str]] = []
    # the right halves, from the outermost inwards: recto, then verso
    for front, back in zip(fronts, backs, strict=True):
        read += [front[1], back[0]]
    # past the middle, the left halves outwards
    for front, back in reversed(list(zip(fronts, backs, strict=True))):
        read += [back[1], front[0]]
    return read


def pixels(
    data: bytes, folder: Path, side: int = 1, dpi: int = 72
) -> list[list[tuple[int, int, int]]]:
    """A side of a sheet as rows of RGB, the way poppler draws it."""
    from PIL import Image

    (folder / "drawn.pdf").write_bytes(data)
    command = [
        tool("pdftoppm"),
        "-r",
        str(dpi),
        "-f",
        str(side),
        "-l",
        str(side),
        "-singlefile",
        "-png",
        "drawn.pdf",
        "drawn",
    ]
    subprocess.run(command, cwd=folder, check=True)
    image = Image.open(folder / "drawn.png").convert("RGB")
    flat = image.tobytes()
    width = image.width * 3
    rows = [flat[at : at + width] for at in range(0, len(flat), width)]
    return [[(row[x], row[x + 1], row[x + 2]) for x in range(0, width, 3)] for row in rows]
