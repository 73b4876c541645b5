"""Colour spaces (ISO 32000-1 8.6) as plain values."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from msgspec import Struct

from layouts.proof.objects import get, items, name, number

DEEPEST = 8
"""Spaces inside spaces: Pattern over Indexed over DeviceN over ICCBased is four."""

_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
"""Names in inline images (ISO 32000-1 table 93)."""

_COMPONENTS = {
    "DeviceGray": 1,
    "CalGray": 1,
    "Separation": 1,
    "Indexed": 1,
    "DeviceRGB": 3,
    "CalRGB": 3,
    "Lab": 3,
    "DeviceCMYK": 4,
}

_DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}


class Space(Struct, frozen=True):
    """A colour space: its family, what it stands on (base or alternate), and the names of its
    colorants.
    """

    family: str
    components: int = 0
    below: Space | None = None
    colorants: tuple[str, ...] = ()

    def layers(self) -> Iterator[Space]:
        """The space and all that it stands on."""
        yield self
        if self.below:
            yield from self.below.layers()


GREY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
UNKNOWN = Space("?")


def space(value: object, resources: object, depth: int = 0) -> Space:
    """The space that a name or array stands for among resources, with the Default spaces in place
    of devices (ISO 32000-1 8.6.5.6).
    """
    if depth > DEEPEST:
        return UNKNOWN
    if isinstance(value, pikepdf.Name):
        return _named(name(value), resources, depth)
    parts = items(value)
    if not parts:
        return UNKNOWN
    family = _SHORT.get(name(parts[0]), name(parts[0]))
    if len(parts) == 1:
        return _named(family, resources, depth)
    if family == "ICCBased":
        return Space(family, int(number(get(parts[1], "/N"))))
    if family in ("Separation", "DeviceN") and len(parts) > 2:
        colorants = tuple(map(name, items(parts[1]) or parts[1:2]))
        return Space(family, len(colorants), space(parts[2], resources, depth + 1), colorants)
    if family in ("Indexed", "Pattern"):
        return Space(family, _COMPONENTS.get(family, 0), space(parts[1], resources, depth + 1))
    return Space(family, _COMPONENTS.get(family, 0))


def _named(family: str, resources: object, depth: int) -> Space:
    family = _SHORT.get(family, family)
    known = get(resources, "/ColorSpace")
    if family in _DEFAULTS:
        instead = get(known, _DEFAULTS[family])
        return (
            Space(family, _COMPONENTS[family])
            if instead is None
            else space(instead, None, depth + 1)
        )
    if family == "Pattern":
        return Space(family)
    own = get(known, f"/{family}")
    return UNKNOWN if own is None else space(own, resources, depth + 1)
