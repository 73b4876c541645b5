"""Reading a file made for print back: its plates by Ghostscript, what its content streams set, its
metadata.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image

DPI = 72

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def plates(data: bytes, folder: Path, dpi: int = DPI) -> dict[str, Image.Image]:
    """The plates of the first page by the name of their ink, 255 where they are full of it."""
    program = shutil.which("gs")
    if not program:
        pytest.skip("gs is not installed (Debian: ghostscript)")
    (folder / "plates.pdf").write_bytes(data)
    command = [
        program,
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        f"-r{dpi}",
        "-dLastPage=1",
        "-sOutputFile=plate.tif",
    ]
    subprocess.run([*command, "plates.pdf"], cwd=folder, check=True, capture_output=True)
    found = {path.name[len("plate(") : -len(").tif")]: path for path in folder.glob("plate(*).tif")}
    return {
        name: Image.open(path).convert("L").point(lambda value: 255 - value)
        for name, path in found.items()
    }


def inked(plate: Image.Image, box: tuple[float, float, float, float] | None = None) -> int:
    """The most ink anywhere on a plate, or in a part of it (pixels), 0 to 255."""
    return (plate.crop(tuple(map(round, box))) if box else plate).getextrema()[1]


def instructions(page: pikepdf.Page) -> Iterator[tuple[str, list[object]]]:
    """The operators of a page with their operands."""
    for operands, operator in pikepdf.parse_content_stream(page):
        yield str(operator), list(operands)


def box(page: pikepdf.Page, name: str) -> tuple[float, ...]:
    return tuple(round(float(value), 3) for value in page.obj[f"/{name}"])


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The simple properties of the XMP packet by prefixed name, and the first entry of each
    array.
    """
    packet = pdf.Root.Metadata.read_raw_bytes()
    prefixes = {
        uri: prefix for prefix, uri in re.findall(r'xmlns:(\w+)="([^"]+)"', packet.decode("utf8"))
    }
    root = ElementTree.fromstring(packet)
    values: dict[str, str] = {}
    for entry in root.find(f"{RDF}RDF/{RDF}Description"):
        uri, _, name = entry.tag[1:].partition("}")
        values[f"{prefixes[uri]}:{name}"] = (entry.text or "").strip() or next(
            (item.text or "" for item in entry.iter(f"{RDF}li")), ""
        )
    return values


def everything(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream of a file."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
