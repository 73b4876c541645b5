"""Writes the package of the present version: once, when the version is new. What is here already stays as it is."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from layouts.documents import read_document, save_document  # noqa: E402, after the path
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

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "issue.md").write_text(MANUSCRIPT, "utf-8")
        (folder / "photo.png").write_bytes(PIXEL)
        path = HERE / f"{VERSION}.banxin"
        if not path.exists():
            save_document(read_document(folder / "issue.md", folder).issue, path, folder / "cache", thumbnail=PIXEL)
