"""What is said of manuscripts in ODT, RTF, PDF and formats of old programs.

What does not come in of an ODT or RTF has the codes and sentences of Word's files (`docx_files`).
"""

from layouts.messages.message import Message

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
PDF_LOCKED = Message(
    "PDF 加了密码，读不了。请让作者发来 Word 文件，或取消密码后再导入",
    "the PDF has a password; ask for the Word file, or take the password off",
)
PDF_BROKEN = Message(
    "PDF 打不开：文件损坏，或者不是 PDF。请让作者重新发一份，最好是 Word 文件",
    "the PDF cannot be opened: it is damaged, or none; ask for it again, best as a Word file",
)
PDF_SCANNED = Message(
    "PDF 里没有文字，是扫描或拍照的图。请用带文字识别（OCR）的软件转成 Word 文件，或让作者发来原稿",
    "the PDF has no text, only pictures of pages; have a program with text recognition (OCR) make "
    "a Word file of it, or ask for the original",
)
PDF_EMPTY = Message("PDF 里没有文字", "the PDF has no text")
PDF_NO_CHARACTERS = Message(
    "PDF 里的字没有编码，读出来是乱码。请让作者发来 Word 文件",
    "the PDF does not say which characters its signs are; ask for the Word file",
)
PDF_TOO_LONG = Message(
    "PDF 太长，不像一篇稿件。请只留需要的几页再导入",
    "the PDF is too long for a manuscript; import only the pages needed",
)
NO_LIBREOFFICE = Message(
    "{suffix} 是旧格式，读不了。请用 Word 或 WPS 打开，另存为 .docx 再导入"
    "（电脑装了 LibreOffice 也能直接转换）",
    "{suffix} is a format of old programs; open it in Word or WPS and save it as .docx (with "
    "LibreOffice installed it can be converted here)",
)
MAY_CONVERT = Message(
    "{suffix} 是旧格式，要用电脑里的 LibreOffice 转换（不联网、不改原文件），同意后再导入一次；"
    "也可以用 Word 或 WPS 另存为 .docx",
    "{suffix} is a format of old programs: LibreOffice on this computer can convert it, without "
    "network and without changing the file; import it again when you agree, or save it as .docx in "
    "Word or WPS",
)
CONVERSION_TOO_LONG = Message(
    "LibreOffice 转换超过 {seconds} 秒，已停止。请用 Word 或 WPS 打开，另存为 .docx 再导入",
    "LibreOffice took more than {seconds} seconds and was stopped; open the file in Word or WPS "
    "and save it as .docx",
)
NOT_CONVERTED = Message(
    "LibreOffice 转换不了这个文件，可能已损坏或加了密码。"
    "请用 Word 或 WPS 打开，另存为 .docx 再导入",
    "LibreOffice could not convert the file, which may be damaged or have a password; open it in "
    "Word or WPS and save it as .docx",
)
DATES_RENEWED = Message(
    "稿件里有自动更新的日期，转换后成了今天的日期。请对照原稿改回来",
    "the manuscript has dates that renew themselves; converting made them today's: compare with "
    "the original",
)
CONVERTED_BADLY = Message(
    "LibreOffice 转换出来的文件读不了。请用 Word 或 WPS 打开，另存为 .docx 再导入",
    "what LibreOffice made of the file cannot be read; open it in Word or WPS and save it as .docx",
)
