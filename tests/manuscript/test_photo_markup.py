"""Photos: where they stand, what their attributes may say, and the warning for what they may
not.
"""

from __future__ import annotations

import pytest

from layouts.issue.article import Paragraph
from layouts.issue.photo import WHOLE, Crop, Photo, Side


def kinds(found):
    return [type(block).__name__ for block in found]


def photo_of(found) -> Photo:
    return next(block for block in found if isinstance(block, Photo))


def test_a_photo_stands_right_before_its_paragraph(blocks):
    found = blocks("甲。\n\n![图说](a.jpg)\n\n乙。")
    assert kinds(found) == ["Paragraph", "Photo", "Paragraph"]
    assert (found[1].path, found[1].caption.string, found[1].side, found[1].source.line) == (
        "a.jpg",
        "图说",
        Side.RIGHT,
        7,
    )


def test_all_attributes_are_read(blocks):
    photo = photo_of(
        blocks('![图](a.jpg){side=left width=16em line=3 standoff=0.5em alt="一 张 图"}\n\n甲。')
    )
    assert (photo.side, photo.width, photo.line, photo.standoff, photo.alt) == (
        Side.LEFT,
        16.0,
        3,
        0.5,
        "一 张 图",
    )


def test_attributes_may_be_chinese(blocks):
    photo = photo_of(blocks("![图](a.jpg) {位置=左 宽=16字 行=3 间距=1 替代文字=“会 场”}\n\n甲。"))
    assert (photo.side, photo.width, photo.line, photo.standoff, photo.alt) == (
        Side.LEFT,
        16.0,
        3,
        1.0,
        "会 场",
    )


@pytest.mark.parametrize(
    ("written", "crop"),
    [
        ('crop="10% 0 5% 0"', Crop(0.1, 0.0, 0.05, 0.0)),
        ("裁切=“0，12.5％，0，82.4%”", Crop(0.0, 0.125, 0.0, 0.824)),
        ('crop="94.9 0 0 94.9"', Crop(0.949, 0.0, 0.0, 0.949)),
        ("side=left", WHOLE),
    ],
)
def test_a_photo_can_be_cropped(blocks, written, crop):
    assert photo_of(blocks(f"![图](a.jpg){{{written}}}\n\n甲。")).crop == crop


@pytest.mark.parametrize(
    "crop",
    [
        "",
        "10%",
        "10% 0 5%",
        "0 0 0 0 0",
        "-1 0 0 0",
        "95 0 0 0",
        "50 0 45 0",
        "0 60% 0 40%",
        "a 0 0 0",
        "1e1 0 0 0",
        "100 0 0 0",
    ],
)
def test_a_crop_that_is_none_or_leaves_too_little_is_a_warning(read, crop):
    issue, findings = read(f'## 【栏目】\n\n### 题\n\n![图](a.jpg){{crop="{crop}"}}\n\n甲。')
    warning = next(finding for finding in findings if finding.code == "photo-attribute")
    assert (warning.source.line, "crop" in warning.en) == (5, True)
    assert "less than 95%" in warning.en
    assert "都小于 95%" in warning.zh
    assert issue.sections[0].articles[0].blocks[0].crop == WHOLE


def test_an_alternative_text_can_hold_any_quotes(blocks):
    assert (
        photo_of(blocks('![图](a.jpg){alt="“会”&#x22;场&#x22;&amp;"}\n\n甲。')).alt
        == '“会”"场"&amp;'
    )


def test_without_attributes_the_layout_decides(blocks):
    photo = photo_of(blocks("![](a.jpg)\n\n甲。"))
    assert (photo.caption.string, photo.side, photo.width, photo.line, photo.standoff) == (
        "",
        Side.RIGHT,
        None,
        0,
        None,
    )


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("photos/一 张.jpg", "photos/一 张.jpg"),
        ("<photos/a b.jpg>", "photos/a b.jpg"),
        (r"photos\a.jpg", "photos/a.jpg"),
        ("photos/a%20b.jpg", "photos/a b.jpg"),
        ("100%.jpg", "100%.jpg"),
        ("a(1).jpg", "a(1).jpg"),
        ('a.jpg "标题"', "a.jpg"),
    ],
)
def test_paths_are_taken_as_files_are_named(blocks, written, path):
    assert photo_of(blocks(f"![图]({written})\n\n甲。")).path == path


def test_a_title_is_the_alternative_text(blocks):
    assert photo_of(blocks('![图](a.jpg "会场")\n\n甲。')).alt == "会场"


@pytest.mark.parametrize(
    ("written", "caption"),
    [("图[1]", "图[1]"), ("**甲**乙", "甲乙"), (r"甲\*", "甲*"), ("甲*乙*&amp;", "甲乙&")],
)
def test_a_caption_is_plain_text(blocks, written, caption):
    assert photo_of(blocks(f"![{written}](a.jpg)\n\n甲。")).caption.string == caption


