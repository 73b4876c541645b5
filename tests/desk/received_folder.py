"""A folder as an editor has it on the day: thirteen manuscripts as Word files and plain texts, nine
photos under the names that cameras and phones gave them. The group and all in it are invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.shared import Pt
from PIL import Image

PICTURES = Path(__file__).parents[2] / "resources" / "sample" / "photos"


class Manuscript(NamedTuple):
    """One that was sent in: its file, headline, by-line, paragraphs, the rows of a table if it has one."""

    file: str
    title: str
    byline: str
    paragraphs: Sequence[str]
    rows: Sequence[Sequence[str]] = ()


MANUSCRIPTS = (
    Manuscript(
        "01领导关注/01 董事长调研北岭车辆段.docx",
        "董事长秦屿到北岭车辆段调研冬季检修",
        "（供稿:集团办公室 苏禾）",
        (
            "11月4日,集团董事长秦屿到北岭车辆段调研冬季检修准备工作,察看检修库、救援间和司机公寓,听取车辆段负责人汇报,并与夜班检修工座谈。",
            "秦屿指出,北岭车辆段承担三条线路列车的检修,设备进入第九个年头,越是老段越要把功夫下在平时。要把车门、制动、受电弓三个系统作为重点,一列一档,查出的问题不过夜,修好的列车要有人签字、有人复核。",
            "他强调,冬季客流大、天气多变,要把人的状态放在第一位,合理排班,保证休息,食堂和公寓要让夜班职工吃上热饭、睡上好觉。",
            "车辆段负责人表示,将在11月20日前完成全部42列列车的换季检修,并把座谈会上职工提出的6条建议逐条答复。",
        ),
    ),
    Manuscript(
        "01领导关注/02 总经理会见河湾区代表.docx",
        "总经理方既白会见河湾区代表团",
        "（供稿:集团办公室 苏禾）",
        (
            "11月6日,集团总经理方既白会见河湾区代表团一行,双方就河湾枢纽周边土地综合开发、公交接驳和慢行系统建设交换意见。",
            "方既白说,枢纽建成只是第一步,让市民出站之后走得顺、等得少,才算真正建好。集团愿与河湾区一道,把接驳站台、非机动车停放和无障碍通道统一规划,分步实施,争取明年6月底前让首批设施投入使用。",
            "河湾区代表介绍了区内主要道路改造计划,建议双方建立月度例会制度,由专人对接,遇事当月会商。",
        ),
    ),
    Manuscript(
        "02工作动态/03 换季检修.docx",
        "四十二列列车完成换季检修",
        "（供稿:车辆公司 陆青野）",
        (
            "截至11月10日,车辆公司完成42列列车的换季检修,比计划提前10天。检修期间共更换车门胶条316根、制动闸片128块,处理空调滤网堵塞等小毛病211处。",
            "今年检修第一次用上了电子工单。每列车一张单,谁修的、谁查的、用了什么料,扫码就能看到。检修工贺远山说:“从前翻本子要一刻钟,现在掏出手机就行,夜里省下来的时间能多看一遍受电弓。”",
            "车辆公司还把换下来的闸片逐块称重,发现北岭线长大坡道区段的磨耗比其他区段高出近三成,已建议调度部门调整制动级位。",
        ),
    ),
    Manuscript(
        "02工作动态/04 河湾枢纽.docx",
        "河湾枢纽主体结构封顶",
        "（供稿:建设公司 闻笛）",
        (
            "11月8日上午9时18分,随着最后一方混凝土浇筑到位,河湾枢纽主体结构顺利封顶。枢纽地下三层、地上两层,总建筑面积8.6万平方米,三条线路在这里换乘。",
            "枢纽紧贴河堤,地下水位高。项目部用地下连续墙把基坑围成一只不漏水的盒子,开挖14个月,周边房屋沉降始终控制在8毫米以内。",
            "下一步将进入机电安装和装修阶段,计划明年9月具备通车条件。",
        ),
    ),
    Manuscript(
        "02工作动态/05 客运服务月.txt",
        "客运公司服务月收到表扬信一百零三封",
        "（供稿:客运公司 叶知微）",
        (
            "10月是客运公司的服务月。一个月里,各站区共收到表扬信103封、锦旗17面,处理乘客建议284条,答复率100%。",
            "青石桥站值班站长温如许把一位老人走失的经过写进了交接班本：老人坐过了站,说不清家在哪里,站务员从他衣兜里的一张药盒上找到社区医院的电话,两个小时后家人赶到。现在,全线网车站都备下了“回家卡”。",
            "服务月结束后,客运公司将把好做法写进岗位标准,评出的20个服务明星将轮流到新线车站带班。",
        ),
    ),
    Manuscript(
        "02工作动态/06 三季度运营.docx",
        "三季度各线路客流稳步增长",
        "（供稿:运营管理部 江临舟）",
        (
            "三季度,集团所辖四条线路共运送乘客8914.6万人次,同比增长6.8%,正点率99.94%,列车兑现率99.99%。各线路情况如下表。",
            "其中,北岭线受大学城开学带动,9月日均客流首次超过40万人次；河湾线因施工调整末班车时间,客流略有下降,预计枢纽通车后恢复。",
        ),
        (
            ("线路", "客运量（万人次）", "同比（%）", "正点率（%）"),
            ("北岭线", "3,216.4", "9.2", "99.95"),
            ("青石线", "2,740.8", "7.1", "99.96"),
            ("环湖线", "1,985.3", "6.4", "99.93"),
            ("河湾线", "972.1", "-1.3", "99.90"),
        ),
    ),
    Manuscript(
        "02工作动态/07 供电抢修演练.txt",
        "供电公司开展接触网抢修夜间演练",
        "（供稿:供电公司 严松）",
        (
            "11月12日凌晨1时10分,环湖线湖心亭区间,一场没有脚本的接触网断线抢修演练开始。演练不预告地点、不预告故障,只给48分钟。",
            "抢修二班用41分钟完成了断线接续和送电。带班的工长卫长庚复盘时没有说成绩,先说了三件事：梯车上道慢了两分钟,对讲机有一处盲区,接地线挂得不够利索。",
            "供电公司决定把这样的演练固定下来,每月一次,轮流出题。",
        ),
    ),
    Manuscript(
        "02工作动态/08 安全大讲堂.docx",
        "集团举办第六期安全大讲堂",
        "（供稿:安全质量部 祝山青）",
        (
            "11月13日,集团举办第六期安全大讲堂,来自各单位的260名班组长参加。讲课的不是专家,是三位当过事故当事人的老职工。",
            "他们讲自己当年怎样少看了一眼、少问了一句,讲得慢,台下很静。讲座结束后,各班组围绕“我最容易疏忽的一步”展开讨论,写下卡片1,140张,将汇编成册。",
        ),
    ),
    Manuscript(
        "03党群园地/09 道德讲堂.docx",
        "环湖线党支部把党课搬进隧道",
        "（供稿:党群工作部 梅疏影）",
        (
            "11月9日夜里,环湖线党支部的党课开在了隧道里。支部书记带着24名党员沿着停运后的区间走了2.3公里,每走到一处当年抢险的地方就停下来,请参加过抢险的老党员讲一讲。",
            "青年党员时雨说:“平时开车从这里过去只要三分钟,从没想过每一米都有名字。”党课结束时,大家在联络通道口重温了入党誓词。",
            "据介绍,支部今年已经开了5次“现场党课”,地点都由党员自己提出。",
        ),
    ),
    Manuscript(
        "03党群园地/10 青年读书会.txt",
        "青年读书会一年读完十二本书",
        "（供稿:团委 简明）",
        (
            "由集团团委发起的青年读书会满一周年。一年来,读书会每月共读一本书,先后有318名青年参加,写下读书笔记86万字。",
            "读书会没有固定的主讲人,谁推荐谁领读。读得最热闹的是一本讲桥梁的老书,几位设计院的青年带着图纸来,一直讲到图书室关门。",
            "明年,读书会将走进车站,在候车区设置“一站一书”书架,首批12个车站已经选定。",
        ),
    ),
    Manuscript(
        "03党群园地/11 冬送温暖.docx",
        "工会为一线职工送去暖冬包",
        "（供稿:集团工会 安知夏）",
        (
            "11月14日起,集团工会分5路走进车辆段、车站和工地,为2,160名户外和夜班职工送去暖冬包。包里有护膝、保温杯、暖贴和一封由职工子女写的信。",
            "在河湾枢纽工地,钢筋工老耿把信读了两遍,小心折好放进上衣口袋。他说:“护膝明天就戴,信要带回家。”",
        ),
    ),
    Manuscript(
        "04经验交流/12 一张工单的旅行.docx",
        "一张电子工单的旅行：车辆公司推行检修数字化的做法",
        "（供稿:车辆公司 陆青野）",
        (
            "一年前,车辆公司的检修记录还写在纸上。一列车一年要写满11个本子,查一次旧账要翻半天。推行电子工单以后,查一条记录平均只要19秒。他们的做法有三条。",
            "一、先理流程,再上系统",
            "项目组没有急着开发软件,先用两个月时间跟班写实,把127道工序画成一张大图,合并重复的,去掉没人看的,最后剩下83道。",
            "二、让用的人来设计",
            "界面由6名检修工画出草图,按钮要大到戴着手套也能点中,扫码失败要能用语音报车号。试用期间共修改47处,其中39处是夜班提出来的。",
            "三、数据要回到现场",
            "每周一早上,班组的屏幕上会显示上周磨耗最快的10个部件和它们的位置。数据不是用来考核人的,是用来告诉人先看哪里。",
        ),
    ),
    Manuscript(
        "04经验交流/13 老站长的本子.txt",
        "老站长的十七个本子",
        "（供稿:客运公司 叶知微）",
        (
            "青石桥站退休站长顾长风有17个本子,记着他20年里遇到的每一件“没有预案的事”：台风天灌进站厅的水、半夜敲门问路的孩子、把戒指掉进轨道的新娘。",
            "本子不讲大道理,只写当时怎么办的、后来想想应该怎么办。客运公司把它们整理成《没有预案的二百件事》,发到每个站区。新来的值班员说,这是他们最爱读的培训教材。",
        ),
    ),
)

PHOTOS = (
    ("01领导关注/IMG_20261104_101522.jpg", "reading-room.jpg"),
    ("02工作动态/IMG_20261108_091803.jpg", "avenue.jpg"),
    ("02工作动态/IMG_20261108_092117.jpg", "dawn.jpg"),
    ("02工作动态/DSC_0412.JPG", "reading-room.jpg"),
    ("02工作动态/IMG_20261112_013344.jpg", "nightfall.jpg"),
    ("02工作动态/DSC_0431.JPG", "reading-room.jpg"),
    ("03党群园地/IMG_20261109_233015.jpg", "nightfall.jpg"),
    ("03党群园地/IMG_20261114_143207.jpg", "avenue.jpg"),
    ("04经验交流/微信图片_20261115093011.jpg", "reading-room.jpg"),
)
"""Where each lies and which picture of the sample issue it shows."""


def write_received(folder: Path) -> Path:
    """Write all of them under `folder`, which is made; its path."""
    for manuscript in MANUSCRIPTS:
        path = folder / manuscript.file
        path.parent.mkdir(parents=True, exist_ok=True)
        write = _write_word if path.suffix == ".docx" else _write_text
        write(manuscript, path)
    for number, (file, picture) in enumerate(PHOTOS):
        with Image.open(PICTURES / picture) as image:
            # no two files alike: the camera moved a little
            image.crop((0, 0, image.width - number, image.height)).save(
                folder / file, "JPEG", quality=88
            )
    return folder


def _write_text(manuscript: Manuscript, path: Path) -> None:
    body = "\n".join(f"　　{paragraph}" for paragraph in manuscript.paragraphs)
    path.write_text(f"{manuscript.title}\n\n{body}\n\n{manuscript.byline}\n", "utf8")


def _write_word(manuscript: Manuscript, path: Path) -> None:
    document = Document()
    title = document.add_paragraph()
    title.alignment = 1
    run = title.add_run(manuscript.title)
    run.bold, run.font.size = True, Pt(22)
    for number, text in enumerate(manuscript.paragraphs):
        document.add_paragraph(f"　　{text}")
        if manuscript.rows and number == 0:
            table = document.add_table(len(manuscript.rows), len(manuscript.rows[0]), "Table Grid")
            for cells, row in zip(manuscript.rows, table.rows, strict=True):
                for text_of_cell, cell in zip(cells, row.cells, strict=True):
                    cell.text = text_of_cell
    document.add_paragraph(manuscript.byline).alignment = 2
    document.save(path)
