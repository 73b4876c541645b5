"""Installs what the build and the smoke test ask of a system beside Python.

On Debian and Ubuntu the libraries of the window and a screen, on Windows NSIS; macOS has all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

LINUX = (
    "binutils", "debootstrap", "desktop-file-utils", "dpkg-dev", "fonts-noto-cjk", "libdbus-1-3",
    "libegl1", "libfontconfig1", "libgl1", "libglib2.0-bin", "libxcb-cursor0", "libxcb-icccm4",
    "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-shape0",
    "libxkbcommon-x11-0", "libxkbcommon0", "shared-mime-info", "xvfb", "xz-utils",
)  # fmt: skip


def main() -> None:
    """Install what is missing; CalledProcessError where that fails."""
    if sys.platform == "linux":
        root = () if os.geteuid() == 0 else ("sudo",)
        _run(*root, "apt-get", "update", "-qq")
        _run(*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *LINUX)
    elif sys.platform == "win32" and not shutil.which("makensis"):
        _run("choco", "install", "nsis", "-y", "--no-progress")


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
