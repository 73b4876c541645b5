"""Output intents: the printing condition or screen that the colours of a file are meant for (ISO
32000-1 14.11.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.pdf.syntax import array, deflate, dictionary, text_string
from layouts.prepress.preset import Preset
from layouts.prepress.profiles import black_profile, print_profile, srgb_profile

if TYPE_CHECKING:
    from layouts.pdf.document import Document

REGISTRY = "http://www.color.org"
"""Who keeps the register that FOGRA39 stands in."""

SRGB = "sRGB IEC61966-2.1"

_SPACES = {b"GRAY": (1, "/DeviceGray"), b"RGB ": (3, "/DeviceRGB"), b"CMYK": (4, "/DeviceCMYK")}
"""Components and device space for the colour space signature of an ICC profile (ICC.1:2022
7.2.6).
"""


def destination(preset: Preset) -> bytes:
    """The profile of what a preset's colours are meant for. ExportError where its file is none.

    What is printed in black alone is described as that, except in a PDF/X-1a, which knows presses
    of four inks only (ISO 15930-4).
    """
    if preset.colour == "rgb":
        return srgb_profile()
    return (
        black_profile(preset)
        if preset.colour == "grey" and preset.standard != "x1a"
        else print_profile(preset)
    )


def add_intents(document: Document, preset: Preset, profile: bytes) -> None:
    """Add what the standard asks for.

    PDF/X and PDF/A each want an intent of their own, and both the same profile (ISO 19005-2 6.2.3).
    """
    kinds = _kinds(preset)
    if not kinds:
        return
    components, alternate = _SPACES[profile[16:20]]
    condition = SRGB if preset.colour == "rgb" else preset.condition
    # A shop's own condition may stand in the register or not, one of black alone does not: the
    # embedded profile says all there is to say.
    registered = preset.colour == "rgb" or (components == 4 and not preset.profile)
    stream = document.deflated({"N": str(components), "Alternate": alternate}, deflate(profile))
    named = {"RegistryName": text_string(REGISTRY)} if registered else {}
    intents = [
        dictionary(
            {
                "Type": "/OutputIntent",
                "S": kind,
                "OutputConditionIdentifier": text_string(condition),
                **named,
                "Info": text_string(condition),
                "DestOutputProfile": stream,
            }
        )
        for kind in kinds
    ]
    document.set_catalog("OutputIntents", array(intents))


def _kinds(preset: Preset) -> tuple[str, ...]:
    match preset.standard:
        case "x4":
            return "/GTS_PDFX", "/GTS_PDFA1"
        case "x1a":
            return ("/GTS_PDFX",)
        # a plain file for screens means sRGB anyway
        case "none" if preset.colour == "rgb":
            return ()
        # no standard, but a printer will want to know what the inks are meant for
        case "none":
            return ("/GTS_PDFX",)
        case _:
            return ("/GTS_PDFA1",)
