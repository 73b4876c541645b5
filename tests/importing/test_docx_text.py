"""The characters of a Word file: what is shown comes in once, what is not is told."""

import pytest
from docx_made import A4, either, field, inline, made, p, pt, r, relation, text_box

FURIGANA = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>shà</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>歃</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


def test_a_line_that_was_ended_by_hand_is_a_line_break(tmp_path):
    word = made(tmp_path, p(r("上行", more="<w:br/>"), r("下行", more="<w:cr/>"), r("末行")))
    assert word.strings == ["上行\u2028下行\u2028末行"]


def test_tabs_and_hyphens_are_characters(tmp_path):
    signs = "<w:tab/><w:t>乙</w:t><w:ptab/><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t>"
    assert made(tmp_path, p(r("甲", more=signs))).strings == ["甲\t乙\t\u2011\u00ad丙"]


def test_spaces_at_the_ends_of_a_run_count_only_where_the_file_keeps_them(tmp_path):
    kept = '<w:r><w:t xml:space="preserve">Ann </w:t></w:r>'
    dropped = "<w:r><w:t> Lee </w:t></w:r>"
    assert made(tmp_path, p(kept, dropped, r("!"))).strings == ["Ann Lee!"]


def test_an_empty_paragraph_parts_the_next_from_the_one_before(tmp_path):
    word = made(tmp_path, pt("甲") + p() + pt("乙") + pt("丙"))
    assert [each.look.blank_above for each in word.paragraphs] == [False, True, False]
    assert [each.line for each in word.paragraphs] == [1, 3, 4]


def test_content_controls_tags_and_unknown_wrappers_are_read_through(tmp_path):
    inner = (
        "<w:smartTag><w:customXml><wpsCustomData:x>"
        + r("里")
        + "</wpsCustomData:x></w:customXml></w:smartTag>"
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}{inner}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p(r('外'), control)}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    assert made(tmp_path, body + pt("后")).strings == ["外控件里", "后"]


def test_the_result_of_a_field_is_text_and_its_instruction_is_not(tmp_path):
    simple = f'<w:fldSimple w:instr=" DATE ">{r("二〇二四年")}</w:fldSimple>'
    nested = field('IF "1" = "1" "' + "是", field("PAGE", r("3")))
    word = made(tmp_path, p(simple, field("AUTHOR", r("孟岚")), nested))
    assert word.strings == ["二〇二四年孟岚3"]


def test_what_stands_in_a_broken_field_without_an_end_is_text(tmp_path):
    begin = r(more='<w:fldChar w:fldCharType="begin"/>')
    assert made(tmp_path, p(begin, r("没有结尾")) + pt("下一段")).strings == ["没有结尾", "下一段"]


