"""From a document and the editor's choices to a Layout: page and grid first, since the body's em
and row measure everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, cast

from msgspec.structs import replace

from fonts.roles import BETWEEN, bold_of
from layouts.house.art import PARTS
from layouts.house.fixed_design import ArtDesign, ColophonDesign, CoverDesign, MastheadDesign
from layouts.house.grid import read_grid
from layouts.house.hanging import with_hanging
from layouts.house.kinds import NOWHERE, Scope
from layouts.house.layout import Grid, Layout
from layouts.house.punctuation import PRESETS, read_punctuation
from layouts.house.read import Fault, check_keys, missing, read, read_table
from layouts.house.schema import INKS, LAYOUT, ROLES
from layouts.house.text_style import Align, Readings, Style
from layouts.house.toml_lines import Place
from layouts.messages.art import ART_WITHOUT_SIZE
from layouts.messages.layout import BODY_FOLLOWS_GRID, MASTHEAD_TOO_HIGH, SECOND_SPOT_INK
from layouts.page.item import BLACK, Ink


def build(
    name: str, document: Mapping[str, Any], faces: Collection[str], chosen: Collection[Place] = ()
) -> Layout:
    """The layout a document describes.

    `chosen` are the places the editor decided. Fault where something is wrong.
    """
    check_keys(LAYOUT, document, ())
    grid = read_grid(document, chosen)
    values = read_table(LAYOUT, document, (), scope_of(document, faces, grid))
    styles = _styles(values["styles"], grid, values["body"].pop("readings"))
    punctuation = read_punctuation(values["punctuation"])
    styles = with_hanging(styles, punctuation, grid, values)
    _check_masthead(values["masthead"], grid)
    cover: CoverDesign | None = values["cover"]
    for part in PARTS:
        own = (cover.art if cover else ()) if part == "cover" else values[part]["art"]
        _check_art(part, own)
    return Layout(
        name=name,
        title_zh=values["title_zh"],
        title_en=values["title_en"],
        grid=grid,
        punctuation=punctuation,
        styles=styles,
        masthead=MastheadDesign(**values["masthead"]),
        contents=values["contents"],
        colophon=_colophon(values["colophon"]),
        page_number=values["page_number"],
        section_columns=values["columns"],
        photo=values["photo"],
        table=values["table"],
        pull_quote=values["pull_quote"],
        box=values["box"],
        lists=values["list"],
        running_head=values["running_head"],
        thumb=values["thumb"],
        boxed=values["boxed"],
        note=values["note"],
        notes=values["notes"],
        ornaments=values["ornaments"],
        locks=values["locks"],
        fit=values["fit"],
        cover=cover,
        single_sided=values["page"]["single_sided"],
        bleed=values["page"]["bleed"],
        **values["body"],
    )


def scope_of(
    document: Mapping[str, Any], faces: Collection[str] = (), grid: Grid | None = None
) -> Scope:
    """What the values of a document may refer to.

    Tables that are none count as empty here; reading them finds the fault.
    """
    inks = read(INKS, document.get("inks", {}), ("inks",), NOWHERE)
    return Scope(
        em=grid.size if grid else 0.0,
        row=grid.leading if grid else 0.0,
        faces=faces,
        inks={"black": BLACK} | _inks(inks),
        styles=_names(document, "styles"),
        punctuation=(*PRESETS, *_names(document, "punctuation", "styles")),
    )


def _inks(values: Mapping[str, Any]) -> dict[str, Ink]:
    """The inks of a layout.

    One of them is a spot ink where a print asks for one: the one declared so, else the red.
    """
    inks = {name: Ink(name, *value) for name, value in values.items()}
    declared = [name for name, ink in inks.items() if ink.spot]
    for name in declared[1:]:
        first = declared[0]
        wording = SECOND_SPOT_INK(first=first)
        raise Fault(("inks", name), wording)
    if not declared and "red" in inks:
        inks["red"] = inks["red"]._replace(spot=True)
    return inks


def _names(document: Mapping[str, Any], *place: str) -> tuple[str, ...]:
    table: object = document
    for key in place:
        table = cast("dict[str, object]", table).get(key) if isinstance(table, dict) else None
    return tuple(cast("dict[str, object]", table)) if isinstance(table, dict) else ()


def _styles(
    values: Mapping[str, dict[str, Any]], grid: Grid, readings: Readings
) -> dict[str, Style]:
    for role in ROLES:
        if role not in values:
            raise missing(("styles", role))
    styles = {name: _style(name, style, grid, readings) for name, style in values.items()}
    for key in ("size", "leading"):
        if getattr(styles["body"], key) != getattr(grid, key):
            wording = BODY_FOLLOWS_GRID(setting=key)
            raise Fault(("styles", "body", key), wording)
    for role, made in OPTIONAL_ROLES.items():
        styles.setdefault(role, made(styles))
    return styles


def _subtitle(styles: Mapping[str, Style]) -> Style:
    """The style of subtitles (副题) where a layout has none: the headline in Kai, half way to the
    body's size.
    """
    headline, body = styles["headline"], styles["body"]
    size = min(headline.size, (headline.size + body.size) / 2)
    faces = {"face": headline.kai, "latin": body.latin}
    return replace(
        headline, name="subtitle", **faces, size=size, leading=size * SUBTITLE_LEADING, before=0.0
    )


def _headline_across(styles: Mapping[str, Style]) -> Style:
    """The style of headlines across columns where a layout has none: the headline, larger."""
    headline = styles["headline"]
    size, leading = headline.size * ACROSS_SIZE, headline.leading * ACROSS_SIZE
    return replace(headline, name="headline-across", size=size, leading=leading)


ACROSS_SIZE = 1.5
"""The size of a headline across columns, times that of one in its column."""


def _pull_quote(styles: Mapping[str, Style]) -> Style:
    """The style of pull quotes (拉线引语) where a layout has none: an editor's note, larger and in
    the middle.
    """
    note, size = styles["note"], styles["subtitle"].size
    return replace(
        note,
        name="pull-quote",
        size=size,
        leading=size * PULL_QUOTE_LEADING,
        indent=0.0,
        align=Align.CENTER,
        max_lines=PULL_QUOTE_LINES,
    )


def _credit(styles: Mapping[str, Style]) -> Style:
    """The style of photo credits (摄影) where a layout has none: the caption, smaller."""
    caption = styles["caption"]
    size = min(caption.size, max(CREDIT_SIZE, CREDIT_SHARE * caption.size))
    return replace(
        caption, name="credit", size=size, leading=size * CREDIT_LEADING, tracking=0.0, indent=0.0
    )


def _endnote(styles: Mapping[str, Style]) -> Style:
    """The style of notes on words (注释) where a layout has none: the caption's type, as a
    paragraph.
    """
    return replace(styles["caption"], name="endnote", align=Align.JUSTIFY, indent=NOTE_INDENT)


NOTE_INDENT = 2.0
"""Em that the first line of a note stands in."""


CREDIT_SIZE, CREDIT_SHARE, CREDIT_LEADING = 7.5, 0.75, 1.3
"""Points that a credit has at least, its share of a caption's size, and the distance of two
baselines, times its size.
"""

PULL_QUOTE_LEADING, PULL_QUOTE_LINES = 1.5, 6
"""The distance of two baselines of a pull quote, times its size; lines up to which it is
balanced.
"""

SUBTITLE_LEADING = 1.4
"""The distance of two baselines of a subtitle, times its size."""


def _box(styles: Mapping[str, Style]) -> Style:
    """The style of text in boxes (专栏框) where a layout has none: the body's, smaller."""
    body = styles["body"]
    size = body.size * BOX_SIZE
    return replace(body, name="box", size=size, leading=size * BOX_LEADING)


