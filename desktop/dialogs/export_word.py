"""Export as a Word file, for leaders and authors who read and edit there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from desktop.dialogs import choose
from desktop.dialogs.export_web import PhotoSteps
from desktop.dialogs.making import WrappedDialog
from desktop.dialogs.path_row import labelled_path
from desktop.exports import proposed_file
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.issue.issue import Issue

TYPED = "export/word-typed-numbers"
ENDING = ".docx"


class ExportWordDialog(WrappedDialog):
    """Asks where to, and how items of lists are numbered; writes beside the window."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, tr("导出 Word"), tr("导出"))
        self.setObjectName("export-word")
        session, settings = services.session, services.settings
        self.target = QLineEdit(str(proposed_file(session, settings, ENDING)))
        self.counted = QRadioButton(tr("Word 自动编号"))
        self.typed = QRadioButton(tr("编号打成文字"))
        self.typed.setChecked(settings.flag(TYPED, False))
        self.counted.setChecked(not self.typed.isChecked())
        self._lay_out()
        self.target.textChanged.connect(self._update)
        self.resize(560, 0)
        self._update()
        self.target.setFocus()

    def _lay_out(self) -> None:
        note = QLabel(
            tr("请领导、作者在 Word 或 WPS 里改，改完用“稿件 → 收回 Word 稿…”看改了哪里、收进来。"),
            wordWrap=True,
        )
        note.setProperty("role", "quiet")
        note.setContentsMargins(0, 0, 0, 8)
        self.content.addWidget(note)
        for button, said in (
            (self.counted, tr("列项的编号由 Word 来数，增删一项自动重排")),
            (self.typed, tr("列项的编号是打进去的字，粘贴到别处也不变")),
        ):
            self.offer(button, said)
        self.content.addLayout(
            labelled_path(QLabel(tr("文件")), self.target, tr("选择位置"), self._choose)
        )

    def _update(self) -> None:
        self.say("")
        self.ok.setEnabled(self._task is None and bool(self.target.text().strip()))

    def make(self) -> None:
        """Write the issue as it is now."""
        session, settings = self.services.session, self.services.settings
        issue, layout, given = session.issue, session.layout, self.target.text().strip()
        if issue is None or layout is None or not given or self._task is not None:
            return
        path = self.path_of(given, ENDING)
        typed = self.typed.isChecked()
        settings.put(TYPED, typed)
        self.start(lambda progress: write_word(issue, layout, path, progress, typed=typed), path)

    def _choose(self) -> None:
        title, kinds = tr("导出 Word"), f"{tr('Word 文档')} (*{ENDING})"
        path = choose.file_to_write(self, title, self.target.text(), kinds, ENDING)
        if path is not None:
            self.target.setText(str(path))


def write_word(issue: Issue, layout: Layout, path: Path, progress: Progress, *, typed: bool) -> str:
    """Write an issue as a Word file, in any thread: the same bytes as on the command line."""
    from layouts.files import write_aside
    from layouts.wordfile.writing import word_file

    data = word_file(issue, layout, PhotoSteps(issue, progress).told, typed=typed)
    progress.check()
    write_aside(path, data)
    return tr("已导出 {name}，{size} MB", name=path.name, size=f"{len(data) / 1e6:.1f}")
