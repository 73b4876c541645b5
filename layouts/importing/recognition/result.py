"""What recognition made of a document, with what an editor should look at."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from layouts.errors import Finding
from layouts.importing.received import Lost
from layouts.issue.article import Article
from layouts.issue.issue import Masthead
from layouts.issue.text import Mark


class Answer(StrEnum):
    """What an editor can say that something is. TITLE of a text begins an article there; SECTION
    names the section of the article; LEAVE_OUT keeps it out of the issue.
    """

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    TEXT = "text"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    SECTION = "section"
    LEAVE_OUT = "leave-out"


class Doubt(NamedTuple):
    """A guess that an editor should look at, and the answers to choose from; the first is what the
    program took it for.

    `article` is the index into the articles of the recognition; `block` that into the article's
    blocks, or TITLE, SUBTITLE or BYLINE of `layouts.errors`. `aside` is the index into the asides
    for one of those, which stands before that block; -1 for all others.
    """

    code: str
    zh: str
    en: str
    article: int
    block: int
    answers: tuple[Answer, ...]
    line: int = 0
    aside: int = -1


class AsideKind(StrEnum):
    """What stands beside a text and is no part of it: a caption whose photo did not come, whom to
    ask, who edited it, a day without its year.
    """

    CAPTION = "caption"
    CONTACT = "contact"
    EDITORS = "editors"
    DAY = "day"


class Aside(NamedTuple):
    """Words that came with an article and are not printed in it until an editor says so: they
    stood before block `block` of article `article`. `number` is what a caption counts its photo as
    (“图3” is 3), 0 where it does not; `marks` are those it carries. Each is told in `lost` too.
    """

    kind: AsideKind
    article: int
    block: int
    text: str
    number: int = 0
    line: int = 0
    marks: tuple[Mark, ...] = ()


class RecognisedArticle(Struct, frozen=True):
    """An article of a manuscript, its texts as the source has them.

    `section` is the section that the manuscript says it belongs to; `byline_raw` the by-line
    exactly as the source spells it (“（图/文 张三）”), its lines parted by line feeds, where
    `article.byline` is as an issue prints it. `confidence` (0 to 1) has the keys title, subtitle,
    byline, date, source, section and kind, each where there is such a thing.
    """

    article: Article
    section: str = ""
    byline_raw: str = ""
    confidence: Mapping[str, float] = field(default_factory=dict[str, float])


class Recognition(Struct, frozen=True):
    """The articles of a document, what there is to say and to ask about them, what of the document
    is in none of them, and the masthead of a document that is a whole issue.
    """

    articles: tuple[RecognisedArticle, ...]
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    lost: tuple[Lost, ...] = ()
    asides: tuple[Aside, ...] = ()
    masthead: Masthead | None = None
