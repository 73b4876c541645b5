"""What holds inside a pair of braces of an RTF, and where its characters go."""

from __future__ import annotations

import copy
from collections.abc import Callable
from enum import Enum, auto

from msgspec import Struct

from layouts.importing.readers.rtf.drawing import Drawing
from layouts.importing.readers.rtf.formats import CharFormat, ParagraphFormat
from layouts.importing.readers.rtf.story import RtfStory


class Destination(Enum):
    """What the characters of a group are: text, nothing, gathered for later, the digits of a
    picture, a table of fonts or of styles.
    """

    TEXT = auto()
    SKIP = auto()
    GATHER = auto()
    PICTURE = auto()
    FONTS = auto()
    STYLES = auto()


class RtfField(Struct):
    """A field: its instruction, and whether a picture came as its result."""

    instruction: str = ""
    has_picture: bool = False


class RtfGroup(Struct):
    r"""A group. What is set in it ends with it.

    `gathered` takes the characters of GATHER, `at_end` is told when the group ends. `is_scripted`
    says that the group said which script its characters are of, `associated` that LibreOffice's
    words for Chinese characters follow. `starred` waits for the word that says what an optional
    group is. `substitutes` is how many characters stand in for one of `\u`.
    """

    story: RtfStory
    char: CharFormat = CharFormat()
    paragraph: ParagraphFormat = ParagraphFormat()
    destination: Destination = Destination.TEXT
    gathered: list[str] = []
    drawing: Drawing | None = None
    field: RtfField | None = None
    link: str = ""
    substitutes: int = 1
    associated: bool = False
    is_scripted: bool = False
    is_header: bool = False
    starred: bool = False
    at_end: Callable[[RtfGroup], None] | None = None

    def inner(self) -> RtfGroup:
        """A group that begins inside this one."""
        group = copy.copy(self)
        group.at_end = None
        group.starred = group.is_scripted = False
        return group

    def gather(self, at_end: Callable[[RtfGroup], None]) -> None:
        """Gather the characters of this group by themselves; `at_end` takes them."""
        self.destination = Destination.GATHER
        self.gathered = []
        self.at_end = at_end

    @property
    def words(self) -> str:
        """The characters gathered."""
        return "".join(self.gathered)
