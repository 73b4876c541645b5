"""Hard-wrapped text made paragraphs again (断行合并)."""

from layouts.importing.unwrapping.unwrap import is_hard_wrapped, unwrap
from layouts.importing.unwrapping.values import DroppedLine, Unwrapped, UnwrappedParagraph

__all__ = ["DroppedLine", "Unwrapped", "UnwrappedParagraph", "is_hard_wrapped", "unwrap"]
