"""The long work of an export set, in any thread: its parts by two threads, each whole or absent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from desktop.tasks import Progress
from desktop.words import spoken, tr
from layouts.background import Background
from layouts.delivery.manifest import PartOutcome
from layouts.delivery.parts import DeliveredPart, Delivery, longest_first
from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.messages import delivery as say
from layouts.messages.message import Sentence
from layouts.page.page import Edition
from layouts.parallel import cores
from layouts.prepress.preset import Preset


class SetOrder(NamedTuple):
    """What a set is made of, as it was when it was asked for."""

    issue: Issue
    layout: Layout
    reading: tuple[Finding, ...]
    edition: Edition
    condition: Preset
    parts: tuple[DeliveredPart, ...]
    name: str


def write_set(order: SetOrder, folder: Path, progress: Progress) -> str:
    """Make the parts of a set in its folder: the same files as `main.py deliver` makes.

    NotAllMadeError where parts could not be made; the others are there then. BanxinError where
    nothing could be.
    """
    from fonts.catalogue import Catalogue
    from layouts.delivery.deliver import deliver

    delivery = Delivery(
        order.issue,
        order.layout,
        order.reading,
        order.edition,
        Catalogue,
        order.condition,
        order.name,
        progress.check,
    )
    made = deliver(delivery, order.parts, folder, _Sharing(longest_first(order.parts), progress))
    failed = [outcome for outcome in made if outcome.failed]
    if failed:
        raise NotAllMadeError(_not_made(failed, order.parts, len(made) - len(failed)))
    return tr("已导出 {n} 项到 {name}", n=len(made), name=folder.name)


class _Sharing:
    """Has the jobs of parts done by several threads, and tells how many are done.

    What photos and faces take is C code that lets go of the interpreter; forking is not for a
    process with a window.
    """

    def __init__(self, parts: Sequence[DeliveredPart], progress: Progress) -> None:
        self._parts = parts
        self._progress = progress

    def __call__(self, jobs: Sequence[Callable[[], PartOutcome]]) -> list[PartOutcome]:
        made: dict[int, PartOutcome] = {}
        numbers = count()  # its next number is taken in one step: no two threads get the same

        def work() -> None:
            for number in numbers:
                if number >= len(jobs):
                    return
                self._progress.step(len(made), len(jobs), self._doing(number))
                made[number] = jobs[number]()

        helpers = [Background(work) for _ in range(min(cores(), len(jobs)) - 1)]
        try:
            work()
        finally:
            # whoever cancelled waits for what is under way: nothing is left half written
            for helper in helpers:
                helper.result()
        return [made[number] for number in range(len(jobs))]

    def _doing(self, number: int) -> str:
        return tr("正在做{part}", part=spoken(self._parts[number].title))


class NotAllMadeError(Exception):
    """Some parts of a set could not be made; the `sentence` names them."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def _not_made(failed: Sequence[PartOutcome], parts: Sequence[DeliveredPart], others: int) -> str:
    titles = {part.key: part.title for part in parts}
    said = [
        spoken(say.PART_FAILED(title=titles[outcome.part], why=Sentence(*outcome.failed)))
        for outcome in failed
        if outcome.failed
    ]
    return tr("{failed}。其他 {n} 项已放好。", failed=tr("；").join(said), n=others)
