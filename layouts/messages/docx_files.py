"""What is said of Word files: why one cannot be read, and what of one did not come in.

Codes of what is lost: `header`, `footer`, `watermark`, `header-photo`, `deleted-text`,
`hidden-text`, `contents`, `empty-number`, `covered-cell`, `metafile`, `photo-missing`,
`linked-photo`, `hidden-photo`, `shape`, `chart`, `diagram`, `embedded-object`, `inserted-file`,
`note`, `comment`, `symbol`. Code of a finding: `tracked-changes`.
"""

from layouts.messages.message import Message

OTHER_OFFICE = Message(
    "这是表格或演示文稿，不是 Word 文档。请把文字复制到 Word 文档里再导入",
    "this is a spreadsheet or a presentation, no Word document; copy its text into one",
)
NO_MAIN_PART = Message(
    "文件里没有 Word 正文，可能已损坏。请用 Word 或 WPS 打开后另存一份",
    "it has no Word text inside and may be damaged; open it in Word or WPS and save it again",
)
TOO_MANY_PARAGRAPHS = Message(
    "稿件太长：段落、单元格和图形超过 {most} 个，请分成几份",
    "the manuscript is too long: it has more than {most} paragraphs, cells and drawings; divide it",
)
TOO_MANY_PICTURES = Message(
    "文件里的图片超过 {most} 张，请把稿件分成几份",
    "the file has more than {most} pictures; divide the manuscript",
)

TRACKED_CHANGES = Message(
    "稿件里有修订：插入 {inserted} 处、删除 {deleted} 处、移动 {moved} 处。"
    "已按全部接受处理，请核对",
    "the manuscript has tracked changes: {inserted} insertions, {deleted} deletions, "
    "{moved} moves; all were taken as accepted, check them",
)

HEADER = Message("页眉没有导入", "a page header was left out")
FOOTER = Message("页脚没有导入", "a page footer was left out")
WATERMARK = Message("水印没有导入", "a watermark was left out")
DELETED_TEXT = Message("修订中删除的文字没有导入", "text deleted by tracked changes was left out")
HIDDEN_TEXT = Message("隐藏文字没有导入", "hidden text was left out")
CONTENTS = Message(
    "目录没有导入，排版时会重新生成", "the table of contents was left out; the issue has its own"
)
EMPTY_NUMBER = Message("只有编号的空段没有导入", "an empty paragraph with a number was left out")
COVERED_CELL = Message(
    "被合并单元格盖住的文字没有导入", "text covered by a merged cell was left out"
)
PHOTO_KIND = Message(
    "有一张图片的格式不能用（EMF、WMF 等），请换成 JPG 或 PNG",
    "a picture is of a kind that cannot be set (EMF, WMF …); give it as JPEG or PNG",
)
PICTURE_MISSING = Message(
    "有一张图片在文件里找不到或已损坏，请另外附上",
    "a picture is missing in the file or damaged; send it beside",
)
LINKED_PHOTO = Message(
    "有一张图片只是链接，没有放在文件里，请另外附上",
    "a picture is only linked and not in the file; send it beside",
)
NOTE_PHOTO = Message(
    "页眉、页脚、注释或批注里的图片没有导入",
    "a picture in a header, footer, note or comment was left out",
)
HIDDEN_PHOTO = Message(
    "修订中删除的或隐藏的图片没有导入", "a deleted or hidden picture was left out"
)
SHAPE = Message("画出来的线条或图形没有导入", "a drawn line or shape was left out")
CHART = Message("图表没有导入，请存成图片后再放进来", "a chart was left out; save it as a picture")
DIAGRAM = Message(
    "SmartArt 图示没有导入，请存成图片后再放进来",
    "a SmartArt diagram was left out; save it as a picture",
)
EMBEDDED_OBJECT = Message(
    "嵌入的对象（公式、表格等）没有导入", "an embedded object (equation, sheet …) was left out"
)
INSERTED_FILE = Message(
    "插入的整个文件没有导入，请单独导入它", "a whole file inside was left out; import it by itself"
)
NOTE = Message("这条注释没有可挂的文字，没有导入", "a note on no text was left out")
COMMENT = Message("这条批注没有可挂的文字，没有导入", "a comment on no text was left out")
SYMBOL = Message(
    "有一个符号字体里的符号认不出来，请核对原稿",
    "a sign of a symbol font is not known; look into the source",
)
