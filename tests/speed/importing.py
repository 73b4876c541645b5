"""How long it takes from a folder of manuscripts and photos to the first page, and to a PDF for
print.

    python tests/speed/importing.py [--manuscripts 25] [--photos 40] [--megapixels 12]

Half of the photos lie beside the text, half inside the Word files. Times of the whole are beside
those of a yardstick, reading the photos' bytes and hashing them once, so that machines can be
compared.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from photos import make_photos  # noqa: E402, beside this file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SENTENCE = "河湾区各单位持续推进社区服务，把读书角办到居民家门口，第{number}站新添图书一百二十册。"


def make_folder(folder: Path, manuscripts: int, photos: int, megapixels: float) -> None:
    """Word files in three sections, each photo beside its text or inside it."""
    shots = folder.parent / "shots"
    shots.mkdir()
    make_photos(shots, photos, megapixels)
    for number in range(manuscripts):
        section = folder / ("重点工作", "国企动态", "简讯集锦")[number % 3]
        section.mkdir(parents=True, exist_ok=True)
        name = f"{number + 1:02} 河湾区第{number + 1}社区读书角开放"
        own = [shots / f"{k}.jpg" for k in range(number, photos, manuscripts)]
        write_docx(section / f"{name}.docx", name[3:], own[::2])
        for k, shot in enumerate(own[1::2], 1):
            (section / f"{name}-{k}.jpg").write_bytes(shot.read_bytes())


def write_docx(path: Path, title: str, photos: list[Path]) -> None:
    """A Word file: a centred title, five paragraphs, photos on the right, a by-line."""
    body = [_paragraph(title, "<w:pPr><w:jc w:val='center'/></w:pPr>")]
    body += [_photo(k) for k in range(len(photos))]
    body += [_paragraph(SENTENCE.format(number=k) * 4) for k in range(5)]
    body.append(_paragraph("（供稿：河湾区文化馆 张三）"))
    relations = "".join(
        f"<Relationship Id='p{k}' Type='{R}/image' Target='media/{k}.jpg'/>"
        for k in range(len(photos))
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f"<Types xmlns='{PACKAGE}/content-types'>"
            "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
            "relationships+xml'/><Default Extension='jpg' ContentType='image/jpeg'/>"
            "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-"
            "officedocument.wordprocessingml.document.main+xml'/></Types>",
        )
        package.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{PACKAGE}/relationships'><Relationship Id='d' "
            f"Type='{R}/officeDocument' Target='word/document.xml'/></Relationships>",
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f"<Relationships xmlns='{PACKAGE}/relationships'>{relations}</Relationships>",
        )
        package.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{W}' xmlns:r='{R}' xmlns:wp='{WP}' xmlns:a='{A}' "
            f"xmlns:pic='{P}'><w:body>{''.join(body)}</w:body></w:document>",
        )
        for k, photo in enumerate(photos):
            package.write(photo, f"word/media/{k}.jpg", zipfile.ZIP_STORED)


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _photo(number: int) -> str:
    return (
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='2880000' cy='2160000'/>"
        f"<wp:docPr id='{number + 1}' name='p{number}'/><a:graphic><a:graphicData uri='{P}'>"
        f"<pic:pic><pic:blipFill><a:blip r:embed='p{number}'/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def yardstick(folder: Path) -> float:
    """Seconds to read every photo and hash it."""
    start = time.perf_counter()
    for photo in folder.rglob("*.jpg"):
        hashlib.sha256(photo.read_bytes()).digest()
    return time.perf_counter() - start


def first_page(folder: Path) -> dict[str, float]:
    """Seconds until the articles are in an issue, until its photos are beside it, and until the
    first page stands.
    """
    from fonts.catalogue import Catalogue
    from layouts.composer import Composer
    from layouts.house.load import load_layout
    from layouts.importing.bringing import bring_in, new_issue
    from layouts.importing.importing import import_paths
    from layouts.importing.photo_store import PhotoStore
    from layouts.importing.settings import ImportSettings
    from layouts.importing.stowing import stowed

    with tempfile.TemporaryDirectory(prefix="banxin-speed-") as home:
        start = time.perf_counter()
        result = import_paths([folder], PhotoStore(Path(home) / "photos"), ImportSettings())
        read = time.perf_counter() - start
        issue = bring_in(new_issue(result, "jianbao-a4", Path(home)), result).issue
        issue = stowed(issue, Path(home))
        beside = time.perf_counter() - start
        firsts: list[float] = []
        Composer(Catalogue()).compose(
            issue,
            load_layout("jianbao-a4"),
            seen=lambda _edition: firsts.append(time.perf_counter() - start),
        )
        composed = time.perf_counter() - start
    shown = firsts[0] if firsts else composed
    return {"read": read, "stowed": beside, "first page": shown, "all pages": composed}


def print_pdf(folder: Path, output: Path) -> float:
    """Seconds of `python main.py import … -o x.pdf --preset print`."""
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "main.py"), "import", str(folder), "-o", str(output)]
    subprocess.run([*command, "--preset", "print"], check=False, capture_output=True)
    return time.perf_counter() - start if output.exists() else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manuscripts", type=int, default=25)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--megapixels", type=float, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="banxin-speed-") as home:
        folder = Path(home) / "稿件"
        make_folder(folder, options.manuscripts, options.photos, options.megapixels)
        unit = yardstick(Path(home) / "shots")
        times = first_page(folder) | {"print PDF": print_pdf(folder, Path(home) / "x.pdf")}
        print(f"reading and hashing the photos: {unit:.2f} s")
        for name, seconds in times.items():
            print(f"{name:12} {seconds:6.2f} s  {seconds / unit:6.1f} ×")


if __name__ == "__main__":
    main()
