"""Manuscripts dropped on the window become an issue, and what is doubtful is answered by clicks."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from windows import dialog, settle

from desktop.dialogs.import_report import ImportReport
from desktop.selection import of_article
from layouts.errors import Finding
from layouts.issue.edits import set_text
from layouts.issue.photo import Photo
from layouts.issue.places import Place
from layouts.issue.text import MarkKind, Text

BODY = (
    "　　五月上旬，档案馆完成首批四百二十幅老地图的扫描，馆长林一介绍了下一步的安排。",
    "　　项目组为每幅图建立了保存档案,并对破损边角作了标记...",
)


def written(folder: Path, name: str, *lines: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    """Two plain manuscripts, and one with two captions whose photos did not come."""
    folder = tmp_path / "来稿"
    written(folder, "1 老地图.txt", "老地图数字化完成首批扫描", "供稿：保管科 林一", "", *BODY)
    written(folder, "2 开放日.txt", "读者服务厅恢复周末开放", "供稿：服务科 周二", "", *BODY)
    written(
        folder,
        "3 讲座.txt",
        "档案馆举办夏季讲座",
        "供稿：宣教科 吴三",
        "",
        BODY[0],
        "图1：讲座现场。摄影 吴三",
        BODY[1],
        "▲图为听众提问（吴三 摄）",
    )
    return folder


def titles(window) -> list[str]:
    issue = window.session.issue
    return [article.title.string for section in issue.sections for article in section.articles]


def imported(qtbot, window, paths) -> ImportReport:
    window.taking.take(paths)
    qtbot.waitUntil(lambda: window.importing.arrivals.now is not None, timeout=20000)
    settle(qtbot, window)
    return dialog(qtbot, ImportReport)


@pytest.fixture
def report(qtbot, window, folder):
    return imported(qtbot, window, [folder])


def button(widget, text: str) -> QPushButton:
    return next(found for found in widget.findChildren(QPushButton) if found.text() == text)


def test_a_folder_dropped_on_the_start_page_becomes_an_issue(window, report):
    assert titles(window) == [
        "老地图数字化完成首批扫描",
        "读者服务厅恢复周末开放",
        "档案馆举办夏季讲座",
    ]
    assert window.session.edition.pages
    assert report.list.count() == 4  # all of them, and each


def test_what_came_in_is_one_step_and_what_was_tidied_another(window, report):
    stack = window.session.stack
    assert stack.undoText().startswith("整理")
    stack.undo()
    assert stack.undoText() == "导入 3 篇稿件"
    texts = [block.text.string for block in window.session.issue.sections[0].articles[0].blocks]
    # as the bytes had it
    assert texts[1].endswith("建立了保存档案,并对破损边角作了标记...")
    stack.undo()
    assert titles(window) == []


def test_doubts_stand_first_with_their_answers(window, report):
    assert report.stack.currentWidget() is report.doubts
    assert report.tabs.tabText(0) == "待核对 2"
    assert [finding.code for finding in window.session.reading_findings] == (
        ["caption-without-photo"] * 2
    )


def test_one_click_makes_a_caption_text(qtbot, window, report):
    before = len(window.session.issue.sections[0].articles[2].blocks)
    qtbot.mouseClick(button(report.doubts, "正文"), Qt.MouseButton.LeftButton)
    blocks = window.session.issue.sections[0].articles[2].blocks
    assert len(blocks) == before + 1
    assert any("讲座现场" in block.text.string for block in blocks)
    assert report.tabs.tabText(0) == "待核对 1"
    assert len(window.session.reading_findings) == 1
    window.session.stack.undo()
    assert report.tabs.tabText(0) == "待核对 2"


def test_an_answer_that_keeps_things_changes_no_text(qtbot, window, report):
    before = window.session.issue
    qtbot.mouseClick(button(report.doubts, "是图说"), Qt.MouseButton.LeftButton)
    assert window.session.issue is before
    assert report.tabs.tabText(0) == "待核对 1"


def test_an_article_changed_since_is_left_alone(qtbot, window, report):
    place = Place(0, 2, 0)
    changed = set_text(window.session.issue, place, Text("改过的一段。")).issue
    window.session.do("输入文字", changed)
    qtbot.mouseClick(button(report.doubts, "正文"), Qt.MouseButton.LeftButton)
    assert window.session.issue.sections[0].articles[2].blocks[0].text.string == "改过的一段。"
    assert "导入后改过" in window.toast.sentence()


def test_a_rule_switched_off_is_taken_back(window, report):
    report.tabs.setCurrentIndex(2)
    rules = [report.tidied.topLevelItem(k) for k in range(report.tidied.topLevelItemCount())]
    marks = next(rule for rule in rules if "半角" in rule.text(0))
    marks.setCheckState(0, Qt.CheckState.Unchecked)
    text = window.session.issue.sections[0].articles[0].blocks[1].text.string
    assert text.endswith("建立了保存档案,并对破损边角作了标记……")
    assert window.session.stack.undoText().startswith("不整理")


def test_a_doubt_is_shown_on_its_page(qtbot, window, report):
    qtbot.mouseClick(button(report.doubts, "到页面上看"), Qt.MouseButton.LeftButton)
    assert window.session.selection.place.of_article == Place(0, 2)


def test_a_doubt_is_a_finding_at_its_article(qtbot, window, report):
    qtbot.waitUntil(lambda: window.session.is_inspected)
    doubts = [one for one in window.session.findings if one.code == "caption-without-photo"]
    assert len(doubts) == 2
    report.close()
    window.findings.show()
    window.findings.follow()
    window.findings._mend_clicked(doubts[0])
    assert dialog(qtbot, ImportReport).isVisible()


def test_the_source_stands_beside_its_article(window, report):
    report.list.setCurrentRow(1)
    said = report.comparison.toPlainText()
    assert said.index("老地图数字化完成首批扫描") < said.index("保管科")
    assert "题" in said


def test_the_report_is_one_web_page(qtbot, window, report, monkeypatch, tmp_path):
    path = tmp_path / "报告.html"
    monkeypatch.setattr("desktop.dialogs.choose.file_to_write", lambda *_: path)
    qtbot.mouseClick(button(report, "存为网页…"), Qt.MouseButton.LeftButton)
    assert "老地图数字化完成首批扫描" in path.read_text("utf-8")


def test_photos_that_belong_to_nothing_are_offered(qtbot, window, folder):
    from PySide6.QtGui import QImage

    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    image.save(str(folder / "IMG_2041.jpg"))
    report = imported(qtbot, window, [folder])
    assert report.tabs.tabText(3) == "图片 1"
    assert "没有配上稿件" in report.photos.list.item(0).text()


def test_another_version_is_taken_by_one_click(qtbot, window, tmp_path):
    folder = tmp_path / "稿"
    lines = ("老地图数字化完成首批扫描", "供稿：保管科 林一", "", *BODY)
    written(folder, "老地图 初稿.txt", *lines, "　　旧稿才有的一段，后来删去了。")
    written(folder, "老地图 终稿.txt", *lines)
    written(folder, "开放日.txt", "读者服务厅恢复周末开放", "供稿：服务科 周二", "", *BODY)
    report = imported(qtbot, window, [folder])
    count = [len(article.blocks) for article in window.session.issue.sections[0].articles]
    names = [report.list.item(k).text() for k in range(report.list.count())]
    row = next(k for k, name in enumerate(names) if "初稿" in name)
    assert names[row].endswith("另一版已收")
    report.list.setCurrentRow(row)
    qtbot.mouseClick(report.version, Qt.MouseButton.LeftButton)
    articles = window.session.issue.sections[0].articles
    assert sorted(len(article.blocks) for article in articles) == sorted([count[0], count[1] + 1])
    assert "后来删去了" in "".join(b.text.string for a in articles for b in a.blocks)
    assert not report.version.isVisible()


def test_a_manuscript_on_the_clipboard_becomes_an_article(qtbot, opened):
    data = QMimeData()
    data.setHtml(
        "<h1>读者服务厅恢复周末开放</h1><p>供稿：服务科 周二</p>"
        "<p>自五月起，每周六、周日上午开放，读者凭证入馆。</p>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    opened.session.select(of_article(Place(0, 0)))
    opened.view.setFocus()
    opened.clipping.paste()
    qtbot.waitUntil(lambda: opened.importing.arrivals.now is not None, timeout=20000)
    article = opened.session.issue.sections[0].articles[1]
    assert article.title.string == "读者服务厅恢复周末开放"
    assert "服务科 周二" in article.byline.string


def rtf(text: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)


def test_a_comment_is_listed_and_deleted(qtbot, window, tmp_path):
    path = tmp_path / "批注.rtf"
    path.write_text(
        r"{\rtf1\ansi\pard\qc\b\fs44 " + rtf("老地图数字化完成首批扫描") + r"\par"
        r"\pard\plain\fs32 " + rtf("五月上旬，档案馆完成首批") + r"{\*\atrfstart 1}" + rtf("老地图")
        + r"{\*\atrfend 1}{\*\atnid A}{\*\atnauthor " + rtf("三审") + r"}\chatn{\*\annotation"
        r"{\*\atnref 1}\pard\plain " + rtf("请核对数量") + "}" + rtf("的扫描，接着著录。") + r"\par}"
    )  # fmt: skip
    window.taking.take([path])
    qtbot.waitUntil(lambda: window.importing.arrivals.now is not None, timeout=20000)
    window.importing.report()
    report = dialog(qtbot, ImportReport)
    row = report.comments.tree.topLevelItem(0)
    assert [row.text(column) for column in range(3)] == ["请核对数量", "老地图", "三审"]
    report.comments.tree.setCurrentItem(row)
    qtbot.mouseClick(report.comments.remove, Qt.MouseButton.LeftButton)
    article = window.session.issue.sections[0].articles[0]
    kinds = {mark.kind for block in article.blocks for mark in block.text.marks}
    assert MarkKind.COMMENT not in kinds
    assert report.comments.tree.topLevelItemCount() == 0


def test_the_report_makes_room_for_the_page_it_leads_to_and_comes_back(qtbot, window, report):
    qtbot.mouseClick(button(report.doubts, "到页面上看"), Qt.MouseButton.LeftButton)
    assert not report.isVisible()  # it lay over the pages
    assert "收起" in window.toast.sentence()
    window.importing.report()
    assert report.isVisible()
    assert report.tabs.tabText(0) == "待核对 2"


def test_undo_and_redo_work_in_the_report(qtbot, window, report):
    qtbot.mouseClick(button(report.doubts, "正文"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(report, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert report.tabs.tabText(0) == "待核对 2"
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(report, Qt.Key.Key_Z, shift)
    assert report.tabs.tabText(0) == "待核对 1"


def test_the_report_says_itself_what_it_could_not_change(qtbot, window, report):
    changed = set_text(window.session.issue, Place(0, 2, 0), Text("改过的一段。")).issue
    window.session.do("输入文字", changed)
    qtbot.mouseClick(button(report.doubts, "正文"), Qt.MouseButton.LeftButton)
    assert "导入后改过" in report.note.text()


def test_an_import_that_is_undone_leaves_no_doubts(window, report):
    window.session.stack.undo()
    window.session.stack.undo()
    assert window.session.reading_findings == ()
    assert window.importing.arrivals.now is None
    window.session.stack.redo()
    assert len(window.session.reading_findings) == 2


def test_a_second_import_keeps_the_doubts_of_the_first(qtbot, window, report, tmp_path):
    more = written(tmp_path, "后到.txt", "消防演练进校园", "供稿：宣教科 吴三", "", *BODY)
    window.importing.read([more], Place(0, 3))
    qtbot.waitUntil(lambda: len(titles(window)) == 4, timeout=20000)
    settle(qtbot, window)
    assert len(window.session.reading_findings) == 2
    assert report.list.count() == 5
    qtbot.mouseClick(button(report.doubts, "正文"), Qt.MouseButton.LeftButton)
    assert len(window.session.reading_findings) == 1
    stack = window.session.stack
    for _ in range(3):  # the answer, what was tidied, what came in
        stack.undo()
    assert report.list.count() == 4
    assert len(window.session.reading_findings) == 2


def test_a_rule_switched_off_stays_off_for_what_comes_later(qtbot, window, report, tmp_path):
    rules = [report.tidied.topLevelItem(k) for k in range(report.tidied.topLevelItemCount())]
    marks = next(rule for rule in rules if "半角" in rule.text(0))
    marks.setCheckState(0, Qt.CheckState.Unchecked)
    more = written(tmp_path, "后到.txt", "消防演练进校园", "供稿：宣教科 吴三", "", *BODY)
    window.importing.read([more], Place(0, 3))
    qtbot.waitUntil(lambda: len(titles(window)) == 4, timeout=20000)
    settle(qtbot, window)
    for article in window.session.issue.sections[0].articles:
        assert any("建立了保存档案,并" in block.text.string for block in article.blocks)


def test_another_issue_knows_nothing_of_the_import_before(window, report):
    window.session.open(replace(window.session.issue), None)
    assert window.importing.arrivals.now is None


def test_of_all_manuscripts_each_line_says_which_it_is_about(report):
    report.tabs.setCurrentIndex(2)
    rule = report.tidied.topLevelItem(0)
    assert {rule.child(k).text(0) for k in range(rule.childCount())} == {
        "1 老地图.txt",
        "2 开放日.txt",
        "3 讲座.txt",
    }
    report.list.setCurrentRow(1)
    assert report.tidied.topLevelItem(0).child(0).text(0) == ""
    assert report.lost.isColumnHidden(3)


def test_a_remark_is_read_to_its_end_however_narrow_the_report(qtbot, window, report):
    long = Finding(
        "warning", "x", "这一份稿件打不开，请另存一份再导入。" * 5, "it is damaged; " * 9
    )
    short = Finding("warning", "x", "短", "short")
    report.tabs.setCurrentIndex(6)
    report.findings.show_findings([long, short])
    rows = [report.findings.topLevelItem(k) for k in range(2)]

    def heights():
        return [report.findings.visualItemRect(row).height() for row in rows]

    qtbot.waitUntil(lambda: heights()[0] > heights()[1])


# -- photos that wait for an article ---------------------------------------------------------------


@pytest.fixture
def with_photo(qtbot, window, folder):
    """The report of the manuscripts together with a photo that none of them speaks of."""
    Image.new("RGB", (640, 480), "teal").save(folder / "DSC_0412.JPG")
    return imported(qtbot, window, [folder])


def photos_of(window, number: int) -> list[str]:
    article = window.session.issue.sections[0].articles[number]
    return [Path(block.path).name for block in article.blocks if isinstance(block, Photo)]


def test_a_photo_of_nobody_stands_first_and_goes_where_its_menu_says(qtbot, window, with_photo):
    page = with_photo.photos
    assert page.waits
    assert "1 张图片没有配上稿件" in window.toast.sentence()
    assert "1 张图片还没有配上稿件" in page.hint.text()
    with_photo.tabs.setCurrentIndex(3)
    page.list.setCurrentRow(0)
    assert "DSC_0412.JPG" in page.list.item(0).text()
    menu = page.menu_for(page.list.marked())
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == titles(
        window
    )
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: photos_of(window, 1) == ["DSC_0412.JPG"], timeout=5000)
    settle(qtbot, window)
    assert not page.waits
    assert "读者服务厅恢复周末开放" in "".join(
        page.list.item(row).text() for row in range(page.list.count())
    )
    window.session.stack.undo()
    assert page.waits


def test_a_photo_of_nobody_is_dragged_out_as_its_file(with_photo, folder):
    items = [with_photo.photos.list.item(0)]
    data = with_photo.photos.list.mimeData(items)
    assert [url.toLocalFile() for url in data.urls()] == [str(folder / "DSC_0412.JPG")]


def test_the_report_opens_at_what_waits(qtbot, window, tmp_path):
    folder = tmp_path / "来稿"
    for number, title in enumerate(("老地图数字化完成首批扫描", "读者服务厅恢复周末开放"), 1):
        written(folder, f"{number}.txt", title, "", *BODY, "【供稿：保管科 林一】")
    Image.new("RGB", (640, 480), "teal").save(folder / "DSC_0412.JPG")
    report = imported(qtbot, window, [folder])
    assert report.stack.currentWidget() is report.photos
