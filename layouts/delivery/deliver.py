"""A set is made: the parts painted side by side, each whole or absent, then the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from layouts.delivery.at_work import AT_WORK, working_in
from layouts.delivery.manifest import MANIFEST, PartOutcome, is_set, noted, write_manifest
from layouts.delivery.parts import DeliveredPart, Delivery, longest_first
from layouts.errors import BanxinError, ExportError, PublicationError
from layouts.files import folders_around, holds_nothing, sweep_asides
from layouts.issue.file_name import fit_name
from layouts.issue.issue import Issue
from layouts.messages.files import FILE_NOT_READ, FOLDER_NOT_OURS
from layouts.messages.publication import SUPPLEMENT
from layouts.publication.entries import TakenNumber
from layouts.publication.issues import file_name
from layouts.publication.publication import Counting, Publication
from layouts.publication.seen import publication_of_issue
from layouts.reasons import reason

Share = Callable[[Sequence[Callable[[], PartOutcome]]], Iterable[PartOutcome]]
"""Has parts made, side by side or one by one, in the order given; what came of them."""


def set_name(issue: Issue, file: Path) -> str:
    """What the folder of an issue's set and the files in it are called: as its publication calls
    its issues (云栖简报 2026-015), after its masthead where it belongs to none, and as its own
    `file` where that says too little.
    """
    head = issue.masthead
    if head.number is None or head.date is None or not head.publication:
        return fit_name(file.stem) or "issue"
    publication = Publication(head.publication)
    with suppress(PublicationError):
        seen = publication_of_issue(issue, file)
        publication = seen.publication if seen is not None else publication
    by_year = publication.numbering.count is Counting.YEAR
    supplement = head.series == SUPPLEMENT().zh
    entry = TakenNumber(head.date.year if by_year else 0, head.number, supplement)
    return file_name(publication, entry)


def deliver(
    delivery: Delivery, parts: Sequence[DeliveredPart], folder: Path, share: Share
) -> list[PartOutcome]:
    """Make the parts in a folder of their own, which is made, or filled again where it holds a set;
    what came of each. A part that fails leaves the others whole.

    ExportError for a folder that holds something else, where somebody is making its set, and where
    it or the manifest cannot be written.
    """
    # one that nothing could be put into is not left behind
    with folders_around(folder / MANIFEST):
        _refuse_another_s(folder)
        with working_in(folder):
            return _delivered(delivery, parts, folder, share)


def _refuse_another_s(folder: Path) -> None:
    try:
        if not holds_nothing(folder, AT_WORK) and not is_set(folder):
            raise ExportError(*FOLDER_NOT_OURS(path=folder))
    except OSError as error:
        raise ExportError(*FILE_NOT_READ(path=folder, reason=reason(error))) from error


def _delivered(
    delivery: Delivery, parts: Sequence[DeliveredPart], folder: Path, share: Share
) -> list[PartOutcome]:
    # whatever a set left that was killed
    sweep_asides(folder)
    write_manifest(folder, delivery.issue, (), finished=False)
    try:
        made = share([partial(_made, delivery, part, folder) for part in longest_first(parts)])
        by_key = {outcome.part: outcome for outcome in made}
    finally:
        # helpers that were ended with us could tidy nothing
        sweep_asides(folder)
    outcomes = [by_key[part.key] for part in parts]
    write_manifest(folder, delivery.issue, outcomes, finished=True)
    return outcomes


def _made(delivery: Delivery, part: DeliveredPart, folder: Path) -> PartOutcome:
    path = part.path(folder, delivery.name)
    preset = delivery.condition.name if part.key == "print" else part.preset
    try:
        delivery.check()
        said = part.write(delivery, path)
        files = noted(folder, path)
    except BanxinError as error:
        return PartOutcome(part.key, failed=(error.zh, error.en))
    except OSError as error:
        why = FILE_NOT_READ(path=path, reason=reason(error))
        return PartOutcome(part.key, failed=(why.zh, why.en))
    return PartOutcome(part.key, files, preset, said=tuple((one.zh, one.en) for one in said))
