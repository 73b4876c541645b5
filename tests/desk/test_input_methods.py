"""Chinese typed with real input methods, on the page and in the fields: nothing of it lost, moved or
doubled.
"""

from __future__ import annotations

import shutil
import time

import pytest
from desk import Spot
from input_methods import Fcitx5, Ibus
from screen import missing

from resources import resource

METHODS = {"ibus": Ibus(), "fcitx5": Fcitx5()}

NEAR = 40
"""Pixels that the window of candidates may stand below the caret or, where there is no room, above
it.
"""

ISSUE = """---
publication: 湖滨简报
issue: 3
date: 2026-11-20
---

### 书房开到家门口

**总馆延长开放。** 自下月起，周末闭馆时间延后。

![开门之前](dawn.jpg){side=right width=16em}

值守的人每天先把窗边的位子擦一遍，再把报纸按日期理好，又到门口把伞架摆正，等头一位读者来。值守的人每天先把窗边的位子擦一遍，再把报纸按日期理好，又到门口把伞架摆正，等头一位读者来。

会议由馆长主持。

【供稿：总馆 沈知遥】
"""


@pytest.fixture(params=METHODS)
def typist(request, set_up_desk, tmp_path):
    """A small issue open, its first page in view, and the input method at hand."""
    method = METHODS[request.param]
    gone = missing(*method.needs)
    if gone:
        pytest.skip(f"not installed: {', '.join(gone)}")
    shutil.copy(resource("sample/photos/dawn.jpg"), tmp_path / "dawn.jpg")
    issue = tmp_path / "issue.md"
    issue.write_text(ISSUE, encoding="utf-8")
    desk = set_up_desk(issue, before=method.start)
    desk.key("ctrl+7")
    desk.click(desk.words("书房开到家门口", "QTreeView"))
    desk.until(lambda: 0 < desk.line("馆长主持").top < 800, "the article is in view")
    return Typist(desk, method, issue)


