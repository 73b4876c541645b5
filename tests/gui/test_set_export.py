"""Everything for the open issue in one act, out of the window."""

from __future__ import annotations

import json
import threading
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QDesktopServices
from windows import dialog, give, settle

from desktop.dialogs.export_set import ExportSetDialog
from desktop.dialogs.making_set import SetOrder, write_set
from desktop.tasks import CancelledError, Progress
from desktop.words import spoken
from layouts.delivery.parts import parts_named
from layouts.prepress.presets import load_preset

NAME = "澜汀书讯 2026-009"


@pytest.fixture
def asking(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.set")
    asking = dialog(qtbot, ExportSetDialog)
    asking.folder.setText(str(tmp_path / "出片"))
    return asking


def choose(asking, *keys):
    for key, box in asking.parts.items():
        box.setChecked(key in keys)


def test_what_is_ticked_is_made_and_what_is_not_is_remembered(qtbot, window, asking, tmp_path):
    choose(asking, "web", "wechat")
    folder = tmp_path / "出片" / NAME
    asking.ok.click()
    qtbot.waitUntil(lambda: NAME in window.toast.sentence(), timeout=30000)
    assert {path.name for path in folder.iterdir()} == {
        "manifest.json", f"{NAME}.html", f"{NAME} 公众号"
    }  # fmt: skip
    give(window, "export.set")
    again = dialog(qtbot, ExportSetDialog)
    assert [key for key, box in again.parts.items() if box.isChecked()] == ["wechat", "web"]
    again.reject()


def test_the_two_pdfs_stand_beside_each_other_and_the_one_for_print_says_what_it_is(asking):
    assert list(asking.parts)[:2] == ["print", "screen"]
    print_pdf = asking.parts["print"]
    assert spoken(load_preset("print")) in print_pdf.text()
    assert "PDF/X-4" in print_pdf.toolTip()


def test_the_preset_for_print_is_the_publication_s(asking):
    ours = replace(load_preset("print"), name="ours", zh="河湾印刷厂", en="Hewan Press")
    again = ExportSetDialog(asking.services, [load_preset("screen"), ours])
    assert spoken(ours) in again.parts["print"].text()
    again.close()


def test_nothing_ticked_is_nothing_to_make(asking):
    choose(asking)
    assert not asking.ok.isEnabled()
    choose(asking, "long")
    assert asking.ok.isEnabled()


def test_the_dialog_has_room_for_how_far_it_is(qtbot, asking):
    asking.bar.show()
    asking.say("正在做印刷 PDF")
    qtbot.wait(50)
    shown = [asking.folder, asking.about, asking.open_after, asking.state, asking.bar]
    places = [widget.geometry() for widget in shown]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))


def test_a_part_that_fails_is_named_and_the_others_are_there(qtbot, asking, tmp_path):
    folder = tmp_path / "出片" / NAME
    (folder / f"{NAME}.html").mkdir(parents=True)
    (folder / "manifest.json").write_text('{"made_by": "Banxin 版心"}', "utf8")
    choose(asking, "web", "wechat")
    asking.ok.click()
    qtbot.waitUntil(lambda: "没有做成整期网页：" in asking.state.text(), timeout=30000)
    assert "其他 1 项已放好" in asking.state.text()
    assert (folder / f"{NAME} 公众号" / "article.html").is_file()
    assert asking.ok.isEnabled()


def test_a_set_that_is_cancelled_has_whole_parts_only(asking, tmp_path):
    session, begun = asking.services.session, threading.Event()
    progress = Progress(lambda done, total, said: begun.set())
    order = SetOrder(
        session.issue,
        session.layout,
        (),
        session.edition,
        load_preset("print"),
        parts_named("long,wechat,web"),
        NAME,
    )
    threading.Thread(target=lambda: begun.wait() and progress.cancel()).start()
    with pytest.raises(CancelledError):
        write_set(order, tmp_path / "set", progress)
    assert not list((tmp_path / "set").glob(".*"))
    assert json.loads((tmp_path / "set" / "manifest.json").read_text("utf8"))["finished"] is False
