"""Paragraphs, tables and drawings of a Word file in reading order: the body, a text box, a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from layouts.importing.drafts import ParagraphDraft
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.docx import tables
from layouts.importing.readers.docx.alternatives import chosen
from layouts.importing.readers.docx.context import WordReading, is_contents
from layouts.importing.readers.docx.drawings import DrawnBox, DrawnGroup, DrawnPicture, Item, Thing
from layouts.importing.readers.docx.geometry import Geometry
from layouts.importing.readers.docx.line import DrawnItem, ParagraphSegment, WordLine
from layouts.importing.readers.docx.names import attribute, child, inside, is_on, kind
from layouts.importing.readers.docx.numbering import Label
from layouts.importing.readers.docx.pictures import received
from layouts.importing.readers.docx.properties import (
    PLAIN_PARAGRAPH,
    ParagraphProperties,
    over,
    paragraph_properties,
)
from layouts.importing.readers.docx.styles import ParagraphStyle, heading_of
from layouts.importing.received import Look, ReceivedParagraph, ReceivedPhoto
from layouts.importing.xml_events import Element, tree
from layouts.issue.text import MarkKind, Text
from layouts.messages import docx_files as say

_THINGS = {
    "shape": say.SHAPE,
    "chart": say.CHART,
    "diagram": say.DIAGRAM,
}
_POINT = 20
"""Twentieths of a point."""

_ROUND = ("w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:sdtContent")


class Story:
    """Reads elements of block level into a gatherer.

    `geometry` is that of the text box it stands in, which is where its photos stand. Only
    paragraphs of the body are counted: what stands inside one, or in a table, stands where it does.
    """

    def __init__(
        self,
        reading: WordReading,
        gatherer: BlockGatherer,
        geometry: Geometry | None = None,
        *,
        is_body: bool = False,
    ) -> None:
        self._reading = reading
        self._gatherer = gatherer
        self._geometry = geometry
        self._is_body = is_body
        self._line: WordLine | None = None

    def read(self, element: Element) -> None:
        """All that stands in an element."""
        self._take_all(element)
        self.close()

    def take(self, element: Element) -> None:
        """The next element."""
        name = kind(element)
        if name == "w:p":
            self._paragraph(element)
        elif name == "w:tbl":
            self.close()
            self._count()
            tables.take(element, self._reading, self._gatherer, self._inside)
        elif name == "w:sdt":
            self._control(element)
        elif name == "mc:AlternateContent":
            for branch in chosen(element):
                self._take_all(branch)
        elif name == "w:altChunk":
            part = self._reading.part_of(attribute(element, "r:id") or "")
            self._gatherer.lose("inserted-file", say.INSERTED_FILE, part or "")
        elif name in ("m:oMath", "m:oMathPara"):
            self._loose(element)
        elif name in ("w:commentRangeStart", "w:commentRangeEnd"):
            self._remark(name, element)
        elif name in _ROUND:
            self._take_all(element)

    def close(self) -> None:
        """What follows belongs to no paragraph before."""
        if self._line is not None:
            self._finish(self._line)
            self._line = None

    def _take_all(self, element: Element) -> None:
        for part in element:
            self.take(part)

    def _inside(self, element: Element, gatherer: BlockGatherer) -> None:
        """What stands in a cell."""
        Story(self._reading, gatherer, self._geometry).read(element)

    def _control(self, element: Element) -> None:
        before = self._reading.in_contents
        self._reading.in_contents = before or is_contents(element)
        content = child(element, "w:sdtContent")
        if content is not None:
            self._take_all(content)
        self._reading.in_contents = before

    def _loose(self, element: Element) -> None:
        """An equation on a line of its own."""
        self.close()
        self._count()
        line = WordLine(self._reading)
        line.equation(element)
        self._finish(line)

    def _remark(self, name: str, element: Element) -> None:
        draft = ParagraphDraft() if self._line is None else self._line.draft
        remarks = self._reading.remarks
        act = remarks.begin if name == "w:commentRangeStart" else remarks.end
        act(attribute(element, "w:id") or "", draft)

    def _count(self) -> None:
        self._reading.count()
        if self._is_body:
            self._gatherer.next_line()

    def _paragraph(self, element: Element) -> None:
        self._count()
        said = child(element, "w:pPr")
        direct = paragraph_properties(said)
        style = self._reading.styles.paragraph(direct.style)
        if self._line is None:
            self._line = WordLine(self._reading)
        self._line.read(element, style, direct)
        if direct.is_drop_cap or self._goes_on(said):
            return
        self._finish(self._line)
        self._line = None

    def _goes_on(self, said: Element | None) -> bool:
        """Whether the paragraph's end is deleted, moved away or hidden: it joins with the next."""
        mark = None if said is None else child(said, "w:rPr")
        if mark is None:
            return False
        ends = {kind(part): part for part in mark}
        if "w:ins" in ends:
            self._reading.changes["inserted"] += 1
        if "w:del" in ends:
            self._reading.changes["deleted"] += 1
        hidden = ends.get("w:vanish")
        return "w:del" in ends or "w:moveFrom" in ends or (hidden is not None and is_on(hidden))

    def _finish(self, line: WordLine) -> None:
        line.finish()
        direct, style = line.properties, line.style
        if direct.breaks_page:
            self._gatherer.page_turn()
        label = None if self._reading.skips else self._label(direct, style)
        if label is not None and label.text:
            self._number(line, label)
        look, first_line = _look(direct, style, label)
        for place, segment in enumerate(line.segments):
            if place:
                self._gatherer.page_turn()
            self._segment(segment, look, first_line, is_bold=bool(style.run.bold))

    def _label(self, direct: ParagraphProperties, style: ParagraphStyle) -> Label | None:
        """The next number of the list that the paragraph, or its style, belongs to."""
        number = style.paragraph.number if direct.number is None else direct.number
        if not number:
            return None
        numbering = self._reading.numbering
        level = direct.level
        if level is None and direct.number is None:
            level = numbering.level_of(number, style.chain)
            level = style.paragraph.level if level is None else level
        return numbering.next(number, level or 0)

    def _number(self, line: WordLine, label: Label) -> None:
        with_text = [each.draft for each in line.segments if not each.draft.is_blank]
        if with_text:
            with_text[0].number(label.text, label.level)
        elif not any(segment.drawings for segment in line.segments):
            self._gatherer.lose("empty-number", say.EMPTY_NUMBER, label.text)

    def _segment(
        self, segment: ParagraphSegment, look: Look, first_line: float, *, is_bold: bool
    ) -> None:
        self._reading.remarks.anchor(segment.draft)
        line = self._gatherer.line
        paragraph = segment.draft.finish(look, line, first_line)
        after = list(self._drawn(segment.drawings, look))
        if paragraph is not None:
            self._gatherer.paragraph(_without_bold(paragraph, by_style=is_bold))
        elif not segment.drawings:
            self._gatherer.blank()
        for item in after:
            self._after(item)

    # ------------------------------------------------------------------ drawings

    def _drawn(self, drawings: list[DrawnItem], look: Look) -> Iterator[BlockGatherer | Thing]:
        """Take what stands before the text of its paragraph: photos.

        What stands after it, text boxes without any, is given back.
        """
        for item, row in drawings:
            name = f"{self._gatherer.line}.{row}"
            if isinstance(item, DrawnPicture):
                self._photo(self._gatherer, item, name, look)
                continue
            if isinstance(item, Thing):
                yield item
                continue
            inner = self._gatherer.inner()
            yield from self._boxed(item, inner, name, look)
            if any(isinstance(block, ReceivedPhoto) for block in inner.blocks):
                self._gatherer.box(inner.blocks)
            elif inner.blocks:
                yield inner

    def _boxed(self, item: Item, inner: BlockGatherer, row: str, look: Look) -> Iterator[Thing]:
        """Read a box, or what was drawn together, into a gatherer."""
        if isinstance(item, DrawnPicture):
            self._photo(inner, item, f"{row}g", look)
        elif isinstance(item, DrawnBox):
            Story(self._reading, inner, item.geometry).read(item.content)
        elif isinstance(item, DrawnGroup):
            for part in _photos_first(item.items):
                yield from self._boxed(part, inner, row, look)
        else:
            yield item

    def _photo(self, gatherer: BlockGatherer, picture: DrawnPicture, row: str, look: Look) -> None:
        if self._geometry is not None:
            place = self._geometry._replace(width=picture.geometry.width)
            picture = picture._replace(geometry=place)
        elif picture.geometry.wrap:
            row = row if row.endswith("g") else ""
        gatherer.photo(received(self._reading, picture, row, gatherer.line, look))

    def _after(self, item: BlockGatherer | Thing) -> None:
        if isinstance(item, BlockGatherer):
            self._gatherer.box(item.blocks)
        elif item.code == "rule":
            self._gatherer.page_turn()
        elif item.code == "word-art":
            words = ReceivedParagraph(Text(item.text.strip()), self._gatherer.line)
            self._gatherer.box([words])
        else:
            text = item.text or self._words_of(item)
            self._gatherer.lose(item.code, _THINGS[item.code], text)

    def _words_of(self, thing: Thing) -> str:
        """The words of a chart or diagram, which stand in a part of their own."""
        part = self._reading.part_of(thing.relation)
        if part is None or part in self._reading.told:
            return ""
        self._reading.told.add(part)
        root = tree(self._reading.parts.archive, part)
        words = [element.text or "" for element in inside(root, "a:t")]
        for cache in inside(root, "c:strCache"):
            words += [element.text or "" for element in inside(cache, "c:v")]
        return " ".join(word for word in words if word.strip())


