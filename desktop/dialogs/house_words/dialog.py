"""The dialog: a tab for each list, one for tidying, and at the foot the file all of it is in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import choose, questions
from desktop.dialogs.house_words.lists import house_of, rows_of, word_sheets
from desktop.dialogs.house_words.table_page import WordTablePage
from desktop.dialogs.house_words.tidying_page import TidyingPage
from desktop.dialogs.house_words.where import HouseFileRow, open_in_text_editor
from desktop.house import HouseFile, name_house_file, own_house_file, read_house_file
from desktop.settings import Settings
from desktop.widgets import EmptyHint, set_property
from desktop.window_parts.geometry import roomy
from desktop.window_parts.services import sentence_of
from desktop.words import spoken, tr
from layouts.errors import BanxinError
from layouts.files import stamp_of
from layouts.importing.wording import HouseWords, save_house_words

SIZE = (760, 580)
"""Pixels at first."""


class HouseWordsDialog(QDialog):
    """Shows the house's words as tables. Nothing is written before OK, and then the whole file.

    `saved` carries the file as it is now, which is the house's from now on; without `settings` it
    is a publication's, whose place is its folder.
    """

    saved = Signal(object)

    def __init__(self, settings: Settings | None, file: HouseFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("house-words")
        self.setWindowTitle(tr("本单位用词"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._file = file
        self._shown = HouseWords()
        self._make_parts()
        self._put_together()
        self._show_file(file)
        next(iter(self.pages.values())).take_focus()

    # -- its parts ---------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.pages = {sheet.key: WordTablePage(sheet) for sheet in word_sheets()}
        self.tidying = TidyingPage()
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(tr("词表的各部分"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for page in (*self.pages.values(), self.tidying):
            self.stack.addWidget(page)
            self.tabs.addTab(tr("整理"))
        for page in self.pages.values():
            page.model.changed.connect(self._follow)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.broken = EmptyHint("error", tr("词表读不出"))
        self.broken.add_button(tr("用文本编辑器打开"), self._open_as_text)
        self.broken.add_button(tr("再读一次"), self._read_again)
        self.body = QStackedWidget()
        self.where = HouseFileRow(fixed=self._settings is None)
        self.where.other_wanted.connect(self._choose_other)
        self.where.own_wanted.connect(lambda: self._turn_to(own_house_file()))
        self.state = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.state.setAccessibleName(tr("状态"))
        set_property(self.state, "role", "error")
        self.state.hide()

    def _put_together(self) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.body.addWidget(lists)
        self.body.addWidget(self.broken)
        line = QFrame()
        line.setProperty("role", "line")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.body, 1)
        for widget in (line, self.where, self.state, self._buttons()):
            box.addWidget(widget)
        roomy(self, *SIZE)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("确定"))
        self.ok.setProperty("primary", "true")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # -- what it shows -----------------------------------------------------------------------------

    @property
    def words(self) -> HouseWords:
        """The words as they stand in the tables."""
        rows = {key: page.model.rows for key, page in self.pages.items()}
        return house_of(rows, self.tidying.choice)

    @property
    def is_changed(self) -> bool:
        """Whether something was changed since a file was read or written."""
        return self.words != self._shown

    def _show_file(self, file: HouseFile) -> None:
        """Show what a file has, or why it cannot be read."""
        words = file.words or HouseWords()
        for key, rows in rows_of(words).items():
            self.pages[key].model.show_rows(rows)
        self.tidying.show_choice(words.tidy)
        self._shown = self.words  # as the tables have it: what they clean was not the editor
        self._take_file(file)

    def _take_file(self, file: HouseFile) -> None:
        """Have the words as they are shown lie in this file from now on."""
        self._file = file
        self._say("")
        self.where.show_file(file)
        self.body.setCurrentIndex(1 if file.trouble else 0)
        self.ok.setEnabled(file.trouble is None)
        if file.trouble is not None:
            self.broken.say(tr("词表读不出"), _whereabouts(file, file.trouble))

    def _follow(self) -> None:
        """How many rows each list has."""
        self._say("")
        for number, page in enumerate(self.pages.values()):
            sheet, count = page.model.sheet, sum(map(any, page.model.rows))
            self.tabs.setTabText(number, f"{sheet.title} {count}" if count else sheet.title)

    def _say(self, sentence: str) -> None:
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    # -- its file ----------------------------------------------------------------------------------

    def _choose_other(self) -> None:
        path = choose.file_to_use(
            self, tr("换一个文件"), str(self._file.path), choose.word_lists_filter()
        )
        if path is not None:
            self._turn_to(path)

    def _turn_to(self, path: Path) -> None:
        """Have the words in another file: those it has, or where there is none yet, these."""
        file = read_house_file(path)
        if file.stamp is None:
            self._take_file(file)
        elif not self.is_changed or questions.about_other_words(self, path) == questions.AGAIN:
            self._show_file(file)

    def _read_again(self) -> None:
        self._show_file(read_house_file(self._file.path))

    def _open_as_text(self) -> None:
        if not open_in_text_editor(self._file.path):
            self._say(tr("没有找到文本编辑器，请自己打开这个文件。"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """A file that could not be read may have been mended while the editor was away."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or not self.isActiveWindow():
            return
        file = self._file
        if file.trouble is not None and stamp_of(str(file.path)) != file.stamp:
            self._read_again()

    # -- the end -----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Write the file where there is anything to write, and close; stay where that cannot be."""
        self.ok.setFocus()  # a cell that is open counts as typed
        if self._shows_problem() or self._is_overtaken():
            return
        if self._must_write:
            try:
                self._write(self._file.path)
            except (BanxinError, OSError) as error:
                self._say(sentence_of(error))
                return
        if self._settings is not None:
            name_house_file(self._settings, self._file.path)
        self.saved.emit(self._file)
        super().accept()

    def reject(self) -> None:
        """Close, and leave everything as it was."""
        asks = self._file.trouble is None and self.is_changed
        if not asks or questions.about_dropping_words(self) == questions.DISCARD:
            super().reject()

    @property
    def _must_write(self) -> bool:
        """A file that has all this already stays as it is, with whatever remarks are in it."""
        return self.is_changed or (self._file.stamp is None and self.words != HouseWords())

    def _write(self, path: Path) -> None:
        if path == own_house_file():
            path.parent.mkdir(parents=True, exist_ok=True)
        words = self.words
        save_house_words(path, words)
        self._file, self._shown = HouseFile(path, stamp_of(str(path)), words), words

    def _shows_problem(self) -> bool:
        """Go to the first cell that cannot stand as it is; whether there is one."""
        for number, page in enumerate(self.pages.values()):
            for row, column, _sentence in page.model.problems[:1]:
                self.tabs.setCurrentIndex(number)
                page.go_to(row, column)
                name = page.model.sheet.title
                self._say(tr("没有保存：请先改好“{list}”里标红的格子。", list=name))
                return True
        return False

    def _is_overtaken(self) -> bool:
        """Ask where the file is another than was read; whether nothing is to be written now."""
        path = self._file.path
        if not self._must_write or stamp_of(str(path)) == self._file.stamp:
            return False
        answer = questions.about_words_changed(self, path)
        if answer == questions.AGAIN:
            self._read_again()
        return answer != questions.OVER


def _whereabouts(file: HouseFile, trouble: BanxinError) -> str:
    """What is wrong with a file, and in which line."""
    sentence = spoken(trouble)
    line = trouble.source.line if trouble.source is not None else 0
    if not line:
        return f"{file.path.name}{tr('：')}{sentence}"
    return tr("{name} 第 {line} 行：{sentence}", name=file.path.name, line=line, sentence=sentence)
