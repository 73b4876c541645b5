"""What is said of Word files that an issue is written to and comes back from."""

from layouts.messages.message import Message

NOT_OUR_WORD_FILE = Message(
    "这不是从版心导出的 Word 文件，或样式都被清除了。请用“导入稿件”",
    "it is no Word file from Banxin, or its styles were cleared; import it as a manuscript",
)

OWN_WORD_FILE = Message(
    "这是从版心导出的 Word 文件，按样式读的。要在原来那一期里看改了什么，请用“收回 Word 稿”",
    "this Word file was exported from Banxin and was read by its styles; to see in its issue what "
    "was changed, take it back there",
)
