"""Files of every kind we read, and the ways in which `fuzzing.py` bends them."""

from __future__ import annotations

import io
import random
import re
import struct
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests/proof"))

from good_files import good, saved  # noqa: E402, after the path

from fonts.catalogue import Catalogue  # noqa: E402
from layouts.compose import compose  # noqa: E402
from layouts.documents import known_layout, read_document, save_document  # noqa: E402
from layouts.errors import LayoutError  # noqa: E402
from layouts.files import read_whole  # noqa: E402
from layouts.house.checking import MOST, faults  # noqa: E402
from layouts.house.load import layout_of, load_layout  # noqa: E402
from layouts.house.package import (  # noqa: E402
    layout_package,
    opened_layout_package,
    read_layout_package,
)
from layouts.house.whole import whole_text  # noqa: E402
from layouts.house.written import written_layout, written_text  # noqa: E402
from layouts.imaging.read import embed, probe  # noqa: E402
from layouts.imposition import impose  # noqa: E402
from layouts.issue.issue import Issue  # noqa: E402
from layouts.manuscript import read_manuscript  # noqa: E402
from layouts.manuscript.imports import import_articles  # noqa: E402
from layouts.preflight.check import inspect  # noqa: E402
from layouts.prepress.conditions import CONDITIONS, FIRST_CONDITION  # noqa: E402
from layouts.prepress.intents import destination  # noqa: E402
from layouts.prepress.photo_packer import Packer, Use  # noqa: E402
from layouts.prepress.presets import load_preset  # noqa: E402
from layouts.proof.prove import STANDARDS, prove  # noqa: E402
from layouts.store import schema  # noqa: E402
from layouts.store.history import load_version, versions  # noqa: E402
from layouts.store.json_text import written  # noqa: E402
from layouts.store.package import MIMETYPE, read_package  # noqa: E402
from layouts.store.records import MAGIC, packed  # noqa: E402
from layouts.store.recovery import recover  # noqa: E402
from layouts.store.text_entries import MarkName  # noqa: E402
from resources import resource  # noqa: E402

EDGES = (
    b"\0",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\x80",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"../",
    b"\xef\xbf\xbd",
    b'"',
    b"{",
    b"[",
    b"---\n",
    b"*a",
)
"""Bytes that mean something to one format or another."""

Bytes = Callable[[random.Random, bytes], bytes]


class Kind(NamedTuple):
    """A kind of file: what whole ones look like, how they are bent, and how they are opened."""

    name: str
    share: float
    ending: str
    seeds: list[bytes]
    mutations: list[Bytes]
    open: Callable[[Path, Path], object]


# Bending bytes


def flip(chance: random.Random, data: bytes) -> bytes:
    bent = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        if bent:
            bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
    return bytes(bent)


def cut(chance: random.Random, data: bytes) -> bytes:
    return (
        data[: chance.randrange(len(data) + 1)]
        if chance.random() < 0.7
        else data[chance.randrange(len(data) + 1) :]
    )


def splice(chance: random.Random, data: bytes) -> bytes:
    at, length = chance.randrange(len(data) + 1), chance.choice((0, 1, 4, 100))
    return data[:at] + chance.choice(EDGES) * chance.choice((1, 1, 3, 1000)) + data[at + length :]


