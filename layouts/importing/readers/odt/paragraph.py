"""A paragraph of OpenDocument: its characters, and what is anchored in it (ODF 1.3, part 3, 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from layouts.importing.drafts import ParagraphDraft
from layouts.importing.readers.odt.context import OdtContext
from layouts.importing.readers.odt.frames import alt_of, photo_of
from layouts.importing.readers.odt.names import attribute, child, kind, tag, whole
from layouts.importing.readers.odt.styles import Properties, run_look
from layouts.importing.received import ReceivedPhoto
from layouts.importing.symbols import symbol
from layouts.importing.web_address import web_address
from layouts.importing.xml_events import Element
from layouts.issue.text import LINE_BREAK, Comment
from layouts.messages import docx_files as say
from layouts.messages.message import Message

_MOST_SPACES = 1_000
"""Spaces of one `text:s`; nobody types more in a row."""

_BLANKS = re.compile("[ \t\r\n]+")

_SHAPES = frozenset(
    f"draw:{name}"
    for name in (
        *("frame", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon"),
        *("regular-polygon", "path", "connector", "caption", "measure", "g", "control"),
    )
)
SHAPES = _SHAPES
"""What is drawn."""

_SKIPPED = frozenset(
    {
        *("text:number", "text:script", "text:note-citation", "text:tracked-changes"),
        *("svg:title", "svg:desc", "office:event-listeners", "draw:enhanced-geometry"),
        *("draw:glue-point", "text:sequence-decls", "text:toc-mark", "dc:creator", "dc:date"),
    }
)


class OdtParagraph:
    """Reads one paragraph.

    `boxes` are elements that hold paragraphs of their own, to be read behind this one; `photos`
    stand in it, `lost` did not come in.
    """

    def __init__(self, context: OdtContext) -> None:
        self.draft = ParagraphDraft()
        self.photos: list[ReceivedPhoto] = []
        self.boxes: list[Element] = []
        self.lost: list[tuple[str, Message, str]] = []
        self._context = context
        self._hidden: list[str] = []
        self._open: dict[str, tuple[int, Comment]] = {}
        self._after_blank = True

    def read(self, element: Element, properties: Properties) -> None:
        """All of a `text:p` or `text:h`, whose characters look as `properties` say."""
        self._inside(element, properties, "")
        for start, comment in self._open.values():  # ends in a later paragraph
            self.draft.comment(start, self.draft.length, comment)
        if hidden := "".join(self._hidden):
            self.lost.append(("hidden-text", say.HIDDEN_TEXT, hidden))

    def read_drawn(self, element: Element) -> None:
        """Something drawn that stands outside of paragraphs, on a page."""
        self._drawn(element, {}, "")

    def _inside(self, element: Element, properties: Properties, link: str) -> None:
        self._typed(element.text, properties, link)
        for each in element:
            what = kind(each)
            if action := self._ACTIONS.get(what):
                action(self, each, properties, link)
            elif what in _SHAPES:
                self._drawn(each, properties, link)
            elif what not in _SKIPPED:  # a field: what it came to
                self._inside(each, properties, link)
            self._typed(each.tail, properties, link)

    def _typed(self, string: str | None, properties: Properties, link: str) -> None:
        """Characters as typed: blanks of any kind and number are one space (6.1.2)."""
        if not string:
            return
        string = _BLANKS.sub(" ", string)
        if self._after_blank and string[0] == " ":
            string = string[1:]
        if string:
            self._after_blank = string[-1] == " "
            self._add(string, properties, link)

    def _add(self, string: str, properties: Properties, link: str) -> None:
        if properties.get("text:display") == "none":
            self._hidden.append(string)
            return
        if font := self._context.styles.symbol_font(properties):
            string = "".join(symbol(font, character) for character in string)
        self.draft.add(string, run_look(string, properties, link))

    def _exactly(self, string: str, properties: Properties, link: str) -> None:
        self._after_blank = False
        self._add(string, properties, link)

    def _span(self, element: Element, properties: Properties, link: str) -> None:
        name = attribute(element, "text:style-name")
        self._inside(element, self._context.styles.text(properties, name), link)

    def _link(self, element: Element, properties: Properties, link: str) -> None:
        self._inside(element, properties, web_address(attribute(element, "xlink:href")) or link)

    def _spaces(self, element: Element, properties: Properties, link: str) -> None:
        count = whole(attribute(element, "text:c"), 1, _MOST_SPACES) or 1
        self._exactly(" " * count, properties, link)

    def _tab(self, _element: Element, properties: Properties, link: str) -> None:
        self._exactly("\t", properties, link)

    def _line_break(self, _element: Element, properties: Properties, link: str) -> None:
        self._exactly(LINE_BREAK, properties, link)
        self._after_blank = True

    def _ruby(self, element: Element, properties: Properties, link: str) -> None:
        base, reading = child(element, "text:ruby-base"), child(element, "text:ruby-text")
        if base is None:
            return
        start = self.draft.length
        self._inside(base, properties, link)
        if reading is not None and self.draft.length > start:
            self.draft.over(start, "".join(reading.itertext()))

    def _note(self, element: Element, properties: Properties, _link: str) -> None:
        body = child(element, "text:note-body")
        words = "" if body is None else words_in(body)
        seen = properties.get("text:display") != "none"
        if words and not (seen and self.draft.note(words)):
            self.lost.append(("note", say.NOTE, words))

    def _annotation(self, element: Element, _properties: Properties, _link: str) -> None:
        comment = Comment(
            author=_said(element, "dc:creator"),
            time=_said(element, "dc:date"),
            text=words_in(element),
        )
        name = attribute(element, "office:name")
        if not comment.text:
            return
        if name:
            self._open[name] = self.draft.length, comment
        else:
            self.draft.comment(self.draft.length, self.draft.length, comment)

    def _annotation_end(self, element: Element, _properties: Properties, _link: str) -> None:
        begun = self._open.pop(attribute(element, "office:name"), None)
        if begun is not None:
            self.draft.comment(begun[0], self.draft.length, begun[1])

    def _change(self, element: Element, _properties: Properties, _link: str) -> None:
        """A place that a tracked change took something out of."""
        words = self._context.deleted.pop(attribute(element, "text:change-id"), "")
        if words:
            self.lost.append(("deleted-text", say.DELETED_TEXT, words))

    def _hidden_text(self, element: Element, properties: Properties, link: str) -> None:
        words = attribute(element, "text:string-value") or "".join(element.itertext())
        if attribute(element, "text:is-hidden") == "false":
            self._exactly(words, properties, link)
        else:
            self._hidden.append(words)

    def _drawn(self, element: Element, properties: Properties, _link: str) -> None:
        """A photo; else whatever paragraphs the drawing holds."""
        photo, failed = photo_of(self._context, element)
        if photo is not None:
            self._photo(photo, failed, properties)
        elif child(element, "draw:object") is not None or child(element, "draw:plugin") is not None:
            self.lost.append(("embedded-object", say.EMBEDDED_OBJECT, alt_of(element)))
        else:
            self.boxes.append(element)

    def _photo(self, photo: ReceivedPhoto, failed: str, properties: Properties) -> None:
        if properties.get("text:display") == "none":
            self.lost.append(("hidden-photo", say.HIDDEN_PHOTO, photo.alt or photo.name))
            return
        self.photos.append(photo)
        if photo.path is not None:
            return
        if not self._context.is_inside(failed):
            self.lost.append(("linked-photo", say.LINKED_PHOTO, failed))
        elif self._context.picture(failed) is None:
            self.lost.append(("photo-missing", say.PICTURE_MISSING, photo.alt or photo.name))
        else:
            self.lost.append(("metafile", say.PHOTO_KIND, photo.alt or photo.name))

    _ACTIONS: ClassVar[dict[str, Callable[[OdtParagraph, Element, Properties, str], None]]] = {
        "text:span": _span,
        "text:a": _link,
        "text:s": _spaces,
        "text:tab": _tab,
        "text:line-break": _line_break,
        "text:ruby": _ruby,
        "text:note": _note,
        "text:change": _change,
        "text:hidden-text": _hidden_text,
        "office:annotation": _annotation,
        "office:annotation-end": _annotation_end,
    }


def words_in(element: Element) -> str:
    """The paragraphs of a note, comment or header as words, a line break between them."""
    found: list[str] = []
    for paragraph in element.iter(tag("text:p"), tag("text:h")):
        pieces: list[str] = []
        _spell(paragraph, pieces)
        found.append(_BLANKS.sub(" ", "".join(pieces)).strip())
    return "\n".join(filter(None, found))


def _spell(element: Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for each in element:
        what = kind(each)
        if what == "text:s":
            pieces.append(" " * (whole(attribute(each, "text:c"), 1, _MOST_SPACES) or 1))
        elif what in {"text:tab", "text:line-break"}:
            pieces.append(" ")
        elif what not in _SKIPPED and what not in {"text:p", "text:ruby-text"}:
            _spell(each, pieces)
        pieces.append(each.tail or "")


def _said(element: Element, name: str) -> str:
    said = child(element, name)
    return "" if said is None else " ".join("".join(said.itertext()).split())
