"""Pictures from one device's colours to another's by ICC profiles (ISO 15076-1), through
LittleCMS.
"""

from __future__ import annotations

import io
from threading import Lock
from typing import NamedTuple

from PIL import Image, ImageChops, ImageCms

from layouts.errors import ExportError
from layouts.imaging.raster import fitting_profile
from layouts.messages.exporting import BLACK_CONDITION_DAMAGED, CONDITION_DAMAGED, CONDITION_NO_CMYK

_SRGB = b"sRGB"
_LAB = b"Lab"
"""In place of a profile: one that LittleCMS makes by itself."""

_MODES = {b"GRAY": "L", b"RGB ": "RGB", b"CMYK": "CMYK"}
"""The mode of pictures for the colour space signature of an ICC profile (ICC.1:2022 7.2.6)."""

_CUBE = 9
"""Steps along each edge of the colours by which a profile is compared with sRGB."""

_SAME = 2
"""Profiles whose colours differ by no more of 255 are the same: makers round sRGB each in a way of
their own.
"""


class _Way(NamedTuple):
    """From which profile to which, and whether the darkest colour of one becomes the darkest of the
    other.
    """

    source: bytes
    target: bytes
    black_point: bool
    paper: bool = False


class Transforms:
    """The ways into and out of one print condition, each made when it is first needed.

    Several threads may share them.

    All are relative colorimetric with black point compensation (ISO 18619) unless said otherwise. A
    `source` is the profile of a picture; without one, or where it cannot be used, RGB and grey mean
    sRGB and CMYK means the print condition.
    """

    def __init__(self, condition: bytes) -> None:
        """`condition` is the ICC profile of the print condition.

        ExportError where it is no profile of a CMYK device.
        """
        if not fitting_profile(condition, 4):
            raise ExportError(*CONDITION_NO_CMYK())
        self.condition = condition
        self._made: dict[_Way, ImageCms.ImageCmsTransform | None] = {}
        self._lock = Lock()
        # made now, so that a damaged profile is an error before any photo is
        if self._transform(_Way(_SRGB, condition, black_point=True)) is None:
            raise ExportError(*CONDITION_DAMAGED())

    def separated(self, image: Image.Image, source: bytes = b"") -> Image.Image:
        """A grey, RGB or CMYK picture as CMYK of the print condition."""
        if image.mode == "CMYK" and source in {b"", self.condition}:
            return image
        return self._applied(image, source, self.condition)

    def in_srgb(self, image: Image.Image, source: bytes = b"") -> Image.Image:
        """A grey, RGB or CMYK picture as RGB in sRGB."""
        return self._applied(image, source, _SRGB)

    def lightness(self, image: Image.Image, source: bytes = b"") -> Image.Image:
        """A picture's CIE lightness, grey: 255 is L* 100."""
        return self._applied(image, source, _LAB).getchannel("L")

    def printed(self, separations: Image.Image, *, paper: bool = False) -> Image.Image:
        """How CMYK of the print condition looks, in sRGB: black as grey as it prints, and with
        `paper` on paper that has its own tint.
        """
        return self._applied(separations, b"", _SRGB, black_point=False, paper=paper)

    def key_lightness(self, black: bytes = b"") -> list[float]:
        """L* of black ink alone from 0 to 255, against the paper's 100.

        It is that of the print condition or, with a profile `black` of one component, as that says.
        ExportError where it is damaged.
        """
        if black and self._transform(_Way(black, _LAB, black_point=False)) is None:
            raise ExportError(*BLACK_CONDITION_DAMAGED())
        ramp = (
            ImageChops.invert(_ramp())
            if black
            else Image.merge("CMYK", [*(Image.new("L", (256, 1)),) * 3, _ramp()])
        )
        lab = self._applied(ramp, black, _LAB, black_point=False)
        # 8 bits hold L* 0 to 100 as 0 to 255
        return [value / 2.55 for value in lab.getchannel("L").tobytes()]

    def is_srgb(self, profile: bytes) -> bool:
        """Whether an RGB profile means what sRGB means."""
        made = self._transform(_Way(profile, _SRGB, black_point=True))
        if made is None or _mode(profile) != "RGB":
            return False
        cube = _colours()
        return all(
            abs(a - b) <= _SAME
            for a, b in zip(made.apply(cube).tobytes(), cube.tobytes(), strict=True)
        )

    def _applied(
        self,
        image: Image.Image,
        source: bytes,
        target: bytes,
        *,
        black_point: bool = True,
        paper: bool = False,
    ) -> Image.Image:
        made = None
        if source and _mode(source) == image.mode:
            made = self._transform(_Way(source, target, black_point, paper))
        if made is None:
            # no profile, or one that does not fit: RGB and grey are taken for sRGB
            if image.mode != "CMYK":
                image = image.convert("RGB")
                if target == _SRGB:
                    return image
            made = self._transform(
                _Way(self.condition if image.mode == "CMYK" else _SRGB, target, black_point, paper)
            )
        if made is None:  # __init__ has seen that this cannot be
            raise ExportError(*CONDITION_DAMAGED())
        changed = made.apply(image)
        # the profile it came with no longer holds
        changed.info.clear()
        return changed

    def _transform(self, way: _Way) -> ImageCms.ImageCmsTransform | None:
        """None where a profile is damaged."""
        # threads pack photos side by side and share what is made
        with self._lock:
            if way not in self._made:
                self._made[way] = _built(way)
            return self._made[way]


def is_usable(profile: bytes) -> bool:
    """Whether colours can go through a profile at all."""
    return _built(_Way(profile, _LAB, black_point=False)) is not None


def _built(way: _Way) -> ImageCms.ImageCmsTransform | None:
    intent = (
        ImageCms.Intent.ABSOLUTE_COLORIMETRIC
        if way.paper
        else ImageCms.Intent.RELATIVE_COLORIMETRIC
    )
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION if way.black_point else ImageCms.Flags.NONE
    try:
        return ImageCms.buildTransform(
            _opened(way.source),
            _opened(way.target),
            _mode(way.source),
            _mode(way.target),
            intent,
            flags,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    if profile in {_SRGB, _LAB}:
        name = "sRGB" if profile == _SRGB else "LAB"
        return ImageCms.ImageCmsProfile(ImageCms.createProfile(name))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    return ImageCms.ImageCmsProfile(io.BytesIO(profile))


def _mode(profile: bytes) -> str:
    # the signature stands at byte 16 of the header
    return {_SRGB: "RGB", _LAB: "LAB"}.get(profile) or _MODES.get(profile[16:20], "")


def _ramp() -> Image.Image:
    """All greys from 0 to 255 side by side."""
    return Image.frombytes("L", (256, 1), bytes(range(256)))


def _colours() -> Image.Image:
    steps = [round(k * 255 / (_CUBE - 1)) for k in range(_CUBE)]
    cube = bytes(
        value for red in steps for green in steps for blue in steps for value in (red, green, blue)
    )
    return Image.frombytes("RGB", (_CUBE * _CUBE, _CUBE), cube)
