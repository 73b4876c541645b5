"""Regular expressions that are compiled when a text first needs them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def later(source: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern for what few issues have, compiled when first asked for: each would take up to a
    millisecond of every start.

    What nearly every issue needs is better compiled at once: an export forks after its imports, and
    each process would compile it again.
    """
    return cache(lambda: re.compile(source, flags))
