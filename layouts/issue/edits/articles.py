"""Articles put into an issue, taken out, moved and set."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.edits.edited import NEW, Edited
from layouts.issue.edits.kinds import converted, titled
from layouts.issue.edits.tree import article_of, section_of, with_article, with_section
from layouts.issue.edits.typed import one_line, retyped
from layouts.issue.ids import copied_beside, unnamed
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.splice import NO_TEXT
from layouts.issue.text import Text


def add_article(
    issue: Issue,
    section: Place,
    index: int | None = None,
    kind: ArticleKind = ArticleKind.HEADLINE,
    title: str = "",
    text: str = "",
    byline: str = "",
) -> Edited:
    """Put a new article before the one at `index` of a section, at its end without an index.

    It has one paragraph, empty without `text`.

    The title of a run-in article becomes its lead, that of a brief a bold lead too.
    """
    words = Paragraph(Text(one_line(text)), NEW)
    new = Article(
        ArticleKind.HEADLINE,
        Text(one_line(title)),
        (words,),
        NEW,
        Text(one_line(byline)) if byline else None,
    )
    return insert_articles(issue, Place(section.section, index), (converted(new, kind),))


def insert_articles(issue: Issue, place: Place, articles: Sequence[Article]) -> Edited:
    """Put articles, from a manuscript say, before the one at `place`; at the end of a section for
    its place.

    The place is that of the first; the others follow it. What the issue holds already is put in as
    a copy, without its id.
    """
    section = section_of(issue, place)
    index = _gap(issue, place)
    if not articles:
        return Edited(issue)
    new = replace(
        section,
        articles=(
            *section.articles[:index],
            *copied_beside(issue, articles),
            *section.articles[index:],
        ),
    )
    return Edited(with_section(issue, place, new), Place(place.section, index))


def remove_article(issue: Issue, place: Place) -> Edited:
    """Take an article out.

    The place is that of the one that follows, else the one before, else the section.
    """
    return remove_articles(issue, (place,))


def remove_articles(issue: Issue, places: Sequence[Place]) -> Edited:
    """Take several articles out."""
    picked = _picked(issue, places)
    if not picked:
        return Edited(issue)
    for s in {place.section for place in picked}:
        section = issue.sections[s]
        kept = tuple(
            article for a, article in enumerate(section.articles) if Place(s, a) not in picked
        )
        issue = with_section(issue, Place(s), replace(section, articles=kept))
    first = picked[0]
    left = len(issue.sections[first.section].articles)
    return Edited(issue, Place(first.section, min(first.article or 0, left - 1) if left else None))


def move_articles(issue: Issue, places: Sequence[Place], to: Place) -> Edited:
    """Move articles, in the order they stand in, before the one at `to`, or to a section's end for
    its place. They stand together then.

    `to` is a place of the issue as it is before. The place is that of the first; the others follow
    it.
    """
    picked = _picked(issue, places)
    index = _gap(issue, to)
    if not picked:
        return Edited(issue)
    moving = tuple(article_of(issue, place) for place in picked)
    # those that stood above the gap leave it
    index -= sum(place.section == to.section and (place.article or 0) < index for place in picked)
    for s in {to.section, *(place.section for place in picked)}:
        section = issue.sections[s]
        kept = [article for a, article in enumerate(section.articles) if Place(s, a) not in picked]
        if s == to.section:
            kept[index:index] = moving
        issue = with_section(issue, Place(s), replace(section, articles=tuple(kept)))
    return Edited(issue, Place(to.section, index))


def move_up(issue: Issue, places: Sequence[Place]) -> Edited:
    """Move articles before the one above the first of them, the first of a section to the end of
    the section above.
    """
    picked = _picked(issue, places)
    if not picked:
        return Edited(issue)
    section, article, *_ = picked[0]
    if article:
        return move_articles(issue, picked, Place(section, article - 1))
    return move_articles(issue, picked, Place(section - 1)) if section else Edited(issue, picked[0])


def move_down(issue: Issue, places: Sequence[Place]) -> Edited:
    """Move articles behind the one below the last of them, the last of a section to the head of the
    section below.
    """
    picked = _picked(issue, places)
    if not picked:
        return Edited(issue)
    section, article = picked[-1].section, picked[-1].article or 0
    if article + 1 < len(issue.sections[section].articles):
        # before the one after the next: places are of the issue as it was
        return move_articles(issue, picked, Place(section, article + 2))
    below = section + 1 < len(issue.sections)
    return (
        move_articles(issue, picked, Place(section + 1, 0)) if below else Edited(issue, picked[0])
    )


def duplicate(issue: Issue, place: Place) -> Edited:
    """Put a copy of an article behind it."""
    article = article_of(issue, place)
    return insert_articles(
        issue, Place(place.section, (place.article or 0) + 1), (unnamed(article),)
    )


def set_kind(issue: Issue, place: Place, kind: ArticleKind) -> Edited:
    """Make an article a headline, a run-in article or a brief; see `converted` for what becomes of
    its title.
    """
    return _set(issue, place, converted(article_of(issue, place), kind))


def set_title(issue: Issue, place: Place, title: str | Text) -> Edited:
    """Give an article another title; a run-in article gets it as its lead.

    LookupError for a brief, which has none.
    """
    article = article_of(issue, place)
    return _set(issue, place, titled(article, retyped(article.title, title)))


def set_byline(issue: Issue, place: Place, byline: str | Text | None) -> Edited:
    """Give an article another by-line, none for None or nothing."""
    article = article_of(issue, place)
    new = retyped(article.byline or NO_TEXT, byline) if byline is not None else NO_TEXT
    return _set(issue, place, replace(article, byline=new if new.string else None))


def set_keep_together(issue: Issue, place: Place, keep: bool) -> Edited:
    """Say whether an article may not break over columns."""
    return _set(issue, place, replace(article_of(issue, place), keep_together=keep))


def set_across(issue: Issue, place: Place, columns: int | None) -> Edited:
    """Say how many columns the headings of an article stand across, 0 for all; None as the layout
    has it.
    """
    return _set(issue, place, replace(article_of(issue, place), across=columns))


def set_break_before(issue: Issue, place: Place, turn: bool) -> Edited:
    """Say whether an article, or a section, starts on a new page."""
    if place.article is None:
        return Edited(
            with_section(issue, place, replace(section_of(issue, place), break_before=turn)), place
        )
    return _set(issue, place, replace(article_of(issue, place), break_before=turn))


def _set(issue: Issue, place: Place, article: Article) -> Edited:
    return Edited(with_article(issue, place, article), place.of_article)


def _gap(issue: Issue, place: Place) -> int:
    """The index before which something is put: that of a place's article, or behind the last."""
    count = len(section_of(issue, place).articles)
    index = count if place.article is None else place.article
    if 0 <= index <= count:
        return index
    raise LookupError(f"no article {place}")


def _picked(issue: Issue, places: Sequence[Place]) -> tuple[Place, ...]:
    """Articles each once, in reading order."""
    for place in places:
        article_of(issue, place)
    return tuple(sorted({place.of_article for place in places}))
