"""Texts held against the word lists of a house: what is found, and what is no fault."""

from __future__ import annotations

import pytest

from layouts.errors import Source
from layouts.importing.wording import HouseWords, Leader, Unit, differing, looked_over
from layouts.importing.wording.words import are_alike, wrong_words
from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.text import Text
from layouts.text.words import open_words

SOURCE = Source("稿件.txt", 1)
HOUSE = HouseWords(
    leaders=(
        Leader("陆明远", "区委书记"),
        Leader("周小舟", "区委副书记、区长"),
        Leader("沈若兰", "区委常委、副区长"),
        Leader("刘骏", "副区长"),
    ),
    people=("陆明媛",),
    units=(
        Unit("云栖区图书馆", ("区图书馆", "区图")),
        Unit("云栖城市建设集团有限公司", ("城建集团",)),
    ),
    spellings={"微信公共号": "微信公众号", "新城": "云栖新城"},
    avoided={"老百姓": "写“群众”", "大咖": ""},
)


def found(*paragraphs: str, house: HouseWords = HOUSE) -> list[tuple[str, str, str]]:
    """Code, words and what should stand there, of all that is found in an article."""
    blocks = tuple(Paragraph(Text(text), SOURCE) for text in paragraphs)
    looked = looked_over(Article(ArticleKind.HEADLINE, Text("题"), blocks, SOURCE), house)
    slips = [*looked.slips, *differing(looked.used)]
    return [
        (slip.code, paragraphs[slip.place.block][slip.start : slip.end], slip.preferred)
        for slip in slips
    ]


@pytest.mark.parametrize(
    ("text", "typed", "name"),
    [
        ("副区长刘俊强调要抓好落实。", "刘俊", "刘骏"),
        ("刘竣参加活动。", "刘竣", "刘骏"),
        ("区委书记卢明远出席。", "卢明远", "陆明远"),
        ("陆明沅、周小舟出席。", "陆明沅", "陆明远"),
        ("区长周小丹讲话。", "周小丹", "周小舟"),
        ("周小洲一行赴企业调研。", "周小洲", "周小舟"),
        ("云栖区图书管举办活动。", "云栖区图书管", "云栖区图书馆"),
    ],
)
def test_a_name_with_one_other_character_is_found(text, typed, name):
    house = HouseWords(HOUSE.leaders, units=(Unit("云栖区图书馆"),))
    assert found(text, house=house) == [("name-near", typed, name)]


@pytest.mark.parametrize(
    "text",
    [
        "副区长刘骏强调要抓好落实。",
        "刘俊杰带队参加活动。",
        "陆明媛是另一个人。",
        "周小丹是图书馆的读者。",
        "把工程竣工的消息告诉大家。",
        "明远楼前的小舟很多。",
    ],
)
def test_other_names_and_ordinary_words_are_no_near_misses(text):
    assert found(text) == []


def test_an_ordinary_word_is_no_near_miss_of_a_name():
    house = HouseWords((Leader("高枫", "区长"), Leader("安泉", "副区长")))
    assert found("登上高峰，注意安全。", house=house) == []


def test_an_office_that_the_list_does_not_give():
    assert found("副区长周小舟讲话。") == [("title-differs", "副区长周小舟", "")]
    assert found("局长刘骏讲话。") == [("title-differs", "局长刘骏", "")]


@pytest.mark.parametrize(
    "text",
    [
        "区长周小舟讲话。",
        "云栖区区长周小舟讲话。",
        "区委副书记周小舟讲话。",
        "区委副书记、区长周小舟讲话。",
        "常务副区长沈若兰讲话。",
        "周小舟同志讲话，代表周小舟讲话。",
        "会见区长周小舟。",
    ],
)
def test_an_office_may_leave_out_its_body(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("周小舟、陆明远出席。", "陆明远"),
        ("副区长刘骏，区委常委、副区长沈若兰出席。", "沈若兰"),
        ("区领导陆明远、刘骏、周小舟出席。", "周小舟"),
        ("沈若兰和区长周小舟出席。", "周小舟"),
    ],
)
def test_leaders_out_of_their_order(text, name):
    assert found(text) == [("leader-order", name, "")]


