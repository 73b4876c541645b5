"""Pictures of all icons and controls, light and dark, at 100 % and 200 %: `python
tests/gui/gallery.py folder`. To be looked at.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCALES = ("1", "2")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:  # the scale is the process's own
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "PYTHONPATH": str(ROOT),
        }
        subprocess.run([sys.executable, __file__, str(folder), scale], env=environment, check=True)


def draw(folder: Path, scale: str) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.theme import DARK, LIGHT, apply_theme
    from desktop.words import install_translations

    app = QApplication([])
    install_translations(app, "zh")
    for theme in (LIGHT, DARK):
        apply_theme(app, theme)
        for name, made in (("icons", icons), ("controls", controls), ("window", window)):
            widget = made()
            widget.show()
            QTest.qWait(60)
            path = folder / f"{name}-{theme.name}-{scale}x.png"
            widget.grab().save(str(path))
            print(path)
            widget.close()
            widget.deleteLater()


def icons():
    """Every icon as it is, chosen and disabled."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

    from desktop.icons import icon

    sheet = QWidget()
    grid = QGridLayout(sheet)
    names = sorted(
        path.stem
        for path in (ROOT / "resources" / "icons").glob("*.svg")
        if not path.stem.startswith("banxin")
    )
    for k, name in enumerate(names):
        for column, (enabled, checked) in enumerate(((True, False), (True, True), (False, False))):
            button = QToolButton(
                icon=icon(name),
                iconSize=QSize(20, 20),
                checkable=True,
                checked=checked,
                enabled=enabled,
            )
            grid.addWidget(button, k // 7, k % 7 * 4 + column)
        grid.addWidget(QLabel(name), k // 7, k % 7 * 4 + 3)
    return sheet


# Controls


def controls():
    """Three columns of controls, and a sentence in passing below them."""
    from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

    from desktop.widgets import Toast

    sheet = QWidget()
    sheet.resize(1180, 760)
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(24, 24, 24, 24)
    columns.setSpacing(32)
    for parts in (
        [*push_buttons(), *tool_buttons(), *labels(), *boxes(), *bars()],
        fields(),
        [tabs(), path(), tree(), hint()],
    ):
        column = QVBoxLayout()
        column.setSpacing(12)
        columns.addLayout(column, 1)
        for part in parts:
            column.addWidget(part)
    Toast(sheet).say("已把“图为现场检查”移到第 2 段。", "撤销", lambda: None)
    sheet.findChild(QLineEdit, "focused").setFocus()
    return sheet


def row(*widgets):
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for widget in widgets:
        line.addWidget(widget)
    line.addMark()
    return made


def with_properties(widget, **properties: str):
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def push_buttons():
    from PySide6.QtWidgets import QPushButton

    for enabled in (True, False):
        yield row(
            QPushButton("新建…", enabled=enabled),
            with_properties(QPushButton("主要操作", enabled=enabled), primary="true"),
            with_properties(QPushButton("裁切…", enabled=enabled), role="link"),
            QPushButton("保存", enabled=enabled, default=True),
        )


def tool_buttons():
    from PySide6.QtWidgets import QMenu, QToolButton

    from desktop.icons import icon
    from desktop.widgets import BadgeButton

    modes = QToolButton.ToolButtonPopupMode
    made = []
    for text, look, mode in (
        ("新建", "", None),
        ("导入稿件", "outlined", None),
        ("跨页", "outlined", modes.InstantPopup),
        ("导出 PDF", "primary", modes.MenuButtonPopup),
        ("导出", "primary", modes.InstantPopup),
        ("72 %", "", modes.InstantPopup),
    ):
        button = with_properties(QToolButton(text=text), **({look: "true"} if look else {}))
        if mode is not None:
            button.setPopupMode(mode)
            button.setMenu(QMenu(button))
        made.append(button)
    yield row(*made)
    made = [
        BadgeButton("检查"),
        BadgeButton("检查", icon("check")),
        BadgeButton("检查"),
        BadgeButton("检查"),
    ]
    for button, badge, level in zip(
        made, ("2", "1", "", "128"), ("warning", "error", "ok", "neutral"), strict=True
    ):
        button.set_badge(badge, level)
    yield row(*made)


def labels():
    from PySide6.QtWidgets import QLabel

    from desktop.icons import icon

    for text, role in (
        ("版心", "title"),
        ("小标题", "heading"),
        ("安静的说明文字", "quiet"),
        ("更小的说明", "small"),
    ):
        yield with_properties(QLabel(text), role=role)
    parts = []
    for level, text in (("error", "错误"), ("warning", "提醒"), ("notice", "说明"), ("ok", "合格")):
        parts += [
            QLabel(pixmap=icon(level).pixmap(20, 20)),
            with_properties(QLabel(text), role=level),
        ]
    yield row(*parts)


def boxes():
    from PySide6.QtWidgets import QCheckBox, QRadioButton

    for made in (QCheckBox, QRadioButton):
        states = (
            ("另起一页", True, True),
            ("不拆到两页", False, True),
            ("锁定", True, False),
            ("锁定", False, False),
        )
        yield row(
            *(
                made(text, autoExclusive=False, checked=checked, enabled=enabled)
                for text, checked, enabled in states
            )
        )


def bars():
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QProgressBar, QSlider

    from desktop.widgets import BusyBar

    yield QSlider(Qt.Orientation.Horizontal, value=40)
    yield QProgressBar(textVisible=False, value=60)
    busy = BusyBar()
    busy.start("正在导入 3 份稿件…")
    busy.advance(2, 3)
    busy.show()
    yield busy


def fields():
    from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

    from desktop.icons import icon
    from desktop.widgets import EmSpinBox, LabelledControl, NumberBox, SegmentedControl

    yield LabelledControl("图注", QLineEdit("图为现场检查", objectName="focused"))
    for options in (
        [(text, text, None) for text in ("左", "右", "两侧", "通栏", "轮廓")],
        [
            (name, name, icon(f"wrap-{name}"))
            for name in ("left", "right", "both", "none", "contour")
        ],
        [(text, text, None) for text in ("单页", "跨页")],
    ):
        choice = SegmentedControl(options)
        choice.set_value(options[1][0])
        yield LabelledControl("绕排", choice)
    width = EmSpinBox(2, 40, 16)
    width.set_em(17)
    three = QWidget()
    line = QHBoxLayout(three)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for text, box in (("宽度", width), ("间距", EmSpinBox(0, 10, 1)), ("起始行", NumberBox(1, 99))):
        line.addWidget(LabelledControl(text, box))
    yield three
    alt = LabelledControl("替代文字", QLineEdit(placeholderText="为屏幕版说明图片内容"))
    alt.set_note("没有替代文字，读屏软件读不出这张图。", "warning")
    yield alt
    for enabled in (True, False):
        combo = QComboBox(enabled=enabled)
        combo.addItems(["领导关注", "国企动态", "简讯"])
        yield LabelledControl("栏目", combo)
    yield LabelledControl("锁定", QLineEdit("锁定的内容", enabled=False))
    yield LabelledControl(
        "正文", QPlainTextEdit("元旦展览前夕，书房联盟提前制定元旦展览开放保障工作方案。")
    )


def tabs():
    from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

    from desktop.widgets import CollapsibleGroup, LabelledControl

    made = QTabWidget()
    for text in ("文章", "图片", "报头", "版式"):
        page = QWidget()
        inside = QVBoxLayout(page)
        group = CollapsibleGroup("位置")
        group.body.addWidget(LabelledControl("栏目", QLineEdit("领导关注")))
        inside.addWidget(group)
        inside.addWidget(CollapsibleGroup("高级", expanded=False))
        inside.addMark()
        made.addTab(page, text)
    made.setCurrentIndex(1)
    return made


def path():
    from desktop.widgets import MiddleElidedLabel

    return with_properties(
        MiddleElidedLabel("/home/编辑/文档/澜汀书讯/2025年第14期/稿件/澜汀书讯 2025 年第 14 期.md"),
        role="quiet",
    )


def tree():
    from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

    from desktop.widgets import tall_rows

    made = QTreeWidget(headerHidden=True)
    tall_rows(made)
    for section in ("上级精神", "领导关注"):
        item = QTreeWidgetItem(made, [section])
        for article in ("国资委举办负责人研讨班", "调研央企战新产业发展"):
            QTreeWidgetItem(item, [article])
        item.setExpanded(True)
    made.setCurrentItem(made.topLevelItem(1).child(0))
    return made


def hint():
    from desktop.widgets import EmptyHint

    made = EmptyHint("import", "还没有稿件", "把 Word、微信或文本稿件拖到这里。")
    made.add_button("导入稿件…", lambda: None)
    made.add_button("试用示例", lambda: None)
    return made


# The frame of the window, as design/editor.md shows it


def window():
    from PySide6.QtWidgets import (
        QLabel,
        QMainWindow,
        QSplitter,
        QTabWidget,
        QTreeWidget,
        QTreeWidgetItem,
        QWidget,
    )

    from desktop.icons import app_icon
    from desktop.widgets import tall_rows

    frame = QMainWindow(windowIcon=app_icon())
    frame.resize(1100, 560)
    for name in ("文件", "编辑", "稿件", "版面", "检查", "视图", "帮助"):
        frame.menuBar().addMenu(name).addAction(name)
    fill_tool_bar(frame.addToolBar("工具栏"))
    split = QSplitter(handleWidth=1)
    articles = QTreeWidget(headerHidden=True)
    tall_rows(articles)
    for k in range(30):
        QTreeWidgetItem(articles, [f"第 {k} 篇文章"])
    inspector = QTabWidget(documentMode=True)
    inspector.tabBar().setExpanding(True)
    for text in ("文章", "图片", "报头", "版式"):
        inspector.addTab(QWidget(), text)
    for part in (articles, canvas(), inspector):
        split.addWidget(part)
    split.setSizes([220, 600, 280])
    frame.setCentralWidget(split)
    frame.statusBar().addWidget(QLabel("12 页"))
    frame.statusBar().addWidget(QLabel("11,284 字"))
    frame.statusBar().addPermanentWidget(QLabel("所选：图片"))
    articles.setFocus()
    return frame


def fill_tool_bar(bar) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

    from desktop.icons import icon
    from desktop.widgets import BadgeButton

    bar.setMovable(False)
    for text in ("新建", "打开"):
        bar.addAction(text)
    add = QToolButton(
        text="导入稿件",
        icon=icon("add"),
        toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    )
    bar.addWidget(with_properties(add, outlined="true"))
    bar.addSeparator()
    bar.addAction(icon("undo"), "撤销")
    bar.addAction(icon("redo"), "重做").setEnabled(False)
    bar.addSeparator()
    bar.addWidget(with_properties(QToolButton(text="整页适配"), outlined="true"))
    check = BadgeButton("检查")
    check.set_badge("2", "warning")
    bar.addWidget(check)
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    for text, look in (("跨页", "outlined"), ("72 %", "outlined"), ("导出 PDF", "primary")):
        button = QToolButton(text=text, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        bar.addWidget(with_properties(button, **{look: "true"}))


def canvas():
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

    from desktop.icons import icon
    from desktop.theme import current_theme

    made = QWidget(autoFillBackground=True)
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(current_theme().canvas))
    made.setPalette(palette)
    menu = QMenu(made)
    for text, checked in (("版心", True), ("字格", False), ("文章底色", True)):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setShortcut("Ctrl+Alt+G")
    menu.addSeparator()
    menu.addMenu("更多")
    menu.addAction(icon("crop"), "裁切…").setEnabled(False)
    menu.addAction(icon("photo"), "插入图片…")
    menu.setActiveAction(menu.actions()[1])
    menu.setWindowFlags(Qt.WindowType.Widget)
    QVBoxLayout(made).addWidget(menu, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


if __name__ == "__main__":
    if len(sys.argv) > 2:
        draw(Path(sys.argv[1]), sys.argv[2])
    else:
        main(Path(sys.argv[1]))
