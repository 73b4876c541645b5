"""What the verb compare says."""

from collections.abc import Mapping
from types import MappingProxyType

from layouts.messages.message import Message

COMPARE = Message(
    "对照：改回的 Word 文件改了什么，或两期有什么不同；有不同时返回 1",
    "what was changed in a Word file of the issue, or how two issues differ; exit code 1 where "
    "they do",
)
COMPARED_FILE = Message(
    "改过的 .docx，或另一期 .banxin、.md", "the edited .docx, or another issue .banxin or .md"
)
COMPARED_OUTPUT = Message(
    "把改动收进这一期，写成 .banxin 或 .md", "write the issue with the changes, .banxin or .md"
)
COMPARED_JSON = Message("JSON 输出", "print the changes as JSON")

NOTHING_DIFFERS = Message("没有改动", "nothing differs")

WHAT: Mapping[str, Message] = MappingProxyType(
    {
        "added": Message("新增", "added"),
        "removed": Message("删去", "removed"),
        "moved": Message("移动", "moved"),
        "changed": Message("修改", "changed"),
        "moved and changed": Message("移动并修改", "moved and changed"),
    }
)
SUBJECTS: Mapping[str, Message] = MappingProxyType(
    {
        "article": Message("没有标题的稿件", "an article without a title"),
        "masthead": Message("报头", "masthead"),
        "colophon": Message("报尾", "colophon"),
        "layout": Message("版式", "layout"),
        "sections": Message("栏目", "sections"),
        "accepted": Message("接受的检查结果", "accepted findings"),
    }
)
