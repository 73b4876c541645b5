"""Word files damaged by chance: bytes of the zip, or pieces of the XML inside it."""

from __future__ import annotations

import io
import random
import re
import zipfile

from lxml import etree

_NUMBERS = ("0", "-1", "2000000000", "99999999999999999999", "x", "", "1e9", "NaN")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_ATTRIBUTE = re.compile(rb'"[^"<>]{0,60}"')


def mutant(data: bytes, seed: int) -> bytes:
    """A file with some damage; the same for the same seed."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        return _bytes_changed(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(
            [name for name in parts if name.endswith((".xml", ".rels"))] or [*parts]
        )
        change = _tree_changed if chance.random() < 0.7 else _xml_changed
        parts[name] = change(parts[name], chance)
    if chance.random() < 0.1:
        parts.pop(chance.choice([*parts]))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _bytes_changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(changed))
        changed[at] = chance.randrange(256)
    if chance.random() < 0.3:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


def _tree_changed(part: bytes, chance: random.Random) -> bytes:
    """The same XML but for some elements, which are gone, twice there, elsewhere or otherwise."""
    try:
        root = etree.fromstring(part)
    except etree.XMLSyntaxError:
        return part
    for _ in range(chance.randint(1, 8)):
        elements = list(root.iter("*"))
        one, other = chance.choice(elements), chance.choice(elements)
        what = chance.randrange(4)
        if what == 0 and one is not root:
            one.getparent().remove(one)
        elif what == 1 and len(elements) < 5000:
            other.append(etree.fromstring(etree.tostring(one)))
        elif what == 2 and one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(_NUMBERS))
        elif what == 3:
            one.tag = other.tag
    return etree.tostring(root)


def _xml_changed(part: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(part))
    if not tags:
        return part
    one, other = chance.choice(tags), chance.choice(tags)
    what = chance.randrange(6)
    if what == 0:  # a tag is gone
        return part[: one.start()] + part[one.end() :]
    if what == 1:  # one stands for another
        return part[: one.start()] + other[0] + part[one.end() :]
    if what == 2:  # a piece stands twice
        first, last = sorted((one.start(), other.end()))
        return part[:last] + part[first:last][:20_000] + part[last:]
    if what == 3:  # an attribute says something else
        values = list(_ATTRIBUTE.finditer(part))
        if not values:
            return part
        value = chance.choice(values)
        said = chance.choice(_NUMBERS).encode()
        return part[: value.start()] + b'"' + said + b'"' + part[value.end() :]
    if what == 4:  # a piece moves
        first, last = sorted((one.start(), other.end()))
        piece, rest = part[first:last], part[:first] + part[last:]
        at = chance.randrange(len(rest) + 1)
        return rest[:at] + piece + rest[at:]
    return part[: one.start()] + b"<" + part[one.start() :]  # no longer well-formed
