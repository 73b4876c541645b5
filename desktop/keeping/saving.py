"""Saving beside the window: the value as it is now goes to the disk in a thread, and the editor
types on.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.dialogs import questions
from desktop.keeping.autosave import Autosave
from desktop.keeping.document import Done, SaveOrder, TakenError, change_of, write_document
from desktop.settings import cache_folder
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.errors import ChangedError, SaveError
from layouts.issue.issue import Issue
from layouts.page.page import Page

Then = Callable[[], object]


class Saving(QObject):
    """One save at a time; what is asked for meanwhile is done after it.

    `changed`: a save began or ended; `saved`: a file was written.

    `elsewhere`: the editor would rather save under another name; it carries what is to be done
    after that.
    """

    changed = Signal()
    saved = Signal()
    elsewhere = Signal(object)

    def __init__(self, services: Services, autosave: Autosave) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._autosave = autosave
        self._order: SaveOrder | None = None
        self._then: list[Then] = []
        self._next: list[Callable[[], None]] = []
        self._idle: list[Then] = []
        self._picture: tuple[Page, bytes] | None = None
        self.saved_at: datetime.datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether a save is under way."""
        return self._order is not None

    @property
    def value(self) -> Issue | None:
        """What is being saved."""
        return self._order.issue if self._order else None

    def save(
        self, path: Path, then: Then | None = None, *, over: bool = False, force: bool = False
    ) -> None:
        """Save the issue as it is now; `then` is done once it is saved, and never where it is not.

        `over`: whatever lies there is written over; `force`: whoever has it open.
        """
        issue = self._session.issue
        if issue is None:
            return
        # with the value it has by then: whoever waits wants the latest saved
        if self._order is not None:
            self._next.append(lambda: self.save(path, then, over=over, force=force))
            return
        known = path == self._session.path
        # of a file that was not read nothing is expected: the file dialog has asked whether it may
        # go
        expected = self._autosave.token if known and not over else None
        edition = self._session.edition
        page = edition.pages[0] if edition is not None and edition.pages else None
        order = SaveOrder(
            issue,
            path,
            expected,
            self._autosave.lock if known else None,
            page,
            self._picture,
            force,
        )
        self._order, self._then = order, [then] if then else []
        folders, pictures = self._autosave.folders, cache_folder()
        self._autosave.tasks.run(
            lambda _progress: write_document(order, folders, pictures), self._done, self._fail
        )
        self.changed.emit()

    def when_saved(self, then: Then) -> None:
        """Do something once what is being saved now is saved."""
        self._then.append(then)

    def when_idle(self, then: Then) -> None:
        """Do something when nothing is being saved any longer, whatever became of it."""
        if self._order is None:
            then()
        else:
            self._idle.append(then)

    def _done(self, done: Done) -> None:
        # taken out before anything is told: who hears of it may save again, and wait for that
        then, self._then = self._then, []
        self._order = None
        self._picture = done.picture
        if self._session.issue is not None:
            self.saved_at = datetime.datetime.now().astimezone()
            # first: the session tells of it, and who hears (`FileWatch`) compares with the new
            # token
            self._autosave.saved(done)
            self._session.saved(done.path, done.issue, done.was)
            self._services.settings.put("folder", str(done.path.absolute().parent))
            self._services.settings.remember(done.path, done.issue)
        self.saved.emit()
        self._go_on()
        for act in then:  # they look whether another save has begun meanwhile
            act()
        self._rest()

    def _fail(self, error: Exception) -> None:
        # what is still wanted after it goes with the question, and is lost where that is answered
        # no
        order, then = self._order, self._then
        self._order, self._then = None, []
        self.changed.emit()
        if order is not None and isinstance(error, ChangedError | TakenError):
            self._ask(error, order, then)
        else:
            said = isinstance(error, SaveError)  # its sentence says already that nothing was saved
            self._services.fail(error, "" if said else tr("没有保存"))
        self._go_on()
        self._rest()

    def _go_on(self) -> None:
        """Begin with what was asked for meanwhile."""
        if self._order is None and self._next:
            self._next.pop(0)()
        self.changed.emit()

    def _rest(self) -> None:
        # what follows a save may have begun another
        if self._order is None:
            idle, self._idle = self._idle, []
            for act in idle:
                act()

    def _ask(self, error: ChangedError | TakenError, order: SaveOrder, then: list[Then]) -> None:
        """Somebody wrote there, or has it open: over it, elsewhere, or not at all."""

        def all_of_it() -> None:
            for act in then:
                act()

        window = self._services.window
        if isinstance(error, TakenError):
            answer = questions.about_saving_over_lock(
                window, order.path, error.holder, may_force=error.may_be_forced
            )
        else:
            # looked at once more for when it was changed: the error does not say
            found = change_of(order.path, order.expected) if order.expected is not None else None
            answer = questions.about_saving_over_change(
                window, order.path, found[1] if found else None
            )
        if answer == questions.OVER:
            # the value as it is now: the question may have stood for long
            self.save(order.path, all_of_it, over=True, force=isinstance(error, TakenError))
        elif answer == questions.ELSEWHERE:
            self.elsewhere.emit(all_of_it)
