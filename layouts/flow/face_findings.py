"""What there is to say of the faces that a layout asks for by name: a substitute is never silent.

Asked of layouts alone that name faces of others.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from fonts.catalogue import Catalogue
from fonts.choosing import ChosenFace, Why
from fonts.roles import BETWEEN, parted
from layouts.errors import Finding
from layouts.faces import trouble_sentence, unlisted_sentence
from layouts.house.layout import Layout
from layouts.house.names import style_name
from layouts.messages.lists import listed
from layouts.messages.message import Message, Sentence
from layouts.messages.preflight_faces import (
    FACE_LICENCE,
    FACES_UNREAD,
    FOUNDRIES,
    IN_ALL_STYLES,
    SO_MANY_STYLES,
    USED_FACE_GONE,
    WANTED_FACE_DAMAGED,
    WANTED_FACE_FORBIDDEN,
    WANTED_FACE_GONE,
    WANTED_FACE_MISSING,
    WANTED_FACE_TOO_LARGE,
    WANTED_FACE_WITHOUT_HANZI,
)

SAID: dict[Why, Message] = {
    "forbidden": WANTED_FACE_FORBIDDEN,
    "gone": WANTED_FACE_GONE,
    "too-large": WANTED_FACE_TOO_LARGE,
    "damaged": WANTED_FACE_DAMAGED,
    "no-hanzi": WANTED_FACE_WITHOUT_HANZI,
    "missing": WANTED_FACE_MISSING,
}
"""Why a face that was asked for is not used, and the sentence for it; of several the first."""

MOST_NAMED = 3
"""Styles that a sentence lists; of more it says how many."""


def chosen_faces(layout: Layout) -> dict[str, list[str]]:
    """The keys of several names by which a layout chooses among faces of others, in its order, each
    with the styles that have it.
    """
    chosen: dict[str, list[str]] = {}
    for name, style in layout.styles.items():
        for key in style.faces:
            if BETWEEN in key and name not in chosen.setdefault(key, []):
                chosen[key].append(name)
    return chosen


def face_findings(layout: Layout, catalogue: Catalogue) -> list[Finding]:
    """What there is to say of the faces a layout chooses, each thing once."""
    chosen = chosen_faces(layout)
    found = [*_substitutes(layout, catalogue, chosen)]
    if found:
        found += _unlisted(catalogue)
    used = dict.fromkeys(catalogue.choice(key).face for key in chosen)
    for key in used:
        if not catalogue.is_ours(key):
            found += _of_one(catalogue, key)
    return found


def _substitutes(
    layout: Layout, catalogue: Catalogue, chosen: dict[str, list[str]]
) -> Iterator[Finding]:
    """Faces that were asked for and are not used; one finding for all styles that asked alike."""
    where: dict[ChosenFace, list[str]] = {}
    for key, styles in chosen.items():
        choice = catalogue.choice(key)
        if choice.passed:
            where.setdefault(replace(choice, key=""), []).extend(styles)
    for choice, styles in where.items():
        reason = _reason(choice)
        # a face's other names, which nothing has, are none of what is forbidden or damaged
        told = [passed.name for passed in choice.passed if passed.why == reason]
        said = SAID[reason](
            wanted=listed(told),
            where=_named(list(dict.fromkeys(styles)), layout),
            used=called(catalogue, choice.face),
        )
        asked = (passed.name for passed in choice.passed)
        # what asks for the stand-in itself, as `layouts.preflight.fixes` reads it
        fix = f"face:{BETWEEN.join((styles[0], *asked, catalogue.name_for(choice.face)))}"
        if reason == "forbidden":
            yield Finding("error", "face-forbidden", *said, fix=fix)
        else:
            yield Finding("warning", "face-missing", *said, fix=fix)


def _reason(choice: ChosenFace) -> Why:
    why = {passed.why for passed in choice.passed}
    return next(one for one in SAID if one in why)


def have_come(layout: Layout, catalogue: Catalogue) -> bool:
    """Whether faces that were missing are there by now, and looking for them takes away none that
    is in use: pages go on being set in one whose file is gone.
    """
    choices = [catalogue.choice(key) for key in chosen_faces(layout)]
    missing = [
        parted(passed.name)[0]
        for choice in choices
        for passed in choice.passed
        if passed.why in ("missing", "gone")
    ]
    if not missing or catalogue.library is None:
        return False
    used = {choice.face for choice in choices if not catalogue.is_ours(choice.face)}
    if any(map(catalogue.is_gone, used)):
        return False
    return any(map(catalogue.library.again().find, missing))


def _unlisted(catalogue: Catalogue) -> Iterator[Finding]:
    """Where nobody could look for the faces that were not found: a share that is off, files that
    are damaged.
    """
    if catalogue.library is None:
        return
    for place in catalogue.library.unlisted:
        yield Finding("warning", "face-gone", *unlisted_sentence(place))
    unread = catalogue.library.unread_in_folders
    if unread:
        path, why = unread[0]
        said = FACES_UNREAD(count=len(unread), path=path, why=trouble_sentence(why))
        yield Finding("warning", "face-gone", *said)


def _of_one(catalogue: Catalogue, key: str) -> Iterator[Finding]:
    """What there is to say of a face of others that is used."""
    used = called(catalogue, key)
    foundry = catalogue.foundry(key)
    if foundry is not None:
        yield Finding(
            "notice", "face-licence", *FACE_LICENCE(used=used, foundry=FOUNDRIES[foundry])
        )
    if catalogue.is_gone(key):
        path = catalogue.face(key).path
        yield Finding("warning", "face-gone", *USED_FACE_GONE(used=used, path=path))


def called(catalogue: Catalogue, key: str) -> Sentence:
    """What a face is called in either language."""
    return Sentence(*catalogue.called(key))


def _named(styles: list[str], layout: Layout) -> Sentence:
    """Which styles are meant."""
    if len(styles) == len(layout.styles):
        return IN_ALL_STYLES
    names = list(map(style_name, styles))
    if len(names) > MOST_NAMED:
        return SO_MANY_STYLES(first=names[0], count=len(names))
    return Sentence(listed(name.zh for name in names).zh, listed(name.en for name in names).en)
