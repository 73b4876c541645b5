"""A manuscript file to text: UTF-8, UTF-16 and GB 18030 are recognised, anything else is refused
with a sentence.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from layouts.errors import ManuscriptError, Source
from layouts.inputs import read_input, why

SIZE_LIMIT = 20_000_000
"""Bytes we are willing to read: about 7,000 pages of text. Anything larger is not a manuscript."""

_SAMPLE = 20_000
_PLAUSIBLE = 0.8
"""Likeness that Chinese text has at least: traditional characters 0.95, but Big5 taken for GB 18030
0.6, UTF-16 for GB 18030 0.4.
"""

_OUTSIDE_GB2312 = 0.9
"""What a Hanzi counts that GB 2312 does not have: text in the wrong encoding is full of them."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "Word 或压缩文件", "a Word document or an archive"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件", "an old Word or Excel document"),
    (b"%PDF", "PDF 文件", "a PDF"),
    (b"{\\rtf", "RTF 文件", "an RTF document"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"\x89PNG", "图片", "a picture"),
)
# Patterns, not compiled: only files that are not UTF-8 need them.
_CONTROLS = "[\x00-\x08\x0e-\x1f\x7f-\x9f]"
_CHINESE = (
    "[\u2010-\u206f\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef\U00020000-\U0003ffff]+"
)
_BEYOND_ASCII = "[^\x00-\x7f\ufffd]+"


def read_bytes(path: Path) -> bytes:
    """The bytes of a manuscript, or a ManuscriptError where there are none to be had.

    A file over `SIZE_LIMIT` is not read at all.
    """
    source = Source(str(path))
    try:
        data = read_input(path, SIZE_LIMIT)
    except FileNotFoundError:
        raise ManuscriptError("找不到这个稿件文件", "there is no such manuscript", source) from None
    except OSError as error:
        reason = why(error)
        raise ManuscriptError(
            f"稿件文件读不出来：{reason.zh}", f"the manuscript cannot be read: {reason.en}", source
        ) from error
    if not data.strip():
        raise ManuscriptError("稿件文件是空的", "the manuscript is empty", source)
    return data


def decode(data: bytes, file: str) -> str:
    """The text of a manuscript.

    Byte order marks are believed; without one UTF-8 is tried first, then what reads most like
    Chinese.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, data[len(mark) :], file)
    for signature, zh, en in _SIGNATURES:
        if data.startswith(signature):
            raise ManuscriptError(
                f"这是{zh}，不是 Markdown 文本", f"this is {en}, not Markdown text", Source(file)
            )
    if b"\0" not in data:
        try:
            return data.decode()
        except UnicodeDecodeError:
            _refuse_damaged_utf8(data, file)
    return _most_plausible(data, file)


def _decode_as(encoding: str, data: bytes, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise _damaged(encoding.upper(), Source(file, line)) from None


def _damaged(encoding: str, source: Source) -> ManuscriptError:
    return ManuscriptError(
        f"这一行有损坏的字符（{encoding} 编码）",
        f"this line holds damaged characters ({encoding})",
        source,
    )


def _refuse_damaged_utf8(data: bytes, file: str) -> None:
    """Raise where a file is UTF-8 but for a few bytes: read as GB 18030 it would print as mojibake
    (锟斤拷).
    """
    text = data.decode(errors="replace")
    damaged = text.count("\ufffd")
    if damaged * 10 <= sum(map(len, re.findall(_BEYOND_ASCII, text))):
        raise _damaged("UTF-8", Source(file, text.count("\n", 0, text.index("\ufffd")) + 1))


def _most_plausible(data: bytes, file: str) -> str:
    best, text = _PLAUSIBLE, ""
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        try:
            candidate = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _likeness_to_chinese(candidate[:_SAMPLE])
        if score > best:
            best, text = score, candidate
    if not text:
        raise ManuscriptError(
            "认不出文件的编码（可读 UTF-8、UTF-16、GB 18030）；请另存为 UTF-8",
            "the encoding is none we know (UTF-8, UTF-16, GB 18030); please save the file as UTF-8",
            Source(file),
        )
    return text


def _likeness_to_chinese(text: str) -> float:
    """Share of Hanzi and Chinese marks among the characters beyond ASCII; 0 for text that is full
    of control characters.
    """
    if len(re.findall(_CONTROLS, text)) * 20 > len(text):
        return 0.0
    foreign = "".join(re.findall(_BEYOND_ASCII, text))
    if not foreign:
        return 1.0
    common = len(foreign.encode("gb2312", "ignore")) / 2
    chinese = max(common, sum(map(len, re.findall(_CHINESE, foreign))))
    return (common + (chinese - common) * _OUTSIDE_GB2312) / len(foreign)
