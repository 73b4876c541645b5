"""How characters and paragraphs of an RTF look, and what each control word changes of it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.drafts import RunLook
from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.text import MarkKind

_HALF_POINT = 0.5
_TWIP = 0.05
_LARGEST_SIZE = 1638
"""Points: the largest type Word sets."""

_BODY_LEVEL = 9
r"""`\outlinelevel` counts headings from 0; 9 is body text (RTF 1.9.1, "Paragraph Formatting")."""


class CharFormat(Struct, frozen=True):
    r"""Characters: font number (-1: that of `\deff`), size in points, and what is marked on them.

    `deleted` are those a tracked change took out or moved away.
    """

    font: int = -1
    size: float = 12.0
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    script: MarkKind | None = None
    underlined: bool = False
    line: str = ""
    dotted: bool = False
    struck: bool = False

    def look(self, link: str) -> RunLook:
        """The same as any reader says it; what links is underlined anyway."""
        underline = MarkKind.UNDERLINE if self.underlined and not link else None
        dots = MarkKind.DOTS if self.dotted else None
        struck = MarkKind.STRIKE if self.struck else None
        marks = tuple(kind for kind in (self.script, underline, struck, dots) if kind)
        return RunLook(self.size, self.bold, marks, link, self.line)

    @property
    def is_seen(self) -> bool:
        """Whether such characters stand on the page."""
        return not self.hidden and not self.deleted


class ParagraphFormat(Struct, frozen=True):
    """A paragraph: its alignment as RTF says it, style, outline level (0: body), its indent from
    the left and that of its first line in points or in em, whether it stands in a table, and its
    level, from 1, in the list that it is of.
    """

    alignment: str = "ql"
    style: int = 0
    heading: int = 0
    left: float = 0.0
    left_em: float = 0.0
    first_line: float = 0.0
    first_line_em: float = 0.0
    in_table: bool = False
    list_level: int = 1

    @property
    def indent_em(self) -> float:
        """By how many em the first line stands in, as far as that is said in em."""
        return self.left_em + self.first_line_em

    @property
    def indent(self) -> float:
        """The same in points; what is said in em goes before."""
        left = 0.0 if self.left_em else self.left
        return left + (0.0 if self.first_line_em else self.first_line)


def _switch(field: str) -> Callable[[CharFormat, int | None], CharFormat]:
    return lambda look, number: replace(look, **{field: number != 0})


def _fixed(field: str, value: object) -> Callable[[CharFormat, int | None], CharFormat]:
    return lambda look, _number: replace(look, **{field: value})


def _script(kind: MarkKind) -> Callable[[CharFormat, int | None], CharFormat]:
    return lambda look, number: replace(look, script=None if number == 0 else kind)


def _sized(look: CharFormat, number: int | None) -> CharFormat:
    size = (24 if number is None else number) * _HALF_POINT
    return replace(look, size=size) if 0 < size <= _LARGEST_SIZE else look


def _font(look: CharFormat, number: int | None) -> CharFormat:
    return replace(look, font=number or 0)


_UNDERLINES = {
    "": "ul ulw",
    DOUBLE: "uldb",
    WAVY: "ulhwave ululdbwave ulwave",
    THICK: "ulth",
    DOTTED: "uld uldash uldashd uldashdd ulldash ulthd ulthdash ulthdashd ulthdashdd ulthldash",
}
"""Control words of lines under characters, by how those are drawn: dashes are near to dots."""


def _lined(line: str) -> Callable[[CharFormat, int | None], CharFormat]:
    return lambda look, number: replace(look, underlined=number != 0, line=line)


CHARACTERS: dict[str, Callable[[CharFormat, int | None], CharFormat]] = {
    "plain": lambda _look, _number: CharFormat(),
    "f": _font,
    "fs": _sized,
    "b": _switch("bold"),
    "v": _switch("hidden"),
    "deleted": _switch("deleted"),
    "mvf": _switch("deleted"),
    "super": _script(MarkKind.SUPERSCRIPT),
    "sub": _script(MarkKind.SUBSCRIPT),
    "up": _script(MarkKind.SUPERSCRIPT),
    "dn": _script(MarkKind.SUBSCRIPT),
    "nosupersub": _fixed("script", None),
    "ulnone": _fixed("underlined", value=False),
    "accnone": _fixed("dotted", value=False),
    "strike": _switch("struck"),
    "striked": _switch("struck"),
    "accdot": _switch("dotted"),
    "acccomma": _switch("dotted"),
    "acccircle": _switch("dotted"),
    "accunderdot": _switch("dotted"),
    **{word: _lined(line) for line, words in _UNDERLINES.items() for word in words.split()},
}
"""What a control word makes of the format of characters."""

CHANGES = {"revised": "inserted", "deleted": "deleted", "mvf": "moved"}
"""Control words that begin a tracked change, by what it is called."""

ASSOCIATED: dict[str, str] = {"ab": "b", "afs": "fs"}
r"""Behind `\dbch`, LibreOffice says bold and size of Chinese characters so; anywhere else these are
about scripts that run from right to left.
"""


def _aligned(word: str) -> Callable[[ParagraphFormat, int | None], ParagraphFormat]:
    return lambda look, _number: replace(look, alignment=word)


def _outlined(look: ParagraphFormat, number: int | None) -> ParagraphFormat:
    level = number or 0
    return replace(look, heading=level + 1 if 0 <= level < _BODY_LEVEL else 0)


PARAGRAPHS: dict[str, Callable[[ParagraphFormat, int | None], ParagraphFormat]] = {
    "pard": lambda _look, _number: ParagraphFormat(),
    "s": lambda look, number: replace(look, style=number or 0),
    "outlinelevel": _outlined,
    "li": lambda look, number: replace(look, left=(number or 0) * _TWIP),
    "lin": lambda look, number: replace(look, left=(number or 0) * _TWIP),
    "culi": lambda look, number: replace(look, left_em=(number or 0) / 100),
    "fi": lambda look, number: replace(look, first_line=(number or 0) * _TWIP),
    "cufi": lambda look, number: replace(look, first_line_em=(number or 0) / 100),
    # counted from 0 (RTF 1.9.1, "Paragraph Formatting")
    "ilvl": lambda look, number: replace(look, list_level=(number or 0) + 1),
    "intbl": lambda look, _number: replace(look, in_table=True),
    **{word: _aligned(word) for word in ("ql", "qc", "qr", "qj", "qd")},
}
"""What a control word makes of the format of a paragraph."""
