"""By-lines in every usual spelling: who wrote and photographed, where and when it came out first.

供稿：X, （X 供稿）, 作者：X, 通讯员 X 记者 Y, □ 文/图 X, 来源：X 时间：Y 作者：Z, （单位 姓名）.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from layouts.importing.recognition import cues
from layouts.importing.recognition.credit_words import (
    ALONE,
    ANY_ROLE,
    BEFORE_ROLE,
    FIELD,
    GIVER_WORDS,
    GIVERS,
    GLUED_AFTER,
    GLUED_BEFORE,
    PEOPLE_ONLY,
    PICTURE_WORDS,
    PRINTED_SORTS,
    SORT_OF,
    SORT_ORDER,
    UNITS_ONLY,
    CreditSort,
)
from layouts.importing.recognition.days import day_in
from layouts.importing.recognition.names import (
    NameKind,
    closed_up,
    is_medium,
    is_office,
    is_unit,
    name_kind,
)
from layouts.manuscript.marks import inside_brackets


class Credit(NamedTuple):
    """A line that is all about an article. `words` are what an issue prints of a by-line, without
    brackets, `beside` the editors and telephones that it does not; `named`: the line says in words
    what it is, where others only look like a by-line.
    """

    sort: CreditSort
    words: str
    confidence: float
    origin: str = ""
    date: datetime.date | None = None
    named: bool = True
    beside: str = ""


_BULLETS = "□■◎●◆○★☆◇♦•·※*▪▶►✎✍"
_PARTS = re.compile(r"[\s/／、，,|｜&;；]+")
_STOP = re.compile("[。！？；!?]")
_PAIRS = {"【": "】", "（": "）", "(": ")", "[": "]", "［": "］", "〔": "〕", "〖": "〗", "<": ">"}
_TAKEN_FROM = re.compile(r"(?:转载自|转自|摘自|原载于?)[《\s]*(.{2,20}?)[》\s]*")
_IS_WRITER = re.compile(r"(?:本文)?作者(?:系|为|是|单位)[^，。]{2,30}$")
_NO_BRACKETS = str.maketrans("（）()", "    ")
_TELEPHONE = re.compile(r"(?<!\d)(?:1\d{10}|(?:0\d{2,3}-?)?\d{7,8})(?!\d)")
_OTHER_FIELD = re.compile(r"(?:地点|主题|内容|对象|人员|会议)\s*[:：]")
"""Behind a time: when and where something takes place, not when it was written."""

_COUNTERS = re.compile(
    r"(?:浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击次数|点击率|点击|访问量|字号)\s*[:：]?\s*"
    r"(?:\d+\s*次?|\[[^\]]*\]|[大中小\s]+)"
)
"""What web pages say beside the date: how often somebody looked."""


def credit_of(string: str) -> Credit | None:
    """What a whole line says about an article, None where it does not."""
    if not string or len(string) > cues.LONGEST_CREDIT:
        return None
    words = string.lstrip(f"{_BULLETS} \u3000")
    marked = words != string
    words = words.removesuffix("。") if words[-2:-1] in _PAIRS.values() else words
    inner = inside_brackets(words, _PAIRS)
    bracketed = inner is not None
    found = _read(inner if inner is not None else words)
    if found is None:
        return None
    sure = found.confidence + cues.BRACKETED * bracketed + cues.BULLETED * marked
    return found._replace(confidence=min(sure, cues.SUREST))


def _read(string: str) -> Credit | None:
    """What a line without its brackets says."""
    words = _COUNTERS.sub(" ", string).strip()
    day = day_in(words)
    if (
        day is not None
        and not words[: day.start].strip()
        and not words[day.end :].strip(" \u3000|")
    ):
        return Credit(CreditSort.DATE, "", cues.NAMED, date=day.date)
    fields = list(_fields(words))
    if fields:
        return _of_names_and_contact(words, fields) or _of_fields(fields)
    if taken := _TAKEN_FROM.fullmatch(words):
        return Credit(CreditSort.ORIGIN, "", cues.ROLE_AFTER, taken[1])
    if _IS_WRITER.match(words):
        return Credit(CreditSort.WRITER, words, cues.ROLE_AFTER)
    if day is None:
        return _of_names(words)
    rest = f"{words[: day.start]} {words[day.end :]}".strip(" \u3000|，,")
    found = (
        _of_fields(list(_fields(rest))) or _of_head(rest)
        if day.timed or "原创" in rest
        else _of_fields(list(_fields(rest))) or _of_names(rest)
    )
    return found._replace(date=found.date or day.date) if found else None


class CreditField(NamedTuple):
    """A role with a colon, and who or what it names."""

    role: str
    value: str

    @property
    def sort(self) -> CreditSort:
        """What the role says; where it says two things (文/摄影) the first."""
        return _sort_of(self.role)


def _sort_of(role: str) -> CreditSort:
    plain = re.sub(rf"[\s\u3000]|^{BEFORE_ROLE}+", "", role)
    if plain in SORT_OF:
        return SORT_OF[plain]
    sorts = {SORT_OF.get(part, CreditSort.WRITER) for part in re.split("[/／、&和]", plain)}
    return next(sort for sort in SORT_ORDER if sort in sorts)


def _fields(words: str) -> Iterator[CreditField]:
    """The fields of a line that is made of them; none where it begins with something else."""
    matches = list(FIELD.finditer(words))
    if not matches:
        return
    above = words[: matches[0].start()].strip()
    if above and not all(map(name_kind, _PARTS.split(above))):
        return
    ends = [*(match.start() for match in matches[1:]), len(words)]
    for place, (match, end) in enumerate(zip(matches, ends, strict=True)):
        value = words[match.end() : end].strip(" \u3000，,；;、/|｜·")
        yield CreditField(match[1], f"{above} {value}".strip() if not place else value)


def _of_fields(fields: Sequence[CreditField]) -> Credit | None:
    if not fields or not all(map(_holds, fields)):
        return None
    sorts = {field.sort for field in fields}
    sort = next(sort for sort in SORT_ORDER if sort in sorts)
    date = next((day for field in fields if (day := _day_of(field))), None)
    origin = next((field.value for field in fields if field.sort is CreditSort.ORIGIN), "")
    shown = [_without_number(field) for field in fields if field.sort in PRINTED_SORTS]
    beside = [field for field in fields if field.sort in (CreditSort.EDITOR, CreditSort.CONTACT)]
    if sort is CreditSort.DATE and date is None:
        return None
    numbers = [found[0] for field in fields for found in _TELEPHONE.finditer(field.value)]
    left = "\u3000".join(filter(None, (*numbers, _printed(beside))))
    return Credit(sort, _printed(shown), cues.NAMED, origin, date, beside=left)


def _of_names_and_contact(words: str, fields: Sequence[CreditField]) -> Credit | None:
    """单位 姓名 with a telephone behind them: a by-line, whose number is not printed."""
    if any(field.sort is not CreditSort.CONTACT for field in fields):
        return None
    match = FIELD.search(words)
    found = _of_names(words[: match.start()].strip()) if match else None
    if match is None or found is None or found.confidence < cues.UNIT_AND_PERSON:
        return None
    return found._replace(beside=words[match.start() :].strip())


def _without_number(field: CreditField) -> CreditField:
    """A field without the telephone number that stands behind the names."""
    return field._replace(value=_TELEPHONE.sub("", field.value).strip(" \u3000，,、"))


def _day_of(field: CreditField) -> datetime.date | None:
    day = day_in(field.value)
    return day.date if day else None


def _holds(field: CreditField) -> bool:
    """Whether a field's value is one that such a role has."""
    value = field.value
    if not value or _STOP.search(value) or len(value) > cues.LONGEST_VALUE:
        return False
    if field.sort is CreditSort.DATE:
        return day_in(value) is not None and not _OTHER_FIELD.search(value)
    if field.sort is CreditSort.CONTACT:
        return True
    if re.search("[:：]", value) and not day_in(value):
        return False
    if field.role in UNITS_ONLY:
        return is_unit(value)
    if re.sub(rf"^{BEFORE_ROLE}+", "", field.role) in PEOPLE_ONLY:
        return all(map(name_kind, _PARTS.split(closed_up(value))))
    return True


