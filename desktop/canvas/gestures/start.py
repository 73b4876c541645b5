"""Which gesture a press begins, and what cursor tells of it beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.canvas import selecting
from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.fields import field_at
from desktop.canvas.gestures.area_drag import AreaDrag
from desktop.canvas.gestures.carry import carry
from desktop.canvas.gestures.gesture import Gesture
from desktop.canvas.gestures.marking import MarkText
from desktop.canvas.gestures.pan import Pan
from desktop.canvas.gestures.press import Press
from desktop.canvas.handles import corner_at, corner_cursor
from desktop.canvas.headline_edges import headline_edge_under
from desktop.canvas.marked import is_on_marked
from desktop.canvas.menus import IN_ARTICLE, aim
from desktop.canvas.motion import MotionUnit
from desktop.canvas.noted import jump, note_at
from desktop.canvas.photo_row import selected_frame
from desktop.canvas.shown import Pointer
from desktop.canvas.table_edges import edge_under
from desktop.canvas.type_area import CURSORS, handle_under
from desktop.canvas.where import article_place, box_place, photo_at, photo_place, selection_of
from desktop.selection import NOTHING, Selection, SelectionKind, TextPosition, of_text
from desktop.session import Session
from layouts.issue.photo import PhotoPlace
from layouts.page.hit import Hit, HitKind, band
from layouts.page.nearest import nearest_line

CLIMBING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def gesture_for(
    context: Context, editor: TextEditor, pointer: Pointer, button: Qt.MouseButton
) -> None:
    """Begin what a press of a button means where it is."""
    mouse = context.mouse
    if mouse.mode is not None:
        if button is Qt.MouseButton.LeftButton:
            mouse.mode.press(pointer)
    elif button is Qt.MouseButton.MiddleButton:
        mouse.begin(Pan(context.camera, context.viewport, mouse, pointer))
    elif button is Qt.MouseButton.RightButton:
        aim(context, editor, pointer)
    elif button is Qt.MouseButton.LeftButton:
        mouse.begin(_left(context, editor, pointer))


def _left(context: Context, editor: TextEditor, pointer: Pointer) -> Gesture | None:
    session = context.session
    # before what is under it: handles stand half outside their photo
    sizing = _resize(context, pointer)
    if sizing is not None:
        return sizing
    edge = _edge_drag(context, pointer)
    if edge is not None:
        return edge
    area = handle_under(context, pointer)
    if area is not None and session.composed_layout is not None and not session.refuses():
        return AreaDrag(context, pointer, area, session.composed_layout.grid)
    found = context.hit(pointer)
    if _follows_note(context, pointer, found):
        return None
    if _goes_on_in_text(session.selection, found) or _is_beside_text(context, pointer, found):
        return _press_in_text(context, editor, pointer)
    if _add_article(session, pointer, found) or _add_photo(session, pointer, found):
        return None
    selection = selection_of(session.issue, found) if session.issue is not None else None
    if _is_of_several(session.selection, selection):
        # of several photos one is chosen by a click, all are moved by a drag
        return Press(
            context.mouse,
            pointer,
            lambda: _drag(context, editor, pointer, found),
            lambda: session.select(selection or NOTHING, seen=True),
        )
    session.select(selection if selection is not None else NOTHING, seen=True)
    return Press(context.mouse, pointer, lambda: _drag(context, editor, pointer, found))


def _resize(context: Context, pointer: Pointer) -> Gesture | None:
    """What a press on a handle of the selected photo or box begins."""
    corner, place = _corner_under(context, pointer), context.session.selection.place
    if corner is None or place is None:
        return None
    sized, box = selected_frame(context), context.box()
    if sized is not None:
        from desktop.canvas.gestures.photo_resize import PhotoResize

        return PhotoResize(context, pointer, sized[1], place, corner)
    if box is not None:
        from desktop.canvas.gestures.box_resize import BoxResize

        return BoxResize(context, pointer, box[1], place, corner)
    return None


def _edge_drag(context: Context, pointer: Pointer) -> Gesture | None:
    """What a press on the edge of a table's column, or of a headline, begins."""
    edge = edge_under(context, pointer)
    if edge is not None and not context.session.refuses():
        from desktop.canvas.gestures.column_drag import ColumnDrag

        return ColumnDrag(context, pointer, edge)
    headline = headline_edge_under(context, pointer)
    if headline is not None and not context.session.refuses():
        from desktop.canvas.gestures.headline_drag import HeadlineDrag

        return HeadlineDrag(context, pointer, headline)
    return None


