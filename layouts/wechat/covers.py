"""The pictures of an article's head, proposed from its first photo: cut about its centre of
interest.
"""

from __future__ import annotations

from typing import Final

from layouts.flow.frames import cut_about
from layouts.imaging.for_screen import ScreenPicture, filling
from layouts.imaging.read import inside, probe
from layouts.issue.issue import Issue
from layouts.issue.photo import Crop, Photo
from layouts.wechat.article import articles_of

COVERS: Final = {"cover-900x383": (900, 383), "cover-500x500": (500, 500)}
"""Pixels of the cover of a first article and of the square beside others, by the names of their
files.
"""


def covers(issue: Issue, chosen: int | None = None) -> dict[str, ScreenPicture]:
    """Both covers by their names, from the first photo of the chosen article or of the issue; none
    where there is no photo. PhotoError where it cannot be read.
    """
    photo = first_photo(issue, chosen)
    if photo is None:
        return {}
    file = probe(inside(issue.folder, photo.path))
    made: dict[str, ScreenPicture] = {}
    for name, size in COVERS.items():
        crop = cover_crop(photo, file.width / file.height, size[0] / size[1])
        made[name] = filling(file, photo.tone, crop, size)
    return made


def first_photo(issue: Issue, chosen: int | None = None) -> Photo | None:
    """The first photo of the chosen article or of all."""
    articles = [article for _, article in articles_of(issue)]
    return next(
        (
            block
            for article in (articles if chosen is None else [articles[chosen]])
            for block in article.blocks
            if isinstance(block, Photo)
        ),
        None,
    )


def cover_crop(photo: Photo, ratio: float, wanted: float) -> Crop:
    """What is cut off a photo whose whole file is `ratio` times as wide as high, so that what is
    left is `wanted` times.
    """
    left, top, right, bottom = photo.crop
    shown = ratio * (1 - left - right) / (1 - top - bottom)
    if shown < wanted:
        return cut_about(photo.crop, 1.0, shown / wanted, photo.focus)
    return cut_about(photo.crop, wanted / shown, 1.0, photo.focus)
