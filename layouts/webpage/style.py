"""The style sheet of pages: small screens first, by day and night, for paper as well."""

from __future__ import annotations

from layouts.webpage.look import FANG, KAI, SANS, SERIF, WebLook

FAMILIES = {
    SERIF: '"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,serif',
    SANS: '"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif',
    KAI: '"LXGW WenKai","Kaiti SC",STKaiti,KaiTi,"AR PL UKai CN",serif',
    FANG: '"FangSong SC",STFangsong,FangSong,serif',
}
"""Faces that the systems of readers have, by family."""

_COMMON = """
*{box-sizing:border-box}
html{font-size:17px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font-family:var(--song);line-height:1.9;
line-break:strict;overflow-wrap:anywhere;text-autospace:normal}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--accent);
text-decoration-thickness:1px;text-underline-offset:.25em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
img{display:block;max-width:100%;height:auto}
.page{max-width:40rem;margin:0 auto;padding:0 1.25rem 4rem}
.skip{position:absolute;left:-100vw;top:0;background:var(--ground);padding:.5rem 1rem;z-index:1}
.skip:focus{left:0}
.masthead{padding:2.5rem 0 1rem;border-bottom:3px solid var(--accent);margin-bottom:.25rem;
color:var(--quiet);font-size:.88rem;line-height:1.7}
.masthead::after{content:"";display:block;border-bottom:1px solid var(--accent);
position:relative;top:calc(1rem + 6px)}
.masthead p{margin:.1rem 0;text-indent:0}
.masthead h1{color:var(--accent);font:700 clamp(2.1rem,11vw,3.4rem)/1.3 var(--song);
letter-spacing:.14em;margin:.4rem 0;text-indent:.14em;text-align:center;text-wrap:balance}
.line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;align-items:baseline}
.at-center{text-align:center}.at-right{text-align:right}
.contents{margin:2.75rem 0 0;font-size:.94rem;line-height:1.65}
.contents h2{font:700 1rem/1.5 var(--hei);letter-spacing:.25em;margin:0 0 .75rem;
color:var(--accent)}
.contents ul{list-style:none;margin:0;padding:0}
.contents li{margin:.45rem 0}
.contents .of{font-family:var(--hei);font-weight:700}
.contents li ul{margin:.1rem 0 1rem;padding-left:1em;border-left:1px solid var(--line)}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.section-name{font:700 1.22rem/1.5 var(--section);color:var(--accent);text-align:center;
margin:3.75rem 0 1.5rem;display:flex;align-items:center;gap:1rem}
.section-name::before,.section-name::after{content:"";flex:1;border-top:1px solid var(--line)}
.article{margin:0 0 3rem}
.article::after{content:"";display:block;clear:both}
.title{font:700 1.52rem/1.45 var(--headline);margin:2.5rem 0 1.4rem;text-wrap:balance;
word-break:keep-all}
.subtitle{font-size:1.05rem;line-height:1.6;color:var(--quiet);margin:-.7rem 0 1.4rem;
text-wrap:balance}
.centred .title,.centred .subtitle{text-align:center}
.article p{margin:0 0 .55em;text-indent:2em;text-align:justify;hanging-punctuation:allow-end}
.article .subtitle,.article figcaption p,.article .box-title,.article .table-note{text-indent:0}
.centred .article .subtitle{text-align:center}
.sub-1,.sub-2,.sub-3,.sub-4{font-size:1.06rem;line-height:1.6;margin:1.9rem 0 .7rem}
.sub-1{font-family:var(--sub-1)}
.sub-2{font-family:var(--sub-2)}
.sub-3,.sub-4{font-size:1rem;margin:1.2rem 0 .4rem}
.sub-4{font-weight:500}
.lead{display:inline;font:700 1em/1.9 var(--song);margin:0}
.lead-line{margin:0 0 .55em;text-indent:2em;text-align:justify}
.article .lead-line p{display:inline;text-indent:0}
.article .byline{text-align:right;text-indent:0;font-family:var(--byline);margin:1.1rem 0 0;
color:var(--quiet)}
.article.run-in{margin-bottom:2rem}
.briefs{list-style:none;margin:0;padding:0}
.briefs .article{margin-bottom:1.25rem}
.briefs .article p{text-indent:0}
strong{font-weight:700}
.kai{font-family:var(--kai)}
em{font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right;
-webkit-text-emphasis:filled dot;-webkit-text-emphasis-position:under right}
u{text-decoration:underline 1px;text-underline-offset:.28em}
u.double{text-decoration:underline double 1px}
u.wavy{text-decoration:underline wavy 1px}
u.dotted{text-decoration:underline dotted 2px}
u.thick{text-decoration:underline 2.5px}
sup,sub{font-size:.7em;line-height:0}
.sign a{text-decoration:none;color:var(--accent);font-size:1.25em;padding:0 .1em}
rt{font-size:.5em;font-family:var(--hei);letter-spacing:.02em}
.notes{list-style:none;margin:2rem 0 0;padding:.8rem 0 0;font-size:.85rem;line-height:1.7;
color:var(--quiet);position:relative}
.notes::before{content:"";position:absolute;top:0;left:0;width:30%;border-top:1px solid var(--rule)}
.notes li{padding-left:1.75em;text-indent:-1.75em;margin:.25rem 0}
.notes a{text-decoration:none;color:var(--accent);display:inline-block;text-indent:0;
min-width:1.5em;text-align:left}
figure{margin:1.6rem 0;text-indent:0}
figcaption{font:400 .86rem/1.6 var(--caption);color:var(--quiet);margin-top:.55rem;
text-align:center;text-wrap:pretty}
.credit{color:var(--quiet);white-space:nowrap;margin-left:.75em;font-size:.94em}
figcaption .credit:first-child{margin-left:0}
.alone{width:fit-content;max-width:100%;margin-left:auto;margin-right:auto}
figure.alone img{max-height:88vh;width:auto;margin:0 auto}
.framed{border:1px solid var(--rule)}
.row{margin:1.6rem 0;max-width:100%}
.beside{display:flex;gap:.6rem;margin-bottom:.6rem;align-items:flex-start}
.beside>*{flex:1 1 0;margin:0;min-width:0}
.beside img{width:100%}
.items{list-style:none;margin:.3rem 0 .6rem;padding:0}
.items .items{margin:0;padding-left:1.5em}
.items>li{margin:.15em 0}
.item{display:grid;grid-template-columns:auto 1fr;column-gap:.3em}
.article>.items{padding-left:1.5em}
.label{white-space:nowrap}
.article .verse{width:fit-content;max-width:100%;margin:1.1rem auto;font-family:var(--kai)}
.article .verse.indented{margin-left:3em}
.article .verse p{text-indent:-2em;padding-left:2em;margin:0;text-align:left}
.article .signature{width:fit-content;margin:1.25rem 4em 0 auto;text-align:center}
.article .signature p{text-indent:0;margin:0;text-align:center}
.names{word-spacing:1.1em}
.article .leader{display:flex;text-indent:0;gap:.5em;align-items:baseline;padding-left:2em}
.dots{flex:1;border-bottom:2px dotted var(--rule);min-width:2em}
.article .initial{text-indent:0}
.initial::first-letter{font-size:3.1em;line-height:1;float:left;padding:.08em .12em 0 0;
color:var(--accent)}
.editor-note{font-family:var(--note);margin:1.25rem 0 1.75rem;padding:.2rem 0 .2rem 1.1rem;
border-left:3px solid var(--accent)}
.editor-note p{text-indent:0}
.pull{margin:2.2rem 0;padding:1.1rem 1rem;border-top:2px solid var(--accent);
border-bottom:1px solid var(--line);font-family:var(--kai);font-size:1.28rem;line-height:1.65}
.article .pull p{text-indent:0;text-align:center;margin:0;text-wrap:balance}
.box{background:var(--tint);border-top:2px solid var(--accent);padding:1.1rem 1.25rem .9rem;
margin:1.8rem 0;font-size:.94rem;line-height:1.8}
.box-title{font:700 1.04rem/1.5 var(--hei);color:var(--accent)}
.article .box .box-title{margin:0 0 .4rem;text-align:left}
.box p:last-child{margin-bottom:0}
.table{overflow-x:auto;margin:1.7rem 0 .7rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.6;
border-top:2px solid var(--rule);border-bottom:2px solid var(--rule);overflow-wrap:normal}
caption{font:700 .94rem/1.6 var(--hei);padding:0 0 .5rem;text-wrap:balance}
th,td{padding:.42rem .6rem;text-align:left;vertical-align:middle;min-width:4em}
th{font-family:var(--hei);font-weight:700;background:var(--tint);word-break:keep-all}
tbody th{text-align:left;background:none}
thead tr:last-child>*{border-bottom:1px solid var(--rule)}
tbody tr+tr>*{border-top:1px solid var(--line)}
.zebra tbody tr:nth-child(even)>*{background:var(--tint)}
.figures{text-align:right;font-variant-numeric:tabular-nums lining-nums}
.whole,.tail{display:inline-block;font-variant-numeric:tabular-nums lining-nums}
.whole{text-align:right}.tail{text-align:left}
.left{text-align:left}.center{text-align:center}.right{text-align:right}
.article .table-note{font-size:.82rem;color:var(--quiet);margin:.2rem 0;line-height:1.6}
hr{border:0;border-top:1px solid var(--rule);width:30%;margin:2rem auto}
.colophon{margin-top:4.5rem;padding-top:.9rem;border-top:2px solid var(--rule);font-size:.86rem;
line-height:1.75;color:var(--quiet)}
.colophon p{margin:.2rem 0;padding:.15rem 0}
.leaves{display:flex;justify-content:space-between;gap:1.5rem;margin-top:3rem;padding-top:1rem;
border-top:1px solid var(--line);font-size:.92rem;line-height:1.6}
.leaves a{text-decoration:none}
.leaves span{display:block;color:var(--quiet);font-size:.86em}
.leaves .next{margin-left:auto;text-align:right}
.top{padding:1.1rem 0 .8rem;border-bottom:2px solid var(--accent);display:flex;flex-wrap:wrap;
gap:0 1rem;justify-content:space-between;font-size:.9rem;line-height:1.6}
.top a{color:var(--accent);font-weight:700;text-decoration:none}
.top p{margin:0;color:var(--quiet)}
"""