def _drag(context: Context, editor: TextEditor, pointer: Pointer, found: Hit) -> Gesture | None:
    """What dragging from a press does: a photo moves, text is marked."""
    issue = context.session.issue
    if issue is None:
        return None
    if found.target is HitKind.PICTURE and found.picture is not None:
        from desktop.canvas.gestures.photo_drag import PhotoDrag

        place = photo_place(issue, found.article, found.paragraph)
        picture = context.pages[pointer.page].pictures[found.picture]
        return (
            PhotoDrag(context, pointer, context.camera.shown(pointer.page), picture, place)
            if place is not None
            else None
        )
    if found.area is not None:
        from desktop.canvas.gestures.box_drag import BoxDrag

        place = box_place(issue, found.article, found.paragraph)
        area = context.pages[pointer.page].areas[found.area]
        return BoxDrag(context, pointer, area, place) if place is not None else None
    if found.target is HitKind.LINE and editor.press(pointer):
        return MarkText(context, editor)
    return None


def _goes_on_in_text(selection: Selection, found: Hit) -> bool:
    """Whether a press while text is edited moves the caret."""
    return selection.kind is SelectionKind.TEXT and found.target in IN_ARTICLE


def _is_beside_text(context: Context, pointer: Pointer, found: Hit) -> bool:
    """Whether a press while text is edited is in the margin beside a line."""
    if (
        context.session.selection.kind is not SelectionKind.TEXT
        or found.target is not HitKind.PAPER
        or not pointer.on_paper
    ):
        return False
    page = context.pages[pointer.page]
    at = nearest_line(page, pointer.x, pointer.y, context.columns)
    return at is not None and band(page.lines[at]).top <= pointer.y <= band(page.lines[at]).bottom


def _press_in_text(context: Context, editor: TextEditor, pointer: Pointer) -> Gesture | None:
    if editor.is_third_click(pointer):
        editor.mark_unit(pointer, MotionUnit.PARAGRAPH)
        return MarkText(context, editor, MotionUnit.PARAGRAPH)
    extend = bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier)
    if not extend and is_on_marked(context, pointer):
        return Press(context.mouse, pointer, lambda: carry(context), lambda: editor.press(pointer))
    return MarkText(context, editor) if editor.press(pointer, extend=extend) else None


def _follows_note(context: Context, pointer: Pointer, found: Hit) -> bool:
    """Ctrl on the sign of a note: to its words; on these: back to the sign."""
    issue = context.session.issue
    if pointer.modifiers & CLIMBING != Qt.KeyboardModifier.ControlModifier or issue is None:
        return False
    if issue is not context.session.composed_issue:
        return False
    note = note_at(issue, context.map, pointer, found)
    return note is not None and jump(context, *note, to_note=found.target is not HitKind.NOTE)


def _add_article(session: Session, pointer: Pointer, found: Hit) -> bool:
    """Ctrl or Shift on an article: select more of them."""
    if not pointer.modifiers & CLIMBING or session.issue is None or found.target not in IN_ARTICLE:
        return False
    place = article_place(session.issue, found.article)
    if place is not None:
        selecting.add(
            session, place, through=bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier)
        )
    return place is not None


