"""Web pages, saved or copied: of a browser, of WeChat, Word, WPS and LibreOffice.

`archive` unpacks a web archive (.mht). `source` makes characters of the bytes, `tree` elements of
those. `content` finds what of a web page is the article, `notes` the footnotes and comments.
`walker` goes through it: `css` and `looks` say how it looks, `lists` how items are numbered,
`tables` where cells stand, `pictures` which photo is meant, and `paragraphs` puts the characters
together. Nothing is fetched.
"""

from layouts.importing.readers.html.reading import read, read_html

__all__ = ["read", "read_html"]
