"""Files of old programs: converted by LibreOffice where it is there and the editor agrees.

A script stands for LibreOffice: no machine need have it.
"""

import os
import shutil
import stat
import subprocess
import sys
import time

import pytest
from docx_made import pt, write
from rtf_made import par, u, whole
from seen_documents import SeenDocument

from layouts.errors import ManuscriptError
from layouts.importing import libreoffice
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.legacy import ConsentNeededError, read

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="the script that stands for LibreOffice is one of sh"
)
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"an old file"


@pytest.fixture(autouse=True)
def nothing_remembered():
    yield
    libreoffice.libreoffice.cache_clear()


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a script where LibreOffice would be; without one, there is none."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for needed in ("sh", "cat", "cp", "sleep", "env", "mkdir", "ln"):
        (programs / needed).symlink_to(shutil.which(needed))
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    libreoffice.libreoffice.cache_clear()

    def put(script):
        program = programs / "soffice"
        program.write_text(
            "#!/bin/sh\nwhile [ $# -gt 1 ]; do case $1 in --outdir) out=$2;; esac; shift; done\n"
            + script
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    return put


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "稿件.doc"
    path.write_bytes(OLD)
    return path


def read_old(path, *, agreed=True):
    return read(path, PhotoStore(path.parent / "photos"), agreed=agreed)


def word_file(folder, body):
    path = folder / "word.docx"
    write(path, body)
    return path


def test_without_libreoffice_a_sentence_says_how_to_save_the_file(install, old):
    with pytest.raises(ManuscriptError, match=r"另存为 \.docx"):
        read_old(old)


def test_the_editor_is_asked_first(install, old):
    install("exit 1")
    with pytest.raises(ConsentNeededError, match="LibreOffice"):
        read_old(old, agreed=False)


def test_what_libreoffice_makes_is_read_in_the_name_of_the_file(install, old, tmp_path):
    install(f'cp "{word_file(tmp_path, pt("旧稿"))}" "$out/manuscript.docx"')
    document_read = read_old(old)
    assert (document_read.path, document_read.kind) == (old, "legacy")
    assert SeenDocument(document_read).strings == ["旧稿"]


def test_dates_that_became_todays_are_told(install, old, tmp_path):
    field = (
        '<w:p><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>'
    )
    install(f'cp "{word_file(tmp_path, field)}" "$out/manuscript.docx"')
    assert "date-renewed" in [finding.code for finding in read_old(old).findings]


def test_a_profile_of_its_own_has_macros_links_and_network_off(install, old, tmp_path):
    told = tmp_path / "told"
    install(
        f'cat "$HOME/profile/user/registrymodifications.xcu" > "{told}"; env >> "{told}"; exit 1'
    )
    with pytest.raises(ManuscriptError, match="转换不了"):
        read_old(old)
    said = told.read_text()
    for words in (
        "DisableMacrosExecution",
        'oor:name="Link" oor:op="fuse"><value>0<',
        "http_proxy=http://127.0.0.1:9",
    ):
        assert words in said


@pytest.mark.parametrize(
    "script",
    ["exit 0", 'echo x > "$out/manuscript.docx"', 'ln -s /etc/passwd "$out/manuscript.docx"'],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(install, old, script):
    install(script)
    with pytest.raises(ManuscriptError, match="LibreOffice"):
        read_old(old)


def test_one_that_takes_too_long_is_ended_with_all_it_started(install, old, tmp_path, monkeypatch):
    monkeypatch.setattr(libreoffice, "MOST_SECONDS", 1)
    install(f'(sleep 3; echo late > "{tmp_path}/late") & sleep 60')
    begin = time.monotonic()
    with pytest.raises(ManuscriptError, match="秒"):
        read_old(old)
    assert time.monotonic() - begin < 10
    time.sleep(3)
    assert not (tmp_path / "late").exists()


def test_what_it_left_running_is_ended_too(install, old, tmp_path):
    install(f'(sleep 2; echo late > "{tmp_path}/late") & exit 0')
    with pytest.raises(ManuscriptError):
        read_old(old)
    time.sleep(2.5)
    assert not (tmp_path / "late").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory hold on Linux")
def test_it_may_not_take_more_memory_than_it_needs(install, old, tmp_path):
    program = f"import mmap; mmap.mmap(-1, 3 << 30); open({str(tmp_path / 'got')!r}, 'w')"
    install(f'"{sys.executable}" -c "{program}"')
    with pytest.raises(ManuscriptError):
        read_old(old)
    assert not (tmp_path / "got").exists()


def test_nothing_is_left_behind(install, old, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    install("exit 0")
    with pytest.raises(ManuscriptError):
        read_old(old)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_file_that_is_only_called_so_needs_no_libreoffice(install, tmp_path):
    renamed = tmp_path / "a.wps"
    shutil.copy(word_file(tmp_path, pt("新稿")), renamed)
    assert SeenDocument(read_old(renamed, agreed=False)).strings == ["新稿"]
    renamed = tmp_path / "b.doc"
    renamed.write_text(whole(par(u("富文本"))))
    assert SeenDocument(read_old(renamed, agreed=False)).strings == ["富文本"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_itself_converts_within_its_limits(tmp_path):
    (tmp_path / "a.txt").write_text("真稿", encoding="utf-8")
    profile = (tmp_path / "p").as_uri()
    convert = ["--headless", "--infilter=Text (encoded):UTF8,LF", "--convert-to", "doc", "a.txt"]
    command = ["soffice", f"-env:UserInstallation={profile}", *convert]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert SeenDocument(read_old(tmp_path / "a.doc")).strings == ["真稿"]
