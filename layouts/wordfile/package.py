"""The parts of a Word file in their package (ECMA-376 Part 2): the same parts give the same
bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from layouts.wordfile.parts import Relations
from layouts.wordfile.xml import Element, written

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/comments.xml": f"{_WORD}.comments+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "jpg": "image/jpeg",
    "png": "image/png",
}
_OF_PACKAGE = (
    (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The least moment that a zip knows: no export is told from another by its time."""


def package(
    parts: Mapping[str, Element], relations: Relations, media: Mapping[str, bytes]
) -> bytes:
    """The file: XML `parts` by their names, what the document refers to, pictures by their names in
    its folder.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _put(archive, "[Content_Types].xml", _types(parts))
        _put(archive, "_rels/.rels", _package_relations())
        for name, part in parts.items():
            _put(archive, name, written(part))
        _put(archive, "word/_rels/document.xml.rels", _relations(relations))
        for name, data in media.items():
            # they are compressed already
            _put(archive, f"word/{name}", data, zipfile.ZIP_STORED)
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    about = zipfile.ZipInfo(name, _LONG_AGO)
    about.compress_type = how
    about.create_system = 3  # else Windows writes other bytes
    archive.writestr(about, data)


def _types(parts: Mapping[str, Element]) -> bytes:
    root = etree.Element(
        f"{{{_PACKAGE}/content-types}}Types", nsmap={None: f"{_PACKAGE}/content-types"}
    )
    for ending, kind in _ENDINGS.items():
        etree.SubElement(
            root, f"{{{_PACKAGE}/content-types}}Default", Extension=ending, ContentType=kind
        )
    for name in parts:
        etree.SubElement(
            root,
            f"{{{_PACKAGE}/content-types}}Override",
            PartName=f"/{name}",
            ContentType=_TYPES[name],
        )
    return written(root)


def _package_relations() -> bytes:
    relations = Relations()
    for kind, target in _OF_PACKAGE:
        relations.name(kind, target)
    return _relations(relations)


def _relations(relations: Relations) -> bytes:
    space = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
    for (kind, target, is_external), name in relations.found.items():
        made = etree.SubElement(root, f"{{{space}}}Relationship", Id=name, Type=kind, Target=target)
        if is_external:
            made.set("TargetMode", "External")
    return written(root)
