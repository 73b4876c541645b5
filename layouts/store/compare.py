"""Two versions of an issue beside each other: which articles came, went, moved or changed, and
their texts as a redline.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from layouts.issue.issue import Issue
from layouts.issue.places import Place, articles
from layouts.store.pairing import Standing, moved_articles, paired, title_of
from layouts.store.redline import RedlinePiece, counts_of, redline
from layouts.store.said import article_lines, text_lines, values, without_marks
from layouts.store.said_issue import (
    Called,
    accepted_lines,
    as_written,
    design_lines,
    field_lines,
    heading_lines,
)
from layouts.store.said_photos import replaced_photos

Subject = Literal["article", "masthead", "colophon", "layout", "sections", "accepted"]
What = Literal["added", "removed", "moved", "changed", "moved and changed"]


class Change(NamedTuple):
    """What happened to an article, or to something else, which `subject` names; then there are no
    places.

    `pieces` is the redline of its text: what stayed, what is new, what is gone; blocks end with a
    line feed. `added` and `removed` count the text's own characters, none that tells of marks,
    photos or settings. `only_marks`: nothing changed but what is bold or in kai.
    """

    subject: Subject
    what: What
    title: str
    old: Place | None
    new: Place | None
    pieces: tuple[RedlinePiece, ...]
    added: int = 0
    removed: int = 0
    only_marks: bool = False


def compare(old: Issue | None, new: Issue, called: Called = as_written) -> tuple[Change, ...]:
    """What makes `new` of `old`: in the order of the new issue, articles that went last.

    Against None, everything is added. `called` says what they have otherwise than their layouts.

    Empty only where nothing differs that an editor could have changed; files of photos are looked
    into where only they can tell.
    """
    before, after = ([] if issue is None else _standings(issue) for issue in (old, new))
    partner = paired(before, after)
    moved = moved_articles(before, after, partner)
    changes = _of_a_new(new, called) if old is None else _of_fields(old, new, called)
    for k, (place, article, _, _) in enumerate(after):
        if k not in partner:
            pieces, counts = redline((), article_lines(article)), counts_of((), text_lines(article))
            changes.append(
                Change("article", "added", title_of(article), None, place, pieces, *counts)
            )
        elif change := _change(before[partner[k]], after[k], is_moved=k in moved):
            changes.append(change)
    gone = set(range(len(before))) - set(partner.values())
    for k in sorted(gone):
        place, article, _, _ = before[k]
        pieces, counts = redline(article_lines(article), ()), counts_of(text_lines(article), ())
        changes.append(
            Change("article", "removed", title_of(article), place, None, pieces, *counts)
        )
    if old is not None and not changes:
        changes += _of_arrangement(old, new)
    return tuple(changes)


def _standings(issue: Issue) -> list[Standing]:
    return [
        Standing(place, article, issue.sections[place.section], issue.folder)
        for place, article in articles(issue)
    ]


def _change(old: Standing, new: Standing, *, is_moved: bool) -> Change | None:
    replaced = replaced_photos(old.article, old.folder, new.article, new.folder)
    before, after = article_lines(old.article), article_lines(new.article, replaced)
    if before == after and values(old.article) != values(new.article):
        # something differs that no line tells: it must not pass for the same
        after = [*after, "〔看不出的改动〕"]
    is_changed = before != after
    if not is_moved and not is_changed:
        return None
    what: What = (
        "moved and changed" if is_moved and is_changed else "moved" if is_moved else "changed"
    )
    only_marks = (
        is_changed
        and not replaced
        and values(without_marks(old.article)) == values(without_marks(new.article))
    )
    counts = (
        (0, 0)
        if only_marks or not is_changed
        else counts_of(text_lines(old.article), text_lines(new.article))
    )
    return Change(
        "article",
        what,
        title_of(new.article),
        old.place,
        new.place,
        redline(before, after),
        *counts,
        only_marks,
    )


def _of_fields(old: Issue, new: Issue, called: Called) -> list[Change]:
    """Changes of what is not an article."""
    return [
        Change(subject, "changed", "", None, None, redline(one, other), *counts_of(one, other))
        for (subject, one), (_, other) in zip(
            _fields(old, called), _fields(new, called), strict=True
        )
        if one != other
    ]


def _fields(issue: Issue, called: Called) -> list[tuple[Subject, list[str]]]:
    return [
        ("masthead", field_lines(issue.masthead)),
        ("colophon", field_lines(issue.colophon)),
        ("layout", design_lines(issue, called)),
        ("sections", heading_lines(issue)),
        ("accepted", accepted_lines(issue)),
    ]


def _of_a_new(issue: Issue, called: Called) -> list[Change]:
    """What an issue that nobody has saved has besides articles: its layout where something is set,
    its sections where all are empty.
    """
    kept = issue.settings or issue.design or issue.set_aside or issue.profile
    is_set = not issue.contents or bool(kept)
    has_articles = any(section.articles for section in issue.sections)
    left_out = {
        subject
        for subject, is_out in (("layout", not is_set), ("sections", has_articles))
        if is_out
    }
    given = [each for each in _fields(issue, called) if each[1] and each[0] not in left_out]
    return [
        Change(subject, "added", "", None, None, redline((), lines), *counts_of((), lines))
        for subject, lines in given
    ]


def _of_arrangement(old: Issue, new: Issue) -> list[Change]:
    """An article that went from one section to another of the same name is found by counting."""
    one, other = (heading_lines(issue, counted=True) for issue in (old, new))
    return (
        [Change("sections", "changed", "", None, None, redline(one, other), *counts_of(one, other))]
        if one != other
        else []
    )
