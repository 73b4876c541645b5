"""Whether words are the name of a person (姓名) or of a body (单位), as by-lines have them."""

from __future__ import annotations

import re
from enum import StrEnum

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
    "蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万"
    "段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳"
    "邢骆岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍"
    "翁隋甘景薄单包柏宁柯阮桂闵解柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟褚廉简娄盖"
    "符奚穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井练仲乐虞卞封竺冼佟"
    "匡宗应巫鞠桑荆谌扬伏岑习胥蔺向司时计经明钮过诸"
)
"""Of ninety-five people in a hundred: the surnames of the Ministry of Public Security's yearly list
(《全国姓名报告》), and those of the lower Yangtze.
"""

_DOUBLE = ("欧阳", "上官", "司马", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "尉迟", "皇甫")
_HANZI = "[\u3400-\u9fff\u3007]"
_PERSON = re.compile(f"{_HANZI}{{2,4}}")
_FOREIGN = re.compile(f"{_HANZI}{{1,6}}(?:[·•‧]{_HANZI}{{1,6}}){{1,3}}")
_SPACED = re.compile(
    f"(?<!{_HANZI})({_HANZI})[ \u3000]+({_HANZI})(?:[ \u3000]+({_HANZI}))?(?!{_HANZI})"
)

_UNIT_ENDS = (
    *("公司", "集团", "中心", "局", "委", "办", "馆", "院", "所", "党校", "学校", "分校", "校区"),
    *("中学", "小学", "大学", "一中", "二中", "三中", "处", "科", "室", "支队", "大队", "中队"),
    *("总队", "社", "镇", "乡", "街道", "社区", "村", "居委会", "村委会", "管委会", "委员会", "组"),
    *("协会", "学会", "联合会", "基金会", "工会", "商会", "妇联", "团委", "党委", "总支", "支部"),
    *(
        "厂",
        "站",
        "银行",
        "分行",
        "支行",
        "营业部",
        "事业部",
        "工程部",
        "宣传部",
        "组织部",
        "统战部",
    ),
    *(
        "编辑部",
        "管理部",
        "党群部",
        "人事部",
        "财务部",
        "党建部",
        "综合部",
        "项目部",
        "指挥部",
        "部",
    ),
    *("园区", "景区", "新区", "开发区", "工业区", "幼儿园", "产业园", "公园", "动物园", "植物园"),
    *("政府", "法庭", "发布", "在线", "日报", "晚报", "晨报", "电视台", "电台", "联盟", "总会"),
    *("新城", "水厂", "农场", "林场", "机场", "车间", "班组", "客服", "志愿者", "通讯社", "纪委"),
)
_MEDIA = ("发布", "在线", "日报", "晚报", "晨报", "电视台", "电台")
_OFFICE_ENDS = (
    *(
        "书记",
        "镇长",
        "乡长",
        "区长",
        "市长",
        "县长",
        "局长",
        "处长",
        "科长",
        "主任",
        "馆长",
        "校长",
    ),
    *("院长", "所长", "站长", "部长", "会长", "主席", "经理", "董事长", "总裁", "总监", "理事长"),
    *("秘书长", "委员", "调研员", "教师", "老师", "教授", "讲师", "医生", "医师", "护士", "护士长"),
    *("工程师", "研究员", "队长", "支队长", "大队长", "社长", "组长", "馆员", "社工", "网格员"),
    *("队员", "干事", "科员", "村官", "代表", "辅导员", "园长", "行长", "庭长", "检察长", "法官"),
)
"""What people are: 区图书馆馆长 陆明远."""

_LONGEST_UNIT = 24
_ACTS = re.compile(
    "召开|举办|举行|开展|启动|走进|组织|推进|推动|助力|赋能|参加|参观|调研|召集|揭牌|成立|获评|"
    "荣获|举措|打造|迎来|发布会|赴|在|了|是"
)
"""What a title says that a body does, and the name of none has in it."""


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    UNIT = "unit"


def name_kind(word: str) -> NameKind | None:
    """What a word without spaces names, None where it seems to be no name."""
    if is_person(word):
        return NameKind.PERSON
    return NameKind.UNIT if is_unit(word) else None


def is_person(word: str) -> bool:
    """Whether a word is built as the name of a person: a surname and one or two characters more,
    three behind a double surname or that of both parents.
    """
    if _FOREIGN.fullmatch(word):
        return True
    if not _PERSON.fullmatch(word) or _ends_as_unit(word):
        return False
    if word.startswith(_DOUBLE):
        return len(word) > 2
    if len(word) == 4:
        return word[0] in _SURNAMES and word[1] in _SURNAMES
    return word[0] in _SURNAMES


def is_unit(word: str) -> bool:
    """Whether a word ends as the names of bodies do and says nothing that one does."""
    return 2 <= len(word) <= _LONGEST_UNIT and _ends_as_unit(word) and not _ACTS.search(word)


def is_office(word: str) -> bool:
    """Whether a word ends as the names of offices do and says nothing that one does."""
    return (
        2 <= len(word) <= _LONGEST_UNIT and word.endswith(_OFFICE_ENDS) and not _ACTS.search(word)
    )


def begins_with_act(string: str) -> bool:
    """Whether a line begins with what a body does: 召开, 举办."""
    return _ACTS.match(string) is not None


def _ends_as_unit(word: str) -> bool:
    return len(word) > 2 and word.endswith(_UNIT_ENDS)


def is_medium(word: str) -> bool:
    """Whether a body is a newspaper, a channel or an account: what it says came out there."""
    return word.endswith(_MEDIA) and is_unit(word)


def closed_up(words: str) -> str:
    """Words in which the names that spaces fill out (王　芳, 陆 明 远) have none."""
    return _SPACED.sub(_one_name, words)


def _one_name(match: re.Match[str]) -> str:
    return "".join(filter(None, match.groups())) if match[1] in _SURNAMES else match[0]
