"""The parts of an Office package and how they refer to each other (ECMA-376 Part 2)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from layouts.importing.archive import Archive
from layouts.importing.xml_events import tree
from layouts.messages import docx_files as say

_TYPES = "[Content_Types].xml"
_USUAL_MAIN = "word/document.xml"
_MAIN_TYPES = ("wordprocessingml.document.main", "wordprocessingml.template.main", "ms-word.")
_OTHER_OFFICES = ("spreadsheetml", "presentationml", "ms-excel", "ms-powerpoint")

MOST_RELATIONS = 20_000
"""Relations of one part; a manuscript has some twenty, and one for each link and photo."""


class Relation(NamedTuple):
    """What a part refers to: the last word of the relation's type (`image`), and a part's name or,
    outside the package, an address.
    """

    kind: str
    target: str
    is_external: bool


class WordParts:
    """The parts of a package. Their names are the same in upper and lower case."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._names = {_plain(name): name for name in archive.names}
        self._types = self._content_types()

    def find(self, name: str) -> str | None:
        """The part of a name, as the archive has it; None where there is none."""
        return self._names.get(_plain(name))

    def main(self) -> str:
        """The part with the text. ManuscriptError where there is none, or it is no Word file."""
        by_relation = [
            relation.target
            for relation in self.relations("").values()
            if relation.kind == "officeDocument" and not relation.is_external
        ]
        by_type = [
            name
            for name, type_ in self._types.items()
            if type_.endswith("main+xml") and any(main in type_ for main in _MAIN_TYPES)
        ]
        for name in (*by_relation, *by_type, _USUAL_MAIN):
            found = self.find(name)
            if found is None:
                continue
            if any(other in self._types.get(_plain(name), "") for other in _OTHER_OFFICES):
                self.archive.refuse(say.OTHER_OFFICE())
            return found
        return self.archive.refuse(say.NO_MAIN_PART())

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the names it calls them; the package itself is `""`."""
        folder, base = posixpath.split(part)
        name = self.find(posixpath.join(folder, "_rels", f"{base}.rels"))
        if name is None:
            return {}
        found: dict[str, Relation] = {}
        for element in tree(self.archive, name):
            target = element.get("Target")
            if target is None or len(found) >= MOST_RELATIONS:
                continue
            is_external = element.get("TargetMode") == "External" or "://" in target
            kind = element.get("Type", "").rpartition("/")[2]
            place = target if is_external else _resolved(folder, target)
            found[element.get("Id", "")] = Relation(kind, place, is_external)
        return found

    def _content_types(self) -> dict[str, str]:
        name = self.find(_TYPES)
        if name is None:
            return {}
        return {
            _plain(element.get("PartName", "")): element.get("ContentType", "")
            for element in tree(self.archive, name)
            if element.get("PartName")
        }


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    """Where a target leads from a folder; `..` above the package leads to its root."""
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/")))
    return path.lstrip("/")
