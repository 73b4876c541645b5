"""PySide6 6.12.0 on Python 3.11 loses a reference to None on every call without a result, and
aborts after a few thousand of them.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QImage, QPainter

CALLS = 2_000


@pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None is immortal from Python 3.12 on: its references are not counted",
)
def test_calls_without_a_result_keep_the_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    target, timer = QObject(), QTimer()
    before = sys.getrefcount(None)
    for k in range(CALLS):
        target.setObjectName("name")
        timer.setInterval(k)
        painter.drawPoint(QPoint(1, 1))
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 2
