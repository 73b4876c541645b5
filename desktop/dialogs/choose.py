"""File dialogs, one function a question; None or nothing where the editor changed their mind.

They are the platform's own where that speaks the language of the window, else Qt's.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop.incoming import MANUSCRIPT_SUFFIXES, SHEET_SUFFIXES
from desktop.words import language, system_language, tr
from layouts.imaging.kinds import ART_SUFFIXES, PHOTO_SUFFIXES


def manuscripts_filter() -> str:
    """Files that an issue or a manuscript can be read from."""
    patterns = " ".join(f"*{suffix}" for suffix in (*sorted(MANUSCRIPT_SUFFIXES), ".banxin"))
    return f"{tr('稿件')} ({patterns});;{tr('所有文件')} (*)"


def sheets_filter() -> str:
    """Files that tables are read from."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(SHEET_SUFFIXES))
    return f"{tr('表格文件')} ({patterns});;{tr('所有文件')} (*)"


def issues_filter() -> str:
    """Files that an issue can be opened from."""
    return f"{tr('版心文件和稿件')} (*.banxin *.md *.markdown *.txt);;{tr('所有文件')} (*)"


def saved_filter(first: str) -> str:
    """Kinds of file an issue can be saved as, the one with the suffix `first` in front."""
    kinds = [f"{tr('版心文件，图片都在里面')} (*.banxin)", f"{tr('稿件，图片放在旁边')} (*.md)"]
    return ";;".join(sorted(kinds, key=lambda kind: f"*{first})" not in kind))


def word_lists_filter() -> str:
    """Files that the house's words can be kept in."""
    return f"{tr('词表')} (*.toml);;{tr('所有文件')} (*)"


def photos_filter() -> str:
    """Files that can be set as photos."""
    patterns = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
    return f"{tr('图片')} ({patterns});;{tr('所有文件')} (*)"


def art_filter() -> str:
    """Files that a masthead can have as its picture."""
    patterns = " ".join(f"*{suffix}" for suffix in ART_SUFFIXES)
    return f"{tr('图片和矢量图')} ({patterns});;{tr('所有文件')} (*)"


def layouts_filter() -> str:
    """Layouts handed on as packages."""
    return f"{tr('版式包')} (*.banxin-layout)"


def _speaking() -> QFileDialog.Option:
    """Qt's own dialog where the platform's would speak another language than the window."""
    return (
        QFileDialog.Option(0)
        if language() == system_language()
        else QFileDialog.Option.DontUseNativeDialog
    )


def _folders() -> QFileDialog.Option:
    return QFileDialog.Option.ShowDirsOnly | _speaking()


def file_to_open(parent: QWidget, title: str, folder: str, filters: str) -> Path | None:
    """One file that is there."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, filters, options=_speaking())
    return Path(name) if name else None


def files_to_open(parent: QWidget, title: str, folder: str, filters: str) -> list[Path]:
    """Files that are there."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, folder, filters, options=_speaking())
    return [Path(name) for name in names]


def folder_to_open(parent: QWidget, title: str, folder: str) -> Path | None:
    """A folder that is there."""
    name = QFileDialog.getExistingDirectory(parent, title, folder, _folders())
    return Path(name) if name else None


def file_to_write(
    parent: QWidget, title: str, proposed: str, filters: str, suffix: str
) -> Path | None:
    """A file to write; the dialog itself asks before another is replaced."""
    name, chosen = QFileDialog.getSaveFileName(
        parent, title, proposed, filters, options=_speaking()
    )
    if not name:
        return None
    path, known = Path(name), _suffixes(filters)
    if path.suffix.lower() in known or (not known and path.suffix):
        return path
    wanted = next(iter(_suffixes(chosen)), suffix)
    path = path.with_name(path.name + wanted)  # 第1.2期 keeps its point
    if path.exists() and not _may_replace(parent, path):
        return None
    return path


def _suffixes(filters: str) -> list[str]:
    """The endings that filters of a dialog name: `.banxin-layout` has a hyphen."""
    return re.findall(r"\*(\.[\w-]+)", filters)


def _may_replace(parent: QWidget, path: Path) -> bool:
    """The dialog did not ask: it saw the name without its ending."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        tr("替换"),
        tr("{name} 已经有了，要替换吗？", name=path.name),
        parent=parent,
    )
    replace = box.addButton(tr("替换"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace


def may_replace_layout(parent: QWidget, name: str) -> bool:
    """Ask whether a layout of the user's own gives way to another of its name."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        tr("替换版式"),
        tr("自己的版式里已经有“{name}”，要替换吗？", name=name),
        parent=parent,
    )
    box.setInformativeText(tr("用它排的各期，下次打开时按新的版式排。"))
    replace = box.addButton(tr("替换"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace


def file_to_use(parent: QWidget, title: str, proposed: str, filters: str) -> Path | None:
    """A file that is there, or is made when it is first written: it is not asked about."""
    option = QFileDialog.Option.DontConfirmOverwrite | _speaking()
    name, _ = QFileDialog.getSaveFileName(parent, title, proposed, filters, options=option)
    return Path(name) if name else None


def folder_to_write(parent: QWidget, title: str, proposed: str) -> Path | None:
    """A folder to put files into."""
    name = QFileDialog.getExistingDirectory(parent, title, proposed, _folders())
    return Path(name) if name else None


def line_of_text(parent: QWidget, title: str, label: str, text: str) -> str | None:
    """One line of text."""
    answer, agreed = QInputDialog.getText(parent, title, label, QLineEdit.EchoMode.Normal, text)
    return answer if agreed else None


SAVE, DROP, STAY = "save", "drop", "stay"
"""Answers to the question what becomes of unsaved changes."""


def about_unsaved(parent: QWidget, title: str) -> str:
    """Ask once what becomes of what is not saved."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        tr("未保存"),
        tr("“{title}”有未保存的修改。", title=title),
        parent=parent,
    )
    box.setInformativeText(tr("不保存的话，上次保存之后的修改会丢失。"))
    save = box.addButton(tr("保存"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(tr("不保存"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    box.deleteLater()
    return SAVE if box.clickedButton() is save else DROP if box.clickedButton() is drop else STAY
