"""Build the faces that we ship out of pinned sources: `python -m fonts.build_faces --extra DIR`.

Each CJK face goes through three steps: the marks of Chinese text are pointed at their full-width
glyphs, HarfBuzz takes the subset and drops the hints, the names become ours (OFL 1.1, condition 3).
The Latin faces are copied byte for byte. The same sources give the same bytes on every run.
"""
# fontTools annotates itself only in parts.
# pyright: reportMissingTypeStubs=false

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Final

from fontTools.ttLib import TTFont, newTable

from fonts import build_charset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fonts.build_charset import Font, Table

HERE: Final = Path(__file__).parent
CHARACTER_LIST: Final = "tongyong-guifan-hanzi-8105.txt"
CHARACTER_LIST_SHA256: Final = "ebb2d5abc708c36e3d0bfc9ff31931a88479e355828060d36eb0a8259754ccf4"

BUILD_TIME: Final = 3877372800
"""2026-11-13 00:00 UTC in seconds since 1904: `head.modified` of every face, so that builds
repeat.
"""

KEPT_NAMES: Final = {0, 13, 14}
"""Name records that stay as the source has them: copyright, licence, address of the licence."""

LAST_RESERVED_NAME: Final = 255
"""Name records above this one are what a font's own features are called."""

ENGLISH, CHINESE = 0x409, 0x804


@dataclass(frozen=True)
class FontSource:
    """One font file in a pinned release. `package` beginning with @ is an npm package."""

    package: str
    version: str
    file: str
    sha256: str
    title: str
    licence: str

    @property
    def from_npm(self) -> bool:
        """Whether the file comes out of an npm package; the others lie in the folder of --extra."""
        return self.package.startswith("@")


@dataclass(frozen=True)
class FaceToBuild:
    """One face to build; `style` is Regular, Bold, Black or Italic."""

    key: str
    file: str
    family: str
    family_zh: str
    style: str
    weight: int
    source: FontSource

    @property
    def postscript_name(self) -> str:
        """The PostScript name, which is the name of the file."""
        return self.file.removesuffix(".ttf")

    @property
    def is_cjk(self) -> bool:
        """Whether the face holds Hanzi: the others are shipped as they came."""
        return bool(self.family_zh)


def _noto(script: str, style: str, sha256: str) -> FontSource:
    folder = {"Regular": "400Regular", "Bold": "700Bold", "Black": "900Black"}[style]
    return FontSource(
        package=f"@expo-google-fonts/noto-{script.lower()}-sc",
        version="0.4.3",
        file=f"package/{folder}/Noto{script}SC_{folder}.ttf",
        sha256=sha256,
        title=f"Noto {script} SC {style}",
        licence=f"LICENSE-Noto{script}SC.txt",
    )


def _tinos(folder: str, sha256: str) -> FontSource:
    return FontSource(
        package="@expo-google-fonts/tinos",
        version="0.4.2",
        file=f"package/{folder}/Tinos_{folder}.ttf",
        sha256=sha256,
        title="Tinos",
        licence="LICENSE-Tinos.txt",
    )


WENKAI: Final = FontSource(
    package="fonts-lxgw-wenkai",
    version="1.511",
    file="LXGWWenKai-Regular.ttf",
    sha256="be1d5ee371b25f23ca613c3142d6293328db6253ef0b0c09857e9f30657514a8",
    title="LXGW WenKai",
    licence="LICENSE-LXGWWenKai.txt",
)
ZHUQUE: Final = FontSource(
    package="lxgw-fonts",
    version="0.212",
    file="LXGWZhuqueFangsong-Regular.ttf",
    sha256="558c62730844fe54ba220146ed62f859d4e2880188d92d985f8921c6e3743bc4",
    title="Zhuque Fangsong (technical preview)",
    licence="LICENSE-ZhuqueFangsong.txt",
)


def _song(key: str, style: str, weight: int, sha256: str) -> FaceToBuild:
    return FaceToBuild(
        key,
        f"BanxinSong-{style}.ttf",
        "Banxin Song",
        "版心宋体",
        style,
        weight,
        _noto("Serif", style, sha256),
    )


