"""Tagged PDF: which marks the contents of pages bear, and the structure tree that names them (ISO
32000-1 14.6 to 14.8, ISO 14289-1).

Each piece of a page's content is either of one structure element, under a number of the page
(MCID), or an artifact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from layouts.page.cutting import part_of
from layouts.page.faces import Faces
from layouts.page.item import RUNNING_ROLES, Line
from layouts.page.page import Edition, Page
from layouts.page.structure import Element, LinePart, LinkPart, PicturePart, ShapePart
from layouts.paint.content import ARTIFACT, PAGINATION
from layouts.paint.navigation import CORNER, Origin
from layouts.pdf.syntax import array, dictionary, name, rectangle, text_string

if TYPE_CHECKING:
    from layouts.pdf.document import Document


class MarkedContent(NamedTuple):
    """Text under one mark: the operator that opens it, and its lines or parts of lines; `again`
    opens a further mark of the same element, for what follows text that is spelled out.
    """

    opening: str
    lines: list[Line]
    again: Callable[[], str]


class PageMarks(Struct):
    """The marks of one page: the operators that open those of its pictures and of its shapes, in
    drawing order, and the text, in the order in which it is read.
    """

    pictures: list[str]
    shapes: list[str]
    text: list[MarkedContent]


class _Content(NamedTuple):
    """A piece of content that an element holds: `order` counts all of them as they are read."""

    element: int
    order: int
    part: LinePart | PicturePart | ShapePart


class _TextPart(NamedTuple):
    """A line or a part of one, and what holds it: None where no element does."""

    content: _Content | None
    line: Line


class _ElementNode(Struct):
    """An element with its parent and its children by number."""

    element: Element
    parent: int
    children: list[int | _Content | LinkPart] = field(
        default_factory=list["int | _Content | LinkPart"]
    )


class Tags:
    """The tags of an edition: `marks` are those of its pages.

    ValueError where two elements hold the same piece of a page.

    `origin` is where the lower left corner of each page lies on its sheet.
    """

    def __init__(
        self, edition: Edition, root: Element, faces: Faces, origin: Origin = CORNER
    ) -> None:
        self._origin = origin
        self._pages = edition.pages
        self._nodes: list[_ElementNode] = []
        self._contents: list[dict[tuple[type, int], list[_Content]]] = [{} for _ in edition.pages]
        self._links: dict[LinkPart, int] = {}
        self._order = count()
        self._add(root, -1)
        # keys of the parent tree: pages first, each its own number, then links
        self._keys = {link: len(edition.pages) + k for k, link in enumerate(self._links)}
        self._mcids: dict[int, list[int]] = {}
        self._owners: list[list[int]] = [[] for _ in edition.pages]
        self._faces = faces
        self.marks = [self._mark(number, page) for number, page in enumerate(edition.pages)]

    # -- the tree ----------------------------------------------------------------------------------

    def _add(self, element: Element, parent: int) -> int:
        """Number an element and all under it."""
        number = len(self._nodes)
        node = _ElementNode(element, parent)
        self._nodes.append(node)
        for child in element.children:
            if isinstance(child, Element):
                node.children.append(self._add(child, number))
            elif isinstance(child, LinkPart):
                if self._pages[child.page].links:  # a file for print has none
                    self._links[child] = number
                    node.children.append(child)
            else:
                content = _Content(number, next(self._order), child)
                node.children.append(content)
                # each is its page and a number on that page
                key = (type(child), child[1])
                self._contents[child.page].setdefault(key, []).append(content)
        return number

    # -- the pages ---------------------------------------------------------------------------------

    def _mark(self, number: int, page: Page) -> PageMarks:
        pictures = [
            self._open(number, self._holder(number, PicturePart, k))
            for k in range(len(page.pictures))
        ]
        shapes = [
            self._open(number, self._holder(number, ShapePart, k)) for k in range(len(page.shapes))
        ]
        return PageMarks(pictures, shapes, self._text(number, page))

    def _text(self, number: int, page: Page) -> list[MarkedContent]:
        """The text of a page: what follows on in its element goes under the same mark."""
        text: list[MarkedContent] = []
        last: _Content | None = None
        for content, part in self._as_read(number, page):
            if text and last and content and _follows(content, last):
                self._mcids[content.order] = self._mcids[last.order]
                text[-1].lines.append(part)
            elif text and last is None and content is None:
                text[-1].lines.append(part)
            else:
                text.append(self._marked(number, content, part))
            last = content
        return text

    def _as_read(self, number: int, page: Page) -> list[_TextPart]:
        """The text of a page in the order in which it is read, for readers that know no tags: a
        caption does not stand between two lines of the paragraph beside its photo.

        What no element holds comes before what is drawn after it, as a table's header that is
        repeated, or ends the line that it is of; page numbers and running heads come last.
        """
        found: list[tuple[float, _TextPart]] = []
        for k, line in reversed([*enumerate(page.lines)]):
            parts = self._parts(number, k, line) if line.runs else []
            orders = [content.order for content, _ in parts if content]
            after = found[-1][0] if found else inf
            for content, part in reversed(parts):
                if content is not None:
                    after = content.order
                elif line.role in RUNNING_ROLES:
                    after = inf
                elif orders:
                    after = min(after, max(orders))
                found.append((after, _TextPart(content, part)))
        found.reverse()
        return [part for _, part in sorted(found, key=lambda entry: entry[0])]

    def _marked(self, page: int, content: _Content | None, line: Line) -> MarkedContent:
        if content is None:
            return MarkedContent(PAGINATION, [line], lambda: PAGINATION)
        opening = self._open(page, content)
        return MarkedContent(opening, [line], lambda: self._open(page, content))

    def _parts(self, page: int, k: int, line: Line) -> list[_TextPart]:
        """A line cut into what different elements hold of it."""
        found: list[_TextPart] = []
        done = 0
        claims = self._contents[page].get((LinePart, k), [])
        parts = [
            (content.part, content) for content in claims if isinstance(content.part, LinePart)
        ]
        for part, content in sorted(parts):
            if part.start < done:
                raise ValueError(f"two elements hold line {k} of page {page}: {line.text!r}")
            if part.start > done:
                found.append(_TextPart(None, part_of(line, done, part.start, self._faces.face)))
            piece = part_of(line, part.start, part.end, self._faces.face)
            found.append(_TextPart(content, piece))
            done = len(line.text) if part.end is None else part.end
        if not found or done < len(line.text):
            found.append(_TextPart(None, part_of(line, done, None, self._faces.face)))
        # characters without a glyph (a line's last space) leave nothing to mark
        return [part for part in found if part.line.runs]

    def _holder(self, page: int, kind: type, k: int) -> _Content | None:
        """What holds a picture or a shape."""
        claims = self._contents[page].get((kind, k), [])
        if len(claims) > 1:
            what = "picture" if kind is PicturePart else "shape"
            raise ValueError(f"two elements hold {what} {k} of page {page}")
        return claims[0] if claims else None

    def _open(self, page: int, content: _Content | None) -> str:
        """The operator that opens the mark of a content, which takes the page's next MCID; without
        any it is an artifact.
        """
        if content is None:
            return ARTIFACT
        mcid = len(self._owners[page])
        self._mcids.setdefault(content.order, []).append(mcid)
        self._owners[page].append(content.element)
        return f"{name(self._nodes[content.element].element.kind)} <</MCID {mcid}>> BDC"

    # -- the file ----------------------------------------------------------------------------------

    def page_entries(self, page: int) -> dict[str, str]:
        """What a page's dictionary says of its marks; its annotations are reached in the order of
        the structure (ISO 14289-1 7.18.3).
        """
        return {"StructParents": str(page), **({"Tabs": "/S"} if self._pages[page].links else {})}

    def link_entries(self, page: int) -> list[dict[str, str]]:
        """What the annotations of a page's links say of themselves: where they lead, in words (ISO
        14289-1 7.18.5).
        """
        found: list[dict[str, str]] = []
        for k in range(len(self._pages[page].links)):
            place = LinkPart(page, k)
            node = self._links.get(place)
            if node is None:
                found.append({})
            else:
                found.append(
                    {
                        "Contents": text_string(self._nodes[node].element.alt),
                        "StructParent": str(self._keys[place]),
                    }
                )
        return found

    def add(self, document: Document, pages: Sequence[str], links: Sequence[Sequence[str]]) -> None:
        """Add the structure tree; `pages` and `links` are the references of the pages and of the
        links on each.
        """
        root = document.reserve()
        references = [document.reserve() for _ in self._nodes]
        for node, reference in zip(self._nodes, references, strict=True):
            parent = references[node.parent] if node.parent >= 0 else root
            document.fill(
                reference,
                {
                    "Type": "/StructElem",
                    "P": parent,
                    **self._entries(node, references, pages, links),
                },
            )
        tree = {"Nums": array(self._parents(references))}
        entries = {"Type": "/StructTreeRoot", "K": references[0], "ParentTree": document.add(tree)}
        names = sorted(
            (node.element.name, reference)
            for node, reference in zip(self._nodes, references, strict=True)
            if node.element.name
        )
        if names:  # ISO 32000-1 table 322
            leaf = {"Names": array(f"{text_string(name)} {reference}" for name, reference in names)}
            entries["IDTree"] = document.add(leaf)
        document.fill(
            root, {**entries, "ParentTreeNextKey": str(len(self._pages) + len(self._links))}
        )
        document.set_catalog("StructTreeRoot", root)
        document.set_catalog("MarkInfo", dictionary({"Marked": "true"}))

    def _parents(self, references: Sequence[str]) -> list[str]:
        """From the keys of pages and links to the elements that hold their contents (ISO 32000-1
        14.7.4.4).
        """
        of_pages = [array(references[element] for element in owners) for owners in self._owners]
        of_links = [references[element] for element in self._links.values()]
        return [f"{key} {value}" for key, value in enumerate([*of_pages, *of_links])]

    def _entries(
        self,
        node: _ElementNode,
        references: Sequence[str],
        pages: Sequence[str],
        links: Sequence[Sequence[str]],
    ) -> dict[str, str]:
        element = node.element
        entries = {
            "S": name(element.kind),
            **({"ID": text_string(element.name)} if element.name else {}),
        }
        # its page is that of its first content: contents on others name theirs
        own = next(
            (child.part.page for child in node.children if isinstance(child, _Content)), None
        )
        if own is not None:
            entries["Pg"] = pages[own]
        kids: list[str] = []
        last: list[int] | None = None
        for child in node.children:
            if isinstance(child, int):
                kids.append(references[child])
            elif isinstance(child, LinkPart):
                kids.append(
                    dictionary(
                        {
                            "Type": "/OBJR",
                            "Pg": pages[child.page],
                            "Obj": links[child.page][child.link],
                        }
                    )
                )
            else:
                mcids = self._mcids.get(child.order, [])
                # what went under one mark with the content before it has the same, named once
                if mcids is not last:
                    kids += (_kid(mcid, child.part.page, own, pages) for mcid in mcids)
                last = mcids
        if kids:
            entries["K"] = kids[0] if len(kids) == 1 else array(kids)
        # what a link says stands in its annotation (`link_entries`)
        if element.alt and element.kind != "Link":
            entries["Alt"] = text_string(element.alt)
        if attributes := self._attributes(node):
            entries["A"] = attributes[0] if len(attributes) == 1 else array(attributes)
        return entries

    def _attributes(self, node: _ElementNode) -> list[str]:
        """Attributes by owner; a figure has a bounding box (ISO 32000-1 table 344)."""
        owners: dict[str, dict[str, str]] = {}
        for owner, key, value in node.element.attributes:
            owners.setdefault(owner, {})[key] = (
                name(value) if isinstance(value, str) else str(value)
            )
        pictures = [
            child.part
            for child in node.children
            if isinstance(child, _Content) and isinstance(child.part, PicturePart | ShapePart)
        ]
        if pictures:
            owners.setdefault("Layout", {})["BBox"] = _box(self._pages, pictures[0], self._origin)
        return [dictionary({"O": name(owner), **entries}) for owner, entries in owners.items()]


def _follows(content: _Content, last: _Content) -> bool:
    """Whether a content of an element is the one that is read after another of it."""
    return (content.element, content.order) == (last.element, last.order + 1)


def _kid(mcid: int, page: int, own: int | None, pages: Sequence[str]) -> str:
    """A content by its MCID, with its page where that is not its element's."""
    if page == own:
        return str(mcid)
    return dictionary({"Type": "/MCR", "Pg": pages[page], "MCID": str(mcid)})


def _box(pages: Sequence[Page], part: PicturePart | ShapePart, origin: Origin) -> str:
    page = pages[part.page]
    item = page.shapes[part.shape] if isinstance(part, ShapePart) else page.pictures[part.picture]
    left, top = origin[0] + item.x, origin[1] + page.height - item.y
    return rectangle(left, top - item.height, left + item.width, top)
