"""Marks in the one caption of a row of photos (并排), as narrow as its photos."""

from __future__ import annotations

from pathlib import Path

from composing import NOWHERE, picture_file
from marked_text import PROSE, article, issue_of, text_of

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.load import load_layout
from layouts.issue.photo import Photo, RowCaptions, Side


def test_a_reading_that_begins_a_line_is_of_the_photo_whose_words_it_follows(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    name = picture_file(tmp_path, width=60, height=40)
    photos = [
        Photo(
            name,
            text_of(words),
            NOWHERE._replace(line=k),
            side=Side.NONE,
            width=2.0,
            row="1",
            captions=RowCaptions.TOGETHER,
        )
        for k, words in enumerate(("专", "众器{ruby=bózhōu de yàoshì|重庆市}"))
    ]
    issue = issue_of(article(*photos, PROSE), folder=tmp_path)
    edition = compose(issue, load_layout("jianbao-a4"), catalogue)
    captions = [line for page in edition.pages for line in page.lines if line.role == "caption"]
    reading = next(line for line in captions if line.text.startswith("（b"))
    assert reading.paragraph == 1
    told = "".join(line.text for line in captions if line.paragraph == 1)
    # the space at a line's end is not printed
    assert told.replace(" ", "").endswith("众器重庆市（bózhōudeyàoshì）")
