"""An issue that was saved is noted under its number, so that the number goes to nobody else."""

import datetime
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from news_publication import NEWS, placed

from layouts.errors import PublicationError
from layouts.issue.masthead import Masthead
from layouts.publication import entries, give_back, next_numbers, note_saved, take_number
from layouts.publication.entries import entry_text, path_of, taken
from layouts.publication.numbers import number_saved

sys.path.append(str(Path(__file__).parents[1] / "store"))

from faulty import Faulty

DATE = datetime.date(2026, 12, 4)


@pytest.fixture
def folder(tmp_path):
    return placed(tmp_path / "书讯")


def saved(folder, name, number=15, total=851, who="谈小满", disk=None, **fields):
    path = folder / name
    path.write_bytes(b"")
    masthead = Masthead("澜汀书讯", number, total, fields.pop("date", DATE), **fields)
    return note_saved(folder, masthead, path, who, *([disk] if disk else []))


def held(folder):
    return [(entry.key.name, entry.total, entry.file) for entry in entries(folder)]


def test_an_issue_made_by_hand_has_the_next_number_from_when_it_is_saved(folder):
    entry = saved(folder, "a.banxin")
    assert held(folder) == [("2026-015", 851, "a.banxin")]
    assert entries(folder) == [entry]
    assert next_numbers(folder, NEWS, DATE).number == 16
    assert saved(folder, "a.banxin") == entry
    assert saved(folder, "b.banxin", 16, 852) is not None


@pytest.mark.parametrize("number", [3, 14, 17, None])
def test_a_number_that_is_not_the_next_is_not_noted(folder, number):
    assert saved(folder, "a.banxin", number) is None
    assert taken(folder).keys == frozenset()


def test_a_number_of_another_issue_stays_that_ones(folder):
    saved(folder, "a.banxin")
    before = entries(folder)
    assert saved(folder, "b.banxin") is None
    assert entries(folder) == before


def test_an_issue_that_was_moved_keeps_its_number(folder):
    saved(folder, "a.banxin")
    (folder / "a.banxin").unlink()
    assert saved(folder, "b.banxin").file == "b.banxin"
    assert held(folder) == [("2026-015", 851, "b.banxin")]


@pytest.mark.parametrize("file", ["/home/tan/15.banxin", r"C:\稿件\15.banxin"])
def test_a_number_saved_outside_the_folder_on_another_machine_stays_that_issues(folder, file):
    entry = replace(saved(folder, "a.banxin"), file=file, machine="tan-pc")
    path_of(folder, entry.key).write_bytes(entry_text(entry))
    (folder / "a.banxin").unlink()
    assert saved(folder, "b.banxin") is None
    assert entries(folder) == [entry]
    with pytest.raises(PublicationError, match=r"15\.banxin"):
        give_back(folder, entry)


def test_the_machine_of_a_number_is_that_where_its_file_lies(folder, tmp_path, monkeypatch):
    saved(folder, "a.banxin")
    (folder / "a.banxin").unlink()
    monkeypatch.setattr("layouts.publication.noting.machine", lambda: "tan-pc")
    entry = saved(folder, str(tmp_path / "a.banxin"))
    assert (entry.file, entry.machine) == (str(tmp_path / "a.banxin"), "tan-pc")


def test_a_number_taken_here_and_saved_after_a_crash_is_noted(folder):
    take_number(folder, NEWS, DATE, "谈小满")
    assert saved(folder, "a.banxin", who="季望舒") is None
    assert saved(folder, "a.banxin").file == "a.banxin"


def test_a_date_that_was_changed_is_noted(folder):
    saved(folder, "a.banxin")
    later = DATE + datetime.timedelta(days=7)
    assert saved(folder, "a.banxin", date=later).date == later
    assert [entry.date for entry in entries(folder)] == [later]


def test_a_file_that_gets_another_number_gives_its_old_one_back(folder):
    saved(folder, "a.banxin")
    saved(folder, "b.banxin", 16, 852)
    (folder / "a.banxin").unlink()
    first = entries(folder)[0]
    give_back(folder, first)
    assert saved(folder, "b.banxin", 15, 851) is not None
    assert held(folder) == [("2026-015", 851, "b.banxin")]
    assert taken(folder).totals == {851}


def test_a_file_keeps_its_number_where_another_was_typed_that_is_free(folder):
    saved(folder, "a.banxin")
    assert saved(folder, "a.banxin", 16, 852) is None
    assert held(folder) == [("2026-015", 851, "a.banxin")]


def test_an_issue_of_another_publication_in_the_same_folder_is_none_of_its(folder):
    path = folder / "a.banxin"
    path.write_bytes(b"")
    assert note_saved(folder, Masthead("别的刊物", 15, 851, DATE), path, "谈小满") is None
    assert note_saved(folder, Masthead("《澜汀书讯》", 15, 851, DATE), path, "谈小满") is not None


def test_a_supplement_is_noted_among_its_own(folder):
    assert saved(folder, "z.banxin", 1, None, series="增刊").key.name == "supplement-2026-001"


def test_noting_is_cut_off_anywhere_and_the_number_is_noted_or_not(folder, tmp_path):
    counting = Faulty()
    saved(placed(tmp_path / "counted"), "a.banxin", disk=counting)
    for at in range(len(counting.steps)):
        place = placed(tmp_path / f"{at}")
        try:
            entry = saved(place, "a.banxin", disk=Faulty(at, for_good=True))
        except PublicationError:
            entry = None
        got = take_number(place, NEWS, DATE, "韩渡")
        assert got.number == (15 if entry is None and len(entries(place)) == 1 else 16)


def test_a_number_noted_twice_is_one_record(folder):
    entry = take_number(folder, NEWS, DATE, "谈小满")
    (folder / "a.banxin").write_bytes(b"")
    noted = number_saved(folder, entry, folder / "a.banxin")
    assert saved(folder, "a.banxin") == noted
