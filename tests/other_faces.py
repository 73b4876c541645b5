"""Issues set in faces that are not ours: Debian's of each kind, and a variable one made here."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from fonts.catalogue import Catalogue
from layouts.cli.files import read_issue
from layouts.compose import compose
from layouts.house.layout import Layout
from layouts.house.load import STOCK, load_layout
from layouts.page.page import Edition

FONTS = Path("/usr/share/fonts")
ROOT = Path(__file__).parents[1]
ISSUES = ("jiading-2023-12", "jiading-2025-14", "sample")


class Kind(NamedTuple):
    """A kind of face: the names that a layout gives, the file, and the key of the face it comes
    to.
    """

    names: tuple[str, ...]
    file: str
    key: str


KINDS = {
    "glyf collection, GBK, Song": Kind(
        ("AR PL UMing CN", "song"), "truetype/arphic/uming.ttc", "UMingCN"
    ),
    "glyf collection, GBK, Kai": Kind(
        ("AR PL UKai CN", "kai"), "truetype/arphic/ukai.ttc", "UKaiCN"
    ),
    "glyf, GB 2312": Kind(
        ("AR PL SungtiL GB", "song"),
        "truetype/arphic-gbsn00lp/gbsn00lp.ttf",
        "BousungEG-Light-GB",
    ),
    "glyf collection, Hei": Kind(
        ("文泉驿正黑", "hei"), "truetype/wqy/wqy-zenhei.ttc", "WenQuanYiZenHei"
    ),
    "CFF collection, many FDs, Song": Kind(
        ("Noto Serif CJK SC", "song"),
        "opentype/noto/NotoSerifCJK-Regular.ttc",
        "NotoSerifCJKsc-Regular",
    ),
    "CFF collection, many FDs, Hei": Kind(
        ("Noto Sans CJK SC", "hei"),
        "opentype/noto/NotoSansCJK-Regular.ttc",
        "NotoSansCJKsc-Regular",
    ),
    "variable": Kind(("Variable@550", "song"), "", "Variable@550"),
    "variable, CFF2": Kind(("VariableCff@550", "song"), "", "VariableCff@550"),
}


def wanted(kind: str) -> Kind:
    """A kind of face; the test is skipped where Debian's package is not installed."""
    found = KINDS[kind]
    if found.file and not (FONTS / found.file).exists():
        pytest.skip(f"{Path(found.file).name} is not here (Debian's font packages, see .ci/run)")
    return found


def variable_faces(folder: Path, chars: str) -> None:
    """Variable faces with some characters, of either kind of outline, out of two of ours."""
    sys.path.insert(0, str(ROOT / "tests" / "fonts"))
    from making import variable

    for cff2, name in ((False, "Variable"), (True, "VariableCff")):
        font = variable(chars, cff2=cff2)
        for record in list(font["name"].names):
            if record.nameID in (1, 4, 6, 16):
                font["name"].setName(name, record.nameID, 3, 1, 0x409)
        font["name"].setName(name, 6, 3, 1, 0x409)
        font.save(folder / f"{name}.ttf")


def source(issue: str, shared: Path | None) -> Path:
    """A manuscript."""
    if issue == "sample":
        return ROOT / "resources" / "sample" / "issue.md"
    if shared is None:
        pytest.skip("the shared folder is not here")
    return shared / "manuscripts" / f"{issue}.md"


def layout_in(kind: Kind, folder: Path, name: str = "ours") -> Layout:
    """Our first layout with every Chinese face exchanged, as a file in a folder."""
    text = (STOCK / "jianbao-a4.toml").read_text("utf8")
    names = ", ".join(f'"{one}"' for one in kind.names)
    text = re.sub(r"^face = .*$", f"face = [{names}]", text, flags=re.MULTILINE)
    text = re.sub(r"^(bold|kai) = .*\n", "", text, flags=re.MULTILINE)
    (folder / f"{name}.toml").write_text(text, "utf8")
    return load_layout(f"{name}.toml", folder=folder)


def composed(path: Path, layout: Layout, catalogue: Catalogue) -> Edition:
    """A manuscript in a layout."""
    issue, _, findings = read_issue(path, path.parent)
    return compose(issue, layout, catalogue, findings)
