"""Every setting of a layout file, declared once: its kind and range, its default, and a sentence.

Tables of many settings have modules of their own; all else is read from here.
"""

from __future__ import annotations

from typing import Final, cast

from layouts.house.boxes import BOX
from layouts.house.contents import CONTENTS
from layouts.house.cover import COVER
from layouts.house.declaring import ALIGN, INK, SPACE, STROKE, STYLE, Named, Setting, SettingsTable
from layouts.house.fitting import FIT
from layouts.house.fixed_parts import COLOPHON, MASTHEAD
from layouts.house.kinds import (
    Choice,
    ChoiceOrFlag,
    FaceChoice,
    Flag,
    Inking,
    Kind,
    Length,
    Number,
    PartOfEm,
    Reference,
    Template,
    Whole,
    Words,
    choice_of,
)
from layouts.house.layout import (
    PageNumberDesign,
    PhotoDesign,
    PullQuoteDesign,
    TableDesign,
    TableRules,
)
from layouts.house.limits import Limits
from layouts.house.lists import LIST
from layouts.house.locks import PARTS, USUALLY, Aspects
from layouts.house.notes import NOTES
from layouts.house.ornaments import BOXED, NOTE, ORNAMENTS, RUNNING_HEAD, THUMB
from layouts.house.template import HEAD_FIELDS
from layouts.house.text_style import Levelling, MarkWidths, Prohibition, Readings
from layouts.issue import openable

FACE = FaceChoice()

PUNCTUATION = Reference("punctuation", "标点样式", "a punctuation style")

PROHIBITION = choice_of(Prohibition)
READINGS = choice_of(Readings)


PAGE = SettingsTable(
    {
        "width": Setting(Length(100, 3000), "width of the page"),
        "height": Setting(Length(100, 3000), "height of the page"),
        "top": Setting(
            Length(0, 1000),
            "from the page's top edge to the top of the first row's characters (天头)",
        ),
        "foot": Setting(
            Length(0, 1000), "least distance from the last row to the page's foot (地脚)"
        ),
        "side": Setting(
            Length(0, 1000),
            (
                "least margin left and right of the layout's own measure: at least 10 mm, or 0 "
                "where the type area goes to the trim, and photos at its edges over it"
            ),
            "20mm",
        ),
        "bleed": Setting(
            Length(0, 60),
            "how far photos and grounds go over the trim that go to it (出血)",
            "3mm",
        ),
        "single_sided": Setting(
            Flag(),
            (
                "printed on one side of the paper and stapled (单面装订): no two pages face each "
                "other, the outer edge is always the right one"
            ),
            False,
        ),
    }
)

GRID = SettingsTable(
    {
        "size": Setting(
            Length(5.25, 72), "size of body text (字号); the em of every relative length"
        ),
        "leading": Setting(
            Number(1.0, 3.0), "distance of two baselines of body text, times `size` (行距)"
        ),
        "measure": Setting(
            Whole(8, 120),
            "characters per line of one column; as many as the margins leave where not given",
            None,
        ),
        "columns": Setting(Whole(1, 6), "columns on a page", 1),
        "gutter": Setting(Number(0, 10), "em between two columns", 2),
        # a baseline under the foot of the em box would stand below the type area, and the page
        "ascent": Setting(Number(0.5, 1.0), "em from the top of a character to its baseline", 0.88),
    }
)

HANGING: Final = (
    "a pause or stop that ends a line of body text hangs outside the measure (标点悬挂), no run of "
    "marks does"
)

