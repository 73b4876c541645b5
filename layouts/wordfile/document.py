"""The parts of a Word file beside the text: its page, settings, faces, properties."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from layouts.house.layout import Layout
from layouts.house.template import HEAD_FIELDS, fill, issue_fields
from layouts.issue.issue import Issue
from layouts.webpage.markup import sound
from layouts.wordfile import style_names as names
from layouts.wordfile.faces import SANS_LATIN, WordFace
from layouts.wordfile.inline import paragraph, run
from layouts.wordfile.styles import twips
from layouts.wordfile.xml import Element, element, valued

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that a file's own ones belong to (22.3.2.2)."""

_EDGE = 24.0
"""Points from the foot of the page to its number."""


def page_setup(layout: Layout, footer: str) -> Element:
    """The page of the layout with its type area, in one column whatever it has: text that is edited
    in Word is read down, not across.
    """
    grid = layout.grid
    right = grid.width - grid.left - grid.area_width
    foot = grid.height - grid.top - grid.area_height
    note = element(
        "w:footnotePr",
        None,
        valued("w:numFmt", "decimalEnclosedCircle"),
        valued("w:numRestart", "eachPage"),
    )
    return element(
        "w:sectPr",
        None,
        element("w:footerReference", {"w:type": "default", "r:id": footer}),
        note,
        element("w:pgSz", {"w:w": twips(grid.width), "w:h": twips(grid.height)}),
        element(
            "w:pgMar",
            {
                "w:top": twips(grid.top), "w:right": twips(right), "w:bottom": twips(foot),
                "w:left": twips(grid.left), "w:header": twips(_EDGE),
                "w:footer": twips(max(_EDGE, foot - 40.0)), "w:gutter": 0,
            },
        ),
        element("w:cols", {"w:space": twips(grid.gutter or grid.size)}),
    )  # fmt: skip


_NUMBER = "\0"
"""Stands for the number of a page: in no template and no sound text."""


def footer_part(issue: Issue, layout: Layout) -> Element:
    """The number of the page in the layout's words, counted by Word, which does not know what
    section or title a page is of: a line that wants those is the number alone.
    """
    fields = {name: sound(value) for name, value in issue_fields(issue).items()}
    page = dict.fromkeys(HEAD_FIELDS, "") | fields | {"page": _NUMBER}
    first, *others = (fill(layout.page_number.template, page) or _NUMBER).split(_NUMBER)
    said = [run(first)]
    for words in others:
        said += (element("w:fldSimple", {"w:instr": "PAGE"}, run("1")), run(words))
    centred = [valued("w:jc", "center")]
    return element("w:ftr", None, paragraph("Footer", *said, before=centred))


def settings_part() -> Element:
    """What Word does with the file: Chinese kinsoku, and the mode of Word 2013 and later."""
    compatible = element(
        "w:compat",
        None,
        element(
            "w:compatSetting",
            {
                "w:name": "compatibilityMode",
                "w:uri": "http://schemas.microsoft.com/office/word",
                "w:val": 15,
            },
        ),
    )
    rules = [element("w:footnote", {"w:id": number}) for number in (-1, 0)]
    return element(
        "w:settings",
        None,
        element("w:zoom", {"w:percent": 100}),
        valued("w:defaultTabStop", 420),
        valued("w:characterSpacingControl", "compressPunctuation"),
        element("w:footnotePr", None, *rules),
        compatible,
        element("w:themeFontLang", {"w:val": "en-US", "w:eastAsia": "zh-CN"}),
    )


def faces_part(faces: Iterable[WordFace]) -> Element:
    """The faces, each with what stands in where it is not installed (17.8.3.1)."""
    made = [
        element(
            "w:font",
            {"w:name": face.han},
            valued("w:altName", face.instead) if face.instead else None,
            valued("w:charset", "86"),
            valued("w:family", "swiss" if face.latin == SANS_LATIN else "roman"),
        )
        for face in faces
    ]
    return element("w:fonts", None, *made)


def core_part(issue: Issue) -> Element:
    """Title and issuing body; no times, so that the same issue gives the same bytes."""
    spaces = {"cp": _CORE, "dc": _DUBLIN}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=spaces)
    number = "" if issue.masthead.number is None else f" 第{issue.masthead.number}期"
    for name, words in (
        ("title", f"{issue.masthead.publication}{number}".strip()),
        ("creator", issue.masthead.issuer),
        ("language", "zh-CN"),
    ):
        if words:
            etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = sound(words)
    return root


def custom_part(issue: Issue, layout: Layout) -> Element:
    """That the styles are ours, and the layout: by these the file is known when it comes back."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VALUES})
    measure = layout.grid.area_width / layout.grid.size
    said = (
        (names.MARK, names.VERSION),
        (names.LAYOUT, issue.layout),
        (names.MEASURE, f"{measure:.4g}"),
    )
    for number, (name, value) in enumerate(said, 2):
        one = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_PROPERTIES, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{_VALUES}}}lpwstr").text = sound(value)
    return root
