"""`python main.py prove`: findings and a verdict for people, JSON for programs, one sentence for
what is no PDF.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from good_files import draw, edit_xmp, good, saved

MAIN = Path(__file__).parents[2] / "main.py"


def prove(*arguments: str | Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, str(MAIN), "prove", *map(str, arguments)],
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8")


def test_a_good_file_is_ready_to_print(tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(saved(good("x4"), "x4"))
    assert prove(tmp_path / "issue.pdf") == (
        0,
        "PDF/X-4：印前检查通过，可以付印 / ready to print\n",
        "",
    )


def test_a_fault_is_named_with_its_page(tmp_path: Path) -> None:
    pdf = good("x1a")
    draw(pdf, b"1 0 0 rg 0 0 9 9 re f")
    (tmp_path / "issue.pdf").write_bytes(saved(pdf, "x1a"))
    code, out, err = prove(tmp_path / "issue.pdf", "--standard", "x1a")
    assert (code, err) == (1, "")
    assert re.search(
        r"^error: 第 1 页 page 1: 含有 DeviceRGB .* / .* \(ISO 15930-4\)$", out, re.MULTILINE
    )
    assert out.splitlines()[-1] == "PDF/X-1a:2003：有 1 处错误 / 1 errors"


def test_findings_as_json(tmp_path: Path) -> None:
    pdf = good("x4")
    draw(pdf, b"/O gs 1 g 0 0 9 9 re f")
    (tmp_path / "issue.pdf").write_bytes(saved(pdf, "x4"))
    code, out, _ = prove(tmp_path / "issue.pdf", "--json")
    assert code == 1
    assert [(found["code"], found["page"]) for found in json.loads(out)["findings"]] == [
        ("proof-white-overprint", 1)
    ]


def test_a_warning_does_not_keep_it_from_print(tmp_path: Path) -> None:
    pdf = good("x4")
    draw(pdf, b"0 0 0 1 k BT /F 9 Tf (A) Tj ET")
    (tmp_path / "issue.pdf").write_bytes(saved(pdf, "x4"))
    code, out, _ = prove(tmp_path / "issue.pdf")
    assert code == 0
    assert out.startswith("warning: ")


def test_every_standard_that_it_claims_is_asked(tmp_path: Path) -> None:
    pdf = good("x4")
    edit_xmp(
        pdf,
        '<rdf:Description rdf:about="" xmlns:pdfxid',
        '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="B" xmlns:pdfxid',
    )
    (tmp_path / "issue.pdf").write_bytes(saved(pdf, "x4"))
    code, out, _ = prove(tmp_path / "issue.pdf")
    assert (
        code == 1
        # it has no intent for PDF/A, and does not describe what it says of PDF/X (ISO 19005-2
        # 6.6.2.3.1)
    )
    assert "PDF/X-4：印前检查通过" in out
    assert "PDF/A-2b：有 2 处错误" in out


@pytest.mark.parametrize("content", [None, b"", b"no PDF at all", saved(good("x4"), "x4")[:900]])
def test_bad_input_gets_one_sentence(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "issue.pdf").write_bytes(content)
    code, out, err = prove(tmp_path / "issue.pdf")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "issue.pdf" in err
    assert re.search(r"[\u4e00-\u9fff].* / .*[A-Za-z]", err)


def test_a_file_that_claims_nothing_is_asked_about(tmp_path: Path) -> None:
    pdf = good("x1a")
    del pdf.trailer.Info["/GTS_PDFXVersion"]
    (tmp_path / "issue.pdf").write_bytes(saved(pdf, "x1a"))
    code, _, err = prove(tmp_path / "issue.pdf")
    assert code == 2
    assert "--standard" in err
