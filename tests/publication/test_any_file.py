"""Any publication is read as it was written, over whatever stood there; any text is read or refused
by a sentence.
"""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace
from news_publication import NEWS, placed
from permissions import bound_by_permissions

from layouts.errors import PublicationError
from layouts.issue.masthead import Colophon, Masthead
from layouts.publication import (
    FILE,
    Appears,
    Counting,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    publication_toml,
    read_publication,
    write_publication,
)
from layouts.publication.read import LARGEST, publication_of

_text = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12)
_words = _text.map(str.strip)
_named = _words.filter(bool)
_receivers = st.lists(_named.filter(lambda word: "，" not in word), max_size=3).map("，".join)
_numbers = st.none() | st.integers(0, 99_999)
publications = st.builds(
    Publication,
    _named,
    st.sampled_from(("jianbao-a4", "layout.toml", "ours")),
    st.sampled_from(("", "internal")),
    st.booleans(),
    st.dictionaries(_named, st.booleans() | st.integers(-99, 99) | _text, max_size=2),
    st.lists(st.builds(FixedSection, _named, _words, st.booleans()), max_size=4, unique_by=lambda one: one.name).map(tuple),
    st.builds(Masthead, issuer=_words, secrecy=_words, permit=_words),
    st.builds(
        Colophon,
        report_to=_receivers,
        send_to=_receivers,
        editor=_words,
        copies=st.none() | st.integers(0, 10_000),
        printer=_words,
    ),
    st.builds(
        NumberingRule,
        st.just(Counting.THROUGH),
        st.booleans(),
        st.sampled_from(Counting),
        st.sampled_from(Appears),
        st.integers(1, 7),
        st.integers(1, 366),
        st.sets(st.integers(1, 31), min_size=1).map(sorted).map(tuple),
        st.builds(LastBefore, _numbers, _numbers, st.none() | st.dates()),
    ),
    st.lists(_named.filter(lambda word: not set(word) & set("/\\:.")), max_size=2).map(tuple),
    st.lists(st.sampled_from(("print", "screen", "presets/x.toml")), max_size=2).map(tuple),
)  # fmt: skip


@given(publications, publications)
def test_any_publication_is_read_as_it_was_written_over_any_other(first, second):
    text = publication_toml(first)
    assert publication_of(text, FILE) == first
    again = publication_toml(second, text)
    assert publication_of(again, FILE) == second
    assert publication_toml(second, again) == again


@given(publications, publications, st.sampled_from(sorted(asdict(NEWS))))
def test_a_change_leaves_alone_what_somebody_else_wrote(mine, theirs, key):
    changed = replace(mine, **{key: getattr(NEWS, key)})
    text = publication_toml(changed, publication_toml(theirs), mine)
    wanted = theirs if getattr(mine, key) == getattr(NEWS, key) else None
    if wanted is not None:
        assert publication_of(text, FILE) == wanted
    others = [name for name in asdict(NEWS) if name != key]
    got = publication_of(text, FILE)
    assert all(getattr(got, name) == getattr(theirs, name) for name in others)


_values = st.recursive(
    st.sampled_from(('""', "0", "-1", "true", "1e400", "2026-11-20", "nan", "'x'", "9" * 400)),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{ name = {item} }}")
    ),
    max_leaves=4,
)
_keys = st.sampled_from(
    [
        "name",
        "layout",
        "profile",
        "contents",
        "words",
        "presets",
        "numbering",
        "settings",
        "masthead",
        "colophon",
        "distribution",
        "sections",
        "numbering.before",
        "numbering.month_days",
        "sections.name",
        "x",
    ]
)


@given(
    st.lists(
        st.tuples(st.sampled_from(("{0} = {1}", "[{0}]", "[[{0}]]", "# {1}")), _keys, _values),
        max_size=6,
    )
)
def test_any_toml_is_read_or_refused_by_a_sentence(lines):
    text = "\n".join(line.format(key, value) for line, key, value in lines)
    try:
        publication = publication_of(text, FILE)
    except PublicationError as error:
        assert error.zh
        assert error.en
        assert error.source is not None
        with pytest.raises(PublicationError):
            publication_toml(NEWS, text)
    else:
        assert publication_of(publication_toml(publication, text), FILE) == publication


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_by_a_sentence(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any")
    (folder / FILE).write_bytes(data)
    with pytest.raises(PublicationError):
        read_publication(folder)


def test_a_file_of_any_size_is_refused(tmp_path):
    (tmp_path / FILE).write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(PublicationError):
        read_publication(tmp_path)


@pytest.mark.parametrize("deep", ["[" * 2000, "x = " + "[" * 5000, "a" + ".a" * 3000 + " = 1"])
def test_what_is_nested_without_end_is_refused(tmp_path, deep):
    (tmp_path / FILE).write_text(f"name = 'x'\n{deep}", "utf8")
    with pytest.raises(PublicationError):
        read_publication(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_folder_that_may_only_be_read_is_told_and_left_as_it_was(tmp_path):
    placed(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    tmp_path.chmod(0o500)
    try:
        with bound_by_permissions(), pytest.raises(PublicationError, match="没有存成"):
            write_publication(tmp_path, replace(NEWS, contents=False))
    finally:
        tmp_path.chmod(0o700)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).read_bytes() == before
