"""The licences of what a frozen build brings along beside our own: a text each, which the window
shows and the packages carry.
"""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template

HERE = Path(__file__).parent / "licences"

_TEXT = re.compile(r"(?i)(licen[cs]e|copying|copyright|notice|authors)")
"""What the files of a distribution are called that say whose it is."""

QT = ("PySide6_Essentials", "shiboken6")
"""Distributions that come without a licence text; ours names it, with all it asks for."""


def write_licences(
    folder: Path, modules: set[str], binaries: Iterable[tuple[str, str]]
) -> list[Path]:
    """Write the texts for these top-level modules and these libraries, (where it goes, where it
    is); the files.

    ValueError for a distribution that does not tell its licence.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = list(binaries)
    names = modules | {re.split(r"[/\\.]", name)[0] for name, _ in files}
    texts = {"Python": _python(), **dict(_distributions(names)), **dict(_of_debian(files))}
    if any("Qt6" in name for name, _ in files):
        texts["Qt-PySide6"] = qt_notice()
    for name in ("LGPL-3.0", "GPL-3.0"):
        texts[name] = (HERE / f"{name}.txt").read_text("utf8")
    for name, text in texts.items():
        (folder / f"LICENSE-{name}.txt").write_text(text, "utf8")
    return sorted(folder.iterdir())


def qt_notice() -> str:
    """What the LGPL asks to be told of Qt and PySide6, with their versions."""
    versions = {name.lower().partition("_")[0]: importlib.metadata.version(name) for name in QT}
    return Template((HERE / "Qt.txt").read_text("utf8")).substitute(versions)


def _python() -> str:
    """The licence of Python itself, which every installation has beside its modules."""
    places = (
        Path(sysconfig.get_path("stdlib")),
        Path(sys.base_prefix),
        Path(sys.base_prefix) / "lib",
    )
    found = [path for place in places for path in place.glob("LICENSE*") if path.is_file()]
    if not found:  # Debian keeps it elsewhere
        found = [*Path("/usr/share/doc").glob("python3*/copyright")]
    return f"Python {sys.version.split()[0]}\n\n{found[0].read_text('utf8')}"


def _distributions(names: set[str]) -> Iterator[tuple[str, str]]:
    """The texts of the distributions that brought some of these modules; that of PyInstaller is for
    its loader, which starts the program.
    """
    by_module = importlib.metadata.packages_distributions()
    found = {name for module in names for name in by_module.get(module, ())} | {"pyinstaller"}
    for name in sorted(found - {"banxin", *QT}, key=str.lower):
        yield name, _distribution(importlib.metadata.distribution(name))


def _distribution(told: importlib.metadata.Distribution) -> str:
    metadata = told.metadata
    name = metadata["Name"]
    said = metadata.get("License-Expression") or metadata.get("License") or ""
    home = metadata.get("Home-page") or next(iter(metadata.get_all("Project-URL") or ()), "")
    files = [path for path in told.files or () if _is_text(path.parts)]
    if not files and not said:
        raise ValueError(f"{name} does not tell its licence")
    texts = [Path(str(told.locate_file(path))).read_text("utf8", "replace") for path in files]
    return "\n\n".join(
        (f"{name} {told.version}\n{said.splitlines()[0] if said else ''}\n{home}", *texts)
    )


def _is_text(parts: tuple[str, ...]) -> bool:
    inside = any(part.endswith(".dist-info") for part in parts)
    return inside and any(_TEXT.match(part) for part in parts[1:])


def _of_debian(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The texts of the packages of Debian or Ubuntu that libraries of the system come from."""
    system = [source for _, source in files if source.startswith(("/lib/", "/usr/lib/"))]
    packages = sorted({package_of(source) for source in system} - {""})
    for package in packages:
        text = Path(f"/usr/share/doc/{package}/copyright").read_text("utf8")
        yield package, f"{package}, of the system that this was built on\n\n{text}"


def package_of(path: str) -> str:
    """Which package a file is of; nothing where nobody says so."""
    if not shutil.which("dpkg-query"):
        return ""
    for name in (path, path.removeprefix("/usr"), f"/usr{path}"):
        done = subprocess.run(
            ["dpkg-query", "--search", name],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""
