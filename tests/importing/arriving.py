"""Folders as they arrive, of our own making, and what an import made of them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from layouts.importing.importing import import_paths
from layouts.importing.photo_store import PhotoStore
from layouts.importing.result import ImportedSource, ImportResult
from layouts.importing.settings import NOTHING_TIDIED, ImportSettings
from layouts.issue.photo import Photo

BODY = (
    "近日，河湾区文化馆在第{number}社区开放读书角，居民可以在家门口借书还书。",
    "读书角每天开放八小时，由志愿者轮流值守，首批图书有一千二百册。",
    "下一步，文化馆还将在{number}个社区推广这一做法，让好书离居民更近。",
)


def text(title: str, number: int = 3, byline: str = "（供稿：河湾区文化馆 张三）") -> str:
    """A manuscript with a title, three paragraphs and a by-line."""
    body = [paragraph.format(number=number) for paragraph in BODY]
    return "\n\n".join([title, *body, byline]) + "\n"


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf8")
    return path


def photo(path: Path, colour: str = "teal", size: tuple[int, int] = (40, 30)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path


def imported(
    *paths: Path, store: Path, sections: tuple[str, ...] = (), tidies: bool = False
) -> ImportResult:
    settings = (
        ImportSettings(sections) if tidies else ImportSettings(sections, choice=NOTHING_TIDIED)
    )
    return import_paths(paths, PhotoStore(store), settings)


def of(result: ImportResult, name: str) -> ImportedSource:
    """The source whose file is called so."""
    return next(source for source in result.sources if source.path.name == name)


def titles(result: ImportResult) -> list[str]:
    return [article.article.title.string for source in result.sources for article in source.brought]


def codes(source: ImportedSource) -> set[str]:
    return {finding.code for finding in source.findings}


def photo_names(source: ImportedSource, article: int = 0) -> list[str]:
    """The names of the photos of an article, in order."""
    blocks = source.articles[article].article.blocks
    return [Path(block.path).name for block in blocks if isinstance(block, Photo)]


def photo_place(source: ImportedSource, name: str) -> int:
    """How many paragraphs stand before a photo."""
    before = 0
    for block in source.articles[0].article.blocks:
        if isinstance(block, Photo) and Path(block.path).name == name:
            return before
        before += not isinstance(block, Photo)
    raise AssertionError(f"{name} is not there")
