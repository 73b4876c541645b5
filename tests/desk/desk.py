"""A person at a desk, for tests: the real program on a screen of its own, worked by mouse, keys and
clipboard through xdotool and xclip. Nothing of the program is called; where things are, and when all
is done, an eye in its process tells (`eye.py`).

    with Desk(tmp_path, issue) as desk:
        desk.click("导出 PDF")                 # a button, menu item, tab, row: by what it says
        desk.click(desk.line("第一段"))         # a word on the pages, where it is shown now
        desk.type("nihao"), desk.key("ctrl+s"), desk.paste("任何文字")
        desk.until(desk.is_saved, "the issue is saved")
        desk.shot("after")                    # after.png in the test's folder, or in $DESK_SHOTS

Acts (clicks, drags, each key, each typed and each pasted text) are counted: `desk.acts`.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self

from screen import PATIENCE, Found, Screen, until

EYE = Path(__file__).with_name("eye.py")

STEPS = 16
"""Moves of the mouse in a drag."""


class Spot(NamedTuple):
    """A rectangle of the screen, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """Where it is clicked."""
        return self.left + self.width // 2, self.top + self.height // 2

    @property
    def start(self) -> Spot:
        """Its left edge, a pixel wide: a click there puts the caret before a word."""
        return self._replace(width=1)

    @property
    def end(self) -> Spot:
        """Its right edge: a click there puts the caret behind a word."""
        return Spot(self.left + self.width, self.top, 1, self.height)

    @property
    def top_edge(self) -> Spot:
        """Its upper edge: what is dropped there goes before it."""
        return self._replace(top=self.top + 1, height=2)

    @property
    def foot(self) -> Spot:
        """The middle of its lower edge."""
        return Spot(self.left, self.top + self.height, self.width, 0)

    def beside(self, x: int, y: int) -> Spot:
        """The same, moved."""
        return self._replace(left=self.left + x, top=self.top + y)


