"""A tagged PDF, read as a screen reader reads it (ISO 14289-1 7)."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import paint_editions as made
import pikepdf
import pytest
from paint_reading import Reading, unicode_map
from tag_reading import Node, Shown, Tagged, read_issue, tagged

from fonts.catalogue import Catalogue
from layouts.house.load import load_layout
from layouts.issue.article import ArticleKind, Note, Paragraph, Subheading, Table
from layouts.issue.issue import Issue
from layouts.issue.parts import cells
from layouts.issue.photo import Photo
from layouts.issue.places import articles
from layouts.page.structure import Element, LinePart
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import load_preset

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared/manuscripts"
PAPERS = [
    (ROOT / "resources/sample/issue.md", "jianbao-a4"),
    (ROOT / "resources/sample/issue.md", "neikan-a4-2col"),
    (SHARED / "jiading-2023-12.md", "jianbao-a4"),
    (SHARED / "jiading-2025-14.md", "neikan-a4-2col"),
]


class Paper:
    """An issue, its edition, and its tagged PDF read back."""

    def __init__(self, path: Path, layout: str, catalogue: Catalogue) -> None:
        self.issue = read_issue(path)
        self.layout = layout
        self.edition, self.data = tagged(self.issue, catalogue, layout)
        self.read = Tagged(self.data)


@pytest.fixture(scope="module", params=PAPERS, ids=lambda one: f"{one[0].stem}-{one[1]}")
def paper(request: pytest.FixtureRequest, faces: Catalogue) -> Paper:
    path, layout = request.param
    if not path.exists():
        pytest.skip(f"the shared folder is not here: {path}")
    return Paper(path, layout, faces)


def spaceless(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


def source_texts(issue: Issue, brackets: str) -> list[str]:
    """All that is read of sections and articles, in order, captions aside; run-in titles stand in
    their paragraphs.
    """
    found: list[str] = []
    for section in issue.sections:
        found.append(f"{brackets[:1]}{section.name}{brackets[1:]}" if section.name else "")
        for article in section.articles:
            found.append(article.title.string if article.kind is ArticleKind.HEADLINE else "")
            for block in article.blocks:
                if isinstance(block, Paragraph | Subheading):
                    found.append(block.text.string)
                elif isinstance(block, Note):
                    found += [text.string for text in block.paragraphs]
                elif isinstance(block, Table):
                    found += [cell.string for cell in cells(block)]
            found.append(article.byline.string if article.byline else "")
    return found


def photos(issue: Issue) -> list[Photo]:
    return [
        block
        for _, article in articles(issue)
        for block in article.blocks
        if isinstance(block, Photo)
    ]


def test_all_that_is_drawn_stands_under_exactly_one_mark(paper: Paper) -> None:
    assert paper.read.stray == []


def test_every_mark_of_content_is_read_exactly_once(paper: Paper) -> None:
    marked = [
        (number, shown.mcid)
        for number, marks in enumerate(paper.read.marks)
        for shown in marks
        if shown.mcid is not None
    ]
    assert len(set(marked)) == len(marked)
    assert sorted(paper.read.read) == sorted(marked)


def test_the_tree_reads_the_issue_every_character_once_in_its_order(paper: Paper) -> None:
    sections = [
        child
        for child in paper.read.root.children
        if isinstance(child, Node) and any(child.all("Art", "L"))
    ]
    assert spaceless(
        "".join(section.text(without=("Caption", "Figure")) for section in sections)
    ) == spaceless("".join(source_texts(paper.issue, load_layout(paper.layout).section_brackets)))


def test_a_paragraph_is_one_element_though_it_runs_over_pages(paper: Paper) -> None:
    read = {spaceless(node.text()) for node in paper.read.root.all("P", "LI")}
    for _, article in articles(paper.issue):
        if article.kind is ArticleKind.HEADLINE:
            whole = [
                spaceless(block.text.string)
                for block in article.blocks
                if isinstance(block, Paragraph)
            ]
            assert [text for text in whole if text not in read] == []


def test_masthead_and_contents_are_read_before_and_the_colophon_after(paper: Paper) -> None:
    first, second, *_, last = [
        child.text() for child in paper.read.root.children if isinstance(child, Node)
    ]
    head = paper.issue.masthead
    name, number = (
        spaceless(first).find(head.publication),
        spaceless(first).find(f"第{head.number}期"),
    )
    assert 0 <= name < number
    assert "".join(second.split()).startswith(("本期要目", "本期导读"))
    if paper.issue.colophon:
        assert paper.issue.colophon.editor in last


def test_artifacts_hold_no_text_but_running_parts_and_repeated_headers(paper: Paper) -> None:
    head = paper.issue.masthead
    running = (
        *(section.name for section in paper.issue.sections if section.name),
        head.publication,
        f"第{head.number}期",
    )
    headers = {
        spaceless(cell.string)
        for _, a in articles(paper.issue)
        for b in a.blocks
        if isinstance(b, Table)
        for cell in b.header
    }
    for shown in paper.read.artifacts:
        text = spaceless(shown.text)
        for part in running:
            text = text.replace(spaceless(part), "")
        text = text.strip("—·-")
        assert text == "" or text.isdecimal() or text in headers, shown


def test_headings_begin_at_level_1_and_skip_none(paper: Paper) -> None:
    levels = [
        int(node.kind[1:])
        for node in paper.read.root.all()
        if node.kind[0] == "H" and node.kind[1:].isdecimal()
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_every_title_is_a_heading(paper: Paper) -> None:
    read = [spaceless(node.text()) for node in paper.read.root.all("H2")]
    for _, article in articles(paper.issue):
        if article.title.string:
            assert any(spaceless(article.title.string) in text for text in read), (
                article.title.string
            )


def test_figures_say_what_they_show_and_where_they_stand(paper: Paper) -> None:
    figures = list(paper.read.root.all("Figure"))
    assert [str(figure.entry.Alt) for figure in figures] == [
        photo.alt or photo.caption.string for photo in photos(paper.issue)
    ]
    for figure in figures:
        left, low, right, high = map(float, figure.attributes["/BBox"])
        assert 0 < left < right < 596
        assert 0 < low < high < 842
        (shown,) = figure.children
        assert isinstance(shown, Shown)
        assert shown.operators == ["Do"]


def test_captions_stand_beside_their_figures(paper: Paper) -> None:
    read = [
        [
            spaceless(child.text())
            for child in node.children
            if isinstance(child, Node) and child.kind == "Caption"
        ]
        for node in paper.read.root.all("Div")
    ]
    assert read == [
        [spaceless(photo.caption.string)] for photo in photos(paper.issue) if photo.caption.string
    ]


def test_tables_have_rows_of_as_many_cells_and_headers_of_their_columns(paper: Paper) -> None:
    expected = [
        block
        for _, article in articles(paper.issue)
        for block in article.blocks
        if isinstance(block, Table)
    ]
    tables = list(paper.read.root.all("Table"))
    assert len(tables) == len(expected)
    for table, source in zip(tables, expected, strict=True):
        rows = [
            [cell for cell in row.children if isinstance(cell, Node)]
            for row in table.children
            if isinstance(row, Node)
        ]
        assert [[spaceless(cell.text()) for cell in row] for row in rows] == [
            [spaceless(cell.string) for cell in cells(source)[k : k + len(source.header)]]
            for k in range(0, len(cells(source)), len(source.header))
        ]
        assert [cell.kind for cell in rows[0]] == ["TH"] * len(source.header)
        assert all(cell.attributes["/Scope"] == "/Column" for cell in rows[0])
        assert {cell.kind for row in rows[1:] for cell in row} <= {"TD"}


def test_entries_of_the_contents_lead_to_their_titles(paper: Paper) -> None:
    places = list(paper.read.pdf.Root.Names.Dests.Names)
    targets = {bytes(name): place for name, place in zip(places[::2], places[1::2], strict=True)}
    pages = {page.objgen: number for number, page in enumerate(paper.read.pdf.pages)}
    parents = paper.read.parents()
    links = list(paper.read.root.all("Link"))
    assert len(links) == sum(len(page.links) for page in paper.edition.pages)
    for link in links:
        (annotation,) = link.annotations
        title = spaceless(link.text(without=("Span",)))
        number = pages[targets[bytes(annotation.A.D)][0].objgen]
        titles = [
            spaceless(shown.text)
            for shown in paper.read.marks[number]
            if shown.tag in {"/H1", "/H2"}
        ]
        assert any(title in text for text in titles), (title, titles)
        assert spaceless(str(annotation.Contents)) == f"{title.strip('【】')}，第{number + 1}页"
        assert parents[int(annotation.StructParent)].objgen == link.entry.objgen


def test_the_parent_tree_leads_back_to_the_elements(paper: Paper) -> None:
    parents = paper.read.parents()
    holders = {}
    for node in paper.read.root.all():
        for child in node.children:
            if isinstance(child, Shown):
                holders[id(child)] = node.entry.objgen
    for page, shown in zip(paper.read.pdf.pages, paper.read.marks, strict=True):
        owners = parents[int(page.StructParents)]
        marked = [one for one in shown if one.mcid is not None]
        assert len(owners) == len(marked)
        for one in marked:
            assert owners[one.mcid].objgen == holders[id(one)]


def test_the_catalogue_says_that_the_file_is_tagged_and_in_chinese(paper: Paper) -> None:
    root = paper.read.pdf.Root
    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "zh-CN"
    assert root.ViewerPreferences.DisplayDocTitle is True
    for page in paper.read.pdf.pages:
        assert ("/Annots" in page) == (page.get("/Tabs") == "/S")


def test_the_same_issue_gives_the_same_bytes(paper: Paper) -> None:
    again = Paper.__new__(Paper)
    again.edition, again.data = tagged(paper.issue, Catalogue(), paper.layout)
    assert again.data == paper.data


def visible(read: Reading, number: int) -> tuple[list[tuple[object, ...]], list[float]]:
    """The glyphs of a page, and where they stand, from the left and from above; spaces left out, of
    which a tagged file has more, and the order of drawing, which is that of reading in it.
    """
    spaces = {
        (name, code)
        for name, font in read.fonts(number).items()
        for code, text in unicode_map(font).items()
        if text == " "
    }
    glyphs = [glyph for glyph in read.drawn(number) if (glyph.font, glyph.code) not in spaces]
    glyphs.sort(key=lambda glyph: (round(glyph.x), -glyph.y, glyph.font, glyph.code))
    return [(glyph.font, glyph.code, glyph.size, glyph.colour, glyph.y) for glyph in glyphs], [
        glyph.x for glyph in glyphs
    ]


def test_tags_change_nothing_that_is_seen(paper: Paper, faces: Catalogue) -> None:
    plain, marked = Reading(write_pdf(paper.edition, faces)), Reading(paper.data)
    for number in range(1, len(paper.edition.pages) + 1):
        (glyphs, places), (expected, standing) = visible(marked, number), visible(plain, number)
        assert glyphs == expected
        assert places == pytest.approx(standing, abs=0.002)


def test_without_structure_nothing_is_marked(faces: Catalogue) -> None:
    data = write_pdf(Paper(*PAPERS[0], faces).edition, faces)
    pdf = Reading(data).pdf
    assert not {"/StructTreeRoot", "/MarkInfo"} & set(pdf.Root.keys())
    assert not {"/Tabs", "/StructParents"} & set().union(*(page.obj.keys() for page in pdf.pages))
    assert not any(
        str(operator) == "BDC" and "/MCID" in operands[1]
        for page in pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
    )


def test_words_that_a_line_parts_are_parted_by_a_space(faces: Catalogue, tmp_path: Path) -> None:
    words = " ".join(["accessibility", "of", "printed", "newsletters"] * 12)
    (tmp_path / "issue.md").write_text(f"### 题\n\n{words}\n", "utf-8")
    _, data = tagged(read_issue(tmp_path / "issue.md"), faces)
    assert words in {node.text() for node in Tagged(data).root.all("P")}


def test_what_a_glyph_stands_for_is_read_under_its_mark(faces: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text(
        '### 题\n\n他说⸺好。他说——好。“甲”，it’s "a" office file, ﬁn……完\n', "utf-8"
    )
    issue = read_issue(tmp_path / "issue.md")
    _, data = tagged(issue, faces)
    (paragraph,) = [
        block for block in issue.sections[0].articles[0].blocks if isinstance(block, Paragraph)
    ]
    assert spaceless(paragraph.text.string) in {
        spaceless(node.text()) for node in Tagged(data).root.all("P")
    }


def test_text_is_drawn_in_the_order_in_which_it_is_read(paper: Paper) -> None:
    """For readers that know no tags, and for who copies a page; running heads come last."""
    for number, marks in enumerate(paper.read.marks):
        drawn = [shown.mcid for shown in marks if shown.text and shown.mcid is not None]
        read = [mcid for page, mcid in paper.read.read if page == number and mcid in drawn]
        assert read == drawn


def test_what_follows_text_that_is_spelled_out_has_a_mark_of_its_own(
    faces: Catalogue, tmp_path: Path
) -> None:
    """Poppler's structure, which screen readers on Linux ask, loses what follows in the same."""
    (tmp_path / "issue.md").write_text(
        '### 题\n\n他说⸺好，再说⸺好。“甲”，it’s "a" office file, ﬁn……完\n', "utf-8"
    )
    _, data = tagged(read_issue(tmp_path / "issue.md"), faces)
    inside, after = 0, False
    read = Tagged(data)
    for operands, operator in pikepdf.parse_content_stream(read.pdf.pages[0]):
        if str(operator) == "BDC":
            inside, after = inside + 1, False
        elif str(operator) == "EMC":
            inside -= 1
            after = inside > 0
        else:
            assert not (after and str(operator) in {"Tj", "TJ"}), operands


