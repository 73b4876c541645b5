"""期号: how issues are counted, when they appear, and up to where they were counted before."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop.days import today, weekday
from desktop.dialogs.numbers import number_field
from desktop.dialogs.publication.page import PublicationPage
from desktop.panels.forms.form import ChoiceBox, LineInput
from desktop.publishing.known import first_numbers, next_words
from desktop.widgets import DateField, SegmentedControl, set_property
from desktop.words import tr
from layouts.publication import Appears, Counting, LastBefore, NumberingRule, Publication


class NumbersPage(PublicationPage):
    """The numbering rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("期号"), tr("期号、总期号和日期由刊物排下去，几个人同时新建也不会重号。"), parent
        )
        self.count = _counting()
        self.add(tr("期号"), self.count)
        self.total = QCheckBox(tr("另有总期号"))
        self.column.addWidget(self.total)
        self.appears = ChoiceBox(lambda _value: self._appears_changed())
        self.appears.offer(
            [
                (Appears.IRREGULAR, tr("不定期")),
                (Appears.WEEKLY, tr("每周")),
                (Appears.EVERY_DAYS, tr("每隔几天")),
                (Appears.MONTHLY, tr("每月")),
            ]
        )
        self._make_rhythm()
        self._make_before()
        self.supplements = _counting()
        self.add(tr("增刊（另外编号）"), self.supplements)
        self.following = QLabel()
        set_property(self.following, "role", "heading")
        self.column.addWidget(self.following)
        self.column.addStretch(1)
        self._connect()

    def _make_rhythm(self) -> None:
        self.weekday = ChoiceBox(lambda _value: self._edited())
        monday = today().toordinal() - today().weekday()
        names = [weekday(today().fromordinal(monday + k)) for k in range(7)]
        self.weekday.offer([(k + 1, name) for k, name in enumerate(names)])
        self.days = number_field(1, 366, 7, suffix=tr(" 天"))
        self.month_days = LineInput()
        self.month_days.setPlaceholderText(tr("几号，如：5、20"))
        for control, name in (
            (self.weekday, tr("星期几")),
            (self.days, tr("隔几天")),
            (self.month_days, tr("每月几号")),
        ):
            control.setAccessibleName(name)
        row = _row(self.appears, self.weekday, self.days, self.month_days)
        self.add(tr("刊期"), row)

    def _make_before(self) -> None:
        self.number = number_field(
            0, 9999, 0, prefix=tr("第 "), suffix=tr(" 期"), none=tr("期号：还没有")
        )
        self.whole = number_field(
            0, 99999, 0, prefix=tr("总第 "), suffix=tr(" 期"), none=tr("总期号：不计")
        )
        self.date = DateField(tr("日期"))
        self.date.label.hide()
        self.number.setAccessibleName(tr("上一期的期号"))
        self.whole.setAccessibleName(tr("上一期的总期号"))
        row = _row(self.number, self.whole, self.date)
        self.add(tr("建立刊物以前出到"), row)

    def _connect(self) -> None:
        self.count.valueChanged.connect(self._edited)
        self.supplements.valueChanged.connect(self._edited)
        self.total.clicked.connect(self._edited)
        for spin in (self.days, self.number, self.whole):
            spin.valueChanged.connect(self._edited)
        self.month_days.textEdited.connect(self._edited)
        self.date.line.chosen.connect(self._edited)

    # -- what stands here --------------------------------------------------------------------------

    def show_publication(self, publication: Publication) -> None:
        """Show the numbering rule."""
        numbering = publication.numbering
        self.count.set_value(numbering.count)
        self.supplements.set_value(numbering.supplements)
        self.total.setChecked(numbering.total)
        self.appears.show_value(numbering.appears)
        self.weekday.show_value(numbering.weekday)
        before = numbering.before
        for spin, value in (
            (self.days, numbering.days),
            (self.number, before.number or 0),
            (self.whole, before.total or 0),
        ):
            _show(spin, value)
        days = (tr("{day} 日", day=day) for day in numbering.month_days)
        self.month_days.setText(tr("、").join(days))
        self.date.show_day(before.date)
        self._follow()

    def taken_into(self, publication: Publication) -> Publication:
        """The publication with the rule that stands here."""
        return replace(publication, numbering=self._numbering(publication.numbering))

    def _numbering(self, numbering: NumberingRule) -> NumberingRule:
        before = LastBefore(
            self.number.value() or None, self.whole.value() or None, self.date.day()
        )
        return replace(
            numbering,
            count=_counting_of(self.count),
            supplements=_counting_of(self.supplements),
            total=self.total.isChecked(),
            appears=Appears(str(self.appears.values[max(0, self.appears.currentIndex())])),
            weekday=max(0, self.weekday.currentIndex()) + 1,
            days=self.days.value(),
            month_days=self._days_of_month() or numbering.month_days,
            before=before,
        )

    def _days_of_month(self) -> tuple[int, ...]:
        typed = "".join(one if one.isdecimal() else " " for one in self.month_days.text()).split()
        days = sorted({int(one) for one in typed if len(one) <= 2})
        return tuple(days) if days and all(1 <= day <= 31 for day in days) else ()

    def problem(self) -> str:
        """A monthly has days of the month; a number before today's has its date."""
        monthly = self.appears.values[max(0, self.appears.currentIndex())] == Appears.MONTHLY
        if monthly and not self._days_of_month():
            return tr("每月几号出刊，请写 1 到 31 的日子，如：5、20")
        if not self.date.line.understood():
            return tr("请写上一期的日期")
        if self.number.value() and self.date.day() is None:
            return tr("请写上一期的日期，好知道换了年份没有")
        return ""

    def take_focus(self) -> None:
        """Have the keys in the first field."""
        self.count.setFocus()

    # -- following ---------------------------------------------------------------------------------

    def _edited(self, _value: object = None) -> None:
        self._follow()
        self.changed.emit()

    def _appears_changed(self) -> None:
        self._edited()

    def _follow(self) -> None:
        appears = self.appears.values[max(0, self.appears.currentIndex())]
        self.weekday.setVisible(appears == Appears.WEEKLY)
        self.days.setVisible(appears == Appears.EVERY_DAYS)
        self.month_days.setVisible(appears == Appears.MONTHLY)
        self.whole.setVisible(self.total.isChecked())
        following = first_numbers(self._numbering(NumberingRule()), today())
        self.following.setText(tr("接下去是：{issue}", issue=next_words(following, today())))


def _counting() -> SegmentedControl:
    return SegmentedControl(
        [
            (Counting.YEAR, tr("每年从第 1 期起"), None),
            (Counting.THROUGH, tr("一直连续"), None),
        ]
    )


def _counting_of(control: SegmentedControl) -> Counting:
    value = control.value()
    return value if isinstance(value, Counting) else Counting.YEAR


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    for widget in widgets:
        box.addWidget(widget, 1)
    row.setFocusProxy(widgets[0])
    return row


def _show(spin: QSpinBox, value: int) -> None:
    with QSignalBlocker(spin):
        spin.setValue(value)
