"""The editor's own faces: what is told of them, and why one cannot be used."""

from __future__ import annotations

from layouts.messages.message import Message

FACE_FREE = Message("可以嵌入", "may be embedded")
FACE_FOR_READING = Message("可以嵌入，供阅读和打印", "may be embedded for reading and printing")
FACE_EDITABLE = Message("可以嵌入，供阅读、打印和编辑", "may be embedded, for editing too")
FACE_WHOLE = Message(
    "只许整个嵌入，PDF 会大很多",
    "may be embedded only whole, which makes PDFs much larger",
)
FACE_RESTRICTED = Message("厂商不许嵌入 PDF", "its maker forbids embedding")
FACE_BITMAPS = Message("厂商只许嵌入点阵，不能用", "its maker allows embedding of bitmaps only")
FACE_SAYS_NOTHING = Message(
    "字体文件没有写明能否嵌入，按不许嵌入处理",
    "its file does not say whether it may be embedded, which counts as forbidden",
)

FACE_WANTS_LICENCE = Message(
    "{foundry.zh}字体嵌入 PDF 须有厂商授权，请先确认本单位已经取得",
    "embedding faces of {foundry.en} takes a licence from the foundry; make sure that you have it",
)
FACE_GONE = Message(
    "字体文件不在了，或者所在的网络文件夹断开了",
    "the font file is gone, or the share that it lies on is",
)
FACE_FORBIDDEN = Message("没有读取字体文件的权限", "the font file may not be read")
FACE_NO_FILE = Message("这是文件夹或设备，不是字体文件", "this is a folder or device, no font file")
FACE_NO_FONT = Message(
    "不是字体文件（可以用 TTF、OTF、TTC、OTC）",
    "this is no font file (TTF, OTF, TTC and OTC are)",
)
FACE_DAMAGED = Message("字体文件已损坏，请重新安装", "the font file is damaged; install it again")
FACE_NO_OUTLINES = Message(
    "字体里只有点阵或彩色图形，没有轮廓，不能用",
    "the font has bitmaps or coloured pictures but no outlines",
)
FACE_TOO_LARGE = Message("字体太大，不能用", "the font is too large to be used")

SYSTEM_SAYS_NO_FONTS = Message(
    "系统没有说出装了哪些字体（Linux 上要有 fontconfig），只用得到自带字体和字体文件夹里的",
    "the system does not say which fonts are installed (on Linux fontconfig does); only ours and "
    "those in folders of fonts can be used",
)
FONT_FOLDER_GONE = Message(
    "字体文件夹 {folder} 打不开，里面的字体用不上",
    "the folder of fonts {folder} cannot be opened; its fonts cannot be used",
)

FACES_HEAD = Message(
    "字族\t西文名\tPostScript 名\t字重\t轮廓\t汉字\t嵌入",
    "family\tname in Latin\tPostScript name\tweight\toutlines\tHanzi\tembedding",
)
NO_FACES = Message("没有找到字体", "no faces were found")
FACES_FOUND = Message("共 {count} 个", "{count} faces")
