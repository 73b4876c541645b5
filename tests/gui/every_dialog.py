"""Opens every dialog of the program, sweeps, closes it, and says which it saw: `python
tests/gui/every_dialog.py folder`.

Commands are given one after the other as their menus do; then come the questions of desktop/dialogs
and what only happenings bring up. On stdout stands a line of JSON: what opened at each act, and the
errors of slots. A crash of Qt's ends this process, not that of the tests.
"""

from __future__ import annotations

import datetime
import gc
import importlib
import inspect
import json
import os
import pkgutil
import shutil
import sys
import typing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parents[2]
LAST = ("file.close", "file.quit")
"""Commands after which there is nothing to open a dialog over."""

PATIENCE = 5_000
"""Milliseconds to wait for a dialog that needs work done first."""

SLOW = {"file.recover", "check.accept", "file.history", "house.words", "publication.settings"}
"""Acts whose dialog comes when a thread has answered."""


def main(folder: Path) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QApplication

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import LIGHT, apply_theme
    from desktop.window import MainWindow
    from desktop.words import install_translations
    from fonts.catalogue import Catalogue

    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(folder / "home")
    app = QApplication(["banxin"])
    app.setApplicationName("Banxin")
    app.setQuitOnLastWindowClosed(False)
    install_translations(app, "zh")
    apply_theme(app, LIGHT)
    QDesktopServices.openUrl = lambda _url: True
    gc.disable()
    window = MainWindow(
        Session(Catalogue()),
        Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)),
        folder / "data",
    )
    window.resize(1400, 900)
    window.show()
    visit = Visit(window, folder)
    gc.freeze()  # as the program does: what was there before is not looked at again
    visit.commands()
    visit.happenings()
    visit.questions()
    for key in LAST:
        visit.act(key, visit.give(key))
    window.session.stack.setClean()
    window.close()
    window.deleteLater()
    del window, visit.window
    # on the platform without a screen what is left on it is deleted after Python has gone
    app.clipboard().clear()
    sweep()
    told = {"seen": visit.seen, "failed": visit.failed, "nameless": visit.nameless}
    print(json.dumps(told, ensure_ascii=False), flush=True)


def sweep() -> None:
    """Free what nobody holds, as often as something frees something else, and let Qt come to know
    of it.
    """
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for _ in range(3):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def crash(journals: Path, issue) -> None:
    """Leave what a program leaves that was killed: a journal with edits that no file has."""
    from layouts.issue import edits
    from layouts.issue.places import TITLE, Place
    from layouts.store.journal import Journal

    journal = Journal(journals)
    journal.begin(issue, None, None)
    for edited in (
        edits.insert_text(issue, Place(0, 0, TITLE), 0, typed) for typed in ("新", "新写")
    ):
        journal.note(edited.issue)
        journal.flush()
    journal.close(keep=True)


MORE = """
正文，，有两个逗号。

![甲](photos/dawn.jpg){row=1}

![乙](photos/dawn.jpg){row=1}

正文。

> [!链接] 标题
> 框里的话。
"""
"""A finding, a row of photos and a box."""


