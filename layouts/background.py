"""A call that runs beside ours: packing fonts and photos is C code that leaves the other core to
us.

`concurrent.futures` does the same, but importing it takes 13 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Background(Generic[T]):
    """Starts `call` at once on a thread of its own; `result` waits for what it returns or
    raises.
    """

    def __init__(self, call: Callable[[], T]) -> None:
        self._call = call
        self._returned: list[T] = []
        self._raised: list[Exception] = []
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def result(self) -> T:
        """What the call returned; its exception is raised here."""
        self._thread.join()
        if self._raised:
            raise self._raised[0]
        return self._returned[0]

    def _run(self) -> None:
        try:
            self._returned.append(self._call())
        except Exception as error:  # not swallowed: `result` raises it where it can be answered
            self._raised.append(error)
