"""Pages of the guide, as Markdown in docs/: which there are, their sections, what is searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop.words import Language

FOLDER = Path(__file__).resolve().parents[2] / "docs"
"""In the repository and in an installed program alike."""

PAGES: dict[Language, tuple[str, ...]] = {
    "zh": ("editor-guide.zh-CN.md", "keys.zh-CN.md"),
    "en": ("editor-guide.md", "keys.md"),
}
"""What the contents list, in their order; links lead to others."""

HEADING = re.compile(r"(#{1,4}) +(.+)")
# not words of the window
OTHER_LANGUAGE = re.compile(r"^\[(?:中文|English)\]\([^)]+\)\n\n?", re.MULTILINE)


class GuideSection(NamedTuple):
    """A heading (level 1 to 4) of a page and the Markdown under it, up to the next heading."""

    page: str
    level: int
    title: str
    text: str

    @property
    def anchor(self) -> str:
        """What links call it, as GitHub does."""
        return slug(self.title)

    def holds(self, words: str) -> bool:
        """Whether all words stand in it, in any order and case."""
        whole = f"{self.title}\n{self.text}".casefold()
        return all(word in whole for word in words.casefold().split())


def slug(title: str) -> str:
    """A heading as GitHub's links name it: lower case, hyphens for spaces, no marks."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


@cache
def markdown(page: str) -> str:
    """A page; empty where it was not brought along.

    What leads to the other language stays behind: the window has chosen one.
    """
    path = FOLDER / page
    if path.parent != FOLDER or not path.is_file():
        return ""
    return OTHER_LANGUAGE.sub("", path.read_text("utf-8"), count=1)


@cache
def sections(page: str) -> tuple[GuideSection, ...]:
    """All sections of a page; a # in a listing is no heading."""
    return tuple(_sections(page))


def _sections(page: str) -> Iterator[GuideSection]:
    heading, lines, listing = None, list[str](), False
    for line in markdown(page).split("\n"):
        listing ^= line.startswith("```")
        found = None if listing else HEADING.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        if heading is not None:
            yield GuideSection(page, len(heading[1]), heading[2], "\n".join(lines))
        heading, lines = found, []
    if heading is not None:
        yield GuideSection(page, len(heading[1]), heading[2], "\n".join(lines))
