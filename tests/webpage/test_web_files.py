"""Pages as files: one that needs no other, or a folder of them; whole or not at all."""

from __future__ import annotations

import io
import os
import re
from base64 import b64decode

import pytest
from composing import NOWHERE
from PIL import Image
from web_issues import article, issue, paragraph
from web_reading import of_class, only, parsed, words

from layouts.errors import ExportError, PhotoError
from layouts.files import write_folder
from layouts.house.load import load_layout
from layouts.issue.article import ArticleKind
from layouts.issue.photo import Crop, Photo
from layouts.photo_tone import PhotoTone
from layouts.webpage.writing import is_web_folder, web_folder, web_page

LAYOUT = load_layout("jianbao-a4", {})


def halves(folder, name="halves.png"):
    """A photo whose left half is red, its right half blue."""
    image = Image.new("RGB", (40, 20), (200, 0, 0))
    image.paste((0, 0, 200), (20, 0, 40, 20))
    image.save(folder / name)
    return name


def picture_of(one) -> Image.Image:
    page = parsed(web_page(one, LAYOUT).decode())
    data = only(page, "img").get("src").split(",", 1)[1]
    return Image.open(io.BytesIO(b64decode(data))).convert("RGB")


def with_photo(folder, **fields):
    return issue(article(Photo(halves(folder), "", NOWHERE, **fields)), folder=folder)


def test_a_page_asks_for_no_other_file(tmp_path):
    text = web_page(with_photo(tmp_path), LAYOUT).decode()
    assert re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', text) == []
    assert "@import" not in text
    assert "url(" not in text


def test_the_same_issue_gives_the_same_bytes(tmp_path):
    one = with_photo(tmp_path)
    assert web_page(one, LAYOUT) == web_page(one, LAYOUT)
    assert web_folder(one, LAYOUT) == web_folder(one, LAYOUT)


def test_a_photo_is_cropped_as_on_paper(tmp_path):
    picture = picture_of(with_photo(tmp_path, crop=Crop(left=0.5)))
    assert picture.size == (20, 20)
    assert {picture.getpixel((x, 10)) for x in range(20)} == {(0, 0, 200)}


def test_a_photo_is_grey_where_it_is_on_paper(tmp_path):
    red, green, blue = picture_of(with_photo(tmp_path, tone=PhotoTone(grey=True))).getpixel((5, 5))
    assert red == green == blue


def test_a_photo_is_straightened(tmp_path):
    picture = picture_of(with_photo(tmp_path, tone=PhotoTone(straighten=5.0)))
    assert picture.width < 40
    assert picture.getpixel((picture.width - 1, 5)) == (0, 0, 200)


def test_a_large_photo_is_brought_down_and_says_nothing_of_its_camera(tmp_path):
    image = Image.effect_noise((3000, 1500), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    image.save(tmp_path / "large.jpg", exif=exif)
    one = issue(article(Photo("large.jpg", "", NOWHERE)), folder=tmp_path)
    page = parsed(web_page(one, LAYOUT).decode())
    data = b64decode(only(page, "img").get("src").split(",", 1)[1])
    assert Image.open(io.BytesIO(data)).size == (1440, 720)
    assert b"Camera" not in data


def test_a_damaged_photo_is_said_and_nothing_is_written(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 nothing")
    one = issue(article(Photo("broken.jpg", "", NOWHERE)), folder=tmp_path)
    with pytest.raises(PhotoError):
        web_page(one, LAYOUT)


def test_no_photo_is_read_outside_the_folder(tmp_path):
    halves(tmp_path)
    (tmp_path / "inside").mkdir()
    photo = Photo("../halves.png", "", NOWHERE)
    with pytest.raises(PhotoError):
        web_page(issue(article(photo), folder=tmp_path / "inside"), LAYOUT)


# -- a page an article -----------------------------------------------------------------------------


def test_each_article_has_its_page_and_briefs_have_one_together():
    brief = article(paragraph("简讯"), title="", kind=ArticleKind.BRIEF)
    one = issue(
        article(paragraph("甲"), title="一篇"), article(paragraph("乙"), title="二篇"), brief, brief
    )
    files = web_folder(one, LAYOUT)
    assert list(files) == [
        "style.css",
        "article-01.html",
        "article-02.html",
        "article-03.html",
        "index.html",
    ]
    pages = {name: parsed(data.decode()) for name, data in files.items() if name != "style.css"}
    assert words(only(pages["article-01.html"], "h1")) == "一篇"
    assert [one.get("href") for one in pages["article-02.html"].iter("a")] == [
        "#text",
        "index.html",
        "article-01.html",
        "article-03.html",
    ]
    assert len(of_class(pages["article-03.html"], "brief")) == 2
    listed = of_class(pages["index.html"], "contents")[0]
    assert [one.get("href") for one in listed.iter("a")] == ["article-01.html", "article-02.html"]


def test_pictures_lie_beside_the_pages_and_are_named_by_what_they_show(tmp_path):
    files = web_folder(with_photo(tmp_path), LAYOUT)
    (name,) = [name for name in files if name.startswith("pictures/")]
    assert f'src="{name}"'.encode() in files["article-01.html"]


# -- on the disk -----------------------------------------------------------------------------------


def written(folder, one=None):
    write_folder(
        folder, web_folder(one or issue(article(paragraph("甲"))), LAYOUT).items(), is_web_folder
    )


def test_a_folder_is_filled_and_filled_again(tmp_path):
    written(tmp_path / "out")
    (tmp_path / "out" / "own.txt").write_text("mine")
    written(tmp_path / "out", issue(article(paragraph("另一篇"))))
    assert "另一篇" in (tmp_path / "out" / "article-01.html").read_text("utf8")
    assert (tmp_path / "out" / "own.txt").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path):
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(ExportError, match="已经有别的东西"):
        written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_disk_that_fills_leaves_what_was_there(tmp_path, monkeypatch):
    out = tmp_path / "out"
    written(out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    synced = os.fsync
    calls = []

    def full(number):
        calls.append(number)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        synced(number)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="磁盘已满"):
        written(out, issue(article(paragraph("新"))))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_disk_takes_is_said(tmp_path, name):
    with pytest.raises(ExportError):
        written(tmp_path / name)
