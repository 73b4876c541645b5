"""What the window does with publications: new issues, making one, settings, articles held over."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.days import today
from desktop.dialogs import choose
from desktop.exports import show_in_folder
from desktop.files import Files, Then
from desktop.publishing.belonging import Belonging
from desktop.publishing.drafts import (
    Draft,
    LayoutBefore,
    of_issue,
    of_last_issue,
    put_back,
    take_layout,
    write_draft,
)
from desktop.publishing.held_steps import HeldSteps
from desktop.publishing.known import KnownPublication, look_at, look_at_all
from desktop.publishing.orders import MadeIssue, NewIssueOrder, make_issue
from desktop.selection import SelectionKind
from desktop.settings import LastIssue
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.words import spoken, tr
from layouts.issue import edits
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.publication import FILE, HeldArticle, hold_over


class IssueWish(NamedTuple):
    """What a new issue is for: what is done once it is open; and instead, where it is to be of no
    publication.
    """

    then: Then
    alone: Then


class Coming(NamedTuple):
    """An issue that was made and is being opened: what is said then, and done."""

    path: Path
    said: list[str]
    then: Then


class Publishing(QObject):
    """Acts on publications. `changed`: those that are known, or something about one."""

    changed = Signal()

    def __init__(self, services: Services, files: Files, belonging: Belonging) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._settings = services.settings
        self._files = files
        self._belonging = belonging
        self.changed.connect(belonging.look_again)
        self._held_over = HeldSteps(services.session.stack, self)
        self._held_over.late.connect(
            lambda: services.say(tr("转走的文章已经排进别的一期，现在两期里都有"))
        )
        self._coming: Coming | None = None
        files.opened.connect(self._tell)
        files.given_up.connect(self._held_over.give_up)
        files.settled.connect(self._held_over.follow)
        files.saved.connect(self._held_over.follow)

    # -- a new issue -------------------------------------------------------------------------------

    def new(self, folder: Path | None = None) -> None:
        """Offer the next issue of a publication, of the one used last where none is given; without
        any, an issue of its own.
        """
        self._begin(folder, IssueWish(_nothing, self._files.new))

    def new_for(self, then: Then, alone: Then) -> None:
        """Offer the next issue of a publication for what is to come into it: `then` is done once it
        is open, `alone` where it is to be of none.
        """
        self._begin(None, IssueWish(then, alone))

    def _begin(self, folder: Path | None, wanted: IssueWish) -> None:
        folders = self._settings.publication_folders
        is_asked_for = folder is not None
        if folder is not None:
            folders = [folder]
        elif not folders:
            wanted.alone()
            return
        else:
            here = self._belonging.folder
            folder = here if here in folders else None
        task = self._services.tasks.run(
            lambda progress: look_at_all(folders, today(), progress),
            partial(self._offer, folder, wanted, is_asked_for),
            self._services.fail,
        )
        self._services.watch(task, tr("正在看刊物"))

    def _offer(
        self,
        folder: Path | None,
        wanted: IssueWish,
        is_asked_for: bool,
        known: list[KnownPublication],
    ) -> None:
        from desktop.dialogs.next_issue import NextIssueDialog

        if not any(one.following for one in known):
            one = known[0]
            self._services.failed.emit(f"{one.name}{tr('：')}{one.trouble}", str(one.folder))
            if not is_asked_for:  # the share is away, work goes on
                wanted.alone()
            return
        dialog = NextIssueDialog(known, folder, self._services.window)
        dialog.ordered.connect(partial(self.make, then=wanted.then))
        dialog.other_wanted.connect(wanted.alone)
        dialog.open()

    def make(self, order: NewIssueOrder, then: Then) -> None:
        """Have an issue made, once the open one may be put away, and open it; `then` go on."""
        folders = self._files.autosave.folders

        def begin() -> None:
            task = self._services.tasks.run(
                lambda _progress: make_issue(order, folders),
                partial(self._show, order, then),
                self._services.fail,
            )
            self._services.watch(task, tr("正在新建一期"))

        self._files.leave(begin)

    def _show(self, order: NewIssueOrder, then: Then, made: MadeIssue) -> None:
        self._settings.know_publication(order.folder)
        said = [spoken(finding) for finding in made.findings]
        if made.number != order.number:
            said.insert(
                0,
                tr(
                    "第 {offered} 期刚被别人建了，这一期是第 {number} 期",
                    offered=order.number,
                    number=made.number,
                ),
            )
        # told when it is open: what was told before goes with the page before
        self._coming = Coming(made.path, said, then)
        self._files.open_path(made.path)
        self.changed.emit()

    def _tell(self) -> None:
        coming, self._coming = self._coming, None
        # it could not be opened, or was put off: what is open now is another
        if coming is None or coming.path != self._session.path:
            return
        if coming.said:
            self._services.failed.emit("\n".join(coming.said), "")
        coming.then()

    # -- publications ------------------------------------------------------------------------------

    def found(self) -> None:
        """Make a publication, as the last issue worked on was."""
        last = self._settings.last_issues
        self._ask(of_last_issue(last[0] if last else LastIssue("")), None)

    def found_from_issue(self) -> None:
        """Make a publication of the open issue."""
        issue = self._session.issue
        if issue is not None:
            self._ask(of_issue(issue), issue)

    def _ask(self, start: object, issue: Issue | None) -> None:
        from desktop.dialogs.publication import NewPublicationDialog
        from layouts.publication import FILE, Publication, find_publication

        if not isinstance(start, Publication):
            raise TypeError(start)
        home = self._settings.folder("publication/home", work=self._session.path)
        if (other := find_publication(home / FILE)) is not None:
            home = other.parent  # beside a publication, never in it
        dialog = NewPublicationDialog(
            start, home, issue, self._session.tasks, self._services.window
        )
        dialog.made.connect(self._write)
        dialog.open()

    def _write(self, draft: Draft) -> None:
        self._services.tasks.run(
            lambda _progress: write_draft(draft),
            lambda _none: self._made(draft),
            partial(self._not_made, draft),
        )

    def _made(self, draft: Draft) -> None:
        self._settings.put("publication/home", str(draft.folder.parent))
        self.know(draft.folder)
        self._services.offered.emit(
            tr("刊物“{name}”建好了", name=draft.publication.name),
            tr("新建下一期"),
            lambda: self.new(draft.folder),
        )

    def _not_made(self, draft: Draft, error: Exception) -> None:
        self._services.fail(error, tr("刊物没有建成"))
        if draft.taken is None:
            self._ask(draft.publication, None)

    def know(self, folder: Path) -> None:
        """List a publication on the start page from now on."""
        self._settings.know_publication(folder)
        self.changed.emit()

    def add(self) -> None:
        """Ask for the folder of a publication that others made."""
        home = str(self._settings.folder("publication/home"))
        folder = choose.folder_to_open(self._services.window, tr("加入刊物：选刊物文件夹"), home)
        if folder is None:
            return
        task = self._services.tasks.run(
            lambda _progress: look_at(folder, today()), self._take, self._services.fail
        )
        self._services.watch(task, tr("正在看刊物"))

    def _take(self, known: KnownPublication) -> None:
        if known.publication is None:
            self._services.failed.emit(known.trouble, str(known.folder))
        else:
            self.know(known.folder)

    def forget(self, folder: Path) -> None:
        """List a publication no longer; its folder stays."""
        self._settings.forget_publication(folder)
        self.changed.emit()
        self._services.offered.emit(
            tr("已从列表中去掉，刊物文件夹还在"), tr("撤销"), lambda: self.know(folder)
        )

    def show_folder(self, folder: Path) -> None:
        """Show a publication's folder in the file manager."""
        show_in_folder(folder / FILE)

    def set_up(self, folder: Path | None = None) -> None:
        """Show all that can be set of a publication, of the open issue's where none is given."""
        folder = folder or self._belonging.folder
        if folder is None:
            self._services.offered.emit(
                tr("这一期不在刊物文件夹里"), tr("从这一期做成刊物…"), self.found_from_issue
            )
            return
        task = self._services.tasks.run(
            lambda _progress: look_at(folder, today()), self._set_up, self._services.fail
        )
        self._services.watch(task, tr("正在看刊物"))

    def _set_up(self, known: KnownPublication) -> None:
        from desktop.dialogs.publication import PublicationDialog

        window = self._services.window
        if known.publication is None:
            self._services.failed.emit(f"{known.name}{tr('：')}{known.trouble}", str(known.folder))
        elif window.findChild(PublicationDialog) is None:
            dialog = PublicationDialog(
                known.folder,
                known.publication,
                self._session.issue,
                self._session.tasks,
                window,
            )
            dialog.saved.connect(self.know)
            dialog.open()

    def take_layout(self) -> None:
        """Have all issues to come of the publication set as the open one is."""
        issue, folder = self._session.issue, self._belonging.folder
        if issue is None:
            return
        if folder is None:
            self.set_up()  # says that it belongs to none
            return
        task = self._services.tasks.run(
            lambda _progress: take_layout(folder, issue),
            partial(self._took_layout, folder),
            self._services.fail,
        )
        self._services.watch(task, tr("正在把版式存进刊物"))

    def _took_layout(self, folder: Path, before: LayoutBefore) -> None:
        def back() -> None:
            self._services.tasks.run(
                lambda _progress: put_back(folder, before),
                lambda _none: self.changed.emit(),
                self._services.fail,
            )

        self.changed.emit()
        name = before.publication.name
        self._services.offered.emit(
            tr("“{name}”以后各期都用这一期的版式", name=name), tr("撤销"), back
        )

    def fill(self, menu: QMenu) -> None:
        """Fill the menu of publications with those that are known."""
        menu.clear()
        for folder in self._settings.publication_folders:
            action = menu.addAction(folder.name)
            action.setToolTip(str(folder))
            action.triggered.connect(lambda _checked=False, folder=folder: self.new(folder))
        if menu.isEmpty():
            menu.addAction(tr("还没有刊物")).setEnabled(False)

    # -- the open issue's --------------------------------------------------------------------------

    def hold_over(self) -> None:
        """Put the selected articles by for the next issue: out of this one, as a step of undo."""
        issue, folder = self._session.issue, self._belonging.folder
        places = self._articles
        if issue is None or not places or self._session.refuses():
            return
        if folder is None:
            self._services.offered.emit(
                tr("这一期不属于刊物，没有下一期可转"),
                tr("从这一期做成刊物…"),
                self.found_from_issue,
            )
            return

        def keep(_progress: Progress) -> list[HeldArticle]:
            return [hold_over(folder, issue, place) for place in places]

        self._services.tasks.run(keep, partial(self._held, issue, places), self._services.fail)

    @property
    def _articles(self) -> tuple[Place, ...]:
        selection = self._session.selection
        if selection.kind is SelectionKind.ARTICLE:
            return selection.places
        place = selection.place
        has = place is not None and place.article is not None
        return (place.of_article,) if has and place is not None else ()

    def _held(self, issue: Issue, places: tuple[Place, ...], held: list[HeldArticle]) -> None:
        """They are kept: now they may go. An issue that was edited meanwhile keeps them, and one
        whose layout locks them, which is said then.
        """
        session = self._session
        if edited := session.issue is not issue:
            self._services.say(tr("这一期刚有改动，文章没有转走，请再转一次"))
        else:
            session.do(tr("转下期"), edits.remove_articles(issue, places).issue)
        if edited or session.issue is issue:
            for one in held:
                with suppress(OSError):  # a share that is away: offered, and in the issue as well
                    one.path.unlink(missing_ok=True)
            return
        self._held_over.note(held)
        self._services.offered.emit(
            tr("转下期 {n} 篇，新建下一期时会列出来", n=len(held)),
            tr("撤销"),
            self._session.stack.undo,
        )


def _nothing() -> None:
    """What follows an issue that is for nothing in particular."""
