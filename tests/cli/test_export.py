"""`python main.py export`: what comes out of real newsletters and small ones."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import audit
import pytest
from cli_types import Exported
from composing import compose_manuscript
from running import ROOT, SMALL, banxin, pdf_text, tool

from fonts.catalogue import Catalogue
from layouts.manuscript import read_manuscript

Write = Callable[..., Path]


def listed_lines(listing: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for page in listing["pages"] for line in page["lines"]]


def spaceless(text: str) -> str:
    return "".join(text.split())


# -- the PDF of real newsletters -------------------------------------------------------------------


def test_the_text_layer_holds_every_set_character_once_and_in_order(exported: Exported) -> None:
    assert pdf_text(exported.pdf) == spaceless(
        "".join(line["text"] for line in listed_lines(exported.listing))
    )


def test_every_character_of_the_manuscript_is_set_once_and_in_order(
    exported: Exported, catalogue: Catalogue
) -> None:
    issue, _ = read_manuscript(exported.source, open_settings=("measure", "punctuation"))
    edition, layout = compose_manuscript(exported.source, catalogue)
    flowing = audit.flowing_text(edition)
    place = 0
    for section in issue.sections:
        for text in (
            f"{layout.section_brackets[0]}{section.name}{layout.section_brackets[1]}",
            *_texts(section),
        ):
            expected = spaceless(text)
            assert flowing.startswith(expected, place), (
                f"{expected!r} is not next: {flowing[place : place + 30]!r}"
            )
            place += len(expected)
    assert place == len(flowing)


def _texts(section: Any) -> list[str]:
    from layouts.issue.article import ArticleKind, Note, Paragraph, Subheading

    found: list[str] = []
    for article in section.articles:
        if article.kind is ArticleKind.HEADLINE:
            found.append(article.title.string)
        for block in article.blocks:
            if isinstance(block, Paragraph | Subheading):
                found.append(block.text.string)
            elif isinstance(block, Note):
                found += [text.string for text in block.paragraphs]
        if article.byline:
            found.append(article.byline.string)
    return found


def test_the_clean_manuscript_comes_out_as_it_was_typed(shared: Path, catalogue: Catalogue) -> None:
    """Read without our own reader: front matter and Markdown's marks taken off by hand."""
    source = shared / "manuscripts" / "jiading-2023-12.md"
    body = source.read_text("utf8").split("\n---\n", 1)[1]
    body = re.sub(r"!\[.*?\]\(.*?\)(\{.*?\})?", "", body)
    body = re.sub(r"^#+ |\*\*|^---$", "", body, flags=re.MULTILINE)
    edition, _ = compose_manuscript(source, catalogue)
    assert audit.flowing_text(edition) == spaceless(body)


def test_every_font_is_embedded_and_a_subset(exported: Exported) -> None:
    out = subprocess.run(
        [tool("pdffonts"), str(exported.pdf)], capture_output=True, check=True, text=True
    ).stdout
    rows = out.splitlines()[2:]
    assert rows
    for row in rows:
        name = row.split()[0]
        embedded, subset, unicode_map = row.split()[-5:-2]
        assert re.match(r"[A-Z]{6}\+", name), row
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes"), row


