"""A paragraph made ready for breaking: every width, gap, trim and break opportunity, in em,
measured once.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from fonts.catalogue import Catalogue
from fonts.roles import BETWEEN, names_of
from layouts.house.text_style import Punctuation, Style
from layouts.issue.lead import RUN_IN
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.item import Put
from layouts.text import classes as c
from layouts.text.connectors import connect, widen_connectors
from layouts.text.dissolved import set_marks, set_puts
from layouts.text.mark_room import BlankTable, note_marks_of, squeeze_marks, tuck_in
from layouts.text.opportunities import LONG_WORD, add_hyphens, break_map
from layouts.text.rigid import rigid_boundaries
from layouts.text.scripts import FEATURES, STAND_IN, shape_script
from layouts.text.shape import TYPED_SPACE, Item, Shaping, Typecase, item_at
from layouts.text.spacing import dissolve, gaps, resolve_dashes, resolve_quotes
from layouts.text.treatment import Treatment, on_whole_characters, printed, treated

if TYPE_CHECKING:
    from layouts.text.line_room import BrokenIn
    from layouts.text.readings import StandingReading

WIDEST_GAP = 0.08
"""No line of a weighed paragraph is spread wider than this (em a gap): it is left short. A gap of
0.05 em begins to look loose (typography.md §1.7).
"""

WIDEST_UNWEIGHED = 0.25
"""The same where lines are filled first come, first served, as office programs do: from there on a
gap is an error (typography.md §1.7).
"""

HYPHEN_WIDTH = 0.333
"""Room for the hyphen that a broken word ends with, em."""

_LATIN = frozenset(c.LATIN)
_ANY_SPACE = re.compile("[SB]")


class Prepared(Struct):
    """A paragraph ready to be broken. All lengths are em of its style.

    `string` are the characters set (typed spaces dissolved; `removed` says which), `letters` their
    resolved classes, `glyphs` one each. `places[i]` is where character i would start if the
    paragraph were one line, gaps and pair squeezes included. `gaps` are the indexes with an
    autospace gap after them. `breaks` is the break map. `rigid` are boundaries (index of the
    character after them) that never stretch. `end_trims[j]` is what falls away where a line ends
    before j, `start_trims[i]` where it starts with the opening mark i; `hung[j]` is the mark that
    hangs out of the line there. `marks` lists what can
    shrink: (index, step, blank half); `mark_sums[n]` is what the first n marks can give together.
    `kerns` are the pen moves before glyphs that do not stand where the advance of the one before
    leaves the pen; `shifts` move a glyph's origin inside its width. `hyphens` are the glyphs, by
    face, that a hyphenated word ends with. `puts` are the characters that the source does not have
    (readings, signs of notes); `drawn` are the marks under which something is drawn, `links` those
    that lead somewhere, by set characters; `readings` stand above words. No gap of a line opens
    wider than `widest`. `broken` is how it was broken last (`breaking`).
    """

    string: str
    letters: str
    glyphs: str
    items: list[Item]
    places: array[float]
    gaps: list[int]
    breaks: bytearray
    rigid: list[int]
    end_trims: dict[int, float]
    start_trims: dict[int, float]
    marks: list[tuple[int, int, float]]
    mark_sums: list[float]
    kerns: list[tuple[int, float]]
    shifts: dict[int, float]
    removed: tuple[int, ...]
    missing: list[int]
    punctuation: Punctuation
    style: Style
    hyphens: dict[str, str] = {}
    puts: tuple[Put, ...] = ()
    drawn: tuple[Mark, ...] = ()
    links: tuple[Mark, ...] = ()
    readings: tuple[StandingReading, ...] = ()
    widest: float = WIDEST_GAP
    hung: dict[int, int] = {}
    broken: list[BrokenIn] = []

    def source_offset(self, index: int) -> int:
        """The offset in the source text of character `index` of the set string; what was put in
        stands where its words end.
        """
        offset = index
        for put in self.puts:
            if put.start >= index:
                break
            offset -= min(index, put.end) - put.start
        for gone in self.removed:
            if gone > offset:
                break
            offset += 1
        return offset

    def source_range(self, start: int, end: int) -> tuple[int, tuple[int, ...]]:
        """The source offset of character `start` of the set string, and those of the dissolved
        spaces from there up to `end`.
        """
        first, last = self.source_offset(start), self.source_offset(end)
        return first, tuple(gone for gone in self.removed if first < gone < last)


def _free_ends(prepared: Prepared) -> None:
    """What keeps two readings apart falls away where a line ends between them."""
    for reading in prepared.readings:
        if reading.after:
            prepared.end_trims.setdefault(reading.end, reading.after)


def face_marks(text: Text) -> tuple[Mark, ...]:
    """The marks that have characters set from another face; they never overlap."""
    return text.marks if only_faces(text) else treated(text, Treatment.FACE)


def only_faces(text: Text) -> bool:
    """Whether a text has no other marks, as nearly all texts: the kinds of others are asked for one
    by one.
    """
    return not text.marks or all(
        kind is MarkKind.BOLD or kind is MarkKind.KAI for _, _, kind, _ in text.marks
    )


class Typesetter:
    """Prepares text.

    Holds the catalogue and what was learnt of its faces, so that nothing is shaped twice; otherwise
    stateless.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._cases: dict[tuple[str, str], Typecase] = {}
        self._blanks: dict[tuple[str, ...], BlankTable] = {}

    def prepare(
        self, text: Text, style: Style, punctuation: Punctuation, hyphenate: bool = False
    ) -> Prepared:
        """Measure a text in a style under a punctuation style.

        `hyphenate` lets long Latin words break, for narrow measures.
        """
        puts: tuple[Put, ...] = ()
        text = on_whole_characters(text)
        more = bool(text.marks) and not only_faces(text)
        if more:
            text, puts = printed(text, above=style.reading_size > 0.0)
        # before typed spaces go: they do beside a quote only where it is full width
        letters = resolve_quotes(text.string.translate(c.CLASSES))
        string, letters, removed, typed_gaps = dissolve(text.string, letters)
        if "-" in string:
            letters = connect(string, letters)
        if c.DASH in letters:
            letters = resolve_dashes(string, letters)
        shaping = self._shape(string, letters, text, style, removed)
        told = string
        if more and (scripts := treated(text, Treatment.SCRIPT)):
            # after shaping, which sets them as what they are
            told, letters = _stood_in(string, letters, set_marks(scripts, removed))
        breaks = break_map(told, letters, punctuation.prohibition, punctuation.units)
        widths = shaping.widths
        if c.SPACE in letters or c.GLUE in letters:
            self._set_spaces(shaping, letters)
        if c.CONNECT in letters and punctuation.connector != 0.5:
            widen_connectors(shaping, string, letters, punctuation.connector)
        blanks = self._blank_table(text, style)
        squeeze_marks(shaping, string, letters, punctuation, blanks)
        if punctuation.pairs:
            tuck_in(shaping, string, told, letters, blanks)
        spaced = gaps(letters, typed_gaps) if punctuation.autospace else []
        above = self._above(text, style, punctuation, removed, letters, shaping, breaks)
        prepared = Prepared(
            string, letters, shaping.glyphs, shaping.items, array("d"),
            spaced, breaks, rigid_boundaries(told, letters), {}, {}, [], [0.0],
            _kerns(shaping), shaping.shifts, removed, shaping.missing, punctuation, style,
            readings=above,
            widest=WIDEST_GAP if punctuation.total_fit else WIDEST_UNWEIGHED,
        )  # fmt: skip
        note_marks_of(prepared, widths, blanks)
        if hyphenate and LONG_WORD.search(told):
            for k in add_hyphens(told, breaks):
                # nothing falls away there, the hyphen is added
                prepared.end_trims[k] = -HYPHEN_WIDTH
            prepared.hyphens = {
                item.face: chr(self.catalogue.face(item.face).glyph("-")) for item in prepared.items
            }
        for k in prepared.gaps:
            # the gap is the character's before it, so that it falls away where the line ends behind
            # that
            widths[k] += punctuation.autospace
            prepared.end_trims[k + 1] = punctuation.autospace
        prepared.places = array("d", accumulate(widths, initial=0.0))
        if more:
            prepared.drawn = set_marks(treated(text, Treatment.DRAWN), removed)
            prepared.links = set_marks(treated(text, Treatment.LINK), removed)
            prepared.puts, prepared.removed = set_puts(puts, removed)
            _free_ends(prepared)
        return prepared

    def _above(
        self,
        text: Text,
        style: Style,
        punctuation: Punctuation,
        removed: tuple[int, ...],
        letters: str,
        shaping: Shaping,
        breaks: bytearray,
    ) -> tuple[StandingReading, ...]:
        """The readings that stand above the words, which make room for them."""
        if not text.marks or only_faces(text) or not style.reading_size:
            return ()
        marks = set_marks(treated(text, Treatment.READING), removed)
        if not marks:
            return ()
        # loaded with the first reading: most issues have none
        from layouts.text.readings import stand_readings

        return stand_readings(
            marks,
            style,
            letters,
            shaping,
            breaks,
            lambda words, small: self.prepare(words, small, punctuation),
        )

    def learn(self, text: str, style: Style) -> None:
        """Meet all Hanzi of a long text at once in the faces of a style."""
        # sorted: a set of strings has another order in each run
        hanzi = "".join(char for char in sorted(set(text)) if "\u4e00" <= char <= "\u9fff")
        self.case(style.face, style.latin).learn(hanzi)

    def case(self, face: str, latin: str) -> Typecase:
        """The typecase of a pair of faces."""
        case = self._cases.get((face, latin))
        if case is None:
            case = self._cases[face, latin] = Typecase(self.catalogue, face, latin)
        return case

    def _shape(
        self, string: str, letters: str, text: Text, style: Style, removed: tuple[int, ...]
    ) -> Shaping:
        shaping = self._as_marked(string, letters, text, style, removed)
        if string.startswith(RUN_IN):
            from layouts.text.run_in import smaller_sign

            smaller_sign(shaping)
        return shaping

    def _as_marked(
        self, string: str, letters: str, text: Text, style: Style, removed: tuple[int, ...]
    ) -> Shaping:
        plain = self.case(style.face, style.latin)
        if not text.marks:
            return plain.shape(string, letters)
        whole = Shaping("", [], [])
        done = 0
        for first, last, kinds in _stretches(text, letters, removed):
            _append(whole, plain.shape(string[done:first], letters[done:first]), done)
            case = self._case_of(kinds, style)
            part, told = string[first:last], letters[first:last]
            script = next((kind for kind in kinds if kind in FEATURES), None)
            _append(
                whole,
                case.shape(part, told)
                if script is None
                else shape_script(case, part, told, script),
                first,
            )
            done = last
        _append(whole, plain.shape(string[done:], letters[done:]), done)
        return whole

    def _case_of(self, kinds: Sequence[MarkKind], style: Style) -> Typecase:
        """The typecase for characters that carry some kinds of marks."""
        if MarkKind.BOLD in kinds:
            return self.case(style.bold, style.bold_latin)
        return self.case(style.kai if MarkKind.KAI in kinds else style.face, style.latin)

    def _set_spaces(self, shaping: Shaping, letters: str) -> None:
        """Give typed spaces between Hanzi their width, and every space a pen move of its own, since
        faces differ in theirs.
        """
        for match in _ANY_SPACE.finditer(letters):
            k = match.start()
            face = self.catalogue.face(item_at(shaping.items, k).face)
            shaping.naturals[k] = face.advance(ord(shaping.glyphs[k]))
            if c.letter_before(letters, k) not in _LATIN and letters[k + 1 : k + 2] not in _LATIN:
                shaping.widths[k] = TYPED_SPACE

    def _blank_table(self, text: Text, style: Style) -> BlankTable:
        """The table for the faces that a text may be set from."""
        faces = (style.face, style.bold, style.kai) if face_marks(text) else (style.face,)
        table = self._blanks.get(faces)
        if table is None:
            # a face of others leaves the marks that it has only for Latin or for Taiwan to ours
            lending = [names_of(face)[-1] for face in faces if BETWEEN in face]
            table = self._blanks[faces] = BlankTable(
                [self.catalogue.face(face) for face in (*faces, *lending)]
            )
        return table


