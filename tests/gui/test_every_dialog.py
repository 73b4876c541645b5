"""Whatever the program can open over its window is opened, swept under, used a little and closed:
Qt owns little of what it is handed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from every_dialog import asks, kinds_of_dialog, modules
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QToolBar, QWidget

from desktop.dialogs.printing import PreviewDialog, PrintDialog

SCRIPT = Path(__file__).with_name("every_dialog.py")
IN_THE_WINDOW = {"edit.find", "photo.crop", "photo.outline", "photo.straighten"}
"""Commands whose question is put in the window itself: a bar, a frame or a line on the page."""


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    """What a process of its own saw on its round: a crash ends that one alone."""
    command = [
        sys.executable,
        "-X",
        "faulthandler",
        str(SCRIPT),
        str(tmp_path_factory.mktemp("visit")),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def test_every_dialog_stands_while_garbage_is_swept(visit):
    assert visit["failed"] == []
    seen = {name for names in visit["seen"].values() for name in names}
    assert kinds_of_dialog() - seen == set()


def test_every_control_of_every_dialog_has_a_name_for_screen_readers(visit):
    assert visit["nameless"] == []


def test_every_command_is_given_and_those_with_three_dots_ask(visit, window):
    declared = [command for command, _action in window.actions_]
    assert {command.key for command in declared} - set(visit["seen"]) == set()
    asking = {command.key for command in declared if command.text.endswith("…")} - IN_THE_WINDOW
    assert {key for key in asking if not visit["seen"][key]} == set()


def test_every_question_is_put(visit):
    put = {
        f"{module.__name__}.{name}"
        for module in modules()
        for name, function in vars(module).items()
        if is_question(module, function)
    }
    assert len(put) > 8
    assert {name for name in put if not visit["seen"][name]} == set()


def is_question(module, function):
    return (
        callable(function)
        and getattr(function, "__module__", "") == module.__name__
        and not isinstance(function, type)
        and asks(function)
    )


@pytest.mark.parametrize("kind", [PrintDialog, PreviewDialog])
def test_a_dialog_that_prints_keeps_its_printer(qtbot, opened, kind):
    from every_dialog import sweep

    dialog = kind(opened.session.edition, opened)
    qtbot.addWidget(dialog)
    sweep()
    printer = dialog.printer()
    assert printer.docName() == opened.session.edition.title
    assert printer.isValid() or not isinstance(dialog, QPrintDialog)


def test_the_preview_prints_what_it_shows(qtbot, opened, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    dialog = PreviewDialog(opened.session.edition, opened)
    qtbot.addWidget(dialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "preview.pdf"))
    dialog.paintRequested.emit(printer)
    import pikepdf

    with pikepdf.open(tmp_path / "preview.pdf") as pdf:
        assert len(pdf.pages) == len(opened.session.edition.pages)


def test_the_print_button_of_the_preview_is_seen_however_narrow_the_screen(qtbot, opened):
    dialog = PreviewDialog(opened.session.edition, opened)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    bar = dialog.findChild(QToolBar)
    prints = next(action for action in bar.actions() if "打印" in action.text())
    button = bar.widgetForAction(prints)
    assert isinstance(button, QWidget)
    assert button.isVisible()
    assert button.geometry().right() <= bar.width()


@pytest.mark.parametrize("through", ["print", "preview"])
def test_a_file_that_cannot_be_printed_into_is_said(
    qtbot, qtlog, opened, tmp_path, monkeypatch, through
):
    """Qt only answers that it did not begin; nothing was printed, and the editor must not be told
    otherwise.
    """
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QDialog

    def answered(dialog):
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "nowhere" / "print.pdf"))
        if through == "preview":
            dialog.paintRequested.emit(printer)
        return QDialog.DialogCode.Accepted

    kind = PrintDialog if through == "print" else PreviewDialog
    monkeypatch.setattr(kind, "exec", answered)
    with qtlog.disabled():  # Qt warns too
        (opened.exporting.print_pages if through == "print" else opened.exporting.print_preview)()
        qtbot.waitUntil(lambda: "没有打印成" in opened.toast.sentence(), timeout=5000)
    assert "print.pdf" in opened.toast.sentence()
