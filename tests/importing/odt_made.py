"""Small OpenDocument texts of our own making: zipped or flat."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile

from lxml import etree
from seen_documents import SeenDocument

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.odt import read

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        **{
            name: f"{OASIS}:{name}:1.0" for name in ("office", "style", "text", "table", "manifest")
        },
        "draw": f"{OASIS}:drawing:1.0",
        "fo": f"{OASIS}:xsl-fo-compatible:1.0",
        "svg": f"{OASIS}:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
MIME = "application/vnd.oasis.opendocument.text"
PAGE = (
    '<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="500pt" '
    'fo:margin-left="50pt" fo:margin-right="50pt"/></style:page-layout>'
)
"""Its text is 400 points wide."""


def p(text="", style="", tag="p", more=""):
    return f'<text:{tag} text:style-name="{style}"{more}>{text}</text:{tag}>'


def style(name, properties="", family="paragraph", more=""):
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


def text_style(name, said, family="text", more=""):
    return style(name, f"<style:text-properties {said}/>", family, more)


def span(text, name):
    return f'<text:span text:style-name="{name}">{text}</text:span>'


def list_style(name, *levels):
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def level(number, counting, more="", start=1):
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{counting}" '
        f'text:start-value="{start}" {more}/>'
    )


def item(*content, start=""):
    said = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{said}>{''.join(content)}</text:list-item>"


def a_list(*items, name="", more=""):
    said = f' text:style-name="{name}"' if name else ""
    return f"<text:list{said} {more}>{''.join(items)}</text:list>"


def frame(content, name="", more='text:anchor-type="paragraph"', width="100pt"):
    return f'<draw:frame draw:style-name="{name}" svg:width="{width}" {more}>{content}</draw:frame>'


def image(address="Pictures/a.png"):
    return f'<draw:image xlink:href="{address}"/>'


def cell(*content, more=""):
    return f"<table:table-cell {more}>{''.join(content)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def table(*rows):
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
        + "</table:table>"
    )


def content(body, automatic=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles(common="", automatic=PAGE, master=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {SPACES}>'
        f"<office:styles>{common}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="pm">{master}</style:master-page>'
        f"</office:master-styles></office:document-styles>"
    )


def flat(body, automatic="", common=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:mimetype="{MIME}">'
        f"<office:styles>{common}</office:styles>"
        f"<office:automatic-styles>{PAGE}{automatic}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"/>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def write(folder, parts, name="made.odt"):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        for part, data in parts.items():
            archive.writestr(part, data)
    return path


def read_odt(path):
    return read(path, PhotoStore(path.parent / "photos"))


def made(folder, body, automatic="", common="", master="", files=None):
    parts = {"content.xml": content(body, automatic), "styles.xml": styles(common, master=master)}
    return SeenDocument(read_odt(write(folder, parts | (files or {}))))


_NUMBERS = ("0", "-1", "2000000000", "99999999999999999999", "x", "", "1e9", "NaN", "true", "none")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_VALUE = re.compile(rb'"[^"<>]{0,60}"')


def damaged(data, seed):
    """A file with some damage; the same for the same seed."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        changed = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(["content.xml", "content.xml", "styles.xml"])
        change = _changed if chance.random() < 0.2 else _moved
        parts[name] = change(parts[name], chance)
    if chance.random() < 0.1:
        parts.pop(chance.choice([*parts]))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _moved(part, chance):
    """XML that is whole, with elements elsewhere, gone, doubled, or saying something else."""
    try:
        root = etree.fromstring(part)
    except etree.XMLSyntaxError:
        return part
    everything = list(root.iter())
    for _ in range(chance.randint(1, 10)):
        one, other = chance.choice(everything), chance.choice(everything)
        what = chance.randrange(4)
        if what == 0 and one.getparent() is not None:
            one.getparent().remove(one)
        elif (
            what == 1 and one is not root and one not in other.iterancestors() and one is not other
        ):
            other.append(one)
        elif what == 2:
            other.append(copy.deepcopy(one))
        elif one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(_NUMBERS))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _changed(part, chance):
    tags = list(_TAG.finditer(part))
    if len(tags) < 2:
        return part
    one, other = sorted(chance.sample(tags, 2), key=lambda tag: tag.start())
    piece = part[one.start() : other.end()]
    what = chance.randrange(6)
    if what == 0:
        return part[: one.start()] + part[one.end() :]
    if what == 1:
        return part[: one.start()] + other[0] + part[one.end() :]
    if what == 2:
        return part[: other.end()] + piece[:20_000] + part[other.end() :]
    if what == 3:
        return part[: one.start()] + part[other.end() :] + piece
    if what == 4:
        value = chance.choice(list(_VALUE.finditer(part)))
        said = chance.choice(_NUMBERS).encode()
        return part[: value.start()] + b'"' + said + b'"' + part[value.end() :]
    return part[: one.start()] + b"<" + part[one.start() :]
