"""What a mark says: the address of a link, a reading, the words of a note, a comment.

An empty line takes the mark away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.days import kept_time_words
from desktop.panels.forms.form import LineInput, link
from desktop.widgets import GrowingLine, LabelledControl
from desktop.words import tr
from layouts.issue.text import Comment, MarkKind

WIDTH, MOST_WORDS = 440, 40
"""Pixels of the dialog; characters of the text that it repeats."""

_SCHEME = re.compile(r"(?:https?|mailto|tel):\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+")
_HOST = re.compile(r"[^\s/:@]+\.[^\s/:@.]+(?::\d+)?(?:[/?#]\S*)?")


class MarkValue(NamedTuple):
    """What was typed: the value, empty for none, and the author of a comment."""

    text: str
    author: str = ""


class _Asked(NamedTuple):
    title: str
    label: str
    example: str


def asked() -> dict[MarkKind, _Asked]:
    """The words of the dialog for each kind that has a value."""
    return {
        MarkKind.LINK: _Asked(tr("链接"), tr("网址"), "https://"),
        MarkKind.RUBY: _Asked(tr("注音"), tr("读音"), tr("如：zhòng，或 zhong4")),
        MarkKind.NOTE: _Asked(tr("注释"), tr("注释的文字"), ""),
        MarkKind.COMMENT: _Asked(tr("批注"), tr("批注的文字"), ""),
    }


def address(typed: str) -> str | None:
    """The address that was meant: one without a scheme gets https, or mailto; None where it is none
    that a reader can follow.
    """
    typed = typed.strip()
    if not typed or _SCHEME.fullmatch(typed):
        return typed
    if _MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    return f"https://{typed}" if _HOST.fullmatch(typed) else None


class MarkDialog(QDialog):
    """`given` carries the Answer. Where nothing has been said yet, what is `proposed` stands there
    to be typed over.
    """

    given = Signal(object)

    def __init__(
        self,
        kind: MarkKind,
        words: str,
        value: str | Comment,
        author: str,
        parent: QWidget,
        proposed: str = "",
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = words
        shown = asked()[kind]
        self.setObjectName(f"mark-{kind}")
        self.setWindowTitle(shown.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        about = QLabel(tr("“{words}”", words=_short(words)), wordWrap=True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        text = value.text if isinstance(value, Comment) else value
        self.value: LineInput | GrowingLine = (
            LineInput() if kind in {MarkKind.LINK, MarkKind.RUBY} else GrowingLine()
        )
        self.value.setText(text or proposed)
        self.value.setPlaceholderText(shown.example)
        self.field = LabelledControl(shown.label, self.value)
        self.author = LineInput()
        self.author.setText(author)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addWidget(about)
        box.addWidget(self.field)
        self._add_more(box, value)
        box.addWidget(self._buttons(exists=bool(text)))
        self.accepted.connect(self._give)
        self.value.textChanged.connect(self._follow)
        self.value.selectAll()
        self.value.setFocus()
        self._follow()

    def _add_more(self, box: QVBoxLayout, value: str | Comment) -> None:
        """What only some kinds have: who wrote a comment and when, a way to try a link."""
        self.browse = link(tr("在浏览器中打开"), self._browse)
        self.browse.setVisible(self._kind is MarkKind.LINK)
        if self._kind is MarkKind.COMMENT:
            if isinstance(value, Comment) and (value.author or value.time):
                said = QLabel(
                    tr(
                        "{author} 写于 {time}",
                        author=value.author,
                        time=kept_time_words(value.time),
                    )
                )
                said.setProperty("role", "quiet")
                box.addWidget(said)
            box.addWidget(LabelledControl(tr("署名"), self.author))
        else:
            self.author.setParent(self)
            self.author.hide()
        box.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)

    def _buttons(self, *, exists: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("确定"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        self.remove = buttons.addButton(tr("去掉"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setVisible(exists)
        self.remove.clicked.connect(self._remove)
        self._exists = exists
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _text(self) -> str | None:
        """What was typed, made fit; None where it cannot be taken."""
        text = " ".join(self.value.text().split())
        if self._kind is MarkKind.RUBY and text[-1:].isdecimal():
            from layouts.text.pinyin import with_tone_marks

            return with_tone_marks(text, len(self._words))
        return address(text) if self._kind is MarkKind.LINK else text

    def _follow(self) -> None:
        text = self._text()
        self.field.set_note(tr("这不是网址") if text is None else "", "error")
        self.ok.setEnabled(text is not None and bool(text or self._exists))
        self.browse.setEnabled(bool(text))

    def _remove(self) -> None:
        self.value.setText("")
        self._follow()
        self.accept()

    def _browse(self) -> None:
        if text := self._text():
            QDesktopServices.openUrl(QUrl(text))

    def _give(self) -> None:
        self.given.emit(MarkValue(self._text() or "", " ".join(self.author.text().split())))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= MOST_WORDS else f"{line[:MOST_WORDS]}…"
