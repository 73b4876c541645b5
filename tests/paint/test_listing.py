"""The JSON of an edition: what stands where, in points from the top left."""

from __future__ import annotations

import json

from paint_editions import HEIGHT, WIDTH, edition, line, page, run

from fonts.catalogue import Catalogue
from layouts.errors import Finding, Source
from layouts.page.item import Picture
from layouts.page.page import Edition
from layouts.page.pen import pen_positions
from layouts.paint.listing import listing


def test_a_page_tells_its_size_lines_and_pictures(faces: Catalogue) -> None:
    song, latin = faces.face("song"), faces.face("latin")
    set_line = line(run(song, "甲乙丙", 20.00001, 50.5), run(latin, "12", 70, 50.5))._replace(
        article=3, paragraph=7
    )
    picture = Picture(10, 20, 30.123456, 40, "/photos/a.jpg", "", Source("issue.md", 55))
    told = listing(edition(page(set_line, pictures=(picture,))), faces)["pages"][0]
    assert (told["width"], told["height"]) == (WIDTH, HEIGHT)
    assert told["pictures"] == [
        {"x": 10, "y": 20, "width": 30.1235, "height": 40, "source": "issue.md:55"}
    ]
    (first,) = told["lines"]
    assert {key: first[key] for key in first if key != "glyphs"} == {
        "text": "甲乙丙12",
        "x": 20.0,
        "y": 50.5,
        "width": WIDTH - 40,
        "size": 14.0,
        "font": "song",
        "article": 3,
        "paragraph": 7,
    }


def test_glyphs_are_face_number_and_place(faces: Catalogue) -> None:
    one = run(faces.face("latin"), "AV", 20, kerns=((1, -1.5),))
    (told,) = listing(edition(page(line(one))), faces)["pages"][0]["lines"]
    places = pen_positions(one, faces.face("latin"))
    assert told["glyphs"] == [
        ["latin", ord(glyph), round(x, 4)] for glyph, x in zip(one.glyphs, places, strict=True)
    ]


def test_a_line_without_glyphs_has_no_font(faces: Catalogue) -> None:
    empty = line(run(faces.face("song"), "甲"))._replace(runs=())
    assert listing(edition(page(empty)), faces)["pages"][0]["lines"][0]["font"] is None


def test_findings_speak_both_languages(faces: Catalogue) -> None:
    finding = Finding(
        "warning", "photo-scaled", "照片太宽", "the photo is too wide", Source("issue.md", 12), 3
    )
    bare = Finding("notice", "joined", "已合并", "joined")
    told = listing(Edition((page(),), (finding, bare), (), "x"), faces)["findings"]
    message = "照片太宽 / the photo is too wide"
    assert told[0] == {
        "level": "warning",
        "code": "photo-scaled",
        "message": message,
        "page": 3,
        "source": "issue.md:12",
    }
    assert (told[1]["page"], told[1]["source"]) == (None, None)


def test_it_is_json(faces: Catalogue) -> None:
    told = listing(edition(page(line(run(faces.face("song"), "甲")))), faces)
    assert json.loads(json.dumps(told)) == told
