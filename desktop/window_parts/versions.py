"""Versions of the open issue: shown, named, brought back.

Those that come by themselves are kept where the issue is saved.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.dialogs import choose
from desktop.window_parts.services import Services
from desktop.words import tr


class Versions(QObject):
    """Does what the menu says about versions.

    `folder` tells where those of the open issue lie, None for one never saved.
    """

    def __init__(self, services: Services, folder: Callable[[], Path | None]) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._told = folder

    @property
    def folder(self) -> Path | None:
        """Where the versions of the open issue lie; None for one never saved."""
        return self._told()

    def show(self) -> None:
        """List the versions and compare one with the issue as it is."""
        from desktop.dialogs.history import HistoryDialog

        folder = self.folder
        if folder is not None and self._session.issue is not None:
            HistoryDialog(self._services, folder, self.name).open()

    def name(self, done: Callable[[], None] | None = None) -> None:
        """Ask for a name and keep the issue as it is now under it."""
        folder, issue = self.folder, self._session.issue
        if folder is None or issue is None:
            return
        name = (
            choose.line_of_text(self._services.window, tr("命名此版本"), tr("名称"), "") or ""
        ).strip()
        if not name:
            return
        from layouts.documents import own_layout_files
        from layouts.store.history import keep_version

        now = datetime.datetime.now(datetime.UTC)

        def kept(_version: object) -> None:
            self._services.say(tr("已留下版本“{name}”", name=name))
            if done is not None:
                done()

        task = self._services.tasks.run(
            lambda _progress: keep_version(
                issue, folder, now, name, pictures=own_layout_files(issue)
            ),
            kept,
            lambda error: self._services.fail(error, tr("版本没有留下")),
        )
        self._services.watch(task, tr("正在留下版本"))
