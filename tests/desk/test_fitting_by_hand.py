"""The sample fitted to 8 pages by mouse and keys: what would change is looked at and taken, undone and
done again, text is added until it no longer ends there, and one click has it fitted once more.
"""

from __future__ import annotations

import pytest

from layouts.documents import read_document
from layouts.fitting.listing import changes_in
from layouts.issue.fitting import NO_FITTING

MORE = "图书馆联盟的志愿者每周到书房整理一次书架。" * 20
"""Some fifteen lines of text."""


@pytest.fixture
def larger(sample):
    """The sample in a larger size, in which it has 7 pages and most of an eighth."""
    text = sample.read_text(encoding="utf-8")
    sample.write_text(text.replace("layout: jianbao-a4", "layout: jianbao-a4\nsize: 小三"), "utf-8")
    return sample


def test_the_sample_is_fitted_to_eight_pages(set_up_desk, larger):
    desk = set_up_desk(larger)

    def pages():
        return len(desk.ask("pages") or [])

    assert pages() == 7
    fit(desk)
    desk.until(lambda: pages() == 8, "eight pages")
    desk.until(lambda: desk.says("排成 8 页 ✓"), "the chip says that it ends there")
    desk.key("ctrl+z")
    desk.until(lambda: pages() == 7, "seven pages again")
    desk.key("ctrl+y")
    desk.until(lambda: pages() == 8, "eight pages once more")
    write_on(desk)
    desk.until(lambda: desk.says("排成 8 页：多"), "the chip says that it is too long")
    desk.click("排成 8 页：多")
    desk.until(lambda: desk.says("排成 8 页 ✓"), "fitted again")
    assert pages() == 8
    desk.key("ctrl+s")
    desk.until(desk.is_saved, "the issue in its file")
    take_off(desk)
    desk.until(lambda: not desk.says("适配调整", "QPushButton"), "the layer is off")


def fit(desk):
    """By the chip below to a number of pages, which is typed, and all of it taken."""
    desk.click("差 1 页满 8 页")
    desk.click("排成指定页数…")
    desk.dialog("FittingDialog")
    desk.type("8")
    desk.until(lambda: desk.says("7 页排成 8 页"), "what came of it")
    desk.shot("fitted")
    desk.click("全部采用")
    desk.until(lambda: not desk.says("全部采用"), "the dialog is gone")


def write_on(desk):
    """Some lines more in the second article."""
    desk.click(desk.words("古籍修复室面向公众开放", "QTreeView"))
    desk.click(desk.line("总馆三楼的古籍修复室"), times=2)
    desk.key("End")
    desk.paste(MORE)


def take_off(desk):
    """All that fitting changed, by the list in the inspector."""
    desk.click(desk.words("适配调整", "QPushButton"))
    desk.click("全部去掉")


def test_what_was_fitted_lies_in_the_file(set_up_desk, larger, tmp_path):
    desk = set_up_desk(larger)
    fit(desk)
    path = tmp_path / "八页.banxin"
    desk.key("F12")
    desk.dialog("QFileDialog")
    desk.paste(str(path))
    desk.key("Return")
    desk.until(desk.is_saved, "the issue in its file")
    kept = read_document(path, tmp_path / "cache").issue
    assert kept.fitting != NO_FITTING
    assert kept.fitting.aim == "8"
    assert changes_in(kept)