class Visit:
    """A round through the window.

    `seen`: the names of the dialogs that each act brought up; `failed`: tracebacks of slots;
    `nameless`: controls in which a screen reader finds no name.
    """

    def __init__(self, window, folder: Path) -> None:
        from publications import founded
        from PySide6.QtCore import QTimer

        self.window, self.folder = window, folder
        self.seen: dict[str, list[str]] = {}
        self.failed: list[str] = []
        self.nameless: list[str] = []
        self._open: list[str] = []
        sys.excepthook = self._fail
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._looking = False
        shutil.copytree(ROOT / "resources" / "sample", folder / "sample")
        founded(folder / "sample")
        manuscript = folder / "sample" / "issue.md"
        manuscript.write_text(manuscript.read_text(encoding="utf-8") + MORE, encoding="utf-8")
        self.window.files.open_path(manuscript)
        self.wait(lambda: self.window.session.edition is not None)
        assert self.window.session.settle()
        self.issue = self.window.session.issue
        crash(self.window.autosave.folders.journals, self.issue)

    def _fail(self, kind, error, trace) -> None:
        import traceback

        sys.__excepthook__(kind, error, trace)
        self.failed.append("".join(traceback.format_exception(kind, error, trace)))

    def wait(self, until, patience: int = PATIENCE) -> bool:
        from PySide6.QtCore import QElapsedTimer
        from PySide6.QtTest import QTest

        clock = QElapsedTimer()
        clock.start()
        while not until() and clock.elapsed() < patience:
            QTest.qWait(10)
        return until()

    def look(self) -> None:
        """Sweep under every dialog that is open, use it a little, and close it."""
        from accessible_tree import nameless
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintPreviewDialog
        from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

        theirs = (QFileDialog, QAbstractPrintDialog, QPrintPreviewDialog)  # Qt's or the platform's
        if self._looking:
            return
        self._looking = True
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                self._open.append(type(dialog).__name__)
                if not isinstance(dialog, theirs):
                    self.nameless += nameless(dialog)
                sweep()
                dialog.grab()
                sweep()
                dialog.reject()
                assert not dialog.isVisible(), dialog
        self._looking = False

    def act(self, name: str, do, expected: bool = False) -> None:
        """Do something and note the dialogs that came of it."""
        from PySide6.QtTest import QTest

        self._open = []
        do()
        QTest.qWait(60)
        if name in SLOW or expected:
            self.wait(lambda: bool(self._open))
        self.wait(lambda: not self.window.services.tasks.is_busy)
        self.look()
        self.seen[name] = self._open

    # -- acts --------------------------------------------------------------------------------------

    def give(self, key: str):
        def give() -> None:
            action = self.window.actions_[key]
            assert action.isEnabled(), key
            action.trigger()

        return give

    def commands(self) -> None:
        """Give every command, with what it needs selected, over the same issue."""
        for command, _action in list(self.window.actions_):
            if command.key not in LAST:
                self.ready(command)
                self.act(command.key, self.give(command.key))

    def ready(self, command) -> None:
        """What a command needs: the issue as it was and not saved, something selected, a step to
        undo, a finding that may be accepted.
        """
        from msgspec.structs import replace

        from desktop.actions import When
        from desktop.selection import (
            TextPosition,
            of_article,
            of_box,
            of_photo,
            of_section,
            of_text,
        )
        from layouts.issue.article import Table
        from layouts.issue.fitting import Fitting
        from layouts.issue.photo import Photo
        from layouts.issue.places import TITLE, Place
        from layouts.issue.sidebar import Sidebar

        session, title = self.window.session, Place(0, 0, TITLE)
        text = of_text(TextPosition(title, 0), TextPosition(title, 2))
        kinds = {
            When.PHOTO: of_photo(self.place_of(Photo)), When.SECTION: of_section(Place(0)),
            When.ARTICLES: of_article(Place(0, 0)), When.ARTICLE: of_article(Place(0, 0)),
            When.TABLE: of_text(TextPosition(self.place_of(Table), 0)),
            When.PHOTO_ROW: of_photo(self.place_of(Photo, lambda photo: photo.row)),
            When.BOX: of_box(self.place_of(Sidebar)),
        }  # fmt: skip
        session.do("从头", self.issue, kinds.get(command.when, text))
        session.select(kinds.get(command.when, text))
        session.soil()
        if command.when in {When.UNDO, When.REDO}:
            session.do("再改", self.other(), text)
        if command.when is When.REDO:
            session.stack.undo()
        if command.when is When.FITTED:
            session.do("适配", replace(self.issue, fitting=Fitting("whole", size=0.25)), text)
        assert session.settle()
        if command.key.startswith("check."):
            self.choose_finding()
        if command.key == "text.item-start":
            self.number_a_paragraph()
        self.window.actions_.refresh()

    def number_a_paragraph(self) -> None:
        """Make an item of a list, the caret in it."""
        from desktop.selection import TextPosition, of_text
        from layouts.issue import edits
        from layouts.issue.article import Paragraph
        from layouts.issue.form import FormKind, ParagraphForm

        session, place = self.window.session, self.place_of(Paragraph)
        numbered = edits.set_form(self.issue, [place], ParagraphForm(FormKind.NUMBERED)).issue
        session.do("编号", numbered, of_text(TextPosition(place, 0)))
        assert session.settle()

    def choose_finding(self) -> None:
        from desktop.panels import mending

        window = self.window
        self.wait(lambda: window.session.is_inspected)
        window.viewing.show_findings(shown=True)
        window.findings.follow()
        model = window.findings.model
        rows = (model.index(row) for row in range(model.rowCount()))
        found = next(
            row
            for row in rows
            if (finding := model.finding(row)) is not None and mending.can_accept(finding)
        )
        window.findings.list.setCurrentIndex(found)

    def other(self):
        from layouts.issue import edits
        from layouts.issue.places import Place

        return edits.set_title(self.issue, Place(0, 0), "另一个题目").issue

    def place_of(self, kind, fits=lambda _block: True):
        """Where the first block of a kind stands that fits."""
        from layouts.issue.places import articles

        places = (
            place._replace(block=k)
            for place, article in articles(self.issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, kind) and fits(block)
        )
        return next(places)

    def happenings(self) -> None:
        """What no command brings up by itself: manuscripts that were chosen, and the report of what
        became of them.
        """
        from layouts.issue.places import Place

        importing, path = self.window.importing, self.folder / "sample" / "issue.md"
        self.act("import", lambda: importing.read([path], None), expected=True)
        importing.read([path], Place(0, 0))
        self.wait(lambda: importing.arrivals.now is not None)
        self.act("import-report", importing.report, expected=True)
        self.act("take-back", lambda: importing.take_back(path), expected=True)
        publishing, folder = self.window.publishing, self.folder / "sample"
        self.act("next-issue", lambda: publishing.new(folder), expected=True)
        self.act("faces", self.browse_faces, expected=True)
        self.act("marks", self.ask_marks, expected=True)

    def ask_marks(self) -> None:
        """As the export dialog does, for the details of the marks of a preset."""
        from desktop.dialogs.marks import MarksDialog
        from layouts.prepress.presets import load_preset

        MarksDialog(load_preset("print"), self.window).open()

    def browse_faces(self) -> None:
        """As the layout panel does, for the face of a style."""
        from desktop.dialogs.faces import FaceBrowser

        FaceBrowser(self.window.session, "song-bold", self.window).open()

    def questions(self) -> None:
        """Every function of desktop/dialogs that asks over a window: its first argument is the
        `parent`.
        """
        for module in modules():
            for name, function in vars(module).items():
                if (
                    inspect.isfunction(function)
                    and function.__module__ == module.__name__
                    and asks(function)
                ):
                    self.act(
                        f"{module.__name__}.{name}",
                        lambda function=function: function(self.window, **self.arguments(function)),
                    )

    def arguments(self, function) -> dict[str, object]:
        from PySide6.QtWidgets import QMessageBox

        values = {
            "str": "甲", "bool": True, "Sequence[str]": ["甲.doc"], "Path": self.folder / "sample" / "issue.md", "Holder | None": None,
            "datetime.datetime | None": datetime.datetime.now(datetime.UTC),
            "list[tuple[str, str, QMessageBox.ButtonRole]]": [("甲", "甲", QMessageBox.ButtonRole.AcceptRole)],
        }  # fmt: skip
        return {
            name: values[parameter.annotation]
            for name, parameter in list(inspect.signature(function).parameters.items())[1:]
        }


def modules() -> list[typing.Any]:
    """The modules of desktop/dialogs."""
    import desktop.dialogs as package

    return [
        importlib.import_module(f"{package.__name__}.{found.name}")
        for found in pkgutil.iter_modules(package.__path__)
    ]


def asks(function) -> bool:
    """Whether a function puts a question over a window."""
    return next(iter(inspect.signature(function).parameters), "") == "parent"


def kinds_of_dialog() -> set[str]:
    """The names of all dialogs of the program; those that only others are made from are none."""
    from PySide6.QtWidgets import QDialog

    found = {
        kind for module in modules() for kind in vars(module).values()
        if inspect.isclass(kind) and issubclass(kind, QDialog) and kind.__module__ == module.__name__
    }  # fmt: skip
    return {kind.__name__ for kind in found if not any(kind in other.__bases__ for other in found)}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]))
