"""Manuscripts for an open issue: their articles and titles, their sections by name, their photos
found, what was noticed with its file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from layouts.errors import ManuscriptError
from layouts.issue.article import Paragraph, Subheading
from layouts.issue.photo import Photo
from layouts.manuscript.imports import Import, import_articles

SECTIONS = ("领导关注", "简讯")


@pytest.fixture
def imported(tmp_path):
    """Imports a text as `稿件.md` for an issue with the sections 领导关注 and 简讯."""

    def read(text: str, folder: Path | None = None, name: str = "稿件.md") -> Import:
        (tmp_path / name).write_text(text, "utf-8")
        return import_articles(tmp_path / name, folder, SECTIONS)

    return read


def titles(found: Import) -> list[tuple[str, str]]:
    return [(section, article.title.string) for article, section in found.arrivals]


def strings(found: Import) -> list[list[str]]:
    return [
        [block.text.string for block in article.blocks if isinstance(block, Paragraph | Subheading)]
        for article in found.articles
    ]


def codes(found: Import) -> list[tuple[str, int]]:
    return [(finding.code, finding.source.line) for finding in found.findings]


def test_an_article_comes_with_title_text_and_byline(imported):
    found = imported("### 题目\n\n文。\n\n【供稿：某公司 张三】\n")
    assert (titles(found), strings(found), found.findings) == ([("", "题目")], [["文。"]], ())
    assert found.articles[0].byline.string == "【供稿：某公司 张三】"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 题目\n\n文。", ["题目"]),
        ("## 题目\n\n文。", ["题目"]),
        ("# 题目\n\n## 一、甲\n\n文。\n\n## 二、乙\n\n文。", ["题目"]),
        ("# 题目\n\n引言。\n\n## 小标题\n\n文。", ["题目"]),
        ("## 甲\n\n文。\n\n## 乙\n\n文。", ["甲", "乙"]),
        ("▲ **甲。** 文。\n\n▲ **乙。** 文。", ["甲", "乙"]),
        ("# 第 3 期\n\n### 甲\n\n文。", ["甲"]),
    ],
)
def test_headings_above_text_are_titles(imported, text, expected):
    found = imported(text)
    assert ([title for _, title in titles(found)], found.findings) == (expected, ())


def test_headings_below_a_title_are_subheadings(imported):
    (article,) = imported("# 题目\n\n引言。\n\n## 小标题\n\n文。").articles
    assert [type(block).__name__ for block in article.blocks] == [
        "Paragraph",
        "Subheading",
        "Paragraph",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "## 【领导关注】",
        "【领导关注】",
        "[领导关注]",
        "## 领导关注",
        "# 领导关注",
        "## 领导关注 {section}",
    ],
)
def test_sections_are_known_by_brackets_or_name(imported, heading):
    assert titles(imported(f"{heading}\n\n### 题目\n\n文。")) == [("领导关注", "题目")]


def test_headings_above_titles_are_sections(imported):
    assert titles(imported("# 要闻\n\n## 甲\n\n文。\n\n# 动态\n\n## 乙\n\n文。")) == [
        ("要闻", "甲"),
        ("动态", "乙"),
    ]


def test_briefs_come_one_by_one(imported):
    assert strings(imported("## 简讯\n\n1、甲。\n\n2、乙。")) == [["1、甲。"], ["2、乙。"]]


def test_first_lines_of_plain_text_are_titles(imported):
    found = imported(
        "关于开展检查的报道\n\n近日，某公司开展检查。\n\n【供稿：甲】\n\n又一篇报道\n\n文。\n",
        name="稿.txt",
    )
    assert ([title for _, title in titles(found)], strings(found)) == (
        ["关于开展检查的报道", "又一篇报道"],
        [["近日，某公司开展检查。"], ["文。"]],
    )
    assert codes(found) == [("title-recognised", 1), ("title-recognised", 7)]


@pytest.mark.parametrize("first", ["近日，某公司开展检查。", "一、背景", "长" * 60, "近日，"])
def test_first_lines_that_are_text_stay_text(imported, first):
    found = imported(f"{first}\n\n文。")
    assert ([title for _, title in titles(found)], "".join(strings(found)[0])) == (
        [""],
        f"{first}文。",
    )


def test_settings_of_a_manuscript_are_not_read(imported):
    assert titles(imported("---\nunknown: [1\n---\n\n### 题目\n\n文。")) == [("", "题目")]


def test_masthead_and_contents_of_a_whole_issue_are_left_out(imported):
    found = imported("# 简报\n\n第 3 期\n\n## 目录\n\n甲\n\n## 【要闻】\n\n### 甲\n\n文。")
    assert (titles(found), [code for code, _ in codes(found)]) == (
        [("要闻", "甲")],
        ["contents-replaced"],
    )


def test_photos_are_found_from_the_issue(tmp_path, imported):
    photo = "### 题\n\n![](p/a.jpg)\n\n文。"
    assert [
        block.path
        for block in imported(photo, tmp_path).articles[0].blocks
        if isinstance(block, Photo)
    ] == ["p/a.jpg"]
    for folder in (None, tmp_path / "issue"):
        (path,) = [
            block.path
            for block in imported(photo, folder).articles[0].blocks
            if isinstance(block, Photo)
        ]
        assert path == (tmp_path / "p" / "a.jpg").as_posix()


def test_a_photo_that_came_from_elsewhere_is_a_warning(tmp_path, imported):
    found = imported("### 题\n\n![](../x/a.jpg)\n\n文。")
    assert [block.path for block in found.articles[0].blocks if isinstance(block, Photo)] == [
        (tmp_path.parent / "x" / "a.jpg").as_posix()
    ]
    assert codes(found) == [("photo-elsewhere", 3)]


def test_findings_name_their_file(tmp_path, imported):
    (finding,) = imported("### 题").findings
    assert (finding.code, finding.source.file) == ("article-empty", str(tmp_path / "稿件.md"))


@pytest.mark.parametrize("text", ["", "---\nissue: 3\n---\n", "## 【领导关注】"])
def test_a_file_without_an_article_is_refused(imported, text):
    with pytest.raises(ManuscriptError) as caught:
        imported(text)
    assert caught.value.source.file.endswith("稿件.md")


def test_hard_wrapped_newsletters_come_article_by_article(shared_manuscripts):
    found = import_articles(shared_manuscripts / "hard-wrapped.txt", None, SECTIONS)
    assert [section for _, section in found.arrivals] == ["领导关注"] * len(found.arrivals)
    assert found.articles[0].title.string.startswith("区委常委、副区长")
    assert all(article.byline for article in found.articles)
