"""What painting over the pages needs to know of the window."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont

from desktop.canvas.colours import Colours
from desktop.canvas.surface import Surface


class OverlayStyle(NamedTuple):
    """Colours and type of the window, the size of the viewport (logical pixels), pixels of the
    screen per logical pixel.

    `surface` paints pages and lines and holds their photos.
    """

    colours: Colours
    font: QFont
    width: float
    height: float
    ratio: float
    surface: Surface
