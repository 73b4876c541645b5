"""What the photos of the sample issue are drawn with: noise, gradients, light, and the camera at
the end.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Plane: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
"""One value per pixel, rows × columns; pictures have a third axis: red, green, blue from 0 to 1."""

FOLDER: Final = Path(__file__).parent / "photos"
QUALITY: Final = 88
LARGEST: Final = 300_000
"""Bytes of one file; a picture of many leaves goes down in quality until it fits."""

GRAIN: Final = 0.008


def noise(height: int, width: int, cell: tuple[float, float], seed: int, octaves: int = 5) -> Plane:
    """Clouds about 0.5: smooth noise whose largest shapes are `cell` pixels (rows, columns), each
    octave half as large and as strong.
    """
    random = np.random.default_rng(seed)
    total = np.zeros((height, width))
    weight = 0.0
    for octave in range(octaves):
        rows, columns = (
            max(2, int(size / (cell[axis] / 2**octave)) + 2)
            for axis, size in enumerate((height, width))
        )
        small = Image.fromarray(random.random((rows, columns)).astype(np.float32))
        total += (
            np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), float) / 2**octave
        )
        weight += 1 / 2**octave
    return total / weight


def profile(width: int, cell: float, seed: int, octaves: int = 6) -> Plane:
    """A line of hills about 0.5, one value per column."""
    return noise(8, width, (8, cell), seed, octaves)[4]


def mix(first: Any, second: Any, share: Any) -> Plane:  # Any: planes, pictures and plain colours
    """From `first` (share 0) to `second` (share 1), pixel by pixel."""
    share = np.clip(np.asarray(share, float), 0, 1)
    if share.ndim == 2:
        share = share[..., None]
    return np.asarray(first) * (1 - share) + np.asarray(second) * share


def colour(written: str) -> Plane:
    """A colour like `#C8161D`."""
    return np.array([int(written[at : at + 2], 16) / 255 for at in (1, 3, 5)])


def gradient(height: int, width: int, stops: list[tuple[float, str]]) -> Plane:
    """A picture shaded downwards through colours at given heights (0 top, 1 foot)."""
    at = np.linspace(0, 1, height)
    places = [place for place, _ in stops]
    colours = np.array([colour(name) for _, name in stops])
    column = np.stack([np.interp(at, places, colours[:, channel]) for channel in range(3)], axis=1)
    return np.repeat(column[:, None], width, axis=1)


def glow(
    height: int, width: int, centre: tuple[float, float], radius: tuple[float, float]
) -> Plane:
    """A soft spot of light: centre and radius in pixels (row, column)."""
    y, x = np.mgrid[0:height, 0:width]
    return np.exp(-(((y - centre[0]) / radius[0]) ** 2 + ((x - centre[1]) / radius[1]) ** 2))


def blurred(picture: Plane, radius: float) -> Plane:
    """A picture out of focus."""
    image = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(radius)), float) / 255


def drawn(
    height: int, width: int, draw: Callable[[ImageDraw.ImageDraw], None], scale: int = 2
) -> Plane:
    """A mask drawn with smooth edges; `draw` works in pixels times `scale`."""
    image = Image.new("L", (width * scale, height * scale), 0)
    draw(ImageDraw.Draw(image))
    return np.asarray(image.resize((width, height), Image.Resampling.LANCZOS), float) / 255


def rippled(picture: Plane, seed: int, strength: float) -> Plane:
    """A picture mirrored in water: upside down, with ripples that grow towards the viewer."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    near = (y / height) ** 1.3
    wave = noise(height, width, (14, 320), seed, 4) - 0.5
    swell = noise(height, width, (60, 700), seed + 1, 3) - 0.5
    rows = np.clip(
        height - 1 - y + (wave * 90 + swell * 120) * near * strength, 0, height - 1
    ).astype(int)
    columns = np.clip(x + wave * 46 * near * strength, 0, width - 1).astype(int)
    return picture[rows, columns]


def save(name: str, picture: Plane, seed: int) -> None:
    """Finish a picture as a camera would (darker corners, a soft shoulder, grain) and write it."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    picture = picture * (1 - 0.16 * (x**2 + y**2) ** 1.2)[..., None]
    picture = np.clip(picture, 0, None)
    picture = np.where(picture > 0.8, 0.8 + 0.2 * np.tanh((picture - 0.8) / 0.2), picture)
    picture = picture + np.random.default_rng(seed).normal(0, GRAIN, (height, width, 1))
    image = Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))
    for quality in range(QUALITY, 60, -2):
        image.save(
            FOLDER / name, quality=quality, optimize=True, subsampling="4:2:0", dpi=(300, 300)
        )
        if (FOLDER / name).stat().st_size <= LARGEST:
            return
