"""Blocks to sections and articles: what each heading and paragraph is, from its brackets, labels
and marks rather than its level alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from layouts.errors import Finding, Level, Source
from layouts.issue.article import (
    ArticleKind,
    Block,
    Divider,
    PageBreak,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.form import PLAIN, ParagraphForm
from layouts.issue.marks import TRAITS
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT, cut, join, trim, without
from layouts.issue.text import MarkKind, Text
from layouts.manuscript.blocks import (
    Heading,
    Parser,
    Passage,
    PipeTable,
    Quote,
    RawBlock,
    Turn,
)
from layouts.manuscript.cuts import is_cut
from layouts.manuscript.details import take_detail, take_table_words
from layouts.manuscript.drafts import ArticleDraft, SectionDraft
from layouts.manuscript.heading_words import Said, heading_words
from layouts.manuscript.inline import read_inline
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
from layouts.manuscript.missing import what_is_missing
from layouts.manuscript.quotations import read_quotation
from layouts.manuscript.runin import run_in
from layouts.manuscript.table_words import are_table_words
from layouts.manuscript.words import (
    ABOUT,
    BLOCKS,
    KINDS,
    LEVELS,
    Word,
    passage_word,
    quote_words,
)
from layouts.messages.manuscript import (
    ACROSS_UNUSED,
    COLUMNS_UNUSED,
    HEADING_EMPTY,
    HEADING_READ_AS_TITLE,
    KEEP_UNUSED,
    PARAGRAPH_JOINED,
    SECTION_MARKS_UNUSED,
    SECTION_RECOGNISED,
    TEXT_BEFORE_SECTION,
)
from layouts.messages.message import Sentence

LONGEST_BARE_NAME = 8
"""Characters of a section name that stands without brackets where others have them; a longer
heading there is an article's title.
"""


def arrange(
    blocks: Sequence[RawBlock], file: str, parser: Parser
) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of an issue from the blocks of its body, and findings for what had to be guessed
    or is missing.
    """
    arranger = _Arranger(
        file,
        parser,
        # one heading in brackets tells that all sections of this manuscript have them
        brackets=any(
            isinstance(block, Heading) and section_name(block.content) for block in blocks
        ),
    )
    for place, block in enumerate(blocks):
        arranger.take(block, blocks[place + 1] if place + 1 < len(blocks) else None)
    sections = arranger.finish()
    return sections, [*arranger.findings, *what_is_missing(sections)]


