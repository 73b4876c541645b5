"""A text with its marks as HTML; its notes are numbered over its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType

from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.nested_marks import MarkWriter, Tags, nested
from layouts.issue.notes import sign
from layouts.issue.splice import consistent
from layouts.issue.text import Mark, MarkKind, Text
from layouts.web_addresses import addresses_in, uri_of
from layouts.webpage.markup import Markup, element, escaped, lines, raw


def _tag(name: str, of: str = "") -> Tags:
    start = f'<{name} class="{of}">' if of else f"<{name}>"
    return lambda _mark: (start, f"</{name}>")


def _link(mark: Mark) -> tuple[str, str]:
    """Only where a reader can go; what leads nowhere, or is a script, is only words."""
    uri = uri_of(str(mark.value))
    if uri is None:
        return "", ""
    return f'<a href="{escape(uri)}">', "</a>"


def _ruby(mark: Mark) -> tuple[str, str]:
    reading = element("rt", escaped(str(mark.value)))
    return "<ruby>", f"<rp>（</rp>{reading}<rp>）</rp></ruby>"


_LINES = MappingProxyType({DOUBLE: "double", WAVY: "wavy", DOTTED: "dotted", THICK: "thick"})


def _underline(mark: Mark) -> tuple[str, str]:
    of = _LINES.get(str(mark.value))
    return (f'<u class="{of}">' if of else "<u>"), "</u>"


TAGS: Mapping[MarkKind, Tags | None] = MappingProxyType(
    {
        MarkKind.RUBY: _ruby,
        MarkKind.LINK: _link,
        MarkKind.KAI: _tag("span", "kai"),
        MarkKind.BOLD: _tag("strong"),
        MarkKind.UNDERLINE: _underline,
        MarkKind.STRIKE: _tag("s"),
        MarkKind.DOTS: _tag("em"),
        MarkKind.SUPERSCRIPT: _tag("sup"),
        MarkKind.SUBSCRIPT: _tag("sub"),
        MarkKind.COMMENT: None,
        MarkKind.NOTE: None,
    }
)
"""How each kind is written, the outermost first. A comment is for the editors alone."""


class Notes:
    """The notes of one article, whose id is `of`, as they are come upon."""

    def __init__(self, of: str) -> None:
        self._of = of
        self._words: list[str] = []

    def signed(self, note: Mark) -> str:
        """The sign of one more note, which leads to it."""
        self._words.append(str(note.value))
        number = len(self._words)
        link = element(
            "a",
            escaped(sign(number)),
            href=f"#{self._of}-note-{number}",
            id=f"{self._of}-sign-{number}",
            role="doc-noteref",
        )
        return element("sup", link, class_="sign")

    def written(self) -> Markup:
        """The notes themselves, each with its sign, which leads back; nothing where there are
        none.
        """
        if not self._words:
            return raw("")
        items = lines(*self._items())
        return element("ol", raw("\n"), items, raw("\n"), class_="notes", aria_label="注释")

    def _items(self) -> Iterator[Markup]:
        for number, words in enumerate(self._words, start=1):
            back = element(
                "a",
                escaped(sign(number)),
                href=f"#{self._of}-sign-{number}",
                role="doc-backlink",
                aria_label=f"注释 {number}，回到正文",
            )
            said = element("span", escaped(words))
            yield element("li", back, raw(" "), said, id=f"{self._of}-note-{number}")


def inline(text: Text, notes: Notes) -> Markup:
    """A text with its marks, well nested however they overlap; its notes go to `notes`."""
    return raw(nested(with_addresses(text), MarkWriter(TAGS, escaped, notes.signed)))


def with_addresses(text: Text) -> Text:
    """A text whose addresses are links, but those that a mark links already."""
    links = [mark for mark in text.marks if mark.kind is MarkKind.LINK]
    found = [
        Mark(one.start, one.end, MarkKind.LINK, one.uri)
        for one in addresses_in(text.string)
        if not any(mark.start < one.end and one.start < mark.end for mark in links)
    ]
    return consistent(text.string, (*text.marks, *found)) if found else text
