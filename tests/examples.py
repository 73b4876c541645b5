"""How many examples a test tries: three of five in CI, which has half an hour for everything, a
quarter on somebody's desk, where an answer within minutes is worth more, all of them with
`--hypothesis-profile=ci`.
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

IN_CI, QUICK = WHOLE * 3 // 5, WHOLE // 4

Value = TypeVar("Value")


def examples(whole: int) -> int:
    """The examples of a property that tries `whole` of them in all."""
    return max(whole * settings.default.max_examples // WHOLE, min(whole, LEAST))


def some_of(values: Sequence[Value], turn: int) -> Sequence[Value]:
    """All values in CI, on a desk every fourth: another fourth at each turn, so that tests that take
    turns leave none out.
    """
    step = max(WHOLE // settings.default.max_examples, 1)
    return values[turn % step :: step]
