"""Which number comes next, and who has it."""

import datetime
import errno
import os
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from news_publication import FRIDAY, NEWS, WEEKLY, placed
from permissions import bound_by_permissions

from layouts.errors import PublicationError
from layouts.publication import (
    Counting,
    LastBefore,
    NumberingRule,
    entries,
    give_back,
    next_numbers,
    read_publication,
    take_number,
    unreadable_entries,
    write_publication,
)
from layouts.publication.numbers import number_saved

sys.path.append(str(Path(__file__).parents[1] / "store"))

from faulty import Faulty

DAY = datetime.date(2026, 11, 30)
"""A Monday."""


def day(text):
    return datetime.date.fromisoformat(text)


def take(folder, date=DAY, publication=NEWS, **options):
    return take_number(folder, publication, date, "季望舒", **options)


def counted(folder, *dates, publication=NEWS, **options):
    return [
        (entry.number, entry.total)
        for entry in (take(folder, day(date), publication, **options) for date in dates)
    ]


def test_the_next_number_is_one_more_and_so_is_the_total(tmp_path):
    placed(tmp_path)
    offered = next_numbers(tmp_path, NEWS, DAY)
    assert (offered.number, offered.total, offered.date) == (15, 851, day("2026-12-04"))
    assert not (tmp_path / "numbers").exists()  # looking takes nothing
    first = take(tmp_path, offered.date)
    assert (first.number, first.total, first.who) == (15, 851, "季望舒")
    offered = next_numbers(tmp_path, NEWS, DAY)
    assert (offered.number, offered.total, offered.date) == (16, 852, day("2026-12-11"))
    assert offered.last == first


def test_a_new_year_begins_with_1_and_the_total_goes_on(tmp_path):
    placed(tmp_path)
    got = counted(tmp_path, "2026-12-25", "2027-01-01", "2027-01-08", "2026-12-31")
    assert got == [(15, 851), (1, 852), (2, 853), (16, 854)]


def test_numbers_that_go_on_do_not_begin_again(tmp_path):
    numbering = NumberingRule(count=Counting.THROUGH, total=False, before=LastBefore(number=99))
    publication = replace(NEWS, numbering=numbering)
    placed(tmp_path, publication)
    got = counted(tmp_path, "2026-12-25", "2027-01-01", publication=publication)
    assert got == [(100, None), (101, None)]


def test_supplements_are_counted_by_themselves_and_have_no_total(tmp_path):
    placed(tmp_path)
    assert counted(tmp_path, "2026-12-04", "2026-12-11", supplement=True) == [(1, None), (2, None)]
    assert counted(tmp_path, "2026-12-11") == [(15, 851)]
    assert counted(tmp_path, "2027-01-11", supplement=True) == [(1, None)]
    assert [entry.key.name for entry in entries(tmp_path)] == [
        "2026-015",
        "supplement-2026-001",
        "supplement-2026-002",
        "supplement-2027-001",
    ]


def test_a_publication_of_its_own_begins_with_1(tmp_path):
    publication = replace(NEWS, numbering=NumberingRule())
    placed(tmp_path, publication)
    assert counted(tmp_path, "2026-12-04", publication=publication) == [(1, 1)]


def test_a_number_given_back_goes_to_the_next_who_asks(tmp_path):
    placed(tmp_path)
    first, second = take(tmp_path), take(tmp_path)
    give_back(tmp_path, first)
    assert (second.number, second.total) == (16, 852)
    again = take(tmp_path)
    assert (again.number, again.total) == (15, 851)
    assert take(tmp_path).number == 17


def test_giving_back_twice_takes_nothing_from_anybody(tmp_path):
    placed(tmp_path)
    first = take(tmp_path)
    give_back(tmp_path, first)
    give_back(tmp_path, first)
    others = take(tmp_path)
    with pytest.raises(PublicationError, match="别人"):
        give_back(tmp_path, first)
    assert entries(tmp_path) == [others]


