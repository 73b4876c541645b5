"""Mutated faces give a face or a reason.

The long run: `python tests/fonts/fuzzing_faces.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from examples import examples

from fonts.library.sfnt import MOST_FACE

CASES = os.environ.get("BANXIN_FUZZ", str(examples(400)))


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory")
def test_mutated_faces_do_no_harm():
    script = Path(__file__).with_name("fuzzing_faces.py")
    done = subprocess.run(
        [sys.executable, str(script), "--cases", CASES],
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    print(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory, files of holes")
@pytest.mark.parametrize("size", [MOST_FACE - 1_000_000, MOST_FACE + 1_000_000, 3_000_000_000])
def test_a_face_of_a_hundred_megabytes_and_more_takes_no_more_than_500(tmp_path, size):
    """Read if it may be, refused if it may not: in a process that can have 500 MB beside its own."""
    code = f"""
import resource, sys
from pathlib import Path
sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(__file__).parents[2])!r}]
import making
from fonts.library.known import FaceError
from fonts.library.library import FaceLibrary
from fonts.face import Face
folder = Path({str(tmp_path)!r})
path = making.written(making.squares(), folder / "face.ttf")
making.swollen(path, {size})
held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + 500_000_000,) * 2)
library = FaceLibrary((folder,), system=False)
try:
    data = library.open(library.faces[0]).data
    face = Face("foreign", path, data=data)
    print("read", bool(face.outline(face.glyph("永"))))
except FaceError as error:
    print(error.why)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.stdout.strip() == ("read True" if size < MOST_FACE else "too-large"), ran.stderr