def test_a_long_issue_is_read_in_the_order_of_its_pages(faces: Catalogue) -> None:
    song = faces.face("song")
    words = [f"第{number}页" for number in range(1, 103)]
    book = made.edition(
        *(
            made.page(made.line(made.run(song, word, tracking=0.1)), number=k)
            for k, word in enumerate(words, start=1)
        )
    )
    tree = Element("Document", [Element("P", [LinePart(k, 0)]) for k in range(len(book.pages))])
    data = write_pdf(book, faces, 1, load_preset("screen"), structure=tree)
    assert [node.text() for node in Tagged(data).root.all("P")] == words


def test_no_text_that_is_spelled_out_stands_inside_another(
    faces: Catalogue, tmp_path: Path
) -> None:
    """Where a line swallowed the space at its end, its last run is told with it, the glyph in it that
    carries its own text too.
    """
    words = "accessible name\u200d " * 60
    (tmp_path / "issue.md").write_text(f"### 题\n\n{words.strip()}\n", "utf-8")
    _, data = tagged(read_issue(tmp_path / "issue.md"), faces)
    read = Tagged(data)
    spelled, seen = [], 0
    for operands, operator in pikepdf.parse_content_stream(read.pdf.pages[0]):
        if str(operator) == "BDC":
            spelled.append(str(operands[0]) == "/Span" and "/ActualText" in operands[1])
            seen += spelled[-1]
            assert sum(spelled) <= 1
        elif str(operator) == "EMC":
            spelled.pop()
    assert seen
    assert words.strip() in {node.text() for node in read.root.all("P")}
