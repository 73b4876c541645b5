"""PySide6 6.12.0 on Python 3.11 loses a reference to None on every call without a result, and
aborts after a few thousand of them.
"""

from __future__ import annotations

import subprocess
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


RAISING = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from desktop.widgets.sound import sound

@sound
class Area(QAbstractScrollArea):
    def viewportEvent(self, event):
        return super().viewportEvent(event)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        ()[0]

app, area = QApplication([]), Area()
sys.excepthook = lambda kind, error, trace: print("told", kind.__name__)
try:
    area.show()
    area.resize(300, 200)
    app.processEvents()
except IndexError:
    print("told IndexError")
print("goes on", flush=True)
os._exit(0)
"""
"""An override that raises what C makes, called by Qt while Python calls Qt."""


def test_an_index_out_of_range_in_an_override_ends_nothing() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", RAISING], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert "told IndexError" in ended.stdout
    assert ended.stdout.endswith("goes on\n")
