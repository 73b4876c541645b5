"""The menu of photos (图片): what is done to one, where it stands, what text runs round of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.actions import Command, Menu, When
from desktop.words import tr
from layouts.issue.photo import MOST_IN_ROW, PhotoPlace, RowCaptions, Side, Wrap

if TYPE_CHECKING:
    from desktop.window_parts.photo_rows import PhotoRowActs
    from desktop.window_parts.photos import PhotoActs


def photo_menu(acts: PhotoActs, rows: PhotoRowActs) -> Menu:
    """What is done to a photo: a menu of its own, all of them are too many for a low screen."""
    return Menu(
        tr("图片"),
        "Photo",
        (
            Command(
                "photo.replace", tr("替换图片…"), "Replace photo", acts.replace, when=When.PHOTO
            ),
            Command(
                "photo.crop",
                tr("裁切图片…"),
                "Crop photo",
                acts.crop,
                "Ctrl+Shift+X",
                "crop",
                When.PHOTO,
            ),
            Command(
                "photo.straighten",
                tr("拉直图片…"),
                "Straighten photo",
                acts.straighten,
                when=When.PHOTO,
            ),
            Command(
                "photo.grey",
                tr("黑白"),
                "Photo in greys",
                acts.turn_grey,
                when=When.PHOTO,
                checked=acts.is_grey,
            ),
            Command(
                "photo.as-it-is",
                tr("还原图片调整"),
                "Photo as its file has it",
                acts.as_it_is,
                when=When.PHOTO,
            ),
            Command("photo.remove", tr("删除图片"), "Delete photo", acts.remove, when=When.PHOTO),
            _place(acts),
            _side(acts),
            _row(rows),
            _wrap(acts),
        ),
        name="photo",
    )


def _place(acts: PhotoActs) -> Menu:
    return Menu(
        tr("图片位置"),
        "Photo place",
        (
            *(
                Command(
                    f"photo.place-{place}",
                    text,
                    english,
                    partial(acts.set_place, place),
                    "",
                    f"place-{place}",
                    When.PHOTO,
                    partial(acts.is_at, place),
                )
                for place, text, english in (
                    (PhotoPlace.TEXT, tr("文中"), "Photo in the text"),
                    (PhotoPlace.TOP, tr("页首"), "Photo at the head of a page"),
                    (PhotoPlace.FOOT, tr("页脚"), "Photo at the foot of a page"),
                    (PhotoPlace.PAGE, tr("整页"), "Photo on a page of its own"),
                    (PhotoPlace.SPREAD, tr("跨两页"), "Photo on two facing pages"),
                )
            ),
            None,
            Command(
                "photo.bleed",
                tr("出血到页边"),
                "Photo over the edges of its page",
                acts.turn_bleed,
                when=When.PHOTO,
                checked=acts.bleeds,
            ),
        ),
        name="photo-place",
    )


def _side(acts: PhotoActs) -> Menu:
    return Menu(
        tr("图片绕排"),
        "Photo wrap",
        tuple(
            Command(
                f"photo.side-{side}",
                text,
                english,
                partial(acts.set_side, side),
                "",
                "",
                When.PHOTO,
                partial(acts.is_side, side),
            )
            for side, text, english in (
                (Side.LEFT, tr("居左"), "Photo left"),
                (Side.RIGHT, tr("居右"), "Photo right"),
                (Side.BOTH, tr("居中，两侧绕排"), "Photo with text on both sides"),
                (Side.NONE, tr("单独成行"), "Photo alone"),
            )
        ),
        name="side",
    )


def _row(rows: PhotoRowActs) -> Menu:
    return Menu(
        tr("图片并排"),
        "Photos side by side",
        (
            Command(
                "photo.row",
                tr("并排图片"),
                "Set photos side by side",
                rows.set_beside,
                when=When.PHOTO,
                hint=tr("选中的几张并成一排；只选一张时与前后相邻的一张并排"),
            ),
            Command(
                "photo.part-row",
                tr("取消并排"),
                "Part the photos of a row",
                rows.part,
                when=When.PHOTO_ROW,
            ),
            None,
            Menu(
                tr("每排几张"),
                "Photos in a line",
                tuple(
                    Command(
                        f"photo.grid-{grid}",
                        tr("每排 {n} 张", n=grid) if grid else tr("全部一排"),
                        f"{grid} photos in a line" if grid else "All photos in one line",
                        partial(rows.set_grid, grid),
                        "",
                        "",
                        When.PHOTO_ROW,
                        partial(rows.is_grid, grid),
                    )
                    for grid in range(MOST_IN_ROW)
                ),
                name="grid",
            ),
            Menu(
                tr("并排图片的图注"),
                "Captions of a row",
                tuple(
                    Command(
                        f"photo.captions-{captions}",
                        text,
                        english,
                        partial(rows.set_captions, captions),
                        "",
                        "",
                        When.PHOTO_ROW,
                        partial(rows.are_captions, captions),
                    )
                    for captions, text, english in (
                        (RowCaptions.AS_WRITTEN, tr("按各张写的"), "Captions as they are written"),
                        (RowCaptions.TOGETHER, tr("合写一条（左图、右图…）"), "One caption of all"),
                        (RowCaptions.EACH, tr("各写一条"), "One caption under each"),
                    )
                ),
                name="row-captions",
            ),
        ),
        name="row",
    )


def _wrap(acts: PhotoActs) -> Menu:
    return Menu(
        tr("随形绕排"),
        "Wrap round",
        (
            *(
                Command(
                    f"photo.wrap-{wrap}",
                    text,
                    english,
                    partial(acts.set_wrap, wrap),
                    "",
                    "",
                    When.PHOTO,
                    partial(acts.is_wrap, wrap),
                )
                for wrap, text, english in (
                    (Wrap.BOX, tr("绕着方框"), "Wrap round the frame"),
                    (Wrap.ALPHA, tr("绕着透明部分"), "Wrap round what the alpha channel shows"),
                    (Wrap.OUTLINE, tr("绕着找出的轮廓"), "Wrap round the outline found"),
                )
            ),
            None,
            Command(
                "photo.outline",
                tr("编辑轮廓…"),
                "Draw the outline",
                acts.outline,
                when=When.PHOTO,
                hint=tr("在图片上拖动轮廓的角点，正文随着绕排"),
            ),
        ),
        name="wrap",
    )
