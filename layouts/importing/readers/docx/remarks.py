"""Comments (批注) on their way from a range of the document to characters of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.drafts import ParagraphDraft
from layouts.issue.text import Comment


class Remarks:
    """The comments of a document and where those being read begin.

    Each is anchored once: to its words in the first paragraph that has any of them.
    """

    def __init__(self, comments: dict[str, Comment]) -> None:
        self._comments = comments
        self._open: dict[str, int] = {}
        self._ready: dict[str, tuple[int, int]] = {}

    def begin(self, name: str, draft: ParagraphDraft) -> None:
        """A comment's words begin."""
        if name in self._comments and name not in self._ready:
            self._open[name] = draft.length

    def end(self, name: str, draft: ParagraphDraft) -> None:
        """They end."""
        start = self._open.pop(name, None)
        if start is not None:
            self._ready[name] = start, draft.length

    def refer(self, name: str, draft: ParagraphDraft) -> None:
        """A comment's sign: without words of its own it is on those before."""
        if name in self._comments and name not in self._open:
            self._ready.setdefault(name, (draft.length, draft.length))

    def anchor(self, draft: ParagraphDraft) -> None:
        """At the end of a paragraph: its comments become marks of it.

        With a paragraph that has no text they go on to the next.
        """
        if draft.is_blank:
            self._ready = dict.fromkeys(self._ready, (0, 0))
            self._open = dict.fromkeys(self._open, 0)
            return
        for name, start in list(self._open.items()):
            if draft.length > start:
                self._ready[name] = start, draft.length
                del self._open[name]
        self._open = dict.fromkeys(self._open, 0)
        for name, (start, end) in self._ready.items():
            if (comment := self._comments.pop(name, None)) is not None:
                draft.comment(start, end, comment)
        self._ready.clear()

    def left(self) -> Iterator[Comment]:
        """The comments that nothing carries."""
        yield from self._comments.values()
