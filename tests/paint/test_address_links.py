"""Addresses in the text of a file for the screen lead where they say; a file for print has none."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from composing import picture_file
from paint_reading import Reading
from tag_reading import Tagged, read_issue

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.export import export_pdf
from layouts.house.load import load_layout
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import load_preset
from layouts.proof.prove import prove

LONG = "https://www.example.cn/news/2025/08/31/a-long-path/that-must-break/over-lines.html?from=jianbao&page=2"


def exported(
    body: str,
    folder: Path,
    faces: Catalogue,
    preset: str = "screen",
    layout: str = "neikan-a4-2col",
) -> bytes:
    (folder / "issue.md").write_text(f"## 【栏目】\n\n### 题\n\n{body}\n", "utf-8")
    issue = read_issue(folder / "issue.md")
    return export_pdf(issue, compose(issue, load_layout(layout), faces), faces, load_preset(preset))


class Place(NamedTuple):
    """A link that leads out of the document: where to, what is said of it, and its rectangles,
    left, low, right and high.
    """

    uri: str
    contents: str
    rect: Frame
    quads: list[Frame]


Frame = tuple[float, float, float, float]


def annotations(data: bytes) -> list[Place]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [one for page in pdf.pages for one in page.get("/Annots", []) if "/URI" in one.A]
        return [
            Place(str(one.A.URI), str(one.get("/Contents", "")), _frame(one.Rect), _quads(one))
            for one in found
        ]


def _frame(edges: Iterable[object]) -> Frame:
    left, low, right, high = map(float, edges)  # type: ignore[arg-type]
    return left, low, right, high


def _quads(one: pikepdf.Object) -> list[Frame]:
    """Corners come as upper left, upper right, lower left, lower right."""
    corners = [float(edge) for edge in one.get("/QuadPoints", [])]
    return [
        (corners[at], corners[at + 5], corners[at + 2], corners[at + 1])
        for at in range(0, len(corners), 8)
    ]


def uris(data: bytes) -> list[str]:
    return [one.uri for one in annotations(data)]


def test_an_address_is_a_link_described_and_read_in_its_sentence(
    faces: Catalogue, tmp_path: Path
) -> None:
    data = exported("详见 www.a.example/b，或写信到bianji@a.example。", tmp_path, faces)
    assert uris(data) == ["http://www.a.example/b", "mailto:bianji@a.example"]
    assert [one.contents for one in annotations(data)] == [
        "网址 http://www.a.example/b",
        "电子邮件 bianji@a.example",
    ]
    read = Tagged(data)
    links = [node for node in read.root.all("Link") if "/URI" in node.annotations[0].A]
    assert [node.text() for node in links] == ["www.a.example/b", "bianji@a.example"]
    assert any(
        "".join(node.text().split()) == "详见www.a.example/b，或写信到bianji@a.example。"
        for node in read.root.all("P")
    )
    for node in links:
        assert read.parents()[int(node.annotations[0].StructParent)].objgen == node.entry.objgen
    assert prove(data, "ua1") == []


def test_what_is_clicked_on_covers_the_words_and_nothing_beside_them(
    faces: Catalogue, tmp_path: Path
) -> None:
    data = exported("国国www.a.example国国", tmp_path, faces, layout="jianbao-a4")
    (one,) = annotations(data)
    left, low, right, high = one.rect
    shown = [
        place
        for place in _glyphs(data)
        if left - 0.01 <= place[0] < right - 0.01 and low < place[1] < high
    ]
    assert len(shown) == len("www.a.example")
    assert one.quads == []


def _glyphs(data: bytes) -> list[tuple[float, float]]:
    """The pen before every glyph of the page with the address; tags and marks left out."""
    return [
        (one.x, one.y)
        for number in range(1, len(Reading(data).pdf.pages) + 1)
        for one in Reading(data).drawn(number)
    ]


def test_an_address_over_lines_answers_line_by_line_and_nowhere_between(
    faces: Catalogue, tmp_path: Path
) -> None:
    data = exported(f"{'国' * 18}{LONG}国国国", tmp_path, faces, layout="jianbao-a4")
    (one,) = annotations(data)
    assert len(one.quads) >= 2
    left, low, right, high = one.rect
    for quad in one.quads:
        assert left - 0.01 <= quad[0] < quad[2] <= right + 0.01
        assert low - 0.01 <= quad[1] < quad[3] <= high + 0.01
    for quad, following in pairwise(one.quads):
        assert following[3] <= quad[1] + 0.01, "the lines do not overlap"
    assert prove(data, "ua1") == []


def test_an_address_over_two_columns_is_one_link_to_hear_and_two_places_to_click(
    faces: Catalogue, tmp_path: Path
) -> None:
    # the columns of a last page end alike
    data = exported(f"{'国' * 18}{LONG}国国国", tmp_path, faces)
    assert uris(data) == [LONG, LONG]
    first, second = annotations(data)
    assert second.rect[0] > first.rect[2]
    read = Tagged(data)
    (link,) = [node for node in read.root.all("Link") if "/URI" in node.annotations[0].A]
    assert (link.text(), len(link.annotations)) == (LONG, 2)
    assert prove(data, "ua1") == []


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_an_address_beside_a_photo_leaves_the_photo_alone(
    side: str, faces: Catalogue, tmp_path: Path
) -> None:
    name = picture_file(tmp_path, "photo.png", 40, 60)
    data = exported(
        f"![图说]({name}){{side={side} width=10}}\n\n{'国' * 30}{LONG}{'国' * 60}",
        tmp_path,
        faces,
        layout="jianbao-a4",
    )
    (figure,) = list(Tagged(data).root.all("Figure"))
    box = [float(edge) for edge in figure.attributes["/BBox"]]
    assert annotations(data)
    for one in annotations(data):
        for frame in one.quads or [one.rect]:
            assert (
                frame[2] <= box[0] + 0.1
                or frame[0] >= box[2] - 0.1
                or frame[3] <= box[1] + 0.1
                or frame[1] >= box[3] - 0.1
            )


def test_addresses_in_cells_notes_and_captions_are_links_and_a_repeated_header_is_none_twice(
    faces: Catalogue, tmp_path: Path
) -> None:
    rows = "\n".join(f"| 第{k}行 | 甲 |" for k in range(120))
    data = exported(
        f"| www.a.example | 说明 |\n| --- | --- |\n{rows}\n\n> 编者按：见 www.b.example。",
        tmp_path,
        faces,
    )
    assert uris(data).count("http://www.a.example") == 1
    assert uris(data).count("http://www.b.example") == 1
    assert prove(data, "ua1") == []


def test_an_address_beside_the_contents_is_no_entry_of_them(
    faces: Catalogue, tmp_path: Path
) -> None:
    data = exported("www.a.example " * 60, tmp_path, faces)
    read = Tagged(data)
    assert all(
        "/URI" not in annotation.A
        for entry in read.root.all("TOCI")
        for node in entry.all("Link")
        for annotation in node.annotations
    )


@pytest.mark.parametrize("preset", ["print", "print-x1a", "grey", "booklet"])
def test_a_file_for_print_has_no_links(preset: str, faces: Catalogue, tmp_path: Path) -> None:
    assert annotations(exported("www.a.example", tmp_path, faces, preset)) == []


def test_a_plain_file_has_none_either(faces: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text("### 题\n\nwww.a.example\n", "utf-8")
    edition = compose(read_issue(tmp_path / "issue.md"), load_layout("jianbao-a4"), faces)
    assert annotations(write_pdf(edition, faces)) == []


def test_the_same_issue_gives_the_same_bytes(faces: Catalogue, tmp_path: Path) -> None:
    assert exported(LONG, tmp_path, faces) == exported(LONG, tmp_path, faces)
