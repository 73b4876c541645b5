"""Told to end by a signal or by the end of the session, the program asks nothing and loses nothing:
what is not saved is offered at the next start, and the file is free.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from test_packages import answers, package, packed, write_title  # noqa: F401, fixtures

from desktop.keeping.ending import Ending
from layouts.store.recovery import recover

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import desktop.window as module
from layouts.issue import edits
from layouts.issue.places import TITLE, Place

class Window(module.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.session.edition_changed.connect(self.write)

    written = False

    def write(self):
        if self.written or not self.session.is_current:
            return
        self.written = True
        issue = self.session.issue
        self.session.do("写", edits.insert_text(issue, Place(0, 0, TITLE), 0, "新写").issue)
        if "asks" in sys.argv:
            box = QMessageBox(self)
            QTimer.singleShot(0, lambda: print("ready", flush=True))
            box.exec()
        else:
            print("ready", flush=True)

module.MainWindow = Window
from desktop.application import run
sys.exit(run([sys.argv[1]]))
"""


def started(path, home, *more):
    homes = {f"XDG_{name}_HOME": str(home) for name in ("CACHE", "CONFIG", "DATA")}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), *more],
        cwd=ROOT,
        env={**os.environ, **homes, "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("more", [(), ("asks",)], ids=["typing", "asked something"])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_program_and_keeps_the_work(package, tmp_path, name, more):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    number = getattr(signal, name)
    program = started(package, home, *more)
    assert program.stdout.readline().strip() == "ready", program.stderr.read()
    program.send_signal(number)
    _said, errors = program.communicate(timeout=60)
    assert program.returncode == 128 + number, errors
    assert "Traceback" not in errors
    (journals,) = home.rglob("journals")
    import datetime

    (found,) = recover(journals, datetime.datetime.now(datetime.UTC))
    assert found.issue.sections[0].articles[0].title.string.startswith("新写")
    assert [path.name for path in package.parent.iterdir() if "lock" in path.name] == []


@pytest.fixture
def ending(packed):
    app = QApplication.instance()
    done = []
    ending = Ending(app, lambda: done.append("keep"), lambda: done.append("end"))
    ending.done = done
    yield ending
    ending.remove()


def test_the_end_of_the_session_keeps_and_asks_nothing(qtbot, ending):
    ending._session_ends(None)  # Qt alone can make a session manager
    assert ending.done == ["keep"]


def test_kept_work_is_on_the_disk_and_one_goes_on(qtbot, packed):
    import datetime

    write_title(packed, "新写")
    packed.autosave.secure()
    found = recover(packed.autosave.folders.journals, datetime.datetime.now(datetime.UTC))
    assert packed.session.issue is not None
    # its own journal belongs to a living program and is offered to nobody
    assert found == []
    assert list(packed.autosave.folders.journals.iterdir())


def test_signals_mean_what_they_meant_before_once_it_is_removed(packed):
    before = signal.getsignal(signal.SIGTERM)
    ending = Ending(QApplication.instance(), list, list)
    assert signal.getsignal(signal.SIGTERM) != before
    ending.remove()
    assert signal.getsignal(signal.SIGTERM) == before
