"""What stands right above and right below a table, and a caption that no column holds."""

from __future__ import annotations

from composing import NOWHERE
from marked_text import PROSE, Printed, article, text_of
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.issue.article import Subheading, Table
from layouts.issue.text import Text
from layouts.page.page import Page


def table(rows: int, caption: str | None = None) -> Table:
    cells = tuple((Text(f"甲{k}"), Text(f"乙{k}")) for k in range(rows))
    return Table(
        (Text("项目"), Text("数量")),
        cells,
        ("left", "left"),
        NOWHERE,
        caption=Text(caption) if caption else None,
    )


def pages_of(printed: Printed, role: str) -> list[Page]:
    return [page for page in printed.edition.pages if any(line.role == role for line in page.lines)]


def test_a_heading_stands_on_the_page_where_the_table_under_it_begins(catalogue: Catalogue) -> None:
    for filling in range(34):
        for caption in (None, "表 1　各馆情况"):
            blocks = [
                *[PROSE[:20]] * filling,
                "短。",
                Subheading(text_of("一、情况"), 1, NOWHERE),
                table(8, caption),
            ]
            printed = Printed(catalogue, article(*blocks))
            assert pages_of(printed, "subheading-1")[-1] is pages_of(printed, "table")[0], (
                filling,
                caption,
            )


def test_a_by_line_does_not_leave_the_last_row_of_a_table(catalogue: Catalogue) -> None:
    for filling in range(34):
        printed = Printed(
            catalogue,
            article(*[PROSE[:20]] * filling, table(6), byline=text_of("【供稿：保管科】")),
        )
        assert pages_of(printed, "byline")[0] is pages_of(printed, "table")[-1], filling


def test_a_heading_does_not_stay_behind_where_a_by_line_takes_a_table_of_one_row_on(
    catalogue: Catalogue,
) -> None:
    for filling in range(34):
        blocks = [*[PROSE[:20]] * filling, Subheading(text_of("一、情况"), 1, NOWHERE), table(1)]
        printed = Printed(catalogue, article(*blocks, byline=text_of("【供稿：保管科】")))
        heading, rows, byline = (
            pages_of(printed, role) for role in ("subheading-1", "table", "byline")
        )
        assert heading[-1] is rows[0] is rows[-1] is byline[0], filling


def test_a_table_with_notes_begins_with_rows_and_ends_with_its_notes_under_one(
    catalogue: Catalogue,
) -> None:
    """Whatever is held back for the by-line: no column has the head of a table alone, and none
    begins with a note.
    """
    for filling in range(34):
        for rows in (1, 2, 3):
            noted = replace(table(rows), notes=(Text("注：年底数。"),))
            printed = Printed(
                catalogue,
                article(*[PROSE[:20]] * filling, noted, byline=text_of("【供稿：保管科】")),
            )
            pages = pages_of(printed, "table")
            assert pages_of(printed, "byline")[0] is pages[-1], (filling, rows)
            for page in pages:
                told = "".join(line.text for line in page.lines if line.role.startswith("table"))
                assert "甲" in told, (filling, rows, told)


def test_a_caption_taller_than_a_column_stops_the_export(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(table(1, PROSE * 40)))
    assert [(found.level, found.code) for found in printed.edition.findings] == [
        ("error", "overset")
    ]
