"""How paragraphs, tables and photos of an RTF look."""

from rtf_made import made, par, pict, row, u
from seen_documents import PNG, WMF

from layouts.issue.article import CellSpan
from layouts.issue.photo import Crop, Side
from layouts.issue.text import MarkKind


def look(folder, body):
    return made(folder, body).paragraphs[0].look


def test_alignment_and_size(tmp_path):
    centred = look(tmp_path, par(r"\fs44 x", look=r"\qc"))
    assert (centred.centred, centred.flush_right, centred.size) == (True, False, 22.0)
    assert look(tmp_path, par("x", look=r"\qr")).flush_right


def test_a_paragraph_that_is_all_bold_has_it_as_its_look_and_not_as_a_mark(tmp_path):
    seen = made(tmp_path, par(r"\b x") + par(r"a{\b b}c"))
    assert [paragraph.look.bold for paragraph in seen.paragraphs] == [True, False]
    assert seen.marks(MarkKind.BOLD) == [("b", "")]


def test_chinese_sizes_of_libreoffice_stand_behind_its_word_for_the_script(tmp_path):
    found = look(tmp_path, par(r"\rtlch\afs90\ab\ltrch\fs22{\dbch\afs44\ab\dbch", u("题"), "}"))
    assert (found.size, found.bold) == (22.0, True)
    assert not look(tmp_path, par(r"{\rtlch\ab\ltrch x}")).bold


def test_headings_by_style_name_outline_and_what_a_style_is_based_on(tmp_path):
    body = (
        par("a", look=r"\s1") + par("b", look=r"\s2") + par("c", look=r"\outlinelevel1") + par("d")
    )
    assert [p.look.heading for p in made(tmp_path, body).paragraphs] == [1, 1, 2, 0]


def test_titles_and_captions_by_the_names_of_styles(tmp_path):
    seen = made(tmp_path, par("a", look=r"\s4") + par("b", look=r"\s3"))
    assert seen.paragraphs[0].look.is_title
    assert seen.paragraphs[1].look.is_caption


def test_the_indent_of_the_first_line_in_em(tmp_path):
    assert look(tmp_path, par("x", look=r"\fs20\fi400")).indent == 2.0
    assert look(tmp_path, par("x", look=r"\fs20\cufi200\fi999")).indent == 2.0
    assert look(tmp_path, par(u("　　"), "x")).indent == 2.0


def test_an_empty_paragraph_parts_the_next_from_the_one_before(tmp_path):
    seen = made(tmp_path, par("a") + par("") + par("b"))
    assert [p.look.blank_above for p in seen.paragraphs] == [False, True]
    assert [p.line for p in seen.paragraphs] == [1, 3]


def test_raised_lowered_and_dotted_characters(tmp_path):
    seen = made(tmp_path, par(r"m{\super 2}H{\sub 3}{\accdot d}{\ul u}{\strike s}"))
    kinds = [mark.kind for mark in seen.paragraphs[0].text.marks]
    assert kinds == [
        MarkKind.SUPERSCRIPT,
        MarkKind.SUBSCRIPT,
        MarkKind.DOTS,
        MarkKind.UNDERLINE,
        MarkKind.STRIKE,
    ]


def test_lines_under_words(tmp_path):
    seen = made(tmp_path, par(r"{\ul a}b{\uldb c}d{\ulwave e}f{\uld g}h{\ulth i}"))
    lines = [mark.value for mark in seen.paragraphs[0].text.marks]
    assert lines == ["", "double", "wavy", "dotted", "thick"]


def test_a_page_the_writer_ended_is_a_break(tmp_path):
    seen = made(tmp_path, par("a") + r"\pard b\page c\par")
    assert seen.strings == ["a", "b", "c"]
    assert len(seen.breaks) == 1


# --- tables ---------------------------------------------------------------------------------------


