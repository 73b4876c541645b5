"""The ToUnicode map of a composite font: which text a code stands for (ISO 32000-1 9.10.3, Adobe
technical note 5411).
"""

from __future__ import annotations

from collections.abc import Mapping

from layouts.sound_text import printed

ZERO_WIDTH_SPACE = "\u200b"

BLOCK = 100
"""Entries in one bfchar block at most (technical note 5411)."""

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(shown: Mapping[int, str]) -> bytes:
    """The map from two-byte codes to the text each shows: one character, a rare one beyond the BMP,
    or several.
    """
    lines = [f"<{code:04X}> <{_utf16(text)}>" for code, text in sorted(shown.items())]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    body = "".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks
    )
    return (_HEAD + body + _FOOT).encode("ascii")


def _utf16(text: str) -> str:
    """What a reader finds. A glyph has to show something (ISO 19005-2 6.2.11.7.2): one of which
    nothing is drawn, and which would only turn round what was copied, is a space of no width.
    """
    found = printed(text) or ZERO_WIDTH_SPACE
    return found.encode("utf-16-be").hex().upper()
