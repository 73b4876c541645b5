"""What manuscripts hold, and where they go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.panels.signs import sentence
from desktop.panels.tree.model import article_label
from desktop.session import Session
from desktop.widgets.rows import tall_rows
from desktop.window_parts.geometry import roomy
from desktop.words import tr
from layouts.importing.registry import SourceKind
from layouts.importing.result import ImportedSource, ImportResult
from layouts.issue.article import Article
from layouts.issue.count import article_count
from layouts.issue.photo import Photo
from layouts.issue.places import Place


class ImportDialog(QDialog):
    """Lists the articles found and asks for section and position; `chosen` carries the place."""

    chosen = Signal(object)

    def __init__(
        self, result: ImportResult, session: Session, place: Place, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle(tr("导入稿件"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.tree = _tree(result)
        self.section = QComboBox()
        self.section.setAccessibleName(tr("栏目"))
        self.position = QComboBox()
        self.position.setAccessibleName(tr("位置"))
        sections = session.issue.sections if session.issue else ()
        self.section.addItems([section.name or tr("（无栏目）") for section in sections])
        self.section.currentIndexChanged.connect(self._list_positions)
        self.section.setCurrentIndex(place.section)
        self._list_positions()
        self.position.setCurrentIndex(min(place.article or 0, self.position.count() - 1))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("栏目"), self.section)
        form.addRow(tr("位置"), self.position)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        count = result.count
        ok.setText(tr("导入 {n} 篇", n=count))
        ok.setProperty("primary", True)
        ok.setEnabled(count > 0)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.place))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        box.addWidget(self.tree, 1)
        box.addLayout(form)
        box.addWidget(buttons)
        roomy(self, 640, 440)
        ok.setFocus()

    @property
    def place(self) -> Place:
        """Where the articles go: before the article that stands there now."""
        return Place(max(0, self.section.currentIndex()), max(0, self.position.currentIndex()))

    def _list_positions(self, _index: int = 0) -> None:
        issue, section = self._session.issue, self.section.currentIndex()
        articles: tuple[Article, ...] = (
            issue.sections[section].articles if issue and 0 <= section < len(issue.sections) else ()
        )
        self.position.clear()
        self.position.addItem(tr("栏目开头"))
        for article in articles[:-1]:
            self.position.addItem(tr("在“{title}”之后", title=article_label(article)))
        if articles:
            self.position.addItem(tr("栏目末尾"))
        self.position.setCurrentIndex(self.position.count() - 1)


def _tree(result: ImportResult) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(tr("稿件"))
    tall_rows(tree)
    tree.setHeaderLabels([tr("稿件"), tr("字数"), tr("图片"), tr("待核对")])
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2, 3):
        tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    for source in result.sources:
        if source.kind != SourceKind.PHOTO:
            _add_source(tree, source)
    tree.expandAll()
    return tree


def _add_source(tree: QTreeWidget, source: ImportedSource) -> None:
    blocks = [block for one in source.brought for block in one.article.blocks]
    photos = sum(isinstance(block, Photo) for block in blocks)
    counts = [str(photos or ""), str(len(source.doubts) or "")]
    top = QTreeWidgetItem(tree, [source.path.name, "", *counts])
    top.setToolTip(0, str(source.path))
    errors = [finding for finding in source.findings if finding.level == "error"]
    if errors:
        top.setText(0, f"{source.path.name}{tr('：')}{sentence(errors[0])}")
        top.setIcon(0, icon("error"))
    for imported in source.brought:
        count = f"{article_count(imported.article):,}"
        QTreeWidgetItem(top, [article_label(imported.article), count, "", ""])