def test_cells_merged_across_and_down(tmp_path):
    body = (
        row((r"\clmgf\cellx1000", r"\clmrg\cellx2000", r"\cellx3000"), "a", "", "b")
        + row((r"\cellx1000", r"\cellx2000", r"\clvmgf\cellx3000"), "c", "d", "e")
        + row((r"\cellx1000", r"\cellx2000", r"\clvmrg\cellx3000"), "f", "g", "")
    )
    seen = made(tmp_path, body + par("x"))
    assert seen.rows() == [["a", "", "b"], ["c", "d", "e"], ["f", "g", ""]]
    assert set(seen.tables[0].spans) == {CellSpan(0, 0, 1, 2), CellSpan(1, 2, 2, 1)}


def test_cells_that_are_wide_cover_the_columns_of_other_rows(tmp_path):
    body = row((r"\cellx2010",), "head") + row((r"\cellx1000", r"\cellx2000"), "a", "b")
    seen = made(tmp_path, body + par("x"))
    assert seen.rows() == [["head", ""], ["a", "b"]]
    assert seen.tables[0].spans == (CellSpan(0, 0, 1, 2),)


def test_rows_that_are_repeated_head_the_table(tmp_path):
    edges = (r"\cellx1000", r"\cellx2000")
    heads = [row((r"\trhdr" + edges[0], edges[1]), *cells) for cells in ("ab", "cd")]
    seen = made(tmp_path, "".join(heads) + row(edges, "e", "f") + par("x"))
    assert seen.rows() == [["a", "b"], ["c", "d"], ["e", "f"]]
    assert seen.tables[0].header_rows == 2


def test_paragraphs_of_a_cell_and_tables_in_it_are_lines(tmp_path):
    inner = r"\pard\intbl\itap2 p\nestcell q\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}"
    body = row((r"\cellx1000", r"\cellx2000"), r"one\par two", inner)
    assert made(tmp_path, body + par("x")).rows() == [["one\u2028two", "p\u2028q"]]


def test_a_table_stands_between_the_paragraphs_around_it(tmp_path):
    seen = made(tmp_path, par("a") + row((r"\cellx9",), "t") + par("b"))
    assert [type(block).__name__ for block in seen.blocks] == [
        "ReceivedParagraph",
        "ReceivedTable",
        "ReceivedParagraph",
    ]


def test_a_table_of_absurd_width_is_cut_to_what_a_page_can_have_and_loses_nothing(tmp_path):
    edges = [rf"\cellx{100 * n}" for n in range(1, 301)]
    seen = made(tmp_path, row(edges, *(f"c{n}" for n in range(300))) + par("x"))
    assert len(seen.rows()[0]) == 200
    assert all(f"c{n}" in seen.all_words for n in range(300))


# --- photos ---------------------------------------------------------------------------------------


def shape(words, properties="", picture=None):
    pictured = pict() if picture is None else picture
    return (
        rf"{{\shp{{\*\shpinst{words}{{\sp{{\sn pib}}{{\sv {pictured}}}}}"
        rf"{{\sp{{\sn wzDescription}}{{\sv {u('春耕')}}}}}{properties}}}}}"
    )


def test_a_picture_in_the_line_stands_alone_with_its_share_of_the_text(tmp_path):
    (photo,) = made(
        tmp_path, par("x", pict(words=r"\pngblip\picwgoal4500\pichgoal3000\picscalex50"))
    ).photos
    assert photo.path.read_bytes() == PNG
    assert (photo.side, photo.share) == (Side.NONE, 0.25)


def test_a_picture_comes_before_the_text_of_its_paragraph(tmp_path):
    seen = made(tmp_path, par("x", pict()))
    assert [type(block).__name__ for block in seen.blocks] == ["ReceivedPhoto", "ReceivedParagraph"]


def test_pictures_may_be_written_as_bytes(tmp_path):
    binary = (
        r"{\pict\pngblip\picwgoal100\pichgoal100\bin" + f"{len(PNG)} " + PNG.decode("latin-1") + "}"
    )
    (photo,) = made(tmp_path, par(binary)).photos
    assert photo.path.read_bytes() == PNG


