"""What characters look like: the style an element hands down to what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from layouts.importing.readers.html.css import (
    FONT_SIZES,
    Declarations,
    StyleSheet,
    declarations,
    font_size,
    length,
    points,
)
from layouts.importing.readers.html.tree import HtmlElement
from layouts.issue.marks import DOTTED, DOUBLE, THICK, WAVY


class HtmlStyle(Struct, frozen=True):
    """The look of characters and of the paragraph they stand in; `line` is how that under them is
    drawn.

    `size` is in points, None where nothing said it. `indent` is the first line's in em, `flow` how
    spaces are kept: empty, "pre". `symbols` names a font whose letters are no letters. `role` says
    what the source's own style name makes of a paragraph: title, subtitle, caption, quote. `room`
    is the share of the text's width that what it stands in takes. `list_level` is the level that
    Word's own lists say, 0 where none does.
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    line: str = ""
    dots: bool = False
    script: str = ""
    size: float | None = None
    align: str = ""
    indent: float = 0.0
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    flow: str = ""
    symbols: str = ""
    list_type: str = ""
    list_level: int = 0
    link: str = ""
    heading: int = 0
    name: str = ""
    role: str = ""
    quote: bool = False
    box: bool = False
    room: float = 1.0


PLAIN_STYLE = HtmlStyle()

_LIST_LEVEL = re.compile(r"\blevel([1-9])\b")
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLDEST, _BOLD = 1000, 600
"""From 600 on a weight is bold, CSS Fonts 2.2."""

_ROLES = {
    "msotitle": "title",
    "msosubtitle": "subtitle",
    "msocaption": "caption",
    "msoquote": "quote",
    "msointensequote": "quote",
    "title": "title",
    "subtitle": "subtitle",
}
"""Classes that Word writes for its own styles, and pandoc for its title block."""

_CAPTIONS = ("caption", "pic-desc", "img-desc", "image-desc", "photo-desc", "tuzhu")
"""Parts of the classes that editors of WeChat articles and sites give the line below a photo."""

_SYMBOLS = ("wingdings", "webdings", "symbol")


class HtmlStyles:
    """Finds the style of elements; remembers what each style attribute says."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._known: dict[str, dict[str, str]] = {}

    def of(self, element: HtmlElement, parent: HtmlStyle) -> tuple[HtmlStyle, Declarations]:
        """The style of an element, and what style sheets and its style attribute say of it.

        Its other attributes count more than the sheets: LibreOffice writes `p {text-align: left}`
        for all and `align="center"` for the one.
        """
        if not element.attributes and element.tag not in _TAGS and self._sheet.is_empty:
            return (parent if element.tag not in _HEADINGS else _from_tag(element, parent)), {}
        style = _from_tag(element, parent)
        written = element.get("style")
        inline = self._known.get(written)
        if inline is None:
            inline = self._known[written] = declarations(written)
        sheet = self._sheet.of(element)
        style = _applied(_from_attributes(element, _applied(style, sheet)), inline)
        said = {**sheet, **inline} if sheet else inline
        if (width := length(said.get("width", ""))) and width[1] == "%" and element.tag != "img":
            style = replace(style, room=style.room * min(max(width[0] / 100, 0.01), 1.0))
        return _named(element, style) if element.attributes else style, said


def _from_tag(element: HtmlElement, style: HtmlStyle) -> HtmlStyle:
    tag = element.tag
    if change := _TAGS.get(tag):
        style = change(style)
    elif tag in _HEADINGS:
        style = replace(style, heading=int(tag[1]), size=None, bold=False)
    return style


def _applied(style: HtmlStyle, said: Declarations) -> HtmlStyle:
    for name, value in said.items():
        if rule := _PROPERTIES.get(name):
            style = rule(style, value)
    return style


def _from_attributes(element: HtmlElement, style: HtmlStyle) -> HtmlStyle:
    tag = element.tag
    if not element.attributes:
        return style
    if align := element.get("align").lower():
        style = replace(style, align=align) if tag not in ("img", "table") else style
    if tag == "font" and (size := element.get("size").strip()):
        style = replace(style, size=_of_font(size))
    return _family(style, face.lower()) if (face := element.get("face")) else style


def _of_font(size: str) -> float | None:
    try:
        number = int(size) + (3 if size[0] in "+-" else 0)
    except ValueError:
        return None
    return FONT_SIZES[min(max(number, 1), 7) - 1]


def _named(element: HtmlElement, style: HtmlStyle) -> HtmlStyle:
    classes = element.classes
    if name := element.get("banxin-style"):
        style = replace(style, name=name)
    if not classes:
        return style
    small = element.get("class").lower()
    role = next((_ROLES[name] for name in small.split() if name in _ROLES), "")
    if not role and any(part in small for part in _CAPTIONS):
        role = "caption"
    if element.tag in ("p", "li", "div") and classes[0].lower().startswith("mso"):
        style = replace(style, name=classes[0])
    return replace(style, role=role) if role else style


_TAGS: dict[str, Callable[[HtmlStyle], HtmlStyle]] = {
    "b": lambda style: replace(style, bold=True),
    "strong": lambda style: replace(style, bold=True),
    "i": lambda style: replace(style, italic=True),
    "em": lambda style: replace(style, italic=True),
    "u": lambda style: replace(style, underline=True),
    "sup": lambda style: replace(style, script="sup"),
    "sub": lambda style: replace(style, script="sub"),
    "s": lambda style: replace(style, struck=True),
    "strike": lambda style: replace(style, struck=True),
    # a change that somebody made, and not how it is to look: what is taken out is no text
    "del": lambda style: replace(style, deleted=True),
    "banxin-dots": lambda style: replace(style, dots=True),
    "center": lambda style: replace(style, align="center"),
    "blockquote": lambda style: replace(style, quote=True),
    "pre": lambda style: replace(style, flow="pre"),
    "textarea": lambda style: replace(style, flow="pre"),
    "listing": lambda style: replace(style, flow="pre"),
    "plaintext": lambda style: replace(style, flow="pre"),
    "figcaption": lambda style: replace(style, role="caption"),
    "aside": lambda style: replace(style, box=True),
    "th": lambda style: replace(style, bold=False),
    "table": lambda style: replace(style, align="", indent=0.0),
}


def _weight(style: HtmlStyle, value: str) -> HtmlStyle:
    if value in ("bold", "bolder"):
        return replace(style, bold=True)
    if value in ("normal", "lighter"):
        return replace(style, bold=False)
    if value.isascii() and value.isdigit() and int(value[:5]) <= _BOLDEST:
        return replace(style, bold=int(value) >= _BOLD)
    return style


def _size(style: HtmlStyle, value: str) -> HtmlStyle:
    size = font_size(value, style.size)
    return style if size is None else replace(style, size=size)


def _decoration(style: HtmlStyle, value: str) -> HtmlStyle:
    if "line-through" in value:
        style = replace(style, struck=True)
    if "underline" in value:
        return _lined(replace(style, underline=True), value)
    return replace(style, underline=False) if "none" in value else style


def _lined(style: HtmlStyle, value: str) -> HtmlStyle:
    """How the line is drawn: CSS Text Decoration 2.2, and what Word writes of its own."""
    kind = next((_LINES[word] for word in value.split() if word in _LINES), None)
    return style if kind is None else replace(style, line=kind)


_LINES = {
    "double": DOUBLE,
    "wavy": WAVY,
    "wave": WAVY,
    "dotted": DOTTED,
    "dashed": DOTTED,
    "dash": DOTTED,
    "thick": THICK,
    "solid": "",
    "single": "",
}


def _display(style: HtmlStyle, value: str) -> HtmlStyle:
    return replace(style, hidden=True) if value == "none" else style


def _vertical(style: HtmlStyle, value: str) -> HtmlStyle:
    if value in ("super", "sub"):
        return replace(style, script="sup" if value == "super" else "sub")
    return replace(style, script="") if value == "baseline" else style


def _indent(style: HtmlStyle, value: str) -> HtmlStyle:
    found = length(value)
    if found and found[1] == "em":
        return replace(style, indent=max(found[0], 0.0))
    em = style.size or 12.0
    size = points(value, em)
    return style if size is None else replace(style, indent=max(size / (em or 12.0), 0.0))


def _indent_count(style: HtmlStyle, value: str) -> HtmlStyle:
    """Word's own count of the characters that the first line stands in."""
    found = length(value)
    return replace(style, indent=max(found[0], 0.0)) if found else style


