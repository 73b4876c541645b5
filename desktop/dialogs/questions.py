"""Questions about documents: somebody has it open, somebody changed it, what becomes of what was
recovered. One function a question.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop.days import time_words
from desktop.words import tr
from layouts.documents import is_package

if TYPE_CHECKING:
    from layouts.store.lock import Holder

OVER, ELSEWHERE, STAY = "over", "elsewhere", "stay"
LOOK, COPY, TAKE = "look", "copy", "take"
DISCARD = "discard"
AGAIN = "again"
CONVERT = "convert"
"""Answers."""

Role = QMessageBox.ButtonRole


def about_locked(parent: QWidget, path: Path, holder: Holder | None, *, may_force: bool) -> str:
    """Somebody has a document open that is to be opened: LOOK, COPY, TAKE or STAY."""
    answers = [(LOOK, tr("只读打开"), Role.AcceptRole), (COPY, tr("打开副本"), Role.ActionRole)]
    if may_force:
        answers.append((TAKE, tr("接管"), Role.DestructiveRole))
    more = tr("只读打开可以看、可以导出；打开副本可以改，另存成自己的文件。")
    if may_force:
        more += tr("确知那边已经不在编辑，才接管。")
    return _ask(parent, tr("文件已被打开"), _who(path, holder), more, answers)


def about_saving_over_lock(
    parent: QWidget, path: Path, holder: Holder | None, *, may_force: bool
) -> str:
    """Somebody has the file open that is to be written: OVER, ELSEWHERE or STAY."""
    answers = [(ELSEWHERE, tr("另存为…"), Role.AcceptRole)]
    if may_force:
        answers.append((OVER, tr("仍然覆盖"), Role.DestructiveRole))
    return _ask(
        parent,
        tr("没有保存"),
        _who(path, holder),
        tr("您的修改还在窗口里，可以另存一份。"),
        answers,
    )


def about_saving_over_change(parent: QWidget, path: Path, when: datetime.datetime | None) -> str:
    """Somebody changed the file that is to be written: OVER, ELSEWHERE or STAY."""
    answers = [
        (ELSEWHERE, tr("另存为…"), Role.AcceptRole),
        (OVER, tr("覆盖"), Role.DestructiveRole),
    ]
    more = (
        tr("覆盖之前的内容会留作备份文件（.bak）。")
        if is_package(path)
        else tr("覆盖的话，那些修改会丢失。")
    )
    return _ask(parent, tr("没有保存"), changed_sentence(path, when), more, answers)


def about_discarding(parent: QWidget, title: str) -> str:
    """What was recovered is to be forgotten, which nothing can undo: DISCARD or STAY."""
    answers = [(DISCARD, tr("丢弃"), Role.DestructiveRole)]
    return _ask(
        parent,
        tr("丢弃"),
        tr("丢弃“{title}”没有保存的修改？", title=title),
        tr("丢弃之后找不回来。文件本身不变。"),
        answers,
    )


def about_words_changed(parent: QWidget, path: Path) -> str:
    """Somebody changed the house file that is to be written: AGAIN (read it), OVER or STAY."""
    answers = [
        (AGAIN, tr("读入新的"), Role.AcceptRole),
        (OVER, tr("覆盖"), Role.DestructiveRole),
    ]
    sentence = changed_sentence(path, None)
    more = tr("读入新的，这里的修改就没有了；覆盖，那边的修改就没有了。")
    return _ask(parent, tr("没有保存"), sentence, more, answers)


def about_other_words(parent: QWidget, path: Path) -> str:
    """The words of another file are to be shown, and what was changed is not saved: AGAIN or
    STAY.
    """
    answers = [(AGAIN, tr("读入"), Role.DestructiveRole)]
    sentence = tr("读入 {name} 里的词表？", name=path.name)
    return _ask(
        parent, tr("换一个文件"), sentence, tr("这里的修改还没有保存，读入后就没有了。"), answers
    )


def about_dropping_words(parent: QWidget) -> str:
    """What was changed in the house's words is to be given up: DISCARD or STAY."""
    answers = [(DISCARD, tr("放弃修改"), Role.DestructiveRole)]
    return _ask(
        parent,
        tr("本单位用词"),
        tr("放弃对用词的修改？"),
        tr("这里的修改还没有保存。"),
        answers,
    )


def about_dropping_publication(parent: QWidget) -> str:
    """What was changed about a publication is to be given up: DISCARD or STAY."""
    answers = [(DISCARD, tr("放弃修改"), Role.DestructiveRole)]
    return _ask(
        parent,
        tr("刊物设置"),
        tr("放弃对刊物的修改？"),
        tr("这里的修改还没有保存。"),
        answers,
    )


def about_converting(parent: QWidget, names: Sequence[str]) -> str:
    """Files of old programs are to be read, which LibreOffice can: CONVERT or STAY."""
    shown = tr("、").join(names[:3])
    return _ask(
        parent,
        tr("旧版 Word 文件"),
        tr("{names} 是旧版格式，要用这台电脑上的 LibreOffice 转换才能读。", names=shown),
        tr("转换在本机进行，不联网，原文件不变。不转换就只导入其他稿件。"),
        [(CONVERT, tr("转换并导入"), Role.AcceptRole)],
        tr("不转换"),
    )


def changed_sentence(path: Path, when: datetime.datetime | None) -> str:
    """That a file was changed, and when."""
    if when is None:
        return tr("{name} 在打开之后被别的程序改过。", name=path.name)
    return tr("{name} 在打开之后被别的程序改过（{time}）。", name=path.name, time=moment(when))


def moment(when: datetime.datetime) -> str:
    """A time as lists and sentences have it: 今天 17:31, or with its date."""
    return time_words(when, datetime.datetime.now().astimezone())


def _who(path: Path, holder: Holder | None) -> str:
    if holder is None:
        return tr("{name} 正被别人打开。", name=path.name)
    return tr(
        "{name} 正由 {who} 打开（电脑 {machine}，{time} 起）。",
        name=path.name,
        who=holder.name,
        machine=holder.machine,
        time=moment(holder.since),
    )


def _ask(
    parent: QWidget,
    title: str,
    sentence: str,
    more: str,
    answers: list[tuple[str, str, QMessageBox.ButtonRole]],
    staying: str = "",
) -> str:
    """Ask; the first answer is the one of Enter, Esc means STAY, which `staying` names."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, sentence, parent=parent)
    box.setInformativeText(more)
    buttons: dict[str, QPushButton] = {}
    for answer, words, role in answers:
        buttons[answer] = box.addButton(words, role)
    stay = box.addButton(staying or tr("取消"), Role.RejectRole)
    box.setEscapeButton(stay)
    box.setDefaultButton(
        stay if answers[0][2] is Role.DestructiveRole else next(iter(buttons.values()))
    )
    box.exec()
    clicked = box.clickedButton()
    found = next((answer for answer, button in buttons.items() if button is clicked), STAY)
    box.deleteLater()
    return found
