"""Whatever an issue holds, these hold of its pages."""

from __future__ import annotations

import audit
import box_audit
import pytest
from composing import assert_printed
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from random_issues import issues, photo_count, source_text

from fonts.catalogue import Catalogue
from layouts import parallel
from layouts.compose import compose
from layouts.flow import sharing
from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.house.punctuation import PRESETS
from layouts.issue.article import Table
from layouts.issue.issue import Issue
from layouts.issue.text import Text
from layouts.page.page import Edition
from layouts.paint.listing import listing
from layouts.paint.pdf import write_pdf
from layouts.text.prepare import Typesetter

LAYOUTS = ("jianbao-a4", "neikan-a4-2col")
MEASURES = {"jianbao-a4": st.integers(20, 38), "neikan-a4-2col": st.integers(18, 23)}
STYLES = {
    "jianbao-a4": st.sampled_from(tuple(PRESETS)),
    # all that it leaves to editors
    "neikan-a4-2col": st.sampled_from(("clreq", "office")),
}

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Making a failing issue small takes minutes: take `phases` off the settings when there is one to
look into.
"""

some = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=NO_SHRINKING,
)
few = settings(some, max_examples=examples(8))

catalogue = Catalogue()
"""One for all examples: hypothesis draws many, and faces are read-only."""


def composed(issue: Issue, name: str) -> tuple[Edition, Layout]:
    layout = load_layout(name, issue.settings)
    edition = compose(issue, layout, catalogue)
    assert not [finding for finding in edition.findings if finding.level == "error"], (
        edition.findings
    )
    assert_printed(edition, catalogue)
    return edition, layout


def drawn(name: str) -> st.SearchStrategy[Issue]:
    return issues(measure=MEASURES[name], punctuation=STYLES[name])


def without_repeated_headers(edition: Edition, issue: Issue) -> str:
    """The flowing text; a table over several pages repeats its header, which counts once. Those
    across columns stand elsewhere: they hold all their cells in order.
    """
    tables: dict[tuple[int, int], Table] = {}
    articles = [article for section in issue.sections for article in section.articles]
    for number, article in enumerate(articles):
        tables.update(
            {
                (number, k): block
                for k, block in enumerate(article.blocks)
                if isinstance(block, Table)
            }
        )
    for key, printed in box_audit.tables_across(edition).items():
        _table_once(printed, tables[key])
    text = ""
    seen: dict[tuple[int, int], str] = {}
    for _, line in audit.flowing_lines(edition):
        key = (line.article, line.paragraph)
        if line.role == "table" and key in tables:
            seen[key] = seen.get(key, "") + audit.own_text(line)
            continue
        for waiting in [key for key in seen if seen[key]]:
            text += _table_once(seen.pop(waiting), tables[waiting])
        text += audit.own_text(line)
    for waiting in list(seen):
        text += _table_once(seen[waiting], tables[waiting])
    return audit.spaceless(text)


def _table_once(printed: str, table: Table) -> str:
    """The printed cells of a table, the header that later parts begin with taken out between
    rows.
    """
    told = ["".join(cell.string for cell in row) for row in (table.header, *table.rows)]
    header, rows = "".join(told[: table.header_rows]), told[table.header_rows :]
    out, rest = [header], printed.removeprefix(header)
    for row in rows:
        rest = rest.removeprefix(header)  # no row begins so; a covered one has no words
        assert rest.startswith(row), f"row {row!r} is not next in {rest[:40]!r}"
        out.append(row)
        rest = rest.removeprefix(row)
    assert not rest, f"{rest!r} is left over"
    return "".join(out)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_character_stands_on_exactly_one_page_once_and_in_order(name: str) -> None:
    @some
    @given(drawn(name))
    def check(issue: Issue) -> None:
        edition, layout = composed(issue, name)
        boxed = box_audit.texts_of_boxes(issue, edition)
        apart = boxed.keys() | box_audit.tables_across(edition).keys()
        assert without_repeated_headers(edition, issue) == source_text(
            issue, layout.section_brackets, apart
        )
        assert box_audit.texts_in_boxes(edition) == boxed
        assert audit.lines_unlike_their_runs(edition) == []
        assert audit.runs_unlike_their_glyphs(edition) == []

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_photo_stands_on_one_page_inside_the_type_area_with_its_caption(name: str) -> None:
    @some
    @given(drawn(name))
    def check(issue: Issue) -> None:
        edition, layout = composed(issue, name)
        assert sum(len(page.pictures) for page in edition.pages) == photo_count(issue)
        assert audit.off_page(edition, layout) == []

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_line_starts_or_ends_with_what_the_level_forbids_but_where_no_break_was_in_reach(
    name: str,
) -> None:
    levels = st.sampled_from(("basic", "gb", "strict")) if name == "jianbao-a4" else st.none()

    @some
    @given(drawn(name), levels)
    def check(issue: Issue, level: str | None) -> None:
        layout = load_layout(name, {**issue.settings, **({"prohibition": level} if level else {})})
        edition = compose(issue, layout, catalogue)
        for _, before, after in audit.forbidden_breaks(edition, layout.punctuation.prohibition):
            assert is_emergency(before.text, after.text, layout), (
                f"{before.text!r} | {after.text!r}"
            )

    check()


def is_emergency(before: str, after: str, layout: Layout) -> bool:
    """Whether the first line held no break at all: the one case in which a line is cut where it is
    full.
    """
    prepared = Typesetter(catalogue).prepare(
        Text(before + after), layout.styles["body"], layout.punctuation
    )
    return not any(prepared.breaks[1 : len(before)])


@pytest.mark.parametrize("name", LAYOUTS)
def test_baselines_stand_on_the_grid_and_lines_never_share_a_place(name: str) -> None:
    @some
    @given(drawn(name))
    def check(issue: Issue) -> None:
        edition, layout = composed(issue, name)
        assert audit.off_grid(edition, layout) == []
        assert audit.bodies_crossing(edition) == []

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_glyph_leaves_its_slot_meets_its_neighbour_or_stands_in_a_photo(name: str) -> None:
    @some
    @given(drawn(name))
    def check(issue: Issue) -> None:
        edition, layout = composed(issue, name)
        assert audit.out_of_slot(edition, layout, catalogue, issue=issue) == []
        assert audit.overlaps(edition, catalogue) == []
        assert audit.in_photos(edition, layout, catalogue, standoff=0.0) == []
        assert box_audit.faults(edition, layout, catalogue) == []
        assert audit.credits_over_text(edition) == []

    check()


def expected_contents(issue: Issue, edition: Edition, layout: Layout) -> list[tuple[str, int]]:
    """Each titled article with the page its first line stands on; a section without any by its own
    name.
    """
    first: dict[object, int] = {}
    for page, line in audit.lines_of(edition, *audit.FLOWING):
        if line.role != "section":
            first.setdefault(line.article, page.number)
    headings = [page.number for page, line in audit.lines_of(edition, "section")]
    brackets = layout.section_brackets
    expected: list[tuple[str, int]] = []
    number = 0
    for section, where in zip(issue.sections, headings, strict=True):
        titled = [
            (article.title.string, number + k)
            for k, article in enumerate(section.articles)
            if article.title.string
        ]
        if not titled:
            expected.append((brackets[:1] + section.name + brackets[1:], where))
        expected += [(title, first[k]) for title, k in titled]
        number += len(section.articles)
    return expected if issue.contents else []


@pytest.mark.parametrize("name", LAYOUTS)
def test_contents_name_the_pages_where_titles_stand(name: str) -> None:
    @some
    @given(drawn(name))
    def check(issue: Issue) -> None:
        edition, layout = composed(issue, name)
        assert audit.contents_numbers(edition, layout.contents.bullet) == expected_contents(
            issue, edition, layout
        )

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_issue_gives_the_same_bytes(name: str) -> None:
    @few
    @given(drawn(name))
    def check(issue: Issue) -> None:
        first = write_pdf(composed(issue, name)[0], catalogue)
        fresh = Catalogue()
        again = write_pdf(compose(issue, load_layout(name, issue.settings), fresh), fresh)
        assert first == again

    check()


@pytest.mark.parametrize("name", LAYOUTS)
def test_two_processes_compose_what_one_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long issues are shared out over processes; here short ones are too."""
    monkeypatch.setattr(sharing, "SHARED_FROM", 0)
    monkeypatch.setattr(parallel, "cores", lambda: 2)

    @some
    @given(drawn(name))
    def check(issue: Issue) -> None:
        layout = load_layout(name, issue.settings)
        alone = compose(issue, layout, catalogue)
        shared_out = compose(issue, layout, catalogue, gather=sharing.side_by_side)
        assert len(shared_out.pages) == len(alone.pages)
        assert [listing(Edition((page,), (), (), ""), catalogue) for page in shared_out.pages] == [
            listing(Edition((page,), (), (), ""), catalogue) for page in alone.pages
        ]
        assert shared_out == alone

    check()
