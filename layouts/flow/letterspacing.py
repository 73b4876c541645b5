"""Lines letterspaced (字距): opened between their characters, marks over their base."""

from __future__ import annotations

from layouts.house.text_style import Align, Style
from layouts.page.item import GlyphRun
from layouts.text.classes import EXTENDING


def tracked(
    runs: tuple[GlyphRun, ...], letters: str, style: Style, align: Align
) -> tuple[GlyphRun, ...]:
    """Open a letterspaced line (字距): the space after the last letter does not count, so that the
    line is centred optically.

    `letters` are those of the line. Marks and selectors take no space: they stay over their base.
    """
    step = style.tracking * style.size
    extended = any(letter in EXTENDING for letter in letters)
    # what the line grows by: centred or flush right it begins so much further left
    extra = step * (stops(letters) - 1)
    shift = {Align.CENTER: -extra / 2, Align.RIGHT: -extra}.get(align, 0.0)
    out: list[GlyphRun] = []
    done = before = 0
    for run in runs:
        own = letters[done : done + len(run.text)]
        back = bool(own) and own[0] in EXTENDING  # a mark of the run before
        opened = run._replace(
            x=run.x + shift + (before - back) * step, tracking=run.tracking + step
        )
        out.append(_held(opened, own, step) if extended else opened)
        done += len(run.text)
        before += stops(own)
    return tuple(out)


def stops(letters: str) -> int:
    """How many characters of a line stand for themselves."""
    return sum(letter not in EXTENDING for letter in letters)


def _held(run: GlyphRun, letters: str, step: float) -> GlyphRun:
    """A letterspaced run whose marks stay over their base."""
    # the first character that each glyph shows
    firsts = run.clusters[:-1] if run.clusters else range(len(run.glyphs))
    moves = dict(run.kerns)
    for k, first in enumerate(firsts):
        if k and letters[first] in EXTENDING:
            moves[k] = moves.get(k, 0.0) - step
    return run._replace(kerns=tuple(sorted(moves.items())))
