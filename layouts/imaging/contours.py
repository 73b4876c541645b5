"""The contour of what a photo shows (轮廓): from its alpha channel, or found on a plain ground; as
rings of corners that text runs round.
"""

# Pillow types `resize` and `point` by NumPy, which need not be there.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

from layouts.geometry import ring_area, simplified
from layouts.imaging.decode import Pixels, pixels
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import PhotoFile, refused

ShownRing = tuple[tuple[float, float], ...]
"""Corners of a closed outline, as fractions of the upright photo's width and height."""

LONGEST = 200
"""Pixels of the longer side that a contour is looked for in: a third of a millimetre of a photo
60 mm wide, finer than the text that runs round it is set.
"""

SHOWS = 32
"""Of 255: so opaque a pixel counts as shown. Soft shadows do not push text away, hair does."""

TOLERANCE = 26
"""Of 255, in each colour: so far from the ground's colour a pixel still is ground. JPEG noise and
the vignette of a light box stay below it.
"""

PLAIN = 0.5
"""The part of a photo's border that must be of one colour to be called its ground: a bust that
stands on the lower edge leaves more.
"""

LEAST_SHOWN, MOST_SHOWN = 0.005, 0.97
"""Of a photo: less than this is no figure, more leaves no ground."""

SPECK = 0.001
"""Of a photo: smaller pieces are dust."""

MOST_PIECES = 12
MOST_CORNERS = 120
"""Of a contour: above them it is confetti or a hedge, and gaps are closed, corners given up."""

SLACK = 1.0
"""Pixels that corners may be given up for; the mask is grown by one, so that none of it is cut."""


def alpha_contour(photo: PhotoFile) -> tuple[ShownRing, ...]:
    """The outer rings of what a photo's alpha channel shows, holes filled; none without one.

    PhotoError, naming the file, where its pixels cannot be read.
    """
    decoded = _decoded(photo)
    if decoded.alpha is None:
        return ()
    small = decoded.alpha.resize(_small(photo), Image.Resampling.BOX)
    return _rings(small.point([255 * (grey >= SHOWS) for grey in range(256)]))


def ground_contour(photo: PhotoFile) -> tuple[ShownRing, ...]:
    """The outer rings of what stands on the plain ground of a photo, holes filled; none where no
    colour of a corner is that of half its border, or nothing stands on it.

    PhotoError, naming the file, where its pixels cannot be read.
    """
    decoded = _decoded(photo)
    colours = decoded.colours.convert("RGB")
    if decoded.alpha is not None:
        paper = Image.new("RGB", colours.size, "white")
        paper.paste(colours, mask=decoded.alpha)
        colours = paper
    small = colours.resize(_small(photo), Image.Resampling.BOX)
    unlike, plain = max(
        ((mask, _ground_of_border(mask)) for mask in _unlike_corners(small)),
        key=lambda found: found[1],
    )
    if plain < PLAIN:
        return ()
    rings = _rings(unlike)
    shown = sum(map(ring_area, rings))
    return rings if LEAST_SHOWN <= shown <= MOST_SHOWN else ()


def _decoded(photo: PhotoFile) -> Pixels:
    share = min(1.0, LONGEST / max(photo.width, photo.height))
    try:
        return pixels(photo.path, photo.kind, share)
    except UnfitError as error:
        raise refused(photo, error) from error


def _small(photo: PhotoFile) -> tuple[int, int]:
    scale = min(1.0, LONGEST / max(photo.width, photo.height))
    return max(1, round(photo.width * scale)), max(1, round(photo.height * scale))


# The mask: 255 what is shown, 0 what may be ground


def _unlike_corners(image: Image.Image) -> Iterator[Image.Image]:
    """For the colour of each corner, what is unlike it."""
    width, height = image.size
    patch = max(1, min(width, height) // 40)
    for x in (0, width - patch):
        for y in (0, height - patch):
            corner = image.crop((x, y, x + patch, y + patch)).resize((1, 1), Image.Resampling.BOX)
            ground = corner.resize(image.size)
            bands = ImageChops.difference(image, ground).split()
            most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
            yield most.point([255 * (grey > TOLERANCE) for grey in range(256)])


def _ground_of_border(mask: Image.Image) -> float:
    """The part of a mask's border that is ground."""
    width, height = mask.size
    edges = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height))
    border = b"".join(mask.crop(edge).tobytes() for edge in edges)
    border += mask.crop((width - 1, 0, width, height)).tobytes()
    return border.count(0) / len(border)


