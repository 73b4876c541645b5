"""Of PDFs that come in, to be proved or made a booklet of."""

from __future__ import annotations

from layouts.messages.message import Message

NO_PDF = Message("{name} 不是 PDF 文件", "{name} is not a PDF file")
PDF_WITHOUT_PAGES = Message("{name} 没有页面", "{name} has no pages")

NOT_PROVED_LOCKED = Message(
    "{name} 有密码保护，无法检查", "{name} is protected by a password and cannot be proved"
)
NOT_PROVED_DAMAGED = Message("{name} 已损坏，无法检查", "{name} is damaged and cannot be proved")
TOO_LONG_TO_PROVE = Message(
    "{name} 有 {count} 页，最多能检查 {most} 页",
    "{name} has {count} pages, at most {most} can be proved",
)
TOO_MUCH_TO_PROVE = Message(
    "{name} 的内容太多或没有尽头，无法检查",
    "{name}: its content is too much or has no end and cannot be proved",
)

NOT_IMPOSED_LOCKED = Message(
    "{name} 有密码保护，不能拼版", "{name} is protected by a password and cannot be imposed"
)
NOT_IMPOSED_ENCRYPTED = Message(
    "{name} 已加密，不能拼版", "{name} is encrypted and cannot be imposed"
)
NOT_IMPOSED_DAMAGED = Message("{name} 已损坏，不能拼版", "{name} is damaged and cannot be imposed")
TOO_LONG_TO_IMPOSE = Message(
    "{name} 有 {count} 页，最多能拼 {most} 页",
    "{name} has {count} pages, at most {most} can be imposed",
)

FACE_NOT_CUT = Message(
    "字体 {name} 的文件有损坏，嵌不进 PDF；请换一个字体，或重新安装",
    "the file of the face {name} is damaged and cannot be embedded; choose another, or install it "
    "anew",
)