def test_what_new_and_old_programs_are_given_is_one_picture(tmp_path):
    both = rf"{{\*\shppict {pict()}}}{{\nonshppict {pict(WMF, chr(92) + 'wmetafile8')}}}"
    assert len(made(tmp_path, par(both)).photos) == 1


def test_a_shape_on_the_right_with_words_on_its_left(tmp_path):
    (photo,) = made(
        tmp_path, par("x", shape(r"\shpleft6000\shpright9000\shpwr2\shpbxcolumn"))
    ).photos
    assert (photo.side, photo.alt) == (Side.RIGHT, "春耕")
    assert abs(photo.share - 3000 / 9000) < 0.001


def test_a_shape_in_the_middle_has_words_on_both_sides(tmp_path):
    (photo,) = made(
        tmp_path, par("x", shape(r"\shpleft3000\shpright6000\shpwr2\shpbxcolumn"))
    ).photos
    assert photo.side is Side.BOTH


def test_a_shape_is_placed_from_the_page_unless_it_says_so(tmp_path):
    (photo,) = made(tmp_path, par("x", shape(r"\shpleft1500\shpright4500\shpwr2\shpbxpage"))).photos
    assert photo.side is Side.LEFT


def test_a_shape_without_words_beside_it_stands_alone(tmp_path):
    (photo,) = made(
        tmp_path, par("x", shape(r"\shpleft6000\shpright9000\shpwr1\shpbxcolumn"))
    ).photos
    assert photo.side is Side.NONE


def test_what_is_cut_off_as_lengths_or_as_fractions(tmp_path):
    cut = pict(words=r"\pngblip\picwgoal2000\pichgoal1000\piccropl200\piccropb250")
    (photo,) = made(tmp_path, par(cut)).photos
    assert photo.crop == Crop(left=0.1, bottom=0.25)
    said = r"{\sp{\sn cropFromRight}{\sv 16384}}"
    (photo,) = made(tmp_path, par(shape(r"\shpleft0\shpright3000\shpwr2", said))).photos
    assert photo.crop == Crop(right=0.25)


def test_how_a_shape_is_turned(tmp_path):
    (photo,) = made(
        tmp_path, par(shape(r"\shpleft0\shpright9", r"{\sp{\sn rotation}{\sv 5898240}}"))
    ).photos
    assert photo.turn == 90


def test_metafiles_and_linked_pictures_are_told(tmp_path):
    seen = made(tmp_path, par("x", pict(WMF, r"\wmetafile8\picwgoal100\pichgoal100")))
    assert seen.photos[0].path is None
    assert {code for code, _ in seen.lost} == {"metafile"}
    linked = shape(r"\shpleft0\shpright9", r"{\sp{\sn pibName}{\sv http://example.org/a.jpg}}", "")
    seen = made(tmp_path, par("x", linked))
    assert seen.photos[0].path is None
    assert ("linked-photo", "http://example.org/a.jpg") in seen.lost


def test_two_pictures_of_a_line_are_a_row(tmp_path):
    seen = made(tmp_path, par(pict(), " ", pict()))
    assert seen.photos[0].row == seen.photos[1].row != ""


def test_a_picture_with_words_under_it_in_a_box_has_them_as_its_caption(tmp_path):
    box = rf"{{\shp{{\*\shpinst\shpleft0\shpright3000{{\shptxt\pard {pict()}\par\pard {u('图为会场')}\par}}}}}}"
    seen = made(tmp_path, par("x", box))
    assert seen.photos[0].caption.string == "图为会场"
    assert seen.strings == ["x"]


def test_deleted_and_hidden_pictures_and_those_of_headers_do_not_come_in(tmp_path):
    seen = made(tmp_path, par(rf"x{{\deleted {pict()}}}{{\v {pict()}}}") + rf"{{\header {pict()}}}")
    assert seen.photos == []
    assert {code for code, _ in seen.lost} == {"hidden-photo", "header-photo"}
