"""Of faces that a layout asks for by name: missing, forbidden, gone, and those of whom a licence is
bought.
"""

from __future__ import annotations

from layouts.messages.message import Message, Sentence

WANTED_FACE_MISSING = Message(
    "没有找到字体 {wanted.zh}（{where.zh}），用 {used.zh} 代替；请安装这个字体、放进字体文件夹，"
    "或换一个",
    "the face {wanted.en} ({where.en}) is not here, {used.en} stands in; install it, put it into "
    "the folder of faces, or choose another",
)
WANTED_FACE_DAMAGED = Message(
    "字体 {wanted.zh}（{where.zh}）的文件打不开或已损坏，用 {used.zh} 代替；请重新安装，或换一个",
    "the file of the face {wanted.en} ({where.en}) is damaged or cannot be opened, {used.en} "
    "stands in; install it anew, or choose another",
)
WANTED_FACE_GONE = Message(
    "字体 {wanted.zh}（{where.zh}）的文件刚才还在，现在不见了或被换掉了，用 {used.zh} 代替；"
    "请查看字体所在的文件夹或网络共享，再打开一次，或换一个",
    "the file of the face {wanted.en} ({where.en}) was there and went away or was replaced, "
    "{used.en} stands in; see to the folder or share that it lies on and open the issue again, or "
    "choose another",
)
WANTED_FACE_TOO_LARGE = Message(
    "字体 {wanted.zh}（{where.zh}）的文件太大，不能用，用 {used.zh} 代替；请换一个字体",
    "the file of the face {wanted.en} ({where.en}) is too large to be used, {used.en} stands in; "
    "choose another",
)
WANTED_FACE_WITHOUT_HANZI = Message(
    "字体 {wanted.zh}（{where.zh}）里没有汉字，用 {used.zh} 代替；请换一个字体",
    "the face {wanted.en} ({where.en}) has no Hanzi, {used.en} stands in; choose another",
)
WANTED_FACE_FORBIDDEN = Message(
    "字体 {wanted.zh}（{where.zh}）不许嵌入 PDF，这里用 {used.zh} 代替；导出前请换一个字体，"
    "或向厂商取得许可",
    "the face {wanted.en} ({where.en}) may not be embedded in a PDF, {used.en} stands in; choose "
    "another before you export, or ask its maker for leave",
)
USED_FACE_GONE = Message(
    "字体 {used.zh} 的文件在用的时候不见了或被换掉了（{path}）；这次仍按先前读入的排，"
    "下次打开按那时有的字体排",
    "the file of the face {used.en} went away or was replaced while it was in use ({path}); pages "
    "are still set in what was read before, the next time in what is there then",
)
FACES_UNREAD = Message(
    "字体文件夹里有 {count} 个文件读不出字体，第一个是 {path}：{why.zh}",
    "{count} files in folders of faces give none; the first is {path}: {why.en}",
)
FACE_LICENCE = Message(
    "字体 {used.zh} 是{foundry.zh}的：嵌入 PDF 对外发布须有商用授权，请确认",
    "the face {used.en} is of {foundry.en}: embedding it in PDFs that are published wants a "
    "licence; make sure that you have one",
)

FOUNDRIES = {
    "方正": Sentence("方正字库", "Founder"),
    "汉仪": Sentence("汉仪字库", "Hanyi"),
    "华文": Sentence("华文（常州华文）", "SinoType"),
}
"""What the foundries are called that sell licences for embedding."""

IN_ALL_STYLES = Sentence("所有文字", "all text")
SO_MANY_STYLES = Message(
    "{first.zh}等 {count} 种文字", "{first.en} and more, {count} kinds of text in all"
)
