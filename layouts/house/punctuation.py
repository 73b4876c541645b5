"""Punctuation styles (标点样式): those every layout can choose from, and those a layout defines on
top of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from layouts.house.read import Fault
from layouts.house.text_style import MarkWidths, Prohibition, Punctuation
from layouts.messages.layout import AUTOSPACE_OUT_OF_ORDER, STYLE_BASED_ON_ITSELF, STYLE_NAME_TAKEN

CLREQ = Punctuation(
    name="clreq",
    prohibition=Prohibition.GB,
    widths=MarkWidths.FULL,
    pairs=True,
    stops=True,
    line_end=0.5,
    line_start=True,
    hang=False,
    autospace=0.125,
    autospace_min=0.125,
    autospace_max=0.25,
    squeeze=0.5,
    total_fit=True,
    units=True,
    connector=0.5,
)
"""Marks hug their text, half width at the line's edges: CLREQ 3.1.6 and GB/T 15834 5.1.10, whole
paragraphs weighed.

Between Han and Latin an eighth of an em, the gap of CSS Text 4's text-autospace, which grows to
CLREQ's quarter: newsletters are dense with dates.
"""

OFFICE = Punctuation(
    name="office",
    prohibition=Prohibition.BASIC,
    widths=MarkWidths.FULL,
    pairs=False,
    stops=False,
    line_end=1.0,
    line_start=False,
    hang=False,
    autospace=0.25,
    autospace_min=0.25,
    autospace_max=0.25,
    squeeze=0.5,
    total_fit=False,
    units=False,
    connector=0.75,
)
"""What Word and WPS do, and the print of 2023 shows: full width everywhere, greedy lines, marks
squeezed only to pull text in.

A squeezed mark keeps half an em. One of the print's lines, with names of streets joined by three
hyphens, ends where it does only if each hyphen is wider than half an em (GB/T 15834 5.1.8): it has
a quarter more.
"""

QUANJIAO = replace(CLREQ, name="quanjiao", line_end=1.0, line_start=False)
"""全角式: marks keep their em at the edges, neighbours share one and a half (typography.md 1.4)."""

KAIMING = replace(CLREQ, name="kaiming", widths=MarkWidths.SENTENCE_ENDS)
"""开明式: 。．？！ keep their em, all other marks have half (typography.md 1.4). Two neighbours
take one em, one and a half where one ends a sentence: the blank of 。” stands behind the ”.
"""

BANJIAO = replace(CLREQ, name="banjiao", widths=MarkWidths.HALF)
"""半角式: every mark has half an em and none to give (typography.md 1.4)."""

HANGMOBANJIAO = replace(CLREQ, name="hangmobanjiao", pairs=False, stops=False)
"""行末半角式: marks keep their em inside the line, both edges are flush (typography.md 1.4)."""

PRESETS: dict[str, Punctuation] = {
    style.name: style for style in (CLREQ, OFFICE, QUANJIAO, KAIMING, BANJIAO, HANGMOBANJIAO)
}


def read_punctuation(values: Mapping[str, Any]) -> Punctuation:
    """The style that [punctuation] chooses, out of the presets and its own, with what stands beside
    it there: level, gap, hanging.

    Every own style is checked, chosen or not.
    """
    own: Mapping[str, Mapping[str, Any]] = values["styles"]
    styles = PRESETS | {name: _own_style(name, own) for name in own}
    chosen = styles[values["style"]]
    if values["prohibition"]:
        chosen = replace(chosen, prohibition=values["prohibition"])
    if values["autospace"] is not None:
        chosen = _with_gap(chosen, values["autospace"])
    return chosen if values["hang"] is None else replace(chosen, hang=values["hang"])


def _with_gap(style: Punctuation, gap: float) -> Punctuation:
    """A style with another gap between Han and Latin: one that is fixed stays so, another goes as
    far as it did, and to the new one. Without a gap none opens.
    """
    fixed = style.autospace_min == style.autospace_max
    least = gap if fixed else min(gap, style.autospace_min)
    most = gap if fixed or not gap else max(gap, style.autospace_max)
    return replace(style, autospace=gap, autospace_min=least, autospace_max=most)


def _own_style(name: str, own: Mapping[str, Mapping[str, Any]]) -> Punctuation:
    """A style of the layout's own with everything it is based on, the nearest value winning."""
    if name in PRESETS:
        wording = STYLE_NAME_TAKEN()
        raise Fault(("punctuation", "styles", name), wording)
    chain = [name]
    while (base := own[chain[-1]]["based_on"]) not in PRESETS:
        if base in chain:
            raise Fault(("punctuation", "styles", chain[-1], "based_on"), STYLE_BASED_ON_ITSELF())
        chain.append(base)
    given = {
        key: value
        for link in reversed(chain)
        for key, value in own[link].items()
        if key != "based_on" and value is not None
    }
    style = replace(PRESETS[base], name=name, **given)
    if not style.autospace_min <= style.autospace <= style.autospace_max:
        raise Fault(("punctuation", "styles", name), AUTOSPACE_OUT_OF_ORDER())
    return style
