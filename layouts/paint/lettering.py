"""How the text of a file is drawn: in embedded fonts, or as curves (`layouts.paint.curves`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from layouts.page.item import Line
from layouts.paint.composite import CompositeFont, add_fonts
from layouts.paint.content import text_operators
from layouts.paint.screen_inks import Inks
from layouts.pdf.syntax import dictionary

if TYPE_CHECKING:
    from layouts.pdf.document import Document


class Lettering(Protocol):
    """What pages ask: the operators that draw their text, and the resources these name."""

    def operators(self, lines: Iterable[Line], height: float, inks: Inks) -> list[str]:
        """The operators that draw lines on a page of this height."""
        ...

    def embed(self, document: Document) -> dict[str, str]:
        """Put fonts or curves into the file; the entries of resources that all pages share."""
        ...

    def forms(self, lines: Iterable[Line]) -> dict[str, str]:
        """The XObjects that lines are drawn with, by name; known once they are embedded."""
        ...


class EmbeddedFonts:
    """Text in fonts, which readers can search and copy."""

    def __init__(self, fonts: Mapping[str, CompositeFont]) -> None:
        self._fonts = fonts

    def operators(self, lines: Iterable[Line], height: float, inks: Inks) -> list[str]:
        """The operators that show lines."""
        return text_operators(lines, self._fonts, height, inks)

    def embed(self, document: Document) -> dict[str, str]:
        """The fonts, for all pages."""
        return {"Font": dictionary(add_fonts(document, self._fonts.values()))}

    def forms(self, lines: Iterable[Line]) -> dict[str, str]:
        """None: glyphs come out of fonts."""
        del lines
        return {}
