"""The face of a style: one of ours, or any name typed, ours behind it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from desktop.icons import icon
from desktop.panels.design.design import Design, SettingTarget
from desktop.panels.design.fields import DesignField
from desktop.panels.forms.house import face_label
from desktop.widgets.wheel import takes_wheel
from desktop.words import tr
from fonts.roles import BETWEEN
from layouts.house.load import FACES

USUAL = "song-bold"
"""The face to look from where none is asked for."""


class FaceField(DesignField):
    """Faces by their names: those asked for in turn, the last one ours."""

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__(design, target, label)
        self.box = _FaceBox()
        for key in FACES:
            self.box.addItem(face_label(key), key)
        self.box.activated.connect(self._choose)
        self._line().editingFinished.connect(self._written)
        self._shown = ""
        self.browse = QToolButton()
        self.browse.setIcon(icon("find", "quiet"))
        self.browse.setIconSize(QSize(16, 16))
        self.browse.setToolTip(tr("看字样，选这台电脑上的字体"))
        self.browse.setAccessibleName(tr("{name}：选择字体", name=self._label))
        self.browse.clicked.connect(self._open_browser)
        self.browse.setProperty("role", "beside-label")
        self._head.addWidget(self.browse)
        self.put(self.box)
        QWidget.setTabOrder(self.box, self.browse)

    def _choose(self, row: int) -> None:
        self.give(self.box.itemData(row))

    def _open_browser(self) -> None:
        # it looks through all faces of the machine: loaded when it is asked for
        from desktop.dialogs.faces import FaceBrowser

        current = BETWEEN.join(names_of(self.target.own())) or USUAL
        browser = FaceBrowser(self.design.session, current, self.window())
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.accepted.connect(lambda: self.take(browser.chosen))
        browser.open()

    def take(self, key: str) -> None:
        """Have the faces of a key, in order of preference."""
        names = key.split(BETWEEN)
        self.give(names[0] if len(names) == 1 else names)

    def _line(self) -> QLineEdit:
        line = self.box.lineEdit()
        assert line is not None, "the box is editable"  # noqa: S101
        return line

    def show_value(self, raw: object) -> None:
        """The face that is asked for first; all of them in the tool tip."""
        names = names_of(raw)
        self._shown = face_label(names[0]) if names else ""
        self._line().setPlaceholderText(tr("随正文") if not names else "")
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findText(self._shown))
            self._line().setText(self._shown)
            self._line().setCursorPosition(0)
        self.box.setToolTip(tr("，没有时用").join(map(face_label, names)))

    def _written(self) -> None:
        text = self._line().text().strip()
        if not text or text == self._shown:
            return
        self._shown = text
        row = self.box.findText(text)
        if row >= 0:
            self.give(self.box.itemData(row))
            return
        # ours of this place stands in where the face is not installed
        ours = [name for name in names_of(self.target.own()) if name in FACES]
        self.give([text, *ours[-1:]] if ours else text)


def names_of(raw: object) -> list[str]:
    """The faces that a value asks for, in turn."""
    if isinstance(raw, list):
        return [str(name) for name in cast("list[object]", raw)]
    return [str(raw)] if raw else []


class _FaceBox(QComboBox):
    """Faces to choose; a name can be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()
