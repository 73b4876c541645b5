"""What the import was not sure of: a card for each, with the answers to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import EmptyHint, set_property
from desktop.words import spoken, tr
from layouts.importing.recognition import Answer, Doubt
from layouts.importing.result import ImportedSource

MOST_CARDS = 200
"""More are nobody's to answer in one sitting, and widgets cost time."""


class AskedDoubt(NamedTuple):
    """A doubt of the source of a number, and the words of the source that it is about."""

    source: int
    name: str
    doubt: Doubt
    words: str


def doubts_in(sources: Sequence[tuple[int, ImportedSource]]) -> list[AskedDoubt]:
    """The doubts of sources with their numbers, in order."""
    return [
        AskedDoubt(number, source.path.name, doubt, _words(source, doubt))
        for number, source in sources
        for doubt in source.doubts
    ]


def _words(source: ImportedSource, doubt: Doubt) -> str:
    """What stands in the line of the source that a doubt is about."""
    if source.received is None:
        return ""
    from layouts.importing.received import ReceivedParagraph

    lines = (
        block.text.string
        for block in source.received.blocks
        if isinstance(block, ReceivedParagraph) and block.line == doubt.line
    )
    return next(lines, "")


def answer_name(answer: Answer) -> str:
    """What something is, as the editor says it."""
    return {
        Answer.TITLE: tr("标题"),
        Answer.SUBTITLE: tr("副题"),
        Answer.BYLINE: tr("供稿"),
        Answer.TEXT: tr("正文"),
        Answer.SUBHEADING: tr("小标题"),
        Answer.CAPTION: tr("图说"),
        Answer.SECTION: tr("栏目名"),
        Answer.LEAVE_OUT: tr("不收"),
    }[answer]


class DoubtCards(QScrollArea):
    """Cards under each other. `answered` carries a doubt, its answer and the name of the act;
    `wanted` a doubt to be shown on the page.
    """

    answered = Signal(object, object, str)
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("待核对"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_doubts(self, doubts: Sequence[AskedDoubt]) -> None:
        """Show these instead of those before."""
        at = self.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(8)
        if not doubts:
            hint = tr("每篇稿件的标题、供稿和小标题都认清了。")
            column.addWidget(EmptyHint("ok", tr("没有要核对的"), hint))
        for asked in doubts[:MOST_CARDS]:
            column.addWidget(self._card(asked))
        if len(doubts) > MOST_CARDS:
            column.addWidget(QLabel(tr("还有 {n} 处", n=len(doubts) - MOST_CARDS)))
        column.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(at)

    def _card(self, asked: AskedDoubt) -> QFrame:
        card = QFrame()
        set_property(card, "role", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(6)
        where = QLabel(asked.name, textFormat=Qt.TextFormat.PlainText)
        set_property(where, "role", "small")
        said = QLabel(spoken(asked.doubt))
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        box.addWidget(where)
        box.addWidget(said)
        if asked.words and asked.words not in said.text():
            words = QLabel(asked.words[:160], textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            set_property(words, "role", "quote")
            box.addWidget(words)
        box.addLayout(self._answers(asked))
        return card

    def _answers(self, asked: AskedDoubt) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for place, answer in enumerate(asked.doubt.answers):
            name = answer_name(answer)
            button = QPushButton(tr("是{what}", what=name) if not place else name)
            if answer is Answer.LEAVE_OUT:
                button.setText(name)
            if not place:
                set_property(button, "primary", "true")
                button.setToolTip(tr("现在就当作{what}，不必改", what=name))
            else:
                button.setToolTip(tr("改作{what}", what=name))
            act = tr("导入：当作{what}", what=name)
            button.clicked.connect(partial(self.answered.emit, asked, answer, act))
            row.addWidget(button)
        row.addStretch(1)
        see = QPushButton(tr("到页面上看"))
        set_property(see, "role", "link")
        see.clicked.connect(partial(self.wanted.emit, asked))
        row.addWidget(see)
        return row
