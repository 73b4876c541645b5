"""An article that has no words yet filled with those of one that came from elsewhere."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.kinds import converted
from layouts.issue.edits.tree import article_of, with_article
from layouts.issue.ids import unnamed
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.places import Place
from layouts.issue.traits import Shape


def is_blank(article: Article) -> bool:
    """Whether an article has no words at all, photos aside."""
    heads = (article.title, article.subtitle, article.byline)
    return not any(text is not None and text.string.strip() for text in heads) and has_no_body(
        article
    )


def has_no_body(article: Article) -> bool:
    """Whether an article has nothing but empty paragraphs and photos."""
    return all(
        block.trait.beside
        or (
            block.trait.shape in (Shape.TEXT, Shape.PARAGRAPHS)
            and not any(text.string.strip() for text in parts_of(block))
        )
        for block in article.blocks
    )


def fill_article(issue: Issue, place: Place, came: Article) -> Edited:
    """Give an article that `has_no_body` the words of another: title, by-line, blocks and whatever
    else it says; its photos stay at its head.

    It keeps its kind, but what came with a lead of its own (▲) is a run-in article.
    """
    old = article_of(issue, place)
    if came.kind is not ArticleKind.RUN_IN:
        came = converted(came, old.kind)
    came = unnamed(came)
    photos = (block for block in old.blocks if block.trait.beside)
    filled = replace(
        old,
        kind=came.kind,
        title=came.title if came.title.string else old.title,
        subtitle=came.subtitle or old.subtitle,
        byline=came.byline or old.byline,
        date=came.date or old.date,
        origin=came.origin or old.origin,
        blocks=(*photos, *came.blocks),
    )
    return Edited(with_article(issue, place, filled), place.of_article)
