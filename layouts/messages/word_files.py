"""What is said of Word files that an issue is written to and comes back from."""

from layouts.messages.message import Message

NOT_OUR_WORD_FILE = Message(
    "这不是从版心导出的 Word 文件，或样式都被清除了。请用“导入稿件”",
    "it is no Word file from Banxin, or its styles were cleared; import it as a manuscript",
)
