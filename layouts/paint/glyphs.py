"""Glyphs of a run as operators, and the text that they carry with them where ToUnicode does not
tell it (ISO 32000-1 14.9.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from layouts.page.item import SOFT_HYPHEN, GlyphRun, Line, Parted
from layouts.paint.codes import FontCodes
from layouts.paint.usage import GlyphSpan, spans
from layouts.pdf.syntax import number, text_string
from layouts.sound_text import printed

PLACES = 3
"""Decimals of positions (0.001 pt is 0.35 µm) and of kerns (thousandths of 1/1000 em).

Tracking adds up over a line and gets five.
"""


SPELLED_END = "EMC"
"""The operator that closes what `actual_text` opens."""


def actual_text(text: str) -> str:
    """The operator that opens what is read as `text`, whatever it shows."""
    return f"/Span<</ActualText{text_string(printed(text))}>>BDC"


def shown_glyphs(run: GlyphRun, codes: Mapping[int, str], start: int, end: int) -> str:
    """Glyphs [start, end) of a run with the kerns before each of them.

    A positive number in TJ moves the pen back.
    """
    parts: list[str] = []
    done = start
    for k, dx in run.kerns:
        if start <= k < end:
            if k > done:
                parts.append(f"({run.glyphs[done:k].translate(codes)})")
                done = k
            parts.append(number(-dx * 1000 / run.size, PLACES))
    return f"[{' '.join(parts)}({run.glyphs[done:end].translate(codes)})]TJ"


def spelled_out(
    run: GlyphRun, font: FontCodes, parts: Iterable[GlyphSpan], end: str = SPELLED_END
) -> str:
    """Neighbouring spans of a run in which ToUnicode does not give the right text for some glyphs:
    those carry theirs with them.
    """
    operators: list[str] = []
    for told, group in groupby(
        # each that ToUnicode does not tell is a group of its own, all others between two of them
        # are one
        parts,
        lambda span: span if not font.usage.tells(run, span) else None,
    ):
        some = list(group)
        shown = shown_glyphs(run, font.codes, some[0].start, some[-1].end)
        operators.append(f"{actual_text(told.text)}\n{shown}\n{end}" if told else shown)
    return "\n".join(operators)


# -- words parted by a hyphen ----------------------------------------------------------------------


class _RunPart(Struct, frozen=True):
    """A span of run `run` of a line; `text` is what it and its neighbours of the same text are read
    as, None for what it shows.
    """

    run: int
    span: GlyphSpan
    text: str | None


def parted_operators(
    line: Line, fonts: Mapping[str, FontCodes], end: str = SPELLED_END
) -> list[str]:
    """The operators that show each run of a line with parted words: a word's first part is read as
    all of it, the others as nothing.

    Readers join no two lines, and not all look through a soft hyphen: only so a search finds the
    word.
    """
    shown: list[list[str]] = [[] for _ in line.runs]
    for text, group in groupby(
        _pieces(line, line.parted or Parted(0, 0, "")), lambda piece: piece.text
    ):
        by_run = [
            (run, [piece.span for piece in pieces])
            for run, pieces in groupby(group, lambda piece: piece.run)
        ]
        # the span opens with its first run and closes with its last: operators of text may stand
        # between
        if text is not None:
            shown[by_run[0][0]].append(actual_text(text))
        for k, parts in by_run:
            run = line.runs[k]
            font = fonts[run.face]
            whole = shown_glyphs(run, font.codes, parts[0].start, parts[-1].end)
            shown[k].append(spelled_out(run, font, parts, end) if text is None else whole)
        if text is not None:
            shown[by_run[-1][0]].append(end)
    return ["\n".join(operators) for operators in shown]


def _pieces(line: Line, parted: Parted) -> Iterator[_RunPart]:
    """The spans of a line.

    The rest of a word goes with what follows it, for an ActualText without text is passed over
    (pdfium).
    """
    size = len(line.text)
    at, waiting = 0, list[_RunPart]()
    for k, run in enumerate(line.runs):
        for span in spans(run):
            # the rest of a word told above, and the hyphen of one whose middle takes the whole line
            if at < parted.told or (run.text == SOFT_HYPHEN and parted.told == size):
                waiting.append(_RunPart(k, span, " "))
            elif parted.word and at >= size - parted.letters:
                yield from waiting
                waiting = []
                yield _RunPart(k, span, parted.word)
            else:
                # what waits is read as what follows, if it is of the same run: else it is left a
                # space
                joined = bool(waiting) and waiting[-1].run == k
                yield from (
                    replace(piece, text=span.text) if joined else piece for piece in waiting
                )
                waiting = []
                yield _RunPart(k, span, span.text if joined else None)
            at += len(span.text)
    yield from waiting
