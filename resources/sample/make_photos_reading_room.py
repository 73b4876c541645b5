"""The reading room, a photo of the sample issue."""

from __future__ import annotations

import numpy as np
from make_photos_tools import Plane, blurred, colour, mix, noise


def reading_room() -> Plane:
    """A long room seen from its end: shelves on the left and behind, tall windows on the right,
    tables between; one ray per pixel.
    """
    height, width = 1200, 1800
    y, x = np.mgrid[0:height, 0:width]
    direction = np.stack(
        [(x - 0.46 * width) / 1150, (0.47 * height - y) / 1150, np.ones((height, width))], axis=-1
    )
    eye = np.array([0.35, 1.55, 0.0])
    nearest = np.full((height, width), np.inf)
    picture = np.zeros((height, width, 3))
    for axis, place, shade in (
        (0, -3.2, _shelves),
        (0, 3.2, _windows),
        (1, 0.0, _floor),
        (1, 3.9, _ceiling),
        (2, 19.0, _back),
    ):
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
    """Rows of spines: `along` and `up` in metres; each spine its own width, height and colour, on
    boards of wood.
    """
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
    spine = (
        cloth[random.integers(0, len(cloth), edges.size + 1)[book]]
        * random.uniform(0.75, 1.1, edges.size + 1)[book][..., None]
    )
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
    frame = (
        (np.abs(bay - 1.5) < 0.035)
        | (np.abs(bay - 1.02) < 0.02)
        | (np.abs(bay - 1.98) < 0.02)
        | (np.abs(up - 2.55) < 0.03)
    )
    frame |= (bay < 0.61) | (bay > 2.39) | (up < 1.02) | (up > 3.29)
    leaves = np.sin(along * 9.1 + 2 * np.sin(up * 7.3)) * np.sin(
        up * 11.7 + np.cos(along * 5.2) * 2
    )
    outside = mix(
        colour("#FFF8E6"),
        colour("#C9D6AE"),
        np.clip(leaves * 0.5 + 0.9 - 0.45 * (up - 0.9), 0, 1) * 0.8,
    )
    wall = np.ones((*along.shape, 3)) * colour("#CDBFA8")
    wall = np.where((up < 0.95)[..., None], colour("#8A6440"), wall)
    lit = wall * (0.62 + 0.1 * np.sin(along))[..., None]
    return np.where(
        (opening & ~frame)[..., None],
        outside * 1.12,
        np.where(opening[..., None], colour("#6A4A2C") * 0.8, lit),
    )


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
    lamp = (
        (np.abs(point[..., 0]) < 0.12)
        & ((point[..., 2] % 3.0) > 0.9)
        & ((point[..., 2] % 3.0) < 2.4)
    )
    plain = np.where(beam[..., None], colour("#7C5A39") * 0.9, plain)
    return np.where(lamp[..., None], colour("#FFF3D4") * 1.15, plain)


def _back(point: Plane) -> Plane:
    wall = _books(point[..., 0] + 8, point[..., 1], 57, 0.37)
    arch = (np.abs(point[..., 0]) < 0.95) & (
        point[..., 1] < 2.5 + 0.6 * np.sqrt(np.clip(1 - (point[..., 0] / 0.95) ** 2, 0, 1))
    )
    wall = np.where(arch[..., None], colour("#FCEFD2") * 0.95, wall)
    rim = (
        (np.abs(point[..., 0]) < 1.1)
        & ~arch
        & (point[..., 1] < 2.6 + 0.7 * np.sqrt(np.clip(1 - (point[..., 0] / 1.1) ** 2, 0, 1)))
    )
    return np.where(rim[..., None], colour("#5E3F25"), wall) * 0.92


def _table(
    picture: Plane, nearest: Plane, eye: Plane, direction: Plane, near: float
) -> tuple[Plane, Plane]:
    """A table across the middle with open books and a lamp: its top, its front edge and its
    legs.
    """
    left, right, far, top = -1.75, 1.35, near + 1.05, 0.78
    distance = (top - eye[1]) / np.minimum(direction[..., 1], -1e-6)
    point = eye + direction * distance[..., None]
    seen = (
        (point[..., 0] > left)
        & (point[..., 0] < right)
        & (point[..., 2] > near)
        & (point[..., 2] < far)
        & (distance < nearest)
    )
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
    picture, nearest = (
        np.where(seen[..., None], surface, picture),
        np.where(seen, distance, nearest),
    )
    for low, high, beams in (
        (0.70, 0.78, [(left, right)]),
        (0.0, 0.70, [(left, left + 0.08), (right - 0.08, right)]),
    ):
        point = eye + direction * near
        front = (point[..., 1] > low) & (point[..., 1] < high) & (near < nearest)
        front &= np.any([(point[..., 0] > a) & (point[..., 0] < b) for a, b in beams], axis=0)
        picture = np.where(
            front[..., None],
            colour("#5E3E24") * (0.8 + 0.15 * (point[..., 0] - left))[..., None],
            picture,
        )
        nearest = np.where(front, near, nearest)
    return picture, nearest