def test_a_box_to_tick_shows_whether_it_is_ticked(tmp_path):
    def box(more: str) -> str:
        data = f"<w:ffData><w:checkBox><w:default w:val='0'/>{more}</w:checkBox></w:ffData>"
        begin = r(more=f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>')
        return (
            begin
            + r(more="<w:instrText>FORMCHECKBOX</w:instrText>")
            + r(more='<w:fldChar w:fldCharType="end"/>')
        )

    assert made(tmp_path, p(box(""), r("甲"), box("<w:checked/>"), r("乙"))).strings == ["□甲☑乙"]


def test_a_circled_sign_of_an_equation_field_is_kept(tmp_path):
    word = made(tmp_path, p(field(r"eq \o\ac(○,3)", separator=False), r("第三点")))
    assert word.strings == ["③第三点"]


def test_a_sign_field_shows_its_sign(tmp_path):
    word = made(tmp_path, p(field(r'SYMBOL 168 \f "Wingdings"', separator=False), r("空框")))
    assert word.strings == ["□空框"]


def test_a_field_of_libreoffice_that_asks_for_nothing_stands_once(tmp_path):
    asked = field('FILLIN ""', r("控件文字"))
    assert made(tmp_path, p(asked, r("控件文字"), asked, r("之后"))).strings == ["控件文字之后"]


def test_the_table_of_contents_is_told_as_lost(tmp_path):
    opening = p(
        r(more='<w:fldChar w:fldCharType="begin"/>'),
        r(more="<w:instrText> TOC \\o </w:instrText>"),
        r(more='<w:fldChar w:fldCharType="separate"/>'),
        r("第一篇 1"),
    )
    closing = p(r("第二篇 2"), r(more='<w:fldChar w:fldCharType="end"/>'))
    word = made(tmp_path, opening + closing + pt("正文"))
    assert word.strings == ["正文"]
    assert word.lost["contents"] == "第一篇 1\n第二篇 2"


def test_contents_in_a_content_control_go_with_their_title(tmp_path):
    about = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    word = made(
        tmp_path,
        f"<w:sdt>{about}<w:sdtContent>{pt('目录')}{pt('一篇 1')}</w:sdtContent></w:sdt>"
        + pt("正文"),
    )
    assert (word.strings, word.lost["contents"]) == (["正文"], "目录\n一篇 1")


def test_a_reading_over_characters_is_a_mark_on_them(tmp_path):
    word = made(tmp_path, p(r("共"), FURIGANA, r("血")))
    assert (word.strings, word.marks()) == (["共歃血"], [("ruby", "歃", "shà")])


def test_an_old_reading_written_as_an_equation_field_is_one_too(tmp_path):
    old = field(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(shà),歃)', separator=False)
    assert made(tmp_path, p(old, r("血"))).marks() == [("ruby", "歃", "shà")]


def test_hidden_text_is_told_as_lost(tmp_path):
    styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    by_style = r("按样式隐藏", '<w:rStyle w:val="H"/>')
    word = made(
        tmp_path,
        p(r("见"), r("不见", "<w:vanish/>"), by_style, r("又见", '<w:vanish w:val="0"/>')),
        styles=styles,
    )
    assert (word.strings, word.lost["hidden-text"]) == (["见又见"], "不见按样式隐藏")


def test_a_paragraph_whose_end_is_hidden_goes_on_in_the_next(tmp_path):
    assert made(tmp_path, pt("前半", "<w:rPr><w:vanish/></w:rPr>") + pt("后半")).strings == [
        "前半后半"
    ]


def test_a_drop_cap_is_the_first_letter_of_its_paragraph(tmp_path):
    assert made(tmp_path, pt("春", '<w:framePr w:dropCap="drop"/>') + pt("天来了")).strings == [
        "春天来了"
    ]


def test_bold_dots_underline_and_raised_characters_are_marks(tmp_path):
    runs = [
        r("甲", "<w:b/>"),
        r("乙", '<w:em w:val="dot"/>'),
        r("丙", '<w:u w:val="single"/>'),
        r("2", '<w:vertAlign w:val="superscript"/>'),
        r("丁", '<w:em w:val="none"/>'),
        r("戊", "<w:strike/>"),
        r("己", '<w:dstrike w:val="1"/>'),
        r("庚", '<w:strike w:val="0"/>'),
    ]
    assert made(tmp_path, p(*runs)).marks() == [
        ("bold", "甲", ""), ("emphasis-dots", "乙", ""), ("underline", "丙", ""), ("superscript", "2", ""),
        ("strike", "戊己", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("single", ""),
        ("words", ""),
        ("double", "double"),
        ("wave", "wavy"),
        ("wavyDouble", "wavy"),
        ("dotted", "dotted"),
        ("dashLong", "dotted"),
        ("thick", "thick"),
    ],
)
def test_lines_under_words_are_drawn_as_word_draws_them(tmp_path, word, line):
    """ECMA-376 17.18.99; dashes are near to dots."""
    seen = made(tmp_path, p(r("甲", f'<w:u w:val="{word}"/>'), r("乙")))
    assert seen.marks() == [("underline", "甲", line)]


def test_a_run_may_take_the_line_of_its_style_away(tmp_path):
    seen = made(tmp_path, p(r("甲", '<w:u w:val="none"/>')))
    assert seen.marks() == []


def test_a_link_is_a_mark_and_its_underline_is_not(tmp_path):
    link = relation("rL", "hyperlink", "https://example.org/a", ' TargetMode="External"')
    there = f'<w:hyperlink r:id="rL">{r("网站", "<w:u w:val=" + chr(34) + "single" + chr(34) + "/>")}</w:hyperlink>'
    old = field('HYPERLINK "https://example.org/b"', r("旧式"))
    inside = f'<w:hyperlink w:anchor="x">{r("文内")}</w:hyperlink>'
    assert made(tmp_path, p(there, old, inside), link).marks() == [
        ("link", "网站", "https://example.org/a"),
        ("link", "旧式", "https://example.org/b"),
    ]


def test_a_link_into_the_writers_computer_is_text(tmp_path):
    link = relation("rL", "hyperlink", "file:///C:/稿.docx", ' TargetMode="External"')
    word = made(tmp_path, p(f'<w:hyperlink r:id="rL">{r("附件")}</w:hyperlink>'), link)
    assert (word.strings, word.marks()) == (["附件"], [])


def test_signs_of_symbol_fonts_are_characters(tmp_path):
    def sign(code: str, font: str = "Wingdings") -> str:
        return r(more=f'<w:sym w:font="{font}" w:char="{code}"/>')

    typed = r("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    word = made(
        tmp_path, p(sign("F0A8"), sign("F06E"), sign("F0FE"), sign("F0D6", "Symbol"), typed)
    )
    assert word.strings == ["□■☑√✓"]


def test_a_sign_nobody_knows_is_told(tmp_path):
    word = made(tmp_path, p(r("甲", more='<w:sym w:font="校徽字体" w:char="F041"/>')))
    assert word.strings == ["甲"]
    assert "校徽字体" in word.lost["symbol"]


def test_an_equation_is_text_on_a_line(tmp_path):
    def m(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{m('a+b')}</m:num><m:den>{m('2')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>"
    root = f"<m:rad><m:deg/><m:e>{m('y')}</m:e></m:rad>"
    word = made(
        tmp_path, p(r("式："), f"<m:oMath>{power}{m('=')}{fraction}{m('+')}{root}</m:oMath>")
    )
    assert (word.strings, word.marks()) == (["式：x2=(a+b)/2+√y"], [("superscript", "2", "")])


def test_an_equation_on_its_own_line_is_a_paragraph(tmp_path):
    equation = "<m:oMathPara><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></m:oMathPara>"
    assert made(tmp_path, pt("前") + equation + p(equation)).strings == ["前", "E=mc", "E=mc"]


def test_a_text_box_that_stands_twice_comes_once(tmp_path):
    inside = f"<w:txbxContent>{pt('框中')}</w:txbxContent>"
    box = either(
        inline(0.3, text_box(pt("框中"))),
        f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>",
    )
    word = made(tmp_path, p(r("框旁", more=box)))
    assert word.strings == ["框旁", "框中"]
    assert [each.look.in_box for each in word.paragraphs] == [False, True]


def test_a_text_box_of_an_old_program_comes_too(tmp_path):
    inside = f"<w:txbxContent>{pt('旧框')}</w:txbxContent>"
    word = made(
        tmp_path,
        p(r("旁", more=f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>")),
    )
    assert word.strings == ["旁", "旧框"]


def test_of_two_branches_nobody_knows_the_fallback_is_read(tmp_path):
    assert made(tmp_path, p(either(r("新"), r("旧"), "unknown"))).strings == ["旧"]


def test_drawn_words_are_text(tmp_path):
    word = made(
        tmp_path,
        p(r("甲", more='<w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict>')),
    )
    assert word.strings == ["甲", "艺术字"]


def test_a_page_break_is_a_break_where_it_stands(tmp_path):
    page = '<w:br w:type="page"/>'
    assert made(tmp_path, pt("甲") + p(r(more=page)) + pt("乙")).kinds == "T|T"
    assert made(tmp_path, p(r("甲", more=page), r("乙"))).kinds == "T|T"
    assert made(tmp_path, pt("甲") + pt("乙", "<w:pageBreakBefore/>")).kinds == "T|T"
    assert made(tmp_path, p(r("甲", more="<w:lastRenderedPageBreak/>"), r("乙"))).kinds == "T"


def test_a_section_on_a_new_page_is_a_break(tmp_path):
    def section(kind: str) -> str:
        return A4.replace("<w:pgSz", f'<w:type w:val="{kind}"/><w:pgSz', 1)

    body = pt("甲", A4) + pt("乙", section("continuous")) + pt("丙") + section("nextPage")
    assert made(tmp_path, body).kinds == "TT|T"


def test_a_drawn_rule_is_a_break(tmp_path):
    assert (
        made(tmp_path, pt("甲") + p(r(more='<w:pict><v:rect o:hr="t"/></w:pict>')) + pt("乙")).kinds
        == "T|T"
    )


def test_headers_footers_and_watermarks_are_told_with_their_words(tmp_path):
    mark = r(more='<w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict>')
    word = made(tmp_path, pt("正文"), header=pt("页眉字") + p(mark), footer=pt("页脚字"))
    assert word.strings == ["正文"]
    assert (word.lost["header"], word.lost["footer"], word.lost["watermark"]) == (
        "页眉字",
        "页脚字",
        "内部资料",
    )


def test_files_and_objects_inside_are_told(tmp_path):
    chunk = relation("rC", "aFChunk", "chunk.html")
    body = (
        p(r("甲", more='<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'))
        + '<w:altChunk r:id="rC"/>'
    )
    word = made(tmp_path, body, chunk, files={"word/chunk.html": "<p>乙</p>".encode()})
    assert word.lost["embedded-object"] == "Excel.Sheet.12"
    assert word.lost["inserted-file"] == "word/chunk.html"


def test_the_words_of_a_chart_are_told(tmp_path):
    chart = relation("rCh", "chart", "charts/c.xml")
    words = made(
        tmp_path,
        p(r("图", more=inline(0.5, '<c:chart r:id="rCh"/>'))),
        chart,
        files={
            "word/charts/c.xml": f'<c:chart xmlns:c="{_CHART}" xmlns:a="{_DRAWING}"><a:t>产量</a:t></c:chart>'.encode()
        },
    )
    assert words.lost["chart"] == "产量"


_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
