"""What the editor of WeChat official accounts keeps of what is pasted into it, and what of a piece
of HTML it would take away.

By trials: it keeps inline styles alone, in no position of their own; sheets, classes, ids, scripts,
forms and what leads or loads from elsewhere go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Final, NamedTuple

from layouts.errors import Finding
from layouts.messages import wechat as say
from layouts.messages.message import Message

ELEMENTS: Final = frozenset(
    {"section", "p", "span", "strong", "em", "br", "img", "blockquote"}
    | {"table", "tbody", "tr", "td", "ul", "ol", "li", "h2", "h3", "h4"}
)

ATTRIBUTES: Final = {
    "img": frozenset({"style", "src", "alt"}),
    "td": frozenset({"style", "colspan", "rowspan"}),
}
"""By element; all others have `style` alone."""

_EDGES = ("top", "right", "bottom", "left")
PROPERTIES: Final = frozenset(
    {"color", "background-color", "font-size", "font-weight", "font-style", "font-family"}
    | {"line-height", "letter-spacing", "text-align", "text-indent", "text-decoration"}
    | {"vertical-align", "width", "border", "border-collapse", "margin", "padding"}
    | {f"{name}-{edge}" for name in ("border", "margin", "padding") for edge in _EDGES}
)

_WORD = r"(?:#[0-9a-f]{6}|rgb\([0-9, ]+\)|-?[0-9]+(?:\.[0-9]+)?(?:px|em|%)?|[a-z][a-z-]*)"
_VALUE = re.compile(rf"{_WORD}(?:[ ,]+{_WORD})*", re.IGNORECASE | re.ASCII)
"""Colours as hex or rgb, measures as px, em or per cent, words; no address and no calculation."""

_HOSTED = re.compile(r"https?://mmbiz\.q(?:pic|logo)\.cn/", re.IGNORECASE | re.ASCII)
"""Where pictures of articles lie: what comes from elsewhere is not shown."""


class Loss(NamedTuple):
    """Something that would be taken away: in which line of the HTML, what is said of it, and what
    it is.
    """

    line: int
    message: Message
    what: str


def losses(html: str) -> list[Loss]:
    """What the editor would take away of HTML that is pasted into it; of pictures only those that
    lie elsewhere on the web: files beside the page, and data, are put in by who pastes.
    """
    reader = _PastedReader()
    reader.feed(html)
    reader.close()
    return reader.found


def lost_findings(html: str) -> list[Finding]:
    """The same as findings, each kind of thing once."""
    seen: dict[tuple[Message, str], None] = dict.fromkeys(
        (loss.message, loss.what) for loss in losses(html)
    )
    return [Finding("warning", "wechat-lost", *message(what=what)) for message, what in seen]


class _PastedReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Loss] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self._note(say.ELEMENT_LOST, f"<{tag}>")
            return
        allowed = ATTRIBUTES.get(tag, frozenset({"style"}))
        for name, value in attrs:
            if name not in allowed:
                self._note(say.ATTRIBUTE_LOST, f"{tag} {name}")
            elif name == "style":
                for what in _lost_styles(value or ""):
                    self._note(say.STYLE_LOST, what)
            elif name == "src" and _is_elsewhere(value or ""):
                self._note(say.PICTURE_LOST, value or "src")

    def handle_comment(self, data: str) -> None:
        self._note(say.ELEMENT_LOST, f"<!--{data[:20]}")

    def _note(self, message: Message, what: str) -> None:
        self.found.append(Loss(self.getpos()[0], message, what))


def _lost_styles(style: str) -> Iterator[str]:
    for declaration in filter(None, map(str.strip, style.split(";"))):
        name, _, value = declaration.partition(":")
        known = name.strip().lower() in PROPERTIES
        if not known or _VALUE.fullmatch(value.strip()) is None:
            yield declaration


def _is_elsewhere(address: str) -> bool:
    scheme = re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", address, re.IGNORECASE | re.ASCII)
    is_data = address.startswith("data:image/")
    return scheme is not None and not is_data and _HOSTED.match(address) is None
