"""An OFD as a file: the same bytes, parts that fit together, ways to go, and what is refused."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from ofd_reading import OfdReading, faults
from paint_editions import edition, line, page, run

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import ExportError
from layouts.export import export_ofd
from layouts.house.load import layout_of
from layouts.manuscript import read_manuscript
from layouts.page.item import Anchor, Frame, Link
from layouts.page.page import Bookmark, Edition, Page
from layouts.page.turning import all_lines
from layouts.paint.ofd.writing import write_ofd

FACES = Catalogue()
RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "sample" / "issue.md"
MM = 25.4 / 72


def composed(path: Path) -> Edition:
    issue, findings = read_manuscript(path)
    return compose(issue, layout_of(issue), FACES, findings)


@lru_cache(maxsize=1)
def sample() -> Edition:
    return composed(SAMPLE)


@lru_cache(maxsize=1)
def sample_file() -> bytes:
    return export_ofd(sample(), FACES)


def two_pages(*links: Link, bookmarks: tuple[Bookmark, ...] = (), title: str = "题") -> Edition:
    text = line(run(FACES.face("song"), "文"))
    first, second = page(text), page(text, number=2)
    first.links = list(links)
    second.anchors = [Anchor("there", 72.0, 144.0)]
    return replace(edition(first, second, bookmarks=bookmarks), title=title)


# -- the file --------------------------------------------------------------------------------------


def test_the_same_pages_give_the_same_bytes() -> None:
    assert export_ofd(sample(), Catalogue()) == sample_file()


def test_the_sample_keeps_to_the_standard() -> None:
    assert faults(sample_file()) == []


@pytest.mark.parametrize("name", ["issue", "columns"])
def test_every_feature_keeps_to_the_standard(name: str) -> None:
    pages = composed(RESOURCES / "specimen" / f"{name}.md")
    data = export_ofd(pages, FACES)
    assert faults(data) == []
    told = "".join(OfdReading(data).text(page.number) for page in pages.pages)
    lines = [one for page in pages.pages for one in all_lines(page)]
    shown = "".join(run_.text for one in lines for run_ in one.runs)
    assert told == shown


def test_the_zip_says_nothing_of_when_and_where() -> None:
    entries = zipfile.ZipFile(io.BytesIO(sample_file())).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    assert all("\\" not in entry.filename and not entry.is_dir() for entry in entries)


def test_another_text_gives_another_number_of_the_document() -> None:
    other = two_pages()
    other.pages[0].lines[0] = line(run(FACES.face("song"), "别"))
    entrances = [OfdReading(write_ofd(one, FACES)).part("OFD.xml") for one in (two_pages(), other)]
    assert len({entrance.findtext(".//{*}DocID") for entrance in entrances}) == 2


def test_who_wrote_it_and_when_is_the_issues_own() -> None:
    made = replace(two_pages(title="简报 <1> & ]]>\x07\u202e"), date=datetime.date(2026, 11, 20))
    info = OfdReading(write_ofd(made, FACES)).part("OFD.xml").find(".//{*}DocInfo")
    assert info.findtext("{*}Title") == "简报 <1> & ]]>\ufffd"
    assert info.findtext("{*}Author") == "编辑部"
    assert info.findtext("{*}CreationDate") == "2026-11-20"


def test_pages_are_as_large_as_they_are() -> None:
    reading = OfdReading(write_ofd(edition(Page(1, 300.0, 400.0), Page(2, 200.0, 400.0)), FACES))
    boxes = [reading.page(number).findtext(".//{*}PhysicalBox") for number in (1, 2)]
    assert boxes == ["0 0 105.833 141.111", "0 0 70.556 141.111"]


# -- ways to go ------------------------------------------------------------------------------------


def test_bookmarks_are_an_outline() -> None:
    marks = (
        Bookmark("【要闻】", 0, "there"),
        Bookmark("甲<乙>", 1, "there"),
        Bookmark("丙", 1, "there"),
        Bookmark("【简讯】", 0, "there"),
    )
    reading = OfdReading(write_ofd(two_pages(bookmarks=marks), FACES))
    outline = reading.document.find("{*}Outlines")
    tree = [
        (one.get("Title"), [child.get("Title") for child in one.iterfind("{*}OutlineElem")])
        for one in outline
    ]
    assert tree == [("【要闻】", ["甲<乙>", "丙"]), ("【简讯】", [])]
    where = outline.find(".//{*}Dest")
    assert where.get("PageID") == reading.document.findall(".//{*}Pages/{*}Page")[1].get("ID")
    assert (where.get("Left"), where.get("Top")) == ("25.4", "50.8")
    assert reading.document.findtext(".//{*}PageMode") == "UseOutlines"


def test_links_answer_where_they_stand_line_by_line() -> None:
    frames = (Frame(100.0, 50.0, 80.0, 12.0), Frame(20.0, 66.0, 40.0, 12.0))
    link = Link(20.0, 50.0, 160.0, 28.0, "", "https://example.org/?a=1&b=<2>", frames)
    inner = Link(20.0, 90.0, 50.0, 10.0, "there")
    data = write_ofd(two_pages(link, inner), FACES)
    assert faults(data) == []
    noted = OfdReading(data).part("Doc_0/Annots/Page_0/Annotation.xml")
    out, within = noted
    corner = [float(part) / MM for part in out[0].get("Boundary").split()]
    for frame, area in zip(frames, out[0], strict=True):
        x, y, width, height = (float(part) / MM for part in area.get("Boundary").split())
        assert (corner[0] + x, corner[1] + y) == pytest.approx((frame.x, frame.y), abs=0.01)
        assert (width, height) == pytest.approx((frame.width, frame.height), abs=0.01)
        assert area.find(".//{*}URI").get("URI") == "https://example.org/?a=1&b=<2>"
        # nothing is drawn, whatever a reader does about colours that are not said
        assert (area.get("Stroke"), area.get("Fill")) == ("false", "false")
    assert within.find(".//{*}Dest").get("Top") == "50.8"


def test_a_link_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(ExportError, match="nowhere"):
        write_ofd(two_pages(Link(0.0, 0.0, 9.0, 9.0, "lost")), FACES)


# -- ending it -------------------------------------------------------------------------------------


def test_how_far_it_is_is_told_and_who_wants_it_no_more_ends_it() -> None:
    told: list[tuple[int, int]] = []
    export_ofd(sample(), FACES, lambda done, of: told.append((done, of)))
    whole = len(sample().pages) + 4
    assert told == [(done, whole) for done in range(1, whole + 1)]

    def no_more(done: int, of: int) -> None:
        raise KeyError(done)

    with pytest.raises(KeyError):
        export_ofd(sample(), FACES, no_more)


# -- the rules themselves --------------------------------------------------------------------------

Plant = Callable[[str], str]


def planted(name: str, plant: Plant) -> bytes:
    """The sample with something changed in one part."""
    out, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(sample_file()))
    with zipfile.ZipFile(out, "w") as archive:
        for entry in old.namelist():
            data = old.read(entry)
            if entry == name:
                changed = plant(data.decode("utf8"))
                assert changed != data.decode("utf8")
                data = changed.encode("utf8")
            archive.writestr(entry, data)
    return out.getvalue()


def swapped(old: str, new: str) -> Plant:
    return lambda text: re.sub(old, new, text, count=1)


PAGE, DOCUMENT = "Doc_0/Pages/Page_1/Content.xml", "Doc_0/Document.xml"
PUBLIC, PICTURES = "Doc_0/PublicRes.xml", "Doc_0/DocumentRes.xml"


@pytest.mark.parametrize(
    ("name", "plant", "said"),
    [
        ("OFD.xml", swapped(' DocType="OFD"', ""), "OFD.xml"),
        (DOCUMENT, swapped("<ofd:MaxUnitID>.*?</ofd:MaxUnitID>", ""), "Document.xml"),
        (DOCUMENT, swapped("MaxUnitID>[0-9]+<", "MaxUnitID>3<"), "above the greatest"),
        (DOCUMENT, swapped('PageID="[0-9]+"', 'PageID="99999"'), "nothing has"),
        (DOCUMENT, swapped("Page_1/Content", "Page_9/Content"), "named and there"),
        (PAGE, swapped('ID="[0-9]+"', 'ID="2"'), "twice"),
        (PAGE, swapped('Boundary="[^"]*"', 'Boundary="0 0 5"'), "Content.xml"),
        (PAGE, swapped(' Size="[^"]*"', ' Size="1e3"'), "Content.xml"),
        (PAGE, swapped('Value="[^"]*"', 'Value="0 0 256"'), "Content.xml"),
        (PAGE, swapped("M 0", "m 0"), "Content.xml"),
        (PAGE, swapped('Font="[0-9]+"', 'Font="99999"'), "nothing has"),
        (PAGE, swapped('ResourceID="[0-9]+"', 'ResourceID="99999"'), "nothing has"),
        (PAGE, swapped("<ofd:Glyphs>", "<ofd:Glyphs>1 "), "glyphs are miscounted"),
        (PAGE, swapped('CodeCount="[0-9]+"', 'CodeCount="999"'), "characters are miscounted"),
        (PAGE, swapped('DeltaX="', 'DeltaX="1 '), "places are miscounted"),
        (PAGE, swapped("<ofd:Glyphs>[0-9]+", "<ofd:Glyphs>60000"), "not in the font"),
        (PAGE, swapped('CTM="[^"]*"', 'CTM="1 0 0 0 0 0"'), "flat picture"),
        (PUBLIC, swapped(' FontName="[^"]*"', ""), "PublicRes.xml"),
        (PICTURES, swapped('Format="JPEG"', 'Format="GIF"'), "DocumentRes.xml"),
    ],
)
def test_a_planted_fault_is_found(name: str, plant: Plant, said: str) -> None:
    assert said in " ".join(faults(planted(name, plant)))
