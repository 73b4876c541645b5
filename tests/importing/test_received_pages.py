"""The pages and notes of the shared folder, as they were received."""

import pytest
from web_pages import cells, lost, marks, paragraphs, photos, strings

from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers import html, markdown


@pytest.fixture
def received(shared, tmp_path):
    """Reads a file of the folder by the reader of its kind."""

    def read(name):
        path = shared / "manuscripts" / "received" / name
        reader = html if path.suffix == ".html" else markdown
        return reader.read(path, PhotoStore(tmp_path / "store"))

    return read


@pytest.mark.parametrize(
    ("name", "count", "headings", "numbered"),
    [
        ("wechat.html", 6, 1, 2),
        ("typora.md", 5, 1, 2),
        ("obsidian.md", 5, 1, 0),
        ("notion.md", 8, 1, 2),
        ("pandoc.md", 8, 1, 2),
    ],
)
def test_each_has_its_title_and_paragraphs_and_no_markup(received, name, count, headings, numbered):
    found = received(name)
    assert len(strings(found)) == count
    assert sum(one.look.heading > 0 for one in paragraphs(found)) == headings
    assert sum(one.label > 0 for one in paragraphs(found)) == numbered
    assert len(photos(found)) == 1
    assert not set("".join(strings(found))) & set("<>=[]{}*%$\\#|^")


def test_what_is_not_for_print_is_told(received):
    codes = {one.code for one in received("obsidian.md").lost}
    assert codes == {"comment", "markup", "front-matter", "photo-missing"}
    assert "linked-photo" in lost(received("wechat.html"))


def test_settings_notes_and_tables_of_pandoc(received):
    found = received("pandoc.md")
    assert [one.look.style for one in paragraphs(found)][:3] == ["", "Author", "Date"]
    assert [list(marks(one)) for one in paragraphs(found)][3] == ["note"]
    assert [len(row) for row in cells(found)] == [2, 2, 2]


def test_a_page_of_libreoffice_has_its_note_comment_table_and_looks(received):
    found = received("word-saved-as.html")
    kinds = {kind for one in paragraphs(found) for kind in marks(one)}
    assert {"note", "comment"} <= kinds
    assert [len(row) for row in cells(found)] == [3, 3, 3]
    first = paragraphs(found)[0].look
    assert (first.centred, first.bold, first.size) == (True, True, 22.0)
    assert {"header", "hidden-text", "linked-photo"} <= lost(found).keys()
