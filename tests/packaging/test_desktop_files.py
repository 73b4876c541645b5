"""What systems are told of the program: its entry, its kinds of files, its installer, CI."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from documents import INFO

from layouts.store.package import MIMETYPE

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "resources/packaging"
OURS = MIMETYPE.decode()


def test_the_entry_of_the_desktop_opens_issues_and_manuscripts_in_the_window():
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(PACKAGING / "linux/banxin.desktop", "utf8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "banxin-window %f"
    assert entry["MimeType"].split(";") == [OURS, "text/markdown", ""]
    assert (entry["Name"], entry["Name[zh_CN]"]) == ("Banxin", "版心")
    assert entry["StartupWMClass"] == "banxin"  # QGuiApplication.desktopFileName


def test_the_kind_of_file_is_known_by_its_name_and_by_its_first_bytes(tmp_path):
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = ElementTree.parse(PACKAGING / "linux/banxin.xml").getroot()
    assert kind.get("type") == OURS
    assert kind.find(f"{space}glob").get("pattern") == "*.banxin"
    match = kind.find(f"{space}magic/{space}match")
    from layouts.documents import save_document
    from layouts.manuscript import read_manuscript

    issue, _ = read_manuscript(ROOT / "resources/sample/issue.md")
    save_document(issue, tmp_path / "a.banxin", tmp_path / "cache")
    begins, value = int(match.get("offset")), match.get("value").encode()
    assert (tmp_path / "a.banxin").read_bytes()[begins : begins + len(value)] == value


def test_macos_and_windows_are_told_the_same_kind():
    (exported,) = INFO["UTExportedTypeDeclarations"]
    tags = exported["UTTypeTagSpecification"]
    assert tags == {"public.filename-extension": ["banxin"], "public.mime-type": [OURS]}
    named = [
        kind for types in INFO["CFBundleDocumentTypes"] for kind in types["LSItemContentTypes"]
    ]
    assert exported["UTTypeIdentifier"] in named
    script = (PACKAGING / "windows/installer.nsi").read_text("utf-8-sig")
    assert f'"Content Type" "{OURS}"' in script


def test_what_the_installer_writes_into_the_registry_its_uninstaller_takes_out():
    script = (PACKAGING / "windows/installer.nsi").read_text("utf-8-sig")
    _, there, back = re.split(r'^Section(?: "Uninstall")?$', script, flags=re.MULTILINE)
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', there))
    taken = re.findall(r'DeleteReg(?:Key|Value) HKCU "([^"]+)"', back)
    assert written
    assert [key for key in written if not any(key.startswith(gone) for gone in taken)] == []


def test_a_folder_registers_with_a_desktop_and_goes_again(tmp_path):
    folder, home = tmp_path / "版心 1", tmp_path / "home"
    for place, file in (("applications", "banxin.desktop"), ("mime/packages", "banxin.xml")):
        (folder / "share" / place).mkdir(parents=True)
        shutil.copy(PACKAGING / "linux" / file, folder / "share" / place / file)
    shutil.copy(PACKAGING / "linux/register.sh", folder)
    around = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
    command = ["sh", str(folder / "register.sh")]
    subprocess.run(command, check=True, env=around, cwd=tmp_path)
    entry = (home / "share/applications/banxin.desktop").read_text("utf8")
    assert f'Exec="{folder}/banxin-window" %f' in entry
    assert (home / "share/mime/packages/banxin.xml").is_file()
    subprocess.run([*command, "--remove"], check=True, env=around, cwd=tmp_path)
    left = [path for path in home.rglob("*") if "banxin." in path.name]
    assert left == []


@pytest.fixture
def workflow():
    return yaml.safe_load((ROOT / ".github/workflows/packages.yml").read_text("utf8"))


def test_ci_builds_and_tries_on_each_system(workflow):
    runners = [row["runner"] for row in workflow["jobs"]["build"]["strategy"]["matrix"]["include"]]
    assert runners == ["ubuntu-22.04", "ubuntu-22.04-arm", "windows-2022", "macos-14"]


def test_ci_holds_no_logic_but_runs_scripts_that_are_here(workflow):
    runs = [
        step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step
    ]
    assert len(runs) > 5
    assert [run for run in runs if "\n" in run.strip()] == []
    scripts = {name for run in runs for name in re.findall(r"[\w/]+\.py", run)}
    assert {name for name in scripts if not (ROOT / name).is_file()} == set()
    assert "tests/packaging/installed.py" in scripts
