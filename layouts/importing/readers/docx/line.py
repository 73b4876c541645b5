"""One paragraph of a Word file being read: its runs, fields, notes, changes and drawings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import ClassVar, NamedTuple

from layouts.importing.drafts import PLAIN_RUN as PLAIN_LOOK
from layouts.importing.drafts import ParagraphDraft, RunLook
from layouts.importing.readers.docx.alternatives import chosen
from layouts.importing.readers.docx.context import WordReading, is_contents
from layouts.importing.readers.docx.drawings import Item, drawn
from layouts.importing.readers.docx.equations import linear
from layouts.importing.readers.docx.fields import WordField
from layouts.importing.readers.docx.names import attribute, below, child, inside, kind
from layouts.importing.readers.docx.properties import (
    PLAIN_PARAGRAPH,
    PLAIN_RUN,
    ParagraphProperties,
    run_properties,
)
from layouts.importing.readers.docx.signs import in_letters, is_known
from layouts.importing.readers.docx.styles import ParagraphStyle, ResolvedRun
from layouts.importing.readers.docx.vml import drawn_by_vml
from layouts.importing.xml_events import Element
from layouts.issue.text import LINE_BREAK, MarkKind
from layouts.messages import docx_files as say
from layouts.messages.message import Message

NON_BREAKING_HYPHEN, SOFT_HYPHEN = "\u2011", "\u00ad"
DELETED, HIDDEN = "deleted-text", "hidden-text"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLAIN = ResolvedRun(PLAIN_LOOK, hidden=False, font="")
_WEB = ("http://", "https://", "mailto:")
"""What a link may lead to; what leads into the writer's own computer is no use to a reader."""

_ASIDE: dict[str, Message] = {
    DELETED: say.DELETED_TEXT,
    HIDDEN: say.HIDDEN_TEXT,
    "hidden-photo": say.HIDDEN_PHOTO,
    "note": say.NOTE,
    "symbol": say.SYMBOL,
}


class DrawnItem(NamedTuple):
    """What was drawn, and how many lines of the paragraph were ended by hand before it."""

    item: Item
    row: int


class ParagraphSegment:
    """A paragraph, or what stands of one between two page turns."""

    def __init__(self) -> None:
        self.draft = ParagraphDraft()
        self.drawings: list[DrawnItem] = []
        self.rows = 0


