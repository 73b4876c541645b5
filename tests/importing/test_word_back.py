"""A Word file of ours comes back: the same issue, and what somebody changed in Word."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from composing import NOWHERE, picture_file
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from PIL import Image

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from any_form import any_form
from web_issues import article, issue, paragraph, photo_in

from layouts.documents import read_document
from layouts.errors import ManuscriptError
from layouts.house.load import known_layouts, layout_of, load_layout
from layouts.importing.importing import import_paths
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.docx.reader import read
from layouts.importing.settings import NOTHING_TIDIED, ImportSettings
from layouts.importing.stowing import rooted
from layouts.importing.word_back.reading import issue_of
from layouts.importing.word_back.taking import taken_back
from layouts.issue.article import (
    ArticleKind,
    Note,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.form import ParagraphForm
from layouts.issue.issue import Issue
from layouts.issue.masthead import Colophon, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store.compare import compare
from layouts.wordfile.writing import word_file

LAYOUT = load_layout("jianbao-a4", {})
SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "issue.md"


@pytest.fixture
def back(tmp_path):
    """What comes of an issue whose Word file is edited as asked."""

    def taken(one: Issue, edit=None, layout=LAYOUT):
        path = tmp_path / "out.docx"
        path.write_bytes(word_file(one, layout))
        if edit is not None:
            document = docx.Document(str(path))
            edit(document)
            document.save(str(path))
        return taken_back(one, layout, path, PhotoStore(tmp_path / "store"))

    return taken


@pytest.fixture
def read_back(tmp_path):
    """The issue that a Word file holds by itself."""

    def read_again(one: Issue, **how: bool) -> Issue:
        path = tmp_path / "out.docx"
        path.write_bytes(word_file(one, LAYOUT, **how))
        return issue_of(read(path, PhotoStore(tmp_path / "store")))

    return read_again


def everything(folder: Path) -> Issue:
    """An issue with each kind of block and mark, and much that Word does not hold."""
    marks = Text(
        "重庆的字很多很多",
        (
            Mark(0, 2, MarkKind.RUBY, "chóng qìng"),
            Mark(2, 3, MarkKind.BOLD),
            Mark(3, 4, MarkKind.DOTS),
            Mark(4, 5, MarkKind.KAI),
            Mark(4, 5, MarkKind.UNDERLINE, "wavy"),
            Mark(5, 6, MarkKind.LINK, "https://example.org"),
            Mark(6, 7, MarkKind.NOTE, "一条注"),
            Mark(6, 8, MarkKind.COMMENT, Comment("李", "2026-03-01T08:00:00Z", "请核")),
        ),
    )
    table = Table(
        (Text("馆"), Text("人次")), ((Text("总馆"), Text("12")),), ("left", "auto"), NOWHERE,
        caption=Text("表题"), notes=(Text("注"),), zebra=True,
    )  # fmt: skip
    blocks = (
        paragraph(marks),
        Subheading(Text("一、先看"), 1, NOWHERE),
        Photo(photo_in(folder), "图题", NOWHERE, Side.LEFT, 10.0, 3, 2.0, alt="湖", credit="周二"),
        paragraph("开头下沉的一段。" * 30, form=ParagraphForm(initial=2)),
        Note((Text("编者按：请读。"), Text("再读。")), NOWHERE),
        Sidebar((Text("框题"), Text("框文")), NOWHERE, BoxKind.SUMMARY, side=Side.LEFT, columns=2),
        PullQuote(Text("一句引语"), NOWHERE, side=Side.RIGHT, line=2),
        table,
    )
    first = article(
        *blocks, byline=Text("【供稿：甲】"), subtitle=Text("副题"), origin="某报", across=2
    )
    lead = article(
        paragraph(Text("▲ 一件事。后面的话。", (Mark(0, 6, MarkKind.BOLD),))),
        title="一件事", kind=ArticleKind.RUN_IN,
    )  # fmt: skip
    brief = article(paragraph("1．短讯一则。"), title="", kind=ArticleKind.BRIEF, boxed=True)
    sections = Section("要闻", (first, lead), NOWHERE), Section("简讯", (brief,), NOWHERE, True)
    head = Masthead("澜汀简报", 3, 12, datetime.date(2026, 3, 1), "编辑部")
    foot = Colophon("区委", "各部门", "各镇", "张三", "59530000", 300)
    return Issue(head, sections, folder, NOWHERE, foot, settings={"measure": 31})


def changes(one: Issue, other: Issue) -> list[tuple[str, str, str]]:
    """Of each change: what, new characters, those gone."""
    return [
        (
            change.what,
            "".join(piece.text for piece in change.pieces if piece.kind == "added"),
            "".join(piece.text for piece in change.pieces if piece.kind == "removed"),
        )
        for change in compare(one, other)
    ]


def styled(document, style: str):
    return [one for one in document.paragraphs if one.style.name == style]


# -- unchanged -------------------------------------------------------------------------------------


def test_what_nobody_changed_is_the_same_issue(back, tmp_path):
    one = everything(tmp_path)
    found = back(one)
    assert found.issue == one
    assert not found.lost


def test_by_itself_it_is_the_same_but_for_what_word_does_not_hold(read_back, tmp_path):
    one = everything(tmp_path)
    found = read_back(one)
    assert (found.masthead, found.colophon) == (one.masthead, one.colophon)
    assert [section.name for section in found.sections] == ["要闻", "简讯"]
    assert found.sections[1].break_before
    first, lead = found.sections[0].articles
    was = one.sections[0].articles[0]
    assert (first.title, first.subtitle, first.byline) == (was.title, was.subtitle, was.byline)
    assert [type(block) for block in first.blocks] == [type(block) for block in was.blocks]
    assert first.blocks[0].text == was.blocks[0].text
    assert first.blocks[4].paragraphs == was.blocks[4].paragraphs
    box = first.blocks[5]
    assert (box.kind, box.titled, box.paragraphs) == (
        BoxKind.SUMMARY,
        True,
        was.blocks[5].paragraphs,
    )
    photo = first.blocks[2]
    assert (photo.side, photo.width, photo.alt) == (Side.LEFT, 10.0, "湖")
    assert (photo.caption.string, photo.credit) == ("图题", "周二")
    table = first.blocks[7]
    assert (table.header, table.rows, table.caption, table.notes) == (
        was.blocks[7].header, was.blocks[7].rows, was.blocks[7].caption, was.blocks[7].notes,
    )  # fmt: skip
    assert (lead.kind, lead.title) == (ArticleKind.RUN_IN, Text("一件事"))
    assert found.sections[1].articles[0].kind is ArticleKind.BRIEF


@settings(max_examples=examples(24), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(any_form, min_size=1, max_size=5))
def test_items_have_their_numbers_whether_word_counts_or_not(read_back, forms):
    one = issue(article(*(paragraph("文字", form=form) for form in forms)))
    counted, typed = (read_back(one, typed=typed).sections for typed in (False, True))
    assert counted == typed


def test_both_manuscripts_come_back_the_same(back, shared):
    for name in ("jiading-2023-12.md", "jiading-2025-14.md"):
        path = shared / "manuscripts" / name
        one, _, _ = read_document(path, path.parent, watched=False)
        # photos are large: one of them is enough
        one = _with_few_photos(one)
        assert back(one, layout=layout_of(one)).issue == one


def _with_few_photos(one: Issue, most: int = 1) -> Issue:
    left = [most]

    def stays(block) -> bool:
        left[0] -= isinstance(block, Photo)
        return not isinstance(block, Photo) or left[0] >= 0

    sections = tuple(
        replace(
            section,
            articles=tuple(
                replace(one, blocks=tuple(filter(stays, one.blocks))) for one in section.articles
            ),
        )
        for section in one.sections
    )
    return replace(one, sections=sections)


# -- changed ---------------------------------------------------------------------------------------


def two_paragraphs(*more) -> Issue:
    return issue(article(paragraph("第一段说了一件事。"), paragraph("第二段说了另一件事。"), *more))


def test_words_that_were_changed_are_told_and_only_they(back):
    def edit(document):
        styled(document, "Normal")[0].runs[0].text = "第一段说了两件事。"

    one = two_paragraphs()
    assert changes(one, back(one, edit).issue) == [("changed", "两", "一")]


def test_a_paragraph_more_and_one_less_are_told(back):
    def edit(document):
        first, second = styled(document, "Normal")
        first.insert_paragraph_before("新的一段。", first.style)
        second._p.getparent().remove(second._p)

    one = two_paragraphs()
    (told,) = changes(one, back(one, edit).issue)
    assert told == ("changed", "新的一段。\n", "第二段说了另一件事。\n")


def test_title_byline_masthead_and_section_are_told(back):
    def edit(document):
        styled(document, "Title")[0].runs[0].text = "新题目"
        styled(document, "供稿")[0].runs[0].text = "【供稿：乙】"
        styled(document, "栏目")[0].runs[0].text = "【动态】"
        line = next(one for one in styled(document, "报头") if "第3期" in one.text)
        line.runs[0].text = line.text.replace("第3期", "第4期")

    one = issue(article(paragraph("文。"), byline=Text("【供稿：甲】")))
    taken = back(one, edit).issue
    assert taken.masthead.number == 4
    (section,) = taken.sections
    assert section.name == "动态"
    assert (section.articles[0].title, section.articles[0].byline) == (
        Text("新题目"),
        Text("【供稿：乙】"),
    )


def test_a_cell_that_was_changed_leaves_the_table_as_the_issue_has_it(back, tmp_path):
    def edit(document):
        document.tables[-1].cell(1, 1).paragraphs[0].runs[0].text = "13"

    one = everything(tmp_path)
    was = one.sections[0].articles[0].blocks[-1]
    found = back(one, edit).issue.sections[0].articles[0].blocks[-1]
    assert found == replace(was, rows=((Text("总馆"), Text("13")),))


def test_changes_that_word_tracked_count_as_accepted(back):
    def edit(document):
        run = styled(document, "Normal")[0].runs[0]._r
        gone, new = OxmlElement("w:del"), OxmlElement("w:ins")
        run.addprevious(gone)
        run.addprevious(new)
        gone.append(run)
        for letters in run.findall(qn("w:t")):
            letters.tag = qn("w:delText")
        made = OxmlElement("w:r")
        made.text = "改过的第一段。"
        new.append(made)

    one = two_paragraphs()
    found = back(one, edit)
    assert found.issue.sections[0].articles[0].blocks[0].text == Text("改过的第一段。")
    assert [lost.text for lost in found.lost] == ["第一段说了一件事。"]


def test_a_comment_of_a_leader_comes_into_the_issue(back):
    def edit(document):
        run = styled(document, "Normal")[1].runs[0]
        document.add_comment(run, text="这里再核一下", author="王局", initials="王")

    one = two_paragraphs()
    (mark,) = back(one, edit).issue.sections[0].articles[0].blocks[1].text.marks
    assert mark.kind is MarkKind.COMMENT
    assert (mark.value.author, mark.value.text) == ("王局", "这里再核一下")


def test_a_photo_that_was_put_in_comes_along(back, tmp_path):
    picture_file(tmp_path, "new.png", 90, 60)

    def edit(document):
        place = styled(document, "Normal")[1].insert_paragraph_before()
        place.add_run().add_picture(str(tmp_path / "new.png"), width=Cm(8))

    one = two_paragraphs()
    photo = back(one, edit).issue.sections[0].articles[0].blocks[1]
    assert isinstance(photo, Photo)
    assert Path(photo.path).read_bytes() == (tmp_path / "new.png").read_bytes()


def test_a_photo_that_was_exchanged_is_another_one_in_the_same_place(back, tmp_path):
    Image.new("RGB", (40, 30), "white").save(tmp_path / "new.png")

    def edit(document):
        (part,) = document.part.package.image_parts
        vars(part)["_blob"] = (tmp_path / "new.png").read_bytes()

    photo = Photo(photo_in(tmp_path), "图题", NOWHERE, Side.LEFT, 10.0, line=3)
    one = issue(article(photo, paragraph("文。" * 90)), folder=tmp_path)
    found = back(one, edit).issue.sections[0].articles[0].blocks[0]
    assert found.path != photo.path
    assert (found.side, found.line, found.caption.string) == (Side.LEFT, 3, "图题")


@pytest.mark.parametrize("says", ["r:link", "r:embed"])
def test_a_photo_that_word_only_links_or_lost_stays_the_one_of_the_issue(back, tmp_path, says):
    def edit(document):
        (blip,) = document.element.body.iter(qn("a:blip"))
        del blip.attrib[qn("r:embed")]
        blip.set(qn(says), "rIdNone")

    photo = Photo(photo_in(tmp_path), "图题", NOWHERE, Side.LEFT, 10.0, line=3)
    one = issue(article(photo, paragraph("文。" * 90)), folder=tmp_path)
    found = back(one, edit)
    assert found.lost
    kept = found.issue.sections[0].articles[0].blocks[0]
    assert (tmp_path / kept.path).read_bytes() == (tmp_path / photo.path).read_bytes()
    assert changes(one, found.issue) == []


def test_a_photo_without_a_file_is_given_none_where_its_issue_lies(tmp_path):
    one = issue(article(Photo("", "图题", NOWHERE), paragraph("文。")), folder=tmp_path)
    (photo, _) = rooted(one, tmp_path).sections[0].articles[0].blocks
    assert photo.path == ""


def test_an_article_typed_in_word_is_one_more(back):
    def edit(document):
        last = styled(document, "Normal")[-1]
        body = last.insert_paragraph_before("又一篇的正文。", last.style)
        body.insert_paragraph_before("又一篇", document.styles["Title"])

    one = issue(article(paragraph("文。"), paragraph("尾。")))
    titles = [one.title.string for one in back(one, edit).issue.sections[0].articles]
    assert titles == ["题目", "又一篇"]


def test_paragraphs_in_styles_of_words_own_are_text_and_headings(read_back, back):
    def edit(document):
        first = styled(document, "Normal")[0]
        document.styles.add_style("自己的样式", 1)
        first.style = document.styles["自己的样式"]

    one = two_paragraphs()
    assert back(one, edit).issue == one


# -- imported --------------------------------------------------------------------------------------


def test_importing_it_guesses_nothing(tmp_path):
    one = two_paragraphs()
    path = tmp_path / "out.docx"
    path.write_bytes(word_file(one, LAYOUT))
    result = import_paths(
        [path], PhotoStore(tmp_path / "photos"), ImportSettings(choice=NOTHING_TIDIED)
    )
    (source,) = result.sources
    assert not source.doubts
    assert not source.lost
    (found,) = source.brought
    assert (found.section, found.article.title) == ("要闻", Text("题目"))
    assert [block.text for block in found.article.blocks if isinstance(block, Paragraph)] == [
        Text("第一段说了一件事。"), Text("第二段说了另一件事。"),
    ]  # fmt: skip


def test_a_file_that_is_none_of_ours_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "other.docx"
    docx.Document().save(str(path))
    with pytest.raises(ManuscriptError, match="no Word file from Banxin"):
        taken_back(two_paragraphs(), LAYOUT, path, PhotoStore(tmp_path / "store"))


def test_a_photo_that_word_only_packed_anew_is_the_same(back, tmp_path):
    image = Image.radial_gradient("L").resize((400, 300)).convert("RGB")
    image.save(tmp_path / "a.jpg", quality=95)

    def edit(document):
        (part,) = document.part.package.image_parts
        with Image.open(io.BytesIO(part.blob)) as was:
            smaller = was.resize((was.width // 2, was.height // 2))
        out = io.BytesIO()
        smaller.save(out, "JPEG", quality=60)
        vars(part)["_blob"] = out.getvalue()

    photo = Photo("a.jpg", "图题", NOWHERE, Side.LEFT, 10.0)
    one = issue(article(photo, paragraph("文。" * 90)), folder=tmp_path)
    assert back(one, edit).issue == one


IN_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs snapToGrid spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b strike color spacing kern sz szCs u vertAlign em lang",
    "tblPr": "tblStyle tblpPr tblW jc tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "footerReference footnotePr pgSz pgMar cols",
}
"""The sequences of ECMA-376 Part 1, A.1, as far as we use them: Word refuses files that break them."""


def test_properties_stand_in_the_order_of_the_schema(tmp_path):
    document = zipfile.ZipFile(io.BytesIO(word_file(everything(tmp_path), LAYOUT)))
    for part in ("word/document.xml", "word/styles.xml", "word/footnotes.xml"):
        root = etree.fromstring(document.read(part))
        for name, order in IN_ORDER.items():
            for properties in root.iter(qn(f"w:{name}")):
                found = [order.split().index(etree.QName(one).localname) for one in properties]
                assert found == sorted(set(found)), etree.tostring(properties)
        for cell in root.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")


def test_the_masthead_is_read_by_the_layout_of_the_issue_whatever_its_name(back):
    def edit(document):
        line = next(one for one in styled(document, "报头") if "第3期" in one.text)
        line.runs[0].text = line.text.replace("第3期", "第5期")

    one = issue(article(paragraph("文。")), layout="elsewhere.toml")
    assert back(one, edit, load_layout("tongxun-a5", {})).issue.masthead.number == 5


@pytest.mark.parametrize("name", known_layouts())
def test_masthead_and_colophon_come_back_from_the_lines_of_every_layout(name, tmp_path):
    head = Masthead("澜汀简报", 3, 12, datetime.date(2026, 3, 1), "区图书馆办公室")
    foot = Colophon("区委", "各部门", "各镇", "张三", "59530000", 300)
    one = issue(article(paragraph("文。")), masthead=head, colophon=foot, layout=name)
    path = tmp_path / "out.docx"
    path.write_bytes(word_file(one, load_layout(name, {})))
    found = issue_of(read(path, PhotoStore(tmp_path / "store")))
    assert (found.masthead, found.colophon) == (head, foot)