def _stretches(
    text: Text, letters: str, removed: tuple[int, ...]
) -> Iterator[tuple[int, int, Sequence[MarkKind]]]:
    """Set characters that come from another face or are small, and the kinds of marks that make
    them so; part of a word that has a reading is drawn without ligatures with the rest.
    """
    if only_faces(text):
        for start, end, kind, _ in text.marks:
            yield start - bisect_left(removed, start), end - bisect_left(removed, end), (kind,)
        return
    marks = set_marks((*treated(text, Treatment.FACE), *treated(text, Treatment.SCRIPT)), removed)
    read = [
        mark
        for mark in set_marks(treated(text, Treatment.READING), removed)
        if any(letters[edge - 1 : edge + 1] == c.LETTER * 2 for edge in mark[:2] if edge)
    ]
    # bold and raised may overlap: cut at every edge, each stretch carries its marks whole
    for first, last in pairwise(sorted({edge for mark in (*marks, *read) for edge in mark[:2]})):
        kinds = [mark.kind for mark in marks if mark.start <= first < mark.end]
        if kinds or any(mark.start <= first < mark.end for mark in read):
            yield first, last, kinds


def _stood_in(string: str, letters: str, scripts: tuple[Mark, ...]) -> tuple[str, str]:
    """What break rules are told of a text: raised and lowered characters are signs of the word they
    stand on, whatever they are.
    """
    told, kinds = [*string], [*letters]
    for mark in scripts:
        for k in range(mark.start, mark.end):
            # a line that the editor ended is found by this class
            if kinds[k] != c.NEWLINE:
                told[k], kinds[k] = STAND_IN, c.LATIN_SIGN
    return "".join(told), "".join(kinds)


