"""A page read from its beginning to its end: elements entered and left, paragraphs made of what
stands in them.

No function calls itself for what stands inside: pages nest as deep as they like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.html.css import Declarations
from layouts.importing.readers.html.lists import ListCounter
from layouts.importing.readers.html.looks import PLAIN_STYLE, HtmlStyle, HtmlStyles
from layouts.importing.readers.html.page import MOST_PHOTOS, HtmlPage
from layouts.importing.readers.html.paragraphs import PageParagraphs
from layouts.importing.readers.html.photo_rows import captioned, side_by_side
from layouts.importing.readers.html.pictures import PagePictures, is_icon, is_spacer, share, side
from layouts.importing.readers.html.said import (
    address_of,
    in_role,
    is_plain,
    number_in,
    turns_page,
)
from layouts.importing.readers.html.sieve import PageSieve
from layouts.importing.readers.html.tables import HtmlCell, is_for_layout, is_one_cell, placed
from layouts.importing.readers.html.tree import (
    BLOCKS,
    HtmlElement,
    HtmlNode,
    HtmlRemark,
    parts,
    text_of,
)
from layouts.importing.received import ReceivedParagraph, ReceivedPhoto
from layouts.importing.table_grid import PlacedCell, gridded, stacked
from layouts.issue.splice import NO_TEXT
from layouts.issue.tables import AUTO
from layouts.issue.text import Text

_PADDING = re.compile(r"[\s\xa0]*")
_LABEL_PADDING = re.compile(r"font:\s*7(?:\.0)?pt", re.IGNORECASE)
"""Word sets the space behind a number in 7 points."""

_LIST_LABEL = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)

MOST_NESTED = 20
"""Rows and figures in each other that are looked at for photos that belong together, each for all
that is in it: mails of a long thread have a dozen.
"""


class _Entered(NamedTuple):
    element: HtmlElement
    style: HtmlStyle
    children: Iterator[HtmlNode]
    leave: Callable[[], None]


class PageWalker:
    """Reads one page, or the cells of its tables, into a gatherer."""

    def __init__(
        self,
        gatherer: BlockGatherer,
        page: HtmlPage,
        styles: HtmlStyles,
        pictures: PagePictures,
        *,
        cells_only: bool = False,
    ) -> None:
        self._gatherer = gatherer
        self._page = page
        self._styles = styles
        self._pictures = pictures
        self._cells_only = cells_only
        self._paragraphs = PageParagraphs(
            gatherer, breaks_are_spaces=page.breaks_are_spaces, counts=page.unit == "段"
        )
        self._sieve = PageSieve(gatherer, page, self._paragraphs)
        self._lists: list[ListCounter] = []
        self._photos = 0
        self._around = 0
        self._stack: list[_Entered] = []

    def read(self, root: HtmlElement, style: HtmlStyle = PLAIN_STYLE) -> None:
        """All that stands in an element, itself not entered."""
        self._stack = [_Entered(root, style, iter(root.children), self._paragraphs.end)]
        while self._stack:
            frame = self._stack[-1]
            node = next(frame.children, None)
            if node is None:
                self._stack.pop()
                frame.leave()
            elif isinstance(node, str):
                self._text(node, frame)
            elif isinstance(node, HtmlRemark):
                self._sieve.remark(node)
            else:
                self._enter(node, frame.style)

    def _text(self, string: str, frame: _Entered) -> None:
        if frame.element in self._page.through:
            self._sieve.lose("page-furniture", string.strip())
        elif frame.style.deleted:
            self._sieve.lose("struck-text", string.strip())
        else:
            self._paragraphs.say(string, frame.style)

    def _enter(self, element: HtmlElement, parent: HtmlStyle) -> None:
        if self._sieve.passes_over(element):
            return
        style, said = self._styles.of(element, parent)
        if self._sieve.is_hidden(element, style, said):
            return
        if role := self._page.roles.get(element):
            self._block(element, in_role(style, role), said)
            return
        if handler := self._HANDLERS.get(element.tag):
            handler(self, element, style, said)
        elif _LIST_LABEL.search(element.get("style")):
            self._paragraphs.label(text_of(element), style.symbols, style.list_level)
        elif element.tag in BLOCKS:
            self._block(element, style, said)
        elif element.tag == "span" and said.get("float") in ("left", "right"):
            self._block(element, replace(style, box=True), said)
        else:
            self._inline(element, style, said)

    # What stands in a line

    def _inline(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        if _LABEL_PADDING.search(element.get("style")) and self._ends_label(element):
            return
        if element.tag == "a":
            style = replace(style, link=address_of(element) or style.link)
        leave: Callable[[], None] = _nothing
        if comment := self._page.asides.on.get(element):
            leave = self._paragraphs.commented(comment)
        if element.tag == "q":
            self._paragraphs.say("“", style)
            leave = self._closing_quote(style)
        self._push(element, style, leave)

    def _closing_quote(self, style: HtmlStyle) -> Callable[[], None]:
        return lambda: self._paragraphs.say("”", style)

    def _ends_label(self, element: HtmlElement) -> bool:
        """Whether a span is the space behind a number that Word counted and wrote as text."""
        return bool(_PADDING.fullmatch(text_of(element))) and self._paragraphs.make_label()

    def _push(
        self, element: HtmlElement, style: HtmlStyle, leave: Callable[[], None] | None = None
    ) -> None:
        self._stack.append(_Entered(element, style, iter(element.children), leave or _nothing))

    def _break(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        if turns_page(said):
            self._turn()
        elif "banxin-paragraph" in element.attributes:
            self._paragraphs.end()
        else:
            self._paragraphs.line_break(style)
        if line := element.get("banxin-line"):
            self._gatherer.line = number_in(line)

    def _turn(self) -> None:
        self._paragraphs.end()
        self._gatherer.page_turn()

    def _ruby(self, element: HtmlElement, style: HtmlStyle, _: Declarations) -> None:
        base: list[str] = []
        for child in element.children:
            if isinstance(child, HtmlElement) and child.tag in ("rt", "rtc"):
                self._paragraphs.read("".join(base), text_of(child), style)
                base.clear()
            elif isinstance(child, HtmlElement):
                base.append("" if child.tag == "rp" else text_of(child))
            elif isinstance(child, str):
                base.append(child)
        self._paragraphs.say("".join(base), style)

    def _input(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        kind = element.get("type").lower()
        if kind in ("checkbox", "radio"):
            self._paragraphs.label("☑" if "checked" in element.attributes else "☐", "")
        elif kind not in ("hidden", "image") and element.get("value"):
            self._sieve.lose("form", element.get("value"))

    def _note_mark(self, element: HtmlElement, style: HtmlStyle, _: Declarations) -> None:
        self._paragraphs.note(element.get("banxin-note"))

    def _line(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        self._begin(element)

    def _embedded(self, element: HtmlElement, style: HtmlStyle, _: Declarations) -> None:
        self._sieve.lose("embedded-file", text_of(element))

    # Photos

    def _photo(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        if is_spacer(element):
            return
        self._photos += 1
        if self._photos > MOST_PHOTOS:
            self._sieve.lose("photo-missing", element.get("src"))
            return
        alt = " ".join(element.get("alt").split())
        if is_icon(element, said):
            self._sieve.lose("small-picture", alt)
            return
        found = self._pictures.of(element)
        self._paragraphs.photo(
            ReceivedPhoto(
                path=found.path,
                name=found.name,
                side=side(element, said),
                share=share(element, said, style.room, self._page.measure),
                alt=alt,
                caption=Text(element.get("banxin-caption")),
            ),
            style,
        )
        if found.why:
            self._sieve.lose(found.why, found.name)

    def _figure(self, element: HtmlElement, style: HtmlStyle, _: Declarations) -> None:
        """Photos with what stands under them as the caption of the last."""
        self._paragraphs.end()
        start = len(self._gatherer.blocks)
        self._around += 1
        self._push(element, style, lambda: self._leave_figure(start))

    def _leave_figure(self, start: int) -> None:
        self._paragraphs.end()
        self._around -= 1
        if self._around >= MOST_NESTED:
            return
        row = self._paragraphs.next_row()
        self._gatherer.blocks[start:] = captioned(self._gatherer.blocks[start:], row)

    # What stands by itself

    def _block(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        self._begin(element)
        if turns_page(said):
            self._gatherer.page_turn()
        start = len(self._gatherer.blocks)
        leave = self._paragraphs.end
        if element.tag == "p":
            leave = self._leaving_paragraph(start)
        self._push(element, style, leave)

    def _begin(self, element: HtmlElement) -> None:
        """The block before ends, and one begins; those of Markdown say on which line."""
        self._paragraphs.end()
        if line := element.get("banxin-line"):
            self._gatherer.line = number_in(line)
        if "banxin-blank" in element.attributes:
            self._gatherer.blank()

    def _leaving_paragraph(self, start: int) -> Callable[[], None]:
        """The end of a p; one without anything is an empty line."""

        def leave() -> None:
            self._paragraphs.end()
            if len(self._gatherer.blocks) == start:
                self._gatherer.blank()

        return leave

    def _division(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        """A div. LibreOffice puts what stands at the top and foot of pages into such."""
        if element.get("title") in ("header", "footer") and self._page.breaks_are_spaces:
            self._paragraphs.end()
            self._sieve.tell("header", element)
        else:
            self._block(element, style, said)

    def _rule(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        self._turn()

    def _list(self, element: HtmlElement, style: HtmlStyle, _: Declarations) -> None:
        self._paragraphs.end()
        self._lists.append(ListCounter(element, style, len(self._lists) + 1))
        self._push(element, replace(style, list_type=""), self._leave_list)

    def _leave_list(self) -> None:
        self._paragraphs.end()
        self._lists.pop()

    def _item(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        self._begin(element)
        if self._lists and "display" not in said:
            label = self._lists[-1].label(element, style)
            self._paragraphs.label(label, "", len(self._lists))
        self._push(element, replace(style, list_type=""), self._paragraphs.drop_label)

    # Tables

    def _table(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        self._paragraphs.end()
        if self._cells_only or is_for_layout(element):
            is_box = element.get("border") not in ("", "0") or "border" in said
            style = replace(style, box=style.box or (is_box and is_one_cell(element)))
            self._push(element, style, self._paragraphs.end)
            return
        line = number_in(element.get("banxin-line")) or self._gatherer.next_line()
        cells = [self._cell(cell, style) for cell in placed(element, partial(self._hides, style))]
        table = gridded(cells, Source(str(self._gatherer.path), line))
        caption = next((one for one in parts(element) if one.tag == "caption"), None)
        if table is not None and any(cell.text.string for cell in cells):
            words = self._words_of(caption, style) if caption else NO_TEXT
            self._gatherer.table(replace(table, caption=words if words.string else None), line)
        elif caption:
            self._push(caption, style, self._paragraphs.end)

    def _hides(self, style: HtmlStyle, element: HtmlElement) -> bool:
        return self._sieve.is_hidden(element, *self._styles.of(element, style))

    def _cell(self, cell: HtmlCell, style: HtmlStyle) -> PlacedCell:
        inner, _ = self._styles.of(cell.element, style)
        words = self._words_of(cell.element, style)
        align = "center" if "center" in inner.align else inner.align
        return PlacedCell(
            cell.row,
            cell.column,
            words,
            cell.rows,
            cell.columns,
            {"center": "center", "right": "right", "end": "right"}.get(align, AUTO),
            is_head=cell.element.tag == "th",
        )

    def _words_of(self, element: HtmlElement, style: HtmlStyle) -> Text:
        """The words of a cell; photos in it stand before the table."""
        own, _ = self._styles.of(element, style)
        if replace(own, align="") == PLAIN_STYLE and is_plain(element):
            return Text(text_of(element))
        inside = self._gatherer.inner()
        walker = PageWalker(inside, self._page, self._styles, self._pictures, cells_only=True)
        holder = HtmlElement("", {}, None)
        holder.children.append(element)
        walker.read(holder, style)
        for block in inside.blocks:
            if isinstance(block, ReceivedPhoto):
                self._gatherer.photo(block)
        return stacked(
            block.text for block in inside.blocks if isinstance(block, ReceivedParagraph)
        )

    def _row(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> None:
        """A row of a table that sets photos beside each other."""
        self._paragraphs.end()
        start = len(self._gatherer.blocks)
        self._around += 1
        self._push(element, style, lambda: self._leave_row(start))

    def _leave_row(self, start: int) -> None:
        self._paragraphs.end()
        self._around -= 1
        if self._around >= MOST_NESTED:
            return
        row = self._paragraphs.next_row()
        self._gatherer.blocks[start:] = side_by_side(self._gatherer.blocks[start:], row)

    _HANDLERS: ClassVar[
        dict[str, Callable[[PageWalker, HtmlElement, HtmlStyle, Declarations], None]]
    ] = {
        "br": _break,
        "hr": _rule,
        "img": _photo,
        "ruby": _ruby,
        "input": _input,
        "banxin-note": _note_mark,
        "banxin-embedded": _embedded,
        "banxin-line": _line,
        "figure": _figure,
        "div": _division,
        "ol": _list,
        "ul": _list,
        "menu": _list,
        "dir": _list,
        "li": _item,
        "table": _table,
        "tr": _row,
    }


def _nothing() -> None:
    """Nothing to do where an element ends."""
