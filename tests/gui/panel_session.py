"""A small issue open in a session, for the tests of the panels."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.session import Session
from fonts.catalogue import Catalogue
from layouts.house.schema import OPEN_PLACES
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.places import articles
from layouts.manuscript import read_manuscript
from resources import resource

MANUSCRIPT = """---
publication: 澜汀书讯
issue: 14
total: 850
date: 2025-08-31
issuer: 区国资委
editor: 王芳
copies: 300
---

## 【领导关注】

### 甲稿

甲稿第一段。

![图为现场](photo.jpg){side=right width=12em}

甲稿第二段，说的是现场的事情。

【供稿：一公司 张三】

### 乙稿

乙稿的文字。

## 【重点工作】

### 丙稿

丙稿的文字，**加粗**的字。

#### 一、小标题

小标题下的文字。

> 按语：这是按语。

### 丁稿

丁稿的文字。

## 【简讯】

1．戊简讯。

2．己简讯。
"""


def small_issue(folder: Path) -> Issue:
    """Three sections, four articles and two briefs, one photo."""
    shutil.copy(resource("sample/photos/dawn.jpg"), folder / "photo.jpg")
    path = folder / "issue.md"
    path.write_text(MANUSCRIPT, encoding="utf-8")
    return with_ids(read_manuscript(path, open_settings=frozenset(OPEN_PLACES))[0])


def long_issue(folder: Path, sections: int = 8, each: int = 6) -> Issue:
    """Many articles on many pages."""
    article = "\n\n".join(["这一段文字写得长一些，好让文章占满几行，页数也就多起来了。" * 8] * 4)
    parts = [
        f"## 【栏目{s}】\n\n" + "\n\n".join(f"### 第{s}之{a}篇\n\n{article}" for a in range(each))
        for s in range(sections)
    ]
    path = folder / "long.md"
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return read_manuscript(path, open_settings=frozenset(OPEN_PLACES))[0]


def opened(catalogue: Catalogue, issue: Issue) -> Session:
    """A session that shows an issue with its pages."""
    session = Session(catalogue)
    session.open(issue, None)
    assert session.settle()
    return session


def shown(qtbot, widget, width: int, height: int):
    """A widget on the screen, in a size."""
    widget.resize(width, height)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def titles(session: Session) -> list[str]:
    """The titles in reading order, a bar between sections."""
    assert session.issue is not None
    out: list[str] = []
    section = 0
    for place, article in articles(session.issue):
        while section < place.section:
            out.append("|")
            section += 1
        text = article.title.string or article.blocks[0].text.string[2:4]
        out.append(text[:1])
    return out


def typed(widget: QWidget, text: str) -> None:
    """Type a text as an input method does: character by character."""
    for character in text:
        event = QInputMethodEvent()
        event.setCommitString(character)
        QApplication.sendEvent(widget, event)
