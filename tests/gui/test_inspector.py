from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from panel_session import shown, titles, typed
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.panels.inspector import ARTICLE, LAYOUT, MASTHEAD, PHOTO, Inspector
from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_photo,
    of_section,
    of_text,
)
from desktop.window_parts.paper import paper_icon
from layouts.house.load import known_layouts
from layouts.issue import edits
from layouts.issue.article import ArticleKind
from layouts.issue.photo import Side
from layouts.issue.places import Place, article_at, block_at


@pytest.fixture
def inspector(qtbot, session):
    return shown(qtbot, Inspector(session), 320, 800)


PHOTO_PLACE = Place(0, 0, 1)


def photo(session):
    return block_at(session.issue, PHOTO_PLACE)


def retype(line, text):
    line.setFocus()
    line.selectAll()
    typed(line, text)


# -- following the selection -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selection", "tab"),
    [
        (of_article(Place(0, 0)), ARTICLE),
        (of_section(Place(0)), ARTICLE),
        (of_text(TextPosition(Place(0, 0, 0), 1)), ARTICLE),
        (of_photo(PHOTO_PLACE), PHOTO),
        (of_text(TextPosition(PHOTO_PLACE, 1)), PHOTO),
        (Selection(SelectionKind.MASTHEAD), MASTHEAD),
        (Selection(SelectionKind.COLOPHON), MASTHEAD),
        (Selection(SelectionKind.ISSUE), LAYOUT),
    ],
)
def test_the_tab_follows_what_is_selected(inspector, session, selection, tab):
    session.select(of_article(Place(1, 1)) if tab != ARTICLE else Selection(SelectionKind.ISSUE))
    session.select(selection)
    assert inspector.tabs.currentIndex() == tab
    assert inspector.form() is not None


def test_a_tab_without_its_subject_says_what_to_do(inspector, session):
    session.select(of_article(Place(0, 0)))
    inspector.tabs.setCurrentIndex(PHOTO)
    assert inspector.stack.currentWidget().accessibleName() == "没有选中图片"


def test_another_article_of_the_kind_keeps_the_tab_that_was_chosen(inspector, session):
    session.select(of_article(Place(0, 0)))
    inspector.tabs.setCurrentIndex(LAYOUT)
    session.do("改", edits.set_title(session.issue, Place(0, 0), "x").issue)
    assert inspector.tabs.currentIndex() == LAYOUT


def test_every_field_has_an_accessible_name_and_is_reached_by_tab(inspector, session):
    for selection in (
        of_article(Place(0, 0)),
        of_photo(PHOTO_PLACE),
        Selection(SelectionKind.MASTHEAD),
        Selection(SelectionKind.ISSUE),
        of_section(Place(0)),
    ):
        session.select(selection)
        form = inspector.form()
        reached = [
            child
            for child in form.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
        ]
        assert reached
        for child in reached:
            holder = child
            while (
                not holder.accessibleName()
                and not getattr(holder, "text", str)()
                and holder is not form
            ):
                holder = holder.parentWidget()
            assert holder is not form, child


