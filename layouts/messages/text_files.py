"""What is said of text files that come in: their encoding, and lines rejoined."""

from layouts.messages.message import Message

NOT_TEXT = Message(
    "这是{kind.zh}，不是文字文件；请用原来的程序打开，另存为文本（.txt）或 Word 文档",
    "this is {kind.en}, not a text file; open it in its own program and save it as text or as a "
    "Word document",
)
UNKNOWN_ENCODING = Message(
    "认不出文件的编码（可读 UTF-8、UTF-16、GB 18030、Big5、HZ），或者它不是文字文件；"
    "请用记事本打开，另存为 UTF-8",
    "this is no text, or in none of the encodings we know (UTF-8, UTF-16, GB 18030, Big5, HZ); "
    "open it in an editor and save it as UTF-8",
)
FILE_WITHOUT_TEXT = Message("文件里没有文字", "the file has no text")
TOO_MANY_LINES = Message(
    "文件有 {count} 行，最多读 {limit} 行；请分成几个文件",
    "the file has {count} lines, of which at most {limit} are read; please part it into several",
)
TEXT_CUT = Message(
    "文件在最后一个字中间断开了，后面的内容可能丢失；请核对原稿",
    "the file ends in the middle of a character, and what followed may be lost; compare with the "
    "original",
)
TEXT_DAMAGED = Message(
    "有 {count} 行的字节已损坏（这是第一行），坏字显示为 �；请核对原稿",
    "bytes of {count} lines are damaged (this is the first), shown as �; compare with the original",
)
LINES_REJOINED = Message(
    "原文按行宽断行，已把 {count} 处断行接回成段；请看一看段落",
    "the text had a break at the end of every line; {count} of them were taken out to make "
    "paragraphs again; please look them over",
)
PAGE_NUMBER_LEFT_OUT = Message("页码", "a page number")
RUNNING_HEAD_LEFT_OUT = Message("页眉或页脚", "a running head or foot")
RULE_LEFT_OUT = Message("一条用符号打成的横线", "a rule typed with marks")
HYPHEN_LEFT_OUT = Message(
    "行末断开单词的连字符", "hyphens of words that were parted at the ends of lines"
)
LINE_OF_TEXT = Message("第 {line} 行", "line {line}")
