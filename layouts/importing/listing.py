"""An import as data, for `--json`: docs/import.md says what each key holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from layouts.errors import Finding
from layouts.importing.bringing import Brought
from layouts.importing.list_items import printed_labels
from layouts.importing.received import Lost, ReceivedPhoto
from layouts.importing.recognition import Aside, Doubt
from layouts.importing.result import ImportedArticle, ImportedSource, ImportResult
from layouts.importing.tidying import Tidied
from layouts.issue.article import (
    Article,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.parts import cells, parts_of
from layouts.issue.photo import Photo
from layouts.issue.places import article_at
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Comment, MarkKind, Text

Entry = dict[str, object]


def listing(result: ImportResult, brought: Brought | None, measure: float) -> Entry:
    """All sources in order. `brought` tells the ids that articles have in the issue; `measure` is
    the text's width in em, of which the width of a photo is a share.
    """
    ids = _ids(brought) if brought is not None else {}
    sources = [
        _source(source, number, ids, measure) for number, source in enumerate(result.sources)
    ]
    return {"sources": sources, "findings": [_finding(finding) for finding in result.findings]}


def _ids(brought: Brought) -> dict[tuple[int, int], str]:
    return {key: article_at(brought.issue, place).id for key, place in brought.places.items()}


def _source(
    source: ImportedSource, number: int, ids: dict[tuple[int, int], str], measure: float
) -> Entry:
    received = _received(source)
    entry: Entry = {
        "file": str(source.path),
        "kind": source.kind,
        "encoding": source.encoding or None,
        "articles": [
            _article(article, ids.get((number, index)), received, measure)
            for index, article in enumerate(source.brought)
        ],
        "findings": [
            *map(_finding, source.findings),
            *map(_doubt, source.doubts),
        ],
        "tidied": _tidied(change for article in source.brought for change in article.tidied),
        "lost": [*map(_lost, source.lost)],
    }
    if source.instead is not None:
        entry["instead"] = str(source.instead)
    return entry


def _received(source: ImportedSource) -> dict[str, ReceivedPhoto]:
    """The photos inside a source as they stood there, by their files."""
    blocks = source.received.blocks if source.received else ()
    return {
        block.path.absolute().as_posix(): block
        for block in blocks
        if isinstance(block, ReceivedPhoto) and block.path
    }


def _article(
    imported: ImportedArticle, name: str | None, received: dict[str, ReceivedPhoto], measure: float
) -> Entry:
    found = imported.recognised
    article = found.article
    texts = (found.article.title, found.article.subtitle, found.article.byline)
    asides = [aside for text in filter(None, texts) for aside in _asides(text)]
    entry: Entry = {
        "id": name,
        "section": imported.section or None,
        "kind": article.kind.value,
        "title": article.title.string or None,
        "subtitle": article.subtitle.string if article.subtitle else None,
        "byline": imported.article.byline.string if imported.article.byline else None,
        "byline_raw": found.byline_raw or None,
        "date": article.date.isoformat() if article.date else None,
        "source": article.origin or None,
        "confidence": {key: round(value, 3) for key, value in found.confidence.items()},
        "blocks": list(_blocks(imported.article)),
        "photos": [
            *_photos(imported.article, received, measure),
            *map(_caption, imported.captions),
        ],
        "comments": list(_comments(imported.article)),
    }
    if asides:
        entry["notes"] = asides
    if imported.article.title.string != article.title.string:
        entry["title_tidied"] = imported.article.title.string
    return entry


# Blocks


def _blocks(article: Article) -> Iterator[Entry]:
    labels = printed_labels(article.blocks)
    for index, block in enumerate(article.blocks):
        if isinstance(block, Photo):
            continue
        entry = _BLOCK(block)
        if index in labels:
            entry["label"] = labels[index]
        if notes := [note for text in parts_of(block) for note in _asides(text)]:
            entry["notes"] = notes
        yield entry


def _text_entry(kind: str, text: str) -> Entry:
    return {"kind": kind, "text": text}


def _table(table: Table) -> Entry:
    columns = len(table.header)
    strings = [text.string for text in cells(table)]
    rows = ["\t".join(strings[at : at + columns]) for at in range(0, len(strings), columns)]
    entry = _text_entry("table", "\n".join(rows))
    if table.caption:
        entry["caption"] = table.caption.string
    if table.notes:
        entry["table_notes"] = [note.string for note in table.notes]
    return entry


_BLOCK: BlockTable[[], Entry] = BlockTable(
    {
        Paragraph: lambda block: _text_entry("paragraph", block.text.string),
        Subheading: lambda block: (
            _text_entry("subheading", block.text.string) | {"level": block.level}
        ),
        PullQuote: lambda block: _text_entry("pull-quote", block.text.string),
        Note: lambda block: _text_entry(
            "note", "\n".join(text.string for text in block.paragraphs)
        ),
        Sidebar: lambda block: _text_entry(
            "box", "\n".join(text.string for text in block.paragraphs)
        ),
        Table: _table,
        Photo: lambda block: _text_entry("photo", block.caption.string),
        PageBreak: lambda _: _text_entry("page-break", ""),
        Divider: lambda _: _text_entry("rule", ""),
    }
)


def _asides(text: Text) -> Iterator[Entry]:
    """What stands beside the characters of a text: notes, readings, addresses of links."""
    for mark in text.marks:
        if mark.kind in _ASIDE and isinstance(mark.value, str):
            yield {
                "kind": mark.kind.value,
                "on": text.string[mark.start : mark.end],
                "text": mark.value,
            }


_ASIDE = frozenset({MarkKind.NOTE, MarkKind.RUBY, MarkKind.LINK})


# Photos


def _photos(
    article: Article, received: dict[str, ReceivedPhoto], measure: float
) -> Iterator[Entry]:
    before = 0
    for block in article.blocks:
        if isinstance(block, Photo):
            yield _photo(block, before, received, measure)
        else:
            before += 1


def _photo(photo: Photo, before: int, received: dict[str, ReceivedPhoto], measure: float) -> Entry:
    """A photo, its side and width as the source has them."""
    stood = received.get(photo.path)
    width = stood.share if stood else photo.width and photo.width / measure
    crop = photo.crop
    return {
        "file": photo.name or Path(photo.path).name,
        "side": (stood or photo).side.value,
        "width": round(width, 4) if width is not None else None,
        "crop": {
            "left": crop.left,
            "top": crop.top,
            "right": crop.right,
            "bottom": crop.bottom,
        },
        "caption": photo.caption.string or None,
        "alt": photo.alt or None,
        "block": before,
    }


def _caption(caption: Aside) -> Entry:
    """A caption whose photo did not come."""
    return {
        "file": None,
        "side": None,
        "width": None,
        "crop": None,
        "caption": caption.text,
        "alt": None,
        "block": caption.block,
    }


# Comments, findings, what was tidied and lost


def _comments(article: Article) -> Iterator[Entry]:
    texts = [article.title, article.subtitle, article.byline]
    texts += [text for block in article.blocks for text in parts_of(block)]
    for text in filter(None, texts):
        for mark in text.marks:
            if isinstance(mark.value, Comment):
                yield {
                    "text": mark.value.text,
                    "author": mark.value.author or None,
                    "quote": text.string[mark.start : mark.end],
                }


def _finding(finding: Finding) -> Entry:
    return {
        "level": finding.level,
        "code": finding.code,
        "message": finding.message,
        "line": (finding.source.line or None) if finding.source else None,
    }


def _doubt(doubt: Doubt) -> Entry:
    return {
        "level": "warning",
        "code": doubt.code,
        "message": f"{doubt.zh} / {doubt.en}",
        "line": doubt.line or None,
        "answers": [answer.value for answer in doubt.answers],
    }


def _tidied(changes: Iterable[Tidied]) -> list[Entry]:
    """Changes by rule, each with every place."""
    groups: dict[str, list[Tidied]] = defaultdict(list)
    for change in changes:
        groups[change.rule].append(change)
    return [
        {
            "rule": rule,
            "count": len(group),
            "examples": [[change.before, change.after, change.where] for change in group],
        }
        for rule, group in groups.items()
    ]


def _lost(lost: Lost) -> Entry:
    is_said = not lost.text or f"“{lost.text}”" in lost.zh  # quoted, not met by chance
    what = lost.zh if is_said else f"{lost.zh}：{lost.text}"
    return {"what": what, "where": lost.where or None}