class Desk:
    """The program on its screen. `size` in pixels, `language` as in `zh_CN`; `scale` that of Qt.

    `around` is more of the environment, `before` is called with the screen before the program
    starts: an input method is started so.
    """

    def __init__(
        self,
        folder: Path,
        issue: Path | None = None,
        *,
        size: str = "1440x900",
        language: str = "zh_CN",
        scale: str = "1",
        before: Callable[[Screen], object] | None = None,
        around: dict[str, str] | None = None,
    ) -> None:
        self.folder, self.acts = folder, 0
        self.screen = Screen(size, language)
        try:
            self.screen.around["QT_SCALE_FACTOR"] = scale
            if before is not None:
                before(self.screen)
            self.screen.around |= around or {}
            self.start(issue)
        except BaseException:
            self.screen.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.screen.close()

    def start(self, issue: Path | None = None) -> None:
        """Start the program (once more, after it was quit) and wait until it stands there, with
        the issue's pages where one is given.
        """
        self._socket = self.screen.folder / "eye"
        self._socket.unlink(missing_ok=True)
        opened = [str(issue)] if issue is not None else []
        self.program = self.screen.spawn(
            [sys.executable, str(EYE), str(self._socket), *opened], cwd=EYE.parents[2]
        )
        self.until(lambda: self._stands(pages=issue is not None), "the program stands there")

    def _stands(self, *, pages: bool) -> bool:
        assert self.is_running(), f"the program ended: {self.screen.log()}"
        return bool(
            self._socket.exists()
            and self.ask("windows")
            and self.ask("focus")
            and self.ask("done")
            and (not pages or self.ask("pages"))
        )

    # -- the eye -----------------------------------------------------------------------------------

    def ask(self, question: str, *arguments: object) -> object:
        """What the eye answers (`sight.QUESTIONS`)."""
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            try:
                line.connect(str(self._socket))
            except ConnectionRefusedError:
                # bound, and not listening yet
                return None
            with line.makefile("rw", encoding="utf8") as talk:
                talk.write(json.dumps([question, *arguments]) + "\n")
                talk.flush()
                said = talk.readline()
        assert said, f"the eye went blind at {question!r}: {self.screen.log()}"
        return json.loads(said)

    def until(self, found: Callable[[], Found], what: str, patience: float = PATIENCE) -> Found:
        """The first answer that is true; an error with a picture where none comes."""
        try:
            return until(found, what, patience)
        except AssertionError:
            if shutil.which("import"):
                self.shot("not-come")
            raise

    def rest(self) -> None:
        """Wait until the program has taken all acts so far, and is done with them."""
        quiet = 0
        end = time.monotonic() + PATIENCE
        while quiet < 2:
            assert time.monotonic() < end, "the program does not come to rest"
            time.sleep(0.04)
            quiet = quiet + 1 if self.ask("done") else 0

    def words(self, text: str, kind: str = "", nth: int = 0, *, window: str = "") -> Spot:
        """Where a text stands in the window in front, or in the one of a class; waits until it
        does.
        """
        found = self.until(
            lambda: (self.ask("words", text, kind, window) or [])[nth:],
            f"{text!r} in {window or 'the window in front'}",
        )
        return Spot(*found[0])

    def says(self, text: str, kind: str = "") -> bool:
        """Whether a text stands in the window in front now."""
        return bool(self.ask("words", text, kind))

    def line(self, text: str, role: str = "", nth: int = 0) -> Spot:
        """Where a text stands on the pages; waits until it does."""
        return Spot(
            *self.until(lambda: self.ask("line", text, role, nth), f"{text!r} on the pages")
        )

    def picture(self, nth: int = 0) -> Spot:
        """Where a photo stands on the pages; waits until it does."""
        return Spot(*self.until(lambda: self.ask("picture", nth), "a photo on the pages"))

    def picture_of(self, file: str) -> Spot:
        """Where the photo of a file stands on the pages, in view; waits until it does."""
        return Spot(*self.until(lambda: self.ask("picture_of", file), f"the photo {file} in view"))

    def caret(self) -> Spot:
        """Where the caret is; waits until there is one."""
        return Spot(*self.until(lambda: self.ask("caret"), "a caret"))

    def field(self) -> str:
        """The text in the field that has the keyboard."""
        found = self.ask("focus")
        return str(found[2]) if isinstance(found, list) else ""

    def pages(self) -> str:
        """All text on the pages, a line each."""
        return "\n".join(line for page in self.ask("pages") or [] for line in page)

    def dialog(self, kind: str) -> Spot:
        """Where a window of a kind (its class) is; waits until it stands in front."""

        def front() -> object:
            shown = self.ask("windows")
            return shown and shown[-1][0] == kind and shown[-1][2]

        return Spot(*self.until(front, f"a {kind}"))

    def is_saved(self) -> bool:
        """Whether the issue lies in its file as it is now."""
        return bool(self.ask("saved"))

    def is_running(self) -> bool:
        """Whether the program still runs."""
        return self.program.poll() is None

    # -- hands -------------------------------------------------------------------------------------

    def click(self, at: str | Spot, *, button: int = 1, times: int = 1, holding: str = "") -> None:
        """Click on what says `at`, or on a spot; `button` 3 is the right one; `holding` as in
        `ctrl+shift`.
        """
        spot = self.words(at) if isinstance(at, str) else at
        self.acts += 1
        keys = holding.split("+") if holding else []
        self._hands(
            "mousemove", *spot.middle, "sleep", 0.05,
            *(word for name in keys for word in ("keydown", name)),
            "click", "--repeat", times, "--delay", 60, button,
            *(word for name in keys for word in ("keyup", name)),
        )  # fmt: skip

    def drag(self, start: str | Spot, end: str | Spot, *, button: int = 1) -> None:
        """Press on one spot, move slowly, let go on another."""
        self.acts += 1
        (x1, y1), (x2, y2) = (
            (self.words(at) if isinstance(at, str) else at).middle for at in (start, end)
        )
        moves: list[object] = []
        for k in range(1, STEPS + 1):
            x, y = x1 + (x2 - x1) * k // STEPS, y1 + (y2 - y1) * k // STEPS
            moves += ["mousemove", x, y, "sleep", 0.03]
        # a moment at the end: what is dropped on wants to have seen it come
        self._hands(
            "mousemove", x1, y1, "sleep", 0.1, "mousedown", button, *moves,
            "sleep", 0.25, "mouseup", button,
        )  # fmt: skip

    def scroll(self, at: Spot, notches: int, *, holding: str = "") -> None:
        """Turn the wheel, down where positive."""
        keys = holding.split("+") if holding else []
        self._hands(
            "mousemove", *at.middle,
            *(word for name in keys for word in ("keydown", name)),
            "click", "--repeat", abs(notches), "--delay", 30, 5 if notches > 0 else 4,
            *(word for name in keys for word in ("keyup", name)),
        )  # fmt: skip

    def key(self, *names: str) -> None:
        """Press keys, one after another: `key("ctrl+s", "Return")`."""
        self.acts += len(names)
        self._hands("key", "--delay", 30, *names)

    def type(self, text: str) -> None:
        """Type Latin text as keys; with an input method on, pinyin."""
        self.acts += 1
        self._hands("type", "--delay", 25, text)

    def paste(self, text: str) -> None:
        """Put any text into the clipboard, as another program would, and paste it by its key."""
        self.screen.run("xclip", "-selection", "clipboard", "-in", given=text)
        self.key("ctrl+v")

    def copied(self) -> str:
        """The text in the clipboard."""
        return self.screen.run("xclip", "-selection", "clipboard", "-out")

    def _hands(self, *words: object) -> None:
        self.screen.run("xdotool", *words)
        self.rest()

    # -- pictures ----------------------------------------------------------------------------------

    def shot(self, name: str) -> Path:
        """A picture of the whole screen (ImageMagick's `import`)."""
        folder = Path(os.environ.get("DESK_SHOTS") or self.folder)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        self.screen.run("import", "-window", "root", path)
        return path
