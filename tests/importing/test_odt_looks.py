"""How paragraphs, tables and photos of an OpenDocument look."""

import pytest
from odt_made import (
    COVERED,
    a_list,
    cell,
    frame,
    image,
    item,
    level,
    list_style,
    made,
    p,
    span,
    style,
    table,
    text_style,
)
from seen_documents import PNG, png

from layouts.issue.article import CellSpan
from layouts.issue.photo import Crop, Side
from layouts.issue.text import MarkKind

PICTURE = {"Pictures/a.png": PNG}


def aligned(name, said, more=""):
    return style(name, f"<style:paragraph-properties {said}/>", more=more)


def test_looks_come_through_the_parents_of_a_style(tmp_path):
    common = aligned("Base", 'fo:text-align="center"') + text_style(
        "Big",
        'style:font-size-asian="22pt" style:font-weight-asian="bold"',
        "paragraph",
        'style:parent-style-name="Base" style:display-name="Big One"',
    )
    automatic = style("P1", more='style:parent-style-name="Big"')
    look = made(tmp_path, p("题", "P1"), automatic, common).paragraphs[0].look
    assert (look.centred, look.size, look.bold, look.style) == (True, 22.0, True, "Big One")


def test_chinese_and_western_characters_have_their_own_sizes(tmp_path):
    automatic = text_style("P1", 'fo:font-size="10pt" style:font-size-asian="16pt"', "paragraph")
    seen = made(tmp_path, p("中文", "P1") + p("word", "P1"), automatic)
    assert [each.look.size for each in seen.paragraphs] == [16.0, 10.0]


def test_sizes_in_per_cent_are_those_of_the_parent(tmp_path):
    common = '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:default-style>'
    automatic = text_style("P1", 'fo:font-size="150%"', "paragraph")
    assert made(tmp_path, p("x", "P1"), automatic, common).paragraphs[0].look.size == 15.0


def test_headings_by_element_style_and_name(tmp_path):
    common = style("Heading_20_2", more='style:display-name="Heading 2"') + style(
        "O", more='style:default-outline-level="3"'
    )
    body = (
        p("a", tag="h", more=' text:outline-level="1"')
        + p("b", "Heading_20_2")
        + p("c", "O")
        + p("d")
    )
    assert [each.look.heading for each in made(tmp_path, body, common=common).paragraphs] == [
        1,
        2,
        3,
        0,
    ]


def test_the_indent_of_the_first_line_in_em(tmp_path):
    automatic = style(
        "P1",
        '<style:paragraph-properties fo:text-indent="24pt"/><style:text-properties fo:font-size="12pt"/>',
    )
    assert made(tmp_path, p("x", "P1"), automatic).paragraphs[0].look.indent == 2.0


def test_marks_on_characters(tmp_path):
    automatic = (
        text_style("B", 'fo:font-weight="bold"')
        + text_style("U", 'style:text-underline-style="solid"')
        + text_style("S", 'style:text-position="super 58%"')
        + text_style("L", 'style:text-position="-33% 58%"')
        + text_style("T", 'style:text-line-through-style="solid"')
        + text_style("D", 'style:text-emphasize="dot below"')
    )
    body = p("x" + "".join(span(name, name) for name in "BUSLTD"))
    kinds = [mark.kind for mark in made(tmp_path, body, automatic).paragraphs[0].text.marks]
    assert kinds == [
        MarkKind.BOLD,
        MarkKind.UNDERLINE,
        MarkKind.SUPERSCRIPT,
        MarkKind.SUBSCRIPT,
        MarkKind.STRIKE,
        MarkKind.DOTS,
    ]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ('style:text-underline-style="solid"', ""),
        ('style:text-underline-style="solid" style:text-underline-type="double"', "double"),
        ('style:text-underline-style="wave"', "wavy"),
        ('style:text-underline-style="dotted"', "dotted"),
        ('style:text-underline-style="solid" style:text-underline-width="bold"', "thick"),
    ],
)
def test_lines_under_words(tmp_path, said, line):
    """ODF 1.3 20.380 to 20.385."""
    seen = made(tmp_path, p("x" + span("甲", "U")), text_style("U", said))
    assert [(mark.kind, mark.value) for mark in seen.paragraphs[0].text.marks] == [
        (MarkKind.UNDERLINE, line)
    ]


def test_an_empty_paragraph_parts_the_next_from_the_one_before(tmp_path):
    seen = made(tmp_path, p("a") + p() + p("b"))
    assert [each.look.blank_above for each in seen.paragraphs] == [False, True]


def test_pages_that_the_writer_ended_are_breaks(tmp_path):
    automatic = aligned("P1", 'fo:break-before="page"') + style(
        "P2", more='style:master-page-name="Standard"'
    )
    seen = made(tmp_path, p("a") + p("b", "P1") + p("c", "P2"), automatic)
    assert [type(block).__name__ for block in seen.blocks].count("ReceivedBreak") == 2


def test_cells_merged_across_and_down_and_what_is_repeated(tmp_path):
    body = table(
        (cell(p("a"), more='table:number-columns-spanned="2"'), COVERED, cell(p("b"))),
        (cell(p("c")), cell(p("d")), cell(p("e"), p("f"), more='table:number-rows-spanned="2"')),
        (cell(p("g"), more='table:number-columns-repeated="2"'), COVERED),
    )
    seen = made(tmp_path, body)
    assert seen.rows() == [["a", "", "b"], ["c", "d", "e\u2028f"], ["g", "g", ""]]
    assert set(seen.tables[0].spans) == {CellSpan(0, 0, 1, 2), CellSpan(1, 2, 2, 1)}


