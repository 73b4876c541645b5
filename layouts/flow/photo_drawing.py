"""Photos on the page: the picture, what goes over the trim, the rule and the caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.flow.frames import edges_of, frame_rules
from layouts.flow.setting import Origin, Setter
from layouts.house.text_style import Align
from layouts.issue.photo import NO_BLEED
from layouts.page.item import Picture
from layouts.page.page import Page
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.contour import Rings
    from layouts.flow.photos import PhotoBlock
from layouts.flow.photo_captions import LONG_CAPTION


def draw_picture(block: PhotoBlock, page: Page, setter: Setter, x: float, y: float) -> None:
    """Put the picture on the page, its frame at (x, y), with the rule round it."""
    photo = block.photo
    picture = Picture(
        x,
        y,
        block.width,
        block.height,
        block.size.path,
        photo.alt or photo.caption.string,
        photo.source,
        block.article,
        block.paragraph,
        block.crop,
        block.size.missing,
        tone=photo.tone,
        contour=_on_page(block, x, y),
    )
    edges = NO_BLEED
    # a contour would not stand where text runs round it
    if not block.rings and (wanted := edges_of(photo, setter.layout)):
        from layouts.flow.bleeding import bled_photo, goes_to

        edges = goes_to(picture, wanted, setter.layout.grid)
        picture = bled_photo(picture, photo, block.size, edges, setter.layout)
    page.pictures.append(picture)
    if photo.frame:
        page.rules += frame_rules(picture, photo.frame, edges)


def _on_page(block: PhotoBlock, x: float, y: float) -> Rings:
    """What text runs round, page coordinates."""
    if not block.rings:
        return ()
    from layouts.flow.contour import in_frame

    rings = in_frame(block.rings, block.crop, block.width, block.height)
    return tuple(tuple((x + across, y + down) for across, down in ring) for ring in rings)


def draw_caption(
    block: PhotoBlock, caption: Prepared, page: Page, setter: Setter, x: float, y: float
) -> None:
    """Put the caption under its photo, whose frame stands at (x, y)."""
    style = caption.style
    baseline = caption_top(block, setter, y) + setter.layout.grid.rise(style.size)
    origin = Origin("caption", block.article, block.paragraph, block.photo.source)
    # a caption set to the column is wider than its photo: their middles stand over each other
    left = x + (block.width - block.caption_lines[0].width * style.size) / 2
    align = Align.JUSTIFY if len(block.caption_lines) > LONG_CAPTION else Align.CENTER
    for broken in block.caption_lines:
        setter.draw(page, caption, broken, left, baseline, origin, align)
        baseline += style.leading


def caption_top(block: PhotoBlock, setter: Setter, y: float) -> float:
    """Where the caption of a photo at `y` begins."""
    return y + block.height + setter.layout.photo.caption_gap
