"""How boxes and pull quotes say where they stand: `> [!链接]{side=left width=12em} 标题`,
`引语 {pull-quote side=left}`; read and written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from layouts.issue.article import PullQuote
from layouts.issue.photo import ALL_COLUMNS, LAST_LINE, WIDEST, PhotoPlace, Side
from layouts.issue.sidebar import MOST_INSIDE, NARROWEST_BOX, BoxKind, Sidebar
from layouts.manuscript.photo_looks import LOOKS
from layouts.manuscript.quoted import number
from layouts.messages import manuscript as say
from layouts.messages.message import Sentence
from layouts.patterns import later

T = TypeVar("T", Sidebar, PullQuote)

KINDS: Mapping[str, BoxKind] = MappingProxyType(
    {
        **{kind.value: kind for kind in BoxKind},
        "链接": BoxKind.LINK,
        "提要": BoxKind.SUMMARY,
        "专栏": BoxKind.PLAIN,
    }
)
"""What a box can be said to be."""

_WRITTEN = MappingProxyType({BoxKind.LINK: "链接", BoxKind.SUMMARY: "提要", BoxKind.PLAIN: "专栏"})
"""As it is written: the word is seen wherever the manuscript is shown as Markdown."""

_HEADER = later(r"\[!([^\[\]\s!]{1,12})\](?:\{([^{}]*)\})?(?:[ \t]+|\Z)")
_ATTRIBUTE = later(r"([^\s=＝]+)[=＝](\S+)")
_LENGTH = later(r"(\d{1,4}(?:\.\d+)?)(?:em|字)?")


class BoxHeader(NamedTuple):
    """The first line of a box: its kind, the attributes in braces, and the Markdown of its
    title.
    """

    kind: BoxKind
    attributes: str
    title: str


def box_header(line: str) -> BoxHeader | None:
    """What the first line of a quotation says of the box that it is; None where it is none."""
    if not line.startswith("[!"):
        return None
    found = _HEADER().match(line)
    kind = KINDS.get(found[1].lower()) if found else None
    if found is None or kind is None:
        return None
    return BoxHeader(kind, found[2] or "", line[found.end() :].strip())


def box_line(box: Sidebar, title: str) -> str:
    """The first line of a box, with the Markdown of its title; empty for none."""
    attributes = " ".join(_written(box, Side.RIGHT))
    braces = f"{{{attributes}}}" if attributes else ""
    return f"[!{_WRITTEN[box.kind]}]{braces} {title}".rstrip()


def quote_attributes(quote: PullQuote) -> str:
    """What follows the word `pull-quote` in braces, with a space before it."""
    return "".join(f" {attribute}" for attribute in _written(quote, Side.NONE))


def _written(block: Sidebar | PullQuote, usual: Side) -> Iterator[str]:
    if block.side is not usual:
        yield f"side={block.side.value}"
    if block.width is not None:
        yield f"width={number(block.width)}em"
    if block.line:
        yield f"line={block.line}"
    if isinstance(block, Sidebar) and block.columns != 1:
        yield f"columns={block.columns}"
    if isinstance(block, PullQuote) and block.between:
        yield "between=yes"
    if block.place is not PhotoPlace.TEXT:
        yield f"place={block.place.value}"
    if block.across != 1:
        yield f"across={'all' if block.across == ALL_COLUMNS else block.across}"


def with_attributes(block: T, written: str) -> tuple[T, list[Sentence]]:
    """A box or pull quote with what its attributes say, and a sentence for each that cannot be."""
    known = _OF_BOX if isinstance(block, Sidebar) else _OF_QUOTE
    found: dict[str, Any] = {}  # Any: the fields differ in type
    complaints: list[Sentence] = []
    for word in written.split():
        parts = _ATTRIBUTE().fullmatch(word)
        name = _NAMES.get(parts[1].lower(), "") if parts else ""
        value = known[name](parts[2].strip('"“”').lower()) if parts and name in known else None
        if value is None or name in found:
            complaints.append(say.BOX_ATTRIBUTE(attribute=word))
        else:
            found[name] = value
    return replace(block, **found), complaints


_SIDES = MappingProxyType(
    {
        **{side.value: side for side in Side},
        "左": Side.LEFT,
        "右": Side.RIGHT,
        "两侧": Side.BOTH,
        "单独": Side.NONE,
    }
)
_YES = MappingProxyType({"yes": True, "是": True, "no": False, "否": False})


def _width(written: str) -> float | None:
    found = _LENGTH().fullmatch(written)
    return float(found[1]) if found and NARROWEST_BOX <= float(found[1]) <= WIDEST else None


def _whole(least: int, most: int) -> Callable[[str], int | None]:
    def read(written: str) -> int | None:
        is_number = written.isascii() and written.isdecimal() and len(written) <= len(str(most))
        return int(written) if is_number and least <= int(written) <= most else None

    return read


_OF_BOTH: Mapping[str, Callable[[str], object]] = {
    "side": _SIDES.get,
    "width": _width,
    "line": _whole(0, LAST_LINE),
    "place": LOOKS["place"].read,
    "across": LOOKS["across"].read,
}
_OF_BOX = MappingProxyType({**_OF_BOTH, "columns": _whole(1, MOST_INSIDE)})
_OF_QUOTE = MappingProxyType({**_OF_BOTH, "between": _YES.get})
_NAMES = MappingProxyType(
    {
        **{name: name for name in (*_OF_BOX, *_OF_QUOTE)},
        "位置": "side",
        "宽": "width",
        "行": "line",
        "放在": "place",
        "跨栏": "across",
        "分栏": "columns",
        "栏间": "between",
    }
)
