"""Goes through the parts of an OpenDocument text: styles first, then the body piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from layouts.errors import Finding, Source
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.odt.body import OdtBody
from layouts.importing.readers.odt.context import OdtContext
from layouts.importing.readers.odt.flat import open_parts
from layouts.importing.readers.odt.flow import flowing, is_hidden
from layouts.importing.readers.odt.names import attribute, child, kind, tag
from layouts.importing.readers.odt.paragraph import SHAPES, words_in
from layouts.importing.received import ReceivedDocument
from layouts.importing.xml_events import Element, outermost
from layouts.messages import docx_files as say

_CONTENTS = "text:table-of-content"
_HEADERS = {
    "style:header": ("header", say.HEADER),
    "style:footer": ("footer", say.FOOTER),
}


class OdtReader:
    """Takes the elements of a document as they come."""

    def __init__(self, context: OdtContext) -> None:
        self.context = context
        self.body = OdtBody(context, context.gatherer)
        self.changes = {"inserted": 0, "deleted": 0, "moved": 0}
        self._headers: set[str] = set()

    def take(self, element: Element) -> None:
        """The next element, of styles or of the body."""
        if action := _ACTIONS.get(kind(element)):
            action(self, element)
            return
        hidden = in_contents = False
        for around in element.iterancestors():
            hidden = hidden or is_hidden(around)
            in_contents = in_contents or kind(around) == _CONTENTS
        self.body.take(
            each._replace(in_contents=in_contents)
            for each in flowing(self.context, element, hidden=hidden)
        )

    def finish(self) -> ReceivedDocument:
        """All of it; deletions that no place of the text speaks of are told at the end."""
        gatherer = self.context.gatherer
        for words in filter(None, self.context.deleted.values()):
            gatherer.lose("deleted-text", say.DELETED_TEXT, words)
        if any(self.changes.values()):
            sentence = say.TRACKED_CHANGES(**self.changes)
            source = Source(str(gatherer.path))
            gatherer.add_finding(Finding("notice", "tracked-changes", *sentence, source))
        return gatherer.document()

    def take_style(self, element: Element) -> None:
        """A style; what stands among `office:styles` the editor could name."""
        parent = element.getparent()
        is_common = parent is not None and kind(parent) == "office:styles"
        self.context.styles.take(element, is_common=is_common)

    def take_master(self, element: Element) -> None:
        """A kind of page, with its headers and footers."""
        self.context.take_master(element)
        for each in element:
            what = kind(each).removesuffix("-left").removesuffix("-first")
            if what not in _HEADERS:
                continue
            code, message = _HEADERS[what]
            words = words_in(each)
            if words and words not in self._headers:
                self._headers.add(words)
                self.context.gatherer.lose(code, message, words)
            if next(each.iter(tag("draw:image")), None) is not None:
                self.context.gatherer.lose("header-photo", say.NOTE_PHOTO)

    def take_changes(self, element: Element) -> None:
        """Tracked changes: what deletions took out, by their names."""
        for region in element.iter(tag("text:changed-region")):
            name = attribute(region, "text:id") or attribute(region, "xml:id")
            deletion = child(region, "text:deletion")
            if deletion is not None:
                self.changes["deleted"] += 1
                self.context.deleted[name] = words_in(deletion)
            elif child(region, "text:insertion") is not None:
                self.changes["inserted"] += 1


_ACTIONS: dict[str, Callable[[OdtReader, Element], None]] = {
    "style:style": OdtReader.take_style,
    "style:default-style": OdtReader.take_style,
    "style:font-face": lambda reader, element: reader.context.styles.take_font(element),
    "text:list-style": lambda reader, element: reader.context.lists.take(element),
    "text:outline-style": lambda reader, element: reader.context.lists.take(element),
    "style:page-layout": lambda reader, element: reader.context.take_layout(element),
    "style:master-page": OdtReader.take_master,
    "text:tracked-changes": OdtReader.take_changes,
}
_BODY = ("text:p", "text:h", "text:list", "table:table", *sorted(SHAPES))
_TAGS = tuple(tag(name) for name in (*_ACTIONS, *_BODY))


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:
    """An OpenDocument text (.odt, .ott, .fodt) as received.

    ManuscriptError where it is none, encrypted, damaged or made to break programs.
    """
    with open_parts(path) as parts:
        context = OdtContext(BlockGatherer(path, "odt", photos), parts.picture, parts.is_inside)
        reader = OdtReader(context)
        for name in parts.to_read:
            for element in outermost(parts.archive, name, _TAGS):
                reader.take(element)
    return reader.finish()
