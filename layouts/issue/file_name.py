"""Names of photo files that any system can have, whoever made them up: a package or a version says
what a photo was once called.
"""

from __future__ import annotations

import re
import unicodedata

from layouts.issue.photo import Photo
from layouts.patterns import later

PHOTOS = "photos"
"""The folder of photos, in a package and in a document's cache."""

MOST = 80
"""Characters of a name before its ending: under 255 bytes in UTF-8 with room for a count, whatever
the characters.
"""

_NOT_IN_NAMES = later(r'[<>:"/\\|?*]')
"""What a file name cannot have on one system or another."""

_RESERVED = later(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
"""What Windows takes for a device."""

_BY_CONTENT = later(r"[0-9a-f]{64}\.[0-9a-z]{1,8}")


def fit_name(name: str, ending: str = "") -> str:
    """A name fit for any file system: no folder, nothing unseen, no device, not hidden, no option;
    empty where nothing is left.

    With an `ending` (`.jpg`) that one instead of its own: a file is called what it is.
    """
    last = re.split(r"[/\\]", name)[-1]
    # category C: controls, joiners, halves of surrogate pairs, characters that nobody assigned
    seen = "".join(character for character in last if unicodedata.category(character)[0] != "C")
    # not hidden (.), no option (-), no home folder (~); Windows drops dots and spaces at the end
    fit = _NOT_IN_NAMES().sub("_", seen).strip().lstrip(".-~ ").rstrip(". ")
    stem, dot, own = fit.rpartition(".")
    if not dot or not re.fullmatch(r"[0-9A-Za-z]{1,8}", own):
        stem, own = fit, ""
    stem = stem[:MOST].rstrip(". ")
    if not stem:
        return ""
    kept = ending or (f".{own}" if own else "")
    return f"_{stem}{kept}" if _RESERVED().fullmatch(stem) else f"{stem}{kept}"


def original_name(photo: Photo) -> str:
    """What the file of a photo was called before a package named it by its content; empty where
    nobody knows.
    """
    last = re.split(r"[/\\]", photo.path)[-1]
    return photo.name or ("" if _BY_CONTENT().fullmatch(last) else fit_name(last))
