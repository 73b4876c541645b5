"""One sentence in passing, at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.icons import icon
from desktop.words import tr

SECONDS: Final = 6.0
"""How long a sentence stays: time to read forty characters."""

SECONDS_TO_ACT: Final = 15.0
"""How long one with a button stays: time to look at what was done as well, and to reach for it."""

MARGIN: Final = 24
WIDEST: Final = 560


class Toast(QFrame):
    """Lies over the foot of its host and says one sentence, with one or two buttons where something
    can be done (撤销, 详情, 打开).

    It goes after a while, but not while the pointer or the focus is on it; Esc or its × sends it
    away. It never takes the focus, and screen readers hear it.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._acts: dict[QPushButton, Callable[[], object]] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self.setObjectName("toast")
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._buttons = (QPushButton(), QPushButton())
        self._close = QToolButton()
        self._close.setIcon(icon("close", "on-bubble"))
        self._close.setAccessibleName(tr("关闭提示"))
        self._close.setToolTip(tr("关闭提示"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        for button in self._buttons:
            row.addWidget(button)
            button.clicked.connect(partial(self._do, button))
        row.addWidget(self._close)
        self._close.clicked.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(
        self,
        sentence: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        seconds: float | None = None,
        second: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say a sentence instead of the one before; `second` is another thing that can be done.

        With 0 seconds it stays until it is sent away.
        """
        if seconds is None:
            seconds = SECONDS_TO_ACT if action else SECONDS
        self._label.setText(sentence)
        offered = [(action, act), second or ("", None)]
        self._acts = {}
        for button, (text, does) in zip(self._buttons, offered, strict=True):
            button.setText(text)
            button.setVisible(bool(text))
            if does is not None:
                self._acts[button] = does
        self.setAccessibleName(sentence)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.start() if seconds else self._timer.stop()
        self.show()
        self._settle()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def outdate(self) -> None:
        """What it said of a failure holds no longer: a sentence that stays until it is sent away
        goes, another comes back on top.
        """
        if self._timer.isActive():
            self.raise_()
        else:
            self.hide()

    def sentence(self) -> str:
        """What it says; empty while it says nothing."""
        return "" if self.isHidden() else self._label.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Stay at the foot of a host that changes its size."""
        if watched is self._host and event.type() is QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Esc sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _do(self, button: QPushButton) -> None:
        self.hide()
        if button in self._acts:
            self._acts[button]()

    def _leave(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self._host):
            self._timer.start(1000)
        else:
            self.hide()

    def _settle(self) -> None:
        """Take the room the sentence needs, on two lines or more where it is long, at the middle of
        the foot.
        """
        metrics, lines = self._label.fontMetrics(), self._label.text().split("\n")
        line = max(map(metrics.horizontalAdvance, lines)) + 2
        self._label.setFixedWidth(line)
        beside = self.sizeHint().width() - line
        room = max(80, min(WIDEST, self._host.width() - 2 * MARGIN) - beside)
        self._label.setWordWrap(line > room)
        self._label.setFixedWidth(min(line, room))
        self._label.setFixedHeight(
            self._label.heightForWidth(room) if line > room else metrics.lineSpacing() * len(lines)
        )
        self.adjustSize()
        self.move(
            (self._host.width() - self.width()) // 2, self._host.height() - self.height() - MARGIN
        )
