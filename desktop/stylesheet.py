"""The one style sheet: Qt's own controls in the looks of the window.

What a control is for, it says in a property.

Set properties before the widget is shown, or by `widgets.set_property`, which has the sheet applied
anew:

- `primary`: true on the one button that goes on, filled with the accent
- `outlined`: true on tool buttons that stand on their own, with a line round them
- `segment`: left, middle, right or only: a tool button in a row of which one is chosen
(`widgets.SegmentedControl`)
- `role` of labels: quiet, small, heading, title, error, warning, notice, ok; of buttons: link; of
frames: panel, toolbar, foot,
  notice-bar, line
"""

from __future__ import annotations

import re
from string import Template
from typing import Final

from desktop.colours import POINTS, Theme
from resources import resource

_CONTROLS: Final = """
* { outline: none; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator, QSplitter::handle { background: $border; }
QMainWindow::separator { width: 1px; height: 1px; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QFrame[role="panel"] { background: $window; border: none; }
QFrame[role="toolbar"] { background: $window; border: none; border-bottom: 1px solid $border; }
QFrame[role="foot"] { background: $window; border: none; border-top: 1px solid $border; }
QFrame[role="notice-bar"] { background: $warning_soft; border: none; border-bottom: 1px solid $border; }
QFrame[role="card"] { background: $field; border: 1px solid $border; border-radius: 6px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }

QLabel { background: transparent; }
QLabel[role="quiet"], QLabel[role="small"] { color: $quiet; }
QLabel[role="small"] { font-size: ${small}pt; }
QLabel[role="chip"] { color: $quiet; border: 1px solid $border; border-radius: 9px; padding: 1px 8px; }
QToolButton[role="chip"] { color: $quiet; background: transparent; border: 1px solid $border; border-radius: 9px; padding: 1px 8px; icon-size: 14px; }
QToolButton[role="chip"]:hover { background: $hover; color: $text; }
QToolButton[role="chip"]:focus { border: 1px solid $accent; }
QToolButton[role="chip"][level="warning"] { color: $warning; background: $warning_soft; border-color: $warning_soft; }
QToolButton[role="chip"]::menu-indicator { image: none; }
QToolButton[role="chip"][popupMode="2"] { padding-right: 8px; }
QToolButton[role="chip"][popupMode="1"] { padding-right: 22px; }
QLabel[role="quote"] { color: $quiet; border-left: 2px solid $border; padding-left: 8px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="error"] { color: $error; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="notice"] { color: $notice; }
QLabel[role="ok"] { color: $ok; }
QLabel:disabled { color: $disabled; }

"""