class Typist:
    """Types pinyin at a desk."""

    def __init__(self, desk, method, issue):
        self.desk, self.method, self.issue = desk, method, issue

    def put_caret(self, text, role="body"):
        """Before a text on the pages, and pinyin on."""
        self.desk.click(self.desk.line(text, role).start.beside(2, 0), times=2)
        self.desk.until(lambda: self.desk.ask("selection")[0] == "TEXT", "a caret in the text")
        self.desk.key("Left")
        self.pinyin()

    def pinyin(self):
        self.method.switch(self.desk.screen, pinyin=True)

    def compose(self, pinyin):
        """Type pinyin of two syllables (or the rest of it); what is composed then, as it is shown."""
        self.desk.type(pinyin)

        def arrived():
            shown = self.desk.ask("composing")
            letters = shown and len(shown.replace(" ", "")) >= 4
            if not letters and (shown.isascii() or len(shown) != 2):
                return ""
            # a letter may be on its way yet
            time.sleep(0.4)
            return shown if self.desk.ask("composing") == shown else ""

        return self.desk.until(arrived, f"{pinyin} is being composed")

    def reads(self, text):
        """Wait until a text stands on the pages; it may run over lines."""
        self.desk.until(
            lambda: text in self.desk.pages().replace("\n", ""), f"{text!r} on the pages"
        )

    def candidates(self):
        """Where the window of candidates stands; waits until it does."""

        def found():
            xdotool = ("xdotool", "search", "--onlyvisible", "--class", self.method.window)
            for window in self.desk.screen.run(*xdotool).split():
                said = self.desk.screen.run("xdotool", "getwindowgeometry", "--shell", window)
                at = dict(line.split("=") for line in said.split() if "=" in line)
                if int(at.get("WIDTH", 0)) > 20:
                    return [int(at[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")]
            return None

        return Spot(*self.desk.until(found, "the window of candidates"))

    def candidates_are_at_caret(self):
        caret, window = self.desk.caret(), self.candidates()
        below = window.top - (caret.top + caret.height)
        above = caret.top - (window.top + window.height)
        return abs(window.left - caret.left) < 300 and (-2 <= below <= NEAR or -2 <= above <= NEAR)

    def saved(self):
        """The issue as it lies in its file."""
        self.desk.key("ctrl+s")
        self.desk.until(self.desk.is_saved, "the issue is saved")
        return self.issue.read_text(encoding="utf-8")


def test_on_the_page(typist):
    desk = typist.desk
    typist.put_caret("会议由")
    shown = typist.compose("nihao")
    typist.reads(shown + "会议由")
    desk.until(typist.candidates_are_at_caret, "the candidates stand at the caret")
    desk.shot("page")
    desk.key("space")
    typist.reads("你好会议由")
    typist.compose("shijie")
    desk.key("Escape")
    typist.reads("你好会议由")
    typist.compose("shijie")
    desk.key("space")
    typist.reads("你好世界会议由")
    desk.key("ctrl+z")
    typist.reads("你好会议由")
    assert "\n你好会议由馆长主持。\n" in typist.saved()


def test_scrolled_and_enlarged(typist):
    desk = typist.desk
    typist.put_caret("会议由")
    desk.key("ctrl+0")
    typist.compose("nihao")
    desk.until(typist.candidates_are_at_caret, "the candidates stand at the caret, enlarged")
    desk.shot("enlarged")
    before = desk.caret().top
    desk.scroll(desk.caret().beside(0, -60), 1)
    desk.until(lambda: desk.caret().top != before, "the pages are scrolled")
    # ibus hears of it, and moves its window by the next key
    desk.key("BackSpace")
    desk.until(typist.candidates_are_at_caret, "the candidates came along")
    desk.shot("scrolled")
    desk.type("o")
    typist.compose("")
    desk.key("space")
    typist.reads("你好会议由")


def test_a_click_elsewhere_and_other_focus_leave_it_where_it_was(typist):
    desk = typist.desk
    typist.put_caret("会议由")
    shown = typist.compose("nihao")
    typist.reads(shown + "会议由")
    desk.click(desk.line("延长开放"))
    desk.until(lambda: not desk.ask("composing"), "nothing is composed any more")
    typist.reads(shown + "会议由")
    again = typist.compose("shijie")
    desk.shot("lead")
    desk.click(desk.words("书房开到家门口", "GrowingLine"))
    desk.until(lambda: not desk.ask("composing"), "nothing is composed any more")
    text = typist.saved()
    assert f"\n{shown}会议由馆长主持。\n" in text
    assert text.count(again) == 1
    assert text.count(shown) == 1


def test_beside_a_photo_and_in_its_caption(typist):
    desk = typist.desk
    for text, role in (("值守的人", "body"), ("开门之前", "caption")):
        typist.put_caret(text, role)
        shown = typist.compose("nihao")
        typist.reads(shown + text)
        desk.until(typist.candidates_are_at_caret, "the candidates stand at the caret")
        desk.shot(role)
        desk.key("space")
        typist.reads("你好" + text)
    saved = typist.saved()
    assert "\n你好值守的人" in saved
    assert "![你好开门之前]" in saved
    assert saved.count("你好") == 2


def test_in_the_fields(typist):
    desk = typist.desk
    for text, kind in (
        ("书房开到家门口", "GrowingLine"),
        ("【供稿", "LineInput"),
        ("会议由馆长主持", "BodyEditor"),
    ):
        desk.click(desk.words(text, kind))
        desk.key("Home")
        typist.pinyin()
        typist.compose("nihao")
        desk.until(typist.candidates_are_at_caret, f"the candidates stand at the caret of {kind}")
        desk.shot(kind)
        desk.key("space")
        desk.until(lambda: "你好" in desk.field(), f"the word in {kind}")
        assert desk.field().count("你好") == 1
    assert typist.saved().count("你好") == 3


def test_a_click_out_of_a_field_loses_and_doubles_nothing(typist):
    desk = typist.desk
    desk.click(desk.words("书房开到家门口", "GrowingLine"))
    desk.key("Home")
    typist.pinyin()
    shown = typist.compose("nihao")
    desk.click(desk.words("【供稿", "LineInput"))
    desk.until(lambda: "供稿" in desk.field(), "the other field has the keys")
    desk.shot("left-field")
    text = typist.saved()
    assert shown + "书房开到家门口" in text
    assert text.count(shown) == 1
