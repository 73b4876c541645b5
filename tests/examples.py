"""How many examples a test tries: all of them in CI, a quarter on somebody's desk, where an answer
within minutes is worth more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

WHOLE = 100
"""The examples of hypothesis' own profiles; a profile with fewer takes its part of every number a
test asks for.
"""

LEAST = 5
"""Examples that no profile takes away."""

QUICK = WHOLE // 4

Value = TypeVar("Value")


def examples(whole: int) -> int:
    """The examples of a property that tries `whole` in CI."""
    return max(whole * settings.default.max_examples // WHOLE, min(whole, LEAST))


def some_of(values: Sequence[Value], turn: int) -> Sequence[Value]:
    """All values in CI, else every fourth: another fourth at each turn, so that tests that take
    turns leave none out.
    """
    step = max(WHOLE // settings.default.max_examples, 1)
    return values[turn % step :: step]
