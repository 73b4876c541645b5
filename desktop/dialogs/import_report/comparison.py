"""The source beside what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.theme import current_theme
from desktop.words import spoken, tr
from layouts.importing.report.rows import BecamePart, PairRow, rows
from layouts.importing.result import ImportedSource
from layouts.messages.message import Sentence

STRONG = frozenset({"title", "heading", "subtitle"})


class Comparison(QTextBrowser):
    """One manuscript paragraph by paragraph, several as a table of what they brought.

    `wanted` carries the numbers of a source, an article and a block to be shown on the page.
    """

    wanted = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("原稿和文章对照"))
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(4)
        self._sources: list[tuple[int, ImportedSource]] = []
        self.anchorClicked.connect(self._follow)

    def show_sources(self, sources: Sequence[tuple[int, ImportedSource]]) -> None:
        """Show these instead of those before."""
        self._sources = list(sources)
        self._write()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Another theme, other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_sources"):
            self._write()

    def _write(self) -> None:
        at = self.verticalScrollBar().value()
        one = len(self._sources) == 1
        self.setHtml("".join(_pairs(self._sources[0][1]) if one else _overview(self._sources)))
        self.verticalScrollBar().setValue(at)

    def _follow(self, url: QUrl) -> None:
        numbers = [int(part) for part in url.toString().split("-") if part.isdecimal()]
        if len(numbers) == 2:
            self.wanted.emit(*numbers, 0)


def _said(sentence: Sentence) -> str:
    return escape(spoken(sentence))


def _pairs(source: ImportedSource) -> Iterator[str]:
    theme = current_theme()
    found, more = rows(source)
    yield '<table width="100%" cellspacing="0" cellpadding="6">'
    yield _heads(tr("原稿"), tr("本期文章"))
    for row in found:
        if row.source or row.outcomes:
            yield _row(row)
    yield "</table>"
    if more:
        yield f'<p style="color:{theme.quiet}">{escape(tr("还有 {n} 段", n=more))}</p>'


def _heads(*names: str) -> str:
    theme = current_theme()
    cells = (
        f'<td width="{100 // len(names)}%" style="color:{theme.quiet}">{escape(name)}</td>'
        for name in names
    )
    return f"<tr>{''.join(cells)}</tr>"


def _row(row: PairRow) -> str:
    theme = current_theme()
    outcomes = "".join(map(_outcome, row.outcomes))
    if not outcomes:
        outcomes = f'<span style="color:{theme.quiet}">{escape(tr("未收入"))}</span>'
    ground = f' bgcolor="{theme.warning_soft}"' if row.doubts else ""
    source = escape(row.source).replace("\n", "<br>").replace("\u2028", "<br>")
    line = f"border-top:1px solid {theme.border}"
    return (
        f'<tr{ground}><td valign="top" style="{line}">{source}</td>'
        f'<td valign="top" style="{line}">{outcomes}</td></tr>'
    )


def _outcome(outcome: BecamePart) -> str:
    theme = current_theme()
    text = escape(outcome.after).replace("\n", "<br>").replace("\u2028", "<br>")
    if outcome.style in STRONG:
        text = f"<b>{text}</b>"
    label = f'<span style="color:{theme.accent};font-size:small">{_said(outcome.label)}</span>'
    return f"<div>{label}&nbsp;&nbsp;{text}</div>"


def _overview(sources: Sequence[tuple[int, ImportedSource]]) -> Iterator[str]:
    theme = current_theme()
    yield '<table width="100%" cellspacing="0" cellpadding="6">'
    yield _heads(tr("稿件"), tr("文章"), tr("栏目"), tr("供稿"))
    for number, source in sources:
        names = [source.path.name] + [""] * max(0, len(source.brought) - 1)
        if not source.brought:
            yield _cells(source.path.name, f'<span style="color:{theme.quiet}">—</span>', "", "")
        for place, (name, imported) in enumerate(zip(names, source.brought, strict=False)):
            article = imported.article
            title = article.title.string or tr("（没有标题）")
            byline = article.byline.string if article.byline is not None else ""
            link = (
                f'<a href="{number}-{place}" style="color:{theme.text};text-decoration:none">'
                f"{escape(title)}</a>"
            )
            yield _cells(name, link, escape(imported.section), escape(byline))
    yield "</table>"


def _cells(name: str, *cells: str) -> str:
    theme = current_theme()
    line = f'style="border-top:1px solid {theme.border}" valign="top"'
    first = f'<td {line}><span style="color:{theme.quiet}">{escape(name)}</span></td>'
    return f"<tr>{first}{''.join(f'<td {line}>{cell}</td>' for cell in cells)}</tr>"
