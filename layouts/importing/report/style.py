"""How the report looks: quiet greys and one red as the window has, light or dark as the reader."""

STYLE = """
:root {
  color-scheme: light dark;
  --ground: #f4f4f5; --sheet: #ffffff; --text: #1f1f22; --quiet: #6a6a71; --line: #e2e2e6;
  --accent: #b22c2c; --look: #8a5300; --look-soft: #fbf1de; --bad: #b3261e; --bad-soft: #fbe9e7;
  --note: #2b5f9e; --new: #e0efe1; --gone: #f7e0de; --soft: #f7f7f8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1a1a1c; --sheet: #242427; --text: #e9e9ec; --quiet: #a3a3aa; --line: #3a3a40;
    --accent: #f08a84; --look: #e8b562; --look-soft: #3a3020; --bad: #ff8f86; --bad-soft: #432726;
    --note: #8db8ee; --new: #24402a; --gone: #4d2a2a; --soft: #2a2a2e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.65 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 1180px; margin: 0 auto; padding: 28px 24px 64px; }
h1 { font-size: 26px; line-height: 1.3; margin: 0 0 4px; font-weight: 650; letter-spacing: .02em; }
h2 { font-size: 17px; margin: 40px 0 12px; font-weight: 650; }
h3 { font-size: 14px; margin: 24px 0 8px; color: var(--quiet); font-weight: 600; }
p { margin: 0; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px; }
.lead { color: var(--quiet); margin-bottom: 12px; }
.switch { position: absolute; opacity: 0; pointer-events: none; }
.languages { float: right; display: flex; border: 1px solid var(--line); border-radius: 7px;
  overflow: hidden; background: var(--sheet); font-size: 13px; }
.languages label { padding: 3px 12px; cursor: pointer; color: var(--quiet); }
#in-zh:checked ~ main label[for=in-zh], #in-en:checked ~ main label[for=in-en] {
  background: var(--accent); color: var(--sheet); }
#in-zh:focus-visible ~ main label[for=in-zh], #in-en:focus-visible ~ main label[for=in-en] {
  outline: 2px solid var(--note); outline-offset: -2px; }
#in-zh:checked ~ main .e, #in-en:checked ~ main .z { display: none; }
.figures { display: flex; flex-wrap: wrap; gap: 6px 36px; margin: 24px 0 0; padding: 0;
  list-style: none; }
.figures b { display: block; font-size: 26px; line-height: 1.2; font-weight: 600;
  font-variant-numeric: tabular-nums; }
.figures li { color: var(--quiet); font-size: 13px; }
.figures b { color: var(--text); }
.figures .look b { color: var(--look); }
.looks, .list { margin: 0; padding: 0; list-style: none; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 10px; }
.looks li, .list li { padding: 10px 16px 10px 30px; border-top: 1px solid var(--line);
  position: relative; }
.looks li:first-child, .list li:first-child { border-top: 0; }
.looks li::before, .list li::before { content: ""; position: absolute; left: 14px; top: 18px;
  width: 7px; height: 7px; border-radius: 50%; background: var(--note); }
li.warning::before { background: var(--look) !important; }
li.error::before { background: var(--bad) !important; }
.where { color: var(--quiet); font-size: 13px; }
.clear { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px;
  padding: 12px 16px; color: var(--quiet); }
details { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px;
  margin: 0 0 12px; }
summary { cursor: pointer; padding: 13px 18px; display: flex; gap: 4px 14px; align-items: baseline;
  flex-wrap: wrap; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "›"; color: var(--quiet); width: 10px; transition: transform .12s; }
details[open] > summary::before { transform: rotate(90deg); }
summary .name { font-weight: 600; }
summary .file { color: var(--quiet); font-size: 13px; flex: 1 1 200px; }
.chip { font-size: 12px; line-height: 1.5; padding: 1px 8px; border-radius: 9px;
  background: var(--soft); color: var(--quiet); white-space: nowrap; }
.chip.look { background: var(--look-soft); color: var(--look); }
.chip.bad { background: var(--bad-soft); color: var(--bad); }
.inside { padding: 0 18px 18px; border-top: 1px solid var(--line); }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); gap: 0 28px; }
.pair > div { padding: 7px 0; border-top: 1px solid var(--line); min-width: 0; }
.pair > .head { border-top: 0; font-size: 13px; color: var(--quiet); padding-top: 14px; }
.was { color: var(--quiet); font-size: 14px; position: relative; padding-left: 38px !important; }
.was i { position: absolute; left: 0; font: 12px/1.9 ui-monospace, Consolas, monospace;
  color: var(--quiet); opacity: .7; }
.was.centred { text-align: center; } .was.right { text-align: right; }
.was.bold { font-weight: 600; }
.is { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
.part { padding-left: 74px; position: relative; }
.part + .part { margin-top: 6px; }
.part > .label { position: absolute; left: 0; top: 3px; font: 12px/1.7 system-ui, "PingFang SC",
  "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--quiet); width: 66px; }
.part.title { font-weight: 700; font-size: 17px; }
.part.heading { font-weight: 700; }
.part.byline { text-align: right; }
.part.title > .label, .part.byline > .label, .part.subtitle > .label { color: var(--accent); }
.nothing { color: var(--quiet); font: 13px/1.7 system-ui, "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", sans-serif; padding-left: 74px; opacity: .8; }
.doubt { grid-column: 1 / -1; background: var(--look-soft); color: var(--look); border-radius: 7px;
  padding: 6px 12px !important; margin: 0 0 8px; border: 0 !important; font-size: 14px; }
ins { background: var(--new); text-decoration: none; border-radius: 2px; }
del { background: var(--gone); color: var(--quiet); border-radius: 2px; }
.rules { width: 100%; border-collapse: collapse; font-size: 14px; }
.rules td { padding: 6px 12px 6px 0; border-top: 1px solid var(--line); vertical-align: top; }
.rules tr:first-child td { border-top: 0; }
.rules td:first-child { width: 34%; } .rules .count { white-space: nowrap; color: var(--quiet); }
.rules .example { display: block; } .rules .where { margin-left: 8px; }
.photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 14px; }
figure { margin: 0; font-size: 13px; line-height: 1.5; }
figure img, figure .none { width: 100%; height: 112px; object-fit: cover; border-radius: 7px;
  background: var(--soft); display: block; margin-bottom: 5px; }
figure .none { display: grid; place-items: center; color: var(--quiet); }
figcaption b { font-weight: 500; display: block; }
figcaption .how { color: var(--quiet); } figcaption .caption { display: block; }
.quote { color: var(--quiet); }
@media (max-width: 720px) {
  main { padding: 18px 14px 48px; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .pair > .is, .pair > .head + .head { border-top: 0; padding-top: 0; }
}
@media print {
  body { background: none; } details { break-inside: avoid-page; } .languages { display: none; }
}
"""
