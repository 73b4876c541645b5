"""The rules of the house, read off the source, the documents and the sample.

Who may import whom is import-linter's: see pyproject.toml.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.issue.article import ArticleKind
from layouts.manuscript import read_manuscript

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "resources" / "sample"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))

PHOTOS = {
    f"make_photos{part}.py"
    for part in ("", "_avenue", "_dawn", "_nightfall", "_reading_room", "_tools")
}
TOOLS = {
    "build_charset.py",
    "build_faces.py",
    "build_grey_profile.py",
    "build_words.py",
    "make_picture.py",
    *PHOTOS,
}
"""Scripts of the developers' that no export runs."""

DISTRIBUTIONS = {
    "find_system_fonts_filename": "FindSystemFontsFilename",
    "PIL": "pillow",
    "fontTools": "fonttools",
    "markdown_it": "markdown-it-py",
    "docx": "python-docx",
    "pdfminer": "pdfminer.six",
    "yaml": "pyyaml",
    "PySide6": "pyside6-essentials",
    "shiboken6": "pyside6-essentials",
    "pytestqt": "pytest-qt",
}
"""Modules whose package has another name. shiboken6 comes with PySide6."""

MODULES = [
    path
    for folder in ("fonts", "layouts", "resources")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name not in TOOLS and path.parent.name != "packaging"
]
DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / "resources").rglob("*.md"),
    *(ROOT / "fonts").rglob("*.md"),
]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """The top-level names of everything a module imports."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return frozenset(names)


def third_party(paths: list[Path]) -> set[str]:
    """The packages that modules need from elsewhere."""
    own = (ROOT / "tests", ROOT / "resources/packaging")
    local = {path.stem for folder in own for path in folder.rglob("*.py")} | {
        "desktop",
        "fonts",
        "layouts",
        "main",
        "resources",
    }
    names = set[str]().union(*map(imported, paths)) - set(sys.stdlib_module_names) - local
    return {DISTRIBUTIONS.get(name, name).replace("_", "-") for name in names}


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement)[0] for requirement in requirements}


# Imports


def ours_imported(path: Path, modules: frozenset[str]) -> set[str]:
    """The modules, out of ours, that one imports: also inside a function, also for the type checker
    alone.
    """
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {
                whole if (whole := f"{node.module}.{alias.name}") in modules else node.module
                for alias in node.names
            }
    return found & modules


def in_circles(imports: dict[str, set[str]]) -> set[str]:
    """What is left once every module is taken out that imports none of those left, or that none of
    them imports.
    """
    left = dict(imports)
    while True:
        wanted = set[str]().union(*left.values())
        kept = {
            name: found for name, found in left.items() if name in wanted and found & left.keys()
        }
        kept = {name: found & kept.keys() for name, found in kept.items()}
        if kept == left:
            return set(kept)
        left = kept


def test_circles_of_imports_are_found() -> None:
    assert in_circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}, "e": set()}) == {"b", "c"}


def test_no_module_of_the_window_imports_another_in_a_circle() -> None:
    """For type checking neither: what two modules both need stands below them, as a value or a
    protocol.
    """
    paths = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in (ROOT / "desktop").rglob("*.py")
    }
    assert (
        in_circles(
            {name: ours_imported(path, frozenset(paths)) - {name} for name, path in paths.items()}
        )
        == set()
    )


def test_the_project_requires_what_the_product_imports_and_nothing_else() -> None:
    window = sorted((ROOT / "desktop").rglob("*.py"))
    needed = third_party([*MODULES, *window, ROOT / "main.py"])
    extra = named(PROJECT["project"]["optional-dependencies"]["heic"])
    assert needed == named(PROJECT["project"]["dependencies"]) | extra
    assert extra <= named(PROJECT["project"]["optional-dependencies"]["test"])


def test_the_tests_require_what_they_import() -> None:
    window = sorted((ROOT / "desktop").rglob("*.py"))
    needed = third_party(sorted((ROOT / "tests").rglob("*.py"))) - third_party([*MODULES, *window])
    assert needed <= named(PROJECT["project"]["optional-dependencies"]["test"])


@pytest.mark.parametrize("requirement", PROJECT["project"]["dependencies"])
def test_a_requirement_is_bounded_below_and_above(requirement: str) -> None:
    # one version is sound, the next may not be: tests/gui/test_qt_is_sound.py
    pinned = requirement.startswith("pyside6")
    assert re.search(r"==\d" if pinned else r">=\d.*,<\d", requirement)


def test_main_loads_none_of_the_rest_until_it_is_called() -> None:
    loaded = loaded_by("import main")
    assert not {
        name
        for name in loaded
        if name.split(".")[0] in ("desktop", "fonts", "layouts", "resources")
    }


def test_an_export_loads_neither_qt_nor_what_only_tools_need(tmp_path: Path) -> None:
    loaded = loaded_by(
        f"import main; sys.argv[1:] = ['export', {str(SAMPLE / 'issue.md')!r}, '-o', {str(tmp_path / 's.pdf')!r}]; main.main()"
    )
    assert {"layouts.cli", "layouts.compose"} <= loaded
    assert not {
        name for name in loaded if name.startswith(("layouts.prepress", "layouts.preflight"))
    }
    assert not {name.split(".")[0] for name in loaded} & {
        "PySide6",
        "fontTools",
        "jieba",
        "numpy",
        "unittest",
    }


def loaded_by(script: str) -> set[str]:
    """The modules that a fresh interpreter has loaded when a script is done."""
    script = f"import sys; {script}; print('modules:', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf8",
        check=True,
    )
    return set(done.stdout.rpartition("modules:")[2].split())


# Words


def test_a_word_names_one_class() -> None:
    """No two classes of what we ship have one name, a leading underscore aside: what a word means
    needs no look at its imports.
    """
    paths = [
        path
        for folder in ("desktop", "fonts", "layouts")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    names = Counter(
        node.name.lstrip("_")
        for path in paths
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    )
    assert names
    assert {name for name, count in names.items() if count > 1} == set()


# The same input gives the same bytes

BY_LOT = {"layouts/finishing/protection.py"}
"""A locked copy is another file each time: its keys are drawn by lot (ISO 32000-2 7.6.4)."""


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_no_module_asks_for_the_time_the_locale_or_chance(path: Path) -> None:
    lots = {"secrets"} if short(path) in BY_LOT else set()
    assert not imported(path) - lots & {
        "getpass",
        "http",
        "locale",
        "platform",
        "random",
        "secrets",
        "socket",
        "time",
        "uuid",
    }
    asked = {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}
    assert not asked & {"now", "today", "utcnow", "getlocale", "setlocale"}


CLOCKED = {"patience.py", "fuzzing.py", "fuzzing_faces.py", "measure.py"}
"""What asks for the time a thing took: to end it or to tell it, never to call it too slow."""


def test_no_test_holds_anything_to_a_time() -> None:
    """Runners differ and are shared: what is fast is measured in tests/speed, as ratios."""
    clocks = re.compile(r"\b(process_time|perf_counter|thread_time)(_ns)?\b")
    timed = {
        path.name
        for path in (ROOT / "tests").rglob("*.py")
        if path.parent.name != "speed" and path != Path(__file__)
        if clocks.search(path.read_text("utf8"))
    }
    assert timed == CLOCKED


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_holds_no_state_but_constants(path: Path) -> None:
    """Names at the top of a module are CONSTANTS, Types or loggers of neither kind; no function
    rebinds them.
    """
    tree = parsed(path)
    assert not [node.names for node in ast.walk(tree) if isinstance(node, ast.Global)]
    names = {
        name.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for name in targets(node)
    }
    assert not {
        name
        for name in names
        if not re.fullmatch(r"_?[A-Z][A-Z0-9_]*|_?[A-Z][A-Za-z]+|__\w+__", name)
    }


def targets(node: ast.Assign | ast.AnnAssign) -> Iterator[ast.Name]:
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        yield from (
            name
            for name in ast.walk(target)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        )


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_only_those_who_answer_for_others_catch_everything(path: Path) -> None:
    """The worker thread and the worker of a batch, who calls code of somebody else's, and who must bring in the other
    manuscripts whatever one of them does to its reader.
    """
    answering = ("background.py", "batch/worker.py", "extensions.py", "importing/reading.py")
    if short(path) in {f"layouts/{name}" for name in answering}:
        return
    caught = [
        ast.unparse(node.type) if node.type else ""
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
    ]
    assert not {"", "Exception", "BaseException"} & set(caught)


# What is shipped


def test_every_face_has_a_licence_beside_it() -> None:
    faces = ROOT / "fonts" / "faces"
    provenance = (faces / "PROVENANCE.md").read_text("utf8")
    for face in faces.glob("*.ttf"):
        family = face.stem.split("-")[0]
        row = next(
            line for line in provenance.splitlines() if line.startswith("|") and family in line
        )
        assert any(
            licence in row
            for licence in re.findall(r"LICENSE-\w+\.txt", provenance)
            if (faces / licence).is_file()
        ), face.name


# Documents


@pytest.mark.parametrize("page", DOCUMENTS, ids=short)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    links = re.findall(
        r"\]\(([^)#\s]+)[^)]*\)|<img src=\"([^\"]+)\"", without_code(page.read_text("utf8"))
    )
    local = [link for pair in links for link in pair if link and "://" not in link]
    assert not [link for link in local if not (page.parent / link).exists()]


def without_code(text: str) -> str:
    return re.sub(r"```.*?```|^    [^\n]*|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (commands(ROOT / name) for name in ("README.md", "README.zh-CN.md"))
    assert english
    assert english == chinese


def commands(page: Path) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf8"), flags=re.DOTALL)
    return [line.split("#")[0].rstrip() for block in blocks for line in block.splitlines()]


def test_the_tour_of_the_code_passes_every_room() -> None:
    tour = (ROOT / "docs" / "architecture.md").read_text("utf8")
    rooms = [
        path for path in (ROOT / "layouts").iterdir() if path.is_dir() and any(path.glob("*.py"))
    ]
    assert rooms
    assert not [short(room) for room in rooms if f"`{room.name}/`" not in tour]


def test_the_tour_names_no_module_that_is_gone() -> None:
    tour = (ROOT / "docs" / "architecture.md").read_text("utf8")
    paths = re.findall(r"`((?:desktop|fonts|layouts|resources|tests)/[\w/.-]+)`", tour)
    assert paths
    assert not [path for path in paths if not (ROOT / path).exists()]


# The sample issue


def test_the_sample_composes_without_a_finding_and_ends_on_a_full_page(
    catalogue: Catalogue,
) -> None:
    issue, findings = read_manuscript(SAMPLE / "issue.md")
    edition = compose(issue, load_layout(issue.layout), catalogue, findings)
    assert edition.findings == ()
    assert len(edition.pages) == 6
    assert {line.role for line in edition.pages[-1].lines} >= {"body", "colophon", "page-number"}


def test_the_sample_shows_every_kind_of_article_and_block() -> None:
    issue, _ = read_manuscript(SAMPLE / "issue.md")
    articles = [article for section in issue.sections for article in section.articles]
    assert len(issue.sections) == 4
    assert {article.kind for article in articles} == set(ArticleKind)
    assert {type(block).__name__ for article in articles for block in article.blocks} >= {
        "Note",
        "Paragraph",
        "Photo",
        "Subheading",
        "Table",
    }


@pytest.mark.parametrize(
    "path", sorted((SAMPLE / "photos").glob("*.jpg")), ids=lambda path: path.stem
)
def test_the_sample_photos_are_fit_to_print_and_small(path: Path) -> None:
    with Image.open(path) as image:
        assert max(image.size) >= 1600
    assert path.stat().st_size <= 300_000
