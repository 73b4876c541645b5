"""What came of a batch, for programs (batch.json) and for people (batch.html)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from layouts.batch.job import BatchJob, JobOutcome
from layouts.batch.journal import sound
from layouts.files import write_aside
from layouts.messages import batch as say
from layouts.messages.message import Message, Sentence
from layouts.webpage.markup import NOTHING, Markup, element, escaped, joined, lines, raw

SUMMARY, PAGE = "batch.json", "batch.html"

_CALLED: Mapping[str, Message] = {
    "made": say.WAS_MADE,
    "unchanged": say.WAS_UNCHANGED,
    "failed": say.WAS_FAILED,
}

_STYLE = """
:root { color-scheme: light dark }
body { font: 15px/1.6 system-ui, sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em }
h1 { font-size: 1.4em }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8884; padding: .4em .6em; text-align: left }
th, td { vertical-align: top; overflow-wrap: anywhere }
th:first-child { width: 32% }
.failed td:last-child { color: light-dark(#b00020, #ff8a80) }
.said { opacity: .75 }
""".strip()


def outcome_of(outcome: JobOutcome) -> str:
    """One of `made`, `unchanged`, `failed`."""
    if outcome.failure is not None:
        return "failed"
    return "unchanged" if outcome.is_unchanged else "made"


def tally(outcomes: Sequence[JobOutcome]) -> Sentence:
    """How many jobs came to what."""
    counts = Counter(map(outcome_of, outcomes))
    return say.BATCH_DONE(
        made=counts["made"],
        unchanged=counts["unchanged"],
        failed=counts["failed"],
        count=len(outcomes),
    )


def write_summary(
    folder: Path, jobs: Sequence[BatchJob], outcomes: Sequence[JobOutcome], *, finished: bool
) -> None:
    """Write both files into the folder of a batch, its jobs in their order; one that is not
    `finished` was stopped halfway. ExportError where they cannot be written.
    """
    by_name = {outcome.job.name: outcome for outcome in outcomes}
    told = [by_name[job.name] for job in jobs if job.name in by_name]
    counts = Counter(map(outcome_of, told))
    content = {
        "finished": finished,
        "jobs": len(jobs),
        **{kind: counts[kind] for kind in _CALLED},
        "outcomes": [_entry(outcome) for outcome in told],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_aside(folder / SUMMARY, f"{text}\n".encode())
    write_aside(folder / PAGE, _page(told, finished=finished).encode())


def _entry(outcome: JobOutcome) -> dict[str, object]:
    entry: dict[str, object] = {
        "input": sound(outcome.job.input),
        "output": sound(outcome.job.name),
        "outcome": outcome_of(outcome),
    }
    if outcome.failure is not None:
        entry["failure"] = msgspec.to_builtins(outcome.failure)
    if outcome.made is not None:
        made = outcome.made
        remarks: object = msgspec.to_builtins(made.remarks)
        entry |= {"bytes": made.bytes, "sha256": made.sha256, "remarks": remarks}
    return entry


def _page(outcomes: Sequence[JobOutcome], *, finished: bool) -> str:
    """A page without a script, which asks nobody for anything."""
    title = escaped(say.SUMMARY_TITLE().both)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        raw(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width"),
        element("title", title),
        element("style", raw(_STYLE)),
    )
    columns = (say.OF_INPUT, say.OF_OUTPUT, say.OF_OUTCOME)
    names = joined(*(element("th", escaped(name().both)) for name in columns))
    # what wants a look comes first
    failed_first = sorted(outcomes, key=lambda outcome: outcome.failure is None)
    body = element(
        "body",
        element("h1", title),
        element("p", escaped(tally(outcomes).both)),
        NOTHING if finished else element("p", escaped(say.SUMMARY_STOPPED().both)),
        element("table", element("tr", names), *map(_row, failed_first)),
    )
    return lines(raw("<!doctype html>"), element("html", head, body, lang="zh-CN")) + "\n"


def _row(outcome: JobOutcome) -> Markup:
    kind = outcome_of(outcome)
    said = [element("div", escaped(_CALLED[kind]().both))]
    if outcome.failure is not None:
        said.append(element("div", escaped(sound(outcome.failure.both))))
    for one in outcome.made.remarks if outcome.made is not None else ():
        where = f"{one.where}: " if one.where else ""
        words = escaped(f"{one.level}: {where}{one.zh} / {one.en}")
        said.append(element("div", words, class_="said"))
    return element(
        "tr",
        element("td", escaped(sound(outcome.job.input))),
        element("td", escaped(sound(outcome.job.name))),
        element("td", *said),
        class_=kind,
    )
