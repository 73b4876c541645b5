"""专栏框: how a box or a pull quote stands in its article, and what it is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.canvas.box_labels import box_name
from desktop.canvas.where import text_float_at
from desktop.panels.forms.form import ChoiceBox, Form, LineSpinBox, check_box, link, show_em
from desktop.selection import TextPosition, box_place_of, of_article, of_box, of_text
from desktop.session import Session
from desktop.widgets import EmSpinBox, LabelledControl, SegmentedControl
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import PullQuote
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.floats import TextFloat
from layouts.issue.issue import Issue
from layouts.issue.photo import ALL_COLUMNS, PhotoPlace, Side
from layouts.issue.places import Place
from layouts.issue.sidebar import MOST_INSIDE, NARROWEST_BOX, BoxKind, Sidebar

WIDEST, LAST_LINE = 120.0, 999
"""Em of its width, and the line it starts at: no more than any layout takes."""

Act = Callable[[Issue, Place], Edited]


class BoxForm(Form):
    """Fields of the box or pull quote selected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._make()
        self._lay_out()

    def _make(self) -> None:
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        kinds = (
            (BoxKind.LINK, tr("链接")),
            (BoxKind.SUMMARY, tr("提要")),
            (BoxKind.PLAIN, tr("专栏")),
        )
        self.kind = SegmentedControl([(kind, name, None) for kind, name in kinds])
        self.kind.valueChanged.connect(self._set_kind)
        self.titled = check_box(tr("有框题"), self._set_titled)
        self.titled.setToolTip(tr("第一段作框题"))
        sides = (
            (Side.LEFT, tr("左")),
            (Side.RIGHT, tr("右")),
            (Side.BOTH, tr("两侧")),
            (Side.NONE, tr("单独成行")),
        )
        self.side = SegmentedControl([(side, name, None) for side, name in sides])
        self.side.valueChanged.connect(self._set_side)
        self.between = check_box(tr("立在两栏之间"), self._set_between)
        places = (
            (PhotoPlace.TEXT, tr("文中")),
            (PhotoPlace.TOP, tr("页首")),
            (PhotoPlace.FOOT, tr("页脚")),
        )
        self.where = SegmentedControl([(where, name, None) for where, name in places])
        self.where.valueChanged.connect(self._set_place)
        self.across = ChoiceBox(self._set_across)
        self.width_box = EmSpinBox(NARROWEST_BOX, WIDEST)
        self.width_box.em_changed.connect(self._set_width)
        self.start = LineSpinBox(1, LAST_LINE)
        self.start.setToolTip(tr("框的上边对齐所在段落的第几行"))
        self.start.valueChanged.connect(self._set_line)
        self.columns = LineSpinBox(1, MOST_INSIDE)
        self.columns.valueChanged.connect(self._set_columns)
        self.write = link(tr("改文字…"), self._write)
        self.plain = link(tr("变回正文"), self._clear)
        self.remove = link(tr("删除"), self._remove)

    def _lay_out(self) -> None:
        self.add(self.title)
        self.kind_field = LabelledControl(tr("用途"), self.kind)
        self.add(self.kind_field)
        self.add(self.titled)
        self.add(LabelledControl(tr("绕排"), self.side))
        self.add(self.between)
        for box in (self.width_box, self.start, self.columns):
            box.setMinimumWidth(64)
        self.columns_field = LabelledControl(tr("框内分栏"), self.columns)
        self.add_row(
            LabelledControl(tr("宽度"), self.width_box),
            LabelledControl(tr("起始行"), self.start),
            self.columns_field,
        )
        self.across_field = LabelledControl(tr("跨栏"), self.across)
        self.add_row(LabelledControl(tr("放在"), self.where), self.across_field)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.write, self.plain, self.remove):
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addStretch(1)

    # -- following ---------------------------------------------------------------------------------

    def place(self) -> Place | None:
        """The box selected."""
        return box_place_of(self.session.selection)

    def _box(self) -> tuple[Issue, Place, TextFloat] | None:
        issue, place = self.session.issue, self.place()
        box = text_float_at(issue, place)
        if issue is None or place is None or box is None:
            return None
        return issue, place, box

    def follow(self) -> None:
        """Show the box selected."""
        found, layout = self._box(), self.session.layout
        if found is None or layout is None or self._shown == (found, layout):
            return
        self._shown = (found, layout)
        box, grid = found[2], layout.grid
        is_box = isinstance(box, Sidebar)
        self.title.setText(box_name(box))
        for widget in (self.kind_field, self.titled, self.columns_field):
            widget.setVisible(is_box)
        self.between.setVisible(not is_box and grid.columns > 1)
        if isinstance(box, Sidebar):
            self.kind.set_value(box.kind)
            self.titled.setChecked(box.titled)
            self.columns.show_value(box.columns)
            usual = layout.box.width
        else:
            self.between.setChecked(box.between)
            usual = layout.pull_quote.width
        self.side.set_value(box.side)
        alone = box.side is Side.NONE and not (isinstance(box, PullQuote) and box.between)
        wide = grid.measure if alone and box.width is None else usual
        show_em(self.width_box, box.width, min(wide, grid.measure))
        self.width_box.setEnabled(is_box or not alone)
        self.start.show_value(box.line + 1)
        self.where.set_value(box.place)
        self._show_across(box, grid.columns)

    def _show_across(self, box: TextFloat, columns: int) -> None:
        self.across_field.setVisible(box.place is not PhotoPlace.TEXT and columns > 1)
        some = [(n, tr("{n} 栏", n=n)) for n in range(1, columns)]
        self.across.offer([*some, (ALL_COLUMNS, tr("全部栏"))])
        self.across.show_value(ALL_COLUMNS if box.across >= columns else box.across)

    # -- acts --------------------------------------------------------------------------------------

    def _act(self, name: str, act: Act, field: str = "") -> None:
        found = self._box()
        if found is not None:
            edited = act(found[0], found[1])
            self.commit(name, edited.issue, field, of_box(edited.place or found[1]))

    def _set_kind(self, kind: BoxKind) -> None:
        self._act(tr("更改框的用途"), lambda issue, at: edits.set_box_kind(issue, at, kind))

    def _set_titled(self, titled: bool) -> None:
        name = tr("加框题") if titled else tr("去掉框题")
        self._act(name, lambda issue, at: edits.set_titled(issue, at, titled))

    def _set_side(self, side: Side) -> None:
        self._act(tr("移动专栏框"), lambda issue, at: edits.set_float_side(issue, at, side))

    def _set_between(self, between: bool) -> None:
        found = self._box()
        if found is not None:
            side = found[2].side
            self._act(
                tr("移动专栏框"),
                lambda issue, at: edits.set_float_side(issue, at, side, between=between),
            )

    def _set_width(self, width: float | None) -> None:
        self._act(
            tr("调整框宽"), lambda issue, at: edits.resize_float(issue, at, width), "box-width"
        )

    def _set_line(self, line: int) -> None:
        self._act(
            tr("移动专栏框"),
            lambda issue, at: edits.set_float_line(issue, at, line - 1),
            "box-line",
        )

    def _set_columns(self, columns: int) -> None:
        self._act(
            tr("框内分栏"),
            lambda issue, at: edits.set_box_columns(issue, at, columns),
            "box-columns",
        )

    def _set_place(self, where: PhotoPlace) -> None:
        found = self._box()
        if found is not None:
            across = found[2].across
            self._act(
                tr("移动专栏框"), lambda issue, at: edits.set_float_place(issue, at, where, across)
            )

    def _set_across(self, across: object) -> None:
        found = self._box()
        if found is not None and isinstance(across, int):
            where = found[2].place
            self._act(
                tr("移动专栏框"), lambda issue, at: edits.set_float_place(issue, at, where, across)
            )

    def _write(self) -> None:
        place = self.place()
        if place is not None:
            self.session.select(of_text(TextPosition(place, 0)))

    def _clear(self) -> None:
        found = self._box()
        if found is None:
            return
        issue, place, box = found
        if isinstance(box, Sidebar):
            plain = edits.clear_box(issue, place, 0)
            at = of_text(TextPosition(plain.place, 0))
            self.commit(tr("专栏框改为正文"), plain.issue, selection=at)
        else:
            edited = edits.set_level(issue, place, None)
            self.commit(tr("引语改为正文"), edited.issue, selection=of_text(TextPosition(place, 0)))

    def _remove(self) -> None:
        found = self._box()
        if found is not None:
            edited = edits.remove_float(found[0], found[1])
            at = of_article(found[1].of_article)
            self.commit(tr("删除专栏框"), edited.issue, selection=at)
