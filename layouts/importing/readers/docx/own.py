"""Whether a Word file is one that we wrote: properties of the document say so, which Word, WPS and
LibreOffice keep.
"""

from __future__ import annotations

from layouts.importing.readers.docx.parts import WordParts
from layouts.importing.received import OwnWordFile
from layouts.importing.xml_events import tree
from layouts.wordfile.style_names import LAYOUT, MARK, MEASURE

_KIND = "custom-properties"
_USUAL_MEASURE, _WIDEST = 34.0, 200.0


def own_word_file(parts: WordParts) -> OwnWordFile | None:
    """What a file of ours says of itself; None for any other file."""
    targets = (each.target for each in parts.relations("").values() if each.kind == _KIND)
    name = next((found for target in targets if (found := parts.find(target))), None)
    if name is None:
        return None
    said: dict[str, str] = {}
    for each in tree(parts.archive, name):
        said[each.get("name", "")] = "".join(map(str, each.itertext())).strip()
    if MARK not in said:
        return None
    return OwnWordFile(said.get(LAYOUT, ""), _measure(said.get(MEASURE, "")))


def _measure(said: str) -> float:
    try:
        measure = float(said)
    except ValueError:
        return _USUAL_MEASURE
    return measure if 1.0 <= measure <= _WIDEST else _USUAL_MEASURE
