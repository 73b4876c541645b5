"""LibreOffice as a child process that makes a Word file of another file.

One at a time, with a profile of its own in a temporary folder: no macros, no links followed, no
network, 30 seconds and 2 GB, and nothing it started goes on.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

MOST_SECONDS: Final = 30
MOST_MEMORY: Final = 2 << 30
"""Bytes of address space LibreOffice may take; it needs some 700 MB for a manuscript."""

MOST_OUTPUT: Final = 300_000_000

_PROGRAMS: Final = ("soffice", "libreoffice", "soffice.exe")
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that never answers: port 9 is for what is thrown away (RFC 863)."""

_FILTER: Final = "docx:MS Word 2007 XML"

_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM: Final = (
    '<item oor:path="/org.openoffice.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SAID: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Office.Common/Misc", "FirstRun", "false"),
)
"""Macros off, links and fields as they are (0: never), a proxy that leads nowhere."""


class TooSlowError(TimeoutError):
    """LibreOffice was not done in `MOST_SECONDS`."""


class NothingMadeError(ValueError):
    """LibreOffice made nothing, or nothing of a size that a manuscript has."""


@cache
def libreoffice() -> Path | None:
    """LibreOffice's program, None where it is not installed."""
    found = (shutil.which(name) for name in _PROGRAMS)
    there = (place for place in _USUAL_PLACES if Path(place).is_file())
    first = next(filter(None, found), None) or next(there, None)
    return Path(first) if first else None


def converted(program: Path, source: Path, folder: Path) -> Path:
    """The Word file that LibreOffice makes of a file, both in a folder that is nobody else's.

    TooSlowError, NothingMadeError where it makes none.
    """
    profile, out = folder / "profile", folder / "out"
    _write_profile(profile)
    out.mkdir()
    _run(
        [
            *_limited(),
            *_without_network(),
            str(program),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--convert-to",
            _FILTER,
            "--outdir",
            str(out),
            str(source),
        ],
        folder,
    )
    made = out / f"{source.stem}.docx"
    if not made.is_file() or made.is_symlink() or not 0 < made.stat().st_size <= MOST_OUTPUT:
        raise NothingMadeError
    return made


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "\n".join(
        _ITEM.format(path=path, name=name, value=value) for path, name, value in _SAID
    )
    settings = _SETTINGS.format(items=items)
    (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")


def _run(arguments: Sequence[str], folder: Path) -> None:
    """Run a program for as long as it may take. Nothing it started goes on."""
    child = subprocess.Popen(  # noqa: S603 - LibreOffice as installed, arguments of our own
        arguments,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )
    try:
        child.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TooSlowError from error
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a program and all it started."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    elif child.poll() is None:
        subprocess.run(  # noqa: S603
            ["taskkill", "/F", "/T", "/PID", str(child.pid)],  # noqa: S607
            check=False,
            capture_output=True,
        )
    child.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Next to nothing of our own environment, and a proxy that leads nowhere."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    return kept | proxies | {"HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}


_KEPT: Final = (
    "PATH",
    "LANG",
    "LC_ALL",
    "SYSTEMROOT",
    "PROGRAMFILES",
    "TEMP",
    "TMP",
    "LD_LIBRARY_PATH",
)


@cache
def _without_network() -> tuple[str, ...]:
    """What to put before a program so that it finds no network, where the system lets us."""
    unshare = shutil.which("unshare") if sys.platform == "linux" else None
    if unshare is None:
        return ()
    for options in (("-n",), ("-r", "-n")):
        tried = (unshare, *options)
        done = subprocess.run(  # noqa: S603 - the system's own program
            [*tried, "true"], check=False, capture_output=True, timeout=10
        )
        if done.returncode == 0:
            return (*tried, "--")
    return ()


def _limited() -> tuple[str, ...]:
    """What to put before a program so that it takes limits upon itself: memory (KiB), seconds of
    work, size of files (blocks of 512 bytes).
    """
    if os.name != "posix":
        return ()
    limits = {"v": MOST_MEMORY >> 10, "t": MOST_SECONDS, "f": MOST_OUTPUT >> 9, "c": 0}
    taken = "; ".join(f"ulimit -{name} {most} 2>/dev/null" for name, most in limits.items())
    return ("/bin/sh", "-c", f'{taken}; exec "$@"', "sh")
