"""The lake at dawn, a photo of the sample issue."""

from __future__ import annotations

import numpy as np
from make_photos_tools import (
    Plane,
    blurred,
    colour,
    drawn,
    glow,
    gradient,
    mix,
    noise,
    profile,
    rippled,
)
from PIL import ImageDraw


def dawn() -> Plane:
    """Five ridges in the mist, the sun just over them, all mirrored in the lake; reeds and a boat
    in front.
    """
    height, width = 1200, 1800
    horizon = 690
    sky = gradient(
        horizon, width, [(0, "#6F8FAE"), (0.45, "#B9C3C6"), (0.78, "#F3D3AC"), (1, "#F9DDB5")]
    )
    sun = (0.72 * horizon, 0.66 * width)
    sky += glow(horizon, width, sun, (210, 420))[..., None] * np.array([0.20, 0.11, 0.02])
    sky += glow(horizon, width, sun, (34, 34))[..., None] * np.array([0.5, 0.45, 0.35])
    clouds = noise(horizon, width, (70, 900), 3)
    sky = mix(sky, colour("#FFE9D2"), (clouds - 0.5) * 2.2 * np.linspace(1, 0.3, horizon)[:, None])
    scene = sky
    rows = np.arange(horizon)[:, None]
    ridges = [
        (190, 120, 700, "#B7BDBD"),
        (150, 130, 520, "#93A4A8"),
        (112, 110, 420, "#6D868D"),
        (74, 95, 360, "#48666D"),
        (36, 62, 260, "#294850"),
    ]
    for depth, (rise, swing, cell, shade) in enumerate(ridges):
        trees = (profile(width, 9, 40 + depth, 3) - 0.5) * (2 + 6 * depth)
        top = horizon - rise - (profile(width, cell, 20 + depth) - 0.5) * 2 * swing - trees
        inside = np.clip(rows - top[None, :], 0, 1)
        mist = np.clip((rows - top[None, :]) / (150 + 20 * depth), 0, 1) ** 1.5 * (
            0.72 - 0.1 * depth
        )
        warm = mix(
            colour("#DCD6CB"),
            colour("#F4D6AE"),
            glow(horizon, width, (horizon, sun[1]), (900, 620)),
        )
        scene = mix(scene, mix(colour(shade), warm, mist), inside)
    lake = blurred(rippled(scene, 7, 1.0)[: height - horizon], 1.2)
    lake = mix(
        lake,
        colour("#3C5A66"),
        np.linspace(0.12, 0.55, height - horizon)[:, None] * np.ones((1, width)),
    )
    glitter = noise(height - horizon, width, (7, 90), 11, 3)
    path = glow(height - horizon, width, (0, sun[1]), (420, 150))
    lake += (np.clip(glitter - 0.55, 0, 1) * 3.2 * path)[..., None] * np.array([1.0, 0.83, 0.6])
    picture = np.concatenate([scene, lake])
    veil = np.exp(-(((np.arange(height) - horizon) / 34) ** 2))[:, None] * noise(
        height, width, (60, 500), 13
    )
    picture = mix(picture, colour("#F1E0C8"), veil * 0.9)
    picture = mix(picture, colour("#16252B"), drawn(height, width, _boat))
    return mix(picture, colour("#142026"), drawn(height, width, _reeds))


def _boat(draw: ImageDraw.ImageDraw) -> None:
    x, y = 2 * 600, 2 * 836
    draw.polygon(
        [
            (x - 230, y - 22),
            (x - 176, y + 20),
            (x + 190, y + 22),
            (x + 262, y - 30),
            (x + 170, y - 4),
            (x - 140, y - 2),
        ],
        fill=255,
    )
    draw.polygon(
        [(x + 66, y - 2), (x + 78, y - 92), (x + 104, y - 120), (x + 132, y - 88), (x + 138, y)],
        fill=255,
    )
    draw.ellipse((x + 84, y - 158, x + 124, y - 114), fill=255)
    draw.polygon([(x + 62, y - 138), (x + 104, y - 176), (x + 146, y - 138)], fill=255)
    draw.line([(x + 122, y - 96), (x + 330, y + 60)], fill=255, width=7)
    draw.polygon(
        [
            (x - 176, y + 20),
            (x + 190, y + 22),
            (x + 150, y + 40),
            (x + 30, y + 46),
            (x - 130, y + 38),
        ],
        fill=130,
    )


def _reeds(draw: ImageDraw.ImageDraw) -> None:
    random = np.random.default_rng(17)
    for _ in range(150):
        x = random.beta(1.1, 3.4) * 1500
        tall = random.uniform(120, 420) * (1.3 - x / 1500)
        lean = random.normal(30, 46)
        points = [(2 * (x + lean * t * t), 2 * (1210 - tall * t)) for t in np.linspace(0, 1, 9)]
        draw.line(points, fill=255, width=int(random.integers(2, 6)), joint="curve")
        if random.random() < 0.3:
            (x1, y1), (x2, y2) = points[-1], points[-3]
            draw.line([(x1, y1), (x2, y2)], fill=255, width=13, joint="curve")
