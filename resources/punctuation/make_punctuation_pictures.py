"""Makes the pictures of docs/punctuation.md, docs/punctuation/NAME.png: each setting of punctuation
beside the others on the same made-up paragraph, set and painted as pages are
(`python resources/punctuation/make_punctuation_pictures.py`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2
from msgspec.structs import replace
from PIL import Image

if TYPE_CHECKING:
    from fonts.catalogue import Catalogue
    from layouts.flow.setting import Setter
    from layouts.house.layout import Layout
    from layouts.house.text_style import Punctuation
    from layouts.page.page import Page
    from layouts.text.line_room import Broken
    from layouts.text.prepare import Prepared

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "punctuation"
DPI: Final = 200
SIZE, LEADING = 13.0, 22.0
"""Points of the paragraphs."""

LARGE: Final = 19.0
"""Points of the lines whose marks are looked at one by one."""

MARGIN, GAP, HEAD = 22.0, 46.0, 20.0
"""Points round the sheet, between two panels, and from a panel's name to its first line."""

FULL, HALF, GAPS, EDGE, QUIET = "#DCE6EE", "#F6CFC4", "#F6CFC5", "#C9A59C", "#6B6B6B"
"""The grounds of a mark that has its em, of one that has half, of a gap between Han and Latin; the
edges of the measure, and what is said beside a name.
"""

PLAIN = (
    "河西老桥修好了！桥头的张师傅说：“早上六点（天刚亮），就有人来走了。”桥面加宽，路灯换新；"
    "桥下还有步道、凉亭和《河西志》展板。你问什么时候开放？上周日，已经开了。"
)
MARKS = "他说：“修好了！”（见《简报》）你，满意吗？"
LATIN = "3月12日，App用户达35万，比2025年多6万。"
EDGES = (
    "河西的步道修好了，步行／骑行都行；沿线七处驿站——有水、有座、有药箱。居民说：“早该修了！”"
    "（多数住河西）来的人一天比一天多。"
)
STYLES: Final = {
    "clreq": "挤压式",
    "quanjiao": "全角式",
    "kaiming": "开明式",
    "banjiao": "半角式",
    "hangmobanjiao": "行末半角式",
    "office": "办公软件式",
}
"""Punctuation styles by the names that the window gives them."""


class Panel(NamedTuple):
    """A paragraph under its name: `told` beside that, set by a rule in so many characters a line.
    `tinted` says which characters of a line stand on a ground, by their places in the text; of one
    in `GAPS` only the gap behind it does.
    """

    name: str
    told: str
    text: str
    rule: Punctuation
    measure: int
    size: float = SIZE
    tinted: Callable[[Prepared, Broken], Iterator[tuple[int, str]]] | None = None