def _photos_first(items: Iterable[Item]) -> list[Item]:
    """In a group, boxes stand for the captions of its photos."""
    return sorted(items, key=lambda item: not isinstance(item, DrawnPicture))


def _look(
    direct: ParagraphProperties, style: ParagraphStyle, label: Label | None
) -> tuple[Look, float]:
    """How a paragraph looks, but for what its characters tell; the indent of its first line as far
    as it is said in points.
    """
    by_list = PLAIN_PARAGRAPH if label is None else label.indent
    said = over(over(style.paragraph, by_list), direct)
    heading = style.heading if direct.outline is None else heading_of(direct.outline)
    chars = (said.left_chars or 0.0) + (said.first_chars or 0.0)
    points = (0.0 if said.left_chars else said.left or 0.0) + (
        0.0 if said.first_chars else said.first or 0.0
    )
    says = style.says
    return Look(
        centred=said.align == "center",
        flush_right=said.align in ("right", "end"),
        style=style.name,
        heading=heading,
        indent=chars / 100,
        is_title=says.is_title,
        is_subtitle=says.is_subtitle,
        is_caption=says.is_caption,
        is_quote=says.is_quote,
        in_box=bool(said.is_frame),
    ), points / _POINT


def _without_bold(paragraph: ReceivedParagraph, *, by_style: bool) -> ReceivedParagraph:
    """A paragraph that is bold by its style, or all of it: that is its look, and no mark."""
    marks = paragraph.text.marks
    bold = [mark for mark in marks if mark.kind is MarkKind.BOLD]
    if not bold:
        return paragraph
    is_bold = paragraph.look.bold
    if not is_bold and by_style:
        is_bold = 2 * sum(mark.end - mark.start for mark in bold) > len(paragraph.text.string)
    if not is_bold:
        return paragraph
    plain = tuple(mark for mark in marks if mark.kind is not MarkKind.BOLD)
    look = replace(paragraph.look, bold=True)
    return replace(paragraph, text=Text(paragraph.text.string, plain), look=look)
