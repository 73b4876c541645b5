"""What stands right above and right below a table, and a caption that no column holds."""

from __future__ import annotations

from composing import NOWHERE
from marked_text import PROSE, Printed, article, text_of

from fonts.catalogue import Catalogue
from layouts.issue.article import Subheading, Table
from layouts.issue.text import Text
from layouts.page.page import Page


def table(rows: int, caption: str | None = None) -> Table:
    cells = tuple((Text(f"甲{k}"), Text(f"乙{k}")) for k in range(rows))
    return Table((Text("项目"), Text("数量")), cells, ("left", "left"), NOWHERE, caption=Text(caption) if caption else None)


def pages_of(printed: Printed, role: str) -> list[Page]:
    return [page for page in printed.edition.pages if any(line.role == role for line in page.lines)]


def test_a_heading_stands_on_the_page_where_the_table_under_it_begins(catalogue: Catalogue) -> None:
    for filling in range(34):
        for caption in (None, "表 1　各馆情况"):
            blocks = [*[PROSE[:20]] * filling, "短。", Subheading(text_of("一、情况"), 1, NOWHERE), table(8, caption)]
            printed = Printed(catalogue, article(*blocks))
            assert pages_of(printed, "subheading-1")[-1] is pages_of(printed, "table")[0], (filling, caption)


def test_a_by_line_does_not_leave_the_last_row_of_a_table(catalogue: Catalogue) -> None:
    for filling in range(34):
        printed = Printed(catalogue, article(*[PROSE[:20]] * filling, table(6), byline=text_of("【供稿：保管科】")))
        assert pages_of(printed, "byline")[0] is pages_of(printed, "table")[-1], filling


def test_a_caption_taller_than_a_column_stops_the_export(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(table(1, PROSE * 40)))
    assert [(found.level, found.code) for found in printed.edition.findings] == [("error", "overset")]
