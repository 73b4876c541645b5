"""An issue becomes a Word file."""

from __future__ import annotations

from layouts.house.layout import Layout
from layouts.issue.article import ArticleKind
from layouts.issue.issue import Issue
from layouts.webpage.writing import MadePictures, Told
from layouts.wordfile.blocks import WordArticleWriter, WordContext, style_ids
from layouts.wordfile.document import (
    core_part,
    custom_part,
    faces_part,
    footer_part,
    page_setup,
    settings_part,
)
from layouts.wordfile.heads import Bookmarks, colophon, contents, masthead, section_heading
from layouts.wordfile.inline import WordWriter
from layouts.wordfile.numbering import CountedLists
from layouts.wordfile.package import package
from layouts.wordfile.parts import FileParts
from layouts.wordfile.pictures import PictureWriter
from layouts.wordfile.styles import faces_of, styles_part
from layouts.wordfile.xml import Element, element


def word_file(
    issue: Issue, layout: Layout, told: Told | None = None, *, typed: bool = False
) -> bytes:
    """The issue as a Word file. The numbers of list items are `typed`, or else counted by Word.

    `told` is called after each picture; what it raises ends the work. PhotoError where a photo
    cannot be read.
    """
    parts = FileParts()
    numbering = CountedLists(layout)
    pictures = PictureWriter(issue.folder, layout, parts, MadePictures(told))
    words = WordWriter(parts, layout.grid.size)
    context = WordContext(
        layout, issue.folder, words, pictures, numbering, typed, style_ids(layout)
    )
    body = _body(issue, context)
    footer = parts.part("footer", "footer1.xml")
    body.append(page_setup(layout, footer))
    made = {
        "word/document.xml": element("w:document", None, body),
        "word/styles.xml": styles_part(layout),
        "word/numbering.xml": numbering.part(),
        "word/settings.xml": settings_part(),
        "word/fontTable.xml": faces_part(faces_of(layout)),
        "word/footnotes.xml": parts.notes.part(),
        "word/footer1.xml": footer_part(issue, layout),
        "docProps/core.xml": core_part(issue),
        "docProps/custom.xml": custom_part(issue, layout),
    }
    if parts.comments:
        made["word/comments.xml"] = parts.comments.part()
    for name in made:
        folder, _, base = name.partition("/")
        if folder == "word" and base not in {"document.xml", "footer1.xml"}:
            parts.part(base.removesuffix(".xml"), base)
    return package(made, parts.relations, parts.media)


def _body(issue: Issue, context: WordContext) -> Element:
    bookmarks = Bookmarks()
    body = element("w:body", None, *masthead(issue, context.layout))
    listed = contents(issue, context.layout)
    if listed is not None:
        body.append(listed)
    for section in issue.sections:
        if section.name:
            turn = [element("w:pageBreakBefore")] if section.break_before else []
            heading = section_heading(section.name, context.layout, turn)
            bookmarks.around(heading)
            body.append(heading)
        for article in section.articles:
            made = list(WordArticleWriter(article, context).elements())
            if article.kind is ArticleKind.HEADLINE and article.title.string:
                bookmarks.around(made[0])
            body.extend(made)
    body.extend(colophon(issue, context.layout))
    return body
