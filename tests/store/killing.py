"""Kills an editing process at random moments and looks at what is left.

    python tests/store/killing.py [--kills 300] [--seed 1] [--while-saving 100]

A child opens a document, takes over what the last one left, edits every few milliseconds, journals
each edit and saves again and again beside that. It is killed (SIGKILL) at a moment drawn by chance.
Each time the file and its backup must open, what comes back must be one of the states that were,
whole, and must hold every edit older than two seconds. With --while-saving a child saves all the
time, and the kills go on until as many of them fell into a save.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "manuscript")]

from any_issue import without_sources  # noqa: E402, after the path
from msgspec.structs import replace  # noqa: E402

from layouts.documents import IssueFile, read_document, save_document  # noqa: E402
from layouts.issue.edits import insert_text  # noqa: E402
from layouts.issue.ids import with_ids  # noqa: E402
from layouts.issue.issue import Issue  # noqa: E402
from layouts.issue.places import Place  # noqa: E402
from layouts.manuscript import read_manuscript  # noqa: E402
from layouts.store.journal import Journal  # noqa: E402
from layouts.store.recovery import Recovered, discard, recover  # noqa: E402

ALLOWED = 2.0
"""Seconds of edits that may be lost."""

SELDOM_OR_OFTEN, ALWAYS = (0.0, 0.02, 0.5), (1.0,)
"""How likely a save is begun after an edit.

With few saves it is the journal that must hold what was typed.
"""

EVENT = struct.Struct("<cqd")


class Event(NamedTuple):
    """What a child did: E an edit, S a save begun, D a save done; the number of the state; when."""

    kind: bytes
    number: int
    when: float


class Bench:
    """One folder with a document, its cache and journals, killed over and over."""

    def __init__(self, folder: Path, seed: int, often: tuple[float, ...]) -> None:
        self.path = folder / "home" / "简报.banxin"
        self.cache = folder / "data" / "cache"
        self.journals = folder / "data" / "journals"
        self.path.parent.mkdir()
        self.chance = random.Random(seed)
        self.often = often
        self.sample = with_ids(read_manuscript(ROOT / "resources/sample/issue.md")[0])
        save_document(
            replace(self.sample, masthead=replace(self.sample.masthead, number=1)),
            self.path,
            self.cache,
        )
        self.first = read_document(self.path, self.cache).issue
        self.state = 1
        self.lags: list[float] = []
        self.while_saving = self.recovered = self.left_aside = self.edits = 0

    def issue(self, number: int) -> Issue:
        """The document in one of its states."""
        if number == 1:
            return self.first
        typed = insert_text(
            self.first, Place(2, 0, 0), 3, f"第{number}次" + "改" * (number % 50)
        ).issue
        return replace(typed, masthead=replace(typed.masthead, number=number))

    def kill_one(self) -> None:
        """Let a child work and kill it."""
        reading, writing = os.pipe()
        self.chance.random()
        delay = (
            self.chance.uniform(0.0, 0.5)
            if self.chance.random() < 0.8
            else self.chance.uniform(1.0, 3.5)
        )
        child = os.fork()
        if not child:
            os.close(reading)
            self._live(writing)
        os.close(writing)
        found = threading.Thread(target=lambda: events.extend(_events(reading)))
        events: list[Event] = []
        found.start()
        time.sleep(0.1 + delay)
        os.kill(child, signal.SIGKILL)
        killed = time.monotonic()
        _, status = os.waitpid(child, 0)
        found.join()
        assert os.WIFSIGNALED(status), f"the child ended by itself: {status}"
        self._look(events, killed)

    def _live(self, writing: int) -> NoReturn:
        """The life of a child."""
        status = 1
        try:
            self._edit(writing)
        finally:
            os._exit(status)

    def _edit(self, writing: int) -> None:
        def tell(kind: bytes, number: int) -> None:
            os.write(writing, EVENT.pack(kind, number, time.monotonic()))

        often = self.chance.choice(self.often)
        document, left = read_document(self.path, self.cache), recover(self.journals)
        journal = Journal(self.journals)
        issue = self.issue(self.state)
        journal.begin(issue, self.path, document.token, saved=document.issue)
        for each in left:
            journal.once_safe(partial(discard, each))
        number, chance = self.state, random.Random(self.state)
        saving: threading.Thread | None = None
        while True:
            number += 1
            issue = self.issue(number)
            tell(b"E", number)
            journal.note(issue)
            if (saving is None or not saving.is_alive()) and chance.random() < often:
                saving = threading.Thread(target=self._save, args=(issue, journal, tell))
                saving.start()
            time.sleep(chance.uniform(0, 0.02))

    def _save(self, issue: Issue, journal: Journal, tell) -> None:
        tell(b"S", issue.masthead.number)
        done: IssueFile = save_document(issue, self.path, self.cache)
        journal.saved(issue, done.issue, self.path, done.token)
        tell(b"D", issue.masthead.number)

    def _look(self, events: list[Event], killed: float) -> None:
        """Everything that must hold of what is left."""
        edits = [event for event in events if event.kind == b"E"]
        self.edits += len(edits)
        self.while_saving += bool(
            [event for event in events if event.kind != b"E"][-1:]
            and [e for e in events if e.kind != b"E"][-1].kind == b"S"
        )
        found = [self._state_of(read_document(self.path, self.cache))]
        backup = self.path.with_name(self.path.name + ".bak")
        if backup.exists():
            copy = backup.with_name("backup.banxin")
            os.link(backup, copy)
            self._state_of(read_document(copy, self.cache))
            copy.unlink()
        for left in recover(self.journals):
            self.recovered += 1
            found.append(self._state_of(left))
        state = max(found)
        made = {event.number: event.when for event in edits}
        lost = [when for number, when in made.items() if number > state]
        self.lags.append(killed - min(lost) if lost else 0.0)
        assert self.lags[-1] <= ALLOWED, f"{self.lags[-1]:.2f} s of edits were lost"
        assert state >= self.state, f"state {state} came back after {self.state}"
        self.state = state
        for path in self.path.parent.iterdir():
            assert path in (self.path, backup) or path.name.endswith(".tmp"), path
            if path.name.endswith(".tmp"):
                self.left_aside += 1
                path.unlink()

    def _state_of(self, found: IssueFile | Recovered) -> int:
        """The number of a state that came back, which must be that state and no mixture."""
        if isinstance(found, IssueFile):
            assert found.findings == ()
        number = found.issue.masthead.number
        assert without_sources(found.issue) == without_sources(self.issue(number)), (
            f"state {number} came back as something else"
        )
        return number


def _events(reading: int) -> Iterator[Event]:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    for place in range(0, len(data) // EVENT.size * EVENT.size, EVENT.size):
        yield Event(*EVENT.unpack_from(data, place))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--while-saving", type=int, default=0)
    options = parser.parse_args()
    often = ALWAYS if options.while_saving else SELDOM_OR_OFTEN
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), options.seed, often)
        while bench.while_saving < options.while_saving or (
            not options.while_saving and len(bench.lags) < options.kills
        ):
            bench.kill_one()
        lags = sorted(bench.lags)
        print(
            f"{len(lags)} kills, {bench.edits} edits, {bench.while_saving} kills while saving ({bench.left_aside} left a file aside), "
            f"{bench.recovered} recoveries; seconds of edits lost: median {lags[len(lags) // 2]:.2f}, most {lags[-1]:.2f}"
        )


if __name__ == "__main__":
    main()
