"""House files: read, written, and what is said of one that is wrong."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.errors import WordListError
from layouts.importing.tidying import LIST_STYLES, RULE_NAMES, TidyChoice
from layouts.importing.wording import (
    HouseWords,
    Leader,
    Unit,
    house_toml,
    load_house_words,
    save_house_words,
)
from resources import resource


@pytest.fixture
def load(tmp_path):
    def load(text: str) -> HouseWords:
        path = tmp_path / "house.toml"
        path.write_text(text, "utf8")
        return load_house_words(path)

    return load


def test_an_empty_file_has_empty_lists_and_tidies_by_every_rule(load):
    house = load("")
    assert house == HouseWords()
    assert house.tidy.names == RULE_NAMES


def test_the_example_is_one_that_the_writer_has_written():
    path = resource("words/house.toml")
    house = load_house_words(path)
    assert house.leaders[0] == Leader("陆明远", "区委书记")
    assert house_toml(house) == path.read_text("utf8")


def test_rules_can_be_switched_off_and_lists_numbered(load):
    house = load('[tidy]\nlist_style = "1."\n[tidy.rules]\ndates = false\n')
    assert house.tidy == TidyChoice(RULE_NAMES - {"dates"}, "1.")


def test_what_is_saved_reads_back_and_nothing_lies_beside_it(tmp_path):
    path = tmp_path / "词表.toml"
    house = HouseWords((Leader("王芳", "区长"),), spellings={"甲": "乙"})
    save_house_words(path, house)
    assert load_house_words(path) == house
    assert [file.name for file in tmp_path.iterdir()] == ["词表.toml"]


_WORD = st.text("云栖区王芳a1\"\\'#=[]-. ", min_size=2, max_size=8).filter(
    lambda w: len(w.strip()) > 1
)
_WORDS = st.lists(_WORD.map(str.strip), unique=True, max_size=3)


@given(
    _WORDS,
    _WORDS,
    _WORDS,
    st.sampled_from(LIST_STYLES),
    st.sets(st.sampled_from(sorted(RULE_NAMES))),
)
def test_whatever_the_lists_hold_reads_back(tmp_path_factory, names, units, words, style, rules):
    house = HouseWords(
        leaders=tuple(Leader(name, "区委副书记、区长") for name in names),
        people=tuple(names),
        units=tuple(Unit(unit, tuple(names)) for unit in units),
        spellings={word: f"{word}好" for word in words},
        avoided=dict.fromkeys(words, ""),
        tidy=TidyChoice(frozenset(rules), style),
    )
    path = tmp_path_factory.mktemp("house") / "house.toml"
    save_house_words(path, house)
    assert load_house_words(path) == house


@pytest.mark.parametrize(
    ("text", "line", "zh"),
    [
        ("leaders = 3", 1, "leaders 应为一组表（[[…]]），不能是 3"),
        ("\n[[leaders]]\ntitle = '区长'", 2, "缺少 leaders[1].name"),
        (
            "[[leaders]]\nname = '王'",
            2,
            'leaders[1].name 应为 2 到 60 字、不含冒号的词，不能是 "王"',
        ),
        ("[[leader]]\nname = '王芳'", 1, "没有 leader 这一项（是不是 leaders？）"),
        (
            "[[units]]\nname='甲乙'\nshort='甲'",
            3,
            'units[1].short 应为一组不超过 60 字的词，不能是 "甲"',
        ),
        ("[spellings]\n'甲:乙' = '丙'", 2, "spellings.甲:乙 应为 1 到 60 字、不含冒号的词"),
        ("[spellings]\n'甲' = '甲'", 2, "spellings.甲 的写法和要改成的写法一样，请删去这一行"),
        ("[avoided]\n'' = '甲'", 2, "avoided. 应为 1 到 60 字、不含冒号的词"),
        ("[tidy]\nlist_style = '1)'", 2, "tidy.list_style 应为 "),
        ("[tidy.rules]\ndate = false", 2, "没有 tidy.rules.date 这一项（是不是 dates？）"),
        ("people = [1]", 1, "people 应为一组不超过 60 字的词，不能是 [1]"),
        ("people = [", 1, "TOML 写法有误"),
        (
            "[[leaders]]\nname='王芳'\n[[leaders]]\nname='王芳'",
            4,
            "leaders[2].name：“王芳”写了两次，请删去一个",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(load, text, line, zh):
    with pytest.raises(WordListError, match=re.escape(zh)) as refused:
        load(text)
    assert refused.value.source.line == line
    assert refused.value.en


def test_a_file_that_is_no_utf_8_is_refused(tmp_path):
    path = tmp_path / "house.toml"
    path.write_bytes("people = [\n'王芳']".encode("gb18030"))
    with pytest.raises(WordListError, match="UTF-8") as refused:
        load_house_words(path)
    assert refused.value.source.line == 2


def test_a_file_that_is_missing_or_too_large_is_refused(tmp_path):
    with pytest.raises(WordListError, match="文件不存在"):
        load_house_words(tmp_path / "none.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * 600_000)
    with pytest.raises(WordListError, match="太大"):
        load_house_words(tmp_path / "large.toml")
