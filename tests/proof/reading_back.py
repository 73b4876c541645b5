"""What is expected of readers of PDF files: every character of an issue exactly once, and in the
order of the structure, by tags or by the order of drawing.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from audit import visible
from pdf_readers import PdfReader

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.export import export_pdf
from layouts.house.load import layout_of
from layouts.manuscript import read_manuscript
from layouts.page.addresses import linked
from layouts.page.item import Line
from layouts.page.note_links import note_linked
from layouts.page.page import Edition
from layouts.page.structure import Element, LinePart
from layouts.prepress.presets import load_preset
from layouts.structure import structure

ROOT = Path(__file__).parents[2]
MANUSCRIPTS = ("jiading-2023-12", "jiading-2025-14")
EVERYTHING = ("neikan-a4-2col", "neikan-a4-3col", "tongxun-a5")


class ReadFile(NamedTuple):
    """A file written for screens, the edition that it shows and its structure tree."""

    path: Path
    edition: Edition
    root: Element


class Reading(NamedTuple):
    """What a reader made of a file: how many characters it should find, and what is wrong with
    those it found ("" where nothing is).
    """

    characters: int
    fault: str


def sources(folder: Path, shared: Path | None) -> Iterator[tuple[str, Path]]:
    """The manuscripts that are read back, by name."""
    specimen = ROOT / "resources" / "specimen"
    yield "specimen", specimen / "issue.md"
    yield "specimen-columns", specimen / "columns.md"
    yield "sample", ROOT / "resources" / "sample" / "issue.md"
    yield from _everything(folder / "everything")
    if shared is not None:
        copies = shutil.copytree(shared / "manuscripts", folder / "manuscripts")
        for name in MANUSCRIPTS:
            yield name, copies / f"{name}.md"


def _everything(folder: Path) -> Iterator[tuple[str, Path]]:
    """The issue with every kind of photo, box and quote, in layouts of one to three columns."""
    sys.path.append(str(ROOT / "tests" / "everything"))
    from material import photos_in, set_in

    folder.mkdir()
    photos_in(folder)
    for layout in EVERYTHING:
        yield f"everything-{layout}", set_in(layout, folder)


def written(source: Path, path: Path, catalogue: Catalogue) -> ReadFile:
    """A manuscript written for screens, tagged."""
    issue, _ = read_manuscript(source)
    edition = compose(issue, layout_of(issue), catalogue)
    path.write_bytes(export_pdf(issue, edition, catalogue, load_preset("screen")))
    edition, references = linked(edition, catalogue.face)
    edition, signs = note_linked(edition, catalogue.face)
    return ReadFile(path, edition, structure(issue, edition, references, signs))


# -- what is expected ------------------------------------------------------------------------------


def line_parts(element: Element) -> Iterator[LinePart]:
    """The lines under an element in the order of the tree."""
    for child in element.children:
        if isinstance(child, LinePart):
            yield child
        elif isinstance(child, Element):
            yield from line_parts(child)


def shown(line: Line, start: int, end: int | None, spelled: bool) -> str:
    """Characters of a line as they are read: a word that a hyphen parts is told whole where it
    begins, by readers that heed it; by others as it is set.
    """
    end = len(line.text) if end is None else end
    if line.parted is None or not spelled:
        return line.text[start:end]
    last = len(line.text) - line.parted.letters
    middle = line.text[max(start, line.parted.told) : min(end, last)]
    return middle + (line.parted.word if end > last else "")


class Expected(NamedTuple):
    """What a page, or the whole file, is to be read as: `text` in this order, and lines that may
    stand anywhere between its texts, whole.
    """

    text: str
    beside: list[str]


def expected_of(file: ReadFile, reader: PdfReader) -> list[Expected]:
    """What a reader should find on each page."""
    pages = [Expected("", []) for _ in file.edition.pages]
    held: set[tuple[int, int]] = set()
    for part in line_parts(file.root):
        line = file.edition.pages[part.page].lines[part.line]
        held.add((part.page, part.line))
        text = read_as(shown(line, part.start, part.end, reader.spelled), reader)
        if reader.by_height and line.role in FIXED:
            pages[part.page].beside.append(text)
        else:
            pages[part.page] = pages[part.page]._replace(text=pages[part.page].text + text)
    for p, page in enumerate(() if reader.by_tags else file.edition.pages):
        running = [line for k, line in enumerate(page.lines) if line.runs and (p, k) not in held]
        upright = page.upright.lines if page.upright is not None else ()
        pages[p].beside.extend(read_as(line.text, reader) for line in (*running, *upright))
    return pages


FIXED = {"masthead", "colophon", "cover"}
"""Roles of texts that stand beside each other."""


def in_tree(file: ReadFile, reader: PdfReader) -> str:
    """All that the tree holds, in its order."""
    lines = [
        (file.edition.pages[part.page].lines[part.line], part) for part in line_parts(file.root)
    ]
    return "".join(
        read_as(shown(line, part.start, part.end, reader.spelled), reader) for line, part in lines
    )


def read_as(text: str, reader: PdfReader) -> str:
    """What of a text is compared: what a reader would miss."""
    return visible(unicodedata.normalize("NFKC", text) if reader.folded else text)


# -- what is found ---------------------------------------------------------------------------------


def read_by(reader: PdfReader, file: ReadFile) -> Reading:
    """Hold what a reader finds against what the file says."""
    found = [read_as(page, reader) for page in reader.read(file.path)]
    pages = expected_of(file, reader)
    if len(found) == 1:
        pages = [Expected(in_tree(file, reader), [])] if reader.by_tags else pages
    lacking, besides, order = Counter[str](), Counter[str](), ""
    for number, (page, told) in enumerate(zip_longest(pages, found), 1):
        (text, beside), has = page or Expected("", []), told or ""
        there = Counter(text + "".join(beside))
        lacking += there - Counter(has)
        besides += Counter(has) - there
        order = order or _other_order(has, text, beside, number)
    count = sum(len(page.text) + len("".join(page.beside)) for page in pages)
    faults = [
        f"lacks {_told(lacking)!r}" if lacking else "",
        f"has {_told(besides)!r} besides" if besides else "",
        f"other order: {order}" if order else "",
    ]
    return Reading(count, "; ".join(filter(None, faults)))


def _other_order(found: str, expected: str, beside: list[str], page: int) -> str:
    """Where the characters of the tree stand otherwise, once running lines are taken out: those
    stand between the texts, whole.
    """
    at = rest = 0
    waiting = list(beside)
    while at < len(expected):
        if found.startswith(expected[at : at + AHEAD], rest):
            at, rest = at + 1, rest + 1
            continue
        other = next((line for line in waiting if line and found.startswith(line, rest)), None)
        if other is None:
            return f"p{page} {expected[max(0, at - 6) : at + 8]!r}: {found[rest : rest + 14]!r}"
        waiting.remove(other)
        rest += len(other)
    return ""


AHEAD = 3
"""Characters that are looked at together: a page number may be the next character too."""


def _told(counts: Counter[str]) -> str:
    return "".join(char * count for char, count in sorted(counts.items()))
