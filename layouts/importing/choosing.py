"""Of two versions of a manuscript the newest is taken, and the editor may take the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.importing.recognition import RecognisedArticle
from layouts.importing.registry import SourceKind
from layouts.importing.result import ImportedSource, ImportResult
from layouts.importing.versions import ENOUGH, Candidate, versions
from layouts.issue.parts import parts_of
from layouts.messages import importing as say

PASSED_OVER = "version-passed-over"


def with_newest(sources: Sequence[ImportedSource]) -> list[ImportedSource]:
    """The sources, older versions of a manuscript marked as such."""
    candidates = [
        Candidate(source.path, SourceKind(source.kind), _text(source), _written(source.path))
        for source in sources
    ]
    older = versions(candidates)
    first: dict[str, Path] = {}
    chosen: list[ImportedSource] = []
    for number, (source, candidate) in enumerate(zip(sources, candidates, strict=True)):
        if number in older:
            chosen.append(_passed_over(source, sources[older[number]].path))
            continue
        text = candidate.text if len(candidate.text) >= ENOUGH else str(number)
        other = first.setdefault(text, source.path)
        chosen.append(source if other == source.path else _said_twice(source, other))
    return chosen


def _said_twice(source: ImportedSource, other: Path) -> ImportedSource:
    """A source that says what another says, under another name: both come in."""
    sentence = say.SAME_TEXT_TWICE(other=other.name)
    finding = Finding("warning", "text-twice", *sentence, Source(str(source.path)))
    return replace(source, noticed=(*source.noticed, finding))


def with_version(result: ImportResult, taken: Path) -> ImportResult:
    """The import with the version at `taken`, which was passed over, in place of the one taken.

    LookupError where no such version was passed over.
    """
    other = next(
        (source.instead for source in result.sources if source.path == taken and source.instead),
        None,
    )
    if other is None:
        raise LookupError(f"no version {taken}")

    def turned(source: ImportedSource) -> ImportedSource:
        if source.path == taken:
            return replace(source, instead=None, noticed=_without_choice(source))
        if other in (source.path, source.instead):
            return _passed_over(replace(source, noticed=_without_choice(source)), taken)
        return source

    return replace(result, sources=tuple(map(turned, result.sources)))


def _without_choice(source: ImportedSource) -> tuple[Finding, ...]:
    return tuple(one for one in source.noticed if one.code != PASSED_OVER)


def _passed_over(source: ImportedSource, taken: Path) -> ImportedSource:
    sentence = say.VERSION_PASSED_OVER(other=taken.name)
    finding = Finding("warning", PASSED_OVER, *sentence, Source(str(source.path)))
    return replace(source, instead=taken, noticed=(*source.noticed, finding))


def _text(source: ImportedSource) -> str:
    """What a source says, white space aside."""
    if source.recognition is None:
        return ""
    return "".join("".join(_words(found)) for found in source.recognition.articles)


def _words(found: RecognisedArticle) -> Iterable[str]:
    article = found.article
    yield article.title.string
    yield "".join(found.byline_raw.split())
    for block in article.blocks:
        for text in parts_of(block):
            yield "".join(text.string.split())


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
