"""Photos of a Word file: where they stand, how wide, what was cut off, and what cannot be had."""

import pytest
from docx_made import (
    A4,
    EMF,
    TEXT_WIDTH,
    cell,
    either,
    floating,
    graphic,
    inline,
    made,
    p,
    picture,
    pt,
    r,
    relation,
    row,
    table,
    text_box,
)
from marked_text import text_of

from layouts.issue.photo import Crop, Side


def drawn(folder, drawing, *more, **parts):
    return made(folder, p(r("字", more=drawing)), *more, **parts).photos[0]


def test_a_photo_stands_before_the_text_of_its_paragraph(tmp_path):
    word = made(tmp_path, pt("上") + p(r("旁"), r(more=inline()), r("文")) + pt("下"))
    assert word.kinds == "TPTT"
    assert word.strings == ["上", "旁文", "下"]
    photo = word.photos[0]
    assert photo.path is not None
    assert photo.path.suffix == ".png"
    assert (photo.name, photo.line) == ("x.png", 2)


def test_the_share_is_of_the_width_between_the_margins(tmp_path):
    assert drawn(tmp_path, inline(0.5)).share == pytest.approx(0.5, abs=0.02)


def test_the_share_is_of_one_column_where_there_are_two(tmp_path):
    columns = A4.replace("</w:sectPr>", '<w:cols w:num="2" w:space="400"/></w:sectPr>')
    word = made(tmp_path, p(r("字", more=inline(0.4))) + columns)
    assert word.photos[0].share == pytest.approx(0.4 * 9000 / 4300, abs=0.02)


def test_each_section_has_a_width_of_its_own(tmp_path):
    narrow = A4.replace('w:right="1453"', 'w:right="5953"')
    word = made(tmp_path, p(r(more=inline(0.4))) + pt("节", narrow) + p(r(more=inline(0.4))))
    assert [photo.share for photo in word.photos] == [
        pytest.approx(0.8, abs=0.02),
        pytest.approx(0.4, abs=0.02),
    ]


def test_without_a_page_the_share_is_unknown(tmp_path):
    assert drawn(tmp_path, inline()).share is not None
    assert made(tmp_path, p(r(more=inline())) + "<w:sectPr></w:sectPr>").photos[0].share is None


@pytest.mark.parametrize(
    ("place", "side"),
    [
        ("<wp:align>left</wp:align>", Side.LEFT),
        ("<wp:align>right</wp:align>", Side.RIGHT),
        ("<wp:posOffset>0</wp:posOffset>", Side.LEFT),
        (f"<wp:posOffset>{TEXT_WIDTH * 6 // 10}</wp:posOffset>", Side.RIGHT),
        (f"<wp:posOffset>{TEXT_WIDTH * 3 // 10}</wp:posOffset>", Side.BOTH),
    ],
)
def test_the_side_follows_from_the_place_in_the_column(tmp_path, place, side):
    assert drawn(tmp_path, floating(0.4, place)).side is side


def test_a_place_on_the_page_is_counted_from_its_edge(tmp_path):
    from_page = f"<wp:posOffset>{(1453 * 635)}</wp:posOffset>"
    assert drawn(tmp_path, floating(0.4, from_page, "page")).side is Side.LEFT


def test_text_on_one_side_only_says_where_the_photo_is(tmp_path):
    wrap = '<wp:wrapTight wrapText="right"/>'
    assert (
        drawn(tmp_path, floating(0.4, "<wp:align>center</wp:align>", wrap=wrap)).side is Side.LEFT
    )


@pytest.mark.parametrize("wrap", ["<wp:wrapTopAndBottom/>", "<wp:wrapNone/>"])
def test_a_photo_that_no_text_flows_round_stands_alone(tmp_path, wrap):
    assert drawn(tmp_path, floating(wrap=wrap)).side is Side.NONE


def test_a_photo_as_wide_as_the_text_stands_alone(tmp_path):
    assert drawn(tmp_path, floating(0.98)).side is Side.NONE


def test_a_crop_is_a_fraction_of_each_edge(tmp_path):
    content = picture(fill='<a:srcRect l="10000" t="0" r="20000" b="5000"/>')
    assert drawn(tmp_path, inline(content=content)).crop == Crop(0.1, 0, 0.2, 0.05)
    content = picture(fill='<a:srcRect l="60000" r="60000"/>')
    assert drawn(tmp_path, inline(content=content)).crop == Crop()