_BUTTONS: Final = """
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 4px 6px;
    icon-size: 20px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $pressed; }
QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: url("$icons/chevron-down.svg"); width: 14px; height: 14px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }
QToolButton::menu-indicator:disabled { image: url("$icons/chevron-down-disabled.svg"); }
QToolButton[popupMode="2"] { padding-right: 21px; }
QToolButton[popupMode="1"] { padding-right: 26px; }
QToolButton::menu-button { border: none; border-top-right-radius: 5px; border-bottom-right-radius: 5px; width: 20px; }
QToolButton::menu-button:hover { background: $pressed; }
QToolButton::menu-arrow { image: url("$icons/chevron-down.svg"); width: 14px; height: 14px; }

QPushButton, QToolButton[outlined="true"] { background: $field; color: $text; border: 1px solid $outline; border-radius: 6px;
    padding: 0 14px; min-height: 28px; }
QToolButton[outlined="true"] { padding: 0 10px; min-height: 30px; max-height: 30px; }
QToolButton[outlined="true"][popupMode="2"] { padding-right: 24px; }
QPushButton:hover, QToolButton[outlined="true"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[outlined="true"]:pressed, QToolButton[outlined="true"]:open { background: $pressed; }
QPushButton:checked, QToolButton[outlined="true"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:default { border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 26px; }
QToolButton[outlined="true"]:focus { border: 2px solid $accent; padding: 0 9px; min-height: 28px; max-height: 28px; }
QToolButton[outlined="true"][popupMode="2"]:focus { padding-right: 23px; }
QPushButton:disabled, QToolButton[outlined="true"]:disabled { background: $window; color: $disabled; border-color: $border; }

QPushButton[primary="true"], QToolButton[primary="true"] { background: $accent_fill; color: $on_accent; border: 1px solid $accent_fill;
    border-radius: 6px; padding: 0 14px; min-height: 28px; }
QToolButton[primary="true"] { min-height: 30px; max-height: 30px; }
QToolButton[primary="true"][popupMode="1"] { padding-right: 30px; }
QToolButton[primary="true"][popupMode="2"] { padding-right: 26px; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: $accent_fill_hover; border-color: $accent_fill_hover; }
QPushButton[primary="true"]:pressed, QToolButton[primary="true"]:pressed,
QToolButton[primary="true"]:open { background: $accent_fill_pressed; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid $focus_on_accent; padding: 0 13px;
    min-height: 26px; }
QToolButton[primary="true"]:focus { min-height: 28px; max-height: 28px; }
QToolButton[primary="true"][popupMode="1"]:focus { padding-right: 29px; }
QToolButton[primary="true"][popupMode="2"]:focus { padding-right: 25px; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: $pressed; color: $quiet;
    border-color: $pressed; }
QToolButton[primary="true"]::menu-indicator, QToolButton[primary="true"]::menu-arrow { image: url("$icons/chevron-down-on-accent.svg"); }
QToolButton[primary="true"]::menu-indicator:disabled, QToolButton[primary="true"]::menu-arrow:disabled {
    image: url("$icons/chevron-down-disabled.svg"); }
QToolButton[primary="true"]::menu-button { border-left: 1px solid $accent_fill_pressed; width: 22px; }
QToolButton[primary="true"]::menu-button:hover { background: $accent_fill_pressed; }

QPushButton[role="row"] { background: transparent; border: 1px solid transparent; border-radius: 4px; min-width: 0; min-height: 22px;
    padding: 2px 6px; text-align: left; }
QPushButton[role="row"]:hover { background: $hover; }
QPushButton[role="row"]:focus { border: 1px solid $accent; padding: 2px 6px; min-height: 22px; }
QPushButton[role="row"]:disabled { background: transparent; color: $text; border: 1px solid transparent; }
QPushButton[role="link"] { background: transparent; color: $accent; border: 1px solid transparent; min-width: 0; padding: 0 4px; }
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:pressed { background: $pressed; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 0 4px; min-height: 28px; }
QPushButton[role="link"]:disabled { color: $disabled; }

QToolButton[segment] { background: $field; color: $text; border: 1px solid $outline; border-left: none; border-radius: 0; padding: 0 8px;
    min-height: 28px; max-height: 28px; }
QToolButton[segment]:hover { background: $hover; }
QToolButton[segment]:pressed { background: $pressed; }
QToolButton[segment]:checked { background: $accent_soft; color: $accent; }
QToolButton[segment="left"] { border-left: 1px solid $outline; border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[segment="right"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton[segment="only"] { border-left: 1px solid $outline; border-radius: 6px; }
QToolButton[segment]:focus { border: 2px solid $accent; padding: 0 6px; min-height: 26px; max-height: 26px; }
QToolButton[segment]:disabled { color: $disabled; background: $window; }
QToolButton[segment]:checked:disabled { background: $hover; }

QToolButton[role="group"] { text-align: left; border: 1px solid transparent; border-radius: 6px; padding: 0; min-height: 26px;
    font-weight: 600; }
QToolButton[role="group"]:checked { background: transparent; color: $text; }
QToolButton[role="group"]:hover { background: $hover; }
QToolButton[role="group"]:focus { border-color: $accent; }

QToolButton[role="differs"] { border: none; padding: 0; background: transparent; icon-size: 14px; }
QToolButton[role="differs"]:hover { background: $accent_soft; border-radius: 8px; }
QToolButton[role="differs"]:focus { border: 1px solid $accent; border-radius: 8px; }
QToolButton[role="beside-label"] { padding: 0 2px; border-radius: 4px; icon-size: 16px; }
QToolButton[role="quiet-menu"] { color: $accent; padding: 0 18px 0 4px; border-radius: 4px; }
QToolButton[role="bare"] { padding-right: 6px; }
QToolButton[role="bare"]::menu-indicator { image: none; width: 0; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; color: $text; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $quiet; background: $field; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent_fill; border-color: $accent_fill; image: url("$icons/check-on-accent.svg"); }
QCheckBox::indicator:indeterminate { background: $accent_fill; border-color: $accent_fill; image: url("$icons/dash-on-accent.svg"); }
QRadioButton::indicator:checked { background: $accent_fill; border-color: $accent_fill; image: url("$icons/dot-on-accent.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus, QCheckBox::indicator:indeterminate:focus {
    border: 2px solid $focus_on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: $window; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
"""

