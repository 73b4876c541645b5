"""The order an editor counts files in: 2 before 10, 二 before 十, 第九期 before 第十期."""

from __future__ import annotations

import re
import unicodedata

from layouts.manuscript.numerals import whole_number

_CHINESE = "[〇零一二三四五六七八九十百]{1,4}"
_NUMBER = re.compile(
    rf"(?P<digits>\d{{1,18}})"
    rf"|(?<=第)(?P<after>{_CHINESE})"
    rf"|(?:(?<=[(\[【])|\A)(?P<before>{_CHINESE})(?=[、.,_\-\s)\]】]|\Z)"
    rf"|(?P<last>{_CHINESE})\Z"
)
"""A Chinese numeral counts where it can be nothing else: behind 第, alone before a mark at the
beginning or in brackets, and at the very end (通知一, 通知二); not in 三江集团.
"""

Key = tuple[tuple[int, int, str], ...]


def natural_key(name: str) -> Key:
    """What names are sorted by, without the ending of a file."""
    plain = unicodedata.normalize("NFKC", name).casefold().strip()
    parts: list[tuple[int, int, str]] = []
    end = 0
    for match in _NUMBER.finditer(plain):
        if match.start() > end:
            parts.append((1, 0, plain[end : match.start()]))
        parts.append((0, whole_number(match[0]), ""))
        end = match.end()
    if end < len(plain):
        parts.append((1, 0, plain[end:]))
    return tuple(parts)


_ORDINAL = re.compile(
    rf"(?:\d{{1,3}}|{_CHINESE})\s*[、.．_\-—\s]\s*|[（(](?:\d{{1,3}}|{_CHINESE})[)）]\s*|0\d(?=\D)"
)
_BRACKETS = re.compile(r"[【\[［〔〖](.+)[】\]］〕〗]")


def bare_name(name: str) -> str:
    """A folder's name as a section is called: without its number and brackets."""
    bare = name.strip()
    if match := _ORDINAL.match(bare):
        bare = bare[match.end() :].strip() or bare
    match = _BRACKETS.fullmatch(bare)
    return match[1].strip() if match else bare
