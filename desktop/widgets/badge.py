"""A count or a word in a pill on a button."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from desktop.theme import Theme, current_theme
from desktop.widgets.polish import set_property

Level = Literal["neutral", "accent", "error", "warning", "notice", "ok"]

HEIGHT: Final = 16
GAP: Final = 6
"""Px between icon, text and badge of a button."""


class BadgeButton(QToolButton):
    """A tool button with a badge after its text: 检查 (2).

    The badge is part of its accessible name.
    """

    def __init__(
        self, text: str = "", picture: QIcon | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._badge = ""
        self._level: Level = "neutral"
        self.setText(text)
        self._changed()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if picture is not None:
            self.setIcon(picture)
        set_property(self, "outlined", "true")

    def set_badge(self, text: str, level: Level = "neutral") -> None:
        """Show a badge, or none where the text is empty."""
        if (text, level) != (self._badge, self._level):
            self._badge, self._level = text, level
            self._changed()

    def _changed(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._badge}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """Room for icon, text and badge."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        content = QSize(
            self._width(), max(option.fontMetrics.height(), self.iconSize().height(), HEIGHT)
        )
        return self.style().sizeFromContents(
            QStyle.ContentsType.CT_ToolButton, option, content, self
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """The same: it does not shrink."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """An action that gives another text gives another name."""
        if event.type() is QEvent.Type.ActionChanged:
            self._changed()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """The frame by the style, what is in it by us."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        theme = current_theme()
        place = QRect((self.width() - self._width()) // 2, 0, self._width(), self.height())
        if not self.icon().isNull():
            side = self.iconSize().width()
            square = QRect(place.left(), (self.height() - side) // 2, side, side)
            self.icon().paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode, state)
            place.setLeft(place.left() + side + GAP)
        painter.setFont(self.font())
        painter.setPen(
            QColor(
                theme.disabled
                if not self.isEnabled()
                else theme.accent
                if self.isChecked()
                else theme.text
            )
        )
        painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        if self._badge:
            side = self._badge_width()
            self._paint_badge(
                painter,
                QRect(place.right() + 1 - side, (self.height() - HEIGHT) // 2, side, HEIGHT),
                theme,
            )

    def _paint_badge(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground, text = _colours(theme, self._level)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(QColor(text))
        painter.setFont(self._small())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _badge_width(self) -> int:
        return max(18, QFontMetrics(self._small()).horizontalAdvance(self._badge) + 10)

    def _width(self) -> int:
        parts = [self.fontMetrics().horizontalAdvance(self.text())]
        if not self.icon().isNull():
            parts.append(self.iconSize().width())
        if self._badge:
            parts.append(self._badge_width())
        return sum(parts) + GAP * (len(parts) - 1)


def _colours(theme: Theme, level: Level) -> tuple[str, str]:
    match level:
        case "neutral":
            return theme.neutral_soft, theme.text
        case "accent":
            return theme.accent_fill, theme.on_accent
        case _:
            return str(getattr(theme, f"{level}_soft")), theme.severity(level)
