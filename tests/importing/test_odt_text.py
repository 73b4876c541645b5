"""The characters of an OpenDocument: what is shown comes in once, what is not is told."""

import base64
import zipfile

import pytest
from odt_made import (
    a_list,
    content,
    flat,
    frame,
    image,
    item,
    level,
    list_style,
    made,
    p,
    read_odt,
    span,
    style,
    text_style,
    write,
)
from seen_documents import PNG, SeenDocument

from layouts.errors import ManuscriptError
from layouts.issue.text import MarkKind

HIDDEN = text_style("H", 'text:display="none"')


def test_blanks_of_any_kind_and_number_are_one_space(tmp_path):
    assert made(tmp_path, p(" one\n\t two  <text:span> three</text:span>")).strings == [
        "one two three"
    ]


def test_spaces_tabs_and_line_breaks_have_elements_of_their_own(tmp_path):
    body = p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e')
    assert made(tmp_path, body).strings == ["a   b\tc\u2028de"]


def test_ideographic_spaces_stay(tmp_path):
    seen = made(tmp_path, p("　　左　右"))
    assert seen.strings == ["左　右"]
    assert seen.paragraphs[0].look.indent == 2.0


def test_fields_say_what_they_came_to(tmp_path):
    body = p(
        '<text:date text:date-value="1999-01-01">1999</text:date> <text:page-number>7</text:page-number>'
        '<text:sequence text:name="Figure">3</text:sequence><loext:content-control>c</loext:content-control>'
        "<text:text-input>d</text:text-input><text:bookmark-start/>e<text:bookmark-end/>"
    )
    assert made(tmp_path, body).strings == ["1999 73cde"]


def test_notes_stand_on_the_character_before_them(tmp_path):
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + p("见年鉴")
        + "</text:note-body></text:note>"
    )
    seen = made(tmp_path, p(f"产值{note}增长"))
    assert seen.strings == ["产值增长"]
    assert seen.marks(MarkKind.NOTE) == [("值", "见年鉴")]


def annotation(name="", words="请核对"):
    said = f' office:name="{name}"' if name else ""
    return (
        f"<office:annotation{said}><dc:creator>林敏</dc:creator><dc:date>2024-05-06T07:08:09</dc:date>"
        f"{p(words)}</office:annotation>"
    )


def test_comments_keep_their_words_author_and_time(tmp_path):
    body = p(f'主任{annotation("a")}王芳<office:annotation-end office:name="a"/>到场')
    seen = made(tmp_path, body)
    assert seen.strings == ["主任王芳到场"]
    assert seen.comments == [("王芳", "林敏", "请核对")]
    assert seen.marks(MarkKind.COMMENT)[0][1].time == "2024-05-06T07:08:09"


def test_a_comment_on_a_place_stands_on_the_character_before(tmp_path):
    assert made(tmp_path, p(f"主任{annotation()}到场")).comments == [("任", "林敏", "请核对")]


def test_a_comment_that_runs_into_another_paragraph_stands_where_it_began(tmp_path):
    body = p(f"主任{annotation('a')}王芳") + p('到场<office:annotation-end office:name="a"/>了')
    assert made(tmp_path, body).comments == [("王芳", "林敏", "请核对")]


def test_readings_over_characters(tmp_path):
    ruby = "<text:ruby><text:ruby-base>懿</text:ruby-base><text:ruby-text>yì</text:ruby-text></text:ruby>"
    seen = made(tmp_path, p(f"司{ruby}"))
    assert (seen.strings, seen.marks(MarkKind.RUBY)) == (["司懿"], [("懿", "yì")])


def test_links_lead_to_web_addresses_only(tmp_path):
    body = p(
        '<text:a xlink:href="https://example.org/">a</text:a><text:a xlink:href="../b.odt">b</text:a>'
    )
    assert made(tmp_path, body).marks(MarkKind.LINK) == [("a", "https://example.org/")]


