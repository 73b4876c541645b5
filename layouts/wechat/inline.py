"""A text with its marks as WeChat keeps them; its notes are numbered over its article."""

from __future__ import annotations

from collections.abc import Mapping

from layouts.issue.nested_marks import MarkWriter, Tags, nested
from layouts.issue.notes import sign
from layouts.issue.text import Mark, MarkKind, Text
from layouts.web_addresses import uri_of
from layouts.webpage.markup import NOTHING, Markup, element, escaped, joined, lines, raw
from layouts.wechat.styles import KAI

BEHIND = (MarkKind.RUBY, MarkKind.LINK, MarkKind.NOTE)
"""Marks that come out as words behind theirs: a reading, an address, the sign of a note."""


class InlineWriter:
    """Writes the texts of one article; its notes gather as they are come upon."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._tags = _tags(styles)
        self._notes: list[str] = []

    def inline(self, text: Text) -> Markup:
        """A text with its marks, well nested however they overlap."""

        def behind(mark: Mark) -> str:
            return self._behind(mark, text.string[mark.start : mark.end])

        return raw(nested(text, MarkWriter(self._tags, escaped, behind, BEHIND)))

    def notes(self) -> Markup:
        """The notes of the article, each with its sign; nothing where there are none."""
        style = self._styles["notes-line"]
        return lines(
            *(
                element("p", self._sign(number), raw(" "), escaped(words), style=style)
                for number, words in enumerate(self._notes, start=1)
            )
        )

    def _behind(self, mark: Mark, words: str) -> Markup:
        if mark.kind is MarkKind.NOTE:
            self._notes.append(str(mark.value))
            return self._sign(len(self._notes))
        said = str(mark.value) if mark.kind is MarkKind.RUBY else typed_address(mark, words)
        if not said:
            return NOTHING
        return element("span", escaped(f"（{said}）"), style=self._styles["behind"])

    def _sign(self, number: int) -> Markup:
        return element("span", escaped(sign(number)), style=self._styles["sign"])


def typed_address(mark: Mark, words: str) -> str:
    """The address of a link as it is typed out behind its words: nothing where they say it, or
    where it leads nowhere.
    """
    address = str(mark.value).strip()
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    if uri_of(address) is None or shown in words:
        return ""
    bare = shown.removeprefix("https://").removeprefix("http://").removesuffix("/")
    return "" if bare in words else shown


def _tags(styles: Mapping[str, str]) -> Mapping[MarkKind, Tags | None]:
    """How each kind is written, the outermost first. All lines under words are single ones; a
    comment is for the editors alone.
    """
    return {
        MarkKind.RUBY: None,
        MarkKind.LINK: None,
        MarkKind.KAI: _element("span", KAI),
        MarkKind.BOLD: _element("strong", "font-weight:bold"),
        MarkKind.UNDERLINE: _element("span", "text-decoration:underline"),
        MarkKind.STRIKE: _element("span", "text-decoration:line-through"),
        MarkKind.DOTS: _element("em", styles["dots"]),
        MarkKind.SUPERSCRIPT: _element("span", "vertical-align:super;font-size:12px"),
        MarkKind.SUBSCRIPT: _element("span", "vertical-align:sub;font-size:12px"),
        MarkKind.COMMENT: None,
        MarkKind.NOTE: None,
    }


def _element(name: str, style: str) -> Tags:
    return lambda _mark: (f'<{name} style="{style}">', f"</{name}>")


def framed(inside: Markup, frame: str, cell: str) -> Markup:
    """A table of one cell: grounds and rules stay on cells alone."""
    row = element("tr", element("td", inside, style=cell))
    return element("table", element("tbody", row), style=frame)


def with_label(label: str, said: Markup, style: str) -> Markup:
    """An item of a list, its label typed."""
    between = "" if label[-1:] in "、）" else " "
    return joined(element("span", escaped(f"{label}{between}"), style=style), said)
