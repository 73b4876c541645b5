"""Something held over the pages from elsewhere: where it would go is looked for as it moves, and at
an edge of the view the pages scroll on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from desktop.canvas.context import Context
from desktop.canvas.gestures.scroll_edge import BEYOND, EdgeScroller
from desktop.canvas.shown import Pointer

Found = TypeVar("Found")


class HeldOver(Generic[Found]):
    """The part of such a gesture that is the same for all; `found` is where the thing would go,
    None where it can go nowhere. `beyond`: see EdgeScroller.
    """

    lasts = True
    hides_selection = False

    def __init__(
        self,
        context: Context,
        look: Callable[[Context, Pointer], Found | None],
        beyond: float = BEYOND,
    ) -> None:
        self._context = context
        self._look = look
        self._edge = EdgeScroller(context.camera, context.viewport, self.move, beyond)
        self.found: Found | None = None

    def move(self, pointer: Pointer) -> None:
        """Look for the nearest place."""
        self._edge.follow(pointer)
        self.found = self._look(self._context, pointer)
        self._context.viewport.update()

    def release(self, pointer: Pointer) -> None:
        """The mouse let go: what was dropped is taken by the event itself."""
        self.cancel()

    def cancel(self) -> None:
        """The drag left the pages: what showed its place goes."""
        self._edge.stop()
        self._context.mouse.begin(None)

    def composed(self) -> None:
        """The next move looks again."""
        self.found = None
