"""The avenue in autumn, a photo of the sample issue."""

from __future__ import annotations

from typing import Final

import numpy as np
from make_photos_tools import Plane, blurred, glow, gradient
from PIL import Image, ImageDraw


def avenue() -> Plane:
    """Ginkgo trees along a path: leaf by leaf, from the farthest tree to the nearest."""
    height, width = 1800, 1350
    eye_line = 960
    sky = gradient(
        height, width, [(0, "#F2E7C4"), (0.4, "#FBEFCF"), (0.55, "#FFF7E2"), (1, "#C99B3C")]
    )
    image = Image.fromarray((sky * 255).astype(np.uint8))
    random = np.random.default_rng(23)
    draw = ImageDraw.Draw(image, "RGBA")
    _ground(draw, random, height, width, eye_line)
    for _ in range(5200):
        x = random.uniform(0, width)
        y = (
            eye_line
            + 6
            - abs(random.normal(0, 42)) * (1.25 + 0.5 * np.sin(x / 67) * np.sin(x / 29))
        )
        _leaf(draw, random, x, y, random.uniform(3, 7), random.uniform(0.62, 0.86))
    for depth in np.geomspace(26, 2.6, 9):
        for side in (-1, 1):
            _ginkgo(
                draw,
                random,
                width / 2 + 40 + side * 2300 / depth * random.uniform(0.93, 1.07),
                eye_line,
                depth,
                side,
            )
        fog = Image.new("RGBA", image.size, (255, 243, 214, int(3.2 * depth**0.7)))
        image = Image.alpha_composite(image.convert("RGBA"), fog).convert("RGB")
        draw = ImageDraw.Draw(image, "RGBA")
    picture = np.asarray(image, float) / 255
    light = glow(height, width, (0.46 * height, 0.54 * width), (420, 300))
    picture = picture + light[..., None] * np.array([0.22, 0.19, 0.11])
    return blurred(0.5 + (picture - 0.5) * 1.12, 1.0)


LEAVES: Final = [
    (247, 205, 62),
    (236, 178, 38),
    (252, 222, 98),
    (219, 152, 30),
    (201, 160, 48),
    (255, 233, 140),
]


def _ground(
    draw: ImageDraw.ImageDraw, random: np.random.Generator, height: int, width: int, eye_line: int
) -> None:
    """A pale path between banks of fallen leaves, leaves larger towards the viewer."""
    draw.rectangle((0, eye_line, width, height), fill=(206, 160, 62, 255))
    middle = width / 2 + 40
    draw.polygon(
        [
            (middle - 16, eye_line),
            (middle + 16, eye_line),
            (middle + 520, height),
            (middle - 560, height),
        ],
        fill=(178, 160, 134, 255),
    )
    for _ in range(90000):
        depth = 1 / random.uniform(1 / 26, 1 / 1.9)
        across = random.normal(0, 3.0)
        if abs(across) < 0.72 and random.random() < 0.86:
            continue
        x, y = middle + across * 900 / depth, eye_line + 1700 / depth
        size = 15 / depth * random.uniform(0.6, 1.2)
        shade = random.uniform(0.62, 1.0) * (0.82 + 0.18 * (abs(across) > 1.3))
        red, green, blue = LEAVES[random.integers(len(LEAVES))]
        draw.ellipse(
            (x - size, y - size * 0.38, x + size, y + size * 0.38),
            fill=(int(red * shade), int(green * shade), int(blue * shade), 230),
        )


def _ginkgo(
    draw: ImageDraw.ImageDraw,
    random: np.random.Generator,
    x: float,
    eye_line: int,
    depth: float,
    side: int,
) -> None:
    """One tree: trunk, branches, and leaves in clusters lit from beyond."""
    scale = 1 / depth
    foot, crown = eye_line + 1700 * scale, eye_line - 5400 * scale
    pale = int(58 + 5 * depth)
    bark = (pale + 14, pale - 4, pale - 20, 255)
    _trunk(draw, x, foot, crown, 210 * scale, bark, side)
    for _ in range(int(500 * scale) + 60):
        lx, ly = random.normal(x, 260 * scale), foot + abs(random.normal(0, 26 * scale))
        _leaf(draw, random, lx, ly, max(1.2, 13 * scale), random.uniform(0.7, 1.0))
    clusters: list[tuple[float, float, float]] = []
    for _ in range(34):
        up = random.uniform(0.42, 1.0)
        reach = random.uniform(0.2, 1.0) * 2100 * scale * (1.4 - 0.95 * up) * random.choice((-1, 1))
        begin = foot - (foot - crown) * up * 0.85
        end = (x + reach, begin - random.uniform(300, 1100) * scale)
        draw.line(
            [(x, begin), ((x + end[0]) / 2, begin - 240 * scale), end],
            fill=bark,
            width=max(1, int(40 * scale)),
            joint="curve",
        )
        clusters += [(end[0], end[1], 1.0), ((x + end[0]) / 2, (begin + end[1]) / 2, 0.7)]
    for cx, cy, spread in clusters:
        light = random.uniform(0.72, 1.06)
        for _ in range(int(130 + 3200 * scale)):
            lx, ly = (
                random.normal(cx, 400 * scale * spread),
                random.normal(cy, 250 * scale * spread),
            )
            above = float(np.clip((cy - ly) / (600 * scale) + 0.5, 0, 1))
            _leaf(
                draw,
                random,
                lx,
                ly,
                max(1.3, random.uniform(8, 15) * scale),
                light * (0.62 + 0.42 * above),
            )


def _trunk(
    draw: ImageDraw.ImageDraw,
    x: float,
    foot: float,
    crown: float,
    thick: float,
    bark: tuple[int, ...],
    side: int,
) -> None:
    """A tapering trunk, shaded round and lit from the path."""
    fork = foot - (foot - crown) * 0.45
    strips = 14
    for strip in range(strips):
        left, right = -1 + 2 * strip / strips, -1 + 2 * (strip + 1) / strips
        light = 0.78 + 0.5 * max(0.0, -side * (left + right) / 2) ** 1.5
        shade = tuple(min(255, int(channel * light)) for channel in bark[:3])
        corners = [
            (x + left * thick * 1.12, foot),
            (x + left * thick * 0.6, fork),
            (x + left * thick * 0.15, crown),
        ]
        corners += [
            (x + right * thick * 0.15, crown),
            (x + right * thick * 0.6, fork),
            (x + right * thick * 1.12, foot),
        ]
        draw.polygon(corners, fill=(*shade, 255))


def _leaf(
    draw: ImageDraw.ImageDraw,
    random: np.random.Generator,
    x: float,
    y: float,
    size: float,
    shade: float,
) -> None:
    red, green, blue = LEAVES[random.integers(len(LEAVES))]
    tone = (
        min(255, int(red * shade)),
        min(255, int(green * shade)),
        min(255, int(blue * shade)),
        225,
    )
    draw.ellipse((x - size, y - size * 0.7, x + size, y + size * 0.7), fill=tone)
