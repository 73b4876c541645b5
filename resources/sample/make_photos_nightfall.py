"""The library at nightfall, a photo of the sample issue."""

from __future__ import annotations

import numpy as np
from make_photos_tools import Plane, blurred, colour, drawn, gradient, mix, noise, profile, rippled
from PIL import ImageDraw


def nightfall() -> Plane:
    """A low library on the shore, every window lit, its light long on the water."""
    height, width = 1050, 1800
    shore = 620
    sky = gradient(
        shore, width, [(0, "#101B36"), (0.5, "#2A4066"), (0.85, "#8C7C8A"), (1, "#E0A77C")]
    )
    clouds = noise(shore, width, (90, 700), 41)
    sky = mix(sky, colour("#C58D7C"), (clouds - 0.52) * 2.4 * np.linspace(0.3, 1, shore)[:, None])
    rows = np.arange(shore)[:, None]
    scene = sky
    for rise, swing, cell, shade in ((110, 70, 600, "#54607A"), (64, 50, 380, "#2C3A52")):
        top = shore - rise - (profile(width, cell, int(rise)) - 0.5) * 2 * swing
        scene = mix(scene, colour(shade), np.clip(rows - top[None, :], 0, 1))
    scene = _library(scene, shore)
    scene = mix(scene, colour("#0C141B"), drawn(shore, width, _trees))
    scene = scene + blurred(np.clip(scene - 0.62, 0, 1) * 2, 22) * 0.55
    depth = height - shore
    mirrored = rippled(scene[-depth:], 47, 0.55)
    long = (mirrored + rippled(scene[-depth:], 51, 1.2) + rippled(scene[-depth:], 53, 0.9)) / 3
    water = mix(
        long * 0.82, colour("#0E1B2E"), np.linspace(0.1, 0.55, depth)[:, None] * np.ones((1, width))
    )
    picture = np.concatenate([scene, water])
    bank = np.exp(-(((np.arange(height) - shore) / 5) ** 2))[:, None] * np.ones((1, width))
    return mix(picture, colour("#0A1016"), bank * 0.9)


def _trees(draw: ImageDraw.ImageDraw) -> None:
    """Dark trees on both sides of the building, each a cloud of small crowns over a trunk."""
    random = np.random.default_rng(71)
    shore = 2 * 620
    for x, tall in (
        (40, 210),
        (130, 262),
        (236, 190),
        (330, 128),
        (404, 96),
        (1396, 104),
        (1470, 150),
        (1560, 220),
        (1668, 276),
        (1770, 226),
    ):
        draw.line([(2 * x, shore), (2 * x, shore - tall * 1.2)], fill=255, width=9)
        draw.rectangle((2 * x - 120, shore - 14, 2 * x + 120, shore), fill=255)
        for _ in range(int(tall * 3.6)):
            up = random.beta(2.0, 1.7)
            reach = tall * 0.62 * np.sqrt(up * (1.04 - up)) * 2
            cx, cy = 2 * x + random.uniform(-reach, reach) * 0.9, shore - tall * (0.3 + 1.7 * up)
            size = random.uniform(5, 20)
            draw.ellipse((cx - size, cy - size * 0.7, cx + size, cy + size * 0.7), fill=255)


def _library(scene: Plane, shore: int) -> Plane:
    """Two storeys of glass between three slabs, with a lantern of a reading hall on top."""
    random = np.random.default_rng(61)
    scene = scene.copy()
    blocks = [
        (520, 1290, shore - 92, shore - 14),
        (580, 1230, shore - 182, shore - 104),
        (760, 1050, shore - 282, shore - 194),
    ]
    for left, right, top, foot in blocks:
        y, x = np.mgrid[top:foot, left:right]
        warm = mix(
            colour("#FFE3A6"),
            colour("#F2A94E"),
            (y - top) / (foot - top) * 0.8 + 0.2 * random.random(),
        )
        room = random.uniform(0.55, 1.1, 64)[((x - left) // 46) % 64]
        inside = warm * room[..., None]
        shelf = ((y - top) % 17 < 3) & (random.random(64)[((x - left) // 46) % 64] < 0.6)
        inside = np.where(shelf[..., None], inside * 0.55, inside)
        books = random.uniform(0.6, 1.0, 512)[((x - left) // 4) % 512]
        inside = np.where(
            ((y - top) > (foot - top) * 0.45)[..., None], inside * books[..., None], inside
        )
        mullion = ((x - left) % 46 < 3) | ((x - left) % 23 < 1)
        scene[top:foot, left:right] = np.where(mullion[..., None], colour("#3A2A1E"), inside)
        scene[top - 12 : top, left - 34 : right + 34] = colour("#1B2028")
        scene[top - 13 : top - 11, left - 34 : right + 34] = colour("#6C6470")
    for at in range(560, 1280, 62):
        figure = shore - 14 - random.integers(20, 26)
        if random.random() < 0.6:
            shift = int(random.integers(-16, 16))
            scene[figure : shore - 14, at + shift : at + shift + 7] = colour("#2A1B12")
    scene[shore - 14 : shore, 440:1370] = colour("#141A20")
    return scene
