"""What a converter leaves: the masthead as headings and plain lines, a contents list of its own,
real newsletters.
"""

from __future__ import annotations

import datetime
import re

import pytest

from layouts.issue.article import ArticleKind
from layouts.issue.photo import Photo
from layouts.manuscript import read_manuscript

SECTIONS = "## 【甲栏】\n\n### 第一篇\n\n文字。\n\n## 【乙栏】\n\n▲ **第二篇。**文字。\n"
MASTHEAD = "# 新城简报\n\n第 14 期（总第 850 期）\n\n新城区办公室\n\n2025 年 8 月 31 日\n\n"


def names(issue):
    return [section.name for section in issue.sections]


def codes(findings):
    return [(finding.level, finding.code) for finding in findings]


# Mastheads


@pytest.mark.parametrize(
    "masthead",
    [
        MASTHEAD,
        "# 新城简报\n\n第 14 期（总第 850 期）  \n新城区办公室  \n2025 年 8 月 31 日\n\n",
        "新城简报\n\n第14期 (总第850期)\n\n新城区办公室　　2025年8月31日\n\n",
        "**新城简报**\n\n## 第十四期（总第八百五十期）\n\n新城区办公室\n\n二〇二五年八月三十一日\n\n",
        "# 新城简报\n\n2025年第14期\n\n（总第850期）\n\n新城区办公室\n\n2025-08-31\n\n---\n\n",
    ],
)
def test_a_masthead_is_recognised(read, masthead):
    issue, findings = read(masthead + SECTIONS)
    found = issue.masthead
    assert (found.publication, found.number, found.total, found.issuer) == (
        "新城简报",
        14,
        850,
        "新城区办公室",
    )
    assert found.date == datetime.date(2025, 8, 31)
    assert names(issue) == ["甲栏", "乙栏"]
    assert findings == ()


def test_secrecy_and_copy_number_are_recognised(read):
    issue, _ = read(f"内部资料 注意保存\n\n编号：000123\n\n{MASTHEAD}{SECTIONS}")
    assert (issue.masthead.secrecy, issue.masthead.copy_number, issue.masthead.number) == (
        "内部资料 注意保存",
        "000123",
        14,
    )


def test_a_lone_title_above_the_sections_is_the_publication(read):
    assert read(f"# 新城简报\n\n{SECTIONS}")[0].masthead.publication == "新城简报"


def test_a_lone_title_above_text_is_an_article(read):
    issue, _ = read("# 全区召开年度工作会议\n\n文字。\n\n又一段。")
    assert (issue.masthead.publication, issue.sections[0].articles[0].title.string) == (
        "",
        "全区召开年度工作会议",
    )


def test_the_front_matter_counts_where_the_body_says_otherwise(read):
    issue, findings = read(f"---\nissue: 15\ntotal: 850\n---\n\n{MASTHEAD}{SECTIONS}")
    assert (issue.masthead.number, issue.masthead.publication) == (15, "新城简报")
    assert codes(findings) == [("warning", "masthead-differs")]


def test_a_date_in_the_text_is_no_masthead(read):
    issue, _ = read("2025 年 8 月 31 日\n\n文字。")
    assert issue.masthead.date is None
    assert issue.sections[0].articles[0].blocks[0].text.string == "2025 年 8 月 31 日"


def test_a_sentence_under_the_number_is_no_issuer(read):
    issue, _ = read(f"第 14 期\n\n本期刊发一篇调研报告，供参考。\n\n{SECTIONS}")
    assert (issue.masthead.number, issue.masthead.issuer, issue.sections[0].name) == (14, "", "")


# Contents lists