def test_rows_that_are_repeated_head_the_table(tmp_path):
    rows = "".join(f"<table:table-row>{cell(p(text))}</table:table-row>" for text in "ab")
    heads = f"<table:table-header-rows>{rows}</table:table-header-rows>"
    body = f"<table:table>{heads}<table:table-row>{cell(p('c'))}</table:table-row></table:table>"
    assert made(tmp_path, body).tables[0].header_rows == 2


def test_tables_in_cells_and_lists_in_cells_are_lines(tmp_path):
    numbers = list_style("L", level(1, "1", 'style:num-suffix="."'))
    body = table(
        (
            cell(table((cell(p("a")), cell(p("b"))))),
            cell(a_list(item(p("c")), item(p("d")), name="L")),
        )
    )
    assert made(tmp_path, body, numbers).rows() == [["a\u2028b", "1.c\u20282.d"]]


def test_absurd_numbers_of_columns_and_rows_are_cut(tmp_path):
    body = table(
        (
            cell(
                p("a"),
                more='table:number-columns-spanned="2000000000" table:number-rows-spanned="2000000000"',
            ),
        )
    )
    assert made(tmp_path, body).rows()[0][0] == "a"


# --- photos ---------------------------------------------------------------------------------------


def wrapped(said, name="G"):
    return style(name, f"<style:graphic-properties {said}/>", "graphic")


def photo(folder, said="", more='text:anchor-type="char"', width="100pt", files=PICTURE):
    body = p("文" + frame(image() + "<svg:desc>春耕</svg:desc>", "G", more, width))
    return made(folder, body, wrapped(said), files=files).photos[0]


@pytest.mark.parametrize(
    ("said", "more", "side"),
    [
        ('style:wrap="left"', 'text:anchor-type="char"', Side.RIGHT),
        ('style:wrap="right"', 'text:anchor-type="char"', Side.LEFT),
        (
            'style:wrap="parallel" style:horizontal-pos="right"',
            'text:anchor-type="char"',
            Side.RIGHT,
        ),
        (
            'style:wrap="parallel" style:horizontal-pos="center"',
            'text:anchor-type="char"',
            Side.BOTH,
        ),
        (
            'style:wrap="parallel" style:horizontal-pos="from-left"',
            'text:anchor-type="char" svg:x="290pt"',
            Side.RIGHT,
        ),
        (
            'style:wrap="parallel" style:horizontal-pos="from-left"',
            'text:anchor-type="char" svg:x="5pt"',
            Side.LEFT,
        ),
        ('style:wrap="none" style:horizontal-pos="right"', 'text:anchor-type="char"', Side.NONE),
        ('style:wrap="left"', 'text:anchor-type="as-char"', Side.NONE),
    ],
)
def test_beside_what_text_a_photo_stands(tmp_path, said, more, side):
    assert photo(tmp_path, said, more).side is side


def test_a_photo_as_wide_as_the_text_stands_alone(tmp_path):
    assert photo(tmp_path, 'style:wrap="left"', width="380pt").side is Side.NONE


def test_its_width_name_and_description(tmp_path):
    found = photo(tmp_path, more='text:anchor-type="char" draw:name="图片 1"')
    assert (found.share, found.name, found.alt) == (0.25, "图片 1", "春耕")
    assert photo(tmp_path, more='style:rel-width="50%"').share == 0.5


def test_what_is_cut_off_is_measured_on_the_picture_as_large_as_it_is(tmp_path):
    inches = {"Pictures/a.png": png(192, 96)}  # 2 by 1 inches at the usual 96 pixels
    found = photo(tmp_path, 'fo:clip="rect(0.1in, 0.5in, 0in, 0.2in)"', files=inches)
    assert found.crop == Crop(left=0.1, top=0.1, right=0.25)


def test_how_it_is_turned(tmp_path):
    assert (
        photo(tmp_path, more='draw:transform="rotate (-1.5707963) translate (1in 1in)"').turn == 90
    )


def test_a_photo_comes_before_the_text_of_its_paragraph(tmp_path):
    seen = made(tmp_path, p("x" + frame(image())), files=PICTURE)
    assert [type(block).__name__ for block in seen.blocks] == ["ReceivedPhoto", "ReceivedParagraph"]


def test_text_boxes_stand_behind_their_paragraph(tmp_path):
    box = frame(f"<draw:text-box>{p('编者按')}</draw:text-box>")
    shape = f"<draw:custom-shape>{p('另一')}</draw:custom-shape>"
    seen = made(tmp_path, p(f"x{box}{shape}") + p("y"))
    assert seen.strings == ["x", "编者按", "另一", "y"]
    assert [each.look.in_box for each in seen.paragraphs] == [False, True, True, False]


def test_a_photo_in_a_box_with_words_has_them_as_its_caption(tmp_path):
    inner = frame(image(), "", 'text:anchor-type="as-char"')
    box = frame(f"<draw:text-box>{p(inner + '图1 会场')}</draw:text-box>", "G")
    seen = made(tmp_path, p(f"x{box}"), wrapped('style:wrap="left"'), files=PICTURE)
    assert (seen.photos[0].caption.string, seen.photos[0].side) == ("图1 会场", Side.RIGHT)
    assert seen.strings == ["x"]


def test_photos_on_pages_and_in_groups_come_in(tmp_path):
    body = frame(image(), more='text:anchor-type="page"') + p(
        "x" + f"<draw:g>{frame(image())}{frame(image())}</draw:g>"
    )
    assert len(made(tmp_path, body, files=PICTURE).photos) == 3


def test_pictures_of_other_kinds_are_told(tmp_path):
    seen = made(tmp_path, p("x" + frame(image())), files={"Pictures/a.png": b"VCLMTF"})
    assert seen.photos[0].path is None
    assert {code for code, _ in seen.lost} == {"metafile"}