def test_two_photos_may_share_a_paragraph(blocks):
    found = blocks("![一](a.jpg){side=left}\n![二](b.jpg){side=right}\n\n甲。")
    assert [
        (block.caption.string, block.source.line) for block in found if isinstance(block, Photo)
    ] == [
        ("一", 5),
        ("二", 6),
    ]


def test_a_photo_inside_a_paragraph_stands_before_it(blocks):
    found = blocks("甲乙，\n![图](a.jpg){line=2}丙丁。")
    assert kinds(found) == ["Photo", "Paragraph"]
    assert (found[0].line, found[0].source.line, found[1].text.string) == (2, 6, "甲乙，丙丁。")


def test_a_photo_above_a_run_in_article_belongs_to_it(body):
    first, second = body("▲ **甲。**文字。\n\n![图](a.jpg)\n\n▲ **乙。**文字。")
    assert kinds(first.blocks) == ["Paragraph"]
    assert kinds(second.blocks) == ["Photo", "Paragraph"]


def test_a_photo_after_the_last_paragraph_ends_the_article(body):
    first, second = body("### 甲\n\n文字。\n\n【供稿：甲】\n\n![图](a.jpg)\n\n### 乙\n\n文字。")
    assert kinds(first.blocks) == ["Paragraph", "Photo"]
    assert kinds(second.blocks) == ["Paragraph"]


def test_a_photo_above_the_first_title_goes_with_the_article(body):
    (article,) = body("![图](a.jpg)\n\n### 甲\n\n文字。")
    assert (kinds(article.blocks), article.title.string) == (["Photo", "Paragraph"], "甲")


def test_a_photo_in_a_heading_follows_it(blocks):
    found = blocks("#### 小标题 ![图](a.jpg)\n\n甲。")
    assert kinds(found) == ["Photo", "Subheading", "Paragraph"]


def test_nothing_is_fetched(read):
    issue, findings = read("## 【栏目】\n\n### 题\n\n![图](https://example.com/a.jpg)\n\n甲。")
    assert [(finding.level, finding.code, finding.source.line) for finding in findings] == [
        ("error", "photo-not-a-file", 5)
    ]
    assert all(isinstance(block, Paragraph) for block in issue.sections[0].articles[0].blocks)


def test_embedded_data_is_not_quoted_at_length(read):
    _, findings = read(
        f"## 【栏目】\n\n### 题\n\n![图](data:image/png;base64,{'A' * 9000})\n\n甲。"
    )
    assert len(findings[0].message) < 300


@pytest.mark.parametrize("content", ["![图](a.jpg", "![图]", "![图][1]"])
def test_an_unfinished_photo_prints_and_is_reported(read, content):
    issue, findings = read(f"## 【栏目】\n\n### 题\n\n{content}")
    assert issue.sections[0].articles[0].blocks[0].text.string == content
    assert [finding.code for finding in findings] == ["photo-markup"]


@pytest.mark.parametrize(
    ("attributes", "named"),
    [
        ("{sid=left}", "side"),
        ("{side=middle}", "middle"),
        ("{width=wide}", "wide"),
        ("{width=0}", "width"),
        ("{width=-3em}", "-3em"),
        ("{width=1e9}", "1e9"),
        ("{width=50%}", "50%"),
        ("{line=-1}", "-1"),
        ("{line=2.5}", "2.5"),
        ("{standoff=x}", "x"),
        ("{standoff=201}", "201"),
        ("{side=left side=right}", "side"),
        ("{wrap}", "wrap"),
        ("{side=left", "}"),
        ("{高=3}", "高"),
    ],
)
def test_a_wrong_attribute_is_a_warning_that_names_it_and_its_line(read, attributes, named):
    text = f"## 【栏目】\n\n### 题目\n\n甲，\n![图](a.jpg){attributes}\n\n乙。"
    issue, findings = read(text)
    warning = next(finding for finding in findings if finding.code == "photo-attribute")
    assert (warning.level, warning.source.line) == ("warning", 6)
    assert named in warning.zh
    assert named in warning.en
    assert [
        block.path for block in issue.sections[0].articles[0].blocks if isinstance(block, Photo)
    ]


def test_attributes_of_other_programs_leave_ours_as_they_are(read):
    """What pandoc writes of a photo from a Word file, with one of ours behind it."""
    attributes = '{#fig:1 .wide width="5.768in" height="3.2in" side=left}'
    issue, findings = read(f"## 【栏目】\n\n### 题\n\n![图](a.jpg){attributes}\n\n甲。")
    photo = issue.sections[0].articles[0].blocks[0]
    assert (photo.side, photo.width) == (Side.LEFT, None)
    codes = [finding.code for finding in findings]
    assert codes == ["photo-attribute"] * 4


def test_a_photo_without_a_file_is_refused(refused):
    assert refused("## 【栏目】\n\n### 题\n\n![图]()\n\n甲。").source.line == 5
