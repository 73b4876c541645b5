"""Whether the issue is saved, at the right of the menus: 已保存 17:31, 未保存."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenuBar, QWidget

from desktop.files import Files
from desktop.session import Session
from desktop.settings import issue_title
from desktop.widgets import set_property
from desktop.words import tr


class SavedState(QWidget):
    """A label in the corner of the menu bar."""

    def __init__(self, session: Session, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = files
        self.label = QLabel()
        set_property(self.label, "role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 16, 0)
        row.addWidget(self.label)
        for signal in (
            session.file_changed,
            session.issue_changed,
            files.opened,
            files.saved,
            files.saving.changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands."""
        self.label.setText(self._words())
        self.setFixedWidth(self.sizeHint().width())
        # it measures its corner only when it is laid out itself
        if isinstance(bar := self.parentWidget(), QMenuBar):
            bar.setCornerWidget(self)
        self.label.setToolTip(str(self._session.path or ""))
        self.label.setAccessibleName(self._words())

    def _words(self) -> str:
        if self._session.issue is None:
            return ""
        if self._files.saving.is_running:
            return tr("正在保存…")
        if self._session.read_only:
            return tr("只读")
        if not self._session.is_saved:
            return tr("未保存")
        at = self._files.saved_at
        return tr("已保存 {time}", time=f"{at:%H:%M}") if at is not None else tr("已保存")


def window_title(session: Session) -> str:
    """`版心 — 澜汀书讯 2025 年第 14 期`; where there is no issue, the program's name alone. [*] is
    Qt's place for what is not saved.
    """
    if session.issue is None:
        return tr("版心")
    title = issue_title(session.issue) or (session.path.stem if session.path else tr("未命名"))
    if session.read_only:
        title = tr("{title}（只读）", title=title)
    return tr("版心 — {title}", title=title) + "[*]"
