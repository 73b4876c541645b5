"""What begins with a group of an RTF: a note, a comment, a picture, a table of fonts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from layouts.importing.equation_field import reading_of
from layouts.importing.readers.rtf import pictures
from layouts.importing.readers.rtf.context import RtfContext
from layouts.importing.readers.rtf.formats import CharFormat, ParagraphFormat
from layouts.importing.readers.rtf.groups import Destination, Group, RtfField
from layouts.importing.readers.rtf.story import RtfStory
from layouts.importing.readers.rtf.styles import RtfStyle
from layouts.issue.text import Comment
from layouts.messages import other_files as say
from layouts.patterns import later

Begin = Callable[[RtfContext, Group], None]

_LINK = later(r'^\s*HYPERLINK\s+"([^"]+)"', 0)


def skip(_context: RtfContext, group: Group) -> None:
    """Nothing in the group stands on the page, or it stands there from elsewhere."""
    group.destination = Destination.SKIP
    group.at_end = None


def begin_style(context: RtfContext, group: Group) -> None:
    """A group of the style sheet: a style, its name at the end."""
    context.based_on = -1
    group.paragraph = ParagraphFormat()

    def end(ended: Group) -> None:
        name = ended.words.strip(" ;")
        paragraph = ended.paragraph
        context.styles[paragraph.style] = RtfStyle(name, context.based_on, paragraph.heading)

    group.gather(end)


def _fonts(_context: RtfContext, group: Group) -> None:
    group.destination = Destination.FONTS


def _styles(_context: RtfContext, group: Group) -> None:
    group.destination = Destination.STYLES


def _label(_context: RtfContext, group: Group) -> None:
    if group.destination is Destination.TEXT:
        group.gather(lambda ended: ended.story.draft.number(ended.words))


def _note(context: RtfContext, group: Group) -> None:
    seen = group.char.is_seen

    def end(ended: Group) -> None:
        words = ended.words.strip()
        if words and not (seen and ended.story.draft.note(words)):
            context.gatherer.lose("note", say.LOST_NOTE, words)

    group.char = CharFormat()
    group.gather(end)


def _header(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        words = ended.words.strip()
        if words and words not in context.headers:
            context.headers.add(words)
            context.gatherer.lose("header", say.HEADER, words)

    group.is_header = True
    group.gather(end)


def _comment_begins(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        context.notebook.anchors[ended.words.strip()] = ended.story.anchored()

    group.gather(end)


def _comment_ends(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        anchor = context.notebook.anchors.get(ended.words.strip())
        if anchor is not None and anchor.end < 0:
            anchor.end = anchor.draft.length

    group.gather(end)


def _author(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        context.notebook.author = ended.words.strip()

    group.gather(end)


def _reference(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        context.notebook.reference = ended.words.strip()

    group.gather(end)


def _time(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        context.notebook.time = time_of(ended.words.strip())

    group.gather(end)


def _comment(context: RtfContext, group: Group) -> None:
    def end(ended: Group) -> None:
        notebook = context.notebook
        words = ended.words.strip()
        anchor = notebook.anchors.pop(notebook.reference, None)
        if words:
            comment = Comment(notebook.author, notebook.time, words)
            ended.story.comment(anchor, comment)
        notebook.author = notebook.time = notebook.reference = ""

    group.char = CharFormat()
    group.gather(end)


def time_of(packed: str) -> str:
    """A moment as Word packs it (DTTM, [MS-DOC] 2.9.70) in ISO 8601; empty where it is none."""
    try:
        bits = int(packed) & 0xFFFFFFFF
        moment = datetime.datetime(  # noqa: DTZ001 - Word says no time zone
            1900 + (bits >> 20 & 0x1FF),
            bits >> 16 & 0xF,
            bits >> 11 & 0x1F,
            bits >> 6 & 0x1F,
            bits & 0x3F,
        )
    except ValueError:
        return ""
    return moment.isoformat()


def _field(context: RtfContext, group: Group) -> None:
    group.field = RtfField()

    def end(ended: Group) -> None:
        field = ended.field
        if field and "INCLUDEPICTURE" in field.instruction and not field.has_picture:
            context.gatherer.lose("linked-photo", say.LINKED_PHOTO, field.instruction)

    group.at_end = end


def _instruction(_context: RtfContext, group: Group) -> None:
    """A field's instruction. A reading over characters stands in it, not in the result."""
    outer = group.inner()

    def end(ended: Group) -> None:
        if ended.field is not None:
            ended.field.instruction = ended.words
        reading = reading_of(ended.words)
        if reading is None or not outer.char.is_seen:
            return
        if outer.destination is Destination.TEXT:
            look = outer.char.look(outer.link)
            outer.story.draft.read(reading.base, reading.reading, look)
        elif outer.destination is Destination.GATHER:
            outer.gathered.append(reading.base)

    group.gather(end)


def _result(_context: RtfContext, group: Group) -> None:
    if group.field is not None and (match := _LINK().match(group.field.instruction)):
        group.link = match[1]


def _text_box(context: RtfContext, group: Group) -> None:
    """A text box, the body's only: where characters are gathered, its own are among them."""
    group.drawing = None
    if group.destination is not Destination.TEXT:
        return
    outer = group.story
    inside = outer.gatherer.inner()
    group.story = RtfStory(inside, context.styles)
    group.char, group.paragraph = CharFormat(), ParagraphFormat()

    def end(ended: Group) -> None:
        ended.story.finish()
        outer.boxes.append(inside.blocks)

    group.at_end = end


def _each(names: str, begin: Begin) -> Iterable[tuple[str, Begin]]:
    return ((name, begin) for name in names.split())


def _passed(_context: RtfContext, _group: Group) -> None:
    """Read what is in the group, although it is marked as one that old programs cannot."""


DESTINATIONS: dict[str, Begin] = dict(
    (
        *_each(
            "aftnsep aftnsepc aftncn background colortbl comment filetbl ftnsep ftnsepc ftncn info "
            "listtable listoverridetable mmathPict nonesttables nonshppict objdata rxe shprslt tc "
            "tcn template title txe xe datafield nesttableprops atnid bkmkstart bkmkend",
            skip,
        ),
        *_each("shppict shpinst picprop moMath moMathPara do shpgrp sp", _passed),
        *_each("header headerl headerr headerf footer footerl footerr footerf", _header),
        *_each("listtext pntext", _label),
        *_each("footnote", _note),
        *_each("shptxt dptxbxtext", _text_box),
        ("fonttbl", _fonts),
        ("stylesheet", _styles),
        ("atrfstart", _comment_begins),
        ("atrfend", _comment_ends),
        ("atnauthor", _author),
        ("atnref", _reference),
        ("atndate", _time),
        ("annotation", _comment),
        ("field", _field),
        ("fldinst", _instruction),
        ("fldrslt", _result),
        ("pict", pictures.begin_picture),
        ("shp", pictures.begin_shape),
        ("sn", pictures.property_name),
        ("sv", pictures.property_value),
    )
)
r"""What is done where a group begins with a word. An optional group (`\*`) of any other is
skipped.
"""