def _hei(key: str, style: str, weight: int, sha256: str) -> FaceToBuild:
    return FaceToBuild(
        key,
        f"BanxinHei-{style}.ttf",
        "Banxin Hei",
        "版心黑体",
        style,
        weight,
        _noto("Sans", style, sha256),
    )


def _latin(key: str, style: str, weight: int, folder: str, sha256: str) -> FaceToBuild:
    return FaceToBuild(
        key, f"Tinos-{style}.ttf", "Tinos", "", style, weight, _tinos(folder, sha256)
    )


FACES: Final = (
    _song(
        "song", "Regular", 400, "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"
    ),
    _song(
        "song-bold", "Bold", 700, "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6"
    ),
    _song(
        "song-black",
        "Black",
        900,
        "092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
    ),
    _hei("hei", "Regular", 400, "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16"),
    _hei(
        "hei-bold", "Bold", 700, "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"
    ),
    FaceToBuild("kai", "BanxinKai-Regular.ttf", "Banxin Kai", "版心楷体", "Regular", 400, WENKAI),
    FaceToBuild(
        "fangsong",
        "BanxinFangSong-Regular.ttf",
        "Banxin FangSong",
        "版心仿宋",
        "Regular",
        400,
        ZHUQUE,
    ),
    _latin(
        "latin",
        "Regular",
        400,
        "400Regular",
        "924ef269e73da94c1803ff68877f5d998dd16605c5ffad82ee181034f8a1fffe",
    ),
    _latin(
        "latin-bold",
        "Bold",
        700,
        "700Bold",
        "576a19b5dc026cafe6ae8fde4c849588dae6475cf5d912cebdf2827388c43ad9",
    ),
    _latin(
        "latin-italic",
        "Italic",
        400,
        "400Regular_Italic",
        "4a52de5bcf70e37bd71949f8a85302b75795a1943aedffbbee4f2db7744e1c81",
    ),
)


# --- sources -----------------------------------------------------------------------------------


def read_source(source: FontSource, npm: Path, extra: Path) -> bytes:
    """The font file of `source`. Raises ValueError when its sha256 is not the pinned one."""
    if source.from_npm:
        with tarfile.open(npm_archive(source, npm)) as archive:
            member = archive.extractfile(source.file)
            data = member.read() if member else b""
    else:
        data = (extra / source.file).read_bytes()
    check_sha256(source.file, data, source.sha256)
    return data


