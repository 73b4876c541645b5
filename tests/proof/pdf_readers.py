"""Five readers of PDF files as programs that others use: what text each finds on every page, and in
which order it promises to.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
DEBIAN_PDFJS = Path("/usr/share/javascript/pdf/build/pdf.js")
"""Where Debian's libjs-pdf puts it."""


class PdfReader(NamedTuple):
    """A way to read: `read` gives the text of each page, of those that know no pages all in one;
    `missing` says what is not installed.
    """

    name: str
    read: Callable[[Path], list[str]]
    missing: Callable[[], str]
    by_tags: bool = False
    """In the order of the structure tree; else in that of the content streams."""
    spelled: bool = False
    """ActualText is heeded (ISO 32000-1 14.9.4)."""
    by_height: bool = False
    """What stands at one height is put from left to right."""
    folded: bool = False
    """Compatible characters are told as others (℃ as °C)."""


def _asked(*command: str | Path) -> str:
    done = subprocess.run(
        list(map(str, command)), capture_output=True, check=False, timeout=300, encoding="utf8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _lacks(command: str, package: str) -> Callable[[], str]:
    return lambda: "" if shutil.which(command) else f"{command} (Debian: {package})"


def _poppler(path: Path) -> list[str]:
    return _asked("pdftotext", "-raw", path, "-").split("\f")[:-1]


def _poppler_tags(path: Path) -> list[str]:
    """All of the tree: text stands in quotes, a line each, kinds and attributes without."""
    lines = [line.strip() for line in _asked("pdfinfo", "-struct-text", path).splitlines()]
    return ["".join(line[1:-1] for line in lines if line[:1] == line[-1:] == '"')]


def _mupdf(path: Path) -> list[str]:
    return _asked("mutool", "draw", "-q", "-F", "text", path).split("\f")[:-1]


def _pdfminer(path: Path) -> list[str]:
    """As the pages draw it: without its guesses at columns (`laparams`)."""
    from pdfminer.converter import TextConverter
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager()
    pages: list[str] = []
    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            out = io.StringIO()
            device = TextConverter(manager, out, laparams=None)
            PDFPageInterpreter(manager, device).process_page(page)
            pages.append(out.getvalue().rstrip("\f"))
    return pages


def _pdfium(path: Path) -> list[str]:
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def _pdfjs_file() -> Path | None:
    """Another pdf.js than Debian's is named by BANXIN_PDFJS, its pdf.js or pdf.mjs."""
    named = os.environ.get("BANXIN_PDFJS")
    path = Path(named) if named else DEBIAN_PDFJS
    return path if path.is_file() else None


def _pdfjs(order: str) -> Callable[[Path], list[str]]:
    def read(path: Path) -> list[str]:
        told = _asked("node", HERE / "readers" / "pdfjs.cjs", _pdfjs_file() or "", path)
        return [page[order] for page in json.loads(told)]

    return read


def _lacks_pdfjs() -> str:
    if not shutil.which("node"):
        return "node (Debian: nodejs)"
    return "" if _pdfjs_file() else "pdf.js (Debian: libjs-pdf; or BANXIN_PDFJS)"


def _lacks_module(module: str, package: str) -> Callable[[], str]:
    return lambda: "" if importlib.util.find_spec(module) else f"{package} (pip)"


READERS = (
    PdfReader("poppler", _poppler, _lacks("pdftotext", "poppler-utils"), spelled=True),
    PdfReader("poppler-tags", _poppler_tags, _lacks("pdfinfo", "poppler-utils"), by_tags=True),
    PdfReader("pdfminer", _pdfminer, _lacks_module("pdfminer", "pdfminer.six")),
    PdfReader("mupdf", _mupdf, _lacks("mutool", "mupdf-tools")),
    PdfReader(
        "pdfium", _pdfium, _lacks_module("pypdfium2", "pypdfium2"), spelled=True, by_height=True
    ),
    PdfReader("pdf.js", _pdfjs("content"), _lacks_pdfjs, folded=True),
    PdfReader("pdf.js-tags", _pdfjs("tags"), _lacks_pdfjs, by_tags=True, folded=True),
)
