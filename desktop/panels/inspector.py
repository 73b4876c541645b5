"""The inspector: what is selected, and everything that can be set about it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.following import Following
from desktop.panels.flow import flow_of
from desktop.panels.forms.article import ArticleForm, SectionForm
from desktop.panels.forms.form import Form
from desktop.selection import SelectionKind, box_place_of, photo_place_of
from desktop.session import Session
from desktop.widgets import EmptyHint, GrowingLine
from desktop.widgets.form_area import FormArea
from desktop.words import tr
from layouts.issue.places import Place

if TYPE_CHECKING:
    from desktop.panels.forms.box import BoxForm
    from desktop.panels.forms.layout import LayoutForm
    from desktop.panels.forms.masthead import MastheadForm
    from desktop.panels.forms.photo import PhotoForm

AnyForm = TypeVar("AnyForm", bound=Form)

ARTICLE, PHOTO, MASTHEAD, LAYOUT = range(4)
"""The tabs in their order."""


class Inspector(QWidget):
    """Tabs 文章, 图片, 报头 and 版式; the tab follows what is selected until the editor chooses
    another.

    `crop_requested`, `focus_requested`, `replace_requested`: the selected photo is to be cropped
    on its page, its centre of interest clicked, or another file chosen for it;
    `cover_photo_requested`: a photo is to be chosen for the cover. `given` and `pasted`: see
    BodyEditor. `page_requested`: a page (from 1) should be shown, since what is on it is going to
    be filled in; `place_requested`: a place of the issue should. `design_requested`: the layout
    itself is to be changed. `photos_doubted`, `layouts_installed`: what forms show of files is to
    be read again.

    Forms of what few begin with are made when they are first shown: the window opens sooner.
    """

    crop_requested = Signal()
    focus_requested = Signal()
    outline_requested = Signal()
    replace_requested = Signal()
    cover_photo_requested = Signal()
    given = Signal(object, object)
    pasted = Signal(object, object, object)
    page_requested = Signal(int)
    place_requested = Signal(object)
    design_requested = Signal()
    photos_doubted = Signal()
    layouts_installed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.article, self.section = ArticleForm(session), SectionForm(session)
        self._empty = {
            ARTICLE: EmptyHint("article", tr("没有选中文章"), tr("在左边或版面上点一篇文章来改。")),
            PHOTO: EmptyHint("photo", tr("没有选中图片"), tr("在左边或版面上点一张图片来改。")),
        }
        self._pages: dict[QWidget, QWidget] = {}
        self.setAccessibleName(tr("检查器"))
        self._lay_out()
        self._connect()
        self._follow_selection()

    def _lay_out(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("检查器"))
        self.tabs.setExpanding(True)
        self.tabs.setDrawBase(False)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for label in (tr("文章"), tr("图片"), tr("报头"), tr("版式")):
            self.tabs.addTab(label)
        line = QFrame()
        line.setProperty("role", "line")
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tabs, line, self.stack):
            column.addWidget(part)
        for form in (self.article, self.section):
            self._taken(form)
        for hint in self._empty.values():
            self._pages[hint] = hint
            self.stack.addWidget(hint)
        self.setFocusProxy(self.tabs)

    def _taken(self, form: AnyForm) -> AnyForm:
        """A form with its place in the inspector."""
        self._pages[form] = area = FormArea()
        self.stack.addWidget(area)
        area.take(form)
        return form

    @cached_property
    def box(self) -> BoxForm:
        """The form of boxes and pull quotes."""
        from desktop.panels.forms.box import BoxForm

        return self._taken(BoxForm(self.session))

    @cached_property
    def photo(self) -> PhotoForm:
        """The form of photos."""
        from desktop.panels.forms.photo import PhotoForm

        form = self._taken(PhotoForm(self.session))
        form.crop_requested.connect(self.crop_requested)
        form.focus_requested.connect(self.focus_requested)
        form.outline_requested.connect(self.outline_requested)
        form.replace_requested.connect(self.replace_requested)
        self.photos_doubted.connect(form.thumbnail.look_again)
        return form

    @cached_property
    def masthead(self) -> MastheadForm:
        """The form of masthead, cover and colophon."""
        from desktop.panels.forms.masthead import MastheadForm

        form = self._taken(MastheadForm(self.session))
        form.cover.photo_wanted.connect(self.cover_photo_requested)
        return form

    @cached_property
    def layout_form(self) -> LayoutForm:
        """The form of the layout."""
        from desktop.panels.forms.layout import LayoutForm

        form = self._taken(LayoutForm(self.session))
        form.design_requested.connect(self.design_requested)
        form.place_wanted.connect(self.place_requested)
        self.layouts_installed.connect(form.layouts.look_again)
        return form

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show)
        self.tabs.tabBarClicked.connect(self._show_page_of)
        self._following = Following(self.session, self._follow, self)
        self._following_selection = Following(self.session, self._follow_selection, self)
        self.session.issue_changed.connect(self._following.changed)
        self.session.selection_changed.connect(self._following_selection.changed)
        flow_of(self.session).changed.connect(self._following.changed)
        self.article.body.given.connect(self.given)
        self.article.pasted.connect(self.pasted)

    # -- following ---------------------------------------------------------------------------------

    def _follow_selection(self) -> None:
        tab = self._wanted()
        if tab is not None and tab != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(tab)  # shows
        else:
            self._show()

    def _wanted(self) -> int | None:
        """The tab that belongs to what is selected; None for nothing."""
        match self.session.selection.kind:
            case SelectionKind.PHOTO:
                return PHOTO
            case SelectionKind.TEXT if self._photo_place() is not None:
                return PHOTO
            case (
                SelectionKind.ARTICLE
                | SelectionKind.SECTION
                | SelectionKind.BOX
                | SelectionKind.TEXT
            ):
                return ARTICLE
            case SelectionKind.MASTHEAD | SelectionKind.COLOPHON | SelectionKind.CONTENTS:
                return MASTHEAD
            case SelectionKind.ISSUE:
                return LAYOUT
            case _:
                return None

    def _photo_place(self) -> Place | None:
        return photo_place_of(self.session.issue, self.session.selection)

    def _show_page_of(self, tab: int) -> None:
        """The masthead is filled in with its page in view."""
        if tab == MASTHEAD and self.session.selection.kind is not SelectionKind.COLOPHON:
            self.page_requested.emit(1)

    def _show(self, _tab: int = 0) -> None:
        """Show the form of the tab that fits the selection."""
        widget = self._widget()
        if self.stack.currentWidget() is not self._pages[widget]:
            self.stack.setCurrentWidget(self._pages[widget])
        self._follow()
        form = self.form()
        self.setFocusProxy(self.tabs if form is None else form.first())

    def _widget(self) -> QWidget:
        selection, tab = self.session.selection, self.tabs.currentIndex()
        if tab == ARTICLE:
            if selection.kind is SelectionKind.SECTION:
                return self.section
            if box_place_of(selection) is not None:
                return self.box
            return self.article if self.article.places() else self._empty[ARTICLE]
        if tab == PHOTO:
            return self.photo if self._photo_place() is not None else self._empty[PHOTO]
        return self.masthead if tab == MASTHEAD else self.layout_form

    def _follow(self) -> None:
        """Bring the form that is seen up to date; the others follow when they are."""
        form = self.form()
        if form is not None and self.session.issue is not None:
            form.follow()

    def form(self) -> Form | None:
        """The form that is shown; None for a hint."""
        widget = self._widget()
        return widget if isinstance(widget, Form) else None

    def edit(self, name: str = "") -> None:
        """Give the keys to a field of the form shown, what stands in it chosen; to the first where
        none is named.
        """
        form = self.form()
        if form is None:
            self.setFocus()
            return
        field = form.field(name)
        area = self._pages[form]
        if isinstance(area, FormArea):
            area.seek(field)
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit | GrowingLine):
            field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, Qt's name
        """Show what changed while the panel was hidden."""
        super().showEvent(event)
        self._show()
