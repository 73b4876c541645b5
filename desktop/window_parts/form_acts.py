"""What the menu of paragraphs does: lists, their numbers and turnovers."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop.dialogs import choose
from desktop.paragraph_forms import change_items, form_now, give_form, shift_items
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.issue.form import MOST_COUNTED, PLAIN, FormKind, ItemLabel, ParagraphForm, Turnover


class FormActs(QObject):
    """Acts on the paragraphs with the caret or marked text."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def number(self, label: ItemLabel) -> None:
        """Have the paragraphs number themselves, or no longer."""
        if self.is_numbered(label):
            give_form(self._session, tr("取消编号"), PLAIN)
        else:
            form = ParagraphForm(FormKind.NUMBERED, self._level(), label, self._turnover())
            give_form(self._session, tr("编号"), form)

    def is_numbered(self, label: ItemLabel) -> bool:
        """Whether the paragraph with the caret numbers itself so."""
        form = form_now(self._session)
        return form.kind is FormKind.NUMBERED and form.label is label

    def number_as_layout(self) -> None:
        """Have the paragraphs number themselves as the layout has it, or no longer."""
        if self.is_numbered_as_layout():
            give_form(self._session, tr("取消编号"), PLAIN)
        else:
            form = ParagraphForm(FormKind.NUMBERED, self._level(), turnover=self._turnover())
            give_form(self._session, tr("编号"), form)

    def is_numbered_as_layout(self) -> bool:
        """Whether the paragraph with the caret numbers itself as the layout has it."""
        form = form_now(self._session)
        return form.kind is FormKind.NUMBERED and form.label is None

    def bullet(self) -> None:
        """Set a sign before the paragraphs, or no longer."""
        if self.is_bulleted():
            give_form(self._session, tr("取消列项"), PLAIN)
        else:
            form = ParagraphForm(FormKind.BULLETED, self._level(), turnover=self._turnover())
            give_form(self._session, tr("列项"), form)

    def is_bulleted(self) -> bool:
        """Whether the paragraph with the caret is an item with a sign."""
        return form_now(self._session).kind is FormKind.BULLETED

    def shift(self, *, onward: bool) -> None:
        """Move the items a level down or up."""
        if not shift_items(self._session, onward=onward):
            self._say_none()

    def turn(self, turnover: Turnover) -> None:
        """Have the items hang or go back to the margin; once more, as the layout has it."""
        to = Turnover.LAYOUT if self.turns(turnover) else turnover
        self._change(tr("列项转行"), lambda form: replace(form, turnover=to))

    def turns(self, turnover: Turnover) -> bool:
        """Whether the item with the caret says so."""
        return form_now(self._session).turnover is turnover

    def go_on(self) -> None:
        """Count on from the last list like it, or begin anew."""
        on = not self.goes_on()
        self._change(
            tr("接着上面编号") if on else tr("重新编号"),
            lambda form: replace(form, goes_on=on, start=None),
        )

    def goes_on(self) -> bool:
        """Whether the item with the caret counts on from the last list like it."""
        return form_now(self._session).goes_on

    def start_at(self) -> None:
        """Ask for the number that the item with the caret begins at; nothing for none."""
        form = form_now(self._session)
        if form.kind is not FormKind.NUMBERED:
            self._say_none()
            return
        typed = choose.line_of_text(
            self._services.window,
            tr("编号从几起"),
            tr("从几起（空着就接着数）"),
            "" if form.start is None else str(form.start),
        )
        if typed is None:
            return
        given = typed.strip()
        start = int(given) if given.isascii() and given.isdecimal() and len(given) < 4 else None
        if given and not start:
            self._services.say(tr("请输入 1 到 {most} 的数", most=MOST_COUNTED))
            return
        self._change(tr("编号从几起"), lambda form: replace(form, start=start, goes_on=False))

    def _change(self, name: str, change: Callable[[ParagraphForm], ParagraphForm]) -> None:
        if form_now(self._session).is_item:
            change_items(self._session, name, change)
        else:
            self._say_none()

    def _say_none(self) -> None:
        self._services.say(tr("光标所在的段落不是列项"))

    def _level(self) -> int:
        form = form_now(self._session)
        return form.level if form.is_item else 1

    def _turnover(self) -> Turnover:
        return form_now(self._session).turnover
