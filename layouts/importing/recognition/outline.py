"""What the headings of a document are by their levels: sections, titles, sub-headings."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.importing.recognition import cues
from layouts.importing.recognition.items import Role, SourceItem
from layouts.importing.recognition.looks import UsualLook, cues_of
from layouts.importing.recognition.spotting import Spotted
from layouts.manuscript.marks import label_level


def with_outline(
    items: Sequence[SourceItem], spots: Sequence[Spotted], usual: UsualLook
) -> list[Spotted]:
    """The roles with those of headings by style: the highest that have text right below them are
    titles, those above sections, those below sub-headings.

    A line above all headings that can be a title leaves only sub-headings, and so does a label.
    """
    found = list(spots)
    headings = [place for place, item in enumerate(items) if _is_heading(item, spots[place])]
    plain = [place for place in headings if not label_level(items[place].string)]
    titles = _title_level(items, spots, plain, usual)
    is_plain = set(plain)
    for place in headings:
        level = items[place].look.heading
        if place not in is_plain or level > titles:
            found[place] = Spotted(Role.HEADING, cues.LABELLED_HEADING)
        elif level == titles:
            found[place] = Spotted(Role.TITLE)
        else:
            found[place] = Spotted(Role.SECTION, cues.SECTION_BY_LEVEL)
    return found


def _is_heading(item: SourceItem, spotted: Spotted) -> bool:
    too_long = len(item.string) > cues.LONGEST_SAID_TITLE
    return item.look.heading > 0 and spotted.role is Role.TEXT and not too_long


def _title_level(
    items: Sequence[SourceItem], spots: Sequence[Spotted], headings: list[int], usual: UsualLook
) -> int:
    """The level of the headings that are titles, 0 where none is."""
    if not headings or _has_title_above(items, spots, headings[0], usual):
        return 0
    levels = {place: items[place].look.heading for place in headings}
    top = min(levels.values())
    tops = [place for place in headings if levels[place] == top]
    if len(tops) == 1 or any(_has_text(items, spots, place) for place in tops):
        return top
    with_text = [levels[place] for place in headings if _has_text(items, spots, place)]
    return min(with_text, default=top)


def _has_title_above(
    items: Sequence[SourceItem], spots: Sequence[Spotted], first: int, usual: UsualLook
) -> bool:
    for item, spotted in zip(items[:first], spots, strict=False):
        if spotted.role is Role.TITLE:
            return True
        if spotted.role is Role.TEXT and spotted.credit is None:
            seen = (cues.Cue.FIRST, *cues_of(item, usual))
            return cues.likelihood(seen, cues.TITLE) >= cues.LIKELY
    return False


def _has_text(items: Sequence[SourceItem], spots: Sequence[Spotted], place: int) -> bool:
    """Whether what is right below a heading is no other heading."""
    below = next(
        (
            later
            for later in range(place + 1, len(items))
            if spots[later].role not in (Role.PHOTO, Role.BREAK)
        ),
        None,
    )
    return below is not None and (
        not items[below].look.heading or label_level(items[below].string) > 0
    )
