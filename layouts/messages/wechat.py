"""Of articles for WeChat official accounts: which article is meant, what is lost in the editor."""

from __future__ import annotations

from layouts.messages.message import Message

ELEMENT_LOST = Message(
    "公众号编辑器会去掉元素 {what}", "the editor of WeChat takes the element {what} away"
)
ATTRIBUTE_LOST = Message(
    "公众号编辑器会去掉属性 {what}", "the editor of WeChat takes the attribute {what} away"
)
STYLE_LOST = Message(
    "公众号编辑器会去掉样式 {what}", "the editor of WeChat takes the style {what} away"
)
PICTURE_LOST = Message(
    "公众号不显示外站的图片 {what}", "WeChat shows no picture from elsewhere: {what}"
)
PICTURES_BY_HAND = Message(
    "图文里有 {count} 张图片；粘贴后没有带上的，按编号从 pictures 文件夹插入",
    "pictures in the article: {count}; those that pasting does not bring along are put in from the "
    "folder pictures, by their numbers",
)
LINKS_TYPED = Message(
    "{count} 处链接写成了文字：公众号去掉外部链接",
    "links that are typed out, as WeChat takes away what leads elsewhere: {count}",
)
NO_ARTICLES = Message("这一期还没有稿件", "this issue has no article yet")
NO_SUCH_ARTICLE = Message(
    "没有第 {asked} 篇稿件，也没有稿件的标题是它；这一期有 {count} 篇",
    "there is no article {asked}, by number or by title; articles of the issue: {count}",
)
SEVERAL_SUCH_ARTICLES = Message(
    "有 {count} 篇稿件的标题里有“{asked}”；请用编号：{numbers}",
    "{count} articles have “{asked}” in their titles; say the number: {numbers}",
)
ARTICLE_WITHOUT_WECHAT = Message("--article 要与 --wechat 一起用", "--article needs --wechat")
