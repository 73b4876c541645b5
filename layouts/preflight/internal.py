"""Internal material (内部资料): what must stand on it, and what it may not call itself.

《内部资料性出版物管理办法》 (order 2 of 2015 of 国家新闻出版广电总局), art. 14:

“内部资料必须在封面完整印刷标注《准印证》编号和‘内部资料，免费交流’字样，并在明显位置（封面、封底或
版权页）标明编印单位、发送对象、印刷单位、印刷日期、印数等，连续性内部资料还须标明期号。

连续性内部资料不得使用‘××报’、‘××刊’或‘××杂志’、‘记者××’、‘期刊社’、‘杂志社’、‘刊号’等字样，不得在
内文中以‘本报’、‘本刊’自称。”

Art. 15 (1) binds it to the name, size and period that were permitted. By art. 2 official
newsletters (机关公文性的简报) are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.house.template import fields_of
from layouts.issue.article import Article
from layouts.issue.fields import TEXTS, Field
from layouts.issue.issue import Issue
from layouts.issue.masthead import COLOPHON, INTERNAL, MASTHEAD
from layouts.issue.places import texts_of
from layouts.messages.preflight_internal import (
    INTERNAL_FIELD_EMPTY,
    INTERNAL_FIELD_UNPRINTED,
    INTERNAL_NAME,
    INTERNAL_NOTICE_WRONG,
    INTERNAL_WORD,
    NOTICE,
)
from layouts.patterns import later
from layouts.preflight.codes import found
from layouts.preflight.wording import AROUND, FIRST, source_of

REQUIRED = (
    "permit",
    "notice",
    "issuer",
    "recipients",
    "printer",
    "print_date",
    "copies",
    "number",
)
"""Fields of masthead and colophon that art. 14 names, in its order."""

_NO_NEWSPAPERS = (
    "简报",
    "情报",
    "通报",
    "汇报",
    "公报",
    "年报",
    "预报",
    "警报",
    "战报",
    "喜报",
    "捷报",
)
"""Names that end so are those of documents, not of newspapers."""

_PERIODICALS = ("学报", "杂志", "报", "刊")
"""What a name may not end in, the longest first."""

_BODIES = ("杂志社", "期刊社", "报社", "刊号")
"""What may stand nowhere in a name."""

_WORDS = ("本报", "本刊", "记者站", "杂志社", "期刊社", "刊号")
"""What may not stand in the text, where it is a word."""

_SELF = ("本报", "本刊")
"""Of these a longer word may begin: 本报讯, 本刊记者."""

_OTHER_WORDS = later(r"本报(?=[名到表批销废案单账])")
"""本报 and the first character of a word the dictionary cuts elsewhere: 本报名须知."""

_REPORTER = later(r"记者[ \u3000]*[\u4e00-\u9fff·]{2,4}?(?=[ \u3000)）】]|报道|摄|$)")
"""记者×× as a by-line has it, with the name behind."""

_PARTS = later(r"[\s·・—（）()《》]+")


def is_internal(issue: Issue) -> bool:
    """Whether these rules are for an issue."""
    return issue.profile == INTERNAL


def inspect_internal(issue: Issue, layout: Layout) -> Iterator[Finding]:
    """Check the fields and the name of internal material; nothing for any other issue."""
    if not is_internal(issue):
        return
    shown = {
        name
        for part in (layout.masthead, layout.colophon)
        for line in part.lines
        for name in fields_of(line.template)
    }
    for part, fields in (("masthead", MASTHEAD), ("colophon", COLOPHON)):
        for field in fields:
            value = getattr(getattr(issue, part), field.name)
            if field.name in REQUIRED:
                yield from _required(issue, part, field, value, shown=field.in_templates in shown)
            if field.kind in TEXTS and field.name != "publication":
                yield from _in_field(issue, f"{part}.{field.name}", value)
    yield from _name(issue)


def _required(
    issue: Issue, part: str, field: Field, value: object, *, shown: bool
) -> Iterator[Finding]:
    source = issue.setting_sources.get(field.words[0], issue.source)
    place = {"source": source, "field": f"{part}.{field.name}"}
    if value in ("", None):
        fix = f"notice:{NOTICE.zh}" if field.name == "notice" else ""
        said = INTERNAL_FIELD_EMPTY(field=field)
        yield found("internal-field-empty", "warning", *said, field.name, fix=fix, **place)  # pyright: ignore[reportArgumentType]
    elif field.name == "notice" and _plain(str(value)) != _plain(NOTICE.zh):
        said = INTERNAL_NOTICE_WRONG(notice=value)
        fix = f"notice:{NOTICE.zh}"
        yield found("internal-notice", "warning", *said, str(value), fix=fix, **place)  # pyright: ignore[reportArgumentType]
    elif not shown:
        said = INTERNAL_FIELD_UNPRINTED(field=field)
        yield found("internal-field-unprinted", "warning", *said, field.name, **place)  # pyright: ignore[reportArgumentType]


def _plain(notice: str) -> str:
    """A notice without what is the printer's choice: its marks and spaces."""
    return "".join(sign for sign in notice if sign.isalnum())


def _name(issue: Issue) -> Iterator[Finding]:
    name = issue.masthead.publication
    word = next((body for body in _BODIES if body in name), "") or _periodical(name)
    if word:
        yield found(
            "internal-name",
            "warning",
            *INTERNAL_NAME(word=word, name=name),
            name,
            source=issue.source,
            field="masthead.publication",
        )


def _periodical(name: str) -> str:
    """What a part of a name ends in that a periodical is called by; empty where nothing is."""
    for part in _PARTS().split(name):
        if not part.endswith(_NO_NEWSPAPERS):
            for word in _PERIODICALS:
                if part.endswith(word):
                    return word
    return ""


def _in_field(issue: Issue, field: str, value: str) -> Iterator[Finding]:
    for start, end in forbidden(value):
        yield found(
            "internal-word",
            "warning",
            *INTERNAL_WORD(word=value[start:end]),
            f"{field}:{value}",
            source=issue.source,
            field=field,
        )


def words_of_periodicals(article: Article) -> Iterator[Finding]:
    """What an article says that internal material may not; places are those of the first article
    of the first section.
    """
    for place, text in texts_of(article, FIRST):
        string = text.string
        for start, end in forbidden(string):
            yield found(
                "internal-word",
                "warning",
                *INTERNAL_WORD(word=string[start:end]),
                string[max(0, start - AROUND) : end + AROUND],
                source=source_of(article, place),
                place=place,
                span=(start, end),
            )


def forbidden(string: str) -> list[tuple[int, int]]:
    """Where a text calls itself a periodical, or speaks of its reporters, by characters."""
    spans = [match.span() for match in _REPORTER().finditer(string)]
    if any(word in string for word in _WORDS):
        spans += _cut_words(string)
    return sorted(spans)


def _cut_words(string: str) -> Iterator[tuple[int, int]]:
    # loads the dictionary: for what has such a word alone
    from layouts.importing.wording.words import CutText

    text = CutText(string)
    others = {match.start() for match in _OTHER_WORDS().finditer(string)}
    for word in _WORDS:
        for start in text.places(word):
            end = start + len(word)
            begins_longer = word in _SELF and all(
                longer.startswith(word) for longer in text.words_over(start, end)
            )
            if start not in others and (text.is_whole(start, end) or begins_longer):
                yield start, end
