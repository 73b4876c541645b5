"""What is said of zipped office files (DOCX, ODT …) that cannot be opened."""

from layouts.messages.message import Message

SOURCE_UNREADABLE = Message("文件打不开：{why.zh}", "the file cannot be opened: {why.en}")
NO_ZIP = Message(
    "打不开：文件损坏，或者不是这种文件。请用 Word 或 WPS 打开后另存一份",
    "it cannot be opened: the file is damaged or of another kind; open it in Word or WPS and save "
    "it again",
)
SOURCE_ENCRYPTED = Message(
    "文件加了密码，读不了。请用 Word 或 WPS 打开，取消密码后另存一份",
    "the file has a password; open it in Word or WPS, take the password off and save it again",
)
OLD_WORD = Message(
    "这是旧版 Word（.doc）文件，只是改了扩展名。请用 Word 或 WPS 打开后另存为 .docx",
    "this is a file of an old Word (.doc) under another name; open it in Word or WPS and save it "
    "as .docx",
)
TOO_MANY_FILES_INSIDE = Message(
    "文件里包着超过 {most} 个文件，不像一篇稿件",
    "it holds more than {most} files inside and is no manuscript",
)
PART_TWICE = Message(
    "文件损坏：里面有两个 {part}。请用 Word 或 WPS 打开后另存一份",
    "the file is damaged: it holds {part} twice; open it in Word or WPS and save it again",
)
NO_PART = Message(
    "文件不完整：缺少 {part}。请用 Word 或 WPS 打开后另存一份",
    "the file is not whole: {part} is missing; open it in Word or WPS and save it again",
)
PART_TOO_LARGE = Message(
    "文件里的 {part} 太大（超过 {most} MB），请把稿件分成几份",
    "its {part} is too large (more than {most} MB); divide the manuscript",
)
SOURCE_UNPACKS_TOO_LARGE = Message(
    "文件展开后太大（超过 {most} MB），请把稿件分成几份",
    "it unpacks to more than {most} MB; divide the manuscript",
)
SUSPICIOUS = Message(
    "文件里的 {part} 压缩得可疑，没有打开",
    "its {part} is packed suspiciously small and was not opened",
)
PART_DAMAGED = Message(
    "文件损坏：里面的 {part} 读不出来。请用 Word 或 WPS 打开后另存一份",
    "the file is damaged: its {part} cannot be read; open it in Word or WPS and save it again",
)
NOT_XML = Message(
    "文件损坏：里面的 {part} 第 {line} 行不完整。请用 Word 或 WPS 打开后另存一份",
    "the file is damaged: line {line} of its {part} is not whole; open it in Word or WPS and save "
    "it again",
)
DECLARATIONS = Message(
    "文件里的 {part} 含有办公软件不会写的声明，为安全起见没有打开",
    "its {part} has declarations that no office program writes; to be safe it was not opened",
)
TOO_MANY_ELEMENTS = Message(
    "文件太大：里面的 {part} 超过 {most} 个标记，请把稿件分成几份",
    "the file is too large: its {part} has more than {most} tags; divide the manuscript",
)
TOO_DEEP = Message(
    "文件里的 {part} 嵌套得太深，不像一篇稿件，没有打开",
    "its {part} is nested too deep for a manuscript and was not opened",
)
