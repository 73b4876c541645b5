"""Markdown of Typora, Obsidian, Notion, pandoc, GitHub, and of nobody in particular."""

import pytest
from web_pages import PNG, cells, lost, marks, note, paragraphs, photos, strings, table

from layouts.errors import ManuscriptError
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.markdown import is_banxin_manuscript, read

GRID = "+------+------+\n"


def test_headings_and_paragraphs_know_their_lines(tmp_path):
    found = paragraphs(note("# 题目\n\n一段。\n\n## 小标题\n\n　　二段。\n", tmp_path))
    assert [(one.text.string, one.look.heading, one.line) for one in found] == [
        ("题目", 1, 1),
        ("一段。", 0, 3),
        ("小标题", 2, 5),
        ("二段。", 0, 7),
    ]
    assert found[3].look.indent == 2


def test_headings_without_the_space_and_with_attributes(tmp_path):
    found = note("#题目\n\n##小标题\n\n### 又一 {#id .unnumbered}\n\n正文", tmp_path)
    assert strings(found) == ["题目", "小标题", "又一", "正文"]
    assert [one.look.heading for one in paragraphs(found)] == [1, 2, 3, 0]


# Settings at the top


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: 题目\nauthor:\n- 甲\n- 乙\ndate: 2026-03-12\n---\n",
        "---\ntitle: 题目\nauthor: {name: 甲 乙}\ndate: 2026-03-12\n...\n",
        "+++\ntitle = '题目'\nauthor = \"甲 乙\"\ndate = 2026-03-12\n+++\n",
        "% 题目\n% 甲 乙\n% 2026-03-12\n",
        "---\n标题: 题目\n作者: 甲 乙\n日期: 2026-03-12\n---\n",
    ],
)
def test_title_author_and_day_of_the_settings_stand_above_the_text(tmp_path, head):
    found = paragraphs(note(f"{head}\n正文。", tmp_path))
    assert [one.text.string for one in found] == ["题目", "甲 乙", "2026-03-12", "正文。"]
    assert found[0].look.is_title
    assert [one.look.style for one in found] == ["", "Author", "Date", ""]


def test_a_title_that_stands_in_the_text_too_stands_once(tmp_path):
    found = note("---\ntitle: 题目\nauthor: 甲\n---\n# 题目\n\n正文。", tmp_path)
    assert strings(found) == ["题目", "甲", "正文。"]


def test_keys_nobody_knows_are_a_warning_and_are_kept_among_what_is_lost(tmp_path):
    found = note("---\ntags: [简报]\naliases: []\n---\n正文。", tmp_path)
    assert strings(found) == ["正文。"]
    (finding,) = found.findings
    assert (finding.level, finding.code) == ("warning", "front-matter-unread")
    assert "tags、aliases" in finding.zh
    assert lost(found)["front-matter"] == "tags: 简报\naliases:"


@pytest.mark.parametrize(
    "head",
    [
        "title: [题",
        "title: '题",
        "title: *a",
        "a: !!python/x y",
        "\ttitle: 题",
        "标题：题",
        "a: b: c",
    ],
)
def test_broken_settings_are_never_a_refusal(tmp_path, head):
    found = note(f"---\n{head}\n---\n\n正文。", tmp_path)
    assert strings(found)[-1] == "正文。"


def test_a_rule_at_the_top_is_none_of_the_settings(tmp_path):
    assert strings(note("---\n\n正文。\n\n---\n\n又。", tmp_path)) == ["正文。", "又。"]


# What nobody sees


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("%%暗%%", "comment"),
        ("%%\n暗\n\n暗\n%%", "comment"),
        ("<!-- 暗 -->", "comment"),
        ("[toc]", "markup"),
        ("[[toc]]", "markup"),
        ("{: .wide}", "markup"),
        ("#简报 #投稿", "markup"),
        ("```mermaid\ngraph TD\n```", "foreign-code"),
        ("![[另一篇]]", "embedded-file"),
        ("[^9]: 没有人提到", "note"),
    ],
)
def test_what_is_no_text_is_told_and_not_printed(tmp_path, text, code):
    found = note(f"# 题\n\n前。\n\n{text}\n\n后。", tmp_path)
    assert strings(found) == ["题", "前。", "后。"]
    assert code in lost(found)


def test_comments_and_anchors_inside_a_line(tmp_path):
    found = note("前%%暗%%后 ^abc123\n\n甲<!-- 暗 -->乙", tmp_path)
    assert strings(found) == ["前后", "甲乙"]
    assert [one.text for one in found.lost if one.code == "markup"] == ["^abc123"]


def test_percents_that_are_no_comments_stay(tmp_path):
    assert strings(note("增长50%%和30%%，`%%码%%`", tmp_path))[0].startswith("增长50%%和30%%")


# In a line


