"""The desk itself: hands and eye do in the real window what they say."""

from __future__ import annotations


def test_what_is_typed_on_the_page_is_in_the_file_after_saving(set_up_desk, sample):
    desk = set_up_desk(sample)
    desk.key("ctrl+Next")
    desk.click(desk.line("清晨", role="body"), times=2)
    desk.until(lambda: desk.ask("selection")[0] == "TEXT", "a caret in the text")
    desk.key("Left")
    desk.type("Lake ")
    desk.until(lambda: "Lake" in desk.pages(), "the word on the page")
    desk.key("ctrl+s")
    desk.until(desk.is_saved, "the issue is saved")
    assert "Lake 清晨 6 时 30 分" in sample.read_text(encoding="utf-8")
    assert desk.acts == 5


def test_menus_and_dialogs_are_worked_by_what_they_say(set_up_desk, sample):
    desk = set_up_desk(sample, language="en")
    desk.click("Help")
    desk.click("About")
    desk.until(lambda: desk.ask("windows")[-1][0] == "AboutDialog", "the dialog about the program")
    desk.key("Escape")
    desk.until(lambda: desk.ask("windows")[-1][0] == "MainWindow", "the window again")


def test_what_is_pasted_comes_from_the_real_clipboard_and_goes_back_to_it(set_up_desk, sample):
    desk = set_up_desk(sample)
    desk.key("ctrl+Next")
    desk.click(desk.line("清晨", role="body"), times=2)
    desk.key("Left")
    desk.paste("雾中的")
    desk.until(lambda: "雾中的清晨" in desk.pages(), "the pasted words")
    desk.key("shift+Left", "shift+Left", "ctrl+c")
    desk.until(lambda: desk.copied() == "中的", "the copied words")
