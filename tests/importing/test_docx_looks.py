"""How paragraphs of a Word file look: what recognition goes by."""

import pytest
from docx_made import made, p, pt, r, style

HEADING = style(
    "H",
    "heading 2",
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
)


def look_of(folder, body, **parts):
    return made(folder, body, **parts).paragraphs[0].look


def test_direct_formatting_is_seen(tmp_path):
    look = look_of(tmp_path, pt("标题", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'))
    assert (look.centred, look.bold, look.size) == (True, True, 22)
    assert look_of(tmp_path, pt("某年", '<w:jc w:val="right"/>')).flush_right
    assert look_of(tmp_path, pt("某年", '<w:jc w:val="end"/>')).flush_right


def test_the_size_is_that_of_most_characters(tmp_path):
    runs = [r("大", '<w:sz w:val="60"/>'), r("其余是小的字", '<w:sz w:val="21"/>')]
    assert look_of(tmp_path, p(*runs)).size == 10.5


def test_what_nobody_says_comes_from_the_defaults_of_the_document(tmp_path):
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert look_of(tmp_path, pt("字"), styles=defaults).size == 12
    assert look_of(tmp_path, pt("字")).size is None


def test_a_heading_is_known_by_its_outline_level(tmp_path):
    look = look_of(tmp_path, pt("章", '<w:pStyle w:val="H"/>'), styles=HEADING)
    assert (look.heading, look.bold, look.size, look.style) == (2, True, 16, "heading 2")
    based = HEADING + style("X", "自拟", '<w:basedOn w:val="H"/><w:rPr><w:sz w:val="36"/></w:rPr>')
    look = look_of(tmp_path, pt("章", '<w:pStyle w:val="X"/>'), styles=based)
    assert (look.heading, look.bold, look.size) == (2, True, 18)
    assert look_of(tmp_path, pt("章", '<w:outlineLvl w:val="0"/>')).heading == 1
    assert (
        look_of(
            tmp_path, pt("文", '<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>'), styles=HEADING
        ).heading
        == 0
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Title", "is_title"),
        ("标题", "is_title"),
        ("Subtitle", "is_subtitle"),
        ("副标题", "is_subtitle"),
        ("caption", "is_caption"),
        ("题注", "is_caption"),
        ("Quote", "is_quote"),
    ],
)
def test_named_styles_say_what_a_paragraph_is(tmp_path, name, says):
    look = look_of(tmp_path, pt("字", '<w:pStyle w:val="N"/>'), styles=style("N", name))
    assert getattr(look, says)


def test_a_chinese_name_says_the_level_of_a_heading(tmp_path):
    assert (
        look_of(tmp_path, pt("字", '<w:pStyle w:val="N"/>'), styles=style("N", "标题 3")).heading
        == 3
    )


def test_the_style_without_a_name_is_the_default_one(tmp_path):
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    assert (look := look_of(tmp_path, pt("字"), styles=styles)).size == 14
    assert look.style == "Normal"


def test_a_first_line_stands_in_by_characters_or_by_a_measure(tmp_path):
    chars = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    assert look_of(tmp_path, pt("字", chars, '<w:sz w:val="32"/>')).indent == 2
    measure = '<w:ind w:firstLine="420"/>'
    assert look_of(tmp_path, pt("字", measure, '<w:sz w:val="21"/>')).indent == 2
    hanging = '<w:ind w:left="420" w:hanging="420"/>'
    assert look_of(tmp_path, pt("字", hanging)).indent == 0


def test_typed_spaces_count_into_the_indent_and_leave_the_text(tmp_path):
    paragraph = made(tmp_path, pt("\u3000\u3000正文\u3000")).paragraphs[0]
    assert (paragraph.look.indent, paragraph.text.string) == (2, "正文")


def test_bold_of_all_characters_is_a_look_and_no_mark(tmp_path):
    word = made(tmp_path, p(r("全", "<w:b/>"), r("黑", "<w:b/>")))
    assert (word.paragraphs[0].look.bold, word.marks()) == (True, [])


def test_bold_by_the_style_is_a_look_and_no_mark(tmp_path):
    body = p(r("多数都是黑的"), r("除", '<w:b w:val="0"/>'), look='<w:pStyle w:val="H"/>')
    word = made(tmp_path, body, styles=HEADING)
    assert (word.paragraphs[0].look.bold, word.marks()) == (True, [])


def test_bold_of_a_character_style_turns_that_of_the_paragraph_round(tmp_path):
    styles = HEADING + style("S", "强调", "<w:rPr><w:b/></w:rPr>", "character")
    body = pt("一二三", '<w:pStyle w:val="H"/>', '<w:rStyle w:val="S"/>')
    assert not look_of(tmp_path, body, styles=styles).bold


def test_styles_in_a_circle_are_read_to_their_end(tmp_path):
    styles = style("A", "甲", '<w:basedOn w:val="B"/>') + style(
        "B", "乙", '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>'
    )
    assert look_of(tmp_path, pt("字", '<w:pStyle w:val="A"/>'), styles=styles).bold


def test_a_frame_of_an_old_program_is_a_box(tmp_path):
    assert look_of(tmp_path, pt("框", '<w:framePr w:w="2000"/>')).in_box
