"""Of pages as pictures: what may be asked for, and what does not fit."""

from __future__ import annotations

from layouts.messages.message import Message

PAGES_UNKNOWN = Message(
    "页面写作 1-3,5，本期共 {count} 页：{asked}",
    "pages are written 1-3,5 and there are {count} of them: {asked}",
)
PICTURE_TOO_LARGE = Message(
    "{what.zh}存成 {kind} 最小也有 {least} KB，超过 {most} KB；"
    "请降低分辨率、改用 JPEG 或 WebP，或放宽大小",
    "{what.en} as {kind} has {least} KB at least, more than {most} KB; ask for fewer ppi, for JPEG "
    "or WebP, or allow more",
)
PICTURE_TOO_WIDE = Message(
    "{what.zh}有 {width} × {height} 像素，{kind} 一边最多 {most}；请降低分辨率",
    "{what.en} has {width} × {height} pixels, and {kind} no more than {most} a side; ask for fewer "
    "ppi",
)
PAGES_CALLED = Message("第 {pages} 页", "page {pages}")
ROWS_CALLED = Message("长图第 {start} 到 {end} 行像素", "rows {start} to {end} of the long picture")
NOT_IN_PRINT = Message(
    "印刷用的 TIFF 只有单页：不能与 {option} 一起用",
    "a TIFF for print is a single page: {option} cannot be used with it",
)
PRESET_NOT_FOUR_INKS = Message(
    "预设 {name} 不是四色，不能用来做 TIFF；请用四色的预设，如 print",
    "the preset {name} is not for four inks, which a TIFF is made for; use one that is, as print",
)
PRESET_WITHOUT_INKS = Message(
    "图片是屏幕颜色，--preset 只用于 TIFF：{path}",
    "pictures have the colours of the screen, --preset is for a TIFF: {path}",
)
NO_QUALITY = Message(
    "{kind} 没有品质可选；--quality 用于 JPEG 和 WebP",
    "{kind} has no quality to choose; --quality is for JPEG and WebP",
)
OUT_OF_RANGE = Message(
    "{option} 要在 {least} 到 {most} 之间", "{option} must be between {least} and {most}"
)
AT_LEAST = Message("{option} 至少是 {least}", "{option} must be {least} or more")
LONG_APART = Message(
    "--long 是整期一张长图，不能与 {option} 一起用",
    "--long is one long picture of the issue and cannot be used with {option}",
)
SLICES_WITHOUT_LONG = Message("--slice-height 要与 --long 一起用", "--slice-height needs --long")
PICTURES_ALONE = Message(
    "--spreads、--long、--ppi、--quality、--most-kb、--slice-height 用于图片"
    "（.png、.jpg、.tif、.webp）",
    "--spreads, --long, --ppi, --quality, --most-kb and --slice-height are for pictures "
    "(.png, .jpg, .tif, .webp)",
)
