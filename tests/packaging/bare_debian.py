"""The .deb on a bare Debian 12; a run of its own (root, debootstrap, Xvfb), not collected by pytest.

    python tests/packaging/bare_debian.py PACKAGE.deb [--mirror URL] [--pictures FOLDER]

A root is made with nothing but what Debian cannot do without, the package installed with its
Depends alone: what they lack is missing. Only then come the programs by which a desktop opens files,
and tests/packaging/smoke.py. The root goes at the end.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installed import run, screen
from smoke import smoke

MIRROR = "http://deb.debian.org/debian"
DESKTOP = ("libglib2.0-bin", "shared-mime-info", "desktop-file-utils")
"""What each desktop has to open files with; the package recommends or suggests it."""


def main() -> int:
    """Install, look, run; CalledProcessError or SystemExit with what failed."""
    parser = argparse.ArgumentParser(description="the .deb on a bare Debian")
    parser.add_argument("package", type=Path)
    parser.add_argument("--mirror", default=MIRROR)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    root = Path(tempfile.mkdtemp(prefix="banxin-bare-"))
    root.chmod(0o755)
    try:
        run("debootstrap", "--variant=minbase", "bookworm", str(root), options.mirror)
        with mounted(root), screen():
            shutil.copy(options.package, root / "banxin.deb")
            install(root, "/banxin.deb")
            lacking = unresolved(root)
            if lacking:
                raise SystemExit(f"Depends are not complete: {lacking}")
            print("installed; every library is there", flush=True)
            install(root, *DESKTOP)
            smoke("banxin", "banxin-window", root, options.pictures)
            inside(root, "apt-get", "purge", "-y", "-q", "banxin")
            left = [
                path for path in (root / "usr/lib/banxin", root / "usr/bin/banxin") if path.exists()
            ]
            if left:
                raise SystemExit(f"left after removal: {left}")
            print("removed whole", flush=True)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return 0


def install(root: Path, *packages: str) -> None:
    """Install with Depends alone."""
    inside(root, "apt-get", "install", "-y", "-q", "--no-install-recommends", *packages)


def unresolved(root: Path) -> list[str]:
    """Libraries of the program that lack others."""
    script = (
        "find /usr/lib/banxin -type f \\( -name '*.so' -o -name '*.so.*' -o -perm -1 \\) | while read -r file; do "
        'LD_LIBRARY_PATH=/usr/lib/banxin/_internal ldd "$file" 2>/dev/null | grep \'not found\' | sed "s|^|$file|"; done; true'
    )
    done = subprocess.run(
        ["chroot", str(root), "sh", "-c", script], check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """/proc and /dev in a root: Python asks for both."""
    places = {"/proc": root / "proc", "/dev": root / "dev"}
    for source, place in places.items():
        run("mount", "--bind", source, str(place))
    try:
        yield
    finally:
        for place in places.values():
            run("umount", "--lazy", str(place))


def inside(root: Path, *command: str) -> None:
    """Run a program of a root."""
    around = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "DEBIAN_FRONTEND": "noninteractive",
        "LANG": "C.UTF-8",
    }
    subprocess.run(
        ["chroot", str(root), *command], check=True, env=around, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
