"""The base of export dialogs: a form, a progress bar, and buttons that start, cancel and close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)

from desktop.exports import show_in_folder
from desktop.tasks import Progress, Task
from desktop.window_parts.services import Services, sentence_of
from desktop.words import tr


class MakingDialog(QDialog):
    """Makes files beside the window.

    Its maker fills `content`, calls `start` from `make`, and says in `ready` whether it may.
    """

    def __init__(self, services: Services, title: str, verb: str) -> None:
        super().__init__(services.window)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.services = services
        self._task: Task | None = None
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self.bar = QProgressBar(maximum=0, textVisible=False)
        self.bar.setAccessibleName(tr("进度"))
        self.bar.hide()
        self.state = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.state.setAccessibleName(tr("状态"))
        self.state.hide()
        self.open_after = QCheckBox(tr("完成后打开所在文件夹"))
        self.open_after.setChecked(services.settings.flag("export/open", True))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(verb)
        self.ok.setProperty("primary", True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        self.buttons.accepted.connect(self.make)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        box.addLayout(self.content, 1)
        for widget in (self.open_after, self.state, self.bar, self.buttons):
            box.addWidget(widget)

    def make(self) -> None:
        """Begin, with what was filled in."""

    def start(self, job: Callable[[Progress], str], made: Path) -> None:
        """Run the job, which makes a file or fills a folder and answers with the sentence to show
        at its end; then open the folder where that is wanted.
        """
        self.services.settings.put("export/open", self.open_after.isChecked())
        self.ok.setEnabled(False)
        self.bar.setMaximum(0)
        self.bar.show()
        self.say(tr("正在导出…"))
        self._task = self.services.tasks.run(
            job, lambda sentence: self._finish(sentence, made), self._fail
        )
        self._task.progressed.connect(self._progress)

    def path_of(self, typed: str, ending: str = "") -> Path:
        """The file that was typed, with its ending; the folder it goes to is the one proposed the
        next time.
        """
        settings = self.services.settings
        path = Path(settings.text("folder")).absolute() / typed
        if ending and path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        settings.put("export/folder", str(path.parent))
        return path

    def say(self, sentence: str) -> None:
        """Show how things stand; where there is nothing to say, without an empty line."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def reject(self) -> None:
        """Esc: cancel what is under way, or close."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().reject()

    def _progress(self, done: int, total: int, sentence: str) -> None:
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        if sentence:
            self.say(sentence)

    def _finish(self, sentence: str, made: Path) -> None:
        self._task = None
        self.services.report_made(sentence, made)
        self.accept()
        if self.open_after.isChecked():
            show_in_folder(made)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.bar.hide()
        self.ok.setEnabled(True)
        self.say(sentence_of(error))


class WrappedDialog(MakingDialog):
    """One that explains itself in sentences that wrap: they are shown whole at every width."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """The least height of a window knows nothing of what wraps: it is worked out here."""
        super().resizeEvent(event)
        self._fit_height()

    def event(self, event: QEvent) -> bool:
        """So it is where something comes to be shown, as how far the work is."""
        answered = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return answered

    def offer(self, choice: QAbstractButton, said: str) -> None:
        """One of several to choose from, and under it what it means."""
        note = QLabel(said, wordWrap=True)
        note.setProperty("role", "quiet")
        note.setContentsMargins(24, 0, 0, 8)
        choice.setAccessibleDescription(said)
        self.content.addWidget(choice)
        self.content.addWidget(note)

    def _fit_height(self) -> None:
        if (box := self.layout()) is not None:
            # where nothing that wraps is shown there is no height for a width
            least = box.totalMinimumSize().height()
            self.setMinimumHeight(max(least, box.totalHeightForWidth(self.width())))
