"""Photos of a Word file: in the line, or beside the text in a frame with their captions
(ECMA-376 20.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.house.layout import Layout
from layouts.imaging.for_screen import ScreenPicture
from layouts.imaging.read import inside, probe
from layouts.issue.file_name import original_name
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.photo_rows import lines_of, said_width
from layouts.webpage.markup import sound
from layouts.webpage.writing import MadePictures
from layouts.wordfile.parts import FileParts
from layouts.wordfile.xml import SPACES, Element, element, valued

EMU = 12_700
"""English metric units of a point (20.1.10.16)."""

_BESIDE = 0.75
"""Of the width of the text: beside a wider photo there is no room for text."""

_TALLEST = 0.6
"""Of the height of the text: no photo is taller."""

_PIXELS_AN_INCH, _FEWEST = 200, 300
"""Pixels of a photo: Word packs those anew that have more than 220 an inch."""

_GAP = 4.0
"""Points between photos of a row, about a blank of the line that they stand in."""


class SizedPhoto(NamedTuple):
    """A photo with its picture and its size in points."""

    photo: Photo
    picture: ScreenPicture
    width: float
    height: float


class PictureWriter:
    """Writes the photos of an issue in `folder`."""

    def __init__(self, folder: Path, layout: Layout, parts: FileParts, made: MadePictures) -> None:
        self._folder = folder
        self._layout = layout
        self._parts = parts
        self._made = made

    def alone(self, photo: Photo) -> SizedPhoto:
        """A photo by itself, as wide as it says. PhotoError where it cannot be read."""
        grid = self._layout.grid
        asked = self._layout.photo.width if photo.width is None else photo.width
        if photo.place is not PhotoPlace.TEXT and photo.width is None:
            width = grid.area_width
        else:
            width = min(asked * grid.size, grid.area_width)
        return self._placed(photo, min(width, self._tallest / self._ratio(photo)))

    def beside(self, photos: Sequence[Photo]) -> list[list[SizedPhoto]]:
        """The lines of a row, all photos of one of the same height."""
        grid = self._layout.grid
        asked = said_width(photos)
        width = grid.area_width if asked is None else min(asked * grid.size, grid.area_width)
        lines: list[list[SizedPhoto]] = []
        left = list(photos)
        for count in lines_of(len(photos), photos[0].grid):
            lines.append(self._line(left[:count], width))
            del left[:count]
        return lines

    def _line(self, photos: Sequence[Photo], width: float) -> list[SizedPhoto]:
        ratios = [self._ratio(photo) for photo in photos]
        room = width - _GAP * (len(photos) - 1) - 1.0
        height = min(room / sum(1 / ratio for ratio in ratios), self._tallest)
        return [
            self._placed(photo, height / ratio) for photo, ratio in zip(photos, ratios, strict=True)
        ]

    @property
    def _tallest(self) -> float:
        return _TALLEST * self._layout.grid.area_height

    def _ratio(self, photo: Photo) -> float:
        """The height of what is shown of a photo, as a part of its width."""
        file, crop = probe(inside(self._folder, photo.path)), photo.crop
        across, down = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
        return file.height * down / (file.width * across)

    def _placed(self, photo: Photo, width: float) -> SizedPhoto:
        """A photo so many points wide. The same picture may stand in the file at two sizes."""
        most = max(_FEWEST, round(width / 72 * _PIXELS_AN_INCH))
        picture = self._made.picture(self._folder, photo, most)
        return SizedPhoto(photo, picture, width, width * picture.height / picture.width)

    def stands_beside(self, placed: SizedPhoto) -> bool:
        """Whether text runs beside a photo."""
        photo = placed.photo
        in_text = photo.place is PhotoPlace.TEXT and photo.side is not Side.NONE
        return in_text and placed.width <= _BESIDE * self._layout.grid.area_width

    # -- drawings ----------------------------------------------------------------------------------

    def in_line(self, placed: SizedPhoto) -> Element:
        """The run of a photo that stands in the line."""
        size = _extent(placed.width, placed.height)
        inline = element(
            "wp:inline",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
            size,
            self._about(placed.photo),
            self._graphic(placed),
        )
        return _run(inline)

    def at_side(self, placed: SizedPhoto) -> Element:
        """The run to which a photo beside the text is tied."""
        anchor = self._anchor(placed.photo, placed.width, placed.height, self._graphic(placed))
        return _run(anchor)

    def framed(self, placed: SizedPhoto, content: Sequence[Element], below: float) -> Element:
        """The run to which a frame beside the text is tied that holds a photo and what stands
        `below` it, so many points high.
        """
        width, height = placed.width, placed.height + below
        box = element(
            "a:graphic",
            None,
            element("a:graphicData", {"uri": SPACES["wps"]}, _box(width, height, content)),
        )
        anchor = self._anchor(placed.photo, width, height, box)
        choice = element("mc:Choice", {"Requires": "wps"}, element("w:drawing", None, anchor))
        return element("w:r", None, element("mc:AlternateContent", None, choice))

    def _anchor(self, photo: Photo, width: float, height: float, graphic: Element) -> Element:
        grid = self._layout.grid
        asked = self._layout.photo.standoff if photo.standoff is None else photo.standoff
        aside = round(asked * grid.size * EMU)
        side = {Side.LEFT: "left", Side.RIGHT: "right"}.get(photo.side, "center")
        about = {
            "distT": 0, "distB": 0, "distL": aside, "distR": aside, "simplePos": 0,
            "relativeHeight": 1, "behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 0,
        }  # fmt: skip
        down = element("wp:posOffset", text=str(round(photo.line * grid.leading * EMU)))
        return element(
            "wp:anchor",
            about,
            element("wp:simplePos", {"x": 0, "y": 0}),
            element("wp:positionH", {"relativeFrom": "column"}, element("wp:align", text=side)),
            element("wp:positionV", {"relativeFrom": "paragraph"}, down),
            _extent(width, height),
            element("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
            element("wp:wrapSquare", {"wrapText": "bothSides"}),
            self._about(photo),
            graphic,
        )

    def _about(self, photo: Photo) -> Element:
        number = self._parts.drawing()
        said: dict[str, str | int] = {"id": number, "name": f"图片 {number}"}
        if photo.alt.strip():
            said["descr"] = sound(photo.alt)
        return element("wp:docPr", said)

    def _graphic(self, placed: SizedPhoto) -> Element:
        data, suffix = placed.picture.data, placed.picture.suffix
        link = self._parts.picture(data, suffix)
        name = _file_name(placed.photo, suffix)
        picture = element(
            "pic:pic",
            None,
            element(
                "pic:nvPicPr",
                None,
                element("pic:cNvPr", {"id": self._parts.drawings, "name": name}),
                element("pic:cNvPicPr"),
            ),
            element(
                "pic:blipFill",
                None,
                element("a:blip", {"r:embed": link}),
                element("a:stretch", None, element("a:fillRect")),
            ),
            element(
                "pic:spPr", None, _place(placed.width, placed.height), *_rectangle(), _frame(placed)
            ),
        )
        data_of = element("a:graphicData", {"uri": SPACES["pic"]}, picture)
        return element("a:graphic", None, data_of)


def _file_name(photo: Photo, suffix: str) -> str:
    """What the file was called, with the ending of the kind it is now."""
    name = original_name(photo) or photo.path.rpartition("/")[2]
    return sound(f"{name.rpartition('.')[0] or name}{suffix}")


def _run(drawn: Element) -> Element:
    return element("w:r", None, element("w:drawing", None, drawn))


def _extent(width: float, height: float) -> Element:
    return element("wp:extent", {"cx": round(width * EMU), "cy": round(height * EMU)})


def _place(width: float, height: float) -> Element:
    size = {"cx": round(width * EMU), "cy": round(height * EMU)}
    return element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", size))


def _rectangle() -> list[Element]:
    return [element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))]


def _frame(placed: SizedPhoto) -> Element | None:
    """The rule round a photo."""
    if not placed.photo.frame:
        return None
    black = element("a:solidFill", None, element("a:srgbClr", {"val": "000000"}))
    return element("a:ln", {"w": round(placed.photo.frame * EMU)}, black)


def _box(width: float, height: float, content: Sequence[Element]) -> Element:
    """A frame without a rule that grows with its text."""
    inside = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    return element(
        "wps:wsp",
        None,
        element("wps:cNvSpPr", {"txBox": 1}),
        element(
            "wps:spPr",
            None,
            _place(width, height),
            *_rectangle(),
            element("a:noFill"),
            element("a:ln", None, element("a:noFill")),
        ),
        element("wps:txbx", None, element("w:txbxContent", None, *content)),
        element("wps:bodyPr", {**inside, "wrap": "square", "anchor": "t"}, element("a:spAutoFit")),
    )


def blank() -> Element:
    """What parts two photos of a row."""
    return element(
        "w:r",
        None,
        element("w:rPr", None, valued("w:sz", round(2 * _GAP * 2))),
        element("w:t", {"xml:space": "preserve"}, text=" "),
    )
