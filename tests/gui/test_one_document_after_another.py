"""What was ordered for the document before never reaches the one that is open now."""

from msgspec.structs import replace

from desktop.canvas.drops import block_for_photos
from desktop.selection import TextPosition, of_text
from layouts.issue.places import BYLINE, SUBTITLE, Place
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


def test_photos_pasted_beside_a_subtitle_stand_at_the_head(session):
    issue = session.issue
    article = replace(issue.sections[0].articles[0], subtitle=Text("副题"))
    section = replace(issue.sections[0], articles=(article, *issue.sections[0].articles[1:]))
    session.do("副题", replace(issue, sections=(section, *issue.sections[1:])))
    session.select(of_text(TextPosition(Place(0, 0, SUBTITLE), 1)))
    assert block_for_photos(session) == Place(0, 0, 0)
    session.select(of_text(TextPosition(Place(0, 0, BYLINE), 1)))
    assert block_for_photos(session) == Place(0, 0, len(article.blocks))
