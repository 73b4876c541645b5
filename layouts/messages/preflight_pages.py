"""Preflight: what is wrong on a page, and how the issue ends."""

from __future__ import annotations

from layouts.messages.message import Message

ARTICLE_ON_NO_PAGE = Message("“{name}”没有排进任何一页", "“{name}” came onto no page")
TEXT_OVER_FOOT = Message(
    "“{text}”起的文字溢出版心", "the text from “{text}” on runs over the foot of the type area"
)
TEXT_OVER_TRIM = Message("“{text}”超出裁切边", "“{text}” reaches over the trim")
TEXT_NEAR_TRIM = Message(
    "“{text}”离裁切边只有 {room:.1f} mm", "“{text}” is {room:.1f} mm from the trim"
)
BLEED_MISSING = Message(
    "第 {page} 页有图或底色贴着裁切边，没有出血",
    "a photo or tint on page {page} touches the trim without bleed",
)
BLEED_SHORT = Message(
    "第 {page} 页的图只出血 {has:.1f} mm，预设要 {wanted:.1f} mm，输出时放大 {share:.1%}；"
    "版面的出血改成 {wanted:.1f} mm 就不必放大",
    "a photo on page {page} bleeds {has:.1f} mm, the preset {wanted:.1f} mm: it is enlarged by "
    "{share:.1%}, which a bleed of {wanted:.1f} mm in the layout would save",
)
HEADING_LAST = Message(
    "标题“{heading}”落在第 {page} 页末", "the heading “{heading}” is last on page {page}"
)
LINE_RAGGED = Message(
    "“{text}”这一行排不满，没有撑开", "the line “{text}” does not fill its width and was not spread"
)
READING_IN_BRACKETS = Message(
    "“{words}”的注音 {reading} 排在了括号里：这里行距太小，字上放不下；加大这个样式的行距，"
    "或在版式里把注音设为括号",
    "the reading {reading} of “{words}” stands in brackets: the lines here are too close for it "
    "above; give the style more leading, or have readings in brackets in the layout",
)
NOTE_ELSEWHERE = Message(
    "第 {page} 页注号 {sign} 的脚注排到了别的页上",
    "the note of the sign {sign} on page {page} stands on another page",
)

PAGES_DO_NOT_FOLD = Message(
    "共 {count} 页，不是 4 的倍数，折页装订要补 {blanks} 页空白",
    "{count} pages are not a multiple of 4: {blanks} blank {added} added to fold them",
)
LAST_PAGE_SHORT = Message(
    "末页只排了 {full:.0%}，不到七成", "the last page is {full:.0%} full, under 70 %"
)