def _kerns(shaping: Shaping) -> list[tuple[int, float]]:
    """Pen moves (index, em) before the glyphs that follow an odd advance or are themselves
    shifted.
    """
    naturals, shifts, widths = shaping.naturals, shaping.shifts, shaping.widths
    if not naturals and not shifts:
        return []
    odd = {*naturals, *shifts, *(k + 1 for k in naturals), *(k + 1 for k in shifts)}
    odd.discard(0)
    odd.discard(len(widths))
    found: list[tuple[int, float]] = []
    for k in sorted(odd):
        # from where the glyph before leaves the pen to where this one has its origin
        move = (
            shifts.get(k, 0.0)
            - shifts.get(k - 1, 0.0)
            + widths[k - 1]
            - naturals.get(k - 1, widths[k - 1])
        )
        if move:
            found.append((k, move))
    return found


def _append(whole: Shaping, part: Shaping, offset: int) -> None:
    whole.glyphs += part.glyphs
    whole.widths += part.widths
    whole.items += [
        Item(item.start + offset, item.end + offset, item.face, item.rise, item.scale, item.lost)
        for item in part.items
    ]
    whole.naturals.update((k + offset, natural) for k, natural in part.naturals.items())
    whole.shifts.update((k + offset, shift) for k, shift in part.shifts.items())
    whole.missing += [k + offset for k in part.missing]
