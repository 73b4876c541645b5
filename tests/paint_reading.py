"""Reading a PDF back, with pikepdf and poppler: which glyphs stand where, and what pixels they
make.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image


@dataclass(frozen=True)
class Drawn:
    """A glyph as a content stream draws it: its font's resource name and code, the size, and the
    pen before it (y from the foot).
    """

    font: str
    code: int
    size: float
    x: float
    y: float
    colour: tuple[float, ...]


@dataclass
class _State:
    font: str = ""
    size: float = 0.0
    tracking: float = 0.0
    x: float = 0.0
    y: float = 0.0
    colour: tuple[float, ...] = (0.0,)
    matrix: tuple[float, ...] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    saved: list[tuple[float, ...]] = field(default_factory=list[tuple[float, ...]])
    drawn: list[Drawn] = field(default_factory=list[Drawn])


class Reading:
    """A PDF read back."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))

    def content(self, number: int = 1) -> bytes:
        return self.pdf.pages[number - 1].Contents.read_bytes()

    def fonts(self, number: int = 1) -> dict[str, pikepdf.Object]:
        return {str(name): font for name, font in self.pdf.pages[number - 1].Resources.Font.items()}

    def drawn(self, number: int = 1) -> list[Drawn]:
        """Every glyph of a page: a small interpreter of the text operators that we write, and of no
        others.
        """
        widths = {name: code_widths(font) for name, font in self.fonts(number).items()}
        state = _State()
        for operands, operator in pikepdf.parse_content_stream(self.pdf.pages[number - 1]):
            _step(state, str(operator), list(operands), widths)
        return state.drawn


def _step(
    state: _State, operator: str, operands: list[object], widths: dict[str, dict[int, float]]
) -> None:
    match operator:
        case "Tf":
            state.font, state.size = str(operands[0]), float(operands[1])
        case "Tc":
            state.tracking = float(operands[0])
        case "Tm":
            assert [float(value) for value in operands[:4]] == [1, 0, 0, 1]
            state.x, state.y = float(operands[4]), float(operands[5])
        case "q" | "Q" | "cm":
            _move(state, operator, [*map(float, operands)])
        case "g" | "rg":
            state.colour = tuple(map(float, operands))
        case "Tj":
            _show(state, bytes(operands[0]), widths[state.font])
        case "TJ":
            for piece in operands[0]:
                if isinstance(piece, pikepdf.String):
                    _show(state, bytes(piece), widths[state.font])
                else:
                    state.x -= float(piece) / 1000 * state.size
        case _:
            assert operator in {
                "BT",
                "ET",
                "BDC",
                "EMC",
                "Do",
                "re",
                "f",
                "w",
                "d",
                "J",
                "m",
                "l",
                "S",
                "G",
                "RG",
                # what of a photo lies outside its frame is cut off
                "W",
                "n",
            }


def _move(state: _State, operator: str, operands: list[float]) -> None:
    """Save, restore and change the matrix (ISO 32000-1 8.4.2, 8.3.4)."""
    if operator == "q":
        state.saved.append(state.matrix)
    elif operator == "Q":
        state.matrix = state.saved.pop()
    else:
        origin = _moved(state.matrix, *operands[4:])
        linear = (*state.matrix[:4], 0.0, 0.0)
        x_axis, y_axis = _moved(linear, *operands[:2]), _moved(linear, *operands[2:4])
        state.matrix = (*x_axis, *y_axis, *origin)


def _moved(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _show(state: _State, codes: bytes, widths: dict[int, float]) -> None:
    assert len(codes) % 2 == 0
    for k in range(0, len(codes), 2):
        code = int.from_bytes(codes[k : k + 2], "big")
        at = _moved(state.matrix, state.x, state.y)
        state.drawn.append(Drawn(state.font, code, state.size, *at, state.colour))
        state.x += widths.get(code, 1000.0) / 1000 * state.size + state.tracking


def code_widths(font: pikepdf.Object) -> dict[int, float]:
    """The W array of a composite font, in the one form in which we write it."""
    descendant = font.DescendantFonts[0]
    assert descendant.DW == 1000
    array = list(descendant.W)
    return {
        int(first) + k: float(width)
        for first, row in zip(array[::2], array[1::2], strict=True)
        for k, width in enumerate(row)
    }


def unicode_map(font: pikepdf.Object) -> dict[int, str]:
    """ToUnicode: the text of each code."""
    entries = re.findall(
        rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", font.ToUnicode.read_bytes(), re.MULTILINE
    )
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in entries
        if len(code) == 4 and text != b"FFFF"
    }


def program(font: pikepdf.Object) -> TTFont:
    """The embedded TrueType program."""
    return TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))


def tool(name: str) -> str:
    """A command of poppler-utils or qpdf; the test is skipped where it is not installed."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: poppler-utils, qpdf)")
    return found


def text_of(data: bytes, folder: Path) -> str:
    """What pdftotext reads."""
    (folder / "read.pdf").write_bytes(data)
    done = subprocess.run(
        [tool("pdftotext"), "-raw", str(folder / "read.pdf"), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf8").replace("\f", "").rstrip("\n")


def pixels(data: bytes, folder: Path, dpi: int = 72) -> Image.Image:
    """The first page as poppler draws it."""
    (folder / "draw.pdf").write_bytes(data)
    subprocess.run(
        [tool("pdftoppm"), "-r", str(dpi), "-singlefile", "-png", "draw.pdf", "draw"],
        cwd=folder,
        check=True,
    )
    return Image.open(folder / "draw.png").convert("RGB")
