"""A draft shows the pages as they stand: nothing that was found stops it, and all of it is seen."""

from __future__ import annotations

import datetime
import re
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.draft import EDGE, draft_pdf, notes_of, stamp_words, stamped
from layouts.errors import Finding, Source
from layouts.house.load import load_layout
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.page.item import GETA, LOST, Line
from layouts.page.page import Edition, Page
from layouts.paint.pdf import write_pdf
from layouts.preflight.check import inspect
from layouts.prepress.presets import load_preset
from resources import resource

MOMENT = datetime.datetime(2026, 11, 29, 17, 30, tzinfo=datetime.UTC)
LOST_CHARACTER = "\U0001f44d"


def zh(said: object) -> str:
    return said.zh


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resource("sample/issue.md").parent / "photos", tmp_path / "photos")
    text = resource("sample/issue.md").read_text("utf8")
    (tmp_path / "issue.md").write_text(text, "utf8")
    return tmp_path


def read(folder: Path) -> Issue:
    return read_manuscript(folder / "issue.md")[0]


def composed(issue: Issue) -> Edition:
    return compose(issue, load_layout(issue.layout), Catalogue())


def text_of(data: bytes) -> str:
    """All text of a PDF as readers copy it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_words_of_the_stamp_are_the_day_and_the_minute() -> None:
    assert stamp_words(MOMENT) == "校样 2026-11-29 17:30"


def test_every_page_says_that_it_is_a_draft_and_of_when(folder: Path) -> None:
    edition = composed(read(folder))
    data = draft_pdf(edition, Catalogue(), MOMENT, says=zh)
    assert text_of(data).count("校样 2026-11-29 17:30") == len(edition.pages)


def test_the_stamp_of_a_page_that_is_turned_is_upright() -> None:
    page = Page(1, 300.0, 400.0, turned=True)
    data = draft_pdf(Edition((page,), (), (), ""), Catalogue(), MOMENT, says=zh)
    assert text_of(data) == stamp_words(MOMENT)


def test_the_same_issue_and_minute_give_the_same_bytes(folder: Path) -> None:
    edition = composed(read(folder))
    one, two = (draft_pdf(edition, Catalogue(), MOMENT, says=zh, workers=k) for k in (1, 3))
    assert one == two


def test_a_missing_photo_is_a_frame_of_the_same_place_with_its_name(folder: Path) -> None:
    (folder / "photos" / "dawn.jpg").unlink()
    edition = composed(read(folder))
    (lost,) = [
        picture
        for page in edition.pages
        for picture in page.pictures
        if picture.missing is not None
    ]
    # as wide as whole em of text leave
    assert (lost.width / lost.height) == pytest.approx(1.5, rel=0.125)
    assert [finding.code for finding in edition.findings] == ["photo-unusable"]
    data = draft_pdf(edition, Catalogue(), MOMENT, says=zh)
    assert "dawn.jpg" in text_of(data)
    content = contents(data)[
        next(k for k, page in enumerate(edition.pages) if lost in page.pictures)
    ]
    # the grey of the ground, and the frame of the picture drawn with it
    assert b"0.87451 0.87843 0.8902 rg" in content


def contents(data: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]


def test_a_photo_whose_pixels_are_damaged_is_a_frame_too(folder: Path) -> None:
    path = folder / "photos" / "avenue.bmp"
    Image.effect_noise((300, 200), 60).convert("RGB").save(path)
    path.write_bytes(path.read_bytes()[:9_000])  # its header is well
    text = (folder / "issue.md").read_text("utf8").replace("avenue.jpg", "avenue.bmp")
    (folder / "issue.md").write_text(text, "utf8")
    edition = composed(read(folder))
    assert not edition.findings
    text = text_of(draft_pdf(edition, Catalogue(), MOMENT, says=zh))
    assert "图片 avenue.bmp 已损坏" in text
    assert str(folder.parent) not in "".join(text.split())


def test_a_character_in_no_face_is_a_red_geta_that_copies_as_itself(folder: Path) -> None:
    issue = with_lost(folder)
    edition = composed(issue)
    (finding,) = edition.findings
    assert (finding.code, "U+1F44D" in finding.zh, GETA in finding.zh) == (
        "glyph-missing",
        True,
        True,
    )
    runs = [run for page in edition.pages for line in page.lines for run in line.runs]
    lost = [run for run in runs if run.ink == LOST]
    assert {run.text for run in lost} == {LOST_CHARACTER}
    data = draft_pdf(edition, Catalogue(), MOMENT, says=zh)
    assert any(b"0.7 0.17 0.17 rg" in content for content in contents(data))


def with_lost(folder: Path) -> Issue:
    path = folder / "issue.md"
    text = path.read_text("utf8")
    end = text.index("。", text.index("清晨"))
    path.write_text(f"{text[:end]}{LOST_CHARACTER}{LOST_CHARACTER}{text[end:]}", "utf8")
    return read(folder)


def test_one_finding_stands_for_all_of_a_kind_and_says_how_many(folder: Path) -> None:
    (finding,) = composed(with_lost(folder)).findings
    assert "共 2 处" in finding.zh
    assert "2 times" in finding.en


def test_findings_become_notes_on_their_pages_beside_what_they_are_about(folder: Path) -> None:
    (folder / "photos" / "dawn.jpg").unlink()
    issue = read(folder)
    edition, faces = composed(issue), Catalogue()
    findings = inspect(issue, load_layout(issue.layout), edition, faces)
    data = draft_pdf(edition, faces, MOMENT, says=zh, findings=findings)
    number = next(page.number for page in edition.pages if page.pictures)
    with pikepdf.open(BytesIO(data)) as pdf:
        notes = [
            (k, str(note.Contents))
            for k, page in enumerate(pdf.pages, start=1)
            for note in page.get("/Annots", [])
            if note.Subtype == "/Text"
        ]
    assert any(k == number and "dawn.jpg" in words for k, words in notes)
    with pikepdf.open(BytesIO(draft_pdf(edition, faces, MOMENT, says=zh))) as pdf:
        assert not [
            note
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.Subtype == "/Text"
        ]


def test_what_is_about_no_page_is_noted_at_the_head_of_the_first() -> None:
    page = Page(1, 400, 600)
    notes = notes_of([page], [Finding("warning", "masthead-empty", "空", "empty")], zh)
    ((note,),) = notes.values()
    assert (note.y, note.words) == (EDGE, "空")


def test_findings_about_one_line_share_a_note() -> None:
    source = Source("a.md", 3)
    page = Page(2, 400, 600, [Line(80, 200, 100, 10, (), "", "body", source=source)])
    findings = [
        Finding("warning", "a", "甲", "a", source, 2),
        Finding("error", "b", "乙", "b", source, 2),
    ]
    ((note,),) = notes_of([page], findings, zh).values()
    assert note.words == "甲\n乙"
    assert note.x + note.size <= 80


def test_the_stamp_stands_in_the_margin_and_over_nothing() -> None:
    faces = Catalogue()
    foot = Line(50, 600 - EDGE, 300, 10, (), "", "page-number")
    for lines in ([], [foot]):
        page = stamped(Page(1, 400, 600, list(lines)), "校样 2026-11-29 17:30", faces)
        stamp = page.lines[-1]
        assert stamp.y <= 600
        if lines:
            assert abs(stamp.y - foot.y) > 10
        else:
            assert stamp.y == pytest.approx(600 - EDGE)


def test_what_hears_of_the_photos_can_end_the_work(folder: Path) -> None:
    edition = composed(read(folder))
    heard: list[tuple[int, int]] = []

    class EnoughError(Exception):
        """Nobody wants the rest."""

    def told(done: int, of: int) -> None:
        heard.append((done, of))
        if done == 2:
            raise EnoughError

    with pytest.raises(EnoughError):
        draft_pdf(edition, Catalogue(), MOMENT, says=zh, told=told)
    assert heard == [(1, 4), (2, 4)]
    heard.clear()
    with pytest.raises(EnoughError):
        write_pdf(edition, Catalogue(), preset=load_preset("screen"), told=told)
    assert heard == [(1, 4), (2, 4)]


def test_a_plain_export_knows_nothing_of_drafts(folder: Path) -> None:
    edition = composed(read(folder))
    assert b"\\346\\240\\241" not in write_pdf(edition, Catalogue())
    assert not re.search("校样", text_of(write_pdf(edition, Catalogue())))
