"""Pictures of the fixed parts (题字, 徽标, 底图): read once for a layout, drawn as shapes or
pictures, and the lines they stand instead of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from layouts.errors import Finding
from layouts.house.art import art_of
from layouts.house.fixed_design import ArtDesign, FixedLine
from layouts.house.layout import Layout
from layouts.house.template import fields_of, fill
from layouts.imaging.read import PhotoFile
from layouts.messages.art import ART_UNUSABLE, ART_UNUSABLE_LINE_STANDS
from layouts.messages.message import Sentence
from layouts.page.item import ArtShape, Fill, Ink, Picture
from layouts.page.page import Page

if TYPE_CHECKING:
    from layouts.flow.setting import Setter
    from layouts.imaging.svg.drawing import Colour, SvgDrawing
    from layouts.imaging.svg.transforms import Matrix

WHITE = Ink("white", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
"""What is white in art that is printed in one ink: paper."""


class Art:
    """The pictures of a layout by their paths, and why others cannot be set.

    Known by identity: parts drawn with one stay right for it alone.
    """

    def __init__(
        self,
        files: Mapping[str, SvgDrawing | PhotoFile] | None = None,
        errors: Mapping[str, Sentence] | None = None,
    ) -> None:
        self.files = files or {}
        self.errors = errors or {}

    def says_the_same(self, other: Art) -> bool:
        """Whether files looked at again hold what they held."""
        return self.files == other.files and self.errors == other.errors


NO_ART = Art()


def read_layout_art(layout: Layout) -> Art:
    """Look at the pictures of a layout."""
    designs = art_of(layout)
    if not designs:
        return NO_ART
    from layouts.imaging.art import read_art
    from layouts.imaging.raster import UnfitError

    files: dict[str, SvgDrawing | PhotoFile] = {}
    errors: dict[str, Sentence] = {}
    for path in dict.fromkeys(design.file for design in designs):
        try:
            files[path] = read_art(Path(path))
        except UnfitError as error:
            errors[path] = Sentence(error.zh, error.en)
    return Art(files, errors)


def art_findings(layout: Layout, art: Art) -> Iterator[Finding]:
    """A finding for each picture that cannot be set."""
    for path, why in art.errors.items():
        name = Path(path).name
        replaces = any(design.file == path and design.instead_of for design in art_of(layout))
        wording = ART_UNUSABLE_LINE_STANDS if replaces else ART_UNUSABLE
        yield Finding(
            "warning",
            "art-unusable",
            *wording(name=name, why=why),
            page=1,
            # as `preflight.codes.key_of`, which composing does not know
            key=f"art-unusable@{name[:40]}",
        )


def standing(
    lines: Iterable[FixedLine], designs: Sequence[ArtDesign], setter: Setter
) -> list[FixedLine]:
    """The lines of a part without those that a picture stands for."""
    replaced = {design.instead_of for design in designs if design.file in setter.art.files}
    return [line for line in lines if replaced.isdisjoint(fields_of(line.template))]


def draw_art(
    page: Page,
    role: str,
    lines: Sequence[FixedLine],
    designs: Sequence[ArtDesign],
    setter: Setter,
    fields: Mapping[str, str],
    top: float,
    unit: float,
) -> None:
    """Draw the pictures of a part; `lines` are all of it, from which those replaced are said.

    Heights count from `top`, `unit` points each.
    """
    if not designs:
        return
    from layouts.imaging.svg.transforms import Matrix

    grid = setter.layout.grid
    for design in designs:
        file = setter.art.files.get(design.file)
        if file is None:
            continue
        width, height = _fitted(design, file.width, file.height)
        room = grid.area_width - width
        x = grid.left + {"left": 0.0, "right": room}.get(design.align, room / 2)
        x, y = x if design.x is None else design.x, top + design.y * unit
        alt = _alt(design, lines, fields)
        if isinstance(file, PhotoFile):
            page.pictures.append(
                Picture(
                    x,
                    y,
                    width,
                    height,
                    design.file,
                    alt,
                    role=role,
                    ink=design.ink,
                    behind=design.behind,
                )
            )
        else:
            place = Matrix(a=width / file.width, d=width / file.width, e=x, f=y)
            fills = _fills(file, place, _inks(file, design.ink, setter.layout))
            page.shapes.append(ArtShape(x, y, width, height, fills, alt, role, design.behind))


def _fitted(design: ArtDesign, width: float, height: float) -> tuple[float, float]:
    """Width and height in points, proportions kept."""
    scales = [
        wanted / there
        for wanted, there in ((design.width, width), (design.height, height))
        if wanted is not None
    ]
    return min(scales) * width, min(scales) * height


def _fills(drawing: SvgDrawing, place: Matrix, inks: Mapping[Colour, Ink]) -> tuple[Fill, ...]:
    return tuple(
        Fill(tuple(map(place.outline, area.outlines)), inks[area.colour], area.even_odd)
        for area in drawing.areas
    )


def _inks(drawing: SvgDrawing, ink: Ink | None, layout: Layout) -> dict[Colour, Ink]:
    """The ink of each colour of a drawing: a given one for all but white, else one that the layout
    has in that colour, so that a red seal is printed as the red name beside it is.
    """
    rules = (*layout.masthead.rules, *layout.colophon.rules)
    own = {rule.ink.rgb: rule.ink for rule in rules}
    own |= {style.ink.rgb: style.ink for style in layout.styles.values()}
    colours = dict.fromkeys(area.colour for area in drawing.areas)
    found = {colour: ink or own.get(colour) or _named(colour) for colour in colours}
    return found | {WHITE.rgb: WHITE}


def _named(colour: Colour) -> Ink:
    return Ink("#" + bytes(round(255 * part) for part in colour).hex(), colour)


def _alt(design: ArtDesign, lines: Iterable[FixedLine], fields: Mapping[str, str]) -> str:
    """What a screen reader says: the layout's words, else what the lines say that it replaces."""
    if said := fill(design.alt, fields):
        return said
    replaced = (
        fill(line.template, fields)
        for line in lines
        if design.instead_of is not None and design.instead_of in fields_of(line.template)
    )
    return " ".join(filter(None, replaced))