@pytest.mark.parametrize(
    "text",
    [
        "区委书记陆明远，区委副书记、区长周小舟，副区长刘骏出席。",
        "陆明远、刘骏出席。",
        "周小舟主持会议，陆明远讲话。",
        "周小舟讲话。陆明远出席。",
        "周小舟对陆明远说。",
    ],
)
def test_the_order_counts_in_one_enumeration_only(text):
    assert found(text) == []


def test_forbidden_spellings_and_words():
    assert found("关注微信公共号。") == [("spelling-forbidden", "微信公共号", "微信公众号")]
    assert found("到新城去，到云栖新城去。") == [("spelling-forbidden", "新城", "云栖新城")]
    assert found("老百姓请大咖来。") == [
        ("word-avoided", "老百姓", ""),
        ("word-avoided", "大咖", ""),
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("布署", "部署"), ("渡假", "度假"), ("按装", "安装"), ("竟争", "竞争"), ("坐谈会", "座谈会")],
)
def test_words_that_are_always_wrong(wrong, right):
    assert found(f"副区长刘俊杰{wrong}下一步工作。") == [("word-wrong", wrong, right)]
    assert found(f"要做好{wrong}工作。") == [("word-wrong", wrong, right)]


@pytest.mark.parametrize(
    "text", ["按装修标准验收。", "象征着团结。", "打折除外。", "交付主任审核。", "予以经济补偿。"]
)
def test_characters_of_two_words_are_no_wrong_word(text):
    assert found(text) == []


def test_two_short_forms_of_one_unit_differ_but_full_and_short_do_not():
    assert found("区图书馆开放。", "区图书馆办展。", "区图闭馆。") == [
        ("form-differs", "区图", "区图书馆")
    ]
    assert found("云栖区图书馆（区图书馆）开放。", "区图书馆办展。") == []


def test_numbers_of_congresses_are_written_one_way():
    assert found("学习二十大精神。", "贯彻20大精神。") == [("form-differs", "20大", "二十大")]
    assert found("20届三中全会和二十届三中全会") == [("form-differs", "20届", "二十届")]
    assert found("建设20大项目，二十大精神。") == []


def test_words_with_two_spellings_are_written_one_way():
    assert found("开立账户。", "注销帐户。")[-1] == ("form-differs", "帐户", "账户")
    assert found("其他单位。") == []


# --- the lists we ship


def test_wrong_words_mean_nothing_and_what_is_meant_is_right():
    words = open_words()
    pairs = wrong_words()
    assert len(pairs) > 350
    assert [right for right in pairs.values() if right in pairs] == []
    assert [wrong for wrong in pairs if words.is_common(wrong)] == [
        "自已",
        "好象",
        "帐户",
    ]


def test_hanzi_that_are_taken_for_each_other():
    assert are_alike("骏", "俊")
    assert are_alike("末", "未")
    assert not are_alike("王", "李")


# --- in an issue


def test_printed_issues_have_nothing_against_a_list_of_their_own_leaders(shared):
    from layouts.manuscript.read import read_manuscript
    from layouts.preflight.house import wording_findings

    for name in ("jiading-2023-12.md", "jiading-2025-14.md"):
        path = shared / "manuscripts" / name
        issue, _ = read_manuscript(path, open_settings=["measure"])
        house = HouseWords(leaders=tuple(_own_leaders(issue)))
        assert len(house.leaders) > 3
        assert [finding.zh for finding in wording_findings(issue, house)] == []


def _own_leaders(issue):
    """The persons whom the issue itself gives an office, in the order in which it names them."""
    from layouts.importing.wording.offices import office_before
    from layouts.importing.wording.words import CutText
    from layouts.issue.places import articles, texts_of

    offices: dict[str, list[str]] = {}
    for place, article in articles(issue):
        for _, text in texts_of(article, place):
            cut = CutText(text.string)
            at = 0
            for word in cut.words:
                office = office_before(cut, at)
                if office and len(word) > 1 and open_words().is_name(word):
                    offices.setdefault(word, []).append(office)
                at += len(word)
    return [Leader(name, "、".join(held)) for name, held in offices.items()]
