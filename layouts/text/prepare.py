"""A paragraph made ready for breaking: every width, gap, trim and break opportunity, in em, measured once."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from fonts.catalogue import Catalogue
from layouts.house.layout import Punctuation, Style
from layouts.issue.text import Emphasis, Text
from layouts.text import classes as c
from layouts.text.opportunities import break_map
from layouts.text.shape import Item, Shaping, Typecase
from layouts.text.spacing import dissolve, gaps, resolve_quotes, trims

BRACKETS, PAUSES, STOPS, GAPS, SPACES = 1, 2, 4, 3, 0
"""Steps of line reduction (CLREQ 3.2.3), smaller first: word spaces, brackets, pauses, Han–Latin gaps, stops."""

_HYPHEN_BETWEEN_HAN = re.compile("(?<=[一-鿿）])-(?=[一-鿿（])")
_RIGID = re.compile("[LNWRQV](?=[LNWRQXV])|[AI](?=[AI])|[KX]|.(?=[KXVGS])|E(?=E)")
_LINE_ENDS = re.compile("[CTEPS]")
_SQUEEZABLE = re.compile("[OCTEP]")
_SLOTS = {c.OPEN: BRACKETS, c.CLOSE: BRACKETS, c.PAUSE: PAUSES, c.STOP: STOPS, c.EXCLAIM: STOPS}


@dataclass(slots=True)
class Prepared:
    """A paragraph ready to be broken. All lengths are em of its style.

    `string` are the characters set (typed spaces dissolved; `removed` says which), `letters` their resolved classes, `glyphs` one per character.
    `places[i]` is where character i would start if the paragraph were one line, gaps and pair squeezes included; `widths[i]` is the character's
    own part of that. `gaps` are the indexes with an autospace gap after them. `breaks` is the break map. `rigid` are boundaries (index of the
    character after them) that never stretch. `slack` lists the marks that can shrink: (index, step, blank half).
    Sums that make the width of any line a subtraction: `end_trims[j]` is what falls away where a line ends before j, `start_trims` where it
    starts with an opening mark, `stretches[i]` counts the boundaries up to i that may open, `slacks[i]` sums what marks before i can give.
    `kerns` are the pen moves before glyphs that do not stand where the advance of the one before leaves the pen; `shifts` move a glyph's
    origin inside its width.
    """

    string: str
    letters: str
    glyphs: str
    items: list[Item]
    widths: list[float]
    places: list[float]
    gaps: list[int]
    breaks: bytearray
    rigid: list[int]
    slack: list[tuple[int, int, float]]
    end_trims: list[float]
    start_trims: dict[int, float]
    stretches: list[int]
    slacks: list[float]
    kerns: list[tuple[int, float]]
    shifts: dict[int, float]
    removed: tuple[int, ...]
    missing: list[int]
    punctuation: Punctuation
    style: Style

    def source_offset(self, index: int) -> int:
        """The offset in the source text of character `index` of the set string."""
        offset = index
        for gone in self.removed:
            if gone > offset:
                break
            offset += 1
        return offset


class Typesetter:
    """Prepares text. Holds the catalogue and what was learnt of its faces, so that nothing is shaped twice; otherwise stateless."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._classes = c.ClassTable()
        self._cases: dict[tuple[str, str], Typecase] = {}
        self._free: dict[tuple[str, str], tuple[float, float]] = {}

    def prepare(self, text: Text, style: Style, punctuation: Punctuation) -> Prepared:
        """Measure a text in a style under a punctuation style."""
        source, stretches = text
        string, letters, removed = dissolve(source, source.translate(self._classes))
        letters = resolve_quotes(letters)
        if "-" in string:
            letters = _connect(string, letters)
        shaping = self._shape(string, letters, text, style, removed)
        breaks = break_map(string, letters, punctuation.prohibition, punctuation.units)
        widths = shaping.widths
        if c.CONNECT in letters and punctuation.connector != 0.5:
            _widen_connectors(shaping, string, letters, punctuation.connector)
        if punctuation.pairs:
            self._trim_pairs(shaping, string, letters, punctuation)
        gap_after = gaps(letters) if punctuation.autospace else []
        steps = widths
        if gap_after:
            steps = widths.copy()
            for k in gap_after:
                steps[k] += punctuation.autospace
        size = len(string)
        slack: list[tuple[int, int, float]] = []
        start_trims: dict[int, float] = {}
        gives = [0.0] * size
        most = punctuation.squeeze
        for match in _SQUEEZABLE.finditer(letters):
            k = match.start()
            blank = widths[k] - 0.5
            if blank > 0:
                letter = letters[k]
                slack.append((k, _SLOTS[letter], blank))
                gives[k] = blank if blank < most else most
                if letter == c.OPEN and punctuation.line_start:
                    start_trims[k] = blank
        rigid = [match.end() for match in _RIGID.finditer(letters)]
        opens = [1] * (size + 1)
        opens[0] = 0
        for k in rigid:
            opens[k] = 0
        return Prepared(
            string, letters, shaping.glyphs, shaping.items, widths, list(accumulate(steps, initial=0.0)), gap_after, breaks, rigid, slack,
            _end_trims(letters, widths, gap_after, punctuation), start_trims, list(accumulate(opens)), list(accumulate(gives, initial=0.0)),
            _kerns(shaping), shaping.shifts, removed, shaping.missing, punctuation, style,
        )  # fmt: skip

    def case(self, face: str, latin: str) -> Typecase:
        """The typecase of a pair of faces."""
        case = self._cases.get((face, latin))
        if case is None:
            case = self._cases[face, latin] = Typecase(self.catalogue, face, latin)
        return case

    def _shape(self, string: str, letters: str, text: Text, style: Style, removed: tuple[int, ...]) -> Shaping:
        plain = self.case(style.face, style.latin)
        if not text.stretches:
            return plain.shape(string, letters)
        whole = Shaping("", [], [])
        done = 0
        for start, end, emphasis in text.stretches:
            first = start - bisect_left(removed, start)
            last = end - bisect_left(removed, end)
            _append(whole, plain.shape(string[done:first], letters[done:first]), done)
            faces = (style.bold, style.bold_latin) if emphasis is Emphasis.BOLD else (style.kai, style.latin)
            _append(whole, self.case(*faces).shape(string[first:last], letters[first:last]), first)
            done = last
        _append(whole, plain.shape(string[done:], letters[done:]), done)
        return whole

    def _trim_pairs(self, shaping: Shaping, string: str, letters: str, punctuation: Punctuation) -> None:
        for index, left in trims(letters, punctuation.stops):
            width = shaping.widths[index]
            if width <= 0.5:
                continue
            shaping.naturals.setdefault(index, width)
            shaping.widths[index] = 0.5
            if left:
                shaping.shifts[index] = shaping.shifts.get(index, 0.0) - (width - 0.5)


