"""An issue.json of another program: from a file or from standard input, and written."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from running import ROOT, answered, banxin

from layouts import public

SAMPLE = ROOT / "resources/sample"
ISSUE = {
    "version": 5,
    "layout": "jianbao-a4",
    "masthead": {"publication": "河湾简报", "number": 7, "date": "2026-05-20"},
    "sections": [
        {
            "name": "要闻",
            "articles": [
                {"title": "新馆开放", "blocks": [{"type": "paragraph", "text": "五月起开放。"}]}
            ],
        }
    ],
}


def piped(data, *arguments, cwd):
    """Code and standard error of a verb that is given `data`."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=cwd,
        input=data,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf8") + done.stderr.decode("utf8")


@pytest.fixture
def sample(tmp_path):
    """The sample, its issue.json beside its photos, in a folder of its own."""
    for name in ("issue.md", "photos", "art"):
        one = SAMPLE / name
        (shutil.copytree if one.is_dir() else shutil.copy)(one, tmp_path / name)
    assert banxin("convert", "issue.md", "-o", "issue.json", cwd=tmp_path).code == 0
    return tmp_path


def test_what_is_piped_in_exports_to_the_bytes_of_the_manuscript(sample):
    banxin("export", "issue.md", "-o", "manuscript.pdf", cwd=sample)
    data = (sample / "issue.json").read_bytes()
    assert piped(data, "export", "-", "-o", "piped.pdf", cwd=sample) == (0, "")
    assert banxin("export", "issue.json", "-o", "file.pdf", cwd=sample).code == 0
    expected = (sample / "manuscript.pdf").read_bytes()
    assert (sample / "piped.pdf").read_bytes() == expected
    assert (sample / "file.pdf").read_bytes() == expected


def test_photos_are_found_from_the_current_folder_or_named_where_they_are_not(sample):
    (sample / "elsewhere").mkdir()
    data = (sample / "issue.json").read_bytes()
    code, said = piped(data, "export", "-", "-o", "x.pdf", cwd=sample / "elsewhere")
    assert code == 2
    assert "nightfall.jpg" in said
    assert not (sample / "elsewhere" / "x.pdf").exists()


def test_an_issue_goes_to_json_and_to_a_package_and_back_unchanged(sample):
    banxin("convert", "issue.json", "-o", "issue.banxin", cwd=sample)
    (sample / "back").mkdir()
    banxin("convert", "issue.banxin", "-o", "back/issue.json", cwd=sample)
    assert len(list((sample / "back/photos").iterdir())) == 4
    for name in ("issue.json", "back/issue.json"):
        assert banxin("export", name, "-o", f"{name}.pdf", cwd=sample).code == 0
    one, other = sample / "issue.json.pdf", sample / "back/issue.json.pdf"
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"", ["<stdin>", "issue.schema.json"]),
        (b"# a manuscript\n", ["<stdin>", "issue.schema.json"]),
        (b'{"pages": [], "findings": []}', ["<stdin>", "issue.schema.json"]),
        (b"\xff\xfe\xff", ["<stdin>", "issue.schema.json"]),
        (b'{"version": 5, "sections": [{"nme": "x"}]}', ["nme", "$.sections[0]"]),
        (b'{"version": 99}', ["99"]),
        (b'{"version": 5,' + b"[" * 5000, ["<stdin>"]),
    ],
    ids=["nothing", "a manuscript", "our pages", "no text", "a key", "newer", "nested"],
)
def test_what_is_no_issue_is_refused_in_a_sentence(tmp_path, data, names):
    code, said = piped(data, "export", "-", "-o", "x.pdf", cwd=tmp_path)
    assert code == 2
    assert "Traceback" not in said
    assert all(name in said for name in names), said
    assert " / " in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_issue_is_named(tmp_path):
    (tmp_path / "x.json").write_text("[]")
    ran = answered("export", tmp_path / "x.json", "-o", tmp_path / "x.pdf")
    assert ran.code == 2
    assert "x.json" in ran.err


def test_an_output_must_be_named(tmp_path):
    code, said = piped(json.dumps(ISSUE).encode(), "export", "-", cwd=tmp_path)
    assert code == 2
    assert "-o" in said


def test_a_process_without_standard_input_says_so(tmp_path):
    command = f"{sys.executable} {ROOT / 'main.py'} export - -o x.pdf <&-"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"<stdin>" in done.stderr
    assert b"Traceback" not in done.stderr


def test_issue_and_password_are_not_both_piped_in(tmp_path):
    call = ("export", "-", "-o", "x.pdf", "--preset", "screen", "--password-file", "-")
    code, said = piped(json.dumps(ISSUE).encode(), *call, cwd=tmp_path)
    assert code == 2
    assert "--password-file" in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_pipe_of_powershell_is_understood(tmp_path, encoding):
    data = json.dumps(ISSUE, ensure_ascii=False).encode(encoding)
    assert piped(data, "export", "-", "-o", "x.json", cwd=tmp_path)[0] == 0
    assert "五月起开放。" in (tmp_path / "x.json").read_text("utf8")


def test_check_convert_and_deliver_read_what_is_piped_in_too(tmp_path):
    data = json.dumps(ISSUE).encode()
    code, said = piped(data, "check", "-", "--today", "2026-05-20", "--json", cwd=tmp_path)
    assert code in (0, 1)
    assert json.loads(said)["findings"]
    assert piped(data, "convert", "-", "-o", "x.md", cwd=tmp_path)[0] == 0
    assert "新馆开放" in (tmp_path / "x.md").read_text("utf8")
    assert piped(data, "deliver", "-", "-o", "sets", "--set", "web", cwd=tmp_path)[0] == 0
    assert len(list(tmp_path.glob("sets/*/*.html"))) == 1


def test_a_fitted_export_reads_what_is_piped_in_once(tmp_path):
    data = json.dumps(ISSUE).encode()
    code, said = piped(data, "export", "-", "-o", "x.pdf", "--fit", "1", cwd=tmp_path)
    assert code in (0, 1), said
    assert (tmp_path / "x.pdf").is_file()


def test_a_file_called_by_a_hyphen_is_a_file(tmp_path):
    shutil.copy(SAMPLE / "issue.md", tmp_path / "-")
    code, said = piped(b"", "export", "./-", "-o", "x.json", cwd=tmp_path)
    assert code in (0, 1), said
    assert (tmp_path / "x.json").is_file()


def test_lines_are_named_only_where_they_are_those_of_the_file(tmp_path):
    issue = json.loads(json.dumps(ISSUE))
    photo = {"type": "photo", "path": "gone.jpg"}
    issue["sections"][0]["articles"][0]["blocks"].append(photo)
    (tmp_path / "dense.json").write_text(json.dumps(issue))
    ran = answered("check", tmp_path / "dense.json", "--json")
    places = [one["source"] for one in json.loads(ran.out)["findings"] if "gone" in one["message"]]
    assert places == [str(tmp_path / "dense.json")]


def test_the_public_functions_read_and_save_it(tmp_path):
    (tmp_path / "in.json").write_text(json.dumps(ISSUE))
    issue = public.read(tmp_path / "in.json").issue
    assert issue.sections[0].articles[0].title.string == "新馆开放"
    public.save(issue, tmp_path / "out.json")
    again = json.loads((tmp_path / "out.json").read_text("utf8"))
    assert again["masthead"] == ISSUE["masthead"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.json", "out.json"]
