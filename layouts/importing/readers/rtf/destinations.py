"""What begins with a group of an RTF: a note, a comment, a picture, a table of fonts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from layouts.importing.equation_field import reading_of
from layouts.importing.readers.rtf import pictures
from layouts.importing.readers.rtf.context import RtfContext
from layouts.importing.readers.rtf.formats import CharFormat, ParagraphFormat
from layouts.importing.readers.rtf.groups import Destination, RtfField, RtfGroup
from layouts.importing.readers.rtf.story import RtfStory
from layouts.importing.readers.rtf.styles import RtfStyle
from layouts.importing.received import ReceivedPhoto
from layouts.importing.web_address import web_address
from layouts.issue.text import Comment
from layouts.messages import docx_files as say
from layouts.messages.message import Message
from layouts.patterns import later

Begin = Callable[[RtfContext, RtfGroup], None]

_LINK = later(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"?([^\s"]+)')


def skip(_context: RtfContext, group: RtfGroup) -> None:
    """Nothing in the group stands on the page, or it stands there from elsewhere."""
    group.destination = Destination.SKIP
    group.at_end = None


def begin_style(context: RtfContext, group: RtfGroup) -> None:
    """A group of the style sheet: a style, its name at the end."""
    context.based_on = -1
    group.paragraph = ParagraphFormat()

    def end(ended: RtfGroup) -> None:
        name = ended.words.strip(" ;")
        paragraph = ended.paragraph
        context.styles[paragraph.style] = RtfStyle(name, context.based_on, paragraph.heading)

    group.gather(end)


def _fonts(_context: RtfContext, group: RtfGroup) -> None:
    group.destination = Destination.FONTS


def _styles(_context: RtfContext, group: RtfGroup) -> None:
    group.destination = Destination.STYLES


def _label(_context: RtfContext, group: RtfGroup) -> None:
    if group.destination is Destination.TEXT:
        group.gather(lambda ended: setattr(ended.story, "label", ended.words))


def _note(_context: RtfContext, group: RtfGroup) -> None:
    seen = group.char.is_seen

    def end(ended: RtfGroup) -> None:
        words = ended.words.strip()
        if words and not (seen and ended.story.draft.note(words)):
            ended.story.lose("note", say.NOTE, words)

    group.char = CharFormat()
    group.gather(end)


def _header(context: RtfContext, group: RtfGroup) -> None:
    _outside(context, group, "header", say.HEADER)


def _footer(context: RtfContext, group: RtfGroup) -> None:
    _outside(context, group, "footer", say.FOOTER)


def _outside(context: RtfContext, group: RtfGroup, code: str, message: Message) -> None:
    """Words beside the text of each page: told once."""

    def end(ended: RtfGroup) -> None:
        words = ended.words.strip()
        if words and words not in context.headers:
            context.headers.add(words)
            context.gatherer.lose(code, message, words)

    group.is_header = True
    group.gather(end)


def _comment_begins(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        context.notebook.anchors[ended.words.strip()] = ended.story.anchored()

    group.gather(end)


def _comment_ends(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        anchor = context.notebook.anchors.get(ended.words.strip())
        if anchor is not None and anchor.end < 0:
            anchor.end = anchor.draft.length

    group.gather(end)


def _author(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        context.notebook.author = ended.words.strip()

    group.gather(end)


def _reference(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        context.notebook.reference = ended.words.strip()

    group.gather(end)


def _time(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        context.notebook.time = time_of(ended.words.strip())

    group.gather(end)


def _comment(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
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


def _field(_context: RtfContext, group: RtfGroup) -> None:
    group.field = RtfField()

    def end(ended: RtfGroup) -> None:
        field = ended.field
        if field and "INCLUDEPICTURE" in field.instruction and not field.has_picture:
            ended.story.lose("linked-photo", say.LINKED_PHOTO, field.instruction)
            ended.story.photos.append(ReceivedPhoto(None))

    group.at_end = end


def _instruction(_context: RtfContext, group: RtfGroup) -> None:
    """A field's instruction. A reading over characters stands in it, not in the result."""
    outer = group.inner()

    def end(ended: RtfGroup) -> None:
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


def _result(context: RtfContext, group: RtfGroup) -> None:
    instruction = group.field.instruction if group.field else ""
    if match := _LINK().match(instruction):
        group.link = web_address(match[1])
    elif instruction.split(maxsplit=1)[:1] == ["TOC"]:
        _table_of_contents(context, group)
    elif "FORMTEXT" in instruction and context.by_libreoffice:
        _entry(group)


def _table_of_contents(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        if words := ended.words.strip():
            context.gatherer.lose("contents", say.CONTENTS, words)

    group.gather(end)


def _entry(group: RtfGroup) -> None:
    """A field to be filled in: LibreOffice 7 writes what was, once by itself and once for each of
    its runs.
    """
    if group.destination is Destination.TEXT and group.char.is_seen:
        group.gather(lambda ended: ended.story.copies.append(ended.words))


def _generator(context: RtfContext, group: RtfGroup) -> None:
    def end(ended: RtfGroup) -> None:
        context.by_libreoffice = ended.words.strip().startswith("LibreOffice")

    group.gather(end)


def _text_box(context: RtfContext, group: RtfGroup) -> None:
    """A text box, the body's only: where characters are gathered, its own are among them."""
    group.drawing = None
    if group.destination is not Destination.TEXT:
        return
    outer = group.story
    inside = outer.gatherer.inner()
    group.story = RtfStory(inside, context.styles)
    group.char, group.paragraph = CharFormat(), ParagraphFormat()

    def end(ended: RtfGroup) -> None:
        ended.story.finish()
        outer.boxes.append(inside.blocks)

    group.at_end = end


def _each(names: str, begin: Begin) -> Iterable[tuple[str, Begin]]:
    return ((name, begin) for name in names.split())


def _passed(_context: RtfContext, _group: RtfGroup) -> None:
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
        *_each("header headerl headerr headerf", _header),
        *_each("footer footerl footerr footerf", _footer),
        *_each("listtext pntext", _label),
        *_each("footnote", _note),
        *_each("shptxt dptxbxtext", _text_box),
        ("generator", _generator),
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