def _outline(style: HtmlStyle, value: str) -> HtmlStyle:
    level = int(value) if value.isascii() and value.isdigit() and len(value) == 1 else 0
    return replace(style, heading=level) if 1 <= level <= 9 else style


def _family(style: HtmlStyle, value: str) -> HtmlStyle:
    first = value.split(",", 1)[0].strip(" \"'")
    return replace(style, symbols=first if first.startswith(_SYMBOLS) else "")


def _emphasis(style: HtmlStyle, value: str) -> HtmlStyle:
    return replace(style, dots=value not in ("none", ""))


def _in_list(style: HtmlStyle, value: str) -> HtmlStyle:
    """The list that Word counts a paragraph in: `l0 level2 lfo1`."""
    found = _LIST_LEVEL.search(value)
    return replace(style, list_level=int(found[1])) if found else style


_PROPERTIES: dict[str, Callable[[HtmlStyle, str], HtmlStyle]] = {
    "font-weight": _weight,
    "font-size": _size,
    "font-style": lambda style, value: replace(style, italic=value in ("italic", "oblique")),
    "font-family": _family,
    "text-align": lambda style, value: replace(style, align=value),
    "text-indent": _indent,
    "mso-char-indent-count": _indent_count,
    "mso-outline-level": _outline,
    "text-decoration": _decoration,
    "text-decoration-line": _decoration,
    "text-decoration-style": _lined,
    "text-underline": _lined,
    "text-emphasis": _emphasis,
    "text-emphasis-style": _emphasis,
    "-webkit-text-emphasis": _emphasis,
    "vertical-align": _vertical,
    "display": _display,
    "mso-list": _in_list,
    "mso-hide": lambda style, value: replace(style, hidden=True) if value == "all" else style,
    "white-space": lambda style, value: replace(
        style, flow="pre" if value.startswith(("pre", "break-spaces")) else ""
    ),
    "list-style-type": lambda style, value: replace(style, list_type=value),
    "list-style": lambda style, value: replace(style, list_type=value.split(" ")[0]),
}
"""What each property that is read does, in the order a style sheet has them."""
