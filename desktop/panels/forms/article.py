"""文章: what an article is called, where it stands, how it breaks, and its text.

With a section selected, the section's fields.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from desktop.incoming import text_in
from desktop.panels.flow import flow_of
from desktop.panels.forms.across import AcrossField
from desktop.panels.forms.article_more import MoreOfArticle
from desktop.panels.forms.body import BodyEditor
from desktop.panels.forms.form import ChoiceBox, Form, LineField, check_box
from desktop.panels.ordering import Ordering
from desktop.selection import Selection, SelectionKind, TextPosition
from desktop.session import Session
from desktop.utf16 import points
from desktop.widgets import GrowingLine, LabelledControl, SegmentedControl
from desktop.widgets.folding import FoldingRow
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind
from layouts.issue.count import article_count
from layouts.issue.edits.typed import lines
from layouts.issue.issue import Issue
from layouts.issue.places import TITLE, Place, article_at, article_number, section_at


class ArticleForm(Form):
    """Fields of the article selected, or of several at once: those then have one value for all.

    `pasted`: see BodyEditor.
    """

    pasted = Signal(object, object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.ordering = Ordering(session)
        self._names: tuple[str, ...] = ()
        self._make()
        self._lay_out()
        flow_of(session).changed.connect(self._follow_pages)

    def _make(self) -> None:
        self.many = QLabel()
        self.many.setProperty("role", "heading")
        self.title = LineField(tr("标题"), self._set_title, grows=True)
        self.section = ChoiceBox(self._move)
        kinds = (
            (ArticleKind.HEADLINE, tr("标题稿")),
            (ArticleKind.RUN_IN, tr("要闻")),
            (ArticleKind.BRIEF, tr("简讯")),
        )
        self.kind = SegmentedControl([(kind, label, None) for kind, label in kinds])
        self.kind.valueChanged.connect(self._set_kind)
        self.byline = LineField(tr("供稿"), self._set_byline, tr("【供稿：单位 姓名】"))
        self.more = MoreOfArticle(self)
        self.turn = check_box(tr("另起一页"), self._set_break)
        self.keep = check_box(tr("不拆到两页"), self._set_together)
        self.across = AcrossField(self._set_across)
        self.body = BodyEditor(self.session)
        self.body.pasted.connect(self.pasted)
        if isinstance(self.title.line, GrowingLine):
            self.title.line.takes = partial(self._take_article, self.title.line)
        self.body_field = LabelledControl(tr("正文"), self.body)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        # the window gives it the menu of what can be done about how long an article is
        self.fit = QToolButton()
        self.fit.setText(tr("适配本文"))
        self.fit.setToolTip(tr("让这篇文章短一点、长一点，或者排在一页里"))
        self.fit.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _lay_out(self) -> None:
        for part in (
            self.many,
            self.title,
            LabelledControl(tr("栏目"), self.section),
            LabelledControl(tr("体例"), self.kind),
            self.byline,
            self.more,
        ):
            self.add(part)
        self.add(self.across)
        self.add(FoldingRow(self.turn, self.keep))
        self.add(self.body_field, 1)
        self.add(FoldingRow(self.count, self.fit))
        self._rest = QWidget()  # takes the room of the text where there is none
        self.add(self._rest, 1)

    def first(self) -> QWidget:
        """The title; of a brief, which has none, the text."""
        title = self.title.line
        return (
            title
            if title.isEnabled() and title.isVisibleTo(self)
            else self.body
            if self.body.isVisibleTo(self)
            else self.section
        )

    # -- following ---------------------------------------------------------------------------------

    def places(self) -> tuple[Place, ...]:
        """The articles that are selected, or in which something is."""
        return (
            self.ordering.chosen()
            if self.session.selection.kind
            in {SelectionKind.ARTICLE, SelectionKind.PHOTO, SelectionKind.TEXT}
            else ()
        )

    def follow(self) -> None:
        """Show the articles selected."""
        issue, places = self.session.issue, self.places()
        if issue is None or not places:
            return
        try:
            articles = tuple(article_at(issue, place) for place in places)
        except LookupError:  # the selection follows in a moment
            return
        self._hold_locked(brief=articles[0].kind is ArticleKind.BRIEF)
        names = tuple(section.name for section in issue.sections)
        state = (places, names, id(self.session.layout), *map(id, articles))
        if state != self._shown:
            moved = not self._shown or self._shown[0] != places
            self._shown = state
            self._articles = articles  # kept, so that their ids stay theirs
            self._show(places, articles, names)
            if moved:  # else they are counted when the pages follow
                self._count()
        elif len(places) == 1:
            self.body.show_caret()

    def _hold_locked(self, *, brief: bool) -> None:
        if not self.hold("headline", "content", self.title.line):
            self.title.line.setEnabled(not brief)
        self.hold("byline", "content", self.byline.line)

    def _show(
        self, places: tuple[Place, ...], articles: tuple[Article, ...], names: tuple[str, ...]
    ) -> None:
        one = len(articles) == 1
        first = articles[0]
        self.many.setText(tr("已选 {n} 篇文章", n=len(articles)))
        self.many.setVisible(not one)
        for part in (self.title, self.byline, self.more, self.body_field, self.fit):
            part.setVisible(one)
        self._rest.setVisible(not one)
        if names != self._names:
            self._names = names
            self.section.offer([(s, name or tr("（未命名栏目）")) for s, name in enumerate(names)])
        self.section.show_value(_common([place.section for place in places]))
        self.kind.set_value(_common([article.kind for article in articles]))
        self.turn.setChecked(all(article.break_before for article in articles))
        self.keep.setChecked(all(article.keep_together for article in articles))
        self.across.show_articles(articles, self.session.layout)
        if one:
            brief = first.kind is ArticleKind.BRIEF
            self.title.line.setPlaceholderText(tr("简讯没有标题") if brief else "")
            self.title.show_text(first.title.string)
            self.byline.show_text(first.byline.string if first.byline else "")
            self.more.show_article(places[0], first)
            self.body.show_article(places[0], first)

    def _follow_pages(self, _changed: object) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        issue, places = self.session.issue, self.places()
        if issue is None or not places:
            return
        try:
            characters = sum(article_count(article_at(issue, place)) for place in places)
        except LookupError:  # the selection follows in a moment
            return
        taken = flow_of(self.session).extents
        pages = sum(taken.get(article_number(issue, place), 0.0) for place in places)
        text = tr("字数 {count} · {pages} 页", count=f"{characters:,}", pages=f"{pages:.1f}")
        if text != self.count.text():
            self.count.setText(text)

    # -- acting ------------------------------------------------------------------------------------

    def one(self) -> tuple[Issue, Place] | None:
        """The article, where one alone is selected."""
        places = self.places()
        return (
            (self.session.issue, places[0])
            if self.session.issue is not None and len(places) == 1
            else None
        )

    def _all(self, name: str, change: Callable[[Issue, Place], edits.Edited]) -> None:
        """One act on all articles selected."""
        issue = self.session.issue
        if issue is not None:
            for place in self.places():
                issue = change(issue, place).issue
            self.commit(name, issue, selection=self.selection())

    def selection(self) -> Selection:
        """The selection as it is; a caret would stand in a text that an act may have changed."""
        selection = self.session.selection
        return (
            selection
            if selection.kind is not SelectionKind.TEXT
            else Selection(SelectionKind.ARTICLE, self.places())
        )

    def _set_title(self, title: str) -> None:
        if found := self.one():
            self.commit(
                tr("修改标题"), edits.set_title(*found, title).issue, "title", self.selection()
            )

    def _take_article(self, line: GrowingLine, data: QMimeData) -> bool:
        """A whole article pasted into the title goes where its parts belong."""
        found = self.one()
        if found is None or not edits.is_article(lines(text_in(data))):
            return False
        issue, place = found
        title, cursor = line.text(), line.textCursor()
        start = points(title, cursor.selectionStart())
        left = title[:start] + title[points(title, cursor.selectionEnd()) :]
        at = TextPosition(place._replace(block=TITLE), start)
        self.pasted.emit(data, edits.set_title(issue, place, left).issue, at)
        return True

    def _set_byline(self, byline: str) -> None:
        if found := self.one():
            self.commit(
                tr("修改供稿"), edits.set_byline(*found, byline).issue, "byline", self.selection()
            )

    def _move(self, section: object) -> None:
        if isinstance(section, int) and any(place.section != section for place in self.places()):
            self.ordering.move(self.places(), Place(section))

    def _set_kind(self, kind: object) -> None:
        if isinstance(kind, ArticleKind):
            self._all(tr("更改文章体例"), lambda issue, place: edits.set_kind(issue, place, kind))

    def _set_break(self, turn: bool) -> None:
        name = tr("另起一页") if turn else tr("取消另起一页")
        self._all(name, lambda issue, place: edits.set_break_before(issue, place, turn))

    def _set_together(self, keep: bool) -> None:
        name = tr("不拆到两页") if keep else tr("允许拆到两页")
        self._all(name, lambda issue, place: edits.set_keep_together(issue, place, keep))

    def _set_across(self, columns: int | None) -> None:
        self._all(tr("标题跨栏"), lambda issue, place: edits.set_across(issue, place, columns))


class SectionForm(Form):
    """Fields of the section selected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.name = LineField(tr("栏目名称"), self._set_name)
        self.turn = check_box(tr("栏目另起一页"), self._set_break)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        for part in (self.name, self.turn, self.count):
            self.add(part)
        self.column.addStretch(1)

    def follow(self) -> None:
        """Show the section selected."""
        found = self._found()
        if found is None:
            return
        issue, place = found
        try:
            section = section_at(issue, place)
        except IndexError:  # the selection follows in a moment
            return
        self.name.show_text(section.name)
        self.turn.setChecked(section.break_before)
        self.count.setText(tr("{n} 篇文章", n=len(section.articles)))

    def _found(self) -> tuple[Issue, Place] | None:
        issue, selection = self.session.issue, self.session.selection
        if issue is None or selection.kind is not SelectionKind.SECTION or selection.place is None:
            return None
        return issue, selection.place

    def _set_name(self, name: str) -> str | None:
        if not name.strip("【】[] "):
            return tr("栏目名称不能空着")
        if found := self._found():
            self.commit(
                tr("栏目改名"), edits.rename_section(*found, name.strip("【】[]")).issue, "section"
            )
        return None

    def _set_break(self, turn: bool) -> None:
        if found := self._found():
            name = tr("另起一页") if turn else tr("取消另起一页")
            self.commit(name, edits.set_break_before(*found, turn).issue)


def _common(values: list[object] | list[int] | list[ArticleKind]) -> object:
    """The one value of all, None where they differ."""
    return values[0] if all(value == values[0] for value in values) else None
