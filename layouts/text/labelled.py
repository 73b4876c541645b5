"""The label of an item measured together with its words: it is never parted from them, never
spread, and as wide as the list has it.
"""

from __future__ import annotations

from itertools import accumulate

from msgspec.structs import replace

from layouts.page.item import Put
from layouts.text.opportunities import FORBIDDEN
from layouts.text.prepare import Prepared
from layouts.text.widened import widened


def with_label(prepared: Prepared, size: int, width: float) -> Prepared:
    """A text whose first `size` characters are a label that its source does not have, set `width`
    em wide, but no narrower than it is. An opening mark behind it keeps no blank half.
    """
    blank = max(0.0, prepared.start_trims.get(size, 0.0))
    wider = max(0.0, width - label_width(prepared, size) - blank)
    prepared = widened(prepared, {size: wider} if wider else {})
    breaks = bytearray(prepared.breaks)
    # an item without words ends with its label
    for k in range(1, min(size + 1, len(prepared.string))):
        breaks[k] = FORBIDDEN
    marks = [mark for mark in prepared.marks if mark[0] >= size]
    most = prepared.punctuation.squeeze
    return replace(
        prepared,
        gaps=[k for k in prepared.gaps if k >= size],
        breaks=breaks,
        rigid=sorted({*prepared.rigid, *range(1, size + 1)}),
        marks=marks,
        mark_sums=[*accumulate((min(most, blank) for _, _, blank in marks), initial=0.0)],
        end_trims={k: trim for k, trim in prepared.end_trims.items() if k > size},
        removed=tuple(gone - size for gone in prepared.removed),
        puts=(Put(0, size), *prepared.puts),
    )


def label_width(prepared: Prepared, size: int) -> float:
    """How wide the first `size` characters are at the start of a line, em."""
    return prepared.places[size] - prepared.start_trims.get(0, 0.0)
