"""How runs and paragraphs look, as elements `w:rPr` and `w:pPr` say it; None is "not said here"."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from layouts.importing.readers.docx.names import attribute, child, is_on, kind, twips, value, whole
from layouts.importing.symbols import is_symbol_font
from layouts.importing.xml_events import Element
from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.text import MarkKind

_UNDERLINES = {
    "double": DOUBLE,
    "wave": WAVY,
    "wavyHeavy": WAVY,
    "wavyDouble": WAVY,
    "thick": THICK,
    **dict.fromkeys(
        (
            "dotted", "dottedHeavy", "dash", "dashedHeavy", "dashLong", "dashLongHeavy",
            "dotDash", "dashDotHeavy", "dotDotDash", "dashDotDotHeavy",
        ),
        DOTTED,
    ),
}  # fmt: skip
"""Kinds of `w:u` (17.18.99) that are no single line."""

_RAISED = {"superscript": MarkKind.SUPERSCRIPT, "subscript": MarkKind.SUBSCRIPT}


class RunProperties(NamedTuple):
    """`w:rPr` (17.3.2): `size` in points, `position` a mark's kind or "baseline", `font` only where
    it is one of signs. `underline` is a `w:u`, "none" for no line.
    """

    style: str | None = None
    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    underline: str | None = None
    struck: bool | None = None
    struck_twice: bool | None = None
    dots: bool | None = None
    position: str | None = None
    font: str | None = None

    @property
    def marks(self) -> tuple[MarkKind, ...]:
        """What it marks, but bold."""
        raised = _RAISED.get(self.position or "")
        lined = self.underline not in (None, "none")
        struck = self.struck or self.struck_twice
        said = (
            (self.dots, MarkKind.DOTS),
            (lined, MarkKind.UNDERLINE),
            (struck, MarkKind.STRIKE),
        )
        return (*(mark for is_marked, mark in said if is_marked), *((raised,) if raised else ()))

    @property
    def line(self) -> str:
        """How the line under it is drawn, as marks have it (17.18.99): dashes are near to dots."""
        return _UNDERLINES.get(self.underline or "", "")


class ParagraphProperties(NamedTuple):
    """`w:pPr` (17.3.1): `outline` from 0; measures in twips, `_chars` in hundredths of a character;
    a hanging indent is a negative `first`.
    """

    style: str | None = None
    align: str | None = None
    outline: int | None = None
    number: int | None = None
    level: int | None = None
    left: float | None = None
    left_chars: float | None = None
    first: float | None = None
    first_chars: float | None = None
    breaks_page: bool | None = None
    is_frame: bool | None = None
    is_drop_cap: bool | None = None


PLAIN_RUN = RunProperties()
PLAIN_PARAGRAPH = ParagraphProperties()

P = TypeVar("P", RunProperties, ParagraphProperties)


def over(base: P, top: P) -> P:
    """What `top` says, and of what it leaves open what `base` says."""
    if top in (PLAIN_RUN, PLAIN_PARAGRAPH):
        return base
    return base._make(
        below if said is None else said for below, said in zip(base, top, strict=True)
    )


def run_properties(element: Element | None) -> RunProperties:
    """What a `w:rPr` says."""
    if element is None or not len(element):
        return PLAIN_RUN
    said: dict[str, object] = {}
    for part in element:
        reads = _RUN.get(kind(part))
        if reads is not None:
            name, read = reads
            said[name] = read(part)
    return PLAIN_RUN._replace(**said) if said else PLAIN_RUN  # pyright: ignore[reportArgumentType]


def paragraph_properties(element: Element | None) -> ParagraphProperties:
    """What a `w:pPr` says."""
    if element is None:
        return PLAIN_PARAGRAPH
    indent = child(element, "w:ind")
    frame = child(element, "w:framePr")
    page = child(element, "w:pageBreakBefore")
    left, left_chars, first, first_chars = indents(indent)
    return ParagraphProperties(
        style=value(element, "w:pStyle"),
        align=value(element, "w:jc"),
        outline=whole(value(element, "w:outlineLvl")),
        number=whole(value(element, "w:numPr", "w:numId")),
        level=whole(value(element, "w:numPr", "w:ilvl")),
        left=left,
        left_chars=left_chars,
        first=first,
        first_chars=first_chars,
        breaks_page=None if page is None else is_on(page),
        is_frame=None if frame is None else True,
        is_drop_cap=None if frame is None else attribute(frame, "w:dropCap") in ("drop", "margin"),
    )


Indents = tuple[float | None, float | None, float | None, float | None]


def indents(element: Element | None) -> Indents:
    """`left`, `left_chars`, `first` and `first_chars` of a `w:ind` (17.3.1.12)."""
    if element is None:
        return None, None, None, None
    left, first, hanging = (
        twips(_either(element, *names))
        for names in (("w:left", "w:start"), ("w:firstLine",), ("w:hanging",))
    )
    left_chars, first_chars, hanging_chars = (
        twips(_either(element, *names))
        for names in (("w:leftChars", "w:startChars"), ("w:firstLineChars",), ("w:hangingChars",))
    )
    return (
        left,
        left_chars,
        first if hanging is None else -hanging,
        -hanging_chars if hanging_chars else first_chars,
    )


def _either(element: Element, *names: str) -> str | None:
    found = (attribute(element, name) for name in names)
    return next((said for said in found if said is not None), None)


def _said(element: Element) -> str | None:
    return attribute(element, "w:val")


def _is_said(element: Element) -> bool:
    """Whether an emphasis mark is one."""
    return attribute(element, "w:val") not in (None, "none")


def _underlined(element: Element) -> str:
    """The kind of an underline; one that says none draws none (17.3.2.40)."""
    return attribute(element, "w:val") or "none"


def _size(element: Element) -> float | None:
    size = twips(attribute(element, "w:val"))
    unit = attribute(element, "w:val") or ""
    if size is None or not 0 < size < 20_000:
        return None
    return size / 2 if unit.isdecimal() else size / 20


def _font(element: Element) -> str | None:
    """The font where it is one of signs; empty where it is another."""
    names = [attribute(element, name) for name in ("w:ascii", "w:hAnsi", "w:eastAsia")]
    signs = (name for name in names if name and is_symbol_font(name))
    return next(signs, "" if any(names) else None)


_RUN: dict[str, tuple[str, Callable[[Element], object]]] = {
    "w:rStyle": ("style", _said),
    "w:b": ("bold", is_on),
    "w:sz": ("size", _size),
    "w:vanish": ("hidden", is_on),
    "w:u": ("underline", _underlined),
    "w:strike": ("struck", is_on),
    "w:dstrike": ("struck_twice", is_on),
    "w:em": ("dots", _is_said),
    "w:vertAlign": ("position", _said),
    "w:rFonts": ("font", _font),
}
