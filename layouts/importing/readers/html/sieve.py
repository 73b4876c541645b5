"""What of a page does not come in while it is read, and how that is told."""

from __future__ import annotations

import re

from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.html.css import Declarations
from layouts.importing.readers.html.looks import HtmlStyle
from layouts.importing.readers.html.loss import lose
from layouts.importing.readers.html.page import LEFT_OUT, HtmlPage
from layouts.importing.readers.html.paragraphs import PageParagraphs
from layouts.importing.readers.html.tree import HtmlElement, HtmlRemark, is_silent, text_of
from layouts.issue.text import Comment

_NOTHING = frozenset(["col", "colgroup", "wbr", "source", "track", "param", "area", "map", "base"])
_CONDITION = re.compile(r"\s*\[(?:if|endif)", re.IGNORECASE)
_FRAGMENT = ("StartFragment", "EndFragment")
"""What clipboards of Windows put round the piece that was copied."""

_SAID_BY_WORDS = ("page-furniture", "struck-text", "hidden-text")
"""What is told only where it has words; a video or drawing is one without any too."""


class PageSieve:
    """Keeps elements of one page out, and tells the gatherer what anybody would have seen."""

    def __init__(self, gatherer: BlockGatherer, page: HtmlPage, paragraphs: PageParagraphs) -> None:
        self._gatherer = gatherer
        self._page = page
        self._paragraphs = paragraphs

    def remark(self, remark: HtmlRemark) -> None:
        """A remark of the page's source, `<!-- -->`: a comment where its kind says so."""
        words = " ".join(remark.text.split())
        if not words or _CONDITION.match(remark.text) or words in _FRAGMENT:
            return
        if self._page.remarks == "comment":
            self._paragraphs.comment_before(Comment("", "", words))
        elif self._page.remarks:
            self.lose("comment", words)

    def passes_over(self, element: HtmlElement) -> bool:
        """Whether an element does not come in; what it holds is told where anybody sees it."""
        if is_silent(element) or element.tag in _NOTHING or element in self._page.asides.held:
            return True
        if note := self._page.asides.called.get(element):
            if note.comment:
                self._paragraphs.comment_before(note.comment)
            else:
                self._paragraphs.note(note.note)
            return True
        if element in self._page.asides.signs:
            return True
        code = self._page.left_out.get(element) or LEFT_OUT.get(element.tag)
        if code:
            if element in self._page.left_out:
                self._paragraphs.end()
            self.tell(code, element)
        return bool(code)

    def is_hidden(self, element: HtmlElement, style: HtmlStyle, said: Declarations) -> bool:
        """Whether an element is not to be seen, which is told. A script shows WeChat's text."""
        hidden = style.hidden or "hidden" in element.attributes
        if not hidden and said.get("visibility") in ("hidden", "collapse"):
            hidden = element.get("id") != "js_content"
        if hidden:
            self.tell("hidden-text", element)
        return hidden

    def tell(self, code: str, element: HtmlElement) -> None:
        """Tell an element with its words as lost."""
        words = text_of(element)
        if words or code in ("media", "vector-drawing"):
            self.lose(code, words)

    def lose(self, code: str, words: str = "") -> None:
        """Tell what does not come in, with where."""
        if words or code not in _SAID_BY_WORDS:
            line = self._gatherer.line
            where = f"第 {line} {self._page.unit}" if line else ""
            lose(self._gatherer, code, words, where)