def _printed(fields: Sequence[CreditField]) -> str:
    """Fields as an issue prints them; who sent it in, in whatever words, is 供稿."""
    if fields and all(field.role in GIVERS for field in fields):
        return f"供稿：{' '.join(names_printed(field.value) for field in fields)}"
    return "\u3000".join(f"{_tight(field.role)}：{names_printed(field.value)}" for field in fields)


def _tight(role: str) -> str:
    return re.sub(r"[ \u3000]+", "", role)


def names_printed(value: str) -> str:
    """Names parted as an issue parts them: 单位 姓名、姓名. Spaces inside a name stay."""
    value = re.sub(r"\s*[,，;；]\s*", "、", value)
    value = re.sub(r"[ \u3000]{2,}", " ", value)
    words = value.split(" ")
    joined = words[0]
    for before, word in pairwise(words):
        kind = name_kind(re.split("[、/／]", word)[0])
        both = kind is not None and kind is name_kind(re.split("[、/／]", before)[-1])
        joined += f"、{word}" if both else f" {word}"
    return joined


def _of_names(words: str) -> Credit | None:
    """A line of names, with or without the roles before or after them."""
    if not words or _STOP.search(words) or re.search("[:：“”《》]", words):
        return None
    roles: list[str] = []
    kinds: list[NameKind] = []
    for word in filter(None, _PARTS.split(closed_up(words.translate(_NO_BRACKETS)))):
        role, name = _role_and_name(word)
        kind = _kind_of_name(name)
        if name and kind is None:
            return None
        roles += [role] if role else []
        kinds += [kind] if kind else []
    if not kinds or is_office(words.rsplit(maxsplit=1)[-1]):
        return None
    return _with_roles(words, roles) if roles else _without_roles(words, kinds)


