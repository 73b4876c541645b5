"""Readings (注音) in brackets behind their words where the layout has them above: its lines are too
close for legible ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.house.text_style import Readings
from layouts.messages.preflight_pages import READING_IN_BRACKETS
from layouts.page.hit import ink_box
from layouts.page.page import Page
from layouts.preflight.codes import found


def without_room(layout: Layout) -> frozenset[str]:
    """The styles that are to have readings above their words and whose lines are too close."""
    return frozenset(
        name
        for name, style in layout.styles.items()
        if style.readings is Readings.ABOVE and not style.reading_size
    )


def readings_in_brackets(page: Page, roles: AbstractSet[str]) -> Iterator[Finding]:
    """The readings on a page that fell back to brackets: those of lines of such styles, each told
    where it begins.
    """
    for line in page.lines if roles else ():
        if line.role not in roles:
            continue
        for put in line.puts:
            reading = line.text[put.start : put.end]
            if put.note or put.over or not reading.startswith("（"):
                continue
            box = ink_box(line)
            yield found(
                "reading-in-brackets",
                "notice",
                *READING_IN_BRACKETS(words=put.of, reading=reading[1:-1]),
                reading,
                source=line.source,
                page=page.number,
                box=(box.left, box.top, box.right, box.bottom),
            )
