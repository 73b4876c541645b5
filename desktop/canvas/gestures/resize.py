"""What pulling at a corner has in common, whatever is sized."""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.gestures.stepwise import Stepwise
from desktop.canvas.shown import Pointer
from layouts.issue.places import Place


class Resize(Stepwise):
    """Press on a corner of what is selected and move; one step of undo, `name`."""

    hides_selection = True

    def __init__(
        self, context: Context, pressed: Pointer, place: Place, corner: int, name: str
    ) -> None:
        super().__init__(context, pressed, name)
        self._context = context
        self._place = place
        # corners count clockwise from the top left: 0 and 3 lie left, 0 and 1 above
        self._signs = (-1 if corner in {0, 3} else 1, -1 if corner in {0, 1} else 1)

    def _pulled(self) -> tuple[float, float]:
        """How far the corner was pulled outwards, points across and down."""
        # on the page where it began, though the pointer may be over another; where it was, when the
        # thing has become so small that it was all there was on that page
        if self._sheet.page < len(self._context.pages):
            self._sheet = self._context.camera.shown(self._sheet.page)
        x, y = self._sheet.to_page(self._pointer.at)
        return self._signs[0] * (x - self._pressed.x), self._signs[1] * (y - self._pressed.y)
