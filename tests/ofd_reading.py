"""Reading an OFD back by what GB/T 33190-2016 says: its parts, where each glyph stands, and what is
wrong with it.
"""

from __future__ import annotations

import io
import math
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path

from fontTools.ttLib import TTFont
from lxml import etree
from PIL import Image

NAMESPACE = "{http://www.ofdspec.org/2016}"
GRAMMAR = Path(__file__).with_name("ofd-2016.rng")


@dataclass(frozen=True)
class OfdGlyph:
    """A glyph on a page: its font, its number in the font file, type size and the pen before it;
    millimetres from the top left corner. `text` is what it shows.
    """

    font: str
    glyph: int
    size: float
    x: float
    y: float
    text: str


class OfdReading:
    """An OFD read back."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    @cached_property
    def folder(self) -> str:
        return posixpath.dirname(self.document_name)

    @cached_property
    def document_name(self) -> str:
        return str(self.part("OFD.xml").findtext(f"{NAMESPACE}DocBody/{NAMESPACE}DocRoot"))

    @cached_property
    def document(self) -> etree._Element:
        return self.part(self.document_name)

    @cached_property
    def page_names(self) -> list[str]:
        pages = self.document.iterfind(f"{NAMESPACE}Pages/{NAMESPACE}Page")
        return [f"{self.folder}/{page.get('BaseLoc')}" for page in pages]

    @cached_property
    def resources(self) -> dict[str, str]:
        """The file of each font and picture by its number."""
        found: dict[str, str] = {}
        common = self.document.find(f"{NAMESPACE}CommonData")
        for kind in ("PublicRes", "DocumentRes"):
            for named in common.iterfind(NAMESPACE + kind):
                res = self.part(f"{self.folder}/{named.text}")
                for tag in ("FontFile", "MediaFile"):
                    for file in res.iter(NAMESPACE + tag):
                        path = posixpath.join(self.folder, res.get("BaseLoc"), file.text)
                        found[file.getparent().get("ID")] = path
        return found

    def page(self, number: int = 1) -> etree._Element:
        return self.part(self.page_names[number - 1])

    def objects(self, kind: str, number: int = 1) -> list[etree._Element]:
        return list(self.page(number).iter(NAMESPACE + kind))

    def glyphs(self, number: int = 1) -> list[OfdGlyph]:
        return [glyph for text in self.objects("TextObject", number) for glyph in glyphs_of(text)]

    def text(self, number: int = 1) -> str:
        """All characters of a page in the order of its objects."""
        return "".join(code.text or "" for code in self.objects("TextCode", number))

    def font(self, number: str) -> TTFont:
        return TTFont(io.BytesIO(self.archive.read(self.resources[number])))

    def picture(self, number: str) -> Image.Image:
        return Image.open(io.BytesIO(self.archive.read(self.resources[number])))


def glyphs_of(text: etree._Element) -> Iterator[OfdGlyph]:
    """The glyphs of a text object, those that show nothing by themselves left out."""
    code, turned = text.find(f"{NAMESPACE}TextCode"), text.find(f"{NAMESPACE}CGTransform")
    steps = map(float, code.get("DeltaX", "").split())
    xs = accumulate(steps, initial=float(code.get("X")))
    y = float(code.get("Y"))
    numbers = list(map(int, turned.findtext(f"{NAMESPACE}Glyphs").split()))
    chars = [*code.text] if len(numbers) == len(code.text) else [code.text] + [""] * len(numbers)
    for number, x, char in zip(numbers, xs, chars, strict=False):
        size = float(text.get("Size"))
        yield OfdGlyph(text.get("Font"), number, size, *on_page(text, x, y), char)


def on_page(placed: etree._Element, x: float, y: float) -> tuple[float, float]:
    """A point of an object where its matrix and its boundary put it on the page (8.5)."""
    left, top = map(float, placed.get("Boundary").split()[:2])
    a, b, c, d, e, f = map(float, placed.get("CTM", "1 0 0 1 0 0").split())
    return left + a * x + c * y + e, top + b * x + d * y + f


# -- what is wrong with one -----------------------------------------------------------------------


@lru_cache(maxsize=1)
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMAR))


def faults(data: bytes) -> list[str]:
    """Whatever breaks the standard, in words that name the part; empty for a good file."""
    reading = OfdReading(data)
    found: list[str] = []
    parts = {name: reading.part(name) for name in reading.names if name.endswith(".xml")}
    for name, part in parts.items():
        if not _grammar().validate(part):
            found.append(f"{name}: {_grammar().error_log.last_error.message}")
    # what goes on from here relies on what was looked at before it
    found = found or [*_of_names(reading), *_of_numbers(parts)]
    return found or [*_of_text(reading), *_of_pictures(reading)]


def _of_names(reading: OfdReading) -> Iterator[str]:
    """Each part is named once, and each that is named is there (5, 7.3 ST_Loc)."""
    folder, document = reading.folder, reading.document
    named = ["OFD.xml", reading.document_name, *reading.page_names, *reading.resources.values()]
    common = document.find(f"{NAMESPACE}CommonData")
    for kind in ("PublicRes", "DocumentRes"):
        named += [f"{folder}/{one.text}" for one in common.iterfind(NAMESPACE + kind)]
    listed = document.findtext(f"{NAMESPACE}Annotations")
    if listed:
        named.append(f"{folder}/{listed}")
        if named[-1] in reading.names:
            for file in reading.part(named[-1]).iter(f"{NAMESPACE}FileLoc"):
                named.append(posixpath.join(folder, posixpath.dirname(listed), file.text))
    if reading.names[0] != "OFD.xml":
        yield "OFD.xml is not first"
    if sorted(named) != sorted(reading.names):
        yield f"named and there: {sorted(set(named) ^ set(reading.names))}"


def _of_numbers(parts: dict[str, etree._Element]) -> Iterator[str]:
    """Numbers are given once, none is above the greatest, and each that is named is there (7.3
    ST_ID, ST_RefID).
    """
    given = [number for part in parts.values() for number in part.xpath("//@ID")]
    if len(given) != len(set(given)):
        yield "a number is given twice"
    for part in parts.values():
        for most in part.iter(f"{NAMESPACE}MaxUnitID"):
            if max(map(int, given)) > int(most.text):
                yield "a number is above the greatest"
        meant = part.xpath("//@Font | //@ResourceID | //@PageID")
        meant += [one.text for one in part.iter(f"{NAMESPACE}DefaultCS")]
        if lost := set(meant) - set(given):
            yield f"numbers that nothing has: {lost}"


def _of_text(reading: OfdReading) -> Iterator[str]:
    """Characters, places and glyphs fit together (11.3, 11.4), and fonts have the glyphs."""
    counts = {
        number: reading.font(number)["maxp"].numGlyphs
        for number, path in reading.resources.items()
        if not path.endswith((".jpg", ".png"))
    }
    for page in range(1, len(reading.page_names) + 1):
        for text in reading.objects("TextObject", page):
            code, turned = text.find(f"{NAMESPACE}TextCode"), text.find(f"{NAMESPACE}CGTransform")
            glyphs = turned.findtext(f"{NAMESPACE}Glyphs").split()
            if int(turned.get("GlyphCount")) != len(glyphs):
                yield f"page {page}: glyphs are miscounted: {code.text}"
            if int(turned.get("CodePosition")) + int(turned.get("CodeCount")) > len(code.text):
                yield f"page {page}: characters are miscounted: {code.text}"
            if len(code.get("DeltaX", "").split()) != len(code.text) - 1:
                yield f"page {page}: places are miscounted: {code.text}"
            if max(map(int, glyphs)) >= counts[text.get("Font")]:
                yield f"page {page}: a glyph is not in the font: {code.text}"


def _of_pictures(reading: OfdReading) -> Iterator[str]:
    """Pictures are what their names say, and are set in a matrix that does not flatten them."""
    for number, path in reading.resources.items():
        if path.endswith((".jpg", ".png")):
            kind = reading.picture(number).format
            if kind != {"jpg": "JPEG", "png": "PNG"}[path[-3:]]:
                yield f"{path} is {kind}"
    for page in range(1, len(reading.page_names) + 1):
        for image in reading.objects("ImageObject", page):
            a, b, c, d, _, _ = map(float, image.get("CTM").split())
            if math.isclose(a * d - b * c, 0):
                yield f"page {page}: a flat picture"