@pytest.mark.parametrize(
    ("text", "string"),
    [
        ("[[云栖馆]]联合", "云栖馆联合"),
        ("[[云栖馆|本馆]]联合", "本馆联合"),
        ("==联合==举办", "联合举办"),
        ('举办\\"活动\\"', '举办"活动"'),
        ("[附件](a.docx)见", "附件见"),
        ("[本馆]{.smallcaps}的", "本馆的"),
        ("`代码 *x*`里", "代码 *x*里"),
        ("3~5天和8~10天", "3~5天和8~10天"),
        ("花费$5和$6元", "花费$5和$6元"),
        ("$\\alpha \\leq 5\\%$时", "α≤5%时"),
        ("[1] 甲 [注] 乙", "[1] 甲 [注] 乙"),
        ("文件_a_b_名", "文件_a_b_名"),
        ("<font color=red>红</font>字", "红字"),
        ("&lt;甲&gt;", "<甲>"),
        ("<甲乙>丙", "<甲乙>丙"),
    ],
)
def test_markup_is_read_and_never_printed_as_source(tmp_path, text, string):
    assert strings(note(text, tmp_path)) == [string]


@pytest.mark.parametrize(
    ("text", "kind", "words", "value"),
    [
        ("**注意。**后面", "bold", "注意。", ""),
        ("*原图*著录", "kai", "原图", ""),
        ("[本馆]{.underline}的", "underline", "本馆", ""),
        ("<u>本馆</u>的", "underline", "本馆", ""),
        ("~~暗~~的", "strike", "暗", ""),
        ("m^2^的", "superscript", "2", ""),
        ("H~2~O", "subscript", "2", ""),
        ("$m^{2}$的", "superscript", "2", ""),
        ("[网](https://a.cn/x)上", "link", "网", "https://a.cn/x"),
        ("一千张^[见附件]。", "note", "张", "见附件"),
        ("一千张[^甲]。\n\n[^甲]: 见**附件**\n    续行", "note", "张", "见附件 续行"),
    ],
)
def test_marks(tmp_path, text, kind, words, value):
    found = marks(paragraphs(note(text, tmp_path))[0])
    assert " ".join(str(found[kind][1]).split()) == value
    assert found[kind][0] == words


def test_a_note_that_is_not_there_prints_as_typed(tmp_path):
    assert strings(note("一千张[^1]。", tmp_path)) == ["一千张[^1]。"]


# Lines


def test_lines_a_person_ended_are_paragraphs_and_hard_breaks_lines(tmp_path):
    found = note("作者: 甲\n日期: 2026年\n状态: 完\n\n前\\\n后  \n末", tmp_path)
    assert strings(found) == ["作者: 甲", "日期: 2026年", "状态: 完", "前\u2028后\u2028末"]
    assert [one.line for one in paragraphs(found)][:3] == [1, 2, 3]


def test_lines_a_program_wrapped_are_one_paragraph(tmp_path):
    sentence = (
        "云栖区图书馆联合三所中小学举办书香进校园活动，累计发放读书卡一千二百张，受到师生欢迎。"
    )
    whole = [sentence * 3, sentence * 4]
    wrapped = [[text[k : k + 36] for k in range(0, len(text), 36)] for text in whole]
    found = note("\n\n".join("\n".join(lines) for lines in wrapped), tmp_path)
    assert strings(found) == whole


# Blocks


def test_items_have_their_numbers_and_boxes(tmp_path):
    found = note("- 甲\n    1. 乙\n    2. 丙\n- [x] 丁\n- [ ] 戊\n\n3) 己", tmp_path)
    assert strings(found) == ["•甲", "1.乙", "2.丙", "☑丁", "☐戊", "3)己"]


def test_quotations_and_callouts_without_their_kind(tmp_path):
    found = note("> [!note] 编者按\n> 请学习。\n\n> 引文", tmp_path)
    assert strings(found) == ["编者按", "请学习。", "引文"]
    assert all(one.look.is_quote for one in paragraphs(found))


def test_fenced_divisions_leave_what_stands_in_them(tmp_path):
    text = '::: {custom-style="题注"}\n图 1\n:::\n\n::: warning 注意\n一段。\n:::\n'
    found = paragraphs(note(text, tmp_path))
    assert [(one.text.string, one.look.style) for one in found] == [
        ("图 1", "题注"),
        ("注意", ""),
        ("一段。", ""),
    ]


def test_a_piped_table_keeps_cells_beyond_its_header(tmp_path):
    found = note("| 年 | 册 |\n|:-:|--:|\n| 2025 | 1 | 余 |\n| 2026 | a<br>b |", tmp_path)
    assert cells(found) == [["年", "册"], ["2025", "1 余"], ["2026", "a\u2028b"]]
    assert table(found).alignments == ("center", "right")


