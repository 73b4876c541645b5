"""What comes out of the unwrapping: paragraphs, and the lines that belong to the pages."""

from __future__ import annotations

from typing import Literal, NamedTuple

Furniture = Literal["page-number", "running-head"]
"""What a page carries beside its text: codes of `Lost`."""


class UnwrappedParagraph(NamedTuple):
    """A paragraph of one or more lines.

    `line` is the number of its first line, from 1, `lines` how many were joined. `indent` is by how
    many em the first line stands in; `blank_above` says that more empty space parts it from the one
    above than the lines of a paragraph have between them. Spaces at both ends are dropped.
    `hyphens` are those that were taken out where a word was parted.
    """

    text: str
    line: int
    lines: int = 1
    indent: float = 0.0
    blank_above: bool = False
    hyphens: str = ""


class DroppedLine(NamedTuple):
    """A line that belongs to the page it stood on and not to the text."""

    text: str
    line: int
    kind: Furniture


class Unwrapped(NamedTuple):
    """The paragraphs of a text in their order, and what was left out: each line is in one."""

    paragraphs: tuple[UnwrappedParagraph, ...]
    dropped: tuple[DroppedLine, ...] = ()

    @property
    def rejoined(self) -> int:
        """How many line ends were none of a paragraph; 0 where the text is not hard-wrapped."""
        return sum(paragraph.lines - 1 for paragraph in self.paragraphs)
