"""Characters that came in wrong and are put right before parsing: old GBK positions, radicals,
controls, invisible ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from layouts.errors import Finding, Level, Source
from layouts.messages.manuscript import (
    CHARACTERS_LOST,
    CONTROLS_REMOVED,
    INVISIBLE_REMOVED,
    PRIVATE_USE_CONVERTED,
    RADICALS_CONVERTED,
)
from layouts.messages.message import Message

_PRIVATE_USE = Path(__file__).parents[2] / "resources" / "manuscript" / "gbk-private-use.json"

_UNUSUAL = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and line feed
    "\xad\u200b\u200e\u200f"  # soft hyphen, space of no width, directions
    "\u2028-\u202e\u2060-\u206f"  # ends of lines and paragraphs, directions, joiners
    "\u2e80-\u2fd5\ue815-\ue864"  # radicals; private use of GBK
    "\ufeff\ufffc-\uffff"  # byte order mark, what stands for something lost, no characters
    "]"
)
"""Whatever any rule below looks for: one search tells that a manuscript has none of it, which is
the common case.
"""

_RADICALS_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车长门青页风飞食马鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals (U+2E80–2EF3) that PDF readers write for the Hanzi of the same shape, after Unicode's
EquivalentUnifiedIdeograph.txt. Those that GBK lists as characters of their own are left alone."""

GBK_PRIVATE = "\ue815-\ue864"
RADICALS = "\u2f00-\u2fd5" + "".join(_RADICALS_SUPPLEMENT)
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
UNSEEN = "\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"

REPAIRED = f"\r{GBK_PRIVATE}{RADICALS}{_BREAKS}{UNSEEN}"
"""Characters, as a class of a pattern, that stay what they are only where they are written as
references.
"""

REMOVED = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
"""Control characters and such as are none: no manuscript can hold them."""


def repair(text: str, file: str) -> tuple[str, tuple[Finding, ...]]:
    """Line ends made one kind, unusual characters replaced or removed, each sort with a finding on
    the first line it stands on.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings: list[Finding] = []
    if _UNUSUAL.search(text):
        for rule in (_private_use, _radicals, _controls, _invisible, _lost):
            text = rule(text, file, findings)
    return text, tuple(findings)


@cache
def _private() -> dict[str, str]:
    import json

    table: dict[str, str] = json.loads(_PRIVATE_USE.read_text("utf-8"))["map"]
    return {chr(int(old, 16)): chr(int(new, 16)) for old, new in table.items()}


def hanzi_of_private(character: str) -> str:
    """The standard character that one of `GBK_PRIVATE` stands for."""
    return _private()[character]


def hanzi_of_radical(radical: str) -> str:
    """The Hanzi of the same shape as one of `RADICALS`."""
    import unicodedata

    return _RADICALS_SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)


def _replace(
    text: str, pattern: str, put: Callable[[str], str], finding: Callable[[str, int, int], None]
) -> str:
    """Replace what `pattern` finds; `finding` is told the first character, its line, and how many
    there were.
    """
    matcher = re.compile(pattern)
    first = matcher.search(text)
    if not first:
        return text
    replaced, count = matcher.subn(lambda match: put(match[0]), text)
    finding(first[0], text.count("\n", 0, first.start()) + 1, count)
    return replaced


def _reporter(
    findings: list[Finding], file: str, level: Level, code: str, message: Message
) -> Callable[[str, int, int], None]:
    def report(character: str, line: int, count: int) -> None:
        said = message(char=character, code=f"U+{ord(character):04X}", count=count)
        findings.append(Finding(level, code, *said, Source(file, line)))

    return report


def _say_nothing(_character: str, _line: int, _count: int) -> None:
    """For replacements that change nothing an editor sees."""


def _private_use(text: str, file: str, findings: list[Finding]) -> str:
    report = _reporter(findings, file, "notice", "private-use-converted", PRIVATE_USE_CONVERTED)
    return _replace(text, f"[{GBK_PRIVATE}]", hanzi_of_private, report)


def _radicals(text: str, file: str, findings: list[Finding]) -> str:
    report = _reporter(findings, file, "notice", "radicals-converted", RADICALS_CONVERTED)
    return _replace(text, f"[{RADICALS}]", hanzi_of_radical, report)


def _controls(text: str, file: str, findings: list[Finding]) -> str:
    report = _reporter(findings, file, "warning", "control-characters", CONTROLS_REMOVED)
    # Word's line break is U+000B, a page's end U+000C: the words on either side must not run
    # together.
    text = _replace(text, f"[{_BREAKS}]", lambda _: " ", _say_nothing)
    return _replace(text, f"[{REMOVED}]", lambda _: "", report)


def _invisible(text: str, file: str, findings: list[Finding]) -> str:
    report = _reporter(findings, file, "notice", "invisible-characters", INVISIBLE_REMOVED)
    return _replace(text, f"[{UNSEEN}]", lambda _: "", report)


def _lost(text: str, file: str, findings: list[Finding]) -> str:
    report = _reporter(findings, file, "warning", "lost-characters", CHARACTERS_LOST)
    return _replace(text, "[\ufffc\ufffd]", lambda found: found, report)
