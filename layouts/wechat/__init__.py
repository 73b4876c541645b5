"""An issue, or one article of it, as an article of a WeChat official account (公众号)."""
