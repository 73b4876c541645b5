"""How a photo is shown otherwise than its file has it: a value that issues, pages and pixels
share.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class PhotoTone(NamedTuple):
    """How a photo is shown otherwise than its file has it.

    Turned by `straighten` degrees, counter-clockwise, from −10 to 10; lighter and with more
    contrast from −1 to 1, 0 as it is; in greys. `layouts/imaging/tone.py` is what that means.
    """

    straighten: float = 0.0
    brightness: float = 0.0
    contrast: float = 0.0
    grey: bool = False

    @property
    def recolours(self) -> bool:
        """Whether a photo gets other colours by it."""
        return self.grey or self.brightness != 0 or self.contrast != 0


AS_IT_IS = PhotoTone()

MOST_TURN = 10.0
"""Degrees that a photo may be straightened by."""

TONED = "tone:"
"""Begins the key of a picture that is shown otherwise than its file has it; no absolute path
begins so.
"""


def tone_key(tone: PhotoTone, path: str) -> str:
    """What the pixels of a file are called in a tone: its path where they are its own."""
    if tone == AS_IT_IS:
        return path
    straighten, brightness, contrast, grey = tone
    return f"{TONED}{straighten:g},{brightness:g},{contrast:g},{int(grey)}:{path}"


def kept_of(straighten: float, width: float, height: float) -> float:
    """What is left of the width, and of the height, of a photo that was turned about its middle by
    so many degrees: the largest upright rectangle of its own proportions without blank corners.
    """
    if not straighten:
        return 1.0
    cosine = math.cos(math.radians(straighten))
    sine = abs(math.sin(math.radians(straighten)))
    # a corner of what is left, turned back into the photo, must lie inside
    return min(width / (width * cosine + height * sine), height / (width * sine + height * cosine))