def repeat(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    part = data[start : start + chance.choice((1, 10, 100, 5000))]
    return data[:start] + part * chance.choice((2, 10, 500)) + data[start:]


def shuffle(chance: random.Random, data: bytes) -> bytes:
    pieces = [
        data[k : k + max(1, len(data) // 8)] for k in range(0, len(data), max(1, len(data) // 8))
    ]
    chance.shuffle(pieces)
    return b"".join(pieces)


def near_the_end(chance: random.Random, data: bytes) -> bytes:
    """Where a zip keeps its table of contents."""
    split = max(0, len(data) - 1200)
    return data[:split] + flip(chance, data[split:])


ANYWHERE: list[Bytes] = [flip, flip, flip, cut, splice, repeat, shuffle]


# Packages


def rezip(entries: list[tuple[str, bytes]], chance: random.Random | None = None) -> bytes:
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w") as package:
            for name, data in entries:
                entry = zipfile.ZipInfo(name or "x")
                entry.compress_type = chance.choice((0, 8, 8)) if chance else 8
                if chance and chance.random() < 0.05:
                    entry.create_system, entry.external_attr = (
                        3,
                        chance.choice((0o120777, 0o040755, 0o010644)) << 16,
                    )
                package.writestr(entry, data)
        file.seek(0)
        return file.read()


def entries_of(data: bytes) -> list[tuple[str, bytes]]:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        with zipfile.ZipFile(file) as package:
            return [(name, package.read(name)) for name in package.namelist()]


def in_issue(chance: random.Random, data: bytes) -> bytes:
    """Bend issue.json inside a sound zip."""
    entries = [
        (name, chance.choice(ANYWHERE)(chance, text) if name == "issue.json" else text)
        for name, text in entries_of(data)
    ]
    return rezip(entries)


def in_value(chance: random.Random, data: bytes) -> bytes:
    """Put another value where a number, string or list stands in issue.json."""
    values = (
        b"null",
        b"-1",
        b"2",
        b"1e999",
        b"9" * 5000,
        b'""',
        b"[]",
        b"{}",
        b"true",
        b'"\\ud800"',
        b'"../../x"',
        b"[" * 70 + b"]" * 70,
        b'"' + b"A" * 100_000 + b'"',
    )
    entries = []
    for name, text in entries_of(data):
        if name == "issue.json":
            lines = text.split(b"\n")
            for _ in range(chance.choice((1, 1, 3))):
                at = chance.randrange(len(lines))
                key, colon, _ = lines[at].partition(b": ")
                comma = b"," if lines[at].endswith(b",") else b""
                lines[at] = (key + colon if colon else b"") + chance.choice(values) + comma
            text = b"\n".join(lines)  # noqa: PLW2901, the same text bent
        entries.append((name, text))
    return rezip(entries)


def other_entries(chance: random.Random, data: bytes) -> bytes:
    """Names that lead elsewhere, entries twice, too many, missing, or swapped."""
    entries = entries_of(data)
    photo = f"photos/{chance.randrange(1 << 256):064x}.jpg"
    names = (
        "../x",
        "/tmp/banxin-x",
        "photos/../../x.jpg",
        "C:\\x",
        "photos\\x.jpg",
        "issue.json",
        "mimetype",
        "con",
        "\u202egpj.x",
        "a" * 5000,
        photo,
        "x/" * 500,
    )
    for _ in range(chance.choice((1, 1, 2, 5))):
        act = chance.randrange(5)
        at = chance.randrange(len(entries)) if entries else 0
        if act == 0:
            entries.insert(at, (chance.choice(names), b"x" * chance.choice((0, 10, 10_000))))
        elif act == 1 and entries:
            entries[at] = (chance.choice(names), entries[at][1])
        elif act == 2 and entries:
            entries.append(entries[at])
        elif act == 3 and entries:
            del entries[at]
        else:
            chance.shuffle(entries)
    return rezip(entries, chance)


def bomb(chance: random.Random, data: bytes) -> bytes:
    size = chance.choice((9_000_000, 30_000_000, 60_000_000))
    name = chance.choice(("issue.json", "layout.toml", "thumbnail.png", f"photos/{'0' * 64}.jpg"))
    filling = chance.choice(
        (
            bytes(size),
            b"[" * size,
            b" " * size,
            b'{"a":' * (size // 5),
            b'{"version":1,"sections":[' + b"{}," * (size // 3),
        )
    )
    return rezip(
        [(other, text) for other, text in entries_of(data) if other != name] + [(name, filling)]
    )


def many(chance: random.Random, data: bytes) -> bytes:
    count = chance.choice((1_900, 2_100, 6_000))
    return rezip(entries_of(data) + [(f"photos/{k:064x}.jpg", b"") for k in range(count)])


def sizes(chance: random.Random, data: bytes) -> bytes:
    """Lie about a size, checksum, method or place in a header."""
    bent = bytearray(data)
    signature, fields = chance.choice(
        (
            (b"PK\x01\x02", (8, 10, 16, 20, 24, 28, 30, 32, 38, 42)),
            (b"PK\x03\x04", (6, 8, 14, 18, 22, 26, 28)),
            (b"PK\x05\x06", (8, 10, 12, 16, 20)),
        )
    )
    places = (
        [k for k in range(len(bent)) if bent.startswith(signature, k)] if len(bent) < 20_000 else []
    )
    if places:
        at = chance.choice(places) + chance.choice(fields)
        bent[at : at + 4] = struct.pack(
            "<I",
            chance.choice(
                (0, 1, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, 10_000_000, chance.randrange(1 << 32))
            ),
        )
    return bytes(bent)


def open_package(path: Path, cache: Path) -> object:
    found = read_package(path, cache, known_layout)
    save_document(found.issue, path.with_name("again.banxin"), cache)
    return made_up(found.issue)


CATALOGUE = Catalogue()
SAMPLE, _ = read_manuscript(ROOT / "resources/sample/issue.md")
PHOTO = ROOT / "resources/sample/photos/dawn.jpg"
PRINT = load_preset("print")
PACKER = Packer(PRINT, destination(PRINT))


def made_up(issue: Issue) -> object:
    """An issue composed and looked over, as `check` does."""
    layout = layout_of(issue)
    edition = compose(issue, layout, CATALOGUE)
    return inspect(issue, layout, edition, CATALOGUE)


# Manuscripts, layouts, images, journals


def laughs(chance: random.Random, data: bytes) -> bytes:
    depth = chance.choice((5, 9, 60))
    lines = [
        "a0: &a0 [x,x,x,x,x,x,x,x,x]",
        *(f"a{k}: &a{k} [{','.join([f'*a{k - 1}'] * 9)}]" for k in range(1, depth)),
    ]
    return ("---\n" + "\n".join(lines) + "\n---\n").encode() + data


def deep_text(chance: random.Random, data: bytes) -> bytes:
    piece = chance.choice(
        (
            b"> ",
            b"- ",
            b"*",
            b"[",
            b"![",
            b"**a",
            b"<a ",
            b"`",
            b"| ",
            b"{",
            "【".encode(),
            b"(",
            b"&",
            b"\\",
        )
    )
    return data + piece * chance.choice((100, 2_000, 20_000)) + b"\n"


def characters(chance: random.Random, data: bytes) -> bytes:
    """Bend the text and not the bytes: characters lost, swapped, and put where they mean
    something.
    """
    text = list(data.decode("utf-8", "replace"))
    marks = "#*_>-|`{}[]()!\\&：，。【】▲、“”\n\t \u3000\u200b\ue815\U0001f600\x00\x85\u2028"
    for _ in range(chance.choice((1, 5, 50))):
        at = chance.randrange(len(text) + 1)
        text[at : at + chance.choice((0, 1, 3))] = [
            chance.choice(marks) for _ in range(chance.choice((0, 1, 2)))
        ]
    return "".join(text).encode()


def deep_toml(chance: random.Random, data: bytes) -> bytes:
    return (
        data
        + chance.choice(
            (
                b"x = " + b"[" * 5000,
                b"[" + b"a." * 5000 + b"b]\n",
                b"x = " + b"9" * 10_000,
                b"x = 1e999999",
                b"x = " + b"{a=" * 2000,
            )
        )
        + b"\n"
    )


DESIGN = {
    "page.top": "28mm",
    "grid.leading": 1.7,
    "styles.byline": {"face": "hei", "size": "10pt"},
    "inks.red": {"rgb": "#AA0000", "cmyk": [0, 100, 100, 10]},
    "masthead.lines": [
        {"template": "{publication}", "style": "name", "align": "center", "baseline": "60mm"}
    ],
    "locks.masthead": ["content"],
}

BASED = """based_on = "jianbao-a4"
made_from = "x"
[page]
top = "33mm"
[inks]
red = { rgb = "#AA0000", cmyk = [0, 100, 100, 10] }
[styles.lead]
face = ["\u65b9\u6b63\u5c0f\u6807\u5b8b_GBK", "song"]
[[masthead.lines]]
template = "{publication}"
style = "lead"
align = "left"
baseline = "60mm"
[locks]
photo = ["place"]
"""

ART = """
[[masthead.art]]
file = "a.svg"
y = "30mm"
height = "20mm"
align = "left"
alt = "x"
"""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>'


def in_layout(chance: random.Random, data: bytes) -> bytes:
    """Bend the layout in a package."""
    bend = chance.choice((swap_values, swap_values, deep_toml, characters, splice))
    return rezip(
        [
            (name, bend(chance, text) if name == "layout.toml" else text)
            for name, text in entries_of(data)
        ]
    )


def swap_values(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    values = (
        b"-1",
        b"0",
        b"1e308",
        b"nan",
        b"inf",
        b'""',
        b"[]",
        b"true",
        b"99999999999999999999",
        b'"x"',
        b"1979-05-27",
        b"0.000001",
    )
    for _ in range(chance.choice((1, 1, 3))):
        at = chance.randrange(len(lines))
        key, equals, _ = lines[at].partition(b"=")
        lines[at] = key + equals + b" " + chance.choice(values) if equals else lines[at]
    return b"\n".join(lines)


def open_manuscript(path: Path, cache: Path) -> object:
    issue, _ = read_manuscript(path, open_settings=("measure", "size"))
    save_document(issue, path.with_name("again.banxin"), cache)
    return made_up(issue)


def open_import(path: Path, cache: Path) -> object:
    return import_articles(path, path.parent)


def open_layout(path: Path, cache: Path) -> object:
    """A layout, every fault of it, it as one that stands on nothing, and a page set by it."""
    written = written_layout(path.name, path.parent)
    found = faults(written)
    whole_text(written)
    try:
        layout = load_layout(path.name, folder=path.parent)
    except LayoutError as error:
        assert error.zh in [fault.zh for fault in found] or len(found) == MOST
        raise
    assert not found
    return compose(SAMPLE, layout, CATALOGUE)


def open_layout_package(path: Path, cache: Path) -> object:
    """A layout package, and every fault of the layout in it."""
    text = opened_layout_package(path).text
    faults(written_text(path, f"{path}/layout.toml", text))
    return read_layout_package(path)


def open_preset(path: Path, cache: Path) -> object:
    return load_preset(path.name, folder=path.parent)


def open_profile(path: Path, cache: Path) -> object:
    """A profile, and a photo turned into its colours."""
    preset = load_preset("print", {"profile": str(path), "condition": "FOGRA39"})
    return Packer(preset, destination(preset)).raster(PHOTO, Use(72.0, 54.0))


def open_image(path: Path, cache: Path) -> object:
    """A photo for a plain PDF, and for print."""
    embed(probe(path))
    return PACKER.raster(path, Use(72.0, 54.0))


def open_journal(path: Path, cache: Path) -> object:
    found = recover(path.parent)
    return [made_up(one.issue) for one in found]


def open_version(path: Path, cache: Path) -> object:
    return [load_version(version, cache) for version in versions(path.parent)]


def open_pdf(path: Path, cache: Path) -> object:
    """A PDF held against every standard, and made into a booklet."""
    data = read_whole(path)
    for standard in STANDARDS:
        prove(data, standard, path.name)
    return impose(data, name=path.name)


def huge_picture(chance: random.Random, data: bytes) -> bytes:
    """A PNG that says it has a billion pixels, or a few that unpack to far more than they
    should.
    """
    width, height = chance.choice(
        ((100_000, 100_000), (1 << 31, 1), (14_000, 14_000), (2_000, 2_000), (0, 0))
    )
    header = struct.pack(
        ">2I5B",
        width & 0xFFFFFFFF,
        height,
        chance.choice((1, 8, 16)),
        chance.choice((0, 2, 3, 4, 6)),
        0,
        0,
        chance.choice((0, 1)),
    )
    pixels = zlib.compress(bytes(chance.choice((10, 1_000_000, 20_000_000))))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, body) for kind, body in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    )


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_checked(chance: random.Random, data: bytes) -> bytes:
    """Bend a picture and make its checksums right again, so that the bend is met."""
    bent = bytearray(flip(chance, data))
    at = 8
    while data.startswith(b"\x89PNG") and at + 12 <= len(bent):
        length = int.from_bytes(bent[at : at + 4], "big")
        if at + 12 + length > len(bent):
            break
        bent[at + 8 + length : at + 12 + length] = struct.pack(
            ">I", zlib.crc32(bent[at + 4 : at + 8 + length])
        )
        at += 12 + length
    return bytes(bent)


def marked_package() -> bytes:
    """A package whose issue has a mark of every kind and every value of an article, a table and a
    photo.
    """
    kinds = MarkName.__args__
    marks = [
        {"start": place, "end": place + 3, "kind": kind, "value": "注"}
        for place, kind in enumerate(kinds)
    ]
    text = {"string": "一二三四五六七八九十百千万", "marks": marks}
    table = {
        "type": "table",
        "header": [text, "乙", "丙"],
        "rows": [["1", "2", "3"], ["4", "5", "6"]],
        "spans": [[0, 0, 2, 2], [2, 1, 1, 2]],
        "widths": [4.5, None, 8.0],
        "caption": text,
        "notes": ["注", text],
        "id": "b2",
    }
    blocks = [
        {"type": "paragraph", "text": text, "id": "b1"},
        table,
        *({"type": "photo", "row": "1", "id": f"p{k}"} for k in (1, 2)),
    ]
    article = {
        "title": text,
        "subtitle": text,
        "byline": text,
        "date": "2026-05-20",
        "origin": "日报",
        "blocks": blocks,
        "id": "a1",
    }
    issue = {
        "version": schema.VERSION,
        "sections": [{"name": "要闻", "articles": [article], "id": "s1"}],
        "design": DESIGN,
        "set_aside": {"neikan-a4-2col": {"settings": {"measure": 20}, "design": DESIGN}},
    }
    return rezip([("mimetype", MIMETYPE), ("issue.json", written(issue))])


def kinds(folder: Path) -> list[Kind]:
    small = ROOT / "tests/store/versions/1.banxin"
    manuscripts = [
        (ROOT / name).read_bytes()
        for name in ("resources/sample/issue.md", "tests/golden/issue.md")
    ]
    read = read_document(small, folder / "seed").issue
    plain = {
        "version": 1,
        "sections": [
            {
                "name": "甲",
                "articles": [{"title": "乙", "blocks": [{"type": "paragraph", "text": "丙" * 50}]}],
            }
        ],
    }
    edits = [
        {"k": {"sections": {"l": [{"i": 0, "d": {"k": {"name": {"s": [0, 0, f"{k}"]}}}}]}}}
        for k in range(5)
    ]
    journal = (
        MAGIC
        + packed({"path": None, "folder": "/nowhere", "issue": plain, "saved": None})
        + b"".join(map(packed, edits))
    )
    left = [path.read_bytes() for path in sorted(small.parent.glob("*.journal"))]
    presets = [
        path.read_bytes() for path in sorted((ROOT / "layouts/prepress/stock").glob("*.toml"))
    ]
    issue_json = dict(entries_of(small.read_bytes()))["issue.json"]
    version = b'{"when":"2026-11-22T08:00:00+08:00","name":"","photos":[]}\n' + zlib.compress(
        issue_json
    )
    package = [
        flip,
        cut,
        splice,
        near_the_end,
        near_the_end,
        in_issue,
        in_issue,
        in_value,
        in_value,
        in_value,
        other_entries,
        other_entries,
        sizes,
        sizes,
    ]
    assert read.sections
    return [
        Kind(
            "package",
            0.4,
            ".banxin",
            [
                small.read_bytes(),
                rezip([("mimetype", MIMETYPE), ("issue.json", b'{"version": 1}')]),
                marked_package(),
            ],
            package,
            open_package,
        ),
        Kind(
            "hostile package",
            0.02,
            ".banxin",
            [small.read_bytes()],
            [bomb, bomb, many],
            open_package,
        ),
        Kind(
            "manuscript",
            0.15,
            ".md",
            manuscripts,
            [*ANYWHERE, *[characters] * 5, laughs, deep_text],
            open_manuscript,
        ),
        Kind(
            "import",
            0.05,
            ".txt",
            manuscripts,
            [*ANYWHERE, *[characters] * 5, deep_text],
            open_import,
        ),
        Kind(
            "layout",
            0.13,
            ".toml",
            [known_layout("jianbao-a4") or b"", BASED.encode()],
            [*ANYWHERE, deep_toml, swap_values, swap_values],
            open_layout,
        ),
        Kind(
            "layout package",
            0.05,
            ".banxin-layout",
            [
                layout_package((known_layout("jianbao-a4") or b"").decode(), {}),
                layout_package(
                    (known_layout("neikan-a4-2col") or b"").decode() + ART, {"a.svg": SVG}
                ),
            ],
            [flip, cut, splice, *[in_layout] * 3, *[other_entries] * 3, sizes, bomb, many],
            open_layout_package,
        ),
        Kind(
            "preset",
            0.03,
            ".toml",
            presets,
            [*ANYWHERE, deep_toml, swap_values, swap_values],
            open_preset,
        ),
        Kind(
            "profile",
            0.03,
            ".icc",
            [resource(f"profiles/{CONDITIONS[FIRST_CONDITION]}").read_bytes()],
            [flip, flip, cut, splice, head, head],
            open_profile,
        ),
        Kind(
            "pdf",
            0.12,
            ".pdf",
            pdfs(),
            [flip, flip, cut, splice, repeat, shuffle, in_objects, in_objects, in_objects],
            open_pdf,
        ),
        Kind("version", 0.03, ".version", [version], [flip, cut, splice, repeat], open_version),
        Kind(
            "image",
            0.2,
            ".img",
            images(),
            [flip, flip, cut, splice, repeat, png_checked, huge_picture],
            open_image,
        ),
        Kind("journal", 0.05, ".journal", [journal, *left], ANYWHERE, open_journal),
    ]


def head(chance: random.Random, data: bytes) -> bytes:
    """Bend a profile where it says what it is and where its tables lie; its size stays what it
    says.
    """
    return flip(chance, data[:400]) + data[400:]


def in_objects(chance: random.Random, data: bytes) -> bytes:
    """Put another value where one stands in a PDF, and write the file anew, so that the value is
    met.
    """
    values = (
        b"null",
        b"true",
        b"-1",
        b"1e38",
        b"99999999999",
        b"/Flate",
        b"(\xff\xfe)",
        b"[]",
        b"[1 2]",
        b"<<>>",
        b"1 0 R",
        b"99 0 R",
        b"/JBIG2Decode",
    )
    places = [
        match.span(1)
        for match in re.finditer(
            rb"/[A-Za-z]+ ([^/<>\[\]()]+|\[[^\[\]<>]*\]|\([^)]*\)|/\w+)(?= ?[/>])", data
        )
    ]
    for _ in range(chance.choice((1, 1, 3))):
        start, end = chance.choice(places)
        data = (
            data[:start]
            + chance.choice(values).ljust(end - start)[: max(end - start, 4)]
            + data[end:]
        )
    return data


def pdfs() -> list[bytes]:
    """A small file for every standard, its objects and streams to be read in plain."""
    return [saved(good(kind), kind, compress_streams=False) for kind in ("x4", "x1a", "a2b", "ua1")]


def images() -> list[bytes]:
    """A small picture of every kind we take."""
    found = []
    picture = Image.radial_gradient("L").resize((48, 40))
    for kind, mode in (
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("TIFF", "RGB"),
        ("TIFF", "L"),
        ("WEBP", "RGB"),
        ("GIF", "P"),
        ("BMP", "RGB"),
    ):
        out = io.BytesIO()
        options = {"compression": "tiff_lzw"} if (kind, mode) == ("TIFF", "L") else {}
        picture.convert(mode).save(out, kind, **options)
        found.append(out.getvalue())
    return found