def _rings(mask: Image.Image) -> tuple[ShownRing, ...]:
    """The rings of a mask, the largest first: as few corners as may be, in fractions of it."""
    grown = mask
    for _ in range(6):
        grown = grown.filter(ImageFilter.MaxFilter(3))
        loops = _loops(grown)
        if len(loops) <= MOST_PIECES:
            break
    else:
        return ()
    slack = SLACK
    while True:
        simple = [simplified(loop, slack) for loop in loops]
        if sum(map(len, simple)) <= MOST_CORNERS:
            break
        slack *= 1.4
    width, height = mask.size
    return tuple(
        tuple((_fraction(x - 1, width), _fraction(y - 1, height)) for x, y in loop)
        for loop in simple
    )


def _fraction(at: float, whole: int) -> float:
    # a ten-thousandth: no more is known, and files stay short
    return round(min(max(at / whole, 0.0), 1.0), 4)


# Rows of a mask as runs: from a column up to another

Run = tuple[int, int]
Loop = list[tuple[int, int]]


def _loops(mask: Image.Image) -> list[Loop]:
    """The outlines of what is shown, holes filled, one pixel right and down since a row and a
    column of ground are laid round it; dust left out, the largest first.
    """
    padded = Image.new("L", (mask.width + 2, mask.height + 2))
    padded.paste(mask, (1, 1))
    shown = [_complement(runs, padded.width) for runs in _outside(padded)]
    least = SPECK * mask.width * mask.height
    loops = [loop for loop in _traced(shown) if ring_area(loop) >= least]
    return sorted(loops, key=lambda loop: (-ring_area(loop), loop))


def _outside(padded: Image.Image) -> list[list[Run]]:
    """Row by row the runs of ground that hang together with the border."""
    width, height = padded.size
    data = padded.tobytes()
    rows = [
        [match.span() for match in re.finditer(b"\0+", data[y * width : (y + 1) * width])]
        for y in range(height)
    ]
    seen = {(0, rows[0][0])}
    waiting = list(seen)
    while waiting:
        y, (left, right) = waiting.pop()
        for other in (y - 1, y + 1):
            for run in rows[other] if 0 <= other < height else ():
                if run[0] < right and left < run[1] and (other, run) not in seen:
                    seen.add((other, run))
                    waiting.append((other, run))
    return [[run for run in runs if (y, run) in seen] for y, runs in enumerate(rows)]


def _complement(runs: list[Run], width: int) -> list[Run]:
    ends = [0, *(end for run in runs for end in run), width]
    return [
        (left, right) for left, right in zip(ends[::2], ends[1::2], strict=True) if left < right
    ]


def _traced(shown: list[list[Run]]) -> Iterator[Loop]:
    """The closed outlines along the edges of pixels, clockwise, what touches at a corner in one."""
    steps: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for y, (above, here) in enumerate(pairwise([[], *shown, []])):
        for left, right in here:
            steps[right, y].append((right, y + 1))
            steps[left, y + 1].append((left, y))
        for left, right in _only(here, above):
            steps[left, y].append((right, y))
        for left, right in _only(above, here):
            steps[right, y].append((left, y))
    while steps:
        yield _followed(steps)


def _only(some: list[Run], others: list[Run]) -> Iterator[Run]:
    """What of some runs no other covers."""
    for left, right in some:
        at = left
        for start, end in others:
            if end <= at or start >= right:
                continue
            if start > at:
                yield at, start
            at = end
        if at < right:
            yield at, right


def _followed(steps: dict[tuple[int, int], list[tuple[int, int]]]) -> Loop:
    """One outline, its steps used up."""
    here, came = min(steps), (0, 0)
    loop: Loop = []
    while here in steps:
        loop.append(here)
        choices = steps[here]
        # where two meet at a corner, to the left: round both
        there = min(choices, key=partial(_turn, came, here))
        choices.remove(there)
        if not choices:
            del steps[here]
        came = (there[0] - here[0], there[1] - here[1])
        here = there
    return loop


def _turn(came: tuple[int, int], here: tuple[int, int], there: tuple[int, int]) -> int:
    """How far one turns right who came so far and goes on: less than nothing to the left."""
    return came[0] * (there[1] - here[1]) - came[1] * (there[0] - here[0])
