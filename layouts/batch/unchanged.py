"""Whether an output is still what its job would make: then it is not made again."""

from __future__ import annotations

from pathlib import Path

from layouts.batch.digests import faces_from, file_digest, layout_files, used_file
from layouts.batch.job import BatchJob, UsedFaces, UsedLayout
from layouts.batch.journal import JournalEntry, sound
from layouts.store.records import path_of


class UnchangedOutputs:
    """Holds outputs against what a journal says of them; what several have in common is looked at
    once.
    """

    def __init__(self, entries: dict[str, JournalEntry]) -> None:
        self._entries = entries
        self._layouts: dict[UsedLayout, frozenset[str]] = {}
        self._faces: dict[UsedFaces, str] = {}

    def entry(self, job: BatchJob, asked: str) -> JournalEntry | None:
        """What the journal says of a job whose output, input, photos, layout and faces are as they
        were; None where it is to be done.
        """
        entry = self._entries.get(sound(job.name))
        if entry is None or entry.made is None:
            return None
        if (entry.asked, entry.input) != (asked, sound(job.input)):
            return None
        made = entry.made
        is_same = (
            all(file_digest(path_of(file.path)) == file.sha256 for file in made.files)
            and self._layout(made.layout) <= {file.path for file in made.files}
            and (made.faces is None or self._listing(made.faces) == made.faces.listing)
            # the largest last
            and file_digest(Path(job.output)) == made.sha256
        )
        return entry if is_same else None

    def _layout(self, used: UsedLayout) -> frozenset[str]:
        """The files of a layout: its name may lead to others by now."""
        if used not in self._layouts:
            self._layouts[used] = frozenset(used_file(path).path for path in layout_files(used))
        return self._layouts[used]

    def _listing(self, used: UsedFaces) -> str:
        if used not in self._faces:
            self._faces[used] = faces_from(used)
        return self._faces[used]
