"""The publications on the start page: a card each, page 1 and the next issue one click away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.days import today
from desktop.icons import icon
from desktop.publishing.known import KnownPublication, date_words, number_words
from desktop.theme import text_scale
from desktop.widgets import set_property
from desktop.window_parts.paper import paper_icon
from desktop.words import tr

PICTURE = QSize(104, 147)
"""Pixels of a page 1 at the proportion of A4."""

GAP = 12
"""Pixels between two cards."""

NARROW = 600
"""Pixels below which cards stand under each other."""


class PublicationCard(QFrame):
    """One publication. `new_wanted`, `settings_wanted`, `folder_wanted`, `forgotten`: an act on its
    folder, which they carry.
    """

    new_wanted = Signal(object)
    settings_wanted = Signal(object)
    folder_wanted = Signal(object)
    forgotten = Signal(object)

    def __init__(self, known: KnownPublication, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = known
        set_property(self, "role", "card")
        self.setAccessibleName(known.name)
        self.picture = QLabel()
        self.picture.setFixedSize(PICTURE)
        self.picture.setPixmap(paper_icon(None, PICTURE).pixmap(PICTURE))
        self.name = QLabel(known.name, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.name, "role", "title")
        self.line = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.date = QLabel(textFormat=Qt.TextFormat.PlainText)
        set_property(self.date, "role", "quiet")
        self.held = QLabel(textFormat=Qt.TextFormat.PlainText)
        set_property(self.held, "role", "quiet")
        self.new = QPushButton()
        self.new.setAutoDefault(True)  # Enter presses it where it has the keys
        self.new.clicked.connect(lambda: self.new_wanted.emit(known.folder))
        self.more = self._more()
        self._put_together()
        self._say()

    def _more(self) -> QToolButton:
        more = QToolButton()
        more.setIcon(icon("more", "quiet"))
        more.setAccessibleName(tr("{name}：更多", name=self.known.name))
        more.setToolTip(tr("刊物设置、文件夹"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setStyleSheet(
            "QToolButton { padding: 4px; } QToolButton::menu-indicator { image: none; width: 0; }"
        )
        menu = QMenu(more)
        folder = self.known.folder
        for text, signal, works in (
            (tr("刊物设置…"), self.settings_wanted, self.known.publication is not None),
            (tr("打开刊物文件夹"), self.folder_wanted, True),
            (tr("从列表中去掉"), self.forgotten, True),
        ):
            action = menu.addAction(text)
            action.setEnabled(works)
            action.triggered.connect(lambda _checked=False, tell=signal: tell.emit(folder))
        more.setMenu(menu)
        return more

    def _put_together(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(4)
        acts.addWidget(self.new)
        acts.addWidget(self.more)
        acts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.name, self.line, self.date, self.held):
            words.addWidget(label)
        words.addStretch(1)
        words.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _say(self) -> None:
        known = self.known
        self.held.setVisible(bool(known.held))
        if known.held:
            self.held.setText(tr("转下来 {n} 篇", n=len(known.held)))
        if known.following is None:
            self.line.setText(known.trouble)
            self.date.hide()
            set_property(self.line, "role", "warning")
            self.new.setText(tr("新建一期"))
            self.new.setEnabled(False)
            return
        self.line.setText(tr("下一期：{issue}", issue=number_words(known.following)))
        self.date.setText(date_words(known.following, today()))
        self.new.setText(tr("新建第 {number} 期", number=known.following.number))
        self.new.setAccessibleName(f"{known.name} {self.new.text()}")

    def show_picture(self, image: QImage) -> None:
        """Show its page 1."""
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(paper_icon(image, PICTURE, ratio).pixmap(PICTURE, ratio))


class PublicationCards(QWidget):
    """The cards, two beside each other where there is room."""

    new_wanted = Signal(object)
    settings_wanted = Signal(object)
    folder_wanted = Signal(object)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publication-cards")
        self.cards: list[PublicationCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def show_known(self, known: Sequence[KnownPublication]) -> None:
        """Show these, each anew where something of it has changed."""
        if [card.known for card in self.cards] == list(known):
            return
        pictures = {card.known.folder: card.picture.pixmap() for card in self.cards}
        keys = self._with_keys()
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(one) for one in known]
        for card in self.cards:
            if card.known.folder in pictures:
                card.picture.setPixmap(pictures[card.known.folder])
        if self.cards:
            # one button stands out: that of the publication used last
            set_property(self.cards[0].new, "primary", "true")
        self.setVisible(bool(self.cards))
        self._lay_out()
        if keys is not None and (card := self.of(keys)) is not None:
            card.new.setFocus()  # else Enter would press whatever comes next

    def _with_keys(self) -> Path | None:
        """The publication whose card has the keys, or had them before a dialog came."""
        widget = self.window().focusWidget()
        return next((c.known.folder for c in self.cards if c.isAncestorOf(widget)), None)

    def _card(self, known: KnownPublication) -> PublicationCard:
        card = PublicationCard(known, self)
        card.new_wanted.connect(self.new_wanted)
        card.settings_wanted.connect(self.settings_wanted)
        card.folder_wanted.connect(self.folder_wanted)
        card.forgotten.connect(self.forgotten)
        return card

    def show_pictures(self, pictures: Mapping[object, QImage]) -> None:
        """Show the pictures that came, by their folders."""
        for card in self.cards:
            if (image := pictures.get(card.known.folder)) is not None:
                card.show_picture(image)

    def of(self, folder: Path) -> PublicationCard | None:
        """The card of a publication."""
        return next((card for card in self.cards if card.known.folder == folder), None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Two beside each other, or one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        beside = 1 if self.width() < NARROW * text_scale() else 2
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, *divmod(number, beside))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)