@pytest.mark.parametrize(
    "text",
    [
        "  年份   册数\n  ------ ------\n  2025   100\n  2026   200\n",
        "------ ------\n年份   册数\n2025   100\n2026   200\n------ ------\n",
        "-------------\n年份   册数\n------ ------\n2025   100\n\n2026   200\n-------------\n",
        f"{GRID}| 年份 | 册数 |\n{GRID.replace('-', '=')}| 2025 | 100  |\n{GRID}| 2026 | 200  |\n{GRID}",
    ],
)
def test_the_tables_of_pandoc_are_tables(tmp_path, text):
    found = note(f"前。\n\n{text}\n后。", tmp_path)
    rows = [row for row in cells(found) if any(row)]
    assert rows == [["年份", "册数"], ["2025", "100"], ["2026", "200"]]
    assert strings(found) == ["前。", "后。"]


def test_a_definition_that_leads_nowhere_is_text(tmp_path):
    assert strings(note("[来源]: 云栖发布", tmp_path)) == ["[来源]: 云栖发布"]


# Photos


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("![会场](图/a.png){width=50%}", 0.5),
        ("![会场](图/a.png =350x)", 0.5),
        ("![会场](图/a.png =350x200)", 0.5),
        ("![会场|350](图/a.png)", 0.5),
        ("![[a.png|会场|350]]", 0.5),
        ('![会场](图/a.png "全景")', None),
        ("![会场](<图/a.png>){#fig .wide}", None),
        ("![会场](%E5%9B%BE/a.png)", None),
        (r"![会场](图\a.png)", None),
        ("![会场](a.png)", None),
    ],
)
def test_photos_as_each_program_writes_them(tmp_path, text, share):
    (tmp_path / "图").mkdir()
    (tmp_path / "图" / "a.png").write_bytes(PNG)
    found = note(f"前。\n\n{text}\n\n后。", tmp_path)
    (photo,) = photos(found)
    assert photo.path.read_bytes() == PNG
    assert (photo.caption.string, photo.share) == ("会场", share)
    assert strings(found) == ["前。", "后。"]


@pytest.mark.parametrize(
    "words", ["Untitled", "image.png", "IMG_2026", "a", "", "微信图片_2026031"]
)
def test_words_that_no_person_wrote_are_no_caption(tmp_path, words):
    found = note(f"![{words}](a.jpg)\n\n字", tmp_path)
    assert [photo.caption.string for photo in photos(found)] == [""]


def test_photos_of_pandoc_are_measured_on_the_page_of_word(tmp_path):
    found = note('![](a.jpeg){width="5.768055in" height="3.2in"}\n\n字', tmp_path)
    assert photos(found)[0].share == pytest.approx(1.0, abs=0.001)


# The whole


def test_a_file_tells_its_encoding(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("# 题目\n\n云栖区图书馆联合三所中小学举办活动。".encode("gb18030"))
    found = read(path, PhotoStore(tmp_path / "store"))
    assert (found.encoding, found.kind, strings(found)[0]) == ("gb18030", "markdown", "题目")


@pytest.mark.parametrize(
    "text", ["> " * 200 + "字", "".join("  " * k + "- 字\n" for k in range(100))]
)
def test_what_is_nested_too_deeply_is_refused_with_a_sentence(tmp_path, text):
    with pytest.raises(ManuscriptError) as caught:
        note(text, tmp_path)
    assert "套得太深" in caught.value.zh


@pytest.mark.parametrize(
    "text",
    [
        "---\npublication: 河湾简报\nissue: 7\n---\n\n正文",
        "---\n刊名: 河湾简报\n---\n\n正文",
        "---\nmeasure: 34\nissuer: 某办\n---\n",
        "## 【工作动态】\n\n### 题目\n\n正文",
        "### 题目 {keep}\n\n正文",
        "正文\n\n最快三天 {pull-quote}\n",
        "![图](a.jpg){side=right width=16em}\n",
        "▲ **导语。**正文",
    ],
)
def test_banxins_own_manuscripts_are_told(text):
    assert is_banxin_manuscript(text)
    assert is_banxin_manuscript(text.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "text",
    [
        "# 题目\n\n正文",
        "---\ntitle: 题目\nauthor: 甲\ndate: 2026-03-12\n---\n\n正文",
        "---\nlayout: post\ntags: [a]\n---\n\n正文",
        "---\ntags: []\naliases: []\ncreated: 2026-03-12\n---\n\n# 题目",
        "# 题目\n\n作者: 甲\n日期: 2026年3月12日",
        '![](a.jpeg){width="5.7in" height="3.2in"}',
        "# 题目 {#id}\n\n[甲]{.underline}，{甲}",
        "【编者按】正文",
    ],
)
def test_markdown_of_others_is_none_of_ours(text):
    assert not is_banxin_manuscript(text)
