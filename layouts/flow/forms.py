"""Paragraphs of a form cut: items of lists, verse, signatures, names, lines with a leader, text
with a drop initial.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from layouts.flow.list_items import ListItem, item_piece, list_items
from layouts.flow.pieces import InitialLetter, TextPiece
from layouts.flow.setting import HYPHENATE_BELOW, LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.text_style import Align, Style
from layouts.issue.article import Block, Paragraph
from layouts.issue.form import FormKind, ParagraphForm, leader_value
from layouts.issue.splice import cut, without
from layouts.issue.text import MarkKind, Text
from layouts.text.breaking import break_lines, shifted, stretches
from layouts.text.line_room import Broken, content_width
from layouts.text.names import spread_names
from layouts.text.prepare import Prepared
from layouts.text.widened import widened

FROM_RIGHT = 4.0
"""Em between a date under a text and the right edge (GB/T 9704-2012 7.3.5.1: 右空四字)."""

VERSE_INDENT = 2.0
"""Em that indented verse stands further in than a first line."""

TURN = 2.0
"""Em that the rest of a line of verse stands further in which the column does not hold."""

BESIDE_INITIAL = 0.25
"""Em of the text at least between a drop initial and the text beside it."""

BESIDE_LEADER = 2.0
"""Em at least between words and value of a line with a leader."""


class FormCutter:
    """Cuts the paragraphs of one article that have a form; `blocks` are all of its blocks."""

    def __init__(self, blocks: Sequence[Block], setter: Setter) -> None:
        self._blocks = blocks
        self._setter = setter
        self._items: dict[int, ListItem] | None = None
        self._widest: dict[int, tuple[float, float]] = {}

    def piece(
        self, index: int, text: Text, origin: Origin, beside: bool, more: int
    ) -> TextPiece | None:
        """The piece of block `index`, `beside` where photos wait to stand beside it; None where it
        is set as running text.
        """
        block = self._blocks[index]
        if not isinstance(block, Paragraph):
            return None
        if block.form.is_item:
            if self._items is None:
                self._items = list_items(self._blocks, self._setter.layout.lists)
            return item_piece(text, self._items[index], origin, self._setter, beside, more)
        return _PIECES[block.form.kind](self, index, text, origin, block.form)

    def verse(
        self, index: int, text: Text, origin: Origin, form: ParagraphForm
    ) -> TextPiece | None:
        """Lines of verse, all of a poem as far in: centred by the longest, or indented."""
        style, measure = self._style()
        widest, _ = self._of_run(index)
        offset = style.indent + VERSE_INDENT
        if not form.indented or offset + widest > measure:
            # half an em is the least that the eye tells from the middle
            offset = math.floor((measure - widest) + EPSILON) / 2
        return self._block(text, origin, max(0.0, offset), TURN)

    def signature(
        self, index: int, text: Text, origin: Origin, form: ParagraphForm
    ) -> TextPiece | None:
        """Unit or date under a text: the date four em from the right, the unit centred over it, or
        both so far left that the wider of them stays in the column.
        """
        del form
        _, measure = self._style()
        widest, last = self._of_run(index)
        axis = min(measure - FROM_RIGHT - last / 2, measure - widest / 2)
        width = self._widths(text)[0]
        piece = self._block(text, origin, max(0.0, axis - width / 2))
        piece.keep_next = index + 1 in self._run(index)
        return piece

    def names(
        self, index: int, text: Text, origin: Origin, form: ParagraphForm
    ) -> TextPiece | None:
        """Names in cells, in by the indent of a first line where there is room."""
        del index, form
        style, measure = self._style()
        indent = style.indent if measure >= HYPHENATE_BELOW else 0.0
        prepared = spread_names(self._setter.prepare(text, style, origin.source))
        lines = self._setter.paragraph(prepared, measure - indent)
        return TextPiece(prepared, lines, origin, indent, align=Align.LEFT, hang=indent, whole=True)

    def leader(
        self, index: int, text: Text, origin: Origin, form: ParagraphForm
    ) -> TextPiece | None:
        """Words at the left, a value at the right edge, dots between; None where one line cannot
        hold both.
        """
        del index, form
        style, measure = self._style()
        prepared = self._setter.prepare(text, style, origin.source)
        value = _value_start(prepared, text.string)
        size = len(prepared.string)
        indent = min(style.indent, max(0.0, measure - LEAST_MEASURE))
        width = content_width(prepared, 0, size)
        room = measure - indent - width
        if not value or room < BESIDE_LEADER:
            return None
        spread = widened(prepared, {value: room})
        words = content_width(prepared, 0, value)
        start = measure - indent - content_width(prepared, value, size)
        line = Broken(0, size, measure - indent, measure - indent, last=True)
        return TextPiece(
            spread, [line], origin, indent, hang=indent, whole=True, leader=(words, start)
        )

    def initial(
        self, index: int, text: Text, origin: Origin, form: ParagraphForm
    ) -> TextPiece | None:
        """Text whose first character is so many rows tall, from the top of the first to the foot of
        the last, the rest beside it on the grid; None where it is no letter, or the text too short.
        """
        del index
        style, measure = self._style()
        grid, size = self._setter.layout.grid, _first_size(text.string)
        if not size:
            return None
        tall = (form.initial - 1) * grid.leading + style.size
        first = without(cut(text, 0, size), MarkKind.NOTE)
        large = self._setter.prepare(first, replace(style, size=tall), origin.source)
        width = content_width(large, 0, len(large.string))
        hang = float(math.ceil(width * tall / style.size + BESIDE_INITIAL - EPSILON))
        rest = _after_initial(text, size)
        prepared = self._setter.prepare(rest, style, origin.source, measure < 2 * HYPHENATE_BELOW)
        # the characters before it are of the same source
        removed = (*range(size), *(gone + size for gone in prepared.removed))
        prepared = replace(prepared, removed=removed, broken=[])
        rows = form.initial
        if measure - hang < LEAST_MEASURE * 6:
            return None
        lines = break_lines(prepared, lambda k: measure - hang if k < rows else measure)
        if len(lines) < rows:
            return None
        letter = InitialLetter(large, Broken(0, len(large.string), width, width, last=True), rows)
        return TextPiece(
            prepared, lines, origin, hang, align=style.align, whole=True, letter=letter
        )

    def rows_of_run(self, index: int) -> int:
        """How many paragraphs there are in the run that block `index` is of."""
        return len(self._run(index))

    def _style(self) -> tuple[Style, float]:
        """The style of running text, and how many em of it a column holds."""
        style = self._setter.style("body")
        return style, self._setter.layout.grid.column_width / style.size

    def _block(self, text: Text, origin: Origin, offset: float, turn: float = 0.0) -> TextPiece:
        """Lines that all begin so many em in, and are not spread; one that the column does not hold
        goes on `turn` em further in.
        """
        style, measure = self._style()
        offset = min(offset, max(0.0, measure - LEAST_MEASURE))
        prepared = self._setter.prepare(text, style, origin.source)
        room = measure - offset
        turn = min(turn, max(0.0, room - LEAST_MEASURE))
        lines = [
            shifted(line, start)
            for start, part in stretches(prepared)
            for line in break_lines(part, lambda k: room - turn if k else room)
        ]
        return TextPiece(
            prepared,
            lines,
            origin,
            offset,
            align=Align.LEFT,
            hang=offset,
            whole=True,
            turn=turn,
        )

    def _run(self, index: int) -> range:
        """The paragraphs of the form of block `index` around it, one below the other."""
        form, blocks = self._form(index), self._blocks
        first, end = index, index + 1
        while first and self._form(first - 1) == form:
            first -= 1
        while end < len(blocks) and self._form(end) == form:
            end += 1
        return range(first, end)

    def _form(self, index: int) -> ParagraphForm | None:
        block = self._blocks[index]
        return block.form if isinstance(block, Paragraph) else None

    def _of_run(self, index: int) -> tuple[float, float]:
        """The widest line of a run of paragraphs, and its last one, em; no wider than the
        column.
        """
        if index not in self._widest:
            run, most = self._run(index), self._style()[1]
            blocks = [self._blocks[k] for k in run]
            widths = [
                min(width, most)
                for block in blocks
                if isinstance(block, Paragraph)
                for width in self._widths(block.text)
            ]
            self._widest.update(dict.fromkeys(run, (max(widths), widths[-1])))
        return self._widest[index]

    def _widths(self, text: Text) -> list[float]:
        """How wide the lines of a text are that its editor ended, em."""
        plain = without(text, MarkKind.NOTE) if text.marks else text
        prepared = self._setter.prepare(plain, self._style()[0])
        return [content_width(part, 0, len(part.string)) for _, part in stretches(prepared)]


def _first_size(string: str) -> int:
    """How many characters a drop initial has: a letter with its marks; 0 where a text begins with
    none.
    """
    if not string or unicodedata.category(string[0])[0] not in "LN":
        return 0
    size = 1
    while size < len(string) and unicodedata.category(string[size])[0] == "M":
        size += 1
    return size if size < len(string) else 0


def _after_initial(text: Text, size: int) -> Text:
    """A text without its drop initial. The sign of a note on that begins the rest: it is as large
    as the others, and its note stands where the text does.
    """
    signs = (mark for mark in text.marks if mark.kind is MarkKind.NOTE and mark.end <= size)
    rest = cut(text, size, len(text.string))
    return Text(rest.string, (*(mark._replace(start=0, end=0) for mark in signs), *rest.marks))


def _value_start(prepared: Prepared, source: str) -> int:
    """Where the value begins among the characters set: behind the last blank of its source; 0
    where there is none.
    """
    at = leader_value(source)
    if not at:
        return 0
    size = len(prepared.string)
    return next((k for k in range(size) if prepared.source_offset(k) >= at), 0)


_Cut = Callable[[FormCutter, int, Text, Origin, ParagraphForm], TextPiece | None]

_PIECES: Mapping[FormKind, _Cut] = MappingProxyType(
    {
        FormKind.PLAIN: FormCutter.initial,
        FormKind.VERSE: FormCutter.verse,
        FormKind.SIGNATURE: FormCutter.signature,
        FormKind.NAMES: FormCutter.names,
        FormKind.LEADER: FormCutter.leader,
    }
)
"""How the forms are cut that are no items of lists."""
