"""The colour difference CIEDE2000, and how far two pictures are apart by it."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PIL import Image

Lab = tuple[float, float, float]


def ciede2000(one: Lab, other: Lab) -> float:
    """ΔE00 with unit weights (CIE 142-2001; G. Sharma, W. Wu, E. N. Dalal, Color Research &
    Application 30, 2005).
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn, hue = _turn(h1, h2, c1 * c2), _mean_hue(h1, h2, c1 * c2)
    dl, dc, dh = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.2 * cos(radians(4 * hue - 63))
    )
    sl = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = (
        -2
        * sqrt(chroma**7 / (chroma**7 + 25**7))
        * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    )
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * (dc / sc) * (dh / sh))


def _turn(h1: float, h2: float, product: float) -> float:
    if not product:
        return 0.0
    turn = h2 - h1
    return turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn


def _mean_hue(h1: float, h2: float, product: float) -> float:
    if not product:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2


def labs(image: Image.Image) -> list[Lab]:
    """The pixels of a picture in Pillow's mode LAB."""
    signed = [value - 256 if value > 127 else value for value in range(256)]
    # Pillow holds a and b raised by 128, and takes that off where it gives all bands at once
    data = image.tobytes()
    lightness, a, b = data[::3], data[1::3], data[2::3]
    return [
        (light * 100 / 255, float(signed[x]), float(signed[y]))
        for light, x, y in zip(lightness, a, b, strict=True)
    ]


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The median and the 95th percentile of ΔE00 between two pictures in mode LAB, pixel by
    pixel.
    """
    assert one.size == other.size
    found = sorted(ciede2000(a, b) for a, b in zip(labs(one), labs(other), strict=True))
    return found[len(found) // 2], found[len(found) * 95 // 100]
