"""Inks of print as PDF operators: plates, overprint and a spot ink; or black alone (ISO 32000-1
8.6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from layouts.imaging.raster import Tone
from layouts.page.item import REGISTRATION, Ink
from layouts.page.page import Page
from layouts.pdf.syntax import array, dictionary, name, number

if TYPE_CHECKING:
    from layouts.pdf.document import Document

Parts = tuple[float, ...]
Convert = Callable[[tuple[float, float, float]], Parts]

FULL, NONE = 1.0, 0.0


class PrintInks:
    """Inks on plates.

    `convert` separates a colour that neither the layout nor a rule decides; `spot` names the spot
    ink, or is empty.

    Black text and rules are black ink alone and overprint, so that no plate out of register lets
    paper shine through; white and greys knock out. In OPM 1 a plate with nothing on it is left as
    it is (ISO 32000-1 8.6.7).
    """

    def __init__(self, convert: Convert, spot: str = "") -> None:
        self._convert = convert
        self._spot = spot
        self._known: dict[Ink, Parts] = {}

    def box(self, ink: Ink) -> str:
        """The operators that set the plates of filled areas."""
        return self._colour(ink, "k", "cs", "scn")

    def rule(self, ink: Ink) -> str:
        """The operators that set the plates of strokes, and whether these overprint."""
        return f"{self._overprint(ink)} gs {self._colour(ink, 'K', 'CS', 'SCN')}"

    def text(self, ink: Ink) -> str:
        """The operators that set the plates of glyphs, and whether these overprint."""
        return f"{self._overprint(ink)} gs {self._colour(ink, 'k', 'cs', 'scn')}"

    def art(self, ink: Ink) -> str:
        """The operators that set the plates of art, which knocks out: it has its own colours."""
        return f"/GK gs {self._colour(ink, 'k', 'cs', 'scn')}"

    def tone(self, ink: Ink) -> Tone:
        """An ink as CMYK, or as the spot ink."""
        return Tone((FULL,), spot=True) if self.is_spot(ink) else Tone(self.parts(ink))

    def parts(self, ink: Ink) -> Parts:
        """Cyan, magenta, yellow and black in fractions: as the layout has them, exact greys on
        black alone, others by the profile.
        """
        found = self._known.get(ink)
        if found is None:
            red, green, blue = ink.rgb
            found = ink.cmyk or (
                (NONE, NONE, NONE, FULL - red) if red == green == blue else self._convert(ink.rgb)
            )
            self._known[ink] = found
        return found

    def is_spot(self, ink: Ink) -> bool:
        """Whether it is printed with the spot ink."""
        return bool(self._spot) and ink.spot

    def _overprint(self, ink: Ink) -> str:
        return (
            "/GO"
            if self.parts(ink) == (NONE, NONE, NONE, FULL)
            and not self.is_spot(ink)
            # by identity: a layout may have an ink of the same name and colour
            and ink is not REGISTRATION
            else "/GK"
        )

    def _colour(self, ink: Ink, process: str, space: str, paint: str) -> str:
        if ink is REGISTRATION or self.is_spot(ink):
            # CA is the Separation All, CS the spot ink (`preset_pdf._colours`)
            return f"/{'CA' if ink is REGISTRATION else 'CS'} {space} 1 {paint}"
        return f"{' '.join(map(number, self.parts(ink)))} {process}"


class GreyInks:
    """Every ink as the grey that looks as light; `convert` gives it."""

    def __init__(self, convert: Callable[[tuple[float, float, float]], float]) -> None:
        self._convert = convert

    def box(self, ink: Ink) -> str:
        """The operators that set the grey of filled areas."""
        return f"{number(self._convert(ink.rgb))} g"

    def rule(self, ink: Ink) -> str:
        """The operators that set the grey of strokes."""
        return f"{number(self._convert(ink.rgb))} G"

    def text(self, ink: Ink) -> str:
        """Of glyphs; what goes on every plate elsewhere goes on the one there is."""
        return self.box(ink)

    def art(self, ink: Ink) -> str:
        """The operators that set the grey of art."""
        return self.box(ink)

    def tone(self, ink: Ink) -> Tone:
        """An ink as grey."""
        return Tone((self._convert(ink.rgb),))


def inks_of(pages: Iterable[Page]) -> Iterator[Ink]:
    """The ink of everything drawn on pages except pictures in colours of their own."""
    for page in pages:
        yield from (box.ink for box in page.boxes)
        yield from (rule.ink for rule in page.rules)
        yield from (run.ink for line in page.lines for run in line.runs)
        yield from (fill.ink for shape in page.shapes for fill in shape.fills)
        yield from (picture.ink for picture in page.pictures if picture.ink is not None)
        if page.upright is not None:
            yield from inks_of([page.upright])


def add_overprint(document: Document) -> dict[str, str]:
    """The two graphics states of PrintInks: overprinting and knocking out (ISO 32000-1 8.6.7)."""
    return {
        "GO": document.add({"Type": "/ExtGState", "OP": "true", "op": "true", "OPM": "1"}),
        "GK": document.add({"Type": "/ExtGState", "OP": "false", "op": "false", "OPM": "1"}),
    }


_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


def add_separation(document: Document, colorant: str, none: Parts, full: Parts) -> str:
    """A Separation colour space: an ink of its own, shown by the device colours from `none` to
    `full` of it (ISO 32000-1 8.6.6.4).
    """
    tint = document.add(
        {
            "FunctionType": "2",
            "Domain": "[0 1]",
            "C0": array(map(number, none)),
            "C1": array(map(number, full)),
            "N": "1",
        }
    )
    return document.add_value(array(("/Separation", name(colorant), _SPACES[len(full)], tint)))


def resources(spaces: dict[str, str], states: dict[str, str]) -> dict[str, str]:
    """The entries of a page's resources that the operators above refer to."""
    return {
        key: dictionary(value)
        for key, value in {"ColorSpace": spaces, "ExtGState": states}.items()
        if value
    }
