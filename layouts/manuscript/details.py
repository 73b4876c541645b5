"""What words in braces say right below a title, `——副题 {subtitle}`, and below a table, `注：…
{table-note}`.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from layouts.issue.article import Table
from layouts.issue.text import Text
from layouts.manuscript.drafts import ArticleDraft
from layouts.manuscript.table_words import with_words
from layouts.manuscript.words import ABOUT_ARTICLE, Word

ReadText = Callable[[], Text]


def take_detail(article: ArticleDraft, word: Word, read: ReadText, read_plain: ReadText) -> bool:
    """Whether a paragraph with a word in braces belongs to an article's head or to the table above
    it; if so the article has it then.

    `read` gives its text, `read_plain` that with links and notes as typed, for what is kept as
    characters only.
    """
    if word in ABOUT_ARTICLE:
        # right below the title: before any text
        return not article.blocks and _HEAD[word](article, read, read_plain)
    above = article.blocks[-1] if article.blocks else None
    if not isinstance(above, Table) or above.data_source is not None:
        return False  # what its figures are from is said last
    if word is Word.TABLE_SOURCE:
        article.blocks[-1] = replace(above, data_source=read())
        return True
    if word is not Word.TABLE_NOTE:
        return False
    article.blocks[-1] = replace(above, notes=(*above.notes, read()))
    return True


def take_table_words(article: ArticleDraft, content: str) -> bool:
    """Whether a paragraph's Markdown is words about the table above it; if so the table has what
    they say.
    """
    above = article.blocks[-1] if article.blocks else None
    said = with_words(above, content) if isinstance(above, Table) else None
    if said is not None:
        article.blocks[-1] = said
    return said is not None


def _subtitle(article: ArticleDraft, read: ReadText, _: ReadText) -> bool:
    if article.subtitle is not None:
        return False
    article.subtitle = read()
    return True


def _date(article: ArticleDraft, _: ReadText, read_plain: ReadText) -> bool:
    from layouts.manuscript.numerals import read_day

    day = read_day(read_plain().string) if article.date is None else None
    article.date = day or article.date
    return day is not None


def _origin(article: ArticleDraft, _: ReadText, read_plain: ReadText) -> bool:
    origin = "" if article.origin else read_plain().string
    article.origin = origin or article.origin
    return bool(origin)


_HEAD = {Word.SUBTITLE: _subtitle, Word.DATE: _date, Word.ORIGIN: _origin}
