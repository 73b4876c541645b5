"""Who is alive: locks the system itself takes back when a process dies, and the start of a process,
which tells it from a later one.

Some disks, network homes above all, know no such locks. There a file says who owns it, and whether
that process lives is looked up.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

_STARTED = 19
"""Place of the start time in /proc/<pid>/stat behind the name, counted from 0."""


_ANOTHERS = frozenset((errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK))
"""What a system answers that knows locks and whose lock is taken; anything else means that this
disk knows none.
"""


_LOGINS = ("LOGNAME", "USER", "LNAME", "USERNAME")
"""Where the name is that somebody logged in by, as `getpass` of the standard library has it."""


class Owner(Struct, frozen=True):
    """A process: its machine, its number, and its start, which tells it from a later one of that
    number.
    """

    machine: str
    process: int
    started: str


def this_process() -> Owner:
    """This process as the owner of a file: machine, number, and when it was started."""
    return Owner(machine(), os.getpid(), started(os.getpid()))


def machine() -> str:
    """The name of this machine."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def person() -> str:
    """Who sits here: the full name where the system knows it, else the login."""
    name = next((os.environ[key] for key in _LOGINS if os.environ.get(key)), "")
    if sys.platform != "win32":
        import pwd

        with suppress(KeyError):
            known = pwd.getpwuid(os.getuid())
            # name, room, telephones: the system has them in one field
            name = known.pw_gecos.split(",")[0].strip() or name or known.pw_name
    return name or "?"


def lives(owner: Owner) -> bool | None:
    """Whether a process is there; None for one of another machine, of which nothing can be
    known.
    """
    return started(owner.process) == owner.started if owner.machine == machine() else None


def is_open_here(path: Path) -> bool:
    """Whether this process has a file open, whatever it is called now; True where the system does
    not tell.
    """
    with suppress(OSError):
        state = path.stat()
        for name in os.listdir("/dev/fd"):  # noqa: PTH208, numbers, not files
            with suppress(OSError, ValueError):
                if os.path.samestat(os.fstat(int(name)), state):
                    return True
        return False
    return True


def hold(descriptor: int) -> bool | None:
    """Take a file for this process until it is closed or the process ends; False where another has
    it, None where no locks are known.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            # Windows locks bytes from where the file stands: always the first
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in _ANOTHERS else None
    return True


def started(process: int) -> str:
    """When a process of this machine started, in the system's own count; empty where there is none
    of that number.

    Where the system does not tell, "?" for a process that is there.
    """
    if sys.platform == "win32":
        return _started_on_windows(process)
    with suppress(OSError, ValueError, IndexError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        fields = (
            # the name stands in brackets and may hold brackets and spaces itself
            Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        )
        # a zombie or a dead one; the start is counted from the boot, which therefore belongs to it
        return "" if fields[0] in "ZX" else f"{boot}:{fields[_STARTED]}"
    try:
        # signal 0 reaches nobody: it asks whether there is somebody
        os.kill(process, 0)
    except PermissionError:
        return "?"
    except (OSError, OverflowError):
        return ""
    return "?"


def _started_on_windows(process: int) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    handle = kernel.OpenProcess(0x1000, 0, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        # denied: it is there, and somebody else's
        return "?" if ctypes.get_last_error() == 5 else ""
    times = [wintypes.FILETIME() for _ in range(4)]
    code = wintypes.DWORD()
    try:
        # STILL_ACTIVE
        running = kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value == 259
        known = kernel.GetProcessTimes(handle, *(ctypes.byref(part) for part in times))
        begun = f"{times[0].dwHighDateTime}:{times[0].dwLowDateTime}" if known else "?"
        return begun if running else ""
    finally:
        kernel.CloseHandle(handle)
