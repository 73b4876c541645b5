"""What was ordered for the document before never reaches the one that is open now."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from windows import on_two_pages

from desktop.selection import TextPosition, of_text
from layouts.issue.article import Paragraph
from layouts.issue.edits.tree import with_article
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place
from layouts.issue.text import Text


def words(edition) -> str:
    return "".join(run.text for page in edition.pages for line in page.lines for run in line.runs)


def test_pages_of_the_document_before_are_not_shown_in_the_next(qtbot, session, tmp_path):
    first = session.issue
    article = first.sections[0].articles[0]
    other = replace(
        first,
        sections=(
            replace(first.sections[0], articles=(replace(article, title=Text("另一期的文章")),)),
        ),
    )
    outcomes = []
    session._worker.composed.connect(outcomes.append)
    session.recompose()
    qtbot.waitUntil(lambda: bool(outcomes) and session.is_current)
    session.open(other, None)
    session._take(outcomes[-1])  # it was on its way when the other was opened
    assert session.edition is None
    qtbot.waitUntil(lambda: session.is_current and session.edition is not None)
    assert "另一期的文章" in words(session.edition)


@pytest.mark.parametrize(("part", "behind"), [(SUBTITLE, False), (TITLE, False), (BYLINE, True)])
def test_a_picture_pasted_at_a_head_stands_beside_the_text_and_at_a_by_line_behind_it(
    qtbot, opened, part, behind
):
    session, image = opened.session, QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    article = replace(session.issue.sections[0].articles[0], subtitle=Text("副题"))
    session.do("副题", with_article(session.issue, Place(0, 0), article))
    session.select(of_text(TextPosition(Place(0, 0, part), 1)))
    data = QMimeData()
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    opened.view.editor.paste()
    qtbot.waitUntil(lambda: session.selection.kind == "photo")
    after = session.issue.sections[0].articles[0].blocks[(session.selection.place.block or 0) + 1 :]
    assert (after == ()) == behind
    assert behind or isinstance(after[0], Paragraph)


def test_another_issue_is_seen_from_its_head(qtbot, opened, tmp_path):
    on_two_pages(qtbot, opened)
    bar = opened.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert opened.view.page > 0
    first = opened.session.issue
    short = replace(first, sections=first.sections[:1])
    opened.session.open(short, None)
    qtbot.waitUntil(lambda: opened.session.is_current and opened.session.edition is not None)
    assert opened.view.page == 0
    assert bar.value() == bar.minimum()
