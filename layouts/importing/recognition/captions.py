"""Captions of photos (图说) and of tables (表题), by how they begin and end."""

from __future__ import annotations

import re

from layouts.importing.recognition.names import is_person, name_kind
from layouts.manuscript.numerals import whole_number

LONGEST = 100
"""Characters of a caption that says it is one; more is a paragraph about a picture."""

LONGEST_UNSAID = 45
"""Characters of a line under a photo that does not say that it is its caption."""

_COUNT = r"(?:\d{1,3}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,3}|[①-⑳])"
_POINTERS = "▲△▼▽↑↓←→◀▶◄►■●◆"
_NUMBERED = re.compile(
    rf"[{_POINTERS}（(]?\s*(?:图片|照片|附图|插图|配图|图)\s*({_COUNT})\s*(?:[:：.、．)）]|\s|$|为)"
)
_LABELLED = re.compile(
    rf"[{_POINTERS}（(【]?\s*(?:图片说明|照片说明|图说|图注|图片|照片|附图|配图|图)\s*[】]?\s*[:：]"
    rf"|[【\[](?:图片说明|照片说明|图说|图注)[】\]]\s*\S"
)
_SHOWS = re.compile(
    rf"[{_POINTERS}（(]?\s*(?:图中?为|图[上下左右](?:为|[:：])|[上下左右]{{1,2}}图(?:为|[:：]|中|$))"
)
_POINTING = re.compile(r"[▲△]|[↑↓▼▽]\s*(?=[\u3400-\u9fff])")
_TAKEN_BY = re.compile(
    r"(?:。|[\s\u3000（(])(?:摄影[:：]?)?(?P<name>[\u3400-\u9fff·]{2,4})[ \u3000/／]{0,2}"
    r"(?:摄影|摄|供图|/图|／图)[）)]?。?$"
)
"""孙晓 摄 at the end, without brackets too."""

_TABLE = re.compile(rf"(?:附?表|表格)\s*(?:{_COUNT})?\s*(?:[:：.、．]|\s|$)")
_TABLE_NOTE = re.compile(
    r"[（(【*※]?\s*(?:注释?|备注|附注|说明|资料来源|数据来源|来源|单位|制表)\s*\d{0,2}\s*[】]?\s*[:：]|[*※]"
)


_IS_CREDIT = re.compile(r"文$|^文\s|[文图][/／:：]|供稿|记者|通讯员|撰稿|作者|报道")
"""A by-line that names the photographer too."""


def is_caption(string: str) -> bool:
    """Whether a paragraph says by itself that it is the caption of a photo."""
    if len(string) > LONGEST:
        return False
    if _LABELLED.match(string) or _SHOWS.match(string):
        return True
    if _POINTING.match(string) and may_be_caption(string) and not string.endswith("。"):
        return len(string) > 1
    if match := _NUMBERED.match(string):
        rest = string[match.end() :]
        return not rest.rstrip("）)").endswith("。") or len(rest) <= LONGEST_UNSAID
    return is_credited(string)


def is_credited(string: str) -> bool:
    """Whether a short line ends with who took the photo: 发放现场（张三 摄）."""
    if not 4 <= len(string) <= LONGEST:
        return False
    if string.rstrip("。").endswith(("摄）", "摄)", "摄影）", "供图）", "供图)", "摄影)")):
        return "。" not in string[:-1]
    match = _TAKEN_BY.search(string)
    if match is None or not is_person(match["name"]):
        return False
    shown = string[: match.start()].strip(f"{_POINTERS} \u3000")
    is_name = not shown or any(map(name_kind, shown.split()))
    return "。" not in shown and not is_name and not _IS_CREDIT.search(shown)


def may_be_caption(string: str) -> bool:
    """Whether a line right under a photo may be its caption: short, and no sentence."""
    return (
        1 < len(string) <= LONGEST_UNSAID
        and "。" not in string[:-1]
        and not string.endswith(("，", "：", "；", ":", ","))
    )


def photo_number(string: str) -> int:
    """What a caption counts its photo as, 0 where it does not."""
    match = _NUMBERED.match(string)
    if match is None:
        return 0
    written = re.split(r"[-—.]", match[1])[-1]
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return whole_number(written)


def points_down(string: str) -> bool:
    """Whether a caption speaks of the photo below it."""
    return string.lstrip("（( ").startswith(("▼", "▽", "↓", "下图"))


def is_table_caption(string: str) -> bool:
    """Whether a line right above a table says that it is its caption."""
    return len(string) <= LONGEST_UNSAID and _TABLE.match(string) is not None


def is_table_note(string: str) -> bool:
    """Whether a line right below a table is a note to it."""
    return len(string) <= LONGEST and _TABLE_NOTE.match(string) is not None
