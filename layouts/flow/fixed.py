"""The fixed parts of the pages: masthead, running heads and page numbers, filled from the issue's
fields; what the colophon shares with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from layouts.flow.art import draw_art, standing
from layouts.flow.setting import Origin, Setter
from layouts.house.fixed_design import FixedGround, FixedLine, FixedRule
from layouts.house.template import fill
from layouts.house.text_style import Align, Style
from layouts.issue.text import Text
from layouts.page.item import PAGE_NUMBER, RUNNING_HEAD, Box, Rule
from layouts.page.page import Page


def draw_masthead(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The front page's head (报头)."""
    design = setter.layout.masthead
    lines = standing(design.lines, design.art, setter)
    draw_lines(page, lines, setter, fields, "masthead", 0.0, 1.0)
    draw_rules(page, design.rules, setter, 0.0, 1.0)
    draw_art(page, "masthead", design.lines, design.art, setter, fields, 0.0, 1.0)
    draw_grounds(page, design.grounds, setter, 0.0, 1.0)


def draw_page_number(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The running page number, outside, centred or inside; none on the first page unless the layout
    wants it, which may have one of its own there.
    """
    design, grid = setter.layout.page_number, setter.layout.grid
    first = page.number == 1 + setter.leaf.sheets
    if first and not design.first_page:
        return
    own = first and design.first_template is not None
    text = fill((design.first_template if own else None) or design.template, fields)
    if not text:
        return
    position = (design.first_position if first else None) or design.position
    style = setter.style(design.style)
    # what keeps it from one edge is of no matter to a number in the middle
    inset = 0.0 if position == "center" else design.inset * style.size
    line = setter.single(
        Text(text),
        style,
        grid.left + inset,
        grid.area_width - 2 * inset,
        grid.top + grid.area_height + design.drop,
        Origin(PAGE_NUMBER),
        _edge(page.number, position, setter),
    )
    if line is not None:
        page.lines.append(line)


def outer_edge(number: int, setter: Setter) -> Align:
    """The edge of a page that is away from its fold."""
    return _edge(number, "outside", setter)


def _edge(number: int, position: str, setter: Setter) -> Align:
    """The edge of a page that is outside or inside there."""
    if position == "center":
        return Align.CENTER
    # of pages printed on one side every one is a right one
    recto = setter.layout.single_sided or number % 2 == 1
    return Align.RIGHT if recto == (position == "outside") else Align.LEFT


def draw_running_head(page: Page, setter: Setter, fields: Mapping[str, str]) -> None:
    """The running head (书眉), over a rule where it has one; none on the first page unless the
    layout wants it.
    """
    design, grid = setter.layout.running_head, setter.layout.grid
    if page.number == 1 + setter.leaf.sheets and not design.first_page:
        return
    outside = outer_edge(page.number, setter)
    inside = _edge(page.number, "inside", setter)
    places = [
        (design.left, Align.LEFT),
        (design.center, Align.CENTER),
        (design.right, Align.RIGHT),
        (design.outside, outside),
        (design.inside, inside),
    ]
    style = design.style or setter.layout.page_number.style
    lines = [
        FixedLine(template, style, align, grid.top - design.rise)
        for template, align in sorted(places, key=lambda place: list(Align).index(place[1]))
        if template
    ]
    known = len(page.lines)
    draw_lines(page, lines, setter, fields, RUNNING_HEAD, 0.0, 1.0)
    if design.rule and len(page.lines) > known:
        y = grid.top - design.rise + design.rule_drop
        page.rules.append(
            Rule(grid.left, y, grid.left + grid.area_width, y, design.rule, design.ink)
        )


def draw_lines(
    page: Page,
    lines: Iterable[FixedLine],
    setter: Setter,
    fields: Mapping[str, str],
    role: str,
    top: float,
    unit: float,
) -> None:
    """Draw filled lines on their baselines, `unit` points each.

    Lines that share a baseline share its width.
    """
    rows: dict[float, list[tuple[FixedLine, str]]] = {}
    for design in lines:
        if text := fill(design.template, fields):
            rows.setdefault(design.baseline, []).append((design, text))
    for baseline, row in rows.items():
        _draw_row(page, row, setter, role, top + baseline * unit)


def _draw_row(
    page: Page, row: list[tuple[FixedLine, str]], setter: Setter, role: str, y: float
) -> None:
    """Draw the lines of one baseline; the longest gives way where they would run into each
    other.
    """
    grid = setter.layout.grid
    naturals = [
        setter.natural_width(Text(text), setter.style(design.style)) for design, text in row
    ]
    gaps = (len(row) - 1) * setter.style(row[0][0].style).size
    longest = naturals.index(max(naturals))
    for k, (design, text) in enumerate(row):
        room = grid.area_width if design.width is None else min(design.width, grid.area_width)
        if (
            k == longest
            and len(row) > 1
            and design.width is None
            and design.align in {Align.LEFT, Align.RIGHT}
        ):
            # it keeps half the row, whatever the others ask
            room -= min(room / 2, sum(naturals) - naturals[k] + gaps)
        style, align = setter.style(design.style), design.align
        at = design.at or align
        if align is Align.JUSTIFY:
            style, align = spread(setter, text, style, room), Align.CENTER
        x = grid.left + _start(at, grid.area_width, room, design.inset)
        line = setter.single(
            Text(text), style, x, room, y, Origin(role), align, design.squeeze_to_fit
        )
        if line is not None:
            page.lines.append(line)


def spread(setter: Setter, text: str, style: Style, width: float) -> Style:
    """The style in which a text's characters are spread evenly over a width (均排), at most
    `MOST_SPREAD` apart; as it is where they fill that already.
    """
    natural = setter.natural_width(Text(text), style)
    gaps = len(text) - 1
    if gaps < 1 or natural >= width:
        return style
    tracking = style.tracking + (width - natural) / gaps / style.size
    return replace(style, tracking=min(tracking, max(MOST_SPREAD, style.tracking)))


MOST_SPREAD = 1.5
"""Em between spread characters: two that stand further apart are no word any longer."""


def _start(align: Align, whole: float, own: float, inset: float) -> float:
    """How far from the left edge something of a width of its own begins, `inset` from the edge it
    is aligned to.
    """
    if align is Align.CENTER:
        return (whole - own) / 2 + inset
    return whole - own - inset if align is Align.RIGHT else inset


def draw_rules(
    page: Page, rules: Iterable[FixedRule], setter: Setter, top: float, unit: float
) -> None:
    """Draw rules of a fixed part."""
    for rule in rules:
        y = top + rule.y * unit
        x, width = _across(rule, setter)
        page.rules.append(Rule(x, y, x + width, y, rule.width, rule.ink))


def draw_grounds(
    page: Page, grounds: Iterable[FixedGround], setter: Setter, top: float, unit: float
) -> None:
    """Draw the grounds of a fixed part, which lie under all else."""
    for ground in grounds:
        x, width = _across(ground, setter)
        page.boxes.append(Box(x, top + ground.y * unit, width, ground.height * unit, ground.ink))


def _across(part: FixedRule | FixedGround, setter: Setter) -> tuple[float, float]:
    """Where a rule or ground begins, and how long it is."""
    grid = setter.layout.grid
    left, whole = (0.0, grid.width) if part.bleed else (grid.left, grid.area_width)
    length = whole if part.length is None else part.length
    inset = part.inset if part.length is not None else 0.0
    return left + _start(part.align, whole, length, inset), length
