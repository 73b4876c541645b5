"""The names of a face in all its languages (OpenType, name table).

Records in GBK and Big5 are decoded as such, whatever platform they are filed under.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from struct import iter_unpack
from typing import NamedTuple

COPYRIGHT, FAMILY, STYLE, FULL, POSTSCRIPT = 0, 1, 2, 4, 6
MAKER, LICENCE, LICENCE_URL = 8, 13, 14
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE, MAC_FULL, WWS_FAMILY = 16, 17, 18, 21
"""Name ids of OpenType."""

NOT_IN_NAMES = "|\n"
"""What no name has by which a face is asked for: a key of several names has the first between
them, and a name is one line.
"""

_ASKED_BY = frozenset(
    (FAMILY, FULL, POSTSCRIPT, TYPOGRAPHIC_FAMILY, MAC_FULL, WWS_FAMILY, STYLE, TYPOGRAPHIC_STYLE)
)

_MOST = 4000
"""Characters of one name that are kept; licences are the longest."""

_MOST_RECORDS = 4096

_UNICODE, _MAC, _WINDOWS = 0, 1, 3

_WINDOWS_ENCODINGS = {2: "cp932", 3: "gb18030", 4: "big5hkscs", 5: "cp949", 6: "johab"}
_MAC_ENCODINGS = {1: "shift_jis", 2: "big5hkscs", 3: "euc_kr", 25: "gb18030"}
_MAC_LANGUAGES = {0: "en", 11: "ja", 19: "zh-Hant", 23: "ko", 33: "zh-Hans"}
_MAC_ENCODING_LANGUAGES = {1: "ja", 2: "zh-Hant", 3: "ko", 25: "zh-Hans"}
_WINDOWS_LANGUAGES = {
    0x0804: "zh-Hans",
    0x1004: "zh-Hans",
    0x0404: "zh-Hant",
    0x0C04: "zh-Hant",
    0x1404: "zh-Hant",
}
_PRIMARY_LANGUAGES = {0x09: "en", 0x11: "ja", 0x12: "ko", 0x07: "de", 0x0C: "fr", 0x0A: "es"}
"""The low ten bits of a Windows language id."""


class Record(NamedTuple):
    """One name in one language."""

    name_id: int
    language: str
    text: str


def read_names(table: bytes) -> list[Record]:
    """Every name that can be read, Windows' before Unicode's before Mac's, as they are trusted."""
    if len(table) < 6:
        return []
    count = min(int.from_bytes(table[2:4], "big"), _MOST_RECORDS)
    start = int.from_bytes(table[4:6], "big")
    listed = table[6 : 6 + 12 * count]
    tags = _language_tags(table, 6 + 12 * count, start)
    found = [
        (_TRUST.get(platform, 3), Record(name_id, language, _as_asked(name_id, text)))
        for platform, encoding, language_id, name_id, length, offset in iter_unpack(
            ">HHHHHH", listed[: len(listed) // 12 * 12]
        )
        for language, text in _decoded(
            platform, encoding, language_id, table[start + offset : start + offset + length], tags
        )
    ]
    return [record for _, record in sorted(found, key=lambda one: one[0])]


def _as_asked(name_id: int, text: str) -> str:
    if name_id not in _ASKED_BY:
        return text
    return "".join(char for char in text if char not in NOT_IN_NAMES).strip()


_TRUST = {_WINDOWS: 0, _UNICODE: 1, _MAC: 2}


def by_language(records: list[Record], *ids: int) -> Mapping[str, str]:
    """The names of these ids by language, of the first id that a language has."""
    found: dict[str, str] = {}
    for wanted in ids:
        for name_id, language, text in records:
            if name_id == wanted:
                found.setdefault(language, text)
    return found


def one_name(records: list[Record], *ids: int) -> str:
    """The name of the first of these ids that there is, in English before Chinese before others."""
    for wanted in ids:
        names = by_language(records, wanted)
        if names:
            return names.get("en") or names.get("zh-Hans") or next(iter(names.values()))
    return ""


def _decoded(
    platform: int, encoding: int, language_id: int, data: bytes, tags: list[str]
) -> Iterator[tuple[str, str]]:
    if platform == _WINDOWS:
        language = _windows_language(language_id, tags)
        text = _windows_text(encoding, data)
    elif platform == _UNICODE:
        language = tags[language_id - 0x8000] if 0 <= language_id - 0x8000 < len(tags) else "en"
        text = _utf16(data)
    elif platform == _MAC:
        language, text = _mac_text(encoding, language_id, data)
    else:
        return
    text = "".join(char for char in text[:_MOST] if char.isprintable() or char == "\n").strip()
    if text:
        yield language, text


def _utf16(data: bytes) -> str:
    return data[: len(data) // 2 * 2].decode("utf-16-be", "ignore")


def _windows_text(encoding: int, data: bytes) -> str:
    codec = _WINDOWS_ENCODINGS.get(encoding)
    if codec is None:
        return _utf16(data)
    try:
        # two bytes a character, letters filled up with a zero: so wrote the tools of the nineties
        return data.replace(b"\0", b"").decode(codec)
    except UnicodeDecodeError:
        return _utf16(data)


def _windows_language(language_id: int, tags: list[str]) -> str:
    if 0 <= language_id - 0x8000 < len(tags):
        return tags[language_id - 0x8000]
    known = _WINDOWS_LANGUAGES.get(language_id) or _PRIMARY_LANGUAGES.get(language_id & 0x3FF)
    return known or f"x-{language_id:04x}"


def _mac_text(encoding: int, language_id: int, data: bytes) -> tuple[str, str]:
    language = _MAC_ENCODING_LANGUAGES.get(encoding) or _MAC_LANGUAGES.get(
        language_id, f"x-mac-{language_id}"
    )
    codec = _MAC_ENCODINGS.get(encoding)
    if codec is None and language in {"zh-Hans", "zh-Hant"}:
        codec = "gb18030" if language == "zh-Hans" else "big5hkscs"
    if codec is not None:
        try:
            return language, data.decode(codec)
        except UnicodeDecodeError:
            return language, data.decode("mac_roman")
    if (chinese := _misfiled(data)) is not None:
        return "zh-Hans", chinese
    return language, data.decode("mac_roman")


def _misfiled(data: bytes) -> str | None:
    """GBK filed as Mac Roman, as many Chinese faces have it: what is no ASCII reads as common
    Hanzi throughout, which no word in Mac Roman does.
    """
    if data.isascii():
        return None
    try:
        text = data.decode("gb2312")
    except UnicodeDecodeError:
        return None
    return text if all("一" <= char <= "鿿" for char in text if not char.isascii()) else None


def _language_tags(table: bytes, at: int, start: int) -> list[str]:
    """The languages that a table of format 1 names in words."""
    if int.from_bytes(table[:2], "big") != 1:
        return []
    count = min(int.from_bytes(table[at : at + 2], "big"), _MOST_RECORDS)
    listed = table[at + 2 : at + 2 + 4 * count]
    return [
        _utf16(table[start + offset : start + offset + length])[:35]
        for length, offset in iter_unpack(">HH", listed[: len(listed) // 4 * 4])
    ]
