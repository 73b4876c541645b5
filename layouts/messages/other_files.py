"""What is said of manuscripts in ODT, RTF, PDF and formats of old programs.

What does not come in of an ODT or RTF has the codes and sentences of Word's files (`docx_files`).
"""

from layouts.messages.message import Message

UNREADABLE = Message("打不开：{zh}", "it cannot be opened: {en}")
TOO_MUCH_TEXT = Message(
    "文字太多（超过 {most} 字），排不成一期；请分成几个文件",
    "it holds more than {most} characters, more than an issue can; divide it into several files",
)
NO_ODT = Message(
    "不是 ODT 文档，或者文件损坏。请用 Word、WPS 或 LibreOffice 打开后另存为 .docx",
    "this is no ODT document, or a damaged one; open it in Word, WPS or LibreOffice and save it as "
    ".docx",
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
