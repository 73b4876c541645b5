"""Named styles: what each says with all it is based on (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

from typing import NamedTuple

from layouts.importing.drafts import RunLook
from layouts.importing.readers.docx.names import attribute, below, child, children, value
from layouts.importing.readers.docx.properties import (
    PLAIN_PARAGRAPH,
    PLAIN_RUN,
    ParagraphProperties,
    RunProperties,
    over,
    paragraph_properties,
    run_properties,
)
from layouts.importing.style_names import StyleSays, said_by
from layouts.importing.xml_events import Element
from layouts.issue.text import MarkKind
from layouts.wordfile.style_names import KAI

MOST_STYLES = 20_000
"""Word itself keeps no more than some four thousand."""

DEEPEST = 50
"""How many styles one may be based on; beyond, or in a circle, the chain ends."""

_BODY_TEXT = 9
"""The outline level of text that is no heading (17.3.1.20)."""


class ParagraphStyle(NamedTuple):
    """A style of paragraphs: its name, what it says, and what it says of their characters.

    `chain` are the names of the style and of those it is based on.
    """

    id: str
    name: str
    says: StyleSays
    paragraph: ParagraphProperties
    run: RunProperties
    chain: tuple[str, ...] = ()

    @property
    def heading(self) -> int:
        """The level of heading it gives, from 1; 0 for none."""
        return heading_of(self.paragraph.outline) or self.says.heading


class ResolvedRun(NamedTuple):
    """How a run looks when all was taken together; `font` where it is one of signs."""

    look: RunLook
    hidden: bool
    font: str


class _WordStyle(NamedTuple):
    name: str
    aliases: str
    based_on: str
    paragraph: ParagraphProperties
    run: RunProperties


class Styles:
    """The styles of a document. What they come to is worked out once for each."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[tuple[str, str], _WordStyle] = {}
        self._first: dict[str, str] = {}
        self._default_run = PLAIN_RUN
        self._default_paragraph = PLAIN_PARAGRAPH
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._runs: dict[tuple[str, RunProperties], ResolvedRun] = {}
        if root is not None:
            self._read(root)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style of a paragraph that names one, or names none."""
        known = self._paragraphs.get(style_id)
        if known is None:
            is_there = ("paragraph", style_id or "") in self._styles
            by_default = self._first.get("paragraph", "")
            known = self._paragraph(style_id if style_id and is_there else by_default)
            if len(self._paragraphs) < MOST_STYLES:
                self._paragraphs[style_id] = known
        return known

    def run(self, style: ParagraphStyle, direct: RunProperties) -> ResolvedRun:
        """How a run looks in a paragraph of a style."""
        known = self._runs.get((style.id, direct))
        if known is None:
            known = self._run(style, direct)
            if len(self._runs) < MOST_STYLES:
                self._runs[style.id, direct] = known
        return known

    def numbering(self, style_id: str) -> int | None:
        """The list that a style of numbering stands for."""
        return self._chain_of("numbering", style_id)[0].number

    def _run(self, style: ParagraphStyle, direct: RunProperties) -> ResolvedRun:
        """Bold and hidden of a style of characters turn round what the paragraph's style says
        (17.7.3); said of the run itself, they are as said.
        """
        base = over(self._default_run, style.run)
        _, named = self._chain_of("character", direct.style) if direct.style else (None, PLAIN_RUN)
        both = over(over(base, named), direct)
        bold = bool(base.bold) ^ bool(named.bold) if direct.bold is None else direct.bold
        hidden = bool(base.hidden) ^ bool(named.hidden) if direct.hidden is None else direct.hidden
        is_kai = self._names_kai(direct.style)
        marks = (*both.marks, MarkKind.KAI) if is_kai else both.marks
        look = RunLook(size=both.size, bold=bold, marks=marks, underline=both.line)
        return ResolvedRun(look, hidden, both.font or "")

    def _names_kai(self, style_id: str | None) -> bool:
        """Whether a style of characters is the one that our own files have for Kai."""
        found = self._styles.get(("character", style_id or ""))
        return found is not None and found.name == KAI

    def _paragraph(self, style_id: str) -> ParagraphStyle:
        paragraph, run = self._chain_of("paragraph", style_id)
        style = self._styles.get(("paragraph", style_id))
        name = style.name if style else ""
        names = (name, *(style.aliases.split(",") if style else ()))
        says = next((said for said in map(said_by, names) if said != StyleSays()), StyleSays())
        return ParagraphStyle(
            id=style_id,
            name=name,
            says=says,
            paragraph=over(self._default_paragraph, paragraph),
            run=run,
            chain=tuple(self._links("paragraph", style_id)),
        )

    def _chain_of(self, type_: str, style_id: str) -> tuple[ParagraphProperties, RunProperties]:
        paragraph, run = PLAIN_PARAGRAPH, PLAIN_RUN
        for link in self._links(type_, style_id):
            style = self._styles[type_, link]
            paragraph, run = over(style.paragraph, paragraph), over(style.run, run)
        return paragraph, run

    def _links(self, type_: str, style_id: str) -> list[str]:
        """A style and those it is based on, each once."""
        links: list[str] = []
        while (type_, style_id) in self._styles and style_id not in links:
            links.append(style_id)
            if len(links) == DEEPEST:
                break
            style_id = self._styles[type_, style_id].based_on
        return links

    def _read(self, root: Element) -> None:
        defaults = child(root, "w:docDefaults")
        self._default_run = run_properties(below(defaults, "w:rPrDefault", "w:rPr"))
        self._default_paragraph = paragraph_properties(below(defaults, "w:pPrDefault", "w:pPr"))
        for element in children(root, "w:style"):
            type_ = attribute(element, "w:type") or "paragraph"
            style_id = attribute(element, "w:styleId") or ""
            if len(self._styles) < MOST_STYLES:
                self._styles[type_, style_id] = _read_style(element)
            if (attribute(element, "w:default") or "0") in ("1", "true", "on"):
                self._first.setdefault(type_, style_id)


def heading_of(outline: int | None) -> int:
    """The level of heading, from 1, of an outline level; 0 where it is text."""
    return outline + 1 if outline is not None and 0 <= outline < _BODY_TEXT else 0


def _read_style(element: Element) -> _WordStyle:
    return _WordStyle(
        name=value(element, "w:name") or "",
        aliases=value(element, "w:aliases") or "",
        based_on=value(element, "w:basedOn") or "",
        paragraph=paragraph_properties(child(element, "w:pPr")),
        run=run_properties(child(element, "w:rPr")),
    )