def test_tracked_changes_come_in_as_accepted(tmp_path):
    changes = (
        "<text:tracked-changes><text:changed-region text:id='i'><text:insertion/></text:changed-region>"
        f"<text:changed-region text:id='d'><text:deletion>{p('旧')}</text:deletion></text:changed-region>"
        f"<text:changed-region text:id='m'><text:deletion>{p()}{p()}</text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    body = p(
        '<text:change-start text:change-id="i"/>新<text:change-end text:change-id="i"/>文<text:change text:change-id="d"/>字<text:change text:change-id="m"/>接'
    )
    seen = made(tmp_path, changes + body)
    assert seen.strings == ["新文字接"]
    assert seen.lost == {("deleted-text", "旧")}
    assert seen.codes == ["tracked-changes"]


def test_hidden_text_and_hidden_sections_do_not_come_in(tmp_path):
    section = f'<text:section text:display="none">{p("暗")}<text:section>{p("处")}</text:section></text:section>'
    seen = made(
        tmp_path,
        p(f"明{span('隐', 'H')}") + section + f"<text:section>{p('亮')}</text:section>",
        HIDDEN,
    )
    assert seen.strings == ["明", "亮"]
    assert seen.lost == {("hidden-text", "隐"), ("hidden-text", "暗"), ("hidden-text", "处")}


def test_the_table_of_contents_does_not_come_in(tmp_path):
    contents = f"<text:table-of-content><text:index-body>{p('一 1')}</text:index-body></text:table-of-content>"
    seen = made(tmp_path, contents + p("x"))
    assert (seen.strings, seen.lost) == (["x"], {("contents", "一 1")})


def test_headers_and_footers_are_told(tmp_path):
    master = f"<style:header>{p('周报')}</style:header><style:footer>{p('页脚')}</style:footer><style:header-left>{p('周报')}</style:header-left>"
    seen = made(tmp_path, p("x"), master=master)
    assert seen.strings == ["x"]
    assert [(lost.code, lost.text) for lost in seen.document.lost] == [
        ("header", "周报"),
        ("footer", "页脚"),
    ]


def test_signs_of_symbol_fonts_become_what_they_look_like(tmp_path):
    font = '<style:font-face style:name="W" svg:font-family="Wingdings"/>'
    signs = text_style("S", 'style:font-name="W"')
    assert made(tmp_path, p(span("\uf0a8\uf0fc", "S")), font + signs).strings == ["□✓"]


# --- numbers --------------------------------------------------------------------------------------

OFFICIAL = list_style(
    "L",
    level(1, "一, 二, 三, ...", 'style:num-suffix="、"'),
    level(2, "一, 二, 三, ...", 'loext:num-list-format="（%2%）"'),
    level(3, "1", 'style:num-suffix="." text:display-levels="2"'),
)


def labels(folder, body, automatic=OFFICIAL, common=""):
    seen = made(folder, body, automatic, common)
    return [each.text.string[: each.label] for each in seen.paragraphs]


def test_numbers_are_characters_of_the_text(tmp_path):
    inner = a_list(item(p("c"), a_list(item(p("d")))))
    body = a_list(item(p("a"), p("b"), inner), item(p("e")), name="L")
    assert made(tmp_path, body, OFFICIAL).strings == ["一、a", "b", "（一）c", "一.1.d", "二、e"]


def test_a_list_begins_anew_unless_it_goes_on(tmp_path):
    first = a_list(item(p("a")), item(p("b")), name="L", more='xml:id="x"')
    again = a_list(item(p("c")), name="L")
    on = a_list(item(p("d")), name="L", more='text:continue-numbering="true"')
    back = a_list(item(p("e")), name="L", more='text:continue-list="x"')
    assert labels(tmp_path, first + again + p("-") + on + back) == [
        "一、",
        "二、",
        "一、",
        "",
        "二、",
        "三、",
    ]


def test_items_and_levels_may_say_where_they_begin(tmp_path):
    five = list_style("L", level(1, "1", start=5))
    body = a_list(item(p("a")), item(p("b"), start="9"), item(p("c")), name="L")
    assert labels(tmp_path, body, five) == ["5", "9", "10"]


