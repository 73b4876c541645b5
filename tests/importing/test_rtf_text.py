"""The characters of an RTF: what is shown comes in once, what is not is told."""

import pytest
from rtf_made import gbk, made, par, u, whole, write
from seen_documents import SeenDocument

from layouts.errors import ManuscriptError
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.rtf import read
from layouts.issue.text import MarkKind


def test_characters_by_number_come_without_their_substitutes(tmp_path):
    assert made(tmp_path, par(u("凌云镇的春天"))).strings == ["凌云镇的春天"]


def test_as_many_substitutes_are_passed_over_as_the_file_says(tmp_path):
    body = par(r"\uc3\u20940\'e5\'87\'8c{\uc0\u20113}\u38215 abc")
    assert made(tmp_path, body).strings == ["凌云镇"]


def test_a_character_of_two_halves_is_one(tmp_path):
    assert made(tmp_path, par(u("𠮷野家"))).strings == ["𠮷野家"]


def test_bytes_are_read_in_the_charset_of_their_font(tmp_path):
    traditional = "".join(rf"\'{byte:02x}" for byte in "臺灣".encode("big5"))
    japanese = "".join(rf"\'{byte:02x}" for byte in "ひらがな".encode("cp932"))
    body = par(rf"{{\f1 {gbk('简体')}}}{{\f3 {traditional}}}{{\f4 {japanese}}}{{\f0 caf\'e9}}")
    assert made(tmp_path, body).strings == ["简体臺灣ひらがなcafé"]


def test_the_second_byte_of_a_hanzi_may_be_a_letter_written_plainly(tmp_path):
    first, second = "侰".encode("gbk")
    assert chr(second).isascii()
    assert made(tmp_path, par(rf"\f1 \'{first:02x}{chr(second)}A")).strings == ["侰A"]


def test_hanzi_in_a_font_of_no_charset_follow_the_page_of_the_file(tmp_path):
    body = par(rf"\f0 {gbk('汉字')} \'93quoted\'94")
    assert made(tmp_path, body).strings == ["汉字 “quoted”"]


def test_signs_of_symbol_fonts_become_what_they_look_like(tmp_path):
    assert made(tmp_path, par(r"{\f2\'b7}{\f5\'a8}", r"{\f5\u-3844?}")).strings == ["•□✓"]


def test_words_that_are_characters(tmp_path):
    body = par(r"a\emdash b\tab c\line d\~e\_f\-g\{h\}\\\ldblquote i\rdblquote")
    assert made(tmp_path, body).strings == ["a—b\tc\u2028d\u00a0e\u2011f\u00adg{h}\\“i”"]


def test_line_ends_of_the_file_mean_nothing_and_escaped_ones_end_paragraphs(tmp_path):
    assert made(tmp_path, "\\pard a\r\nb\\\nc\\par").strings == ["ab", "c"]


def test_the_last_paragraph_needs_no_mark(tmp_path):
    assert made(tmp_path, r"\pard " + u("末段")).strings == ["末段"]


def test_automatic_numbers_are_characters_of_the_text(tmp_path):
    label = rf"{{\listtext\pard\plain {u('（一）')}\tab}}"
    seen = made(tmp_path, par(label, u("成立专班")) + par(r"{\pntext 1.\tab}", u("分工")))
    assert seen.strings == ["（一）成立专班", "1.分工"]
    assert [paragraph.label for paragraph in seen.paragraphs] == [3, 2]


def test_the_level_of_a_list_comes_along(tmp_path):
    first = par(rf"{{\listtext {u('一、')}\tab}}\ls1\ilvl0 ", u("甲"))
    second = par(rf"{{\listtext {u('（一）')}\tab}}\ls1\ilvl1 ", u("乙"))
    seen = made(tmp_path, first + second + par(u("丙")))
    assert [paragraph.level for paragraph in seen.paragraphs] == [1, 2, 0]


def test_a_number_without_text_is_told_as_lost(tmp_path):
    seen = made(tmp_path, par(r"{\listtext 3.\tab}") + par("x"))
    assert seen.strings == ["x"]
    assert ("empty-number", "3.") in seen.lost


def test_notes_stand_on_the_character_before_them(tmp_path):
    note = rf"{{\super\chftn{{\*\footnote\chftn\pard\plain {u('见年鉴')}\par}}}}"
    assert made(tmp_path, par(u("产值"), note, u("增长"))).marks(MarkKind.NOTE) == [
        ("值", "见年鉴")
    ]


def test_a_note_without_a_character_before_it_is_told_as_lost(tmp_path):
    assert ("note", "x") in made(tmp_path, par(r"{\footnote x}")).lost


def test_comments_keep_their_words_author_and_text(tmp_path):
    said = (
        r"{\*\atnid LM}{\*\atnauthor " + u("林敏") + r"}\chatn{\*\annotation{\*\atnref 7}"
        r"{\*\atndate 132901825}\pard\plain " + u("请核对") + "}"
    )
    body = par(u("主任"), r"{\*\atrfstart 7}", u("王芳"), r"{\*\atrfend 7}", said, u("到场"))
    seen = made(tmp_path, body)
    assert seen.comments == [("王芳", "林敏", "请核对")]
    assert seen.marks(MarkKind.COMMENT)[0][1].time == "2026-11-29T15:01:00"


