"""Hard-wrapped text made paragraphs again (断行合并)."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.importing.unwrapping.values import DroppedLine, Unwrapped, UnwrappedParagraph

__all__ = ["DroppedLine", "Unwrapped", "UnwrappedParagraph", "is_hard_wrapped", "unwrap"]


def unwrap(lines: Sequence[str]) -> Unwrapped:
    """The paragraphs that lines of text make, page numbers and running heads left out.

    Lines come without their ends; one that begins with a form feed begins a page.
    """
    paragraphs = (
        UnwrappedParagraph(line.strip(), number)
        for number, line in enumerate(lines, 1)
        if line.strip()
    )
    return Unwrapped(tuple(paragraphs))


def is_hard_wrapped(lines: Sequence[str]) -> bool:
    """Whether text has line ends that are none of a paragraph."""
    return unwrap(lines).rejoined > 0
