"""Photos of the report: small pictures inside the page."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from layouts.errors import PhotoError
from layouts.imaging.read import probe
from layouts.importing.report.markup import both, shown, tag
from layouts.issue.photo import Photo
from layouts.messages import import_report as say
from layouts.messages.message import Sentence

SIDE = 240
"""Pixels of a picture's longer side."""

MOST = 300
"""ReportPictures in one report: some 2 MB; the rest is named."""


class ReportPictures:
    """Makes pictures, each file once, until there are enough."""

    def __init__(self) -> None:
        self._made: dict[str, str] = {}

    def figure(self, path: Path, name: str, caption: str, how: Sentence) -> str:
        """A photo with its name, its caption and how it came to where it is."""
        said = [tag("b", shown(name)), tag("span", both(how), "how")]
        if caption:
            said.insert(1, tag("span", shown(caption), "caption"))
        return tag("figure", f"{self._image(path, name)}{tag('figcaption', ''.join(said))}")

    def _image(self, path: Path, name: str) -> str:
        data = self._data(path)
        if not data:
            return tag("div", both(say.NO_PICTURE()), "none")
        return f'<img alt="{shown(name)}" src="data:image/jpeg;base64,{data}">'

    def _data(self, path: Path) -> str:
        known = str(path)
        if known not in self._made and len(self._made) < MOST:
            self._made[known] = _encoded(path)
        return self._made.get(known, "")


def _encoded(path: Path) -> str:
    """The picture in Base64; empty where it cannot be made."""
    from layouts.imaging.thumbnail import thumbnail

    try:
        return b64encode(thumbnail(probe(path), SIDE)).decode()
    except PhotoError:
        return ""


def name_of(photo: Photo) -> str:
    """What an editor calls a photo."""
    return photo.name or Path(photo.path).name
