"""What holds for an RTF as a whole while it is read."""

from __future__ import annotations

from msgspec import Struct, field

from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.rtf.codepages import DEFAULT, RtfFont
from layouts.importing.readers.rtf.drawing import PageMeasures
from layouts.importing.readers.rtf.groups import RtfGroup
from layouts.importing.readers.rtf.story import RtfAnchor
from layouts.importing.readers.rtf.styles import RtfStyle


class Notebook(Struct):
    """The comment that is being read, and the places comments are about by their numbers."""

    author: str = ""
    time: str = ""
    reference: str = ""
    anchors: dict[str, RtfAnchor] = field(default_factory=dict[str, RtfAnchor])


class RtfContext(Struct):
    """Tables and settings of the file.

    `page` is the code page, `property_name` the last one said of a drawing, `based_on` what the
    style being read is, `headers` the words of headers and footers told as lost, `changes` how many
    tracked changes of each kind there were.
    """

    gatherer: BlockGatherer
    styles: dict[int, RtfStyle]
    fonts: dict[int, RtfFont] = field(default_factory=dict[int, RtfFont])
    measures: PageMeasures = field(default_factory=PageMeasures)
    notebook: Notebook = field(default_factory=Notebook)
    page: str = DEFAULT
    default_font: int = 0
    font: RtfFont = field(default_factory=RtfFont)
    property_name: str = ""
    based_on: int = -1
    by_libreoffice: bool = False
    changes: dict[str, int] = field(default_factory=dict[str, int])
    headers: set[str] = field(default_factory=set[str])

    def is_mark_deleted(self, group: RtfGroup) -> bool:
        r"""Whether `\deleted` is about the mark of the paragraph.

        LibreOffice writes that on the last run behind the script of its characters, and where it
        is about the run itself, before.
        """
        return self.by_libreoffice and group.is_scripted

    def font_of(self, number: int) -> RtfFont:
        """A font of the table; one of no charset where there is none."""
        wanted = self.default_font if number < 0 else number
        return self.fonts.get(wanted) or RtfFont()
