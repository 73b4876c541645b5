"""Tables of a Word file."""

import pytest
from docx_made import cell, level, lists, made, numbered, p, pt, r, row, table

from layouts.issue.article import CellSpan


def strings(word, place=0):
    said = word.tables[place].table
    return [[each.string for each in line] for line in (said.header, *said.rows)]


def test_the_first_row_is_the_header(tmp_path):
    word = made(
        tmp_path,
        pt("上") + table(row(cell("甲"), cell("乙")), row(cell("1"), cell("2"))) + pt("下"),
    )
    assert (word.kinds, strings(word)) == ("TGT", [["甲", "乙"], ["1", "2"]])
    assert [each.line for each in word.paragraphs] == [1, 3]


def test_merged_cells_say_once_what_they_say(tmp_path):
    across = cell("横", '<w:gridSpan w:val="2"/>')
    down = [cell("竖", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")]
    word = made(
        tmp_path,
        table(
            row(across, cell("a")),
            row(cell("b"), cell("c"), down[0]),
            row(cell("d"), cell("e"), down[1]),
        ),
    )
    assert strings(word) == [["横", "", "a"], ["b", "c", "竖"], ["d", "e", ""]]
    assert word.tables[0].table.spans == (CellSpan(0, 0, 1, 2), CellSpan(1, 2, 2, 1))


def test_what_a_merged_cell_covers_is_told(tmp_path):
    down = [cell("竖", '<w:vMerge w:val="restart"/>'), cell("盖住", "<w:vMerge/>")]
    word = made(tmp_path, table(row(cell("a"), down[0]), row(cell("b"), down[1])))
    assert word.lost["covered-cell"] == "盖住"


def test_a_row_may_begin_beyond_the_first_column(tmp_path):
    word = made(
        tmp_path,
        table(
            row(cell("a"), cell("b")),
            row(cell("c"), look='<w:trPr><w:gridBefore w:val="1"/></w:trPr>'),
        ),
    )
    assert strings(word) == [["a", "b"], ["", "c"]]


def test_the_paragraphs_of_a_cell_are_its_lines(tmp_path):
    word = made(tmp_path, table(row(cell(pt("一") + p() + pt("二", run="<w:b/>")), cell("b"))))
    assert strings(word) == [["一\u2028二", "b"]]


def test_numbers_in_cells_are_text(tmp_path):
    numbering = lists(level(0, "chineseCounting", "%1、"))
    body = table(row(cell(numbered("甲")), cell(numbered("乙")))) + numbered("丙")
    word = made(tmp_path, body, numbering=numbering)
    assert (strings(word), word.strings) == ([["一、甲", "二、乙"]], ["三、丙"])


def test_a_table_in_a_cell_is_text_of_the_cell(tmp_path):
    inner = table(row(cell("x"), cell("y")), row(cell("z"), cell("")))
    word = made(tmp_path, table(row(cell(pt("前") + inner + p()), cell("b"))))
    assert strings(word) == [["前\u2028x y\u2028z", "b"]]


def test_rows_and_cells_in_content_controls_are_read(tmp_path):
    second = f"<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt>"
    controlled = f"<w:sdt><w:sdtContent>{row(cell('甲'), second)}</w:sdtContent></w:sdt>"
    assert strings(made(tmp_path, table(controlled))) == [["甲", "乙"]]


def test_columns_are_aligned_as_most_of_their_cells(tmp_path):
    right = cell(pt("9", '<w:jc w:val="right"/>'))
    word = made(
        tmp_path, table(row(cell("a"), cell("b")), row(cell("c"), right), row(cell("d"), right))
    )
    assert word.tables[0].table.alignments == ("auto", "right")


def test_a_cell_that_stands_otherwise_than_its_column_does_so_here(tmp_path):
    right, middle = (cell(pt("9", f'<w:jc w:val="{way}"/>')) for way in ("right", "center"))
    word = made(
        tmp_path,
        table(
            row(cell("a"), middle),
            row(cell("c"), right),
            row(middle, right),
            row(cell("d"), middle),
            row(cell("e"), cell("f")),
        ),
    )
    found = word.tables[0].table
    assert found.alignments == ("auto", "right")
    assert [tuple(own) for own in found.own_alignments] == [(2, 0, "center"), (3, 1, "center")]


def test_rows_that_word_repeats_head_the_table(tmp_path):
    repeated = "<w:trPr><w:tblHeader/></w:trPr>"
    rows = [row(cell(text), cell(text), look=repeated) for text in ("甲", "乙")]
    word = made(tmp_path, table(*rows, row(cell("丙"), cell("1"))))
    assert word.tables[0].table.header_rows == 2
    alone = made(tmp_path, table(rows[0], row(cell("丙"), cell("1"))))
    assert alone.tables[0].table.header_rows == 1


@pytest.mark.parametrize(("kind", "widths"), [("fixed", (10.0, 5.0)), ("autofit", ())])
def test_widths_that_somebody_fixed_come_along(tmp_path, kind, widths):
    properties = f'<w:tblPr><w:tblLayout w:type="{kind}"/></w:tblPr>'
    grid = '<w:tblGrid><w:gridCol w:w="2100"/><w:gridCol w:w="1050"/></w:tblGrid>'
    body = table(properties, grid, row(cell("甲"), cell("乙")), row(cell("丙"), cell("1")))
    assert made(tmp_path, body).tables[0].table.widths == widths


def test_a_table_of_one_cell_is_a_frame_round_its_paragraphs(tmp_path):
    word = made(tmp_path, table(row(cell(pt("编者按") + pt("按语。")))))
    assert (word.tables, word.strings) == ([], ["编者按", "按语。"])
    assert all(each.look.in_box for each in word.paragraphs)


def test_hidden_rows_are_told(tmp_path):
    hidden = row(cell("密"), look="<w:trPr><w:hidden/></w:trPr>")
    word = made(tmp_path, table(row(cell("a"), cell("b")), hidden))
    assert (strings(word), word.lost["hidden-text"]) == ([["a", "b"]], "密")


def test_an_empty_table_is_none(tmp_path):
    assert made(tmp_path, pt("甲") + table(row(cell(), cell())) + table()).kinds == "T"


@pytest.mark.parametrize("span", ["2000000000", "-5", "x"])
def test_a_span_that_no_table_has_does_no_harm(tmp_path, span):
    wide = cell("宽", f'<w:gridSpan w:val="{span}"/>')
    word = made(tmp_path, table(row(wide, cell("b")), row(cell("c"), cell("d"))))
    assert "".join("".join(line) for line in strings(word)) == "宽bcd"


def test_runs_in_cells_keep_their_marks(tmp_path):
    word = made(tmp_path, table(row(cell(p(r("甲"), r("乙", "<w:b/>"))), cell("b"))))
    (mark,) = word.tables[0].table.header[0].marks
    assert (mark.kind.value, mark.start, mark.end) == ("bold", 1, 2)
