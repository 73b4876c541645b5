"""What each part of an issue is to a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from composing import picture_file

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import STOCK, load_layout
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.page.cutting import part_of
from layouts.page.page import Edition
from layouts.page.pen import pen_positions
from layouts.page.structure import Element, LinePart
from layouts.paint.tags import Tags
from layouts.structure import structure

Outline = list[tuple[str, str]]


class Read:
    """A manuscript composed, and its structure."""

    def __init__(
        self, content: str, folder: Path, catalogue: Catalogue, layout: str = "jianbao-a4"
    ) -> None:
        (folder / "issue.md").write_text(content, "utf-8")
        self.issue: Issue = read_manuscript(folder / "issue.md")[0]
        self.edition: Edition = compose(self.issue, load_layout(layout, folder=folder), catalogue)
        self.root = structure(self.issue, self.edition)

    def text(self, element: Element) -> str:
        """The text of an element and all under it."""
        parts = [child for child in element.children if isinstance(child, LinePart | Element)]
        return "".join(
            self.text(child) if isinstance(child, Element) else self._shown(child)
            for child in parts
        )

    def _shown(self, part: LinePart) -> str:
        return self.edition.pages[part.page].lines[part.line].text[part.start : part.end]

    def all(self, *kinds: str, under: Element | None = None) -> list[Element]:
        """The elements of some kinds, in reading order."""
        root = self.root if under is None else under
        found = [root] if root.kind in kinds else []
        for child in root.children:
            found += self.all(*kinds, under=child) if isinstance(child, Element) else []
        return found

    def outline(self, *kinds: str) -> Outline:
        """Kind and text of each of them."""
        return [(element.kind, self.text(element)) for element in self.all(*kinds)]

    def headings(self) -> Outline:
        """The headings, that of the contents left out."""
        return [
            one for one in self.outline("H1", "H2", "H3", "H4", "H5", "H6") if one[1] != "本期要目"
        ]


@pytest.fixture
def read(tmp_path: Path, catalogue: Catalogue) -> Callable[..., Read]:
    picture_file(tmp_path)
    return lambda content, **options: Read(content, tmp_path, catalogue, **options)


def test_sections_are_the_first_level_and_articles_the_second(read: Callable[..., Read]) -> None:
    paper = read(
        "# 【要闻】\n\n### 甲题\n\n正文。\n\n### 乙题\n\n正文。\n\n# 【动态】\n\n### 丙题\n\n正文。\n"
    )
    assert paper.headings() == [
        ("H1", "【要闻】"),
        ("H2", "甲题"),
        ("H2", "乙题"),
        ("H1", "【动态】"),
        ("H2", "丙题"),
    ]


def test_without_a_section_above_a_title_is_of_the_first_level(read: Callable[..., Read]) -> None:
    paper = read("### 甲题\n\n正文。\n\n#### 一、小题\n\n正文。\n")
    assert paper.headings() == [("H1", "甲题"), ("H2", "一、小题")]


def test_sub_headings_skip_no_level_whatever_their_labels(read: Callable[..., Read]) -> None:
    text = "### 甲题\n\n#### （一）深\n\n正文。\n\n#### （1）更深\n\n正文。\n\n#### 一、浅\n\n正文。\n\n#### 1.深\n\n正文。\n\n#### （1）更深\n\n正文。\n"
    paper = read(f"# 【要闻】\n\n{text}")
    levels = [
        ("H3", "（一）深"),
        ("H4", "（1）更深"),
        ("H3", "一、浅"),
        ("H4", "1.深"),
        ("H5", "（1）更深"),
    ]
    assert paper.headings()[2:] == levels


def test_a_run_in_title_is_a_heading_though_it_shares_its_line(read: Callable[..., Read]) -> None:
    paper = read("# 【要闻】\n\n▲ **桥通了。** 昨天上午，新桥通车。\n")
    assert paper.headings()[1:] == [("H2", "▲ 桥通了。")]
    assert ("P", "昨天上午，新桥通车。") in paper.outline("P")
    lead, rest = (
        paper.all("H2")[0],
        next(element for element in paper.all("P") if paper.text(element).startswith("昨天")),
    )
    first, second = lead.children[0], rest.children[0]
    assert isinstance(first, LinePart)
    assert isinstance(second, LinePart)
    assert (first.page, first.line, first.end) == (second.page, second.line, second.start)


def test_a_photo_before_a_run_in_title_is_read_after_it(read: Callable[..., Read]) -> None:
    paper = read("# 【要闻】\n\n![桥](photo.png)\n\n▲ **桥通了。** 昨天上午，新桥通车。\n")
    assert [element.kind for element in paper.all("H2", "Figure", "P") if element.kind != "P"] == [
        "H2",
        "Figure",
    ]


def test_briefs_are_a_list(read: Callable[..., Read]) -> None:
    paper = read("# 【简讯】\n\n1.桥通了。\n\n2.路修了。\n\n又及。\n\n3.灯亮了。\n")
    assert paper.outline("Lbl", "LBody") == [
        ("Lbl", "1."),
        ("LBody", "桥通了。"),
        ("Lbl", "2."),
        ("LBody", "路修了。又及。"),
        ("Lbl", "3."),
        ("LBody", "灯亮了。"),
    ]
    assert len(paper.all("L")) == 1


def test_two_numbered_paragraphs_in_a_row_are_a_list_and_one_is_not(
    read: Callable[..., Read],
) -> None:
    paper = read("### 题\n\n（1）先说。\n\n正文。\n\n（1）再说。\n\n（2）又说。\n\n正文。\n")
    assert paper.outline("Lbl", "LBody") == [
        ("Lbl", "（1）"),
        ("LBody", "再说。"),
        ("Lbl", "（2）"),
        ("LBody", "又说。"),
    ]
    assert ("P", "（1）先说。") in paper.outline("P")


def test_an_editors_note_is_a_quotation_of_paragraphs(read: Callable[..., Read]) -> None:
    paper = read("### 题\n\n> 按语：甲。\n>\n> 乙。\n\n正文。\n")
    (quote,) = paper.all("BlockQuote")
    assert [(child.kind, paper.text(child)) for child in paper.all("P", under=quote)] == [
        ("P", "按语：甲。"),
        ("P", "乙。"),
    ]


def test_a_photo_is_described_by_its_alternate_text_else_by_its_caption(
    read: Callable[..., Read],
) -> None:
    paper = read(
        '### 题\n\n![图说](photo.png){alt="一座桥"}\n\n正文。\n\n![图说](photo.png)\n\n正文。\n'
    )
    assert [figure.alt for figure in paper.all("Figure")] == ["一座桥", "图说"]


@pytest.mark.parametrize("place", ["top", "foot", "page", "spread"])
def test_a_photo_that_stands_apart_is_read_after_its_paragraph(
    read: Callable[..., Read], place: str
) -> None:
    """On two facing pages it is one figure all the same."""
    paper = read(f"### 题\n\n![图说](photo.png){{place={place}}}\n\n甲文。\n\n乙文。\n")
    assert [
        element.kind if element.kind == "Figure" else paper.text(element)
        for element in paper.all("P", "Figure")
    ][-3:] == ["甲文。", "Figure", "乙文。"]
    (figure,) = paper.all("Figure")
    assert len(figure.children) == (2 if place == "spread" else 1)


def test_a_credit_is_read_after_the_caption_of_its_photo(read: Callable[..., Read]) -> None:
    paper = read('### 题\n\n![图说](photo.png){width=12em credit="摄影：李明"}\n\n正文。\n')
    assert [paper.text(caption) for caption in paper.all("Caption")] == ["图说摄影：李明"]
    caption = paper.all("Caption")[0]
    assert [paper.text(span) for span in paper.all("Span", under=caption)] == ["摄影：李明"]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
def test_a_table_over_several_columns_or_pages_is_one_and_its_header_is_read_once(
    read: Callable[..., Read], layout: str
) -> None:
    rows = "".join(f"| 第{k}行 | {k} |\n" for k in range(150))
    paper = read(f"### 题\n\n| 名 | 数 |\n|---|---|\n{rows}\n正文。\n", layout=layout)
    headers = [
        line.text
        for page in paper.edition.pages
        for line in page.lines
        if line.role == "table" and line.text in "名数"
    ]
    assert len(headers) > 2
    (table,) = paper.all("Table")
    assert paper.outline("TH") == [("TH", "名"), ("TH", "数")]
    assert [paper.text(row) for row in paper.all("TR", under=table)] == [
        "名数",
        *(f"第{k}行{k}" for k in range(150)),
    ]


def test_cells_say_what_they_head_and_how_many_they_cover(read: Callable[..., Read]) -> None:
    grid = "| 片区 | 人次 | |\n|---|---|---|\n| | 成人 | 少儿 |\n| 东 | 1 | 2 |\n| 西 | 3 | 4 |"
    words = '{spans="0,0:2x1 0,1:1x2" header-rows=2 header-columns=1}'
    paper = read(f"### 题\n\n{grid}\n\n{words}\n\n馆办。 {{table-source}}\n\n正文。\n")
    said = {
        paper.text(element): {key: value for _, key, value in element.attributes}
        for element in paper.all("TH", "TD")
    }
    column, row = {"Scope": "Column"}, {"Scope": "Row"}
    assert said == {
        "片区": {**column, "RowSpan": 2},
        "人次": {**column, "ColSpan": 2},
        "成人": column,
        "少儿": column,
        "东": row,
        "西": row,
        **{key: {} for key in "1234"},
    }
    assert [len(element.children) for element in paper.all("TR")] == [2, 2, 3, 3]
    assert "馆办。" in [paper.text(element) for element in paper.all("P")]


def test_an_empty_cell_is_a_cell(read: Callable[..., Read]) -> None:
    paper = read("### 题\n\n| 名 | 数 |\n|---|---|\n| 甲 | |\n\n正文。\n")
    assert paper.outline("TD") == [("TD", "甲"), ("TD", "")]


def test_articles_are_listed_under_their_sections(read: Callable[..., Read]) -> None:
    paper = read("# 【要闻】\n\n### 甲题\n\n正文。\n\n# 【动态】\n\n### 乙题\n\n正文。\n")
    contents = paper.all("TOC")[0]
    assert [paper.text(child) for child in contents.children if isinstance(child, Element)] == [
        "【要闻】甲题1",
        "【动态】乙题1",
    ]
    assert [link.alt for link in paper.all("Link")] == [
        "要闻，第 1 页",
        "甲题，第 1 页",
        "动态，第 1 页",
        "乙题，第 1 页",
    ]


def test_a_bullet_before_a_title_in_the_contents_is_its_label(
    tmp_path: Path, read: Callable[..., Read]
) -> None:
    stock = (STOCK / "neikan-a4-2col.toml").read_text("utf8")
    (tmp_path / "dots.toml").write_text(stock.replace("mark =", 'bullet = "●"\nmark =', 1), "utf8")
    paper = read("# 【要闻】\n\n### 甲题 ABC 乙\n\n正文。\n", layout="dots.toml")
    assert [paper.text(label).strip() for label in paper.all("Lbl")] == ["●"]
    assert [paper.text(link) for link in paper.all("Link")] == ["要闻", "甲题ABC乙1"]


def test_entries_beside_each_other_in_the_contents_are_elements_of_their_own(
    read: Callable[..., Read],
) -> None:
    text = "".join(f"# 【栏目{k}】\n\n### 题目{k}\n\n正文。\n\n" for k in "甲乙丙丁")
    paper = read(text, layout="neikan-a4-2col")
    titles = [f"{kind}{k}" for k in "甲乙丙丁" for kind in ("栏目", "题目")]
    assert [paper.text(link).rstrip("1") for link in paper.all("Link")] == titles


def test_a_part_of_a_line_stands_where_it_stood(
    read: Callable[..., Read], catalogue: Catalogue
) -> None:
    paper = read("### 题\n\n他说：“office 的 1,024 页（约 3.5 公里）——就这样”，《某某》也……。\n")
    line = next(line for page in paper.edition.pages for line in page.lines if line.role == "body")
    whole = [
        (glyph, x)
        for run in line.runs
        for glyph, x in zip(run.glyphs, pen_positions(run, catalogue.face(run.face)), strict=True)
    ]
    for at in range(1, len(line.text)):
        halves = [part_of(line, 0, at, catalogue.face), part_of(line, at, None, catalogue.face)]
        runs = [run for half in halves for run in half.runs]
        placed = [
            (glyph, x)
            for run in runs
            for glyph, x in zip(
                run.glyphs, pen_positions(run, catalogue.face(run.face)), strict=True
            )
        ]
        assert [glyph for glyph, _ in placed] == [glyph for glyph, _ in whole]
        assert [x for _, x in placed] == pytest.approx([x for _, x in whole])
        assert "".join(half.text for half in halves) == line.text


def test_what_two_elements_hold_is_refused(read: Callable[..., Read], catalogue: Catalogue) -> None:
    paper = read("### 题\n\n正文。\n")
    root = Element("Document", [Element("P", [LinePart(0, 0)]), Element("P", [LinePart(0, 0)])])
    with pytest.raises(ValueError, match="two elements hold line 0 of page 0"):
        Tags(paper.edition, root, catalogue)


def test_a_photo_that_two_elements_hold_is_refused(
    read: Callable[..., Read], catalogue: Catalogue
) -> None:
    paper = read("### 题\n\n![图说](photo.png)\n\n正文。\n")
    place = paper.all("Figure")[0].children[0]
    root = Element("Document", [Element("Figure", [place]), Element("Figure", [place])])
    with pytest.raises(ValueError, match="two elements hold picture 0"):
        Tags(paper.edition, root, catalogue)


def test_each_photo_of_a_row_is_a_figure_with_its_own_words(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    for name in ("a.png", "b.png"):
        picture_file(tmp_path, name, 40, 30)
    paper = Read(
        "---\npublication: 简报\n---\n\n## 【要闻】\n\n### 题\n\n"
        '![晨雾](a.png){row=1 captions=together alt="湖"}\n\n![晚霞](b.png){row=1}\n\n一段话。\n',
        tmp_path,
        catalogue,
    )
    assert [figure.alt for figure in paper.all("Figure")] == ["湖", "晚霞"]
    assert paper.outline("Caption") == [("Caption", "左图：晨雾；"), ("Caption", "右图：晚霞")]
    kinds = [element.kind for element in paper.all("Figure", "Caption", "P")]
    assert kinds[-5:-1] == ["Figure", "Caption", "Figure", "Caption"]


def test_items_that_number_themselves_are_lists_with_lists_in_their_items(
    read: Callable[..., Read],
) -> None:
    paper = read(
        "### 题\n\n甲 {numbered=一、}\n\n子 {numbered=（一） level=2}\n\n乙 {numbered=一、}\n\n"
        "一段话。\n\n丙 {bulleted}\n"
    )
    assert paper.outline("Lbl") == [
        ("Lbl", "一、"),
        ("Lbl", "（一）"),
        ("Lbl", "二、"),
        ("Lbl", "•"),
    ]
    first, second, third = paper.all("L")
    assert paper.text(first) == "一、甲（一）子二、乙"
    assert paper.text(second) == "（一）子"
    assert [item.kind for item in first.children] == ["LI", "LI"]
    assert [one.kind for one in paper.all("LBody")[0].children] == ["P", "L"]
    values = [one.attributes[0].value for one in (first, second, third)]
    assert values == ["Decimal", "Decimal", "Disc"]
