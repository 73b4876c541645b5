"""A manuscript with a table of a year's months that stands on a page turned by a quarter."""

from __future__ import annotations

MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")

NAMES = tuple(f"第{name}馆" for name in "甲乙丙丁戊己庚辛")


def turned_cells() -> list[tuple[str, ...]]:
    """The rows of the table, its header first."""
    rows = [(name, *(f"{k}{m:02}" for m in range(12))) for k, name in enumerate(NAMES, start=1)]
    return [("馆", *(f"{month}月" for month in MONTHS)), *rows]


def turned_manuscript(layout: str = "jianbao-a4") -> str:
    """Text, the table, and text that fills the page before it and goes on behind it."""
    header, *rows = ("| " + " | ".join(row) + " |" for row in turned_cells())
    table = [header, "|" + " --- |" * 13, *rows, "{turned=yes}"]
    prose = "2025年10月，联盟“十二座”书房（湖畔）开放了，见 https://example.org/a 。" * 20
    head = ["---", "publication: 试刊", "issue: 3", "date: 2026-03-01", f"layout: {layout}", "---"]
    parts = ["\n".join(head), "## 【要闻】", "### 一个题目", prose, "\n".join(table), *[prose] * 4]
    return "\n\n".join(parts) + "\n"