_FIELDS: Final = """
QLineEdit, QAbstractSpinBox, QComboBox { background: $field; color: $text; border: 1px solid $outline; border-radius: 6px; padding: 0 8px;
    min-height: 28px; selection-background-color: $selection; selection-color: $text; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $quiet; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on { border: 2px solid $accent; padding: 0 7px; min-height: 26px; }
QLineEdit:read-only { background: $window; color: $quiet; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { background: $window; color: $disabled; border-color: $border; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border: 2px solid $error; padding: 0 7px; min-height: 26px; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QTreeView QLineEdit, QListView QLineEdit, QTableView QLineEdit { background: $field; border: 1px solid $accent; border-radius: 3px;
    padding: 0 3px; min-height: 0; }

QAbstractSpinBox { padding-right: 22px; max-height: 28px; }
QAbstractSpinBox:focus { padding-right: 21px; max-height: 26px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px; border: none;
    background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 3px 3px 0 0; border-radius: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 3px 3px 0; border-radius: 3px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed { background: $pressed; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url("$icons/chevron-up-disabled.svg"); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image: url("$icons/chevron-down-disabled.svg"); }

QComboBox { combobox-popup: 0; padding-left: 10px; padding-right: 26px; }
QComboBox:focus, QComboBox:on { padding-left: 9px; padding-right: 25px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 24px; border: none; background: transparent; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url("$icons/chevron-down-disabled.svg"); }
QComboBox QAbstractItemView { background: $field; color: $text; border: 1px solid $outline; padding: 4px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }

QCalendarWidget { background: $window; border: 1px solid $outline; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $window; border-bottom: 1px solid $border; }
QCalendarWidget QToolButton { padding: 4px 8px; min-height: 20px; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$icons/chevron-left.svg"); }
QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$icons/chevron-right.svg"); }
QCalendarWidget QTableView { background: $field; }
QCalendarWidget QTableView:disabled { color: $disabled; }

QTextEdit, QPlainTextEdit { background: $field; color: $text; border: 1px solid $outline; border-radius: 6px; padding: 3px;
    selection-background-color: $selection; selection-color: $text; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 2px; }
QPlainTextEdit[role="line-field"] { padding: 1px 4px; }
QPlainTextEdit[role="line-field"]:hover { border-color: $disabled; }
QPlainTextEdit[role="line-field"]:focus { border: 2px solid $accent; padding: 0 3px; }
QTextEdit:disabled, QPlainTextEdit:disabled { background: $window; color: $disabled; }

QSlider { min-height: 24px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $pressed; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent_fill; }
QSlider[role="balanced"]::sub-page:horizontal { background: $pressed; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; border: 1px solid $quiet;
    background: $field; }
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QProgressBar { background: $pressed; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: $accent_fill; border-radius: 2px; }
"""

