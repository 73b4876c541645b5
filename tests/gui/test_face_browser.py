"""The face browser: faces are seen, found by name and chosen; what speaks against one is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop.dialogs.faces import FaceBrowser
from desktop.dialogs.faces.offers import initials
from desktop.dialogs.faces.rows import row_sample, signs
from desktop.theme import LIGHT
from fonts.catalogue import FACES_VARIABLE
from fonts.library.library import FaceLibrary
from layouts.issue import edits

sys.path.append(str(Path(__file__).parents[1] / "fonts"))

import making

COMMON = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))
"""Enough Hanzi for a Chinese face, few of which stand in the issue."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def put(postscript: str, chinese: str, latin: str, **settings) -> None:
        names = making.chinese((1, chinese)) if chinese else ()
        font = making.squares(COMMON, postscript=postscript, family=latin, names=names, **settings)
        making.written(font, tmp_path / "faces" / f"{postscript}.ttf")

    put("FZXBSK--GBK1-0", "方正小标宋_GBK", "FZXiaoBiaoSong-B05")
    put("STZhongsong", "华文中宋", "STZhongsong", fs_type=2)
    put("Hand", "馆长手书", "Director's Hand")
    making.written(making.variable(making.SAMPLE + COMMON[:250]), tmp_path / "faces" / "v.ttf")
    return tmp_path / "faces"


@pytest.fixture
def browse(qtbot, session, folder):
    """Opens the browser for what is set in a face, with all faces listed."""
    made = []

    def browse(current: str = "song-bold", faces: Path = folder) -> FaceBrowser:
        parent = QWidget()
        qtbot.addWidget(parent)
        library = FaceLibrary((faces,), system=False)
        browser = FaceBrowser(session, current, parent, library)
        made.append((browser, parent))
        browser.show()
        qtbot.waitUntil(lambda: not browser.note.text())
        return browser

    yield browse
    for browser, _ in made:
        browser.done(0)


def names(browser: FaceBrowser) -> list[str]:
    return [offer.name for offer in browser.model.offers]


def stand_out(browser: FaceBrowser, name: str) -> None:
    browser.script.buttons()[2].click()
    browser.list.setCurrentIndex(browser.model.index(names(browser).index(name), 0))


def test_ours_come_first_and_those_of_others_by_the_sound_of_their_names(browse):
    listed = names(browse())
    assert listed[:3] == ["版心宋体"] * 3
    assert listed[7:10] == ["方正小标宋_GBK", "馆长手书", "华文中宋"]


@pytest.mark.parametrize(
    "typed", ["方正小标", "fzxbs", "FZXiaoBiao", "fzxiaobiaosong b05", "fzxbsk--gbk1-0"]
)
def test_a_face_is_found_by_its_names_and_the_initials_of_the_chinese_one(browse, typed):
    browser = browse()
    QTest.keyClicks(browser.line, typed) if typed.isascii() else browser.line.setText(typed)
    assert names(browser)[0] == "方正小标宋_GBK"


def test_what_is_not_there_is_said_not_to_be(browse):
    browser = browse()
    browser.line.setText("没有的字体")
    assert browser.empty.isVisible()
    assert "没有的字体" in browser.empty.text()
    assert not browser.use.isEnabled()


@pytest.mark.parametrize(
    ("name", "sound"), [("方正小标宋_GBK", "fzxbs_gbk"), ("汉仪大宋简", "hydsj"), ("文泉驿", "wqy")]
)
def test_initials_are_those_of_the_pinyin(name, sound):
    assert initials(name) == sound


def test_the_face_that_is_set_now_stands_out(browse):
    assert browse("FZXBSK--GBK1-0|song-bold").standing.name == "方正小标宋_GBK"
    assert browse("kai").standing.key == "kai"


def test_a_sample_is_drawn_in_the_face_itself(qtbot, browse):
    browser = browse()

    def sample(key: str):
        offer = next(one for one in browser.model.offers if one.key == key)
        wanted = row_sample(offer, LIGHT, 1.0)
        qtbot.waitUntil(lambda: browser._sampler.sample(wanted) is not None)
        return browser._sampler.sample(wanted).image

    song, kai, squares = sample("song"), sample("kai"), sample("Hand")
    for image in (song, kai):
        assert any(image.pixelColor(x, 20).alpha() for x in range(image.width()))
    assert song != kai
    # 永 and its like are not among the first 300 Hanzi: their room stays empty
    assert not any(squares.pixelColor(x, 20).alpha() for x in range(squares.width()))


