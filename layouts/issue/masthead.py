"""Masthead and colophon: each of their fields is declared here and nowhere else.

Reading and writing manuscripts, files and their schema, comparison, find, the window's form,
templates of layouts and the tables of the documentation follow (`layouts.issue.fields`).

Annotations are not kept as strings here: each would be compiled again when the fields are read off
them, 30 µs a field at every start.
"""

import datetime
from typing import Annotated

from msgspec import Struct

from layouts.issue.fields import Field, FieldKind, declared

INTERNAL = "internal"
"""The profile of printed internal material (内部资料), which has a permit: what must stand on it
is said by 《内部资料性出版物管理办法》 art. 14. Official newsletters (简报) are none, by art. 2.
"""

PROFILES = {"": ("公文性简报", "Official newsletter"), INTERNAL: ("内部资料", "Internal material")}
"""What an issue can be, with its Chinese and its English."""


class Masthead(Struct, frozen=True):
    """What the front page says of the issue (报头). Empty strings and None are fields not given."""

    publication: Annotated[
        str,
        Field(
            zh="刊名",
            en="Publication",
            kind=FieldKind.TEXT,
            words=("publication", "刊物", "刊名", "刊物名称"),
            meaning="name of the publication 刊名",
            needed=True,
        ),
    ] = ""
    number: Annotated[
        int | None,
        Field(
            zh="期号",
            en="Number",
            kind=FieldKind.NUMBER,
            words=("issue", "期", "期号", "期数"),
            value="`14`, `第 14 期`, `十四`",
            meaning="number of the issue 期号",
            needed=True,
        ),
    ] = None
    total: Annotated[
        int | None,
        Field(
            zh="总期号",
            en="Total number",
            kind=FieldKind.NUMBER,
            words=("total", "总期", "总期号", "总期数", "总第"),
            value="`850`, `总第 850 期`",
            meaning="number counted over all years 总期号",
            beside=True,
        ),
    ] = None
    date: Annotated[
        datetime.date | None,
        Field(
            zh="日期",
            en="Date",
            kind=FieldKind.DATE,
            words=("date", "日期", "出版日期", "印发日期"),
            meaning="date of the issue, `2025年8月31日`",
            needed=True,
        ),
    ] = None
    issuer: Annotated[
        str,
        Field(
            zh="编印单位",
            en="Issuing body",
            kind=FieldKind.TEXT,
            words=("issuer", "发文单位", "发文机关", "主办", "主办单位", "编印单位"),
            meaning="issuing body 编印单位",
            needed=True,
        ),
    ] = ""
    secrecy: Annotated[
        str,
        Field(
            zh="密级",
            en="Secrecy mark",
            kind=FieldKind.TEXT,
            words=("secrecy", "密级"),
            meaning="secrecy mark 密级",
            rare=True,
        ),
    ] = ""
    copy_number: Annotated[
        str,
        Field(
            zh="份号",
            en="Copy number",
            kind=FieldKind.TEXT,
            words=("copy_number", "编号", "份号"),
            meaning="copy number 份号, `000012`",
            rare=True,
            beside=True,
        ),
    ] = ""
    series: Annotated[
        str,
        Field(
            zh="刊别",
            en="Series",
            kind=FieldKind.TEXT,
            words=("series", "刊别"),
            value="text, `增刊`, `特刊`",
            meaning="what an issue counted apart from the others is called, `增刊`",
            rare=True,
            beside=True,
        ),
    ] = ""
    permit: Annotated[
        str,
        Field(
            zh="准印证号",
            en="Printing permit",
            kind=FieldKind.TEXT,
            words=("permit", "准印证号", "准印证", "准印证编号"),
            meaning="number of the printing permit 准印证号, of internal material",
            profile=INTERNAL,
        ),
    ] = ""
    notice: Annotated[
        str,
        Field(
            zh="交流字样",
            en="Notice",
            kind=FieldKind.TEXT,
            words=("notice", "交流字样"),
            meaning="what internal material must say on its front page: 内部资料 and so on",
            profile=INTERNAL,
        ),
    ] = ""


class Colophon(Struct, frozen=True):
    """What stands at the foot of the last page (报尾): distribution 报/送/发, editor, telephone,
    copies printed.
    """

    report_to: Annotated[
        str,
        Field(
            zh="报",
            en="Report to",
            kind=FieldKind.RECEIVERS,
            words=("报", "抄报", "report"),
            meaning="distribution upwards 报",
            template="report",
            act_zh="报送单位",
            act_en="who it reports to",
        ),
    ] = ""
    send_to: Annotated[
        str,
        Field(
            zh="送",
            en="Send to",
            kind=FieldKind.RECEIVERS,
            words=("送", "抄送", "send"),
            meaning="distribution sideways 送",
            template="send",
            act_zh="抄送单位",
            act_en="who it is sent to",
        ),
    ] = ""
    distribute_to: Annotated[
        str,
        Field(
            zh="发",
            en="Distribute to",
            kind=FieldKind.RECEIVERS,
            words=("发", "distribute"),
            meaning="distribution downwards 发",
            template="distribute",
            act_zh="发至单位",
            act_en="who it is distributed to",
        ),
    ] = ""
    editor: Annotated[
        str,
        Field(
            zh="编辑",
            en="Editor",
            kind=FieldKind.TEXT,
            words=("editor", "编辑", "责任编辑", "责编"),
            meaning="editor 编辑",
            act_en="the editor",
        ),
    ] = ""
    telephone: Annotated[
        str,
        Field(
            zh="电话",
            en="Telephone",
            kind=FieldKind.TEXT,
            words=("telephone", "电话", "联系电话"),
            value="text, kept as typed (`007` stays `007`)",
            meaning="telephone 电话",
        ),
    ] = ""
    copies: Annotated[
        int | None,
        Field(
            zh="印数",
            en="Copies printed",
            kind=FieldKind.COPIES,
            words=("copies", "印数", "份数", "共印"),
            meaning="copies printed 印数",
        ),
    ] = None
    recipients: Annotated[
        str,
        Field(
            zh="发送对象",
            en="Recipients",
            kind=FieldKind.TEXT,
            words=("recipients", "发送对象"),
            meaning="who internal material is for 发送对象",
            profile=INTERNAL,
        ),
    ] = ""
    printer: Annotated[
        str,
        Field(
            zh="印刷单位",
            en="Printer",
            kind=FieldKind.TEXT,
            words=("printer", "印刷单位", "承印单位"),
            meaning="printing house 印刷单位, of internal material",
            profile=INTERNAL,
        ),
    ] = ""
    print_date: Annotated[
        datetime.date | None,
        Field(
            zh="印刷日期",
            en="Print date",
            kind=FieldKind.DATE,
            words=("print_date", "印刷日期"),
            meaning="date of printing 印刷日期, of internal material",
            profile=INTERNAL,
        ),
    ] = None

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__struct_fields__)


MASTHEAD, COLOPHON = declared(Masthead), declared(Colophon)
"""Their fields in their order, as every stage goes through them."""