_AREAS: Final = """
QMenuBar { background: $window; color: $text; border: none; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 6px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenuBar::item:disabled { color: $disabled; }
QMenu { background: $field; color: $text; border: 1px solid $outline; padding: 4px; icon-size: 20px; }
QMenu::item { padding: 5px 24px 5px 28px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::item:default { font-weight: 600; }
QMenu::icon { left: 4px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 4px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::indicator:checked { image: url("$icons/check.svg"); }
QMenu::indicator:checked:disabled { image: url("$icons/check-disabled.svg"); }
QMenu::right-arrow { image: url("$icons/chevron-right.svg"); width: 14px; height: 14px; right: 6px; }
QMenu::right-arrow:disabled { image: url("$icons/chevron-right-disabled.svg"); }

QToolBar { background: $window; border: none; border-bottom: 1px solid $border; padding: 6px 8px; spacing: 8px; icon-size: 20px; }
QToolBar::separator { background: $border; width: 1px; margin: 5px 4px; }
QStatusBar { background: $window; color: $text; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QSizeGrip { image: none; width: 0; height: 0; }
QStatusBar QToolButton { padding: 1px 4px; icon-size: 16px; border-radius: 4px; }
QToolTip { background: $bubble; color: $on_bubble; border: none; padding: 5px 8px; }

QTabWidget::pane { border: none; border-top: 1px solid $border; top: -1px; }
QTabBar { background: transparent; border: none; border-bottom: 1px solid $border; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; border: none; border-bottom: 2px solid transparent;
    padding: 7px 12px 6px 12px; min-height: 24px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; background: $accent_soft; }
QTabBar::tab:disabled { color: $disabled; }
QTabBar::scroller { width: 24px; }
QTabBar QToolButton { background: $window; border: none; padding: 0; }

QTreeView, QListView, QTableView { background: $window; alternate-background-color: $window; color: $text; border: none;
    show-decoration-selected: 1; selection-background-color: $accent_soft; selection-color: $text; }
QListView[role="boxed"] { background: $field; border: 1px solid $outline; border-radius: 6px; }
QListView[role="boxed"]:focus { border-color: $accent; }
QTreeView::item:hover, QListView::item:hover, QTreeView::branch:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected, QTreeView::branch:selected { background: $accent_soft;
    color: $text; }
QTreeView::item:disabled, QListView::item:disabled { color: $disabled; }
QTreeView::branch { background: transparent; border-image: none; }
QTreeView::branch:has-children:closed { image: url("$icons/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$icons/chevron-down.svg"); }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $quiet; border: none; border-bottom: 1px solid $border; padding: 4px 8px; }
QTableView { gridline-color: $border; }
QTableView#word-list::item { padding: 0 6px; }
QTableCornerButton::section { background: $window; border: none; border-bottom: 1px solid $border; }
QGroupBox { border: none; margin-top: 24px; padding: 0; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: $quiet; padding: 0; }
QDockWidget { color: $text; }
QDockWidget::title { background: $window; padding: 6px 12px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_OWN: Final = """
QDialog#palette { border: 1px solid $outline; }
QFrame#toast { background: $bubble; border: none; border-radius: 8px; }
QFrame#toast QLabel { color: $on_bubble; }
QFrame#toast QPushButton { background: transparent; color: $bubble_accent; border: 1px solid transparent; border-radius: 4px;
    padding: 0 8px;
    min-height: 22px; min-width: 0; font-weight: 600; }
QFrame#toast QPushButton:hover { border-color: $bubble_accent; }
QFrame#toast QPushButton:focus { border: 2px solid $bubble_accent; padding: 0 7px; min-height: 20px; }
QFrame#toast QToolButton { padding: 1px; border-radius: 4px; icon-size: 16px; }
QFrame#toast QToolButton:hover { background: transparent; border-color: $on_bubble; }
QFrame#toast QToolButton:focus { border-color: $bubble_accent; }
"""


_HEIGHT: Final = re.compile(r"(m(?:in|ax)-height: )(\d\d)px")
"""Heights of what has text in it: two digits of pixels, hairlines have one."""


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """The sheet in the colours of a theme, for text `scale` times its usual size."""
    colours = {name: getattr(theme, name) for name in theme.__struct_fields__}
    icons = resource(f"icons/{theme.name}/chevron-down.svg").parent.as_posix()
    sheet = Template(_CONTROLS + _BUTTONS + _FIELDS + _AREAS + _OWN).substitute(
        colours,
        icons=icons,
        small=POINTS * 0.9 * scale,
        title=POINTS * 1.5 * scale,
        focus_on_accent=theme.text,
    )
    return _HEIGHT.sub(lambda found: f"{found[1]}{round(int(found[2]) * scale)}px", sheet)