_WIDE = """
@media (min-width:44rem){
.left,.right,.middle{width:var(--share,45%)}
figure.left{float:left;margin:.5rem 1.6rem 1rem 0}
figure.right{float:right;margin:.5rem 0 1rem 1.6rem}
figure.middle{margin-left:auto;margin-right:auto}
figure.alone{width:var(--share,fit-content)}
th.left,td.left,th.right,td.right{width:auto}
.title{font-size:1.72rem}
.items,.table,.box,.pull,.editor-note,.row,.alone{clear:both}
}
@media (min-width:72rem){
.with-contents{display:grid;grid-template-columns:15rem minmax(0,40rem);column-gap:4rem;
max-width:61rem}
.with-contents>*{grid-column:2}
.with-contents>.masthead,.with-contents>.colophon{grid-column:1/-1}
.with-contents>.contents{grid-column:1;position:sticky;top:2rem;align-self:start;margin-top:4.2rem;
max-height:calc(100vh - 4rem);overflow-y:auto;font-size:.85rem}
}
"""

_PRINT = """
@media print{
@page{margin:22mm 20mm}
html{font-size:10.5pt}
.contents,.leaves,.skip,.top{display:none}
.page,.with-contents{display:block;max-width:none;padding:0}
.masthead{padding-top:0}
h2,h3,h4,h5,h6,caption{break-after:avoid}
figure,tr,.pull,.box{break-inside:avoid}
p{orphans:2;widows:2}
.sign a,.notes a,.masthead h1,.section-name,.box-title,.contents h2{color:var(--accent)}
.table{overflow:visible}
}
"""


