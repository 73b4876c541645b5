"""A text with its marks as HTML for other programs' clipboards: elements where HTML has one, else a
style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType

from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.nested_marks import MarkWriter, Tags, nested
from layouts.issue.text import LINE_BREAK, Comment, Mark, MarkKind, Text

UNDERLINES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        DOUBLE: ("double", "double"),
        WAVY: ("wavy", "wave"),
        DOTTED: ("dotted", "dotted"),
        THICK: ("2px", "thick"),
    }
)
"""Lines under words as CSS and as Word's HTML have them."""


def _tag(name: str, attributes: str = "") -> Tags:
    return lambda _mark: (f"<{name}{attributes}>", f"</{name}>")


def _link(mark: Mark) -> tuple[str, str]:
    return f'<a href="{escape(str(mark.value))}">', "</a>"


def _ruby(mark: Mark) -> tuple[str, str]:
    return "<ruby>", f"<rp>（</rp><rt>{_plain(str(mark.value))}</rt><rp>）</rp></ruby>"


def _underline(mark: Mark) -> tuple[str, str]:
    """As browsers have it, and as Word names it."""
    if not mark.value:
        return "<u>", "</u>"
    css, word = UNDERLINES[str(mark.value)]
    return f'<u style="text-decoration:underline {css};text-underline:{word}">', "</u>"


def _comment(mark: Mark) -> tuple[str, str]:
    """What somebody remarked shows where the mouse rests, and does not stand in the text."""
    said = (
        ": ".join(filter(None, (" ".join(filter(None, mark.value[:2])), mark.value[2])))
        if isinstance(mark.value, Comment)
        else ""
    )
    return f'<span title="{escape(said)}">', "</span>"


TAGS: dict[MarkKind, Tags | None] = {
    MarkKind.RUBY: _ruby,
    MarkKind.LINK: _link,
    MarkKind.COMMENT: _comment,
    MarkKind.KAI: _tag("span", ' style="font-family:楷体,楷体_GB2312,KaiTi"'),
    MarkKind.BOLD: _tag("b"),
    MarkKind.UNDERLINE: _underline,
    MarkKind.STRIKE: _tag("s"),
    MarkKind.DOTS: _tag("span", ' style="text-emphasis:filled dot;text-emphasis-position:under"'),
    MarkKind.SUPERSCRIPT: _tag("sup"),
    MarkKind.SUBSCRIPT: _tag("sub"),
    MarkKind.NOTE: None,
}
"""How each kind is written, the outermost first: a reading must not be parted.

A note has no element, it is a number and a footnote.
"""


class Footnotes:
    """The notes met so far, numbered from 1. Written as Word writes its own, which makes footnotes
    of them; others show links.
    """

    def __init__(self) -> None:
        self._notes: list[str] = []

    def signed(self, note: Mark) -> str:
        """The number that stands in the text for one more note."""
        self._notes.append(str(note.value))
        k = len(self._notes)
        return (
            f"<a style='mso-footnote-id:ftn{k}' href=\"#_ftn{k}\" "
            f'name="_ftnref{k}"><sup>[{k}]</sup></a>'
        )

    def written(self) -> Iterator[str]:
        """The notes themselves; nothing where there are none."""
        if self._notes:
            notes = "".join(map(self._note, range(1, len(self._notes) + 1)))
            yield f"<div style='mso-element:footnote-list'>{notes}</div>"

    def _note(self, k: int) -> str:
        number = f'<a style=\'mso-footnote-id:ftn{k}\' href="#_ftnref{k}" name="_ftn{k}">[{k}]</a>'
        return (
            f"<div style='mso-element:footnote' id=ftn{k}><p>{number} "
            f"{_plain(self._notes[k - 1])}</p></div>"
        )


def inline(text: Text, notes: Footnotes) -> str:
    """A text with its marks, well nested however they overlap; its notes go to `notes`."""
    return nested(text, MarkWriter(TAGS, _plain, notes.signed))


def _plain(string: str) -> str:
    return escape(string, quote=False).replace(LINE_BREAK, "<br>")
