"""Boxes, rules and text as poppler draws them, in their order and colours."""

from __future__ import annotations

from pathlib import Path

from paint_editions import RED, edition, line, page, run
from paint_reading import Reading, pixels

from fonts.catalogue import Catalogue
from layouts.page.item import BLACK, Box, Ink, Rule
from layouts.page.page import Page
from layouts.paint.pdf import write_pdf

NAMES = {
    (255, 255, 255): ".",
    (0, 0, 0): "#",
    (204, 25, 25): "r",
    (204, 26, 26): "r",
    (0, 0, 255): "b",
}


def picture(drawing: Page, faces: Catalogue, folder: Path) -> list[str]:
    """The page as rows of letters: . white, # black, r red, b blue, ? anything else."""
    image = pixels(write_pdf(edition(drawing), faces), folder)
    rows = range(image.height)
    return [
        "".join(NAMES.get(image.getpixel((x, y)), "?") for x in range(image.width)) for y in rows
    ]


def test_a_box_stands_where_it_should(faces: Catalogue, tmp_path: Path) -> None:
    drawing = Page(1, 8, 6, boxes=[Box(1, 2, 4, 3, RED)])
    assert picture(drawing, faces, tmp_path) == [
        "........",
        "........",
        ".rrrr...",
        ".rrrr...",
        ".rrrr...",
        "........",
    ]


def test_rules_lie_over_boxes_and_keep_their_colour(faces: Catalogue, tmp_path: Path) -> None:
    drawing = Page(
        1,
        8,
        4,
        boxes=[Box(0, 0, 8, 4, RED)],
        rules=[Rule(0, 1.5, 6, 1.5, 1), Rule(0, 3.5, 8, 3.5, 1, Ink("blue", (0, 0, 1)))],
    )
    assert picture(drawing, faces, tmp_path) == ["rrrrrrrr", "######rr", "rrrrrrrr", "bbbbbbbb"]


def test_a_dash_ends_with_its_rule(faces: Catalogue, tmp_path: Path) -> None:
    drawing = Page(
        1, 10, 4, rules=[Rule(0, 0.5, 10, 0.5, 1, BLACK, (2, 3)), Rule(0, 2.5, 10, 2.5, 1)]
    )
    assert picture(drawing, faces, tmp_path) == [
        "##...##...",
        "..........",
        "##########",
        "..........",
    ]


def test_a_dash_of_no_length_with_round_caps_is_a_dot(faces: Catalogue, tmp_path: Path) -> None:
    drawing = Page(1, 40, 10, rules=[Rule(5, 5, 36, 5, 6, BLACK, (0, 15), round_caps=True)])
    row = picture(drawing, faces, tmp_path)[5]
    assert [row[x] for x in (5, 12, 20, 27, 35)] == ["#", ".", "#", ".", "#"]


def test_text_changes_its_colour_and_back(faces: Catalogue) -> None:
    song = faces.face("song")
    reading = Reading(
        write_pdf(
            edition(page(line(run(song, "甲"), run(song, "乙", 40, ink=RED), run(song, "丙", 60)))),
            faces,
        )
    )
    assert [glyph.colour for glyph in reading.drawn()] == [(0.0,), (0.8, 0.1, 0.1), (0.0,)]


def test_a_state_that_stays_is_written_once(faces: Catalogue) -> None:
    song = faces.face("song")
    content = Reading(
        write_pdf(
            edition(page(*(line(run(song, "甲乙", y=y, tracking=0.25)) for y in (20, 40, 60)))),
            faces,
        )
    ).content()
    assert [content.count(operator) for operator in (b" Tf", b" Tc", b" g", b"Tj", b"BT")] == [
        1,
        1,
        1,
        3,
        1,
    ]


def test_text_lies_over_everything(faces: Catalogue) -> None:
    drawing = page(line(run(faces.face("song"), "甲")))
    drawing.boxes.append(Box(0, 0, 10, 10, RED))
    drawing.rules.append(Rule(0, 0, 10, 10, 1))
    content = Reading(write_pdf(edition(drawing), faces)).content()
    assert content.index(b" re") < content.index(b" l S") < content.index(b"BT")
