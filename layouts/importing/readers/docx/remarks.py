"""Comments (批注) on their way from a range of the document to characters of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.drafts import ParagraphDraft
from layouts.issue.text import Comment


class WordComments:
    """The comments of a document and where those being read begin.

    Each is anchored once: to its words in the first paragraph that has any of them.
    """

    def __init__(self, comments: dict[str, Comment]) -> None:
        self._comments = comments
        self._open: dict[str, int] = {}
        self._ready: dict[str, tuple[int, int]] = {}
        self._open_before: set[str] = set()
        self._ready_before: list[str] = []

    def begin(self, name: str, draft: ParagraphDraft) -> None:
        """A comment's words begin."""
        if name in self._comments and name not in self._ready:
            self._open[name] = draft.length

    def end(self, name: str, draft: ParagraphDraft) -> None:
        """They end."""
        if name in self._open:
            self._ready[name] = self._open.pop(name), draft.length
        elif name in self._open_before:
            self._open_before.discard(name)
            self._ready[name] = 0, draft.length

    def refer(self, name: str, draft: ParagraphDraft) -> None:
        """A comment's sign: without words of its own it is on those before."""
        if name in self._comments and name not in self._open and name not in self._open_before:
            self._ready.setdefault(name, (draft.length, draft.length))

    def anchor(self, draft: ParagraphDraft) -> None:
        """At the end of a paragraph: its comments become marks of it.

        With a paragraph that has no text they go on to the next.
        """
        if draft.is_blank:
            self._ready_before += self._ready
            self._open_before.update(self._open)
            self._ready.clear()
            self._open.clear()
            return
        if not (self._ready or self._open or self._ready_before or self._open_before):
            return
        ready = dict.fromkeys(self._ready_before, (0, 0)) | self._ready
        ready |= dict.fromkeys(self._open_before, (0, draft.length))
        self._open_before.clear()
        for name, start in self._open.items():
            if draft.length > start:
                ready[name] = start, draft.length
            else:
                self._open_before.add(name)
        for name, (start, end) in ready.items():
            if (comment := self._comments.pop(name, None)) is not None:
                draft.comment(start, end, comment)
        self._open.clear()
        self._ready.clear()
        self._ready_before.clear()

    def left(self) -> Iterator[Comment]:
        """The comments that nothing carries."""
        yield from self._comments.values()
