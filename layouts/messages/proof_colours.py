"""Proof: output intents, colour spaces, transparency."""

from __future__ import annotations

from layouts.messages.message import Message, Sentence

NOT_ONE_INTENT = Message(
    "应有一个印刷输出意图，实有 {count} 个",
    "one output intent GTS_PDFX is needed, there are {count}",
)
CONDITION_NOT_NAMED = Message(
    "输出意图没有印刷条件名（OutputConditionIdentifier）", "the output intent names no condition"
)
CONDITION_NOT_DESCRIBED = Message("输出意图没有说明（Info）", "the output intent has no Info")
REGISTRY_WRONG = Message(
    "RegistryName 应为 {registry}", "RegistryName must be {registry}, or not be there"
)

# The profile of the intent

INTENT_WITHOUT_PROFILE = Message(
    "输出意图没有可用的 ICC 特性文件", "the output intent has no ICC profile"
)
INTENT_WITHOUT_FITTING_PROFILE = Message(
    "输出意图没有合用的 ICC 特性文件", "the output intent has no fitting ICC profile"
)
PROFILES_DIFFER = Message(
    "各输出意图的 ICC 特性文件不是同一个", "the output intents do not share one ICC profile"
)
PROFILE_NO_PRINTERS = Message(
    "ICC 特性文件不是印刷设备的（{kind}）", "the ICC profile is not of a printing device ({kind})"
)
PROFILE_SPACE_WRONG = Message(
    "ICC 特性文件的色彩空间或 N 不对（{space}，应为 {allowed.zh}）",
    "the ICC profile, or its N, is not one of {allowed.en} ({space})",
)
PROFILE_COMPONENTS_WRONG = Message(
    "ICC 特性文件的 N 与内容不符", "the N of the ICC profile is wrong"
)
PROFILE_TOO_NEW = Message(
    "ICC 特性文件版本 {version} 过新",
    "the ICC profile is of version {version}, {newest} is the newest allowed",
)

# Colours on pages

COLOUR_NO_INK = Message("含有 {family} 颜色（{use.zh}）", "there is {family} colour ({use.en})")
COLOUR_NOT_OF_INTENT = Message(
    "{family} 颜色没有对应的输出意图（{use.zh}）",
    "{family} colour ({use.en}) is not what the output intent is of",
)
COLOUR_WITHOUT_INTENT = Message(
    "{families.zh} 颜色没有输出意图", "{families.en} colour without an output intent"
)
USES = {
    "text": Sentence("文字", "text"),
    "fill": Sentence("填色", "fill"),
    "stroke": Sentence("线条", "stroke"),
    "image": Sentence("图片", "image"),
    "stencil": Sentence("单色图", "stencil"),
    "shading": Sentence("渐变", "shading"),
}
"""What paints (`layouts.proof.content`)."""

SPACE_UNDEFINED = Message("用到没有定义的色彩空间", "a colour space is used that is not defined")
ICC_OVERPRINTS = Message("ICC 四色以模式 1 叠印", "an ICC based CMYK colour overprints in mode 1")
TRANSPARENT = Message("含有透明：{kinds.zh}", "there is transparency: {kinds.en}")
TRANSPARENCY = {"alpha": "半透明", "blend": "混合模式", "mask": "柔和蒙版", "group": "透明组"}
"""Kinds of transparency, which English calls as the file does."""
