"""What tests of the window share: no screen needed, the user's own settings untouched, and any
warning of Qt's fails.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

pytest.importorskip("pytestqt")

HARMLESS = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise()",
    "This plugin does not support grabbing",
)
"""What the offscreen platform says of itself."""


HERE = Path(__file__).parent

MANY = 200_000
"""Objects made and not given up since the last sweep, after which the next is due: those of some
eighty windows.
"""


@pytest.fixture(scope="session")
def qapp_args():
    return ["banxin"]


@pytest.fixture(scope="session")
def qapp(qapp_args, qapp_cls, pytestconfig, tmp_path_factory):
    """The application in our looks and in Chinese, its cache in a folder of the tests'."""
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(tmp_path_factory.mktemp("home"))
    from desktop.theme import LIGHT, apply_theme
    from desktop.words import install_translations

    app = qapp_cls.instance() or qapp_cls(qapp_args)
    app.setApplicationName("Banxin")
    install_translations(app, "zh")
    apply_theme(app, LIGHT)
    yield app
    app.clipboard().clear()  # what is left on it would be deleted after Python has gone


def pytest_runtest_setup() -> None:
    """As the program does: cycles are never looked for on another thread, where Qt must not be
    touched.
    """
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    leaves = nextitem is None or HERE not in nextitem.path.parents
    if leaves or gc.get_count()[0] > MANY:
        gc.collect()
    if leaves:
        gc.enable()


@pytest.fixture(autouse=True)
def no_qt_warnings(qtlog):
    yield
    said = [record.message for record in qtlog.records if record.type.name != "QtDebugMsg"]
    assert not [message for message in said if not message.startswith(HARMLESS)]


@pytest.fixture(autouse=True)
def no_day(monkeypatch):
    """What is found in an issue must not depend on the day of the test."""
    import desktop.session

    monkeypatch.setattr(desktop.session, "today", lambda: None)


@pytest.fixture
def settings(tmp_path):
    """Settings of the test's own."""
    from PySide6.QtCore import QSettings

    from desktop.settings import Settings

    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def ready_to_close(window):
    """Nothing to ask about and nothing to wait for: a test closes its window at once."""
    from windows import idle

    idle(window)
    window.session.stack.setClean()


@pytest.fixture
def window(qtbot, settings, catalogue, tmp_path):
    """The real window, empty."""
    from desktop.session import Session
    from desktop.window import MainWindow

    made = MainWindow(Session(catalogue), settings, tmp_path / "data")
    qtbot.addWidget(made, before_close_func=ready_to_close)
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def issue_file(tmp_path):
    """A small issue on disk."""
    from windows import MANUSCRIPT

    path = tmp_path / "第14期.md"
    path.write_text(MANUSCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def opened(qtbot, window, issue_file):
    """The window with the small issue open and its pages made."""
    from windows import open_issue

    open_issue(qtbot, window, issue_file)
    return window


@pytest.fixture
def session(qapp, catalogue, tmp_path):
    """The small issue of the panels' tests open in a session, without a window."""
    from panel_session import opened, small_issue

    made = opened(catalogue, small_issue(tmp_path))
    yield made
    made.stop()


@pytest.fixture
def others_looked_for(catalogue):
    """For tests in which the catalogue of all looks for faces of others: what it found is no longer
    there for the tests that come after.
    """
    yield
    catalogue.look_again()
