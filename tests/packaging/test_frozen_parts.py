"""What goes into a frozen build, whose it is, and what it takes."""

from __future__ import annotations

import importlib.metadata
import sys
from email.message import Message

import pytest
from choosing import wanted_binaries, wanted_data
from licences import qt_notice, write_licences
from shares import shares, table


@pytest.fixture
def on_linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")


def names(entries):
    return [name for name, _, _ in entries]


def test_libraries_that_each_linux_has_are_left_to_it(on_linux):
    found = [
        ("libglib-2.0.so.0", "/lib/x86_64-linux-gnu/libglib-2.0.so.0", "BINARY"),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", "BINARY"),
        ("libcrypto.so.3", "/usr/lib/x86_64-linux-gnu/libcrypto.so.3", "BINARY"),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", "BINARY"),
        ("libpython3.11.so.1.0", "/opt/python/lib/libpython3.11.so.1.0", "BINARY"),
        ("PIL/_imaging.so", "/usr/lib/python3/dist-packages/PIL/_imaging.so", "EXTENSION"),
    ]
    assert names(wanted_binaries(found)) == [
        "libcrypto.so.3",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
        "PIL/_imaging.so",
    ]


def test_a_theme_that_would_bring_gtk_stays_out_and_the_screen_of_each_system_comes(on_linux):
    plugins = {
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so": False,
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so": True,
        "PySide6/Qt/plugins/platforms/libqxcb.so": True,
        "PySide6/Qt/plugins/platforms/libqwayland.so": True,
        "PySide6/Qt/plugins/platforms/libqeglfs.so": False,
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib": True,
        "PySide6\\plugins\\platforms\\qwindows.dll": True,
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll": True,
        "PySide6/Qt/plugins/imageformats/libqsvg.so": True,
        "PySide6/Qt/plugins/tls/libqopensslbackend.so": False,
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so": True,
    }
    found = [(name, f"/opt/{name}", "BINARY") for name in plugins]
    assert names(wanted_binaries(found)) == [name for name, wanted in plugins.items() if wanted]


def test_a_link_goes_with_what_it_leads_to(on_linux):
    found = [
        ("PySide6/Qt/lib/libQt6Core.so.6", "/opt/libQt6Core.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libqgtk3.so", "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "SYMLINK"),
    ]
    assert names(wanted_binaries(found)) == [name for name, _, _ in found[:2]]


def test_of_translations_and_hyphens_our_languages_come():
    found = {
        "PySide6/Qt/translations/qtbase_zh_CN.qm": True,
        "PySide6/Qt/translations/qtbase_fr.qm": False,
        "pyphen/dictionaries/hyph_en_GB.dic": True,
        "pyphen/dictionaries/hyph_de_DE.dic": False,
        "banxin/resources/translations/qt_zh.qm": True,
    }
    wanted = wanted_data((name, f"/opt/{name}", "DATA") for name in found)
    assert names(wanted) == [name for name, comes in found.items() if comes]


def test_qt_is_told_with_its_licence_its_source_and_how_to_put_ones_own_in_its_place():
    told = qt_notice()
    assert f"PySide6 {importlib.metadata.version('PySide6_Essentials')}" in told
    for words in ("LGPL-3.0-only", "https://download.qt.io", "Your own build", "reverse engineer"):
        assert words in told
    assert "$" not in told


@pytest.fixture
def distribution(monkeypatch, tmp_path):
    """A distribution that brings the module `theirs` and tells nothing of its licence."""

    class Theirs:
        metadata = Message()
        version = "1.0"
        files = ()

    Theirs.metadata["Name"] = "theirs"
    ours = importlib.metadata.distribution("msgspec")
    monkeypatch.setattr(
        importlib.metadata, "packages_distributions", lambda: {"theirs": ["theirs"]}
    )
    monkeypatch.setattr(
        importlib.metadata, "distribution", lambda name: Theirs if name == "theirs" else ours
    )
    return Theirs


def test_what_does_not_tell_its_licence_is_not_frozen(distribution, tmp_path):
    with pytest.raises(ValueError, match="theirs does not tell its licence"):
        write_licences(tmp_path / "licences", {"theirs"}, [])


def test_each_distribution_has_a_text_and_those_of_qt_come_with_it(distribution, tmp_path):
    distribution.metadata["License-Expression"] = "MIT"
    library = ("PySide6/Qt/lib/libQt6Core.so.6", "/opt/libQt6Core.so.6")
    written = write_licences(tmp_path / "licences", {"theirs"}, [library])
    texts = {path.name: path.read_text("utf8") for path in written}
    assert "MIT" in texts["LICENSE-theirs.txt"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in texts["LICENSE-Python.txt"]
    assert "Version 3, 29 June 2007" in texts["LICENSE-LGPL-3.0.txt"]
    assert "Version 3, 29 June 2007" in texts["LICENSE-GPL-3.0.txt"]
    assert "LICENSE-Qt-PySide6.txt" in texts


def test_each_file_counts_once_and_for_its_part(tmp_path):
    sizes = {
        "banxin": 4_000_000,
        "_internal/banxin/fonts/faces/BanxinSong-Regular.ttf": 3_000_000,
        "_internal/PySide6/Qt/lib/libQt6Core.so.6": 2_000_000,
        "_internal/PySide6/Qt/lib/libicudata.so.73": 6_000_000,
        "_internal/icu4py.libs/libicudata-0.so": 5_000_000,
        "_internal/libssl.so.3": 1_000_000,
    }
    for name, size in sizes.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "_internal/libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    found = shares(tmp_path)
    assert sum(found.values()) == sum(sizes.values())
    assert list(found.values())[:6] == sorted(sizes.values(), reverse=True)
    assert found["Qt and PySide6"] == 2_000_000
    assert table(found).splitlines()[2] == "| Qt: Unicode data (ICU) | 6.0 | 29% |"
    assert table(found).splitlines()[-1] == "| all | 21.0 | |"
