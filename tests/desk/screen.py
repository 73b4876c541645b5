"""A screen of the test's own: X server, session bus, window manager, and a fresh home; nothing of
the machine's own desktop is touched or seen.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")

NEEDED = ("Xvfb", "openbox", "xdotool", "xclip", "dbus-daemon")
"""Programs without which no desk can be set up; in Debian the packages are called so too, but
`xvfb`.
"""

PATIENCE = 60.0
"""Seconds after which what was waited for is held never to come: a slow machine is no fault."""

OF_A_DESKTOP = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XMODIFIERS",
    "SESSION_MANAGER",
    "DBUS_",
    "IBUS_",
    "FCITX_",
    "GTK_",
    "QT_",
    "XDG_",
    "LANG",
    "LC_",
)
"""How the variables begin that tell a program which desktop it runs on."""


def missing(*programs: str) -> list[str]:
    """Which of the programs that a desk needs, and of these others, are not installed."""
    return [name for name in (*NEEDED, *programs) if shutil.which(name) is None]


def until(found: Callable[[], Found], what: str, patience: float = PATIENCE) -> Found:
    """The first answer that is true; an error that says what was waited for where none comes."""
    end = time.monotonic() + patience
    while not (answer := found()):
        assert time.monotonic() < end, f"in {patience:.0f} s this did not come: {what}"
        time.sleep(0.05)
    return answer


class Screen:
    """An X server with what belongs to it, all of it ended by `close`.

    `around` is the environment for programs on it, `folder` its own: with a short name, since that
    of a socket in it may have 107 characters.
    """

    def __init__(self, size: str, language: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
        self._running: list[subprocess.Popen[bytes]] = []
        home, runtime = self.folder / "home", self.folder / "run"
        home.mkdir(parents=True)
        runtime.mkdir(mode=0o700)
        self.around = {
            name: value for name, value in os.environ.items() if not name.startswith(OF_A_DESKTOP)
        } | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            # what the window speaks: a locale that is not installed would do to Python what C does
            "LANGUAGE": language,
            "LC_MESSAGES": f"{language}.UTF-8",
            "GSETTINGS_BACKEND": "keyfile",
            "QT_QPA_PLATFORM": "xcb",
        }
        try:
            self._set_up(size)
        except BaseException:
            self.close()
            raise

    def _set_up(self, size: str) -> None:
        server = self.spawn(
            ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", f"{size}x24"],
            stdout=subprocess.PIPE,
        )
        self.around["DISPLAY"] = f":{self._first_line(server)}"
        bus = self.spawn(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE
        )
        self.around["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(bus)
        self.spawn(["openbox", "--sm-disable"])

    def _first_line(self, process: subprocess.Popen[bytes]) -> str:
        assert process.stdout is not None
        said = process.stdout.readline().decode().strip()
        assert said, f"{process.args} did not start: {self.log()}"
        return said

    def spawn(
        self, words: Sequence[str | Path], *, cwd: Path | None = None, stdout: int | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program that runs until the screen is closed; what it says goes into the log."""
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                words,
                env=self.around,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=stdout or log,
                stderr=log,
                start_new_session=True,
            )
        self._running.append(process)
        return process

    def run(self, *words: object, given: str | None = None) -> str:
        """Run a program to its end; what it said."""
        done = subprocess.run(
            [str(word) for word in words],
            env=self.around,
            input=given.encode() if given is not None else b"",
            stdout=subprocess.PIPE if given is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
        return (done.stdout or b"").decode("utf8", "replace")

    def log(self) -> str:
        """What all programs said, its end."""
        path = self.folder / "log"
        return path.read_text("utf8", "replace")[-4000:] if path.exists() else ""

    def close(self) -> None:
        """End every program, the last one first, with all that it started itself."""
        for process in reversed(self._running):
            for sign, seconds in ((signal.SIGTERM, 5), (signal.SIGKILL, 30)):
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, sign)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(seconds)
                    break
            if process.stdout is not None:
                process.stdout.close()
        self._running.clear()
        shutil.rmtree(self.folder, ignore_errors=True)
