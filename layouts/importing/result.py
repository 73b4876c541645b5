"""What an import brought, file by file: all that the window, the report and the JSON tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from layouts.errors import Finding
from layouts.importing.received import Lost, ReceivedDocument
from layouts.importing.recognition import (
    Aside,
    AsideKind,
    Doubt,
    RecognisedArticle,
    Recognition,
)
from layouts.importing.tidying import Tidied
from layouts.issue.article import Article, ArticleKind
from layouts.issue.issue import Issue
from layouts.messages.message import Sentence


class ImportedArticle(Struct, frozen=True):
    """An article as recognised, and as it goes into the issue: tidied, with the photos that lay
    beside the text. Paths of photos are absolute.

    `section` is the one that the text or else its folder names, empty for none. `captions` are
    those whose photo is still missing, `slips` what goes against the word lists of the house.
    """

    recognised: RecognisedArticle
    article: Article
    section: str = ""
    tidied: tuple[Tidied, ...] = ()
    captions: tuple[Aside, ...] = ()
    slips: tuple[Finding, ...] = ()


CAPTION_LOST = "caption-without-photo"
"""The code under which recognition tells of a caption without its photo."""


TITLE_MISSING = "title-missing"
"""The code under which recognition asks for the title of an article."""


class BesidePhoto(NamedTuple):
    """A photo that lay beside the text: the article of its source that it belongs to, and by what
    that was told. `block` is the one that names the photo's file, None where none does.
    """

    path: Path
    article: int
    how: Sentence
    block: int | None = None


class ImportedSource(Struct, frozen=True):
    """One file.

    `received` and `recognition` are what reading and recognition made of it, for the source beside
    its outcome and for answers to its doubts; None where it could not be read. `folders` are the
    folders it lies in, `section` is the one they name. `noticed` and `missing` are what the import
    itself has to say; `findings` and `lost` have all. `beside` are its photos from beside the text;
    `paths` has the file of each photo that an article names, empty for one that does not come in.
    `instead` is the newer version that was taken in its place: its articles are at hand, but not
    brought in. `issue` is the whole issue, with its masthead, that a file of our own kinds holds.
    """

    path: Path
    kind: str
    encoding: str = ""
    articles: tuple[ImportedArticle, ...] = ()
    received: ReceivedDocument | None = None
    recognition: Recognition | None = None
    noticed: tuple[Finding, ...] = ()
    missing: tuple[Lost, ...] = ()
    beside: tuple[BesidePhoto, ...] = ()
    folders: tuple[str, ...] = ()
    section: str = ""
    paths: Mapping[str, str] = field(default_factory=dict[str, str])
    instead: Path | None = None
    issue: Issue | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading, recognition and the import have to say."""
        read = self.received.findings if self.received else ()
        recognised = self.recognition.findings if self.recognition else ()
        slips = [slip for article in self.brought for slip in article.slips]
        return (*read, *recognised, *self.noticed, *slips)

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What of the file is in no article; a caption whose photo was found is no longer."""
        read = self.received.lost if self.received else ()
        found = [aside.text for aside in self._captions_found]
        left: list[Lost] = []
        for lost in self.recognition.lost if self.recognition else ():
            if lost.code == CAPTION_LOST and lost.text in found:
                found.remove(lost.text)
            else:
                left.append(lost)
        return (*read, *left, *self.missing)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What its editor should look at; nothing of a version that is passed over, nor that briefs
        have no titles.
        """
        if self.recognition is None or self.instead is not None:
            return ()
        asides, found = self.recognition.asides, self._captions_found
        briefs = [
            number
            for number, one in enumerate(self.articles)
            if one.article.kind is ArticleKind.BRIEF
        ]
        return tuple(
            doubt
            for doubt in self.recognition.doubts
            if (doubt.aside < 0 or asides[doubt.aside] not in found)
            and not (doubt.code == TITLE_MISSING and doubt.article in briefs)
        )

    @property
    def _captions_found(self) -> list[Aside]:
        """The captions whose photo lay beside the text."""
        if self.recognition is None or not self.articles:
            return []
        left = {caption for article in self.articles for caption in article.captions}
        captions = [one for one in self.recognition.asides if one.kind is AsideKind.CAPTION]
        return [caption for caption in captions if caption not in left]

    @property
    def brought(self) -> tuple[ImportedArticle, ...]:
        """The articles that go into the issue."""
        return () if self.instead else self.articles


class ImportResult(Struct, frozen=True):
    """All files in their order; the last are those that are no manuscripts, unmatched photos among
    them. `findings` are about folders.
    """

    sources: tuple[ImportedSource, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def every_finding(self) -> Iterator[Finding]:
        """What there is to say of folders and files, in order."""
        yield from self.findings
        for source in self.sources:
            yield from source.findings

    @property
    def count(self) -> int:
        """How many articles go into the issue."""
        return sum(len(source.brought) for source in self.sources)

    @property
    def needs_a_look(self) -> bool:
        """Whether anything is doubtful: a guess, a warning, a file that could not be read."""
        return any(source.doubts for source in self.sources) or any(
            finding.level != "notice" for finding in self.every_finding
        )