def _end_trims(letters: str, widths: list[float], gap_after: list[int], punctuation: Punctuation) -> list[float]:
    """What falls away where a line ends before index j: a gap, a space, the empty half of a mark (GB/T 15834 5.1.10)."""
    trims = [0.0] * (len(letters) + 1)
    for k in gap_after:
        trims[k + 1] = punctuation.autospace
    keeps = max(0.5, punctuation.line_end)
    for match in _LINE_ENDS.finditer(letters):
        k = match.start()
        if letters[k] == c.SPACE:
            trims[k + 1] = widths[k] + trims[k]
        elif widths[k] > keeps:
            trims[k + 1] = widths[k] - keeps
    return trims


def _kerns(shaping: Shaping) -> list[tuple[int, float]]:
    """Pen moves (index, em) before the glyphs that follow an odd advance or are themselves shifted."""
    naturals, shifts, widths = shaping.naturals, shaping.shifts, shaping.widths
    if not naturals and not shifts:
        return []
    odd = {*naturals, *shifts, *(k + 1 for k in naturals), *(k + 1 for k in shifts)}
    odd.discard(0)
    odd.discard(len(widths))
    found: list[tuple[int, float]] = []
    for k in sorted(odd):
        move = shifts.get(k, 0.0) - shifts.get(k - 1, 0.0) + widths[k - 1] - naturals.get(k - 1, widths[k - 1])
        if move:
            found.append((k, move))
    return found


def _connect(string: str, letters: str) -> str:
    """A hyphen between Hanzi is a connector, set from the Chinese face (GB/T 15834 4.13)."""
    out = letters
    for match in _HYPHEN_BETWEEN_HAN.finditer(string):
        out = out[: match.start()] + c.CONNECT + out[match.end() :]
    return out


def _widen_connectors(shaping: Shaping, string: str, letters: str, width: float) -> None:
    """Give hyphens between Hanzi another width, their ink in its middle."""
    for match in re.finditer("K", letters):
        k = match.start()
        if string[k] == "-":
            shaping.naturals.setdefault(k, shaping.widths[k])
            shaping.shifts[k] = shaping.shifts.get(k, 0.0) + (width - shaping.widths[k]) / 2
            shaping.widths[k] = width


def _append(whole: Shaping, part: Shaping, offset: int) -> None:
    whole.glyphs += part.glyphs
    whole.widths += part.widths
    whole.items += [Item(item.start + offset, item.end + offset, item.face) for item in part.items]
    whole.naturals.update((k + offset, natural) for k, natural in part.naturals.items())
    whole.shifts.update((k + offset, shift) for k, shift in part.shifts.items())
    whole.missing += [k + offset for k in part.missing]
