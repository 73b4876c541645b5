"""Output intents: the printing condition or screen that the colours of a file are meant for (ISO 32000-1 14.11.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.paint.preset import Preset
from layouts.paint.profiles import print_profile, srgb_profile
from layouts.paint.syntax import array, deflate, dictionary, text_string

if TYPE_CHECKING:
    from layouts.paint.document import Document

REGISTRY = "http://www.color.org"
"""Who keeps the register that FOGRA39 stands in."""

SRGB = "sRGB IEC61966-2.1"


def destination(preset: Preset) -> bytes:
    """The profile of what a preset's colours are meant for. ExportError where its file is none."""
    return srgb_profile() if preset.colour == "rgb" else print_profile(preset)


def add_intents(document: Document, preset: Preset, profile: bytes) -> None:
    """Add what the standard asks for. PDF/X and PDF/A each want an intent of their own, and both the same profile (ISO 19005-2 6.2.3)."""
    kinds = _kinds(preset)
    if not kinds:
        return
    if preset.colour == "rgb":
        components, alternate, condition, registry = "3", "/DeviceRGB", SRGB, REGISTRY
    else:
        # Whether a shop's own condition stands in the register we cannot know: the embedded profile says all there is to say.
        components, alternate, condition, registry = "4", "/DeviceCMYK", preset.condition, "" if preset.profile else REGISTRY
    stream = document.deflated({"N": components, "Alternate": alternate}, deflate(profile))
    named = {"RegistryName": text_string(registry)} if registry else {}
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
        case "none" if preset.colour == "rgb":
            return ()
        case "none":
            return ("/GTS_PDFX",)
        case _:
            return ("/GTS_PDFA1",)
