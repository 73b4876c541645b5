"""The named styles of a Word file, each set as the layout sets what it is for (ECMA-376 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layouts.house.layout import Layout
from layouts.house.template import fields_of
from layouts.house.text_style import Align, Style
from layouts.issue.form import DEEPEST_ITEM, Turnover
from layouts.page.item import Ink
from layouts.webpage.look import PAPER, contrast, hexadecimal, look_of
from layouts.wordfile import style_names as names
from layouts.wordfile.faces import SONG, WordFace, word_face
from layouts.wordfile.xml import Element, element, valued

_ROOM_BELOW_HEADING = 6.0
_TINY = 20
"""Twips: the line of a paragraph that is there for its style alone."""

_HANGING_EM = 2.0

_LEAST_CONTRAST = 2.0
"""Words with less of it are not seen on paper (WCAG 2.2 counts it)."""


class NamedStyle(Struct, frozen=True):
    """A style of paragraphs: its name in Word, its id in the file, the role of the layout's style
    it is set in, and what it has otherwise. `outline` is its level in Word's navigation, from 0.

    Measures are points, `indent` and `hanging` em of its own characters. `after` names the style of
    the paragraph typed behind it.
    """

    name: str
    id: str
    role: str
    outline: int | None = None
    align: Align | None = None
    indent: float | None = None
    hanging: float = 0.0
    left: float = 0.0
    before: float | None = None
    below: float | None = None
    size: float | None = None
    keeps: bool = False
    tiny: bool = False
    leading: bool = True
    rules: tuple[tuple[str, Ink], ...] = ()
    after: str = ""


def styles_of(layout: Layout) -> list[NamedStyle]:
    """All named styles of paragraphs."""
    return [
        NamedStyle(names.BODY, "Normal", "body", after=names.BODY),
        *_heads(layout),
        *_headings(),
        *_asides(layout),
        *_photos_and_tables(),
        *_items(layout),
        *_forms(),
        *_unseen(layout),
    ]


def _heads(layout: Layout) -> Iterator[NamedStyle]:
    lines = layout.masthead.lines
    name = next((line.style for line in lines if "publication" in fields_of(line.template)), "body")
    other = next((line.style for line in lines if "number" in fields_of(line.template)), "body")
    foot = layout.colophon.lines[0].style if layout.colophon.lines else "body"
    yield NamedStyle(
        names.MASTHEAD_NAME, "MastheadName", name, align=Align.CENTER, indent=0.0, leading=False
    )
    yield NamedStyle(
        names.MASTHEAD, "Masthead", other, align=Align.LEFT, indent=0.0, before=0.0, below=3.0
    )
    title = "contents-title"
    yield NamedStyle(names.CONTENTS_TITLE, "ContentsTitle", title, align=Align.CENTER)
    yield NamedStyle("toc 1", "TOC1", "contents-section", align=Align.LEFT, indent=0.0)
    yield NamedStyle(
        "toc 2", "TOC2", "contents-entry", align=Align.LEFT, indent=0.0, left=2.0, before=0.0
    )
    yield NamedStyle(
        names.COLOPHON, "Colophon", foot, align=Align.LEFT, indent=0.0, before=0.0, below=3.0
    )


def _headings() -> Iterator[NamedStyle]:
    room = _ROOM_BELOW_HEADING
    yield NamedStyle(
        names.SECTION, "SectionName", "section", 0, before=14, below=room, keeps=True,
        after=names.TITLE,
    )  # fmt: skip
    yield NamedStyle(
        names.TITLE, "Title", "headline", 1, before=12, below=room, keeps=True, after=names.BODY
    )
    yield NamedStyle(
        names.SUBTITLE, "Subtitle", "byline", align=Align.CENTER, indent=0.0, below=room, keeps=True
    )
    for level, name in enumerate(names.SUBHEADINGS, 1):
        yield NamedStyle(
            name, f"Subheading{level}", f"subheading-{level}", level + 1, before=3, below=3,
            keeps=True, after=names.BODY,
        )  # fmt: skip
    yield NamedStyle(names.BYLINE, "Byline", "byline", below=room)
    yield NamedStyle(names.RUN_IN, "RunIn", "body", before=room, after=names.BODY)
    yield NamedStyle(names.BRIEF, "Brief", "body", before=3, after=names.BODY)


def _asides(layout: Layout) -> Iterator[NamedStyle]:
    for name, id_ in ((names.NOTE, "EditorNote"), (names.NOTE + names.GOES_ON, "EditorNoteOn")):
        more = names.NOTE + names.GOES_ON
        yield NamedStyle(name, id_, "note", left=1.0, after=more)
    quoted = (("top", layout.pull_quote.ink), ("bottom", layout.pull_quote.ink))
    yield NamedStyle(
        names.PULL_QUOTE, "PullQuote", "pull-quote", indent=0.0, before=9, below=9, rules=quoted
    )
    for kind, id_ in (("link", "BoxLink"), ("summary", "BoxSummary"), ("plain", "BoxPlain")):
        more = names.of_box(kind, goes_on=True)
        yield NamedStyle(
            names.of_box(kind, is_title=True), f"{id_}Title", "box-title", indent=0.0, below=4,
            keeps=True, after=more,
        )  # fmt: skip
        yield NamedStyle(names.of_box(kind), id_, "box", after=more)
        yield NamedStyle(more, f"{id_}On", "box")


def _photos_and_tables() -> Iterator[NamedStyle]:
    centred = Align.CENTER
    yield NamedStyle(
        names.PICTURE, "Picture", "caption", align=centred, indent=0.0, before=6, keeps=True,
        leading=False,
    )  # fmt: skip
    yield NamedStyle(names.CAPTION, "PhotoCaption", "caption", indent=0.0, before=3, below=6)
    yield NamedStyle(names.CREDIT, "PhotoCredit", "caption", align=Align.RIGHT, indent=0.0)
    yield NamedStyle(
        names.TABLE_CAPTION, "TableCaption", "table-header", align=centred, indent=0.0, before=6,
        below=3, keeps=True,
    )  # fmt: skip
    yield NamedStyle(names.TABLE_HEAD, "TableHead", "table-header", indent=0.0)
    yield NamedStyle(names.TABLE_TEXT, "TableText", "table", indent=0.0)
    for name, id_ in ((names.TABLE_NOTE, "TableNote"), (names.DATA_SOURCE, "DataSource")):
        yield NamedStyle(name, id_, "table", align=Align.LEFT, indent=0.0, size=9.0, below=3)


def _items(layout: Layout) -> Iterator[NamedStyle]:
    for name, id_ in ((names.NUMBERED, "Numbered"), (names.BULLETED, "Bulleted")):
        for level in range(1, DEEPEST_ITEM + 1):
            hangs = layout.lists.level(level).turnover is Turnover.HANGING
            yield NamedStyle(
                names.of_item(name, level), f"{id_}{level}", "body",
                hanging=_HANGING_EM if hangs else 0.0,
            )  # fmt: skip


def _forms() -> Iterator[NamedStyle]:
    yield NamedStyle(names.VERSE, "Verse", "body", align=Align.CENTER, indent=0.0)
    yield NamedStyle(
        names.VERSE_INDENTED, "VerseIndented", "body", align=Align.LEFT, indent=0.0, left=4.0
    )
    yield NamedStyle(names.SIGNATURE, "Signature", "body", align=Align.RIGHT, indent=0.0)
    yield NamedStyle(names.NAMES, "Names", "body", align=Align.LEFT)
    yield NamedStyle(names.LEADER, "Leader", "body", align=Align.LEFT, indent=0.0)


def _unseen(layout: Layout) -> Iterator[NamedStyle]:
    rule = (("bottom", layout.article_rule_ink),)
    yield NamedStyle(names.DIVIDER, "Divider", "body", indent=0.0, tiny=True, rules=rule)
    yield NamedStyle(names.PICTURE_PLACE, "PicturePlace", "body", indent=0.0, tiny=True)
    yield NamedStyle(names.PAGE_BREAK, "PageTurn", "body", indent=0.0, tiny=True)
    yield NamedStyle(names.OPENING, "Opening", "body", indent=0.0, tiny=True)


# -- the part --------------------------------------------------------------------------------------


def styles_part(layout: Layout) -> Element:
    """The part `styles.xml`."""
    found = styles_of(layout)
    ids = {style.name: style.id for style in found}
    return element(
        "w:styles",
        None,
        _defaults(layout),
        *(_paragraph_style(style, layout, ids) for style in found),
        *_words_of_parts(layout),
        *_character_styles(layout),
        element(
            "w:style",
            {"w:type": "table", "w:default": 1, "w:styleId": "TableNormal"},
            valued("w:name", "Normal Table"),
            valued("w:uiPriority", 99),
        ),
    )


def _defaults(layout: Layout) -> Element:
    body = layout.styles["body"]
    run = element(
        "w:rPr",
        None,
        fonts(word_face(body.face)),
        valued("w:kern", 0),
        valued("w:sz", half_points(body.size)),
        valued("w:szCs", half_points(body.size)),
        element("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN"}),
    )
    return element(
        "w:docDefaults",
        None,
        element("w:rPrDefault", None, run),
        element("w:pPrDefault", None, element("w:pPr")),
    )


def _paragraph_style(style: NamedStyle, layout: Layout, ids: dict[str, str]) -> Element:
    about = {"w:type": "paragraph", "w:styleId": style.id}
    is_own = style.name not in _OF_WORD
    return element(
        "w:style",
        {
            **about,
            **({"w:customStyle": 1} if is_own else {}),
            **({"w:default": 1} if style.name == names.BODY else {}),
        },
        valued("w:name", style.name),
        valued("w:next", ids[style.after]) if style.after else None,
        valued("w:uiPriority", 1),
        element("w:qFormat"),
        _paragraph_properties(style, layout.styles.get(style.role, layout.styles["body"])),
        run_properties(_sized(style, layout), look_of(layout).accent),
    )


_OF_WORD = frozenset([names.BODY, names.TITLE, names.SUBTITLE, "toc 1", "toc 2"])


def _sized(style: NamedStyle, layout: Layout) -> Style:
    from msgspec.structs import replace

    found = layout.styles.get(style.role, layout.styles["body"])
    return found if style.size is None else replace(found, size=style.size)


def _paragraph_properties(style: NamedStyle, like: Style) -> Element:
    before = like.before if style.before is None else style.before
    below = like.after if style.below is None else style.below
    spacing: dict[str, str | int] = {"w:before": twips(before), "w:after": twips(below)}
    if style.tiny:
        spacing = {"w:before": 0, "w:after": 0, "w:line": _TINY, "w:lineRule": "exact"}
    elif style.leading:
        spacing |= {"w:line": twips(like.leading), "w:lineRule": "atLeast"}
    return element(
        "w:pPr",
        None,
        element("w:keepNext") if style.keeps else None,
        borders(style.rules),
        valued("w:snapToGrid", 0),
        element("w:spacing", spacing),
        _indent(style, like),
        valued("w:jc", justified(like.align if style.align is None else style.align)),
        valued("w:outlineLvl", style.outline) if style.outline is not None else None,
    )


def _indent(style: NamedStyle, like: Style) -> Element:
    """Word counts in characters first (`Chars`), and in twips where it does not know them."""
    first = like.indent if style.indent is None else style.indent
    said: dict[str, str | int] = {}
    left = style.left + (first + style.hanging if style.hanging else 0.0)
    if left:
        said |= {"w:leftChars": round(100 * left), "w:left": twips(left * like.size)}
    if style.hanging:
        said |= {
            "w:hangingChars": round(100 * style.hanging),
            "w:hanging": twips(style.hanging * like.size),
        }
    else:
        said |= {"w:firstLineChars": round(100 * first), "w:firstLine": twips(first * like.size)}
    return element("w:ind", said)


def borders(rules: Sequence[tuple[str, Ink]], eighths: int = 6, space: int = 6) -> Element | None:
    """Rules at edges of a paragraph, `eighths` of a point thick; None where there are none."""
    if not rules:
        return None
    made = [
        element(
            f"w:{edge}",
            {"w:val": "single", "w:sz": eighths, "w:space": space, "w:color": colour(ink)},
        )
        for edge, ink in rules
    ]
    return element("w:pBdr", None, *made)


def run_properties(style: Style, accent: str) -> Element:
    """How the characters of a style of the layout look; what is light there, since it stands on a
    ground, is in the `accent` (`#rrggbb`) of the layout.
    """
    is_seen = contrast(style.ink.rgb, PAPER) >= _LEAST_CONTRAST
    ink = colour(style.ink) if is_seen else accent[1:].upper()
    return element(
        "w:rPr",
        None,
        fonts(word_face(style.face)),
        valued("w:color", ink) if ink != "000000" else None,
        valued("w:spacing", twips(style.tracking * style.size)) if style.tracking else None,
        valued("w:sz", half_points(style.size)),
        valued("w:szCs", half_points(style.size)),
    )


def fonts(face: WordFace) -> Element:
    """The faces of Hanzi and of Latin; marks that both have are those of Hanzi."""
    return element(
        "w:rFonts",
        {
            "w:hint": "eastAsia",
            "w:ascii": face.latin,
            "w:hAnsi": face.latin,
            "w:eastAsia": face.han,
            "w:cs": face.latin,
        },
    )


def _words_of_parts(layout: Layout) -> Iterator[Element]:
    """WordNotes, comments and the number of the page."""
    body = layout.styles["body"]
    yield _small("footnote text", "FootnoteText", min(9.0, body.size))
    yield _small("annotation text", "CommentText", min(10.5, body.size))
    yield _small("footer", "Footer", min(10.5, body.size))


def _small(name: str, id_: str, size: float) -> Element:
    """A style of words that stand in parts of their own."""
    sizes = valued("w:sz", half_points(size)), valued("w:szCs", half_points(size))
    return element(
        "w:style",
        {"w:type": "paragraph", "w:styleId": id_},
        valued("w:name", name),
        element("w:pPr", None, valued("w:snapToGrid", 0), valued("w:jc", "left")),
        element("w:rPr", None, *sizes),
    )


def _character_styles(layout: Layout) -> Iterator[Element]:
    raised = element("w:rPr", None, valued("w:vertAlign", "superscript"))
    yield _characters("footnote reference", "FootnoteReference", raised)
    yield _characters("annotation reference", "CommentReference", element("w:rPr"))
    linked = element("w:rPr", None, valued("w:color", "1F4E79"), valued("w:u", "single"))
    yield _characters("Hyperlink", "Hyperlink", linked)
    kai = element("w:rPr", None, fonts(word_face(layout.styles["body"].kai)))
    yield _characters(names.KAI, "Kai", kai, is_own=True)


def _characters(name: str, id_: str, look: Element, *, is_own: bool = False) -> Element:
    about: dict[str, str | int] = {"w:type": "character", "w:styleId": id_}
    return element(
        "w:style",
        {**about, "w:customStyle": 1} if is_own else about,
        valued("w:name", name),
        element("w:qFormat") if is_own else None,
        look,
    )


def faces_of(layout: Layout) -> list[WordFace]:
    """The faces that the styles name, each once."""
    found = [SONG, *(word_face(style.face) for style in layout.styles.values())]
    found.append(word_face(layout.styles["body"].kai))
    return list({face.han: face for face in found}.values())


def justified(align: Align) -> str:
    """An alignment in the words of `w:jc` (17.18.44)."""
    return "both" if align is Align.JUSTIFY else align.value


def colour(ink: Ink) -> str:
    """An ink as `C8161D`."""
    return hexadecimal(ink.rgb)[1:].upper()


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(20 * points)


def half_points(points: float) -> int:
    """What sizes of type are counted in."""
    return max(2, round(2 * points))
