"""The whole page of the report: what wants a look first, then each manuscript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layouts.importing.registry import SourceKind
from layouts.importing.report.markup import both, shown, tag
from layouts.importing.report.pictures import ReportPictures
from layouts.importing.report.source import source_card
from layouts.importing.report.style import STYLE
from layouts.importing.result import ImportedSource, ImportResult
from layouts.issue.photo import Photo
from layouts.messages import import_report as say
from layouts.messages.message import Message, Sentence


def report(result: ImportResult) -> str:
    """The report as HTML, Chinese first; a switch at its head turns to English."""
    pictures = ReportPictures()
    body = "\n".join(
        (*_head(result), *_looks(result), *_cards(result, pictures), *_rest(result, pictures))
    )
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{shown(say.TITLE().zh)}</title><style>{STYLE}</style></head>\n<body>"
        '<input class="switch" type="radio" name="language" id="in-zh" checked>'
        '<input class="switch" type="radio" name="language" id="in-en">'
        f"\n<main>{body}</main></body></html>\n"
    )


def _head(result: ImportResult) -> Iterator[str]:
    yield (
        '<div class="languages"><label for="in-zh">中文</label>'
        '<label for="in-en">English</label></div>'
    )
    yield tag("h1", both(say.TITLE()))
    yield tag("p", both(say.LEAD()), "lead")
    figures = (_figure(number, label, of) for number, label, of in _figures(result))
    yield tag("ul", "".join(figures), "figures")


def _figures(result: ImportResult) -> Iterator[tuple[int, Message, str]]:
    articles = [article for source in result.sources for article in source.brought]
    blocks = (block for article in articles for block in article.article.blocks)
    yield sum(source.kind != SourceKind.PHOTO for source in result.sources), say.FIGURE_FILES, ""
    yield len(articles), say.FIGURE_ARTICLES, ""
    yield sum(isinstance(block, Photo) for block in blocks), say.FIGURE_PHOTOS, ""
    yield sum(len(article.tidied) for article in articles), say.FIGURE_TIDIED, ""
    look = sum(1 for _ in _to_look_at(result))
    yield look, say.FIGURE_LOOK, "look" if look else ""


def _figure(number: int, label: Message, of: str) -> str:
    return tag("li", f"<b>{number}</b>{both(label())}", of)


# What wants a look


def _to_look_at(result: ImportResult) -> Iterator[tuple[str, Sentence, ImportedSource | None, int]]:
    """Level, sentence, source and line of everything that is doubtful, errors first."""
    found = [*_doubtful(result)]
    yield from sorted(found, key=lambda one: one[0] != "error")


def _doubtful(result: ImportResult) -> Iterator[tuple[str, Sentence, ImportedSource | None, int]]:
    for finding in result.findings:
        yield finding.level, Sentence(finding.zh, finding.en), None, 0
    for source in result.sources:
        for finding in source.findings:
            if finding.level != "notice":
                line = finding.source.line if finding.source else 0
                yield finding.level, Sentence(finding.zh, finding.en), source, line
        for doubt in source.doubts:
            yield "warning", Sentence(doubt.zh, doubt.en), source, doubt.line


def _looks(result: ImportResult) -> Iterator[str]:
    yield tag("h2", both(say.LOOK_FIRST()))
    numbers = {id(source): number for number, source in enumerate(result.sources)}
    items = [
        tag("li", f"{both(sentence)} {_where(source, line, numbers)}", level)
        for level, sentence, source, line in _to_look_at(result)
    ]
    yield tag("ul", "".join(items), "looks") if items else tag("p", both(say.ALL_CLEAR()), "clear")


def _where(source: ImportedSource | None, line: int, numbers: dict[int, int]) -> str:
    if source is None:
        return ""
    place = f"{source.path.name}:{line}" if line else source.path.name
    link = f'<a href="#s{numbers[id(source)]}">{shown(place)}</a>'
    return tag("span", link, "where")


# Manuscripts


def _cards(result: ImportResult, pictures: ReportPictures) -> Iterator[str]:
    """A card for each manuscript, those that want a look first."""
    numbered = [
        (number, source)
        for number, source in enumerate(result.sources)
        if source.recognition is not None
    ]
    if not numbered:
        return
    yield tag("h2", both(say.MANUSCRIPTS()))
    for number, source in sorted(numbered, key=lambda one: not _wants_a_look(one[1])):
        yield source_card(source, number, pictures, is_open=_wants_a_look(source))


def _wants_a_look(source: ImportedSource) -> bool:
    return bool(source.doubts) or any(finding.level != "notice" for finding in source.findings)


# What did not come in


def _rest(result: ImportResult, pictures: ReportPictures) -> Iterator[str]:
    numbered = list(enumerate(result.sources))
    others = [(number, one) for number, one in numbered if one.recognition is None]
    photos = [(number, one) for number, one in others if one.kind == SourceKind.PHOTO]
    if photos:
        yield tag("h2", both(say.UNMATCHED()))
        yield tag("p", both(say.UNMATCHED_LEAD()), "lead")
        yield tag("div", "".join(_photo(number, one, pictures) for number, one in photos), "photos")
    files = [(number, one) for number, one in others if one.kind != SourceKind.PHOTO]
    if files:
        yield tag("h2", both(say.PASSED_OVER()))
        yield tag("ul", "".join(_file(number, one) for number, one in files), "list")


def _photo(number: int, source: ImportedSource, pictures: ReportPictures) -> str:
    said = _first(source)
    figure = pictures.figure(source.path, source.path.name, "", said)
    return f'<div id="s{number}">{figure}</div>'


def _file(number: int, source: ImportedSource) -> str:
    name = tag("b", shown(str(source.path)))
    level = source.findings[0].level if source.findings else "notice"
    return f'<li id="s{number}" class="{level}">{name}<br>{both(_first(source))}</li>'


def _first(source: ImportedSource) -> Sentence:
    findings: Sequence[Sentence] = [Sentence(one.zh, one.en) for one in source.findings]
    return findings[0] if findings else say.KIND_OTHER()
