"""The verb deliver: everything that an issue goes out as, into one folder."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from pathlib import Path

from fonts.catalogue import Catalogue
from layouts.cli.files import FittedAsAsked, photo_folder, read_issue
from layouts.cli.output import OK, WRONG_USE, print_findings, print_out, tell
from layouts.cli.piping import ReadOnce
from layouts.compose import compose
from layouts.delivery.deliver import deliver, set_name
from layouts.delivery.manifest import PartOutcome
from layouts.delivery.parts import PARTS, Delivery, parts_named
from layouts.flow.sharing import side_by_side
from layouts.messages import delivery as say
from layouts.messages.message import Sentence
from layouts.parallel import Pool
from layouts.prepress.presets import load_preset


def deliver_set(options: Namespace) -> int:
    """Compose an issue once and write the parts asked for; each is told of, one that could not be
    made on standard error.
    """
    path = Path(options.issue)
    parts = PARTS if options.parts is None else parts_named(options.parts)
    condition = load_preset(options.preset)
    read = FittedAsAsked(ReadOnce(partial(read_issue, layout=options.layout)))
    catalogue = Catalogue()
    with photo_folder(path) as cache:
        issue, layout, findings = read(path, cache)
        edition = compose(issue, layout, catalogue, findings, side_by_side)
        print_findings(edition.findings)
        name = set_name(issue, path)
        order = Delivery(issue, layout, findings, edition, lambda: catalogue, condition, name)
        folder = Path(options.output) / name
        with Pool() as pool:
            made = deliver(order, parts, folder, lambda jobs: pool.map(jobs, PartOutcome))
    for outcome in made:
        _tell(outcome, folder)
    return WRONG_USE if any(outcome.failed for outcome in made) else OK


def _tell(outcome: PartOutcome, folder: Path) -> None:
    title = next(part.title for part in PARTS if part.key == outcome.part)
    if outcome.failed:
        why = Sentence(*outcome.failed)
        tell(say.PART_FAILED(title=title, why=why).both)
        return
    first = folder / outcome.files[0].name
    whole = first if first.parent == folder else first.parent
    print_out(say.PART_MADE(title=title, name=whole).both)