def test_the_number_of_an_issue_that_was_saved_is_not_given_back(tmp_path):
    placed(tmp_path)
    entry = number_saved(tmp_path, take(tmp_path), tmp_path / "2026" / "15.banxin")
    assert entry.file == "2026/15.banxin"
    assert entries(tmp_path) == [entry]
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "15.banxin").write_bytes(b"")
    with pytest.raises(PublicationError, match=r"2026/15\.banxin"):
        give_back(tmp_path, entry)
    (tmp_path / "2026" / "15.banxin").unlink()
    give_back(tmp_path, entry)
    assert entries(tmp_path) == []


def test_a_file_outside_the_folder_is_noted_whole(tmp_path):
    placed(tmp_path / "书讯")
    entry = take(tmp_path / "书讯")
    noted = number_saved(tmp_path / "书讯", entry, tmp_path / '第"15"期.banxin')
    assert entries(tmp_path / "书讯") == [noted]
    assert noted.file == str(tmp_path / '第"15"期.banxin')


HALF = [b"", b"date = 2026-1", b"\xff\xfe", b"date = 4\nmark = 2\n# end", b"[[[[\n# end\n"]


@pytest.mark.parametrize("content", HALF)
def test_a_record_that_cannot_be_read_keeps_its_number_and_is_told(tmp_path, content):
    placed(tmp_path)
    (tmp_path / "numbers").mkdir()
    path = tmp_path / "numbers" / "2026-015.toml"
    path.write_bytes(content)
    entry = take(tmp_path)
    assert (entry.number, entry.total) == (16, 852)
    (finding,) = unreadable_entries(tmp_path, entries(tmp_path))
    assert finding.source == (str(path), 0)
    assert "2026-015" in finding.zh
    assert "2026-015" in finding.en
    give_back(tmp_path, entries(tmp_path)[0])
    assert take(tmp_path).number == 15


def test_what_is_no_record_counts_for_nothing(tmp_path):
    placed(tmp_path)
    (tmp_path / "numbers").mkdir()
    for name in ("desktop.ini", ".banxin-0123456789abcdef.tmp", "2026-015.toml~", "x-015.toml"):
        (tmp_path / "numbers" / name).write_bytes(b"")
    assert take(tmp_path).number == 15


def test_a_number_written_by_hand_in_another_way_counts(tmp_path):
    placed(tmp_path)
    (tmp_path / "numbers").mkdir()
    (tmp_path / "numbers" / "2026-15.toml").write_bytes(b"")
    assert take(tmp_path).number == 16


def test_a_folder_in_place_of_a_record_is_told(tmp_path):
    placed(tmp_path)
    (tmp_path / "numbers" / "2026-015.toml").mkdir(parents=True)
    assert take(tmp_path).number == 16
    assert len(unreadable_entries(tmp_path, entries(tmp_path))) == 1


class PowerCut(Faulty):
    """From one step on nothing reaches the disk any more, no tidying up either."""

    def remove(self, path):
        self.step("remove", path)
        super().remove(path)


class WithoutLinks(PowerCut):
    def link(self, target, name):
        self.step("link", name)
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


def steps_of(tmp_path, disk, act):
    act(placed(tmp_path / "counted"), disk)
    return len(disk.steps)


@pytest.mark.parametrize("kind", [PowerCut, WithoutLinks])
@pytest.mark.parametrize("for_good", [True, False], ids=["power cut", "one fault"])
def test_a_number_is_taken_or_not_wherever_taking_it_is_cut_off(tmp_path, kind, for_good):
    steps = steps_of(tmp_path, kind(), lambda folder, disk: take(folder, disk=disk))
    assert steps > 6
    for at in range(steps):
        folder = placed(tmp_path / f"{at}")
        first = take(folder)
        try:
            mine = take(folder, disk=kind(at, for_good=for_good))
        except PublicationError as error:
            mine = None
            assert "16" in str(error)
            if not for_good:
                assert {path.name for path in (folder / "numbers").iterdir()} == {
                    "2026-015.toml",
                    "total-0851.toml",
                }
        after = [take(folder), take(folder)]
        got = [first, *([mine] if mine else []), *after]
        assert len({one.number for one in got}) == len(got)
        assert len({one.total for one in got}) == len(got)
        assert all(one.number <= 18 and one.total <= 854 for one in got)
        for one in after:
            give_back(folder, one)


