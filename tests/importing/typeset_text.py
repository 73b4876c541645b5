"""Text as it is copied from set pages: made-up newsletters, set line by line as word processors do.

Unlike a wrapper that counts characters this one sets headings and by-lines, keeps Latin words and
numbers whole, opens a quarter em between Hanzi and Latin, and lets marks hang, squeezes them in, or
takes a Hanzi down with them.
"""

from __future__ import annotations

import random
import re
from typing import NamedTuple

from layouts.importing.unwrapping.widths import width_of

NO_START = set("，。、；：！？）》”】%")
NO_END = set("（《“【")
UNIT = re.compile(r"[A-Za-z0-9.,:%/+-]*[A-Za-z0-9%]|.")

SUBJECTS = [
    "河湾书场",
    "柳岸小学",
    "区园林站",
    "老街合唱团",
    "青禾农场",
    "渡口驿站",
    "北塘卫生院",
    "纸鸢社",
    "竹器厂",
    "县志办",
    "River Choir",
    "水文站",
]
VERBS = [
    "修缮了",
    "清点了",
    "启用了",
    "试种了",
    "移交了",
    "记录了",
    "邀请了",
    "走访了",
    "补齐了",
    "公布了",
    "描绘了",
    "联合开办了",
]
OBJECTS = [
    "三座石桥",
    "旧船坞",
    "一百二十册乡谣",
    "雨水花园",
    "夜间课堂",
    "桑树林",
    "96 间平房",
    "口述录音",
    "防汛沙袋",
    "Open Day 摊位",
    "“一户一档”台账",
    "《河湾风物》展板",
    "灯塔模型",
    "12.5 公里步道",
    "共享菜地",
    "放映设备",
]
TAILS = [
    "并把办法写成手册",
    "老人们看得仔细",
    "其余部分入秋再办",
    "费用由三家分担",
    "孩子们当天就来了",
    "后续由专人照看",
    "比去年早了 18 天",
    "大家都说值得",
    "细节仍在商量",
    "相关 API 也一并开放",
    "数据存进 USB 盘",
    "邻村也想照做",
]
HEADINGS = [
    "石桥修好了",
    "一、先把桑树种下去",
    "（二）夜间课堂怎么办",
    "河湾风物展开到渡口",
    "三、谁来照看",
    "雨水花园落成",
    "老街合唱团赴邻县演出，带回一面旧锦旗",
]
BYLINES = [
    "（柳岸小学 陶知夏）",
    "【供稿：县志办 石砚、许见山】",
    "供稿：水文站 卫长河",
    "□ 文/图 白鹭",
]


class Page(NamedTuple):
    """Lines of pages, and the paragraphs that they were set from."""

    lines: list[str]
    paragraphs: list[str]
    kind: str


def typeset(seed: int) -> Page:
    """A newsletter of some pages. `kind` is how paragraphs are told: `indented`, `hidden` (the
    indents were lost), `blank` or `neither`.
    """
    r = random.Random(seed)
    measure, marks = r.randint(15, 45), r.choice(["hang", "squeeze", "down"])
    kind = r.choice(["indented", "hidden", "blank", "neither"])
    doubled = kind != "blank" and r.random() < 0.3
    numbers = r.choice(["", "{}", "— {} —", "第 {} 页 共 9 页"])
    head = r.choice(["", "河湾月报 第 6 期"]) if numbers else ""
    lines: list[str] = []
    paragraphs: list[str] = []
    for _ in range(r.randint(2, 4)):
        for text, is_body in article(r):
            paragraphs.append(text)
            first = 2 if is_body and kind in {"indented", "hidden"} else 0
            done = set_lines(text, measure, first, marks)
            if kind == "indented" and first:
                done[0] = "\u3000\u3000" + done[0]
            lines += [line for one in done for line in ([one, ""] if doubled else [one])]
            lines += [""] * (kind == "blank")
    pages = with_furniture(lines, numbers, head, r.randint(1, 6)) if numbers else lines
    return Page(pages, paragraphs, kind)


def with_furniture(lines: list[str], numbers: str, head: str, page: int) -> list[str]:
    """Lines with a page number, and a head below it, after every quarter of them; a few lines fit
    on a page.
    """
    rows = len(lines) // 4
    if rows < 12:
        return lines
    done: list[str] = []
    for k, line in enumerate(lines, 1):
        done.append(line)
        if k % rows == 0:
            done += ["", numbers.format(page + k // rows), *([head] if head else []), ""]
    return done


def article(r: random.Random) -> list[tuple[str, bool]]:
    """A title, paragraphs with headings among them, a by-line; body text is said to be so."""
    parts = [(r.choice(HEADINGS), False)]
    for _ in range(r.randint(3, 6)):
        parts.append((paragraph(r), True))
        if r.random() < 0.15:
            parts.append((r.choice(HEADINGS), False))
    return [*parts, (r.choice(BYLINES), False)]


def paragraph(r: random.Random) -> str:
    """Some sentences; the first often has a date."""
    date = f"{r.randint(1, 12)} 月 {r.randint(1, 28)} 日，" if r.random() < 0.4 else ""
    return date + "".join(sentence(r) for _ in range(r.randint(1, 5)))


def sentence(r: random.Random) -> str:
    """A sentence of two to four clauses."""
    clauses = [
        r.choice(SUBJECTS) + r.choice(VERBS) + r.choice(OBJECTS),
        *(r.choice(TAILS) for _ in range(r.randint(1, 3))),
    ]
    return r.choice("，，，；").join(clauses) + r.choice("。。。。！")


def set_lines(text: str, measure: float, first: float, marks: str) -> list[str]:
    """The lines of a paragraph, its first shorter by `first`."""
    lines: list[str] = []
    line: list[str] = []
    room = measure - first
    for unit in UNIT.findall(text):
        if set_width([*line, unit]) <= room + allowance(line, unit, marks) or not line:
            line.append(unit)
            continue
        if unit == " ":
            continue
        down = taken_down(line, unit)
        lines.append("".join(line))
        line, room = [*down, unit], measure
    return [done.strip() for done in [*lines, "".join(line)] if done.strip()]


def allowance(line: list[str], unit: str, marks: str) -> float:
    """By how much a line may be wider for the sake of a mark."""
    if unit not in NO_START or marks == "down":
        return 0.0
    squeezed = sum(0.5 for one in line if one in NO_START | NO_END)
    return 1.0 if marks == "hang" else min(squeezed, 1.0)


def taken_down(line: list[str], unit: str) -> list[str]:
    """What cannot stay at a line's end, or must go with a mark to the next."""
    down: list[str] = []
    while len(line) > 1 and (line[-1] in NO_END or (down or [unit])[0] in NO_START):
        down.insert(0, line.pop())
    return down


def set_width(units: list[str]) -> float:
    """The width of a line with a quarter em between Hanzi and Latin."""
    text = "".join(units)
    gaps = len(re.findall("[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]", text))
    return width_of(text) + gaps / 4
