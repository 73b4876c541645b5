"""Of n-up: how many pages a side, what does not fit a sheet, what is asked for in vain."""

from __future__ import annotations

from layouts.messages.message import Message

UP_UNFIT = Message(
    "每面 {up} 页拼不成：应为 1 到 {most} 之间的整数",
    "{up} pages a side cannot be laid: it must be a whole number from 1 to {most}",
)
UP_MISSING = Message(
    "缩拼要说明每面几页，如 --up 4", "reduced pages need a number for each side, as --up 4"
)
GUTTER_UNFIT = Message(
    "间距 {gutter:g} 毫米不合理，应在 0 到 {most:g} 毫米之间",
    "a gutter of {gutter:g} mm: it must be 0 to {most:g} mm",
)
SHEET_TOO_SMALL = Message(
    "{name} 第 {number} 页（{size} 毫米）按原大连同出血和标记，{width:g}×{height:g} 毫米的纸上最多"
    "排 {most} 页，排不下 {up} 页",
    "page {number} of {name} ({size} mm) at its own size, with bleed and marks, fits a sheet of "
    "{width:g}×{height:g} mm {most} times at most, not {up} times",
)
PAGE_LARGER_THAN_SHEET = Message(
    "{name} 第 {number} 页（{size} 毫米）按原大连同出血和标记，放不进 {width:g}×{height:g} 毫米"
    "的纸",
    "page {number} of {name} ({size} mm) at its own size, with bleed and marks, does not fit a "
    "sheet of {width:g}×{height:g} mm",
)
SIZES_DIFFER = Message(
    "{name} 第 {number} 页与第 1 页大小不同（{size} 与 {first} 毫米），不能按原大拼在一张纸上；"
    "缩拼可以",
    "{name}: page {number} differs in size from page 1 ({size} and {first} mm): they make no "
    "sheets at their own size, but can be reduced",
)

# Of the command line

ONLY_OF_BOOKLETS = Message(
    "{option} 只用于小册子，不能与 --up、--arrange 同用",
    "{option} is of booklets only: it does not go with --up or --arrange",
)
ONLY_OF_SEVERAL_UP = Message(
    "{option} 只用于多页拼版，要同时写 --up 或 --arrange",
    "{option} is of several pages a side: it needs --up or --arrange",
)
REDUCED_IS_NOT_CUT = Message(
    "缩拼不裁切，不能用 {option}；按原大拼版用 --arrange sequence、stack 或 repeat",
    "reduced pages are not cut: {option} goes with --arrange sequence, stack or repeat",
)