def _box_title(styles: Mapping[str, Style]) -> Style:
    """The style of their titles: a table's header, as large as the body."""
    size = styles["body"].size
    return replace(
        styles["table-header"],
        name="box-title",
        size=size,
        leading=size * BOX_TITLE_LEADING,
        align=Align.LEFT,
    )


BOX_SIZE, BOX_LEADING, BOX_TITLE_LEADING = 0.875, 1.55, 1.3
"""The size of text in a box, times the body's; distances of baselines, times the size."""


OPTIONAL_ROLES: Mapping[str, Callable[[Mapping[str, Style]], Style]] = MappingProxyType(
    {
        "subtitle": _subtitle,
        "headline-across": _headline_across,
        "pull-quote": _pull_quote,
        "credit": _credit,
        "endnote": _endnote,
        "box": _box,
        "box-title": _box_title,
    }
)
"""Styles that are made of others where a layout has none, in this order."""


def _style(name: str, values: dict[str, Any], grid: Grid, readings: Readings) -> Style:
    if values["readings"] is None:
        values["readings"] = Readings.BRACKETS if name in CLOSE_TO_RULES else readings
    ratio: float | None = values.pop("leading")
    leading = grid.leading if ratio is None else ratio * values["size"]
    for bold, face in (("bold", "face"), ("bold_latin", "latin")):
        if values[bold] is None:
            key = values[face]
            # the bold of a face of others goes with it, ours have one for all
            values[bold] = bold_of(key) if BETWEEN in key else DEFAULT_BOLD[bold]
    return Style(name=name, leading=leading, **values)


CLOSE_TO_RULES = frozenset({"table", "table-header"})
"""Styles whose text has rules right above it: readings would touch them."""


DEFAULT_BOLD = {"bold": "song-bold", "bold_latin": "latin-bold"}
"""Faces of inline bold where a style names none and is set in faces of ours."""


def _check_masthead(masthead: Mapping[str, Any], grid: Grid) -> None:
    foot = grid.top + grid.area_height
    if masthead["height"] > foot:
        raise Fault(
            ("masthead", "height"),
            MASTHEAD_TOO_HIGH(foot=foot),
        )


def _check_art(part: str, art: Sequence[ArtDesign]) -> None:
    for number, design in enumerate(art):
        if design.width is None and design.height is None:
            raise Fault((part, "art", number), ART_WITHOUT_SIZE())


def _colophon(values: Mapping[str, Any]) -> ColophonDesign:
    return ColophonDesign(
        values["lines"],
        values["rules"],
        values["leading"],
        values["rows"] * values["leading"],
        values["art"],
        values["grounds"],
    )
