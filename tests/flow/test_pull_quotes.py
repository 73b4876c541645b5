"""Pull quotes (拉线引语): large between two rules, on rows of their own, the text around them on
the grid as before.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import NOWHERE
from marked_text import PROSE, Printed, article, paragraph, text_of
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.house.load import STOCK, load_layout
from layouts.issue.article import ArticleKind, PullQuote, Subheading
from layouts.page.item import Rule

SHORT = "最快的一次只用了三天"
LONG = "图上的每一个地名，都要有人从头到尾读一遍；读不出的，先空着，写下来问老人，问到了再补上去。"


def quote(written: str) -> PullQuote:
    return PullQuote(text_of(written), NOWHERE)


def rules_of(printed: Printed) -> list[Rule]:
    design = printed.layout.pull_quote
    width = printed.layout.grid.column_width - 2 * design.inset * printed.layout.grid.size
    return [rule for rule in printed.rules() if rule.x1 - rule.x0 == pytest.approx(width)]


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
@pytest.mark.parametrize("said", [SHORT, LONG])
def test_it_stands_in_its_style_between_two_rules_of_the_layout(
    catalogue: Catalogue, layout: str, said: str
) -> None:
    printed = Printed(catalogue, article(PROSE, quote(said), PROSE), layout=layout)
    lines, (above, below) = printed.lines("pull-quote"), rules_of(printed)
    style, design = printed.layout.styles["pull-quote"], printed.layout.pull_quote
    assert "".join(line.text for line in lines) == said
    assert {line.size for line in lines} == {style.size}
    assert (above.width, above.ink) == (design.rule, design.ink)
    assert above.y0 + design.padding + style.size <= lines[0].y + 0.2 * style.size
    assert below.y0 - above.y0 == pytest.approx(
        (len(lines) - 1) * style.leading + style.size + 2 * design.padding
    )
    assert above.y0 < lines[0].y < below.y0


def test_it_is_set_a_little_smaller_where_only_then_its_phrases_have_a_line_each(
    catalogue: Catalogue,
) -> None:
    said = ["最慢的一次修志用了十九年，", "最快的也用了五年。"]
    printed = Printed(catalogue, article(PROSE, quote("".join(said))), layout="neikan-a4-3col")
    size = printed.layout.styles["pull-quote"].size
    lines = printed.lines("pull-quote")
    # the first phrase is 12.5 em wide, the column a little less
    assert [line.text for line in lines] == said
    assert all(0.9 * size <= line.size < size for line in lines)
    assert lines[0].size * 12.5 == pytest.approx(lines[0].width, rel=1e-3)


@pytest.mark.parametrize("layout", ["jianbao-a4", "neikan-a4-2col"])
def test_the_text_below_is_on_the_grid_and_clear_of_the_rules(
    catalogue: Catalogue, layout: str
) -> None:
    printed = Printed(catalogue, article(PROSE, quote(LONG), *[PROSE] * 6), layout=layout)
    grid, (above, below) = printed.layout.grid, rules_of(printed)
    column = [line.y for line in printed.lines("body") if line.x < above.x1]
    rows = (column[-1] - column[0]) / grid.leading
    assert rows == pytest.approx(round(rows))
    last = max(y for y in column if y < above.y0)
    first = min(y for y in column if y > below.y0)
    assert above.y0 - last > grid.size * 0.3
    assert first - below.y0 > grid.size * 1.1


def test_the_air_above_it_is_that_below_it(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(PROSE, quote(SHORT), PROSE))
    grid, (above, below) = printed.layout.grid, rules_of(printed)
    tops = {line.y: line.y - grid.rise(grid.size) for line in printed.lines("body")}
    over = max(top for y, top in tops.items() if y < above.y0) + grid.size
    under = min(top for y, top in tops.items() if y > below.y0)
    assert above.y0 - over == pytest.approx(under - below.y0)


@pytest.mark.parametrize("filling", range(24, 32))
def test_it_is_never_parted_between_columns(catalogue: Catalogue, filling: int) -> None:
    printed = Printed(catalogue, article(*[PROSE[:20]] * filling, quote(LONG), PROSE))
    pages = [
        page
        for page in printed.edition.pages
        if any(line.role == "pull-quote" for line in page.lines)
    ]
    (page,) = pages
    lines = [line for line in page.lines if line.role == "pull-quote"]
    assert "".join(line.text for line in lines) == LONG
    assert max(line.y for line in lines) < printed.layout.grid.top + printed.layout.grid.area_height


def test_a_heading_does_not_stay_behind(catalogue: Catalogue) -> None:
    for filling in range(20, 32):
        blocks = [
            *[PROSE[:20]] * filling,
            Subheading(text_of("一、做法"), 1, NOWHERE),
            quote(LONG),
            PROSE,
        ]
        printed = Printed(catalogue, article(*blocks))
        where = {
            line.role: k
            for k, page in enumerate(printed.edition.pages)
            for line in reversed(page.lines)
        }
        assert where["subheading-1"] == where["pull-quote"]


def test_a_heading_does_not_stay_behind_where_a_by_line_takes_the_quote_on(
    catalogue: Catalogue,
) -> None:
    for filling in range(34):
        blocks = [
            *[PROSE[:20]] * filling,
            Subheading(text_of("一、做法"), 1, NOWHERE),
            quote(SHORT),
        ]
        printed = Printed(catalogue, article(*blocks, byline=text_of("【供稿：保管科】")))
        where = {
            line.role: k for k, page in enumerate(printed.edition.pages) for line in page.lines
        }
        assert where["subheading-1"] == where["pull-quote"] == where["byline"], filling


def test_a_by_line_does_not_leave_it(catalogue: Catalogue) -> None:
    for filling in range(20, 32):
        printed = Printed(
            catalogue,
            article(*[PROSE[:20]] * filling, quote(SHORT), byline=text_of("【供稿：保管科】")),
        )
        where = {
            line.role: k for k, page in enumerate(printed.edition.pages) for line in page.lines
        }
        assert where["byline"] == where["pull-quote"]


@pytest.mark.parametrize("kind", [ArticleKind.RUN_IN, ArticleKind.BRIEF])
def test_an_article_of_a_quote_alone_is_found_by_the_contents(
    catalogue: Catalogue, kind: ArticleKind
) -> None:
    found = replace(article(quote(SHORT)), kind=kind)
    printed = Printed(catalogue, article(PROSE), found, contents=True)
    anchors = {
        anchor.name: page.number for page in printed.edition.pages for anchor in page.anchors
    }
    (page,) = (
        page.number
        for page in printed.edition.pages
        if any(line.role == "pull-quote" for line in page.lines)
    )
    assert anchors["article-1"] == page
    assert all(link.target in anchors for sheet in printed.edition.pages for link in sheet.links)


def test_nothing_leads_to_an_article_without_anything_to_print(catalogue: Catalogue) -> None:
    printed = Printed(
        catalogue, article(PROSE), replace(article(), kind=ArticleKind.RUN_IN), contents=True
    )
    assert {link.target for page in printed.edition.pages for link in page.links} == {
        "article-0",
        "section-0",
    }


def test_one_taller_than_a_column_stops_the_export(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article(quote(PROSE * 40)))
    assert [(found.level, found.code) for found in printed.edition.findings] == [
        ("error", "overset")
    ]


def test_its_notes_are_numbered_where_they_are_read(catalogue: Catalogue) -> None:
    printed = Printed(
        catalogue,
        article("甲{note=一。|乙}", quote("丙{note=二。|丁}"), paragraph("戊{note=三。|己}")),
    )
    assert printed.told("pull-quote") == "丙丁②"
    assert printed.told("endnote") == "① 一。② 二。③ 三。"


def test_an_own_layout_without_the_style_has_one(tmp_path: Path) -> None:
    head, _, rest = (STOCK / "jianbao-a4.toml").read_text("utf8").partition("[styles.pull-quote]")
    before, _, after = (head + rest[rest.index("[styles.caption]") :]).partition("[pull_quote]")
    (tmp_path / "own.toml").write_text(before + after[after.index("# ---") :], "utf8")
    layout = load_layout("own.toml", folder=tmp_path)
    style = layout.styles["pull-quote"]
    assert style.face == layout.styles["note"].face
    assert layout.styles["body"].size < style.size < layout.styles["headline"].size
    assert layout.pull_quote.rule > 0
