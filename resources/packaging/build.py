"""Makes the frozen program and the packages of this system.

    python -m pip install -e ".[freeze]"
    python resources/packaging/build.py [--out dist] [--work build] [--only KIND]…

Linux: .tar.xz and .deb; Windows: an installer by NSIS; macOS: a disk image. What each part takes is
printed; more than MOST unpacked, or MOST_PACKED packed, is an error. docs/packaging.md tells more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import linux_packages
import other_packages
from freeze import freeze
from shares import MEGABYTE, shares, table
from version import version

MOST, MOST_PACKED = 290, 110
"""Megabytes."""

PACKAGES: Mapping[str, Mapping[str, Callable[[Path, str, Path], Path]]] = {
    "linux": {"tar": linux_packages.tarball, "deb": linux_packages.deb},
    "win32": {"nsis": other_packages.installer},
    "darwin": {"dmg": other_packages.disk_image},
}
"""By system: what is made of the folder, its version and the folder that packages go to."""


def main() -> int:
    """Make what is asked for; 1 where something is larger than it may be."""
    parser = argparse.ArgumentParser(description="the frozen program and its packages")
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--work", type=Path, default=Path("build"))
    parser.add_argument(
        "--only", action="append", metavar="KIND", help="folder, tar, deb, nsis, dmg"
    )
    parser.add_argument("--frozen", type=Path, help="a folder that an earlier run made")
    options = parser.parse_args()
    out, work = options.out.resolve(), options.work.resolve()
    out.mkdir(parents=True, exist_ok=True)
    folder = options.frozen.resolve() if options.frozen else freeze(work)
    found = shares(folder)
    print(table(found), flush=True)
    too_large = sum(found.values()) > MOST * MEGABYTE
    for kind, make in PACKAGES.get(sys.platform, {}).items():
        if options.only is None or kind in options.only:
            made = make(folder, version(), out)
            size = made.stat().st_size
            print(f"{made} {size / MEGABYTE:.1f} MB", flush=True)
            too_large |= size > MOST_PACKED * MEGABYTE
    if too_large:
        print(f"larger than {MOST} MB unpacked or {MOST_PACKED} MB packed", file=sys.stderr)
    return int(too_large)


if __name__ == "__main__":
    sys.exit(main())