def test_a_turned_photo_is_as_wide_as_it_was_high(tmp_path):
    shape = f'<a:xfrm rot="5400000"><a:ext cx="{TEXT_WIDTH // 2}" cy="{TEXT_WIDTH // 4}"/></a:xfrm>'
    photo = drawn(tmp_path, inline(0.5, picture(shape=shape)))
    assert (photo.turn, photo.share) == (90, pytest.approx(0.25, abs=0.02))


def test_the_words_for_those_who_cannot_see_come_along(tmp_path):
    assert drawn(tmp_path, inline(alt="会场全景")).alt == "会场全景"


def test_two_photos_in_one_line_are_a_row(tmp_path):
    word = made(tmp_path, p(r(more=inline(0.45)), r(" ", more=inline(0.45))))
    first, second = word.photos
    assert first.row
    assert first.row == second.row


def test_photos_too_wide_for_one_line_or_parted_by_hand_are_no_row(tmp_path):
    wide = made(tmp_path, p(r(more=inline(0.8)), r(more=inline(0.8))))
    parted = made(tmp_path, p(r(more=inline(0.4)), r(more="<w:br/>"), r(more=inline(0.4))))
    assert [photo.row for photo in (*wide.photos, *parted.photos)] == [""] * 4


def test_a_box_drawn_together_with_a_photo_is_its_caption(tmp_path):
    size = f'<wpg:grpSpPr><a:xfrm><a:ext cx="{TEXT_WIDTH // 2}" cy="9"/><a:chExt cx="{TEXT_WIDTH}" cy="9"/></a:xfrm></wpg:grpSpPr>'
    shape = f'<a:xfrm><a:ext cx="{TEXT_WIDTH}" cy="9"/></a:xfrm>'
    group = f"<wpg:wgp>{size}{text_box(pt('▲ 现场（某某 摄）'))}{picture(shape=shape)}</wpg:wgp>"
    word = made(tmp_path, p(r("文", more=floating(0.5, content=group))))
    (photo,) = word.photos
    assert (photo.caption.string, photo.side, word.strings) == (
        "▲ 现场（某某 摄）",
        Side.RIGHT,
        ["文"],
    )
    assert photo.share == pytest.approx(0.5, abs=0.02)


def test_a_photo_in_a_box_stands_where_the_box_does(tmp_path):
    box = floating(0.5, content=text_box(p(r(more=inline(0.4))), pt("图一：合影")))
    word = made(tmp_path, p(r("文", more=box)))
    (photo,) = word.photos
    assert (photo.caption.string, photo.side) == ("图一：合影", Side.RIGHT)
    assert photo.share == pytest.approx(0.4, abs=0.02)
    assert word.kinds == "PT"


def test_the_words_of_a_box_are_a_caption_with_their_marks(tmp_path):
    small = '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'
    said = f"<w:p><w:r><w:t>CO</w:t></w:r><w:r>{small}<w:t>2</w:t></w:r></w:p>"
    box = floating(0.5, content=text_box(p(r(more=inline(0.4))), said))
    (photo,) = made(tmp_path, p(r("文", more=box))).photos
    assert photo.caption == text_of("CO{subscript|2}")


def test_long_text_in_a_box_with_a_photo_is_text(tmp_path):
    box = floating(0.5, content=text_box(p(r(more=inline(0.4))), pt("字" * 101)))
    word = made(tmp_path, p(r("文", more=box)))
    assert word.photos[0].caption.string == ""
    assert word.strings == ["字" * 101, "文"]


def test_a_paragraph_of_the_caption_style_stays_a_paragraph(tmp_path):
    styles = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    body = p(r(more=inline())) + pt("图1：活动", '<w:pStyle w:val="C"/>')
    word = made(tmp_path, body, styles=styles)
    assert (word.kinds, word.photos[0].caption.string, word.paragraphs[0].look.is_caption) == (
        "PT",
        "",
        True,
    )


