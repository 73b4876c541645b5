"""Packages of the frozen program for Windows (an installer by NSIS) and macOS (a disk image).

Both are signed where the surroundings say with what: BANXIN_SIGN_WINDOWS, the command that signs a
file; BANXIN_SIGN_MACOS, the identity that codesign takes, else for oneself (`-`).
"""

from __future__ import annotations

import os
import platform
import re
import shlex
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
SCRIPT = HERE / "windows/installer.nsi"


def installer(folder: Path, version: str, out: Path) -> Path:
    """An installer for one user, with what opens .banxin and .md, and a way off again.

    On a system without Windows it packs the folder all the same, which shows that the script is
    sound.
    """
    made = out / f"banxin-{version}-windows-{platform.machine().lower()}.exe"
    icon = folder.parent.parent / "banxin/banxin.ico"
    numbers = (re.findall(r"\d+", version.partition("+")[0]) + ["0"] * 4)[:4]
    for program in folder.glob("*.exe"):
        _sign_for_windows(program)
    defined = {
        "FOLDER": folder,
        "OUT": made,
        "VERSION": version,
        "NUMBERS": ".".join(numbers),
        "ICON": icon,
        "KIBIBYTES": sum(path.lstat().st_size for path in folder.rglob("*")) // 1024,
    }
    told = [f"-D{name}={value}" for name, value in defined.items()]
    _run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *told, str(SCRIPT))
    _sign_for_windows(made)
    return made


def disk_image(folder: Path, version: str, out: Path) -> Path:
    """A disk image with Banxin.app and a link to where programs go."""
    application = folder.parent / "Banxin.app"
    identity = os.environ.get("BANXIN_SIGN_MACOS") or "-"
    hardened = () if identity == "-" else ("--options=runtime", "--timestamp")
    _run("codesign", "--force", "--deep", *hardened, "--sign", identity, str(application))
    staged = folder.parent / "dmg"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    shutil.copytree(application, staged / "Banxin.app", symlinks=True)
    (staged / "Applications").symlink_to("/Applications")
    made = out / f"banxin-{version}-macos-{platform.machine()}.dmg"
    made_of = ("-volname", "Banxin", "-srcfolder", str(staged), "-format", "ULMO")
    _run("hdiutil", "create", *made_of, "-ov", str(made))
    shutil.rmtree(staged)
    return made


def _sign_for_windows(file: Path) -> None:
    command = os.environ.get("BANXIN_SIGN_WINDOWS")
    if command:
        _run(*shlex.split(command, posix=False), str(file))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
