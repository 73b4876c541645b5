"""Blocks to sections and articles: what each heading and paragraph is, from its brackets, labels and marks rather than its level alone."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.errors import Finding, Level, Source
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Note,
    PageBreak,
    Paragraph,
    Section,
    Subheading,
    Table,
)
from layouts.issue.photo import Photo
from layouts.issue.text import Emphasis, Text
from layouts.manuscript.blocks import (
    Grid,
    Heading,
    Parser,
    Passage,
    Quote,
    RawBlock,
    Turn,
)
from layouts.manuscript.cuts import is_cut
from layouts.manuscript.inline import NO_TEXT, cut, join, read_inline, trim
from layouts.manuscript.marks import (
    RUN_IN,
    byline_tail,
    holds_briefs,
    is_blank,
    is_byline,
    label_level,
    section_line,
    section_name,
)
from layouts.manuscript.runin import run_in

LONGEST_BARE_NAME = 8
"""Characters of a section name that stands without brackets where others have them; a longer heading there is an article's title."""


class _ArticleDraft:
    def __init__(self, kind: ArticleKind, title: Text, source: Source, *, break_before: bool) -> None:
        self.kind = kind
        self.title = title
        self.source = source
        self.break_before = break_before
        self.blocks: list[Block] = []
        self.byline: Text | None = None

    def finished(self) -> Article:
        return Article(self.kind, self.title, tuple(self.blocks), self.source, self.byline, self.break_before)


class _SectionDraft:
    def __init__(self, name: str, source: Source, *, break_before: bool) -> None:
        self.name = name
        self.source = source
        self.break_before = break_before
        self.articles: list[_ArticleDraft] = []

    def finished(self) -> Section:
        return Section(self.name, tuple(article.finished() for article in self.articles), self.source, self.break_before)


