"""Styles of OpenDocument: what each says together with its parents (ODF 1.3, part 3, 16)."""

from __future__ import annotations

from typing import NamedTuple

from layouts.importing.drafts import RunLook
from layouts.importing.readers.odt.lengths import points, portion
from layouts.importing.readers.odt.names import attribute, child, kind, tag, whole
from layouts.importing.symbols import is_symbol_font
from layouts.importing.xml_events import Element
from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY
from layouts.issue.text import MarkKind

MOST_STYLES = 50_000
"""A document of a hundred pages has some five hundred."""

DEEPEST = 50
"""How many parents a style may have; beyond, or in a circle, the chain ends."""

Properties = dict[str, str]
"""Attributes of `style:text-properties` and its kin by their names."""

_WANTED = {
    tag(name): name
    for name in (
        "fo:font-size",
        "style:font-size-asian",
        "fo:font-weight",
        "style:font-weight-asian",
        "style:font-name",
        "style:font-name-asian",
        "style:text-position",
        "style:text-underline-style",
        "style:text-underline-type",
        "style:text-underline-width",
        "style:text-line-through-style",
        "style:text-line-through-type",
        "style:text-emphasize",
        "text:display",
        "fo:text-align",
        "fo:text-indent",
        "fo:margin-left",
        "fo:break-before",
        "fo:break-after",
        "style:wrap",
        "style:horizontal-pos",
        "style:horizontal-rel",
        "fo:clip",
    )
}
_SIZES = ("fo:font-size", "style:font-size-asian")
_BOLD_FROM = 600
"""Weights are bold from 600 (CSS 2.1 15.6, which ODF follows)."""

_FIRST_ASIAN = "\u2e80"
"""From the radicals up a character takes the Asian font, size and weight of a style."""


class _OdtStyle(NamedTuple):
    """A style as it stands in its file."""

    parent: str
    shown: str
    is_common: bool
    level: int
    lists: str
    master: str
    properties: Properties


class OdtLook(NamedTuple):
    """A style with its parents: `name` is that of the nearest the editor could name, `lists` the
    list style, `level` the outline level, `master` the kind of page it begins, `turns` whether a
    page ends before it.
    """

    name: str
    level: int
    lists: str
    master: str
    turns: bool
    properties: Properties


