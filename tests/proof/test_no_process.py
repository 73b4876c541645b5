"""A PDF starts no process, whatever its streams say they are packed with."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pikepdf
import pytest
from good_files import good, saved
from pikepdf import Name

from layouts.errors import BanxinError
from layouts.imposition import impose
from layouts.papers import PAPERS
from layouts.proof.prove import STANDARDS, prove

STARTS = frozenset(
    {
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
        "os.forkpty",
        "os.startfile",
    }
)
"""What Python tells its audit hooks of when a process is started."""

started: list[str] = []


def _note_starts(event: str, _: object, starts: frozenset[str] = STARTS) -> None:
    # a hook cannot be taken off: at the end of Python it is called when the module has lost its names
    if event in starts:
        started.append(event)


sys.addaudithook(_note_starts)


@pytest.fixture
def mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is there once somebody started `jbig2dec`."""
    mark = tmp_path / "started"
    program = tmp_path / "jbig2dec"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\necho jbig2dec 0.20\n", "utf8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return mark


def packed(stream: pikepdf.Stream) -> pikepdf.Stream:
    """The stream, now saying that it is a picture of dots."""
    stream.write(b"\0" * 40, filter=Name.JBIG2Decode)
    return stream


def in_content(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = packed(pdf.make_stream(b""))


def in_metadata(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = packed(pdf.make_stream(b"", Type=Name.Metadata, Subtype=Name.XML))


def in_profile(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = packed(pdf.make_stream(b"", N=4))


def in_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=9,
        Height=9,
        BitsPerComponent=1,
        ColorSpace=Name.DeviceGray,
    )
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(P=packed(picture))
    pdf.pages[0].Contents = pdf.make_stream(b"q 9 0 0 9 0 0 cm /P Do Q")


def in_font(pdf: pikepdf.Pdf) -> None:
    packed(pdf.pages[0].Resources.Font.F.DescendantFonts[0].FontDescriptor.FontFile2)


def in_text_of_font(pdf: pikepdf.Pdf) -> None:
    packed(pdf.pages[0].Resources.Font.F.ToUnicode)


@pytest.mark.parametrize(
    "place", [in_content, in_metadata, in_profile, in_picture, in_font, in_text_of_font]
)
@pytest.mark.parametrize("standard", sorted(STANDARDS))
def test_a_stream_of_dots_is_never_handed_to_a_program(place, standard, mark) -> None:
    pdf = good("x4")
    place(pdf)
    data = saved(pdf, "x4")
    started.clear()
    for verb in (
        lambda: prove(data, standard, "x.pdf"),
        lambda: impose(data, name="x.pdf", paper=PAPERS["A3"]),
    ):
        try:
            verb()
        except BanxinError as error:
            assert "x.pdf" in error.zh
    assert not mark.exists()
    assert started == []
