"""Export as PDF: findings first, then the file. Errors are refused here as on the command line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton

from desktop.dialogs import choose
from desktop.dialogs.findings_list import FindingsList, counted
from desktop.dialogs.making import MakingDialog
from desktop.settings import issue_title
from desktop.tasks import Progress
from desktop.window_parts.desk import Desk
from desktop.words import tr
from layouts.errors import Finding
from layouts.page.page import Edition


class ExportPdfDialog(MakingDialog):
    """Shows what was found, asks for the file, writes it beside the window. `jump` carries a finding to go to."""

    jump = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("导出 PDF"), tr("导出"))
        self.setObjectName("export-pdf")
        self.summary = QLabel(wordWrap=True)
        self.findings = FindingsList(())
        self.findings.chosen.connect(self._go)
        self.go = QPushButton(tr("转到"))
        self.go.setToolTip(tr("转到稿件中的这一处"))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(lambda: self._go(self.findings.current))
        self.target = QLineEdit(str(_proposed(desk)))
        self.target.setAccessibleName(tr("文件"))
        self.target.textChanged.connect(self._update)
        choice = QPushButton(tr("选择…"))
        choice.setAccessibleName(tr("选择文件"))
        choice.setAutoDefault(False)
        choice.clicked.connect(self._choose)
        label = QLabel(tr("文件"))
        label.setBuddy(self.target)
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(choice)
        found = QHBoxLayout()
        found.addWidget(self.summary, 1)
        found.addWidget(self.go)
        self.content.addLayout(found)
        self.content.addWidget(self.findings, 1)
        self.content.addWidget(label)
        self.content.addLayout(row)
        desk.session.edition_changed.connect(self._update)
        desk.session.findings_changed.connect(self._update)
        self.setMinimumWidth(560)
        self._update()

    @property
    def _found(self) -> tuple[Finding, ...]:
        return self.desk.session.findings

    def _update(self) -> None:
        """Bring list and button up to date with the pages."""
        session = self.desk.session
        findings = self._found
        errors = sum(finding.level == "error" for finding in findings)
        self.findings.show_findings(findings)
        self.findings.setVisible(bool(findings))
        self.go.setVisible(bool(findings))
        self.summary.setText(counted(findings) if findings else tr("没有发现问题。"))
        settled = session.is_current and session.is_inspected and session.edition is not None
        self.ok.setEnabled(settled and not errors and bool(self.target.text().strip()))
        if errors:
            final = any(finding.level == "error" and not finding.key for finding in findings)
            sentence = tr("有 {n} 个错误，改正后才能导出。", n=errors)
            self.say(sentence if final else tr("有 {n} 个错误，改正或说明理由后才能导出。", n=errors))
        else:
            self.say("" if settled else tr("正在排版，排好就可以导出。"))
        self.findings.setFocus() if errors else self.target.setFocus()
        self.adjustSize()

    def make(self) -> None:
        """Write the PDF of the pages as they are now."""
        session = self.desk.session
        edition = session.edition
        if edition is None or not session.is_current or any(finding.level == "error" for finding in self._found):
            return
        path = Path(self.target.text().strip())
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        if not path.is_absolute():
            path = Path(self.desk.settings.text("folder")).absolute() / path
        self.desk.settings.put("export/folder", str(path.parent))
        self.start(lambda progress: export_pdf(edition, path, progress), str(path.parent))

    def _choose(self) -> None:
        path = choose.file_to_write(self, tr("导出 PDF"), self.target.text(), "PDF (*.pdf)", ".pdf")
        if path is not None:
            self.target.setText(str(path))

    def _go(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self.reject()
            self.jump.emit(finding)


def export_pdf(edition: Edition, path: Path, progress: Progress) -> str:
    """Write an edition, in any thread: the same bytes as `main.py export`. BanxinError where that is refused."""
    from fonts.catalogue import Catalogue
    from layouts.files import write_aside
    from layouts.paint.pdf import write_pdf

    data = write_pdf(edition, Catalogue())
    progress.check()
    write_aside(path, data)
    return tr("已导出 {name}，共 {n} 页", name=path.name, n=len(edition.pages))


def _proposed(desk: Desk) -> Path:
    session = desk.session
    if session.path is not None:
        return session.path.absolute().with_suffix(".pdf")
    title = issue_title(session.issue) if session.issue else ""
    folder = desk.settings.text("export/folder") or desk.settings.text("folder")
    return Path(folder).absolute() / f"{title or tr('未命名')}.pdf"
