"""The report of an import: its manuscripts at the left, at the right what there is to say of one or
of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import choose
from desktop.dialogs.findings_list import FindingsList, file_of
from desktop.dialogs.import_report.comparison import Comparison
from desktop.dialogs.import_report.doubts import AskedDoubt, DoubtCards, doubts_in
from desktop.dialogs.import_report.lists import (
    CommentList,
    ImportedComment,
    LostList,
    comments_in,
)
from desktop.dialogs.import_report.photos import PhotoPage
from desktop.dialogs.import_report.tidied import TidiedList
from desktop.selection import TextPosition, of_article, of_text
from desktop.session import Session
from desktop.widgets import set_property
from desktop.widgets.two_lines import TwoLineRows
from desktop.window_parts.arrivals import Arrivals
from desktop.window_parts.geometry import roomy
from desktop.words import tr
from layouts.files import write_aside
from layouts.importing.recognition import Answer
from layouts.importing.result import ImportedSource
from layouts.importing.revising import Arrived, places_of
from layouts.issue.edits import set_text
from layouts.issue.places import article_at, texts_of
from layouts.issue.text import Text

ALL = -1
"""The row of the list that stands for all manuscripts."""

PHOTOS = 3
"""The tab of the photos."""

WIDTHS = (240, 700)
"""Pixels of the list and of what it says at first."""


class ImportReport(QDialog):
    """Stays beside the window while one works; what it shows follows the issue.

    `shown`: something of the issue was selected and wants to be seen; `photos_wanted`: files of
    photos, and the place of the article that they are to be put into.
    """

    shown = Signal()
    photos_wanted = Signal(list, object)

    @classmethod
    def show_for(cls, arrivals: Arrivals, session: Session, window: QWidget) -> ImportReport:
        """The one report of a window, shown in front of it."""
        there = window.findChild(cls)
        report = there if there is not None else cls(arrivals, session, window)
        report.show()
        report.raise_()
        report.activateWindow()
        return report

    def __init__(self, arrivals: Arrivals, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import-report")
        self.setWindowTitle(tr("导入报告"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._arrivals = arrivals
        self._session = session
        self._make_parts()
        self._put_together()
        arrivals.changed.connect(self.refresh)
        session.issue_changed.connect(self._follow_photos)
        arrivals.refused.connect(self.note.setText)
        for keys, act in (
            ("Ctrl+Z", session.stack.undo),
            ("Ctrl+Shift+Z", session.stack.redo),
            ("Ctrl+Y", session.stack.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.refresh()
        self._open_first()

    # -- its parts ---------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("稿件"))
        self.list.setItemDelegate(TwoLineRows(self.list))
        self.list.currentRowChanged.connect(self._show_source)
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.title, "role", "heading")
        self.version = QPushButton(tr("改用这一版"))
        self.version.setToolTip(tr("这是同一篇稿件的另一版，没有收入；改用它就换下已收的那一版"))
        self.version.clicked.connect(self._take_version)
        self.doubts, self.comparison = DoubtCards(), Comparison()
        self.tidied, self.photos = TidiedList(), PhotoPage(self)
        self.comments, self.lost = CommentList(), LostList()
        self.findings = FindingsList([], place=file_of)
        self.doubts.answered.connect(self._answer)
        self.doubts.wanted.connect(self._go_to_doubt)
        self.comparison.wanted.connect(self._go_to)
        self.tidied.chosen.connect(self._arrivals.tidy)
        self.photos.wanted.connect(self.photos_wanted)
        self.comments.wanted.connect(self._go_to_comment)
        self.comments.removed.connect(self._remove_comment)
        self.pages: tuple[tuple[QWidget, Callable[[int], str]], ...] = (
            (self.doubts, lambda n: tr("待核对 {n}", n=n) if n else tr("待核对")),
            (self.comparison, lambda _n: tr("对照")),
            (self.tidied, lambda n: tr("整理 {n}", n=n) if n else tr("整理")),
            (self.photos, lambda n: tr("图片 {n}", n=n) if n else tr("图片")),
            (self.comments, lambda n: tr("批注 {n}", n=n) if n else tr("批注")),
            (self.lost, lambda n: tr("未收入 {n}", n=n) if n else tr("未收入")),
            (self.findings, lambda n: tr("说明 {n}", n=n) if n else tr("说明")),
        )
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(tr("报告的各部分"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        for page, _ in self.pages:
            self.tabs.addTab("")
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    def _put_together(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.version)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        columns.addWidget(self.list)
        columns.addWidget(right)
        columns.setStretchFactor(1, 1)
        columns.setSizes(list(WIDTHS))
        save = QPushButton(tr("存为网页…"))
        save.setToolTip(tr("把整份报告存成一个网页文件"))
        save.clicked.connect(self._save)
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.note, "role", "error")
        close = QPushButton(tr("完成"))
        set_property(close, "primary", "true")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(12)
        foot.addWidget(save)
        foot.addWidget(self.note, 1)
        foot.addWidget(close)
        line = QFrame()
        line.setProperty("role", "line")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(columns, 1)
        box.addWidget(line)
        box.addLayout(foot)
        roomy(self, sum(WIDTHS), 600)

    # -- what it shows -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the import as it stands in the issue now; close where there is none any longer."""
        now = self._arrivals.now
        if now is None:
            self.reject()
            return
        self.note.clear()
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        sources = now.result.sources
        self._add_row(tr("全部稿件"), _summary(sources), ALL)
        for number, source in enumerate(sources):
            self._add_row(source.path.name, _summary([source]), number)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._show_source(self.list.currentRow())

    def _add_row(self, name: str, summary: str, number: int) -> None:
        item = QListWidgetItem(f"{name}\n{summary}", self.list)
        item.setData(Qt.ItemDataRole.UserRole, number)
        item.setToolTip(name)

    def _open_first(self) -> None:
        """The first part that has anything to look at."""
        now = self._arrivals.now
        if now is not None:
            doubtful = any(source.doubts for source in now.result.sources)
            self.tabs.setCurrentIndex(0 if doubtful else PHOTOS if self.photos.waits else 1)

    def _show_source(self, row: int) -> None:
        now = self._arrivals.now
        if now is None or row < 0:
            return
        item = self.list.item(row)
        number = int(item.data(Qt.ItemDataRole.UserRole))
        sources = list(enumerate(now.result.sources))
        chosen = sources if number == ALL else [sources[number]]
        self.title.setText(item.text().partition("\n")[0])
        self.version.setVisible(number != ALL and chosen[0][1].instead is not None)
        counts = self._fill(now, chosen)
        for index, ((_, name), count) in enumerate(zip(self.pages, counts, strict=True)):
            self.tabs.setTabText(index, name(count))

    def _fill(self, now: Arrived, chosen: Sequence[tuple[int, ImportedSource]]) -> list[int]:
        """Fill the parts; how much there is in each."""
        sources = [source for _, source in chosen]
        doubts = doubts_in(chosen)
        comments = self._comments(now, [number for number, _ in chosen])
        findings = [finding for source in sources for finding in source.findings]
        if len(chosen) == len(now.result.sources):
            findings += now.result.findings
        self.doubts.show_doubts(doubts)
        self.comparison.show_sources(chosen)
        self.comments.show_comments(
            comments, {number: source.path.name for number, source in chosen}
        )
        self.findings.show_findings(findings)
        changes = self.tidied.show_tidied(sources, now.settings.choice)
        return [
            len(doubts),
            0,
            changes,
            self.photos.show_photos(sources, self._session.issue),
            len(comments),
            self.lost.show_lost(sources),
            len(findings),
        ]

    def _follow_photos(self) -> None:
        """Photos that came to stand in an article wait no longer."""
        if self._session.issue is not None and self.stack.currentWidget() is self.photos:
            self._show_source(self.list.currentRow())

    def _comments(self, now: Arrived, sources: Sequence[int]) -> list[ImportedComment]:
        issue = self._session.issue
        return comments_in(issue, places_of(issue, now), sources) if issue is not None else []

    # -- what it does ------------------------------------------------------------------------------

    def _take_version(self) -> None:
        """The version of the manuscript shown, in place of the one that was taken."""
        now, item = self._arrivals.now, self.list.currentItem()
        if now is not None and item:
            number = int(item.data(Qt.ItemDataRole.UserRole))
            self._arrivals.take_version(now.result.sources[number].path)

    def _answer(self, asked: AskedDoubt, answer: Answer, act: str) -> None:
        self._arrivals.answer(asked.source, asked.doubt, answer, act)

    def _go_to_doubt(self, asked: AskedDoubt) -> None:
        self._go_to(asked.source, asked.doubt.article, asked.doubt.block)

    def _go_to_comment(self, comment: ImportedComment) -> None:
        block = comment.place.block or 0
        self._go_to(comment.source, comment.article, block, comment.mark.start)

    def _go_to(self, source: int, article: int, block: int, at: int = 0) -> None:
        """Put the caret into what the report speaks of, in view on the pages."""
        now, issue = self._arrivals.now, self._session.issue
        place = places_of(issue, now).get((source, article)) if now and issue else None
        if place is None or issue is None:
            return
        inside = place._replace(block=block)
        try:
            self._session.select(of_text(TextPosition(inside, at)))
        except LookupError:
            self._session.select(of_article(place))
        self.shown.emit()

    def _remove_comment(self, comment: ImportedComment) -> None:
        """Take a comment off its words in the issue, wherever these stand now."""
        now, issue = self._arrivals.now, self._session.issue
        if now is None or issue is None:
            return
        place = places_of(issue, now).get((comment.source, comment.article))
        if place is None:
            return
        for there, text in texts_of(article_at(issue, place), place):
            kept = tuple(mark for mark in text.marks if mark.value != comment.comment)
            if kept != text.marks:
                edited = set_text(issue, there, Text(text.string, kept)).issue
                self._session.do(tr("删除批注"), edited)
                self.refresh()
                return

    def _save(self) -> None:
        """Write the report as a web page that needs no other file."""
        from layouts.importing.report import report

        now = self._arrivals.now
        if now is None:
            return
        proposed = f"{tr('导入报告')}.html"
        path = choose.file_to_write(
            self, tr("存为网页"), proposed, f"{tr('网页')} (*.html)", ".html"
        )
        if path is not None:
            write_aside(path, report(now.result).encode())


def _summary(sources: Sequence[ImportedSource]) -> str:
    """How much a manuscript brought and how much of it wants a look."""
    count = sum(len(source.brought) for source in sources)
    doubts = sum(len(source.doubts) for source in sources)
    if not count:
        older = any(source.instead is not None for source in sources)
        return tr("另一版已收") if older else tr("没有文章")
    said = tr("{n} 篇", n=count)
    return f"{said}{tr(' · ')}{tr('{n} 处待核对', n=doubts)}" if doubts else said
