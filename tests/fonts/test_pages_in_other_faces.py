"""Whole issues in faces that are not ours, one of each kind: on the grid, legible, the same on screen
and on paper, every character once in the text layer, and small.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import audit
import pytest
from other_faces import ISSUES, KINDS, Kind, composed, layout_in, source, variable_faces, wanted
from paint_reading import Reading, text_of

from fonts.catalogue import Catalogue
from layouts.house.layout import Layout
from layouts.page.page import Edition
from layouts.page.pen import pen_positions
from layouts.paint.pdf import write_pdf

NEAR = 0.01
"""Points."""

LARGEST = 700_000
"""Bytes of all fonts of an issue of 13 pages; the faces are up to 20 MB."""


class Set(NamedTuple):
    """An issue set in a face."""

    kind: Kind
    layout: Layout
    edition: Edition
    pdf: bytes
    catalogue: Catalogue


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory):
    """A machine with Debian's faces and two variable ones, with a cache of its own."""
    folder = tmp_path_factory.mktemp("faces")
    shared = Path(__file__).parents[2].parent / "shared"
    texts = [source(issue, shared if shared.is_dir() else None) for issue in ("sample",)]
    if shared.is_dir():
        texts += [source(issue, shared) for issue in ISSUES[:2]]
    chars = sorted(set("".join(path.read_text("utf8") for path in texts)) - set("\n\r\t"))
    variable_faces(folder, "".join(chars))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BANXIN_FACES", str(folder))
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        yield folder


@pytest.fixture(
    scope="module", params=[(kind, issue) for kind in KINDS for issue in ISSUES], ids=str
)
def made(request: pytest.FixtureRequest, machine: Path) -> Set:
    name, issue = request.param
    kind = wanted(name)
    shared = None if issue == "sample" else request.getfixturevalue("shared")
    layout = layout_in(kind, machine)
    catalogue = Catalogue()
    edition = composed(source(issue, shared), layout, catalogue)
    return Set(kind, layout, edition, write_pdf(edition, catalogue), catalogue)


def test_the_face_that_was_asked_for_is_the_one_that_is_used(made: Set) -> None:
    assert [f for f in made.edition.findings if f.code.startswith("face")] == []
    used = Counter(
        run.face for page in made.edition.pages for line in page.lines for run in line.runs
    )
    assert used.most_common(1)[0][0] == made.kind.key


def test_lines_stand_on_the_grid_and_in_their_slots(made: Set) -> None:
    edition, layout, catalogue = made.edition, made.layout, made.catalogue
    assert audit.off_grid(edition, layout) == []
    assert audit.out_of_slot(edition, layout, catalogue) == []
    assert audit.off_page(edition, layout) == []


def test_no_ink_runs_into_ink_and_every_character_is_printed(made: Set) -> None:
    assert audit.overlaps(made.edition, made.catalogue) == []
    assert audit.not_printed(made.edition, made.catalogue) == []
    assert audit.lines_unlike_their_runs(made.edition) == []


def test_hanzi_and_full_width_marks_take_one_em_whatever_the_face_says(made: Set) -> None:
    """From Hanzi to Hanzi of a line that is not spread the pen moves by its size."""
    steps: Counter[float] = Counter()
    for _, line in audit.lines_of(made.edition, "body"):
        for run in line.runs:
            if run.face != made.kind.key or run.clusters is not None or run.tracking:
                continue
            xs = pen_positions(run, made.catalogue.face(run.face))
            moved = {k for k, _ in run.kerns} | {k + 1 for k, _ in run.kerns}
            steps.update(
                round((after - before) / run.size, 3)
                for k, (before, after) in enumerate(pairwise(xs), 1)
                if k not in moved
            )
    assert steps.most_common(1)[0][0] == 1.0
    assert sum(steps.values()) > 100


def test_paper_has_each_glyph_where_the_screen_has_it(made: Set) -> None:
    reading = Reading(made.pdf)
    for page in made.edition.pages[:5]:
        ours = [
            (x, page.height - run.y)
            for line in page.lines
            for run in line.runs
            for x in pen_positions(run, made.catalogue.face(run.face))
        ]
        drawn = [(glyph.x, glyph.y) for glyph in reading.drawn(page.number)]
        assert len(ours) == len(drawn)
        for (x, y), (there_x, there_y) in zip(ours, drawn, strict=True):
            assert abs(x - there_x) < NEAR
            assert abs(y - there_y) < NEAR


def test_every_character_stands_once_in_the_text_layer(made: Set, tmp_path: Path) -> None:
    read = Counter(audit.visible(text_of(made.pdf, tmp_path)))
    told = Counter(
        char
        for page in made.edition.pages
        for line in page.lines
        for char in audit.visible(audit.run_text(line))
    )
    assert read == told


def test_the_fonts_are_small(made: Set) -> None:
    pdf = Reading(made.pdf).pdf
    programs = [
        len(item.read_raw_bytes())
        for item in pdf.objects
        if "/Length1" in item or item.get("/Subtype") == "/CIDFontType0C"
    ]
    assert programs
    assert sum(programs) < LARGEST