def test_an_item_that_only_holds_a_list_does_not_count(tmp_path):
    body = a_list(item(a_list(item(p("a")))), item(p("b")), name="L")
    assert labels(tmp_path, body) == ["（一）", "一、"]


def test_lists_take_the_style_of_their_paragraphs_where_they_name_none(tmp_path):
    body = a_list(item(p("a", "P")))
    assert labels(tmp_path, body, OFFICIAL + style("P", more='style:list-style-name="L"')) == [
        "一、"
    ]


def test_bullets_of_symbol_fonts(tmp_path):
    bullet = (
        '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xf0d8;">'
        '<style:text-properties fo:font-family="Wingdings"/></text:list-level-style-bullet>'
    )
    assert labels(tmp_path, a_list(item(p("a")), name="B"), list_style("B", bullet)) == ["➢"]


def test_headings_are_numbered_by_the_outline(tmp_path):
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="第" '
        'style:num-suffix="章"/><text:outline-level-style text:level="2" style:num-format="a" style:num-suffix=")"/></text:outline-style>'
    )

    def h(number, more=""):
        return p("x", tag="h", more=f' text:outline-level="{number}" {more}')

    body = h(1) + h(2) + h(2) + h(1) + h(2) + h(1, 'text:is-list-header="true"')
    assert labels(tmp_path, body, "", outline) == ["第1章", "a)", "b)", "第2章", "a)", ""]


# --- files ----------------------------------------------------------------------------------------


def test_flat_files_are_read_with_their_photos(tmp_path):
    data = base64.b64encode(PNG).decode()
    body = p(
        "甲" + frame(f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>")
    )
    path = tmp_path / "a.fodt"
    path.write_text(flat(body), encoding="utf-8")
    seen = SeenDocument(read_odt(path))
    assert seen.strings == ["甲"]
    assert seen.photos[0].path.read_bytes() == PNG
    assert seen.photos[0].share == 0.25


def test_a_file_with_a_password_is_refused_with_a_sentence(tmp_path):
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    path = write(tmp_path, {"META-INF/manifest.xml": manifest, "content.xml": b"\x80\x81"})
    with pytest.raises(ManuscriptError, match="密码"):
        read_odt(path)


@pytest.mark.parametrize(
    "parts", [{}, {"content.xml": "no xml"}, {"content.xml": content(p("x"))[:-40]}]
)
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path, parts):
    with pytest.raises(ManuscriptError):
        read_odt(write(tmp_path, parts))


def test_a_damaged_photo_is_told_and_the_text_is_read(tmp_path):
    path = write(tmp_path, {"content.xml": content(p("x" + frame(image()))), "Pictures/a.png": PNG})
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("Pictures/a.png").header_offset
    path.write_bytes(data[: start + 50] + bytes(10) + data[start + 60 :])
    seen = SeenDocument(read_odt(path))
    assert seen.strings == ["x"]
    assert {code for code, _ in seen.lost} == {"photo-missing"}


def test_a_file_without_styles_is_read(tmp_path):
    assert SeenDocument(read_odt(write(tmp_path, {"content.xml": content(p("x"))}))).strings == [
        "x"
    ]


def test_styles_that_are_based_on_each_other_in_a_circle_end(tmp_path):
    round_about = style("A", more='style:parent-style-name="B"') + style(
        "B", more='style:parent-style-name="A"'
    )
    assert made(tmp_path, p("x", "A"), round_about).strings == ["x"]


def test_photos_beside_the_file_or_on_the_web_are_not_fetched(tmp_path):
    (tmp_path / "beside.png").write_bytes(PNG)
    body = p("x" + frame(image("../beside.png")) + frame(image("http://127.0.0.1:9/a.png")))
    seen = made(tmp_path, body)
    assert [photo.path for photo in seen.photos] == [None, None]
    assert seen.lost == {
        ("linked-photo", "../beside.png"),
        ("linked-photo", "http://127.0.0.1:9/a.png"),
    }
