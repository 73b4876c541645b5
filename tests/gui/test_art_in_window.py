"""Art of the masthead under the mouse."""

from __future__ import annotations

import pytest
from masthead_art import NAME, issue_with, scan
from no_window import Hand
from panel_session import opened

from desktop.selection import SelectionKind


@pytest.mark.parametrize("file", ["", "scan.png"])
def test_a_press_on_art_selects_the_masthead(qapp, catalogue, tmp_path, file) -> None:
    table = NAME | ({"file": scan(tmp_path, file)} if file else {})
    session = opened(catalogue, issue_with(tmp_path, table))
    hand = Hand(session)
    page = hand.context.pages[0]
    (item,) = [*page.shapes, *page.pictures]
    on_it = hand.pointer(0, item.x + item.width / 3, item.y + item.height / 2)
    hand.press(on_it)
    hand.release(on_it)
    assert session.selection.kind is SelectionKind.MASTHEAD
    session.stop()
    session.deleteLater()
