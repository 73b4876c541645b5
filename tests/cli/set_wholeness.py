"""Looks whether each part of a delivered set is whole or absent, by opening what is there.

`python tests/cli/set_wholeness.py ISSUE [KILLS]` delivers an issue so many times into one
folder, each time killed at a random moment, and looks after each; 50 where nothing is said.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pikepdf
from PIL import Image

ROOT = Path(__file__).parents[2]


def faults_of(folder: Path) -> list[str]:
    """What is there and not whole: a PDF that does not open, a page without its end, a picture cut
    short, a folder with a number missing, an article without a picture that it names.
    """
    found = [f"{path.name}: unknown" for path in folder.iterdir() if not _is_known(path)]
    for path in folder.rglob("*"):
        if any(part.endswith(".tmp") for part in path.relative_to(folder).parts):
            continue
        if path.is_file() and not _is_whole(path):
            found.append(f"{path.relative_to(folder)}: not whole")
    for kind in ("图片", "长图"):
        for pictures in folder.glob(f"* {kind}"):
            found += _gaps(pictures)
    for article in folder.glob("* 公众号"):
        found += _missing(article)
    return found


def _is_known(path: Path) -> bool:
    return (
        path.name == ".at-work"
        or path.suffix in {".pdf", ".html", ".json", ".tmp", ".ofd", ".docx"}
        or path.is_dir()
    )


def _is_whole(path: Path) -> bool:
    try:
        if path.suffix == ".pdf":
            with pikepdf.open(path) as pdf:
                return len(pdf.pages) > 0
        if path.suffix in {".jpg", ".png"}:
            with Image.open(path) as image:
                image.load()
            return True
        if path.suffix in {".ofd", ".docx"}:
            with ZipFile(path) as package:
                return package.testzip() is None
        return path.suffix != ".html" or path.read_text("utf8").rstrip().endswith("</html>")
    except (OSError, pikepdf.PdfError, BadZipFile):
        return False


def _gaps(folder: Path) -> list[str]:
    numbers = sorted(int(path.stem.rpartition("-")[2]) for path in folder.iterdir())
    # a long picture in one piece has no number of its own
    whole = numbers == list(range(1, len(numbers) + 1)) or len(numbers) == 1
    return [] if whole else [f"{folder.name}: {numbers}"]


def _missing(folder: Path) -> list[str]:
    page = folder / "article.html"
    if not page.is_file():
        return [f"{folder.name}: no article"]
    text = page.read_text("utf8")
    pictures = [path.name for path in (folder / "pictures").iterdir()]
    return [f"{folder.name}: {name} is shown nowhere" for name in pictures if name not in text]


def main(issue: Path, kills: int) -> int:
    """Exit code 1 where something was neither whole nor absent."""
    chance, wrong, met = random.Random(20_231_224), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(ROOT / "main.py"), "deliver", str(issue), "-o", folder]
        begun = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        lasts = time.monotonic() - begun
        for kill in range(kills):
            process = subprocess.Popen(
                command,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(chance.uniform(0.1, 1.1) * lasts)
            met += process.poll() is None
            os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
            process.wait()
            for made in Path(folder).iterdir():
                for fault in faults_of(made):
                    wrong += 1
                    print(f"kill {kill + 1}: {fault}")
    print(f"{kills} kills, {met} before the end: {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 50))
