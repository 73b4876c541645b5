"""The file around the pages: validity, sameness, metadata, navigation."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from paint_editions import HEIGHT, RED, edition, line, page, run
from paint_reading import Reading, tool

from fonts.catalogue import Catalogue
from layouts.errors import ExportError
from layouts.page.item import Anchor, Link, Picture, Rule
from layouts.page.page import Bookmark, Edition, Page
from layouts.paint.pdf import write_pdf

PHOTO = Path(__file__).parents[2].parent / "shared/manuscripts/photos/square.jpg"


def newsletter(faces: Catalogue) -> Edition:
    """Three pages with everything on them but photos."""
    song = faces.face("song")
    pages = [
        page(line(run(song, text, tracking=0.1)), number=k)
        for k, text in enumerate(("目录", "第一篇，", "第二篇"), start=1)
    ]
    pages[0].links += [Link(20, 60, 200, 14, "article-1"), Link(20, 80, 200, 14, "文章-2")]
    pages[0].rules.append(Rule(20, 30, 280, 30, 1.5, RED))
    pages[1].anchors += [Anchor("section-1", 20, 30), Anchor("article-1", 20, 40)]
    pages[2].anchors.append(Anchor("文章-2", 20, 50))
    bookmarks = (
        Bookmark("【工作动态】", 0, "section-1"),
        Bookmark("(一) First\\", 1, "article-1"),
        Bookmark("第二篇", 1, "文章-2"),
    )
    return edition(*pages, bookmarks=bookmarks, title="澜汀组工（第 14 期）")


def places(pdf: pikepdf.Pdf) -> dict[bytes, pikepdf.Object]:
    names = list(pdf.Root.Names.Dests.Names)
    return {bytes(name): place for name, place in zip(names[::2], names[1::2], strict=True)}


def test_the_file_is_sound(faces: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(write_pdf(newsletter(faces), faces))
    done = subprocess.run(
        [tool("qpdf"), "--check", "x.pdf"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_is_pdf_1_7_without_a_foreign_font(faces: Catalogue) -> None:
    data = write_pdf(newsletter(faces), faces)
    assert data.startswith(b"%PDF-1.7\n")
    assert b"Helvetica" not in data


def test_every_stream_ends_on_a_line_of_its_own(faces: Catalogue) -> None:
    data = write_pdf(newsletter(faces), faces)
    assert data.count(b"endstream") == data.count(b"\nendstream") > 3


def test_the_same_edition_gives_the_same_bytes(faces: Catalogue) -> None:
    assert write_pdf(newsletter(faces), faces) == write_pdf(newsletter(Catalogue()), Catalogue())


def test_neither_hashing_nor_time_changes_a_byte(faces: Catalogue) -> None:
    script = (
        "import sys, hashlib; sys.path[:0] = ['tests/paint', 'tests', '.']\n"
        "from test_pdf_structure import newsletter, Catalogue, write_pdf\n"
        "print(hashlib.sha256(write_pdf(newsletter(Catalogue()), Catalogue())).hexdigest())"
    )
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        environment = {
            "PYTHONHASHSEED": seed,
            "TZ": "Asia/Shanghai" if seed == "1" else "UTC",
            "PATH": "",
        }
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert (
            done.stdout.strip() == hashlib.sha256(write_pdf(newsletter(faces), faces)).hexdigest()
        )


def test_another_edition_has_another_id(faces: Catalogue) -> None:
    plain = newsletter(faces)
    other = Edition(plain.pages, (), plain.bookmarks, "澜汀组工（第 15 期）")
    ids = [bytes(Reading(write_pdf(one, faces)).pdf.trailer.ID[0]) for one in (plain, other)]
    assert ids[0] != ids[1]


def test_title_author_and_language_are_told(faces: Catalogue) -> None:
    pdf = Reading(write_pdf(newsletter(faces), faces)).pdf
    assert str(pdf.docinfo.Title) == "澜汀组工（第 14 期）"
    assert str(pdf.docinfo.Author) == "编辑部"
    assert "/CreationDate" not in pdf.docinfo
    assert str(pdf.Root.Lang) == "zh-CN"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_an_edition_without_author_names_none(faces: Catalogue) -> None:
    pdf = Reading(write_pdf(Edition((page(),), (), (), "简报"), faces)).pdf
    assert "/Author" not in pdf.docinfo
    assert "/Outlines" not in pdf.Root
    assert "/Names" not in pdf.Root


def test_pages_have_their_size_and_their_numbers(faces: Catalogue) -> None:
    pages = Page(1, 595.2756, 841.8898), Page(2, 841.8898, 1190.5512)
    pdf = Reading(write_pdf(edition(*pages), faces)).pdf
    assert [list(map(float, one.MediaBox)) for one in pdf.pages] == [
        [0, 0, 595.2756, 841.8898],
        [0, 0, 841.8898, 1190.5512],
    ]
    assert all(one.TrimBox == one.MediaBox for one in pdf.pages)
    assert [one.label for one in pdf.pages] == ["1", "2"]


def test_links_lead_to_their_places(faces: Catalogue) -> None:
    pdf = Reading(write_pdf(newsletter(faces), faces)).pdf
    first, second = pdf.pages[0].Annots
    assert list(map(float, first.Rect)) == [20, HEIGHT - 74, 220, HEIGHT - 60]
    assert list(first.Border) == [0, 0, 0]
    target = places(pdf)[bytes(first.A.D)]
    assert target[0] == pdf.pages[1].obj
    assert (float(target[2]), float(target[3])) == (20, HEIGHT - 40)
    assert places(pdf)[bytes(second.A.D)][0] == pdf.pages[2].obj


def test_names_are_sorted_as_viewers_search_them(faces: Catalogue) -> None:
    pdf = Reading(write_pdf(newsletter(faces), faces)).pdf
    assert list(places(pdf)) == sorted(places(pdf))


def test_bookmarks_form_a_tree(faces: Catalogue) -> None:
    pdf = Reading(write_pdf(newsletter(faces), faces)).pdf
    with pdf.open_outline() as outline:
        (section,) = outline.root
        assert section.title == "【工作动态】"
        assert [child.title for child in section.children] == ["(一) First\\", "第二篇"]
        assert places(pdf)[bytes(section.children[1].destination)][0] == pdf.pages[2].obj
    assert pdf.Root.Outlines.Count == 3
    assert pdf.Root.PageMode == "/UseOutlines"


def test_an_article_without_a_section_hangs_on_the_root(faces: Catalogue) -> None:
    bare = page()
    bare.anchors.append(Anchor("a", 0, 0))
    marks = Bookmark("甲", 1, "a"), Bookmark("乙", 0, "a"), Bookmark("丙", 1, "a")
    with Reading(write_pdf(edition(bare, bookmarks=marks), faces)).pdf.open_outline() as outline:
        assert [(entry.title, len(entry.children)) for entry in outline.root] == [
            ("甲", 0),
            ("乙", 1),
        ]


def test_a_link_that_leads_nowhere_stops_the_export(faces: Catalogue) -> None:
    astray = page()
    astray.links.append(Link(0, 0, 10, 10, "nowhere"))
    with pytest.raises(ExportError, match=r"第 1 页.*nowhere"):
        write_pdf(edition(astray), faces)


def test_a_bookmark_that_leads_nowhere_stops_the_export(faces: Catalogue) -> None:
    with pytest.raises(ExportError, match="甲"):
        write_pdf(edition(page(), bookmarks=(Bookmark("甲", 0, "nowhere"),)), faces)


def test_an_edition_of_empty_pages_is_a_file(faces: Catalogue) -> None:
    assert len(Reading(write_pdf(edition(page(), page(number=2)), faces)).pdf.pages) == 2


def test_an_edition_without_pages_is_a_file(faces: Catalogue) -> None:
    assert write_pdf(edition(), faces).startswith(b"%PDF")


def test_a_photo_on_many_pages_is_stored_once(faces: Catalogue) -> None:
    if not PHOTO.exists():
        pytest.skip("the shared photos are not here")
    picture = Picture(20, 20, 100, 100, str(PHOTO), "")
    pages = [page(pictures=(picture, picture), number=k) for k in (1, 2, 3)]
    data = write_pdf(edition(*pages), faces)
    assert len(data) < PHOTO.stat().st_size + 6000
    pdf = Reading(data).pdf
    assert len({one.Resources.XObject.P1.objgen for one in pdf.pages}) == 1
