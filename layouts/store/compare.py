"""Two versions of an issue beside each other: which articles came, went, moved or changed, and
their texts as a redline.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from layouts.issue.article import Article, Paragraph, Section, Subheading
from layouts.issue.issue import Issue
from layouts.issue.places import Place, articles
from layouts.store.said import (
    Called,
    accepted_lines,
    article_lines,
    as_written,
    design_lines,
    field_lines,
    heading_lines,
    replaced_photos,
    text_lines,
    values,
    without_marks,
)

Subject = Literal["article", "masthead", "colophon", "layout", "sections", "accepted"]
What = Literal["added", "removed", "moved", "changed", "moved and changed"]
Kept = Literal["same", "added", "removed"]

LONG = 1_500
"""Characters of a paragraph that are compared one by one; longer ones are compared sentence by
sentence.
"""

LIKE_ENOUGH, NEARLY_SAME = 0.2, 0.6
"""Share of common characters from which an id is believed, and from which two articles are taken
for one without it.
"""

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")

_CHARACTER = re.compile(r"\d+(?:[.,]\d+)*|.", re.ASCII | re.DOTALL)
"""A number is one: 21.6 that became 99.9 is not told by its digits."""


class RedlinePiece(NamedTuple):
    """Characters of a redline."""

    kind: Kept
    text: str


class Change(NamedTuple):
    """What happened to an article, or to something else, which `subject` names; then there are no
    places.

    `pieces` is the redline of its text: what stayed, what is new, what is gone; blocks end with a
    line feed. `added` and `removed` count the text's own characters, none that tells of marks,
    photos or settings. `only_marks`: nothing changed but what is bold or in kai.
    """

    subject: Subject
    what: What
    title: str
    old: Place | None
    new: Place | None
    pieces: tuple[RedlinePiece, ...]
    added: int = 0
    removed: int = 0
    only_marks: bool = False


class _Standing(NamedTuple):
    place: Place
    article: Article
    section: Section
    folder: Path


def compare(old: Issue | None, new: Issue, called: Called = as_written) -> tuple[Change, ...]:
    """What makes `new` of `old`: in the order of the new issue, articles that went last.

    Against None, everything is added. `called` says what they have otherwise than their layouts.

    Empty only where nothing differs that an editor could have changed; files of photos are looked
    into where only they can tell.
    """
    before, after = ([] if issue is None else _standings(issue) for issue in (old, new))
    partner = _paired(before, after)
    moved = _moved(before, after, partner)
    changes = _of_a_new(new, called) if old is None else _of_fields(old, new, called)
    for k, (place, article, _, _) in enumerate(after):
        if k not in partner:
            pieces, counts = _redline((), article_lines(article)), _counts((), text_lines(article))
            changes.append(
                Change("article", "added", _title(article), None, place, pieces, *counts)
            )
        elif change := _change(before[partner[k]], after[k], is_moved=k in moved):
            changes.append(change)
    gone = set(range(len(before))) - set(partner.values())
    for k in sorted(gone):
        place, article, _, _ = before[k]
        pieces, counts = _redline(article_lines(article), ()), _counts(text_lines(article), ())
        changes.append(Change("article", "removed", _title(article), place, None, pieces, *counts))
    if old is not None and not changes:
        changes += _of_arrangement(old, new)
    return tuple(changes)


def _standings(issue: Issue) -> list[_Standing]:
    return [
        _Standing(place, article, issue.sections[place.section], issue.folder)
        for place, article in articles(issue)
    ]


def _change(old: _Standing, new: _Standing, *, is_moved: bool) -> Change | None:
    replaced = replaced_photos(old.article, old.folder, new.article, new.folder)
    before, after = article_lines(old.article), article_lines(new.article, replaced)
    if before == after and values(old.article) != values(new.article):
        # something differs that no line tells: it must not pass for the same
        after = [*after, "〔看不出的改动〕"]
    is_changed = before != after
    if not is_moved and not is_changed:
        return None
    what: What = (
        "moved and changed" if is_moved and is_changed else "moved" if is_moved else "changed"
    )
    only_marks = (
        is_changed
        and not replaced
        and values(without_marks(old.article)) == values(without_marks(new.article))
    )
    counts = (
        (0, 0)
        if only_marks or not is_changed
        else _counts(text_lines(old.article), text_lines(new.article))
    )
    return Change(
        "article",
        what,
        _title(new.article),
        old.place,
        new.place,
        _redline(before, after),
        *counts,
        only_marks,
    )


def _of_fields(old: Issue, new: Issue, called: Called) -> list[Change]:
    """Changes of what is not an article."""
    return [
        Change(subject, "changed", "", None, None, _redline(one, other), *_counts(one, other))
        for (subject, one), (_, other) in zip(
            _fields(old, called), _fields(new, called), strict=True
        )
        if one != other
    ]


def _fields(issue: Issue, called: Called) -> list[tuple[Subject, list[str]]]:
    return [
        ("masthead", field_lines(issue.masthead)),
        ("colophon", field_lines(issue.colophon)),
        ("layout", design_lines(issue, called)),
        ("sections", heading_lines(issue)),
        ("accepted", accepted_lines(issue)),
    ]


def _of_a_new(issue: Issue, called: Called) -> list[Change]:
    """What an issue that nobody has saved has besides articles: its layout where something is set,
    its sections where all are empty.
    """
    kept = issue.settings or issue.design or issue.set_aside or issue.profile
    is_set = not issue.contents or bool(kept)
    has_articles = any(section.articles for section in issue.sections)
    left_out = {
        subject
        for subject, is_out in (("layout", not is_set), ("sections", has_articles))
        if is_out
    }
    given = [each for each in _fields(issue, called) if each[1] and each[0] not in left_out]
    return [
        Change(subject, "added", "", None, None, _redline((), lines), *_counts((), lines))
        for subject, lines in given
    ]


def _of_arrangement(old: Issue, new: Issue) -> list[Change]:
    """An article that went from one section to another of the same name is found by counting."""
    one, other = (heading_lines(issue, counted=True) for issue in (old, new))
    return (
        [Change("sections", "changed", "", None, None, _redline(one, other), *_counts(one, other))]
        if one != other
        else []
    )


# Which article is which


def _paired(before: Sequence[_Standing], after: Sequence[_Standing]) -> dict[int, int]:
    """New articles with the old ones they were: the same text, else the same title, else the same
    id and a text that is like it.

    An id comes last, since those of a manuscript are given anew by each reading.
    """
    pairs = _as_often(before, after)
    # the surest first; what occurs twice on either side says nothing
    for key in (_known_title, _title, _id):
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


def _as_often(before: Sequence[_Standing], after: Sequence[_Standing]) -> dict[int, int]:
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


def _by_text(standings: Sequence[_Standing]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for k, standing in enumerate(standings):
        found[_text(standing.article)].append(k)
    return found


def _with_alike(
    pairs: dict[int, int], before: Sequence[_Standing], after: Sequence[_Standing]
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


def _title(article: Article) -> str:
    """The title, or how a brief begins."""
    texts = (
        block.text.string for block in article.blocks if isinstance(block, Paragraph | Subheading)
    )
    return article.title.string or next((text[:24] for text in texts if text), "")


def _moved(
    before: Sequence[_Standing], after: Sequence[_Standing], partner: dict[int, int]
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


# The redline


def _redline(old: Sequence[str], new: Sequence[str]) -> tuple[RedlinePiece, ...]:
    pieces: list[RedlinePiece] = []
    # difflib would pass over what occurs often in a long text: 的, commas
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            for one, other in zip(old[a:b], new[c:d], strict=False):
                pieces += _of_line(one, other)
            shared = min(b - a, d - c)
            pieces += [RedlinePiece("removed", f"{line}\n") for line in old[a + shared : b]]
            pieces += [RedlinePiece("added", f"{line}\n") for line in new[c + shared : d]]
        else:
            kind: Kept = "same" if tag == "equal" else "removed" if tag == "delete" else "added"
            pieces += [
                RedlinePiece(kind, f"{line}\n")
                for line in (new[c:d] if tag != "delete" else old[a:b])
            ]
    return tuple(_merged(pieces))


def _counts(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many characters are new, and how many are gone."""
    sizes = {"added": 0, "removed": 0, "same": 0}
    for kind, text in _redline(old, new):
        sizes[kind] += len(text.replace("\n", ""))
    return sizes["added"], sizes["removed"]


def _of_line(old: str, new: str) -> list[RedlinePiece]:
    """The characters that differ, by sentences where there are many."""
    one, other = (_parts(text, long=max(len(old), len(new)) > LONG) for text in (old, new))
    pieces: list[RedlinePiece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(RedlinePiece("same", "".join(other[c:d])))
            continue
        if a < b:
            pieces.append(RedlinePiece("removed", "".join(one[a:b])))
        if c < d:
            pieces.append(RedlinePiece("added", "".join(other[c:d])))
    return [*pieces, RedlinePiece("same", "\n")]


def _parts(text: str, *, long: bool) -> list[str]:
    return [part for part in (_SENTENCE if long else _CHARACTER).findall(text) if part]


def _merged(pieces: Iterable[RedlinePiece]) -> Iterable[RedlinePiece]:
    """Neighbours of one kind as one piece."""
    kind: Kept | None = None
    texts: list[str] = []
    for piece in pieces:
        if piece.kind != kind and kind is not None:
            yield RedlinePiece(kind, "".join(texts))
            texts = []
        kind = piece.kind
        texts.append(piece.text)
    if kind is not None:
        yield RedlinePiece(kind, "".join(texts))
