"""`export --preset` and `presets` as a user runs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from running import ROOT, banxin

Write = Callable[..., Path]
SAMPLE = ROOT / "resources" / "sample" / "issue.md"


def test_presets_are_listed_in_both_languages() -> None:
    ran = banxin("presets")
    assert ran.code == 0
    assert ran.out.splitlines()[0].split(maxsplit=1) == ["print", "印刷 / Print"]
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "print",
        "print-uncoated",
        "print-x1a",
        "screen",
        "archive",
        "grey",
        "booklet",
        "several-up",
    ]


@pytest.mark.parametrize("preset", ["print", "print-x1a", "screen", "archive", "grey"])
def test_the_sample_issue_goes_through_every_preset(tmp_path: Path, preset: str) -> None:
    ran = banxin("export", SAMPLE, "-o", tmp_path / "s.pdf", "--preset", preset)
    assert ran.code == 0, ran.err
    with pikepdf.open(tmp_path / "s.pdf") as file:
        assert len(file.pages) == 6
        assert file.Root.Metadata is not None


def test_what_is_set_on_the_command_line_counts(manuscript: Write, tmp_path: Path) -> None:
    ran = banxin(
        "export",
        manuscript(),
        "-o",
        tmp_path / "s.pdf",
        "--preset",
        "print",
        "--set",
        "bleed=5",
        "--set",
        "marks = false",
    )
    assert ran.code == 0, ran.err
    with pikepdf.open(tmp_path / "s.pdf") as file:
        assert float(file.pages[0].MediaBox[2]) / 72 * 25.4 == pytest.approx(220, abs=0.01)


def test_a_screen_file_without_tags_is_written_and_claims_nothing(
    manuscript: Write, tmp_path: Path
) -> None:
    ran = banxin(
        "export",
        manuscript(),
        "-o",
        tmp_path / "s.pdf",
        "--preset",
        "screen",
        "--set",
        "tagged=false",
    )
    assert ran.code == 0, ran.err
    with pikepdf.open(tmp_path / "s.pdf") as file:
        assert "/StructTreeRoot" not in file.Root
        assert b"pdfuaid:part" not in file.Root.Metadata.read_bytes()


def test_an_archive_file_is_pdf_a_2a_and_pdf_ua_1_at_once(
    manuscript: Write, tmp_path: Path
) -> None:
    assert banxin("export", manuscript(), "-o", tmp_path / "s.pdf", "--preset", "archive").code == 0
    with pikepdf.open(tmp_path / "s.pdf") as file, file.open_metadata() as metadata:
        assert (
            metadata["pdfaid:part"],
            metadata["pdfaid:conformance"],
            metadata["pdfuaid:part"],
        ) == ("2", "A", "1")


def test_an_archive_file_without_tags_is_another_standard(
    manuscript: Write, tmp_path: Path
) -> None:
    refused = banxin(
        "export",
        manuscript(),
        "-o",
        tmp_path / "s.pdf",
        "--preset",
        "archive",
        "--set",
        "tagged=false",
    )
    assert refused.code == 2
    assert "a2u" in refused.err
    assert not (tmp_path / "s.pdf").exists()


def test_a_preset_of_ones_own_is_taken_from_its_file(manuscript: Write, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('zh = "自用"\nen = "Ours"\nstandard = "a2u"\n', "utf8")
    ran = banxin(
        "export", manuscript(), "-o", tmp_path / "s.pdf", "--preset", tmp_path / "ours.toml"
    )
    assert ran.code == 0, ran.err
    assert b"<pdfaid:conformance>U" in (tmp_path / "s.pdf").read_bytes()


def test_two_exports_are_the_same_to_the_byte(manuscript: Write, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert banxin("export", manuscript(), "-o", tmp_path / name, "--preset", "print").code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["--preset", "prnt"], '没有名为 "prnt" 的输出预设', "did you mean print?"),
        (["--preset", "none.toml"], "找不到输出预设文件", "does not exist"),
        (["--preset", "print", "--set", "bled=3"], "没有 bled 这一项", "did you mean bleed?"),
        (["--preset", "print", "--set", "bleed"], "应写成 KEY=VALUE", "must be written KEY=VALUE"),
        (
            ["--preset", "print", "--set", "colour=rgb"],
            "colour 应为 cmyk 或 grey",
            "colour must be cmyk or grey",
        ),
        (
            ["--preset", "print", "--set", "profile=no.icc", "--set", "condition=x"],
            "no.icc 读不出",
            "no.icc cannot be read",
        ),
        (["--set", "bleed=3"], "--set 要与 --preset 一起用", "--set needs --preset"),
    ],
)
def test_a_wrong_preset_is_one_sentence_and_nothing_is_written(
    manuscript: Write, tmp_path: Path, arguments: list[str], zh: str, en: str
) -> None:
    ran = banxin("export", manuscript(), "-o", tmp_path / "s.pdf", *arguments)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert zh in ran.err
    assert en in ran.err
    assert not (tmp_path / "s.pdf").exists()


def test_a_preset_makes_no_json(manuscript: Write, tmp_path: Path) -> None:
    ran = banxin("export", manuscript(), "-o", tmp_path / "s.json", "--preset", "print")
    assert ran.code == 2
    assert "must end in .pdf" in ran.err


def test_a_missing_photo_names_the_line_of_the_manuscript(
    manuscript: Write, tmp_path: Path
) -> None:
    ran = banxin(
        "export",
        manuscript("## 栏目\n\n### 标题\n\n正文。\n\n![图](gone.jpg)\n"),
        "-o",
        tmp_path / "s.pdf",
        "--preset",
        "print",
    )
    assert ran.code == 2
    assert "issue.md:7" in ran.err
