"""What verbs print and write as JSON is what docs/cli.schema.json says, and docs/cli.md and the man
page say what the parser takes.
"""

from __future__ import annotations

import json
import shutil
import subprocess

import jsonschema
import pytest
from running import ROOT, answered

from layouts.cli import reference
from layouts.cli.arguments import program_parser
from layouts.cli.manual import man_page
from layouts.cli.parser_tree import acting, all_verbs

SCHEMA = json.loads((ROOT / "docs/cli.schema.json").read_text("utf8"))
SAMPLE = ROOT / "resources/sample/issue.md"
PRINTED = {
    "check": ("check", SAMPLE, "--preset", "print", "--json"),
    "compare": ("compare", SAMPLE, "other.md", "--json"),
    "faces": ("faces", "--folder", ROOT / "fonts/faces", "--json"),
    "layout check": ("layout", "check", "bad.toml", "--json"),
    "layout show": ("layout", "show", "neikan-a4-2col", "--json"),
    "prove": ("prove", "print.pdf", "--standard", "a2b", "--json"),
    "publication check": ("publication", "check", "pub", "--json"),
    "publication next": ("publication", "next", "pub", "--json", "--date", "2026-06-01"),
    "publication numbers": ("publication", "numbers", "pub", "--json"),
    "publication show": ("publication", "show", "pub", "--json"),
}


def hold(data, name):
    """Fails with the place where data are not what the schema has under a name."""
    schema = {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    other = SAMPLE.read_text("utf8").replace("星火", "灯火")
    (tmp_path / "other.md").write_text(other, "utf8")
    (tmp_path / "bad.toml").write_text("[grid]\nmeasure = 'wide'\n", "utf8")
    return tmp_path


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("verb", sorted(PRINTED))
def test_what_a_verb_prints_is_as_described(folder, verb):
    if verb.startswith("publication"):
        answered("publication", "init", "河湾", "-o", "pub")
        answered("new", "pub", "-o", "pub/a.md", "--date", "2026-05-20")
        answered("new", "pub", "-o", "pub/b.md", "--date", "2026-05-21", "--supplement")
    if verb == "prove":
        answered("export", SAMPLE, "-o", "print.pdf")
    ran = answered(*PRINTED[verb])
    assert ran.code in (0, 1), ran.err
    hold(json.loads(ran.out), reference.PRINTS[verb])


def test_every_verb_that_prints_json_is_described_and_tried():
    prints = {
        " ".join(one.words)
        for one in all_verbs(program_parser())
        if acting(one) and any(arg.dest == "json" and arg.nargs == 0 for arg in one.arguments)
    }
    assert prints <= reference.PRINTS.keys()
    assert prints == PRINTED.keys()
    names = {name.split("`")[0] for name in reference.PRINTS.values()}
    assert names <= SCHEMA["$defs"].keys()


def test_pages_and_what_fitting_changed_are_as_described(folder):
    report = folder / "report.json"
    ran = answered("export", SAMPLE, "-o", "x.json", "--fit", "5", "--fit-report", report)
    assert ran.code in (0, 1), ran.err
    hold(json.loads((folder / "x.json").read_text("utf8")), "pages")
    hold(json.loads(report.read_text("utf8")), "fit_report")


def test_the_report_of_an_import_and_a_manifest_are_as_described(folder):
    (folder / "in").mkdir()
    text = '读书角开放\n\n近日，河湾区文化馆的"读书角"开放。\n\n（供稿:河湾区文化馆 张三）\n'
    (folder / "in/01.txt").write_text(text, "utf8")
    (folder / "in/02.txt").write_bytes(b"\x00\x01")
    ran = answered("import", "in", "-o", "x.md", "--json", "r.json")
    assert ran.code in (0, 1), ran.err
    hold(json.loads((folder / "r.json").read_text("utf8")), "import_report")
    answered("deliver", "x.md", "-o", "sets", "--set", "web,ofd")
    (manifest,) = folder.glob("sets/*/manifest.json")
    hold(json.loads(manifest.read_text("utf8")), "manifest")


def test_an_end_is_told_of_verbs_that_there_are():
    verbs = {" ".join(one.words) for one in all_verbs(program_parser()) if acting(one)}
    assert reference.ENDS.keys() <= verbs
    assert reference.PRINTS.keys() <= verbs


def test_the_page_of_verbs_is_up_to_date():
    page = reference.PAGE.read_text("utf8")
    assert page == reference.renewed(page), "run python -m layouts.cli.reference"


def test_the_man_page_is_up_to_date():
    made = man_page(program_parser(reference.PROGRAM))
    assert reference.MANUAL.read_text("utf8") == made, "run python -m layouts.cli.reference"


def test_the_man_page_is_roff_without_fault():
    man = shutil.which("man")
    if man is None:
        pytest.skip("man is not installed (Debian: man-db)")
    done = subprocess.run(
        [man, "--warnings", "-l", str(reference.MANUAL)],
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "MANWIDTH": "80"},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert "退出码 / EXIT STATUS" in done.stdout.decode("utf8")
    for one in all_verbs(program_parser()):
        assert not acting(one) or " ".join(one.words) in done.stdout.decode("utf8")
