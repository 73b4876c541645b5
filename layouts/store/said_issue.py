"""What a comparison says of all in an issue that is no article: its fields, its layout and what it
has there otherwise, its sections, the findings accepted.

The words are of the issue, Chinese like it, not of the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from layouts.issue.article import Section
from layouts.issue.fields import declared
from layouts.issue.fitting import Fitting
from layouts.issue.issue import Issue
from layouts.issue.masthead import PROFILES, Colophon, Masthead
from layouts.store.said import part_settings


def field_lines(part: Masthead | Colophon) -> list[str]:
    """The fields of a masthead or colophon that are given."""
    given = ((field.zh, getattr(part, field.name)) for field in declared(type(part)))
    return [f"{word}：{value}" for word, value in given if value not in (None, "")]


Called = Callable[[str, object], str]
"""A place of a layout and what an issue has there otherwise, in words: the house knows them."""


def as_written(place: str, value: object) -> str:
    """The same as a layout file has it."""
    return f"{place}：{value}"


def design_lines(issue: Issue, called: Called) -> list[str]:
    """The layout, what is set in it, and what the issue has otherwise."""
    return [
        issue.layout,
        "排本期要目" if issue.contents else "不排本期要目",
        *([PROFILES[issue.profile][0]] if issue.profile else ()),
        *_setting_lines(issue.settings),
        *map(called, issue.design, issue.design.values()),
        *_aside_lines(issue, called),
        *_fitting_lines(issue.fitting),
    ]


def _fitting_lines(fitting: Fitting) -> Iterator[str]:
    """What fitting to whole pages changed, by kinds."""
    for name, amounts in (
        ("段落行数", fitting.lines),
        ("图片高度", fitting.photos),
        ("文章间距", fitting.gaps),
        ("标题占行", fitting.headings),
    ):
        if amounts:
            more, less = (sum(sign * n > 0 for n in amounts.values()) for sign in (1, -1))
            yield f"〔整页适配〕{name}：加 {more} 处，减 {less} 处"
    if fitting.leading != 1.0:
        yield f"〔整页适配〕行距：{fitting.leading - 1.0:+.1%}"
    if fitting.size:
        yield f"〔整页适配〕正文字号：{fitting.size:+g} 磅"


def _setting_lines(settings: Mapping[str, object]) -> list[str]:
    return [
        f"{key}: {value!r}" if isinstance(value, str) else f"{key}: {value}"
        for key, value in sorted(settings.items())
    ]


def _aside_lines(issue: Issue, called: Called) -> Iterator[str]:
    """What is kept for layouts that the issue was in before."""
    for layout, kept in sorted(issue.set_aside.items()):
        lines = (
            *_setting_lines(kept.settings),
            *map(called, kept.design, kept.design.values()),
        )
        yield from (f"〔留给 {layout}〕{line}" for line in lines)


def heading_lines(issue: Issue, *, counted: bool = False) -> list[str]:
    """The sections, with the number of their articles where that is asked for."""
    return [
        "".join((section.name, *part_settings(section), _articles_of(section) if counted else ""))
        for section in issue.sections
    ]


def _articles_of(section: Section) -> str:
    return f"（{len(section.articles)} 篇）"


def accepted_lines(issue: Issue) -> list[str]:
    """The findings that were accepted, and why."""
    return [f"{accepted.reason or '没有写理由'}（{accepted.key}）" for accepted in issue.accepted]