def test_photos_of_old_programs_have_side_width_and_crop(tmp_path):
    style = "position:absolute;margin-left:0;width:225pt;height:90pt;mso-position-horizontal:right"
    image = '<v:imagedata r:id="rPhoto" o:title="合影" cropleft="6554f" cropright=".2"/>'
    photo = drawn(
        tmp_path,
        f'<w:pict><v:shape style="{style}" alt="众人">{image}<w10:wrap type="square"/></v:shape></w:pict>',
    )
    assert (photo.side, photo.alt) == (Side.RIGHT, "众人")
    assert photo.share == pytest.approx(0.5, abs=0.02)
    assert photo.crop.left == pytest.approx(0.1, abs=0.001)
    assert photo.crop.right == pytest.approx(0.2, abs=0.001)


def test_a_photo_that_stands_twice_comes_once(tmp_path):
    old = '<w:pict><v:shape style="width:90pt"><v:imagedata r:id="rPhoto"/></v:shape></w:pict>'
    assert len(made(tmp_path, p(r(more=either(inline(), old, "wpg")))).photos) == 1


def test_a_shape_filled_with_a_photo_is_one(tmp_path):
    fill = '<a:blipFill><a:blip r:embed="rPhoto"/></a:blipFill>'
    photo = drawn(tmp_path, inline(0.5, f"<wps:wsp><wps:spPr>{fill}</wps:spPr></wps:wsp>"))
    assert photo.path is not None


def test_a_linked_photo_is_told_and_never_fetched(tmp_path):
    link = relation("rNet", "image", "http://127.0.0.1:9/p.jpg", ' TargetMode="External"')
    word = made(tmp_path, p(r("文", more=inline(content=picture('r:link="rNet"')))), link)
    assert (word.photos[0].path, word.photos[0].name) == (None, "x.png")
    assert word.lost["linked-photo"] == "http://127.0.0.1:9/p.jpg"


def test_a_photo_both_inside_and_linked_is_the_one_inside(tmp_path):
    link = relation("rNet", "image", "http://127.0.0.1:9/p.jpg", ' TargetMode="External"')
    word = made(
        tmp_path, p(r(more=inline(content=picture('r:embed="rPhoto" r:link="rNet"')))), link
    )
    assert word.photos[0].path is not None
    assert word.lost == {}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"word/media/m.emf": EMF}, "metafile"),
        ({"word/media/m.emf": b""}, "metafile"),
        ({}, "photo-missing"),
    ],
)
def test_what_cannot_be_set_or_found_is_told(tmp_path, files, code):
    link = relation("rM", "image", "media/m.emf")
    word = made(tmp_path, p(r(more=inline(content=picture('r:embed="rM"')))), link, files=files)
    assert word.photos[0].path is None
    assert code in word.lost


def test_a_photo_outside_of_the_package_is_not_read(tmp_path):
    (tmp_path / "geheim.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    link = relation("rUp", "image", "../../../../../geheim.png")
    word = made(tmp_path, p(r(more=inline(content=picture('r:embed="rUp"')))), link)
    assert word.photos[0].path is None


def test_drawn_lines_are_told(tmp_path):
    word = made(tmp_path, p(r("文", more=inline(content="<wps:wsp><wps:spPr/></wps:wsp>"))))
    assert "shape" in word.lost


def test_a_table_that_only_places_photos_gives_them_their_captions(tmp_path):
    photo = cell(p(r(more=inline(0.45))))
    word = made(tmp_path, table(row(photo, photo), row(cell("左图"), cell("右图"))))
    assert word.kinds == "PP"
    assert [each.caption.string for each in word.photos] == ["左图", "右图"]
    assert word.photos[0].row == word.photos[1].row != ""


def test_photos_of_a_table_with_more_to_say_stand_before_it(tmp_path):
    body = table(row(cell("姓名"), cell("照片")), row(cell("某某"), cell(p(r(more=inline(0.2))))))
    word = made(tmp_path, body)
    assert word.kinds == "PG"
    assert [each.string for each in word.tables[0].table.header] == ["姓名", "照片"]


def test_ink_and_other_drawings_do_no_harm(tmp_path):
    assert made(tmp_path, p(r("文", more=f"<w:drawing>{graphic('')}</w:drawing>"))).strings == [
        "文"
    ]
