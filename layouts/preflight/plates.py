"""How many inks a colour is printed with, as the painter would print it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from layouts.errors import ExportError
from layouts.imaging.raster import UnfitError
from layouts.page.item import Ink
from layouts.prepress.inks import Convert, Parts, PrintInks
from layouts.prepress.intents import destination
from layouts.prepress.preset import Preset

CountInks = Callable[[Ink], int]

_GENERAL = Preset(name="", zh="", en="", colour="cmyk")
"""Print in general, where no preset is given: four inks on coated paper."""


def ink_counter(preset: Preset | None) -> CountInks:
    """Counts the inks that a colour takes with a preset.

    On a screen and in black alone every colour is one.

    Colours of which the layout does not say what to print them with go through the preset's
    profile, which is read for the first of them. Where it cannot be used they count as one: an
    export says so before anything else.
    """
    chosen = preset or _GENERAL
    if chosen.colour != "cmyk":
        return lambda ink: 1  # noqa: ARG005, none matters
    separation = cache(partial(_separation, chosen))

    def convert(rgb: tuple[float, float, float]) -> Parts:
        return separation()(rgb)

    inks = PrintInks(convert, chosen.spot_name if chosen.red == "spot" else "")
    return lambda ink: 1 if inks.is_spot(ink) else sum(part > 0 for part in inks.parts(ink))


def _separation(preset: Preset) -> Convert:
    from layouts.imaging.colour import Separation  # LittleCMS, which few layouts need

    try:
        return Separation(destination(preset)).colour
    except (ExportError, UnfitError):
        return lambda rgb: (0.0, 0.0, 0.0, 1.0)  # noqa: ARG005
