"""Automatic numbers of a Word file are text, counted as Word counts (ECMA-376 Part 1, 17.9)."""

import pytest
from docx_made import level, lists, made, number_of, numbered, p, pt, r, style

CHINESE = (
    level(0, "japaneseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircleChinese", "%4"),
)
TWO_LISTS = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>{}</w:num>'


def test_four_levels_of_chinese_numbers_are_characters_of_the_text(tmp_path):
    body = "".join(
        numbered(text, place)
        for text, place in [
            ("总则", 0),
            ("目的", 1),
            ("一是", 2),
            ("二是", 3),
            ("范围", 1),
            ("附则", 0),
            ("解释", 1),
        ]
    )
    word = made(tmp_path, body, numbering=lists(*CHINESE))
    assert word.strings == [
        "一、总则",
        "（一）目的",
        "1.一是",
        "①二是",
        "（二）范围",
        "二、附则",
        "（一）解释",
    ]
    assert [each.label for each in word.paragraphs] == [2, 3, 2, 1, 3, 2, 3]


@pytest.mark.parametrize(
    ("counting", "printed"),
    [
        ("chineseCounting", "十一"),
        ("taiwaneseCountingThousand", "十一"),
        ("ideographTraditional", "11"),
        ("decimalFullWidth", "１１"),
        ("upperRoman", "XI"),
        ("lowerLetter", "k"),
        ("chineseLegalSimplified", "拾壹"),
    ],
)
def test_every_counting_format_is_read(tmp_path, counting, printed):
    word = made(tmp_path, numbered("项"), numbering=lists(level(0, counting, "%1）", start=11)))
    assert word.strings == [f"{printed}）项"]


def test_text_between_two_numbers_does_not_begin_them_anew(tmp_path):
    body = numbered("甲") + pt("插话") + numbered("乙")
    assert made(tmp_path, body, numbering=lists(*CHINESE)).strings == ["一、甲", "插话", "二、乙"]


def test_two_lists_of_one_kind_count_on_and_an_override_begins_anew(tmp_path):
    body = numbered("甲") + numbered("乙", number=2) + numbered("丙", number=2)
    going_on = lists(*CHINESE, nums=TWO_LISTS.format(""))
    assert made(tmp_path, body, numbering=going_on).strings == ["一、甲", "二、乙", "三、丙"]
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    anew = lists(*CHINESE, nums=TWO_LISTS.format(override))
    assert made(tmp_path, body, numbering=anew).strings == ["一、甲", "五、乙", "六、丙"]


def test_a_list_may_have_a_level_of_its_own(tmp_path):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条 ")}</w:lvlOverride>'
    word = made(
        tmp_path, numbered("甲", number=2), numbering=lists(*CHINESE, nums=TWO_LISTS.format(own))
    )
    assert word.strings == ["第1条甲"]


def test_a_level_begins_anew_after_the_level_it_names_or_never(tmp_path):
    def counted(restart: str) -> list[str]:
        levels = [level(0, "decimal", "%1."), level(1, "decimal", "%2)", restart)]
        body = numbered("", 0) + numbered("甲", 1) + numbered("篇", 0) + numbered("乙", 1)
        return made(tmp_path, body, numbering=lists(*levels)).strings

    assert counted("") == ["1)甲", "2.篇", "1)乙"]
    assert counted('<w:lvlRestart w:val="0"/>') == ["1)甲", "2.篇", "2)乙"]


def test_legal_numbers_are_all_in_digits(tmp_path):
    levels = [level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2 ", "<w:isLgl/>")]
    word = made(tmp_path, numbered("总则", 0) + numbered("目的", 1), numbering=lists(*levels))
    assert word.strings == ["第一章总则", "1.1目的"]


def test_a_level_that_was_passed_over_counts_as_begun(tmp_path):
    levels = [
        level(place, "decimal", text) for place, text in enumerate(["%1", "%1.%2", "%1.%2.%3"])
    ]
    body = numbered("、甲", 0) + numbered("、乙", 2) + numbered("、丙", 1)
    assert made(tmp_path, body, numbering=lists(*levels)).strings == [
        "1、甲",
        "1.1.1、乙",
        "1.2、丙",
    ]


def test_numbers_come_from_the_style_and_from_what_it_is_based_on(tmp_path):
    levels = [
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="A"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>'),
    ]
    styles = (
        style("A", "一级", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("B", "二级", '<w:basedOn w:val="A"/>')
        + style("C", "三级", '<w:basedOn w:val="B"/>')
    )
    body = "".join(pt(text, f'<w:pStyle w:val="{name}"/>') for text, name in ("甲A", "乙B", "丙C"))
    word = made(tmp_path, body, styles=styles, numbering=lists(*levels))
    assert word.strings == ["一、甲", "（一）乙", "（二）丙"]


def test_a_paragraph_may_switch_the_numbers_of_its_style_off(tmp_path):
    styles = style("A", "条", f"<w:pPr>{number_of(0)}</w:pPr>")
    body = pt("甲", '<w:pStyle w:val="A"/>') + pt("乙", f'<w:pStyle w:val="A"/>{number_of(0, 0)}')
    assert made(tmp_path, body, styles=styles, numbering=lists(*CHINESE)).strings == [
        "一、甲",
        "乙",
    ]


def test_a_list_may_stand_for_a_style_of_lists(tmp_path):
    styles = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    word = made(
        tmp_path,
        numbered("甲", number=2),
        styles=styles,
        numbering=linked + lists(*CHINESE, nums=nums),
    )
    assert word.strings == ["一、甲"]


def test_bullets_are_signs_that_any_font_has(tmp_path):
    def bullet(text: str, font: str) -> str:
        levels = level(0, "bullet", text).replace(
            "</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
        )
        return made(tmp_path, numbered("项"), numbering=lists(levels)).strings[0]

    assert bullet("\uf0b7", "Symbol") == "•项"
    assert bullet("\uf06c", "Wingdings") == "●项"
    assert bullet("\uf099", "Some Signs") == "•项"
    assert bullet("o", "Courier New") == "◦项"


def test_a_number_with_leading_zeros_is_read_from_its_example(tmp_path):
    choice = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    own = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{choice}<w:lvlText w:val="%1号"/></w:lvl>'
    assert made(tmp_path, numbered("文"), numbering=lists(own)).strings == ["007号文"]


def test_an_empty_paragraph_takes_its_number_along_into_what_is_lost(tmp_path):
    word = made(tmp_path, numbered("甲") + numbered("") + numbered("丙"), numbering=lists(*CHINESE))
    assert (word.strings, word.lost["empty-number"]) == (["一、甲", "三、丙"], "二、")


def test_a_deleted_item_is_counted_only_once_it_is_gone(tmp_path):
    gone = p(
        '<w:del w:id="1" w:author="甲">' + r(more="<w:delText>删</w:delText>") + "</w:del>",
        look=number_of(0) + "<w:rPr><w:del/></w:rPr>",
    )
    word = made(tmp_path, numbered("甲") + gone + numbered("乙"), numbering=lists(*CHINESE))
    assert word.strings == ["一、甲", "二、乙"]


def test_a_list_that_is_not_there_numbers_nothing(tmp_path):
    assert made(tmp_path, numbered("甲", number=9), numbering=lists(*CHINESE)).strings == ["甲"]
    assert made(tmp_path, numbered("乙", number=9)).strings == ["乙"]