CONTENTS = {
    "headings": "## 本期要目\n\n### 【甲栏】\n\n第一篇\n\n### 【乙栏】\n\n第二篇\n\n",
    "hard breaks": "## 目录\n\n### 【甲栏】\n\n第一篇  \n另一篇\n\n",
    "titles only": "## 目 录\n\n第一篇\n\n第二篇\n\n",
    "leaders": "**本期要目**\n\n【甲栏】\n\n第一篇…………1\n\n【乙栏】\n\n第二篇……（2）\n\n",
    "bullets": "# 【目录】\n\n- [甲栏](#jia)\n  - [第一篇](#one)\n- [乙栏](#yi)\n\n",
    "all headings": "## 目录\n\n### 【甲栏】\n\n#### 第一篇\n\n### 【乙栏】\n\n#### 第二篇\n\n",
    "a table": "## 目录\n\n| 题目 | 页 |\n|--|--|\n| 第一篇 | 1 |\n\n",
    "titles as headings": "## 目录\n\n### 第一篇\n\n### 第二篇\n\n",
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("masthead", ["", MASTHEAD], ids=["bare", "masthead"])
def test_a_contents_list_is_dropped_with_a_notice(read, characters, masthead, contents):
    issue, findings = read(masthead + contents + SECTIONS)
    assert names(issue) == ["甲栏", "乙栏"]
    assert characters(issue) == "甲栏第一篇文字。乙栏▲第二篇。文字。"
    assert ("notice", "contents-replaced") in codes(findings)


def test_a_contents_list_that_never_ends_is_kept(read, characters):
    issue, _ = read("## 目录\n\n第一篇\n\n第二篇\n")
    assert characters(issue) == "目录第一篇第二篇"


def test_a_section_named_like_contents_further_down_stays(read):
    assert names(read(f"{SECTIONS}\n## 【目录】\n\n### 题\n\n文字。")[0])[-1] == "目录"


def test_contents_stay_off_where_the_front_matter_says_so(read):
    issue, _ = read(f"---\ncontents: false\n---\n\n{CONTENTS['headings']}{SECTIONS}")
    assert (issue.contents, names(issue)) == (False, ["甲栏", "乙栏"])


# Real newsletters


def text_of(markdown: str) -> str:
    """The characters of a body that print: no marks of Markdown, no photos, no brackets of
    sections, no spaces.
    """
    lines = [line for line in markdown.split("\n") if not line.startswith("![") and line != "---"]
    sections = [re.sub(r"^#+ 【(.*)】$", r"\1", line) for line in lines]
    return "".join(re.sub(r"^#+ ", "", line).replace("**", "") for line in sections).translate(
        {ord(space): None for space in " \t\u3000"}
    )


def test_the_converted_newsletter_comes_out_whole(shared_manuscripts, characters):
    path = shared_manuscripts / "jiading-2025-14.md"
    issue, findings = read_manuscript(path)
    assert [len(section.articles) for section in issue.sections] == [3, 2, 4, 1]
    assert (issue.masthead.number, issue.masthead.total, issue.masthead.date) == (
        14,
        850,
        datetime.date(2025, 8, 31),
    )
    assert issue.masthead.publication
    assert issue.masthead.issuer
    markdown = path.read_text("utf-8")
    assert characters(issue) == text_of(markdown[markdown.index("\n## 【上级精神】") :])
    assert {finding.level for finding in findings} == {"notice"}


def test_the_converted_newsletter_has_no_paragraph_cut_in_two(shared_manuscripts):
    issue, _ = read_manuscript(shared_manuscripts / "jiading-2025-14.md")
    texts = [
        block.text.string
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
    ]
    assert (
        sum(
            "当好长期资本" in text or "科技投资和产业投资" in text or "专题培训会" in text
            for text in texts
        )
        == 3
    )
    assert [article.kind for article in issue.sections[2].articles] == [ArticleKind.RUN_IN] * 4


def test_the_written_newsletter_comes_out_whole(shared_manuscripts, characters):
    path = shared_manuscripts / "jiading-2023-12.md"
    issue, findings = read_manuscript(path, open_settings=["measure"])
    assert [len(section.articles) for section in issue.sections] == [3, 3, 1, 1, 5]
    assert all(article.byline for section in issue.sections[:-1] for article in section.articles)
    assert characters(issue) == text_of(path.read_text("utf-8").split("\n---\n", 1)[1])
    assert findings == ()


def test_the_photos_of_the_written_newsletter_are_its_own(shared_manuscripts):
    path = shared_manuscripts / "jiading-2023-12.md"
    issue, _ = read_manuscript(path, open_settings=["measure"])
    photos = [
        block
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
        if isinstance(block, Photo)
    ]
    assert len(photos) == 9
    assert all(
        (issue.folder / photo.path).is_file() and photo.width and photo.caption.string
        for photo in photos
    )


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-16-le"])
def test_the_newsletter_is_the_same_in_every_encoding(
    shared_manuscripts, tmp_path, characters, codec
):
    path = shared_manuscripts / "jiading-2025-14.md"
    other = tmp_path / "issue.md"
    other.write_bytes(path.read_text("utf-8").encode(codec))
    assert characters(read_manuscript(other)[0]) == characters(read_manuscript(path)[0])