class _Arranger:
    """Builds sections block by block.

    Photos wait for what they stand beside; a page turn waits for what it stands before.
    """

    def __init__(self, file: str, parser: Parser, *, brackets: bool) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._parser = parser
        self._brackets = brackets
        self._sections: list[SectionDraft] = []
        self._photos: list[Photo] = []
        self._turn: Source | None = None
        self._caption: Text | None = None

    def take(self, block: RawBlock, following: RawBlock | None) -> None:
        """The next block, and the one after it where that decides what this one is."""
        self._TAKE[type(block)](self, block, Source(self._file, block.line), following)

    def finish(self) -> tuple[Section, ...]:
        """The sections, when the last block is taken."""
        self._settle_photos()
        if self._photos:  # with no text at all: they are not lost
            self._open_article(ArticleKind.HEADLINE, NO_TEXT, self._photos[0].source)
        return tuple(section.finished() for section in self._sections)

    def _say(self, level: Level, code: str, said: Sentence, source: Source) -> None:
        self.findings.append(Finding(level, code, *said, source))

    def _inline(self, content: str, source: Source, *, spans: bool = True) -> Text:
        text, photos = read_inline(content, source, self._parser, self.findings, spans=spans)
        self._photos += photos
        return text

    # Headings

    def _heading(self, block: Heading, source: Source, following: RawBlock | None) -> None:
        content, said = heading_words(block.content)
        text = self._inline(content, source)
        if said.word:
            self._said(said.word, said, text, source)
            return
        # a heading's style says how bold it is
        self._recognise(block, without(text, MarkKind.BOLD), source, following)
        self._set(said, source)

    def _set(self, said: Said, source: Source) -> None:
        """What a heading sets, of the article or the section that it began."""
        article = self._article()
        if article is not None and article.source == source:
            article.keep_together, article.across = said.keep, said.settings.across
            article.boxed = said.settings.boxed
        elif said.keep or said.settings.across is not None or said.settings.boxed:
            unused = KEEP_UNUSED if said.keep else ACROSS_UNUSED
            self._say("warning", "words-unused", unused(), source)
        section = self._sections[-1] if self._sections else None
        if section is not None and section.source == source and not section.articles:
            section.columns = said.settings.columns
        elif said.settings.columns:
            self._say("warning", "words-unused", COLUMNS_UNUSED(), source)

    def _said(self, word: Word, said: Said, text: Text, source: Source) -> None:
        """A heading that says what it is: its looks do not matter, and bold in it stays."""
        if word is Word.SECTION:
            self._report_unused(text, source)
            self._open_section(text.string, source)
        elif word in KINDS:
            self._open_article(KINDS[word], text, source).awaits_text = True
        elif word in LEVELS:
            self._add(Subheading(text, LEVELS[word], source))
        self._set(said, source)

    def _recognise(
        self, block: Heading, text: Text, source: Source, following: RawBlock | None
    ) -> None:
        string = text.string
        if is_blank(string):
            # a heading of nothing but photos gives those
            if not self._photos:
                self._say("warning", "heading-empty", HEADING_EMPTY(), source)
        # converters make headings of these where they are bold
        elif string.startswith(RUN_IN) or is_byline(string):
            self._prose(text, source)
        elif (name := section_name(string)) is not None:
            self._report_unused(text, source)
            self._open_section(name, source)
        elif self._is_subheading(string, block.level):
            # #### is the first level below a title (###)
            self._add(Subheading(text, label_level(string) or max(1, block.level - 3), source))
        elif block.level <= 2 and self._is_section(block, string, source, following):
            self._report_unused(text, source)
            self._open_section(string, source)
        else:
            self._open_article(ArticleKind.HEADLINE, text, source)

    def _is_subheading(self, string: str, level: int) -> bool:
        """A heading inside an open article: by its depth, or by a label that neither the section's
        name nor the article's title bears.
        """
        article = self._article()
        if article is None or article.byline is not None:
            return False
        label = label_level(string)
        if not label:
            return level > 3
        # 一、 inside an article whose title is 一、… is the next article
        return label not in (
            label_level(self._sections[-1].name),
            label_level(article.title.string),
        )

    def _is_section(
        self, block: Heading, string: str, source: Source, following: RawBlock | None
    ) -> bool:
        """Whether a # or ## heading without brackets is a section.

        Right above running text it may be an article's title.
        """
        if not isinstance(following, Passage) or following.content.lstrip("*").startswith(RUN_IN):
            return True
        if holds_briefs(string) or (
            block.level == 2 and (not self._brackets or len(string) <= LONGEST_BARE_NAME)
        ):
            return True
        self._say("notice", "heading-read-as-title", HEADING_READ_AS_TITLE(title=string), source)
        return False

    # Paragraphs

    def _passage(self, block: Passage, source: Source, following: RawBlock | None) -> None:
        content, form = _form_of(block.content)
        if form != PLAIN:
            self._add(Paragraph(self._inline(content, source), source, form=form))
            return
        content, word = passage_word(block.content)
        if self._detail(content, word, source, following):
            return
        # said where it cannot be: it is text, braces and all
        if word in ABOUT:
            content, word = block.content, None
        text = self._inline(content, source)
        if word is Word.BREAK:
            self._add(PageBreak(source))
        elif word is Word.RULE:
            self._add(Divider(source))
        elif word is Word.BYLINE and self._article():
            self._byline(text)
        elif word is None:
            self._prose(text, source)
        elif word is Word.PULL_QUOTE:
            self._pull_quote(text, block.content, source)
        elif word is not Word.EMPTY:
            self._add(BLOCKS.get(word, Paragraph)(text, source))  # a by-line of no article is text

    def _detail(
        self, content: str, word: Word | None, source: Source, following: RawBlock | None
    ) -> bool:
        """Whether a paragraph belongs to a table or to the head of an article, and not to the
        text.
        """
        if word is Word.CAPTION and isinstance(following, PipeTable):
            self._caption = self._inline(content, source)
            return True
        article = self._article()
        if article is None or article.byline is not None or self._photos or self._turn:
            return False
        if word is None:
            return are_table_words(content) and take_table_words(article, content)
        return word in ABOUT and take_detail(
            article,
            word,
            lambda: self._inline(content, source),
            lambda: self._inline(content, source, spans=False),
        )

    def _prose(self, text: Text, source: Source) -> None:
        string = text.string
        if not string:
            return
        if (name := section_line(string)) is not None:
            self._say("notice", "section-recognised", SECTION_RECOGNISED(name=name), source)
            self._report_unused(text, source)
            self._open_section(name, source)
        elif is_byline(string) and self._article():
            self._byline(text)
        # （供稿：甲）at the end of the last paragraph: that and its by-line
        elif (tail := byline_tail(string)) > 0:
            self._prose(trim(cut(text, 0, tail)), source)
            self._byline(trim(cut(text, tail, len(string))))
        elif article := self._awaiting():
            is_lead = article.kind is ArticleKind.RUN_IN and string.startswith(RUN_IN)
            self._add(Paragraph(run_in(text)[1] if is_lead else text, source))
        elif string.startswith(RUN_IN):
            title, first = run_in(text)
            self._start(ArticleKind.RUN_IN, title, first, source)
        # a label begins the next brief, and so does anything after a by-line
        elif self._in_briefs() and (label_level(string) or not self._is_open()):
            self._start(ArticleKind.BRIEF, NO_TEXT, text, source)
        elif not self._join(text, source):
            self._add(Paragraph(text, source))

    def _in_briefs(self) -> bool:
        return (
            bool(self._sections)
            and holds_briefs(self._sections[-1].name)
            and not self._in_headline()
        )

    def _in_headline(self) -> bool:
        article = self._article()
        return (
            article is not None and article.kind is not ArticleKind.BRIEF and article.byline is None
        )

    def _start(self, kind: ArticleKind, title: Text, first: Text, source: Source) -> None:
        """An article that begins with a paragraph: the photos waiting stand beside it."""
        photos, self._photos = self._photos, []
        self._open_article(kind, title, source).blocks += [*photos, Paragraph(first, source)]

    def _join(self, text: Text, source: Source) -> bool:
        """Join a paragraph to the one before it if a page turn cut them apart; a photo that fell
        between stands before the whole.
        """
        article = self._article()
        if article is None or not self._is_open() or self._turn:
            return False
        blocks = article.blocks
        last = next(
            (
                place
                for place in range(len(blocks) - 1, -1, -1)
                if not isinstance(blocks[place], Photo)
            ),
            -1,
        )
        first = blocks[last] if last >= 0 else None
        if not isinstance(first, Paragraph) or first.form != PLAIN or not is_cut(first.text, text):
            return False
        photos, self._photos = self._photos, []
        # what fell between the halves, and photos that wait, stand before the whole: beside its
        # first line
        blocks[last:] = [
            *blocks[last + 1 :],
            *photos,
            Paragraph(join(first.text, text), first.source),
        ]
        line = first.source.line
        self._say("notice", "paragraph-joined", PARAGRAPH_JOINED(line=line), source)
        return True

    def _byline(self, text: Text) -> None:
        article = self._article()
        if article is None:
            return
        self._settle_photos()
        article.byline = text if article.byline is None else join(article.byline, text)

    def _quote(self, quote: Quote, source: Source, _: RawBlock | None) -> None:
        block, complaints = read_quotation(
            quote, source, lambda content, line: self._inline(content, Source(self._file, line))
        )
        if block is not None:
            self._add(block)
        self._report(complaints, source)

    def _pull_quote(self, text: Text, content: str, source: Source) -> None:
        """A pull quote where it says that it stands."""
        quote, words = PullQuote(text, source), quote_words(content)
        if not words.strip():
            self._add(quote)
            return
        from layouts.manuscript.box_words import with_attributes

        quote, complaints = with_attributes(quote, words)
        self._add(quote)
        self._report(complaints, source)

    def _report(self, complaints: Sequence[Sentence], source: Source) -> None:
        for said in complaints:
            self._say("warning", "box-attribute", said, source)

    def _grid(self, grid: PipeTable, source: Source, _: RawBlock | None) -> None:
        rows = [
            tuple(self._inline(cell.content, Source(self._file, cell.line)) for cell in row)
            for row in grid.rows
        ]
        caption, self._caption = self._caption, None
        self._add(Table(rows[0], tuple(rows[1:]), grid.alignments, source, caption=caption))

    def _page_turn(self, _block: Turn, source: Source, _following: RawBlock | None) -> None:
        self._settle_photos()
        self._turn = source

    # Sections and articles

    def _article(self) -> ArticleDraft | None:
        """The last article of the section at hand."""
        return (
            self._sections[-1].articles[-1]
            if self._sections and self._sections[-1].articles
            else None
        )

    def _is_open(self) -> bool:
        """Whether text may still be added to the last article: a by-line ends it."""
        article = self._article()
        return article is not None and article.byline is None

    def _awaiting(self) -> ArticleDraft | None:
        """The article whose heading said what it is and whose first paragraph comes next."""
        article = self._article()
        return (
            article
            if article is not None and article.byline is None and article.awaits_text
            else None
        )

    def _add(self, block: Block) -> None:
        """A block of the article at hand, or of one without a title where there is none."""
        photos, self._photos = self._photos, []
        article = self._article()
        # a by-line has ended the article above
        if article is None or article.byline is not None:
            article = self._open_article(ArticleKind.HEADLINE, NO_TEXT, block.source)
        if self._turn:
            article.blocks.append(PageBreak(self._turn))
            self._turn = None
        article.blocks += [*photos, block]
        if isinstance(block, Paragraph):
            article.awaits_text = False

    def _settle_photos(self) -> None:
        """Photos with no paragraph after them belong to the article above, if there is one."""
        if self._photos and (article := self._article()):
            article.blocks += self._photos
            self._photos = []

    def _report_unused(self, name: Text, source: Source) -> None:
        """A section's name is characters only: what a link or a note on it says is lost, and its
        editor should know.
        """
        if any(TRAITS[mark.kind].valued for mark in name.marks):
            self._say("warning", "marks-unused", SECTION_MARKS_UNUSED(), source)

    def _open_section(self, name: str, source: Source) -> None:
        self._settle_photos()
        self._sections.append(SectionDraft(name, source, break_before=self._take_turn()))

    def _open_article(self, kind: ArticleKind, title: Text, source: Source) -> ArticleDraft:
        if not self._sections:
            self._say("notice", "text-before-section", TEXT_BEFORE_SECTION(), source)
            self._open_section("", source)
        self._settle_photos()
        article = ArticleDraft(kind, title, source, break_before=self._take_turn())
        article.blocks += self._photos
        self._photos = []
        self._sections[-1].articles.append(article)
        return article

    def _take_turn(self) -> bool:
        turned, self._turn = self._turn is not None, None
        return turned

    _TAKE: ClassVar[dict[type[RawBlock], Callable[..., None]]] = {
        Heading: _heading,
        Passage: _passage,
        Quote: _quote,
        PipeTable: _grid,
        Turn: _page_turn,
    }


def _form_of(content: str) -> tuple[str, ParagraphForm]:
    """The Markdown of a paragraph without the words about its form, and that form."""
    if not content.rstrip().endswith("}"):
        return content, PLAIN
    from layouts.manuscript.form_words import with_form

    return with_form(content)
