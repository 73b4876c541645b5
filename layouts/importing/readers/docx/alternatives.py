"""Content that stands twice, for new programs and for old ones (`mc:AlternateContent`, ECMA-376
Part 3, 10.2): one of the two is taken.
"""

from __future__ import annotations

from layouts.importing.readers.docx.names import child, children, kind
from layouts.importing.xml_events import Element

_MICROSOFT = "http://schemas.microsoft.com/office/"
_UNKNOWN = ("drawing/2014/chartex", "word/2010/wordprocessingInk", "2016/09/main", "ink")
"""What a choice may require that is told as lost rather than read: its fallback is a picture."""


def chosen(element: Element) -> tuple[Element, ...]:
    """The branch to read: the first choice we know, else the fallback, else the first choice."""
    choices = list(children(element, "mc:Choice"))
    known = next((choice for choice in choices if _is_known(choice)), None)
    found = child(element, "mc:Fallback") if known is None else known
    if found is None:
        return tuple(choices[:1])
    return (found,)


def is_branch_read(branch: Element) -> bool:
    """Whether a branch is the one to read, where the file is known up to this branch only.

    True for what is no branch.
    """
    name = kind(branch)
    if name == "mc:Choice":
        return _is_known(branch)
    return name != "mc:Fallback" or not any(
        kind(sibling) == "mc:Choice" and _is_known(sibling)
        for sibling in branch.itersiblings(preceding=True)
    )


def _is_known(choice: Element) -> bool:
    spaces = [choice.nsmap.get(prefix) for prefix in (choice.get("Requires") or "").split()]
    return bool(spaces) and all(
        space is not None
        and space.startswith(_MICROSOFT)
        and not any(space.endswith(unknown) for unknown in _UNKNOWN)
        for space in spaces
    )
