"""Telling what goes on without end from what is merely slow.

Hostile input is answered or refused; what it must not do is keep a program busy. How long that may
take is no question for a test: a worker with a hundred thousand objects of other tests on its heap,
on a runner that others use too, needs several times what a quiet machine does. So the inputs are
made so large that work which grows faster than they do takes many minutes, and the limit lies far
above what work in proportion takes anywhere. Speed itself is measured in tests/speed, as ratios.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 90
"""Of processor time; everything held to it takes less than three on a quiet machine."""


@contextmanager
def an_end() -> Iterator[None]:
    """What is done within comes to an end: an AssertionError where it takes beyond all reason."""
    begun = time.process_time()
    yield
    taken = time.process_time() - begun
    assert taken < SECONDS, f"{taken:.0f} s of processor time: this grows faster than its input"
