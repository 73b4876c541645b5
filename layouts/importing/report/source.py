"""One manuscript in the report: the source beside its outcome, then what was done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from layouts.errors import Finding
from layouts.importing.received import Lost
from layouts.importing.recognition import Answer, Doubt
from layouts.importing.registry import SourceKind
from layouts.importing.report.markup import both, changes, shown, tag
from layouts.importing.report.pictures import ReportPictures, name_of
from layouts.importing.report.rows import BecamePart, PairRow, rows
from layouts.importing.report.whereabouts import where_said
from layouts.importing.result import BesidePhoto, ImportedArticle, ImportedSource
from layouts.importing.tidying import RULES, Tidied
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.issue.text import Comment, Text
from layouts.messages import import_report as say
from layouts.messages.message import Message, Sentence
from layouts.messages.tidying import TIDIED_BYLINE, TIDIED_SUBTITLE, TIDIED_TITLE

KINDS: dict[str, Message] = {
    SourceKind.DOCX: say.KIND_DOCX,
    SourceKind.ODT: say.KIND_ODT,
    SourceKind.RTF: say.KIND_RTF,
    SourceKind.DOC: say.KIND_DOC,
    SourceKind.WPS: say.KIND_WPS,
    SourceKind.PDF: say.KIND_PDF,
    SourceKind.TEXT: say.KIND_TEXT,
    SourceKind.MARKDOWN: say.KIND_MARKDOWN,
    SourceKind.HTML: say.KIND_HTML,
    SourceKind.MANUSCRIPT: say.KIND_OWN,
    SourceKind.BANXIN: say.KIND_ISSUE,
    SourceKind.PHOTO: say.LABEL_PHOTO,
}

EXAMPLES = 4
"""Examples that are shown of each rule."""


def source_card(
    source: ImportedSource, number: int, pictures: ReportPictures, *, is_open: bool
) -> str:
    """A manuscript, folded in where nothing about it wants a look."""
    opened = " open" if is_open else ""
    inside = "".join(_inside(source, pictures))
    return (
        f'<details id="s{number}"{opened}><summary>{_summary(source)}</summary>'
        f"{tag('div', inside, 'inside')}</details>"
    )


def _summary(source: ImportedSource) -> str:
    titles = [one.article.title.string for one in source.articles if one.article.title.string]
    name = titles[0] if titles else source.path.stem
    more = f" +{len(source.articles) - 1}" if len(source.articles) > 1 else ""
    kind = KINDS.get(source.kind, say.KIND_OTHER)()
    parts = [
        tag("span", shown(name) + more, "name"),
        tag("span", f"{shown(source.path.name)} · {both(kind)}", "file"),
    ]
    return "".join((*parts, *_chips(source)))


def _chips(source: ImportedSource) -> Iterator[str]:
    look = len(source.doubts) + sum(finding.level == "warning" for finding in source.findings)
    bad = sum(finding.level == "error" for finding in source.findings)
    tidied = sum(len(article.tidied) for article in source.brought)
    for section in dict.fromkeys(one.section for one in source.brought if one.section):
        yield tag("span", both(say.SECTION(name=section)), "chip")
    for count, label, of in (
        (bad + look, say.FIGURE_LOOK, "chip bad" if bad else "chip look"),
        (len(_own_photos(source)), say.FIGURE_PHOTOS, "chip"),
        (tidied, say.FIGURE_TIDIED, "chip"),
    ):
        if count:
            yield tag("span", f"{count} {both(label())}", of)


def _own_photos(source: ImportedSource) -> list[Photo]:
    return [
        block
        for article in source.brought
        for block in article.article.blocks
        if isinstance(block, Photo)
    ]


def _inside(source: ImportedSource, pictures: ReportPictures) -> Iterator[str]:
    yield _pairs(source)
    yield from _part(say.TIDIED, _rules(source.brought))
    yield from _part(say.PHOTOS, _figures(source, pictures))
    yield from _part(say.COMMENTS, _comments(source.articles))
    yield from _part(say.LOST, _lost(source))
    yield from _part(say.FINDINGS, _findings(source.findings))


def _part(heading: Message, content: str) -> Iterator[str]:
    if content:
        yield tag("h3", both(heading()))
        yield content


# The source beside its outcome


def _pairs(source: ImportedSource) -> str:
    shown_rows, more = rows(source)
    encoding = f" · {both(say.ENCODING(encoding=source.encoding))}" if source.encoding else ""
    head = tag("div", both(say.SOURCE_SIDE()) + encoding, "head")
    head += tag("div", both(say.ISSUE_SIDE()), "head")
    body = "".join(map(_row, shown_rows))
    if source.received is None:
        body = tag("div", both(say.NO_SOURCE_TEXT()), "was") + tag("div", "", "is") + body
    rest = tag("p", both(say.MORE_ROWS(count=more)), "where") if more else ""
    return tag("div", head + body, "pair") + rest


def _row(row: PairRow) -> str:
    line = f"<i>{row.line}</i>" if row.line and row.source else ""
    was = tag("div", f"{line}{shown(row.source)}", f"was {row.style}".strip())
    parts = "".join(map(_outcome, row.outcomes))
    if not parts and row.source:
        parts = tag("div", both(say.IN_NO_ARTICLE()), "nothing")
    doubts = "".join(map(_doubt, row.doubts))
    if not row.source and not row.outcomes:
        return doubts
    return was + tag("div", parts, "is") + doubts


def _outcome(outcome: BecamePart) -> str:
    label = tag("span", both(outcome.label), "label")
    is_photo = outcome.style == "photo"
    text = shown(outcome.after) if is_photo else changes(outcome.before, outcome.after)
    return tag("div", label + text, f"part {outcome.style}")


_ANSWERS: dict[Answer, Message] = {
    Answer.TITLE: TIDIED_TITLE,
    Answer.SUBTITLE: TIDIED_SUBTITLE,
    Answer.BYLINE: TIDIED_BYLINE,
    Answer.TEXT: say.LABEL_TEXT,
    Answer.SUBHEADING: say.ANSWER_HEADING,
    Answer.CAPTION: say.LABEL_CAPTION,
    Answer.SECTION: say.ANSWER_SECTION,
    Answer.LEAVE_OUT: say.ANSWER_LEAVE_OUT,
}


def _doubt(doubt: Doubt) -> str:
    sentence = both(Sentence(doubt.zh, doubt.en))
    others = [_ANSWERS[answer]() for answer in doubt.answers[1:]]
    if others:
        answers = Sentence("、".join(one.zh for one in others), ", ".join(one.en for one in others))
        sentence += f" · {both(say.ANSWERS(answers=answers))}"
    return tag("div", sentence, "doubt")


# What was done


def _rules(articles: Iterable[ImportedArticle]) -> str:
    groups: dict[str, list[Tidied]] = defaultdict(list)
    for article in articles:
        for change in article.tidied:
            groups[change.rule].append(change)
    names = {rule.name: Sentence(rule.zh, rule.en) for rule in RULES}
    lines = [_rule(names.get(rule, Sentence(rule, rule)), group) for rule, group in groups.items()]
    return tag("table", "".join(lines), "rules") if lines else ""


def _rule(name: Sentence, group: list[Tidied]) -> str:
    examples = [_example(change) for change in group[:EXAMPLES]]
    if len(group) > EXAMPLES:
        more = both(say.MORE_EXAMPLES(count=len(group) - EXAMPLES))
        examples.append(tag("span", more, "where"))
    cells = (
        tag("td", both(name)),
        tag("td", both(say.TIMES(count=len(group))), "count"),
        tag("td", "".join(examples)),
    )
    return tag("tr", "".join(cells))


def _example(change: Tidied) -> str:
    where = tag("span", both(Sentence(change.where, change.where_en or change.where)), "where")
    return tag("span", changes(change.before, change.after) + where, "example")


def _figures(source: ImportedSource, pictures: ReportPictures) -> str:
    beside = {photo.path.absolute().as_posix(): photo for photo in source.beside}
    figures = [
        pictures.figure(
            Path(photo.path), name_of(photo), photo.caption.string, _how(beside.get(photo.path))
        )
        for photo in _own_photos(source)
    ]
    return tag("div", "".join(figures), "photos") if figures else ""


def _how(photo: BesidePhoto | None) -> Sentence:
    return say.PLACED_BY(how=photo.how) if photo is not None else say.INSIDE()


def _comments(articles: Iterable[ImportedArticle]) -> str:
    found = [
        tag(
            "li",
            f'<span class="quote">“{shown(quote)}”</span> {shown(comment.text)}'
            f'<br><span class="where">{shown(comment.author)}</span>',
            "notice",
        )
        for article in articles
        for text in _texts(article)
        for quote, comment in _comments_on(text)
    ]
    return tag("ul", "".join(found), "list") if found else ""


def _texts(imported: ImportedArticle) -> Iterator[Text]:
    article = imported.article
    yield from filter(None, (article.title, article.subtitle, article.byline))
    for block in article.blocks:
        yield from parts_of(block)


def _comments_on(text: Text) -> Iterator[tuple[str, Comment]]:
    for mark in text.marks:
        if isinstance(mark.value, Comment):
            yield text.string[mark.start : mark.end], mark.value


def _lost(source: ImportedSource) -> str:
    items = [_lost_item(lost) for lost in source.lost]
    return tag("ul", "".join(items), "list") if items else ""


def _lost_item(lost: Lost) -> str:
    text = f'<br><span class="quote">{shown(lost.text)}</span>' if lost.text else ""
    where = f' <span class="where">{both(where_said(lost.where))}</span>' if lost.where else ""
    return tag("li", f"{both(Sentence(lost.zh, lost.en))}{where}{text}", "notice")


def _findings(findings: Iterable[Finding]) -> str:
    items = [
        tag("li", both(Sentence(finding.zh, finding.en)), finding.level) for finding in findings
    ]
    return tag("ul", "".join(items), "list") if items else ""
