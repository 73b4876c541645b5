"""The desktop program: one application, one window, started fast."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import input_module

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.window import MainWindow

TELL_UNREACHED = "input-method/tell-unreached"
"""The setting that is false where the editor has read enough of an input method out of reach."""

SELF_CHECK = "--self-check="
"""The argument that has the window look at itself and end: `desktop/self_check.py`."""

LOOK_AFTER = 300
"""Milliseconds until what a crash left is looked for: the window, and the issue that was asked for,
come first.
"""

SWEEP = 20_000
"""Milliseconds between two looks for cycles, made while nobody types: pages are millions of values
that make none.
"""


def run(arguments: Sequence[str]) -> int:
    """Open the window, with the issue whose path is given; the exit code."""
    # nothing that is loaded on the way to the first page is rubbish: looking for it took a sixth of
    # the time
    gc.disable()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    unreached = input_module.choose(os.environ)
    app = QApplication.instance() or QApplication(["banxin", *arguments])
    assert isinstance(app, QApplication)  # noqa: S101, for the type checker
    from desktop.settings import Settings
    from desktop.words import install_translations

    _name(app)
    settings = Settings()
    report = _report(arguments)
    path = next((Path(argument) for argument in arguments if not argument.startswith("-")), None)
    if report is None and _handed_over(path, settings):
        return 0
    install_translations(app, settings.language)

    from desktop.hook import ExceptionHook
    from desktop.house_faces import use_house_faces
    from desktop.keeping.ending import Ending
    from desktop.session import Session
    from desktop.theme import text_scale, ui_font, use_appearance, use_text_size
    from desktop.widgets.composing import FieldComposition
    from desktop.window import MainWindow
    from fonts.catalogue import Catalogue

    use_text_size(app, settings.text_size)
    app.setFont(ui_font(text_scale()))
    FieldComposition(app)
    use_house_faces(settings)
    session = Session(Catalogue())
    window = MainWindow(session, settings)
    # after the window is put together: a style sheet is worked out anew for whatever moves into
    # another parent
    use_appearance(app, settings.appearance)
    hook = ExceptionHook(app)
    hook.caught.connect(window.services.fail)
    hook.install()
    window.show()
    if path is None:
        QTimer.singleShot(LOOK_AFTER, window.recovering.look_at_start)
    else:
        window.recovering.look_after_opening()
        QTimer.singleShot(0, lambda: window.files.open_path(path))
    if unreached and settings.flag(TELL_UNREACHED, default=True):
        window.bars.tell_unreached(unreached, lambda: settings.put(TELL_UNREACHED, value=False))
    _be_there(window, report)
    ending = Ending(app, window.autosave.secure, window.end_unasked)
    sweeper = _sweep_when_idle(app)
    try:
        return app.exec()
    finally:
        sweeper.stop()
        ending.remove()
        hook.remove()


def _report(arguments: Sequence[str]) -> Path | None:
    """Where a self-check reports to; None where none is asked for."""
    named = (text.removeprefix(SELF_CHECK) for text in arguments if text.startswith(SELF_CHECK))
    return next(map(Path, named), None)


def _handed_over(path: Path | None, settings: Settings) -> bool:
    """Whether a window that runs already takes the file of this start."""
    from desktop.settings import socket_address

    at = socket_address()
    # what follows is loaded only where somebody may be there
    if sys.platform != "win32" and not Path(at).exists():
        return False
    from desktop.keeping.second_start import hand_over

    return hand_over(path, settings, at)


def _be_there(window: MainWindow, report: Path | None) -> None:
    """Be there for others, or look at oneself where a report is asked for."""
    if sys.platform == "darwin":  # the file of this start comes as such a request too
        from desktop.keeping.asked_by_system import FileRequests

        FileRequests(window).called.connect(window.come_forward)
    if report is None:
        QTimer.singleShot(LOOK_AFTER, lambda: _receive(window))
        return
    from desktop.self_check import SelfCheck

    SelfCheck(window, report)


def _receive(window: MainWindow) -> None:
    """Be there for second starts."""
    from desktop.keeping.second_start import Reception
    from desktop.settings import socket_address

    Reception(window.services, socket_address()).called.connect(window.come_forward)


def _name(app: QApplication) -> None:
    from desktop.icons import app_icon

    app.setOrganizationName("Banxin")
    app.setApplicationName("Banxin")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("banxin")
    app.setWindowIcon(app_icon())


def _sweep_when_idle(app: QApplication) -> QTimer:
    """Look for cycles in the GUI thread alone: found on another one, a widget would be deleted
    where Qt must not be touched.

    What was loaded at the start is never looked at again.
    """
    gc.freeze()
    gc.disable()
    timer = QTimer(app, interval=SWEEP)
    timer.timeout.connect(gc.collect)
    timer.start()
    return timer


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