def npm_archive(source: FontSource, folder: Path) -> Path:
    """The package of `source` in `folder`, fetched with `npm pack` when it is not there yet."""
    path = folder / f"{source.package[1:].replace('/', '-')}-{source.version}.tgz"
    if not path.exists():
        npm = shutil.which("npm")
        if npm is None:
            message = f"{path.name} is missing and npm is not installed"
            raise FileNotFoundError(message)
        command = [
            npm,
            "pack",
            "--silent",
            "--pack-destination",
            str(folder),
            f"{source.package}@{source.version}",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed arguments from the table above
    return path


def check_sha256(name: str, data: bytes, expected: str) -> None:
    """Raise ValueError when `data` is not the file that was pinned."""
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        message = f"{name}: sha256 {found}, {expected} expected"
        raise ValueError(message)


# --- characters ---------------------------------------------------------------------------------


def wanted_characters(face: FaceToBuild, hanzi: str, available: Iterable[int]) -> frozenset[int]:
    """What `face` keeps of the `available` characters of its source."""
    if face.key == "song":
        # whole: it stands in for every other (`catalogue.LAST_RESORTS`)
        return frozenset(available)
    wanted = build_charset.repertoire(hanzi)
    if face.key == "kai":
        # no other face of ours has them
        return wanted | build_charset.rare_hanzi(available)
    if face.key == "fangsong":
        # Zhuque's symbols are Latin ones (▲ is 412 wide) and few: Song Regular has them all.
        return wanted - build_charset.symbols()
    return wanted


# --- names and metrics -------------------------------------------------------------------------


def finish(font: Font, face: FaceToBuild) -> None:
    """Names, permission, weight and vertical metrics of a built face."""
    # a signature of other bytes; the axes of a family that this is not
    for tag in ("DSIG", "STAT"):
        if tag in font:
            del font[tag]
    rename(font, face)
    set_style(font, face)
    set_metrics(font)


def rename(font: Font, face: FaceToBuild) -> None:
    """Replace the names by ours; copyright, licence and a word on the origin stay."""
    names = font["name"]
    # before the others go: the axes of STAT, which `finish` took out, had names too
    names.removeUnusedNames(font)
    # the source's own version
    origin = names.getDebugName(5)
    names.names = [
        record
        for record in names.names
        if record.nameID in KEPT_NAMES or record.nameID > LAST_RESERVED_NAME
    ]
    for language, family in ((ENGLISH, face.family), (CHINESE, face.family_zh)):
        for identifier, text in family_names(family, face.style).items():
            # Windows, Unicode BMP: the one platform that every system reads
            names.setName(text, identifier, 3, 1, language)
    description = f"Modified by the Banxin project from {face.source.title} ({origin})."
    version = {
        3: f"1.000;NONE;{face.postscript_name}",
        5: "Version 1.000",
        6: face.postscript_name,
        10: description,
    }
    for identifier, text in version.items():
        names.setName(text, identifier, 3, 1, ENGLISH)
    # OpenType wants them in order
    names.names.sort()


def family_names(family: str, style: str) -> dict[int, str]:
    """Name records 1, 2, 4 and, for a weight beside Regular and Bold, 16 and 17."""
    if style in ("Regular", "Bold"):
        # records 1 and 2 know four styles, Regular, Bold and their italics (OpenType, name)
        return {1: family, 2: style, 4: family if style == "Regular" else f"{family} {style}"}
    return {1: f"{family} {style}", 2: "Regular", 4: f"{family} {style}", 16: family, 17: style}


def set_style(font: Font, face: FaceToBuild) -> None:
    """Weight, style bits, permission to embed, vendor and dates."""
    bold, typographic_metrics = face.style == "Bold", font["OS/2"].fsSelection & 1 << 7
    font["OS/2"].usWeightClass = face.weight
    # bits 5 bold, 6 regular, 7 "take the sTypo numbers for the line", which the maker has decided
    font["OS/2"].fsSelection = (1 << 5 if bold else 1 << 6) | typographic_metrics
    # may be embedded for whatever purpose
    font["OS/2"].fsType = 0
    font["OS/2"].achVendID = "NONE"
    font["head"].macStyle = int(bold)
    font["head"].fontRevision = 1.0
    font["head"].modified = BUILD_TIME


def set_metrics(font: Font) -> None:
    """The em box of every CJK face is 880 up and 120 down; vertical text advances one em."""
    em, os2 = font["head"].unitsPerEm, font["OS/2"]
    if "vmtx" not in font:
        add_vertical_metrics(font)
    # from the middle of the column to either side
    font["vhea"].ascent, font["vhea"].descent = em // 2, -(em // 2)
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = em * 88 // 100, -(em * 12 // 100), 0


def add_vertical_metrics(font: Font) -> None:
    """Advances of one em, with the source's own ascender at the top, where it has no vertical
    metrics.
    """
    em, top, glyphs = font["head"].unitsPerEm, font["OS/2"].sTypoAscender, font["glyf"]
    font["vmtx"] = newTable("vmtx")
    font["vmtx"].metrics = {
        # advance, and from the top of the em box to the ink; a blank glyph has no yMax
        name: (em, top - getattr(glyphs[name], "yMax", top))
        for name in font.getGlyphOrder()
    }
    font["vhea"] = newTable("vhea")
    header: Table = font["vhea"]
    # version 1.1; a caret that lies, as in vertical text it does
    header.tableVersion, header.caretSlopeRun = 0x00011000, 1
    reserved = (f"reserved{number}" for number in range(1, 5))
    for field in ("lineGap", "caretSlopeRise", "caretOffset", "metricDataFormat", *reserved):
        setattr(header, field, 0)
    header.recalc(font)


# --- one face ----------------------------------------------------------------------------------


def build(face: FaceToBuild, source: bytes, hanzi: str) -> bytes:
    """The bytes of `face` out of the bytes of its source."""
    if not face.is_cjk:
        return source
    font = open_font(source)
    build_charset.bake_marks(font)
    if face.key == "kai":  # WenKai's dash is 2 to 998 wide: two of them leave a gap
        build_charset.add_dash_ligatures(font)
    characters = wanted_characters(face, hanzi, font.getBestCmap())
    built = open_font(build_charset.subset(save_font(font), characters))
    finish(built, face)
    return save_font(built)


def open_font(data: bytes) -> Font:
    """A font whose untouched tables are written back as they are."""
    # else each run would write other dates
    return TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)