class WordLine:
    """A paragraph being read; deleted or hidden ends make one of several `w:p`."""

    def __init__(self, reading: WordReading) -> None:
        self.segments = [ParagraphSegment()]
        self.style = reading.styles.paragraph(None)
        self.properties = PLAIN_PARAGRAPH
        self._reading = reading
        self._run = _PLAIN
        self._gone = ""
        self._link = ""
        self._asked = ""
        self._has_own_sign = False
        self._aside: defaultdict[str, list[str]] = defaultdict(list)

    @property
    def draft(self) -> ParagraphDraft:
        """What is being written."""
        return self.segments[-1].draft

    def read(
        self, paragraph: Element, style: ParagraphStyle, properties: ParagraphProperties
    ) -> None:
        """A `w:p`. The paragraph looks as the last of its parts that has text."""
        was = self.draft.length
        before = self.style, self.properties
        is_first = len(self.segments) == 1 and not was and not self.segments[0].drawings
        self.style, self.properties = style, properties
        self.content(paragraph)
        if not is_first and self.draft.length == was:
            self.style, self.properties = before

    def content(self, element: Element) -> None:
        """What stands in an element. One of an unknown name is as if it were not there."""
        for part in element:
            name = kind(part)
            handler = self._HANDLERS.get(name)
            if handler is not None:
                handler(self, part)
            elif not name.endswith("Pr"):
                self.content(part)

    def say(self, string: str, look: RunLook | None = None) -> None:
        """Characters, put where those of this place belong: into the text or into what is lost."""
        reading = self._reading
        if not reading.fields.is_idle and reading.fields.swallow(string):
            return
        if self._repeats(string):
            return
        if self._gone:
            self._aside[self._gone].append(string)
        elif reading.skips:
            reading.contents.append(string)
        elif self._run.hidden:
            self._aside[HIDDEN].append(string)
        else:
            self.draft.add(string, look or self._look())

    def _repeats(self, string: str) -> bool:
        """Whether characters say again what a field without a question says before them.

        That is how LibreOffice 7 writes a content control.
        """
        is_said = bool(string) and string == self._asked
        if self._reading.fields.asks_nothing:
            self._asked = string
        elif not is_said:
            self._asked = ""
        return is_said

    def finish(self) -> None:
        """The paragraph ends: what did not come in is told."""
        broken = self._reading.fields.give_up()
        if broken:
            self.draft.add(broken)
        if self._reading.skips:
            self._reading.contents.append(LINE_BREAK)
        for code, strings in self._aside.items():
            self._reading.gatherer.lose(code, _ASIDE[code], "".join(strings))

    def _look(self) -> RunLook:
        fields = self._reading.fields
        link = self._link or ("" if fields.is_idle else _web_address(fields.link))
        if not link:
            return self._run.look
        marks = tuple(mark for mark in self._run.look.marks if mark is not MarkKind.UNDERLINE)
        return self._run.look._replace(link=link, marks=marks)

    @property
    def _is_shown(self) -> bool:
        """Whether something that is no text is shown here."""
        return not (self._gone or self._run.hidden or self._reading.skips)

    @contextmanager
    def _within(self, *, gone: str = "", link: str = "") -> Generator[None]:
        before = self._gone, self._link
        self._gone, self._link = gone or self._gone, link or self._link
        try:
            yield
        finally:
            self._gone, self._link = before

    # ------------------------------------------------------------------ around runs

    def _a_run(self, element: Element) -> None:
        before = self._run
        direct = run_properties(child(element, "w:rPr"))
        self._run = self._reading.styles.run(self.style, direct)
        self.content(element)
        self._run, self._has_own_sign = before, False

    def _a_link(self, element: Element) -> None:
        relation = attribute(element, "r:id")
        address = self._reading.address(relation) if relation else ""
        with self._within(link=_web_address(address)):
            self.content(element)

    def _inserted(self, element: Element) -> None:
        self._reading.changes["inserted"] += 1
        self.content(element)

    def _moved_here(self, element: Element) -> None:
        self._reading.changes["moved"] += 1
        self.content(element)

    def _deleted(self, element: Element) -> None:
        self._reading.changes["deleted"] += 1
        with self._within(gone=DELETED):
            self.content(element)

    def _moved_away(self, element: Element) -> None:
        with self._within(gone=DELETED):
            self.content(element)

    def _control(self, element: Element) -> None:
        before = self._reading.in_contents
        self._reading.in_contents = before or is_contents(element)
        content = child(element, "w:sdtContent")
        if content is not None:
            self.content(content)
        self._reading.in_contents = before

    def _alternatives(self, element: Element) -> None:
        for branch in chosen(element):
            self.content(branch)

    def _skip(self, element: Element) -> None:
        pass

    # ------------------------------------------------------------------ characters

    def _text(self, element: Element) -> None:
        """Spaces at the ends count only where the file says so, as in Word."""
        string = element.text or ""
        if element.get(_SPACE) != "preserve":
            string = string.strip(" \t\r\n")
        if "\n" in string or "\r" in string:
            string = " ".join(string.splitlines())
        if self._run.font:
            string = in_letters(self._run.font, string)
        # what a writer typed for the sign of a note is numbered here
        if string and not self._has_own_sign:
            self.say(string)

    def _tab(self, element: Element) -> None:
        self.say("\t")

    def _hyphen(self, element: Element) -> None:
        self.say(NON_BREAKING_HYPHEN)

    def _soft_hyphen(self, element: Element) -> None:
        self.say(SOFT_HYPHEN)

    def _break(self, element: Element) -> None:
        if attribute(element, "w:type") == "page":
            if self._is_shown:
                self._reading.count()
                self.segments.append(ParagraphSegment())
            return
        self.segments[-1].rows += 1
        self.say(LINE_BREAK)

    def _sign(self, element: Element) -> None:
        """A sign of a symbol font; such fonts keep theirs at U+F000 and up."""
        try:
            code = int(attribute(element, "w:char") or "", 16)
        except ValueError:
            return
        if not 0x20 <= code <= 0xFFFD or 0xD800 <= code < 0xE000:
            return
        font = attribute(element, "w:font") or ""
        shown = in_letters(font, chr(code))
        if is_known(shown):
            self.say(shown)
        else:
            self._aside["symbol"].append(f"{font} {code:04X} ")

    def _ruby(self, element: Element) -> None:
        base, reading = below(element, "w:rubyBase"), below(element, "w:rt")
        if base is None:
            return
        over = "" if reading is None else _letters(reading)
        if not self._is_shown:
            self.content(base)
            self.say(over)
            return
        run = next(inside(base, "w:r"), None)
        direct = PLAIN_RUN if run is None else run_properties(child(run, "w:rPr"))
        look = self._reading.styles.run(self.style, direct).look
        self.draft.read(_letters(base), over, look)

    def equation(self, element: Element) -> None:
        """An equation, on a line."""
        for piece in linear(element):
            if piece.string:
                marks = (piece.mark,) if piece.mark else ()
                self.say(piece.string, self._run.look._replace(marks=marks))

    # ------------------------------------------------------------------ fields

    def _field_sign(self, element: Element) -> None:
        what = attribute(element, "w:fldCharType")
        fields = self._reading.fields
        if what == "begin":
            fields.begin(WordField(element))
        elif what == "separate":
            fields.separate()
        elif what == "end" and (field := fields.end()) is not None and not field.has_result:
            self._show(field)

    def _show(self, field: WordField) -> None:
        reading = field.reading()
        if reading is not None and self._is_shown:
            self.draft.read(reading.base, reading.reading, self._look())
        else:
            self.say(f"{reading.base}{reading.reading}" if reading else field.shown())

    def _instruction(self, element: Element) -> None:
        self._reading.fields.instruct(element.text or "")

    def _simple_field(self, element: Element) -> None:
        fields = self._reading.fields
        fields.begin(WordField(instruction=attribute(element, "w:instr") or ""))
        self.content(element)
        fields.end()

    # ------------------------------------------------------------------ notes and comments

    def _footnote(self, element: Element) -> None:
        self._note("footnotes", element)

    def _endnote(self, element: Element) -> None:
        self._note("endnotes", element)

    def _note(self, where: str, element: Element) -> None:
        self._has_own_sign = attribute(element, "w:customMarkFollows") in ("1", "true", "on")
        words = self._reading.notes.pop((where, attribute(element, "w:id") or ""), "")
        if not words:
            return
        if self._gone:
            self._aside[DELETED].append(words)
        elif not self._is_shown or not self.draft.note(words):
            self._aside["note"].append(words)

    def _comment_begins(self, element: Element) -> None:
        self._reading.remarks.begin(attribute(element, "w:id") or "", self.draft)

    def _comment_ends(self, element: Element) -> None:
        self._reading.remarks.end(attribute(element, "w:id") or "", self.draft)

    def _comment_sign(self, element: Element) -> None:
        self._reading.remarks.refer(attribute(element, "w:id") or "", self.draft)

    # ------------------------------------------------------------------ drawings

    def _drawing(self, element: Element) -> None:
        self._draw(drawn(element))

    def _vml(self, element: Element) -> None:
        self._draw(drawn_by_vml(element))

    def _object(self, element: Element) -> None:
        program = child(element, "o:OLEObject")
        name = "" if program is None else program.get("ProgID") or ""
        self._reading.gatherer.lose("embedded-object", say.EMBEDDED_OBJECT, name)

    def _draw(self, items: Iterator[Item]) -> None:
        segment = self.segments[-1]
        for item in items:
            self._reading.count()
            if self._is_shown:
                segment.drawings.append(DrawnItem(item, segment.rows))
            else:
                self._aside["hidden-photo"].append("")

    _HANDLERS: ClassVar[dict[str, Callable[[WordLine, Element], None]]] = {
        "w:r": _a_run,
        "w:hyperlink": _a_link,
        "w:ins": _inserted,
        "w:moveTo": _moved_here,
        "w:del": _deleted,
        "w:moveFrom": _moved_away,
        "w:sdt": _control,
        "mc:AlternateContent": _alternatives,
        "w:t": _text,
        "w:delText": _text,
        "w:tab": _tab,
        "w:ptab": _tab,
        "w:noBreakHyphen": _hyphen,
        "w:softHyphen": _soft_hyphen,
        "w:br": _break,
        "w:cr": _break,
        "w:sym": _sign,
        "w:ruby": _ruby,
        "m:oMath": equation,
        "w:fldChar": _field_sign,
        "w:instrText": _instruction,
        "w:delInstrText": _instruction,
        "w:fldSimple": _simple_field,
        "w:footnoteReference": _footnote,
        "w:endnoteReference": _endnote,
        "w:commentRangeStart": _comment_begins,
        "w:commentRangeEnd": _comment_ends,
        "w:commentReference": _comment_sign,
        "w:drawing": _drawing,
        "w:pict": _vml,
        "w:object": _object,
        "w:txbxContent": _skip,
    }


def _web_address(address: str) -> str:
    return address if address.lower().startswith(_WEB) else ""


def _letters(element: Element) -> str:
    """What an element says, without a look at how."""
    return "".join(part.text or "" for part in element.iter() if kind(part) == "w:t")
