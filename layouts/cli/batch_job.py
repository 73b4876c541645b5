"""What a worker does for a job of a batch: the PDF that the verb export writes of the same issue,
and a note of what it was made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from fonts.catalogue import Catalogue
from layouts.batch.digests import faces_listing, file_digest, layout_files, used_file
from layouts.batch.job import (
    BatchJob,
    JobRemark,
    MadeOutput,
    UsedFaces,
    UsedFile,
    UsedLayout,
)
from layouts.batch.journal import sound
from layouts.cli.exporting import chosen_preset, export_issue
from layouts.cli.files import FittedAsAsked, photo_folder, read_issue
from layouts.compose import photo_uses
from layouts.errors import ExportError, Finding
from layouts.files import make_folder
from layouts.fitting.fitted import Fitted
from layouts.house.art import layout_pictures
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.prepress.preset import Preset
from layouts.store.records import path_text


def export_job(job: BatchJob) -> MadeOutput:
    """Write the PDF of a job. BanxinError where it cannot be, or a finding is an error."""
    path, output = Path(job.input), Path(job.output)
    preset = _preset(job.preset, job.changes)
    remarks: list[JobRemark] = []

    def fitted(outcome: Fitted) -> None:
        level = "notice" if outcome.is_reached else "warning"
        remarks.append(JobRemark(level, outcome.zh, outcome.en))

    def refuse(findings: Sequence[Finding]) -> None:
        wrong = next((one for one in findings if one.level == "error"), None)
        if wrong is not None:
            raise ExportError(wrong.zh, wrong.en, wrong.source)
        remarks.extend(map(_remark, findings))

    # before it is read: what changes meanwhile is made again
    files = [used_file(path)]
    read = FittedAsAsked(partial(read_issue, layout=job.layout or None), fitted)
    with photo_folder(path) as cache:
        issue, layout, findings = read(path, cache)
        used = _used_layout(job, issue)
        files += _used_files(issue, layout, used, None if cache == path.parent else cache)
        make_folder(output.parent)
        catalogue = _catalogue()
        export_issue(issue, layout, findings, output, preset, catalogue, refuse)
    return MadeOutput(
        file_digest(output),
        output.stat().st_size,
        tuple(files),
        used,
        _faces(catalogue, layout),
        tuple(remarks),
    )


@lru_cache(maxsize=16)
def _preset(name: str, changes: tuple[str, ...]) -> Preset | None:
    return chosen_preset(name or None, changes)


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    """Our faces, opened once for all issues."""
    return Catalogue()


def _faces(catalogue: Catalogue, layout: Layout) -> UsedFaces | None:
    """The faces of others, where one was asked for: the next issue looks for its own again."""
    if not catalogue.asks_elsewhere:
        return None
    _catalogue.cache_clear()
    folder = path_text(Path(layout.folder)) if layout.folder else ""
    return UsedFaces(faces_listing(catalogue), folder)


def _used_layout(job: BatchJob, issue: Issue) -> UsedLayout:
    if job.layout and names_file(job.layout):
        file = Path(job.layout).absolute()
        return UsedLayout(file.name, path_text(file.parent))
    return UsedLayout(issue.layout, path_text(issue.folder.absolute()))


def _used_files(
    issue: Issue, layout: Layout, used: UsedLayout, unpacked: Path | None
) -> list[UsedFile]:
    """Layout, its pictures and photos; those `unpacked` stand in the package itself."""
    paths = [*layout_files(used), *map(Path, layout_pictures(layout))]
    paths += [Path(photo) for photo, _ in photo_uses(issue)]
    outside = (path for path in paths if unpacked is None or not path.is_relative_to(unpacked))
    return [used_file(path) for path in dict.fromkeys(outside)]


def _remark(finding: Finding) -> JobRemark:
    where = str(finding.source) if finding.source else ""
    return JobRemark(finding.level, sound(finding.zh), sound(finding.en), sound(where))
