"""What happens while something is written: a photo that goes bad between composing and writing, a
disk that fills, a folder that is none. A sentence in both languages, and nothing half-written.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from PIL import Image

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import PhotoError
from layouts.export import export_ofd, export_pdf
from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.imaging.picture_kinds import PictureKind
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.page.page import Edition
from layouts.paint.pdf import write_pdf
from layouts.pictures.making import made_pictures, one_by_one
from layouts.pictures.order import PictureOrder
from layouts.prepress.presets import load_preset
from layouts.webpage.writing import web_folder, web_page
from layouts.wechat.writing import wechat_folder
from layouts.wordfile.writing import word_file

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
FACES = Catalogue()
BOTH_LANGUAGES = re.compile(r"[\u4e00-\u9fff].* / .*[A-Za-z]")

Composed = tuple[Issue, Layout, Edition]


def pictures(one: Composed, **order: object) -> object:
    _, layout, edition = one
    asked = PictureOrder(**{"ppi": 40, **order})
    return made_pictures(edition, layout.grid, FACES, asked, load_preset("print"), one_by_one)


WAYS: dict[str, Callable[[Composed], object]] = {
    "plain": lambda one: write_pdf(one[2], FACES),
    "print": lambda one: export_pdf(one[0], one[2], FACES, load_preset("print")),
    "screen": lambda one: export_pdf(one[0], one[2], FACES, load_preset("screen")),
    "ofd": lambda one: export_ofd(one[2], FACES),
    "png": lambda one: pictures(one, kind=PictureKind.PNG),
    "tiff": lambda one: pictures(one, kind=PictureKind.TIFF, ppi=72),
    "long": lambda one: pictures(one, kind=PictureKind.JPEG, long=True),
    "web page": lambda one: web_page(*one[:2]),
    "web folder": lambda one: web_folder(*one[:2]),
    "wechat": lambda one: wechat_folder(*one[:2]),
    "word": lambda one: word_file(*one[:2]),
}


def replaced_by_folder(photo: Path) -> None:
    photo.unlink()
    photo.mkdir()


HARM: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "empty": lambda photo: photo.write_bytes(b""),
    "cut short": lambda photo: photo.write_bytes(photo.read_bytes()[: photo.stat().st_size // 2]),
    "its first bytes": lambda photo: photo.write_bytes(photo.read_bytes()[:400]),
    "a text": lambda photo: photo.write_text("hello"),
    "a PDF": lambda photo: photo.write_bytes(b"%PDF-1.7\n" + bytes(1000)),
    "a folder": replaced_by_folder,
    "far too large": lambda photo: Image.new("1", (9000, 9000)).save(photo, "PNG"),
}


@lru_cache(maxsize=1)
def harmed(how: str, folder: Path) -> Composed:
    """The sample, a photo of which was harmed once it was composed."""
    shutil.copytree(SAMPLE, folder / "sample")
    issue, findings = read_manuscript(folder / "sample" / "issue.md")
    layout = layout_of(issue)
    edition = compose(issue, layout, FACES, findings)
    HARM[how](folder / "sample" / "photos" / "avenue.jpg")
    return issue, layout, edition


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("how", HARM)
def test_a_photo_that_went_bad_is_named(
    how: str, way: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one = harmed(how, tmp_path_factory.getbasetemp() / how)
    with pytest.raises(PhotoError, match=r"avenue\.jpg") as refused:
        WAYS[way](one)
    assert BOTH_LANGUAGES.search(str(refused.value))


VERBS = {
    "pdf": ("export", "a.pdf"),
    "print": ("export", "a.pdf", "--preset", "print"),
    "pages": ("export", "a.pdf", "--single-pages"),
    "draft": ("export", "a.pdf", "--draft"),
    "pictures": ("export", "a.png", "--ppi", "60"),
    "long": ("export", "a.jpg", "--long"),
    "web page": ("export", "a.html"),
    "web folder": ("export", "a", "--one-page-an-article"),
    "wechat": ("export", "a", "--wechat"),
    "word": ("export", "a.docx"),
    "ofd": ("export", "a.ofd"),
    "json": ("export", "a.json"),
    "convert": ("convert", "a.banxin"),
    "deliver": ("deliver", "a"),
}
LIMITED = """
import resource, sys
sys.dont_write_bytecode = True
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
sys.path.insert(0, {root!r})
from layouts.cli import main
sys.exit(main(sys.argv[1:]))
"""


def called(verb: str, folder: Path, most: int = -1) -> subprocess.CompletedProcess[str]:
    """A verb in a process of its own, in which no file may have more than so many bytes: no module
    that it compiles either, which Python would leave cut short for whoever imports it next.
    """
    name, output, *options = VERBS[verb]
    script = LIMITED.format(most=most, root=str(ROOT))
    call = [name, str(SAMPLE / "issue.md"), "-o", str(folder / output), *options]
    return subprocess.run(
        [sys.executable, "-c", script, *call],
        capture_output=True,
        check=False,
        timeout=300,
        encoding="utf8",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
@pytest.mark.parametrize("verb", VERBS)
def test_what_a_disk_does_not_take_is_said_and_nothing_is_left(verb: str, tmp_path: Path) -> None:
    done = called(verb, tmp_path, 20)
    assert done.returncode == 2
    last = done.stderr.strip().splitlines()[-1]
    assert BOTH_LANGUAGES.search(last)
    assert "文件超过这个磁盘允许的大小" in last
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_where_the_folder_would_be_stays(verb: str, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    done = called(verb, tmp_path / "mine")
    assert done.returncode == 2
    last = done.stderr.strip().splitlines()[-1]
    assert BOTH_LANGUAGES.search(last)
    assert re.search("[（：](所在位置不是文件夹|那里有一个同名的文件)", last)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]