PUNCTUATION_STYLE = SettingsTable(
    {
        "based_on": Setting(
            PUNCTUATION, "the style whose values hold for keys that are not given", "clreq"
        ),
        "prohibition": Setting(PROHIBITION, "what may not start or end a line (避头尾)", None),
        "widths": Setting(
            choice_of(MarkWidths),
            (
                "how wide marks are: an em each, an em only where they end a sentence (。．？！), "
                "half an em otherwise, or half an em each"
            ),
            None,
        ),
        "pairs": Setting(Flag(), "squeeze neighbouring marks (CLREQ 3.1.6.4)", None),
        "stops": Setting(Flag(), "squeeze ！ and ？ as well", None),
        "line_end": Setting(Number(0.5, 1), "em a mark keeps at the end of a line", None),
        "line_start": Setting(Flag(), "trim an opening mark at the start of a line", None),
        "hang": Setting(Flag(), HANGING, None),
        "autospace": Setting(Number(0, 0.5), "em between Han and Latin or digits", None),
        "autospace_min": Setting(Number(0, 0.5), "em that gap shrinks to", None),
        "autospace_max": Setting(Number(0, 1), "em that gap grows to", None),
        "squeeze": Setting(
            Number(0, 0.5), "most em one mark inside a line gives up to pull text in", None
        ),
        "total_fit": Setting(Flag(), "weigh whole paragraphs instead of line by line", None),
        "units": Setting(
            Flag(),
            (
                "keep numbers with what they count (号, 人; kg and ㎡ stay anyway), dates and the "
                "like on one line"
            ),
            None,
        ),
        "connector": Setting(Number(0.25, 1), "em of a hyphen between Hanzi", None),
    }
)

PUNCTUATION_TABLE = SettingsTable(
    {
        "style": Setting(
            PUNCTUATION, "a punctuation style of ours or of `punctuation.styles`", "clreq"
        ),
        "prohibition": Setting(PROHIBITION, "overrules the style's own level", None),
        "autospace": Setting(
            PartOfEm(("0", "1/8", "1/6", "1/4")),
            "em between Han and Latin or digits; overrules the style's own",
            None,
        ),
        "hang": Setting(Flag(), f"{HANGING}; overrules the style's own", None),
        "styles": Setting(Named(PUNCTUATION_STYLE), "punctuation styles of this layout's own", {}),
    }
)

STYLE_TABLE = SettingsTable(
    {
        "face": Setting(FACE, "face of Chinese text"),
        "latin": Setting(FACE, "face of Latin text and digits", "latin"),
        "size": Setting(
            Length(5.25, 400, relative=True), "size of type; `1em` is the body's", "1em"
        ),
        "leading": Setting(
            Number(1.0, 3.0),
            "distance of baselines, times its size; the body's where not given",
            None,
        ),
        "ink": Setting(INK, "colour", "black"),
        "align": Setting(ALIGN, "how the last or only line stands in its measure", "justify"),
        "indent": Setting(Number(0, 10), "em before the first line", 0),
        "tracking": Setting(Number(-0.2, 3), "em after every character but the last", 0),
        "before": Setting(
            SPACE, "space above, taken up to whole rows together with the lines of a heading", 0
        ),
        "after": Setting(SPACE, "space below, likewise", 0),
        "bold": Setting(
            FACE,
            (
                "face of inline **bold** in Chinese text; where not given `song-bold`, with a face "
                "of others the bold of its family, else a bolder one of its kind"
            ),
            None,
        ),
        "bold_latin": Setting(
            FACE, "the same in Latin text; where not given `latin-bold`, or likewise", None
        ),
        "kai": Setting(FACE, "face of inline *kai*", "kai"),
        "max_lines": Setting(Whole(1, 20), "most lines of a heading", 3),
        "readings": Setting(
            READINGS,
            "where readings stand (注音); in tables in brackets, else as `body.readings` says",
            None,
        ),
    }
)

POSITION = Choice(("outside", "center", "inside"))

PAGE_NUMBER = SettingsTable(
    {
        "template": Setting(Template(HEAD_FIELDS), "the text around {page}", "{page}"),
        "style": Setting(STYLE, "its style", "page-number"),
        "position": Setting(
            POSITION,
            "where it stands: recto pages are odd",
            "outside",
        ),
        "drop": Setting(Length(0, 300), "from the foot of the type area to its baseline"),
        "first_page": Setting(Flag(), "whether page 1 has one", False),
        "inset": Setting(Number(0, 20), "em of its own from the edge it stands at", 0),
        "first_template": Setting(
            Template(HEAD_FIELDS), "the text on page 1, where it has one of its own", None
        ),
        "first_position": Setting(
            POSITION, "where it stands on page 1, where that is elsewhere", None
        ),
    },
    PageNumberDesign,
)

