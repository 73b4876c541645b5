"""What was copied in Word, WPS, a spreadsheet or a browser, put in at the caret: read as a
manuscript is, so that headings, tables and pictures come as such; a whole article fills one that is
empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QObject

from desktop.clipboard import paste, paste_plain
from desktop.incoming import incoming
from desktop.selection import TextPosition, of_text
from desktop.window_parts.arrivals import with_photos
from desktop.window_parts.importing import Importing
from desktop.window_parts.reading import ReadClipboard, read_clipboard
from desktop.window_parts.services import Services
from desktop.window_parts.stowing import not_copied, stow
from desktop.words import tr
from layouts.errors import BanxinError
from layouts.issue import edits
from layouts.issue.article import Article, Block, Table
from layouts.issue.edits.filling import has_no_body
from layouts.issue.edits.tables import fill_cells, is_cell
from layouts.issue.issue import Issue
from layouts.issue.parts import first_part, parts_of
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, Place, article_at, block_at
from layouts.issue.tables import rows_of

if TYPE_CHECKING:  # the room of importing is loaded when something comes in, not with the window
    from layouts.importing.received import ReceivedDocument

MOST_AT_ONCE = 300_000
"""Characters of HTML that are read while the editor waits, a moment; more is read beside the
window.
"""

PICTURES = ("linked-photo", "photo-elsewhere", "photo-missing", "photo-kind")
"""The codes of pictures that did not come along."""


class _PastePoint(NamedTuple):
    """Where something is pasted: the open issue, what it is without what was marked, the caret."""

    before: Issue
    issue: Issue
    at: TextPosition


class _PastedText(NamedTuple):
    """What was pasted: where, its characters, and all that came."""

    target: _PastePoint
    text: str
    came: ReadClipboard


class Pasting(QObject):
    """Pastes the text of other programs into the text of the issue, as one step."""

    def __init__(self, services: Services, importing: Importing) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self._importing = importing

    def paste(self, data: QMimeData, issue: Issue, at: TextPosition) -> None:
        """Put a clipboard's text in at a caret; `issue` is the open one without what is marked."""
        before = self._session.issue
        if before is None or self._session.refuses():
            return
        target = _PastePoint(before, issue, at)
        html, text = data.html() if data.hasHtml() else "", incoming(data).text
        if not _takes_blocks(issue, at.place):
            self._do(tr("粘贴文字"), *paste(issue, at, data))
            return
        settings = self._importing.import_settings()
        job = partial(read_clipboard, html, text, self._importing.fresh_photos(), settings)
        take = partial(self._take, target, text)
        if len(html) + len(text) > MOST_AT_ONCE:
            task = self._services.tasks.run(job, take, self._services.fail)
            self._services.watch(task, tr("正在读剪贴板上的稿件"))
            return
        try:
            take(job(None))
        except BanxinError:  # nothing that reads as a manuscript: its characters are there
            self._do(tr("粘贴文字"), *paste(issue, at, data))

    def paste_plain(self, data: QMimeData, issue: Issue, at: TextPosition) -> None:
        """Put in the characters alone."""
        if not self._session.refuses():
            self._do(tr("粘贴纯文字"), *paste_plain(issue, at, data))

    def _do(self, name: str, issue: Issue, place: Place, offset: int) -> None:
        self._session.do(name, issue, of_text(TextPosition(place, offset)))

    # -- what it is taken for ----------------------------------------------------------------------

    def _take(self, target: _PastePoint, text: str, came: ReadClipboard) -> None:
        if self._session.issue is not target.before:  # read beside the window, and typed meanwhile
            self._services.say(tr("读剪贴板的时候稿件改过了，请再粘贴一次"))
            return
        if is_cell(target.issue, target.at.place):
            self._fill_cells(target, text, came)
            return
        articles = _whole(came, target)
        if articles:
            self._fill_article(target, text, came, articles)
        else:
            self._put_in(target, text, came)

    def _fill_cells(self, target: _PastePoint, text: str, came: ReadClipboard) -> None:
        """Cells fill cells; anything else is one text of its cell."""
        from layouts.importing.pieces import only_table
        from layouts.importing.readers.tabbed import spreadsheet_cells

        table = only_table(came.document)
        rows = rows_of(table) if table is not None else spreadsheet_cells(text)
        if rows:
            spans = table.spans if table is not None else ()
            filled = fill_cells(target.issue, target.at.place, rows, spans)
            self._do(tr("粘贴单元格"), *filled)
        else:
            self._do(tr("粘贴文字"), *edits.paste_text(target.issue, *target.at, text))

    def _fill_article(
        self, target: _PastePoint, text: str, came: ReadClipboard, articles: Sequence[Article]
    ) -> None:
        """Give the empty article the first, and stand the others behind it."""
        from layouts.importing.revising import Revised

        place = target.at.place.of_article
        issue = edits.fill_article(target.issue, place, articles[0]).issue
        behind = place._replace(article=(place.article or 0) + 1)
        if len(articles) > 1:
            issue = edits.insert_articles(issue, behind, articles[1:]).issue
        issue, lost = _with_pictures(issue, [b for one in articles for b in one.blocks])
        at = _end(issue, place)
        self._session.do(tr("粘贴文章"), issue, of_text(at))
        places = {
            (0, k): place._replace(article=(place.article or 0) + k) for k in range(len(articles))
        }
        settings = self._importing.import_settings()
        revised = Revised(issue, came.result, settings, places)
        self._importing.arrivals.begin(revised, target.before)
        said = tr("贴成了文章：{parts}", parts=_parts(articles[0]))
        if len(articles) > 1:
            said = tr("贴成了 {n} 篇文章", n=len(articles))
        self._offer(said, lost, _PastedText(target, text, came))

    def _put_in(self, target: _PastePoint, text: str, came: ReadClipboard) -> None:
        """Put it in as it looks: headings, paragraphs, tables, photos."""
        from layouts.importing.pieces import has_structure, pieces_of

        blocks = pieces_of(came.document, self._importing.import_settings().measure)
        is_plain = came.document.kind == "text" and not has_structure(blocks)
        if is_plain or not blocks:
            self._do(tr("粘贴文字"), *edits.paste_text(target.issue, *target.at, text))
            return
        pasted = edits.paste_blocks(target.issue, *target.at, blocks)
        issue, lost = _with_pictures(pasted.issue, blocks)
        self._do(tr("粘贴文字"), issue, pasted.place, pasted.offset)
        if has_structure(blocks) or _missing(came.document):
            said = tr("已贴入：{parts}", parts=_blocks(blocks))
            self._offer(said, lost, _PastedText(target, text, came))

    # -- told --------------------------------------------------------------------------------------

    def _offer(self, said: str, lost: Sequence[str], what: _PastedText) -> None:
        """Say what came of it, and what did not, and offer the characters alone in its place."""
        target, text, came = what
        missing = _missing(came.document)
        if missing:
            said += tr("；{n} 张图片在网页上，没有取来，可以在浏览器里单独复制", n=missing)
        doubts = sum(len(source.doubts) for source in came.result.sources)
        if doubts and self._importing.arrivals.now is not None:
            said += tr("；{n} 处要核对", n=doubts)
        said = "\n".join((said, *lost))
        pasted = self._session.issue
        plain = partial(self._plain, target, text, pasted)
        self._services.offered.emit(said, tr("改为纯文字"), plain)

    def _plain(self, target: _PastePoint, text: str, pasted: Issue | None) -> None:
        """Take the step back and put in the characters alone."""
        if self._session.issue is not pasted:
            self._services.say(tr("粘贴以后又改过了；要纯文字，请先撤销，再按 Ctrl+Shift+V"))
            return
        self._session.stack.undo()
        self._do(tr("粘贴纯文字"), *edits.paste_text(target.issue, *target.at, text))