def test_what_the_issue_needs_and_the_face_lacks_is_told(qtbot, browse, session):
    browser = browse()
    stand_out(browser, "馆长手书")
    qtbot.waitUntil(lambda: "字缺" in browser.details.missing.text())
    told = browser.details.missing.text()
    lacking = {
        char
        for page in session.edition.pages
        for line in page.lines
        for char in line.text
        if not char.isascii() and not char.isspace() and char not in COMMON
    }
    assert told.startswith(f"本期 {len(lacking)} 字缺：")
    offer = browser.standing
    sample = browser._sampler.sample(row_sample(offer, LIGHT, browser.list.devicePixelRatioF()))
    assert [text for text, _ in signs(offer, sample, LIGHT)] == [f"本期 {len(lacking)} 字缺"]


def test_our_song_lacks_nothing(qtbot, browse):
    browser = browse("song")
    wanted = row_sample(browser.standing, LIGHT, browser.list.devicePixelRatioF())
    qtbot.waitUntil(lambda: browser._sampler.sample(wanted) is not None)
    assert browser._sampler.sample(wanted).missing == ""


def test_a_face_that_may_not_be_embedded_says_so_and_is_not_taken(browse):
    browser = browse()
    stand_out(browser, "华文中宋")
    assert not browser.use.isEnabled()
    assert browser.details.allowed.text() == "厂商不许嵌入 PDF"
    QTest.keyClick(browser.line, Qt.Key.Key_Return)
    browser._take()
    assert browser.isVisible()
    assert browser.chosen == "song-bold"


def test_a_foundry_that_sells_licences_is_told_of(browse):
    browser = browse()
    stand_out(browser, "方正小标宋_GBK")
    assert browser.details.licence.text().startswith("方正字体嵌入 PDF 须有厂商授权")
    stand_out(browser, "馆长手书")
    assert browser.details.licence.isHidden()


def test_what_is_chosen_names_the_face_and_ends_with_the_one_that_stood_there(browse):
    browser = browse("STSong|song-black")
    QTest.keyClicks(browser.line, "fzxbs")
    QTest.keyClick(browser.line, Qt.Key.Key_Return)
    assert browser.result() == QDialog.DialogCode.Accepted
    assert browser.chosen == "方正小标宋_GBK|FZXBSK--GBK1-0|song-black"


def test_one_of_ours_is_chosen_by_its_key(browse):
    browser = browse("FZXBSK--GBK1-0|song-bold")
    browser.line.clear()
    browser.list.setCurrentIndex(browser.model.index(0, 0))
    for _ in range(3):
        QTest.keyClick(browser.line, Qt.Key.Key_Down)
    QTest.keyClick(browser.line, Qt.Key.Key_Return)
    assert browser.chosen == "hei"


def test_a_variable_face_is_chosen_at_a_weight(browse):
    browser = browse()
    variable = next(offer for offer in browser._offers if offer.known and offer.known.axis)
    stand_out(browser, variable.name)
    assert browser.details.weight.isVisible()
    browser.details.weight.setValue(560)
    browser.use.click()
    assert browser.chosen == f"{variable.key}@560|song-bold"


def test_the_keys_move_in_the_list_while_typing_goes_on(browse):
    browser = browse("song")
    assert browser.line.hasFocus() or browser.focusWidget() is browser.line
    before = browser.list.currentIndex().row()
    QTest.keyClick(browser.line, Qt.Key.Key_PageDown)
    QTest.keyClick(browser.line, Qt.Key.Key_Up)
    assert browser.list.currentIndex().row() == before + 5
    QTest.keyClick(browser.line, Qt.Key.Key_Escape)
    assert browser.result() == QDialog.DialogCode.Rejected


def test_a_file_that_went_away_is_said_to_be_gone(qtbot, browse, folder):
    browser = browse()
    (folder / "Hand.ttf").unlink()
    stand_out(browser, "馆长手书")
    qtbot.waitUntil(lambda: "不在了" in browser.details.missing.text())
    QTest.keyClick(browser.line, Qt.Key.Key_Up)
    assert browser.isVisible()