PHOTO = SettingsTable(
    {
        "width": Setting(Number(2, 120), "em of body: width of a photo that names none", 16),
        "standoff": Setting(Number(0, 10), "em of body between a photo and the text beside it", 1),
        "min_slot": Setting(Number(1, 40), "em of body: narrower slots stay empty", 5),
        "caption_gap": Setting(
            Length(0, 100, relative=True), "between a photo and its caption", "4pt"
        ),
        "gutter": Setting(Number(0, 4), "em of body between photos beside each other", 0.5),
    },
    PhotoDesign,
)

TABLE = SettingsTable(
    {
        "rule": Setting(STROKE, "thickness of inner rules", "0.5pt"),
        "outer_rule": Setting(STROKE, "thickness of the rules above and below", "1pt"),
        "padding": Setting(Length(0, 50, relative=True), "between rules and text", "4pt"),
        "ink": Setting(INK, "colour of the rules", "black"),
        "header_ground": Setting(
            INK, "colour of a ground under the header; none where not given", None
        ),
        "rules": Setting(
            choice_of(TableRules),
            "`three-line` has rules above, below and under the header, `open` between all cells, "
            "`grid` at the sides as well",
            "three-line",
        ),
        "zebra": Setting(Flag(), "every second row stands on a ground", False),
        "zebra_ground": Setting(
            INK, "colour of that ground; where not given the header's, or a pale grey", None
        ),
        "short": Setting(
            ALIGN,
            "how a column of at most six characters a cell stands that nobody aligned; the first "
            "stands as the style `table` does",
            "left",
        ),
    },
    TableDesign,
)

PULL_QUOTE = SettingsTable(
    {
        "rule": Setting(STROKE, "thickness of the rules above and below", "0.75pt"),
        "padding": Setting(Length(0, 50, relative=True), "between rules and text", "6pt"),
        "inset": Setting(Number(0, 10), "em of body that stay free at either side", 2),
        "ink": Setting(INK, "colour of the rules", "black"),
        "width": Setting(
            Number(4, 120), "em of body: width of one that text runs round and that names none", 9
        ),
    },
    PullQuoteDesign,
)

BODY = SettingsTable(
    {
        "section_brackets": Setting(
            Words(lengths=(0, 2)), "the two signs round a section's name, or none", "【】"
        ),
        "article_gap": Setting(SPACE, "space between two articles", 0),
        "run_in_gap": Setting(
            SPACE,
            "space above a run-in article (▲) that follows another, taken up to whole rows",
            0,
        ),
        "across": Setting(
            Whole(0, 6),
            "columns that headlines stand across, text below in its columns (跨栏); 0 for all",
            1,
        ),
        "balance": Setting(
            ChoiceOrFlag(tuple(Levelling), Levelling.ISSUE, Levelling.NEVER),
            (
                "where columns end level: on the last page of the issue, on each page that is not "
                "full before a break, where each section ends, where each article with a headline "
                "ends"
            ),
            False,
        ),
        "article_rule": Setting(
            STROKE, "thickness of a rule between two articles of a section; 0 for none", 0
        ),
        "article_rule_length": Setting(
            Number(0.05, 1), "its length, and that of rules in the text, part of the column", 0.3
        ),
        "article_rule_ink": Setting(INK, "their colour", "black"),
        "column_rule": Setting(STROKE, "thickness of a rule between columns; 0 for none", 0),
        "column_rule_ink": Setting(INK, "its colour", "black"),
        "readings": Setting(
            READINGS,
            (
                "where readings stand (注音): above the words, in the room between two lines, or "
                "in brackets behind them, as they do wherever that room is too narrow"
            ),
            Readings.ABOVE,
        ),
    }
)


OPEN_PLACES: dict[str, tuple[str, str]] = {
    name: (place.partition(".")[0], place.partition(".")[2])
    for name, place in openable.OPEN_PLACES.items()
}
"""What a layout can leave to the editor: the name in the manuscript's front matter, and table and
key that it stands for.
"""

