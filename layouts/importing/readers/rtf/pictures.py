"""Pictures and shapes of an RTF on their way into the text."""

from __future__ import annotations

from pathlib import Path

from layouts.importing.readers.rtf.context import RtfContext
from layouts.importing.readers.rtf.drawing import Drawing, crop_of, placing_of, turn_of
from layouts.importing.readers.rtf.groups import Destination, RtfGroup
from layouts.importing.received import ReceivedParagraph, ReceivedPhoto
from layouts.issue.text import Text
from layouts.messages import docx_files as say

_LONGEST_PROPERTY = 10_000
"""Characters of one property of a drawing; longest of use is what a blind reader is told."""

_MADE_OF_LETTERS = "gtextUNICODE"


def begin_picture(context: RtfContext, group: RtfGroup) -> None:
    """A picture by itself, or the one that a shape holds."""
    if group.is_header:
        context.gatherer.lose("header-photo", say.NOTE_PHOTO)
    elif not group.char.is_seen:
        group.story.lose("hidden-photo", say.HIDDEN_PHOTO)
    if group.is_header or not group.char.is_seen:
        group.destination = Destination.SKIP
        return
    of_shape = group.drawing is not None and group.drawing.is_shape
    drawing = group.drawing if group.drawing is not None and of_shape else Drawing()
    group.drawing = drawing
    group.destination = Destination.PICTURE
    if not of_shape:
        group.at_end = lambda ended: _take(context, ended, drawing)


def begin_shape(context: RtfContext, group: RtfGroup) -> None:
    """A shape; where it is a picture, its properties may come behind the bytes."""
    drawing = Drawing(is_shape=True, is_inside=group.drawing is not None)

    def end(ended: RtfGroup) -> None:
        if drawing.has_picture:
            _take(context, ended, drawing)
        elif drawing.linked:
            ended.story.lose("linked-photo", say.LINKED_PHOTO, drawing.linked)
            ended.story.photos.append(_received(context, drawing, None))
        elif (words := drawing.properties.get(_MADE_OF_LETTERS, "").strip()) and group.char.is_seen:
            paragraph = ReceivedParagraph(Text(words), context.gatherer.line)
            ended.story.boxes.append([paragraph])

    group.drawing = drawing
    group.at_end = end


def property_name(context: RtfContext, group: RtfGroup) -> None:
    """The name of a drawing's property; its value follows."""

    def end(ended: RtfGroup) -> None:
        context.property_name = ended.words.strip()

    group.gather(end)


def property_value(context: RtfContext, group: RtfGroup) -> None:
    """The value of a drawing's property, characters or a picture."""
    drawing = group.drawing

    def end(ended: RtfGroup) -> None:
        if drawing is not None and context.property_name:
            value = ended.words[:_LONGEST_PROPERTY]
            drawing.properties[context.property_name] = value
        context.property_name = ""

    group.gather(end)


def _take(context: RtfContext, group: RtfGroup, drawing: Drawing) -> None:
    """A picture that is whole: a photo of the paragraph it stands in."""
    if not drawing.has_picture:
        return
    path = context.gatherer.photos.put(drawing.data())
    if group.field is not None:
        group.field.has_picture = True
    if path is None:
        group.story.lose("metafile", say.PHOTO_KIND, drawing.alt or drawing.name)
    group.story.photos.append(_received(context, drawing, path))


def _received(context: RtfContext, drawing: Drawing, path: Path | None) -> ReceivedPhoto:
    placing = placing_of(drawing, context.measures)
    return ReceivedPhoto(
        path=path,
        name=drawing.name,
        side=placing.side,
        share=placing.share,
        crop=crop_of(drawing),
        turn=turn_of(drawing),
        alt=drawing.alt,
    )
