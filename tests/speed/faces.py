"""1,500 faces with names and bytes of their own: read the first time, read again, found by name.

    python tests/speed/faces.py [--faces 1500]

They are made with fontTools in a temporary folder, a fifth of them with all the characters of one
of ours, the others as programs bring them along: Latin. The disk's cache is warm: what a cold disk
adds is its own.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._n_a_m_e import makeName

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from fonts.library.library import FaceLibrary  # noqa: E402

FACES = ROOT / "fonts" / "faces"
CHINESE_SHARE = 5
"""One face in so many is Chinese."""


def make(folder: Path, count: int) -> int:
    """`count` files of faces called by their numbers; how many bytes they have."""
    written = 0
    models = [_model(FACES / name) for name in ("Tinos-Regular.ttf", "BanxinKai-Regular.ttf")]
    for number in range(count):
        font = TTFont(io.BytesIO(models[number % CHINESE_SHARE == 0]))
        names = font["name"]
        for name_id, text in ((1, f"Face {number}"), (4, f"Face {number}"), (6, f"Face-{number}")):
            names.setName(text, name_id, 3, 1, 0x409)
        for name_id in (1, 4):
            names.setName(f"字体{number}号", name_id, 3, 1, 0x804)
            names.names.append(makeName(f"字体{number}号".encode("gbk"), name_id, 1, 0, 0))
        path = folder / f"{number % 40:02}" / f"face-{number}.ttf"
        path.parent.mkdir(exist_ok=True)
        font.save(path, reorderTables=False)
        written += path.stat().st_size
    return written


def _model(path: Path) -> bytes:
    """A face with all its names and characters, and outlines for none but the first: what is read
    of a face does not depend on them, and the disk need not hold 10 GB.
    """
    font = TTFont(path)
    glyphs = font["glyf"]
    for name in font.getGlyphOrder()[1:]:
        glyphs[name] = type(glyphs[".notdef"])()
        glyphs[name].numberOfContours = 0
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--faces", type=int, default=1500)
    count = options.parse_args().faces
    with tempfile.TemporaryDirectory() as named:
        folder, cache = Path(named, "faces"), Path(named, "cache")
        folder.mkdir()
        print(f"{count} faces, {make(folder, count) / 1e6:.0f} MB")
        for what in ("first", "again", "again"):
            began = time.perf_counter()
            library = FaceLibrary((folder,), cache)
            found = library.find(f"字体{count - 1}号")
            took = time.perf_counter() - began
            assert found is not None, "not found"
            print(f"{what}: {len(library.faces)} faces in {took:.3f} s (the system's among them)")
        index = next(cache.glob("index*"))
        print(f"index: {index.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
