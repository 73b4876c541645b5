"""What few articles say of themselves: a subtitle, and when and where they came out first.

Folded away while nothing is filled in.
"""

from __future__ import annotations

import datetime
from typing import Protocol

from desktop.panels.forms.form import LineField
from desktop.selection import Selection
from desktop.widgets import CollapsibleGroup, DateField
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind
from layouts.issue.issue import Issue
from layouts.issue.places import Place


class ArticleActs(Protocol):
    """What these fields need of the form they stand in."""

    def one(self) -> tuple[Issue, Place] | None:
        """The article, where one alone is selected."""

    def selection(self) -> Selection:
        """What is to be selected after an act."""
        ...

    def commit(
        self, name: str, issue: Issue, field: str = "", selection: Selection | None = None
    ) -> None:
        """Do one act; acts in a row on one field of one place are one step of undo."""


class MoreOfArticle(CollapsibleGroup):
    """Three fields under a title of their own."""

    def __init__(self, form: ArticleActs) -> None:
        super().__init__(tr("副题、日期、来源"), expanded=False)
        self._form = form
        self._place: Place | None = None
        self.subtitle = LineField(tr("副题"), self._set_subtitle, grows=True)
        self.origin = LineField(tr("来源"), self._set_origin, tr("原载何处"))
        self.date = DateField(tr("日期"), self._set_date)
        for field in (self.subtitle, self.origin, self.date):
            self.body.addWidget(field)

    def show_article(self, place: Place, article: Article) -> None:
        """Show the fields of an article; open where another is shown that has one filled in.

        A run-in article and a brief have no line for a subtitle: it is not offered, but one that is
        there can be taken out.
        """
        self.subtitle.setVisible(
            article.kind is ArticleKind.HEADLINE or article.subtitle is not None
        )
        self.subtitle.show_text(article.subtitle.string if article.subtitle else "")
        self.origin.show_text(article.origin)
        self.date.show_day(article.date)
        filled = bool(article.subtitle or article.origin or article.date)
        if place != self._place or (filled and not self.is_expanded()):
            self._place = place
            self.set_expanded(filled)

    def _set_subtitle(self, text: str) -> None:
        if found := self._form.one():
            self._form.commit(
                tr("修改副题"),
                edits.set_subtitle(*found, text).issue,
                "subtitle",
                self._form.selection(),
            )

    def _set_origin(self, text: str) -> None:
        if found := self._form.one():
            self._form.commit(
                tr("修改来源"),
                edits.set_origin(*found, text).issue,
                "origin",
                self._form.selection(),
            )

    def _set_date(self, day: datetime.date | None) -> None:
        if found := self._form.one():
            self._form.commit(
                tr("修改日期"), edits.set_date(*found, day).issue, "date", self._form.selection()
            )
