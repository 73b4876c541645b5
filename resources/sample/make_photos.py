"""Draws the photos of the sample issue: `python resources/sample/make_photos.py` (needs numpy and Pillow, nothing of ours).

They are computed from noise and perspective, with fixed seeds, so that the sample needs nobody's leave. LICENSE.md says CC0.
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


# --- tools ------------------------------------------------------------------------------------------------------------------------


def noise(height: int, width: int, cell: tuple[float, float], seed: int, octaves: int = 5) -> Plane:
    """Clouds about 0.5: smooth noise whose largest shapes are `cell` pixels (rows, columns), each octave half as large and as strong."""
    random = np.random.default_rng(seed)
    total = np.zeros((height, width))
    weight = 0.0
    for octave in range(octaves):
        rows, columns = (max(2, int(size / (cell[axis] / 2**octave)) + 2) for axis, size in enumerate((height, width)))
        small = Image.fromarray(random.random((rows, columns)).astype(np.float32))
        total += np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), float) / 2**octave
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


def glow(height: int, width: int, centre: tuple[float, float], radius: tuple[float, float]) -> Plane:
    """A soft spot of light: centre and radius in pixels (row, column)."""
    y, x = np.mgrid[0:height, 0:width]
    return np.exp(-(((y - centre[0]) / radius[0]) ** 2 + ((x - centre[1]) / radius[1]) ** 2))


def blurred(picture: Plane, radius: float) -> Plane:
    """A picture out of focus."""
    image = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(radius)), float) / 255


def drawn(height: int, width: int, draw: Callable[[ImageDraw.ImageDraw], None], scale: int = 2) -> Plane:
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
    rows = np.clip(height - 1 - y + (wave * 90 + swell * 120) * near * strength, 0, height - 1).astype(int)
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
        image.save(FOLDER / name, quality=quality, optimize=True, subsampling="4:2:0", dpi=(300, 300))
        if (FOLDER / name).stat().st_size <= LARGEST:
            return


# --- the lake at dawn -------------------------------------------------------------------------------------------------------------


def dawn() -> Plane:
    """Five ridges in the mist, the sun just over them, all mirrored in the lake; reeds and a boat in front."""
    height, width = 1200, 1800
    horizon = 690
    sky = gradient(horizon, width, [(0, "#6F8FAE"), (0.45, "#B9C3C6"), (0.78, "#F3D3AC"), (1, "#F9DDB5")])
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
        mist = np.clip((rows - top[None, :]) / (150 + 20 * depth), 0, 1) ** 1.5 * (0.72 - 0.1 * depth)
        warm = mix(colour("#DCD6CB"), colour("#F4D6AE"), glow(horizon, width, (horizon, sun[1]), (900, 620)))
        scene = mix(scene, mix(colour(shade), warm, mist), inside)
    lake = blurred(rippled(scene, 7, 1.0)[: height - horizon], 1.2)
    lake = mix(lake, colour("#3C5A66"), np.linspace(0.12, 0.55, height - horizon)[:, None] * np.ones((1, width)))
    glitter = noise(height - horizon, width, (7, 90), 11, 3)
    path = glow(height - horizon, width, (0, sun[1]), (420, 150))
    lake += (np.clip(glitter - 0.55, 0, 1) * 3.2 * path)[..., None] * np.array([1.0, 0.83, 0.6])
    picture = np.concatenate([scene, lake])
    veil = np.exp(-(((np.arange(height) - horizon) / 34) ** 2))[:, None] * noise(height, width, (60, 500), 13)
    picture = mix(picture, colour("#F1E0C8"), veil * 0.9)
    picture = mix(picture, colour("#16252B"), drawn(height, width, _boat))
    return mix(picture, colour("#142026"), drawn(height, width, _reeds))


def _boat(draw: ImageDraw.ImageDraw) -> None:
    x, y = 2 * 600, 2 * 836
    draw.polygon([(x - 230, y - 22), (x - 176, y + 20), (x + 190, y + 22), (x + 262, y - 30), (x + 170, y - 4), (x - 140, y - 2)], fill=255)
    draw.polygon([(x + 66, y - 2), (x + 78, y - 92), (x + 104, y - 120), (x + 132, y - 88), (x + 138, y)], fill=255)
    draw.ellipse((x + 84, y - 158, x + 124, y - 114), fill=255)
    draw.polygon([(x + 62, y - 138), (x + 104, y - 176), (x + 146, y - 138)], fill=255)
    draw.line([(x + 122, y - 96), (x + 330, y + 60)], fill=255, width=7)
    draw.polygon([(x - 176, y + 20), (x + 190, y + 22), (x + 150, y + 40), (x + 30, y + 46), (x - 130, y + 38)], fill=130)


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


# --- the reading room -------------------------------------------------------------------------------------------------------------


def reading_room() -> Plane:
    """A long room seen from its end: shelves on the left and behind, tall windows on the right, tables between; one ray per pixel."""
    height, width = 1200, 1800
    y, x = np.mgrid[0:height, 0:width]
    direction = np.stack([(x - 0.46 * width) / 1150, (0.47 * height - y) / 1150, np.ones((height, width))], axis=-1)
    eye = np.array([0.35, 1.55, 0.0])
    nearest = np.full((height, width), np.inf)
    picture = np.zeros((height, width, 3))
    for axis, place, shade in ((0, -3.2, _shelves), (0, 3.2, _windows), (1, 0.0, _floor), (1, 3.9, _ceiling), (2, 19.0, _back)):
        with np.errstate(divide="ignore", invalid="ignore"):
            distance = (place - eye[axis]) / direction[..., axis]
        seen = (distance > 0.05) & (distance < nearest) & np.isfinite(distance)
        point = eye + direction * np.where(seen, distance, 1.0)[..., None]
        picture = np.where(seen[..., None], shade(point), picture)
        nearest = np.where(seen, distance, nearest)
    for near in (15.4, 12.6, 9.8, 7.0, 4.2):
        picture, nearest = _table(picture, nearest, eye, direction, near)
    light = noise(height, width, (500, 700), 5, 2) - 0.5
    haze = np.clip((np.minimum(nearest, 25) - 6) / 60, 0, 0.35)
    picture = mix(picture * (1 + 0.12 * light)[..., None], colour("#F6E6C8"), haze)
    bright = blurred(np.clip(picture - 0.82, 0, 1) * 2.2, 26)
    return np.clip(picture, 0, 1.1) ** 0.95 + bright * 0.35


def _window_light(point: Plane) -> Plane:
    """Daylight from the right, strongest opposite the windows and near them."""
    across = (point[..., 0] + 3.2) / 6.4
    bay = 0.5 + 0.5 * np.cos(2 * np.pi * (point[..., 2] - 2.0) / 3.0)
    return 0.40 + 0.38 * across + 0.20 * bay * (0.4 + 0.6 * across)


def _books(along: Plane, up: Plane, seed: int, pitch: float) -> Plane:
    """Rows of spines: `along` and `up` in metres; each spine its own width, height and colour, on boards of wood."""
    random = np.random.default_rng(seed)
    cloth = np.array(
        [
            colour(name)
            for name in (
                "#7C3B2E",
                "#2F4A5C",
                "#C9B68C",
                "#4D5B3A",
                "#8C6A3F",
                "#D8CDB6",
                "#3A3436",
                "#9C7F5A",
                "#5B2F35",
                "#B08D57",
                "#6F7F86",
                "#E4DBC8",
            )
        ]
    )
    edges = np.cumsum(random.uniform(0.022, 0.058, 12000))
    row = np.floor(up / pitch).astype(int)
    start = random.uniform(0, 40, 64)[np.clip(row, 0, 63)]
    book = np.searchsorted(edges, np.clip(along + start, 0, edges[-1] - 1))
    inside = np.clip((edges[book] - (along + start)) / 0.045, 0, 1)
    tall = random.uniform(0.62, 0.86, edges.size + 1)[book]
    level = (up / pitch) % 1
    shade = 0.62 + 0.5 * np.sin(np.pi * np.clip(inside, 0.05, 0.95))
    spine = cloth[random.integers(0, len(cloth), edges.size + 1)[book]] * random.uniform(0.75, 1.1, edges.size + 1)[book][..., None]
    spine = spine * shade[..., None]
    band = (np.abs(level - 0.2) < 0.03) & (random.random(edges.size + 1)[book] < 0.5)
    spine = np.where(band[..., None], spine * 0.4 + colour("#D9B56A") * 0.55, spine)
    gap = random.random(edges.size + 1)[book] < 0.05
    dark = colour("#1E140D")
    shelf = np.where(((level > tall) | gap)[..., None], dark * (1.3 - level)[..., None], spine)
    shelf = shelf * np.clip(0.55 + 1.4 * (0.95 - level), 0.45, 1)[..., None]
    board = (level > 0.93) | (level < 0.015)
    return np.where(board[..., None], colour("#8A5F38"), shelf)


def _shelves(point: Plane) -> Plane:
    along, up = point[..., 2], point[..., 1]
    wall = _books(along, up, 31, 0.37)
    post = (along % 1.5) < 0.07
    wall = np.where(post[..., None], colour("#7A5230"), wall)
    top = up > 3.3
    wall = np.where(top[..., None], colour("#A88D6C"), wall)
    wall = np.where((up < 0.16)[..., None], colour("#5A3B22"), wall)
    lamp = 0.25 * np.exp(-(((up - 2.9) / 0.8) ** 2)) * (0.5 + 0.5 * np.cos(2 * np.pi * along / 1.5))
    return wall * (_window_light(point) + 0.12 + lamp)[..., None] * 1.12


def _windows(point: Plane) -> Plane:
    along, up = point[..., 2], point[..., 1]
    bay = along % 3.0
    opening = (bay > 0.55) & (bay < 2.45) & (up > 0.95) & (up < 3.35)
    frame = (np.abs(bay - 1.5) < 0.035) | (np.abs(bay - 1.02) < 0.02) | (np.abs(bay - 1.98) < 0.02) | (np.abs(up - 2.55) < 0.03)
    frame |= (bay < 0.61) | (bay > 2.39) | (up < 1.02) | (up > 3.29)
    leaves = np.sin(along * 9.1 + 2 * np.sin(up * 7.3)) * np.sin(up * 11.7 + np.cos(along * 5.2) * 2)
    outside = mix(colour("#FFF8E6"), colour("#C9D6AE"), np.clip(leaves * 0.5 + 0.9 - 0.45 * (up - 0.9), 0, 1) * 0.8)
    wall = np.ones((*along.shape, 3)) * colour("#CDBFA8")
    wall = np.where((up < 0.95)[..., None], colour("#8A6440"), wall)
    lit = wall * (0.62 + 0.1 * np.sin(along))[..., None]
    return np.where((opening & ~frame)[..., None], outside * 1.12, np.where(opening[..., None], colour("#6A4A2C") * 0.8, lit))


def _floor(point: Plane) -> Plane:
    across, along = point[..., 0], point[..., 2]
    plank = np.floor(across / 0.16).astype(int)
    random = np.random.default_rng(9)
    tone = random.uniform(0.82, 1.08, 128)[plank % 128]
    seam = (across / 0.16) % 1 < 0.05
    wood = colour("#8B5E38") * tone[..., None]
    wood = np.where(seam[..., None], wood * 0.6, wood)
    bay = (along % 3.0 > 0.55) & (along % 3.0 < 2.45)
    shine = np.exp(-(((across - 2.2) / 1.2) ** 2)) * np.where(bay, 1.0, 0.25)
    patch = np.clip(1 - np.abs(across - 1.0 - 0.35 * np.sin(along)) / 1.1, 0, 1) * np.where(
        ((along + 0.5 * across) % 3.0 > 0.8) & ((along + 0.5 * across) % 3.0 < 2.3), 1, 0
    )
    return (
        wood * (_window_light(point) * 0.95)[..., None]
        + shine[..., None] * np.array([0.34, 0.29, 0.2])
        + patch[..., None] * np.array([0.2, 0.15, 0.08])
    )


def _ceiling(point: Plane) -> Plane:
    beam = (point[..., 2] % 3.0) < 0.28
    plain = colour("#E3D7C2") * (0.5 + 0.45 * _window_light(point))[..., None]
    lamp = (np.abs(point[..., 0]) < 0.12) & ((point[..., 2] % 3.0) > 0.9) & ((point[..., 2] % 3.0) < 2.4)
    plain = np.where(beam[..., None], colour("#7C5A39") * 0.9, plain)
    return np.where(lamp[..., None], colour("#FFF3D4") * 1.15, plain)


def _back(point: Plane) -> Plane:
    wall = _books(point[..., 0] + 8, point[..., 1], 57, 0.37)
    arch = (np.abs(point[..., 0]) < 0.95) & (point[..., 1] < 2.5 + 0.6 * np.sqrt(np.clip(1 - (point[..., 0] / 0.95) ** 2, 0, 1)))
    wall = np.where(arch[..., None], colour("#FCEFD2") * 0.95, wall)
    rim = (np.abs(point[..., 0]) < 1.1) & ~arch & (point[..., 1] < 2.6 + 0.7 * np.sqrt(np.clip(1 - (point[..., 0] / 1.1) ** 2, 0, 1)))
    return np.where(rim[..., None], colour("#5E3F25"), wall) * 0.92


def _table(picture: Plane, nearest: Plane, eye: Plane, direction: Plane, near: float) -> tuple[Plane, Plane]:
    """A table across the middle with open books and a lamp: its top, its front edge and its legs."""
    left, right, far, top = -1.75, 1.35, near + 1.05, 0.78
    distance = (top - eye[1]) / np.minimum(direction[..., 1], -1e-6)
    point = eye + direction * distance[..., None]
    seen = (point[..., 0] > left) & (point[..., 0] < right) & (point[..., 2] > near) & (point[..., 2] < far) & (distance < nearest)
    wood = colour("#A9764A") * (0.75 + 0.5 * _window_light(point))[..., None]
    shine = np.exp(-(((point[..., 0] - 1.2) / 0.9) ** 2))[..., None] * np.array([0.3, 0.26, 0.19])
    surface = wood + shine
    random = np.random.default_rng(int(near * 10))
    for place in np.arange(left + 0.35, right - 0.2, 0.72):
        depth = near + random.uniform(0.18, 0.55)
        du, dv = (point[..., 0] - place) / 0.21, (point[..., 2] - depth) / 0.15
        page = (np.abs(du) < 1) & (np.abs(dv) < 1)
        paper = colour("#F4EDDD") * (0.98 - 0.35 * np.exp(-((du / 0.12) ** 2)))[..., None]
        text = (np.sin(dv * 34) > 0.1) & (np.abs(np.abs(du) - 0.52) < 0.38) & (np.abs(dv) < 0.8)
        surface = np.where(page[..., None], np.where(text[..., None], paper * 0.86, paper), surface)
    picture, nearest = np.where(seen[..., None], surface, picture), np.where(seen, distance, nearest)
    for low, high, beams in ((0.70, 0.78, [(left, right)]), (0.0, 0.70, [(left, left + 0.08), (right - 0.08, right)])):
        point = eye + direction * near
        front = (point[..., 1] > low) & (point[..., 1] < high) & (near < nearest)
        front &= np.any([(point[..., 0] > a) & (point[..., 0] < b) for a, b in beams], axis=0)
        picture = np.where(front[..., None], colour("#5E3E24") * (0.8 + 0.15 * (point[..., 0] - left))[..., None], picture)
        nearest = np.where(front, near, nearest)
    return picture, nearest


# --- the avenue in autumn ---------------------------------------------------------------------------------------------------------


def avenue() -> Plane:
    """Ginkgo trees along a path: leaf by leaf, from the farthest tree to the nearest."""
    height, width = 1800, 1350
    eye_line = 960
    sky = gradient(height, width, [(0, "#F2E7C4"), (0.4, "#FBEFCF"), (0.55, "#FFF7E2"), (1, "#C99B3C")])
    image = Image.fromarray((sky * 255).astype(np.uint8))
    random = np.random.default_rng(23)
    draw = ImageDraw.Draw(image, "RGBA")
    _ground(draw, random, height, width, eye_line)
    for _ in range(5200):
        x = random.uniform(0, width)
        y = eye_line + 6 - abs(random.normal(0, 42)) * (1.25 + 0.5 * np.sin(x / 67) * np.sin(x / 29))
        _leaf(draw, random, x, y, random.uniform(3, 7), random.uniform(0.62, 0.86))
    for depth in np.geomspace(26, 2.6, 9):
        for side in (-1, 1):
            _ginkgo(draw, random, width / 2 + 40 + side * 2300 / depth * random.uniform(0.93, 1.07), eye_line, depth, side)
        fog = Image.new("RGBA", image.size, (255, 243, 214, int(3.2 * depth**0.7)))
        image = Image.alpha_composite(image.convert("RGBA"), fog).convert("RGB")
        draw = ImageDraw.Draw(image, "RGBA")
    picture = np.asarray(image, float) / 255
    light = glow(height, width, (0.46 * height, 0.54 * width), (420, 300))
    picture = picture + light[..., None] * np.array([0.22, 0.19, 0.11])
    return blurred(0.5 + (picture - 0.5) * 1.12, 1.0)


LEAVES: Final = [(247, 205, 62), (236, 178, 38), (252, 222, 98), (219, 152, 30), (201, 160, 48), (255, 233, 140)]


def _ground(draw: ImageDraw.ImageDraw, random: np.random.Generator, height: int, width: int, eye_line: int) -> None:
    """A pale path between banks of fallen leaves, leaves larger towards the viewer."""
    draw.rectangle((0, eye_line, width, height), fill=(206, 160, 62, 255))
    middle = width / 2 + 40
    draw.polygon(
        [(middle - 16, eye_line), (middle + 16, eye_line), (middle + 520, height), (middle - 560, height)], fill=(178, 160, 134, 255)
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
            (x - size, y - size * 0.38, x + size, y + size * 0.38), fill=(int(red * shade), int(green * shade), int(blue * shade), 230)
        )


def _ginkgo(draw: ImageDraw.ImageDraw, random: np.random.Generator, x: float, eye_line: int, depth: float, side: int) -> None:
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
        draw.line([(x, begin), ((x + end[0]) / 2, begin - 240 * scale), end], fill=bark, width=max(1, int(40 * scale)), joint="curve")
        clusters += [(end[0], end[1], 1.0), ((x + end[0]) / 2, (begin + end[1]) / 2, 0.7)]
    for cx, cy, spread in clusters:
        light = random.uniform(0.72, 1.06)
        for _ in range(int(130 + 3200 * scale)):
            lx, ly = random.normal(cx, 400 * scale * spread), random.normal(cy, 250 * scale * spread)
            above = float(np.clip((cy - ly) / (600 * scale) + 0.5, 0, 1))
            _leaf(draw, random, lx, ly, max(1.3, random.uniform(8, 15) * scale), light * (0.62 + 0.42 * above))


def _trunk(draw: ImageDraw.ImageDraw, x: float, foot: float, crown: float, thick: float, bark: tuple[int, ...], side: int) -> None:
    """A tapering trunk, shaded round and lit from the path."""
    fork = foot - (foot - crown) * 0.45
    strips = 14
    for strip in range(strips):
        left, right = -1 + 2 * strip / strips, -1 + 2 * (strip + 1) / strips
        light = 0.78 + 0.5 * max(0.0, -side * (left + right) / 2) ** 1.5
        shade = tuple(min(255, int(channel * light)) for channel in bark[:3])
        corners = [(x + left * thick * 1.12, foot), (x + left * thick * 0.6, fork), (x + left * thick * 0.15, crown)]
        corners += [(x + right * thick * 0.15, crown), (x + right * thick * 0.6, fork), (x + right * thick * 1.12, foot)]
        draw.polygon(corners, fill=(*shade, 255))


def _leaf(draw: ImageDraw.ImageDraw, random: np.random.Generator, x: float, y: float, size: float, shade: float) -> None:
    red, green, blue = LEAVES[random.integers(len(LEAVES))]
    tone = (min(255, int(red * shade)), min(255, int(green * shade)), min(255, int(blue * shade)), 225)
    draw.ellipse((x - size, y - size * 0.7, x + size, y + size * 0.7), fill=tone)


# --- the library at nightfall -----------------------------------------------------------------------------------------------------


def nightfall() -> Plane:
    """A low library on the shore, every window lit, its light long on the water."""
    height, width = 1050, 1800
    shore = 620
    sky = gradient(shore, width, [(0, "#101B36"), (0.5, "#2A4066"), (0.85, "#8C7C8A"), (1, "#E0A77C")])
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
    water = mix(long * 0.82, colour("#0E1B2E"), np.linspace(0.1, 0.55, depth)[:, None] * np.ones((1, width)))
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
    blocks = [(520, 1290, shore - 92, shore - 14), (580, 1230, shore - 182, shore - 104), (760, 1050, shore - 282, shore - 194)]
    for left, right, top, foot in blocks:
        y, x = np.mgrid[top:foot, left:right]
        warm = mix(colour("#FFE3A6"), colour("#F2A94E"), (y - top) / (foot - top) * 0.8 + 0.2 * random.random())
        room = random.uniform(0.55, 1.1, 64)[((x - left) // 46) % 64]
        inside = warm * room[..., None]
        shelf = ((y - top) % 17 < 3) & (random.random(64)[((x - left) // 46) % 64] < 0.6)
        inside = np.where(shelf[..., None], inside * 0.55, inside)
        books = random.uniform(0.6, 1.0, 512)[((x - left) // 4) % 512]
        inside = np.where(((y - top) > (foot - top) * 0.45)[..., None], inside * books[..., None], inside)
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


def main() -> None:
    """Write all four."""
    FOLDER.mkdir(exist_ok=True)
    for seed, (name, picture) in enumerate(
        (("dawn.jpg", dawn), ("reading-room.jpg", reading_room), ("avenue.jpg", avenue), ("nightfall.jpg", nightfall))
    ):
        save(name, picture(), seed)
        print(f"{name}: {(FOLDER / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