@pytest.mark.parametrize(
    "selection",
    [
        of_article(Place(0, 0)),
        of_photo(PHOTO_PLACE),
        Selection(SelectionKind.MASTHEAD),
        Selection(SelectionKind.ISSUE),
    ],
)
def test_tab_goes_through_the_fields_as_they_are_read(inspector, session, selection):
    session.select(selection)
    form = inspector.form()
    QApplication.processEvents()
    chain, widget = [], form.nextInFocusChain()
    while widget is not form:
        if (
            form.isAncestorOf(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.focusProxy() is None
        ):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    places = [widget.mapTo(form, widget.rect().center()) for widget in chain]
    assert len(places) > 4
    assert all(
        (a.y() + 12 < b.y()) or (abs(a.y() - b.y()) <= 12 and a.x() < b.x())
        for a, b in pairwise(places)
    )


def test_the_keys_come_to_the_first_field(inspector, session, qtbot):
    session.select(of_photo(PHOTO_PLACE))
    inspector.activateWindow()
    inspector.setFocus()
    qtbot.waitUntil(inspector.photo.caption.line.hasFocus)


# -- article ---------------------------------------------------------------------------------------


def test_title_and_byline_commit_as_they_are_typed_and_are_one_step_each(inspector, session):
    session.select(of_article(Place(0, 0)))
    form = inspector.article
    retype(form.title.line, "新的标题")
    retype(form.byline.line, "【供稿：二公司】")
    article = article_at(session.issue, Place(0, 0))
    assert (article.title.string, article.byline.string) == ("新的标题", "【供稿：二公司】")
    assert [session.stack.text(k) for k in range(session.stack.count())] == ["修改标题", "修改供稿"]
    session.stack.undo()
    assert form.byline.line.text() == "【供稿：一公司 张三】"


def test_a_field_being_typed_in_keeps_its_caret(inspector, session):
    session.select(of_article(Place(0, 0)))
    line = inspector.article.title.line
    line.setFocus()
    line.setCursorPosition(1)
    typed(line, "中间")
    assert line.text() == "甲中间稿"
    assert line.cursorPosition() == 3


def test_a_long_title_is_seen_whole(inspector, session, qtbot):
    session.select(of_article(Place(0, 0)))
    line = inspector.article.title.line
    low = line.height()
    line.setFocus()
    typed(line, "副馆长赴各街分馆开展冬季消防检查并慰问一线建设者要求压实责任" * 2)
    qtbot.waitUntil(lambda: line.height() > low + line.fontMetrics().lineSpacing())
    assert not line.verticalScrollBar().isVisible()
    assert article_at(session.issue, Place(0, 0)).title.string == line.text()
    session.select(of_article(Place(0, 1)))
    assert line.height() == low


def test_lines_pasted_into_a_title_are_one_as_they_are_on_the_page(inspector, session):
    session.select(of_article(Place(0, 0)))
    line = inspector.article.title.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.clipboard().setText("上行\n下行")
    line.selectAll()
    line.paste()
    assert line.text() == article_at(session.issue, Place(0, 0)).title.string == "上行下行"


@pytest.mark.parametrize("field", ["title", "byline"])
def test_a_clipboard_of_html_alone_is_pasted_into_lines_too(inspector, session, field):
    session.select(of_article(Place(0, 0)))
    line = getattr(inspector.article, field).line
    data = QMimeData()
    data.setHtml("<p>上<b>行</b></p><p>下行</p>")
    QApplication.clipboard().setMimeData(data)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert getattr(article_at(session.issue, Place(0, 0)), field).string.strip("【】") == "上行下行"


def test_section_kind_and_ticks_are_acts_of_their_own(inspector, session):
    session.select(of_article(Place(0, 0)))
    form = inspector.article
    form.turn.click()
    form.keep.click()
    form.kind.buttons()[1].click()
    assert article_at(session.issue, Place(0, 0)).kind is ArticleKind.RUN_IN
    form.section.setCurrentIndex(1)
    form.section.activated.emit(1)
    assert titles(session)[:4] == ["乙", "|", "丙", "丁"]
    assert session.selection == of_article(Place(1, 2))
    assert [session.stack.text(k) for k in range(4)] == [
        "另起一页",
        "不拆到两页",
        "更改文章体例",
        "移动文章",
    ]
    assert article_at(session.issue, Place(1, 2)).break_before


def test_a_brief_has_no_title(inspector, session):
    session.select(of_article(Place(2, 0)))
    assert not inspector.article.title.line.isEnabled()
    assert inspector.article.title.line.placeholderText() == "简讯没有标题"


def test_several_articles_are_set_in_one_step(inspector, session):
    session.select(of_article(Place(0, 0), Place(1, 1)))
    form = inspector.article
    assert form.many.text() == "已选 2 篇文章"
    assert not form.body.isVisible()
    assert form.section.currentIndex() == -1
    form.turn.click()
    assert article_at(session.issue, Place(0, 0)).break_before
    assert article_at(session.issue, Place(1, 1)).break_before
    assert session.stack.count() == 1


def test_characters_and_pages_are_counted(inspector, session):
    session.select(of_article(Place(0, 0)))
    pages = inspector.article.count.text().removeprefix("字数 37 · ").removesuffix(" 页")
    assert 0.2 < float(pages) < 0.8


def test_a_section_is_renamed_and_an_empty_name_is_refused(inspector, session):
    session.select(of_section(Place(0)))
    field = inspector.section.name
    retype(field.line, "要闻")
    assert session.issue.sections[0].name == "要闻"
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    assert field.note() == "栏目名称不能空着"
    assert session.issue.sections[0].name == "要闻"


# -- photo -----------------------------------------------------------------------------------------


def test_a_field_that_is_emptied_and_filled_again_alike_was_not_changed(inspector, session):
    session.select(of_photo(PHOTO_PLACE))
    line, before = inspector.photo.caption.line, session.issue
    was = line.text()
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert photo(session).caption.string != was
    typed(line, was)
    assert session.issue is before
    assert session.stack.count() == 0
    assert session.stack.isClean()


def test_a_photo_is_captioned_and_described(inspector, session):
    session.select(of_photo(PHOTO_PLACE))
    retype(inspector.photo.caption.line, "新图注")
    retype(inspector.photo.alt.line, "说明")
    assert (photo(session).caption.string, photo(session).alt) == ("新图注", "说明")
    assert [session.stack.text(k) for k in range(2)] == ["修改图注", "修改替代文字"]


def test_a_photo_is_sized_and_sided(inspector, session):
    session.select(of_photo(PHOTO_PLACE))
    form = inspector.photo
    form.side.buttons()[0].click()
    form.width_box.stepBy(1)
    form.start.setValue(2)
    form.standoff.stepBy(1)
    now = photo(session)
    assert (now.side, now.width, now.line, now.standoff) == (Side.LEFT, 13, 1, 1.0)
    assert [session.stack.text(k) for k in range(4)] == [
        "更改绕排",
        "调整图片宽度",
        "移动图片",
        "调整图片间距",
    ]
    form.side.buttons()[3].click()
    assert not form.standoff.isEnabled()


def test_steps_in_a_row_on_one_field_are_one_step_of_undo(inspector, session):
    session.select(of_photo(PHOTO_PLACE))
    for _ in range(3):
        inspector.photo.width_box.stepBy(1)
    assert photo(session).width == 15
    assert session.stack.count() == 1
    session.stack.undo()
    assert inspector.photo.width_box.em() == 12


def test_the_print_quality_is_told_in_words(inspector, session, qtbot):
    session.select(of_photo(PHOTO_PLACE))
    inspector.photo._show_quality()
    assert inspector.photo.quality.text().endswith(" ppi，适合印刷")
    session.do(
        "放大",
        edits.set_crop(session.issue, PHOTO_PLACE, photo(session).crop._replace(right=0.9)).issue,
    )
    qtbot.waitUntil(lambda: inspector.photo.quality.text().endswith(" ppi，偏低"))


def test_crop_and_replace_are_asked_of_the_window_and_remove_is_done(inspector, session, qtbot):
    session.select(of_photo(PHOTO_PLACE))
    with qtbot.waitSignal(inspector.crop_requested):
        inspector.photo.crop.click()
    with qtbot.waitSignal(inspector.focus_requested):
        inspector.photo.frame.choose.click()
    with qtbot.waitSignal(inspector.replace_requested):
        inspector.photo.replace.click()
    inspector.photo.remove.click()
    assert session.stack.undoText() == "删除图片"
    assert session.selection == of_article(Place(0, 0))


def test_the_thumbnail_shows_the_photo_as_cropped(inspector, session, qtbot):
    session.select(of_photo(PHOTO_PLACE))
    thumbnail = inspector.photo.thumbnail
    qtbot.waitUntil(lambda: thumbnail.photo() is not None and thumbnail.height() != 150)
    whole = thumbnail.height()
    session.do(
        "裁",
        edits.set_crop(session.issue, PHOTO_PLACE, photo(session).crop._replace(top=0.5)).issue,
    )
    assert thumbnail.height() < whole


def test_how_large_a_photo_came_out_and_how_far_its_text_stands_is_told(inspector, session):
    session.select(of_photo(PHOTO_PLACE))
    inspector.photo._show_quality()
    edition, grid = session.edition, session.layout.grid
    page, picture = next((page, p) for page in edition.pages for p in page.pictures)
    beside = [
        line
        for line in page.lines
        if line.article == picture.article
        and picture.y < line.y <= picture.y + picture.height
        and line.x < picture.x
    ]
    gap = picture.x - max(line.x + line.width for line in beside)
    across, down = (round(side * 25.4 / 72, 1) for side in (picture.width, picture.height))
    lines = round((picture.height - grid.ascent) / grid.leading) + 1
    assert inspector.photo.drawn.text() == (
        f"版面上：{across:g} × {down:g} mm · {lines} 行 · 间距 {round(gap / grid.size, 2):g} 字"
    )
    assert gap >= photo_standoff(session) - 1e-6  # what whole characters leave comes to it


def photo_standoff(session):
    asked = photo(session).standoff
    layout = session.layout
    return (asked if asked is not None else layout.photo.standoff) * layout.grid.size


def test_a_photo_alone_has_no_text_beside_it_to_be_told(inspector, session):
    session.select(of_photo(PHOTO_PLACE))
    inspector.photo.side.buttons()[3].click()
    session.settle()
    inspector.photo._show_quality()
    assert "间距" not in inspector.photo.drawn.text()
    assert photo(session).width == session.layout.grid.measure
    assert inspector.photo.width_box.em() == session.layout.grid.measure
    inspector.photo.side.buttons()[0].click()
    assert photo(session).width == 12


# -- masthead and colophon -------------------------------------------------------------------------


def test_coming_back_to_a_field_is_another_step_of_undo(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    fields = inspector.masthead._fields
    before = session.stack.count()
    retype(fields["number"].line, "12")
    fields["total"].line.setFocus()
    retype(fields["number"].line, "13")
    assert session.stack.count() == before + 2
    session.stack.undo()
    assert session.issue.masthead.number == 12


def test_masthead_fields_commit_live_under_their_own_names(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    fields = inspector.masthead._fields
    retype(fields["publication"].line, "新刊名")
    fields["total"].line.selectAll()
    QTest.keyClicks(fields["total"].line, "851")
    retype(fields["send_to"].line, "各公司")
    head = session.issue.masthead
    assert (head.publication, head.total, session.issue.colophon.send_to) == (
        "新刊名",
        851,
        "各公司",
    )
    assert [session.stack.text(k) for k in range(session.stack.count())] == [
        "修改刊名",
        "修改总期号",
        "修改抄送单位",
    ]


def test_what_is_no_number_is_refused_with_a_sentence_and_not_committed(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    field = inspector.masthead._fields["number"]
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "1x")
    assert field.note() == "请填 1 到 999999 之间的整数，或留空"
    assert field.line.property("invalid") == "true"
    assert session.issue.masthead.number == 1
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.line, "5")
    assert field.note() == ""
    assert session.issue.masthead.number == 15


def test_the_next_number_is_one_click(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    session.do("日期", edits.set_masthead_field(session.issue, "date", datetime.date.today()).issue)  # noqa: DTZ011, as the editor's day is asked
    inspector.masthead.next_button.click()
    assert (session.issue.masthead.number, session.issue.masthead.total) == (15, 851)
    assert inspector.masthead._fields["number"].line.text() == "15"
    assert session.stack.undoText() == "期号加一"


def test_the_date_is_chosen_or_left_out(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    form = inspector.masthead
    assert form.field("date").text() == "2025年8月31日"
    form.field("date").setFocus()
    form.field("date").selectAll()
    QTest.keyClicks(form.field("date"), "9/15")
    assert session.issue.masthead.date == datetime.date(2025, 9, 15)
    form._dates["date"].clear.click()
    assert session.issue.masthead.date is None
    assert form.field("date").text() == ""
    session.stack.undo()
    assert form.field("date").text() == "2025年8月31日"


def test_the_contents_are_switched(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    inspector.masthead.contents.click()
    assert not session.issue.contents
    assert session.stack.undoText() == "不排本期要目"


def test_what_internal_material_must_say_is_asked_of_it_alone(inspector, session):
    session.select(Selection(SelectionKind.MASTHEAD))
    form = inspector.masthead
    asked = ("permit", "notice", "recipients", "printer", "print_date")
    controls = [form._fields.get(name) or form._dates[name] for name in asked]
    assert all(control.isHidden() for control in controls)
    form.internal.click()
    assert session.issue.profile == "internal"
    assert session.stack.undoText() == "按内部资料排"
    assert not any(control.isHidden() for control in controls)
    QTest.keyClicks(form.field("permit"), "0123")
    QTest.keyClick(form.field("permit"), Qt.Key.Key_Return)
    assert session.issue.masthead.permit == "0123"
    form.internal.click()
    # what was typed stays in sight
    assert [control.isHidden() for control in controls] == [False, True, True, True, True]
    session.stack.undo()
    assert not any(control.isHidden() for control in controls)


# -- layout ----------------------------------------------------------------------------------------


def test_open_settings_have_controls_and_commit(inspector, session):
    session.select(Selection(SelectionKind.ISSUE))
    form = inspector.layout_form
    assert list(form.fields) == [
        "measure",
        "size",
        "leading",
        "punctuation",
        "prohibition",
        "page_numbers",
        "notes",
    ]
    form.fields["measure"].box.stepBy(1)
    assert session.issue.settings["measure"] == 32
    assert session.layout.grid.measure == 32
    assert session.stack.undoText() == "设置每行字数"
    form.fields["measure"].own.click()
    assert "measure" not in session.issue.settings
    form.fields["page_numbers"].box.click()
    assert session.issue.settings == {"page_numbers": False}


def test_a_setting_that_the_layout_refuses_is_not_committed(inspector, session):
    session.select(Selection(SelectionKind.ISSUE))
    field = inspector.layout_form.fields["leading"]
    line = field.field.line
    line.setFocus()
    QTest.keyClicks(line, "9")
    assert "行距" in field.field.note()
    assert "1.5 到 2" in field.field.note()
    assert not session.issue.settings
    line.selectAll()
    QTest.keyClicks(line, "1.7")
    assert session.issue.settings == {"leading": 1.7}
    assert field.field.note() == ""


def test_another_layout_drops_what_it_does_not_open_and_says_so(inspector, session):
    session.select(Selection(SelectionKind.ISSUE))
    form = inspector.layout_form
    form.fields["measure"].box.stepBy(1)
    form._set_layout("neikan-a4-2col")
    assert session.issue.layout == session.layout.name == "neikan-a4-2col"
    assert session.stack.undoText() == "更换版式"
    assert form.layouts.currentItem().toolTip() == session.layout.title_zh
    if "measure" not in session.issue.settings:
        assert "每行字数" in form.layout_field.note()
    session.stack.undo()
    assert session.issue.settings["measure"] == 32
    assert form.fields["measure"].box.em() == 32


def test_the_page_count_is_measured_against_four(inspector, session):
    session.select(Selection(SelectionKind.ISSUE))
    pages = len(session.edition.pages)
    assert inspector.layout_form.target.text().startswith(f"现在 {pages} 页")


def test_page_one_is_seen_in_every_layout_and_live_in_the_one_in_use(inspector, session, qtbot):
    session.select(Selection(SelectionKind.ISSUE))
    pictures = inspector.layout_form.layouts

    def image(row):
        return pictures.item(row).icon().pixmap(66, 94).toImage()

    blank = paper_icon(None, QSize(66, 94)).pixmap(66, 94).toImage()
    rows = range(len(known_layouts()))
    qtbot.waitUntil(lambda: all(image(row) != blank for row in rows), timeout=10000)
    own = pictures.values().index(session.issue.layout)
    before = image(own)
    session.do("改", edits.set_masthead_field(session.issue, "publication", "别的刊名").issue)
    qtbot.waitUntil(lambda: image(own) != before)


def test_one_click_on_a_picture_sets_the_issue_in_that_layout(inspector, session, qtbot):
    session.select(Selection(SelectionKind.ISSUE))
    pictures = inspector.layout_form.layouts
    other = pictures.values().index("neikan-a4-2col")
    at = pictures.visualItemRect(pictures.item(other)).center()
    QTest.mouseClick(pictures.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.issue.layout == session.layout.name == "neikan-a4-2col"
    assert pictures.currentRow() == other
    session.stack.undo()
    assert session.issue.layout == "jianbao-a4"
    assert pictures.currentRow() != other


# -- subtitle, day and origin ----------------------------------------------------------------------


def test_what_few_articles_have_is_folded_away_until_one_has_it(inspector, session):
    session.select(of_article(Place(0, 0)))
    more = inspector.article.more
    assert not more.is_expanded()
    more.set_expanded(True)
    typed(more.subtitle.line, "副题一行")
    typed(more.origin.line, "澜汀日报")
    more.date.line.setFocus()
    QTest.keyClicks(more.date.line, "2025-8-30")
    article = article_at(session.issue, Place(0, 0))
    assert (article.subtitle.string, article.origin, article.date) == (
        "副题一行",
        "澜汀日报",
        datetime.date(2025, 8, 30),
    )
    session.select(of_article(Place(0, 1)))
    assert not more.is_expanded()
    session.select(of_article(Place(0, 0)))
    assert more.is_expanded()
    assert more.date.line.text() == "2025年8月30日"
    assert session.stack.undoText() == "修改日期"


def test_a_day_that_is_none_is_refused_with_a_sentence(inspector, session):
    session.select(of_article(Place(0, 0)))
    more = inspector.article.more
    more.set_expanded(True)
    more.date.line.setFocus()
    QTest.keyClicks(more.date.line, "2025-2-30")
    more.subtitle.line.setFocus()
    assert "2026-1-31" in more.date.note()
    assert article_at(session.issue, Place(0, 0)).date is None


# -- line breaks inside a title --------------------------------------------------------------------


def test_a_line_break_in_a_title_is_shown_and_kept_by_its_field(session, inspector):
    place = Place(0, 0)
    session.do(
        "标题", edits.set_title(session.issue, place, "老城\u2028更新").issue, of_article(place)
    )
    line = inspector.article.title.line
    assert line.document().firstBlock().layout().lineCount() == 2
    line.setFocus()
    line.setCursorPosition(0)
    QTest.keyClicks(line, "a")
    assert article_at(session.issue, place).title.string == "a老城\u2028更新"
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert article_at(session.issue, place).title.string == "a\u2028老城\u2028更新"


def test_a_subtitle_is_offered_where_it_is_printed_or_there_is_one_to_take_out(inspector, session):
    place = Place(0, 0)
    more = inspector.article.more
    session.select(of_article(place))
    more.set_expanded(True)
    assert more.subtitle.isVisible()
    session.do("体例", edits.set_kind(session.issue, place, ArticleKind.RUN_IN).issue)
    assert not more.subtitle.isVisible()
    session.do("副题", edits.set_subtitle(session.issue, place, "记河湾").issue)
    assert more.subtitle.isVisible()
    more.subtitle.line.setFocus()
    more.subtitle.line.selectAll()
    QTest.keyClick(more.subtitle.line, Qt.Key.Key_Delete)
    assert article_at(session.issue, place).subtitle is None


def test_how_a_headline_stands_and_a_frame_are_acts(inspector, session):
    inspector.layout_form._set_layout("neikan-a4-3col")
    session.select(of_article(Place(0, 0)))
    form = inspector.article
    choice = form.across.choice
    assert [choice.itemText(k) for k in range(choice.count())] == [
        "按版式",
        "1 栏",
        "2 栏",
        "全部栏",
    ]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    form.boxed.click()
    made = article_at(session.issue, Place(0, 0))
    assert (made.across, made.boxed) == (2, True)
    session.stack.undo()
    session.stack.undo()
    made = article_at(session.issue, Place(0, 0))
    assert (made.across, made.boxed) == (None, False)


def test_the_columns_of_a_section_are_an_act(inspector, session):
    session.select(of_section(Place(1)))
    box = inspector.section.columns
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert session.issue.sections[1].columns == 2
    session.stack.undo()
    assert session.issue.sections[1].columns == 0
