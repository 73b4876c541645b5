"""Sentences over the pages that stay while they hold: the document is read-only, its file was
changed, no input method is reached.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.questions import changed_sentence
from desktop.files import Files
from desktop.icons import pixmap
from desktop.keeping.watch import FileWatch
from desktop.session import Session
from desktop.widgets import set_property
from desktop.words import tr

PICTURE = 16


class NoticeBar(QFrame):
    """An icon, a sentence, and what can be done about it. Screen readers hear it when it comes."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "role", "notice-bar")
        self._picture_name = picture
        self._picture = QLabel()
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 8, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.label, 1)
        self.hide()

    def add_button(self, text: str, act: Callable[[], object]) -> QPushButton:
        """One more thing that can be done."""
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(button)
        return button

    def say(self, sentence: str) -> None:
        """Say a sentence, or nothing more where it is empty."""
        # `isVisible` would be False as long as a parent is not shown; a bar that says the same
        # again is not read out again
        if sentence == (self.label.text() if not self.isHidden() else ""):
            return
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        # each time: the window may stand on a screen of another ratio
        self._picture.setPixmap(pixmap(self._picture_name, PICTURE, self.devicePixelRatioF()))
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


class Bars(QWidget):
    """The bars of a window, following its document."""

    def __init__(
        self, session: Session, files: Files, watch: FileWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = watch
        self.read_only = NoticeBar("lock")
        self.read_only.add_button(tr("另存为…"), files.save_as)
        self.changed = NoticeBar("warning")
        self.reload = self.changed.add_button(tr("重新载入"), watch.reload)
        self.mine = self.changed.add_button(tr("保留我的"), watch.keep_mine)
        self.unreached = NoticeBar("warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.read_only)
        column.addWidget(self.changed)
        column.addWidget(self.unreached)
        session.file_changed.connect(self.follow)
        files.opened.connect(self.follow)
        watch.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what holds now."""
        session, found = self._session, self._watch.found
        self.read_only.say(session.read_only)
        path = session.path
        self.changed.say(
            changed_sentence(path, found[1]) if path is not None and found is not None else ""
        )
        # there is no "mine" where nothing can be changed
        self.mine.setVisible(not session.read_only)
        self._show()

    def tell_unreached(self, name: str, never_again: Callable[[], object]) -> None:
        """Say that the desktop's input method is not reached, and what helps, until it is read."""

        def read() -> None:
            self.unreached.say("")
            self._show()

        def refuse() -> None:
            never_again()
            read()

        self.unreached.say(
            tr(
                "接不上系统的输入法（{name}），这里打不出中文：请运行 fcitx 5（自带 IBus 前端），"
                "或安装 ibus-libpinyin 并把输入法换成 IBus，再重新打开本程序。",
                name=name,
            )
        )
        self.unreached.add_button(tr("不再提示"), refuse)
        self.unreached.add_button(tr("知道了"), read)
        self._show()

    def _show(self) -> None:
        bars = (self.read_only, self.changed, self.unreached)
        self.setVisible(not all(bar.isHidden() for bar in bars))