def _kind_of_name(name: str) -> NameKind | None:
    """What a word of a by-line names; an office is named as the body is that has it."""
    kind = name_kind(name) if name else None
    return NameKind.UNIT if kind is None and is_office(name) else kind


def _role_and_name(word: str) -> tuple[str, str]:
    """The role in a word and the name that is left of it."""
    if word in ALONE:
        return word, ""
    before = GLUED_BEFORE.match(word)
    role, name = (before[1], word[before.end() :]) if before else ("", word)
    after = GLUED_AFTER.search(name)
    if after and not (name_kind(name) and not name_kind(name[: after.start()])):
        return role or after[1], name[: after.start()]
    return role, name


def _with_roles(words: str, roles: Sequence[str]) -> Credit:
    if all(role in PICTURE_WORDS for role in roles):
        return Credit(CreditSort.PHOTO, words, cues.NAMED)
    sure = cues.NAMED if len(roles) > 1 or words.startswith(tuple(ALONE)) else cues.ROLE_AFTER
    if len(roles) == 1 and roles[0] in GIVER_WORDS:
        giver = re.sub(rf"^{roles[0]}[\s/／]*|\s*{roles[0]}$", "", words)
        return Credit(CreditSort.WRITER, f"供稿：{names_printed(giver)}", sure)
    return Credit(CreditSort.WRITER, re.sub(r"\s{2,}", " ", words), sure)


def _without_roles(words: str, kinds: Sequence[NameKind]) -> Credit:
    """单位 姓名, or one of them: a by-line only where it stands where by-lines do."""
    if is_medium(words):
        return Credit(CreditSort.ORIGIN, "", cues.UNIT_AND_PERSON, words, named=False)
    if NameKind.UNIT in kinds and NameKind.PERSON in kinds:
        sure = cues.UNIT_AND_PERSON
    else:
        sure = cues.UNIT_ONLY if NameKind.UNIT in kinds else cues.PERSON_ONLY
    return Credit(CreditSort.WRITER, f"供稿：{names_printed(words)}", sure, named=False)


def _of_head(words: str) -> Credit | None:
    """The line under the title of a web page: 原创 陆明远 云栖发布, with day and hour beside it."""
    parts = [part for part in _PARTS.split(closed_up(words)) if part and part != "原创"]
    kinds = [name_kind(part) for part in parts]
    if not parts:
        return Credit(CreditSort.DATE, "", cues.NAMED)
    if len(parts) > cues.MOST_HEAD_WORDS or any(
        len(part) > cues.LONGEST_HEAD_WORD for part in parts
    ):
        return None
    people = [part for part, kind in zip(parts, kinds, strict=True) if kind is NameKind.PERSON]
    origin = next((part for part in parts if is_unit(part)), "")
    if people:
        return Credit(CreditSort.WRITER, f"作者：{'、'.join(people)}", cues.NAMED, origin)
    return Credit(CreditSort.ORIGIN, "", cues.NAMED, origin or " ".join(parts))


def credit_at_end(string: str) -> tuple[int, Credit] | None:
    """Where a by-line at the end of a paragraph's text begins, and what it says; None without one.

    It stands in brackets behind the end of a sentence or, where it says what it is, behind a title;
    or behind a gap or a bullet.
    """
    for opening, closing in _PAIRS.items():
        stripped = string.removesuffix("。") if string.endswith(f"{closing}。") else string
        start = stripped.rfind(opening) if stripped.endswith(closing) else 0
        if start > 0:
            found = _at(string, start)
            after_title = bool(found and found[1].named) and start <= cues.LONGEST_TITLE
            return found if after_title or _ends_sentence(string[:start]) else None
    gap = _GAP.search(string, max(0, len(string) - cues.LONGEST_CREDIT))
    if gap is None or not _ends_sentence(string[: gap.start(1)]):
        return None
    return _at(string, gap.start(1))


_GAP = re.compile(
    rf"[。！？”）]((?:\s*[{_BULLETS}]|\s{{2,}}|\s*(?=(?:{ANY_ROLE})\s*[:：]))[^。！？]{{2,40}})$"
)


def _at(string: str, start: int) -> tuple[int, Credit] | None:
    found = credit_of(string[start:].strip())
    return (start, found) if found and found.sort is CreditSort.WRITER else None


def _ends_sentence(string: str) -> bool:
    return string.rstrip().endswith(("。", "！", "？", "”", "）", "!", "?", ".", "…"))
