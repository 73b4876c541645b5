"""What fitting might have found for an issue, for tests of the window: the window only shows it."""

from __future__ import annotations

from layouts.fitting.aim import Aim
from layouts.fitting.change import FitChange, FitSuggestion, Rung
from layouts.fitting.fitted import Fitted, IssueEnd
from layouts.fitting.layer import accepted, without_fitting
from layouts.issue.article import Paragraph
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at, articles


def changes_of(issue):
    """A change for the first paragraph of each article, for each photo and before each article but
    the first.
    """
    found = []
    for place, article in articles(issue):
        name = article.title.string[:8]
        for block, part in enumerate(article.blocks):
            there = place._replace(block=block)
            if isinstance(part, Photo):
                zh, en = f"图片“{name}”减高 1 行", f"photo “{name}”: 1 row(s) lower"
                found.append(FitChange(Rung.PHOTOS, part.id, there, 1, -1, zh, en))
            elif isinstance(part, Paragraph) and block == 0:
                zh, en = f"“{name}…”这一段减 1 行", f"“{name}…”: 1 line(s) shorter"
                found.append(FitChange(Rung.LINES, part.id, there, 1, -1, zh, en))
    return found


def outcome(issue, aim=None, *, is_reached=True):
    """An issue fitted, as far as the window can tell."""
    aim = aim or Aim()
    changes = tuple(changes_of(issue))
    bare = issue if aim.article else without_fitting(issue)
    first = Place(0, 0, 0)
    zh = "“清晨…”这一段末行只有 2 个字：删 2 个字省一行"
    en = "the last line has 2 character(s): cut 2 and save a line"
    edits = (FitSuggestion(first, 1, -2, -1, zh, en),)
    assert article_at(issue, first)
    said = ("末页排满", "the last page is full") if is_reached else ("还差 3 行", "3 rows missing")
    return Fitted(
        accepted(bare, changes, str(aim)),
        aim,
        is_reached,
        changes,
        IssueEnd(7, 0.34),
        IssueEnd(7, 0.97),
        0 if is_reached else 3,
        *said,
        edits,
    )