class Sheet:
    """A picture under way: a page on which panels are set."""

    def __init__(self, house: Layout, catalogue: Catalogue, width: float) -> None:
        from layouts.page.page import Page

        self.page: Page = Page(1, width, 1e4)
        self.house, self.catalogue = house, catalogue
        self.foot = MARGIN

    def rows(self, panels: list[Panel], across: int) -> None:
        """Set panels beside each other, so many in a row."""
        for first in range(0, len(panels), across):
            top, x = self.foot, MARGIN
            for panel in panels[first : first + across]:
                self.foot = max(self.foot, self._panel(panel, x, top))
                x += panel.measure * panel.size + GAP
            self.foot += LEADING

    def _panel(self, panel: Panel, x: float, top: float) -> float:
        from layouts.flow.setting import Origin
        from layouts.issue.text import Text
        from layouts.page.item import Rule

        setter = self._setter(panel)
        self._name(setter, panel, x, top + 11)
        style, origin = setter.style("body"), Origin("body")
        prepared = setter.prepare(Text(panel.text), style)
        y = top + HEAD + panel.size
        lines = setter.paragraph(prepared, panel.measure, style.indent)
        for k, line in enumerate(lines):
            start = x + (0.0 if k else style.indent * style.size)
            for at, colour in panel.tinted(prepared, line) if panel.tinted else ():
                self._ground(setter, prepared, line, at, colour, start, y)
            setter.draw(self.page, prepared, line, start, y, origin)
            y += style.leading
        foot = y - style.leading + 0.35 * style.size
        for edge in (x, x + panel.measure * style.size):
            self.page.rules.append(Rule(edge, top + HEAD, edge, foot, 0.4, _ink(EDGE)))
        return foot

    def _ground(
        self,
        setter: Setter,
        prepared: Prepared,
        line: Broken,
        at: int,
        colour: str,
        x: float,
        y: float,
    ) -> None:
        from layouts.page.item import Box
        from layouts.text.justify import adjust
        from layouts.text.line_room import stretchable

        size = prepared.style.size
        moved = adjust(prepared, line)
        gone = prepared.start_trims.get(line.start, 0.0)

        def place(k: int) -> float:
            opened = sum(change for index, change in moved.changes if index < k)
            return (
                prepared.places[k]
                - prepared.places[line.start]
                - gone
                + opened
                + moved.gap * stretchable(prepared, line.start, min(k + 1, line.end))
            )

        left = max(0.0, place(at))
        if colour == GAPS:
            left = place(at + 1) - prepared.punctuation.autospace
        right = place(at + 1) - (prepared.end_trims.get(at + 1, 0.0) if at + 1 == line.end else 0.0)
        if at + 1 in prepared.hung and at + 1 == line.end:
            right = left + 0.5
        self.page.boxes.append(
            Box(x + left * size, y - 0.9 * size, (right - left) * size, 1.05 * size, _ink(colour))
        )

    def _name(self, setter: Setter, panel: Panel, x: float, y: float) -> None:
        from layouts.flow.setting import Origin
        from layouts.issue.text import Text

        body, origin = setter.style("body"), Origin("body")
        name = replace(
            body, face="hei-bold", latin="hei-bold", size=10.5, ink=_ink("#1F1F1F"), hang=False
        )
        told = replace(body, face="hei", latin="hei", size=8.5, ink=_ink(QUIET), hang=False)
        wide = setter.natural_width(Text(panel.name), name)
        for text, style, start in ((panel.name, name, x), (panel.told, told, x + wide + 7)):
            if line := setter.single(Text(text), style, start, 600.0, y, origin):
                self.page.lines.append(line)

    def _setter(self, panel: Panel) -> Setter:
        from layouts.flow.setting import Setter

        body = replace(
            self.house.styles["body"],
            size=panel.size,
            leading=LEADING * panel.size / SIZE,
            indent=0.0 if panel.size > SIZE else 2.0,
            hang=panel.rule.hang,
        )
        styles = {**self.house.styles, "body": body}
        return Setter(replace(self.house, punctuation=panel.rule, styles=styles), self.catalogue)

    def picture(self) -> Image.Image:
        """What was set, painted."""
        from layouts.page.page import Edition
        from layouts.paint.pdf import write_pdf

        self.page.height = self.foot + MARGIN - LEADING
        written = write_pdf(Edition((self.page,), (), (), "标点"), self.catalogue)
        drawn = pypdfium2.PdfDocument(written)[0].render(scale=DPI / 72)
        return drawn.to_pil().convert("RGB")


def _ink(colour: str):  # noqa: ANN202, a type that is imported when ours can be
    from layouts.page.item import Ink

    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return Ink(colour, (red, green, blue))


def _every_mark(prepared: Prepared, line: Broken) -> Iterator[tuple[int, str]]:
    """Each mark on a ground that tells how wide it is."""
    for k in range(line.start, line.end):
        if prepared.letters[k] in "OCTEP":
            width = prepared.places[k + 1] - prepared.places[k]
            if k + 1 == line.end:
                width -= prepared.end_trims.get(k + 1, 0.0)
            yield k, FULL if width > 0.6 else HALF


def _every_gap(prepared: Prepared, line: Broken) -> Iterator[tuple[int, str]]:
    """Each gap between Han and Latin."""
    for k in prepared.gaps:
        if line.start <= k < line.end - 1:
            yield k, GAPS