def test_a_comment_that_runs_into_another_paragraph_stands_where_it_began(tmp_path):
    said = r"\chatn{\*\annotation{\*\atnref 1}why}"
    body = par("one {\\*\\atrfstart 1}two") + par("three{\\*\\atrfend 1}", said)
    assert made(tmp_path, body).comments == [("two", "", "why")]


def test_a_comment_on_no_words_stands_on_the_character_before(tmp_path):
    assert made(tmp_path, par(r"ab{\*\annotation c}")).comments == [("b", "", "c")]


def test_the_result_of_a_field_is_text_and_its_instruction_is_not(tmp_path):
    body = par(r"{\field{\*\fldinst DATE \\@ yyyy}{\fldrslt 1999}}")
    assert made(tmp_path, body).strings == ["1999"]


def test_links_lead_to_web_addresses_only(tmp_path):
    def link(address):
        return rf'{{\field{{\*\fldinst HYPERLINK "{address}"}}{{\fldrslt\ul\cf1 x}}}}'

    seen = made(tmp_path, par(link("https://example.org/a"), link("file:///c:/b")))
    assert seen.marks(MarkKind.LINK) == [("x", "https://example.org/a")]


def test_readings_over_characters_are_read_from_their_field(tmp_path):
    body = par(r"{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(yì),", u("懿"), r")}{\fldrslt }}")
    seen = made(tmp_path, body)
    assert seen.strings == ["懿"]
    assert seen.marks(MarkKind.RUBY) == [("懿", "yì")]


def test_the_table_of_contents_does_not_come_in(tmp_path):
    seen = made(
        tmp_path,
        r"{\field{\*\fldinst TOC \\o}{\fldrslt\pard One\tab 1\par Two\tab 2\par}}" + par("x"),
    )
    assert seen.strings == ["x"]
    assert {code for code, _ in seen.lost} == {"contents"}


def test_tracked_changes_come_in_as_accepted(tmp_path):
    body = par(r"{\revised new }{\deleted old }{\mvf gone}kept")
    seen = made(tmp_path, body)
    assert seen.strings == ["new kept"]
    assert ("deleted-text", "old gone") in seen.lost
    assert seen.codes == ["tracked-changes"]


def test_a_deleted_paragraph_mark_joins_with_the_next(tmp_path):
    assert made(tmp_path, r"\pard one{\deleted\par}\pard two\par").strings == ["onetwo"]


def test_libreoffice_says_a_deleted_mark_behind_the_script_of_the_last_run(tmp_path):
    head = r"{\*\generator LibreOffice/7.4}"
    body = par(r"{\dbch\deleted one}") + par(r"{\deleted\dbch gone}two")
    assert made(tmp_path, body, head).strings == ["onetwo"]


def test_hidden_text_does_not_come_in(tmp_path):
    seen = made(tmp_path, par(r"a{\v secret}b"))
    assert seen.strings == ["ab"]
    assert ("hidden-text", "secret") in seen.lost


def test_headers_and_footers_are_told_once(tmp_path):
    body = (
        r"{\header\pard Weekly\par}{\footer\pard 1\par}"
        + par("x")
        + r"\sect{\header\pard Weekly\par}"
        + par("y")
    )
    seen = made(tmp_path, body)
    assert seen.strings == ["x", "y"]
    assert [lost.code for lost in seen.document.lost] == ["header", "footer"]


def test_optional_groups_nobody_knows_are_passed_over(tmp_path):
    body = par(r"a{\*\unknownword hidden {deep}}{\*\bkmkstart x}b{\unknownword c}")
    assert made(tmp_path, body).strings == ["abc"]


def test_a_text_box_comes_in_once_behind_its_paragraph(tmp_path):
    box = (
        r"{\shp{\*\shpinst\shpleft0\shpright3000{\sp{\sn shapeType}{\sv 202}}"
        r"{\shptxt\pard\plain note\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext\pard note\par}}}}"
    )
    seen = made(tmp_path, par("anchor", box) + par("next"))
    assert seen.strings == ["anchor", "note", "next"]
    assert [paragraph.look.in_box for paragraph in seen.paragraphs] == [False, True, False]


def test_words_drawn_as_a_picture_come_in_as_a_box(tmp_path):
    shape = r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv " + u("艺术") + "}}}}"
    assert made(tmp_path, par("x", shape)).strings == ["x", "艺术"]


@pytest.mark.parametrize("text", [b"", b"plain text", b"PK\x03\x04", b"{\\html"])
def test_what_is_no_rtf_is_refused_with_a_sentence(tmp_path, text):
    with pytest.raises(ManuscriptError, match="RTF"):
        read(write(tmp_path, text), PhotoStore(tmp_path / "photos"))


def test_a_file_cut_off_is_read_as_far_as_it_goes(tmp_path):
    text = whole(par("one") + par("two"))
    path = write(tmp_path, text[: text.index("two") + 2])
    assert SeenDocument(read(path, PhotoStore(tmp_path / "photos"))).strings == ["one", "tw"]
