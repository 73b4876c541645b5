"""Export as PDF: findings first, then the file. Errors are refused here as on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from desktop.dialogs import choose
from desktop.dialogs.accept_finding import AcceptDialog, asked_words
from desktop.dialogs.findings_list import FindingsList, counted
from desktop.dialogs.making import MakingDialog
from desktop.dialogs.making_pdf import damaged_photos, export_pdf
from desktop.dialogs.own_presets import keep_preset, known_presets
from desktop.dialogs.part_fields import PartFields
from desktop.dialogs.path_row import path_row
from desktop.dialogs.preset_form import PresetForm
from desktop.dialogs.preset_list import PresetList, preset_title
from desktop.exports import proposed_file
from desktop.panels import mending
from desktop.panels.signs import sentence
from desktop.tasks import Task
from desktop.widgets.form_area import GivingArea
from desktop.window_parts.geometry import room_of, stay
from desktop.window_parts.services import Services, sentence_of
from desktop.words import tr
from layouts.errors import BanxinError, Finding
from layouts.page.page import Edition
from layouts.prepress.preset import Preset

ENDING = ".pdf"

PATIENCE = 300
"""Milliseconds of waiting before anything is said of it."""

FINDINGS = 128
"""Pixels of the list of findings at least: three of them."""


LEAST_WIDTH = 760
"""Pixels; wider where settings are."""


class ExportPdfDialog(MakingDialog):
    """Asks what the PDF is for, shows what was found, writes the file beside the window.

    `first` are the presets of the issue's publication, offered before the others. `jump` carries a
    finding to go to; `draft_wanted`: a draft instead, which nothing stops.
    """

    jump = Signal(object)
    draft_wanted = Signal()

    def __init__(self, services: Services, first: Sequence[Preset] = ()) -> None:
        super().__init__(services, tr("导出 PDF"), tr("导出"))
        self.setObjectName("export-pdf")
        self.presets = PresetList()
        self.form = PresetForm()
        self.area = GivingArea()
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.keep = _link(tr("另存为预设…"), self._keep)
        self.undo = _link(tr("恢复"), self._restore)
        self.undo.setToolTip(tr("恢复这个预设原来的设置"))
        self.summary = QLabel(wordWrap=True)
        self.findings = FindingsList(())
        self.findings.setMinimumHeight(FINDINGS)
        self.findings.chosen.connect(self._go)
        self.go = QPushButton(tr("转到"))
        self.go.setToolTip(tr("转到稿件中的这一处"))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(lambda: self._go(self.findings.current))
        self.fix = _link("", self._mend)
        self.put = _link(tr("全部替换为…"), self._put_words)
        self.let_stand = _link(tr("接受…"), self._accept_finding)
        self.let_stand.setToolTip(tr("说明理由，让它不再计数"))
        self.draft = _link(tr("改出校样 PDF"), self._draft)
        self.draft.setToolTip(tr("马上导出一份校样 PDF，有错误也可以"))
        self.findings.currentItemChanged.connect(self._follow_finding)
        proposed = proposed_file(services.session, services.settings, ENDING)
        self.target = QLineEdit(str(proposed))
        self.target.setAccessibleName(tr("文件"))
        self.parts = PartFields()
        self._damaged: tuple[Finding, ...] = ()
        self._looked_at: Edition | None = None
        self._looking: Task | None = None
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        self._waiting.timeout.connect(lambda: self.say(tr("正在排版，排好就可以导出。")))
        self.finished.connect(self._close)
        self._lay_out()
        self.presets.currentRowChanged.connect(self._choose_preset)
        self.form.changed.connect(self._change)
        self.target.textChanged.connect(self._update)
        self.parts.changed.connect(self._update)
        services.session.edition_changed.connect(self._update)
        services.session.findings_changed.connect(self._update)
        self._first = first
        known, chosen = self._known(), services.settings.text("export/preset", "print")
        if first and chosen not in {preset.name for preset in first}:
            chosen = first[0].name
        self.presets.show_presets(known, chosen)
        self._update()
        self.target.setFocus() if self.ok.isEnabled() else self.presets.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.undo)
        top.addWidget(self.keep)
        found = QHBoxLayout()
        found.addWidget(self.summary, 1)
        for button in (self.fix, self.put, self.let_stand, self.go):
            found.addWidget(button)
        label = QLabel(tr("文件"))
        label.setBuddy(self.target)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(top)
        right.addWidget(self.area)
        right.addSpacing(8)
        right.addLayout(found)
        right.addWidget(self.findings, 1)
        right.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(0)
        right.addWidget(self.parts)
        right.addWidget(label)
        right.addLayout(path_row(self.target, tr("选择文件"), self._choose))
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.presets)
        columns.addLayout(right, 1)
        self.content.addLayout(columns, 1)
        self.area.take(self.form)
        self.setMinimumWidth(LEAST_WIDTH)

    def event(self, event: QEvent) -> bool:
        """Where something comes to be shown or goes, as with another preset, all of it has to be on
        the screen: the form gives way.
        """
        if event.type() is QEvent.Type.LayoutRequest:
            self._give_way()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, Qt's name
        """As wide as its words from the start."""
        self._give_way()
        super().showEvent(event)

    def _give_way(self) -> None:
        if (box := self.layout()) is not None:
            least = max(
                box.totalMinimumSize().height(), box.totalMinimumHeightForWidth(self.width())
            )
            others = least - self.area.minimumHeight()
            self.area.show_within(room_of(self).height() - others)
            # a least width that was set hides that of the layout
            wanted = max(LEAST_WIDTH, box.totalMinimumSize().width())
            self.setMinimumWidth(min(wanted, room_of(self).width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Buttons of a dialog that grew are not below the screen."""
        super().resizeEvent(event)
        if self.isVisible():
            stay(self)

    def _known(self) -> list[Preset]:
        """All presets, those of the issue's publication before the others."""
        names = {preset.name for preset in self._first}
        return [*self._first, *(one for one in known_presets() if one.name not in names)]

    # -- the preset --------------------------------------------------------------------------------

    def _choose_preset(self) -> None:
        self.form.show_preset(self.presets.current)
        self.heading.setText(preset_title(self.presets.current))
        self._change()

    def _change(self) -> None:
        """Check for the preset as it is now."""
        self.services.session.check_for(self.form.preset())
        self._update()

    def _restore(self) -> None:
        self._choose_preset()
        self.presets.setFocus()

    def _keep(self) -> None:
        """Save the settings as a preset of the editor's own."""
        name = choose.line_of_text(
            self,
            tr("另存为预设"),
            tr("名称"),
            tr("{name}（自定）", name=preset_title(self.presets.current)),
        )
        if not name or not name.strip():
            return
        try:
            kept = keep_preset(self.form.preset(), name.strip())
        except BanxinError as error:
            self.say(sentence_of(error))
            return
        self.presets.show_presets(self._known(), kept.name)

    # -- what follows from it ----------------------------------------------------------------------

    @property
    def _found(self) -> tuple[Finding, ...]:
        return (*self.services.session.findings, *self._damaged)

    def _look_at_photos(self) -> None:
        """Read the photos of new pages beside the window, as writing the file will: setting pages
        looks at their first bytes only.
        """
        edition = self.services.session.edition
        if edition is None or edition is self._looked_at or not self.services.session.is_current:
            return
        self._look_no_more()
        self._looked_at = edition
        self._looking = self.services.tasks.run(
            lambda progress: damaged_photos(edition, progress), self._take_damaged
        )

    def _close(self) -> None:
        """From now on the window checks for print in general again."""
        self._look_no_more()
        self._waiting.stop()
        self.services.session.check_for(None)

    def _look_no_more(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _take_damaged(self, found: tuple[Finding, ...]) -> None:
        self._looking = None
        if found != self._damaged:
            self._damaged = found
            self._update()

    def _update(self) -> None:
        """Bring list and button up to date with the pages; while a file is being made it is left
        alone.
        """
        if self._task is not None:
            return
        self._waiting.stop()
        session = self.services.session
        self._look_at_photos()
        edition = session.edition
        self.parts.show_edition(edition)
        findings = self._found
        errors = [finding for finding in findings if finding.level == "error"]
        self.undo.setVisible(self.form.preset() != self.presets.current)
        self.findings.show_findings(findings)
        self.findings.setVisible(bool(findings))
        self.go.setVisible(bool(findings))
        self.summary.setText(counted(findings) if findings else tr("没有发现问题。"))
        settled = (
            session.is_current
            and session.is_inspected
            and session.composed_issue is session.issue is not None
        )
        wrong = self.parts.complaint
        self.ok.setEnabled(
            settled and not errors and not wrong and bool(self.target.text().strip())
        )
        self.draft.setVisible(bool(errors))
        if errors:
            self.say(refusal(preset_title(self.presets.current), errors))
        elif wrong:
            self.say(wrong)
        else:
            self._hint(waits=not settled)
        self._follow_finding()

    def _hint(self, *, waits: bool) -> None:
        """Say what is being waited for, once it has been waited for: another preset is looked over
        in no time.
        """
        if waits:
            self._waiting.start()
        else:
            self.say("")

    def make(self) -> None:
        """Write the PDF of the pages as they are now."""
        session, preset = self.services.session, self.form.preset()
        issue, edition = session.issue, session.edition
        if (
            issue is None
            or edition is None
            or self._task is not None
            or session.composed_issue is not issue
        ):
            return
        if not session.is_current or any(finding.level == "error" for finding in self._found):
            return
        path = self.path_of(self.target.text().strip(), ENDING)
        self.services.settings.put("export/preset", preset.name)
        parts, password = self.parts.parts, self.form.opening
        self.start(
            lambda progress: export_pdf(issue, edition, preset, path, progress, parts, password),
            path.parent if parts.single else path,
        )

    def _choose(self) -> None:
        path = choose.file_to_write(self, tr("导出 PDF"), self.target.text(), "PDF (*.pdf)", ENDING)
        if path is not None:
            self.target.setText(str(path))

    # -- what can be done about what was found ----------------------------------------------------

    def _follow_finding(self, *_changed: object) -> None:
        """The buttons for the finding that stands out; those that would do nothing are hidden."""
        finding = self.findings.current
        name = mending.fix_name(finding) if finding is not None else ""
        mends = bool(name) and finding is not None and finding.fix != mending.LOOK_AT_IMPORT
        self.fix.setText(name)
        self.fix.setVisible(mends)
        self.put.setVisible(finding is not None and mending.can_be_replaced(finding))
        self.let_stand.setVisible(finding is not None and mending.can_accept(finding))

    def _mend(self) -> None:
        finding = self.findings.current
        if finding is not None:
            mending.mend(self.services.session, finding)

    def _put_words(self) -> None:
        finding = self.findings.current
        words = asked_words(self, sentence(finding)) if finding is not None else None
        if finding is not None and words:
            mending.put_words(self.services.session, finding, words)

    def _accept_finding(self) -> None:
        finding = self.findings.current
        if finding is not None and mending.can_accept(finding):
            dialog = AcceptDialog(finding, self)
            dialog.given.connect(partial(mending.let_stand, self.services.session, finding))
            dialog.open()

    def _draft(self) -> None:
        self.reject()
        self.draft_wanted.emit()

    def _go(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self.reject()
            self.jump.emit(finding)


def _link(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button


def refusal(preset: str, errors: Sequence[Finding]) -> str:
    """Why a preset makes no file, and what helps, in whole sentences."""
    first = sentence(errors[0])
    why = (
        tr("“{preset}”不能导出：{first}。", preset=preset, first=first)
        if len(errors) == 1
        else tr(
            "“{preset}”不能导出，有 {n} 个错误。第一个：{first}。",
            preset=preset,
            first=first,
            n=len(errors),
        )
    )
    final = [finding for finding in errors if not finding.key]
    if not final:
        return why + tr("改正，或者说明理由接受，就能导出。")
    if len(final) == len(errors):
        return why + tr("改正以后就能导出。")
    return why + tr("能接受的可以说明理由接受，其余改正以后就能导出。")
