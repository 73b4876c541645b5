"""What we ship prints small type and fine rules in two inks at most, and what is made for black
alone in black alone.

Three inks and more never meet well enough for letters under 12 pt or rules under 1 pt: they get
coloured edges (design: print.md 2).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from plates import Separated, separate

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.manuscript import read_manuscript
from layouts.page.hit import ink_box
from layouts.page.page import Edition, Page
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import load_preset
from layouts.proof.evidence import open_evidence
from layouts.proof.painted import Painted, PaintedColour

ROOT = Path(__file__).parents[2]
LAYOUTS = sorted(path.stem for path in (ROOT / "layouts" / "house" / "stock").glob("*.toml"))
SAMPLE = ROOT / "resources" / "sample" / "issue.md"
"""It has all that layouts set in colour: masthead, contents with page numbers, sections, a table,
captions, a colophon.
"""

PRINTED = {"print": {}, "print, spot": {"red": "spot"}, "print-x1a": {}, "grey": {}}
SMALL, FINE, MOST = 12.0, 1.0, 2
TINT = 0.2
"""A ground of so much of an ink at most is a tint."""

Area = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def editions(faces: Catalogue) -> dict[str, Edition]:
    issue, _ = read_manuscript(SAMPLE)
    return {name: compose(issue, load_layout(name), faces) for name in LAYOUTS}


@pytest.fixture(scope="module")
def files(editions: dict[str, Edition], faces: Catalogue) -> dict[tuple[str, str], bytes]:
    return {
        (layout, preset): write_pdf(
            edition, faces, preset=load_preset(preset.split(",")[0], changes)
        )
        for layout, edition in editions.items()
        for preset, changes in PRINTED.items()
    }


def plates_of(colour: PaintedColour) -> int:
    """How many plates a colour takes."""
    if colour.cmyk:
        return sum(part > 0 for part in colour.cmyk)
    return len(colour.space.colorants)


def is_fine(painted: Painted) -> bool:
    return (painted.kind == "text" and painted.size < SMALL) or (
        painted.kind == "stroke" and painted.size < FINE
    )


@pytest.mark.parametrize("preset", PRINTED)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_small_type_and_fine_rules_are_in_two_inks_at_most(
    layout: str, preset: str, files: dict[tuple[str, str], bytes]
) -> None:
    """Marks outside the page are on every plate: that is what they are for."""
    evidence = open_evidence(files[layout, preset], layout)
    fine = [one for _, one in evidence.painted() if is_fine(one)]
    assert {one.kind for one in fine} == {"text", "stroke"}
    assert {
        (one.kind, one.size, one.colour) for one in fine if plates_of(one.colour) > MOST
    } == set()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_more_plates_have_ink_where_they_stand(
    layout: str, files: dict[tuple[str, str], bytes], editions: dict[str, Edition], tmp_path: Path
) -> None:
    sheets = separated(files[layout, "print"], tmp_path)
    lines = rules = coloured = 0
    for plates, page in zip(sheets, editions[layout].pages, strict=True):
        small = [line for line in page.lines if line.runs and line.size < SMALL]
        fine = [rule for rule in page.rules if rule.width < FINE]
        areas = [
            (box.left, line.y - 0.8 * line.size, box.right, line.y + 0.1 * line.size)
            for line in small
            for box in [ink_box(line)]
        ]
        areas += [(rule.x0 - 1, rule.y0 - 1, rule.x1 + 1, rule.y1 + 1) for rule in fine]
        for area in areas:
            under = grounds(page, area)
            inked = [ink for ink in plates.inks if ink not in under and plates.most(ink, area) > 0]
            assert len(inked) <= MOST, (page.number, area, inked)
            coloured += inked not in ([], ["Black"])
        lines, rules = lines + len(small), rules + len(fine)
    assert rules > 0
    # an official document has nothing under 12 pt, and no fine rule in colour
    # but the words that say who took a photo, of which the sample has none
    styles = load_layout(layout).styles.values()
    if any(style.size < SMALL for style in styles if style.name != "credit"):
        assert lines > 30
    if has_small_type_in_colour(layout):
        assert coloured > 0


def has_small_type_in_colour(layout: str) -> bool:
    """Whether small type may be in another ink than black: a bulletin has none on purpose."""
    small = [style.ink for style in load_layout(layout).styles.values() if style.size < SMALL]
    return any(ink.cmyk is not None and any(ink.cmyk[:3]) for ink in small)


PLATES = ("Cyan", "Magenta", "Yellow", "Black")


def grounds(page: Page, area: Area) -> set[str]:
    """The plates of a tint that lies under an area: black on it has no edge but its own."""
    left, top, right, bottom = area
    return {
        plate
        for box in page.boxes
        if box.x < right and left < box.x + box.width
        if box.y < bottom and top < box.y + box.height
        if box.ink.cmyk is not None and max(box.ink.cmyk) <= TINT
        for plate, part in zip(PLATES, box.ink.cmyk, strict=True)
        if part
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_grey_file_has_ink_on_the_black_plate_alone_marks_and_photos_as_well(
    layout: str, files: dict[tuple[str, str], bytes], editions: dict[str, Edition], tmp_path: Path
) -> None:
    sheets = separated(files[layout, "grey"], tmp_path)
    assert len(sheets) == len(editions[layout].pages)
    for plates in sheets:
        assert [ink for ink, plate in plates.inks.items() if plate.getextrema()[1] > 0] == ["Black"]
        assert plates.outside("Black").getextrema()[1] == 255  # the marks
    pictures = [
        (plates, picture)
        for plates, page in zip(sheets, editions[layout].pages, strict=True)
        for picture in page.pictures
    ]
    assert pictures
    for plates, picture in pictures:
        assert (
            plates.most(
                "Black",
                (picture.x, picture.y, picture.x + picture.width, picture.y + picture.height),
            )
            > 100
        )


def separated(data: bytes, folder: Path) -> list[Separated]:
    (folder / "file.pdf").write_bytes(data)
    return separate(folder / "file.pdf", folder / "plates", dpi=100)
