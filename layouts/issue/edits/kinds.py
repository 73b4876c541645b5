"""Articles from one kind to another: a title becomes a lead and a lead a title, and no words are
lost.
"""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.blocks import next_in_flow
from layouts.issue.edits.edited import NEW
from layouts.issue.edits.typed import retyped
from layouts.issue.lead import (
    STOPS,
    bold_end,
    first_paragraph,
    headline_of_lead,
    lead_end,
    lead_of_headline,
    parted,
    title_of_lead,
    with_lead,
    without_mark,
)
from layouts.issue.parts import with_item, with_part
from layouts.issue.splice import NO_TEXT, trim
from layouts.issue.text import Text


def converted(article: Article, kind: ArticleKind) -> Article:
    """An article as another kind.

    A headline becomes a bold lead with a full stop, and back. An article without a title takes its
    bold lead, a run-in article its first sentence where nothing is bold. A brief keeps its lead in
    bold, without ▲.
    """
    if kind is article.kind:
        return article
    if kind is ArticleKind.HEADLINE:
        return _to_headline(article)
    if article.kind is ArticleKind.HEADLINE and article.title.string.strip():
        return _title_to_lead(article, kind)
    return _to_run_in(article) if kind is ArticleKind.RUN_IN else _to_brief(article)


def titled(article: Article, title: Text) -> Article:
    """An article with another title: a run-in article with another lead.

    LookupError for a brief, which has none.
    """
    if article.kind is ArticleKind.BRIEF:
        if title.string:
            raise LookupError("a brief has no title")
        return article
    if article.kind is ArticleKind.HEADLINE or title == article.title:
        return replace(article, title=title)
    index = first_paragraph(article.blocks)
    paragraph = _paragraph(article, index)
    lead, rest = parted(paragraph, lead_end(paragraph))
    # a lead that ends without a stop was written so, and stays so
    unstopped = bool(lead.string) and not lead.string.endswith(tuple(STOPS))
    words = trim(title) if unstopped else lead_of_headline(title)
    # the title repeats the words of the lead, not what is marked on them
    said = words if words.marks else retyped(lead, words.string)
    return _with_first(article, index, with_lead(said, rest), title_of_lead(words.string))


def _title_to_lead(article: Article, kind: ArticleKind) -> Article:
    blocks = article.blocks
    start = next_in_flow(blocks, 0)
    index = start if start < len(blocks) and isinstance(blocks[start], Paragraph) else None
    lead = lead_of_headline(article.title)
    is_run_in = kind is ArticleKind.RUN_IN
    text = (
        with_lead(lead, _paragraph(article, index))
        if is_run_in
        else with_lead(lead, _paragraph(article, index), "")
    )
    return _with_first(
        replace(article, kind=kind),
        index,
        text,
        title_of_lead(lead.string) if is_run_in else NO_TEXT,
    )


def _to_run_in(article: Article) -> Article:
    index = first_paragraph(article.blocks)
    paragraph = _paragraph(article, index)
    lead, rest = parted(paragraph, lead_end(paragraph))
    return _with_first(
        replace(article, kind=ArticleKind.RUN_IN),
        index,
        with_lead(lead, rest),
        title_of_lead(lead.string),
    )


def _to_brief(article: Article) -> Article:
    brief = replace(article, kind=ArticleKind.BRIEF, title=NO_TEXT)
    index = first_paragraph(article.blocks)
    if index is None:
        return brief
    return _with_first(brief, index, without_mark(_paragraph(article, index)), NO_TEXT)


def _to_headline(article: Article) -> Article:
    """The lead becomes the title: that of a run-in article as it is, that of a brief where it is
    bold.
    """
    headline = replace(article, kind=ArticleKind.HEADLINE)
    index = first_paragraph(article.blocks)
    paragraph = _paragraph(article, index)
    end = bold_end(paragraph) if article.kind is ArticleKind.BRIEF else lead_end(paragraph)
    if index is None or not end:
        return headline
    lead, rest = parted(paragraph, end)
    if rest.string:
        return _with_first(headline, index, rest, headline_of_lead(lead))
    return replace(
        headline,
        title=headline_of_lead(lead),
        blocks=(*article.blocks[:index], *article.blocks[index + 1 :]),
    )


def _paragraph(article: Article, index: int | None) -> Text:
    block = None if index is None else article.blocks[index]
    return block.text if isinstance(block, Paragraph) else NO_TEXT


def _with_first(article: Article, index: int | None, text: Text, title: Text) -> Article:
    """An article with another first paragraph; without an index a new one, after the photos at its
    head, which then stand beside it.
    """
    blocks = article.blocks
    if index is None:
        index = next_in_flow(blocks, 0)
        blocks = (*blocks[:index], Paragraph(text, NEW), *blocks[index:])
    else:
        blocks = with_item(blocks, index, with_part(blocks[index], 0, text))
    return replace(article, title=title, blocks=blocks)
