"""How photos look: straightened, lighter, in greys, with a rule round them, with a credit; what
crops keep.
"""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import photo_of, with_block
from layouts.issue.edits.typed import one_line
from layouts.issue.issue import Issue
from layouts.issue.photo import THICKEST_FRAME, Photo, PhotoPoint
from layouts.issue.places import Place
from layouts.issue.sound_photo import sound_tone, within
from layouts.photo_tone import PhotoTone


def set_tone(issue: Issue, place: Place, tone: PhotoTone) -> Edited:
    """Show a photo in a tone; its file stays as it is."""
    return _set(issue, place, replace(photo_of(issue, place), tone=sound_tone(tone)))


def set_frame(issue: Issue, place: Place, thickness: float) -> Edited:
    """Set the thickness of the rule on a photo's edges in points, from 0 for none to 4."""
    frame = within(thickness, 0.0, THICKEST_FRAME)
    return _set(issue, place, replace(photo_of(issue, place), frame=frame))


def set_credit(issue: Issue, place: Place, credit: str) -> Edited:
    """Say who took a photo."""
    return _set(issue, place, replace(photo_of(issue, place), credit=one_line(credit)))


def set_focus(issue: Issue, place: Place, focus: PhotoPoint | None) -> Edited:
    """Set the centre of interest of a photo, which crops made by the program keep; None for
    none.
    """
    if focus is not None:
        focus = PhotoPoint(within(focus.x, 0.0, 1.0), within(focus.y, 0.0, 1.0))
    return _set(issue, place, replace(photo_of(issue, place), focus=focus))


def _set(issue: Issue, place: Place, photo: Photo) -> Edited:
    return Edited(with_block(issue, place, photo), place)
