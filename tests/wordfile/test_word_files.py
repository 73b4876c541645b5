"""What an issue looks like in Word: named styles, numbers, marks, tables, photos at their side."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from composing import NOWHERE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from msgspec.structs import replace
from PIL import Image

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from web_issues import article, issue, paragraph, photo_in
from word_reading import opened, part, runs, said, texts, written

from layouts.house.load import load_layout
from layouts.issue.article import ArticleKind, CellSpan, Note, PullQuote, Subheading, Table
from layouts.issue.form import FormKind, ItemLabel, ParagraphForm
from layouts.issue.masthead import Masthead
from layouts.issue.photo import Crop, Photo, Side
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.wordfile.writing import word_file

LAYOUT = load_layout("jianbao-a4", {})
ITEM = ParagraphForm(FormKind.NUMBERED, label=ItemLabel.HAN)


def marked(string: str, kind: MarkKind, value: str | Comment = "") -> Text:
    return Text(string, (Mark(0, len(string), kind, value),))


def test_every_kind_of_text_stands_in_a_style_of_its_own():
    blocks = (
        Subheading(Text("一、先看"), 1, NOWHERE),
        paragraph("正文一段。"),
        Note((Text("编者按：请读。"), Text("再读。")), NOWHERE),
        PullQuote(Text("一句引语"), NOWHERE),
        Sidebar((Text("框题"), Text("框文")), NOWHERE),
    )
    one = article(*blocks, title="题目", byline=Text("【供稿：甲】"), subtitle=Text("副题"))
    document = written(issue(one))
    for style, wanted in {
        "栏目": ["【要闻】"], "Title": ["题目"], "Subtitle": ["副题"], "小标题 一": ["一、先看"],
        "Normal": ["正文一段。"], "按语": ["编者按：请读。"], "按语续": ["再读。"], "引语": ["一句引语"],
        "链接标题": ["框题"], "链接": ["框文"], "供稿": ["【供稿：甲】"], "报头刊名": ["澜汀简报"],
    }.items():  # fmt: skip
        assert texts(document, style) == wanted


def test_headings_are_in_the_navigation_of_word():
    styles = written(issue(article(paragraph("文。")))).styles
    levels = {
        name: styles[name].element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val"))
        for name in ("栏目", "Title", "小标题 一")
    }
    assert levels == {"栏目": "0", "Title": "1", "小标题 一": "2"}


def test_titles_have_the_face_and_the_colour_of_the_layout():
    styles = written(issue(article(paragraph("文。")))).styles
    assert styles["栏目"].font.color.rgb == styles["报头刊名"].font.color.rgb is not None
    fonts = styles["Title"].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    assert styles["Title"].font.size == Pt(LAYOUT.styles["headline"].size)


def test_the_date_stands_at_the_right_of_the_issuer_however_long_that_is():
    (row,) = (
        one for one in written(issue(article(paragraph("文。")))).paragraphs if "编辑部" in one.text
    )
    assert row.text == "编辑部\t2026年3月1日"
    assert [stop.alignment for stop in row.paragraph_format.tab_stops] == [WD_TAB_ALIGNMENT.RIGHT]


@pytest.mark.parametrize(
    ("template", "foot"),
    [
        ("第{page}页", "第1页"),
        ("{publication}[　总{total}期]　{{{page}}}", "云栖简报　{1}"),
        ("{page} / {page}", "1 / 1"),
        ("{section}　{page}", "1"),
        ("", "1"),
    ],
)
def test_the_foot_of_a_page_says_what_the_layout_does(template, foot):
    number = replace(LAYOUT.page_number, template=template)
    one = replace(issue(article(paragraph("正文。"))), masthead=Masthead(publication="云栖简报"))
    root = part(word_file(one, replace(LAYOUT, page_number=number)), "word/footer1.xml")
    assert "".join(text.text for text in root.iter(qn("w:t"))) == foot
    fields = [one.get(qn("w:instr")) for one in root.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE"] * max(1, template.count("{page}"))


def test_word_counts_the_numbers_of_items_or_has_them_as_text():
    one = issue(article(paragraph("甲事。", form=ITEM), paragraph("乙事。", form=ITEM)))
    counted, typed = written(one), written(one, typed=True)
    assert texts(counted, "编号 1") == ["甲事。", "乙事。"]
    assert len(list(counted.element.body.iter(qn("w:numPr")))) == 2
    assert texts(typed, "编号 1") == ["一、甲事。", "二、乙事。"]
    assert not list(typed.element.body.iter(qn("w:numPr")))


@pytest.mark.parametrize(
    ("kind", "value", "element", "is_said"),
    [
        (MarkKind.BOLD, "", "w:b", None),
        (MarkKind.KAI, "", "w:rStyle", "Kai"),
        (MarkKind.DOTS, "", "w:em", "underDot"),
        (MarkKind.UNDERLINE, "wavy", "w:u", "wave"),
        (MarkKind.STRIKE, "", "w:strike", None),
        (MarkKind.SUPERSCRIPT, "", "w:vertAlign", "superscript"),
        (MarkKind.SUBSCRIPT, "", "w:vertAlign", "subscript"),
    ],
)
def test_marks_are_what_word_has_for_them(kind, value, element, is_said):
    found = runs(written(issue(article(paragraph(marked("字", kind, value))))), element)
    assert [run.findtext(f".//{qn('w:t')}") for run in found if run.find(qn("w:t")) is not None]
    assert found[0].find(f".//{qn(element)}").get(qn("w:val")) == is_said


def test_a_reading_stands_over_its_word():
    (run,) = runs(
        written(issue(article(paragraph(marked("重庆", MarkKind.RUBY, "chóng qìng"))))), "w:ruby"
    )
    assert said(run.find(f".//{qn('w:rt')}")) == "chóng qìng"
    assert said(run.find(f".//{qn('w:rubyBase')}")) == "重庆"


def test_notes_are_footnotes_and_comments_comments():
    text = Text("甲乙", (Mark(0, 1, MarkKind.NOTE, "注一"), Mark(1, 2, MarkKind.COMMENT, Comment("李", "2026-03-01T08:00:00Z", "请核"))))  # fmt: skip
    data = word_file(issue(article(paragraph(text))), LAYOUT)
    notes = part(data, "word/footnotes.xml").findall(qn("w:footnote"))
    assert "".join(notes[-1].itertext()) == "注一"
    (comment,) = opened(data).comments
    assert (comment.author, comment.text) == ("李", "请核")
    assert comment.timestamp.year == 2026


def test_links_lead_only_where_a_reader_can_go():
    texts_ = [marked("网站", MarkKind.LINK, "https://example.org/a?b=1&c=2"), marked("坏", MarkKind.LINK, "javascript:alert(1)")]  # fmt: skip
    document = written(issue(article(*map(paragraph, texts_))))
    targets = [rel.target_ref for rel in document.part.rels.values() if "hyperlink" in rel.reltype]
    assert targets == ["https://example.org/a?b=1&c=2"]


def test_a_table_has_its_heads_merged_cells_and_notes():
    table = Table(
        (Text("馆"), Text("人次"), Text("")), ((Text("总馆"), Text("12"), Text("3")),), ("auto",) * 3, NOWHERE,
        spans=(CellSpan(0, 1, 1, 2),), caption=Text("各馆人次"), notes=(Text("注：均为上半年。"),), data_source=Text("统计组"),
    )  # fmt: skip
    document = written(issue(article(paragraph("见表。"), table)))
    (made,) = document.tables
    assert [cell.text for cell in made.rows[0].cells] == ["馆", "人次", "人次"]
    assert made.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert texts(document, "表题") == ["各馆人次"]
    assert texts(document, "表注") + texts(document, "资料来源") == ["注：均为上半年。", "统计组"]


def anchor(document):
    (found,) = document.element.body.iter(qn("wp:anchor"))
    return found


def test_a_photo_beside_text_is_anchored_at_its_side_with_its_width(tmp_path):
    photo = Photo(photo_in(tmp_path), "", NOWHERE, Side.LEFT, 10.0, line=2)
    found = anchor(written(issue(article(photo, paragraph("文。" * 90)), folder=tmp_path)))
    assert found.findtext(f"{qn('wp:positionH')}/{qn('wp:align')}") == "left"
    assert int(found.find(qn("wp:extent")).get("cx")) == round(10 * LAYOUT.grid.size * 12700)
    down = int(found.findtext(f"{qn('wp:positionV')}/{qn('wp:posOffset')}"))
    assert down == round(2 * LAYOUT.grid.leading * 12700)
    assert found.find(qn("wp:wrapSquare")) is not None


def test_its_caption_goes_with_it(tmp_path):
    photo = Photo(photo_in(tmp_path), "湖边", NOWHERE, Side.RIGHT, 10.0, credit="周二", alt="湖")
    document = written(issue(article(photo, paragraph("文。" * 90)), folder=tmp_path))
    found = anchor(document)
    assert found.findtext(f"{qn('wp:positionH')}/{qn('wp:align')}") == "right"
    assert said(found) == "湖边\u2060周二"
    assert found.find(qn("wp:docPr")).get("descr") == "湖"


def test_photos_of_a_row_stand_in_one_paragraph(tmp_path):
    name = photo_in(tmp_path)
    photos = [Photo(name, said, NOWHERE, Side.NONE, row="1") for said in ("", "两处新馆")]
    document = written(issue(article(*photos, paragraph("文。")), folder=tmp_path))
    pictures = [p for p in document.paragraphs if p.style.name == "图片"]
    assert [len(list(p._p.iter(qn("wp:inline")))) for p in pictures] == [2]
    assert texts(document, "图题") == ["两处新馆"]


def test_a_lead_and_briefs_have_their_own_styles():
    lead = article(paragraph("▲ 一件事。后面的话。"), title="一件事", kind=ArticleKind.RUN_IN)
    brief = article(paragraph("1．短讯一则。"), title="", kind=ArticleKind.BRIEF)
    document = written(issue(lead, brief))
    assert texts(document, "要闻") == ["▲ 一件事。后面的话。"]
    assert texts(document, "简讯") == ["1．短讯一则。"]


def test_the_same_issue_gives_the_same_bytes():
    one = issue(article(paragraph("文。", form=ITEM)))
    assert word_file(one, LAYOUT) == word_file(one, LAYOUT)


def test_nothing_of_a_photo_but_what_is_shown_goes_along(tmp_path):
    """What was cropped away, and what the camera wrote, stays at home."""
    image = Image.new("RGB", (60, 40), "green")
    about = image.getexif()
    about[0x010E] = "SECRET"
    image.save(tmp_path / "a.jpg", exif=about)
    photo = Photo("a.jpg", "", NOWHERE, crop=Crop(left=0.5))
    made = word_file(issue(article(photo, paragraph("文。")), folder=tmp_path), LAYOUT)
    (part,) = opened(made).part.package.image_parts
    assert b"SECRET" not in part.blob
    assert part.image.px_width == 30
