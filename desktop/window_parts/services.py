"""What the parts of a window share: the session, the settings, the runner of long work, and a voice
to the editor.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.settings import Settings
from desktop.tasks import Task, Tasks
from desktop.words import spoken, tr
from layouts.errors import BanxinError
from layouts.reasons import reason


class Services(QObject):
    """What the parts of one window have in common.

    `said`: a sentence to show for a moment; `offered`: the same with a button; `failed`: a sentence
    and its details; `began`: a task under way and the sentence that says what it is; `made`: a
    sentence about a file that was made, and where it is.
    """

    said = Signal(str)
    offered = Signal(str, str, object)
    failed = Signal(str, str)
    began = Signal(object, str)
    made = Signal(str, object)

    def __init__(self, window: QWidget, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.settings = settings
        self.tasks = Tasks(self)

    def say(self, sentence: str) -> None:
        """Tell the editor something in passing."""
        self.said.emit(sentence)

    def report_made(self, sentence: str, path: Path) -> None:
        """Tell the editor of a file that was made, or of the folder of several, and keep it among
        the last ones.
        """
        self.settings.remember_export(path)
        self.made.emit(sentence, path)

    def fail(self, error: object, what: str = "") -> None:
        """Tell the editor what went wrong, in one sentence."""
        sentence = sentence_of(error)
        self.failed.emit(f"{what}{tr('：')}{sentence}" if what else sentence, details_of(error))

    def watch(self, task: Task, sentence: str) -> Task:
        """Show a task that may be long, with a way to end it."""
        self.began.emit(task, sentence)
        return task


def sentence_of(error: object) -> str:
    """The sentence an error carries, in the editor's language."""
    if isinstance(error, BanxinError):
        text = spoken(error)
        return f"{text}（{error.source}）" if error.source and error.source.line else text
    if isinstance(error, OSError):
        return tr(
            "文件 {name} 不能读写（{reason}）",
            name=str(error.filename or ""),
            reason=spoken(reason(error)),
        )
    return str(getattr(error, "sentence", "")) or tr(
        "出了意外，刚才的操作没有完成；稿件没有丢失，可以继续编辑。"
    )


def details_of(error: object) -> str:
    """What "copy details" copies."""
    import traceback

    details = getattr(error, "details", None)
    if isinstance(details, str):
        return details
    return (
        "".join(traceback.format_exception(error)) if isinstance(error, Exception) else str(error)
    )
