"""The report as HTML: whole in one file, both languages, what is doubtful first."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from arriving import imported, photo, text, write

from layouts.importing.report import report
from layouts.importing.report.markup import changes
from layouts.importing.report.rows import rows

VOID = {"meta", "input", "img", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: every element that opens closes, in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += filter(None, [values.get("id")])
        self.links += filter(None, [values.get("href")])
        self.sources += filter(None, [values.get("src")])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def page_of(tmp_path: Path) -> str:
    return report(imported(tmp_path / "in", store=tmp_path / "store", tidies=True))


def test_the_page_is_whole_and_asks_for_nothing(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    photo(tmp_path / "in" / "读书角.jpg")
    page = page_of(tmp_path)
    reader = read(page)
    assert not re.search(r"https?:|<script|<link|@import|url\(", page)
    assert all(source.startswith("data:image/jpeg;base64,") for source in reader.sources)
    assert len(reader.sources) == 1
    assert all(link.removeprefix("#") in reader.ids for link in reader.links)


def test_it_is_in_both_languages(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    words = read(page_of(tmp_path)).words
    assert {"导入报告", "Import report", "中文", "English"} <= set(words)


def test_what_wants_a_look_stands_before_what_does_not(tmp_path: Path) -> None:
    write(tmp_path / "in" / "1好.txt", text("文化馆开放读书角"))
    title, first, *rest = text("图书馆举办冬季讲座", 9).split("\n\n")
    write(tmp_path / "in" / "2图说.txt", "\n\n".join([title, first, "图1：讲座现场", *rest]))
    page = page_of(tmp_path)
    doubtful, fine = page.index('<details id="s1" open>'), page.index('<details id="s0">')
    assert doubtful < fine
    assert page.index("讲座现场") < doubtful, "named among the first things to look at"


def test_a_manuscript_cannot_act_in_the_page(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202egnp.exe & \"x\" 'y'"
    write(tmp_path / "in" / "坏.txt", text("题目" + nasty).replace("值守", nasty))
    page = page_of(tmp_path)
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "\u202e" not in page
    read(page)


def test_each_paragraph_stands_beside_what_became_of_it(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    (source,) = imported(tmp_path / "in", store=tmp_path / "store").sources
    found, more = rows(source)
    labels = [[outcome.label.zh for outcome in row.outcomes] for row in found]
    assert labels == [["标题"], ["正文"], ["正文"], ["正文"], ["供稿"]]
    assert more == 0


def test_what_was_tidied_is_marked_and_listed_by_rule(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角").replace("，由", ",由"))
    page = page_of(tmp_path)
    assert "<ins>，</ins>" in page
    assert "半角标点" in page


def test_unmatched_photos_are_shown(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    write(tmp_path / "in" / "讲座.txt", text("图书馆举办冬季讲座", 9))
    photo(tmp_path / "in" / "IMG_7.jpg", size=(800, 600))
    page = page_of(tmp_path)
    reader = read(page)
    assert "没有归属的图片" in reader.words
    assert "IMG_7.jpg" in reader.words
    assert len(page) < 60_000, "a small picture, not the photo"


@pytest.mark.parametrize("count", [3000])
def test_a_long_manuscript_makes_no_endless_page(tmp_path: Path, count: int) -> None:
    body = "\n\n".join(f"第{number}段文字，记一件小事。" for number in range(count))
    write(tmp_path / "in" / "长.txt", f"一篇很长的稿件\n\n{body}\n")
    page = page_of(tmp_path)
    assert len(page) < 400_000
    assert "段从略" in page


def test_a_text_that_repeats_itself_is_shown_without_a_comparison() -> None:
    before, after = "字," * 1900, "字，" * 1900
    assert changes(before, after) == after  # a comparison would mark each mark


def test_the_changes_of_a_page_of_text_are_marked() -> None:
    text = "".join(chr(0x4E00 + number % 400) for number in range(3000))
    assert changes(f"{text}...", f"{text}……") == f"{text}<ins>……</ins>"
