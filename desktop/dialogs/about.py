"""About the program: what it is, its version, and the licences of what it brings along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import set_property
from desktop.window_parts.geometry import roomy
from desktop.words import tr
from layouts.version import version

ROOT = Path(__file__).resolve().parents[2]


class AboutDialog(QDialog):
    """Name, version and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(tr("关于版心"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        picture.setPixmap(QApplication.windowIcon().pixmap(QSize(64, 64)))
        picture.setAccessibleName(tr("版心的图标"))
        name = QLabel(tr("版心 {version}", version=version()))
        set_property(name, "role", "title")
        words = QLabel(tr("简报、内刊的排版程序。版式固定，编辑只管安排。\nQt {qt}", qt=qVersion()))
        words.setWordWrap(True)
        licences = QPlainTextEdit(_licences(), readOnly=True)
        licences.setAccessibleName(tr("许可"))
        licences.setTabChangesFocus(True)
        # NOTICE is set in columns
        licences.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("关闭"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        label = QLabel(tr("许可"))
        label.setBuddy(licences)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addLayout(row)
        box.addSpacing(8)
        box.addWidget(label)
        box.addWidget(licences, 1)
        box.addSpacing(8)
        box.addWidget(buttons)
        roomy(self, 640, 520)


def _licences() -> str:
    # `licences`: of what a frozen program brings along, Qt and Python among them
    folders = (ROOT / name for name in ("fonts", "resources", "licences"))
    texts = [path for folder in folders for path in sorted(folder.rglob("LICENSE-*.txt"))]
    files = (ROOT / "NOTICE", ROOT / "LICENSE", *texts)
    return "\n\n".join(path.read_text("utf-8") for path in files if path.is_file()) or "Apache-2.0"
