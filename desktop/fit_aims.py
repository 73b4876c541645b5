"""Aims of fitting (整页适配) as the window calls them."""

from __future__ import annotations

from desktop.words import tr
from layouts.fitting.aim import Aim, AimKind


def aim_name(aim: Aim) -> str:
    """What an aim is called: on buttons, in menus, as the name of a step."""
    match aim.kind:
        case AimKind.PAGES:
            return tr("排成 {n} 页", n=aim.number)
        case AimKind.MULTIPLE:
            return tr("{n} 的倍数", n=aim.number)
        case AimKind.SAVE:
            return tr("本文省 {n} 行", n=aim.number)
        case AimKind.GAIN:
            return tr("本文多 {n} 行", n=aim.number)
        case AimKind.ONE_PAGE:
            return tr("本文排在一页里")
        case AimKind.ONE_SPREAD:
            return tr("本文排在一个跨页里")
        case _:
            return tr("排满整页")
