"""The room of marks (标点挤压): how much of one is blank, and what it gives away to its neighbours
and at the ends of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fonts.face import Face
from layouts.house.text_style import Align, MarkWidths, Punctuation
from layouts.patterns import later
from layouts.text import classes as c
from layouts.text.classes import classify, is_selector
from layouts.text.scripts import STAND_IN
from layouts.text.shape import Shaping
from layouts.text.sorts import sort_of
from layouts.text.spacing import HalfTrim, halves, trims
from layouts.text.units import label_end

if TYPE_CHECKING:
    from layouts.text.prepare import Prepared

BRACKETS, PAUSES, GAPS, STOPS = 1, 2, 3, 4
"""Steps of line reduction (CLREQ 3.2.3), smaller first: brackets, pauses, Han–Latin gaps, stops;
word spaces are kept.
"""

_STEPS = {c.OPEN: BRACKETS, c.CLOSE: BRACKETS, c.PAUSE: PAUSES, c.STOP: STOPS, c.EXCLAIM: STOPS}
_MARKS = re.compile("[OCTEPS]")
_PARTNERS = dict(zip(c.OPENING + c.CLOSING, c.CLOSING + c.OPENING, strict=True))
"""The other mark of each pair."""


class BlankTable(dict[str, float]):
    """How much of a full-width mark is blank on the side it is squeezed from, em, at most a half:
    no squeeze may run ink into ink.

    Both marks of a pair have the same, so that they give alike. Where a text mixes faces it is the
    least of theirs. FangSong's 《 and Kai's ？ reach a hair over the middle of their em. A mark
    with a selector has none where that moves its ink.
    """

    def __init__(self, faces: Sequence[Face]) -> None:
        super().__init__()
        self._faces = faces

    def __missing__(self, mark: str) -> float:
        # a mark with its selector
        if len(mark) > 1:
            self[mark] = 0.0 if self._moves(mark[0], mark[1]) else self[mark[0]]
            return self[mark]
        blank = self._blank(mark)
        if mark in _PARTNERS:
            other = _PARTNERS[mark]
            blank = self[other] = min(blank, self._blank(other))
        self[mark] = blank
        return blank

    def _moves(self, mark: str, selector: str) -> bool:
        """Whether a selector moves the ink within the em (Unicode 16, StandardizedVariants), and a
        face has that glyph.
        """
        return any(
            face.variant(mark, selector) not in (0, face.glyph(mark)) for face in self._faces
        )

    def _blank(self, mark: str) -> float:
        free = [0.5]
        opens = classify(mark) in (c.OPEN, c.OPEN_QUOTE)
        for face in self._faces:
            if face.is_foreign:
                free += _free(face, mark, opens=opens)
            elif glyph := face.glyph(mark):
                ink = face.ink(glyph)
                free.append(ink.left if opens else face.advance(glyph) - ink.right)
        return max(0.0, min(free))


def _free(face: Face, mark: str, *, opens: bool) -> list[float]:
    """The blank of a mark in a face of others, as it is fitted to the grid."""
    sort = sort_of(face, mark)
    if not sort.glyph:
        return []
    ink = face.ink(sort.glyph)
    return [sort.shift + ink.left if opens else sort.width - sort.shift - ink.right]


_SQUEEZED = 0.6
"""A mark narrower than this (em) has given its half away already."""


def _with_selector(string: str, letters: str, k: int) -> str:
    """Mark k, with the selector behind it if it has one."""
    return string[
        k : k + 1 + (letters[k + 1 : k + 2] == c.VARIATION and is_selector(string[k + 1]))
    ]


def squeeze_marks(
    shaping: Shaping, string: str, letters: str, rule: Punctuation, blanks: BlankTable
) -> None:
    """Take away the blank halves of marks that have half an em by nature, and those between
    neighbours.
    """
    if rule.widths is not MarkWidths.FULL:
        _trim(shaping, string, letters, halves(letters, rule.widths, rule.pairs), blanks)
    if rule.pairs:
        _trim(shaping, string, letters, trims(letters, rule.stops), blanks)


def _trim(
    shaping: Shaping, string: str, letters: str, found: Iterable[HalfTrim], blanks: BlankTable
) -> None:
    for index, left in found:
        width = shaping.widths[index]
        if width < _SQUEEZED:
            continue
        blank = blanks[_with_selector(string, letters, index)]
        # who changed the width before has noted the glyph's own
        shaping.naturals.setdefault(index, width)
        shaping.widths[index] = width - blank
        if left:
            # the ink moves left into the half that went
            shaping.shifts[index] = shaping.shifts.get(index, 0.0) - blank


def tuck_in(shaping: Shaping, string: str, told: str, letters: str, blanks: BlankTable) -> None:
    """Let a sign above the line stand where the mark before it is blank, not half an em behind
    it.
    """
    if told is string:
        return
    for match in _BEFORE_SIGN.finditer(letters):
        k = match.start()
        width = shaping.widths[k]
        # not a ¹ that was typed, which is set as any sign
        if told[k + 1] == STAND_IN != string[k + 1] and width >= _SQUEEZED:
            shaping.naturals.setdefault(k, width)
            shaping.widths[k] = width - blanks[string[k]]


_BEFORE_SIGN = re.compile(f"[{c.CLOSE}{c.STOP}{c.PAUSE}](?={c.LATIN_SIGN})")


def note_marks_of(prepared: Prepared, widths: list[float], blanks: BlankTable) -> None:
    """Note what marks and spaces give away: at the ends of a line (GB/T 15834 5.1.10), at its start
    (CLREQ 3.1.6.1), inside it.
    """
    rule, letters, string = prepared.punctuation, prepared.letters, prepared.string
    style = prepared.style
    hangs = rule.hang and style.hang and style.align is Align.JUSTIFY
    # a mark keeps `line_end`, and half an em whatever a layout says
    most_at_end = 0.5 if hangs else 1.0 - max(0.5, rule.line_end)
    end_trims, sums = prepared.end_trims, prepared.mark_sums
    # what an opening mark gave a neighbour it has again where it starts a line and keeps its em
    gave = rule.pairs and not rule.line_start and rule.widths is MarkWidths.FULL
    extended = c.VARIATION in letters or c.CONTROL in letters
    # 一、 二、 三、 stand under each other: their marks are alike in every line
    label = label_end(string) if rule.total_fit else 0
    total = 0.0
    for match in _MARKS.finditer(letters):
        k = match.start()
        width = widths[k]
        letter = letters[k]
        end = c.end_of(letters, k) if extended else k + 1
        if letter == c.SPACE:
            # with the spaces before it, and with what the mark before those gives away
            end_trims[end] = width + end_trims.get(k, 0.0)
        elif width > _SQUEEZED and (
            blank := blanks[_with_selector(string, letters, k) if extended else string[k]]
        ):
            if letter == c.OPEN:
                if rule.line_start:
                    prepared.start_trims[k] = blank
            elif most_at_end:
                end_trims[end] = min(blank, most_at_end)
            if k >= label:
                prepared.marks.append((k, _STEPS[letter], blank))
                total += min(rule.squeeze, blank)
                sums.append(total)
        elif letter == c.OPEN and gave:
            # to a mark that stands on the line above
            prepared.start_trims[k] = width - 1.0
    if hangs:
        _hang(prepared, widths, blanks)


_HANGING = later("(?<=[^OCTEPMDAIKZ])[TEP](?![CTEPMDAI])")
"""A pause or stop that hangs where it ends a line: alone, not in a run of marks (CLREQ)."""


def _hang(prepared: Prepared, widths: list[float], blanks: BlankTable) -> None:
    """Note which marks hang: all of their width falls away at the end of a line, where they stand
    outside it. One whose ink stands in the middle of its em does not: there is room for half an em.
    """
    letters = prepared.letters
    plain, kept = c.seen_through(letters)
    for match in _HANGING().finditer(plain):
        k = kept[match.start()]
        if not blanks[_with_selector(prepared.string, letters, k)]:
            continue
        end = c.end_of(letters, k)
        prepared.end_trims[end] = sum(widths[k:end])
        prepared.hung[end] = k
