"""Articles for WeChat as folders: pictures numbered, covers of their size, the same bytes twice."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from composing import NOWHERE
from PIL import Image
from web_issues import article, issue, paragraph, photo_in

from layouts.errors import ExportError, PhotoError
from layouts.files import write_folder
from layouts.house.load import load_layout
from layouts.issue.photo import Photo, PhotoPoint
from layouts.wechat.covers import cover_crop
from layouts.wechat.writing import is_wechat_folder, wechat_folder

LAYOUT = load_layout("jianbao-a4", {})


def with_photos(folder, *names, **fields):
    photos = [
        Photo(photo_in(folder, name, 300 + k, 200), "", NOWHERE, **fields)
        for k, name in enumerate(names)
    ]
    return issue(article(*photos, paragraph("文")), folder=folder)


def test_the_same_issue_gives_the_same_bytes(tmp_path):
    one = with_photos(tmp_path, "a.png", "b.png")
    assert wechat_folder(one, LAYOUT) == wechat_folder(one, LAYOUT)


def test_pictures_are_numbered_as_they_stand_each_once(tmp_path):
    made = wechat_folder(with_photos(tmp_path, "b.png", "a.png", "b.png"), LAYOUT)
    page = made.files["article.html"].decode()
    pictures = [name for name in made.files if name.startswith("pictures/")]
    assert [name[:12] for name in pictures] == ["pictures/01-", "pictures/02-"]
    places = [page.index(name) for name in pictures]
    assert places == sorted(places)
    assert list(made.files)[-1] == "article.html"


def test_covers_are_of_the_size_that_wechat_asks_for(tmp_path):
    made = wechat_folder(with_photos(tmp_path, "a.png"), LAYOUT).files
    sizes = {
        name.partition(".")[0]: Image.open(io.BytesIO(data)).size
        for name, data in made.items()
        if name.startswith("cover")
    }
    assert sizes == {"cover-900x383": (900, 383), "cover-500x500": (500, 500)}


def test_without_photos_there_is_no_cover():
    made = wechat_folder(issue(article(paragraph("文"))), LAYOUT)
    assert list(made.files) == ["article.html"]
    assert made.findings == ()


@pytest.mark.parametrize(
    ("focus", "left"), [(None, 0.25), (PhotoPoint(0.0, 0.5), 0.0), (PhotoPoint(1.0, 0.5), 0.5)]
)
def test_a_cover_is_cut_about_the_centre_of_interest(focus, left):
    crop = cover_crop(Photo("a.png", "", NOWHERE, focus=focus), 2.0, 1.0)
    assert (crop.left, crop.right) == pytest.approx((left, 0.5 - left))


def test_pictures_to_be_put_in_by_hand_are_told(tmp_path):
    (found,) = wechat_folder(with_photos(tmp_path, "a.png", "b.png"), LAYOUT).findings
    assert (found.level, found.code) == ("notice", "wechat-pictures")
    assert "2 张" in found.zh


def test_a_photo_that_cannot_be_read_is_said(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 nothing")
    one = issue(article(Photo("broken.jpg", "", NOWHERE)), folder=tmp_path)
    with pytest.raises(PhotoError):
        wechat_folder(one, LAYOUT)


def test_a_folder_is_filled_again_and_one_of_somebody_elses_left_alone(tmp_path):
    files = wechat_folder(issue(article(paragraph("文"))), LAYOUT).files
    for _ in range(2):
        write_folder(tmp_path / "out", files.items(), is_wechat_folder)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("mine")
    with pytest.raises(ExportError):
        write_folder(tmp_path / "other", files.items(), is_wechat_folder)
