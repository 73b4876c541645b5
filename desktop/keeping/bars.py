"""Sentences over the pages that stay while they hold: the document is read-only, its file was
changed.
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.read_only)
        column.addWidget(self.changed)
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
        self.setVisible(not (self.read_only.isHidden() and self.changed.isHidden()))