def test_qpdf_finds_no_fault(exported: Exported) -> None:
    done = subprocess.run(
        [tool("qpdf"), "--check", str(exported.pdf)], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors found" in done.stdout


def test_the_same_manuscript_gives_the_same_bytes(exported: Exported, tmp_path: Path) -> None:
    assert banxin("export", exported.source, "-o", tmp_path / "again.pdf").code == 0
    assert (tmp_path / "again.pdf").read_bytes() == exported.pdf.read_bytes()


def test_no_glyph_stands_inside_a_photo_s_standoff(
    exported: Exported, catalogue: Catalogue
) -> None:
    edition, layout = compose_manuscript(exported.source, catalogue)
    assert audit.in_photos(edition, layout, catalogue) == []
    assert audit.off_page(edition, layout) == []


def test_nothing_but_running_parts_stands_outside_the_type_area(
    exported: Exported, catalogue: Catalogue
) -> None:
    edition, layout = compose_manuscript(exported.source, catalogue)
    grid = layout.grid
    foot = grid.top + grid.area_height
    for page in edition.pages:
        for line in page.lines:
            if line.role in ("masthead", "page-number", "running-head"):
                continue
            assert grid.top <= line.y <= foot + 1e-6, (
                f"p{page.number} {line.role} {line.text!r} at {line.y:.2f} of {foot:.2f}"
            )
            for glyph in audit.glyphs_of(line, catalogue):
                assert glyph.blank or (
                    grid.left - 0.5 <= glyph.left
                    and glyph.right <= grid.left + grid.area_width + 0.5
                ), line.text


def test_every_line_of_a_real_newsletter_obeys_the_rules(
    exported: Exported, catalogue: Catalogue
) -> None:
    edition, layout = compose_manuscript(exported.source, catalogue)
    assert audit.forbidden_edges(edition, layout.punctuation.prohibition) == []
    assert audit.off_grid(edition, layout) == []
    assert audit.out_of_slot(edition, layout, catalogue) == []
    assert audit.overlaps(edition, catalogue) == []
    assert audit.bodies_crossing(edition) == []


def test_contents_name_the_pages_where_titles_stand(
    exported: Exported, catalogue: Catalogue
) -> None:
    edition, layout = compose_manuscript(exported.source, catalogue)
    printed = dict(audit.contents_numbers(edition, layout.contents.bullet))
    set_titles = audit.titles(edition)
    assert set_titles
    assert all(printed[title] == page for title, page in set_titles)


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("punctuation", ["clreq", "office"])
def test_a_real_newsletter_obeys_the_rules_in_every_layout_and_style(
    shared: Path, catalogue: Catalogue, layout: str, punctuation: str
) -> None:
    source = shared / "manuscripts" / "jiading-2023-12.md"
    measure = 34 if layout == "jianbao-a4" else 21
    edition, house = compose_manuscript(
        source, catalogue, layout, measure=measure, punctuation=punctuation
    )
    assert audit.lines_unlike_their_runs(edition) == []
    assert audit.forbidden_edges(edition, house.punctuation.prohibition) == []
    assert audit.off_grid(edition, house) == []
    assert audit.overlaps(edition, catalogue) == []
    assert audit.in_photos(edition, house, catalogue, standoff=0.0) == []
    assert audit.out_of_slot(edition, house, catalogue) == []


# -- JSON ------------------------------------------------------------------------------------------


def test_the_listing_has_the_shape_the_issue_asks_for(exported: Exported) -> None:
    listing = exported.listing
    assert set(listing) == {"pages", "findings"}
    for page in listing["pages"]:
        assert set(page) == {"width", "height", "lines", "pictures"}
        assert (round(page["width"]), round(page["height"])) == (595, 842)
        for line in page["lines"]:
            assert set(line) >= {"text", "x", "y", "width", "size", "font", "article", "paragraph"}
            assert 0 <= line["x"] <= page["width"]
            assert 0 <= line["y"] <= page["height"]
        for picture in page["pictures"]:
            assert set(picture) == {"x", "y", "width", "height", "source"}
    for finding in listing["findings"]:
        assert set(finding) == {"level", "code", "message", "page", "source"}
        assert finding["level"] in ("error", "warning", "notice")


def test_a_line_of_the_listing_says_which_article_and_paragraph_it_is_of(
    exported: Exported,
) -> None:
    owners = {(line["article"], line["paragraph"]) for line in listed_lines(exported.listing)}
    articles = {article for article, _ in owners if article is not None}
    assert articles == set(range(len(articles)))


def test_the_pages_of_pdf_and_listing_are_the_same(exported: Exported) -> None:
    out = subprocess.run(
        [tool("pdfinfo"), str(exported.pdf)], capture_output=True, check=True, text=True
    ).stdout
    # type: ignore[index]
    assert int(re.search(r"Pages:\s+(\d+)", out)[1]) == len(exported.listing["pages"])
    assert "Title:" in out


# -- small manuscripts -----------------------------------------------------------------------------


def test_exporting_loads_no_qt(manuscript: Write, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from layouts.cli import main\n"
        "code = main(sys.argv[1:])\n"
        "print(code, sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'desktop'}))"
    )
    command = [
        sys.executable,
        "-c",
        program,
        "export",
        str(manuscript()),
        "-o",
        str(tmp_path / "a.pdf"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.stdout.strip() == "0 []", done.stderr


def test_an_export_says_nothing_where_all_is_well(manuscript: Write, tmp_path: Path) -> None:
    ran = banxin("export", manuscript(), "-o", tmp_path / "a.pdf")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["a.PDF", "名字 带空格.pdf"])
def test_the_output_may_have_any_name_that_ends_in_pdf(
    manuscript: Write, tmp_path: Path, name: str
) -> None:
    assert banxin("export", manuscript(), "-o", tmp_path / name).code == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_the_usual_encodings_give_the_same_pages(
    manuscript: Write, tmp_path: Path, encoding: str
) -> None:
    content = SMALL.encode(encoding)
    if encoding in ("utf-16-le", "utf-16-be"):
        content = "\ufeff".encode(encoding) + content
    assert banxin("export", manuscript(content), "-o", tmp_path / "a.json").code == 0
    listing = json.loads((tmp_path / "a.json").read_text("utf8"))
    assert "12月22日，全区大会在会议中心召开" in "".join(
        line["text"] for line in listed_lines(listing)
    )


def test_relative_paths_start_where_the_user_stands(manuscript: Write, tmp_path: Path) -> None:
    manuscript()
    assert banxin("export", "issue.md", "-o", "out.pdf", cwd=tmp_path).code == 0
    assert (tmp_path / "out.pdf").exists()


def test_the_bytes_do_not_depend_on_locale_hash_seed_or_time_zone(
    manuscript: Write, tmp_path: Path
) -> None:
    path = manuscript()
    surroundings = (
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"},
    )
    results: set[bytes] = set()
    for k, extra in enumerate(surroundings):
        out = tmp_path / f"{k}.pdf"
        command = [sys.executable, str(ROOT / "main.py"), "export", str(path), "-o", str(out)]
        done = subprocess.run(
            command, env={**os.environ, **extra}, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        results.add(out.read_bytes())
    assert len(results) == 1


def test_the_hyphen_of_a_broken_word_is_not_read_as_text(manuscript: Write, tmp_path: Path) -> None:
    """A word cut at a line's end is one word in the text layer, as in the manuscript."""
    words = "国家治理体系 internationalization 现代化 communication 与 infrastructure 建设 administration 改革 sustainability 发展。"
    text = SMALL.replace("12 月 22 日，", words * 4).replace(
        "layout: jianbao-a4", "layout: neikan-a4-2col\nmeasure: 18\ncontents: false"
    )
    path = manuscript(text)
    assert banxin("export", path, "-o", tmp_path / "a.pdf").code == 0
    assert banxin("export", path, "-o", tmp_path / "a.json").code == 0
    listing = json.loads((tmp_path / "a.json").read_text("utf8"))
    lines = [line["text"] for line in listed_lines(listing)]
    assert any(re.search("[a-z]$", line) for line in lines), "no word was cut"
    assert spaceless(words) * 4 in pdf_text(tmp_path / "a.pdf").replace("\u00ad", "")
    assert spaceless(words) * 4 in spaceless("".join(lines))
