"""Which pages `1-3, 5` means."""

from __future__ import annotations

import re


def pages_of(written: str, count: int) -> list[int] | None:
    """The pages meant, from 1, each once in their order; all for an empty text, None where it
    cannot be read or means no page.
    """
    plain = written.translate(str.maketrans("，、；－–—～~", ",,,-----", " \u3000"))
    if not plain:
        return list(range(1, count + 1))
    found: set[int] = set()
    for part in plain.strip(",").split(","):
        match = re.fullmatch(r"(\d{1,5})?(-)?(\d{1,5})?", part)
        if match is None or not (match[1] or match[3]):
            return None
        first = int(match[1] or 1)
        last = int(match[3] or (count if match[2] else first))
        if not 1 <= first <= last <= count:
            return None
        found.update(range(first, last + 1))
    return sorted(found)