_TABLES = {
    "grid": GRID,
    "punctuation": PUNCTUATION_TABLE,
    "contents": CONTENTS,
    "body": BODY,
    "notes": NOTES,
}


def _open_setting(table: str, key: str) -> Setting:
    setting = _TABLES[table].settings[key]
    return Setting(Limits(cast("Kind", setting.kind)), f"`{table}.{key}`: {setting.about}", False)


OPEN = SettingsTable({name: _open_setting(*place) for name, place in OPEN_PLACES.items()})

LOCKS = SettingsTable(
    {
        part: Setting(Aspects(), f"{name.en} ({name.zh})", list(USUALLY[part]))
        for part, name in PARTS.items()
    }
)

INKS = Named(Inking())

LAYOUT = SettingsTable(
    {
        "title_zh": Setting(Words(longest=40), "what editors read in a list of layouts, Chinese"),
        "title_en": Setting(Words(longest=80), "the same in English"),
        "based_on": Setting(
            Words(),
            "the layout that holds for what is not written here: a name, or a .toml file beside "
            "this one",
            None,
        ),
        "made_from": Setting(
            Words(),
            "the layout this one was made from, to compare it with; it need not be there",
            None,
        ),
        "page": Setting(PAGE, "the page and its margins"),
        "grid": Setting(GRID, "the character grid (版心)"),
        "punctuation": Setting(PUNCTUATION_TABLE, "how marks are spaced", {}),
        "inks": Setting(
            INKS,
            (
                "colours by name; `black` is there already. `cmyk` is in per cent; the one with "
                "`spot`, else `red`, may be a spot ink (专色)"
            ),
            {},
        ),
        "styles": Setting(Named(STYLE_TABLE), "styles by role, and those that fixed lines name"),
        "masthead": Setting(MASTHEAD, "the front page's head (报头)"),
        "contents": Setting(CONTENTS, "the list of contents (要目)", {}),
        "body": Setting(BODY, "sections and articles (报核)", {}),
        "columns": Setting(
            Named(Whole(1, 6)),
            'columns of sections by their names (分栏): `"文苑" = 3`; one that says so itself '
            "has its own",
            {},
        ),
        "page_number": Setting(PAGE_NUMBER, "running page numbers (页码)"),
        "running_head": Setting(RUNNING_HEAD, "running heads (书眉)", {}),
        "boxed": Setting(BOXED, "articles in a frame of their own (加框)", {}),
        "thumb": Setting(
            THUMB, "thumb marks (书口标): a tab at the outer edge of the pages of each section", {}
        ),
        "ornaments": Setting(ORNAMENTS, "what headings are dressed with", {}),
        "note": Setting(NOTE, "editor's notes (按语)", {}),
        "notes": Setting(NOTES, "notes on words (注释)", {}),
        "photo": Setting(PHOTO, "photos in the text", {}),
        "table": Setting(TABLE, "tables", {}),
        "pull_quote": Setting(PULL_QUOTE, "pull quotes (拉线引语)", {}),
        "box": Setting(BOX, "boxes (专栏框)", {}),
        "list": Setting(LIST, "lists (列项)", {}),
        "colophon": Setting(COLOPHON, "the foot of the last page (报尾)"),
        "cover": Setting(COVER, "the cover (封面) an issue may have", None),
        "fit": Setting(
            FIT, "what fitting to whole pages may change (整页适配), rung by rung; 0 closes one", {}
        ),
        "locks": Setting(
            LOCKS,
            (
                "what editors may not touch (锁定), by part: `place`, `style`, `content`; "
                "a list replaces the usual one"
            ),
            {},
        ),
        "open": Setting(
            OPEN, "what editors may set in a manuscript's front matter, and how far", {}
        ),
    }
)

ROLES = (
    "body",
    "section",
    "headline",
    "subheading-1",
    "subheading-2",
    "subheading-3",
    "subheading-4",
    "byline",
    "note",
    "caption",
    "table",
    "table-header",
    "contents-title",
    "contents-section",
    "contents-entry",
    "page-number",
)
"""The styles the flow asks for: a layout has them all."""
