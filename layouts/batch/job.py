"""A job of a batch: one issue, one PDF; what it needed, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class BatchJob(Struct, frozen=True):
    """An issue to be set: the file it is in, the PDF it becomes, and how.

    `name` is what the PDF is called in the folder of the batch, `/` between folders: by it a job is
    known again. `preset` is empty for a plain PDF, `layout` where the issue's own is taken.
    """

    input: str
    output: str
    name: str
    preset: str = ""
    changes: tuple[str, ...] = ()
    layout: str = ""


class UsedFile(Struct, frozen=True):
    """A file that an issue was made of, by its absolute path; `sha256` is empty where none could be
    read.
    """

    path: str
    sha256: str


class UsedLayout(Struct, frozen=True):
    """The layout an issue was set in: its name, and the folder from which that was looked for."""

    name: str
    folder: str


class UsedFaces(Struct, frozen=True):
    """The faces of others that could be used where an issue asked for one: a digest of their
    listing, and the folder of the layout that was looked in first.
    """

    listing: str
    folder: str


class JobRemark(Struct, frozen=True):
    """What there is to say of an issue that was made all the same, in both languages."""

    level: str
    zh: str
    en: str
    where: str = ""


class MadeOutput(Struct, frozen=True):
    """What a job made, and of what: whoever finds all that unchanged need not make it again."""

    sha256: str
    bytes: int
    files: tuple[UsedFile, ...]
    layout: UsedLayout
    faces: UsedFaces | None = None
    remarks: tuple[JobRemark, ...] = ()


class JobFailure(Struct, frozen=True):
    """Why a job made nothing, in both languages, and where that stands."""

    zh: str
    en: str
    where: str = ""

    @property
    def both(self) -> str:
        """Both sentences on one line, as errors are printed."""
        return f"{self.where}: {self.zh} / {self.en}" if self.where else f"{self.zh} / {self.en}"


class JobOutcome(Struct, frozen=True):
    """What came of a job: what it made, or why nothing; `is_unchanged` where what lay there is
    still what it would make.
    """

    job: BatchJob
    made: MadeOutput | None = None
    failure: JobFailure | None = None
    is_unchanged: bool = False


Work = Callable[[BatchJob], MadeOutput]
"""Does a job. BanxinError where its input cannot be made into anything. A function of a module:
other processes find it by its name.
"""
