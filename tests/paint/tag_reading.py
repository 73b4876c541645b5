"""Reading a tagged PDF back as a screen reader does: the tree of its elements, and the content that
each of them names.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from msgspec.structs import replace
from paint_reading import unicode_map

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.house.schema import OPEN_PLACES
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.prepress.presets import load_preset
from layouts.structure import structure

SHOWING = {"Tj", "TJ", "Do", "f", "S"}
"""The operators of ours that leave something on the page."""


def read_issue(path: Path) -> Issue:
    """A manuscript, its settings left out: each test says the layout."""
    return replace(read_manuscript(path, open_settings=frozenset(OPEN_PLACES))[0], settings={})


def tagged(issue: Issue, catalogue: Catalogue, layout: str = "jianbao-a4") -> tuple[Edition, bytes]:
    """An issue composed and written with its structure."""
    edition = compose(issue, load_layout(layout), catalogue)
    return edition, write_pdf(
        edition, catalogue, preset=load_preset("screen"), structure=structure(issue, edition)
    )


def _several(value: object) -> list[object]:
    """What an entry holds that may be one value, an array of them, or missing."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


@dataclass
class Shown:
    """A piece of content: the mark it stands under (its MCID, None for an artifact), its text and
    the operators that show it.
    """

    tag: str
    mcid: int | None
    text: str = ""
    operators: list[str] = field(default_factory=list)


@dataclass
class Node:
    """An element: its attributes by key, its children, content as `Shown`, and the annotations it
    holds.
    """

    kind: str
    entry: pikepdf.Object
    attributes: dict[str, pikepdf.Object]
    children: list[Node | Shown] = field(default_factory=list)
    annotations: list[pikepdf.Object] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator[Node]:
        """The elements of some kinds at or under this one, in reading order; of every kind where
        none is named.
        """
        if not kinds or self.kind in kinds:
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(*kinds)

    def text(self, without: tuple[str, ...] = ()) -> str:
        """What is read, elements of some kinds left out."""
        parts = [
            child if isinstance(child, Shown) else child.text(without)
            for child in self.children
            if not (isinstance(child, Node) and child.kind in without)
        ]
        return "".join(part.text if isinstance(part, Shown) else part for part in parts)


class Tagged:
    """A tagged PDF read back.

    `stray` are the showing operators that stand under no mark or under two.
    """

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.stray: list[str] = []
        self.marks = [self._page(number, page) for number, page in enumerate(self.pdf.pages)]
        self._numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.read: list[tuple[int, int]] = []
        self.root = self._node(self.pdf.Root.StructTreeRoot.K, None)

    @property
    def artifacts(self) -> list[Shown]:
        return [shown for page in self.marks for shown in page if shown.mcid is None]

    def _page(self, number: int, page: pikepdf.Page) -> list[Shown]:
        fonts = (
            {str(name): unicode_map(font) for name, font in page.Resources.Font.items()}
            if "/Font" in page.Resources
            else {}
        )
        found: list[Shown] = []
        stack: list[tuple[Shown | None, str | None]] = []
        font: dict[int, str] = {}
        outside: int | None = None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BT", "ET"}:
                assert (outside is None) is (name == "BT"), "text objects never nest"
                assert outside in {None, len(stack)}, (
                    "a mark that begins in a text object ends in it"
                )
                outside = len(stack) if name == "BT" else None
            elif name == "BDC":
                stack.append(self._open(operands, found))
            elif name == "EMC":
                _, instead = stack.pop()
                assert outside is None or len(stack) >= outside, (
                    "a mark that begins outside a text object ends outside"
                )
                if instead is not None and stack[0][0]:
                    stack[0][0].text += instead
            elif name == "Tf":
                font = fonts[str(operands[0])]
            if name in SHOWING:
                self._show(f"page {number + 1}: {name}", name, operands, stack, font)
        assert stack == []
        return found

    def _open(
        self, operands: list[pikepdf.Object], found: list[Shown]
    ) -> tuple[Shown | None, str | None]:
        tag, properties = str(operands[0]), operands[1]
        if "/ActualText" in properties:
            return None, str(properties.ActualText)
        found.append(Shown(tag, int(properties.MCID) if "/MCID" in properties else None))
        assert found[-1].mcid is not None or tag == "/Artifact"
        return found[-1], None

    def _show(
        self,
        where: str,
        name: str,
        operands: list[pikepdf.Object],
        stack: list[tuple[Shown | None, str | None]],
        font: dict[int, str],
    ) -> None:
        marks = [shown for shown, _ in stack if shown]
        if len(marks) != 1:
            self.stray.append(f"{where} under {len(marks)} marks")
            return
        marks[0].operators.append(name)
        if name in {"Tj", "TJ"} and not any(instead is not None for _, instead in stack):
            pieces = operands[0] if name == "TJ" else operands
            codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            marks[0].text += "".join(
                font[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
            )

    def _node(self, entry: pikepdf.Object, parent: pikepdf.Object | None) -> Node:
        assert parent is None or entry.P.objgen == parent.objgen
        owners = _several(entry.get("/A"))
        node = Node(
            str(entry.S)[1:],
            entry,
            {key: value for owner in owners for key, value in owner.items() if key != "/O"},
        )
        for kid in _several(entry.get("/K")):
            if isinstance(kid, int):
                node.children.append(self._content(entry.Pg, int(kid)))
            elif kid.get("/Type") == "/MCR":
                node.children.append(self._content(kid.Pg, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                node.annotations.append(kid.Obj)
            else:
                node.children.append(self._node(kid, entry))
        return node

    def _content(self, page: pikepdf.Object, mcid: int) -> Shown:
        number = self._numbers[page.objgen]
        self.read.append((number, mcid))
        (shown,) = [shown for shown in self.marks[number] if shown.mcid == mcid]
        return shown

    def parents(self) -> dict[int, pikepdf.Object]:
        """The parent tree."""
        nums = list(self.pdf.Root.StructTreeRoot.ParentTree.Nums)
        return {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}
