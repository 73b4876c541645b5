"""Masthead, contents and colophon of a Word file, filled from the issue by the layout's own
lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layouts.house.fixed_design import FixedRule
from layouts.house.layout import Layout
from layouts.house.template import fields_of
from layouts.house.text_style import Align
from layouts.issue.issue import Issue
from layouts.issue.lead import RUN_IN
from layouts.webpage.heads import FilledLine, bracketed, filled_rows
from layouts.wordfile.inline import paragraph, run
from layouts.wordfile.styles import borders, half_points, twips
from layouts.wordfile.xml import Element, element, valued

_TALLEST_NAME = 54.0
"""Points: the name of a publication is no larger."""

_ROOM = 18.0
"""Points below the rule of a masthead and above that of a colophon."""


def masthead(issue: Issue, layout: Layout) -> Iterator[Element]:
    """What the front page says of the issue, the publication's name large, a rule below."""
    rows = list(filled_rows(layout.masthead.lines, issue))
    for number, row in enumerate(rows):
        is_last = number == len(rows) - 1
        rule = _rule(layout.masthead.rules, "bottom") if is_last else None
        if len(row) == 1 and row[0].is_name:
            yield _name(row[0], layout, rule)
        else:
            yield _row(row, "Masthead", layout, rule, below=_ROOM if is_last else None)


def _name(line: FilledLine, layout: Layout, rule: Element | None) -> Element:
    """The name on one line, as large as the width of the text lets it be."""
    lines = layout.masthead.lines
    role = next((one.style for one in lines if "publication" in fields_of(one.template)), "")
    style = layout.styles.get(role, layout.styles["body"])
    em = max(1.0, len(line.text) * (1 + style.tracking))
    size = min(style.size, _TALLEST_NAME, layout.grid.area_width / em)
    look = element(
        "w:rPr",
        None,
        valued("w:spacing", twips(style.tracking * size)) if style.tracking else None,
        valued("w:sz", half_points(size)),
        valued("w:szCs", half_points(size)),
    )
    return paragraph("MastheadName", run(line.text, look), before=_given(rule))


def _row(
    row: Sequence[FilledLine],
    style: str,
    layout: Layout,
    rule: Element | None,
    below: float | None = None,
    above: float | None = None,
) -> Element:
    """Lines on one baseline: at the left, in the middle and at the right by tabs."""
    width = layout.grid.area_width
    places = {Align.CENTER: ("center", width / 2), Align.RIGHT: ("right", width)}
    # one stop for each line that is not at the left: a long one at the left passes no other
    wanted = [places[line.place] for line in row if line.place in places]
    stops = element(
        "w:tabs",
        None,
        *(element("w:tab", {"w:val": how, "w:pos": twips(at)}) for how, at in wanted),
    )
    room = {"w:before": above, "w:after": below}
    said = {key: twips(points) for key, points in room.items() if points is not None}
    own = [
        *_given(rule),
        *([stops] if wanted else []),
        *([element("w:spacing", said)] if said else []),
    ]
    if len(row) == 1 and row[0].place is Align.CENTER:
        return paragraph(style, run(row[0].text), before=[*own, valued("w:jc", "center")])
    runs: list[Element] = []
    for line in row:
        runs += [run("\t")] if line.place in places else []
        runs.append(run(line.text))
    return paragraph(style, *runs, before=own)


def _rule(rules: Sequence[FixedRule], edge: str) -> Element | None:
    """The first rule of a fixed part, at an edge of a paragraph."""
    if not rules:
        return None
    thickest = max(rules, key=lambda rule: rule.width)
    eighths = max(2, min(48, round(8 * thickest.width)))
    return borders(((edge, thickest.ink),), eighths, 8)


def _given(rule: Element | None) -> list[Element]:
    return [] if rule is None else [rule]


def colophon(issue: Issue, layout: Layout) -> Iterator[Element]:
    """What stands at the foot of the last page."""
    rows = list(filled_rows(layout.colophon.lines, issue))
    for number, row in enumerate(rows):
        first = number == 0
        rule = _rule(layout.colophon.rules, "top") if first else None
        yield _row(row, "Colophon", layout, rule, above=_ROOM if first else None)


class Bookmarks:
    """Where the entries of the contents lead, numbered over the issue."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, made: Element) -> None:
        """Put the next bookmark round the words of a heading."""
        self._count += 1
        about = {"w:id": self._count, "w:name": bookmark(self._count)}
        made.insert(1, element("w:bookmarkStart", about))
        made.append(element("w:bookmarkEnd", {"w:id": self._count}))


def bookmark(number: int) -> str:
    """The name of a place that the contents lead to; Word makes such for its own."""
    return f"_Toc{number:08d}"


def contents(issue: Issue, layout: Layout) -> Element | None:
    """The list of contents, made anew by Word from the outline whenever an editor asks for that;
    None where there is nothing to list.
    """
    entries = list(_entries(issue, layout))
    if len(entries) < 2 or not issue.contents:
        return None
    made = [paragraph(style, *_linked(text, number)) for style, text, number in entries]
    begin = [_sign("begin"), _instruction("TOC \\n \\h \\z \\u"), _sign("separate")]
    for each in reversed(begin):
        made[0].insert(1, each)
    made[-1].append(_sign("end"))
    gallery = element("w:docPartObj", None, valued("w:docPartGallery", "Table of Contents"))
    title = paragraph("ContentsTitle", run(layout.contents.title))
    return element(
        "w:sdt",
        None,
        element("w:sdtPr", None, gallery),
        element("w:sdtContent", None, title, *made),
    )


def _entries(issue: Issue, layout: Layout) -> Iterator[tuple[str, str, int]]:
    """The style, the words and the bookmark (0 for none) of each entry, in the order in which
    `Bookmarks` numbers sections and titles.
    """
    number = 0
    for section in issue.sections:
        if section.name:
            number += 1
            yield "TOC1", bracketed(section.name, layout), number
        for article in section.articles:
            if not article.title.string:
                continue
            is_heading = article.kind.value == "headline"
            number += is_heading
            words = article.title.string.removeprefix(RUN_IN).strip()
            yield "TOC2", words, number if is_heading else 0


def _linked(words: str, number: int) -> list[Element]:
    said = run(words)
    if not number:
        return [said]
    return [element("w:hyperlink", {"w:anchor": bookmark(number), "w:history": 1}, said)]


def _sign(kind: str) -> Element:
    return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))


def _instruction(words: str) -> Element:
    said = element("w:instrText", {"xml:space": "preserve"}, text=words)
    return element("w:r", None, said)


def section_heading(name: str, layout: Layout, before: Sequence[Element]) -> Element:
    """The name of a section between the layout's signs."""
    return paragraph("SectionName", run(bracketed(name, layout)), before=before)
