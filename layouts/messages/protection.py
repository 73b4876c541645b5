"""Of copies to send: passwords, permissions, small files, thumbnails."""

from __future__ import annotations

from layouts.messages.message import Message

NO_PASSWORDS_IN_STANDARD = Message(
    "standard 为 {standard} 的文件不能加密码：印厂和档案要求文件不加密",
    "a file of the standard {standard} has no password: print houses and archives want it open",
)
PASSWORD_TOO_LONG = Message(
    "密码太长：最多 {most} 字节", "the password is too long: {most} bytes at most"
)
PASSWORD_UNTYPABLE = Message(
    "密码里有打不出来的字符", "the password has characters that nobody can type"
)
NO_PASSWORD_IN_FILE = Message(
    "密码文件 {path} 的第一行没有密码", "the first line of the password file {path} is empty"
)
PERMISSIONS_IN_STANDARD = Message(
    "standard 为 {standard} 时，{{key}} 不能限制：印厂和档案要求文件不加密",
    "{{key}} cannot be limited with standard {standard}: print houses and archives want files open",
)
SMALLEST_IN_PRINT = Message(
    "{{key}} 不能与 colour 为 cmyk 或 standard 为 {standard} 同用：印刷和存档要原样的图片",
    "{{key}} goes neither with colour cmyk nor with standard {standard}: print and archives want "
    "photos as they are",
)
THUMBNAILS_IN_PRINT = Message(
    "{{key}} 只用于 colour 为 rgb 的屏幕文件：印刷文件里不能有屏幕的颜色",
    "{{key}} is for files for the screen with colour rgb: print has no colours of screens",
)
