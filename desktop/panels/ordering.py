"""Acts on the order of an issue, each one named step: shared by the tree and the page flow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.selection import NOTHING, Selection, SelectionKind, of_article, of_section
from desktop.session import Session
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.issue import Issue
from layouts.issue.places import Place, article_at, section_at


class Ordering(QObject):
    """Moves, adds, renames and removes what is selected in a session."""

    def __init__(self, session: Session) -> None:
        super().__init__()  # it goes with its panel
        self.session = session

    # -- what is meant -----------------------------------------------------------------------------

    def article(self) -> Place | None:
        """The article that is selected or in which something is."""
        place = self.session.selection.place
        return place.of_article if place is not None and place.article is not None else None

    def chosen(self) -> tuple[Place, ...]:
        """The articles selected, each once, in the order of the issue."""
        selection = self.session.selection
        return tuple(
            dict.fromkeys(
                place.of_article for place in selection.places if place.article is not None
            )
        )

    def after_selection(self) -> Place:
        """Where something new goes: behind the article selected, at the end of the section
        selected, else of the last section.
        """
        issue, place = self.session.issue, self.session.selection.place
        last = len(issue.sections) - 1 if issue else 0
        if place is None:
            return Place(max(last, 0))
        return (
            Place(place.section)
            if place.article is None
            else Place(place.section, place.article + 1)
        )

    # -- acts --------------------------------------------------------------------------------------

    def move(self, places: Sequence[Place], to: Place) -> None:
        """Move articles before the one at `to`, or one section before the one at `to`."""
        issue = self.session.issue
        if issue is None or not places:
            return
        if places[0].article is None:
            edited = edits.move_section(issue, places[0], to.section)
            self._done(tr("移动栏目"), edited.issue, of_section(edited.place or places[0]))
        else:
            self._moved(edits.move_articles(issue, places, to), len(places))

    def _moved(self, edited: edits.Edited, count: int) -> None:
        issue, first = edited
        if issue is self.session.issue or first is None or first.article is None:
            return
        moved = of_article(*(first._replace(article=first.article + k) for k in range(count)))
        self._done(tr("移动文章"), issue, moved)

    def step(self, by: int) -> None:
        """Move what is selected one place up (−1) or down (1)."""
        issue, selection = self.session.issue, self.session.selection
        if issue is None or selection.place is None:
            return
        if selection.kind is SelectionKind.SECTION:
            section = selection.place.section
            if 0 <= section + by < len(issue.sections):
                self.move((Place(section),), Place(section + (2 if by > 0 else -1)))
        elif selection.kind in {SelectionKind.ARTICLE, SelectionKind.TEXT}:
            places = self.chosen()
            self._moved((edits.move_up if by < 0 else edits.move_down)(issue, places), len(places))

    def remove(self) -> None:
        """Take out what is selected: articles, a section with its articles, photos or a box."""
        issue, selection = self.session.issue, self.session.selection
        if issue is None or selection.place is None:
            return
        if selection.kind is SelectionKind.ARTICLE:
            edited, name = edits.remove_articles(issue, selection.places), tr("删除文章")
        elif selection.kind is SelectionKind.SECTION:
            edited, name = edits.remove_section(issue, selection.place), tr("删除栏目")
        elif selection.kind is SelectionKind.PHOTO:
            edited, name = edits.remove_photos(issue, selection.places), tr("删除图片")
        elif selection.kind is SelectionKind.BOX:
            edited, name = edits.remove_float(issue, selection.place), tr("删除专栏框")
        else:
            return
        self.session.do(name, edited.issue, selection_of(edited.issue, edited.place))

    def rename(self, place: Place, name: str) -> None:
        """Give a section or an article another name; an empty one leaves it as it is."""
        issue, name = self.session.issue, name.strip()
        if issue is None or not name:
            return
        if place.article is None:
            self.session.do(
                tr("栏目改名"), edits.rename_section(issue, place, name.strip("【】[]")).issue
            )
        else:
            self.session.do(tr("修改标题"), edits.set_title(issue, place, name).issue)

    def add_article(self) -> None:
        """A new article behind the one selected, in a section of its own where there is none."""
        issue = self.session.issue
        if issue is None:
            return
        if not issue.sections:
            issue = edits.add_section(issue, tr("新栏目")).issue
        to = self.after_selection()
        kind = article_at(issue, to._replace(article=to.article - 1)).kind if to.article else None
        added = edits.add_article(issue, to, to.article, **({"kind": kind} if kind else {}))
        if added.place is not None:
            self._done(tr("新建文章"), added.issue, of_article(added.place))

    def add_section(self) -> Place | None:
        """A new section behind the one selected; its place."""
        issue = self.session.issue
        if issue is None:
            return None
        selected = self.session.selection.place
        added = edits.add_section(
            issue, tr("新栏目"), None if selected is None else selected.section + 1
        )
        if added.place is not None:
            self._done(tr("新建栏目"), added.issue, of_section(added.place))
        return added.place

    def _done(self, name: str, issue: Issue, selection: Selection) -> None:
        """Do an act and show what it selects: it may stand on another page now."""
        self.session.do(name, issue, selection)
        self.session.reveal()


def selection_of(issue: Issue, place: Place | None) -> Selection:
    """An article or section selected by its place; nothing where there is none."""
    if place is None or not issue.sections:
        return NOTHING
    return of_section(place) if place.article is None else of_article(place.of_article)


def path_of(issue: Issue, place: Place) -> str:
    """Section and article of a place, as `领导关注 › 赴各街分馆开展消防检查`."""
    from desktop.panels.tree.model import article_label

    section = section_at(issue, place).name
    return (
        section
        if place.article is None
        else f"{section} › {article_label(article_at(issue, place))}"
    )
