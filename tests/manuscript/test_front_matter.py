"""Front matter: what each key becomes, and the sentence with its line for each that is wrong."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.errors import ManuscriptError, Source
from layouts.issue.issue import SetAside
from layouts.manuscript.plainyaml import read_plain
from layouts.manuscript.yamlguard import YamlEntry, read_mapping

BODY = "\n## 【栏目】\n\n### 题目\n\n一段文字。\n"


def front(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", BODY])


def test_every_key_is_read(read):
    issue, findings = read(
        front(
            "publication: 新城简报",
            "issue: 14",
            "total: 850",
            "date: 2025-08-31",
            "issuer: 新城办公室",
            "layout: neikan-a4-2col",
            "contents: false",
            "editor: 张三、李四",
            'telephone: "010-12345678"',
            "distribution: {报: 区委, 送: 各镇, 发: 各科室}",
            "copies: 120",
            "secrecy: 内部资料",
            'copy_number: "000123"',
        )
    )
    assert findings == ()
    masthead, colophon = issue.masthead, issue.colophon
    assert (masthead.publication, masthead.number, masthead.total) == ("新城简报", 14, 850)
    assert (masthead.date, masthead.issuer) == (datetime.date(2025, 8, 31), "新城办公室")
    assert (masthead.secrecy, masthead.copy_number) == ("内部资料", "000123")
    assert (issue.layout, issue.contents) == ("neikan-a4-2col", False)
    assert (colophon.editor, colophon.telephone, colophon.copies) == (
        "张三、李四",
        "010-12345678",
        120,
    )
    assert (colophon.report_to, colophon.send_to, colophon.distribute_to) == (
        "区委",
        "各镇",
        "各科室",
    )


def test_chinese_keys_mean_the_same(read):
    issue, _ = read(
        front(
            "刊名: 新城简报",
            "期号: 第 14 期",
            "总期: 八百五十",
            "日期: 2025 年 8 月 31 日",
            "主办: 新城办公室",
            "版式: neikan-a4-2col",
            "目录: 否",
            "责任编辑: 张三",
            "电话: 12345678",
            "报送: 报：区委 送：各镇 发：各科室",
            "印数: 共印 120 份",
            "密级: 秘密",
            "编号: 000123",
        )
    )
    assert (issue.masthead.number, issue.masthead.total) == (14, 850)
    assert issue.masthead.date == datetime.date(2025, 8, 31)
    assert (issue.masthead.issuer, issue.layout, issue.contents) == (
        "新城办公室",
        "neikan-a4-2col",
        False,
    )
    assert (issue.colophon.editor, issue.colophon.telephone, issue.colophon.copies) == (
        "张三",
        "12345678",
        120,
    )
    assert (issue.colophon.report_to, issue.colophon.distribute_to) == ("区委", "各科室")
    assert (issue.masthead.secrecy, issue.masthead.copy_number) == ("秘密", "000123")


@pytest.mark.parametrize("key", ["copy_number", "copy number", "Copy-Number", "编号"])
def test_a_key_may_be_spaced_or_capitalised(read, key):
    assert read(front(f"{key}: A7"))[0].masthead.copy_number == "A7"


@pytest.mark.parametrize(
    "written",
    ["2025-08-31", "2025-8-31", "2025/8/31", "2025 年 8 月 31 日", "二〇二五年八月三十一日"],
)
def test_dates_are_read_as_written(read, written):
    assert read(front(f"date: {written}"))[0].masthead.date == datetime.date(2025, 8, 31)


@pytest.mark.parametrize(
    "lines",
    [
        ("distribution:", "  报: 区委", "  发: 各科室"),
        ("distribution: {report: 区委, distribute: 各科室}",),
        ("distribution: '报：区委 发：各科室'",),
        ("distribution:", "- 报：区委", "- 发：各科室"),
    ],
)
def test_distribution_has_four_forms(read, lines):
    colophon = read(front(*lines))[0].colophon
    assert (colophon.report_to, colophon.send_to, colophon.distribute_to) == ("区委", "", "各科室")


def test_a_number_is_kept_as_typed_where_text_is_meant(read):
    issue, _ = read(front("telephone: 0571", "copy_number: 007"))
    assert (issue.colophon.telephone, issue.masthead.copy_number) == ("0571", "007")


def test_an_empty_value_is_not_given(read):
    issue, _ = read(front("editor:", "issue: ~", "publication: 刊名"))
    assert (issue.colophon.editor, issue.masthead.number) == ("", None)


def test_front_matter_is_optional(read):
    issue, _ = read(BODY)
    assert (issue.layout, issue.contents, issue.masthead.publication) == ("jianbao-a4", True, "")


def test_empty_front_matter_is_none(read):
    assert read(f"---\n---\n{BODY}")[0].layout == "jianbao-a4"


def test_a_body_that_begins_with_a_page_turn_is_no_front_matter(read):
    issue, _ = read(f"---\n{BODY}\n---\n\n### 又一篇\n\n文字。\n")
    assert [article.break_before for article in issue.sections[0].articles] == [False, True]


def test_comments_and_blank_lines_may_stand_above_the_first_key(read):
    assert read(front("", "# 说明", "issue: 3"))[0].masthead.number == 3


def test_lines_are_counted_from_the_top_of_the_file(read):
    issue, _ = read(front("# 说明", "issue: 3", "layout: x"))
    assert issue.setting_sources["layout"].line == 4
    assert issue.sections[0].source.line == 7


# Settings that a layout opens


def test_an_open_setting_keeps_its_yaml_value_and_line(read):
    issue, _ = read(
        front("issue: 3", "measure: 34", "punctuation: office"),
        open_settings=("measure", "punctuation"),
    )
    assert issue.settings == {"measure": 34, "punctuation": "office"}
    assert [issue.setting_sources[name].line for name in ("measure", "punctuation")] == [3, 4]


def test_open_settings_may_be_asked_of_the_layout(read):
    asked = []

    def open_settings(layout, source):
        asked.append((layout, source.line))
        return ["body.size"]

    issue, _ = read(front("layout: neikan-a4-2col", "body.size: 四号"), open_settings=open_settings)
    assert asked == [("neikan-a4-2col", 2)]
    assert issue.settings == {"body.size": "四号"}


def test_a_setting_the_layout_does_not_open_is_unknown(read):
    issue, findings = read(front("issue: 3", "measure: 34"))
    unknown = next(finding for finding in findings if finding.code == "key-unknown")
    assert (unknown.source.line, "measure" in unknown.zh, "measure" in unknown.en) == (
        3,
        True,
        True,
    )
    assert issue.settings == {}


# Wrong values


def test_an_unknown_key_is_a_warning_with_its_line_and_a_suggestion(read):
    issue, findings = read(front("issue: 3", "publicaton: 刊名"))
    unknown = next(finding for finding in findings if finding.code == "key-unknown")
    assert (unknown.level, unknown.source.line) == ("warning", 3)
    assert unknown.zh == "稿头里没有“publicaton”这一项，没有用上；是不是“publication”？"
    assert unknown.en == (
        "`publicaton` is no key of the front matter and is not used; did you mean `publication`?"
    )
    assert (issue.masthead.number, issue.masthead.publication) == (3, "")


def test_the_settings_of_other_programs_are_warnings(read):
    lines = ("title: 题目", "tags: [简报, 投稿]", "aliases: []", "author:", "- 甲", "- 乙")
    _, findings = read(front(*lines, "issue: 3"))
    unknown = [finding for finding in findings if finding.code == "key-unknown"]
    assert [finding.source.line for finding in unknown] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "line",
    [
        "issue: abc",
        "issue: 0",
        "issue: -3",
        "issue: 3.5",
        "issue: [1, 2]",
        "total: {a: 1}",
        "date: 2023-13-45",
        "date: 2023-02-29",
        "date: 明天",
        "contents: 也许",
        "copies: 很多",
        "publication: [甲, 乙]",
        "editor: {甲: 乙}",
        "distribution: 各单位",
        "distribution: {甲: 乙}",
        "distribution: {报: 甲, report: 乙}",
        "期: 十二月",
    ],
)
def test_a_wrong_value_names_key_and_line(refused, line):
    error = refused(front("# 说明", line))
    key = line.split(":")[0]
    assert error.source.line == 3
    assert key in error.zh
    assert key in error.en


@pytest.mark.parametrize(
    "line", ["measure: 2025-13-45", "measure: 0b_", "measure: =", "measure: {[a]: b}"]
)
def test_an_open_setting_yaml_cannot_type_is_refused(refused, line):
    assert refused(front(line), open_settings=("measure",)).source.line == 2


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (("issue: 3", "publication: [甲"), 5),
        (("issue: 3", "publication: '甲"), 4),
        (("issue: 3", "\tdate: 2025-08-31"), 3),
        (("issue: 3", "刊名：甲"), 3),
        (("刊名：甲", "issue: 3"), 2),
        (("issue:14",), 2),
        (("issue: 3: 4",), 2),
        (("[甲]: 乙",), 2),
        (("issue: 3", "--- 甲", "乙: 丙"), 3),
    ],
)
def test_broken_yaml_names_its_line(refused, lines, at):
    error = refused(front("issuer: 某办", *lines).replace("issuer: 某办\n", "", 1))
    assert abs(error.source.line - at) <= 1


def test_a_full_width_colon_is_explained(refused):
    error = refused(front("issue: 3", "刊名：新城简报"))
    assert error.source.line == 3
    assert "半角冒号" in error.zh


def test_a_key_given_twice_is_refused(refused):
    assert refused(front("issue: 3", "期号: 4")).source.line == 3
    assert refused(front("measure: 3", "measure: 4"), open_settings=["measure"]).source.line == 3


def test_what_the_issue_has_otherwise_is_read_with_its_lines(read):
    issue, findings = read(
        front(
            "issue: 3",
            "版式修改:",
            "  styles.byline.size: 10pt",
            "  grid.leading: 1.7",
            '  inks.red: {rgb: "#AA0000", cmyk: [0, 100, 100, 10]}',
            "  page.foot:",
            "其他版式:",
            "  neikan-a4-2col: {settings: {measure: 20}, design: {page.top: 3mm}}",
        )
    )
    assert findings == ()
    assert issue.design == {
        "styles.byline.size": "10pt",
        "grid.leading": 1.7,
        "inks.red": {"rgb": "#AA0000", "cmyk": [0, 100, 100, 10]},
    }
    assert issue.setting_sources["grid.leading"].line == 5
    assert issue.set_aside == {"neikan-a4-2col": SetAside({"measure": 20}, {"page.top": "3mm"})}


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (("design: 3",), 2, "逐行写成"),
        (("design: [page.top, 3]",), 2, "逐行写成"),
        (("design:", "  page.top: 3mm", "  page.top: 4mm"), 4, "写了两次"),
        (("design:", "  [a]: 3mm"), 3, "应是一个词"),
        (("design:", "  page.top: 2025-13-45"), 3, "读不懂"),
        (("design: {a: b}", "版式修改: {}"), 3, "重复"),
        (("set_aside:", "  jianbao-a4: {setting: {}}"), 3, "settings 和 design"),
        (("set_aside:", "  jianbao-a4:", "    design: 3"), 4, "逐行写成"),
        (("design:", "  page.top: " + "{a: " * 9 + "1" + "}" * 9), 3, "太深"),
    ],
)
def test_a_design_misspelt_is_one_sentence_with_its_line(refused, lines, line, said):
    error = refused(front(*lines))
    assert (error.source.line, said in error.zh) == (line, True), error.zh


def test_front_matter_that_does_not_end_is_refused(refused):
    error = refused("---\nissue: 3\n\n一段文字。\n")
    assert (error.source.line, "没有结束" in error.zh) == (1, True)


def test_the_billion_laughs_are_refused(refused):
    lines = [
        "a: &a [x, x, x]",
        *(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)),
    ]
    assert "引用" in refused(front(*lines)).zh


@pytest.mark.parametrize(
    "line", ["issue: " + "[" * 100_00, "issue: " + "{a: " * 200 + "1" + "}" * 200]
)
def test_deep_yaml_is_refused(refused, line):
    refused(front(line))


@pytest.mark.parametrize(
    "value", ["!!python/object/apply:os.system [ls]", "!!int x", "!x y", "!!binary x"]
)
def test_yaml_tags_are_refused(refused, value):
    assert refused(front(f"measure: {value}"), open_settings=["measure"]).source.line == 2


def test_very_long_front_matter_is_refused(refused):
    error = refused(front("editor: [" + "甲, " * 40_000 + "]"))
    assert "最多" in error.zh
    assert error.source.line == 2


# The two readers of front matter

PLAIN_WORDS = st.text(alphabet="甲乙abnoyesfTt0189-_.，、 e~:#'\"[]{}&*!|>%@`\t", max_size=12)
PLAIN_SCALARS = st.from_regex(r"[0-9甲]{1,5}[ _-]{0,2}[0-9e月]{0,4}", fullmatch=True)
PLAIN_LINES = st.one_of(
    st.builds("{}: {}".format, PLAIN_WORDS, PLAIN_WORDS),
    st.builds("{}: {}".format, st.sampled_from(["期", "issue", "copy_number", "no"]), PLAIN_WORDS),
    st.builds(
        "{}: {}".format,
        st.sampled_from(["期", "date"]),
        st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    ),
    st.builds("{}{}: {}".format, st.sampled_from(["  ", "    "]), PLAIN_WORDS, PLAIN_WORDS),
    st.builds(
        "{}{}: {}".format, st.sampled_from(["", "  "]), st.sampled_from("甲乙"), PLAIN_SCALARS
    ),
    st.sampled_from(
        ["发送:", "distribution: ", "  报:", "  报: 区委", "  送: 12 34", "    发: 5", "  # 注"]
    ),
    PLAIN_WORDS,
)


def as_read(entry):
    return (
        entry.key,
        entry.written,
        entry.typed() if isinstance(entry, YamlEntry) else entry.value,
        entry.source,
        [as_read(one) for one in (entry.inner() if isinstance(entry, YamlEntry) else entry.inner)],
    )


@given(st.lists(PLAIN_LINES, min_size=1, max_size=5).map("\n".join))
def test_front_matter_read_without_yaml_is_what_yaml_reads(text):
    plain = read_plain(text, "issue.md", 2)
    if plain is None:
        return
    entries = read_mapping(text, "issue.md", 2)
    assert list(map(as_read, plain)) == list(map(as_read, entries))


def test_spaced_numbers_and_keys_below_a_key_are_read_without_yaml():
    text = "telephone: 8600 0101\ndistribution:\n  报: 区委\n  # 说明\n  发: 12月\ncopies: 260\n"
    plain = read_plain(text, "issue.md", 2)
    assert plain is not None
    assert list(map(as_read, plain)) == list(map(as_read, read_mapping(text, "issue.md", 2)))
    assert [entry.value for entry in plain] == ["8600 0101", {"报": "区委", "发": "12月"}, 260]
    assert [entry.source.line for entry in plain[1].inner] == [4, 6]


@pytest.mark.parametrize(
    "text",
    [
        "distribution:",
        "distribution:\ncopies: 3",
        "  copies: 3",
        "copies: 3\n  报: 区委",
        "distribution:\n  报: 区委\n    发: 各镇",
        "distribution:\n    报: 区委\n  发: 各镇",
        "distribution:\n  报:\n    发: 各镇",
        "distribution:\n- 报: 区委",
        "distribution:\n  no: 区委",
        "distribution:\n  报: 010",
    ],
)
def test_front_matter_that_may_mean_more_is_left_to_yaml(text):
    assert read_plain(text, "issue.md", 2) is None


def test_usual_front_matter_is_read_without_yaml():
    text = "publication: 某某简报\n# 说明\nissue: 24\ndate: 2023-12-31\nlayout: jianbao-a4\ncontents: true\n"
    assert [entry.value for entry in read_plain(text, "issue.md", 2) or ()] == [
        "某某简报",
        24,
        datetime.date(2023, 12, 31),
        "jianbao-a4",
        True,
    ]


def test_a_source_reads_as_file_and_line():
    assert str(ManuscriptError("甲", "a", Source("issue.md", 3))) == "issue.md:3: 甲 / a"
