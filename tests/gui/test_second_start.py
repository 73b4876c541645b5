"""A second start: its file goes to the window that runs, or it opens its own, as the editor prefers;
never both, and nobody waits for a program that is busy or gone.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QSettings
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QMessageBox
from windows import MANUSCRIPT, settle

from desktop.keeping.second_start import MOST, Reception, hand_over
from desktop.settings import ONE_WINDOW, SECOND_START, Settings, socket_address

ROOT = Path(__file__).parents[2]

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QSettings
from desktop.keeping.second_start import hand_over
from desktop.settings import SECOND_START, Settings
app = QCoreApplication([])
at, wish, file, store = sys.argv[1:]
settings = Settings(QSettings(store, QSettings.Format.IniFormat))
settings.put(SECOND_START, wish)
print(hand_over(Path(file) if file else None, settings, at))
"""


@pytest.fixture
def at(tmp_path):
    return str(tmp_path / "s")


@pytest.fixture
def reception(window, at):
    reception = Reception(window.services, at)
    reception.called.connect(window.come_forward)
    assert reception.is_open
    yield reception
    reception.close()


@pytest.fixture
def start(qtbot, tmp_path, at):
    """Start the program a second time; whether its file was taken."""

    def start(wish: str, path: Path | str = "") -> bool:
        process = QProcess()
        process.setWorkingDirectory(str(ROOT))
        store = str(tmp_path / "second.ini")
        with qtbot.waitSignal(process.finished, timeout=30000):
            process.start(sys.executable, ["-c", SECOND, at, wish, str(path), store])
        said = bytes(process.readAllStandardOutput().data()).decode()
        assert said, bytes(process.readAllStandardError().data()).decode()
        return said.strip() == "True"

    return start


@pytest.fixture
def manuscript(tmp_path):
    path = tmp_path / "另一期.md"
    path.write_text(MANUSCRIPT, "utf-8")
    return path


def test_the_file_goes_to_the_window_that_runs(qtbot, window, reception, start, manuscript):
    with qtbot.waitSignal(window.files.opened, timeout=20000):
        assert start(ONE_WINDOW, manuscript)
    settle(qtbot, window)
    assert window.session.path == manuscript


def test_by_default_each_start_has_its_own_window(qtbot, window, reception, start, manuscript):
    assert not start("", manuscript)
    assert not start("own")
    assert window.session.issue is None


def test_whoever_asks_for_the_file_that_is_open_gets_this_window(
    qtbot, opened, at, start, manuscript
):
    reception = Reception(opened.services, at)
    with qtbot.waitSignal(reception.called, timeout=20000) as called:
        assert start("own", opened.session.path)
    assert called.args == [opened.session.path]
    issue = opened.session.issue
    opened.come_forward(opened.session.path)  # it is not opened anew
    assert opened.session.issue is issue
    reception.close()


def test_a_start_without_a_file_brings_the_window_forward(qtbot, window, reception, start):
    with qtbot.waitSignal(reception.called, timeout=20000) as called:
        assert start(ONE_WINDOW)
    assert called.args == [None]


def test_under_a_question_nothing_else_is_begun(window, reception, start, manuscript):
    box = QMessageBox(window)
    box.open()
    assert not start(ONE_WINDOW, manuscript)
    box.close()
    box.deleteLater()


def test_a_busy_program_is_not_waited_for_and_opens_nothing_later(
    qtbot, window, reception, at, manuscript, tmp_path
):
    # this process runs no event loop while the other one waits for its answer
    done = subprocess.run(
        [sys.executable, "-c", SECOND, at, ONE_WINDOW, str(manuscript), str(tmp_path / "b.ini")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
    called = []
    reception.called.connect(called.append)
    qtbot.wait(100)  # the question is read now, and nobody is there to hand over
    assert called == []
    assert window.session.issue is None


def test_a_socket_that_a_killed_program_left_is_taken_over(qtbot, window, at, start):
    left = textwrap.dedent(
        f"""
        import os
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtNetwork import QLocalServer
        app = QCoreApplication([])
        server = QLocalServer()
        assert server.listen({at!r})
        os._exit(0)
        """
    )
    subprocess.run([sys.executable, "-c", left], check=True)
    assert Path(at).exists()
    assert not hand_over(None, Settings(QSettings(at + ".ini", QSettings.Format.IniFormat)), at)
    reception = Reception(window.services, at)
    assert reception.is_open
    with qtbot.waitSignal(reception.called, timeout=20000):
        assert start(ONE_WINDOW)
    reception.close()


def test_a_second_window_does_not_take_the_socket_from_the_first(window, reception, at):
    second = Reception(window.services, at)
    assert not second.is_open
    assert Path(at).exists()


def test_only_the_user_may_ask(reception, at):
    assert Path(at).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "said", [b"no json\n", b"hands\n", b"[]\n", b'{"path": 7}\n', b"x" * (MOST + 1)]
)
def test_what_is_no_question_ends_the_talk(qtbot, window, reception, at, said):
    called = []
    reception.called.connect(called.append)
    socket = QLocalSocket()
    socket.connectToServer(at)
    socket.write(said)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert called == []


def test_each_screen_has_its_own_address(monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    first = socket_address()
    monkeypatch.setenv("DISPLAY", ":1")
    assert socket_address() != first


def test_the_preference_stands_in_its_dialog(window):
    (row,) = [row for row in window.preferring.rows() if row.key == SECOND_START]
    assert [value for value, _name in row.options] == ["own", ONE_WINDOW]
