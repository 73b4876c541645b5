"""XML of unknown origin read piece by piece: no entities, no declarations, nothing fetched, limits
on size and depth.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, NoReturn, Protocol, TypeAlias, cast

from lxml import etree

from layouts.messages import archives as say
from layouts.messages.message import Sentence

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""An element of lxml, which has no public name for its type."""


class Reads(Protocol):
    """Bytes that come piece by piece."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, all where `size` is negative."""
        ...


class Opens(Protocol):
    """Where parts are read from: an archive, or a file that is a part itself."""

    def open(self, name: str, /) -> AbstractContextManager[Reads]:
        """A part."""
        ...

    def refuse(self, sentence: Sentence) -> NoReturn:
        """Say why it cannot be read."""
        ...


MOST_TAGS = 1_500_000
"""Opening and closing tags of one part; a hundred pages of text have some 50,000."""

MOST_DEPTH = 100
"""How deep elements may stand in each other inside what is read at once.

A table in a text box in a table takes some forty; lxml itself stops at 256.
"""

_SAFE: dict[str, Any] = {  # keywords of different types
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}


def outermost(archive: Opens, part: str, tags: tuple[str, ...]) -> Iterator[Element]:
    """Each element of a part whose tag is one of `tags` and that stands in none of such: whole, and
    gone when the next is asked for.

    What stands around it is there as far as it was read (`iterancestors`). ManuscriptError where
    the part is missing, damaged, hostile or too large.
    """
    with archive.open(part) as stream:
        counted = _Counted(archive, part, stream)
        events = cast(
            "Iterator[tuple[str, Element]]",
            etree.iterparse(counted, events=("start", "end"), tag=tags, **_SAFE),
        )
        depth = 0
        read: Element | None = None
        try:
            for event, element in events:
                if event == "start":
                    depth += 1
                    continue
                depth -= 1
                if depth:
                    continue
                if read is None:
                    _refuse_declarations(archive, part, element)
                else:
                    _drop(read)
                _check_depth(archive, part, element)
                read = element
                yield element
        except etree.XMLSyntaxError as error:
            _refuse_damage(archive, part, error)


def tree(archive: Opens, part: str) -> Element:
    """A small part as a whole. ManuscriptError as `outermost`."""
    with archive.open(part) as stream:
        counted = _Counted(archive, part, stream)
        try:
            root = etree.parse(counted, etree.XMLParser(**_SAFE)).getroot()
        except etree.XMLSyntaxError as error:
            _refuse_damage(archive, part, error)
    _refuse_declarations(archive, part, root)
    _check_depth(archive, part, root)
    return root


class _Counted:
    """A part on its way to the parser, its tags counted: they cost more memory than characters."""

    def __init__(self, archive: Opens, name: str, part: Reads) -> None:
        self._archive = archive
        self._name = name
        self._part = part
        self._tags = 0

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size)
        self._tags += data.count(b"<")
        if self._tags > MOST_TAGS:
            most = f"{MOST_TAGS:,}"
            self._archive.refuse(say.TOO_MANY_ELEMENTS(part=self._name, most=most))
        return data


def _drop(element: Element) -> None:
    """Free what was read. The parser is past it; what surrounds it stays."""
    element.clear()  # taken off whole, a long element takes a time that grows with its square
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _check_depth(archive: Opens, part: str, element: Element) -> None:
    """Our walkers call themselves for each level: they need a lower limit than lxml has, 256."""
    level: list[Element] = [element]
    for _ in range(MOST_DEPTH):
        level = [child for parent in level for child in parent]
        if not level:
            return
    archive.refuse(say.TOO_DEEP(part=part))


def _refuse_declarations(archive: Opens, part: str, element: Element) -> None:
    """No DOCTYPE: with one come entities, which swell or fetch."""
    if element.getroottree().docinfo.internalDTD is not None:
        archive.refuse(say.DECLARATIONS(part=part))


def _refuse_damage(archive: Opens, part: str, error: etree.XMLSyntaxError) -> NoReturn:
    if "depth" in error.msg:
        archive.refuse(say.TOO_DEEP(part=part))
    archive.refuse(say.NOT_XML(part=part, line=error.lineno or 1))
