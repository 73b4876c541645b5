"""Of photos that cannot be set: each reason reads on after PHOTO_REFUSED with the name."""

from __future__ import annotations

from layouts.messages.message import Message

PHOTO_REFUSED = Message("图片 {name} {why.zh}", "the photo {name} {why.en}")

PHOTO_MISSING = Message("不存在", "does not exist")
PHOTO_EMPTY = Message("是空文件", "is an empty file")
PHOTO_NOT_OPENED = Message("无法打开：{why.zh}", "cannot be opened: {why.en}")
PHOTO_TOO_LARGE = Message("大于 {most} MB", "is larger than {most} MB")
PHOTO_OF_NO_KIND = Message(
    "不是 JPEG、PNG、TIFF、WebP、HEIC、AVIF、GIF 或 BMP 图片，请另存为 JPEG",
    "is no JPEG, PNG, TIFF, WebP, HEIC, AVIF, GIF or BMP picture: save it as a JPEG",
)
PHOTO_NEEDS_HEIF = Message(
    "是手机的 HEIC 图片，这里没有装读它的组件（pi-heif）：请在手机或看图程序里另存为 JPEG，再替换"
    "它；手机设置 > 相机 > 格式里选“兼容性最佳”，以后拍的就是 JPEG",
    "is an HEIC picture of a phone, and what reads it (pi-heif) is not installed here: save it as "
    "a JPEG on the phone or in an image viewer and put that in its place; with Settings > Camera > "
    "Formats > Most Compatible the phone takes JPEGs from then on",
)
PHOTO_OF_TOO_MANY_PARTS = Message(
    "由 {count} 个部分组成，上限是 {most}，请另存为 JPEG",
    "consists of {count} parts, more than {most}: save it as a JPEG",
)
PHOTO_CUT_SHORT = Message(
    "不完整，可能没有复制完", "is incomplete: it may not have been copied whole"
)
PHOTO_DAMAGED = Message("已损坏，无法读取", "is damaged and cannot be read")
PHOTO_TOO_MANY_PIXELS = Message(
    "有 {width}×{height} 像素，{kind} 的上限是 {most} 百万，请缩小",
    "has {width}×{height} pixels, more than {most} million for {kind}: make it smaller",
)
PHOTO_BITS = Message(
    "每色 {bits} 位，请另存为 8 位 JPEG", "has {bits} bits per colour: save it as an 8-bit JPEG"
)
PHOTO_FLOATING_POINT = Message(
    "以浮点数存储亮度，请另存为 8 位图片",
    "stores floating-point tones: save it with 8 bits per colour",
)

# Whole sentences

PHOTO_NAME_IMPOSSIBLE = Message(
    "图片 {name} 的文件名无效", "no file can be called {name}, the photo's name"
)
PHOTO_OUTSIDE = Message(
    "图片 {path} 在稿件所在文件夹之外，请放到稿件旁边",
    "the photo {path} lies outside the manuscript's folder",
)
NO_ALPHA = Message(
    "图片 {path} 没有透明部分，正文只能绕着方框排：请换成带透明背景的 PNG，或者改用轮廓、手画轮廓"
    "绕排",
    "the photo {path} has no transparent parts, so text runs round its frame: take a PNG with a "
    "transparent ground, or wrap round its outline or one you draw",
)
NO_PLAIN_GROUND = Message(
    "图片 {path} 的背景不是一种颜色，找不出轮廓，正文只能绕着方框排：请自己画出轮廓，或者换成带透明"
    "背景的 PNG",
    "the ground of the photo {path} is not of one colour and no outline was found, so text runs "
    "round its frame: draw the outline, or take a PNG with a transparent ground",
)
