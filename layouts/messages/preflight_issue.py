"""Preflight: articles, the list of contents, what the document says of itself."""

from __future__ import annotations

from layouts.messages.message import Message

ARTICLE_WITHOUT_TITLE = Message("“{begin}…”这篇稿件没有标题", "the article “{begin}…” has no title")
SUBTITLE_UNPRINTED = Message(
    "“{subtitle}”这条副题不会印出来：要闻和简讯没有单独的标题行",
    "the subtitle “{subtitle}” is not printed: run-in articles and briefs have no title "
    "line of their own",
)
BLOCK_EMPTY = Message(
    "“{name}”里有一处小标题、引语、专栏框或按语没有文字",
    "a sub-heading, pull quote, box or editor's note of “{name}” has no words",
)
BYLINE_MISSING = Message("“{name}”没有供稿单位和姓名", "“{name}” has no by-line")
CONTENTS_DIFFER = Message(
    "要目里没有“{title}”，或次序不对", "the contents list lacks “{title}”, or has it out of order"
)

COVER_NOT_DRAWN = Message(
    "这一期有封面，但所用的版式没有封面，没有排出来",
    "the issue has a cover, but its layout has none: it is not drawn",
)
HEADLINES_LEFT_OUT = Message(
    "封面上有 {count} 条标题排不下，没有排出来",
    "{count} headlines find no room on the cover and are left out",
)
COVER_ALT_MISSING = Message(
    "封面图片没有替代文字，读屏软件读不出来",
    "the photo of the cover has no words for those who cannot see it",
)
DOCUMENT_UNTITLED = Message(
    "没有题名，请填报头的刊名和期号", "the document has no title: fill in the masthead"
)
LANGUAGE_MISSING = Message("没有写明语言", "the document names no language")

ACCEPTED = Message("{finding.zh}（已接受：{reason}）", "{finding.en} (accepted: {reason})")
