"""Articles as the paragraphs of a Word file of ours come up, each in the style that says what it
is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.list_items import AutomaticLabel, items_among
from layouts.importing.received import ReceivedPhoto
from layouts.importing.word_back.words import parted_caption, parted_credit
from layouts.issue.article import Article, ArticleKind, Block, PageBreak, Section
from layouts.issue.lead import first_paragraph, title_of_paragraph
from layouts.issue.photo import Photo, RowCaptions
from layouts.issue.text import Text

B = TypeVar("B", bound=Block)


class ReturningArticle(Struct):
    """An article that is being read; `labels` are those of items by the index of their block."""

    source: Source
    kind: ArticleKind = ArticleKind.HEADLINE
    title: Text = Text("")
    subtitle: Text | None = None
    byline: Text | None = None
    break_before: bool = False
    is_open: bool = False
    blocks: list[Block] = field(default_factory=list[Block])
    labels: dict[int, AutomaticLabel] = field(default_factory=dict[int, AutomaticLabel])

    def article(self) -> Article:
        """The article as it is now, its items counted, its lead its title."""
        labels = [self.labels.get(k) for k in range(len(self.blocks))]
        blocks = items_among(self.blocks, labels)
        title = self.title
        lead = first_paragraph(blocks) if self.kind is ArticleKind.RUN_IN else None
        if lead is not None:
            title = title_of_paragraph(getattr(blocks[lead], "text", Text("")))
        return Article(
            self.kind,
            title,
            blocks,
            self.source,
            self.byline,
            self.break_before,
            subtitle=self.subtitle,
        )


class ReturningSection(Struct):
    """A section that is being read."""

    name: str
    source: Source
    break_before: bool = False
    articles: list[ReturningArticle] = field(default_factory=list[ReturningArticle])

    def section(self) -> Section:
        """The section as it is now."""
        articles = tuple(draft.article() for draft in self.articles)
        return Section(self.name, articles, self.source, self.break_before)


class ReturningIssue:
    """Sections and articles in the order in which they come up."""

    def __init__(self, path: Path, area: float, usual: float) -> None:
        """The text is `area` em wide; a photo that says nothing is `usual` em wide."""
        self.sections: list[ReturningSection] = []
        self._path = str(path)
        self._area = area
        self._usual = usual
        self._turned: int | None = None
        self._rows = 0

    def source(self, line: int) -> Source:
        """Where something stands."""
        return Source(self._path, line)

    def turn(self, line: int) -> None:
        """A page was ended here."""
        self._turned = line

    def _turn_before(self) -> bool:
        is_turned, self._turned = self._turned is not None, None
        return is_turned

    def section(self, name: str, line: int) -> None:
        """Another section begins."""
        self.sections.append(ReturningSection(name, self.source(line), self._turn_before()))

    def begin(self, kind: ArticleKind, line: int, *, is_open: bool = False) -> ReturningArticle:
        """Another article begins; one that is `is_open` is told what it is by its first
        paragraph.
        """
        turned = self._turn_before()
        if not self.sections:
            self.sections.append(ReturningSection("", self.source(line)))
        draft = ReturningArticle(self.source(line), kind, break_before=turned, is_open=is_open)
        self.sections[-1].articles.append(draft)
        return draft

    @property
    def current(self) -> ReturningArticle | None:
        """The article that is being read, None where none was begun in its section."""
        articles = self.sections[-1].articles if self.sections else ()
        return articles[-1] if articles else None

    def article(self, line: int) -> ReturningArticle:
        """The article that is being read; one without a title where none was begun."""
        return self.current or self.begin(ArticleKind.HEADLINE, line)

    def add(self, block: Block, label: AutomaticLabel | None = None) -> None:
        """One block more, after the page turn that stands before it."""
        turned, self._turned = self._turned, None
        article = self.article(block.source.line)
        if turned is not None:
            article.blocks.append(PageBreak(self.source(turned)))
        if label is not None:
            article.labels[len(article.blocks)] = label
        article.blocks.append(block)

    def last(self, kind: type[B]) -> B | None:
        """The block before, where it is of a kind and no page was turned since."""
        blocks = self.current.blocks if self.current is not None else ()
        if self._turned is not None or not blocks:
            return None
        return blocks[-1] if isinstance(blocks[-1], kind) else None

    def put(self, block: Block) -> None:
        """What the last block has become."""
        self.sections[-1].articles[-1].blocks[-1] = block

    # -- photos ------------------------------------------------------------------------------------

    def photos(self, found: Sequence[ReceivedPhoto], *, in_table: bool) -> None:
        """Photos that stand together: one, or a row with captions under each or one of all."""
        row, grid = "", 0
        if len(found) > 1:
            self._rows += 1
            row = str(self._rows)
            # the reader knows no row of one photo
            first = sum(one.row == found[0].row for one in found) if found[0].row else 1
            grid = first if first < len(found) else 0
        whole = self._is_whole_row(found, grid or len(found))
        made = [self._photo(one, row, grid, no_width=whole) for one in found]
        if in_table and len(made) > 1:
            each = any(photo.caption.string for photo in made[:-1])
            how = RowCaptions.AS_WRITTEN if each else RowCaptions.EACH
            made = [replace(photo, captions=how) for photo in made]
        for photo in made:
            self.add(photo)

    def _is_whole_row(self, found: Sequence[ReceivedPhoto], count: int) -> bool:
        """Whether a row takes the whole width, as those do that say none."""
        return len(found) > 1 and sum(one.share or 0.0 for one in found[:count]) > 0.85

    def _photo(self, found: ReceivedPhoto, row: str, grid: int, *, no_width: bool) -> Photo:
        caption, credit = parted_credit(found.caption)
        width = None if found.share is None else round(found.share * self._area, 2)
        if no_width or (width is not None and abs(width - self._usual) < 0.05):
            width = None
        return Photo(
            "" if found.path is None else found.path.absolute().as_posix(),
            caption,
            self.source(found.line),
            found.side,
            width,
            alt=found.alt,
            crop=found.crop,
            name=found.name,
            row=row,
            grid=grid,
            credit=credit,
        )

    def last_photos(self) -> int:
        """How many photos stand last, together."""
        photo = self.last(Photo)
        if photo is None:
            return 0
        blocks = self.sections[-1].articles[-1].blocks
        count = 1
        if photo.row:
            rows = [block.row if isinstance(block, Photo) else "" for block in blocks]
            count = next((k for k, row in enumerate(reversed(rows)) if row != photo.row), len(rows))
        return count

    def caption(self, words: Text) -> bool:
        """The words under the photos that stand last; False where there are none."""
        count = self.last_photos()
        if not count:
            return False
        blocks = self.sections[-1].articles[-1].blocks
        photos = [block for block in blocks[-count:] if isinstance(block, Photo)]
        counts = _counts(count, photos[0].grid)
        captions = parted_caption(words, counts) if count > 1 else [words]
        together = sum(bool(caption.string) for caption in captions) > 1
        how = RowCaptions.TOGETHER if together else RowCaptions.AS_WRITTEN
        blocks[-count:] = [
            replace(photo, caption=caption, captions=how)
            for photo, caption in zip(photos, captions, strict=True)
        ]
        return True

    def credit(self, name: str) -> bool:
        """Who took the photos that stand last; False where there are none."""
        count = self.last_photos()
        if not count or not name:
            return False
        blocks = self.sections[-1].articles[-1].blocks
        blocks[-count:] = [
            replace(block, credit=name) if isinstance(block, Photo) else block
            for block in blocks[-count:]
        ]
        return True


def _counts(count: int, grid: int) -> tuple[int, ...]:
    from layouts.issue.photo_rows import lines_of

    return lines_of(count, grid)
