"""The open issue: its value, its pages, what is selected in it, and the steps that led there."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from desktop.days import today
from desktop.designs import forbidden
from desktop.selection import NOTHING, Selection, holding
from desktop.tasks import Tasks
from desktop.undo import Snapshot, Step
from desktop.worker import CompositionWorker, Inspected, Outcome
from fonts.catalogue import Catalogue
from layouts.errors import BanxinError, Finding
from layouts.flow.other_faces import names_others
from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.issue.edits import Numbers
from layouts.issue.ids import IdsGiven, with_ids_after
from layouts.issue.issue import Issue
from layouts.page.page import Edition
from layouts.preflight.check import Circumstances
from layouts.prepress.preset import Preset

if TYPE_CHECKING:
    from layouts.importing.wording import HouseWords
    from layouts.publication import SeenPublication

SETTLE_TIMEOUT = 10.0
"""Seconds that `settle` waits for pages before it gives up."""


class Session(QObject):
    """The one document of a window. Every change goes through `do` and can be undone by name.

    `issue_changed`: another value; `edition_changed`: other pages; `selection_changed`: something
    else is selected; `file_changed`: another path, or saved, or no longer saved; `troubled`: an
    exception whose sentence the window shows; `findings_changed`: the preflight looked over the
    pages as they are now; `refused`: an act on a document that may not be changed; `put_down`: what
    was dragged on the pages is in hand no longer; `chosen`: what is selected is to be seen on the
    pages, it carries what was selected before.
    """

    issue_changed = Signal()
    edition_changed = Signal()
    selection_changed = Signal()
    chosen = Signal(object)
    file_changed = Signal()
    troubled = Signal(object)
    put_down = Signal()
    findings_changed = Signal()
    refused = Signal()
    opened = Signal()

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self._tell_file)
        self.issue: Issue | None = None
        self.layout: Layout | None = None
        self.path: Path | None = None
        self.read_only = ""
        # what the file holds where no step of the stack stands for it: edits were made while it was
        # saved
        self._in_file: Issue | None = None
        self._given = IdsGiven()
        self.selection = NOTHING
        self.edition: Edition | None = None
        self.composed_issue: Issue | None = None
        self.composed_layout: Layout | None = None
        # another value than the issue on the pages, and nowhere else: with what an input method
        # composes in it, or in the stock layout
        self._meanwhile: Issue | None = None
        self._meanwhile_layout: Layout | None = None
        self.reading_findings: tuple[Finding, ...] = ()
        self.last_numbers: Numbers | None = None
        self.preset: Preset | None = None
        self.house: HouseWords | None = None
        self.publication: SeenPublication | None = None
        self._inspected: Inspected | None = None
        self._inspected_serial = 0
        # another document was opened, and no order has told the worker yet
        self._anew = False
        self.view = 0
        self.in_hand = False
        # serials of the worker: pages and findings are of the issue as it is where both are as far
        # as what was ordered
        self._shown_serial = 0
        self._ordered_serial = 0
        self.tasks = Tasks(self, threads=1)  # ends with the session, not with what wants pictures
        self._worker = CompositionWorker(catalogue, self)
        self._worker.composed.connect(self._take)
        self._worker.inspected.connect(self._take_findings)
        self._worker.failed.connect(self._fail)

    # -- the document ------------------------------------------------------------------------------

    def open(
        self,
        issue: Issue,
        path: Path | None,
        findings: tuple[Finding, ...] = (),
        read_only: str = "",
    ) -> None:
        """Show another issue; what was done to the one before can no longer be undone.

        LayoutError leaves everything as it was.

        `read_only` is the sentence why it may not be changed; empty where it may.
        """
        # before anything is changed, since it may raise
        layout = layout_of(issue)
        self._forget_orders()
        self.stack.clear()
        self.path, self.reading_findings, self.layout, self.read_only, self._in_file = (
            path,
            findings,
            layout,
            read_only,
            None,
        )
        self.edition, self.composed_issue, self._inspected = None, None, None
        self.composed_layout = None
        self._anew, self._given = True, IdsGiven()
        self.opened.emit()
        self._show(Snapshot(issue, NOTHING))
        self.file_changed.emit()

    def close(self) -> None:
        """Show no issue: the window's empty state."""
        self.stack.clear()
        self.issue = self.layout = self.path = self.edition = self.composed_issue = (
            self._in_file
        ) = None
        self.read_only = ""
        self.composed_layout = None
        self.selection = NOTHING
        self._inspected = None
        self._forget_orders()
        self.issue_changed.emit()
        self.edition_changed.emit()
        self.selection_changed.emit()
        self.file_changed.emit()

    def _forget_orders(self) -> None:
        """Whatever is still being composed or looked over is of another document, and stale."""
        self._meanwhile = None
        self._ordered_serial = self._shown_serial = self._worker.skip()
        self._inspected_serial = self._ordered_serial

    def do(
        self,
        name: str,
        issue: Issue,
        selection: Selection | None = None,
        merge: str = "",
        *,
        unlocked: bool = False,
    ) -> None:
        """Do one act: `issue` is the value after it, `name` what the undo menu calls it.

        Acts in a row with the same `merge` key are one step of undo. An act that changes nothing
        only selects. `unlocked`: whatever the layout locks or refuses, for what was done before and
        is only brought back.
        """
        if self.issue is None or self.refuses():
            return
        # no id is given twice: undo may bring back the block that had it
        issue = self._as_before(with_ids_after(self.issue, issue, self._given), merge)
        if not unlocked and (wrong := forbidden(self.layout, self.issue, issue)):
            self.troubled.emit(wrong)
            return
        after = Snapshot(issue, holding(self.selection if selection is None else selection, issue))
        # edits give back the very object where they change nothing
        if issue is self.issue:
            self.select(after.selection, seen=True)
            return
        # Qt does a step as it is pushed: this shows it
        self.stack.push(Step(name, Snapshot(self.issue, self.selection), after, self._show, merge))

    def _as_before(self, issue: Issue, merge: str) -> Issue:
        """The very issue from before the step that an act becomes part of, where the act gives all
        of it back: the step is none then, and nothing has changed since the last saving.
        """
        last = self.stack.command(self.stack.index() - 1) if self.stack.index() else None
        if isinstance(last, Step) and last.gives_back(issue, merge):
            return last.before.issue
        return issue

    def saved(self, path: Path, issue: Issue, was: Issue | None = None) -> None:
        """The value `was`, the present one if not given, now lies at `path` as `issue`: saving may
        have given its photos other paths.

        What was done since `was` was taken for saving is not saved.
        """
        self.path, self.read_only = path, ""
        if was is None or self.issue is was:
            # an equal one is not taken: by the one they know pages and steps of undo tell that
            # nothing changed
            if issue is not self.issue and issue != self.issue:
                self.issue = issue
                self._compose()
                self.issue_changed.emit()
            self._in_file = None
            self.stack.setClean()
        else:
            self._in_file = was
            self.stack.resetClean()  # no step of the stack is known to be what the file holds
        self.file_changed.emit()

    def refuses(self) -> bool:
        """Whether the document may not be changed; `refused` says so then, before anything is done
        for an edit.
        """
        if self.read_only:
            self.refused.emit()
        return bool(self.read_only)

    def soil(self) -> None:
        """No file holds this issue: nothing counts as saved until it is saved again."""
        self._in_file = None
        self.stack.resetClean()
        self.file_changed.emit()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing would be lost if the issue were put away."""
        return self.issue is None or self.stack.isClean() or self.issue is self._in_file

    @property
    def is_saved(self) -> bool:
        """Whether nothing was done since the issue was opened or saved."""
        # a new issue is untouched, and yet in no file
        return self.issue is None or (self.is_untouched and self.path is not None)

    def select(self, selection: Selection, *, seen: bool = False) -> None:
        """Select something else, as far as the issue has it. It comes into view on the pages, also
        where it is what was selected; what was chosen on them is `seen` already.
        """
        if self.issue is not None:
            selection = holding(selection, self.issue)
        before = self.selection
        if selection != before:
            self.selection = selection
            self.selection_changed.emit()
        if not seen:
            self.chosen.emit(before)

    def reveal(self) -> None:
        """Have what is selected come into view: an act selected it."""
        self.chosen.emit(self.selection)

    def take_in_hand(self, *, held: bool) -> None:
        """Something is dragged from now on, and every step of it an act; or no longer."""
        if held != self.in_hand:
            self.in_hand = held
            if not held:
                self.put_down.emit()

    # -- its pages ---------------------------------------------------------------------------------

    @property
    def is_current(self) -> bool:
        """Whether the pages shown are those of the issue as it is now."""
        return self._meanwhile is None and self._shown_serial == self._ordered_serial

    @property
    def is_inspected(self) -> bool:
        """Whether the findings are those of the issue as it is now."""
        return self._inspected_serial == self._ordered_serial

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading, composing and the preflight found; until that is done for the first time,
        what the first two did.
        """
        # those of the document before may come when this one is open already
        if self._inspected is not None and self._inspected.order.reading is self.reading_findings:
            return self._inspected.findings
        return (*self.reading_findings, *(self.edition.findings if self.edition else ()))

    def check_for(self, preset: Preset | None) -> None:
        """Check for an export preset from now on, for print in general without one."""
        if preset != self.preset:
            self.preset = preset
            self._compose()

    def hold_against(self, house: HouseWords | None) -> None:
        """Check against these word lists from now on, against none where there are none."""
        if house != self.house:
            self.house = house
            self._compose()

    def belong_to(self, publication: SeenPublication | None) -> None:
        """Check as an issue of this publication from now on, as one of none where there is none."""
        if publication != self.publication:
            self.publication = publication
            self._compose()

    def note_reading(self, findings: tuple[Finding, ...]) -> None:
        """Count these for what reading the issue's files found, from now on."""
        if findings != self.reading_findings:
            self.reading_findings = findings
            self._compose()

    def settle(self) -> bool:
        """Wait until pages and findings are those of the issue as it is; False where they cannot be
        made.
        """
        self.show_meanwhile(None)
        end = time.monotonic() + SETTLE_TIMEOUT
        while not (self.is_current and self.is_inspected) and time.monotonic() < end:
            self._worker.hurry()
            # what the thread emitted, and nothing else: with all events, keys and clicks would be
            # acted on in the middle of who called
            QCoreApplication.sendPostedEvents(self._worker)
            QCoreApplication.sendPostedEvents(self)
            if not (self.is_current and self.is_inspected):
                # lets the other thread have the interpreter
                QThread.msleep(1)
        return self.is_current

    def stop(self) -> None:
        """End the composition thread; the window is closing."""
        self._worker.close()
        self.tasks.stop()

    def show_meanwhile(self, issue: Issue | None, layout: Layout | None = None) -> None:
        """Show the pages of another value until the next act, or until None is given: the issue
        with what an input method composes and nobody has chosen yet, or in another `layout`.

        It is in no step of undo and in no file.
        """
        if issue is not self._meanwhile:
            self._meanwhile, self._meanwhile_layout = issue, layout
            self._compose()

    def recompose(self) -> None:
        """Compose again though the issue is the same: a photo file may have changed."""
        self._compose(afresh=True)

    def reload_layout(self) -> None:
        """Compose in the layout as its file is by now: it was replaced."""
        if self.issue is not None:
            self._load_layout(self.issue)
            self._compose()
            self.issue_changed.emit()

    def look_for_faces(self) -> None:
        """Compose again in the faces that there are now: they are looked for in other folders."""
        self._worker.find_faces_anew()
        self._compose()

    def doubt_faces(self) -> None:
        """Compose again where the layout names faces of others: their files may have gone or
        come.
        """
        if self.layout is not None and names_others(self.layout):
            self._worker.doubt_faces()
            self._compose()

    def _show(self, state: Snapshot) -> None:
        before, self.issue, self._meanwhile = self.issue, state.issue, None
        # nobody hears of the issue while an old place is selected in it
        selected, self.selection = (self.selection, state.selection)
        if before is None or not _same_design(before, state.issue) or self.layout is None:
            self._load_layout(state.issue)
        # first: who hears of the issue may `settle`, and must find it ordered
        self._compose()
        self.issue_changed.emit()
        if state.selection != selected:
            self.selection_changed.emit()

    def _load_layout(self, issue: Issue) -> None:
        try:
            self.layout = layout_of(issue)
        except BanxinError as error:
            # the layout before stays: pages of it are more use than none
            self.troubled.emit(error)

    def _compose(self, *, afresh: bool = False) -> None:
        if self.issue is not None and self.layout is not None:
            circumstances = Circumstances(
                self.preset,
                today(),
                self.last_numbers,
                house=self.house,
                publication=self.publication,
            )
            order = (
                self._meanwhile or self.issue,
                (self._meanwhile_layout if self._meanwhile else None) or self.layout,
                self.view,
                afresh,
                self.reading_findings,
                circumstances,
                self._anew,
            )
            # told once
            self._anew = False
            self._ordered_serial = self._worker.order(*order)

    def _take(self, outcome: Outcome) -> None:
        if (
            self.issue is None
            # older than what is shown; or later than what was ordered, which cannot be
            or outcome.order.serial < self._shown_serial
            or outcome.order.serial > self._ordered_serial
        ):
            return
        if outcome.whole:
            # first pages are shown and yet not current: `settle` goes on waiting
            self._shown_serial = outcome.order.serial
        self.edition, self.composed_issue = outcome.edition, outcome.order.issue
        self.composed_layout = outcome.order.layout
        self.edition_changed.emit()
        if not outcome.whole:
            QTimer.singleShot(0, self._worker.go_on)  # comes after what was painted because of it

    def _take_findings(self, inspected: Inspected) -> None:
        serial = inspected.order.serial
        if self.issue is None or serial < self._inspected_serial or serial > self._ordered_serial:
            return
        self._inspected_serial = serial
        # nothing is found in what may yet be typed otherwise
        if self._meanwhile is None:
            self._inspected = inspected
            self.findings_changed.emit()

    @Slot()
    def _tell_file(self) -> None:
        self.file_changed.emit()

    def _fail(self, error: Exception) -> None:
        # nothing more comes of it: the last pages stay, and nobody waits any longer
        self._shown_serial = self._inspected_serial = self._ordered_serial
        self.troubled.emit(error)


def _same_design(one: Issue, other: Issue) -> bool:
    return (
        one.layout == other.layout
        and one.settings == other.settings
        and one.design == other.design
        and one.folder == other.folder
        # the rest of fitting is none of the layout's
        and one.fitting.leading == other.fitting.leading
        and one.fitting.size == other.fitting.size
    )
