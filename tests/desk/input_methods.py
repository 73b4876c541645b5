"""Real input methods on a test's screen: ibus with libpinyin, fcitx5 with its pinyin."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from screen import Screen, until

FCITX5_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""


class InputMethod(Protocol):
    """What a test does with an input method."""

    module: str
    needs: tuple[str, ...]
    window: str

    def start(self, screen: Screen) -> None:
        """Start it, before the program."""

    def switch(self, screen: Screen, *, pinyin: bool) -> None:
        """Pinyin, or plain keys, once a text has the caret."""


class Ibus(NamedTuple):
    """ibus-daemon with its window of candidates; Debian's ibus and ibus-libpinyin."""

    module: str = "ibus"
    needs: tuple[str, ...] = ("ibus-daemon", "ibus")
    window: str = "ibus-ui-gtk3"

    def start(self, screen: Screen) -> None:
        screen.around |= {"QT_IM_MODULE": self.module, "XMODIFIERS": "@im=ibus"}
        panel = "--panel=/usr/libexec/ibus-ui-gtk3"
        screen.spawn(["ibus-daemon", "--replace", "--xim", panel])
        until(lambda: "libpinyin" in screen.run("ibus", "list-engine"), "ibus knows libpinyin")

    def switch(self, screen: Screen, *, pinyin: bool) -> None:
        engine = "libpinyin" if pinyin else "xkb:us::eng"

        def is_on() -> bool:
            screen.run("ibus", "engine", engine)
            return screen.run("ibus", "engine").strip() == engine

        until(is_on, f"ibus switches to {engine}")


class Fcitx5(NamedTuple):
    """fcitx5 with its window of candidates; Debian's fcitx5 and fcitx5-chinese-addons."""

    module: str = "fcitx"
    needs: tuple[str, ...] = ("fcitx5", "fcitx5-remote")
    window: str = "fcitx"

    def start(self, screen: Screen) -> None:
        folder = screen.folder / "home/.config/fcitx5"
        folder.mkdir(parents=True)
        (folder / "profile").write_text(FCITX5_PROFILE)
        screen.around |= {"QT_IM_MODULE": self.module, "XMODIFIERS": "@im=fcitx"}
        screen.spawn(["fcitx5", "--replace", "--disable", "wayland"])
        # asked over the bus before it is there, the bus would start another
        there = screen.folder / "home/.config/ibus/bus"
        until(lambda: there.is_dir() and any(there.iterdir()), "fcitx5 stands in for ibus")

    def switch(self, screen: Screen, *, pinyin: bool) -> None:
        def is_on() -> bool:
            return (screen.run("fcitx5-remote").strip() == "2") is pinyin

        # by its key: it knows of a text only once that got one
        if not is_on():
            screen.run("xdotool", "key", "ctrl+space")
        until(is_on, f"fcitx5 switches, pinyin: {pinyin}")
