"""What holds for an OpenDocument text as a whole while it is read."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.odt.lengths import points
from layouts.importing.readers.odt.lists import OdtLists
from layouts.importing.readers.odt.names import attribute, child
from layouts.importing.readers.odt.styles import OdtStyles
from layouts.importing.xml_events import Element

_A4_TEXT = 481.9
"""Points of text across A4 with margins of 2 cm, LibreOffice's own."""


class OdtContext(Struct):
    """Styles, lists and tables of the document.

    `picture` gives the bytes of a picture inside the file by its address, None where it is not in
    there, which `is_inside` tells. `deleted` are the words each tracked deletion took out.
    `text_width` is in points.
    """

    gatherer: BlockGatherer
    picture: Callable[[str], bytes | None]
    is_inside: Callable[[str], bool]
    styles: OdtStyles = field(default_factory=OdtStyles)
    lists: OdtLists = field(default_factory=OdtLists)
    deleted: dict[str, str] = field(default_factory=dict[str, str])
    text_width: float = _A4_TEXT
    layouts: dict[str, float] = field(default_factory=dict[str, float])
    masters: dict[str, float] = field(default_factory=dict[str, float])

    def take_layout(self, element: Element) -> None:
        """A `style:page-layout`: how wide its text is."""
        properties = child(element, "style:page-layout-properties")
        if properties is None:
            return
        width = points(attribute(properties, "fo:page-width"))
        margins = (
            points(attribute(properties, name)) or points(attribute(properties, "fo:margin")) or 0.0
            for name in ("fo:margin-left", "fo:margin-right")
        )
        if width is not None and (text := width - sum(margins)) > 0:
            self.layouts[attribute(element, "style:name")] = text

    def take_master(self, element: Element) -> None:
        """A `style:master-page`; text that says nothing stands on the first."""
        width = self.layouts.get(attribute(element, "style:page-layout-name"))
        if width is not None:
            self.text_width = self.text_width if self.masters else width
            self.masters[attribute(element, "style:name")] = width
