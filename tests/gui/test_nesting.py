"""HTML nested without end is pasted as its text, and other HTML as it is."""

from __future__ import annotations

from patience import an_end
from PySide6.QtCore import QMimeData

from desktop.incoming import text_in
from desktop.nesting import DEEPEST, flat


def test_html_of_people_stays_as_it_is():
    rows = "<tr><td>甲<td>乙" * 2000  # never closed, as old editors write
    for html in (f"<table>{rows}</table>", "<p>一<br>二" * 3000, "<div><b>文</b></div>" * 3000):
        assert flat(html) == html


def test_html_nested_without_end_is_its_text(qapp):
    data = QMimeData()
    data.setHtml("<div>" * 20_000 + "正文" + "</div>" * 20_000)
    with an_end():
        assert text_in(data).strip() == "正文"
    deep = "<b>" * (DEEPEST + 1)
    assert "<" not in flat(deep)
