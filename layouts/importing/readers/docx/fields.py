"""Fields (域): their results are text, their instructions are not (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

from functools import cached_property

from layouts.importing.equation_field import RubyField, reading_of
from layouts.importing.readers.docx.names import (
    attribute,
    below,
    child,
    children,
    is_on,
    value,
    whole,
)
from layouts.importing.symbols import symbol
from layouts.importing.xml_events import Element
from layouts.patterns import later

DEEPEST = 100
"""Fields inside each other; beyond, a file is broken and its fields are taken for text."""

_ADDRESS = later(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"?([^\s"]+)', 2)
_SIGN = later(
    r'\s*SYMBOL\s+(?:0x([0-9a-f]{1,4})|(\d{1,5}))(?:.*\\f\s*"?([^"\\]+?)"?\s*(?:\\|$))?', 2
)
_OVERLAID = later(r"\\o(?:\\a[a-z])?\s*\(([^(),;，；]*)[,;，；]([^()]*)\)", 2)
_SWITCH = later(r"\\(?:[a-z]{1,3}\d*|\*\s*[a-z0-9]+)\s*")
_SHAPES = "○〇◯"
_CIRCLED = {str(number): chr(0x2460 + number - 1) for number in range(1, 21)}
_TICKED, _OPEN = "☑", "□"


LONGEST = 5_000
"""Characters of an instruction that are looked at."""


class WordField:
    """A field being read: its instruction until the separator, then its result."""

    def __init__(self, begin: Element | None = None, instruction: str = "") -> None:
        self.instruction = instruction[:LONGEST]
        self.has_result = begin is None
        self.said: list[str] = []
        self._form = None if begin is None else child(begin, "w:ffData")

    @property
    def word(self) -> str:
        """The kind of field it is: TOC, DATE and so on."""
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def asks_nothing(self) -> bool:
        """Whether it is to be filled in, and does not say with what."""
        return self.word == "FILLIN" and not self.instruction[8:].strip(' "')

    @cached_property
    def address(self) -> str:
        """Where a link leads; empty for other fields, and for links within the document.

        Asked for only when the instruction is whole.
        """
        match = _ADDRESS().match(self.instruction) if self.word == "HYPERLINK" else None
        return match[1] if match else ""

    def reading(self) -> RubyField | None:
        """Characters with what is written over them (注音), where it is that."""
        return reading_of(self.instruction)

    def shown(self) -> str:
        """What a field without a result shows: a box, a choice, a sign, an overlay."""
        if self.word == "FORMCHECKBOX":
            return _TICKED if self._is_ticked() else _OPEN
        if self.word == "FORMDROPDOWN":
            return self._chosen()
        if self.word == "SYMBOL":
            return _sign(self.instruction)
        return _laid_out(self.instruction) if self.word == "EQ" else ""

    def _is_ticked(self) -> bool:
        box = below(self._form, "w:checkBox")
        ticks = (child(box, name) for name in ("w:checked", "w:default")) if box is not None else ()
        said = next((tick for tick in ticks if tick is not None), None)
        return said is not None and is_on(said)

    def _chosen(self) -> str:
        choices = below(self._form, "w:ddList")
        if choices is None:
            return ""
        entries = [attribute(entry, "w:val") or "" for entry in children(choices, "w:listEntry")]
        chosen = whole(value(choices, "w:result")) or whole(value(choices, "w:default")) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""


class Fields:
    """The fields that are open at a place of the document, the innermost last."""

    def __init__(self) -> None:
        self._open: list[WordField] = []

    def begin(self, field: WordField) -> None:
        """A field begins."""
        if len(self._open) < DEEPEST:
            self._open.append(field)

    def instruct(self, words: str) -> None:
        """A part of its instruction."""
        if self._open and not self._open[-1].has_result:
            field = self._open[-1]
            field.instruction = (field.instruction + words)[:LONGEST]

    def separate(self) -> None:
        """Its result begins."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> WordField | None:
        """It ends; None where none was open."""
        return self._open.pop() if self._open else None

    def swallow(self, string: str) -> bool:
        """Whether characters stand where an instruction does, and so are not shown."""
        unsaid = next((field for field in self._open if not field.has_result), None)
        if unsaid is not None:
            unsaid.said.append(string)
        return unsaid is not None

    def give_up(self) -> str:
        """At the end of a paragraph: what was swallowed by fields whose result never began."""
        broken = [field for field in self._open if not field.has_result]
        self._open = [field for field in self._open if field.has_result]
        return "".join(piece for field in broken for piece in field.said)

    @property
    def is_idle(self) -> bool:
        """Whether none is open."""
        return not self._open

    @property
    def in_contents(self) -> bool:
        """Whether this place lies in a table of contents."""
        return any(field.has_result and field.word == "TOC" for field in self._open)

    @property
    def link(self) -> str:
        """Where the link that this place lies in leads."""
        complete = (field for field in reversed(self._open) if field.has_result)
        return next((field.address for field in complete if field.address), "")

    @property
    def asks_nothing(self) -> bool:
        """Whether this place lies in a field to be filled in that asks for nothing."""
        return bool(self._open) and self._open[-1].asks_nothing


def _sign(instruction: str) -> str:
    match = _SIGN().match(instruction)
    if match is None:
        return ""
    code = int(match[1], 16) if match[1] else int(match[2])
    if match[3] and code < 0x100:
        return symbol(match[3], chr(0xF000 + code))
    return chr(code) if code < 0xD800 else ""


def _laid_out(instruction: str) -> str:
    """What an equation field shows, on a line: 带圈字符 ① and 合并字符 among them."""
    words = instruction.split(None, 1)
    body = words[1] if len(words) > 1 else ""
    match = _OVERLAID().search(body)
    if match and match[1].strip() in _SHAPES:
        inner = match[2].strip()
        return _CIRCLED.get(inner, inner)
    plain = _SWITCH().sub("", body)
    return "".join(sign for sign in plain if sign not in "(),;，；").strip()
