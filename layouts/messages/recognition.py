"""What is said of recognition: doubts with their answers, and what is not printed.

Doubts: `title-doubtful`, `title-lines-doubtful`, `title-missing`, `article-doubtful`,
`subtitle-doubtful`, `byline-doubtful`, `section-doubtful`, `subheading-doubtful`,
`caption-doubtful`, `caption-without-photo`, `contact-line`, `editors-line`, `day-without-year`.
Findings: `photo-turned`. Lost: `masthead`, `contents`, `colophon`, `web-page-words`, `label`,
`read-as-field`, `byline-part`, `section-empty`, and the last four doubts.
"""

from layouts.messages.message import Message

TITLE_DOUBTFUL = Message(
    "“{words}”按标题处理，请核对", "“{words}” is read as the title; please check"
)
TITLE_LINES_DOUBTFUL = Message(
    "“{words}”按标题的另一行处理，请核对",
    "“{words}” is read as another line of the title; please check",
)
TITLE_MISSING = Message(
    "没有认出标题，这一篇从“{words}”开始；请指出标题",
    "no title was found, this article begins with “{words}”; please say which line is the title",
)
ARTICLE_DOUBTFUL = Message(
    "从“{words}”起按另一篇稿件处理，请核对",
    "from “{words}” on this is read as another article; please check",
)
SUBTITLE_DOUBTFUL = Message(
    "“{words}”按副题处理，请核对", "“{words}” is read as the subtitle; please check"
)
BYLINE_DOUBTFUL = Message(
    "“{words}”按供稿处理，请核对", "“{words}” is read as the by-line; please check"
)
SECTION_DOUBTFUL = Message(
    "“{words}”按栏目处理，请核对", "“{words}” is read as a section; please check"
)
SUBHEADING_DOUBTFUL = Message(
    "“{words}”按小标题处理，请核对", "“{words}” is read as a sub-heading; please check"
)
TEXT_DOUBTFUL = Message(
    "“{words}”按正文处理，也可能是小标题，请核对",
    "“{words}” is read as text but may be a sub-heading; please check",
)
CAPTION_DOUBTFUL = Message(
    "图片下的“{words}”按图说处理，请核对",
    "“{words}” below a photo is read as its caption; please check",
)
CAPTION_WITHOUT_PHOTO = Message(
    "图说“{words}”没有图片，不排；请补图片，或改作正文",
    "the caption “{words}” has no photo and is not printed; add the photo or make it text",
)
CONTACT_LINE = Message(
    "“{words}”是联系方式，不排；要排请改作正文",
    "“{words}” says whom to ask and is not printed; make it text to print it",
)
EDITORS_LINE = Message(
    "“{words}”是编审人员，不排；要排请改作正文或供稿",
    "“{words}” names the editors and is not printed; make it text or by-line to print it",
)
DAY_WITHOUT_YEAR = Message(
    "“{words}”没有年份，不能作稿件日期，不排；要排请改作正文",
    "“{words}” has no year, so it is no date of the article, and is not printed; make it text to "
    "print it",
)
PHOTO_TURNED = Message(
    "图片“{name}”在原稿里转了 {degrees}°，排入时没有转；请先转好再换上",
    "the photo `{name}` was turned by {degrees}° in the source and is not turned here; turn the "
    "file and put it in again",
)
LOST_MASTHEAD = Message(
    "原稿的报头，由刊物设置代替", "the masthead, which the issue has its own of"
)
LOST_CONTENTS = Message("原稿的目录，由程序重新生成", "the contents list, which is generated anew")
LOST_COLOPHON = Message(
    "原稿的报尾，由刊物设置代替", "the colophon, which the issue has its own of"
)
LOST_WEB = Message("网页上的提示语", "words of a web page around the text")
LOST_LABEL = Message(
    "“{words}”只说明下文是什么，不排", "“{words}” only says what follows and is not printed"
)
LOST_FIELD = Message(
    "“{words}”记为稿件的来源或日期，不排在正文里",
    "“{words}” is kept as origin or date of the article and not printed in its text",
)
LOST_BYLINE_PART = Message("供稿行里的“{words}”不排", "“{words}” in the by-line is not printed")
LOST_SECTION = Message("栏目“{words}”下面没有稿件", "the section “{words}” has no article")