def arrange(blocks: Sequence[RawBlock], file: str, parser: Parser) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of an issue from the blocks of its body, and findings for what had to be guessed or is missing."""
    arranger = _Arranger(file, parser, brackets=any(isinstance(block, Heading) and section_name(block.content) for block in blocks))
    for place, block in enumerate(blocks):
        arranger.take(block, blocks[place + 1] if place + 1 < len(blocks) else None)
    return arranger.finish(), arranger.findings


class _Arranger:
    """Builds sections block by block. Photos wait for what they stand beside; a page turn waits for what it stands before."""

    def __init__(self, file: str, parser: Parser, *, brackets: bool) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._parser = parser
        self._brackets = brackets
        self._sections: list[_SectionDraft] = []
        self._photos: list[Photo] = []
        self._turn: Source | None = None

    def take(self, block: RawBlock, following: RawBlock | None) -> None:
        """The next block, and the one after it where that decides what this one is."""
        source = Source(self._file, block.line)
        if isinstance(block, Passage):
            self._prose(self._inline(block.content, source), source)
        elif isinstance(block, Heading):
            self._heading(block, source, following)
        elif isinstance(block, Turn):
            self._settle_photos()
            self._turn = source
        elif isinstance(block, Quote):
            texts = (self._inline(passage.content, Source(self._file, passage.line)) for passage in block.passages)
            if paragraphs := tuple(text for text in texts if text.string):
                self._add(Note(paragraphs, source))
        else:
            self._add(self._table(block, source))

    def finish(self) -> tuple[Section, ...]:
        """The sections, when the last block is taken."""
        self._settle_photos()
        for section in self._sections:
            if not section.articles:
                zh, en = f"栏目【{section.name}】里没有稿件", f"section {section.name} has no articles"
                self._say("warning", "section-empty", zh, en, section.source)
            for article in section.articles:
                self._check(article)
        return tuple(section.finished() for section in self._sections)

    def _check(self, article: _ArticleDraft) -> None:
        title = article.title.string
        if title and not article.blocks:
            self._say("warning", "article-empty", f"“{title}”只有标题，没有正文", f"“{title}” has a title and no text", article.source)
        has_text = any(isinstance(block, Paragraph) for block in article.blocks)
        if not title and article.kind is ArticleKind.HEADLINE and has_text:
            self._say("warning", "article-untitled", "这篇稿件没有标题（### 标题）", "this article has no title (### …)", article.source)

    def _say(self, level: Level, code: str, zh: str, en: str, source: Source) -> None:
        self.findings.append(Finding(level, code, zh, en, source))

    def _inline(self, content: str, source: Source) -> Text:
        text, photos = read_inline(content, source, self._parser, self.findings)
        self._photos += photos
        return text

    # Headings

    def _heading(self, block: Heading, source: Source, following: RawBlock | None) -> None:
        text = _without_bold(self._inline(block.content, source))
        string = text.string
        if is_blank(string):
            if not self._photos:
                self._say("warning", "heading-empty", "这个标题是空的，已略去", "this heading is empty and was left out", source)
        elif string.startswith(RUN_IN) or is_byline(string):
            self._prose(text, source)
        elif (name := section_name(string)) is not None:
            self._open_section(name, source)
        elif self._is_subheading(string, block.level):
            self._add(Subheading(text, label_level(string) or max(1, block.level - 3), source))
        elif block.level <= 2 and self._is_section(block, string, source, following):
            self._open_section(string, source)
        else:
            self._open_article(ArticleKind.HEADLINE, text, source)

    def _is_subheading(self, string: str, level: int) -> bool:
        """A heading inside an open article: by its depth, or by a label that neither the section's name nor the article's title bears."""
        article = self._article()
        if article is None or article.byline is not None:
            return False
        label = label_level(string)
        if not label:
            return level > 3
        return label not in (label_level(self._sections[-1].name), label_level(article.title.string))

    def _is_section(self, block: Heading, string: str, source: Source, following: RawBlock | None) -> bool:
        """Whether a # or ## heading without brackets is a section. Right above running text it may be an article's title."""
        if not isinstance(following, Passage) or following.content.lstrip("*").startswith(RUN_IN):
            return True
        if holds_briefs(string) or (block.level == 2 and (not self._brackets or len(string) <= LONGEST_BARE_NAME)):
            return True
        self._say(
            "notice",
            "heading-read-as-title",
            f"“{string}”没有【】，按稿件标题处理",
            f"“{string}” has no brackets 【】 and is read as an article's title",
            source,
        )
        return False

    # Paragraphs

    def _prose(self, text: Text, source: Source) -> None:
        string = text.string
        if not string:
            return
        if (name := section_line(string)) is not None:
            zh, en = f"单独一行的【{name}】按栏目处理", f"the line 【{name}】 is read as a section"
            self._say("notice", "section-recognised", zh, en, source)
            self._open_section(name, source)
        elif is_byline(string) and self._article():
            self._byline(text)
        elif (tail := byline_tail(string)) > 0:
            self._prose(trim(cut(text, 0, tail)), source)
            self._byline(trim(cut(text, tail, len(string))))
        elif string.startswith(RUN_IN):
            title, first = run_in(text)
            self._start(ArticleKind.RUN_IN, title, first, source)
        elif self._in_briefs() and (label_level(string) or not self._is_open()):
            self._start(ArticleKind.BRIEF, NO_TEXT, text, source)
        elif not self._join(text, source):
            self._add(Paragraph(text, source))

    def _in_briefs(self) -> bool:
        return bool(self._sections) and holds_briefs(self._sections[-1].name) and not self._in_headline()

    def _in_headline(self) -> bool:
        article = self._article()
        return article is not None and article.kind is not ArticleKind.BRIEF and article.byline is None

    def _start(self, kind: ArticleKind, title: Text, first: Text, source: Source) -> None:
        """An article that begins with a paragraph: the photos waiting stand beside it."""
        photos, self._photos = self._photos, []
        self._open_article(kind, title, source).blocks += [*photos, Paragraph(first, source)]

    def _join(self, text: Text, source: Source) -> bool:
        """Join a paragraph to the one before it if a page turn cut them apart; a photo that fell between stands before the whole."""
        article = self._article()
        if article is None or not self._is_open() or self._turn:
            return False
        blocks = article.blocks
        last = next((place for place in range(len(blocks) - 1, -1, -1) if not isinstance(blocks[place], Photo)), -1)
        first = blocks[last] if last >= 0 else None
        if not isinstance(first, Paragraph) or not is_cut(first.text, text):
            return False
        photos, self._photos = self._photos, []
        blocks[last:] = [*blocks[last + 1 :], *photos, Paragraph(join(first.text, text), first.source)]
        line = first.source.line
        zh, en = f"这一段接在第 {line} 行的段落后面", f"this paragraph continues the one of line {line}"
        self._say("notice", "paragraph-joined", zh, en, source)
        return True

    def _byline(self, text: Text) -> None:
        article = self._article()
        if article is None:
            return
        article.byline = text if article.byline is None else join(article.byline, text)

    def _table(self, grid: Grid, source: Source) -> Table:
        rows = [tuple(self._inline(cell.content, Source(self._file, cell.line)) for cell in row) for row in grid.rows]
        return Table(rows[0], tuple(rows[1:]), grid.alignments, source)

    # Sections and articles

    def _article(self) -> _ArticleDraft | None:
        """The last article of the section at hand."""
        return self._sections[-1].articles[-1] if self._sections and self._sections[-1].articles else None

    def _is_open(self) -> bool:
        """Whether text may still be added to the last article: a by-line ends it."""
        article = self._article()
        return article is not None and article.byline is None

    def _add(self, block: Block) -> None:
        """A block of the article at hand, or of one without a title where there is none."""
        photos, self._photos = self._photos, []
        article = self._article()
        if article is None or article.byline is not None:
            article = self._open_article(ArticleKind.HEADLINE, NO_TEXT, block.source)
        if self._turn:
            article.blocks.append(PageBreak(self._turn))
            self._turn = None
        article.blocks += [*photos, block]

    def _settle_photos(self) -> None:
        """Photos with no paragraph after them belong to the article above, if there is one."""
        if self._photos and (article := self._article()):
            article.blocks += self._photos
            self._photos = []

    def _open_section(self, name: str, source: Source) -> None:
        self._settle_photos()
        self._sections.append(_SectionDraft(name, source, break_before=self._take_turn()))

    def _open_article(self, kind: ArticleKind, title: Text, source: Source) -> _ArticleDraft:
        if not self._sections:
            zh, en = "第一个栏目之前有文字，放在没有名称的栏目里", "text before the first section stands in one without a name"
            self._say("notice", "text-before-section", zh, en, source)
            self._open_section("", source)
        self._settle_photos()
        article = _ArticleDraft(kind, title, source, break_before=self._take_turn())
        article.blocks += self._photos
        self._photos = []
        self._sections[-1].articles.append(article)
        return article

    def _take_turn(self) -> bool:
        turned, self._turn = self._turn is not None, None
        return turned


def _without_bold(text: Text) -> Text:
    """A heading's text: the style of headings says how bold they are."""
    return Text(text.string, tuple(stretch for stretch in text.stretches if stretch.emphasis is not Emphasis.BOLD))