def test_a_folder_that_is_gone_is_said_to_be(qtbot, session, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    gone = tmp_path / "gone"
    browser = FaceBrowser(session, "song", parent, FaceLibrary((gone,), system=False))
    qtbot.waitUntil(lambda: str(gone) in browser.note.text())
    browser.done(0)


def test_without_faces_of_others_ours_are_there(qtbot, session):
    """As on a machine where they are turned off; so it is in these tests."""
    parent = QWidget()
    qtbot.addWidget(parent)
    browser = FaceBrowser(session, "kai", parent)
    assert len(names(browser)) == 7
    assert browser.standing.key == "kai"
    browser.done(0)


def test_of_many_faces_those_in_view_are_painted_alone(qtbot, browse, tmp_path, monkeypatch):
    many = tmp_path / "many"
    model = making.squares(COMMON)
    for number in range(150):
        for name_id, text in ((1, f"Face {number:03}"), (6, f"Face-{number:03}")):
            model["name"].setName(text, name_id, 3, 1, 0x409)
        making.written(model, many / f"{number}.ttf")
    from desktop.dialogs.faces import samples

    opened: list[str] = []
    real = samples.sample_face

    def noted(known, weight):
        opened.append(known.postscript)
        return real(known, weight)

    monkeypatch.setattr(samples, "sample_face", noted)
    browser = browse("song", many)
    assert len(names(browser)) == 157
    browser.list.scrollToBottom()
    last = browser.model.offers[-1]
    wanted = row_sample(last, LIGHT, browser.list.devicePixelRatioF())
    qtbot.waitUntil(lambda: not browser._sampler._tasks.is_busy and last.key in opened)
    assert browser._sampler.sample(wanted) is not None
    assert len(set(opened)) < 40


@pytest.mark.usefixtures("others_looked_for")
def test_the_house_names_its_folder_in_the_preferences(qtbot, opened, folder, monkeypatch):
    from desktop import house_faces
    from desktop.settings import FACES

    monkeypatch.setattr(house_faces, "_GIVEN", "")
    monkeypatch.setenv(FACES_VARIABLE, "")
    row = next(row for row in opened.preferring.rows() if row.key == FACES)
    assert row.label == "字体文件夹"
    opened.services.settings.put(FACES, str(folder))
    row.apply()
    catalogue = opened.session.catalogue
    qtbot.waitUntil(
        lambda: catalogue.library is not None and catalogue.library.find("馆长手书") is not None
    )


@pytest.mark.usefixtures("others_looked_for")
def test_a_face_that_was_installed_meanwhile_is_listed_and_found_by_what_composes(
    qtbot, browse, session, folder, monkeypatch
):
    from desktop import house_faces

    monkeypatch.setattr(house_faces, "_GIVEN", "")
    monkeypatch.setenv(FACES_VARIABLE, str(folder))
    session.look_for_faces()
    qtbot.waitUntil(lambda: session.catalogue.library is not None)
    assert session.catalogue.library.find("New") is None
    making.written(making.squares(COMMON, postscript="New", family="New"), folder / "new.ttf")
    browser = browse()
    stand_out(browser, "New")
    browser.use.click()
    assert browser.chosen == "New|song-bold"
    qtbot.waitUntil(lambda: session.catalogue.library.find("New") is not None)


def test_a_face_that_no_name_finds_is_not_offered(browse, folder):
    making.written(making.squares(COMMON, postscript="Hand", family="Second"), folder / "z.ttf")
    browser = browse()
    browser.script.buttons()[2].click()
    assert names(browser).count("馆长手书") == 1
    assert "Second" not in names(browser)


@pytest.mark.usefixtures("others_looked_for")
def test_a_missing_face_that_was_installed_meanwhile_is_used_when_the_editor_comes_back(
    session, folder, monkeypatch
):
    monkeypatch.setenv(FACES_VARIABLE, str(folder))
    session.look_for_faces()
    issue = edits.set_design(session.issue, "styles.body.face", ["New", "song"]).issue
    session.do("字体", issue)

    def codes() -> list[str]:
        assert session.settle()
        return [finding.code for finding in session.edition.findings]

    assert "face-missing" in codes()
    making.written(making.squares(COMMON, postscript="New", family="New"), folder / "new.ttf")
    assert "face-missing" in codes(), "no key press asks the disk"
    session.recompose()
    assert "face-missing" not in codes()
    faces = {run.face for page in session.edition.pages for line in page.lines for run in line.runs}
    assert "New" in faces
