"""Of the pictures that a layout names (题字, 徽标): what a file may be called, and why one cannot
be set.

Each reason reads on after ART_UNUSABLE with the name.
"""

from __future__ import annotations

from layouts.messages.message import Message

# In a layout's file, where `{{key}}` stays as `{key}`

ART_FILE_NAME = Message(
    "版式文件旁边一张图片的文件名（{endings}）",
    "the name of a picture file beside the layout's file ({endings})",
)
ART_WITHOUT_SIZE = Message("{{key}} 要有 width 或 height", "{{key}} needs a width or a height")

# Why a drawing cannot be set

DRAWING_HAS = Message(
    "第 {line} 行有{what.zh}：版式只印填色的路径，请在绘图软件里转为填色路径再存",
    "has {what.en} in line {line}: only filled paths are printed; turn it into those in the "
    "drawing program and save it again",
)
DRAWING_TOO_MUCH = Message(
    "过于复杂：曲线和线段超过 {steps} 段，或图形超过 {elements} 个，请简化",
    "is too complex: it has more than {steps} lines and curves or {elements} elements; simplify it",
)
DRAWING_NOT_UTF8 = Message("不是 UTF-8 编码，请另存", "is not in UTF-8: save it so")
DRAWING_NO_XML = Message(
    "第 {line} 行不合 XML 的写法，无法读取", "is no well-formed XML in line {line}"
)
DRAWING_NO_SVG = Message("不是 SVG 图形", "is no SVG drawing")
DRAWING_DECLARES = Message(
    "自定了 XML 实体（<!ENTITY …>），请存为不带它们的 SVG",
    "declares XML entities (<!ENTITY …>): save it as an SVG without them",
)
DRAWING_EMPTY = Message("没有填色的路径，印不出任何东西", "has no filled path: it prints nothing")
DRAWING_UNREADABLE = Message(
    "第 {line} 行的 {what} 读不懂", "has a {what} in line {line} that cannot be read"
)

# What of a drawing cannot be printed, in DRAWING_HAS

TEXT = Message("文字", "text")
PICTURE = Message("嵌入的图片", "an embedded picture")
SCRIPT = Message("脚本", "a script")
A_LINK = Message("链接", "a link")
FOREIGN_CONTENT = Message("外来内容（foreignObject）", "foreign content")
GRADIENT = Message("渐变填色", "a gradient")
PATTERN = Message("图案填色", "a pattern")
FILTER = Message("滤镜", "a filter")
MASK = Message("蒙版", "a mask")
CLIP = Message("剪切路径", "a clipping path")
STROKE = Message("描边", "a stroke")
TRANSPARENCY = Message("透明", "transparency")
BLENDING = Message("混合模式", "a blend mode")
ANIMATION = Message("动画", "an animation")
OUTSIDE_REFERENCE = Message("对别的文件的引用", "a reference to another file")
STYLE_SHEET = Message("样式表里的 {what}", "{what} in a style sheet")
STYLE_TRANSFORM = Message("样式里的变换", "a transform in a style")
ELEMENT = Message("<{name}> 元素", "an element <{name}>")

# Of a file

ART_OF_NO_KIND = Message("不是 SVG、PNG、JPEG 或 TIFF 图片", "is no SVG, PNG, JPEG or TIFF picture")
ART_UNUSABLE = Message(
    "版式的图片 {name} {why.zh}；先不印它", "the layout's picture {name} {why.en}; it is left out"
)
ART_UNUSABLE_LINE_STANDS = Message(
    "版式的图片 {name} {why.zh}；先用文字排它代替的一行",
    "the layout's picture {name} {why.en}; the line it replaces stands in type",
)
