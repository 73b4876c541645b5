"""Tests of files that may not be read or written, for every user: root gives up the privilege that
no permission binds it.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """Inside, permissions bind this thread as they bind any owner of a file (capabilities(7):
    CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH).
    """
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    assert sys.platform == "linux", (
        "only Linux lets root give up a single privilege; run the tests as another user here"
    )
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = _Header(_VERSION_3, 0), (_Set * 2)()

    def call(function: str) -> None:
        if getattr(libc, function)(ctypes.byref(header), ctypes.byref(sets)):
            raise OSError(ctypes.get_errno(), f"{function} failed")

    call("capget")
    before = sets[0].effective
    try:
        sets[0].effective = before & ~(_DAC_OVERRIDE | _DAC_READ_SEARCH)
        call("capset")
        yield
    finally:
        sets[0].effective = before
        call("capset")
