"""Of booklets: the sheet, the creep of its pages, the pages that go onto it."""

from __future__ import annotations

from layouts.messages.message import Message

PAPER_UNKNOWN = Message(
    "不认识的纸张 {paper}，请用 {names.zh} 或 430x310 这样的毫米数",
    "no paper is called {paper}: use {names.en} or millimetres like 430x310",
)
PAPER_TOO_THICK = Message(
    "纸厚 {thickness:g} 毫米不合理，应在 0 到 {most:g} 毫米之间",
    "paper {thickness:g} mm thick: it must be 0 to {most:g} mm",
)
CREEP_TOO_LARGE = Message(
    "爬移 {creep:g} 毫米不合理，应在 0 到 {most:g} 毫米之间",
    "a creep of {creep:g} mm: it must be 0 to {most:g} mm",
)

SIGNATURE_NOT_FOLDED = Message(
    "每帖 {signature} 页折不成：应为 4 的倍数",
    "a signature of {signature} pages does not fold: it takes a multiple of 4",
)

SPREAD_TOO_LARGE = Message(
    "{name} 的页面（{size} 毫米）两页并排放不进 {width:g}×{height:g} 毫米的纸",
    "two pages of {name} ({size} mm) do not fit a sheet of {width:g}×{height:g} mm",
)
PAGES_DIFFER = Message(
    "{name} 第 {number} 页与第 1 页大小不同（{size} 与 {first} 毫米），不能拼成一册",
    "{name}: page {number} differs in size from page 1 ({size} and {first} mm): they make "
    "no booklet",
)

BLANKS_BEFORE_LAST = Message(
    "共 {pages} 页，补了 {blanks} 页空白才能对折装订，排在末页之前",
    "{pages} pages: {blanks} blank {added} added before the last, so that they fold",
)
BLANKS_AFTER_LAST = Message(
    "共 {pages} 页，补了 {blanks} 页空白才能对折装订，排在末页之后",
    "{pages} pages: {blanks} blank {added} added after the last, so that they fold",
)
