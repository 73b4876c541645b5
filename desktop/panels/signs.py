"""The signs of findings, each with a form of its own: a disc with a cross for errors, a triangle
for warnings, a ring for notices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.colours import Theme
from desktop.words import spoken, tr
from layouts.errors import Finding, Level

LEVELS: tuple[Level, ...] = ("error", "warning", "notice")
"""From the worst on."""


class Tally(NamedTuple):
    """How many findings there are of each level, without those that were accepted: the one count
    that badge, status bar and list show.
    """

    errors: int
    warnings: int
    notices: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def worst(self) -> Level | None:
        """The worst level there is; None without any."""
        return next((level for level, n in zip(LEVELS, self, strict=True) if n), None)

    def told(self) -> str:
        """`2 错误 · 4 提醒 · 3 说明`: what there is none of is said of the first two alone."""
        parts = [tr("{n} 错误", n=self.errors), tr("{n} 提醒", n=self.warnings)]
        if self.notices:
            parts.append(tr("{n} 说明", n=self.notices))
        return " · ".join(parts)


def tally(findings: Iterable[Finding]) -> Tally:
    """Count findings."""
    counts = Counter(finding.level for finding in findings if not finding.reason)
    return Tally(*(counts[level] for level in LEVELS))


def worst(findings: Iterable[Finding]) -> Level | None:
    """The worst level among findings; None where there are none."""
    found = {finding.level for finding in findings}
    return next((level for level in LEVELS if level in found), None)


def level_name(level: Level) -> str:
    """错误, 提醒 or 说明."""
    return {"error": tr("错误"), "warning": tr("提醒"), "notice": tr("说明")}[level]


def sentence(finding: Finding) -> str:
    """A finding's sentence in the editor's language."""
    return spoken(finding)


def paint_sign(
    painter: QPainter, middle: QPointF, radius: float, level: Level, theme: Theme
) -> None:
    """Draw the sign of a level; a rim of the window's colour lets it stand on any ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.window), 1.5))
    painter.setBrush(QColor(theme.severity(level)))
    x, y = middle.x(), middle.y()
    if level == "warning":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, y - radius),
                    QPointF(x + radius, y + 0.8 * radius),
                    QPointF(x - radius, y + 0.8 * radius),
                ]
            )
        )
    else:
        painter.drawEllipse(middle, radius, radius)
    painter.setPen(QPen(QColor(theme.window), max(1.2, radius / 4)))
    arm = 0.4 * radius
    if level == "error":
        painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
        painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))
    elif level == "warning":
        painter.drawLine(QPointF(x, y - 0.3 * radius), QPointF(x, y + 0.35 * radius))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.window))
        painter.drawEllipse(middle, arm, arm)
