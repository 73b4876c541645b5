"""Keys on the pages: to the gesture, to the text, to what is selected, to the view."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.canvas.box_acts import remove_selected_box
from desktop.canvas.caret_steps import CaretSteps
from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.gestures.gesture import Mouse
from desktop.canvas.gestures.keyed import move_selected
from desktop.canvas.gestures.pan import Hand
from desktop.canvas.motion import MotionUnit
from desktop.canvas.photo_at_caret import remove_selected
from desktop.canvas.selecting import climb, step_from
from desktop.canvas.viewport import LINE
from desktop.incoming import types
from desktop.mark_keys import is_page_break, kind_of
from desktop.page_breaks import break_page
from desktop.selection import SelectionKind
from desktop.session import Session
from desktop.words import tr
from layouts.issue.text import LINE_BREAK

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier

BY_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
"""How the keyboard came here when a ring should show that it did."""

ARROWS = {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down}
ENTER = {Key.Key_Return, Key.Key_Enter}
ENDS = {Key.Key_Backspace, Key.Key_Delete, Key.Key_Home, Key.Key_End}
CONTROLLED = ENDS | ARROWS | {Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_V}
"""Keys that mean something in text together with Ctrl; those of marks as well."""

COMMANDS_WITH_SHIFT = {Key.Key_X, Key.Key_V}
"""Those that are commands of the window where Shift is pressed as well."""


def pressed(context: Context, editor: TextEditor, event: QKeyEvent) -> bool:
    """Do what a key means now; False where it means nothing here."""
    key = Key(event.key())
    # what is begun has the keys, so that Esc ends that first
    if context.mouse.gesture is not None:
        return _to_gesture(context.mouse, event, key)
    if editor.now is not None and is_page_break(event):
        break_page(context.session)
        editor.follow()  # before a title the caret moves along without another place
        return True
    if editor.now is not None:
        return _to_text(context, editor, event, key) or _escape(context.session, key)
    return (
        _escape(context.session, key)
        or _to_selection(context, editor, event, key)
        or _take_hand(context, event, key)
        or _without_caret(context, event)
        or _to_view(context, event, key)
    )


def released(context: Context, event: QKeyEvent) -> bool:
    """Let go of what is held by a key; False where it was none. A held key repeats itself."""
    hand = context.mouse.mode
    if event.key() != Key.Key_Space or not isinstance(hand, Hand):
        return False
    if not event.isAutoRepeat():
        hand.let_go()
    return True


def left(context: Context) -> None:
    """Keys go elsewhere, and with them the news that one was let go."""
    if isinstance(context.mouse.mode, Hand):
        context.mouse.mode.cancel()


def _take_hand(context: Context, event: QKeyEvent, key: Qt.Key) -> bool:
    """Space brings the hand."""
    if key is not Key.Key_Space or event.modifiers() & (CONTROL | ALT | META):
        return False
    if not event.isAutoRepeat():
        context.mouse.enter(Hand(context.camera, context.viewport, context.mouse))
    return True


def claims(context: Context, event: QKeyEvent) -> bool:
    """Whether a key belongs to the text and must not become a shortcut of the window."""
    key, modifiers = Key(event.key()), event.modifiers()
    if context.mouse.mode is not None:
        return context.mouse.mode.claims(key)
    if context.session.selection.kind is SelectionKind.PHOTO and key in ARROWS:
        return not modifiers & (CONTROL | META)
    if context.session.selection.caret is None:
        taken = {Key.Key_F2, *ENTER}
        if context.session.selection.kind in {SelectionKind.PHOTO, SelectionKind.BOX}:
            taken |= {Key.Key_Backspace, Key.Key_Delete}
        return key in taken and not modifiers & (CONTROL | ALT | META)
    if kind_of(event) is not None or is_page_break(event):
        return True
    if modifiers & (ALT | META) and not _types(event):
        return False
    if modifiers & CONTROL and not _types(event):
        return key in CONTROLLED and not (modifiers & SHIFT and key in COMMANDS_WITH_SHIFT)
    return _types(event) or key in ARROWS | ENTER | ENDS


def _types(event: QKeyEvent) -> bool:
    """Whether a key types characters; on Windows Ctrl+Alt is AltGr, elsewhere it never types."""
    modifiers = event.modifiers()
    alt_gr = sys.platform == "win32" and modifiers & CONTROL and modifiers & ALT
    plain = alt_gr or not modifiers & (CONTROL | ALT | META)
    return bool(plain and types(event.text()))


def _to_gesture(mouse: Mouse, event: QKeyEvent, key: Qt.Key) -> bool:
    gesture = mouse.gesture
    if gesture is None:
        return False
    if key is Key.Key_Escape:
        gesture.cancel()
        return True
    if mouse.mode is not None:
        mouse.mode.key(event)
    return True


def _escape(session: Session, key: Qt.Key) -> bool:
    return key is Key.Key_Escape and climb(session)


def _to_text(context: Context, editor: TextEditor, event: QKeyEvent, key: Qt.Key) -> bool:
    modifiers = event.modifiers()
    extend, control = bool(modifiers & SHIFT), bool(modifiers & CONTROL)
    return (
        _standard(editor, event)
        or _moves(CaretSteps(context, editor), key, extend=extend, control=control)
        or _edits(editor, event, key, control=control)
        or _marks(editor, event)
    )


def _standard(editor: TextEditor, event: QKeyEvent) -> bool:
    acts = {
        QKeySequence.StandardKey.Copy: editor.copy,
        QKeySequence.StandardKey.Cut: editor.cut,
        QKeySequence.StandardKey.Paste: editor.paste,
        QKeySequence.StandardKey.SelectAll: editor.select_all,
    }
    for standard, act in acts.items():
        if event.matches(standard):
            act()
            return True
    return False


def _moves(steps: CaretSteps, key: Qt.Key, *, extend: bool, control: bool) -> bool:
    unit = MotionUnit.WORD if control else MotionUnit.CHARACTER
    if key in {Key.Key_Left, Key.Key_Right}:
        steps.horizontal(1 if key is Key.Key_Right else -1, unit, extend=extend)
    elif key in {Key.Key_Up, Key.Key_Down} and control:
        steps.horizontal(1 if key is Key.Key_Down else -1, MotionUnit.PARAGRAPH, extend=extend)
    elif key in {Key.Key_Up, Key.Key_Down}:
        steps.vertical(1 if key is Key.Key_Down else -1, extend=extend)
    elif key in {Key.Key_Home, Key.Key_End}:
        act = steps.article_end if control else steps.line_end
        act(1 if key is Key.Key_End else -1, extend=extend)
    elif key in {Key.Key_PageUp, Key.Key_PageDown} and not control:
        steps.leap(1 if key is Key.Key_PageDown else -1, extend=extend)
    else:
        return False
    return True


def _edits(editor: TextEditor, event: QKeyEvent, key: Qt.Key, *, control: bool) -> bool:
    unit = MotionUnit.WORD if control else MotionUnit.CHARACTER
    if key is Key.Key_Backspace:
        editor.delete(-1, unit)
    elif key is Key.Key_Delete:
        editor.delete(1, unit)
    elif key in ENTER and not control:
        if event.modifiers() & SHIFT:
            editor.insert(LINE_BREAK)
        else:
            editor.split()
    elif _types(event):
        editor.insert(event.text())
    else:
        return False
    return True


def _marks(editor: TextEditor, event: QKeyEvent) -> bool:
    kind = kind_of(event)
    if kind is not None:
        editor.mark(kind)
    return kind is not None


def _to_selection(context: Context, editor: TextEditor, event: QKeyEvent, key: Qt.Key) -> bool:
    """Keys of what is selected: Enter goes inside, arrows move a photo or go to the next item."""
    kind, modifiers = context.session.selection.kind, event.modifiers()
    coarse = bool(modifiers & ALT) and key in ARROWS and kind is SelectionKind.PHOTO
    if kind is SelectionKind.NOTHING or modifiers & (CONTROL | META):
        return False
    if modifiers & ALT and not coarse:
        return False
    if key in ENTER or key is Key.Key_F2:
        return _enter(context, editor, kind)
    if key in {Key.Key_Backspace, Key.Key_Delete} and kind in _REMOVED:
        return _REMOVED[kind](context, -1 if key is Key.Key_Backspace else 1)
    if key in ARROWS and kind is SelectionKind.PHOTO:
        return move_selected(context, key, size=bool(modifiers & SHIFT), coarse=coarse)
    if key in {Key.Key_Up, Key.Key_Down}:
        return step_from(context, editor, onward=key is Key.Key_Down)
    if key in {Key.Key_Left, Key.Key_Right}:
        return step_from(context, editor, onward=key is Key.Key_Right)
    return False


_REMOVED = {SelectionKind.PHOTO: remove_selected, SelectionKind.BOX: remove_selected_box}
"""What Backspace (−1) and Delete (1) do to what is selected."""


def _without_caret(context: Context, event: QKeyEvent) -> bool:
    """What is typed with an article selected, and no caret in it, would be lost without a word."""
    if context.session.selection.kind is not SelectionKind.ARTICLE or not _types(event):
        return False
    context.requests.hint(tr("双击文字，光标就放到那里；或按回车从头改起"))
    return True


def _enter(context: Context, editor: TextEditor, kind: SelectionKind) -> bool:
    if kind is SelectionKind.PHOTO:
        from desktop.canvas.gestures.crop import begin_crop

        return begin_crop(context)
    if kind in {SelectionKind.ARTICLE, SelectionKind.BOX}:
        return editor.start()
    context.requests.edit(context.session.selection, "")
    return True


def _to_view(context: Context, event: QKeyEvent, key: Qt.Key) -> bool:
    """Keys that scroll and zoom; whether this was one of them."""
    camera, seen = context.camera, context.viewport.size.height()
    if event.modifiers() & CONTROL:
        acts = {
            Key.Key_Plus: lambda: camera.step(up=True),
            Key.Key_Equal: lambda: camera.step(up=True),
            Key.Key_Minus: lambda: camera.step(up=False),
            Key.Key_0: lambda: camera.set_zoom(1.0),
            Key.Key_Home: lambda: camera.go_to_page(0),
            Key.Key_End: lambda: camera.go_to_page(len(context.pages) - 1),
            Key.Key_PageDown: lambda: camera.turn(1),
            Key.Key_PageUp: lambda: camera.turn(-1),
        }
        act = acts.get(key)
        if act is not None:
            act()
        return act is not None
    steps = {
        Key.Key_PageDown: seen * 9 // 10,
        Key.Key_PageUp: -seen * 9 // 10,
        Key.Key_Down: LINE,
        Key.Key_Up: -LINE,
        Key.Key_Home: -camera.sheets.height,
        Key.Key_End: camera.sheets.height,
    }
    step = steps.get(key)
    if step is not None:
        camera.scroll(0, step)
    return step is not None
