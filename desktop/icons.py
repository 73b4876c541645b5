"""Icons: the SVGs of resources/icons in the colours of the theme, drawn for the very pixels they
are shown on.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import ClassVar, Final, Literal

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.colours import SEVERITIES, Theme
from desktop.theme import current_theme
from resources import resource

Role = Literal[
    "text", "quiet", "accent", "on-accent", "on-bubble", "error", "warning", "notice", "ok"
]
"""What an icon is: words of the window, quieter, an accent, on the primary button, in a passing
message, or a finding's level.
"""

GRID: Final = 20
"""Icons are drawn on a grid of 20 px; at 20 and 40 px every stroke meets the pixels."""

APP_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)

_PLACEHOLDER: Final = "currentColor"


def icon(name: str, role: Role | None = None) -> QIcon:
    """The icon called `name` (`undo` is resources/icons/undo.svg); FileNotFoundError where there is
    none.

    It paints itself in the colours of the theme that is applied when it is shown, greyed where it
    is disabled, in the accent where it stands on a button that is checked. Icons of findings have
    the colour of their level, others that of text, unless `role` says so.
    """
    _source(name)
    return QIcon(_Engine(name, role or _own_role(name)))


def pixmap(name: str, size: int = GRID, ratio: float = 1.0, role: Role | None = None) -> QPixmap:
    """An icon as a picture of `size` px for a screen of this device pixel ratio, for those who
    paint by themselves.
    """
    return _drawn(name, _colour(current_theme(), role or _own_role(name)), QSize(size, size), ratio)


def app_icon() -> QIcon:
    """The icon of the application and its windows."""
    made = QIcon()
    for size in APP_SIZES:
        made.addFile(str(resource(f"icons/banxin-{size}.png")), QSize(size, size))
    return made


class _Engine(QIconEngine):
    """Draws one icon when and as large as it is needed, so that a change of theme or screen needs
    no new icons.
    """

    _clones: ClassVar[list[_Engine]] = []
    """Qt takes a clone (where somebody adds to a copied icon) without owning it as Python sees it:
    it must not be collected.
    """

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role: Role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the middle of a rectangle, as large as fits."""
        side = min(rect.width(), rect.height())
        device = painter.device()
        drawn = self.scaledPixmap(
            QSize(side, side), mode, state, device.devicePixelRatio() if device else 1.0
        )
        painter.drawPixmap(
            rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2), drawn
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon for a screen of ratio 1."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon for a screen of ratio `scale`; nothing where there is no room for any."""
        if size.isEmpty():
            return QPixmap()
        theme = current_theme()
        role = self._role
        if role == "text" and state is QIcon.State.On:
            role = "accent"
        colour = theme.disabled if mode is QIcon.Mode.Disabled else _colour(theme, role)
        return _drawn(self._name, colour, size, scale)

    def clone(self) -> QIconEngine:
        """Another of the same."""
        self._clones.append(_Engine(self._name, self._role))
        return self._clones[-1]

    def key(self) -> str:
        """What kind of engine this is."""
        return "banxin"

    def iconName(self) -> str:  # noqa: N802, Qt's name
        """The name of the icon."""
        return self._name

    def isNull(self) -> bool:  # noqa: N802, Qt's name
        """Whether there is nothing to draw: never."""
        return False


def _own_role(name: str) -> Role:
    for level in SEVERITIES:
        if level == name:
            return level
    return "text"


def _colour(theme: Theme, role: Role) -> str:
    return str(getattr(theme, role.replace("-", "_")))


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf8")


def _drawn(name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
    made = QPixmap.fromImage(
        _picture(name, colour, round(size.width() * ratio), round(size.height() * ratio))
    )
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=1024)
def _picture(name: str, colour: str, width: int, height: int) -> QImage:
    """An icon in one colour and its very pixels.

    Kept as an image: pixmaps must not outlive the application.
    """
    drawn = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    side = min(width, height)
    place = QRectF((width - side) // 2, (height - side) // 2, side, side)
    QSvgRenderer(QByteArray(_source(name).replace(_PLACEHOLDER, colour).encode())).render(
        painter, place
    )
    painter.end()
    return drawn
