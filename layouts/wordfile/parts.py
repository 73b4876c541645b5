"""What stands beside the text of a Word file: where links lead, pictures, footnotes, comments."""

from __future__ import annotations

import re

from layouts.issue.text import Comment, Mark
from layouts.webpage.markup import sound
from layouts.wordfile.xml import Element, element, valued

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?")
"""What `w:date` may say (XML Schema, xsd:dateTime)."""


class Relations:
    """What a part refers to, each address or file once."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str, bool], str] = {}

    def name(self, kind: str, target: str, *, is_external: bool = False) -> str:
        """The name by which the part calls a target."""
        return self.found.setdefault((kind, target, is_external), f"rId{len(self.found) + 1}")


class FileParts:
    """All that the text of one file refers to."""

    def __init__(self) -> None:
        self.relations = Relations()
        self.notes = WordNotes()
        self.comments = Comments()
        self.media: dict[str, bytes] = {}
        self.drawings = 0

    def link(self, address: str) -> str:
        """The name of a link."""
        return self.relations.name(f"{_TYPE}/hyperlink", address, is_external=True)

    def picture(self, data: bytes, suffix: str) -> str:
        """The name of a picture; the same bytes are one file."""
        target = next((name for name, known in self.media.items() if known == data), "")
        if not target:
            target = f"media/image{len(self.media) + 1}{suffix}"
            self.media[target] = data
        return self.relations.name(f"{_TYPE}/image", target)

    def part(self, kind: str, target: str) -> str:
        """The name of another part of the package."""
        return self.relations.name(f"{_TYPE}/{kind}", target)

    def drawing(self) -> int:
        """A number for one more drawing."""
        self.drawings += 1
        return self.drawings


class WordNotes:
    """WordNotes, numbered by Word."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def sign(self, words: str) -> Element:
        """The run that refers to one more note."""
        self._words.append(words)
        look = element("w:rPr", None, valued("w:rStyle", "FootnoteReference"))
        sign = element("w:footnoteReference", {"w:id": len(self._words)})
        return element("w:r", None, look, sign)

    def part(self) -> Element:
        """The part `footnotes.xml`, with the two rules that Word wants in it (17.11.23)."""
        rules = [
            element(
                "w:footnote",
                {"w:type": kind, "w:id": number},
                element("w:p", None, element("w:r", None, element(f"w:{kind}"))),
            )
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        notes = [
            element("w:footnote", {"w:id": number}, *_lines(words, "FootnoteText", "footnoteRef"))
            for number, words in enumerate(self._words, 1)
        ]
        return element("w:footnotes", None, *rules, *notes)


class Comments:
    """The comments of the readers of an issue, by the mark that carries each."""

    def __init__(self) -> None:
        self._found: list[Mark] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def number(self, mark: Mark) -> int:
        """The number of a comment."""
        known = next((n for n, one in enumerate(self._found) if one is mark), None)
        if known is None:
            self._found.append(mark)
            known = len(self._found) - 1
        return known

    def part(self) -> Element:
        """The part `comments.xml`."""
        return element("w:comments", None, *map(_comment, range(len(self._found)), self._found))


def _comment(number: int, mark: Mark) -> Element:
    said = mark.value if isinstance(mark.value, Comment) else Comment("", "", mark.value)
    about: dict[str, str | int] = {
        "w:id": number,
        "w:author": sound(said.author),
        "w:initials": sound(said.author[:2]),
    }
    if _MOMENT.fullmatch(said.time):
        about["w:date"] = said.time
    return element("w:comment", about, *_lines(said.text, "CommentText", "annotationRef"))


def _lines(words: str, style: str, sign: str) -> list[Element]:
    """Words a paragraph a line, the first of which begins with the sign."""
    made: list[Element] = []
    for number, line in enumerate(words.splitlines() or [""]):
        about = element("w:pPr", None, valued("w:pStyle", style))
        said = element("w:r", None, element("w:t", {"xml:space": "preserve"}, text=sound(line)))
        own = None if number else _sign(sign)
        made.append(element("w:p", None, about, own, said))
    return made


def _sign(name: str) -> Element:
    style = "FootnoteReference" if name == "footnoteRef" else "CommentReference"
    look = element("w:rPr", None, valued("w:rStyle", style))
    return element("w:r", None, look, element(f"w:{name}"))
