"""The cover (封面): a photo over the whole page or a part of it, what the layout puts over it, and
the headlines of the issue. Loaded where an issue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from layouts.flow.art import draw_art, standing
from layouts.flow.bleeding import bled_photo
from layouts.flow.fixed import draw_grounds, draw_lines, draw_rules
from layouts.flow.photos import Sizes
from layouts.flow.setting import Origin, Setter
from layouts.house.fixed_design import CoverHeadlines, CoverPhoto
from layouts.house.template import issue_fields
from layouts.house.text_style import Align
from layouts.issue.cover import sound_headlines
from layouts.issue.issue import Issue
from layouts.issue.photo import Bleed, Photo
from layouts.issue.text import Text
from layouts.page.item import COVER, Anchor, Box, Line, Picture, Rule
from layouts.page.page import Page
from layouts.text.treatment import one_line

PAGE_GAP = 0.6
"""Em of its own between a headline of the cover and its page number."""


class CoverHeadline(NamedTuple):
    """A headline as it stands on the cover: its words, the section it is of and the number printed
    on its page, where these are known.
    """

    words: str
    section: str = ""
    page: int | None = None


class CoverWords(NamedTuple):
    """All that a cover says; covers that say the same look the same."""

    photo: Photo | None
    headlines: tuple[CoverHeadline, ...]


def cover_words(issue: Issue, numbers: Mapping[str, int], setter: Setter) -> CoverWords:
    """What the cover of an issue says; `numbers` are the pages that anchors stand on."""
    cover, design = issue.cover, setter.layout.cover
    if cover is None or design is None:
        return CoverWords(None, ())
    most = design.headlines.most if design.headlines is not None else 0
    found = list(_titles(issue, numbers, setter))
    if chosen := sound_headlines(cover.headlines):
        known = {title.words: title for title in found}
        found = [known.get(words, CoverHeadline(words)) for words in chosen]
    else:
        found = list({title.section: title for title in reversed(found)}.values())[::-1]
    return CoverWords(cover.photo, tuple(found[:most]))


def _titles(issue: Issue, numbers: Mapping[str, int], setter: Setter) -> Iterator[CoverHeadline]:
    """The titles of all articles, in reading order."""
    number = 0
    for section in issue.sections:
        for article in section.articles:
            page = numbers.get(f"article-{number}")
            number += 1
            if words := one_line(article.title):
                printed = None if page is None else setter.leaf.printed(page)
                yield CoverHeadline(words, section.name, printed)


def own_headlines(issue: Issue, most: int) -> tuple[str, ...]:
    """The headlines of a cover for which none are chosen: the first title of each section."""
    first: dict[str, str] = {}
    for section in issue.sections:
        for article in section.articles:
            if words := one_line(article.title):
                first.setdefault(section.name, words)
    return tuple(first.values())[:most]


def draw_cover(page: Page, issue: Issue, words: CoverWords, sizes: Sizes, setter: Setter) -> None:
    """Draw a cover on the page that is for it alone."""
    design = setter.layout.cover
    if design is None:
        return
    fields = issue_fields(issue)
    page.anchors.append(Anchor(COVER, 0.0, 0.0))
    _draw_photo(page, words.photo, design.photo, sizes, setter)
    draw_grounds(page, design.grounds, setter, 0.0, 1.0)
    draw_rules(page, design.rules, setter, 0.0, 1.0)
    draw_art(page, COVER, design.lines, design.art, setter, fields, 0.0, 1.0)
    draw_lines(page, standing(design.lines, design.art, setter), setter, fields, COVER, 0.0, 1.0)
    if design.headlines is not None:
        _draw_headlines(page, words.headlines, design.headlines, setter)


def _draw_photo(
    page: Page, photo: Photo | None, design: CoverPhoto, sizes: Sizes, setter: Setter
) -> None:
    """The photo in its place, cropped to it; where there is none, the ground of its place."""
    width = page.width - design.left - design.right
    height = page.height - design.top - design.foot
    if width <= 0 or height <= 0:
        return
    if photo is None:
        if design.ground is not None:
            page.boxes.append(Box(design.left, design.top, width, height, design.ground))
        return
    size = sizes[photo]
    picture = Picture(
        design.left,
        design.top,
        width,
        height,
        size.path,
        photo.alt or photo.caption.string,
        photo.source,
        missing=size.missing,
        role=COVER,
        behind=True,
        tone=photo.tone,
    )
    edges = Bleed(not design.left, not design.top, not design.right, not design.foot)
    page.pictures.append(bled_photo(picture, photo, size, edges, setter.layout))


def _draw_headlines(
    page: Page, headlines: tuple[CoverHeadline, ...], design: CoverHeadlines, setter: Setter
) -> None:
    """Set the headlines under each other, as many as find room between top and foot."""
    blocks: list[list[Line]] = []
    y = design.top
    for k, headline in enumerate(headlines):
        block, end = _set_headline(headline, k, design, y, setter)
        if end > design.foot and blocks:
            break
        blocks.append(block)
        y = end + design.gap
    drop = max(0.0, design.foot - (y - design.gap)) if design.at_foot else 0.0
    for k, block in enumerate(blocks):
        page.lines += [moved_down(line, drop) for line in block]
        if design.rule and k:
            top = block[0].y - setter.layout.grid.rise(block[0].size)
            middle = top - design.gap / 2 + drop
            page.rules.append(
                Rule(
                    design.x,
                    middle,
                    design.x + design.width,
                    middle,
                    design.rule,
                    design.rule_ink,
                )
            )


def _set_headline(
    headline: CoverHeadline, number: int, design: CoverHeadlines, y: float, setter: Setter
) -> tuple[list[Line], float]:
    """The lines of one headline from `y` down, its section above and its page behind it; where it
    ends comes back.
    """
    lines: list[Line] = []
    origin = Origin(COVER, part=number + 1)
    grid = setter.layout.grid
    if design.section_style is not None and headline.section:
        style = setter.style(design.section_style)
        label = setter.single(
            Text(headline.section), style, design.x, design.width, y + grid.rise(style.size), origin
        )
        lines += [label] if label is not None else []
        y += style.leading
    named = design.lead_style if number == 0 and design.lead_style is not None else design.style
    style = setter.style(named)
    room = design.width
    told = str(headline.page) if design.page_style is not None and headline.page else ""
    if told and design.page_style is not None:
        after = setter.style(design.page_style)
        room -= setter.natural_width(Text(told), after) + PAGE_GAP * after.size
    prepared = setter.prepare(Text(headline.words), style)
    broken = setter.heading(prepared, room / style.size, style.max_lines)
    end = design.x
    for one in broken:
        line = setter.line(prepared, one, design.x, y + grid.rise(style.size), origin, style.align)
        lines.append(line)
        end = line.runs[0].x + one.content * style.size if line.runs else design.x
        y += style.leading
    if told and design.page_style is not None and lines:
        after = setter.style(design.page_style)
        x = end + PAGE_GAP * after.size
        said = setter.single(
            Text(told), after, x, design.x + design.width - x, lines[-1].y, origin, Align.LEFT
        )
        lines += [said] if said is not None else []
    # below the last line its characters count alone
    return lines, y - style.leading + style.size


def moved_down(line: Line, by: float) -> Line:
    """A line so much further down the page."""
    if not by:
        return line
    runs = tuple(run._replace(y=run.y + by) for run in line.runs)
    return line._replace(y=line.y + by, runs=runs)
