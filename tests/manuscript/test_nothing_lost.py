"""Whatever is typed comes back exactly once and in order, and nothing but a ManuscriptError ever
comes out.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layouts.errors import ManuscriptError
from layouts.manuscript import read_manuscript
from layouts.manuscript.blocks import read_blocks
from layouts.manuscript.dialect import make_parser
from layouts.manuscript.flatten import parse_blocks

PLAIN = "甲乙丙丁戊己庚，。、：；！？“”‘’（）《》——……·％ abcXYZ012"
MARKUP = "甲乙丙丁 　。，#>-+*_01.)|:`~!\\&;<=\t[]【】▲一、（）供稿：\n"
NEWSLETTER = "## 【栏目】\n\n### 题目\n\n{}\n"
given_any = settings(
    max_examples=examples(400),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("manuscript") / "issue.md"


def squeezed(text: str) -> str:
    return "".join(text.split())


@given_any
@given(st.lists(st.text(alphabet=PLAIN, min_size=1, max_size=60), max_size=6))
def test_plain_paragraphs_come_back_exactly_once_and_in_order(path, characters, paragraphs):
    path.write_text(NEWSLETTER.format("\n\n".join(paragraphs)), "utf-8")
    issue, _ = read_manuscript(path)
    assert characters(issue) == "栏目题目" + squeezed("".join(paragraphs))


@given_any
@given(st.text(alphabet=MARKUP, max_size=200))
def test_no_markup_loses_a_chinese_character(path, characters, text):
    path.write_text(NEWSLETTER.format(text), "utf-8")
    issue, _ = read_manuscript(path)
    letters = re.compile("[^甲乙丙丁。，▲一、供稿：]")
    assert letters.sub("", characters(issue)) == letters.sub("", text)


@given_any
@given(
    st.lists(st.text(alphabet="甲乙 #>-+*_01.)|:`~![]\t　a▲、【】", max_size=8), max_size=9).map(
        "\n".join
    )
)
def test_lines_read_without_the_parser_are_what_the_parser_reads(text):
    parser = make_parser()
    alone = read_blocks(text, "issue.md", 1, lambda: parser)
    assert alone == parse_blocks(text.split("\n"), "issue.md", 1, parser)


@given_any
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(str.encode),
        st.text(alphabet=MARKUP + "{}=/", max_size=300).map(str.encode),
    )
)
def test_any_file_is_read_or_refused_with_a_sentence(path, data):
    path.write_bytes(data)
    try:
        issue, findings = read_manuscript(path)
    except ManuscriptError as error:
        assert error.zh
        assert error.en
        assert error.source is not None
    else:
        assert issue.sections
        assert all(finding.source and finding.zh and finding.en for finding in findings)


@given_any
@given(st.text(alphabet="abcissue:期日期 \n'\"[]{}&*!|>%@`#-,?1·：", max_size=120))
def test_any_front_matter_is_read_or_refused_with_a_sentence(path, text):
    path.write_text(f"---\nissue: 3\n{text}\n---\n\n## 【甲】\n\n### 题\n\n文。\n", "utf-8")
    try:
        read_manuscript(path, open_settings=["abc", "a"])
    except ManuscriptError as error:
        assert error.source is not None
        assert error.source.line
