"""From the sign of a note to the note, and back."""

from __future__ import annotations

import pytest
from marked_text import PROSE, Printed, article

from fonts.catalogue import Catalogue
from layouts.house.layout import NotesDesign
from layouts.page.item import Anchor, Link
from layouts.page.note_links import note_linked
from layouts.page.structure import Element, LinePart
from layouts.structure import structure

TEXT = [f"第{k}处{{note=《附件》第{k}条。|词语}}，{PROSE}{PROSE}" for k in range(1, 31)]


def inside(link: Link, anchor: Anchor) -> bool:
    return abs(link.y - anchor.y) < 1.0 and link.x >= anchor.x - 1.0


@pytest.mark.parametrize("place", ["article", "page"])
def test_every_sign_leads_to_its_note_and_that_back_to_the_sign(
    catalogue: Catalogue, place: str
) -> None:
    printed = Printed(catalogue, article(*TEXT), article(*TEXT[:2]), notes=NotesDesign(place=place))
    edition, signs = note_linked(printed.edition, catalogue.face)
    assert len(signs) == 2 * 32
    anchors = {one.name: (page, one) for page in edition.pages for one in page.anchors}
    for there, back in zip(signs[::2], signs[1::2], strict=True):
        to, fro = (edition.pages[sign.link.page].links[sign.link.link] for sign in (there, back))
        page, note = anchors[to.target]
        assert page.number - 1 == back.link.page
        assert inside(fro, note)
        page, sign = anchors[fro.target]
        assert page.number - 1 == there.link.page
        assert inside(to, sign)
        lines = [edition.pages[one.shown.page].lines[one.shown.line] for one in (there, back)]
        shown, told = (
            line.text[one.shown.start : one.shown.end]
            for line, one in zip(lines, (there, back), strict=True)
        )
        assert shown == told


def test_an_issue_without_notes_is_left_as_it_is(catalogue: Catalogue) -> None:
    edition = Printed(catalogue, article(PROSE)).edition
    assert note_linked(edition, catalogue.face) == (edition, ())


@pytest.mark.parametrize("place", ["article", "page"])
def test_a_reader_hears_the_sign_as_the_label_of_its_note(catalogue: Catalogue, place: str) -> None:
    printed = Printed(catalogue, article(TEXT[0]), notes=NotesDesign(place=place))
    edition, signs = note_linked(printed.edition, catalogue.face)
    root = structure(printed.issue, edition, (), signs)

    def found(element: Element, kind: str) -> list[Element]:
        own = [element] if element.kind == kind else []
        inner = [one for one in element.children if isinstance(one, Element)]
        return own + [one for child in inner for one in found(child, kind)]

    def heard(element: Element) -> str:
        said = ""
        for child in element.children:
            if isinstance(child, Element):
                said += heard(child)
            elif isinstance(child, LinePart):
                text = edition.pages[child.page].lines[child.line].text
                said += text[child.start : child.end]
        return said

    (note,) = found(root, "Note")
    assert [heard(label) for label in found(note, "Lbl")] == ["①"]
    assert heard(note) == "①《附件》第1条。"
    (reference,) = found(root, "Reference")
    assert [heard(link) for link in found(reference, "Link")] == ["①"]
    assert [link.alt for link in found(root, "Link")] == ["注释 ①", "注号 ①"]
