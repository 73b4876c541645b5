"""Whatever an issue holds, its structure tree reads all of it once and in order (ISO 14289-1
7.1).
"""

from __future__ import annotations

import io
from itertools import pairwise

import audit
import pikepdf
import pytest
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from random_issues import issues, photo_count, source_text

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.issue.issue import Issue
from layouts.page.item import RUNNING_ROLES
from layouts.page.page import Edition
from layouts.page.structure import Element, LinePart
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import load_preset
from layouts.structure import structure

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")

some = settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
few = settings(some, max_examples=examples(4))

catalogue = Catalogue()


def elements(root: Element) -> list[Element]:
    """An element and all under it, in reading order."""
    return [
        root,
        *(
            found
            for child in root.children
            if isinstance(child, Element)
            for found in elements(child)
        ),
    ]


def parts(element: Element, without: tuple[str, ...] = ()) -> list[LinePart]:
    """The lines under an element in reading order."""
    found: list[LinePart] = []
    for child in element.children:
        if isinstance(child, LinePart):
            found.append(child)
        elif isinstance(child, Element) and child.kind not in without:
            found += parts(child, without)
    return found


def text(found: list[LinePart], edition: Edition) -> str:
    lines = [(edition.pages[part.page].lines[part.line], part) for part in found]
    return audit.spaceless(
        "".join(audit.own_text(line, part.start, part.end) for line, part in lines)
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_tree_reads_every_character_once_and_in_order(name: str) -> None:
    @some
    @given(issues())
    def check(issue: Issue) -> None:
        layout = load_layout(name)
        edition = compose(issue, layout, catalogue)
        root = structure(issue, edition)
        fixed = 2 + bool(issue.colophon) if issue.contents else 1 + bool(issue.colophon)
        sections = root.children[2 if issue.contents else 1 :][: len(root.children) - fixed]
        flowing = [
            part
            for section in sections
            if isinstance(section, Element)
            for part in parts(section, ("Caption",))
        ]
        assert text(flowing, edition) == source_text(
            issue, layout.section_brackets, boxes_after=True
        )

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_line_is_read_twice_and_only_running_ones_are_not_read(name: str) -> None:
    @some
    @given(issues())
    def check(issue: Issue) -> None:
        edition = compose(issue, load_layout(name), catalogue)
        root = structure(issue, edition)
        covered: dict[tuple[int, int], int] = {}
        for part in sorted(parts(root)):
            size = len(edition.pages[part.page].lines[part.line].text)
            assert part.start == covered.get((part.page, part.line), 0)
            covered[part.page, part.line] = size if part.end is None else part.end
        for p, page in enumerate(edition.pages):
            for k, line in enumerate(page.lines):
                assert (
                    covered.get((p, k), 0) == len(line.text)
                    or line.role in RUNNING_ROLES | {"table"}
                    or not line.runs
                )
        assert sum(element.kind == "Figure" for element in elements(root)) == photo_count(issue)

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_headings_skip_no_level(name: str) -> None:
    @some
    @given(issues())
    def check(issue: Issue) -> None:
        root = structure(issue, compose(issue, load_layout(name), catalogue))
        levels = [
            int(element.kind[1:])
            for element in elements(root)
            if element.kind[:1] == "H" and element.kind[1:].isdecimal()
        ]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert max(levels) <= 6

    check()


def test_any_issue_can_be_written_with_its_tags() -> None:
    @few
    @given(issues())
    def check(issue: Issue) -> None:
        edition = compose(issue, load_layout("jianbao-a4"), catalogue)
        pdf = pikepdf.open(
            io.BytesIO(
                write_pdf(
                    edition,
                    catalogue,
                    preset=load_preset("screen"),
                    structure=structure(issue, edition),
                )
            )
        )
        for page in pdf.pages:
            depth = 0
            for _, operator in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "EMC": -1}.get(str(operator), 0)
                assert 0 <= depth <= 2
                assert depth or str(operator) not in {"Tj", "TJ", "Do", "f", "S"}
            assert depth == 0

    check()
