"""How much memory a process has for itself now, asked from outside: one that is busy tells
nothing.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path


def memory_of(process: int) -> int | None:
    """Bytes of memory that a process has in use; None where the system does not tell, or it has
    ended.
    """
    if sys.platform == "win32":
        return _on_windows(process)
    if sys.platform == "darwin":
        return _on_mac(process)
    with suppress(OSError, ValueError, IndexError):
        import os

        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return None


def _on_windows(process: int) -> int | None:
    if sys.platform != "win32":
        return None
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((f"size{number}", ctypes.c_size_t) for number in range(8)),
        ]

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    # PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_VM_READ
    handle = kernel.OpenProcess(0x1000 | 0x0010, 0, process)
    if not handle:
        return None
    counters = Counters(cb=ctypes.sizeof(Counters))
    try:
        told = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        # PeakWorkingSetSize, WorkingSetSize
        return int(counters.size1) if told else None
    finally:
        kernel.CloseHandle(handle)


def _on_mac(process: int) -> int | None:
    if sys.platform != "darwin":
        return None
    import ctypes

    # rusage_info_v0 of sys/resource.h: a UUID, then eight numbers, the resident size the sixth
    numbers = (ctypes.c_uint64 * 10)()
    try:
        library = ctypes.CDLL("/usr/lib/libproc.dylib")
        failed = library.proc_pid_rusage(process, 0, ctypes.byref(numbers))
    except (OSError, AttributeError):
        return None
    return None if failed else int(numbers[2 + 6])
