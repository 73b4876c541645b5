"""Files made to trip whoever opens them: a finding or one sentence, and an end."""

from __future__ import annotations

import io
import random
import re

import pikepdf
import pytest
from good_files import good, resources, saved
from hypothesis import given, reject
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from layouts.errors import BanxinError, ExportError
from layouts.imposition import impose
from layouts.proof.prove import STANDARDS, claims, prove


def outcome(data: bytes) -> None:
    for standard in STANDARDS:
        try:
            findings = prove(data, standard, "x.pdf")
        except BanxinError as error:
            assert "x.pdf" in error.zh
            assert "x.pdf" in error.en
        else:
            assert all(finding.zh and finding.en for finding in findings)
    for verb in (claims, lambda data, name: impose(data, name=name)):
        try:
            verb(data, "x.pdf")
        except BanxinError as error:
            assert "x.pdf" in error.en


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4", b"%PDF-1.4\n" + bytes(4000), b"PK\x03\x04", b"\xff" * 5000]
)
def test_what_is_no_pdf_is_one_sentence(data: bytes) -> None:
    with pytest.raises(ExportError, match=r"x\.pdf"):
        prove(data, "x4", "x.pdf")
    outcome(data)


GOOD = {
    kind: saved(good(kind), kind, compress_streams=False) for kind in ("x4", "x1a", "a2b", "ua1")
}


@given(st.sampled_from(sorted(GOOD)), st.integers(0, 2**32))
def test_damaged_anywhere(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD[kind])
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(3)] = bytes(
            chance.choice(b"/<>[]()0129 \nRQqf\xff\0") for _ in range(chance.randrange(3))
        )
    outcome(bytes(data))


VALUES = [
    "null",
    "true",
    "7",
    "-1.5",
    "/DeviceRGB",
    "(text)",
    "[]",
    "[1 2]",
    "<<>>",
    "<< /S /GTS_PDFX >>",
    "99 0 R",
    "1 0 R",
]


@given(st.sampled_from(sorted(GOOD)), st.integers(0, 2**32), st.sampled_from(VALUES))
def test_any_value_in_any_place(kind: str, seed: int, value: str) -> None:
    """One entry of one dictionary is replaced by a value of another kind."""
    data = GOOD[kind]
    places = [
        match.span(2)
        for match in re.finditer(
            rb"(/[A-Za-z]+) ([^/<>\[\]()]+|\[[^\[\]<>]*\]|\([^)]*\)|/\w+)(?= ?[/>])", data
        )
    ]
    start, end = places[seed % len(places)]
    mended = data[:start] + value.encode() + b" " + data[end:]
    try:  # the offsets moved: written anew, as a program of bad faith would
        with pikepdf.open(io.BytesIO(mended)) as pdf:
            anew = saved(pdf, kind)
    except (pikepdf.PikepdfError, ValueError):
        reject()
    outcome(anew)


def test_a_form_that_calls_itself_comes_to_an_end() -> None:
    pdf = good("x4")
    form = pdf.make_stream(
        b"/X Do /X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    resources(pdf).XObject.X = form
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")
    with pytest.raises(ExportError, match=r"x\.pdf.*没有尽头"):
        prove(saved(pdf, "x4"), "x4", "x.pdf")


def test_forms_that_multiply_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layouts.proof.content.MOST", 5000)
    pdf = good("x4")
    inner = pdf.make_stream(
        b"0 0 1 1 re f " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    for _ in range(6):
        outer = pdf.make_stream(
            b"/X Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        )
        outer.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner = outer
    resources(pdf).XObject.X = inner
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")
    with pytest.raises(ExportError, match=r"x\.pdf"):
        prove(saved(pdf, "x4"), "x4", "x.pdf")


def test_colour_spaces_that_stand_on_themselves_come_to_an_end() -> None:
    pdf = good("x4")
    space = pdf.make_indirect(Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0" * 8]))
    space[1] = space
    resources(pdf).ColorSpace.S = space
    outcome(saved(pdf, "x4"))


def test_structure_that_goes_round_in_circles_comes_to_an_end() -> None:
    pdf = good("ua1")
    tree = pdf.Root.StructTreeRoot
    tree.K[0].K = Array([tree.K[1], tree.K[0], tree.K[0]])
    outcome(saved(pdf, "ua1"))


def test_a_password_is_not_asked_for() -> None:
    data = saved(
        good("x4"),
        "x4",
        force_version="",
        encryption=pikepdf.Encryption(owner="o", user="secret"),
        deterministic_id=False,
    )
    with pytest.raises(ExportError, match="password"):
        prove(data, "x4", "x.pdf")