def save_font(font: Font) -> bytes:
    """The font as a file."""
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def ink_centre(data: bytes, hanzi: str) -> int:
    """Mean of the middle of the ink of `hanzi` above the baseline, in thousandths of an em."""
    font = open_font(data)
    cmap, glyphs = font.getBestCmap(), font["glyf"]
    middles = [(glyphs[cmap[ord(one)]].yMin + glyphs[cmap[ord(one)]].yMax) / 2 for one in hanzi]
    return round(fmean(middles) * 1000 / font["head"].unitsPerEm)


# --- catalogue ---------------------------------------------------------------------------------

CATALOGUE_HEAD: Final = """\
# The faces that we ship, by key; files lie in faces/.
# Written by `python -m fonts.build_faces`: do not edit.
# centre: middle of the ink of the first 500 characters of 通用规范汉字表 above the baseline,
# in 1/1000 em.
# shift: how far to raise the face so that its Hanzi sit level with Song Regular, in 1/1000 em.
"""


def catalogue(built: dict[str, bytes], hanzi: str) -> str:
    """The text of faces.toml."""
    sample = hanzi[:500]
    centres = {face.key: ink_centre(built[face.key], sample) for face in FACES if face.is_cjk}
    entries = (
        entry(face, built[face.key], centres.get(face.key), centres["song"]) for face in FACES
    )
    return CATALOGUE_HEAD + "".join(entries)


def entry(face: FaceToBuild, data: bytes, centre: int | None, level: int) -> str:
    """One table of the catalogue; a face without Hanzi has no Chinese name, centre and shift."""
    fields: dict[str, str | int] = {
        "file": face.file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "postscript": face.postscript_name,
        "family": face.family,
        "style": face.style,
        "weight": face.weight,
        "licence": face.source.licence,
        "source_package": face.source.package,
        "source_version": face.source.version,
        "source_file": face.source.file,
        "source_sha256": face.source.sha256,
    }
    if centre is not None:
        fields |= {"family_zh": face.family_zh, "centre": centre, "shift": level - centre}
    lines = [
        f"{key} = {value}" if isinstance(value, int) else f'{key} = "{value}"'
        for key, value in fields.items()
    ]
    return f"\n[{face.key}]\n" + "\n".join(lines) + "\n"


def character_file(hanzi: str) -> str:
    """The text of charset.txt: the 8,105 characters, 45 to a line."""
    lines = [hanzi[at : at + 45] for at in range(0, len(hanzi), 45)]
    return (
        "# 通用规范汉字表 (2013), 8,105 characters in the order of the list.\n"
        + "\n".join(lines)
        + "\n"
    )


# --- command line ------------------------------------------------------------------------------


def build_all(npm: Path, extra: Path) -> None:
    """Build every face, the catalogue and the list of characters beside this module."""
    path = extra / CHARACTER_LIST
    check_sha256(CHARACTER_LIST, path.read_bytes(), CHARACTER_LIST_SHA256)
    hanzi = build_charset.read_standard_hanzi(path)
    built: dict[str, bytes] = {}
    for face in FACES:
        built[face.key] = build(face, read_source(face.source, npm, extra), hanzi)
        (HERE / "faces" / face.file).write_bytes(built[face.key])
        print(f"{face.file}: {len(built[face.key]):,} bytes")
    (HERE / "faces" / "charset.txt").write_text(character_file(hanzi), encoding="utf-8")
    (HERE / "faces.toml").write_text(catalogue(built, hanzi), encoding="utf-8")


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--npm", type=Path, help="folder with the npm packages (.tgz); fetched when not given"
    )
    parser.add_argument(
        "--extra",
        type=Path,
        required=True,
        help=f"folder with {WENKAI.file}, {ZHUQUE.file}, {CHARACTER_LIST}",
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        build_all(arguments.npm or Path(temporary), arguments.extra)


if __name__ == "__main__":
    main()
