"""A text with its marks as HTML for other programs' clipboards: elements where HTML has one, else a
style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import pairwise
from types import MappingProxyType

from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.splice import marks_at
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

_Tags = Callable[[Mark], tuple[str, str]]


def _tag(name: str, attributes: str = "") -> _Tags:
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


TAGS: dict[MarkKind, _Tags | None] = {
    MarkKind.RUBY: _ruby,
    MarkKind.LINK: _link,
    MarkKind.COMMENT: _comment,
    MarkKind.KAI: _tag("span", ' style="font-family:楷体,楷体_GB2312,KaiTi"'),
    MarkKind.BOLD: _tag("b"),
    MarkKind.UNDERLINE: _underline,
    MarkKind.DOTS: _tag("span", ' style="text-emphasis:filled dot;text-emphasis-position:under"'),
    MarkKind.SUPERSCRIPT: _tag("sup"),
    MarkKind.SUBSCRIPT: _tag("sub"),
    MarkKind.NOTE: None,
}
"""How each kind is written, the outermost first: a reading must not be parted.

A note has no element, it is a number and a footnote.
"""

_RANK = {kind: rank for rank, kind in enumerate(TAGS)}


class Footnotes:
    """The notes met so far, numbered from 1. Written as Word writes its own, which makes footnotes
    of them; others show links.
    """

    def __init__(self) -> None:
        self._notes: list[str] = []

    def add(self, note: str) -> str:
        """The number that stands in the text for one more note."""
        self._notes.append(note)
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
    string = text.string
    edges = sorted(
        {0, len(string), *(edge for mark in text.marks for edge in (mark.start, mark.end))}
    )
    out: list[str] = []
    opened: list[Mark] = []
    for start, end in pairwise(edges):
        out += _turned(
            opened,
            sorted(
                (mark for mark in marks_at(text, start) if TAGS[mark.kind]), key=_outermost_first
            ),
        )
        out.append(_plain(string[start:end]))
        # its number stands behind its last character; a reading that goes on there is parted for
        # it, since <ruby> holds nothing else
        ending = [mark for mark in text.marks if mark.kind is MarkKind.NOTE and mark.end == end]
        if ending:
            out += _turned(
                opened, [mark for mark in opened if mark.kind is MarkKind.RUBY and mark.end > end]
            )
            out += (notes.add(str(mark.value)) for mark in ending)
    return "".join((*out, *_turned(opened, [])))


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return _RANK[mark.kind], mark.start, -mark.end


def _turned(opened: list[Mark], wanted: list[Mark]) -> Iterator[str]:
    """What closes the elements that are open and not wanted, with those inside them, and opens the
    wanted ones.
    """
    # what is open and still wanted stays, as far as it is the outermost
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] == wanted[same]:
        same += 1
    while len(opened) > same:
        yield _tags(opened.pop())[1]
    for mark in wanted[same:]:
        opened.append(mark)
        yield _tags(mark)[0]


def _tags(mark: Mark) -> tuple[str, str]:
    tags = TAGS[mark.kind]
    return tags(mark) if tags is not None else ("", "")


def _plain(string: str) -> str:
    return escape(string, quote=False).replace(LINE_BREAK, "<br>")
