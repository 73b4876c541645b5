"""What is said of manuscripts in ODT, RTF, PDF and formats of old programs.

Codes: of findings `tracked-changes`; of what is lost `deleted-text`, `hidden-text`, `header`,
`header-photo`, `note`, `comment`, `linked-photo`, `metafile`, `drawn-words`.
"""

from layouts.messages.message import Message

UNREADABLE = Message("打不开：{zh}", "it cannot be opened: {en}")
TOO_MUCH_TEXT = Message(
    "文字太多（超过 {most} 字），排不成一期；请分成几个文件",
    "it holds more than {most} characters, more than an issue can; divide it into several files",
)
NO_RTF = Message(
    "不是 RTF 文件，或者文件损坏。请用 Word 或 WPS 打开后另存为 .docx",
    "this is no RTF file, or a damaged one; open it in Word or WPS and save it as .docx",
)
RTF_TOO_DEEP = Message(
    "文件损坏：括号套得太深。请用 Word 或 WPS 打开后另存为 .docx",
    "the file is damaged, its groups stand too deep in each other; open it in Word or WPS and save "
    "it as .docx",
)
RTF_TOO_LONG = Message(
    "文件太长，不像一篇稿件。请用 Word 或 WPS 打开后另存为 .docx",
    "the file is too long for a manuscript; open it in Word or WPS and save it as .docx",
)
TRACKED_CHANGES = Message(
    "稿件带有修订，已按“全部接受”读入；删掉的文字列在“未读入”里",
    "the manuscript has tracked changes: they were read as accepted, and what they took out is "
    "listed under what did not come in",
)
DELETED_TEXT = Message("修订中删去的文字", "text that a tracked change took out")
HIDDEN_TEXT = Message("隐藏文字", "hidden text")
HEADER = Message("页眉或页脚", "a header or footer")
HEADER_PHOTO = Message("页眉或页脚里的图片", "a picture in a header or footer")
LOST_NOTE = Message("没有正文可依附的脚注", "a note that stands by no text")
LINKED_PHOTO = Message(
    "链接的图片，文件里没有；请向作者要原图",
    "a picture that is only linked, not in the file; ask the writer for it",
)
METAFILE = Message(
    "EMF 或 WMF 之类的图片，不能排；请向作者要 JPEG 或 PNG",
    "a picture of a kind that cannot be set (EMF, WMF …); ask the writer for a JPEG or PNG",
)
DRAWN_WORDS = Message("艺术字", "words drawn as a picture (WordArt)")
