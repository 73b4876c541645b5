"""Every command of the window, declared once: menus, tool bar, context menus, palette and the list
of shortcuts all read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.following import Following
from desktop.icons import icon
from desktop.selection import SelectionKind
from desktop.session import Session
from desktop.widgets.menu import HintedMenu, with_letter
from desktop.words import tr
from layouts.issue.article import PullQuote, Table
from layouts.issue.edits import in_row
from layouts.issue.fitting import NO_FITTING
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, block_at
from layouts.issue.sidebar import Sidebar

PORTABLE = QKeySequence.SequenceFormat.PortableText


class When(StrEnum):
    """When a command can be given."""

    ALWAYS = "always"
    ISSUE = "issue"
    PAGES = "pages"
    ARTICLE = "article"
    ARTICLES = "articles"
    SECTION = "section"
    PHOTO = "photo"
    PHOTO_ROW = "photo-row"
    TEXT = "text"
    TABLE = "table"
    BOX = "box"
    REMOVABLE = "removable"
    UNDO = "undo"
    REDO = "redo"
    PATH = "path"
    FITTED = "fitted"


EDITS = (
    "edit.cut",
    "edit.paste",
    "edit.delete",
    "text.",
    "table.",
    "box.",
    "article.",
    "section.",
    "photo.",
    "layout.",
)
"""How the keys of commands begin that change the document."""


class Command(NamedTuple):
    """A command: what is called when it is given (`act`), and how menus, tool bar and palette show
    it.

    `checked` says whether the command is in force; None for commands that are simply done. The
    shortcut of one `in_text` is only shown: the text that has the keys takes it, and elsewhere
    another command may have it.
    """

    key: str
    text: str
    english: str
    act: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    when: When = When.ISSUE
    checked: Callable[[], bool] | None = None
    hint: str = ""
    in_text: bool = False

    @property
    def shortcuts(self) -> list[QKeySequence]:
        """All its shortcuts, the one that menus show first."""
        parts = self.shortcut.split("|") if self.shortcut else []
        # not as the window's language names keys: in Chinese Return is called Enter
        return [QKeySequence.fromString(part, PORTABLE) for part in parts]


class Menu(NamedTuple):
    """A menu: commands, menus inside it and None for a line between them.

    `filled` fills it each time it opens; Alt and its `letter` open it.
    """

    text: str
    english: str
    entries: tuple[Command | Menu | None, ...]
    filled: Callable[[QMenu], None] | None = None
    name: str = ""
    letter: str = ""


def holds(when: When, session: Session) -> bool:  # noqa: C901, PLR0911, PLR0912, a list of cases
    """Whether commands of this kind can be given now."""
    issue, selection = session.issue, session.selection
    if when is When.ALWAYS:
        return True
    if issue is None:
        return False
    place = selection.place
    match when:
        case When.PAGES:
            return session.edition is not None
        case When.FITTED:
            return issue.fitting != NO_FITTING
        case When.PATH:
            return session.path is not None
        case When.UNDO:
            return session.stack.canUndo()
        case When.REDO:
            return session.stack.canRedo()
        case When.ARTICLE:
            return place is not None and place.article is not None
        case When.ARTICLES:
            return selection.kind in {SelectionKind.ARTICLE, SelectionKind.SECTION}
        case When.SECTION:
            return place is not None
        case When.PHOTO:
            return (
                selection.kind is SelectionKind.PHOTO
                and place is not None
                and isinstance(block_at(issue, place), Photo)
            )
        case When.PHOTO_ROW:
            return selection.kind is SelectionKind.PHOTO and in_row(issue, place)
        case When.TEXT:
            return selection.kind is SelectionKind.TEXT
        case When.TABLE:
            return selection.kind is SelectionKind.TEXT and _in_table(issue, place)
        case When.BOX:
            in_text = selection.kind in {SelectionKind.BOX, SelectionKind.TEXT}
            return in_text and _in_box(issue, place)
        case When.REMOVABLE:
            return selection.kind in {
                SelectionKind.ARTICLE,
                SelectionKind.SECTION,
                SelectionKind.PHOTO,
                SelectionKind.BOX,
            } or (selection.caret is not None and selection.caret.marks)
        case _:
            return True


def why_not(when: When) -> str:
    """What has to be done before commands of this kind can be given."""
    return {
        When.ISSUE: tr("先新建或打开一期"),
        When.PAGES: tr("版面还没有排出来"),
        When.ARTICLE: tr("先选中一篇文章"),
        When.ARTICLES: tr("先选中文章或栏目"),
        When.SECTION: tr("先选中栏目，或栏目里的文章"),
        When.PHOTO: tr("先选中一张图片"),
        When.PHOTO_ROW: tr("先选中并排的一张图片"),
        When.TABLE: tr("先把光标放进表格"),
        When.BOX: tr("先选中专栏框或引语，或把光标放进去"),
        When.TEXT: tr("先把光标放进文字里，或选中几个字"),
        When.REMOVABLE: tr("先选中文字、图片、文章或栏目"),
        When.UNDO: tr("还没有可以撤销的操作"),
        When.REDO: tr("没有撤销过，不用重做"),
        When.PATH: tr("先保存"),
        When.FITTED: tr("这一期没有适配调整"),
    }.get(when, "")


def _in_box(issue: Issue, place: Place | None) -> bool:
    """Whether a place is of a box or a pull quote."""
    if place is None or place.block is None or place.block < 0:
        return False
    try:
        return isinstance(block_at(issue, place), Sidebar | PullQuote)
    except LookupError:
        return False


def _in_table(issue: Issue, place: Place | None) -> bool:
    if place is None or place.block is None or place.block < 0:
        return False
    return isinstance(block_at(issue, place), Table)


class Actions(QObject):
    """A QAction for each command, kept enabled, ticked and named as the session stands."""

    def __init__(self, menus: Sequence[Menu], session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._menus = tuple(menus)
        self._session = session
        self._window = parent
        self._actions: dict[str, tuple[Command, QAction]] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        self._why: dict[str, str] = {}
        self.menus: dict[str, QMenu] = {}
        for menu in self._menus:
            self._declare(menu, ())
        self._has_pages = False
        self._following = Following(session, self.refresh, self)
        for signal in (session.issue_changed, session.selection_changed):
            signal.connect(self._following.changed)
        session.file_changed.connect(self.refresh)
        session.edition_changed.connect(self._follow_pages)
        session.stack.undoTextChanged.connect(self._follow_history)
        session.stack.redoTextChanged.connect(self._follow_history)
        self.refresh()

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        return iter(self._actions.values())

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key][1]

    def command(self, key: str) -> Command:
        """The command called `key`."""
        return self._actions[key][0]

    def path(self, key: str) -> tuple[str, ...]:
        """The menus that lead to a command, outermost first."""
        return self._paths[key]

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into the menu bar."""
        for menu in self._menus:
            bar.addMenu(self._built(menu, bar))

    def menu(self, keys: Sequence[str], parent: QWidget) -> QMenu:
        """A context menu of some commands; an empty key is a line between them."""
        menu = HintedMenu(parent)
        for key in keys:
            if not key:
                menu.addSeparator()
            elif key in self.menus:
                menu.addMenu(self.menus[key])
            else:
                menu.addAction(self[key])
        return menu

    def refresh(self) -> None:
        """Bring every action up to date with the session."""
        # noted here: an issue opened over another has no pages for a moment, and commands of pages
        # would stay dead when they come
        self._has_pages = self._session.edition is not None
        session = self._session
        now = {when: holds(when, session) for when in When}
        missing = {
            when: why_not(when if session.issue is not None else When.ISSUE) for when in When
        }
        for command, action in self._actions.values():
            able = now[command.when]
            enabled = able and not (session.read_only and command.key.startswith(EDITS))
            why = session.read_only if able else missing[command.when]
            self._enable(command, action, enabled, why)
            if command.checked is not None:
                action.setChecked(enabled and command.checked())
        self._follow_history()
        for menu in self.menus.values():
            entries = [entry for entry in menu.actions() if not entry.isSeparator()]
            if menu.property("nested") and entries:
                menu.menuAction().setEnabled(any(entry.isEnabled() for entry in entries))

    def _follow_history(self) -> None:
        """What can be undone and done again, and what it is called."""
        stack = self._session.stack
        open_ = self._session.issue is not None
        for key, when, verb, can, text in (
            ("edit.undo", When.UNDO, tr("撤销"), stack.canUndo(), stack.undoText()),
            ("edit.redo", When.REDO, tr("重做"), stack.canRedo(), stack.redoText()),
        ):
            why = why_not(when if open_ else When.ISSUE)
            self._enable(*self._actions[key], can and open_, why)
            self[key].setText(_named(verb, text))

    def _enable(self, command: Command, action: QAction, enabled: bool, why: str) -> None:
        """Let a command be given or not; where not, its hint says why."""
        if enabled != action.isEnabled():
            action.setEnabled(enabled)
        why = "" if enabled else why
        if why != self._why.get(command.key, ""):
            self._why[command.key] = why
            action.setToolTip(f"{_hint(command)}\n{why}" if why else _hint(command))

    def _follow_pages(self) -> None:
        """Most new pages change nothing here: only the first ones do, and the last."""
        if (self._session.edition is not None) != self._has_pages:
            self.refresh()

    def release(self) -> None:
        """Follow the history no longer: it says something even while it is being deleted with its
        session.
        """
        self._session.stack.undoTextChanged.disconnect(self._follow_history)
        self._session.stack.redoTextChanged.disconnect(self._follow_history)

    def _declare(self, menu: Menu, path: tuple[str, ...]) -> None:
        path = (*path, menu.text)
        for entry in menu.entries:
            if isinstance(entry, Menu):
                self._declare(entry, path)
            elif entry is not None:
                self._actions[entry.key] = (entry, self._action(entry))
                self._paths[entry.key] = path

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(command.key)
        action.setShortcuts(command.shortcuts)
        if command.in_text:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if command.icon:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(False)  # menus stay calm: words only
        action.setToolTip(_hint(command))
        action.setStatusTip(command.hint)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda _checked=False, command=command: self.run(command))
        self._window.addAction(action)
        return action

    def run(self, command: Command) -> None:
        """Do what a command does, as its menu entry and its keys would; a checked one shows it."""
        command.act()
        if command.checked is not None:
            self.refresh()

    def _built(self, menu: Menu, parent: QWidget, *, nested: bool = False) -> QMenu:
        built = HintedMenu(with_letter(menu.text, menu.letter), parent)
        built.setObjectName(menu.name or menu.english)
        built.setProperty("nested", nested)
        for entry in menu.entries:
            if entry is None:
                built.addSeparator()
            elif isinstance(entry, Menu):
                built.addMenu(self._built(entry, built, nested=True))
            else:
                built.addAction(self[entry.key])
        if menu.filled is not None:
            built.aboutToShow.connect(partial(menu.filled, built))
        if menu.name:
            self.menus[menu.name] = built
        return built


def _named(verb: str, step: str) -> str:
    """撤销“移动图片”; the verb alone where there is no step."""
    return tr("{verb}“{step}”", verb=verb, step=step) if step else verb


def _hint(command: Command) -> str:
    """What a command does, with its keys."""
    said = command.hint or command.text.removesuffix("…")
    if not command.shortcut:
        return said
    keys = command.shortcuts[0].toString(QKeySequence.SequenceFormat.NativeText)
    return f"{said}（{keys}）"