def _add_photo(session: Session, pointer: Pointer, found: Hit) -> bool:
    """Ctrl or Shift on a photo: one more is selected, or one less."""
    if not pointer.modifiers & CLIMBING or found.target is not HitKind.PICTURE:
        return False
    issue = session.issue
    place = photo_place(issue, found.article, found.paragraph) if issue is not None else None
    if place is not None:
        selecting.add_photo(session, place)
    return place is not None


def _is_of_several(now: Selection, found: Selection | None) -> bool:
    """Whether a press is on one of several selected photos."""
    return (
        found is not None
        and found.kind is now.kind is SelectionKind.PHOTO
        and len(now.places) > 1
        and found.place in now.places
    )


def press_twice(context: Context, editor: TextEditor, pointer: Pointer) -> None:
    """A double click goes inside: into text, into a note by its words or its sign, into a photo's
    crop, into the fields of a fixed part.
    """
    mouse, session = context.mouse, context.session
    if mouse.mode is not None:
        mouse.mode.press_twice(pointer)
        return
    issue, found = session.issue, context.hit(pointer)
    if issue is None:
        return
    # places on the pages are places in the text only where these are its pages
    note = note_at(issue, context.map, pointer, found) if issue is session.composed_issue else None
    if note is not None:
        mouse.begin(None)
        session.select(of_text(TextPosition(note[0], note[1].end)), seen=True)
        context.requests.note(*note)
        return
    if found.target is HitKind.LINE:
        if editor.mark_unit(pointer, MotionUnit.WORD):
            mouse.begin(MarkText(context, editor, MotionUnit.WORD))
        return
    selection = selection_of(issue, found)
    if found.target is HitKind.BOX:
        editor.press(pointer)
        return
    if selection is None or selection.kind is SelectionKind.ARTICLE:
        return
    mouse.begin(None)
    session.select(selection, seen=True)
    if selection.kind is SelectionKind.PHOTO:
        from desktop.canvas.gestures.crop import begin_crop

        begin_crop(context)
    else:
        field = (
            field_at(issue, session.layout, context.map, pointer, found)
            if session.layout is not None
            else ""
        )
        context.requests.edit(selection, field)


def _corner_under(context: Context, pointer: Pointer) -> int | None:
    """The handle of the selected photo or box under the pointer."""
    sized, box = selected_frame(context), context.box()
    if (sized is None and box is None) or context.mouse.gesture is not None:
        return None
    issue, place = context.session.issue, context.session.selection.place
    selected = photo_at(issue, place)
    if selected is not None and selected.place is not PhotoPlace.TEXT:
        return None  # its place says how large it is
    if sized is not None:
        return corner_at(sized[0].rect(sized[1]), pointer.at)
    return corner_at(box[0].picture(box[1]), pointer.at) if box is not None else None


def hover_cursor(context: Context, pointer: Pointer, found: Hit) -> Qt.CursorShape:
    """The cursor where nothing is pressed."""
    if context.mouse.mode is not None:
        return context.mouse.mode.cursor(pointer.at)
    corner = _corner_under(context, pointer)
    if corner is not None:
        return corner_cursor(corner)
    area = handle_under(context, pointer)
    if area is not None:
        return CURSORS[area]
    if edge_under(context, pointer) is not None:
        turned = context.pages[pointer.page].turned
        return Qt.CursorShape.SplitVCursor if turned else Qt.CursorShape.SplitHCursor
    if headline_edge_under(context, pointer) is not None:
        return Qt.CursorShape.SizeHorCursor
    is_text = context.session.selection.kind is SelectionKind.TEXT
    if found.target is HitKind.PICTURE or (found.area is not None and not is_text):
        return Qt.CursorShape.OpenHandCursor
    if found.target is HitKind.LINE:
        # an arrow over marked text: it can be dragged
        return (
            Qt.CursorShape.IBeamCursor
            if is_text and not is_on_marked(context, pointer)
            else Qt.CursorShape.ArrowCursor
        )
    return Qt.CursorShape.ArrowCursor
