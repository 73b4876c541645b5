"""What is raised in an override of Qt's is told, and ends nothing.

Python 3.11 hands on an exception of its own making (an index out of range) as a mere text until
somebody catches it; PySide 6.11 reads it as an exception where Qt was called from Python, and the
whole program crashes. Caught once and raised again, it is one.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Kind = TypeVar("Kind", bound=type)
Result = TypeVar("Result")
Asked = ParamSpec("Asked")


def sound(kind: Kind) -> Kind:
    """A class whose overrides may raise anything: for those that call Qt inside of its events, by
    `event` or `viewportEvent` of their own.
    """
    if sys.version_info < (3, 12):
        for name, function in tuple(vars(kind).items()):
            if inspect.isfunction(function) and name[0] != "_" and hasattr(kind.__base__, name):
                setattr(kind, name, _caught(function))
    return kind


def _caught(override: Callable[Asked, Result]) -> Callable[Asked, Result]:
    @wraps(override)
    def called(*asked: Asked.args, **named: Asked.kwargs) -> Result:
        try:
            return override(*asked, **named)
        except Exception:  # noqa: TRY203, it is another one then: see above
            raise

    return called
