"""Everything for this issue: a set of exports in one act, into one folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from desktop.dialogs import choose
from desktop.dialogs.making import WrappedDialog
from desktop.dialogs.making_set import SetOrder, write_set
from desktop.dialogs.path_row import labelled_path
from desktop.dialogs.preset_list import preset_summary, preset_title
from desktop.exports import export_name
from desktop.window_parts.services import Services
from desktop.words import spoken, tr
from layouts.delivery.deliver import set_name
from layouts.delivery.parts import PARTS
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset

LEFT_OUT = "export/left-out"
"""The keys of the parts that were not wanted last; a part that is new is wanted."""


class ExportSetDialog(WrappedDialog):
    """Asks which parts are wanted and where the folder of the set goes.

    `presets` are those of the issue's publication: the first for a print shop is that of the PDF
    for print.
    """

    def __init__(self, services: Services, presets: Sequence[Preset] = ()) -> None:
        super().__init__(services, tr("本期一次全出"), tr("导出"))
        self.setObjectName("export-set")
        session, settings = services.session, services.settings
        left_out = settings.text(LEFT_OUT).split(",")
        self._condition = next(
            (preset for preset in presets if preset.standard in {"x4", "x1a"}), None
        ) or load_preset("print")
        self.parts = {part.key: QCheckBox(spoken(part.title)) for part in PARTS}
        title, printed = self.parts["print"].text(), preset_title(self._condition)
        self.parts["print"].setText(tr("{part}（按预设“{preset}”）", part=title, preset=printed))
        self.parts["print"].setToolTip(preset_summary(self._condition))
        for key, box in self.parts.items():
            box.setChecked(key not in left_out)
            box.toggled.connect(self._update)
        self.folder = QLineEdit(str(settings.export_folder(session.path).absolute()))
        self.folder.textChanged.connect(self._update)
        self.about = QLabel(wordWrap=True)
        self.about.setProperty("role", "quiet")
        self._name = self._named()
        self._lay_out()
        session.edition_changed.connect(self._update)
        self.resize(520, 0)
        self._update()
        self.folder.setFocus()

    def _lay_out(self) -> None:
        for box in self.parts.values():
            self.content.addWidget(box)
        self.folder.setAccessibleName(tr("文件夹"))
        label = QLabel(tr("文件夹"))
        below = labelled_path(label, self.folder, tr("选择文件夹"), self._choose)
        below.setContentsMargins(0, 8, 0, 0)
        below.addWidget(self.about)
        self.content.addLayout(below)

    def _named(self) -> str:
        session = self.services.session
        name = Path(export_name(session))
        return set_name(session.issue, session.path or name) if session.issue else str(name)

    def _update(self) -> None:
        session = self.services.session
        wanted = any(box.isChecked() for box in self.parts.values())
        ready = session.is_current and session.composed_issue is session.issue is not None
        is_named = bool(self.folder.text().strip())
        self.ok.setEnabled(self._task is None and ready and wanted and is_named)
        self.say("" if ready else tr("正在排版，排好就可以导出。"))
        self.about.setText(
            tr(
                "放进其中的“{name}”，附清单 manifest.json；哪一项没有做成，不影响其他。",
                name=self._name,
            )
        )

    def make(self) -> None:
        """Make the parts that are ticked, of the issue as it is now."""
        session, settings = self.services.session, self.services.settings
        issue, layout, edition = session.issue, session.layout, session.edition
        typed = self.folder.text().strip()
        if issue is None or layout is None or edition is None or not typed or self._task:
            return
        left_out = [key for key, box in self.parts.items() if not box.isChecked()]
        settings.put(LEFT_OUT, ",".join(left_out))
        settings.put("export/folder", typed)
        order = SetOrder(
            issue,
            layout,
            session.reading_findings,
            edition,
            self._condition,
            tuple(part for part in PARTS if part.key not in left_out),
            self._name,
        )
        folder = Path(settings.text("folder")).absolute() / typed / self._name
        self.start(lambda progress: write_set(order, folder, progress), folder)

    def _choose(self) -> None:
        path = choose.folder_to_write(self, tr("文件夹"), self.folder.text())
        if path is not None:
            self.folder.setText(str(path))
