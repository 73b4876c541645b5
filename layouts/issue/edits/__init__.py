"""Every act of the editor: pure functions from an issue to the next one, which share whatever the
act left alone.

An act gives back the issue and where the thing it touched stands now; text edits where the caret
stands. One that changes nothing gives back the same issue; a place that does not exist raises
LookupError. Offsets count code points.
"""

from __future__ import annotations

from layouts.issue.clusters import is_stop, next_stop, previous_stop
from layouts.issue.edits.about import set_date, set_origin, set_subtitle
from layouts.issue.edits.accepting import accept, unaccept
from layouts.issue.edits.articles import (
    add_article,
    duplicate,
    insert_articles,
    move_articles,
    move_down,
    move_up,
    remove_article,
    remove_articles,
    set_across,
    set_boxed,
    set_break_before,
    set_byline,
    set_columns,
    set_keep_together,
    set_kind,
    set_title,
)
from layouts.issue.edits.blocks import insert_block, insert_divider, move_blocks, remove_block
from layouts.issue.edits.boxing import (
    clear_box,
    set_box,
    set_box_columns,
    set_box_kind,
    set_titled,
)
from layouts.issue.edits.clipboard import copied, html, plain_text
from layouts.issue.edits.cover import (
    set_cover,
    set_cover_alt,
    set_cover_focus,
    set_cover_headlines,
    set_cover_photo,
)
from layouts.issue.edits.deleting import delete_range
from layouts.issue.edits.edited import Edited, TextEdited
from layouts.issue.edits.fields import (
    Numbers,
    next_numbers,
    reset_design,
    set_colophon_field,
    set_contents,
    set_design,
    set_masthead_field,
    set_profile,
    set_setting,
)
from layouts.issue.edits.filling import fill_article
from layouts.issue.edits.find import Match, Replaced, find, replace_all, replace_match
from layouts.issue.edits.floats import (
    move_float,
    remove_float,
    resize_float,
    set_float_line,
    set_float_place,
    set_float_side,
)
from layouts.issue.edits.forms import change_forms, form_at, set_form
from layouts.issue.edits.joining import join_with_next, join_with_previous
from layouts.issue.edits.marking import (
    clear_marks,
    is_marked,
    kinds_in,
    mark_in,
    put_readings,
    set_mark,
    toggle_mark,
)
from layouts.issue.edits.moving import TextMoved, copy_text, move_text
from layouts.issue.edits.noting import clear_note, set_note
from layouts.issue.edits.page_breaks import break_page
from layouts.issue.edits.pasting import is_article, paste_blocks, paste_text
from layouts.issue.edits.photo_looks import set_credit, set_focus, set_frame, set_tone
from layouts.issue.edits.photo_places import set_bleed, set_photo_place
from layouts.issue.edits.photo_rows import (
    in_row,
    join_row,
    leave_row,
    make_row,
    part_row,
    resize_row,
    row_of,
    set_row_captions,
    set_row_grid,
)
from layouts.issue.edits.photo_wrap import set_polygon, set_standoffs, set_wrap
from layouts.issue.edits.photos import (
    add_photo,
    insert_photo,
    insert_photos,
    move_photo,
    remove_photo,
    remove_photos,
    replace_photo,
    resize,
    set_alt,
    set_caption,
    set_crop,
    set_line,
    set_side,
    set_standoff,
)
from layouts.issue.edits.quoting import pull_quote
from layouts.issue.edits.reading import PositionTuple, TextSpan, reading_order, spans
from layouts.issue.edits.sections import (
    add_section,
    merge_section,
    move_section,
    remove_section,
    rename_section,
)
from layouts.issue.edits.text import insert_text, set_level, set_text, split_paragraph
from layouts.issue.edits.words import Segmenter, word_at

__all__ = [
    "Edited",
    "Match",
    "Numbers",
    "PositionTuple",
    "Replaced",
    "Segmenter",
    "TextEdited",
    "TextMoved",
    "TextSpan",
    "accept",
    "add_article",
    "add_photo",
    "add_section",
    "break_page",
    "change_forms",
    "clear_box",
    "clear_marks",
    "clear_note",
    "copied",
    "copy_text",
    "delete_range",
    "duplicate",
    "fill_article",
    "find",
    "form_at",
    "html",
    "in_row",
    "insert_articles",
    "insert_block",
    "insert_divider",
    "insert_photo",
    "insert_photos",
    "insert_text",
    "is_article",
    "is_marked",
    "is_stop",
    "join_row",
    "join_with_next",
    "join_with_previous",
    "kinds_in",
    "leave_row",
    "make_row",
    "mark_in",
    "merge_section",
    "move_articles",
    "move_blocks",
    "move_down",
    "move_float",
    "move_photo",
    "move_section",
    "move_text",
    "move_up",
    "next_numbers",
    "next_stop",
    "part_row",
    "paste_blocks",
    "paste_text",
    "plain_text",
    "previous_stop",
    "pull_quote",
    "put_readings",
    "reading_order",
    "remove_article",
    "remove_articles",
    "remove_block",
    "remove_float",
    "remove_photo",
    "remove_photos",
    "remove_section",
    "rename_section",
    "replace_all",
    "replace_match",
    "replace_photo",
    "reset_design",
    "resize",
    "resize_float",
    "resize_row",
    "row_of",
    "set_across",
    "set_alt",
    "set_bleed",
    "set_box",
    "set_box_columns",
    "set_box_kind",
    "set_boxed",
    "set_break_before",
    "set_byline",
    "set_caption",
    "set_colophon_field",
    "set_columns",
    "set_contents",
    "set_cover",
    "set_cover_alt",
    "set_cover_focus",
    "set_cover_headlines",
    "set_cover_photo",
    "set_credit",
    "set_crop",
    "set_date",
    "set_design",
    "set_float_line",
    "set_float_place",
    "set_float_side",
    "set_focus",
    "set_form",
    "set_frame",
    "set_keep_together",
    "set_kind",
    "set_level",
    "set_line",
    "set_mark",
    "set_masthead_field",
    "set_note",
    "set_origin",
    "set_photo_place",
    "set_polygon",
    "set_profile",
    "set_row_captions",
    "set_row_grid",
    "set_setting",
    "set_side",
    "set_standoff",
    "set_standoffs",
    "set_subtitle",
    "set_text",
    "set_title",
    "set_titled",
    "set_tone",
    "set_wrap",
    "spans",
    "split_paragraph",
    "toggle_mark",
    "unaccept",
    "word_at",
]
