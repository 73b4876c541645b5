"""Preflight: faces, sizes of type, rules, tints and inks."""

from __future__ import annotations

from layouts.messages.message import Message

FACE_STOOD_IN = Message(
    "“{character}”（U+{code:04X}）在所用字体中没有，用了 {face}",
    "“{character}” (U+{code:04X}) is not in the face asked for; {face} stood in",
)
FACE_STOOD_IN_OFTEN = Message(
    "“{characters}”等 {count} 个字在所用字体中没有，用了 {face}；请换一个字全的字体",
    "“{characters}” and more, {count} characters in all, are not in the face asked for; {face} "
    "stood in; choose a face that has them",
)
VARIANT_ALIKE = Message(
    "“{base}”的异体（{codes}）没有字体能分开，印出来就是“{base}”；人名请核对",
    "no face has the variant of “{base}” ({codes}): it is printed as the plain “{base}”; "
    "look at it where it is a name",
)
FACE_NOT_EMBEDDABLE = Message(
    "字体 {face} 不许嵌入 PDF，请换字体",
    "the face {face} may not be embedded in a PDF; choose another",
)

TYPE_SMALL = Message(
    "“{text}”字号只有 {size:.3g} pt，小于 {least:g} pt",
    "“{text}” is set at {size:.3g} pt, under {least:g} pt",
)
TYPE_SMALL_REVERSED = Message(
    "“{text}”反白字只有 {size:.3g} pt，小于 {least:g} pt",
    "“{text}” is set at {size:.3g} pt, under {least:g} pt (reversed)",
)
RULE_THIN = Message(
    "第 {page} 页有 {width:g} pt 的细线，细于 {least:g} pt",
    "a rule of {width:g} pt on page {page} is thinner than {least:g} pt",
)
TINT_FAINT = Message(
    "第 {page} 页的底色或线只有 {tint:.0%}，印出来看不见",
    "a tint of {tint:.0%} on page {page} will not print",
)

INKS_MANY = Message(
    "{what.zh}用颜色 {ink}，要 {count} 色油墨套印；小字和细线最好不超过 {most} 色，"
    "否则套不准，会有色边",
    "{what.en} is in {ink}, which takes {count} inks: more than {most} leave coloured "
    "edges on small type and fine rules",
)
TEXT_OF_SIZE = Message("“{text}”（{size:.3g} pt）", "“{text}” ({size:.3g} pt)")
RULE_OF_SIZE = Message("第 {page} 页 {size:.3g} pt 的线", "a rule of {size:.3g} pt on page {page}")
