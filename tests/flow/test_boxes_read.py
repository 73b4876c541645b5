"""What a screen reader hears of a box: a section of its own, after the paragraph it stands beside."""

from __future__ import annotations

from collections.abc import Iterator

from composing import NOWHERE
from marked_text import Printed, article, text_of

from fonts.catalogue import Catalogue
from layouts.issue.sidebar import Sidebar
from layouts.page.structure import Element
from layouts.structure import structure


def test_a_box_is_a_section_read_after_the_paragraph_it_stands_beside(catalogue: Catalogue) -> None:
    box = Sidebar((text_of("三项新规"), text_of("一是先培训后上岗。")), NOWHERE)
    printed = Printed(catalogue, article("甲段。", box, "乙段。", "丙段。"))
    tree = structure(printed.issue, printed.edition)
    (art,) = (one for one in _under(tree) if one.kind == "Art")
    kinds = [child.kind for child in art.children if isinstance(child, Element)]
    assert [kind for kind in kinds if not kind.startswith("H")] == ["P", "P", "Sect", "P"]
    (sect,) = (one for one in _under(art) if one.kind == "Sect")
    assert [child.kind for child in _under(sect)] == ["P", "P"]


def test_one_at_the_end_of_an_article_is_read_last(catalogue: Catalogue) -> None:
    printed = Printed(catalogue, article("甲段。", Sidebar((text_of("题"),), NOWHERE)))
    tree = structure(printed.issue, printed.edition)
    (art,) = (one for one in _under(tree) if one.kind == "Art")
    assert [child.kind for child in _under(art)][-2:] == ["Sect", "P"]


def _under(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield child
            yield from _under(child)
