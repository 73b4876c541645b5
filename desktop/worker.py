"""Composition beside the window: the newest issue wins, what was begun for an older one is
dropped.
"""

from __future__ import annotations

import threading
import time
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from fonts.catalogue import Catalogue
from layouts.compose import Superseded
from layouts.composer import Composer
from layouts.errors import BanxinError, Finding
from layouts.flow.other_faces import faces_have_come
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.page.page import Edition
from layouts.preflight.check import Circumstances, Preflight

DRAFT_AFTER = 0.012
"""Seconds after which the pages up to the one in view are shown before the rest is done."""

PATIENCE = 0.05
"""Seconds that composing waits at most for the pages in view to be painted: both at once would only
get in each other's way, with one interpreter.
"""


INSPECT_AFTER = 0.1
"""Seconds without another order before finished pages are looked over."""


class CompositionOrder(NamedTuple):
    """An issue to compose and the last page in view (from 0), up to which pages are wanted first.

    `afresh` looks at photo files again.
    """

    serial: int
    issue: Issue
    layout: Layout
    view: int
    afresh: bool = False
    reading: tuple[Finding, ...] = ()
    circumstances: Circumstances = Circumstances()
    anew: bool = False


class Inspected(NamedTuple):
    """What the preflight found in the issue of an order and its pages."""

    order: CompositionOrder
    findings: tuple[Finding, ...]


class Outcome(NamedTuple):
    """Pages of an issue.

    `whole` is False where only those up to the one in view are new, and those after it still the
    last ones.
    """

    order: CompositionOrder
    edition: Edition
    whole: bool


class CompositionWorker(QObject):
    """A thread that composes what was ordered last, and looks over the pages it made.

    `composed` carries an Outcome, `inspected` an Inspected, `failed` an exception; all arrive in
    the GUI thread.
    """

    composed = Signal(object)
    inspected = Signal(object)
    failed = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._composer = Composer(catalogue)
        self._preflight = Preflight(catalogue)
        # guards what follows it: set by the window, read by the thread
        self._wake = threading.Condition()
        self._go_on = threading.Event()
        # the next one, None once it was begun
        self._order: CompositionOrder | None = None
        self._closing = False
        self._hurried = False
        self._faces_anew = self._faces_doubted = False
        self._serial = 0
        # else a window that was never closed would keep the program from ending
        self._thread = threading.Thread(target=self._run, name="composition", daemon=True)
        self._thread.start()

    def order(
        self,
        issue: Issue,
        layout: Layout,
        view: int,
        afresh: bool = False,
        reading: tuple[Finding, ...] = (),
        circumstances: Circumstances = Circumstances(),  # noqa: B008, a frozen value
        anew: bool = False,
    ) -> int:
        """Compose and inspect this issue next; the serial of its outcome.

        `reading` is what reading its file found; `anew` says that it was just opened: nothing known
        of photo files counts.
        """
        with self._wake:
            self._serial += 1
            # an order not begun yet is dropped: what it said of photos this one has to say for it
            afresh = afresh or (self._order is not None and self._order.afresh)
            anew = anew or (self._order is not None and self._order.anew)
            self._order = CompositionOrder(
                self._serial, issue, layout, view, afresh, reading, circumstances, anew
            )
            self._wake.notify()
            # first pages that are being shown are no longer waited for
            self._go_on.set()
            return self._serial

    def skip(self) -> int:
        """Compose nothing for now; a serial later than all before."""
        with self._wake:
            self._serial += 1
            # what is under way goes on: its serial is older, so nobody takes it
            self._order = None
            return self._serial

    def go_on(self) -> None:
        """The pages in view are on the screen: compose the rest."""
        self._go_on.set()

    def find_faces_anew(self) -> None:
        """Whatever is composed next is set in faces that are found then."""
        with self._wake:
            self._faces_anew = True

    def doubt_faces(self) -> None:
        """Before the next composing, look whether files of faces went away or have come."""
        with self._wake:
            self._faces_doubted = True

    def hurry(self) -> None:
        """Somebody waits for the findings."""
        with self._wake:
            self._hurried = True
            self._wake.notify()

    def close(self) -> None:
        """Stop after what is being composed; waits for the thread."""
        with self._wake:
            self._closing = True
            self._wake.notify()
            self._go_on.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                while self._order is None and not self._closing:
                    self._wake.wait()
                # before an order that still waits
                if self._closing:
                    return
                order, self._order = self._order, None
            if order is not None:
                self._compose(order)

    def _rested(self) -> bool:
        """Whether nothing else was ordered for a moment, in which the pages are painted: looking
        them over would take turns with that.
        """
        with self._wake:
            self._wake.wait_for(
                lambda: self._order is not None or self._closing or self._hurried, INSPECT_AFTER
            )
            # also where it came before there were pages: it counts for this look
            self._hurried = False
            return self._order is None and not self._closing

    def _look_for_faces(self, order: CompositionOrder) -> None:
        with self._wake:
            anew, self._faces_anew = self._faces_anew, False
            doubted, self._faces_doubted = self._faces_doubted or order.afresh, False
        catalogue = self._composer.catalogue
        if doubted:
            self._composer.forget_faces()
        # an editor who comes back may have installed what was missing
        if anew or (doubted and faces_have_come(order.layout, catalogue)):
            catalogue.look_again()
            # what they knew of texts they knew in the faces before
            self._composer, self._preflight = Composer(catalogue), Preflight(catalogue)

    def _compose(self, order: CompositionOrder) -> None:
        def stale() -> bool:
            # asked again and again while composing, so without the lock: a reference is read in one
            # step
            return self._order is not None or self._closing

        begun = time.perf_counter()

        def due() -> bool:
            return time.perf_counter() - begun > DRAFT_AFTER

        def show_first(edition: Edition) -> None:
            # before it is sent: the answer may come at once
            self._go_on.clear()
            self.composed.emit(Outcome(order, edition, whole=False))
            if not stale():
                self._go_on.wait(PATIENCE)

        try:
            self._look_for_faces(order)
            if order.anew:
                self._composer.forget_photos()
                self._preflight.forget()
            if order.afresh:
                self._composer.forget_photos()
                self._preflight.look_again()
            edition = self._composer.compose(
                order.issue, order.layout, view=order.view, seen=show_first, stale=stale, due=due
            )
            self.composed.emit(Outcome(order, edition, whole=True))
            if self._rested():
                found = self._preflight.inspect(
                    order.issue, order.layout, edition, order.circumstances, order.reading, stale
                )
                self.inspected.emit(Inspected(order, tuple(found)))
        # the order that came between is next
        except Superseded:
            return
        except BanxinError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001, the worker must live on: the window shows the sentence and keeps the last pages
            self.failed.emit(error)