def _line_ends(prepared: Prepared, line: Broken) -> Iterator[tuple[int, str]]:
    """The mark that ends a line, but the last."""
    if not line.last and prepared.letters[line.end - 1] in "CTEP":
        yield line.end - 1, HALF


def _at_edges(prepared: Prepared, line: Broken) -> Iterator[tuple[int, str]]:
    """The sign that begins a line and would not at a stricter level."""
    k = line.start
    while k and k < line.end and prepared.letters[k] in "CTEPXA":
        yield k, HALF
        k += 1


def styles(sheet: Sheet) -> None:
    """The same paragraph in each punctuation style."""
    from layouts.house.punctuation import PRESETS

    panels = [Panel(zh, key, PLAIN, PRESETS[key], 18) for key, zh in STYLES.items()]
    sheet.rows(panels, 2)


def marks(sheet: Sheet) -> None:
    """How wide each mark of one line is in each style."""
    from layouts.house.punctuation import PRESETS

    rules = {key: replace(PRESETS[key], line_end=1.0) for key in STYLES}
    panels = [
        Panel(zh, key, MARKS, rules[key], 23, LARGE, _every_mark) for key, zh in STYLES.items()
    ]
    sheet.rows(panels, 1)


def hanging(sheet: Sheet) -> None:
    """Line ends without hanging marks and with them."""
    from layouts.house.punctuation import CLREQ

    sheet.rows(
        [
            Panel("不悬挂", "hang = false", PLAIN, CLREQ, 18, tinted=_line_ends),
            Panel(
                "标点悬挂", "hang = true", PLAIN, replace(CLREQ, hang=True), 18, tinted=_line_ends
            ),
        ],
        2,
    )


def gaps(sheet: Sheet) -> None:
    """The four gaps between Han and Latin."""
    from layouts.house.punctuation import CLREQ

    names = {"0": "不留空", "1/8": "八分空", "1/6": "六分空", "1/4": "四分空"}
    parts = {"0": 0.0, "1/8": 1 / 8, "1/6": 1 / 6, "1/4": 1 / 4}
    panels = [
        Panel(
            names[part],
            f'autospace = "{part}"',
            LATIN,
            replace(CLREQ, autospace=gap),
            23,
            LARGE,
            _every_gap,
        )
        for part, gap in parts.items()
    ]
    sheet.rows(panels, 1)


def levels(sheet: Sheet) -> None:
    """What each level of prohibition lets stand at the start of a line."""
    from layouts.house.punctuation import CLREQ
    from layouts.house.text_style import Prohibition

    names = dict(zip(Prohibition, ("不禁", "基本", "国标", "严格"), strict=True))
    panels = [
        Panel(
            names[level], str(level), EDGES, replace(CLREQ, prohibition=level), 13, tinted=_at_edges
        )
        for level in Prohibition
    ]
    sheet.rows(panels, 2)


PICTURES: Final[dict[str, tuple[Callable[[Sheet], None], float]]] = {
    "styles": (styles, 2 * 18 * SIZE + GAP + 2 * MARGIN),
    "marks": (marks, 23 * LARGE + 2 * MARGIN),
    "hanging": (hanging, 2 * 18 * SIZE + GAP + 2 * MARGIN),
    "gaps": (gaps, 23 * LARGE + 2 * MARGIN),
    "levels": (levels, 2 * 13 * SIZE + GAP + 2 * MARGIN),
}
"""Each picture: what sets it, and how wide its sheet is, in points."""


def pictures() -> Iterator[tuple[str, Image.Image]]:
    """All pictures of the page, by name."""
    from fonts.catalogue import Catalogue
    from layouts.house.load import load_layout

    house, catalogue = load_layout("jianbao-a4"), Catalogue()
    for name, (set_on, width) in PICTURES.items():
        sheet = Sheet(house, catalogue, width)
        set_on(sheet)
        yield name, sheet.picture()


def main() -> None:
    """Write all pictures."""
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(exist_ok=True)
    for name, image in pictures():
        colours = image.quantize(64, dither=Image.Dither.NONE)
        colours.save(FOLDER / f"{name}.png", "PNG", optimize=True)


if __name__ == "__main__":
    main()
