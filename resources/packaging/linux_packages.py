"""Packages of the frozen program for Linux: a .deb and a .tar.xz, the same to the byte for the same
folder and `SOURCE_DATE_EPOCH`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from string import Template

from licences import package_of

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent / "linux"
ICONS = ROOT / "resources/icons"

FACES = "fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei | fonts-arphic-gbsn00lp"
"""Chinese for menus and panels, from the system: pages have faces of their own."""

CONTROL = Template("""\
Package: banxin
Version: $version
Architecture: $architecture
Maintainer: The Banxin authors <banxin@localhost>
Installed-Size: $kibibytes
Depends: $depends
Recommends: xdg-utils, shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: editors
Priority: optional
Description: typesetting for Chinese newsletters
 Banxin (版心) makes newsletters from manuscripts and photos to a
 print-quality PDF, in the layout of the house: in a window, or by
 the command banxin.
""")


def tarball(folder: Path, version: str, out: Path) -> Path:
    """The program in a folder that is unpacked anywhere, and registered by its `register.sh`."""
    name = f"banxin-{version}-linux-{os.uname().machine}"
    staged = folder.parent / name
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(folder, staged, symlinks=True)
    _share(staged / "share")
    shutil.copy(HERE / "register.sh", staged / "register.sh")
    made = out / f"{name}.tar.xz"
    _run(
        "tar", "--create", f"--file={made}", f"--directory={folder.parent}", "--sort=name",
        "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{_epoch()}", "--xz", name,
        around={"XZ_OPT": "-6 -T0"},
    )  # fmt: skip
    shutil.rmtree(staged)
    return made


def deb(folder: Path, version: str, out: Path) -> Path:
    """The package for Debian and Ubuntu of this release and later."""
    architecture = _said("dpkg", "--print-architecture").strip()
    staged = folder.parent / "deb"
    shutil.rmtree(staged, ignore_errors=True)
    usr = staged / "usr"
    shutil.copytree(folder, usr / "lib/banxin", symlinks=True)
    (usr / "bin").mkdir()
    for name in ("banxin", "banxin-window"):
        (usr / "bin" / name).symlink_to(f"../lib/banxin/{name}")
    _share(usr / "share")
    _copyright(folder, usr / "share/doc/banxin")
    size = sum(path.lstat().st_size for path in usr.rglob("*")) // 1024
    control = CONTROL.substitute(
        version=version,
        architecture=architecture,
        kibibytes=size,
        depends=f"{_libraries(usr / 'lib/banxin')}, {FACES}",
    )
    (staged / "DEBIAN").mkdir()
    (staged / "DEBIAN/control").write_text(control, "utf8")
    made = out / f"banxin_{version}_{architecture}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(staged), str(made))
    shutil.rmtree(staged)
    return made


def _share(share: Path) -> None:
    """What a desktop knows a program by: its entry, its icons, its kinds of files."""
    for name, file in (("applications", "banxin.desktop"), ("mime/packages", "banxin.xml")):
        (share / name).mkdir(parents=True)
        shutil.copyfile(HERE / file, share / name / file)
    for icon in ICONS.glob("banxin-[0-9]*.png"):
        size = icon.stem.removeprefix("banxin-")
        _icon(icon, share / f"icons/hicolor/{size}x{size}/apps/banxin.png")
    _icon(ICONS / "banxin.svg", share / "icons/hicolor/scalable/apps/banxin.svg")


def _icon(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copyfile(source, target)


def _copyright(folder: Path, doc: Path) -> None:
    """All licences in one text, as Debian wants them."""
    inside = folder / "_internal/banxin"
    texts = [
        path
        for name in ("fonts", "resources", "licences")
        for path in (inside / name).rglob("LICENSE-*.txt")
    ]
    files = (inside / "NOTICE", inside / "LICENSE", *sorted(texts))
    doc.mkdir(parents=True)
    (doc / "copyright").write_text("\n\n".join(path.read_text("utf8") for path in files), "utf8")


def _libraries(program: Path) -> str:
    """The packages whose libraries the program's are linked with and that it does not bring."""
    files = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink()]
    linked = [str(path) for path in files if _is_linked(path)]
    told = _said("objdump", "--private-headers", *linked)
    brought = {path.name for path in program.rglob("*.so*")}
    wanted = set(re.findall(r"NEEDED +(\S+)", told)) - brought
    places = dict(
        re.findall(r"^\s+(\S+) \(.*\) => (\S+)$", _said("/sbin/ldconfig", "-p"), re.MULTILINE)
    )
    missing = [name for name in wanted if name not in places and not name.startswith("ld-linux")]
    if missing:
        raise ValueError(f"libraries that this system has not: {missing}")
    packages = {package_of(places[name]) for name in wanted if name in places} - {"libc6"}
    asked = re.findall(r"\bGLIBC_(\d+)\.(\d+)\b", told)
    newest = max((int(major), int(minor)) for major, minor in asked)
    return ", ".join((f"libc6 (>= {newest[0]}.{newest[1]})", *sorted(packages)))


def _is_linked(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _epoch() -> str:
    return os.environ.get("SOURCE_DATE_EPOCH", "1577836800")  # as hatchling: 2020-01-01


def _run(*command: str, around: dict[str, str] | None = None) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _epoch(), **(around or {})}
    subprocess.run(command, check=True, env=environment)


def _said(*command: str) -> str:
    around = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=around)
    return done.stdout