def style_sheet(look: WebLook) -> str:
    """The style sheet in a look."""
    faces = {
        "song": SERIF,
        "hei": SANS,
        "kai": KAI,
        "section": look.faces.get("section", SANS),
        "headline": look.faces.get("headline", SERIF),
        "sub-1": look.faces.get("subheading-1", SANS),
        "sub-2": look.faces.get("subheading-2", KAI),
        "byline": look.faces.get("byline", KAI),
        "caption": look.faces.get("caption", KAI),
        "note": look.faces.get("note", KAI),
    }
    named = "".join(f"--{name}:{FAMILIES[family]};" for name, family in faces.items())
    day = (
        f"--accent:{look.accent};--ground:#fff;--text:#1f1f1f;--quiet:#5c5c5c;--line:#dedbd5;"
        "--rule:#8f8a82;--tint:#f6f4f0"
    )
    night = (
        f"--accent:{look.night_accent};--ground:#16171b;--text:#dfddd8;--quiet:#a9a6a0;"
        "--line:#35363c;--rule:#77746e;--tint:#1f2126"
    )
    in_the_dark = f":root{{{night}}}img{{filter:brightness(.9)}}"
    dark = f"@media screen and (prefers-color-scheme:dark){{{in_the_dark}}}"
    return f":root{{color-scheme:light dark;{named}{day}}}\n{dark}{_COMMON}{_WIDE}{_PRINT}"
