"""Export as OFD: the fixed-layout format of offices and archives."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.dialogs import choose
from desktop.dialogs.export_pdf import refusal
from desktop.dialogs.making import WrappedDialog
from desktop.dialogs.path_row import labelled_path
from desktop.exports import proposed_file
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.page.page import Edition

ENDING = ".ofd"


class ExportOfdDialog(WrappedDialog):
    """Asks where the file goes, and writes the pages as they are beside the window.

    Errors are refused as on the command line.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services, tr("导出 OFD"), tr("导出"))
        self.setObjectName("export-ofd")
        session = services.session
        self.target = QLineEdit(str(proposed_file(session, services.settings, ENDING)))
        self.target.setAccessibleName(tr("文件"))
        self._lay_out()
        self.target.textChanged.connect(self._update)
        session.edition_changed.connect(self._update)
        self.resize(560, 0)
        self._update()
        self.target.setFocus()

    def _lay_out(self) -> None:
        note = QLabel(
            tr(
                "OFD 是国家标准的版式文件（GB/T 33190），公文交换和归档用。每个字都和 PDF 里的在"
                "同一位置，文字可以搜索，字体和图片都在文件里。"
            ),
            wordWrap=True,
        )
        note.setProperty("role", "quiet")
        self.content.addWidget(note)
        self.content.addLayout(
            labelled_path(QLabel(tr("文件")), self.target, tr("选择文件"), self._choose)
        )

    @property
    def _edition(self) -> Edition | None:
        """The pages, once they are those of the issue as it is."""
        session = self.services.session
        current = session.is_current and session.composed_issue is session.issue is not None
        return session.edition if current else None

    def _update(self) -> None:
        """Bring sentence and button up to date; while the file is being made they are left
        alone.
        """
        if self._task is not None:
            return
        edition = self._edition
        errors = [one for one in edition.findings if one.level == "error"] if edition else []
        if edition is None:
            self.say(tr("正在排版，排好就可以导出。"))
        else:
            self.say(refusal("OFD", errors) if errors else "")
        named = bool(self.target.text().strip())
        self.ok.setEnabled(edition is not None and not errors and named)

    def make(self) -> None:
        """Write the pages as they are now."""
        edition, typed = self._edition, self.target.text().strip()
        if edition is None or not typed or self._task is not None:
            return
        path = self.path_of(typed, ENDING)
        self.start(lambda progress: write_pages(edition, path, progress), path)

    def _choose(self) -> None:
        path = choose.file_to_write(self, tr("导出 OFD"), self.target.text(), "OFD (*.ofd)", ENDING)
        if path is not None:
            self.target.setText(str(path))


def write_pages(edition: Edition, path: Path, progress: Progress) -> str:
    """Write pages as an OFD, in any thread: the same bytes as `main.py export -o x.ofd`."""
    from fonts.catalogue import Catalogue
    from layouts.export import export_ofd
    from layouts.files import write_aside

    def told(done: int, of: int) -> None:
        progress.step(done, of, tr("正在写图片和页面"))

    data = export_ofd(edition, Catalogue(), told)
    progress.check()
    write_aside(path, data)
    return tr("已导出 {name}，共 {n} 页", name=path.name, n=len(edition.pages))
