"""What pictures of layouts may be called, beside a layout and in a package."""

from __future__ import annotations

from pathlib import PurePosixPath

from layouts.imaging.kinds import ART_SUFFIXES
from layouts.issue.file_name import PHOTOS, fit_name

FOLDER = "layout/"
"""What the names of these entries begin with."""

MOST_ART = 20_000_000
"""Bytes of one picture: a calligraphy scanned at 1,200 dpi has some 8,000,000."""

DEEPEST = 4
"""Names in a path: three folders and the file."""


def is_picture_name(name: str) -> bool:
    """Whether a name is one that a picture of a layout may have on any system: relative, with
    slashes, no way up, an ending of a picture. Not in the folder of photos, which are named by
    their content.
    """
    parts = name.split("/")
    return (
        len(parts) <= DEEPEST
        and all(part and fit_name(part) == part for part in parts)
        and parts[0].casefold() != PHOTOS
        and PurePosixPath(name).suffix.lower() in ART_SUFFIXES
    )


def is_of_art(entry: str) -> bool:
    """Whether an entry of a package is a picture of its layout."""
    return entry.startswith(FOLDER) and is_picture_name(entry.removeprefix(FOLDER))
