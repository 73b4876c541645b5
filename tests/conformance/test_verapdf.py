"""What veraPDF says of our exports: every preset keeps the standard that it claims.

One start of Java for all files.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from masthead_art import EMBLEM, NAME, scan, written
from verapdf_running import Verdict, verapdf

from layouts.house.finding import stock_layouts
from layouts.issue.layout_name import USUAL_LAYOUT

ROOT = Path(__file__).parents[2]

PRESETS = [
    ("print", "2b"),
    ("grey", "2b"),
    ("archive", "2a"),
    ("archive", "ua1"),
    ("screen", "ua1"),
]
"""Presets and what is asked of them: an archive file is of two standards at once.

PDF/X is no flavour of veraPDF's; our X-4 files are PDF/A-2b besides, print-x1a is X alone.
"""

SPECIMENS = {"specimen": "issue.md", "specimen-columns": "columns.md"}
MANUSCRIPTS = ("jiading-2023-12", "jiading-2025-14", "sample", "art", "places", *SPECIMENS)

SAMPLE = ROOT / "resources" / "sample"
OTHERS = tuple(name for name in stock_layouts() if name != USUAL_LAYOUT)
"""The layouts that the sample itself is not set in."""

IN_OTHERS = [("print", "2b"), ("archive", "2a"), ("archive", "ua1"), ("screen", "ua1")]


COVER = "cover: {photo: photos/nightfall.jpg, alt: 夜色里的总馆}"
"""What a layout that has none leaves out."""


def sample_in(layout: str, folder: Path) -> Path:
    """The sample set in another layout."""
    copy = folder / layout
    copy.mkdir()
    shutil.copytree(SAMPLE / "photos", copy / "photos")
    text = (SAMPLE / "issue.md").read_text("utf8")
    (copy / "issue.md").write_text(
        text.replace(f"layout: {USUAL_LAYOUT}", f"layout: {layout}\n{COVER}"), "utf8"
    )
    return copy / "issue.md"


def banxin(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode("utf8")


def with_art(folder: Path) -> Path:
    """A manuscript whose layout has drawings, pixels in one ink and in colours with transparency."""
    from PIL import Image

    (folder / "art").mkdir(parents=True)
    Image.linear_gradient("L").convert("RGBA").save(folder / "art" / "plain.png")
    clear = Image.merge("RGBA", [*[Image.linear_gradient("L")] * 3, Image.radial_gradient("L")])
    clear.save(folder / "art" / "clear.png")
    scans = [scan(folder, "grey.png"), scan(folder, "lines.tif", "1")]
    small = {"height": "12mm", "ink": "red", "alt": "图"}
    source = written(
        folder,
        NAME,
        EMBLEM,
        EMBLEM | {"align": "right", "alt": "", "behind": True},
        *(
            {"file": file, "y": "5mm", "x": f"{20 + 40 * k}mm"} | small
            for k, file in enumerate(scans)
        ),
        {"file": "art/clear.png", "y": "5mm", "x": "120mm", "height": "12mm"},
        {"file": "art/plain.png", "y": "5mm", "x": "150mm", "height": "12mm", "alt": "图"},
    )
    articles = (f"### 第{k}间书房\n\n湖边的书房今天开门。\n" for k in range(20))
    source.write_text(source.read_text("utf8") + "\n".join(["", *articles]), "utf8")
    return source


def with_places(folder: Path) -> Path:
    """A manuscript whose photos stand apart from the text and bleed, in two columns."""
    from PIL import Image

    folder.mkdir(parents=True)
    Image.effect_noise((3200, 2400), 40).convert("RGB").save(folder / "photo.jpg", quality=60)
    edges = 'bleed="left top right foot"'
    text = "湖边的书房今天开门，来的人很多。" * 40
    places = ("top across=all", "foot", f"page {edges}", f"spread {edges}", "page", f"top {edges}")
    parts = [f"{text}\n\n![书房的门](photo.jpg){{place={place}}}\n" for place in places]
    head = "---\nlayout: neikan-a4-2col\npublication: 书讯\nissue: 1\ndate: 2026-11-20\n"
    (folder / "issue.md").write_text(
        "\n".join([f"{head}issuer: 编辑部\n---\n\n### 湖边的书房\n", *parts, text]), "utf8"
    )
    return folder / "issue.md"


def everything(folder: Path) -> dict[str, Path]:
    """The issue with every kind of photo, box and quote, in all layouts we ship."""
    sys.path.append(str(ROOT / "tests" / "everything"))
    from material import photos_in, set_in

    folder.mkdir()
    photos_in(folder)
    return {layout: set_in(layout, folder) for layout in stock_layouts()}


def exported(source: Path, name: str, folder: Path) -> dict[Path, str]:
    """A manuscript exported for print, archive and screen, and what to ask of each file."""
    files: dict[Path, str] = {}
    for preset, flavours in {"print": ["2b"], "archive": ["2a", "ua1"], "screen": ["ua1"]}.items():
        made = folder / f"{name}-{preset}.pdf"
        banxin("export", source, "--preset", preset, "-o", made)
        for flavour in flavours:
            path = shutil.copy(made, folder / f"{name}-{preset}-{flavour}.pdf")
            files[path] = flavour
    return files


@pytest.fixture(scope="session")
def verdicts(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """Every preset of every issue, a booklet, and a plain export, which claims nothing and must be
    turned down.
    """
    folder = tmp_path_factory.mktemp("verapdf")
    files: dict[Path, str] = {}
    for issue in MANUSCRIPTS:
        if issue == "art":
            source = with_art(folder / "art")
        elif issue == "places":
            source = with_places(folder / "places")
        elif issue in SPECIMENS:
            source = ROOT / "resources" / "specimen" / SPECIMENS[issue]
        elif issue == "sample":
            source = ROOT / "resources" / "sample" / "issue.md"
        else:
            source = shared / "manuscripts" / f"{issue}.md"
        for preset in dict.fromkeys(preset for preset, _ in PRESETS):
            banxin("export", source, "--preset", preset, "-o", folder / f"{issue}-{preset}.pdf")
        for preset, flavour in PRESETS:
            path = shutil.copy(
                folder / f"{issue}-{preset}.pdf", folder / f"{issue}-{preset}-{flavour}.pdf"
            )
            files[path] = flavour
    for layout in OTHERS:
        files |= exported(sample_in(layout, folder), layout, folder)
    for layout, source in everything(folder / "everything").items():
        files |= exported(source, f"everything-{layout}", folder)
    banxin("impose", folder / "sample-print.pdf", "-o", folder / "sample-booklet.pdf")
    sheets = {"reduced": ["--up", "4"], "repeat": ["--arrange", "repeat", "--marks"]}
    for how, asked in sheets.items():
        path = folder / f"sample-{how}.pdf"
        banxin("impose", folder / "sample-print.pdf", "-o", path, "--paper", "A2", *asked)
        files[path] = "2b"
    banxin("export", ROOT / "resources" / "sample" / "issue.md", "-o", folder / "sample-plain.pdf")
    files |= {folder / "sample-booklet.pdf": "2b", folder / "sample-plain.pdf": "2b"}
    return {path.stem: verdict for path, verdict in verapdf(files).items()}


@pytest.mark.parametrize("issue", MANUSCRIPTS)
@pytest.mark.parametrize(("preset", "flavour"), PRESETS)
def test_a_preset_keeps_its_standard(
    preset: str,
    flavour: str,
    issue: str,
    verdicts: dict[str, Verdict],
    count: Callable[[str, int, int], None],
) -> None:
    verdict = verdicts[f"{issue}-{preset}-{flavour}"]
    assert verdict.broken == {}
    assert verdict.checks > 1000
    count(f"veraPDF, {issue} {preset} as {flavour}", verdict.checks, verdict.checks)


@pytest.mark.parametrize("layout", OTHERS)
@pytest.mark.parametrize(("preset", "flavour"), IN_OTHERS)
def test_the_sample_keeps_its_standard_in_every_layout(
    preset: str, flavour: str, layout: str, verdicts: dict[str, Verdict]
) -> None:
    verdict = verdicts[f"{layout}-{preset}-{flavour}"]
    assert verdict.broken == {}
    assert verdict.checks > 1000


@pytest.mark.parametrize("layout", stock_layouts())
@pytest.mark.parametrize(("preset", "flavour"), IN_OTHERS)
def test_everything_keeps_its_standard_in_every_layout(
    preset: str, flavour: str, layout: str, verdicts: dict[str, Verdict]
) -> None:
    verdict = verdicts[f"everything-{layout}-{preset}-{flavour}"]
    assert verdict.broken == {}
    assert verdict.checks > 1000


@pytest.mark.parametrize("how", ["booklet", "reduced", "repeat"])
def test_imposed_pages_stay_pdf_a(how: str, verdicts: dict[str, Verdict]) -> None:
    assert verdicts[f"sample-{how}"].broken == {}
    assert verdicts[f"sample-{how}"].checks > 1000


def test_what_is_no_pdf_a_is_turned_down(verdicts: dict[str, Verdict]) -> None:
    """The judge can say no: a plain export has no metadata and no output intent."""
    assert {rule.split()[0] for rule in verdicts["sample-plain"].broken} >= {"6.2.4.3", "6.6.2.1"}
