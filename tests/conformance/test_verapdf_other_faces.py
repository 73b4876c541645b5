"""What veraPDF says of exports in faces that are not ours, one of each kind of font file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from other_faces import FONTS, KINDS, ROOT, layout_in, source, variable_faces
from verapdf_running import Verdict, verapdf

PRESETS = [("print", "2b"), ("archive", "2a"), ("archive", "ua1"), ("screen", "ua1")]


def fonts_of(path: Path) -> str:
    """The names of the fonts of a file."""
    with pikepdf.open(path) as pdf:
        dictionaries = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        return " ".join(str(item.FontName) for item in dictionaries if "/FontName" in item)


@pytest.fixture(scope="session")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """The sample in every face that is here, for every preset; one start of Java."""
    folder = tmp_path_factory.mktemp("verapdf-faces")
    text = source("sample", None).read_text("utf8")
    variable_faces(folder, "".join(sorted(set(text) - set("\n\r\t"))))
    shutil.copytree(source("sample", None).parent, folder / "sample")
    environment = {
        **os.environ,
        "BANXIN_FACES": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    files: dict[Path, str] = {}
    for number, (name, kind) in enumerate(KINDS.items()):
        if kind.file and not (FONTS / kind.file).exists():
            continue
        layout_in(kind, folder / "sample", f"ours-{number}")
        issue = folder / "sample" / f"issue-{number}.md"
        issue.write_text(text.replace("layout: jianbao-a4", f"layout: ours-{number}.toml"), "utf8")
        for preset in dict.fromkeys(preset for preset, _ in PRESETS):
            out = folder / f"{number}-{preset}.pdf"
            arguments = ["export", str(issue), "--preset", preset, "-o", str(out)]
            done = subprocess.run(
                [sys.executable, str(ROOT / "main.py"), *arguments],
                capture_output=True,
                check=False,
                env=environment,
                timeout=300,
            )
            assert done.returncode == 0, done.stderr.decode("utf8")
            assert kind.key.partition("@")[0] in fonts_of(out), name
        for preset, flavour in PRESETS:
            path = shutil.copy(
                folder / f"{number}-{preset}.pdf", folder / f"{name}, {preset} {flavour}.pdf"
            )
            files[path] = flavour
    return {path.stem: verdict for path, verdict in verapdf(files).items()}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("preset", "flavour"), PRESETS)
def test_a_preset_keeps_its_standard_in_any_face(
    name: str, preset: str, flavour: str, verdicts: dict[str, Verdict]
) -> None:
    verdict = verdicts.get(f"{name}, {preset} {flavour}")
    if verdict is None:
        pytest.skip("the face is not here (Debian's font packages, see .ci/run)")
    assert verdict.broken == {}
    assert verdict.checks > 1000
