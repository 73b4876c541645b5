"""Pages as pictures, out of the window: what is asked follows what is wanted, and what is written
is what the command line writes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import picture_file
from msgspec.structs import replace
from PIL import Image
from PySide6.QtGui import QDesktopServices
from windows import dialog, give, settle

from desktop.dialogs.export_images import LONG, SPREADS, ExportImagesDialog
from desktop.dialogs.making_pictures import write_pictures
from desktop.tasks import CancelledError, Progress
from layouts.compose import photos_of
from layouts.errors import ExportError
from layouts.imaging.picture_kinds import PictureKind
from layouts.page.page import Edition
from layouts.pictures.order import PictureOrder


@pytest.fixture
def asking(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: None)
    with qtbot.waitSignal(window.files.opened, timeout=10000):
        window.start.sample.click()
    settle(qtbot, window)
    give(window, "export.images")
    asking = dialog(qtbot, ExportImagesDialog)
    asking.folder.setText(str(tmp_path / "图"))
    asking.name.setText("期")
    return asking


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def is_asked(asking, field):
    return field.isVisibleTo(asking)


def written(qtbot, asking, count, pattern="*"):
    folder = Path(asking.folder.text())
    asking.ok.click()
    qtbot.waitUntil(lambda: len([*folder.glob(pattern)]) >= count, timeout=20000)
    return sorted(folder.iterdir())


def test_what_a_kind_does_not_have_is_not_asked(asking):
    assert not is_asked(asking, asking.quality)
    assert not is_asked(asking, asking.rows)
    choose(asking.kind, PictureKind.JPEG)
    assert is_asked(asking, asking.quality)
    choose(asking.what, LONG)
    assert is_asked(asking, asking.rows)
    assert not is_asked(asking, asking.pages)
    assert not is_asked(asking, asking.resolution)
    choose(asking.kind, PictureKind.TIFF)
    assert asking.what.currentText() == "每页一张"  # a TIFF has no long picture
    assert not is_asked(asking, asking.most)
    assert asking.resolution.value() == 300
    choose(asking.what, LONG)  # it is found whatever the format was the last time
    assert asking.kind.currentText() == "PNG"
    choose(asking.what, SPREADS)
    assert asking.resolution.value() == 150


def test_spreads_are_written_as_webp(qtbot, asking):
    choose(asking.what, SPREADS)
    choose(asking.kind, PictureKind.WEBP)
    asking.resolution.setValue(40)
    asking.pages.setText("1-3")
    paths = written(qtbot, asking, 2, "期*")
    assert [path.name for path in paths] == ["期-01.webp", "期-02-03.webp"]
    with Image.open(paths[1]) as image:
        assert image.size == (662, 468)


def test_the_long_picture_has_the_name_itself(qtbot, asking):
    choose(asking.what, LONG)
    choose(asking.kind, PictureKind.JPEG)
    (path,) = written(qtbot, asking, 1, "期*")
    assert path.name == "期.jpg"
    with Image.open(path) as image:
        assert image.width == 1080


def test_a_size_that_no_picture_has_is_said_and_asked_again(qtbot, asking):
    asking.pages.setText("2")
    asking.most.setValue(10)
    asking.ok.click()
    qtbot.waitUntil(lambda: "第 2 页存成 PNG" in asking.state.text(), timeout=20000)
    assert asking.ok.isEnabled()


def test_nothing_is_written_where_it_is_cancelled(asking, tmp_path):
    session = asking.services.session
    progress = Progress(lambda done, total, said: None)
    progress.cancel()
    order = PictureOrder(kind=PictureKind.PNG, pages=(1,), ppi=40)
    assert isinstance(session.edition, Edition)
    with pytest.raises(CancelledError):
        write_pictures(
            session.issue,
            session.edition,
            session.layout.grid,
            order,
            tmp_path / "x" / "a.png",
            progress,
        )
    assert not (tmp_path / "x").exists()


def test_no_picture_takes_the_place_of_a_photo_of_the_issue(qtbot, asking, tmp_path):
    photo = tmp_path / "封面-02.png"
    picture_file(tmp_path, photo.name)
    session = asking.services.session
    one = replace(photos_of(session.issue)[0], path=photo.name)
    section, *rest = session.issue.sections
    article, *others = section.articles
    article = replace(article, blocks=(*article.blocks, one))
    section = replace(section, articles=(article, *others))
    issue = replace(session.issue, folder=tmp_path, sections=(section, *rest))
    before = photo.read_bytes()
    order = PictureOrder(kind=PictureKind.PNG, pages=(1, 2), ppi=40)
    with pytest.raises(ExportError, match="封面-02"):
        write_pictures(
            issue,
            session.edition,
            session.layout.grid,
            order,
            tmp_path / "封面.png",
            Progress(lambda done, total, said: None),
        )
    assert [path.name for path in tmp_path.glob("*.png")] == [photo.name]
    assert photo.read_bytes() == before
