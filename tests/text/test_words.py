"""The words of newsletter Chinese: what the dictionary knows, what rules keep whole, and what it
costs.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.text.words import Dictionary, listed, open_words
from resources import resource

MANUSCRIPTS = Path(__file__).parents[2].parent / "shared" / "manuscripts"


def cut(text: str) -> str:
    return "|".join(open_words().segment(text))


@pytest.mark.parametrize(
    "expected",
    [
        "湖滨|公园|举办|秋季|菊花|展览",
        "研究|生命|起源",
        "武汉市|长江大桥",
        "关于|加强|森林防火|工作|的|通知",
    ],
)
def test_the_most_probable_cut_wins(expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    "name",
    listed("沈嘉禾 顾倩雯 陆骏 钱玥彤 邵梓萱 洪晖 佘立群 瞿懿 石磊 高洁 金鑫 路遥 欧阳书涵 诸葛岚"),
)
@pytest.mark.parametrize(
    "sentence", ["副区长{}赴企业调研", "区委书记{}在沪会见客人", "{}强调要抓好安全生产"]
)
def test_a_name_the_dictionary_lacks_is_one_word(name: str, sentence: str) -> None:
    assert name in open_words().segment(sentence.format(name))


@pytest.mark.parametrize("word", listed("高度重视 安全生产 文明 成功 方便 常态化 全面"))
def test_a_common_word_is_no_name(word: str) -> None:
    assert not open_words().is_name(word)


def test_what_follows_a_name_is_no_part_of_it() -> None:
    assert cut("副主任陆骏等一行赴湖滨公司调研") == "副主任|陆骏|等|一行|赴|湖滨公司|调研"
    assert cut("佘立群及随行人员") == "佘立群|及|随行人员"


@pytest.mark.parametrize(
    "whole",
    listed(
        "国资委 区国资委 市发改委 公积金 公租房 十四五 区人大常委会 副主任 副区长 党委书记 "
        "湖投集团 湖滨控股集团 平湖镇街道 自来水公司 新质生产力 回头看"
    ),
)
def test_institutions_and_terms_are_one_word(whole: str) -> None:
    assert whole in open_words().segment(f"调研{whole}")


@pytest.mark.parametrize(
    "expected",
    [
        "召开| |2026 年|总结会",
        "2026 年 8 月 31 日|起",
        "2026年8月底|前",
        "湖府|〔2026〕12号|文件",
        "第 14 期|简报",
        "第十五届|运动会",
        "二〇二六年|计划",
        "惠及|3万余人次",
        "达|98.5%|以上",
        "7×24小时|服务",
        "5G|基站",
        "2025—2027年|规划",
        "GB/T|发布",
        "café|开业",
    ],
)
def test_numbers_units_dates_and_latin_words_are_one_word(expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected


def test_marks_are_words_of_their_own_and_dashes_are_one() -> None:
    assert cut("守底线，保安全——湖滨在行动……") == "守|底线|，|保|安全|——|湖滨|在|行动|……"


@given(
    st.text(
        alphabet=st.sampled_from(
            "区委书记沈嘉禾集团第一二三年月 2026A%，。“”——……𠮷é\n\u0301\U0001f600"
        ),
        max_size=60,
    )
    | st.text(max_size=60)
)
def test_the_words_joined_are_the_text(text: str) -> None:
    words = open_words().segment(text)
    assert "".join(words) == text
    assert all(words)


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "words.dat"
    other.write_bytes(b"something else")
    with pytest.raises(ValueError, match="words"):
        Dictionary(other)


def test_a_resource_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such"):
        resource("words/no-such")


def test_the_file_is_what_its_script_builds() -> None:
    pytest.importorskip("jieba", reason="jieba is needed only to build words.dat")
    from resources.build_words import buckets, compiled, frequencies

    assert compiled(buckets(frequencies())) == resource("words/words.dat").read_bytes()


@pytest.mark.skipif(
    not MANUSCRIPTS.is_dir(), reason="the shared manuscripts are not beside this checkout"
)
def test_every_contributor_of_the_manuscripts_is_kept_whole() -> None:
    for manuscript in sorted(MANUSCRIPTS.glob("*.md")):
        bylines = re.findall("【供稿：([^】]*)】", manuscript.read_text(encoding="utf-8"))
        names = {
            part for byline in bylines for part in re.split("[、 ]", byline) if 2 <= len(part) <= 3
        }
        assert [
            name for name in names if name not in open_words().segment(f"副区长{name}赴企业调研")
        ] == []
