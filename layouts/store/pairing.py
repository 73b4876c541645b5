"""Which article of a version is which of another, and which of them moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from layouts.issue.article import Article, Paragraph, Section, Subheading
from layouts.issue.places import Place
from layouts.store.said import article_lines

LIKE_ENOUGH, NEARLY_SAME = 0.2, 0.6
"""Share of common characters from which an id is believed, and from which two articles are taken
for one without it.
"""


class Standing(NamedTuple):
    """An article where it stands, with its section and the folder of its issue."""

    place: Place
    article: Article
    section: Section
    folder: Path


def paired(before: Sequence[Standing], after: Sequence[Standing]) -> dict[int, int]:
    """New articles with the old ones they were: the same text, else the same title, else the same
    id and a text that is like it.

    An id comes last, since those of a manuscript are given anew by each reading.
    """
    pairs = _as_often(before, after)
    # the surest first; what occurs twice on either side says nothing
    for key in (_known_title, title_of, _id):
        left_old = {
            k: key(standing.article)
            for k, standing in enumerate(before)
            if k not in set(pairs.values())
        }
        left_new = {k: key(standing.article) for k, standing in enumerate(after) if k not in pairs}
        often = Counter(left_old.values()), Counter(left_new.values())
        where = {name: k for k, name in left_old.items()}
        for k, name in left_new.items():
            if name and often[0][name] == often[1][name] == 1:
                old = before[where[name]].article
                if (
                    key is not _id
                    or _likeness(_letters(old), _letters(after[k].article)) > LIKE_ENOUGH
                ):
                    pairs[k] = where[name]
    return _with_alike(pairs, before, after)


def _as_often(before: Sequence[Standing], after: Sequence[Standing]) -> dict[int, int]:
    """New articles with the old ones of the same text, in their order, where there are as many of
    it: nobody could tell one of them from another, nor those without a word.
    """
    old, new = _by_text(before), _by_text(after)
    return {
        k: j
        for text, found in new.items()
        if len(found) == len(old.get(text, ()))
        for k, j in zip(found, old[text], strict=True)
    }


def _by_text(standings: Sequence[Standing]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for k, standing in enumerate(standings):
        found[_text(standing.article)].append(k)
    return found


def _with_alike(
    pairs: dict[int, int], before: Sequence[Standing], after: Sequence[Standing]
) -> dict[int, int]:
    """With those that are left paired where their texts are nearly the same, the most alike
    first.
    """
    old = {
        k: _letters(standing.article)
        for k, standing in enumerate(before)
        if k not in set(pairs.values())
    }
    new = {k: _letters(standing.article) for k, standing in enumerate(after) if k not in pairs}
    # negative, so that of equals the earlier comes first in a falling order
    found = [(_likeness(old[j], new[k]), -k, -j) for k in new for j in old]
    for likeness, k, j in sorted(found, reverse=True):
        if likeness > NEARLY_SAME and -k in new and -j in old:
            pairs[-k] = -j
            del new[-k], old[-j]
    return pairs


def _id(article: Article) -> str:
    return article.id


def _known_title(article: Article) -> str:
    return f"{article.id}\n{article.title.string}" if article.id and article.title.string else ""


def _letters(article: Article) -> Counter[str]:
    return Counter(_text(article))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of characters that two texts have in common, wherever they stand: from 0 to 1.
    Two that have none are alike.
    """
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0


def _text(article: Article) -> str:
    return "\n".join(article_lines(article))


def title_of(article: Article) -> str:
    """The title, or how a brief begins."""
    texts = (
        block.text.string for block in article.blocks if isinstance(block, Paragraph | Subheading)
    )
    return article.title.string or next((text[:24] for text in texts if text), "")


def moved_articles(
    before: Sequence[Standing], after: Sequence[Standing], partner: dict[int, int]
) -> set[int]:
    """New articles that stand in another section, or out of the order that most of them kept."""
    stayed = _longest_rise([partner[k] for k in sorted(partner)])
    names = (
        {standing.section.name for standing in before},
        {standing.section.name for standing in after},
    )

    def is_one(old: Section, new: Section) -> bool:
        """The same name, or the same id where the section was renamed."""
        renamed = old.name not in names[1] and new.name not in names[0]
        return old.name == new.name or (renamed and bool(old.id) and old.id == new.id)

    return {
        k
        for k, other in partner.items()
        if other not in stayed or not is_one(before[other].section, after[k].section)
    }


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The longest sequence of numbers that rises: the fewest articles are said to have moved."""
    best: list[tuple[int, int]] = []
    for k, number in enumerate(numbers):
        longest = max(((best[j][0], j) for j in range(k) if numbers[j] < number), default=(0, -1))
        best.append((longest[0] + 1, longest[1]))
    at = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    found: set[int] = set()
    while at >= 0:
        found.add(numbers[at])
        at = best[at][1]
    return found