class OdtStyles:
    """The styles of a document by family and name."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _OdtStyle] = {}
        self._defaults: dict[str, Properties] = {}
        self._fonts: dict[str, str] = {}
        self._known: dict[tuple[str, str], OdtLook] = {}

    def take(self, element: Element, *, is_common: bool) -> None:
        """A `style:style` or `style:default-style`; a later one takes the place of a former."""
        family = attribute(element, "style:family")
        if kind(element) == "style:default-style":
            self._defaults[family] = _properties(element)
            return
        name = attribute(element, "style:name")
        if len(self._styles) < MOST_STYLES:
            self._styles[family, name] = _OdtStyle(
                parent=attribute(element, "style:parent-style-name"),
                shown=attribute(element, "style:display-name") or _plain(name),
                is_common=is_common,
                level=whole(attribute(element, "style:default-outline-level"), 0, 10) or 0,
                lists=attribute(element, "style:list-style-name"),
                master=attribute(element, "style:master-page-name"),
                properties=_properties(element),
            )
            self._known.clear()

    def take_font(self, element: Element) -> None:
        """A `style:font-face`: fonts are named by it."""
        family = attribute(element, "svg:font-family").strip("'\" ")
        if is_symbol_font(family) and len(self._fonts) < MOST_STYLES:
            self._fonts[attribute(element, "style:name")] = family

    def look(self, family: str, name: str) -> OdtLook:
        """What a style says with its parents."""
        known = self._known.get((family, name))
        if known is None:
            known = self._known[family, name] = self._look(family, name)
        return known

    def text(self, paragraph: Properties, *spans: str) -> Properties:
        """How characters look in a paragraph, inside spans of some styles."""
        together = paragraph
        for name in spans:
            together = _over(together, self.look("text", name).properties)
        return together

    def symbol_font(self, properties: Properties) -> str:
        """The font of signs that characters are set in, empty where it is another."""
        named = (properties.get(key, "") for key in ("style:font-name", "style:font-name-asian"))
        return next((self._fonts[name] for name in named if name in self._fonts), "")

    def _look(self, family: str, name: str) -> OdtLook:
        chain = self._chain(family, name)
        properties = dict(self._defaults.get(family, {}))
        for style in reversed(chain):
            properties = _over(properties, style.properties)
        return OdtLook(
            name=next((style.shown for style in chain if style.is_common), ""),
            level=next((style.level for style in chain if style.level), 0),
            lists=next((style.lists for style in chain if style.lists), ""),
            master=chain[0].master if chain else "",
            turns=bool(chain and chain[0].master) or properties.get("fo:break-before") == "page",
            properties=properties,
        )

    def _chain(self, family: str, name: str) -> list[_OdtStyle]:
        """A style and its parents."""
        chain: list[_OdtStyle] = []
        while len(chain) < DEEPEST and (style := self._styles.get((family, name))):
            chain.append(style)
            name = style.parent
        return chain


def run_look(string: str, properties: Properties, link: str = "") -> RunLook:
    """How a run looks: its Chinese characters by what is said of Asian ones."""
    is_asian = any(character >= _FIRST_ASIAN for character in string)
    suffix = "-asian" if is_asian else ""
    prefix = "style:" if is_asian else "fo:"
    weight = properties.get(f"{prefix}font-weight{suffix}", "")
    is_bold = weight == "bold" or (whole(weight, 0, 1000) or 0) >= _BOLD_FROM
    size = points(properties.get(f"{prefix}font-size{suffix}", ""))
    marks = _marks(properties, is_link=bool(link))
    return RunLook(size, is_bold, marks, link, _line(properties))


def _line(properties: Properties) -> str:
    """How a line under characters is drawn (ODF 1.3 20.380 to 20.385)."""
    if properties.get("style:text-underline-type") == "double":
        return DOUBLE
    style = properties.get("style:text-underline-style", "")
    if style == "wave":
        return WAVY
    if style in ("dotted", "dash", "long-dash", "dot-dash", "dot-dot-dash"):
        return DOTTED
    return THICK if properties.get("style:text-underline-width") in ("bold", "thick") else ""


def _marks(properties: Properties, *, is_link: bool) -> tuple[MarkKind, ...]:
    """What is marked on characters but bold; what links is underlined anyway."""
    marks: list[MarkKind] = []
    raised = _raised(properties.get("style:text-position", ""))
    if raised is not None:
        marks.append(raised)
    if properties.get("style:text-underline-style", "none") != "none" and not is_link:
        marks.append(MarkKind.UNDERLINE)
    if _is_struck(properties):
        marks.append(MarkKind.STRIKE)
    if properties.get("style:text-emphasize", "none") != "none":
        marks.append(MarkKind.DOTS)
    return tuple(marks)


def _is_struck(properties: Properties) -> bool:
    """Whether a line is drawn through characters (ODF 1.3 20.374, 20.376)."""
    said = (properties.get(f"style:text-line-through-{name}", "none") for name in ("style", "type"))
    return any(name != "none" for name in said)


def _raised(position: str) -> MarkKind | None:
    """`super 58%`, `sub 58%`, or how far the characters are raised: `33% 58%`, `-33% 58%`."""
    first = position.split(" ", 1)[0]
    if first in {"super", "sub"}:
        return MarkKind.SUPERSCRIPT if first == "super" else MarkKind.SUBSCRIPT
    lowered = first.startswith("-")
    by = portion(first.removeprefix("-")) or 0.0
    if not by:
        return None
    return MarkKind.SUBSCRIPT if lowered else MarkKind.SUPERSCRIPT


def _over(base: Properties, top: Properties) -> Properties:
    """What `top` says over `base`; sizes in per cent are those of `base`."""
    together = base | top
    for key in _SIZES:
        part = portion(together.get(key, ""))
        if part is not None:
            together[key] = f"{(points(base.get(key, '')) or 12.0) * part:.4f}pt"
    return together


def _properties(element: Element) -> Properties:
    found: Properties = {}
    for name in ("style:graphic-properties", "style:paragraph-properties", "style:text-properties"):
        properties = child(element, name)
        if properties is not None:
            found |= {
                _WANTED[key]: value for key, value in properties.attrib.items() if key in _WANTED
            }
    return found


def _plain(name: str) -> str:
    """A style's name as shown: `Heading_20_1` is “Heading 1” (ODF 1.3, part 3, 19.498)."""
    return name.replace("_20_", " ")