def _with_pictures(issue: Issue, blocks: Iterable[Block]) -> tuple[Issue, list[str]]:
    """The issue with the photos among blocks copied beside it; a sentence for each that could not
    be.
    """
    photos: dict[str, str] = {}
    lost: list[str] = []
    for path in dict.fromkeys(block.path for block in blocks if isinstance(block, Photo)):
        source = Path(path)
        try:
            called = tr("粘贴的图片") + source.suffix
            photos[path] = stow(source, issue.folder, called, anew=True)
        except OSError as error:
            lost.append(not_copied(source.name, error))
    return with_photos(issue, photos), lost


def _takes_blocks(issue: Issue, place: Place) -> bool:
    """Whether more than a line can be pasted into a text: not a section's name, a by-line, a
    caption.
    """
    if place.article is None or place.block is None or place.block == BYLINE:
        return False
    return place.block < 0 or block_at(issue, place).trait.reads


def _whole(came: ReadClipboard, target: _PastePoint) -> list[Article]:
    """The articles that a clipboard holds where the one with the caret waits for its words; none
    where what it holds is no article, or another than the title says.
    """
    article = article_at(target.issue, target.at.place)
    found = [one.article for source in came.result.sources for one in source.brought]
    if not found or not has_no_body(article) or not edits.is_article(_texts(found)):
        return []
    titles = ["".join(one.string.split()) for one in (article.title, found[0].title)]
    return found if not all(titles) or titles[0] == titles[1] else []


def _texts(articles: Iterable[Article]) -> list[str]:
    return [
        text.string
        for article in articles
        for texts in ((article.title,), *map(parts_of, article.blocks))
        for text in texts
        if text.string
    ]


def _end(issue: Issue, place: Place) -> TextPosition:
    """Behind the last text of an article's body, where one types on."""
    blocks = article_at(issue, place).blocks
    last = max((k for k, block in enumerate(blocks) if block.trait.reads), default=0)
    texts = parts_of(blocks[last])
    part = first_part(blocks[last]) + len(texts) - 1
    return TextPosition(place._replace(block=last, part=part), len(texts[-1].string))


def _missing(document: ReceivedDocument) -> int:
    return sum(lost.code in PICTURES for lost in document.lost)


def _parts(article: Article) -> str:
    """What of an article came: 标题、供稿、3 段正文."""
    heads = [
        name
        for name, text in ((tr("标题"), article.title), (tr("供稿"), article.byline))
        if text is not None and text.string
    ]
    return tr("、").join(filter(None, (*heads, _blocks(article.blocks))))


def _blocks(blocks: Sequence[Block]) -> str:
    """What blocks came, counted by their kind."""
    tables = sum(isinstance(block, Table) for block in blocks)
    photos = sum(isinstance(block, Photo) for block in blocks)
    texts = len(blocks) - tables - photos
    counted = (
        tr("{n} 段文字", n=texts) if texts else "",
        tr("{n} 个表格", n=tables) if tables else "",
        tr("{n} 张图片", n=photos) if photos else "",
    )
    return tr("、").join(filter(None, counted))