@pytest.mark.parametrize("for_good", [True, False], ids=["power cut", "one fault"])
def test_where_an_issue_was_saved_is_noted_or_not(tmp_path, for_good):
    def note(folder, disk):
        number_saved(folder, take(folder), folder / "15.banxin", disk)

    for at in range(steps_of(tmp_path, PowerCut(), note)):
        folder = placed(tmp_path / f"{at}")
        entry = take(folder)
        try:
            noted = number_saved(
                folder, entry, folder / "15.banxin", PowerCut(at, for_good=for_good)
            )
        except PublicationError:
            noted = entry
        assert entries(folder) in ([noted], [replace(noted, file="15.banxin")])


def test_a_number_is_given_back_or_not(tmp_path):
    def back(folder, disk):
        give_back(folder, take(folder), disk)

    for at in range(steps_of(tmp_path, PowerCut(), back)):
        folder = placed(tmp_path / f"{at}")
        entry = take(folder)
        with pytest.raises(PublicationError):
            give_back(folder, entry, PowerCut(at, for_good=True))
        assert entries(folder) == [entry]
        assert take(folder).number == 16
        give_back(folder, entry)
        again = take(folder)
        assert (again.number, again.total) == (15, 851)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_folder_that_takes_no_number_says_so(tmp_path):
    placed(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with bound_by_permissions(), pytest.raises(PublicationError, match="numbers"):
            take(tmp_path)
        assert next_numbers(tmp_path, NEWS, DAY).number == 15
    finally:
        tmp_path.chmod(0o700)


def test_a_share_that_went_away_says_so(tmp_path):
    placed(tmp_path / "share")
    entry = take(tmp_path / "share")
    (tmp_path / "share").rename(tmp_path / "gone")
    with pytest.raises(PublicationError):
        next_numbers(tmp_path / "share", NEWS, DAY)
    with pytest.raises(PublicationError):
        take(tmp_path / "share")
    with pytest.raises(PublicationError):
        number_saved(tmp_path / "share", entry, tmp_path / "15.banxin")
    assert not (tmp_path / "share").exists()


def test_the_same_day_offers_the_same_whoever_asks(tmp_path):
    placed(tmp_path)
    assert next_numbers(tmp_path, NEWS, DAY) == next_numbers(tmp_path, NEWS, DAY)
    assert WEEKLY.before.date == FRIDAY


class ThereAndGone(Faulty):
    """Another program has the number, and gives it back as soon as we were told so."""

    def link(self, target, name):
        if not self.steps.count("link"):
            self.steps.append("link")
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name))
        super().link(target, name)


def test_a_number_given_back_while_it_is_asked_for_is_passed_over(tmp_path):
    placed(tmp_path)
    assert take(tmp_path, disk=ThereAndGone()).number == 16
    assert take(tmp_path).number == 15


class AnswersTwice(Faulty):
    """A network that asks twice and hands on the second answer: the file is there."""

    def link(self, target, name):
        super().link(target, name)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name))


def test_a_number_that_a_network_made_twice_is_ours(tmp_path):
    placed(tmp_path)
    entry = take(tmp_path, disk=AnswersTwice())
    assert (entry.number, entry.total) == (15, 851)
    assert entries(tmp_path) == [entry]


def test_a_publication_is_written_whole_or_not_at_all(tmp_path):
    counting = Faulty()
    write_publication(placed(tmp_path / "counted"), replace(NEWS, contents=False), disk=counting)
    for at in range(len(counting.steps)):
        for kind in (Faulty(at, for_good=True), PowerCut(at, for_good=True)):
            folder = placed(tmp_path / f"{at}")
            with pytest.raises(PublicationError):
                write_publication(folder, replace(NEWS, contents=False), disk=kind)
            assert read_publication(folder) == NEWS
