"""What the edit, manuscript and layout menus do: each an edit of the issue, applied to the
selection.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.blocks import FACE
from desktop.canvas.motion import blocks_between
from desktop.dialogs import choose
from desktop.page_breaks import break_page
from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_section,
    of_text,
)
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import ArticleKind, PullQuote
from layouts.issue.issue import Issue
from layouts.issue.photo import ALL_COLUMNS
from layouts.issue.places import TITLE, Place, article_at, block_at


class Editing(QObject):
    """Acts on articles, sections, text and the issue as a whole.

    `shown`: what was selected should come into view.

    `caret_set`: a caret waits in the text for the keys.
    """

    shown = Signal(object)
    caret_set = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    # -- history -----------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._session.stack.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._session.stack.redo)

    def _step(self, step: Callable[[], None]) -> None:
        """Take a step, and have what it changed come into view: masthead and colophon are filled in
        whatever is selected.
        """
        before = self._session.issue
        step()
        after = self._session.issue
        if before is None or after is None or before.sections is not after.sections:
            self._session.reveal()
        elif before.masthead != after.masthead:
            self._session.select(Selection(SelectionKind.MASTHEAD))
        elif before.colophon != after.colophon:
            self._session.select(Selection(SelectionKind.COLOPHON))
        else:
            self._session.reveal()

    # -- what the selection means ------------------------------------------------------------------

    @property
    def _issue(self) -> Issue | None:
        return self._session.issue

    @property
    def article(self) -> Place | None:
        """The article selected, or around what is."""
        place = self._session.selection.place
        return place.of_article if place is not None and place.article is not None else None

    @property
    def articles(self) -> tuple[Place, ...]:
        """The articles that commands for articles act on, in the order of the issue."""
        selection = self._session.selection
        if selection.kind is SelectionKind.ARTICLE:
            return selection.places
        return () if self.article is None else (self.article,)

    # -- articles ----------------------------------------------------------------------------------

    def new_article(self) -> None:
        """An empty article behind the selected one, the caret in its title."""
        issue, place = self._issue, self._session.selection.place
        if issue is None:
            return
        if not issue.sections:
            issue = edits.add_section(issue, tr("新栏目")).issue
        section = Place(place.section if place else len(issue.sections) - 1)
        index = place.article + 1 if place is not None and place.article is not None else None
        kind = (
            article_at(issue, place).kind
            if place is not None and place.article is not None
            else ArticleKind.HEADLINE
        )
        edited = edits.add_article(issue, section, index, kind)
        at = edited.place or section
        block = TITLE if kind is ArticleKind.HEADLINE else 0
        self._session.do(
            tr("新建文章"), edited.issue, of_text(TextPosition(at._replace(block=block), 0))
        )
        self.shown.emit(at)
        self.caret_set.emit()

    def move_up(self) -> None:
        """Move articles, or a section, one up."""
        self._move(up=True)

    def move_down(self) -> None:
        """Move articles, or a section, one down."""
        self._move(up=False)

    def _move(self, *, up: bool) -> None:
        issue, selection = self._issue, self._session.selection
        if issue is None or selection.place is None:
            return
        if selection.kind is SelectionKind.SECTION:
            section = selection.place.section
            to = section - 1 if up else section + 2
            if 0 <= to <= len(issue.sections):
                edited = edits.move_section(issue, selection.place, to)
                self._session.do(
                    tr("移动栏目"), edited.issue, of_section(edited.place or selection.place)
                )
            return
        places = self.articles
        edited = (edits.move_up if up else edits.move_down)(issue, places)
        self._session.do(tr("移动文章"), edited.issue, _following(edited.place, len(places)))
        if edited.place is not None:
            self.shown.emit(edited.place)

    def fill_sections(self, menu: QMenu) -> None:
        """Fill the menu of sections to move to."""
        menu.clear()
        issue = self._issue
        for s, section in enumerate(issue.sections if issue else ()):
            action = menu.addAction(section.name or tr("（无栏目）"))
            action.setEnabled(
                bool(self.articles) and any(place.section != s for place in self.articles)
            )
            action.triggered.connect(lambda _checked=False, s=s: self.move_to_section(s))

    def move_to_section(self, section: int) -> None:
        """Move the selected articles to the end of a section."""
        issue, places = self._issue, self.articles
        if issue is None or not places:
            return
        edited = edits.move_articles(issue, places, Place(section))
        self._session.do(tr("移动文章"), edited.issue, _following(edited.place, len(places)))

    def duplicate(self) -> None:
        """A copy behind the article."""
        if self._issue is not None and self.article is not None:
            edited = edits.duplicate(self._issue, self.article)
            self._session.do(tr("再制文章"), edited.issue, of_article(edited.place or self.article))

    def remove_article(self) -> None:
        """Take the selected articles out."""
        issue, places = self._issue, self.articles
        if issue is None or not places:
            return
        edited = edits.remove_articles(issue, places)
        after = edited.place
        selection = (
            Selection()
            if after is None
            else of_section(after)
            if after.article is None
            else of_article(after)
        )
        self._session.do(
            tr("删除文章") if len(places) == 1 else tr("删除 {n} 篇文章", n=len(places)),
            edited.issue,
            selection,
        )

    def set_kind(self, kind: ArticleKind) -> None:
        """Make the articles headlines, run-in articles or briefs."""
        issue = self._issue
        if issue is None:
            return
        for place in self.articles:
            issue = edits.set_kind(issue, place, kind).issue
        self._session.do(tr("更改文章体例"), issue, of_article(*self.articles))

    def is_kind(self, kind: ArticleKind) -> bool:
        """Whether the article is of a kind."""
        return (
            self._issue is not None
            and self.article is not None
            and article_at(self._issue, self.article).kind is kind
        )

    def toggle_break(self) -> None:
        """Start the article on a new page, or no longer."""
        if self._issue is not None and self.article is not None:
            turn = not self.has_break()
            self._session.do(
                tr("另起一页") if turn else tr("取消另起一页"),
                edits.set_break_before(self._issue, self.article, turn).issue,
            )

    def has_break(self) -> bool:
        """Whether the article starts on a new page."""
        return (
            self._issue is not None
            and self.article is not None
            and article_at(self._issue, self.article).break_before
        )

    def toggle_together(self) -> None:
        """Keep the article on one page, or no longer."""
        if self._issue is not None and self.article is not None:
            keep = not self.is_together()
            name = tr("不拆到两页") if keep else tr("允许拆到两页")
            self._session.do(name, edits.set_keep_together(self._issue, self.article, keep).issue)

    def is_together(self) -> bool:
        """Whether the article is kept on one page."""
        return (
            self._issue is not None
            and self.article is not None
            and article_at(self._issue, self.article).keep_together
        )

    def toggle_across(self) -> None:
        """Stand the article's headline across all columns, or as the layout has it."""
        if self._issue is not None and self.article is not None:
            columns = None if self.is_across() else ALL_COLUMNS
            issue = edits.set_across(self._issue, self.article, columns).issue
            self._session.do(tr("标题跨栏"), issue)

    def is_across(self) -> bool:
        """Whether the article's headline is said to stand across columns."""
        return (
            self._issue is not None
            and self.article is not None
            and article_at(self._issue, self.article).across not in {None, 1}
        )

    # -- sections ----------------------------------------------------------------------------------

    def new_section(self) -> None:
        """A new section behind the selected one."""
        issue, place = self._issue, self._session.selection.place
        if issue is None:
            return
        name = choose.line_of_text(self._services.window, tr("新建栏目"), tr("栏目名称"), "")
        if name:
            edited = edits.add_section(
                issue, name.strip("【】[] "), None if place is None else place.section + 1
            )
            self._session.do(tr("新建栏目"), edited.issue, of_section(edited.place or Place(0)))

    def rename_section(self) -> None:
        """Give the section another name."""
        issue, place = self._issue, self._session.selection.place
        if issue is None or place is None:
            return
        name = choose.line_of_text(
            self._services.window,
            tr("栏目改名"),
            tr("栏目名称"),
            issue.sections[place.section].name,
        )
        if name:
            self._session.do(
                tr("栏目改名"), edits.rename_section(issue, place, name.strip("【】[] ")).issue
            )

    # -- text --------------------------------------------------------------------------------------

    def set_level(self, level: int) -> None:
        """Make the paragraphs with caret and marked text sub-headings, or running text for 0."""
        issue, caret = self._issue, self._session.selection.caret
        if issue is None or caret is None:
            return
        first, last = (end.place for end in caret.ordered)
        edited = issue
        for place in blocks_between(issue, first, last) if caret.marks else (first,):
            # neither a title nor a note, a table or a caption has a level
            if place.block is not None and place.block >= 0:
                with suppress(LookupError):
                    edited = edits.set_level(edited, place, level or None).issue
        self._session.do(tr("更改段落级别"), edited)

    def is_level(self, level: int) -> bool:
        """Whether the paragraph with the caret has a level."""
        caret = self._session.selection.caret
        if (
            self._issue is None
            or caret is None
            or caret.position.place.block is None
            or caret.position.place.block < 0
        ):
            return False
        return FACE(block_at(self._issue, caret.position.place)).level == level

    def pull_quote(self) -> None:
        """Set the marked words out as a pull quote below their paragraph, an empty one where none
        are; one with the caret becomes text.
        """
        issue, caret = self._issue, self._session.selection.caret
        if issue is None or caret is None or caret.position.place.article is None:
            return
        if self.is_pull_quote():
            self._session.do(
                tr("引语改为正文"), edits.set_level(issue, caret.position.place, None).issue
            )
            return
        start, end = caret.ordered
        if start[0].of_article != end[0].of_article:
            self._services.say(tr("引语只能取自一篇文章"))
            return
        edited = edits.pull_quote(issue, start, end)
        self._session.do(
            tr("插入引语"), edited.issue, of_text(TextPosition(edited.place, edited.offset))
        )
        self.caret_set.emit()

    def break_page(self) -> None:
        """Begin a new page at the caret."""
        break_page(self._session)
        self.caret_set.emit()

    def is_pull_quote(self) -> bool:
        """Whether the caret is in a pull quote."""
        caret = self._session.selection.caret
        if (
            self._issue is None
            or caret is None
            or caret.position.place.block is None
            or caret.position.place.block < 0
        ):
            return False
        return isinstance(block_at(self._issue, caret.position.place), PullQuote)

    # -- the issue as a whole ----------------------------------------------------------------------

    def toggle_contents(self) -> None:
        """Set a list of contents, or none."""
        if self._issue is not None:
            shown = not self._issue.contents
            self._session.do(
                tr("排本期要目") if shown else tr("不排本期要目"),
                edits.set_contents(self._issue, shown).issue,
            )

    def has_contents(self) -> bool:
        """Whether there is a list of contents."""
        return self._issue is not None and self._issue.contents

    def next_number(self) -> None:
        """Give the masthead the next number."""
        issue = self._issue
        if issue is None:
            return
        numbers = edits.next_numbers(issue.masthead, datetime.date.today())  # noqa: DTZ011, the editor's own day
        issue = edits.set_masthead_field(issue, "number", numbers.number).issue
        issue = edits.set_masthead_field(issue, "total", numbers.total).issue
        self._session.do(tr("期号加一"), issue)

    def select_issue(self) -> None:
        """Show what can be set for the whole issue."""
        self._session.select(Selection(SelectionKind.ISSUE))

    def select_masthead(self) -> None:
        """Show the fields of the masthead."""
        self._session.select(Selection(SelectionKind.MASTHEAD))

    def select_colophon(self) -> None:
        """Show the fields of the colophon."""
        self._session.select(Selection(SelectionKind.COLOPHON))


def _following(first: Place | None, count: int) -> Selection:
    """Articles that stand together from the first on."""
    if first is None or first.article is None:
        return Selection()
    return of_article(*(Place(first.section, first.article + k) for k in range(count)))
