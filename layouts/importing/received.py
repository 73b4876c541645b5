"""What a reader makes of a file: its text in reading order, how it looks, and what was left out.

Nothing here says what a paragraph *is*; that is recognition's. No fonts, sizes or colours go
further than the `Look`, which recognition reads and drops.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import force_setattr

from layouts.errors import Finding
from layouts.issue.article import Table
from layouts.issue.photo import WHOLE, Crop, Side
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text, as_text


class Look(Struct, frozen=True):
    """How a paragraph looks in its source.

    `size` is the type size of most of its characters in points, None where unknown. `style` is the
    name of its named style as the source has it, `heading` the level from 1 that style, outline or
    markup give it (0: none). `indent` is by how many em the first line stands in, typed ideographic
    spaces included. `blank_above` says that something (an empty line) parts it from the one above.
    """

    centred: bool = False
    flush_right: bool = False
    bold: bool = False
    size: float | None = None
    style: str = ""
    heading: int = 0
    indent: float = 0.0
    is_title: bool = False
    is_subtitle: bool = False
    is_caption: bool = False
    is_quote: bool = False
    in_box: bool = False
    blank_above: bool = False


PLAIN = Look()


class ReceivedParagraph(Struct, frozen=True):
    """A paragraph with its marks (bold, links, notes, comments, readings …).

    Automatic numbers are characters of the text; `label` says how many characters at its start are
    such, `level` the level from 1 of the list that counts them (0: not known). Lines broken by hand
    (软回车) are parted by `LINE_BREAK`. Spaces at both ends are dropped, those inside stay. `line`
    is counted from 1: the line of a text file, the paragraph of others.
    """

    text: Text
    line: int = 0
    look: Look = PLAIN
    label: int = 0
    level: int = 0


class ReceivedTable(Struct, frozen=True):
    """A table, its merged cells as spans; its first row is the header."""

    table: Table
    line: int = 0


class ReceivedPhoto(Struct, frozen=True):
    """A photo where its anchor stands: before the text of the paragraph it stands in.

    `path` is the file in the photo store, None for one that could not be had (which is then told in
    `lost`). `name` is what the source calls it. `share` is its width as a share of the text's
    width, None where unknown; `turn` is degrees clockwise. `caption` is one that the source itself
    ties to it (figcaption, a text box with it). Photos beside each other have the same `row`.
    `look` is that of the paragraph it stands in. A str may be given for the caption, as for that of
    a `Photo`.
    """

    path: Path | None
    name: str = ""
    side: Side = Side.NONE
    share: float | None = None
    crop: Crop = WHOLE
    turn: int = 0
    alt: str = ""
    caption: Text = NO_TEXT
    row: str = ""
    line: int = 0
    look: Look = PLAIN

    def __post_init__(self) -> None:
        force_setattr(self, "caption", as_text(self.caption))


class ReceivedBreak(Struct, frozen=True):
    """A rule or page turn that the source has between two paragraphs."""

    line: int = 0


ReceivedBlock: TypeAlias = ReceivedParagraph | ReceivedTable | ReceivedPhoto | ReceivedBreak


class Lost(NamedTuple):
    """Something of the source that does not come in.

    `code` names the kind (`header`, `hidden-text`, `linked-photo`, `deleted-text` …), `zh` and
    `en` say it, `text` holds the characters that went with it, `where` the place in words
    (“第 3 段”, "word/header1.xml").
    """

    code: str
    zh: str
    en: str
    text: str = ""
    where: str = ""


class OwnWordFile(NamedTuple):
    """What a Word file of ours says of itself: the layout it was written by, and how many em of its
    body the text is wide.
    """

    layout: str
    measure: float


class ReceivedDocument(Struct, frozen=True):
    """A file as read. `kind` is that of the registry (`docx`, `text` …); `encoding` is empty where
    the kind of file settles it. `own` tells of a Word file that we wrote, whose styles say what is
    what; None for every other file.
    """

    path: Path
    kind: str
    blocks: tuple[ReceivedBlock, ...]
    encoding: str = ""
    findings: tuple[Finding, ...] = ()
    lost: tuple[Lost, ...] = ()
    own: OwnWordFile | None = None
