"""Writes what the present version leaves on a disk: a package, the journal of a program that died,
a version of the history.

Once, when the version is new; what is here already stays as it is. Those of version 1 were written
by the program of then.
"""

from __future__ import annotations

import datetime
import shutil
import sys
import tempfile
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from layouts.documents import read_document, save_document  # noqa: E402, after the path
from layouts.issue.edits.text import insert_text, split_paragraph  # noqa: E402
from layouts.issue.issue import Issue  # noqa: E402
from layouts.issue.places import Place  # noqa: E402
from layouts.store import journal as journals  # noqa: E402
from layouts.store.history import keep_version  # noqa: E402
from layouts.store.owning import Owner  # noqa: E402
from layouts.store.schema import VERSION  # noqa: E402

MANUSCRIPT = """---
publication: 试刊
issue: 14
total: 850
date: 2026-11-20
issuer: 编辑部
measure: 34
distribution: {报: 区委办, 送: 各镇, 发: 各科室}
copies: 80
---

## 【要闻】

▲ **开会。**近日，开会。

---

## 【动态】

### 题目*楷体* {keep}

第一段，**加粗**。

![图说](photo.png){side=left width=12em line=2 standoff=0.5em alt="替代"}

#### 一、小标题

> **按语：**一句话。

| 甲 | 乙 |
|:--:|---:|
| 1 | 2 |

【供稿：某公司 张三】

## 【简讯】

1、一条。

2、又一条。
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)

PARAGRAPH = Place(1, 0, 0)
"""第一段，**加粗**。"""


def leave_journal(saved: Issue, folder: Path, to: Path) -> None:
    """The journal of a program that died after three edits, of a machine nobody has."""
    journals.this_process = lambda: Owner("elsewhere", 1, "")
    journal = journals.Journal(folder, interval=0.0)
    journal.begin(saved, Path("issue.banxin"))
    issue = saved
    for text, offset in (("新的", 0), ("粗", 7)):  # before the bold words, and inside them
        issue = insert_text(issue, PARAGRAPH, offset, text).issue
        journal.note(issue)
        journal.flush()
    journal.note(split_paragraph(issue, PARAGRAPH, 8).issue)  # in the middle of them
    journal.flush()
    shutil.copyfile(next(folder.glob("*.journal")), to)
    journal.close()


def make(folder: Path) -> None:
    """Write what is missing."""
    package, journal, version = (
        HERE / f"{VERSION}.{ending}" for ending in ("banxin", "journal", "version")
    )
    if not package.exists():
        save_document(
            read_document(folder / "issue.md", folder).issue,
            package,
            folder / "cache",
            thumbnail=PIXEL,
        )
    saved = read_document(package, folder / "cache").issue
    if not journal.exists():
        leave_journal(
            msgspec.structs.replace(saved, folder=Path("cache")), folder / "journals", journal
        )
    if not version.exists():
        keep_version(
            saved,
            folder / "history",
            datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC),
            "付印",
        )
        shutil.copyfile(folder / "history/00000001.version", version)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "issue.md").write_text(MANUSCRIPT, "utf-8")
        (Path(name) / "photo.png").write_bytes(PIXEL)
        make(Path(name))
