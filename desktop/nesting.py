"""HTML that is nested deeper than any page: Qt's reading of it takes the square of its depth."""

from __future__ import annotations

import re
from collections import Counter

DEEPEST = 500
"""Elements inside each other; pages of editors and word processors have some dozens."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_LEFT_OPEN = frozenset(
    {
        *("p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "colgroup"),
        *("br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "source"),
    }
)
"""Elements that HTML need not close (HTML 13.1.2): they tell nothing of the depth."""


def flat(html: str) -> str:
    """The HTML as it is; without its tags where it is nested deeper than `DEEPEST`."""
    return _TAG.sub(" ", html) if _depth(html) > DEEPEST else html


def _depth(html: str) -> int:
    """How deep elements lie inside each other at most."""
    deepest = depth = 0
    open_now: Counter[str] = Counter()
    for match in _TAG.finditer(html):
        closes, name, closed = match[1], match[2].lower(), match[3]
        if name in _LEFT_OPEN or closed:
            continue
        if not closes:
            open_now[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif open_now[name]:
            open_now[name] -= 1
            depth -= 1
    return deepest
