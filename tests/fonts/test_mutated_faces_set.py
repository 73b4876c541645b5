"""Lines set and written in mutated faces: a PDF every time, of the face or of what stands in.
`fuzzing_faces.py` has the mutations; it tries faces alone, this tries pages.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fuzzing_faces as fuzzing
import pytest
from examples import examples
from msgspec.structs import replace
from paint_editions import edition, page

from fonts.catalogue import Catalogue
from layouts.flow.setting import Origin, Setter
from layouts.house.load import load_layout
from layouts.issue.text import Text
from layouts.paint.pdf import write_pdf
from layouts.text.breaking import break_lines

TEXT = "永国酬爱，“郁灵”——鹰袋……1a“b”é·永\u3000国、。"
CASES = examples(200)
SHARES = 4


@cache
def seeds() -> list[tuple[str, bytes]]:
    return fuzzing.seeds()


@pytest.mark.parametrize("share", range(SHARES))
def test_a_mutated_face_sets_a_page_or_another_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int
) -> None:
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    layout = load_layout("jianbao-a4")
    written = 0
    for number in range(share, CASES, SHARES):
        name, data = fuzzing.case(7, number, seeds())
        (tmp_path / "x.ttf").write_bytes(data)
        catalogue = Catalogue()
        assert catalogue.library is not None
        mine = [face for face in catalogue.library.faces if Path(face.path).parent == tmp_path]
        asked = mine[0].postscript.replace("|", "") if mine else "Nothing"
        styles = {
            role: replace(style, face=f"{asked}|song", latin=f"{asked}|latin")
            for role, style in layout.styles.items()
        }
        setter = Setter(replace(layout, styles=styles), catalogue)
        prepared = setter.prepare(Text(TEXT), styles["body"])
        lines = [
            setter.line(prepared, broken, 20.0, 50.0 + 20 * k, Origin("body"))
            for k, broken in enumerate(break_lines(prepared, lambda _: 12.0))
        ]
        assert "".join(line.text for line in lines).replace("\u3000", "") in TEXT.replace(
            "\u3000", ""
        ), (number, name)
        written += write_pdf(edition(page(*lines)), catalogue).startswith(b"%PDF")
    assert written
