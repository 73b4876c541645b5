"""What is known while a Word file is read, and how far reading has come."""

from __future__ import annotations

import copy
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.docx.fields import Fields
from layouts.importing.readers.docx.geometry import Geometry
from layouts.importing.readers.docx.names import child, children, value
from layouts.importing.readers.docx.numbering import Numbering
from layouts.importing.readers.docx.parts import Relation, WordParts
from layouts.importing.readers.docx.remarks import WordComments
from layouts.importing.readers.docx.styles import Styles
from layouts.importing.xml_events import Element, tree
from layouts.messages import docx_files as say
from layouts.messages.message import Message

MOST_PARTS = 150_000
"""Paragraphs, cells and drawings of one file: what is read in some five seconds.

An issue of a hundred pages has three thousand.
"""


class Placed(NamedTuple):
    """How a photo stands, until the end of its section tells what its page is like; photos of one
    `row` may stand beside each other.
    """

    geometry: Geometry
    row: str


class WordReading:
    """One document being read: what its other parts say, and what is counted over all of it.

    `placed` is by the names that photos have for rows until their section ends; `kept` holds the
    files of pictures, or why there is none, by their parts; `told` are the parts whose words were
    told as lost.
    """

    def __init__(self, parts: WordParts, part: str, gatherer: BlockGatherer) -> None:
        self.parts = parts
        self.part = part
        self.gatherer = gatherer
        self.relations = parts.relations(part)
        self.styles = Styles(self._related_tree("styles"))
        self.numbering = Numbering(self._related_tree("numbering"), self.styles.numbering)
        self.fields = Fields()
        self.notes: dict[tuple[str, str], str] = {}
        self.remarks = WordComments({})
        self.changes: Counter[str] = Counter()
        self.contents: list[str] = []
        self.in_contents = False
        self.placed: dict[str, Placed] = {}
        self.told: set[str] = set()
        self._counted = [0]  # one for all parts of the document
        self.kept: dict[str, Path | Message] = {}

    def count(self) -> None:
        """One more paragraph, cell or drawing. ManuscriptError where there are too many."""
        self._counted[0] += 1
        if self._counted[0] > MOST_PARTS:
            self.parts.archive.refuse(say.TOO_MANY_PARAGRAPHS(most=f"{MOST_PARTS:,}"))

    def elsewhere(self, part: str) -> WordReading:
        """The same document, in another of its parts: notes and headers count no lists, carry no
        comments and have links of their own.
        """
        other = copy.copy(self)
        other.part = part
        other.relations = self.parts.relations(part)
        other.numbering = Numbering(None, self.styles.numbering)
        other.fields = Fields()
        other.notes = {}
        other.remarks = WordComments({})
        return other

    def related(self, kind: str) -> str | None:
        """The part of a kind that this one refers to."""
        for relation in self.relations.values():
            if relation.kind == kind and (found := self._part(relation)) is not None:
                return found
        return None

    def all_related(self, kind: str) -> list[str]:
        """The parts of a kind that this one refers to, each once."""
        found = (self._part(each) for each in self.relations.values() if each.kind == kind)
        return list(dict.fromkeys(name for name in found if name is not None))

    def part_of(self, relation: str) -> str | None:
        """The part that a relation leads to."""
        found = self.relations.get(relation)
        return None if found is None else self._part(found)

    def address(self, relation: str) -> str:
        """The address that a relation leads to; empty where it leads to a part."""
        found = self.relations.get(relation)
        return found.target if found is not None and found.is_external else ""

    @property
    def skips(self) -> bool:
        """Whether this place lies in a table of contents, which does not come in."""
        return self.in_contents or (not self.fields.is_idle and self.fields.in_contents)

    def _part(self, relation: Relation) -> str | None:
        return None if relation.is_external else self.parts.find(relation.target)

    def _related_tree(self, kind: str) -> Element | None:
        part = self.related(kind)
        return None if part is None else tree(self.parts.archive, part)


def is_contents(control: Element) -> bool:
    """Whether a content control holds the table of contents (17.5.2.13)."""
    properties = child(control, "w:sdtPr")
    if properties is None:
        return False
    return any(
        value(part, "w:docPartGallery") == "Table of Contents"
        for part in children(properties, "w:docPartObj")
    )
