"""What is wrong in a publication's folder beside its own file: layout, word lists, presets, and
what internal material must say in every issue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from layouts.errors import BanxinError, Finding, Source
from layouts.house.load import load_layout
from layouts.house.package import pictures_with
from layouts.house.written import written_layout
from layouts.issue.masthead import COLOPHON, INTERNAL, MASTHEAD
from layouts.messages.publication import INTERNAL_VALUE_EMPTY
from layouts.publication.publication import FILE, Publication
from layouts.publication.schema import OF_ISSUES


def publication_findings(folder: Path, publication: Publication) -> Iterator[Finding]:
    """An error for each file that cannot be used, a warning for what every issue will want."""
    yield from _tried(lambda: _load_layout(folder, publication), "publication-layout")
    for name in publication.words:
        yield from _tried(lambda name=name: _load_words(folder / name), "publication-words")
    for name in publication.presets:
        yield from _tried(lambda name=name: _load_preset(name, folder), "publication-preset")
    if publication.profile == INTERNAL:
        yield from _left_empty(folder, publication)


def _tried(load: Callable[[], object], code: str) -> Iterator[Finding]:
    try:
        load()
    except BanxinError as error:
        yield Finding("error", code, error.zh, error.en, error.source)


def _load_layout(folder: Path, publication: Publication) -> None:
    named = Source(str(folder / FILE))
    load_layout(publication.layout, publication.settings, {"layout": named}, folder=folder)
    # its pictures go along with every issue
    pictures_with(written_layout(publication.layout, folder).document)


def _load_words(path: Path) -> None:
    from layouts.importing.wording import load_house_words

    load_house_words(path)


def _load_preset(name: str, folder: Path) -> None:
    from layouts.prepress.presets import load_preset

    load_preset(name, folder=folder)


def _left_empty(folder: Path, publication: Publication) -> Iterator[Finding]:
    for part, fields in ((publication.masthead, MASTHEAD), (publication.colophon, COLOPHON)):
        for field in fields:
            asked = field.profile == INTERNAL and field.name not in OF_ISSUES
            # an issue gets the notice by itself
            if asked and field.name != "notice" and not getattr(part, field.name):
                said = INTERNAL_VALUE_EMPTY(field=field)
                source = Source(str(folder / FILE))
                yield Finding("warning", "publication-field-empty", *said, source)
