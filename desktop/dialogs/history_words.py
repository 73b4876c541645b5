"""What the history says: when a version was kept, and what changed, in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.words import tr
from layouts.store.compare import Change


def subject_word(change: Change) -> str:
    """What a change is about: the article's title, or the part of the issue."""
    if change.subject == "article":
        return change.title or tr("没有标题")
    return {
        "masthead": tr("报头"),
        "colophon": tr("报尾"),
        "layout": tr("版式"),
        "sections": tr("栏目"),
        "accepted": tr("接受的检查结果"),
    }[change.subject]


def what_word(change: Change) -> str:
    """What happened to it since."""
    if change.only_marks and change.what == "changed":
        return tr("改格式")
    return {
        "added": tr("新增"),
        "removed": tr("删去"),
        "moved": tr("移动"),
        "changed": tr("修改"),
        "moved and changed": tr("移动并修改"),
    }[change.what]


def summary(changes: Sequence[Change]) -> str:
    """All changes in a line: the one there is by its title, more of them counted."""
    if not changes:
        return tr("没有改动")
    if len(changes) == 1:
        return f"{what_word(changes[0])}{tr('：')}{subject_word(changes[0])}"
    counts = Counter(
        "changed" if "changed" in change.what else change.what
        for change in changes
        if change.subject == "article"
    )
    said = [
        (counts["changed"], tr("修改 {n} 篇", n=counts["changed"])),
        (counts["added"], tr("新增 {n} 篇", n=counts["added"])),
        (counts["removed"], tr("删去 {n} 篇", n=counts["removed"])),
        (counts["moved"], tr("移动 {n} 篇", n=counts["moved"])),
    ]
    parts = [text for number, text in said if number] + [
        subject_word(change) for change in changes if change.subject != "article"
    ]
    return tr("，").join(parts)
