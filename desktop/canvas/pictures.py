"""The photos of the pages as decoded images: read beside the window, kept as far as memory allows,
read again when a file changes.
"""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance
from PySide6.QtGui import QImage

from desktop.canvas.photo_image import PhotoImage, halvings, load_photo
from desktop.canvas.toned import TonedImages
from layouts.errors import PhotoError
from layouts.files import stamp_of
from layouts.photo_tone import AS_IT_IS, MOST_TURN, PhotoTone, kept_of

MOST_BYTES = 96 << 20
"""What all decoded photos may take together."""

MOST_PIXELS = 4_000_000
"""What one photo may take on the screen: a sixth of the memory, so that the photos of one page
never push out each other.
"""

THREADS = 2
WAIT = 5_000
"""Milliseconds to wait for photos that are being read when the store closes."""

Stamp = tuple[int, int] | None
"""When a file was written last and how long it is; None where it is not there."""


class _PhotoRead(NamedTuple):
    """What a thread has read: a photo, or why there is none."""

    path: str
    stamp: Stamp
    found: PhotoImage | PhotoError


@dataclass
class _Known:
    """What is known of one version of a file.

    `width` and `height` are those of the whole photo; images by number of halvings.
    """

    stamp: Stamp
    width: int = 0
    height: int = 0
    error: PhotoError | None = None
    images: dict[int, QImage] = field(default_factory=dict[int, QImage])


class PictureStore(QObject):
    """Decoded photos by path.

    `ready` carries the path of a photo that has arrived, or has been found missing or broken.

    With `load_now` every photo is read when it is asked for, as fine as it is wanted: for exports
    and tests. Without it a store belongs to the GUI thread and reads on threads of its own.
    """

    ready = Signal(str)
    _answered = Signal(object)

    def __init__(
        self, load_now: bool = False, most_bytes: int = MOST_BYTES, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._load_now = load_now
        self._most_bytes = most_bytes
        self._most_pixels = None if load_now else MOST_PIXELS
        self._known: dict[str, _Known] = {}
        # bytes of each image, the one used last at the end
        self._used: OrderedDict[tuple[str, int], int] = OrderedDict()
        self._toned = TonedImages()
        self._pending: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._closed = Event()
        self._answered.connect(self._take)
        self.destroyed.connect(self._closed.set)

    def photo(
        self, path: str, width: float, tone: PhotoTone = AS_IT_IS
    ) -> QImage | PhotoError | None:
        """A photo in a tone, for a place where all of it would be `width` pixels wide: the best
        there is at once.

        None where it is still being read, PhotoError where it cannot be. A better one is on its way
        if there is any.
        """
        if tone == AS_IT_IS:
            return self._photo(path, width)
        known = self._known.get(path)
        if known is not None and known.width and tone.straighten:
            # what straightening cuts off is not shown; as for the most, so that it is the same
            # image while a slider is dragged
            width /= kept_of(MOST_TURN, known.width, known.height)
        found = self._photo(path, width)
        if not isinstance(found, QImage):
            return found
        return self._toned.image(found, tone, None if self._load_now else width)

    def _photo(self, path: str, width: float) -> QImage | PhotoError | None:
        stamp = stamp_of(path)
        known = self._known.get(path)
        if (
            known is None
            or known.stamp != stamp
            or not (known.error or self._wanted(known, width) in known.images)
        ):
            self._fetch(path, stamp, width)
            known = self._known.get(path)
        if known is None:
            return None
        return known.error or self._best(path, known, width)

    def look_again(self) -> None:
        """Read again the photos whose files have changed: to be called when the editor comes back
        to the window.
        """
        for path, known in tuple(self._known.items()):
            if known.stamp != stamp_of(path):
                self._fetch(path, stamp_of(path), float(known.width))

    def close(self) -> None:
        """Read nothing more and wait for what is being read."""
        self._closed.set()
        self._pool.clear()
        self._pool.waitForDone(WAIT)

    @property
    def bytes_held(self) -> int:
        """What all decoded photos take now."""
        return sum(self._used.values())

    def _wanted(self, known: _Known, width: float) -> int:
        return halvings(known.width, known.height, width, self._most_pixels)

    def _best(self, path: str, known: _Known, width: float) -> QImage | None:
        """The image that is wanted, else the coarsest of the finer ones, else the finest of the
        others.
        """
        wanted = self._wanted(known, width)
        steps = min(
            # finer than wanted (fewer halvings) before coarser, the nearest of those
            known.images,
            key=lambda steps: (steps > wanted, abs(steps - wanted)),
            default=None,
        )
        if steps is None:
            return None
        self._used.move_to_end((path, steps))
        return known.images[steps]

    def _fetch(self, path: str, stamp: Stamp, width: float) -> None:
        if self._load_now:
            self._take(_read(path, stamp, width, self._most_pixels))
        elif path not in self._pending:
            self._pending.add(path)
            # not `self`: a thread must not keep the store alive, nor touch it once it is gone
            most, answered, closed = self._most_pixels, self._answered, self._closed
            self._pool.start(
                lambda: (
                    None if closed.is_set() else _tell(answered, _read(path, stamp, width, most))
                )
            )

    def _take(self, answer: _PhotoRead) -> None:
        path, stamp, found = answer
        known = self._known.get(path)
        # of another version of the file: nothing known of it holds
        if known is None or known.stamp != stamp:
            self._drop(path)
            known = self._known[path] = _Known(stamp)
        if isinstance(found, PhotoError):
            known.error = found
        else:
            known.width, known.height = found.width, found.height
            self._keep(path, known, found.steps, found.image)
        self._pending.discard(path)
        if not self._load_now:
            self.ready.emit(path)

    def _keep(self, path: str, known: _Known, steps: int, image: QImage) -> None:
        known.images[steps] = image
        self._used[path, steps] = image.sizeInBytes()
        # the one just read stays, however large
        while self.bytes_held > self._most_bytes and len(self._used) > 1:
            (oldest, coarse), _ = self._used.popitem(last=False)
            del self._known[oldest].images[coarse]

    def _drop(self, path: str) -> None:
        known = self._known.pop(path, None)
        for steps in known.images if known is not None else ():
            del self._used[path, steps]


def _read(path: str, stamp: Stamp, width: float, most_pixels: int | None) -> _PhotoRead:
    try:
        return _PhotoRead(path, stamp, load_photo(Path(path), width, most_pixels))
    except PhotoError as error:
        return _PhotoRead(path, stamp, error)


def _tell(answered: SignalInstance, answer: _PhotoRead) -> None:
    with suppress(RuntimeError):  # the store is gone: nobody wants the photo any more
        answered.emit(answer)
