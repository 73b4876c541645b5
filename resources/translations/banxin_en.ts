<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
    <context>
        <name>banxin</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source> 像素</source>
            <translation> px</translation>
        </message>
        <message>
            <source> 天</source>
            <translation> days</translation>
        </message>
        <message>
            <source> 期</source>
            <translation> </translation>
        </message>
        <message>
            <source> 毫米</source>
            <translation> mm</translation>
        </message>
        <message>
            <source> 磅</source>
            <translation> pt</translation>
        </message>
        <message>
            <source>1. 空一格</source>
            <translation>1. and a space</translation>
        </message>
        <message>
            <source>16 开</source>
            <translation>16K</translation>
        </message>
        <message>
            <source>4 的倍数</source>
            <translation>A multiple of 4</translation>
        </message>
        <message>
            <source>B5（JIS）</source>
            <translation>B5 (JIS)</translation>
        </message>
        <message>
            <source>Del 删除</source>
            <translation>Del takes one out</translation>
        </message>
        <message>
            <source>Esc 完成</source>
            <translation>Esc ends</translation>
        </message>
        <message>
            <source>Excel 的 .xlsx，或 .csv、.tsv；也可以把文件拖进窗口</source>
            <translation>An .xlsx of Excel, a .csv or a .tsv; the file can also be dropped on the window</translation>
        </message>
        <message>
            <source>M月d日</source>
            <comment>form of a date</comment>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>OFD 是国家标准的版式文件（GB/T 33190），公文交换和归档用。每个字都和 PDF 里的在同一位置，文字可以搜索，字体和图片都在文件里。</source>
            <translation>OFD is the national format for documents with fixed pages (GB/T 33190), for exchange between offices and for archives. Every character stands where it stands in the PDF; text can be searched, faces and pictures are in the file.</translation>
        </message>
        <message>
            <source>Qt {qt}</source>
            <translation type="vanished">Qt {qt}</translation>
        </message>
        <message>
            <source>TIFF，印刷用（四色）</source>
            <translation>TIFF for print (four inks)</translation>
        </message>
        <message>
            <source>Word 文档</source>
            <translation>Word documents</translation>
        </message>
        <message>
            <source>Word 自动编号</source>
            <translation>Counted by Word</translation>
        </message>
        <message>
            <source>Word 里删去</source>
            <translation>taken out in Word</translation>
        </message>
        <message>
            <source>Word 里新增</source>
            <translation>added in Word</translation>
        </message>
        <message>
            <source>Word 里的改动都收进来了</source>
            <translation>All changes of the Word file have been taken in</translation>
        </message>
        <message>
            <source>yyyy年M月d日</source>
            <translation type="vanished">d MMM yyyy</translation>
        </message>
        <message>
            <source>yyyy年M月d日</source>
            <comment>form of a date</comment>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>zh</source>
            <translation>en</translation>
        </message>
        <message>
            <source>{act}图片</source>
            <translation>{act} photo</translation>
        </message>
        <message>
            <source>{aim} ✓</source>
            <translation>{aim} ✓</translation>
        </message>
        <message numerus="yes">
            <source>{aim}：多 {n} 行</source>
            <translation>
                <numerusform>{aim}: {n} row over</numerusform>
                <numerusform>{aim}: {n} rows over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{aim}：差 {n} 行</source>
            <translation>
                <numerusform>{aim}: {n} row missing</numerusform>
                <numerusform>{aim}: {n} rows missing</numerusform>
            </translation>
        </message>
        <message>
            <source>{author} 写于 {time}</source>
            <translation>{author}, {time}</translation>
        </message>
        <message>
            <source>{before} → {after}</source>
            <translation type="vanished">{before} → {after}</translation>
        </message>
        <message>
            <source>{box}，文章：{title}</source>
            <translation>{box}, article: {title}</translation>
        </message>
        <message>
            <source>{column}：列宽</source>
            <translation>{column}: width</translation>
        </message>
        <message>
            <source>{column}：对齐</source>
            <translation>{column}: alignment</translation>
        </message>
        <message>
            <source>{count} 字</source>
            <translation>{count} characters</translation>
        </message>
        <message>
            <source>{count} 栏</source>
            <translation>{count} columns</translation>
        </message>
        <message>
            <source>{day} 日</source>
            <translation>{day}</translation>
        </message>
        <message>
            <source>{edge}间距</source>
            <translation>Distance {edge}</translation>
        </message>
        <message>
            <source>{em} 字</source>
            <translation>{em} em</translation>
        </message>
        <message>
            <source>{errors} 个错误，{warnings} 个提醒，{notices} 条说明</source>
            <translation>Errors: {errors}, warnings: {warnings}, notices: {notices}</translation>
        </message>
        <message numerus="yes">
            <source>{failed}。其他 {n} 项已放好。</source>
            <translation>
                <numerusform>{failed}. {n} other part is there.</numerusform>
                <numerusform>{failed}. {n} other parts are there.</numerusform>
            </translation>
        </message>
        <message>
            <source>{finding}

全部替换为</source>
            <translation>{finding}

Replace all by</translation>
        </message>
        <message>
            <source>{kind}，{path}</source>
            <translation>{kind}, {path}</translation>
        </message>
        <message>
            <source>{low}–{high} 可变</source>
            <translation>variable, {low}–{high}</translation>
        </message>
        <message>
            <source>{names} 不是能读的稿件或图片</source>
            <translation type="vanished">Neither a manuscript nor a photo that can be read: {names}</translation>
        </message>
        <message>
            <source>{names} 导入后改过，不再自动改动；请直接在页面上改</source>
            <translation>{names} was changed since it was imported and is left alone; change it on the page</translation>
        </message>
        <message>
            <source>{names} 是旧版格式，要用这台电脑上的 LibreOffice 转换才能读。</source>
            <translation>{names}: of an old format, which only the LibreOffice of this computer can convert.</translation>
        </message>
        <message>
            <source>{name} 不能读（{why}）</source>
            <translation>{name} cannot be read ({why})</translation>
        </message>
        <message>
            <source>{name} 公众号</source>
            <translation>{name} WeChat</translation>
        </message>
        <message>
            <source>{name} 在打开之后被别的程序改过。</source>
            <translation>{name} was changed by another program since it was opened.</translation>
        </message>
        <message>
            <source>{name} 在打开之后被别的程序改过（{time}）。</source>
            <translation>{name} was changed by another program since it was opened ({time}).</translation>
        </message>
        <message>
            <source>{name} 已经有了，要替换吗？</source>
            <translation>{name} exists already. Replace it?</translation>
        </message>
        <message>
            <source>{name} 校样 {time}</source>
            <translation>{name} draft {time}</translation>
        </message>
        <message>
            <source>{name} 正由 {who} 打开（电脑 {machine}，{time} 起）。</source>
            <translation>{who} has {name} open (computer {machine}, since {time}).</translation>
        </message>
        <message>
            <source>{name} 正被别人打开。</source>
            <translation>Somebody else has {name} open.</translation>
        </message>
        <message>
            <source>{name} 的图片 {photo} 没有复制：{reason}</source>
            <translation type="vanished">Photo {photo} of {name} was not copied: {reason}</translation>
        </message>
        <message>
            <source>{name} 第 {line} 行：{sentence}</source>
            <translation>{name}, line {line}: {sentence}</translation>
        </message>
        <message>
            <source>{name} 等 {count} 篇</source>
            <translation>{name} and others ({count})</translation>
        </message>
        <message numerus="yes">
            <source>{name} 等 {n} 个文件</source>
            <translation>
                <numerusform>{name} and others, {n} file</numerusform>
                <numerusform>{name} and others, {n} files</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}按版式</source>
            <translation>{name} as the layout</translation>
        </message>
        <message>
            <source>{name}（{width} × {height} mm）</source>
            <translation>{name} ({width} × {height} mm)</translation>
        </message>
        <message>
            <source>{name}（自定）</source>
            <translation>{name} (own)</translation>
        </message>
        <message>
            <source>{name}：更多</source>
            <translation>{name}: more</translation>
        </message>
        <message>
            <source>{name}：选择字体</source>
            <translation>{name}: choose a face</translation>
        </message>
        <message>
            <source>{number} mm</source>
            <translation>{number} mm</translation>
        </message>
        <message>
            <source>{number} pt</source>
            <translation>{number} pt</translation>
        </message>
        <message>
            <source>{number} 倍</source>
            <translation>{number} ×</translation>
        </message>
        <message>
            <source>{number} 字</source>
            <translation>{number} em</translation>
        </message>
        <message>
            <source>{number} 行</source>
            <translation>{number} rows</translation>
        </message>
        <message numerus="yes">
            <source>{n} 个公式没有存下结果，格子是空的；用 Excel 或 WPS 打开 {name} 保存一次再插入</source>
            <translation>
                <numerusform>{n} formula has no result saved with it and its cell is empty; open {name} in Excel or WPS, save it and insert it again</numerusform>
                <numerusform>{n} formulas have no results saved with them and their cells are empty; open {name} in Excel or WPS, save it and insert it again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 个文件没有收</source>
            <translation>
                <numerusform>{n} file was not taken</numerusform>
                <numerusform>{n} files were not taken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 个文件：{name} 等</source>
            <translation>
                <numerusform>{n} file: {name}</numerusform>
                <numerusform>{n} files: {name} and so on</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 个表格</source>
            <translation>
                <numerusform>{n} table</numerusform>
                <numerusform>{n} tables</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 处</source>
            <translation>
                <numerusform>{n} match</numerusform>
                <numerusform>{n} matches</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 处待核对</source>
            <translation>
                <numerusform>{n} to check</numerusform>
                <numerusform>{n} to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 处，选了 {chosen} 处</source>
            <translation>
                <numerusform>{n} place, {chosen} chosen</numerusform>
                <numerusform>{n} places, {chosen} chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 张图片</source>
            <translation>
                <numerusform>{n} picture</numerusform>
                <numerusform>{n} pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 张图片还没有配上稿件：拖到文章或页面上，或按右键选“放进文章”</source>
            <translation>
                <numerusform>{n} photo waits for its article: drag it onto the article or the page, or right-click it and choose the article</numerusform>
                <numerusform>{n} photos wait for their articles: drag them onto an article or the page, or right-click them and choose the article</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 提醒</source>
            <translation>
                <numerusform>{n} warning</numerusform>
                <numerusform>{n} warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 栏</source>
            <translation>
                <numerusform>{n} column</numerusform>
                <numerusform>{n} columns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 栏，</source>
            <translation>
                <numerusform>{n} column, </numerusform>
                <numerusform>{n} columns, </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 段文字</source>
            <translation>
                <numerusform>{n} paragraph</numerusform>
                <numerusform>{n} paragraphs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 的倍数</source>
            <translation>
                <numerusform>Multiple of {n}</numerusform>
                <numerusform>Multiple of {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 篇</source>
            <translation>
                <numerusform>{n} article</numerusform>
                <numerusform>{n} articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 篇文章</source>
            <translation>
                <numerusform>{n} article</numerusform>
                <numerusform>{n} articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 行</source>
            <translation>
                <numerusform>{n} line</numerusform>
                <numerusform>{n} lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 说明</source>
            <translation>
                <numerusform>{n} notice</numerusform>
                <numerusform>{n} notices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 错误</source>
            <translation>
                <numerusform>{n} error</numerusform>
                <numerusform>{n} errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 页</source>
            <translation>
                <numerusform>{n} page</numerusform>
                <numerusform>{n} pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 页，末页 {percent} %</source>
            <translation type="vanished">
                <numerusform>{n} page, the last {percent} % full</numerusform>
                <numerusform>{n} pages, the last {percent} % full</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 项</source>
            <translation>
                <numerusform>{n} item</numerusform>
                <numerusform>{n} items</numerusform>
            </translation>
        </message>
        <message>
            <source>{paper} 毫米</source>
            <translation>{paper} mm</translation>
        </message>
        <message>
            <source>{paper}，{w}×{h} 毫米</source>
            <translation>{paper}, {w}×{h} mm</translation>
        </message>
        <message>
            <source>{part}的{setting}</source>
            <translation>{part}: {setting}</translation>
        </message>
        <message>
            <source>{part}的锁定</source>
            <translation>{part}: locks</translation>
        </message>
        <message>
            <source>{part}（{preset}）</source>
            <translation type="vanished">{part} ({preset})</translation>
        </message>
        <message>
            <source>{part}（按预设“{preset}”）</source>
            <translation>{part} (by the preset “{preset}”)</translation>
        </message>
        <message>
            <source>{part}：锁定{aspect}</source>
            <translation>{part}: lock {aspect}</translation>
        </message>
        <message>
            <source>{path}（之后又被别的程序改过，保存时会再问）</source>
            <translation>{path} (changed by another program since; saving will ask)</translation>
        </message>
        <message>
            <source>{path}（文件已经不在了，保存会重新写出）</source>
            <translation>{path} (the file is gone; saving writes it anew)</translation>
        </message>
        <message>
            <source>{plate} 版，百分之几</source>
            <translation>Plate {plate}, per cent</translation>
        </message>
        <message>
            <source>{ppi} ppi</source>
            <translation>{ppi} ppi</translation>
        </message>
        <message>
            <source>{ppi} ppi，偏低</source>
            <translation>{ppi} ppi, rather low</translation>
        </message>
        <message>
            <source>{ppi} ppi，适合印刷</source>
            <translation>{ppi} ppi, fit to print</translation>
        </message>
        <message>
            <source>{rows} 行</source>
            <translation>{rows} rows</translation>
        </message>
        <message>
            <source>{rows}第 {row} 项的{setting}</source>
            <translation>{rows}, no. {row}: {setting}</translation>
        </message>
        <message>
            <source>{sentence}，打开检查结果</source>
            <translation>{sentence}; open the findings</translation>
        </message>
        <message>
            <source>{sentence}，整页适配</source>
            <translation>{sentence}; fit to pages</translation>
        </message>
        <message>
            <source>{sentence}；恢复的内容成了一份没有保存的副本</source>
            <translation>{sentence}; what was recovered is now an unsaved copy</translation>
        </message>
        <message>
            <source>{setting}{end}</source>
            <translation>{setting}, {end}</translation>
        </message>
        <message>
            <source>{setting}可选的</source>
            <translation>{setting}: what may be chosen</translation>
        </message>
        <message numerus="yes">
            <source>{side} · {n} 页</source>
            <translation>
                <numerusform>{side} · {n} page</numerusform>
                <numerusform>{side} · {n} pages</numerusform>
            </translation>
        </message>
        <message>
            <source>{size}，{measure} 字 × {rows} 行，行距 {leading} pt</source>
            <translation>{size}, {measure} characters × {rows} rows, leading {leading} pt</translation>
        </message>
        <message>
            <source>{style}的{setting}</source>
            <translation>{style}: {setting}</translation>
        </message>
        <message>
            <source>{title}（只读）</source>
            <translation>{title} (read-only)</translation>
        </message>
        <message>
            <source>{verb}“{step}”</source>
            <translation>{verb} “{step}”</translation>
        </message>
        <message>
            <source>{was} → {now}</source>
            <translation>{was} → {now}</translation>
        </message>
        <message>
            <source>{width} × {height} mm</source>
            <translation>{width} × {height} mm</translation>
        </message>
        <message>
            <source>{width} 字</source>
            <translation type="vanished">{width} em</translation>
        </message>
        <message>
            <source>{width}，{ink}</source>
            <translation>{width}, {ink}</translation>
        </message>
        <message>
            <source>“{cell}”不行：应为{expected}</source>
            <translation>“{cell}” will not do: it must be {expected}</translation>
        </message>
        <message>
            <source>“{name}”以后各期都用这一期的版式</source>
            <translation>From now on issues of “{name}” are set as this one is</translation>
        </message>
        <message>
            <source>“{name}”写了两次，请删去一个</source>
            <translation>“{name}” stands there twice; delete one</translation>
        </message>
        <message numerus="yes">
            <source>“{preset}”不能导出，有 {n} 个错误。第一个：{first}。</source>
            <translation>
                <numerusform>“{preset}” cannot be exported: there is {n} error. {first}. </numerusform>
                <numerusform>“{preset}” cannot be exported: there are {n} errors. The first: {first}. </numerusform>
            </translation>
        </message>
        <message>
            <source>“{preset}”不能导出：{first}。</source>
            <translation>“{preset}” cannot be exported: {first}. </translation>
        </message>
        <message>
            <source>“{title}”有未保存的修改。</source>
            <translation>“{title}” has changes that are not saved.</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>“{words}”</translation>
        </message>
        <message>
            <source>“{words}”的读音</source>
            <translation>Reading of “{words}”</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>【供稿：单位 姓名】</source>
            <translation>【By: organisation, name】</translation>
        </message>
        <message>
            <source>〔{field}〕</source>
            <translation>({field})</translation>
        </message>
        <message>
            <source>一个文件</source>
            <translation>One file</translation>
        </message>
        <message>
            <source>一个文件夹：首页是报头和要目，每篇文章一页，适合放到内网</source>
            <translation>A folder: masthead and contents on the first page, then a page an article; for an intranet</translation>
        </message>
        <message>
            <source>一排最多 {most} 张图片</source>
            <translation>A row takes at most {most} photos</translation>
        </message>
        <message>
            <source>一直连续</source>
            <translation>Go on through the years</translation>
        </message>
        <message>
            <source>一篇一页</source>
            <translation>One page an article</translation>
        </message>
        <message>
            <source>一篇或整期复制到公众号，或连图片存到文件夹</source>
            <translation>Copy an article or the issue into a WeChat official account, or save it with its pictures</translation>
        </message>
        <message>
            <source>一行一条，如：{example}。也可以从 Excel、WPS 复制多行粘贴进来。</source>
            <translation>One a line, such as: {example}. Several rows can be pasted from Excel or WPS.</translation>
        </message>
        <message>
            <source>一行一行保留，整首按最长的一行居中</source>
            <translation>Lines are kept, the whole is centred by its longest</translation>
        </message>
        <message numerus="yes">
            <source>一面 {n} 页</source>
            <translation>
                <numerusform>{n} page a side</numerusform>
                <numerusform>{n} pages a side</numerusform>
            </translation>
        </message>
        <message>
            <source>一面拼几页；排满是放得下几页就拼几页</source>
            <translation>Pages on each side of a sheet, or as many as fit</translation>
        </message>
        <message>
            <source>一面排满</source>
            <translation>as many as fit</translation>
        </message>
        <message>
            <source>一页和下一页是一张的正反面</source>
            <translation>A page and the next are front and back</translation>
        </message>
        <message>
            <source>上</source>
            <translation>Top</translation>
        </message>
        <message>
            <source>上一个</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>上一个样式</source>
            <translation>Previous style</translation>
        </message>
        <message>
            <source>上一个问题</source>
            <translation>Previous finding</translation>
        </message>
        <message>
            <source>上一区域</source>
            <translation>Previous area</translation>
        </message>
        <message>
            <source>上一期的总期号</source>
            <translation>Total number of the last issue</translation>
        </message>
        <message>
            <source>上一期的期号</source>
            <translation>Number of the last issue</translation>
        </message>
        <message>
            <source>上一条注释</source>
            <translation>Previous note</translation>
        </message>
        <message>
            <source>上一步</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>上一页</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>上下文</source>
            <translation>Context</translation>
        </message>
        <message>
            <source>上下间距不满行距的部分不另占行</source>
            <translation>Above and below, what the line gap gives already takes no further rows</translation>
        </message>
        <message>
            <source>上方</source>
            <translation>above</translation>
        </message>
        <message>
            <source>上方加一行</source>
            <translation>Row above</translation>
        </message>
        <message>
            <source>上标</source>
            <translation>Superscript</translation>
        </message>
        <message>
            <source>上次没有正常关闭。下面的修改还在，没有写进文件：</source>
            <translation>Banxin did not close properly last time. These changes are still here, but not in their files:</translation>
        </message>
        <message>
            <source>上移</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>上移（Alt+↑）</source>
            <translation>Move up (Alt+↑)</translation>
        </message>
        <message>
            <source>上边</source>
            <translation>Above</translation>
        </message>
        <message>
            <source>上边出血</source>
            <translation>Bleed at the top</translation>
        </message>
        <message>
            <source>下</source>
            <translation>Foot</translation>
        </message>
        <message>
            <source>下一个</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>下一个样式</source>
            <translation>Next style</translation>
        </message>
        <message>
            <source>下一个问题</source>
            <translation>Next finding</translation>
        </message>
        <message>
            <source>下一区域</source>
            <translation>Next area</translation>
        </message>
        <message>
            <source>下一期</source>
            <translation>Next issue</translation>
        </message>
        <message>
            <source>下一期：{issue}</source>
            <translation>Next: {issue}</translation>
        </message>
        <message>
            <source>下一条注释</source>
            <translation>Next note</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>下一页</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>下划线</source>
            <translation>Underline</translation>
        </message>
        <message>
            <source>下划线是 Word 里新增，删除线是 Word 里删去</source>
            <translation>Underlined: added in Word; struck through: taken out in Word</translation>
        </message>
        <message>
            <source>下划线是此后新增，删除线是此后删去</source>
            <translation>Underlined was added since, struck through was removed since</translation>
        </message>
        <message>
            <source>下方加一行</source>
            <translation>Row below</translation>
        </message>
        <message>
            <source>下标</source>
            <translation>Subscript</translation>
        </message>
        <message>
            <source>下沉 {rows} 行</source>
            <translation>{rows} lines tall</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>下移（Alt+↓）</source>
            <translation>Move down (Alt+↓)</translation>
        </message>
        <message>
            <source>下边</source>
            <translation>Below</translation>
        </message>
        <message>
            <source>下边出血</source>
            <translation>Bleed at the foot</translation>
        </message>
        <message>
            <source>不保存</source>
            <translation>Do not save</translation>
        </message>
        <message>
            <source>不保存的话，上次保存之后的修改会丢失。</source>
            <translation>If you do not save, what was changed since the last save is lost.</translation>
        </message>
        <message>
            <source>不再接受</source>
            <translation>Count again</translation>
        </message>
        <message>
            <source>不再提示</source>
            <translation>Don't show again</translation>
        </message>
        <message>
            <source>不另定</source>
            <translation>As usual</translation>
        </message>
        <message>
            <source>不可嵌入</source>
            <translation>Not embeddable</translation>
        </message>
        <message>
            <source>不可改</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>不填</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>不定期</source>
            <translation>Irregularly</translation>
        </message>
        <message>
            <source>不导出封面</source>
            <translation>Without the cover</translation>
        </message>
        <message>
            <source>不拆到两页</source>
            <translation>Keep on one page</translation>
        </message>
        <message>
            <source>不排本期要目</source>
            <translation>Leave out the contents</translation>
        </message>
        <message>
            <source>不收</source>
            <translation>Leave out</translation>
        </message>
        <message>
            <source>不改变</source>
            <translation>as they are</translation>
        </message>
        <message>
            <source>不整理</source>
            <translation>Not tidied</translation>
        </message>
        <message>
            <source>不整理：{rule}</source>
            <translation>Do not tidy: {rule}</translation>
        </message>
        <message>
            <source>不标</source>
            <translation>None</translation>
        </message>
        <message>
            <source>不用刊物…</source>
            <translation>Without a publication…</translation>
        </message>
        <message>
            <source>不用改动</source>
            <translation>Nothing to change</translation>
        </message>
        <message>
            <source>不由屏幕颜色换算，四块版各印百分之几由这里定</source>
            <translation>Not converted from the colour on the screen: what each plate prints is set here</translation>
        </message>
        <message>
            <source>不留空</source>
            <translation>No gap</translation>
        </message>
        <message>
            <source>不禁</source>
            <translation>None</translation>
        </message>
        <message>
            <source>不能打印</source>
            <translation>No printing</translation>
        </message>
        <message>
            <source>不计</source>
            <translation type="vanished">None</translation>
        </message>
        <message>
            <source>不许复制时，读屏软件仍然可以朗读</source>
            <translation>Where copying is not allowed, screen readers still read aloud</translation>
        </message>
        <message>
            <source>不设密码</source>
            <translation>No password</translation>
        </message>
        <message>
            <source>不转换</source>
            <translation>Do not convert</translation>
        </message>
        <message>
            <source>不这样写</source>
            <translation>Not so</translation>
        </message>
        <message>
            <source>不限</source>
            <translation>left open</translation>
        </message>
        <message>
            <source>不齐</source>
            <translation>Nowhere</translation>
        </message>
        <message>
            <source>与库存版式不同</source>
            <translation type="vanished">Different from the stock layout</translation>
        </message>
        <message>
            <source>与库存版式不同。点一下复位</source>
            <translation>Different from the stock layout. Click to reset</translation>
        </message>
        <message numerus="yes">
            <source>与库存版式不同：{n} 处</source>
            <translation>
                <numerusform>Different from the stock layout: {n}</numerusform>
                <numerusform>Different from the stock layout: {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>与库存版式相同</source>
            <translation>As the stock layout</translation>
        </message>
        <message>
            <source>与相邻的一张并排</source>
            <translation>Set beside its neighbour</translation>
        </message>
        <message>
            <source>专栏</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>专栏框</source>
            <translation>Box</translation>
        </message>
        <message>
            <source>专栏框只能在一篇文章里</source>
            <translation>A box can only be in one article</translation>
        </message>
        <message>
            <source>专栏框改为正文</source>
            <translation>Box to body text</translation>
        </message>
        <message>
            <source>专栏框：{name}</source>
            <translation>Box: {name}</translation>
        </message>
        <message>
            <source>专色</source>
            <translation>Spot</translation>
        </message>
        <message>
            <source>专色名</source>
            <translation>Spot ink</translation>
        </message>
        <message>
            <source>丢弃</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>丢弃“{title}”没有保存的修改？</source>
            <translation>Discard the unsaved changes of “{title}”?</translation>
        </message>
        <message>
            <source>丢弃…</source>
            <translation>Discard…</translation>
        </message>
        <message>
            <source>丢弃之后找不回来。文件本身不变。</source>
            <translation>This cannot be undone. The file itself stays as it is.</translation>
        </message>
        <message>
            <source>两侧</source>
            <translation>Both</translation>
        </message>
        <message>
            <source>两侧绕排</source>
            <translation>Text on both sides</translation>
        </message>
        <message>
            <source>两栏之间</source>
            <translation>between columns</translation>
        </message>
        <message>
            <source>两端对齐</source>
            <translation>justified</translation>
        </message>
        <message>
            <source>严格</source>
            <translation>Strict</translation>
        </message>
        <message>
            <source>中</source>
            <translation>Centre</translation>
        </message>
        <message>
            <source>中</source>
            <comment>alignment</comment>
            <translation>Centre</translation>
        </message>
        <message>
            <source>中文</source>
            <translation>Chinese</translation>
        </message>
        <message>
            <source>中间隔着别的段落，号码也接着数</source>
            <translation>Counts on, whatever paragraphs stand between</translation>
        </message>
        <message>
            <source>为屏幕版说明图片内容</source>
            <translation>Say what the photo shows, for readers on a screen</translation>
        </message>
        <message>
            <source>也插入</source>
            <translation>Insert these too</translation>
        </message>
        <message>
            <source>交给已经打开的窗口</source>
            <translation>Use the window that is open</translation>
        </message>
        <message>
            <source>亮度</source>
            <translation>Brightness</translation>
        </message>
        <message>
            <source>今天</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>今天 {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>仍然覆盖</source>
            <translation>Overwrite anyway</translation>
        </message>
        <message>
            <source>从上面到光标所在的行是表头，转栏、转页时重复</source>
            <translation>The rows down to the caret head the table, again wherever it goes on</translation>
        </message>
        <message>
            <source>从光标处往前，到正文里的上一个注号</source>
            <translation>Back from the caret to the last sign of a note in the text</translation>
        </message>
        <message>
            <source>从光标处往后，到正文里的下一个注号</source>
            <translation>On from the caret to the next sign of a note in the text</translation>
        </message>
        <message>
            <source>从光标处的注号到注释；注释在眼前，就回到注号；也可以按住 Ctrl 点注号或注释</source>
            <translation>From the sign at the caret to its note; back where the note is in view; or hold Ctrl and click on the sign or the note</translation>
        </message>
        <message>
            <source>从几起（空着就接着数）</source>
            <translation>Begins at (empty: counts on)</translation>
        </message>
        <message>
            <source>从列表中去掉</source>
            <translation>Remove from this list</translation>
        </message>
        <message>
            <source>从左边到光标所在的列是表头</source>
            <translation>The columns up to the caret are headers</translation>
        </message>
        <message>
            <source>从文件夹新建…</source>
            <translation>New from folder…</translation>
        </message>
        <message>
            <source>从稿件新建…</source>
            <translation>New from manuscripts…</translation>
        </message>
        <message>
            <source>从这一期做成刊物</source>
            <translation>Publication from this issue</translation>
        </message>
        <message>
            <source>从这一期做成刊物…</source>
            <translation>Publication from this issue…</translation>
        </message>
        <message>
            <source>从这一期拿出来，新建下一期时再放进去</source>
            <translation>Take it out of this issue; it is offered when the next one is made</translation>
        </message>
        <message>
            <source>从这个版本到现在的改动</source>
            <translation>What changed from this version to now</translation>
        </message>
        <message>
            <source>从这里另起一页</source>
            <translation>New page from here</translation>
        </message>
        <message>
            <source>以后再说</source>
            <translation>Decide later</translation>
        </message>
        <message>
            <source>以后各期都照这一期的版式排，连同在这一期里改的</source>
            <translation>Set all issues to come as this one is, with what was changed in it</translation>
        </message>
        <message>
            <source>份号</source>
            <translation type="vanished">Copy number</translation>
        </message>
        <message>
            <source>仿宋</source>
            <translation>Fangsong</translation>
        </message>
        <message>
            <source>位</source>
            <comment>lock</comment>
            <translation>place</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>位置、出血</source>
            <translation>Place and bleed</translation>
        </message>
        <message>
            <source>体例</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>供稿</source>
            <translation>By-line</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>保存时把这台电脑的“本单位用词”抄一份放进刊物文件夹。</source>
            <translation>Saving puts a copy of this computer's house words into the publication's folder.</translation>
        </message>
        <message>
            <source>保留 {share}</source>
            <translation>keeps {share}</translation>
        </message>
        <message>
            <source>保留我的</source>
            <translation>Keep mine</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Changed</translation>
        </message>
        <message numerus="yes">
            <source>修改 {n} 篇</source>
            <translation>
                <numerusform>{n} article changed</numerusform>
                <numerusform>{n} articles changed</numerusform>
            </translation>
        </message>
        <message>
            <source>修改{field}</source>
            <translation>Edit {field}</translation>
        </message>
        <message>
            <source>修改份号</source>
            <translation type="vanished">Edit copy number</translation>
        </message>
        <message>
            <source>修改供稿</source>
            <translation>Edit by-line</translation>
        </message>
        <message>
            <source>修改刊名</source>
            <translation type="vanished">Edit publication</translation>
        </message>
        <message>
            <source>修改副题</source>
            <translation>Change subtitle</translation>
        </message>
        <message>
            <source>修改印数</source>
            <translation type="vanished">Edit copies printed</translation>
        </message>
        <message>
            <source>修改发至单位</source>
            <translation type="vanished">Edit who it is distributed to</translation>
        </message>
        <message>
            <source>修改图注</source>
            <translation>Edit caption</translation>
        </message>
        <message>
            <source>修改密级</source>
            <translation type="vanished">Edit secrecy mark</translation>
        </message>
        <message>
            <source>修改封面图片的替代文字</source>
            <translation>Change the cover photo's alternative text</translation>
        </message>
        <message>
            <source>修改封面标题</source>
            <translation>Change the cover's headlines</translation>
        </message>
        <message>
            <source>修改总期号</source>
            <translation type="vanished">Edit total number</translation>
        </message>
        <message>
            <source>修改抄送单位</source>
            <translation type="vanished">Edit who it is sent to</translation>
        </message>
        <message>
            <source>修改报送单位</source>
            <translation type="vanished">Edit who it reports to</translation>
        </message>
        <message>
            <source>修改日期</source>
            <translation>Edit date</translation>
        </message>
        <message>
            <source>修改替代文字</source>
            <translation>Edit alternative text</translation>
        </message>
        <message>
            <source>修改期号</source>
            <translation type="vanished">Edit number</translation>
        </message>
        <message>
            <source>修改来源</source>
            <translation>Change source</translation>
        </message>
        <message>
            <source>修改标题</source>
            <translation>Edit title</translation>
        </message>
        <message>
            <source>修改电话</source>
            <translation type="vanished">Edit telephone</translation>
        </message>
        <message>
            <source>修改编印单位</source>
            <translation type="vanished">Edit issuing body</translation>
        </message>
        <message>
            <source>修改编辑</source>
            <translation type="vanished">Edit the editor</translation>
        </message>
        <message>
            <source>修改署名</source>
            <translation>Change credit</translation>
        </message>
        <message>
            <source>允许拆到两页</source>
            <translation>Allow a break across pages</translation>
        </message>
        <message>
            <source>先保存</source>
            <translation>Save it first</translation>
        </message>
        <message>
            <source>先在文章里点一下要放表格的地方，再插入表格文件</source>
            <translation>Click into the article where the table is to stand first, then insert the file</translation>
        </message>
        <message>
            <source>先在正文里点一下，再粘贴文字</source>
            <translation type="vanished">Click into the text first, then paste</translation>
        </message>
        <message>
            <source>先把光标放进文字里，或选中几个字</source>
            <translation>Put the caret into a text, or mark some words, first</translation>
        </message>
        <message>
            <source>先把光标放进表格</source>
            <translation>Put the caret into a table first</translation>
        </message>
        <message>
            <source>先新建或打开一期</source>
            <translation>Make or open an issue first</translation>
        </message>
        <message>
            <source>先用鼠标或 Shift 加方向键选中几个单元格</source>
            <translation>Select several cells first, with the mouse or Shift and the arrow keys</translation>
        </message>
        <message>
            <source>先试着改段落的行数，再改图片、间距，最后才是行距和字号…</source>
            <translation>Lines of paragraphs first, then photos and spaces, leading and size last of all…</translation>
        </message>
        <message>
            <source>先选一篇文章，再插入图片</source>
            <translation>Select an article first, then insert photos</translation>
        </message>
        <message>
            <source>先选一篇文章，再粘贴图片</source>
            <translation>Select an article first, then paste the photo</translation>
        </message>
        <message>
            <source>先选中一张图片</source>
            <translation>Select a photo first</translation>
        </message>
        <message>
            <source>先选中一篇文章</source>
            <translation>Select an article first</translation>
        </message>
        <message>
            <source>先选中专栏框或引语，或把光标放进去</source>
            <translation>Select a box or pull quote first, or put the caret into one</translation>
        </message>
        <message>
            <source>先选中几个字</source>
            <translation>Select some words first</translation>
        </message>
        <message>
            <source>先选中并排的一张图片</source>
            <translation>Select a photo of a row first</translation>
        </message>
        <message>
            <source>先选中文字、图片、文章或栏目</source>
            <translation>Select text, a photo, an article or a section first</translation>
        </message>
        <message>
            <source>先选中文章或栏目</source>
            <translation>Select an article or a section first</translation>
        </message>
        <message>
            <source>先选中栏目，或栏目里的文章</source>
            <translation>Select a section, or an article in it, first</translation>
        </message>
        <message>
            <source>光标不在加了注释的文字里</source>
            <translation>The caret is not in words that have a note</translation>
        </message>
        <message>
            <source>光标所在的单元格没有合并过</source>
            <translation>The cell with the caret is not a merged one</translation>
        </message>
        <message>
            <source>光标所在的整列居中</source>
            <translation>The whole column with the caret is centred</translation>
        </message>
        <message>
            <source>光标所在的整列靠右</source>
            <translation>The whole column with the caret stands right</translation>
        </message>
        <message>
            <source>光标所在的整列靠左</source>
            <translation>The whole column with the caret stands left</translation>
        </message>
        <message>
            <source>光标所在的段落不是列项</source>
            <translation>The paragraph with the caret is no item of a list</translation>
        </message>
        <message>
            <source>全不选</source>
            <translation>None</translation>
        </message>
        <message>
            <source>全半</source>
            <translation>Ｗ</translation>
        </message>
        <message>
            <source>全屏</source>
            <translation>Full screen</translation>
        </message>
        <message>
            <source>全文 {pages} 页</source>
            <translation>{pages} pages in all</translation>
        </message>
        <message>
            <source>全期末页</source>
            <translation>Last page of the issue</translation>
        </message>
        <message>
            <source>全称</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>全称和可以用的简称，简称之间用顿号。写错一字，或一期里用了两种简称，会提醒。</source>
            <translation>The full name and the short forms in use, parted by 、 One wrong character, or two short forms in one issue, are findings.</translation>
        </message>
        <message>
            <source>全角</source>
            <translation>An em each</translation>
        </message>
        <message>
            <source>全角式</source>
            <translation>Full-width</translation>
        </message>
        <message>
            <source>全选</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>全部一排</source>
            <translation>All in one line</translation>
        </message>
        <message>
            <source>全部删去</source>
            <translation>Leave out all</translation>
        </message>
        <message>
            <source>全部去掉</source>
            <translation>Take all off</translation>
        </message>
        <message>
            <source>全部复位</source>
            <translation>Reset all</translation>
        </message>
        <message>
            <source>全部收进来</source>
            <translation>Take all</translation>
        </message>
        <message>
            <source>全部替换</source>
            <translation>Replace all</translation>
        </message>
        <message>
            <source>全部替换“{words}”</source>
            <translation>Replace all “{words}”</translation>
        </message>
        <message>
            <source>全部替换为…</source>
            <translation>Replace all by…</translation>
        </message>
        <message>
            <source>全部栏</source>
            <translation>all columns</translation>
        </message>
        <message>
            <source>全部稿件</source>
            <translation>All manuscripts</translation>
        </message>
        <message>
            <source>全部采用</source>
            <translation>Take all</translation>
        </message>
        <message>
            <source>全部；或如 1-3, 5</source>
            <translation>All; or such as 1-3, 5</translation>
        </message>
        <message>
            <source>八分空（1/8 字）</source>
            <translation>1/8 em</translation>
        </message>
        <message>
            <source>公众号只显示传到它自己服务器上的图片：粘贴时编辑器可能会上传带来的图片；没有带上的，存到文件夹后按编号逐张插入。外部链接在公众号里会失效，已写成文字。</source>
            <translation>WeChat shows only pictures on its own servers: its editor may upload those that come along in pasting; insert the others from the folder, by their numbers. Links elsewhere do not work there and are typed out.</translation>
        </message>
        <message>
            <source>公众号图文</source>
            <translation>WeChat article</translation>
        </message>
        <message>
            <source>公众号图文…</source>
            <translation>WeChat article…</translation>
        </message>
        <message>
            <source>公文简报</source>
            <translation>Official newsletter</translation>
        </message>
        <message>
            <source>公文里不宜用的词。右边写原因或怎么改，提醒时一起显示；可以空着。</source>
            <translation>Words that official texts avoid. At the right why, or what to write; it is shown with the finding and may be empty.</translation>
        </message>
        <message>
            <source>六分空（1/6 字）</source>
            <translation>1/6 em</translation>
        </message>
        <message>
            <source>共 {pages} 页</source>
            <translation>of {pages}</translation>
        </message>
        <message>
            <source>关于版心</source>
            <translation>About Banxin</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>关闭提示</source>
            <translation>Dismiss</translation>
        </message>
        <message>
            <source>关闭本期</source>
            <translation>Close issue</translation>
        </message>
        <message>
            <source>关闭查找</source>
            <translation>Close the search</translation>
        </message>
        <message>
            <source>其他下划线</source>
            <translation>Other underlines</translation>
        </message>
        <message>
            <source>其他专栏框</source>
            <translation>Other box</translation>
        </message>
        <message>
            <source>其他人名</source>
            <translation>Other people</translation>
        </message>
        <message>
            <source>内侧</source>
            <translation>inside</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Finding</translation>
        </message>
        <message>
            <source>内部资料（准印证印制）</source>
            <translation type="vanished">Internal material (printed by permit)</translation>
        </message>
        <message>
            <source>内部资料（有准印证）</source>
            <translation>Internal material (with a permit)</translation>
        </message>
        <message>
            <source>再制文章</source>
            <translation>Duplicate article</translation>
        </message>
        <message>
            <source>再次启动时</source>
            <translation>When started again</translation>
        </message>
        <message>
            <source>再读一次</source>
            <translation>Read it again</translation>
        </message>
        <message>
            <source>写上工单号等；花括号里的字段印出来换成：{fields}</source>
            <translation>Write a job number and the like; fields in braces are printed as: {fields}</translation>
        </message>
        <message>
            <source>写了这些</source>
            <translation>What was written</translation>
        </message>
        <message>
            <source>写成 2025-08-30 这样的日期</source>
            <translation type="vanished">Write the date like 2025-08-30</translation>
        </message>
        <message>
            <source>写法</source>
            <translation>Spellings</translation>
        </message>
        <message>
            <source>写表题和表注，定几行几列是表头，定各列的宽窄</source>
            <translation>Caption and notes, how many rows and columns are headers, how wide columns are</translation>
        </message>
        <message>
            <source>几个人共用一份词表时，选网络盘上的文件</source>
            <translation>Where several people share one word list, choose the file on the network drive</translation>
        </message>
        <message>
            <source>几个人合编就放在网络盘上：都看得到同一套设置，期号不会重复。</source>
            <translation>On a network drive several people share one set of settings, and no number is given twice.</translation>
        </message>
        <message>
            <source>几号，如：5、20</source>
            <translation>Days, such as 5, 20</translation>
        </message>
        <message>
            <source>出了意外，刚才的操作没有完成；稿件没有丢失，可以继续编辑。</source>
            <translation>Something unexpected happened and the last act was not finished. Nothing is lost; you can go on editing.</translation>
        </message>
        <message>
            <source>出血</source>
            <translation>Bleed</translation>
        </message>
        <message>
            <source>出血 {length} 毫米</source>
            <translation>bleed {length} mm</translation>
        </message>
        <message>
            <source>出血到页边</source>
            <translation>Over the edges of the page</translation>
        </message>
        <message>
            <source>分段</source>
            <translation>Split paragraph</translation>
        </message>
        <message>
            <source>分辨率</source>
            <translation>Resolution</translation>
        </message>
        <message>
            <source>分隔线</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>分页</source>
            <translation>Page break</translation>
        </message>
        <message>
            <source>分页符</source>
            <translation>Page break</translation>
        </message>
        <message>
            <source>刊名</source>
            <translation>Publication</translation>
        </message>
        <message>
            <source>刊名、版式、栏目、报头报尾和编号，存成各期共用的刊物</source>
            <translation>Keep name, layout, sections, masthead, colophon and numbering for all issues</translation>
        </message>
        <message>
            <source>刊名、页码、日期、尺寸、印刷条件</source>
            <translation>Publication, page, date, size, print condition</translation>
        </message>
        <message>
            <source>刊名和期号</source>
            <translation>publication and number</translation>
        </message>
        <message>
            <source>刊期</source>
            <translation>Appears</translation>
        </message>
        <message>
            <source>刊物</source>
            <translation>Publication</translation>
        </message>
        <message>
            <source>刊物</source>
            <comment>several</comment>
            <translation>Publications</translation>
        </message>
        <message>
            <source>刊物“{name}”建好了</source>
            <translation>The publication “{name}” is made</translation>
        </message>
        <message>
            <source>刊物文件夹</source>
            <translation>Folder of the publication</translation>
        </message>
        <message>
            <source>刊物文件夹 {path}</source>
            <translation>Folder of the publication {path}</translation>
        </message>
        <message>
            <source>刊物文件夹放在哪里</source>
            <translation>Where to put the publication's folder</translation>
        </message>
        <message>
            <source>刊物是各期共用的东西：刊名、版式、栏目、报头报尾和编号。以后每期点两下就建好。</source>
            <translation>A publication is what its issues share: name, layout, sections, masthead, colophon and numbering. Each new issue is then two clicks away.</translation>
        </message>
        <message>
            <source>刊物有自己的词表（领导、单位、写法、慎用词）</source>
            <translation>The publication has word lists of its own (leaders, units, spellings, words to avoid)</translation>
        </message>
        <message>
            <source>刊物没有建成</source>
            <translation>The publication was not made</translation>
        </message>
        <message>
            <source>刊物用这一期的版式</source>
            <translation>Give this layout to the publication</translation>
        </message>
        <message>
            <source>刊物的各部分</source>
            <translation>Parts of the publication</translation>
        </message>
        <message>
            <source>刊物的词表</source>
            <translation>Word list of the publication</translation>
        </message>
        <message>
            <source>刊物设置</source>
            <translation>Publication settings</translation>
        </message>
        <message>
            <source>刊物设置…</source>
            <translation>Publication settings…</translation>
        </message>
        <message>
            <source>刊物设置、文件夹</source>
            <translation>Settings and folder of the publication</translation>
        </message>
        <message>
            <source>刊物设置：{name}</source>
            <translation>Publication settings: {name}</translation>
        </message>
        <message>
            <source>列</source>
            <translation>Column</translation>
        </message>
        <message>
            <source>列出错误和提醒</source>
            <translation>List errors and warnings</translation>
        </message>
        <message>
            <source>列宽</source>
            <translation>Width</translation>
        </message>
        <message>
            <source>列对齐</source>
            <translation>Align columns</translation>
        </message>
        <message>
            <source>列数</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>列项</source>
            <translation>List item</translation>
        </message>
        <message>
            <source>列项与上一级并列，换用上一级的编号</source>
            <translation>The item joins those a level above, and is numbered as they are</translation>
        </message>
        <message>
            <source>列项升一级</source>
            <translation>Item one level up</translation>
        </message>
        <message>
            <source>列项成为上面一项的下级，换用下一级的编号</source>
            <translation>The item goes under the one above it, and is numbered as the level below</translation>
        </message>
        <message>
            <source>列项的编号是打进去的字，粘贴到别处也不变</source>
            <translation>The numbers of items are characters, the same wherever they are pasted</translation>
        </message>
        <message>
            <source>列项的编号由 Word 来数，增删一项自动重排</source>
            <translation>Word counts the numbers of items, and counts again when one comes or goes</translation>
        </message>
        <message>
            <source>列项符号</source>
            <translation>Bullet</translation>
        </message>
        <message>
            <source>列项转行</source>
            <translation>Turnovers of an item</translation>
        </message>
        <message>
            <source>列项降一级</source>
            <translation>Item one level down</translation>
        </message>
        <message>
            <source>删去</source>
            <translation>Removed</translation>
        </message>
        <message numerus="yes">
            <source>删去 {n} 篇</source>
            <translation>
                <numerusform>{n} article removed</numerusform>
                <numerusform>{n} articles removed</numerusform>
            </translation>
        </message>
        <message>
            <source>删去栏目</source>
            <translation>Remove section</translation>
        </message>
        <message>
            <source>删去：{title}</source>
            <translation>Removed: {title}</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message numerus="yes">
            <source>删除 {n} 篇文章</source>
            <translation>
                <numerusform>Delete {n} article</numerusform>
                <numerusform>Delete {n} articles</numerusform>
            </translation>
        </message>
        <message>
            <source>删除专栏框</source>
            <translation>Delete box</translation>
        </message>
        <message>
            <source>删除光标所在的列</source>
            <translation>Delete the column with the caret</translation>
        </message>
        <message>
            <source>删除光标所在的行</source>
            <translation>Delete the row with the caret</translation>
        </message>
        <message>
            <source>删除光标所在的表格，连同表题和表注</source>
            <translation>Delete the table with the caret, its caption and notes too</translation>
        </message>
        <message>
            <source>删除分隔线</source>
            <translation>Delete rule</translation>
        </message>
        <message>
            <source>删除列</source>
            <translation>Delete column</translation>
        </message>
        <message>
            <source>删除图片</source>
            <translation>Delete photo</translation>
        </message>
        <message>
            <source>删除小标题</source>
            <translation>Delete sub-heading</translation>
        </message>
        <message>
            <source>删除引语</source>
            <translation>Delete pull quote</translation>
        </message>
        <message>
            <source>删除批注</source>
            <translation>Delete comment</translation>
        </message>
        <message>
            <source>删除按语</source>
            <translation>Delete editor's note</translation>
        </message>
        <message>
            <source>删除文字</source>
            <translation>Delete text</translation>
        </message>
        <message>
            <source>删除文章</source>
            <translation>Delete article</translation>
        </message>
        <message>
            <source>删除栏目</source>
            <translation>Delete section</translation>
        </message>
        <message>
            <source>删除段落</source>
            <translation>Delete paragraph</translation>
        </message>
        <message>
            <source>删除线</source>
            <translation>Strike-through</translation>
        </message>
        <message>
            <source>删除行</source>
            <translation>Delete row</translation>
        </message>
        <message>
            <source>删除表格</source>
            <translation>Delete table</translation>
        </message>
        <message>
            <source>删除轮廓角点</source>
            <translation>Take a corner out of the outline</translation>
        </message>
        <message>
            <source>删除选中的栏目（Delete）</source>
            <translation>Delete the chosen sections (Delete)</translation>
        </message>
        <message>
            <source>删除选中的行（Delete）</source>
            <translation>Delete the selected rows (Delete)</translation>
        </message>
        <message>
            <source>删除颜色</source>
            <translation>Remove the ink</translation>
        </message>
        <message>
            <source>别人刚改过这个刊物。您改动的项按您的存，其余的按别人的。</source>
            <translation>Somebody else has just changed this publication. What you changed is saved as yours, the rest stays as theirs.</translation>
        </message>
        <message>
            <source>别人刚改过这个刊物，现在显示的是改过的。</source>
            <translation>Somebody else has just changed this publication; this is how it is now.</translation>
        </message>
        <message>
            <source>到本列都是表头</source>
            <translation>Header up to this column</translation>
        </message>
        <message>
            <source>到本行都是表头</source>
            <translation>Header down to this row</translation>
        </message>
        <message>
            <source>到页面上看</source>
            <translation>Show on page</translation>
        </message>
        <message>
            <source>前面没有注释了</source>
            <translation>There are no notes before this</translation>
        </message>
        <message>
            <source>剪切</source>
            <translation>Cut</translation>
        </message>
        <message>
            <source>剪贴板</source>
            <translation>Clipboard</translation>
        </message>
        <message>
            <source>剪贴板上没有文字</source>
            <translation>There is no text on the clipboard</translation>
        </message>
        <message>
            <source>副题</source>
            <translation>Subtitle</translation>
        </message>
        <message>
            <source>副题、日期、来源</source>
            <translation>Subtitle, source and date</translation>
        </message>
        <message>
            <source>办公软件式</source>
            <translation>As office software</translation>
        </message>
        <message>
            <source>加上注音</source>
            <translation>Set readings</translation>
        </message>
        <message numerus="yes">
            <source>加了 {n} 处注音</source>
            <translation>
                <numerusform>{n} reading set</numerusform>
                <numerusform>{n} readings set</numerusform>
            </translation>
        </message>
        <message>
            <source>加入刊物：选刊物文件夹</source>
            <translation>Add a publication: choose its folder</translation>
        </message>
        <message>
            <source>加入已有的…</source>
            <translation>Add an existing one…</translation>
        </message>
        <message>
            <source>加入已有的刊物…</source>
            <translation>Add an existing publication…</translation>
        </message>
        <message>
            <source>加封面</source>
            <translation>Add a cover</translation>
        </message>
        <message>
            <source>加框</source>
            <translation>In a frame</translation>
        </message>
        <message>
            <source>加框题</source>
            <translation>Add box title</translation>
        </message>
        <message>
            <source>加粗</source>
            <translation>Bold</translation>
        </message>
        <message>
            <source>勾上的几项，做一期的人可以在“版式”里自己改，改到哪里为止由这里定。</source>
            <translation>What is ticked, those who make an issue may change under Layout, as far as is set here.</translation>
        </message>
        <message>
            <source>勾上的，做一期的人动不了。“视图”里的“锁定部分”在页面上标出来。</source>
            <translation>What is ticked, those who make an issue cannot change. “Locked parts” in the View menu marks it on the pages.</translation>
        </message>
        <message>
            <source>区分全角半角</source>
            <translation>Match full and half width</translation>
        </message>
        <message>
            <source>区分大小写</source>
            <translation>Match case</translation>
        </message>
        <message>
            <source>半角</source>
            <translation>Half an em each</translation>
        </message>
        <message>
            <source>半角式</source>
            <translation>Half-width</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Units</translation>
        </message>
        <message>
            <source>单位和日期排在右边，日期右空四字</source>
            <translation>Unit and date at the right, the date four em in</translation>
        </message>
        <message>
            <source>单元格右对齐</source>
            <translation>Align cell right</translation>
        </message>
        <message>
            <source>单元格对齐</source>
            <translation>Align cell</translation>
        </message>
        <message>
            <source>单元格居中</source>
            <translation>Centre cell</translation>
        </message>
        <message>
            <source>单元格左对齐</source>
            <translation>Align cell left</translation>
        </message>
        <message>
            <source>单元格随本列对齐</source>
            <translation>Align cell as its column</translation>
        </message>
        <message>
            <source>单独一张，没有与别的并排。</source>
            <translation>Alone, beside no other photo.</translation>
        </message>
        <message>
            <source>单独成行</source>
            <translation>Own line</translation>
        </message>
        <message>
            <source>单独成行的图片旁边没有文字</source>
            <translation type="vanished">Beside a photo that stands alone there is no text</translation>
        </message>
        <message>
            <source>单线</source>
            <translation>Single</translation>
        </message>
        <message>
            <source>单页</source>
            <translation>Single pages</translation>
        </message>
        <message>
            <source>印刷、屏幕、图片、长图、公众号、网页、OFD、Word，一次放进一个文件夹，附清单</source>
            <translation>Print, screen, pictures, long picture, WeChat, web, OFD, Word: in one act, into one folder, with a manifest</translation>
        </message>
        <message>
            <source>印刷、屏幕、图片、长图、公众号、网页，一次放进一个文件夹，附清单</source>
            <translation type="vanished">Print, screen, pictures, long picture, WeChat, web: in one act, into one folder, with a manifest</translation>
        </message>
        <message>
            <source>印刷一般需要每英寸 {least} 像素以上</source>
            <translation>Printing needs about {least} pixels an inch or more</translation>
        </message>
        <message>
            <source>印刷条件</source>
            <translation>Print condition</translation>
        </message>
        <message>
            <source>印刷模拟</source>
            <translation>Simulate print</translation>
        </message>
        <message>
            <source>印刷质量</source>
            <translation>Print quality</translation>
        </message>
        <message>
            <source>印厂的 ICC 文件</source>
            <translation>The print shop's ICC file</translation>
        </message>
        <message>
            <source>印厂的 ICC 文件…</source>
            <translation>The print shop's ICC file…</translation>
        </message>
        <message>
            <source>印厂要求转曲时用；文字不能再检索，也不能再改</source>
            <translation>For print shops that ask for outlines; the text can no longer be searched nor changed</translation>
        </message>
        <message>
            <source>印数</source>
            <translation type="vanished">Copies printed</translation>
        </message>
        <message>
            <source>印色预览</source>
            <translation>Proof</translation>
        </message>
        <message>
            <source>厂商</source>
            <translation>Maker</translation>
        </message>
        <message>
            <source>历史版本</source>
            <translation>Version history</translation>
        </message>
        <message>
            <source>历史版本…</source>
            <translation>Version history…</translation>
        </message>
        <message>
            <source>原因或建议</source>
            <translation>Why, or what to write</translation>
        </message>
        <message>
            <source>原文如此</source>
            <translation>As in the original</translation>
        </message>
        <message>
            <source>原来</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>原稿</source>
            <translation>Manuscript</translation>
        </message>
        <message>
            <source>原稿和文章对照</source>
            <translation>Manuscript beside article</translation>
        </message>
        <message>
            <source>原色</source>
            <translation>Original colours</translation>
        </message>
        <message>
            <source>原载何处</source>
            <translation>Where it came out first</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>去掉{mark}</source>
            <translation>Remove {mark}</translation>
        </message>
        <message>
            <source>去掉一处适配调整</source>
            <translation>Take off one change of fitting</translation>
        </message>
        <message>
            <source>去掉图片</source>
            <translation>Take the photo off</translation>
        </message>
        <message>
            <source>去掉封面</source>
            <translation>Take the cover off</translation>
        </message>
        <message>
            <source>去掉封面图片</source>
            <translation>Take the photo off the cover</translation>
        </message>
        <message>
            <source>去掉文章的框</source>
            <translation>Take the article out of its frame</translation>
        </message>
        <message>
            <source>去掉框题</source>
            <translation>Remove box title</translation>
        </message>
        <message>
            <source>去掉空格</source>
            <translation>Remove spaces</translation>
        </message>
        <message>
            <source>去掉这一处</source>
            <translation>Take this change off</translation>
        </message>
        <message>
            <source>去掉适配作的全部改动，回到编辑排的样子</source>
            <translation>Take off all that fitting changed: the issue as its editors left it</translation>
        </message>
        <message>
            <source>去掉适配调整</source>
            <translation>Take the fitting off</translation>
        </message>
        <message>
            <source>去掉重复</source>
            <translation>Remove repeat</translation>
        </message>
        <message>
            <source>去掉：{what}</source>
            <translation>Take off: {what}</translation>
        </message>
        <message>
            <source>双下划线</source>
            <translation>Double underline</translation>
        </message>
        <message>
            <source>双击文字，光标就放到那里；或按回车从头改起</source>
            <translation>Double-click text to put the caret there, or press Enter to begin at its head</translation>
        </message>
        <message>
            <source>双击，修改这条注释</source>
            <translation type="vanished">Double-click to change this note</translation>
        </message>
        <message>
            <source>双击，修改这条注释；按住 Ctrl 点一下，回到注号</source>
            <translation>Double-click to change this note; Ctrl+click goes back to its sign</translation>
        </message>
        <message>
            <source>双击，在右侧修改报头</source>
            <translation>Double-click to change the masthead at the right</translation>
        </message>
        <message>
            <source>双击，在右侧修改报尾</source>
            <translation>Double-click to change the colophon at the right</translation>
        </message>
        <message>
            <source>双击，在右侧修改栏目名称</source>
            <translation>Double-click to change the section's name at the right</translation>
        </message>
        <message>
            <source>双线</source>
            <translation>Double</translation>
        </message>
        <message>
            <source>双线：除裁切线外，还有出血线</source>
            <translation>Double: strokes in line with the bleed beside those in line with the trim</translation>
        </message>
        <message>
            <source>双面</source>
            <translation>Both sides</translation>
        </message>
        <message>
            <source>发</source>
            <translation type="vanished">Distribute to</translation>
        </message>
        <message>
            <source>发送单位和编辑、电话、印数；单位之间用逗号隔开。某一期不同，在那一期里改。</source>
            <translation>Who gets it, editor, telephone, copies; commas between receivers. Where one issue differs, change it there.</translation>
        </message>
        <message>
            <source>取景上下</source>
            <translation>Up and down</translation>
        </message>
        <message>
            <source>取景左右</source>
            <translation>Across</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>取消列项</source>
            <translation>No bullet</translation>
        </message>
        <message>
            <source>取消勾选，这一类整理就撤回</source>
            <translation>Clear the box to take this tidying back</translation>
        </message>
        <message>
            <source>取消另起一页</source>
            <translation>Do not start on a new page</translation>
        </message>
        <message>
            <source>取消并排</source>
            <translation>Part the row</translation>
        </message>
        <message>
            <source>取消编号</source>
            <translation>No number</translation>
        </message>
        <message>
            <source>变回正文</source>
            <translation>Back to body text</translation>
        </message>
        <message>
            <source>叠加显示</source>
            <translation>Overlays</translation>
        </message>
        <message>
            <source>句末全角，其余半角</source>
            <translation>An em at sentence ends, else half</translation>
        </message>
        <message>
            <source>另一版已收</source>
            <translation>Another version came in</translation>
        </message>
        <message>
            <source>另存为</source>
            <translation>Save as</translation>
        </message>
        <message>
            <source>另存为…</source>
            <translation>Save as…</translation>
        </message>
        <message>
            <source>另存为版式包</source>
            <translation>Save as a layout package</translation>
        </message>
        <message>
            <source>另存为版式包…</source>
            <translation>Save as a layout package…</translation>
        </message>
        <message>
            <source>另存为预设</source>
            <translation>Save as preset</translation>
        </message>
        <message>
            <source>另存为预设…</source>
            <translation>Save as preset…</translation>
        </message>
        <message>
            <source>另开一个窗口</source>
            <translation>Open another window</translation>
        </message>
        <message>
            <source>另有</source>
            <translation>Also</translation>
        </message>
        <message numerus="yes">
            <source>另有 {n} 个</source>
            <translation>
                <numerusform>and {n} more</numerusform>
                <numerusform>and {n} more</numerusform>
            </translation>
        </message>
        <message>
            <source>另有总期号</source>
            <translation>With a total number as well</translation>
        </message>
        <message>
            <source>另起一页</source>
            <translation>Start on a new page</translation>
        </message>
        <message>
            <source>只导出封面</source>
            <translation>Cover alone</translation>
        </message>
        <message>
            <source>只收这一篇</source>
            <translation>Take this article only</translation>
        </message>
        <message>
            <source>只收这一项</source>
            <translation>Take this only</translation>
        </message>
        <message>
            <source>只改了格式</source>
            <translation>formatting only</translation>
        </message>
        <message>
            <source>只显示用黑墨印的部分</source>
            <translation>Show only what is printed in black ink</translation>
        </message>
        <message>
            <source>只显示黑墨以外的部分</source>
            <translation>Show only what is printed beside black</translation>
        </message>
        <message>
            <source>只有拉线引语能立在两栏之间</source>
            <translation>Only pull quotes can stand between two columns</translation>
        </message>
        <message>
            <source>只有文中的图片，旁边有文字、不进出血，才能随形绕排</source>
            <translation>Only photos in the text, with text beside them and no bleed, can be wrapped round</translation>
        </message>
        <message>
            <source>只有这一张</source>
            <translation>The only photo there is</translation>
        </message>
        <message>
            <source>只有选中的单元格居中</source>
            <translation>Only the selected cells are centred</translation>
        </message>
        <message>
            <source>只有选中的单元格靠右</source>
            <translation>Only the selected cells stand right</translation>
        </message>
        <message>
            <source>只有选中的单元格靠左</source>
            <translation>Only the selected cells stand left</translation>
        </message>
        <message>
            <source>只用系统里的</source>
            <translation>Those of the system only</translation>
        </message>
        <message>
            <source>只看</source>
            <translation>Show only</translation>
        </message>
        <message>
            <source>只看红版（黑版以外）</source>
            <translation>Red plate only (all but black)</translation>
        </message>
        <message>
            <source>只看黑版</source>
            <translation>Black plate only</translation>
        </message>
        <message>
            <source>只粘贴文字</source>
            <translation>Paste text only</translation>
        </message>
        <message>
            <source>只能低精度打印</source>
            <translation>Printing at 150 dpi only</translation>
        </message>
        <message>
            <source>只要文字，不要标题、表格、图片和文字标记</source>
            <translation>The characters alone: no headings, tables, pictures or marks</translation>
        </message>
        <message>
            <source>只读</source>
            <translation>Read-only</translation>
        </message>
        <message>
            <source>只读打开</source>
            <translation>Open read-only</translation>
        </message>
        <message>
            <source>只读打开可以看、可以导出；打开副本可以改，另存成自己的文件。</source>
            <translation>Read-only, it can be looked at and exported; a copy can be edited and saved as a file of your own. </translation>
        </message>
        <message>
            <source>只读：{who}（电脑 {machine}）正在编辑这个文件。</source>
            <translation>Read-only: {who} (computer {machine}) is editing this file.</translation>
        </message>
        <message>
            <source>只读：别人正在编辑这个文件。</source>
            <translation>Read-only: somebody else is editing this file.</translation>
        </message>
        <message numerus="yes">
            <source>只采用勾选的：{n} 页，末页排满 {percent}%</source>
            <translation>
                <numerusform>With what is ticked: {n} page, the last one {percent}% full</numerusform>
                <numerusform>With what is ticked: {n} pages, the last one {percent}% full</numerusform>
            </translation>
        </message>
        <message>
            <source>可以修改</source>
            <translation>Changing allowed</translation>
        </message>
        <message>
            <source>可以写 2026-1-31、20260131、1/31、二〇二六年一月三十一日；Ctrl+; 填今天，↑ ↓ 前后一天，Alt+↓ 看日历</source>
            <translation>Write 2026-1-31, 20260131, 1/31 or 31 Jan 2026; Ctrl+; is today, ↑ ↓ a day on or back, Alt+↓ the calendar</translation>
        </message>
        <message>
            <source>可以复制</source>
            <translation>Copying allowed</translation>
        </message>
        <message>
            <source>可以恢复的稿件</source>
            <translation>Issues that can be recovered</translation>
        </message>
        <message>
            <source>可以手改</source>
            <translation>To edit by hand</translation>
        </message>
        <message>
            <source>可以手改的地方</source>
            <translation>Where you could edit</translation>
        </message>
        <message>
            <source>可以打印</source>
            <translation>Printing allowed</translation>
        </message>
        <message>
            <source>可以没有</source>
            <translation>Optional</translation>
        </message>
        <message>
            <source>可以看看“全部”。</source>
            <translation>Look under “All”.</translation>
        </message>
        <message>
            <source>可作专色</source>
            <translation>May be a spot ink</translation>
        </message>
        <message>
            <source>可改</source>
            <translation>open</translation>
        </message>
        <message>
            <source>右</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>右</source>
            <comment>alignment</comment>
            <translation>Right</translation>
        </message>
        <message>
            <source>右侧</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>右侧加一列</source>
            <translation>Column right</translation>
        </message>
        <message>
            <source>右边</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>右边出血</source>
            <translation>Bleed on the right</translation>
        </message>
        <message>
            <source>各写</source>
            <translation>Each</translation>
        </message>
        <message>
            <source>各写一条</source>
            <translation>One under each</translation>
        </message>
        <message>
            <source>各栏</source>
            <translation>All columns</translation>
        </message>
        <message>
            <source>各栏齐平</source>
            <translation>Level columns</translation>
        </message>
        <message>
            <source>各边不同：左 {left}、上 {top}、右 {right}、下 {bottom} 毫米</source>
            <translation>Edges differ: left {left}, top {top}, right {right}, bottom {bottom} mm</translation>
        </message>
        <message>
            <source>合写</source>
            <translation>One for all</translation>
        </message>
        <message>
            <source>合写一条（左图、右图…）</source>
            <translation>One of all (left, right …)</translation>
        </message>
        <message>
            <source>合并单元格</source>
            <translation>Merge cells</translation>
        </message>
        <message>
            <source>合并段落</source>
            <translation>Join paragraphs</translation>
        </message>
        <message>
            <source>合适的</source>
            <translation>Fitting</translation>
        </message>
        <message>
            <source>同类全部改正（{count}）</source>
            <translation>Mend all alike ({count})</translation>
        </message>
        <message>
            <source>名</source>
            <translation>Names</translation>
        </message>
        <message>
            <source>名单均排</source>
            <translation>Names</translation>
        </message>
        <message>
            <source>名字要用字母、数字和连字符，而且没有用过</source>
            <translation>A name has letters, digits and hyphens, and is not in use</translation>
        </message>
        <message>
            <source>名字（字母、数字和连字符，例如 green）</source>
            <translation>Name (letters, digits and hyphens, as green)</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>后退</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>后面没有注释了</source>
            <translation>There are no more notes after this</translation>
        </message>
        <message>
            <source>否</source>
            <translation>no</translation>
        </message>
        <message>
            <source>命令</source>
            <translation>Commands</translation>
        </message>
        <message>
            <source>命令面板</source>
            <translation>Command palette</translation>
        </message>
        <message>
            <source>命令面板…</source>
            <translation>Command palette…</translation>
        </message>
        <message>
            <source>命名此版本</source>
            <translation>Name this version</translation>
        </message>
        <message>
            <source>命名此版本…</source>
            <translation>Name this version…</translation>
        </message>
        <message>
            <source>和左边的写法一样，请改，或删去这一行</source>
            <translation>The same as at the left; change it or delete this row</translation>
        </message>
        <message>
            <source>和现在的内容一样</source>
            <translation>The same as the issue is now</translation>
        </message>
        <message>
            <source>和领导的姓名只差一字、但本来就这样写的人，写在这里就不再提醒。</source>
            <translation>People whose names differ from a leader's in one character and are right; listed here they are no findings.</translation>
        </message>
        <message>
            <source>品质</source>
            <translation>Quality</translation>
        </message>
        <message>
            <source>四分空（1/4 字）</source>
            <translation>1/4 em</translation>
        </message>
        <message>
            <source>四色</source>
            <translation>CMYK</translation>
        </message>
        <message>
            <source>四边间距不同</source>
            <translation>A distance for each edge</translation>
        </message>
        <message>
            <source>回到报告</source>
            <translation>Back to the report</translation>
        </message>
        <message>
            <source>回到适配</source>
            <translation>Back to the fitting</translation>
        </message>
        <message>
            <source>回车完成</source>
            <translation>Enter when done</translation>
        </message>
        <message>
            <source>国家标准的版式文件，公文交换和归档用</source>
            <translation>The national format for documents with fixed pages, for exchange between offices and for archives</translation>
        </message>
        <message>
            <source>国标</source>
            <translation>GB/T standard</translation>
        </message>
        <message>
            <source>图</source>
            <translation>Fig</translation>
        </message>
        <message>
            <source>图注</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>图片 {name} 没有复制：{reason}</source>
            <translation>The photo {name} was not copied: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>图片 {n}</source>
            <translation>
                <numerusform>Photos {n}</numerusform>
                <numerusform>Photos {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>图片上边对齐所在段落的第几行</source>
            <translation>Line of its paragraph that the photo's top is level with</translation>
        </message>
        <message>
            <source>图片下的一行说明</source>
            <translation>A line below the photo</translation>
        </message>
        <message>
            <source>图片下边落在行上，旁边的文字占整字：大小和间距都随之略有出入</source>
            <translation>The foot of a photo stands on a line, text beside it takes whole characters: size and standoff give a little</translation>
        </message>
        <message>
            <source>图片位置</source>
            <translation>Photo place</translation>
        </message>
        <message>
            <source>图片分辨率</source>
            <translation>Photo resolution</translation>
        </message>
        <message>
            <source>图片和矢量图</source>
            <translation>Pictures and drawings</translation>
        </message>
        <message>
            <source>图片在稿件所在文件夹之外</source>
            <translation type="vanished">the photo lies outside the manuscript’s folder</translation>
        </message>
        <message>
            <source>图片对照</source>
            <translation>Photos then and now</translation>
        </message>
        <message>
            <source>图片并排</source>
            <translation>Photos side by side</translation>
        </message>
        <message>
            <source>图片比这细一半以上时，导出时降到这个分辨率</source>
            <translation>Photos finer than this by more than half are brought down to it</translation>
        </message>
        <message>
            <source>图片没有写成</source>
            <translation>The photo could not be written</translation>
        </message>
        <message>
            <source>图片精度</source>
            <translation>Photo resolution</translation>
        </message>
        <message>
            <source>图片绕排</source>
            <translation>Photo wrap</translation>
        </message>
        <message>
            <source>图片读不出来</source>
            <translation>Cannot be read</translation>
        </message>
        <message>
            <source>图片还没有排到版面上，或者单独成行，暂时不能画轮廓</source>
            <translation type="vanished">The photo is on no page yet, or stands alone: its outline cannot be drawn now</translation>
        </message>
        <message>
            <source>图片还没有排到版面上，或者旁边不排文字，暂时不能画轮廓</source>
            <translation>The photo is on no page yet, or has no text beside it: its outline cannot be drawn now</translation>
        </message>
        <message>
            <source>图片还没有排到版面上，暂时不能拉直</source>
            <translation>The photo is not on a page yet and cannot be straightened</translation>
        </message>
        <message>
            <source>图片还没有排到版面上，暂时不能点选焦点</source>
            <translation>The photo is not on a page yet; its centre of interest cannot be clicked for now</translation>
        </message>
        <message>
            <source>图片还没有排到版面上，暂时不能裁切</source>
            <translation>The photo is not on a page yet and cannot be cropped</translation>
        </message>
        <message>
            <source>图片预览</source>
            <translation>Picture of the photo</translation>
        </message>
        <message>
            <source>图片：{detail}，文章：{title}</source>
            <translation>Photo: {detail}, article: {title}</translation>
        </message>
        <message>
            <source>图片：{name}</source>
            <translation>Photo: {name}</translation>
        </message>
        <message numerus="yes">
            <source>图片：{name}，并排第 {n} 张，共 {count} 张</source>
            <translation>
                <numerusform>Photo: {name}, {n} of {count} side by side</numerusform>
                <numerusform>Photo: {name}, {n} of {count} side by side</numerusform>
            </translation>
        </message>
        <message>
            <source>图说</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>在 Word 里的改动</source>
            <translation>Changes made in Word</translation>
        </message>
        <message>
            <source>在“{title}”之后</source>
            <translation>After “{title}”</translation>
        </message>
        <message>
            <source>在光标所在的列右边加一列</source>
            <translation>Add a column to the right of the caret's</translation>
        </message>
        <message>
            <source>在光标所在的列左边加一列</source>
            <translation>Add a column to the left of the caret's</translation>
        </message>
        <message>
            <source>在光标所在的段落下面，几行几列由你定</source>
            <translation>Below the paragraph with the caret, of as many rows and columns as you say</translation>
        </message>
        <message>
            <source>在光标所在的行上面加一行</source>
            <translation>Add a row above the caret's</translation>
        </message>
        <message>
            <source>在光标所在的行下面加一行</source>
            <translation>Add a row below the caret's</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>在图片上拖动轮廓的角点，正文随着绕排</source>
            <translation>Drag the corners of the outline on the photo: the text follows</translation>
        </message>
        <message>
            <source>在左边或版面上点一张图片来改。</source>
            <translation>Click a photo on the left or on a page to edit it here.</translation>
        </message>
        <message>
            <source>在左边或版面上点一篇文章来改。</source>
            <translation>Click an article on the left or on a page to edit it here.</translation>
        </message>
        <message>
            <source>在指南中查找</source>
            <translation>Search the guide</translation>
        </message>
        <message>
            <source>在文件夹中显示</source>
            <translation>Show in folder</translation>
        </message>
        <message>
            <source>在浏览器中打开</source>
            <translation>Open in the browser</translation>
        </message>
        <message>
            <source>在稿件里</source>
            <translation>In the manuscript</translation>
        </message>
        <message>
            <source>在窗口里显示整页</source>
            <translation type="vanished">Show whole pages in the window</translation>
        </message>
        <message>
            <source>在窗口里显示整页；本期 {pages} 页，再有 {missing} 页才是 4 的倍数，便于折页装订</source>
            <translation type="vanished">Show whole pages in the window. Pages now: {pages}; {missing} more make a multiple of 4, for folding and binding</translation>
        </message>
        <message>
            <source>在窗口里显示整页；本期 {pages} 页，正好是 4 的倍数</source>
            <translation type="vanished">Show whole pages in the window. Pages now: {pages}, a multiple of 4</translation>
        </message>
        <message>
            <source>在这一段下面加一条线</source>
            <translation>A rule below this paragraph</translation>
        </message>
        <message>
            <source>在这一页里找</source>
            <translation>Search this list</translation>
        </message>
        <message>
            <source>在这里写正文</source>
            <translation>Write the body text here</translation>
        </message>
        <message>
            <source>在选中的字中间画一条线；再点一次取消</source>
            <translation>A line through the middle of the selected words; again to take it off</translation>
        </message>
        <message>
            <source>在页流里显示版面缩略图</source>
            <translation>Show thumbnails of the pages in the page flow</translation>
        </message>
        <message>
            <source>地脚 {margin} mm</source>
            <translation>foot {margin} mm</translation>
        </message>
        <message>
            <source>基本</source>
            <translation>Basic</translation>
        </message>
        <message>
            <source>增刊第 {number} 期</source>
            <translation>Supplement No. {number}</translation>
        </message>
        <message>
            <source>增刊（另外编号）</source>
            <translation>Supplement (numbered apart)</translation>
        </message>
        <message>
            <source>复位</source>
            <translation>Reset</translation>
        </message>
        <message>
            <source>复位{name}</source>
            <translation>Reset {name}</translation>
        </message>
        <message>
            <source>复位颜色</source>
            <translation>Reset the ink</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>复制文字</source>
            <translation>Copy text</translation>
        </message>
        <message>
            <source>复制详情</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>外侧</source>
            <translation>outside</translation>
        </message>
        <message>
            <source>外观</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>多一行</source>
            <translation>Gain a line</translation>
        </message>
        <message>
            <source>多出准印证号、印刷单位等项，检查时按内部资料的规定看</source>
            <translation>Shows the permit, printer and the like, and checks the issue by the rules for internal material</translation>
        </message>
        <message>
            <source>天头 {margin} mm</source>
            <translation>top {margin} mm</translation>
        </message>
        <message>
            <source>天头 {top} · 地脚 {foot} · 左 {left} · 右 {right} mm</source>
            <translation>Top {top} · foot {foot} · left {left} · right {right} mm</translation>
        </message>
        <message>
            <source>套准标记</source>
            <translation>Register marks</translation>
        </message>
        <message>
            <source>如 2026-1-31；Ctrl+; 今天</source>
            <translation>e.g. 2026-1-31; Ctrl+; today</translation>
        </message>
        <message>
            <source>如：2025-08-30</source>
            <translation type="vanished">Such as 2025-08-30</translation>
        </message>
        <message>
            <source>如：zhòng</source>
            <translation type="vanished">Such as zhòng</translation>
        </message>
        <message>
            <source>如：zhòng，或 zhong4</source>
            <translation>For example: zhòng, or zhong4</translation>
        </message>
        <message>
            <source>如：原文如此</source>
            <translation>e.g. as in the original</translation>
        </message>
        <message>
            <source>如：摄影：李明远</source>
            <translation>e.g. Photo: John Smith</translation>
        </message>
        <message>
            <source>如：注：截至六月底</source>
            <translation>e.g. Note: up to the end of June</translation>
        </message>
        <message>
            <source>如：澜汀书讯</source>
            <translation>Such as: District News</translation>
        </message>
        <message>
            <source>如：表1　各馆人次</source>
            <translation>e.g. Table 1. Readers by branch</translation>
        </message>
        <message>
            <source>如：资料来源：市统计局</source>
            <translation>e.g. Source: city bureau of statistics</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>姓名用空格隔开，两字的排成三字宽</source>
            <translation>Names parted by spaces; two characters are set as wide as three</translation>
        </message>
        <message>
            <source>字体</source>
            <translation>Faces</translation>
        </message>
        <message>
            <source>字体名：中文、英文或拼音首字母</source>
            <translation>Name: Chinese, English, or initials of the pinyin</translation>
        </message>
        <message>
            <source>字体文件夹</source>
            <translation>Folder of fonts</translation>
        </message>
        <message>
            <source>字号行距</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>字数</source>
            <translation>Characters</translation>
        </message>
        <message>
            <source>字数 {count} · {pages} 页</source>
            <translation>{count} characters · {pages} pages</translation>
        </message>
        <message>
            <source>字数标尺</source>
            <translation>Ruler of characters</translation>
        </message>
        <message>
            <source>字数行数</source>
            <translation>Counts</translation>
        </message>
        <message>
            <source>字格</source>
            <translation>Character grid</translation>
        </message>
        <message>
            <source>字词</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>字重</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>字重 {weight}</source>
            <translation>Weight {weight}</translation>
        </message>
        <message>
            <source>存为网页</source>
            <translation>Save as web page</translation>
        </message>
        <message>
            <source>存为网页…</source>
            <translation>Save as web page…</translation>
        </message>
        <message>
            <source>存到文件夹</source>
            <translation>Save to folder</translation>
        </message>
        <message>
            <source>存在 {folder}</source>
            <translation type="vanished">Saved in {folder}</translation>
        </message>
        <message>
            <source>存放在 {folder}</source>
            <translation>Saved in {folder}</translation>
        </message>
        <message>
            <source>宋体</source>
            <translation>Song</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>完成后打开所在文件夹</source>
            <translation>Show in folder when done</translation>
        </message>
        <message>
            <source>实际大小 100 %</source>
            <translation>Actual size 100 %</translation>
        </message>
        <message>
            <source>宽 1080 像素，没有书眉和页码；超过上限时在文章末尾切开。</source>
            <translation>1080 px wide, without running heads and page numbers; what is over a limit is cut where articles end.</translation>
        </message>
        <message>
            <source>宽 {width} 字，离文字 {gap} 字</source>
            <translation>{width} em wide, {gap} em from the text</translation>
        </message>
        <message>
            <source>宽度</source>
            <translation>Width</translation>
        </message>
        <message>
            <source>密级</source>
            <translation type="vanished">Secrecy mark</translation>
        </message>
        <message numerus="yes">
            <source>对原来版式的改动（{n} 处）留在原来的版式里</source>
            <translation>
                <numerusform>What was changed in the layout before ({n} place) stays with that one</numerusform>
                <numerusform>What was changed in the layout before ({n} places) stays with that one</numerusform>
            </translation>
        </message>
        <message>
            <source>对折后最里面一张比最外面一张多伸出的宽度；纸越厚、页越多就越大</source>
            <translation>How far the innermost sheet sticks out when folded; more with thicker paper and more pages</translation>
        </message>
        <message>
            <source>对比度</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>对照</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>对齐</source>
            <translation>Alignment</translation>
        </message>
        <message numerus="yes">
            <source>导入 {n} 篇</source>
            <translation>
                <numerusform>Import {n} article</numerusform>
                <numerusform>Import {n} articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>导入 {n} 篇稿件</source>
            <translation>
                <numerusform>Import {n} manuscript</numerusform>
                <numerusform>Import {n} manuscripts</numerusform>
            </translation>
        </message>
        <message>
            <source>导入一个文件夹里的全部稿件和图片</source>
            <translation>Import all manuscripts and photos of a folder</translation>
        </message>
        <message>
            <source>导入一篇或多篇稿件</source>
            <translation type="vanished">Import one or more manuscripts</translation>
        </message>
        <message>
            <source>导入一篇或多篇稿件：Word、WPS、网页、文本、PDF</source>
            <translation>Import manuscripts: Word, WPS, web pages, text, PDF</translation>
        </message>
        <message>
            <source>导入报告</source>
            <translation>Import report</translation>
        </message>
        <message>
            <source>导入报告…</source>
            <translation type="vanished">Import report…</translation>
        </message>
        <message>
            <source>导入报告先收起来了</source>
            <translation>The import report was put away for now</translation>
        </message>
        <message>
            <source>导入文件夹</source>
            <translation>Import a folder</translation>
        </message>
        <message>
            <source>导入文件夹…</source>
            <translation>Import folder…</translation>
        </message>
        <message>
            <source>导入时的说明</source>
            <translation type="vanished">Notes on what was imported</translation>
        </message>
        <message>
            <source>导入稿件</source>
            <translation>Import manuscripts</translation>
        </message>
        <message>
            <source>导入稿件…</source>
            <translation>Import manuscripts…</translation>
        </message>
        <message>
            <source>导入稿件时按勾选的规则整理；导入报告里列出每一处，可以整条撤回。</source>
            <translation>Manuscripts are tidied by the rules ticked here when they are imported; the import report lists every change, and each rule can be taken back.</translation>
        </message>
        <message>
            <source>导入：当作{what}</source>
            <translation>Import: take as {what}</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>导出 OFD</source>
            <translation>Export OFD</translation>
        </message>
        <message>
            <source>导出 OFD…</source>
            <translation>Export OFD…</translation>
        </message>
        <message>
            <source>导出 PDF</source>
            <translation>Export PDF</translation>
        </message>
        <message>
            <source>导出 PDF…</source>
            <translation>Export PDF…</translation>
        </message>
        <message>
            <source>导出 Word</source>
            <translation>Export a Word file</translation>
        </message>
        <message>
            <source>导出 Word…</source>
            <translation>Export a Word file…</translation>
        </message>
        <message>
            <source>导出图片</source>
            <translation>Export Pictures</translation>
        </message>
        <message>
            <source>导出图片…</source>
            <translation>Export pictures…</translation>
        </message>
        <message>
            <source>导出时选了专色，用它的地方就印专色版</source>
            <translation>Where an export asks for a spot ink, what is set in it goes onto a plate of its own</translation>
        </message>
        <message>
            <source>导出校样</source>
            <translation>Export a draft</translation>
        </message>
        <message>
            <source>导出网页</source>
            <translation>Export a web page</translation>
        </message>
        <message>
            <source>导出网页…</source>
            <translation>Export a web page…</translation>
        </message>
        <message>
            <source>导出页面图片</source>
            <translation type="vanished">Export page images</translation>
        </message>
        <message>
            <source>导出页面图片…</source>
            <translation type="vanished">Export page images…</translation>
        </message>
        <message>
            <source>导出预设</source>
            <translation>Export presets</translation>
        </message>
        <message>
            <source>导出预设（勾选的先列出；拖动可以换次序）</source>
            <translation>Export presets (ticked ones are listed first; drag to reorder)</translation>
        </message>
        <message>
            <source>导航</source>
            <translation>Navigation</translation>
        </message>
        <message>
            <source>封面</source>
            <translation>Cover</translation>
        </message>
        <message>
            <source>封面与正文在一个文件里</source>
            <translation>Cover with the rest</translation>
        </message>
        <message>
            <source>封面另成一个文件</source>
            <translation>Cover in a file of its own</translation>
        </message>
        <message>
            <source>封面图片</source>
            <translation>Cover photo</translation>
        </message>
        <message>
            <source>封面图片…</source>
            <translation>Photo of the cover…</translation>
        </message>
        <message>
            <source>封面标题</source>
            <translation>Cover headlines</translation>
        </message>
        <message>
            <source>封面裁图时把图片的哪一处留在中间</source>
            <translation>Which part of the photo stays in the middle when it is cropped to the cover</translation>
        </message>
        <message>
            <source>封面（按第一张照片的焦点裁好）</source>
            <translation>Covers (from the first photo, about its focus)</translation>
        </message>
        <message>
            <source>小字直排在图片旁；排不下时横排在图片下面右边</source>
            <translation>Small, down the side of the photo; on a line under it at the right where that has no room</translation>
        </message>
        <message>
            <source>小标题</source>
            <translation>Sub-heading</translation>
        </message>
        <message>
            <source>小标题 1.</source>
            <translation>Sub-heading level 3</translation>
        </message>
        <message>
            <source>小标题 一、</source>
            <translation>Sub-heading level 1</translation>
        </message>
        <message>
            <source>小标题 （1）</source>
            <translation>Sub-heading level 4</translation>
        </message>
        <message>
            <source>小标题 （一）</source>
            <translation>Sub-heading level 2</translation>
        </message>
        <message>
            <source>就用{face}</source>
            <translation>Use {face}</translation>
        </message>
        <message>
            <source>就绪</source>
            <translation type="vanished">Ready</translation>
        </message>
        <message>
            <source>尺寸</source>
            <translation>size</translation>
        </message>
        <message>
            <source>尽量小，图片压得更紧</source>
            <translation>As small as possible, photos packed tighter</translation>
        </message>
        <message>
            <source>居中</source>
            <translation>centre</translation>
        </message>
        <message>
            <source>居中，两侧绕排</source>
            <translation>Middle, text on both sides</translation>
        </message>
        <message>
            <source>居右</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>居左</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>屏幕上的颜色</source>
            <translation>The colours of the screen</translation>
        </message>
        <message>
            <source>屏幕颜色</source>
            <translation>On the screen</translation>
        </message>
        <message>
            <source>属性</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>工具栏</source>
            <translation>Tool bar</translation>
        </message>
        <message>
            <source>工单号等，以及花括号里的字段：{fields}</source>
            <translation type="vanished">A job number and the like, and fields in braces: {fields}</translation>
        </message>
        <message>
            <source>左</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>左</source>
            <comment>alignment</comment>
            <translation>Left</translation>
        </message>
        <message>
            <source>左侧</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>左侧加一列</source>
            <translation>Column left</translation>
        </message>
        <message>
            <source>左右 {margin} mm</source>
            <translation>sides {margin} mm</translation>
        </message>
        <message>
            <source>左边</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>左边出血</source>
            <translation>Bleed on the left</translation>
        </message>
        <message>
            <source>左边的写法在稿件里出现时会提醒，一点就改成右边的。</source>
            <translation>Where the spelling at the left occurs it is a finding, and one click puts the one at the right.</translation>
        </message>
        <message numerus="yes">
            <source>差 {n} 页满 {all} 页</source>
            <translation>
                <numerusform>{n} short of {all} pages</numerusform>
                <numerusform>{n} short of {all} pages</numerusform>
            </translation>
        </message>
        <message>
            <source>已从列表中去掉，刊物文件夹还在</source>
            <translation>Removed from the list; the folder is still there</translation>
        </message>
        <message>
            <source>已保存</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>已保存 {time}</source>
            <translation>Saved {time}</translation>
        </message>
        <message>
            <source>已复制，到公众号编辑器的正文里粘贴</source>
            <translation>Copied: paste it into the text of the WeChat editor</translation>
        </message>
        <message numerus="yes">
            <source>已存好图文，{n} 张图片，从 {name} 打开</source>
            <translation>
                <numerusform>Saved the article with {n} picture; open {name}</numerusform>
                <numerusform>Saved the article with {n} pictures; open {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导入 {n} 篇文章</source>
            <translation>
                <numerusform>{n} article imported</numerusform>
                <numerusform>{n} articles imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {name}，{pages} 页拼成 {n} 面</source>
            <translation>
                <numerusform>Exported {name}: {pages} pages on {n} side</numerusform>
                <numerusform>Exported {name}: {pages} pages on {n} sides</numerusform>
            </translation>
        </message>
        <message>
            <source>已导出 {name}，{size} MB</source>
            <translation>Exported {name}, {size} MB</translation>
        </message>
        <message numerus="yes">
            <source>已导出 {name}，共 {n} 页</source>
            <translation>
                <numerusform>{name} exported, {n} page</numerusform>
                <numerusform>{name} exported, {n} pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {name}，共 {n} 页；印前检查通过，可以付印</source>
            <translation>
                <numerusform>{name} exported, {n} page; ready to print</numerusform>
                <numerusform>{name} exported, {n} pages; ready to print</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {name}，共 {pages} 页，另补 {n} 页空白</source>
            <translation>
                <numerusform>{name} exported, {pages} pages and {n} blank one</numerusform>
                <numerusform>{name} exported, {pages} pages and {n} blank ones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {n} 个网页，从 {name} 打开</source>
            <translation>
                <numerusform>Exported {n} page; open {name}</numerusform>
                <numerusform>Exported {n} pages; open {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {n} 张图片</source>
            <translation>
                <numerusform>{n} picture was exported</numerusform>
                <numerusform>{n} pictures were exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {n} 页图片</source>
            <translation type="vanished">
                <numerusform>{n} page picture exported</numerusform>
                <numerusform>{n} page pictures exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已导出 {n} 项到 {name}</source>
            <translation>
                <numerusform>{n} part was exported to {name}</numerusform>
                <numerusform>{n} parts were exported to {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>已恢复版本，可以撤销</source>
            <translation>The version is back; this can be undone</translation>
        </message>
        <message>
            <source>已换成“{title}”</source>
            <translation>Now in “{title}”</translation>
        </message>
        <message numerus="yes">
            <source>已接受 {n} 条</source>
            <translation>
                <numerusform>{n} accepted</numerusform>
                <numerusform>{n} accepted</numerusform>
            </translation>
        </message>
        <message>
            <source>已插入表格“{name}”</source>
            <translation>Inserted the table “{name}”</translation>
        </message>
        <message>
            <source>已收进 Word 里的改动，可以撤销</source>
            <translation>The changes made in Word are in the issue; they can be undone</translation>
        </message>
        <message numerus="yes">
            <source>已替换 {n} 处</source>
            <translation>
                <numerusform>{n} place replaced</numerusform>
                <numerusform>{n} places replaced</numerusform>
            </translation>
        </message>
        <message>
            <source>已留下版本“{name}”</source>
            <translation>Version “{name}” was kept</translation>
        </message>
        <message>
            <source>已装入版式“{name}”，新建时可以选</source>
            <translation>“{name}” is installed: new issues can be set in it</translation>
        </message>
        <message>
            <source>已贴入：{parts}</source>
            <translation>Pasted: {parts}</translation>
        </message>
        <message numerus="yes">
            <source>已送去打印 {n} 页</source>
            <translation>
                <numerusform>{n} page sent to the printer</numerusform>
                <numerusform>{n} pages sent to the printer</numerusform>
            </translation>
        </message>
        <message>
            <source>已适配：{aim}，可以撤销</source>
            <translation>Fitted: {aim}. It can be undone</translation>
        </message>
        <message numerus="yes">
            <source>已适配：{aim}，改动 {n} 处</source>
            <translation>
                <numerusform>Fitted: {aim}, {n} change</numerusform>
                <numerusform>Fitted: {aim}, {n} changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已选 {n} 篇文章</source>
            <translation>
                <numerusform>{n} article selected</numerusform>
                <numerusform>{n} articles selected</numerusform>
            </translation>
        </message>
        <message>
            <source>已选中文字，文章：{title}</source>
            <translation>Text selected, article: {title}</translation>
        </message>
        <message numerus="yes">
            <source>已采用 {n} 处改动，可以撤销</source>
            <translation>
                <numerusform>{n} change taken; it can be undone</numerusform>
                <numerusform>{n} changes taken; they can be undone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已重新适配：{aim}，改动 {n} 处</source>
            <translation type="vanished">
                <numerusform>Fitted again: {aim}, {n} change</numerusform>
                <numerusform>Fitted again: {aim}, {n} changes</numerusform>
            </translation>
        </message>
        <message>
            <source>带页面缩略图</source>
            <translation>With thumbnails of pages</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>并排</source>
            <translation>Side by side</translation>
        </message>
        <message>
            <source>并排图片</source>
            <translation>Set photos side by side</translation>
        </message>
        <message>
            <source>并排图片的图注</source>
            <translation>Captions of the row</translation>
        </message>
        <message numerus="yes">
            <source>并排第 {n} 张，共 {count} 张</source>
            <translation>
                <numerusform>{n} of {count} side by side</numerusform>
                <numerusform>{n} of {count} side by side</numerusform>
            </translation>
        </message>
        <message>
            <source>库存版式：{value}。点一下复位</source>
            <translation>Stock layout: {value}. Click to reset</translation>
        </message>
        <message>
            <source>应在 {low} 到 {high} 之间</source>
            <translation>It must be from {low} to {high}</translation>
        </message>
        <message>
            <source>建好刊物</source>
            <translation>Create</translation>
        </message>
        <message>
            <source>建立刊物以前出到</source>
            <translation>Last issue before this publication was made</translation>
        </message>
        <message>
            <source>建议注音</source>
            <translation>Propose readings</translation>
        </message>
        <message>
            <source>建议注音…</source>
            <translation>Propose readings…</translation>
        </message>
        <message>
            <source>建议的注音</source>
            <translation>Readings proposed</translation>
        </message>
        <message>
            <source>开明式</source>
            <translation>Kaiming</translation>
        </message>
        <message>
            <source>引</source>
            <translation>Q</translation>
        </message>
        <message>
            <source>引语只能取自一篇文章</source>
            <translation>A pull quote is taken from one article</translation>
        </message>
        <message>
            <source>引语改为正文</source>
            <translation>Make the pull quote text</translation>
        </message>
        <message>
            <source>引语立在两栏之间</source>
            <translation>Pull quote between two columns</translation>
        </message>
        <message>
            <source>引语跨在相邻两栏中间，两栏的正文都绕开它</source>
            <translation>The quote stands between two columns, the text of both runs round it</translation>
        </message>
        <message>
            <source>彩色</source>
            <translation>colour</translation>
        </message>
        <message>
            <source>待核对</source>
            <translation>To check</translation>
        </message>
        <message numerus="yes">
            <source>待核对 {n}</source>
            <translation>
                <numerusform>To check {n}</numerusform>
                <numerusform>To check {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>快捷键</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>总墨量上限</source>
            <translation>Total ink limit</translation>
        </message>
        <message>
            <source>总期号</source>
            <translation>Total number</translation>
        </message>
        <message>
            <source>总期号：不计</source>
            <translation>Total: not counted</translation>
        </message>
        <message>
            <source>总第 </source>
            <translation>Total no. </translation>
        </message>
        <message>
            <source>总页数</source>
            <translation>number of pages</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Recover</translation>
        </message>
        <message>
            <source>恢复{part}</source>
            <translation>Restore {part}</translation>
        </message>
        <message>
            <source>恢复为程序自带的位置</source>
            <translation>Use the program's own place</translation>
        </message>
        <message>
            <source>恢复原状</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>恢复库存版式</source>
            <translation>Back to the stock layout</translation>
        </message>
        <message>
            <source>恢复未保存的修改</source>
            <translation>recover unsaved changes</translation>
        </message>
        <message>
            <source>恢复此版本</source>
            <translation>Restore this version</translation>
        </message>
        <message>
            <source>恢复此稿件</source>
            <translation>Restore this article</translation>
        </message>
        <message>
            <source>恢复此项</source>
            <translation>Restore this part</translation>
        </message>
        <message>
            <source>恢复没有保存的稿件</source>
            <translation>Recover Unsaved Issues</translation>
        </message>
        <message>
            <source>恢复没有保存的稿件…</source>
            <translation>Recover unsaved issues…</translation>
        </message>
        <message>
            <source>恢复版式自己的值</source>
            <translation>Back to the layout's own value</translation>
        </message>
        <message>
            <source>恢复版本</source>
            <translation>Restore version</translation>
        </message>
        <message>
            <source>恢复稿件</source>
            <translation>Restore article</translation>
        </message>
        <message>
            <source>恢复这个预设原来的设置</source>
            <translation>Restore the settings of this preset</translation>
        </message>
        <message>
            <source>您的修改还在窗口里，可以另存一份。</source>
            <translation>Your changes are still in the window; you can save them as another file.</translation>
        </message>
        <message>
            <source>慎用词</source>
            <translation>Words to avoid</translation>
        </message>
        <message>
            <source>所有文件</source>
            <translation>All files</translation>
        </message>
        <message>
            <source>所用的版式没有封面，排不出来。</source>
            <translation type="vanished">The layout has no cover: it is not drawn.</translation>
        </message>
        <message>
            <source>所用的版式没有封面，排不出来；可以换一种有封面的版式。</source>
            <translation>The layout has no cover: none is drawn. Change to a layout that has one.</translation>
        </message>
        <message>
            <source>所选：{what}</source>
            <translation>Selected: {what}</translation>
        </message>
        <message>
            <source>手机和电脑都好读的网页：一个文件，或一篇一页</source>
            <translation>A web page that reads well on phones and screens: one file, or one page an article</translation>
        </message>
        <message>
            <source>手机预览</source>
            <translation>Phone preview</translation>
        </message>
        <message>
            <source>打不开</source>
            <translation>Cannot be opened</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>打印…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>打印预览</source>
            <translation>Print preview</translation>
        </message>
        <message>
            <source>打印预览…</source>
            <translation>Print preview…</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>打开…</source>
            <translation>Open…</translation>
        </message>
        <message>
            <source>打开一期</source>
            <translation>Open an issue</translation>
        </message>
        <message>
            <source>打开了一期，别的文件没有收，请再拖一次</source>
            <translation>an issue was opened, other files were not taken: please drop them again</translation>
        </message>
        <message>
            <source>打开刊物文件夹</source>
            <translation>Open the publication's folder</translation>
        </message>
        <message>
            <source>打开副本</source>
            <translation>Open a copy</translation>
        </message>
        <message>
            <source>打开密码</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>打开所在文件夹</source>
            <translation>Show in folder</translation>
        </message>
        <message>
            <source>打开指南，翻到讲当前位置的那一节</source>
            <translation>Open the guide at the section about where you are</translation>
        </message>
        <message>
            <source>打开文件夹</source>
            <translation>Open folder</translation>
        </message>
        <message>
            <source>打开文件时要输入的密码；忘了就从本期再导出一份</source>
            <translation>The password that opens the file; forgotten, another copy is exported from the issue</translation>
        </message>
        <message>
            <source>打开版式设计，换一个字体</source>
            <translation>Open the layout design and choose another face</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Comment</translation>
        </message>
        <message numerus="yes">
            <source>批注 {n}</source>
            <translation>
                <numerusform>Comments {n}</numerusform>
                <numerusform>Comments {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>批注…</source>
            <translation>Comment…</translation>
        </message>
        <message>
            <source>批注的文字</source>
            <translation>Comment</translation>
        </message>
        <message>
            <source>批注署名</source>
            <translation>Name that signs comments</translation>
        </message>
        <message>
            <source>批注（{who}）：{text}</source>
            <translation>Comment ({who}): {text}</translation>
        </message>
        <message>
            <source>批注：{text}</source>
            <translation>Comment: {text}</translation>
        </message>
        <message>
            <source>找不到本单位用词的文件 {name}（也许网络盘没有连上），现在不按它检查</source>
            <translation>The file of the house words, {name}, is not there (the network drive may not be connected); nothing is checked by it now</translation>
        </message>
        <message>
            <source>找不到这个文件夹（也许网络盘没有连上）</source>
            <translation>This folder cannot be found (the network drive may not be connected)</translation>
        </message>
        <message>
            <source>把合并的单元格分回原来的行和列</source>
            <translation>Part a merged cell into its rows and columns again</translation>
        </message>
        <message>
            <source>把同事给的版式装进来，新建时可以选；把文件拖到窗口里也行</source>
            <translation>Take in a layout that a colleague gave you, for new issues to be set in; or drop its file on the window</translation>
        </message>
        <message>
            <source>把整份报告存成一个网页文件</source>
            <translation>Save the whole report as one web page</translation>
        </message>
        <message>
            <source>把检查结果作为批注放进校样 PDF</source>
            <translation>Put the findings into the draft PDF as notes</translation>
        </message>
        <message>
            <source>把现在的内容留作一个有名字的版本</source>
            <translation>Keep the issue as it is now as a version with a name</translation>
        </message>
        <message>
            <source>把这一期的版式存成一个文件，交给同事用</source>
            <translation>Save the layout of this issue as a file to hand to colleagues</translation>
        </message>
        <message>
            <source>把选中的单元格合成一个，文字都留着</source>
            <translation>Make the selected cells one, with the words of all</translation>
        </message>
        <message>
            <source>把选中的段落排成框，或在段落旁插一个空框；再点一次变回正文</source>
            <translation>Set the marked paragraphs as a box, or put an empty one beside the paragraph; once more makes it text again</translation>
        </message>
        <message>
            <source>把选中的段落排成编者按，或变回正文</source>
            <translation>Set the selected paragraphs as an editor's note, or turn one back into text</translation>
        </message>
        <message>
            <source>把选中的话另排成引语，或新起一条</source>
            <translation>Set the selected words out as a pull quote, or begin an empty one</translation>
        </message>
        <message>
            <source>报</source>
            <translation type="vanished">Report to</translation>
        </message>
        <message>
            <source>报告的各部分</source>
            <translation>Parts of the report</translation>
        </message>
        <message>
            <source>报头</source>
            <translation>Masthead</translation>
        </message>
        <message>
            <source>报头、栏目、报尾和版式都照这一期</source>
            <translation>Masthead, sections, colophon and layout as in this issue</translation>
        </message>
        <message>
            <source>报头上不印日期</source>
            <translation>The masthead shows no date</translation>
        </message>
        <message>
            <source>报头与要目</source>
            <translation>Masthead and contents</translation>
        </message>
        <message>
            <source>报头有改动</source>
            <translation>Masthead changed</translation>
        </message>
        <message>
            <source>报头里不常用的</source>
            <translation>Rarely used in the masthead</translation>
        </message>
        <message>
            <source>报尾</source>
            <translation>Colophon</translation>
        </message>
        <message>
            <source>报尾有改动</source>
            <translation>Colophon changed</translation>
        </message>
        <message>
            <source>拆分单元格</source>
            <translation>Split cell</translation>
        </message>
        <message>
            <source>拉直</source>
            <translation>Straighten</translation>
        </message>
        <message>
            <source>拉直 {turn}°</source>
            <translation>Straightened {turn}°</translation>
        </message>
        <message>
            <source>拉直图片</source>
            <translation>Straighten photo</translation>
        </message>
        <message>
            <source>拉直图片…</source>
            <translation>Straighten photo…</translation>
        </message>
        <message>
            <source>拉直图片：沿地平线画一条线，或按左右方向键；回车完成</source>
            <translation>Straighten the photo: draw a line along the horizon, or press ← and →; Enter when done</translation>
        </message>
        <message>
            <source>拉线引语</source>
            <translation>Pull quote</translation>
        </message>
        <message>
            <source>拖入文字</source>
            <translation>Drop text</translation>
        </message>
        <message>
            <source>拖动列宽</source>
            <translation>Drag column width</translation>
        </message>
        <message>
            <source>拖动轮廓</source>
            <translation>Drag the outline</translation>
        </message>
        <message>
            <source>拖角点</source>
            <translation>Drag corners</translation>
        </message>
        <message>
            <source>括号里</source>
            <translation>in brackets</translation>
        </message>
        <message>
            <source>拼版</source>
            <translation>Imposition</translation>
        </message>
        <message>
            <source>指南正文</source>
            <translation>Text of the guide</translation>
        </message>
        <message>
            <source>指定页数</source>
            <translation>Number of pages</translation>
        </message>
        <message>
            <source>按</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>按住 Ctrl 点选几张图片，再并排</source>
            <translation>Click several photos with Ctrl held, then set them side by side</translation>
        </message>
        <message>
            <source>按住看库存版式</source>
            <translation>Hold for stock layout</translation>
        </message>
        <message>
            <source>按住鼠标或空格键，页面按没改过的版式显示；松开回来</source>
            <translation>While the mouse or Space is held, the pages are shown in the unchanged layout</translation>
        </message>
        <message>
            <source>按公文性简报排</source>
            <translation>Set as an official newsletter</translation>
        </message>
        <message>
            <source>按内部资料排</source>
            <translation>Set as internal material</translation>
        </message>
        <message>
            <source>按刊物的次序排</source>
            <translation type="vanished">Put in the publication's order</translation>
        </message>
        <message>
            <source>按刊物的次序排列</source>
            <translation>Put in the publication's order</translation>
        </message>
        <message>
            <source>按原大，依次排</source>
            <translation>At their own size, in turn</translation>
        </message>
        <message>
            <source>按原大，切后叠放成序</source>
            <translation>At their own size, cut and stacked</translation>
        </message>
        <message>
            <source>按原大，同一页排满</source>
            <translation>At their own size, each page repeated</translation>
        </message>
        <message>
            <source>按各张写的</source>
            <translation>As they are written</translation>
        </message>
        <message>
            <source>按所写</source>
            <translation>As written</translation>
        </message>
        <message>
            <source>按排名先后。稿件里的姓名、职务、先后和这里不一样时会提醒；几个职务之间用顿号。</source>
            <translation>In their order. Names, offices and an order that differ from these are findings; several offices are parted by 、</translation>
        </message>
        <message>
            <source>按标点样式</source>
            <translation>As the punctuation style</translation>
        </message>
        <message>
            <source>按版式</source>
            <translation>As the layout</translation>
        </message>
        <message>
            <source>按语</source>
            <translation>Editor's note</translation>
        </message>
        <message>
            <source>按语只能在一篇文章里</source>
            <translation>An editor's note stands in one article</translation>
        </message>
        <message>
            <source>按语改为正文</source>
            <translation>Editor's note to text</translation>
        </message>
        <message>
            <source>按铜版纸胶印的颜色显示</source>
            <translation>The colours of offset print on coated paper</translation>
        </message>
        <message>
            <source>挤压式</source>
            <translation>Squeezed (CLREQ)</translation>
        </message>
        <message>
            <source>损坏</source>
            <translation>Damage</translation>
        </message>
        <message>
            <source>换一个文件</source>
            <translation>Another file</translation>
        </message>
        <message>
            <source>换一个文件…</source>
            <translation>Another file…</translation>
        </message>
        <message>
            <source>换回去都还在</source>
            <translation>going back brings all of it back</translation>
        </message>
        <message>
            <source>换成…</source>
            <translation>Another face…</translation>
        </message>
        <message>
            <source>换成刊物的版式</source>
            <translation type="vanished">Use the publication's layout</translation>
        </message>
        <message>
            <source>换成别的字，全刊各处一起换</source>
            <translation>Put other words in its place everywhere in the issue</translation>
        </message>
        <message>
            <source>排一期简报：把装稿件的文件夹拖进来，选一个版式，或接着上次的做。</source>
            <translation>Set a newsletter: drop a folder of manuscripts here, choose a layout, or go on with the last one.</translation>
        </message>
        <message>
            <source>排一期简报：选一个版式，或接着上次的做。</source>
            <translation type="vanished">Lay out a newsletter: choose a layout, or go on where you left off.</translation>
        </message>
        <message>
            <source>排在一个跨页里</source>
            <translation>On one spread</translation>
        </message>
        <message>
            <source>排在一页里</source>
            <translation>On one page</translation>
        </message>
        <message>
            <source>排成 4 的倍数</source>
            <translation>To a multiple of 4</translation>
        </message>
        <message numerus="yes">
            <source>排成 {n} 页</source>
            <translation>
                <numerusform>{n} page</numerusform>
                <numerusform>{n} pages</numerusform>
            </translation>
        </message>
        <message>
            <source>排成几页由你定</source>
            <translation>As many pages as you say</translation>
        </message>
        <message>
            <source>排成指定页数…</source>
            <translation>To a number of pages…</translation>
        </message>
        <message>
            <source>排本期要目</source>
            <translation>Contents list</translation>
        </message>
        <message>
            <source>排满</source>
            <translation>as many as fit</translation>
        </message>
        <message>
            <source>排满后下边余 {rest} mm</source>
            <translation>{rest} mm left over at the foot</translation>
        </message>
        <message>
            <source>排满整页</source>
            <translation>Whole pages</translation>
        </message>
        <message>
            <source>排满这个版心的字号和行距</source>
            <translation>Sizes and leadings that fill this type area</translation>
        </message>
        <message>
            <source>接下去是：{issue}</source>
            <translation>Next: {issue}</translation>
        </message>
        <message>
            <source>接不上系统的输入法（{name}），这里打不出中文：请运行 fcitx 5（自带 IBus 前端），或安装 ibus-libpinyin 并把输入法换成 IBus，再重新打开本程序。</source>
            <translation>The system's input method ({name}) is out of reach, and no Chinese can be typed here: run fcitx 5 (it has an IBus front end), or install ibus-libpinyin and make IBus the input method, then open this program again.</translation>
        </message>
        <message>
            <source>接受</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>接受…</source>
            <translation>Accept…</translation>
        </message>
        <message>
            <source>接受检查结果</source>
            <translation>Accept finding</translation>
        </message>
        <message>
            <source>接受的检查结果</source>
            <translation>Accepted findings</translation>
        </message>
        <message>
            <source>接受的检查结果有改动</source>
            <translation>Accepted findings changed</translation>
        </message>
        <message>
            <source>接受这一条…</source>
            <translation>Accept This Finding…</translation>
        </message>
        <message>
            <source>接着上面编号</source>
            <translation>Count on from the list above</translation>
        </message>
        <message>
            <source>接管</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>提要</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>提要框</source>
            <translation>Summary box</translation>
        </message>
        <message>
            <source>提醒</source>
            <translation>Warning</translation>
        </message>
        <message>
            <source>插入</source>
            <translation>Insert</translation>
        </message>
        <message numerus="yes">
            <source>插入 {n} 张图片</source>
            <translation>
                <numerusform>Insert {n} photo</numerusform>
                <numerusform>Insert {n} photos</numerusform>
            </translation>
        </message>
        <message>
            <source>插入一个随每期变化的内容；方括号里的一段，字段没填时整段不排</source>
            <translation>Insert what changes with each issue; a part in square brackets is left out where its field is empty</translation>
        </message>
        <message>
            <source>插入专栏框</source>
            <translation>Insert box</translation>
        </message>
        <message>
            <source>插入以后又改过了，请再插入一次</source>
            <translation>Something was changed after the table was inserted; insert it again</translation>
        </message>
        <message>
            <source>插入分隔线</source>
            <translation>Insert rule</translation>
        </message>
        <message>
            <source>插入图片</source>
            <translation>Insert photo</translation>
        </message>
        <message>
            <source>插入图片…</source>
            <translation>Insert photos…</translation>
        </message>
        <message>
            <source>插入字段</source>
            <translation>Insert field</translation>
        </message>
        <message>
            <source>插入引语</source>
            <translation>Insert pull quote</translation>
        </message>
        <message>
            <source>插入表格</source>
            <translation>Insert table</translation>
        </message>
        <message>
            <source>插入表格…</source>
            <translation>Insert table…</translation>
        </message>
        <message>
            <source>插入表格文件</source>
            <translation>Insert a table from a file</translation>
        </message>
        <message>
            <source>插入表格文件…</source>
            <translation>Insert a table from a file…</translation>
        </message>
        <message>
            <source>摄影署名</source>
            <translation>Photo credit</translation>
        </message>
        <message>
            <source>摄影署名和栏目名里只有文字，不能加标记</source>
            <translation>Credits and names of sections are characters only and take no marks</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>收回 Word 稿</source>
            <translation>Take back a Word file</translation>
        </message>
        <message>
            <source>收回 Word 稿…</source>
            <translation>Take back a Word file…</translation>
        </message>
        <message>
            <source>收回 Word 稿：{name}</source>
            <translation>Take back a Word file: {name}</translation>
        </message>
        <message>
            <source>收回一篇 Word 稿</source>
            <translation>Take back an article from Word</translation>
        </message>
        <message>
            <source>收起版式设计</source>
            <translation>Close layout design</translation>
        </message>
        <message>
            <source>改一个数时保持</source>
            <translation>Kept while one number is changed</translation>
        </message>
        <message>
            <source>改为 {value}</source>
            <translation>Change to {value}</translation>
        </message>
        <message>
            <source>改为“{words}”</source>
            <translation>Change to “{words}”</translation>
        </message>
        <message>
            <source>改为今天</source>
            <translation>Set to today</translation>
        </message>
        <message>
            <source>改为全角</source>
            <translation>Make full-width</translation>
        </message>
        <message>
            <source>改为第 {number} 期</source>
            <translation>Set to no. {number}</translation>
        </message>
        <message>
            <source>改为纯文字</source>
            <translation>Plain text instead</translation>
        </message>
        <message numerus="yes">
            <source>改了 {n} 行</source>
            <translation>
                <numerusform>{n} row changed</numerusform>
                <numerusform>{n} rows changed</numerusform>
            </translation>
        </message>
        <message>
            <source>改了一个数，另外几个跟着变；这里定什么不变</source>
            <translation>Where one number is changed, others follow; this says what stays</translation>
        </message>
        <message>
            <source>改作{what}</source>
            <translation>Make it {what}</translation>
        </message>
        <message>
            <source>改出校样 PDF</source>
            <translation>Make a draft PDF instead</translation>
        </message>
        <message>
            <source>改动</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>改动和可以手改的地方</source>
            <translation>Changes, and where you could edit</translation>
        </message>
        <message>
            <source>改动稿件后会自动再查一遍。</source>
            <translation>Whatever you change is checked again by itself.</translation>
        </message>
        <message>
            <source>改动都进这一期，一次撤销可以退回</source>
            <translation>All changes go into the issue; one undo takes them back</translation>
        </message>
        <message>
            <source>改动：{title}（加 {added} 字，减 {removed} 字）</source>
            <translation>Changed: {title} ({added} characters more, {removed} fewer)</translation>
        </message>
        <message>
            <source>改动：{title}（只改格式）</source>
            <translation>Changed: {title} (formatting only)</translation>
        </message>
        <message>
            <source>改动：{title}（文字没有改）</source>
            <translation>Changed: {title} (no characters)</translation>
        </message>
        <message>
            <source>改名</source>
            <translation type="vanished">Rename</translation>
        </message>
        <message>
            <source>改文字…</source>
            <translation>Edit text…</translation>
        </message>
        <message>
            <source>改格式</source>
            <translation>formatted</translation>
        </message>
        <message>
            <source>改正</source>
            <translation>Mend</translation>
        </message>
        <message>
            <source>改正以后就能导出。</source>
            <translation>It can be exported once they are mended.</translation>
        </message>
        <message>
            <source>改正所有同类的</source>
            <translation>Mend All of This Kind</translation>
        </message>
        <message>
            <source>改正这一条</source>
            <translation>Mend This Finding</translation>
        </message>
        <message>
            <source>改正选中的一条</source>
            <translation>Mend the chosen finding</translation>
        </message>
        <message>
            <source>改正，或者说明理由接受，就能导出。</source>
            <translation>It can be exported once they are mended, or accepted for a reason.</translation>
        </message>
        <message>
            <source>改段落级别</source>
            <translation type="vanished">Change paragraph level</translation>
        </message>
        <message>
            <source>改用 {name}</source>
            <translation>Use {name} instead</translation>
        </message>
        <message>
            <source>改用刊物的版式</source>
            <translation>Use the publication's layout</translation>
        </message>
        <message>
            <source>改用这一版</source>
            <translation>Use this version</translation>
        </message>
        <message>
            <source>放在</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>放大</source>
            <translation>Zoom in</translation>
        </message>
        <message>
            <source>放弃修改</source>
            <translation>Discard the changes</translation>
        </message>
        <message>
            <source>放弃对刊物的修改？</source>
            <translation>Discard the changes to the publication?</translation>
        </message>
        <message>
            <source>放弃对用词的修改？</source>
            <translation>Discard the changes to the words?</translation>
        </message>
        <message>
            <source>放进“{title}”</source>
            <translation>in “{title}”</translation>
        </message>
        <message>
            <source>放进其中的“{name}”，附清单 manifest.json；哪一项没有做成，不影响其他。</source>
            <translation>They go into “{name}” in it, with a manifest.json; a part that fails leaves the others whole.</translation>
        </message>
        <message>
            <source>放进文章</source>
            <translation>Put into an article</translation>
        </message>
        <message>
            <source>数字按小数点对齐，文字左对齐或居中</source>
            <translation>Numbers by their decimal points, words left or centred</translation>
        </message>
        <message>
            <source>整期</source>
            <translation>Whole issue</translation>
        </message>
        <message>
            <source>整期一张长图</source>
            <translation>One long picture of the issue</translation>
        </message>
        <message>
            <source>整期一页，图片在里面，可以用邮件发，放到哪里都能打开</source>
            <translation>The whole issue on one page, pictures inside: it can be mailed and opens wherever it lies</translation>
        </message>
        <message>
            <source>整期回到这个版本；可以撤销</source>
            <translation>The whole issue goes back to this version; this can be undone</translation>
        </message>
        <message>
            <source>整理</source>
            <translation>Tidying</translation>
        </message>
        <message numerus="yes">
            <source>整理 {n}</source>
            <translation>
                <numerusform>Tidied {n}</numerusform>
                <numerusform>Tidied {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>整理 {n} 处</source>
            <translation>
                <numerusform>Tidy {n} place</numerusform>
                <numerusform>Tidy {n} places</numerusform>
            </translation>
        </message>
        <message>
            <source>整理：{rule}</source>
            <translation>Tidy: {rule}</translation>
        </message>
        <message>
            <source>整页</source>
            <translation>Whole page</translation>
        </message>
        <message>
            <source>整页适配</source>
            <translation>Fit to pages</translation>
        </message>
        <message>
            <source>整页适配 · 4 的倍数</source>
            <translation type="vanished">Fit page · a multiple of 4</translation>
        </message>
        <message numerus="yes">
            <source>整页适配 · 差 {n} 页满 {all} 页</source>
            <translation type="vanished">
                <numerusform>Fit page · {n} page short of {all}</numerusform>
                <numerusform>Fit page · {n} pages short of {all}</numerusform>
            </translation>
        </message>
        <message>
            <source>整页适配…</source>
            <translation>Fit to pages…</translation>
        </message>
        <message>
            <source>整页适配作的改动：看一看，或者去掉</source>
            <translation>What fitting to pages changed: look at it, or take it off</translation>
        </message>
        <message>
            <source>整页：单独一页</source>
            <translation>A page of its own</translation>
        </message>
        <message>
            <source>文</source>
            <comment>lock</comment>
            <translation>text</translation>
        </message>
        <message>
            <source>文中</source>
            <translation>In the text</translation>
        </message>
        <message>
            <source>文中：在段落旁边</source>
            <translation>In the text, beside its paragraph</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>文件 {name} 不能读写（{reason}）</source>
            <translation>The file {name} cannot be read or written ({reason})</translation>
        </message>
        <message>
            <source>文件大小</source>
            <translation>File size</translation>
        </message>
        <message>
            <source>文件夹</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>文件已被打开</source>
            <translation>File in Use</translation>
        </message>
        <message>
            <source>文件里还有工作表：{names}</source>
            <translation>Other sheets of the file: {names}</translation>
        </message>
        <message>
            <source>文字</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>文字对照</source>
            <translation>Text then and now</translation>
        </message>
        <message>
            <source>文字已经变了，请再选一次</source>
            <translation>The text has changed; select the words again</translation>
        </message>
        <message>
            <source>文字标记</source>
            <translation>Marks</translation>
        </message>
        <message>
            <source>文字流向</source>
            <translation>Flow order</translation>
        </message>
        <message>
            <source>文末（尾注）</source>
            <translation>end of article</translation>
        </message>
        <message>
            <source>文章</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>文章体例</source>
            <translation>Article kind</translation>
        </message>
        <message>
            <source>文章加框</source>
            <translation>Article in a frame</translation>
        </message>
        <message>
            <source>文章底色</source>
            <translation>Article tints</translation>
        </message>
        <message>
            <source>文章：{name}</source>
            <translation>Article: {name}</translation>
        </message>
        <message>
            <source>文章：{name}，第 {page} 页</source>
            <translation>Article: {name}, page {page}</translation>
        </message>
        <message>
            <source>文章：{title}</source>
            <translation>Article: {title}</translation>
        </message>
        <message>
            <source>新名称</source>
            <translation>New name</translation>
        </message>
        <message>
            <source>新增</source>
            <translation>Added</translation>
        </message>
        <message>
            <source>新增 {added} 字，删去 {removed} 字</source>
            <translation>{added} characters added, {removed} removed</translation>
        </message>
        <message numerus="yes">
            <source>新增 {n} 篇</source>
            <translation>
                <numerusform>{n} article added</numerusform>
                <numerusform>{n} articles added</numerusform>
            </translation>
        </message>
        <message>
            <source>新增：{title}</source>
            <translation>Added: {title}</translation>
        </message>
        <message>
            <source>新建</source>
            <translation>New</translation>
        </message>
        <message>
            <source>新建</source>
            <comment>button</comment>
            <translation>Create</translation>
        </message>
        <message>
            <source>新建…</source>
            <translation type="vanished">New…</translation>
        </message>
        <message>
            <source>新建一期</source>
            <translation>New issue</translation>
        </message>
        <message>
            <source>新建一期…</source>
            <translation>New issue…</translation>
        </message>
        <message>
            <source>新建一期：{name}</source>
            <translation>New issue: {name}</translation>
        </message>
        <message>
            <source>新建下一期</source>
            <translation>Next issue</translation>
        </message>
        <message>
            <source>新建刊物</source>
            <translation>New publication</translation>
        </message>
        <message>
            <source>新建刊物…</source>
            <translation>New publication…</translation>
        </message>
        <message>
            <source>新建刊物的下一期，或者单独一期</source>
            <translation>The next issue of a publication, or an issue of its own</translation>
        </message>
        <message>
            <source>新建文章</source>
            <translation>New article</translation>
        </message>
        <message>
            <source>新建栏目</source>
            <translation>New section</translation>
        </message>
        <message>
            <source>新建第 {number} 期</source>
            <translation>Create No. {number}</translation>
        </message>
        <message>
            <source>新栏目</source>
            <translation>New section</translation>
        </message>
        <message>
            <source>新颜色</source>
            <translation>New ink</translation>
        </message>
        <message>
            <source>新颜色…</source>
            <translation>New ink…</translation>
        </message>
        <message>
            <source>无</source>
            <translation>None</translation>
        </message>
        <message>
            <source>无标题</source>
            <translation>Untitled</translation>
        </message>
        <message>
            <source>无障碍标签，供读屏软件朗读</source>
            <translation>Tags for screen readers</translation>
        </message>
        <message>
            <source>日历</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>旧版 Word 文件</source>
            <translation>Old Word files</translation>
        </message>
        <message>
            <source>星期几</source>
            <translation>Day of the week</translation>
        </message>
        <message>
            <source>昨天 {time}</source>
            <translation>Yesterday {time}</translation>
        </message>
        <message>
            <source>是</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>是{what}</source>
            <translation>It is: {what}</translation>
        </message>
        <message>
            <source>是什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>是图片，先打开或新建一期，再拖进来</source>
            <translation>this is a photo: open or begin an issue, then drop it again</translation>
        </message>
        <message>
            <source>显示密码</source>
            <translation>Show it</translation>
        </message>
        <message>
            <source>显示整页</source>
            <translation>Show whole page</translation>
        </message>
        <message>
            <source>显示比例</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>显示版面缩略图</source>
            <translation>Show page thumbnails</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <source>更换版式</source>
            <translation>Change layout</translation>
        </message>
        <message>
            <source>更换版式…</source>
            <translation>Change layout…</translation>
        </message>
        <message>
            <source>更改出血</source>
            <translation>Change bleed</translation>
        </message>
        <message>
            <source>更改文章体例</source>
            <translation>Change article kind</translation>
        </message>
        <message>
            <source>更改栏数</source>
            <translation>Change columns</translation>
        </message>
        <message>
            <source>更改框的用途</source>
            <translation>Change kind of box</translation>
        </message>
        <message>
            <source>更改段落级别</source>
            <translation>Change paragraph level</translation>
        </message>
        <message>
            <source>更改绕排</source>
            <translation>Change wrap</translation>
        </message>
        <message>
            <source>更改跨栏</source>
            <translation>Change columns across</translation>
        </message>
        <message>
            <source>替代文字</source>
            <translation>Alternative text</translation>
        </message>
        <message>
            <source>替换</source>
            <translation>Replace</translation>
        </message>
        <message>
            <source>替换“{words}”</source>
            <translation>Replace “{words}”</translation>
        </message>
        <message>
            <source>替换…</source>
            <translation>Replace…</translation>
        </message>
        <message>
            <source>替换为</source>
            <translation>Replace with</translation>
        </message>
        <message>
            <source>替换图片</source>
            <translation>Replace photo</translation>
        </message>
        <message>
            <source>替换图片…</source>
            <translation>Replace photo…</translation>
        </message>
        <message>
            <source>替换字体里没有的字</source>
            <translation>Replace a character that is in no font</translation>
        </message>
        <message>
            <source>替换版式</source>
            <translation>Replace layout</translation>
        </message>
        <message>
            <source>最后一个空格后面的内容排到右边，中间加点</source>
            <translation>What follows the last space stands at the right, dots between</translation>
        </message>
        <message>
            <source>最后修改：{time}</source>
            <translation>Last edit: {time}</translation>
        </message>
        <message>
            <source>最大</source>
            <translation>greatest</translation>
        </message>
        <message>
            <source>最小</source>
            <translation>least</translation>
        </message>
        <message>
            <source>最早的版本</source>
            <translation>The oldest version</translation>
        </message>
        <message>
            <source>最近导出</source>
            <translation>Recent exports</translation>
        </message>
        <message>
            <source>最近打开</source>
            <translation>Open recent</translation>
        </message>
        <message>
            <source>有</source>
            <translation>Yes</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 个错误，改正后才能导出。</source>
            <translation type="vanished">
                <numerusform>There is {n} error; mend it before exporting.</numerusform>
                <numerusform>There are {n} errors; mend them before exporting.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 个错误，改正或说明理由后才能导出。</source>
            <translation type="vanished">
                <numerusform>{n} error must be mended, or accepted for a reason, before the export.</numerusform>
                <numerusform>{n} errors must be mended, or accepted for a reason, before the export.</numerusform>
            </translation>
        </message>
        <message>
            <source>有框题</source>
            <translation>With a title</translation>
        </message>
        <message>
            <source>有看不出的改动</source>
            <translation>A change too small to be shown</translation>
        </message>
        <message>
            <source>有错误时不能导出，请先改正。</source>
            <translation type="vanished">Errors stop the export: mend them first.</translation>
        </message>
        <message>
            <source>有错误时不能导出，请先改正错误。</source>
            <translation type="vanished">Nothing can be exported while there are errors; mend them first.</translation>
        </message>
        <message>
            <source>有错误时不能导出，请先改正，或说明理由。</source>
            <translation type="vanished">Errors stop the export: mend them, or accept them for a reason.</translation>
        </message>
        <message>
            <source>有错误时只能出校样，请先改正。</source>
            <translation>Only drafts until errors are mended.</translation>
        </message>
        <message>
            <source>有错误时只能出校样，请先改正，或说明理由。</source>
            <translation>Only drafts until errors are mended or accepted.</translation>
        </message>
        <message>
            <source>期号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>期号、总期号和日期由刊物排下去，几个人同时新建也不会重号。</source>
            <translation>The publication counts on number, total and date; two people never get one number.</translation>
        </message>
        <message>
            <source>期号加一</source>
            <translation>Next issue number</translation>
        </message>
        <message>
            <source>期号和总期号各加一；换了年份从第 1 期起</source>
            <translation>One more for both numbers; a new year begins with number 1</translation>
        </message>
        <message>
            <source>期号：还没有</source>
            <translation>Number: none yet</translation>
        </message>
        <message>
            <source>未保存</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>未命名</source>
            <translation>Untitled</translation>
        </message>
        <message>
            <source>未填</source>
            <translation type="vanished">Not set</translation>
        </message>
        <message>
            <source>未收入</source>
            <translation>Left out</translation>
        </message>
        <message numerus="yes">
            <source>未收入 {n}</source>
            <translation>
                <numerusform>Left out {n}</numerusform>
                <numerusform>Left out {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>末页 {percent} %</source>
            <translation>Last page {percent} %</translation>
        </message>
        <message>
            <source>末页各栏齐平</source>
            <translation type="vanished">Balance columns of the last page</translation>
        </message>
        <message>
            <source>本刊惯例</source>
            <translation>House style</translation>
        </message>
        <message>
            <source>本刊的版式</source>
            <translation>The publication's own</translation>
        </message>
        <message>
            <source>本列右对齐</source>
            <translation>Align column right</translation>
        </message>
        <message>
            <source>本列居中</source>
            <translation>Centre column</translation>
        </message>
        <message>
            <source>本列左对齐</source>
            <translation>Align column left</translation>
        </message>
        <message>
            <source>本列按内容对齐</source>
            <translation>Align column by content</translation>
        </message>
        <message>
            <source>本单位用词</source>
            <translation>House words</translation>
        </message>
        <message>
            <source>本单位用词…</source>
            <translation>House words…</translation>
        </message>
        <message>
            <source>本单位用词没有用上</source>
            <translation>The house words are not in use</translation>
        </message>
        <message numerus="yes">
            <source>本文多 {n} 行</source>
            <translation>
                <numerusform>{n} line more in this article</numerusform>
                <numerusform>{n} lines more in this article</numerusform>
            </translation>
        </message>
        <message>
            <source>本文排在一个跨页里</source>
            <translation>This article on one spread</translation>
        </message>
        <message>
            <source>本文排在一页里</source>
            <translation>This article on one page</translation>
        </message>
        <message numerus="yes">
            <source>本文省 {n} 行</source>
            <translation>
                <numerusform>{n} line less in this article</numerusform>
                <numerusform>{n} lines less in this article</numerusform>
            </translation>
        </message>
        <message>
            <source>本期</source>
            <translation>Issue</translation>
        </message>
        <message numerus="yes">
            <source>本期 {n} 字缺</source>
            <translation>
                <numerusform>Lacks {n} character of this issue</numerusform>
                <numerusform>Lacks {n} characters of this issue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>本期 {n} 字缺：{first}</source>
            <translation>
                <numerusform>Lacks {n} character of this issue: {first}</numerusform>
                <numerusform>Lacks {n} characters of this issue: {first}</numerusform>
            </translation>
        </message>
        <message>
            <source>本期 {pages} 页，再有 {missing} 页才是 4 的倍数，便于折页装订</source>
            <translation type="vanished">This issue has {pages} pages; {missing} more make a multiple of 4, as folding wants it</translation>
        </message>
        <message>
            <source>本期 {pages} 页，再有 {missing} 页才是 4 的倍数，便于折页装订；点这里适配</source>
            <translation>{pages} pages; {missing} more would make a multiple of 4, as folded sheets want it. Click to fit</translation>
        </message>
        <message numerus="yes">
            <source>本期 · {n} 页</source>
            <translation>
                <numerusform>Issue · {n} page</numerusform>
                <numerusform>Issue · {n} pages</numerusform>
            </translation>
        </message>
        <message>
            <source>本期一次全出</source>
            <translation>Everything for This Issue</translation>
        </message>
        <message>
            <source>本期一次全出…</source>
            <translation>Everything for this issue…</translation>
        </message>
        <message>
            <source>本期文章</source>
            <translation>Article in the issue</translation>
        </message>
        <message>
            <source>本期的生僻字</source>
            <translation>Rare in the issue</translation>
        </message>
        <message>
            <source>本期稿件</source>
            <translation>Articles of the issue</translation>
        </message>
        <message>
            <source>本期要目</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>本期设置</source>
            <translation>Issue settings</translation>
        </message>
        <message>
            <source>本篇的生僻字</source>
            <translation>Rare in the article</translation>
        </message>
        <message>
            <source>本页最后一个标题</source>
            <translation>Last title of the page</translation>
        </message>
        <message>
            <source>本页第一个标题</source>
            <translation>First title of the page</translation>
        </message>
        <message>
            <source>权限</source>
            <translation>Permissions</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>查找上一个</source>
            <translation>Find previous</translation>
        </message>
        <message>
            <source>查找下一个</source>
            <translation>Find next</translation>
        </message>
        <message>
            <source>查找与替换</source>
            <translation>Find and replace</translation>
        </message>
        <message>
            <source>查找与替换…</source>
            <translation>Find and replace…</translation>
        </message>
        <message>
            <source>查找命令</source>
            <translation>Find a command</translation>
        </message>
        <message>
            <source>查看</source>
            <translation type="vanished">Show</translation>
        </message>
        <message>
            <source>查看报告</source>
            <translation>Show report</translation>
        </message>
        <message>
            <source>查看检查结果</source>
            <translation>Show the findings</translation>
        </message>
        <message>
            <source>标尺</source>
            <translation>Rulers</translation>
        </message>
        <message>
            <source>标点样式</source>
            <translation>Punctuation</translation>
        </message>
        <message>
            <source>标记</source>
            <translation>Marks</translation>
        </message>
        <message>
            <source>标记的样式、距离、线宽和说明行</source>
            <translation>Style, distance and weight of the marks, and the slug line</translation>
        </message>
        <message>
            <source>标记细节</source>
            <translation>Details of marks</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>标题横跨各栏，上面的各栏排齐，正文排在标题下面</source>
            <translation>The headline stands across the columns; those above end level, the text goes on below</translation>
        </message>
        <message>
            <source>标题稿</source>
            <translation>Headline</translation>
        </message>
        <message>
            <source>标题跨各栏</source>
            <translation>Headline across columns</translation>
        </message>
        <message>
            <source>标题跨栏</source>
            <translation>Columns of the headline</translation>
        </message>
        <message>
            <source>栏数</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>栏目</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>栏目</source>
            <comment>several</comment>
            <translation>Sections</translation>
        </message>
        <message>
            <source>栏目“{name}”写了两次</source>
            <translation>The section “{name}” stands there twice</translation>
        </message>
        <message>
            <source>栏目另起一页</source>
            <translation>Section on a new page</translation>
        </message>
        <message>
            <source>栏目名</source>
            <translation>Section name</translation>
        </message>
        <message>
            <source>栏目名称</source>
            <translation>Section name</translation>
        </message>
        <message>
            <source>栏目名称不能空着</source>
            <translation>A section needs a name</translation>
        </message>
        <message>
            <source>栏目开头</source>
            <translation>At the start of the section</translation>
        </message>
        <message>
            <source>栏目括号</source>
            <translation>Section brackets</translation>
        </message>
        <message>
            <source>栏目改名</source>
            <translation>Rename section</translation>
        </message>
        <message>
            <source>栏目改名…</source>
            <translation>Rename section…</translation>
        </message>
        <message>
            <source>栏目有改动</source>
            <translation>Sections changed</translation>
        </message>
        <message>
            <source>栏目末尾</source>
            <translation>At the end of the section</translation>
        </message>
        <message>
            <source>栏目：{name}</source>
            <translation>Section: {name}</translation>
        </message>
        <message>
            <source>栏目：{name}，{count} 篇</source>
            <translation>Section: {name}, articles: {count}</translation>
        </message>
        <message>
            <source>校样</source>
            <translation type="vanished">Proof</translation>
        </message>
        <message>
            <source>校样和导出的文件放在</source>
            <translation>Drafts and exports go to</translation>
        </message>
        <message numerus="yes">
            <source>校样已导出：{name}，共 {n} 页</source>
            <translation>
                <numerusform>Draft written: {name}, {n} page</numerusform>
                <numerusform>Draft written: {name}, {n} pages</numerusform>
            </translation>
        </message>
        <message>
            <source>校样带检查批注</source>
            <translation>Notes in drafts</translation>
        </message>
        <message>
            <source>样</source>
            <comment>lock</comment>
            <translation>style</translation>
        </message>
        <message>
            <source>样式</source>
            <translation>Style</translation>
        </message>
        <message>
            <source>样式的样子</source>
            <translation>What the style looks like</translation>
        </message>
        <message>
            <source>核对</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>格式</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>框</source>
            <translation>box</translation>
        </message>
        <message>
            <source>框内分栏</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>框单独成行</source>
            <translation>Box alone</translation>
        </message>
        <message>
            <source>框占满一栏，旁边没有正文</source>
            <translation>The box fills the column, no text beside it</translation>
        </message>
        <message>
            <source>框在中间，正文排在两边</source>
            <translation>The box stands in the middle, text on both sides</translation>
        </message>
        <message>
            <source>框在右边，正文绕到左边</source>
            <translation>The box stands right, the text runs round its left</translation>
        </message>
        <message>
            <source>框在左边，正文绕到右边</source>
            <translation>The box stands left, the text runs round its right</translation>
        </message>
        <message>
            <source>框居中，两侧绕排</source>
            <translation>Box with text on both sides</translation>
        </message>
        <message>
            <source>框居右</source>
            <translation>Box right</translation>
        </message>
        <message>
            <source>框居左</source>
            <translation>Box left</translation>
        </message>
        <message>
            <source>框的上边对齐所在段落的第几行</source>
            <translation>The line of its paragraph that its top stands at</translation>
        </message>
        <message>
            <source>检查</source>
            <translation>Check</translation>
        </message>
        <message numerus="yes">
            <source>检查 · {n} 条</source>
            <translation>
                <numerusform>Check · {n} finding</numerusform>
                <numerusform>Check · {n} findings</numerusform>
            </translation>
        </message>
        <message>
            <source>检查器</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>检查结果</source>
            <translation>Findings</translation>
        </message>
        <message>
            <source>检查：{act}</source>
            <translation>Check: {act}</translation>
        </message>
        <message>
            <source>检查：{counts}</source>
            <translation>Check: {counts}</translation>
        </message>
        <message>
            <source>检查：{errors} 个错误，{warnings} 个提醒</source>
            <translation type="vanished">Check: errors {errors}, warnings {warnings}</translation>
        </message>
        <message>
            <source>检查：{errors} 错误 · {warnings} 提醒</source>
            <translation type="vanished">Check: errors {errors} · warnings {warnings}</translation>
        </message>
        <message numerus="yes">
            <source>检查：{n} 处改正</source>
            <translation>
                <numerusform>Check: {n} mended</numerusform>
                <numerusform>Check: {n} mended</numerusform>
            </translation>
        </message>
        <message>
            <source>检查：替换字体里没有的字</source>
            <translation>Check: replace a character that is in no font</translation>
        </message>
        <message>
            <source>楷体</source>
            <translation>Kai</translation>
        </message>
        <message>
            <source>横向滚动条</source>
            <translation>Horizontal scroll bar</translation>
        </message>
        <message>
            <source>横排转页</source>
            <translation>Turned page</translation>
        </message>
        <message>
            <source>款</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>正在做{part}</source>
            <translation>Making: {part}</translation>
        </message>
        <message>
            <source>正在写图片和页面</source>
            <translation>Writing pictures and pages</translation>
        </message>
        <message>
            <source>正在准备图片</source>
            <translation>Preparing photos</translation>
        </message>
        <message>
            <source>正在准备预览…</source>
            <translation>Preparing the preview…</translation>
        </message>
        <message>
            <source>正在出校样</source>
            <translation>Writing a draft</translation>
        </message>
        <message>
            <source>正在取消…</source>
            <translation>Cancelling…</translation>
        </message>
        <message>
            <source>正在复制 {name}</source>
            <translation>Copying {name}</translation>
        </message>
        <message numerus="yes">
            <source>正在复制 {n} 张图片</source>
            <translation>
                <numerusform>Copying {n} photo</numerusform>
                <numerusform>Copying {n} photos</numerusform>
            </translation>
        </message>
        <message>
            <source>正在导出…</source>
            <translation>Exporting…</translation>
        </message>
        <message>
            <source>正在导出第 {page} 页</source>
            <translation type="vanished">Exporting page {page}</translation>
        </message>
        <message>
            <source>正在恢复</source>
            <translation>Recovering</translation>
        </message>
        <message>
            <source>正在恢复…</source>
            <translation>Restoring…</translation>
        </message>
        <message>
            <source>正在打印</source>
            <translation>Printing</translation>
        </message>
        <message>
            <source>正在打印第 {page} 页</source>
            <translation>Printing page {page}</translation>
        </message>
        <message>
            <source>正在打开 {name}</source>
            <translation>Opening {name}</translation>
        </message>
        <message>
            <source>正在打开示例</source>
            <translation type="vanished">Opening the sample</translation>
        </message>
        <message>
            <source>正在把版式存进刊物</source>
            <translation>Giving the layout to the publication</translation>
        </message>
        <message>
            <source>正在排版</source>
            <translation>Setting pages</translation>
        </message>
        <message>
            <source>正在排版，排好就可以导出。</source>
            <translation>Pages are being composed; then they can be exported.</translation>
        </message>
        <message>
            <source>正在放好图片</source>
            <translation>Putting photos in place</translation>
        </message>
        <message>
            <source>正在放好图片 {name}</source>
            <translation>Putting the photo {name} in place</translation>
        </message>
        <message>
            <source>正在新建一期</source>
            <translation>Making the issue</translation>
        </message>
        <message>
            <source>正在检查写好的文件</source>
            <translation>Checking the finished file</translation>
        </message>
        <message>
            <source>正在比较…</source>
            <translation>Comparing…</translation>
        </message>
        <message numerus="yes">
            <source>正在画第 {n} 张</source>
            <translation>
                <numerusform>Painting picture {n}</numerusform>
                <numerusform>Painting picture {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>正在留下版本</source>
            <translation>Keeping a version</translation>
        </message>
        <message>
            <source>正在看刊物</source>
            <translation>Looking at the publication</translation>
        </message>
        <message>
            <source>正在自动保存…</source>
            <translation type="vanished">Saving…</translation>
        </message>
        <message>
            <source>正在读 {name}</source>
            <translation>Reading {name}</translation>
        </message>
        <message>
            <source>正在读 {name}，和这一期对照…</source>
            <translation>Reading {name} and comparing it with the issue…</translation>
        </message>
        <message numerus="yes">
            <source>正在读 {n} 篇稿件</source>
            <translation type="vanished">
                <numerusform>Reading {n} manuscript</numerusform>
                <numerusform>Reading {n} manuscripts</numerusform>
            </translation>
        </message>
        <message>
            <source>正在读剪贴板上的稿件</source>
            <translation>Reading the manuscript on the clipboard</translation>
        </message>
        <message>
            <source>正在读取字体…</source>
            <translation>Reading fonts…</translation>
        </message>
        <message>
            <source>正在读本单位用词</source>
            <translation>Reading the house words</translation>
        </message>
        <message>
            <source>正在适配：{aim}</source>
            <translation>Fitting: {aim}</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Body text</translation>
        </message>
        <message>
            <source>正文上方</source>
            <translation type="vanished">above the text</translation>
        </message>
        <message>
            <source>正文从光标处起排到下一页</source>
            <translation>The text goes on on the next page from the caret</translation>
        </message>
        <message>
            <source>正文字号</source>
            <translation>Body size</translation>
        </message>
        <message>
            <source>此后</source>
            <translation>Since then</translation>
        </message>
        <message>
            <source>此后删去</source>
            <translation>Removed since</translation>
        </message>
        <message>
            <source>此后新增</source>
            <translation>Added since</translation>
        </message>
        <message>
            <source>段落</source>
            <translation>Paragraph</translation>
        </message>
        <message>
            <source>段落上移</source>
            <translation>Move paragraph up</translation>
        </message>
        <message>
            <source>段落下移</source>
            <translation>Move paragraph down</translation>
        </message>
        <message>
            <source>段落前加列项符号；再点一次取消</source>
            <translation>A sign before the paragraph; once more takes it off</translation>
        </message>
        <message>
            <source>段落的第一个字放大，占几行高</source>
            <translation>The first character of the paragraph stands several lines tall</translation>
        </message>
        <message>
            <source>段落级别</source>
            <translation>Paragraph level</translation>
        </message>
        <message>
            <source>段落自己编号，移动、插入、删除以后号码都对；再点一次取消</source>
            <translation>The paragraph numbers itself, and stays right when moved, inserted or deleted; once more takes it off</translation>
        </message>
        <message>
            <source>段首序号写成</source>
            <translation>Number paragraphs as</translation>
        </message>
        <message>
            <source>每个栏目末尾</source>
            <translation>End of each section</translation>
        </message>
        <message>
            <source>每个没排满的页</source>
            <translation>Each page not full</translation>
        </message>
        <message>
            <source>每个跨页一张</source>
            <translation>One a spread</translation>
        </message>
        <message>
            <source>每周</source>
            <translation>Weekly</translation>
        </message>
        <message>
            <source>每年从第 1 期起</source>
            <translation>From 1 in every year</translation>
        </message>
        <message>
            <source>每张最大</source>
            <translation>Largest size</translation>
        </message>
        <message>
            <source>每张最高</source>
            <translation>Largest height</translation>
        </message>
        <message numerus="yes">
            <source>每排 {n} 张</source>
            <translation>
                <numerusform>{n} in a line</numerusform>
                <numerusform>{n} in a line</numerusform>
            </translation>
        </message>
        <message>
            <source>每排几张</source>
            <translation>Photos in a line</translation>
        </message>
        <message>
            <source>每月</source>
            <translation>Monthly</translation>
        </message>
        <message>
            <source>每月几号</source>
            <translation>Days of the month</translation>
        </message>
        <message>
            <source>每月几号出刊，请写 1 到 31 的日子，如：5、20</source>
            <translation>Fill in the days of the month on which it appears, 1 to 31, such as 5, 20</translation>
        </message>
        <message>
            <source>每期按这个次序排好；拖动换次序，一行一个也可以从别处粘贴。缺了栏目或次序不对，检查会指出来。</source>
            <translation>Issues begin with these in this order. Drag to reorder; a list, one a line, can be pasted. The check tells of sections missing or out of order.</translation>
        </message>
        <message>
            <source>每期排本期要目</source>
            <translation>Contents list in every issue</translation>
        </message>
        <message>
            <source>每期都用这个版式排。以后换一个，已经排好的各期不变。</source>
            <translation>Issues are set in this layout. Choosing another later leaves the issues made so far as they are.</translation>
        </message>
        <message>
            <source>每期都要做的简报，存成刊物：期号、日期、栏目和报头报尾自己就位，以后每期点两下。</source>
            <translation>Make what you issue again and again a publication: number, date, sections, masthead and colophon fall into place, and each issue takes two clicks.</translation>
        </message>
        <message>
            <source>每篇文章末尾</source>
            <translation>End of each article</translation>
        </message>
        <message>
            <source>每篇稿件的标题、供稿和小标题都认清了。</source>
            <translation>Title, by-line and sub-headings of every manuscript are clear.</translation>
        </message>
        <message>
            <source>每行 {measure} 字，每面 {rows} 行</source>
            <translation>{measure} em a line, {rows} lines a page</translation>
        </message>
        <message>
            <source>每行一条；空着就用各栏的头条</source>
            <translation>One a line; empty for the first of each section</translation>
        </message>
        <message>
            <source>每行字数</source>
            <translation>Characters a line</translation>
        </message>
        <message>
            <source>每隔几天</source>
            <translation>Every few days</translation>
        </message>
        <message>
            <source>每面行数</source>
            <translation>Rows a page</translation>
        </message>
        <message>
            <source>每面页数</source>
            <translation>Pages a side</translation>
        </message>
        <message>
            <source>每页 {width} × {height} 像素</source>
            <translation>{width} × {height} pixels a page</translation>
        </message>
        <message>
            <source>每页一个文件</source>
            <translation>One file a page</translation>
        </message>
        <message>
            <source>每页一张</source>
            <translation>One a page</translation>
        </message>
        <message>
            <source>每页一张 PNG 图片，可以只要几页</source>
            <translation type="vanished">A PNG picture a page, of all pages or some</translation>
        </message>
        <message>
            <source>每页一张，不拼版</source>
            <translation>One page a sheet</translation>
        </message>
        <message>
            <source>比文件里新的</source>
            <translation>Newer than the file</translation>
        </message>
        <message>
            <source>汉字</source>
            <translation>Hanzi</translation>
        </message>
        <message>
            <source>沉{rows}</source>
            <translation>{rows}↓</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>none</translation>
        </message>
        <message>
            <source>没有保存</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>没有保存：请先改好“{list}”里标红的格子。</source>
            <translation>Not saved: mend the cells in red under “{list}” first.</translation>
        </message>
        <message>
            <source>没有发现问题</source>
            <translation>No problems found</translation>
        </message>
        <message>
            <source>没有发现问题。</source>
            <translation>No problems found.</translation>
        </message>
        <message>
            <source>没有变</source>
            <translation>Unchanged</translation>
        </message>
        <message>
            <source>没有图片</source>
            <translation>No photo</translation>
        </message>
        <message>
            <source>没有图片，占着原来的位置</source>
            <translation>No photo: its place is kept</translation>
        </message>
        <message>
            <source>没有恢复</source>
            <translation>Not recovered</translation>
        </message>
        <message>
            <source>没有打印成</source>
            <translation>Nothing was printed</translation>
        </message>
        <message>
            <source>没有打开的刊物</source>
            <translation>No issue is open</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>没有找到叫“{name}”的字体</source>
            <translation>No face is called “{name}”</translation>
        </message>
        <message>
            <source>没有找到文本编辑器，请自己打开这个文件。</source>
            <translation>No text editor was found; please open the file yourself.</translation>
        </message>
        <message>
            <source>没有排到要的地方；点一下，重新适配</source>
            <translation>It does not end where it should. Click to fit it again</translation>
        </message>
        <message>
            <source>没有撤销过，不用重做</source>
            <translation>Nothing was undone</translation>
        </message>
        <message>
            <source>没有收进来的</source>
            <translation>What did not come in</translation>
        </message>
        <message>
            <source>没有改动</source>
            <translation>Nothing changed</translation>
        </message>
        <message>
            <source>没有文章</source>
            <translation>No article</translation>
        </message>
        <message>
            <source>没有查到，请填写</source>
            <translation>None found: type one</translation>
        </message>
        <message>
            <source>没有标题</source>
            <translation>No title</translation>
        </message>
        <message>
            <source>没有焦点</source>
            <translation>No centre of interest</translation>
        </message>
        <message>
            <source>没有照片，封面要另做</source>
            <translation>No photo: make the covers yourself</translation>
        </message>
        <message>
            <source>没有用 {name}：它{why}</source>
            <translation>{name} was not taken: it {why}</translation>
        </message>
        <message>
            <source>没有要手改的地方</source>
            <translation>Nothing to edit by hand</translation>
        </message>
        <message>
            <source>没有要核对的</source>
            <translation>Nothing to check</translation>
        </message>
        <message>
            <source>没有要注音的字。</source>
            <translation>There is nothing to read.</translation>
        </message>
        <message>
            <source>没有读出文章</source>
            <translation>No article was found</translation>
        </message>
        <message>
            <source>没有这一类问题</source>
            <translation>No findings of this kind</translation>
        </message>
        <message>
            <source>没有这个文件</source>
            <translation>There is no such file</translation>
        </message>
        <message>
            <source>没有这个文件夹</source>
            <translation>There is no such folder</translation>
        </message>
        <message>
            <source>没有这样的命令</source>
            <translation>There is no such command</translation>
        </message>
        <message>
            <source>没有适配成</source>
            <translation>It could not be fitted</translation>
        </message>
        <message>
            <source>没有选中内容</source>
            <translation>Nothing is selected</translation>
        </message>
        <message>
            <source>没有选中图片</source>
            <translation>No photo is selected</translation>
        </message>
        <message>
            <source>没有选中文章</source>
            <translation>No article is selected</translation>
        </message>
        <message>
            <source>没有配上稿件</source>
            <translation>Belongs to no manuscript</translation>
        </message>
        <message>
            <source>没有需要恢复的稿件</source>
            <translation>There is nothing to recover</translation>
        </message>
        <message>
            <source>沿地平线画线</source>
            <translation>draw a line along the horizon</translation>
        </message>
        <message>
            <source>沿版面显示字数、行数和毫米</source>
            <translation>Show characters, lines and millimetres along the pages</translation>
        </message>
        <message>
            <source>波浪线</source>
            <translation>Wavy underline</translation>
        </message>
        <message>
            <source>注释</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>注释…</source>
            <translation>Note…</translation>
        </message>
        <message>
            <source>注释印在</source>
            <translation>Notes printed at</translation>
        </message>
        <message>
            <source>注释排在文章末尾，号码自动编</source>
            <translation>The note stands at the end of the article; it is numbered by itself</translation>
        </message>
        <message>
            <source>注释排在页脚，号码自动编</source>
            <translation>The note stands at the foot of the page; it is numbered by itself</translation>
        </message>
        <message>
            <source>注释的文字</source>
            <translation>Words of the note</translation>
        </message>
        <message>
            <source>注音</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>注音…</source>
            <translation>Reading…</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>添加</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>添加一行（Insert）</source>
            <translation>Add a row (Insert)</translation>
        </message>
        <message numerus="yes">
            <source>添加了 {n} 行</source>
            <translation>
                <numerusform>{n} row added</numerusform>
                <numerusform>{n} rows added</numerusform>
            </translation>
        </message>
        <message>
            <source>添加到本期</source>
            <translation>Add to the issue</translation>
        </message>
        <message>
            <source>添加文章、栏目、稿件或图片</source>
            <translation>Add an article, a section, manuscripts or photos</translation>
        </message>
        <message>
            <source>添加栏目（Insert）</source>
            <translation>Add a section (Insert)</translation>
        </message>
        <message>
            <source>添加轮廓角点</source>
            <translation>Add a corner to the outline</translation>
        </message>
        <message>
            <source>清空列表</source>
            <translation>Clear the list</translation>
        </message>
        <message>
            <source>清除</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>清除文字标记</source>
            <translation>Clear marks</translation>
        </message>
        <message>
            <source>清除焦点</source>
            <translation>Clear centre of interest</translation>
        </message>
        <message>
            <source>溢出</source>
            <translation type="vanished">Overset</translation>
        </message>
        <message>
            <source>滚动</source>
            <translation>Scroll</translation>
        </message>
        <message>
            <source>灰</source>
            <translation>grey</translation>
        </message>
        <message>
            <source>灰度</source>
            <translation>grey</translation>
        </message>
        <message>
            <source>点一下定焦点</source>
            <translation type="vanished">click: centre of interest</translation>
        </message>
        <message>
            <source>点线</source>
            <translation>Dotted underline</translation>
        </message>
        <message>
            <source>点边加一个</source>
            <translation>Click an edge to add one</translation>
        </message>
        <message>
            <source>点这里，让末页排满，或者排成要的页数</source>
            <translation>Click to fill the last page, or to get the number of pages you want</translation>
        </message>
        <message>
            <source>点选…</source>
            <translation>Click on it…</translation>
        </message>
        <message>
            <source>点选焦点</source>
            <translation>Set centre of interest by a click</translation>
        </message>
        <message>
            <source>点选焦点：在图片上点一下，回车完成，Esc 放弃；拖动边框就是裁切</source>
            <translation>Centre of interest: click on the photo, Enter when done, Esc to give up; dragging its edges crops it</translation>
        </message>
        <message>
            <source>焦点在裁切之外</source>
            <translation>centre of interest cut off</translation>
        </message>
        <message>
            <source>焦点：左起 {x}，上起 {y}</source>
            <translation>Centre of interest: {x} from left, {y} from top</translation>
        </message>
        <message>
            <source>照原图显示</source>
            <translation>Show the photo as its file has it</translation>
        </message>
        <message>
            <source>照原稿</source>
            <translation>As typed</translation>
        </message>
        <message>
            <source>爬移</source>
            <translation>Creep</translation>
        </message>
        <message>
            <source>版式</source>
            <translation>Layout</translation>
        </message>
        <message>
            <source>版式 {em} 字</source>
            <translation>Layout: {em} em</translation>
        </message>
        <message>
            <source>版式 {value} 倍</source>
            <translation>Layout: {value} times</translation>
        </message>
        <message>
            <source>版式包</source>
            <translation>Layout packages</translation>
        </message>
        <message>
            <source>版式包 {name} 没有装入</source>
            <translation>The layout package {name} was not installed</translation>
        </message>
        <message>
            <source>版式包和库存版式</source>
            <translation>Layout packages, stock layout</translation>
        </message>
        <message>
            <source>版式包已保存：{name}</source>
            <translation>Layout package saved: {name}</translation>
        </message>
        <message>
            <source>版式包没有保存</source>
            <translation>The layout package was not saved</translation>
        </message>
        <message>
            <source>版式有改动</source>
            <translation>Layout changed</translation>
        </message>
        <message>
            <source>版式没有换</source>
            <translation>The layout was not changed</translation>
        </message>
        <message>
            <source>版式自己的 {em} 字；清空后回到它</source>
            <translation>The layout's own {em} em; clear the field to go back to it</translation>
        </message>
        <message>
            <source>版式规定（只读）</source>
            <translation>House rules (read only)</translation>
        </message>
        <message>
            <source>版式设计</source>
            <translation>Layout design</translation>
        </message>
        <message>
            <source>版式设计…</source>
            <translation>Layout design…</translation>
        </message>
        <message>
            <source>版式：{name}</source>
            <translation>Layout: {name}</translation>
        </message>
        <message>
            <source>版式：移动版心边</source>
            <translation>Layout: move the type area</translation>
        </message>
        <message>
            <source>版心</source>
            <translation>Banxin</translation>
        </message>
        <message>
            <source>版心</source>
            <comment>type area</comment>
            <translation>Type area</translation>
        </message>
        <message>
            <source>版心 {version}</source>
            <translation>Banxin {version}</translation>
        </message>
        <message>
            <source>版心 {width} × {height} mm，每面 {count} 字</source>
            <translation>Type area {width} × {height} mm, {count} characters a page</translation>
        </message>
        <message>
            <source>版心 — {title}</source>
            <translation>Banxin — {title}</translation>
        </message>
        <message>
            <source>版心指南</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>版心文件和稿件</source>
            <translation>Banxin files and manuscripts</translation>
        </message>
        <message>
            <source>版心文件，图片都在里面</source>
            <translation>Banxin file, photos inside</translation>
        </message>
        <message>
            <source>版心的图标</source>
            <translation>Icon of Banxin</translation>
        </message>
        <message>
            <source>版心网格</source>
            <translation>Grid</translation>
        </message>
        <message>
            <source>版本没有留下</source>
            <translation>The version was not kept</translation>
        </message>
        <message>
            <source>版本，新的在前</source>
            <translation>Versions, newest first</translation>
        </message>
        <message>
            <source>版权</source>
            <translation>Copyright</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Layout</translation>
        </message>
        <message>
            <source>版面上：{size}</source>
            <translation>On the page: {size}</translation>
        </message>
        <message>
            <source>版面还没有排出来</source>
            <translation>The pages are not composed yet</translation>
        </message>
        <message>
            <source>特粗宋</source>
            <translation>Song Black</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>状态栏</source>
            <translation>Status bar</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message numerus="yes">
            <source>现在 {n} 页，正好是 4 的倍数</source>
            <translation>
                <numerusform>{n} page now, a multiple of 4</numerusform>
                <numerusform>{n} pages now, a multiple of 4</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>现在 {n} 页；到 4 的倍数还差 {missing} 页（{whole} 页）</source>
            <translation>
                <numerusform>{n} page now; {missing} more make a multiple of 4 ({whole})</numerusform>
                <numerusform>{n} pages now; {missing} more make a multiple of 4 ({whole})</numerusform>
            </translation>
        </message>
        <message>
            <source>现在就当作{what}，不必改</source>
            <translation>Taken for this already ({what}): nothing to change</translation>
        </message>
        <message>
            <source>现在按各台电脑自己的“本单位用词”检查。</source>
            <translation>Checked against the house words of each computer.</translation>
        </message>
        <message>
            <source>现在没有这个文件（也许网络盘没有连上）；按“确定”会新建。</source>
            <translation>There is no such file now (the network drive may not be connected); OK makes it.</translation>
        </message>
        <message>
            <source>现在用的</source>
            <translation>in use</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>理由随这一期保存；接受之后不再计数，随时可以取消。</source>
            <translation>The reason is kept in the issue; what is accepted no longer counts, and can count again at any time.</translation>
        </message>
        <message>
            <source>用于本期</source>
            <translation>Use for this issue</translation>
        </message>
        <message>
            <source>用它排的各期，下次打开时按新的版式排。</source>
            <translation>Issues set in it are set in the new one when they are opened next.</translation>
        </message>
        <message>
            <source>用打开的这一期的版式</source>
            <translation>Use the layout of the open issue</translation>
        </message>
        <message>
            <source>用文本编辑器打开</source>
            <translation>Open it in the text editor</translation>
        </message>
        <message>
            <source>用版式新建一期</source>
            <translation>New issue from a layout</translation>
        </message>
        <message>
            <source>用词和导出</source>
            <translation>Words and export</translation>
        </message>
        <message>
            <source>用这个字体</source>
            <translation>Use this face</translation>
        </message>
        <message>
            <source>用途</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>由版式锁定，不能改</source>
            <translation>Locked by the layout</translation>
        </message>
        <message>
            <source>电话</source>
            <translation type="vanished">Telephone</translation>
        </message>
        <message>
            <source>界面文字大小</source>
            <translation>Size of the window's text</translation>
        </message>
        <message>
            <source>界面语言</source>
            <translation>Language of the window</translation>
        </message>
        <message>
            <source>白</source>
            <translation>white</translation>
        </message>
        <message>
            <source>目</source>
            <translation>Dots</translation>
        </message>
        <message>
            <source>目录</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>目录行</source>
            <translation>Line with a leader</translation>
        </message>
        <message>
            <source>目标：{aim}</source>
            <translation>Aim: {aim}</translation>
        </message>
        <message>
            <source>相邻两页出血之间的距离</source>
            <translation>Between the bleeds of neighbouring pages</translation>
        </message>
        <message>
            <source>省两行</source>
            <translation>Save two lines</translation>
        </message>
        <message>
            <source>看不出是哪一天：可以写 2026-1-31、1/31 或 二〇二六年一月三十一日，年份写四位</source>
            <translation>Which day is not clear: write 2026-1-31, 1/31 or 31 Jan 2026, the year in four digits</translation>
        </message>
        <message>
            <source>看以前的版本，比较，恢复</source>
            <translation>Look at earlier versions, compare, restore</translation>
        </message>
        <message>
            <source>看字样，选这台电脑上的字体</source>
            <translation>See samples and choose a face of this machine</translation>
        </message>
        <message>
            <source>看导入的稿件变成了什么，核对不确定的地方</source>
            <translation>See what became of imported manuscripts, and check what is doubtful</translation>
        </message>
        <message>
            <source>看本期第 1 页在各个版式里的样子，点一个换上</source>
            <translation>See page 1 of this issue in every layout; one click takes it</translation>
        </message>
        <message>
            <source>看领导、作者在导出的 Word 文件里改了什么，收进这一期</source>
            <translation>See what was changed in an exported Word file and take it into the issue</translation>
        </message>
        <message>
            <source>着重号</source>
            <translation>Emphasis dots</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>Got it</translation>
        </message>
        <message>
            <source>确定</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>确知那边已经不在编辑，才接管。</source>
            <translation>Take over only if you are sure that nobody edits it there.</translation>
        </message>
        <message>
            <source>示例</source>
            <translation>the sample</translation>
        </message>
        <message>
            <source>移出并排</source>
            <translation>Take out of the row</translation>
        </message>
        <message>
            <source>移出这一排</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>移到栏目</source>
            <translation>Move to section</translation>
        </message>
        <message>
            <source>移动</source>
            <translation>Moved</translation>
        </message>
        <message numerus="yes">
            <source>移动 {n} 篇</source>
            <translation>
                <numerusform>{n} article moved</numerusform>
                <numerusform>{n} articles moved</numerusform>
            </translation>
        </message>
        <message>
            <source>移动专栏框</source>
            <translation>Move box</translation>
        </message>
        <message>
            <source>移动图片</source>
            <translation>Move photo</translation>
        </message>
        <message>
            <source>移动并修改</source>
            <translation>Moved and changed</translation>
        </message>
        <message>
            <source>移动文字</source>
            <translation>Move text</translation>
        </message>
        <message>
            <source>移动文章</source>
            <translation>Move article</translation>
        </message>
        <message>
            <source>移动栏目</source>
            <translation>Move section</translation>
        </message>
        <message>
            <source>移动轮廓角点</source>
            <translation>Move a corner of the outline</translation>
        </message>
        <message>
            <source>移动：{title}</source>
            <translation>Moved: {title}</translation>
        </message>
        <message>
            <source>稿件</source>
            <translation>Manuscript</translation>
        </message>
        <message>
            <source>稿件改过了，这个结果已经过时</source>
            <translation>The issue has changed: this is out of date</translation>
        </message>
        <message>
            <source>稿件旁边</source>
            <translation>Beside the issue</translation>
        </message>
        <message>
            <source>稿件，图片放在旁边</source>
            <translation>Manuscript, photos beside it</translation>
        </message>
        <message>
            <source>空白页</source>
            <translation>Blank pages</translation>
        </message>
        <message>
            <source>空白页排在末页之前，末页留在封底</source>
            <translation>Before the last page, which stays on the back</translation>
        </message>
        <message>
            <source>突排</source>
            <translation>hanging</translation>
        </message>
        <message>
            <source>立在两栏之间</source>
            <translation>Between two columns</translation>
        </message>
        <message>
            <source>第 </source>
            <translation>No. </translation>
        </message>
        <message>
            <source>第 1 页的样子</source>
            <translation type="vanished">What page 1 looks like</translation>
        </message>
        <message>
            <source>第 {number} 期</source>
            <translation>No. {number}</translation>
        </message>
        <message>
            <source>第 {number} 期转来</source>
            <translation>from No. {number}</translation>
        </message>
        <message>
            <source>第 {number} 期（总第 {total} 期）</source>
            <translation>No. {number} (total {total})</translation>
        </message>
        <message numerus="yes">
            <source>第 {n} 列</source>
            <translation>
                <numerusform>Column {n}</numerusform>
                <numerusform>Column {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>第 {offered} 期刚被别人建了，这一期是第 {number} 期</source>
            <translation>Somebody else has just made No. {offered}; this one is No. {number}</translation>
        </message>
        <message>
            <source>第 {page} 页</source>
            <translation>Page {page}</translation>
        </message>
        <message>
            <source>第 {page} 页，共 {count} 页：{articles}</source>
            <translation>Page {page} of {count}: {articles}</translation>
        </message>
        <message numerus="yes">
            <source>第 {page} 页，共 {n} 页</source>
            <translation>
                <numerusform>Page {page} of {n}</numerusform>
                <numerusform>Page {page} of {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>第 {paragraph} 段第 {line} 行</source>
            <translation>paragraph {paragraph}, line {line}</translation>
        </message>
        <message>
            <source>第 {row} 行：{sentence}</source>
            <translation>Row {row}: {sentence}</translation>
        </message>
        <message>
            <source>第 {step} 步，共 {all} 步</source>
            <translation>Step {step} of {all}</translation>
        </message>
        <message>
            <source>第一栏里</source>
            <translation>in the first column</translation>
        </message>
        <message>
            <source>第一段作框题</source>
            <translation>The first paragraph is its title</translation>
        </message>
        <message>
            <source>第一行是表头。表格插在光标所在的段落下面。</source>
            <translation>The first row is the header. The table goes below the paragraph with the caret.</translation>
        </message>
        <message>
            <source>第一页</source>
            <translation>First page</translation>
        </message>
        <message>
            <source>简报、内刊的排版程序。版式固定，编辑只管安排。</source>
            <translation type="vanished">Lays out newsletters. The layout is fixed; the editor only arranges.</translation>
        </message>
        <message>
            <source>简报、内刊的排版程序。版式固定，编辑只管安排。
Qt {qt}</source>
            <translation>Lays out newsletters. The layout is fixed; the editor only arranges.
Qt {qt}</translation>
        </message>
        <message>
            <source>简称</source>
            <translation>Short forms</translation>
        </message>
        <message>
            <source>简讯</source>
            <translation>Brief</translation>
        </message>
        <message>
            <source>简讯没有标题</source>
            <translation>Briefs have no title</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>粗下划线</source>
            <translation>Thick underline</translation>
        </message>
        <message>
            <source>粗宋</source>
            <translation>Song Bold</translation>
        </message>
        <message>
            <source>粗黑</source>
            <translation>Hei Bold</translation>
        </message>
        <message>
            <source>粘贴</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>粘贴以后又改过了；要纯文字，请先撤销，再按 Ctrl+Shift+V</source>
            <translation>Something was changed since; for plain text undo first, then press Ctrl+Shift+V</translation>
        </message>
        <message>
            <source>粘贴单元格</source>
            <translation>Paste cells</translation>
        </message>
        <message>
            <source>粘贴图片</source>
            <translation>Paste photo</translation>
        </message>
        <message>
            <source>粘贴文字</source>
            <translation>Paste text</translation>
        </message>
        <message>
            <source>粘贴文章</source>
            <translation>Paste article</translation>
        </message>
        <message>
            <source>粘贴的图片</source>
            <translation>Pasted photo</translation>
        </message>
        <message>
            <source>粘贴纯文字</source>
            <translation>Paste plain text</translation>
        </message>
        <message>
            <source>红</source>
            <translation>red</translation>
        </message>
        <message>
            <source>红色</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>级别</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>纵向滚动条</source>
            <translation>Vertical scroll bar</translation>
        </message>
        <message>
            <source>纸张</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>纸张 {paper}</source>
            <translation>Paper {paper}</translation>
        </message>
        <message>
            <source>纸张、版心、样式、报头：改这一期的版式，页面跟着变</source>
            <translation>Paper, grid, styles, masthead: change the layout of this issue with its pages beside you</translation>
        </message>
        <message>
            <source>纸张与页边</source>
            <translation type="vanished">Page and margins</translation>
        </message>
        <message>
            <source>线</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>线偏 {turn}°</source>
            <translation>line off by {turn}°</translation>
        </message>
        <message>
            <source>线宽</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>细节…</source>
            <translation>Details…</translation>
        </message>
        <message>
            <source>结构</source>
            <translation>Structure</translation>
        </message>
        <message>
            <source>绕中心旋转，四角不留白；正数向左转</source>
            <translation>Turned about its middle without blank corners; positive is to the left</translation>
        </message>
        <message>
            <source>绕排</source>
            <translation>Wrap</translation>
        </message>
        <message>
            <source>绕排轮廓</source>
            <translation>Contours of photos</translation>
        </message>
        <message>
            <source>绕着</source>
            <translation>Round</translation>
        </message>
        <message>
            <source>绕着手画的轮廓</source>
            <translation>Round the outline drawn</translation>
        </message>
        <message>
            <source>绕着找出的轮廓</source>
            <translation>Round the outline found</translation>
        </message>
        <message>
            <source>绕着找出的轮廓：背景要是一种颜色</source>
            <translation>Round the outline found: the ground must be of one colour</translation>
        </message>
        <message>
            <source>绕着方框</source>
            <translation>Round the frame</translation>
        </message>
        <message>
            <source>绕着透明部分</source>
            <translation>Round what the alpha channel shows</translation>
        </message>
        <message>
            <source>给在 Word、WPS 里看和改的人；改完可以收回来</source>
            <translation>For those who read and edit in Word or WPS; what they change can be taken back</translation>
        </message>
        <message>
            <source>给文字加上批注，或修改；批注不印出来</source>
            <translation>Set or change a comment on the words; comments are not printed</translation>
        </message>
        <message>
            <source>给文字加上注释，或修改</source>
            <translation>Set or change a note on the words</translation>
        </message>
        <message>
            <source>给文字加上网址，或修改</source>
            <translation>Set or change the address of the words</translation>
        </message>
        <message>
            <source>给文字加上读音，或修改</source>
            <translation>Set or change the reading of the words</translation>
        </message>
        <message>
            <source>给自己不画缩略图的阅读器和文件管理器</source>
            <translation>For readers and file managers that make none of their own</translation>
        </message>
        <message>
            <source>给选中的词，或本篇、本期的生僻字查读音，挑着加上</source>
            <translation>Look up readings of the words selected or of rare characters, and set those you choose</translation>
        </message>
        <message>
            <source>绿</source>
            <translation>green</translation>
        </message>
        <message>
            <source>编印单位</source>
            <translation>Issuing body</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>编号 1.</source>
            <translation>Numbers 1.</translation>
        </message>
        <message>
            <source>编号 ①</source>
            <translation>Numbers in circles</translation>
        </message>
        <message>
            <source>编号 一、</source>
            <translation>Chinese numbers</translation>
        </message>
        <message>
            <source>编号 （1）</source>
            <translation>Numbers (1)</translation>
        </message>
        <message>
            <source>编号 （一）</source>
            <translation>Chinese numbers in brackets</translation>
        </message>
        <message>
            <source>编号从几起</source>
            <translation>Begin numbers at</translation>
        </message>
        <message>
            <source>编号从几起…</source>
            <translation>Begin numbers at…</translation>
        </message>
        <message>
            <source>编号打成文字</source>
            <translation>Numbers as text</translation>
        </message>
        <message>
            <source>编号随着改</source>
            <translation>Numbers follow</translation>
        </message>
        <message>
            <source>编号（按版式）</source>
            <translation>Numbers as the layout has them</translation>
        </message>
        <message>
            <source>编辑</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>编辑</source>
            <comment>person</comment>
            <translation type="vanished">Editor</translation>
        </message>
        <message>
            <source>编辑可改</source>
            <translation type="vanished">Open to editors</translation>
        </message>
        <message>
            <source>编辑和保存时会自动留下版本，也可以现在就留一个有名字的。</source>
            <translation>Versions are kept as you edit and save. You can also keep one with a name now.</translation>
        </message>
        <message>
            <source>编辑报头</source>
            <translation>Edit masthead</translation>
        </message>
        <message>
            <source>编辑报尾</source>
            <translation>Edit colophon</translation>
        </message>
        <message>
            <source>编辑文字：{content}</source>
            <translation>Editing text: {content}</translation>
        </message>
        <message>
            <source>编辑正文</source>
            <translation>Edit the text</translation>
        </message>
        <message>
            <source>编辑轮廓…</source>
            <translation>Draw the outline…</translation>
        </message>
        <message>
            <source>编辑轮廓：拖动角点，点边添加，Del 删除，Tab 换一个角点，Esc 完成</source>
            <translation>Drawing the outline: drag corners, click an edge to add one, Del takes one out, Tab goes to the next, Esc ends</translation>
        </message>
        <message>
            <source>缩小</source>
            <translation>Zoom out</translation>
        </message>
        <message>
            <source>缩小到 {width} 字宽</source>
            <translation>Narrow to {width} em</translation>
        </message>
        <message>
            <source>缩拼，供传看</source>
            <translation>Reduced, for reading round</translation>
        </message>
        <message>
            <source>缩略图</source>
            <translation>Thumbnails</translation>
        </message>
        <message>
            <source>网址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>网页</source>
            <translation>Web page</translation>
        </message>
        <message>
            <source>署名</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>署名、边框、焦点</source>
            <translation>Credit, rule, centre of interest</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>胶版纸</source>
            <translation type="vanished">uncoated</translation>
        </message>
        <message>
            <source>胶版纸 ISO 12647-2 第 4 类（FOGRA47）</source>
            <translation>Uncoated, ISO 12647-2 type 4 (FOGRA47)</translation>
        </message>
        <message numerus="yes">
            <source>胶订，每帖 {n} 页</source>
            <translation>
                <numerusform>Perfect binding, {n} page a signature</numerusform>
                <numerusform>Perfect binding, {n} pages a signature</numerusform>
            </translation>
        </message>
        <message>
            <source>能接受的可以说明理由接受，其余改正以后就能导出。</source>
            <translation>It can be exported once they are mended; those that can be may be accepted for a reason.</translation>
        </message>
        <message>
            <source>自动</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>自定四色</source>
            <translation>Own process colours</translation>
        </message>
        <message>
            <source>自定尺寸</source>
            <translation>Own size</translation>
        </message>
        <message>
            <source>自己填刊名、期号，选一个版式</source>
            <translation>Fill in name and number, choose a layout</translation>
        </message>
        <message>
            <source>自己的版式里已经有“{name}”，要替换吗？</source>
            <translation>There is a layout of your own called “{name}” already. Replace it?</translation>
        </message>
        <message>
            <source>自带</source>
            <translation>Ours</translation>
        </message>
        <message>
            <source>色标</source>
            <translation>Colour bar</translation>
        </message>
        <message>
            <source>色版名</source>
            <translation>names of plates</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>菜单</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>落款</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>蓝</source>
            <translation>blue</translation>
        </message>
        <message numerus="yes">
            <source>藏起来的 {n} 行、列没有插入</source>
            <translation>
                <numerusform>{n} hidden row or column was left out</numerusform>
                <numerusform>{n} hidden rows and columns were left out</numerusform>
            </translation>
        </message>
        <message>
            <source>行数</source>
            <translation>Rows</translation>
        </message>
        <message>
            <source>行数标尺</source>
            <translation>Ruler of lines</translation>
        </message>
        <message>
            <source>行数正好排满</source>
            <translation>The rows fill the height</translation>
        </message>
        <message>
            <source>行末半角式</source>
            <translation>Half-width at line ends</translation>
        </message>
        <message>
            <source>行距</source>
            <translation>Leading</translation>
        </message>
        <message>
            <source>补上栏目</source>
            <translation>Add the section</translation>
        </message>
        <message>
            <source>补成对</source>
            <translation>Add partner</translation>
        </message>
        <message>
            <source>表</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>表头列</source>
            <translation>Header columns</translation>
        </message>
        <message>
            <source>表头列数</source>
            <translation>Header columns</translation>
        </message>
        <message>
            <source>表头行</source>
            <translation>Header rows</translation>
        </message>
        <message>
            <source>表头行数</source>
            <translation>Header rows</translation>
        </message>
        <message>
            <source>表格</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>表格 {rows} 行 × {columns} 列</source>
            <translation>Table, {rows} rows × {columns} columns</translation>
        </message>
        <message>
            <source>表格 {rows} 行 × {columns} 列：{head}</source>
            <translation>Table, {rows} rows × {columns} columns: {head}</translation>
        </message>
        <message>
            <source>表格太宽时单独排一页，整页转过来看</source>
            <translation>A table that is too wide on pages of its own, turned by a quarter</translation>
        </message>
        <message>
            <source>表格已经变了，请再来一次</source>
            <translation>The table has changed; please try again</translation>
        </message>
        <message>
            <source>表格排回文中</source>
            <translation>Table back into the text</translation>
        </message>
        <message>
            <source>表格文件</source>
            <translation>Spreadsheets</translation>
        </message>
        <message>
            <source>表格设置</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>表注，排在表格下面，每行一条</source>
            <translation>Notes, below the table, one a line</translation>
        </message>
        <message>
            <source>表题、表注、表头和列宽…</source>
            <translation>Caption, notes, headers and column widths…</translation>
        </message>
        <message>
            <source>表题、表注和列宽…</source>
            <translation type="vanished">Caption, notes and widths…</translation>
        </message>
        <message>
            <source>表题，排在表格上面</source>
            <translation>Caption, above the table</translation>
        </message>
        <message>
            <source>裁切</source>
            <translation>Crop</translation>
        </message>
        <message>
            <source>裁切 · 保留 {share} · 回车完成</source>
            <translation type="vanished">Crop · keeps {share} · Enter when done</translation>
        </message>
        <message>
            <source>裁切…</source>
            <translation>Crop…</translation>
        </message>
        <message>
            <source>裁切图片</source>
            <translation>Crop photo</translation>
        </message>
        <message>
            <source>裁切图片…</source>
            <translation>Crop photo…</translation>
        </message>
        <message>
            <source>裁切图片：拖动边框，回车完成，Esc 放弃</source>
            <translation type="vanished">Crop the photo: drag its edges, Enter when done, Esc to give up</translation>
        </message>
        <message>
            <source>裁切图片：拖动边框，点一下定焦点，回车完成，Esc 放弃</source>
            <translation>Crop the photo: drag its edges, click for the centre of interest, Enter when done, Esc to give up</translation>
        </message>
        <message>
            <source>裁切时在图片上点一下：自动裁切尽量把这一点留在中间</source>
            <translation>Click on the photo while cropping: crops made by the program keep this point as near the middle as can be</translation>
        </message>
        <message>
            <source>裁切线</source>
            <translation>Crop marks</translation>
        </message>
        <message>
            <source>裁切线、套准标记和色标</source>
            <translation>Crop and register marks, colour bar</translation>
        </message>
        <message>
            <source>装入版式包</source>
            <translation>Install layout packages</translation>
        </message>
        <message>
            <source>装入版式包…</source>
            <translation>Install a layout package…</translation>
        </message>
        <message>
            <source>装订</source>
            <translation>Binding</translation>
        </message>
        <message>
            <source>西文</source>
            <translation>Latin</translation>
        </message>
        <message>
            <source>西文斜体</source>
            <translation>Latin italic</translation>
        </message>
        <message>
            <source>西文粗体</source>
            <translation>Latin bold</translation>
        </message>
        <message>
            <source>要填准印证号等项，按《内部资料性出版物管理办法》检查。</source>
            <translation>Asks for the printing permit and more, and is checked against the rules for internal publications.</translation>
        </message>
        <message>
            <source>要打印的页不在本期里</source>
            <translation>The pages to print are not in this issue</translation>
        </message>
        <message>
            <source>要找的命令</source>
            <translation>Command to look for</translation>
        </message>
        <message>
            <source>要找的字体</source>
            <translation>Face to look for</translation>
        </message>
        <message>
            <source>要目标页码</source>
            <translation>Page numbers in the contents</translation>
        </message>
        <message>
            <source>要这样写</source>
            <translation>But so</translation>
        </message>
        <message>
            <source>要闻</source>
            <translation>Run-in</translation>
        </message>
        <message>
            <source>要闻（▲ 导语）</source>
            <translation>Run-in (▲ lead)</translation>
        </message>
        <message>
            <source>覆盖</source>
            <translation>Overwrite</translation>
        </message>
        <message>
            <source>覆盖之前的内容会留作备份文件（.bak）。</source>
            <translation>What it holds now is kept as a backup file (.bak).</translation>
        </message>
        <message>
            <source>覆盖的话，那些修改会丢失。</source>
            <translation>If you overwrite it, those changes are lost.</translation>
        </message>
        <message>
            <source>规则</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>视图</source>
            <translation>View</translation>
        </message>
        <message>
            <source>让这一期恰好排满：看哪些地方要改，一起采用或挑着采用</source>
            <translation>Have the issue end at the foot of a page: see what would change, take all of it or some</translation>
        </message>
        <message>
            <source>让这篇文章短一点、长一点，或者排在一页里</source>
            <translation>Have this article a little shorter or longer, or on one page</translation>
        </message>
        <message>
            <source>记录的末尾损坏了，恢复到损坏之前的最后一步。</source>
            <translation>The end of the record is damaged: this is the last step before the damage.</translation>
        </message>
        <message>
            <source>许可</source>
            <translation>Licences</translation>
        </message>
        <message>
            <source>设为专栏框</source>
            <translation>Set as box</translation>
        </message>
        <message>
            <source>设为按语</source>
            <translation>Set as editor's note</translation>
        </message>
        <message>
            <source>设定焦点</source>
            <translation>Set centre of interest</translation>
        </message>
        <message>
            <source>设置{name}</source>
            <translation>Set {name}</translation>
        </message>
        <message>
            <source>设置表格</source>
            <translation>Set up table</translation>
        </message>
        <message>
            <source>词</source>
            <translation>Word</translation>
        </message>
        <message>
            <source>词表</source>
            <translation>Word lists</translation>
        </message>
        <message>
            <source>词表和导出预设跟着刊物走：谁来编都按同一套检查，导出时先列出这里勾选的。</source>
            <translation>Word lists and export presets go with the publication: whoever edits is checked alike, and the presets ticked here are offered first.</translation>
        </message>
        <message>
            <source>词表在刊物文件夹的 {name}。</source>
            <translation>The word list is {name} in the publication's folder.</translation>
        </message>
        <message>
            <source>词表文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>词表文件 {path}</source>
            <translation>Word list file {path}</translation>
        </message>
        <message>
            <source>词表的各部分</source>
            <translation>Parts of the word list</translation>
        </message>
        <message>
            <source>词表读不出</source>
            <translation>The word list cannot be read</translation>
        </message>
        <message>
            <source>试用示例</source>
            <translation>Try the sample issue</translation>
        </message>
        <message>
            <source>诗</source>
            <translation>Verse</translation>
        </message>
        <message>
            <source>诗行</source>
            <translation>Verse</translation>
        </message>
        <message>
            <source>诗行缩进</source>
            <translation>Indented verse</translation>
        </message>
        <message>
            <source>诗行靠左缩进，不居中</source>
            <translation>The verse is indented from the left, not centred</translation>
        </message>
        <message>
            <source>详情</source>
            <translation type="vanished">Details</translation>
        </message>
        <message>
            <source>语言、外观、导出文件夹、批注署名</source>
            <translation>Language, appearance, folder of exports, name for comments</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Notice</translation>
        </message>
        <message numerus="yes">
            <source>说明 {n}</source>
            <translation>
                <numerusform>Remarks {n}</numerusform>
                <numerusform>Remarks {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>说明理由，让它不再计数</source>
            <translation>Say why it may stand; it no longer counts then</translation>
        </message>
        <message>
            <source>说明行</source>
            <translation>Slug line</translation>
        </message>
        <message>
            <source>说明行的花括号里只能有：{fields}</source>
            <translation type="vanished">In braces the slug line can have nothing but {fields}</translation>
        </message>
        <message>
            <source>说的是</source>
            <translation>On the words</translation>
        </message>
        <message>
            <source>请写上一期的日期</source>
            <translation>Fill in the date of the last issue</translation>
        </message>
        <message>
            <source>请写上一期的日期，好知道换了年份没有</source>
            <translation>Fill in the date of the last issue, to tell whether a new year has begun</translation>
        </message>
        <message>
            <source>请写刊名</source>
            <translation>Fill in a name</translation>
        </message>
        <message>
            <source>请填 1 到 {largest} 之间的整数，或留空</source>
            <translation>Enter a whole number from 1 to {largest}, or nothing</translation>
        </message>
        <message>
            <source>请填数字，例如 1.6</source>
            <translation>Enter a number, such as 1.6</translation>
        </message>
        <message>
            <source>请输入 1 到 {most} 的数</source>
            <translation>Enter a number from 1 to {most}</translation>
        </message>
        <message>
            <source>请选刊物文件夹</source>
            <translation>Choose a folder for the publication</translation>
        </message>
        <message>
            <source>请领导、作者在 Word 或 WPS 里改，改完用“稿件 → 收回 Word 稿…”看改了哪里、收进来。</source>
            <translation>Others edit it in Word or WPS; then “Manuscript → Take back a Word file…” shows what they changed and takes it in.</translation>
        </message>
        <message>
            <source>读入</source>
            <translation>Read it</translation>
        </message>
        <message>
            <source>读入 {name} 里的词表？</source>
            <translation>Read the word list in {name}?</translation>
        </message>
        <message>
            <source>读入新的</source>
            <translation>Read the new one</translation>
        </message>
        <message>
            <source>读入新的，这里的修改就没有了；覆盖，那边的修改就没有了。</source>
            <translation>Reading the new one gives up the changes made here; overwriting it, those made there.</translation>
        </message>
        <message>
            <source>读剪贴板的时候稿件改过了，请再粘贴一次</source>
            <translation>The text was changed while the clipboard was read; please paste again</translation>
        </message>
        <message>
            <source>读表格的时候文章改过了，请再插入一次</source>
            <translation>The article was changed while the table was read; insert it again</translation>
        </message>
        <message>
            <source>读音</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>调整</source>
            <translation>Adjust</translation>
        </message>
        <message>
            <source>调整图片</source>
            <translation>Adjust photo</translation>
        </message>
        <message>
            <source>调整图片宽度</source>
            <translation>Resize photo</translation>
        </message>
        <message>
            <source>调整图片间距</source>
            <translation>Change photo standoff</translation>
        </message>
        <message>
            <source>调整封面取景</source>
            <translation>Crop of the cover</translation>
        </message>
        <message>
            <source>调整框宽</source>
            <translation>Change width of box</translation>
        </message>
        <message>
            <source>调整边框</source>
            <translation>Change rule round photo</translation>
        </message>
        <message>
            <source>负责</source>
            <translation>Who answers for it</translation>
        </message>
        <message numerus="yes">
            <source>贴成了 {n} 篇文章</source>
            <translation>
                <numerusform>Pasted as {n} article</numerusform>
                <numerusform>Pasted as {n} articles</numerusform>
            </translation>
        </message>
        <message>
            <source>贴成了文章：{parts}</source>
            <translation>Pasted as an article: {parts}</translation>
        </message>
        <message>
            <source>资料来源，排在表注下面</source>
            <translation>Source, below the notes</translation>
        </message>
        <message>
            <source>起始行</source>
            <translation>From line</translation>
        </message>
        <message>
            <source>距出血</source>
            <translation>From bleed</translation>
        </message>
        <message>
            <source>跟随系统</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>跨两页</source>
            <translation>Two facing pages</translation>
        </message>
        <message>
            <source>跨几栏</source>
            <translation>Columns across</translation>
        </message>
        <message>
            <source>跨栏</source>
            <translation>Across</translation>
        </message>
        <message>
            <source>跨页</source>
            <translation>Spreads</translation>
        </message>
        <message>
            <source>跨页：对开的两页</source>
            <translation>Two facing pages</translation>
        </message>
        <message>
            <source>转下期</source>
            <translation>Hold over for the next issue</translation>
        </message>
        <message numerus="yes">
            <source>转下期 {n} 篇，新建下一期时会列出来</source>
            <translation>
                <numerusform>{n} article held over; it is offered with the next issue</numerusform>
                <numerusform>{n} articles held over; they are offered with the next issue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>转下来 {n} 篇</source>
            <translation>
                <numerusform>{n} article held over</numerusform>
                <numerusform>{n} articles held over</numerusform>
            </translation>
        </message>
        <message>
            <source>转下来的文章，勾选的放进这一期</source>
            <translation>Articles held over; those ticked go into this issue</translation>
        </message>
        <message>
            <source>转为曲线，不带字体</source>
            <translation>As curves, without fonts</translation>
        </message>
        <message>
            <source>转到</source>
            <translation>Go to</translation>
        </message>
        <message>
            <source>转到注释，或回到注号</source>
            <translation>To the note, or back to its sign</translation>
        </message>
        <message>
            <source>转到稿件中的这一处</source>
            <translation>Go to this place in the manuscript</translation>
        </message>
        <message>
            <source>转到这一处</source>
            <translation>Go to this place</translation>
        </message>
        <message>
            <source>转到页</source>
            <translation>Go to page</translation>
        </message>
        <message>
            <source>转到页…</source>
            <translation>Go to page…</translation>
        </message>
        <message>
            <source>转换在本机进行，不联网，原文件不变。不转换就只导入其他稿件。</source>
            <translation>It is converted here, without network; the files stay as they are. Otherwise only the other manuscripts come in.</translation>
        </message>
        <message>
            <source>转换并导入</source>
            <translation>Convert and import</translation>
        </message>
        <message>
            <source>转行以后与文字对齐</source>
            <translation>The lines stand under the words of the first</translation>
        </message>
        <message>
            <source>转行突排</source>
            <translation>Hang the lines of an item</translation>
        </message>
        <message>
            <source>转行顶格</source>
            <translation>Lines of an item to the margin</translation>
        </message>
        <message>
            <source>转走的文章已经排进别的一期，现在两期里都有</source>
            <translation>The article held over is in another issue already; now both have it</translation>
        </message>
        <message>
            <source>轮廓</source>
            <translation>Outlines</translation>
        </message>
        <message numerus="yes">
            <source>轮廓 {n} 个角点</source>
            <translation>
                <numerusform>Outline: {n} corner</numerusform>
                <numerusform>Outline: {n} corners</numerusform>
            </translation>
        </message>
        <message>
            <source>输入命令，中文、英文或英文首字母</source>
            <translation>Type a command, in Chinese or English, or its initials</translation>
        </message>
        <message>
            <source>输入文字</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>边框</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>还原</source>
            <translation>As it was</translation>
        </message>
        <message>
            <source>还原图片</source>
            <translation>Photo as its file has it</translation>
        </message>
        <message>
            <source>还原图片调整</source>
            <translation>Photo as its file has it</translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 处</source>
            <translation>
                <numerusform>{n} more</numerusform>
                <numerusform>{n} more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 段</source>
            <translation>
                <numerusform>{n} more paragraph</numerusform>
                <numerusform>{n} more paragraphs</numerusform>
            </translation>
        </message>
        <message>
            <source>还没有</source>
            <translation type="vanished">None yet</translation>
        </message>
        <message>
            <source>还没有保存过</source>
            <translation>Never saved</translation>
        </message>
        <message>
            <source>还没有刊物</source>
            <translation>No publications yet</translation>
        </message>
        <message>
            <source>还没有历史版本</source>
            <translation>No versions yet</translation>
        </message>
        <message>
            <source>还没有可以撤销的操作</source>
            <translation>Nothing was done yet that could be undone</translation>
        </message>
        <message>
            <source>还没有填“{heading}”</source>
            <translation>“{heading}” is not filled in yet</translation>
        </message>
        <message>
            <source>还没有导出过</source>
            <translation>Nothing was exported yet</translation>
        </message>
        <message>
            <source>还没有打开过</source>
            <translation>Nothing opened yet</translation>
        </message>
        <message>
            <source>还没有排到版面上</source>
            <translation>Not on a page yet</translation>
        </message>
        <message numerus="yes">
            <source>这一排的第 {n} 张，共 {count} 张</source>
            <translation>
                <numerusform>Photo {n} of {count} in this row</numerusform>
                <numerusform>Photo {n} of {count} in this row</numerusform>
            </translation>
        </message>
        <message>
            <source>这一期不在刊物文件夹里</source>
            <translation>This issue belongs to no publication</translation>
        </message>
        <message>
            <source>这一期不属于刊物，没有下一期可转</source>
            <translation>This issue belongs to no publication, so there is no next issue to hold it for</translation>
        </message>
        <message>
            <source>这一期刚有改动，文章没有转走，请再转一次</source>
            <translation>The issue was edited meanwhile and nothing was held over; please try again</translation>
        </message>
        <message>
            <source>这一期前面加一张封面：图片、刊名、期号和各栏头条</source>
            <translation>A cover before this issue: photo, name, number and the first of each section</translation>
        </message>
        <message>
            <source>这一期有封面</source>
            <translation>This issue has a cover</translation>
        </message>
        <message>
            <source>这一期正好排到要的地方；点这里换一个目标</source>
            <translation>The issue ends where it should. Click for another aim</translation>
        </message>
        <message>
            <source>这一期没有适配调整</source>
            <translation>Fitting has changed nothing in this issue</translation>
        </message>
        <message>
            <source>这一期的版式</source>
            <translation>This issue's layout</translation>
        </message>
        <message>
            <source>这一期还没有导入过稿件</source>
            <translation>Nothing was imported into this issue yet</translation>
        </message>
        <message>
            <source>这一条没有接受过</source>
            <translation>This finding was not accepted</translation>
        </message>
        <message>
            <source>这一项的号码由你定，后面的接着数</source>
            <translation>This item gets the number you say, the next ones count on</translation>
        </message>
        <message>
            <source>这不是网址</source>
            <translation>This is no address</translation>
        </message>
        <message>
            <source>这个文件以只读打开，不能改；可以另存为自己的一份</source>
            <translation>This file is open read-only and cannot be changed; you can save it as a file of your own</translation>
        </message>
        <message>
            <source>这个文件以只读打开，请换一个名字保存</source>
            <translation>This file is open read-only; please save under another name</translation>
        </message>
        <message>
            <source>这个版式不让改{names}，已按版式自己的</source>
            <translation>This layout does not let you change: {names}. Its own values are used</translation>
        </message>
        <message>
            <source>这些由版式决定，编辑时不会被碰到</source>
            <translation>The layout decides these; editing cannot touch them</translation>
        </message>
        <message>
            <source>这份 Word 稿和这一期一样，没有改动</source>
            <translation>The Word file says what the issue says: nothing was changed</translation>
        </message>
        <message>
            <source>这是一个文件，请换一个文件夹</source>
            <translation>This is a file; choose another folder</translation>
        </message>
        <message>
            <source>这是同一篇稿件的另一版，没有收入；改用它就换下已收的那一版</source>
            <translation>Another version of a manuscript, left out; it takes the place of the one that came in</translation>
        </message>
        <message>
            <source>这是本期第 1 页在各个版式里的样子。点一个就换好；不合适，撤销就换回来。</source>
            <translation>Page 1 of this issue in each layout. One click changes it; undo changes it back.</translation>
        </message>
        <message>
            <source>这条注释还没有排到版面上</source>
            <translation>This note is not on the pages yet</translation>
        </message>
        <message>
            <source>这篇文章从开头的那一页起，当页排完</source>
            <translation>This article ends on the page on which it begins</translation>
        </message>
        <message>
            <source>这篇文章多占一行</source>
            <translation>This article a row longer</translation>
        </message>
        <message>
            <source>这篇文章少占两行</source>
            <translation>This article two rows shorter</translation>
        </message>
        <message>
            <source>这篇文章排在左右相对的两页里</source>
            <translation>This article on two pages that face each other</translation>
        </message>
        <message>
            <source>这篇文章排在自己的框里，框里各栏排齐</source>
            <translation>The article stands in a frame of its own, its columns level</translation>
        </message>
        <message>
            <source>这里分页；在下一页正文开头按退格键，分页就取消</source>
            <translation>A page break; Backspace at the start of the text on the next page takes it away</translation>
        </message>
        <message>
            <source>这里的修改还没有保存。</source>
            <translation>The changes made here are not saved.</translation>
        </message>
        <message>
            <source>这里的修改还没有保存，读入后就没有了。</source>
            <translation>The changes made here are not saved, and are lost when it is read.</translation>
        </message>
        <message>
            <source>这里还没有内容</source>
            <translation>Nothing here yet</translation>
        </message>
        <message>
            <source>进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>连同在这一期里对版式做的改动</source>
            <translation>With the changes made to the layout in this issue</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>送</source>
            <translation type="vanished">Send to</translation>
        </message>
        <message>
            <source>适合宽度</source>
            <translation>Fit width</translation>
        </message>
        <message>
            <source>适合用邮件和手机发送；图片放大后会看得出来</source>
            <translation>For mail and phones; enlarged, photos show it</translation>
        </message>
        <message>
            <source>适合纸张：等比缩放，居中</source>
            <translation>Fit the paper: scaled evenly, centred</translation>
        </message>
        <message>
            <source>适配前</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>适配后</source>
            <translation>After</translation>
        </message>
        <message>
            <source>适配已取消</source>
            <translation>Fitting was cancelled</translation>
        </message>
        <message>
            <source>适配本文</source>
            <translation>Fit this article</translation>
        </message>
        <message>
            <source>适配目标</source>
            <translation>Aim of fitting</translation>
        </message>
        <message>
            <source>适配结果先收起来了</source>
            <translation>The fitting is put aside</translation>
        </message>
        <message>
            <source>适配调整</source>
            <translation>Adjusted by fitting</translation>
        </message>
        <message numerus="yes">
            <source>适配调整 {n} 处</source>
            <translation>
                <numerusform>Adjusted by fitting: {n} change</numerusform>
                <numerusform>Adjusted by fitting: {n} changes</numerusform>
            </translation>
        </message>
        <message>
            <source>选一个装着稿件和图片的文件夹，排成一期；也可以把文件夹拖到这里</source>
            <translation>Choose a folder of manuscripts and photos to set as an issue; or drop it here</translation>
        </message>
        <message numerus="yes">
            <source>选中 {n} 篇文章</source>
            <translation>
                <numerusform>{n} article selected</numerusform>
                <numerusform>{n} articles selected</numerusform>
            </translation>
        </message>
        <message>
            <source>选中的几张并成一排；只选一张时与前后相邻的一张并排</source>
            <translation>The photos selected stand in one row; one alone, beside the one right after or before it</translation>
        </message>
        <message>
            <source>选中的单元格不再单独对齐</source>
            <translation>The selected cells stand as their column again</translation>
        </message>
        <message>
            <source>选中的字词</source>
            <translation>Words selected</translation>
        </message>
        <message>
            <source>选几篇 Word、WPS、文本或网页稿件，排成一期</source>
            <translation>Choose manuscripts (Word, WPS, text, web pages) to set as an issue</translation>
        </message>
        <message>
            <source>选同事已经建好的刊物文件夹</source>
            <translation>Choose the folder of a publication that a colleague made</translation>
        </message>
        <message>
            <source>选择…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>选择位置</source>
            <translation>Choose where</translation>
        </message>
        <message>
            <source>选择刊物文件夹放在哪里</source>
            <translation>Choose where to put the publication's folder</translation>
        </message>
        <message>
            <source>选择图片</source>
            <translation>Choose a picture</translation>
        </message>
        <message>
            <source>选择图片…</source>
            <translation>Choose a picture…</translation>
        </message>
        <message>
            <source>选择字体</source>
            <translation>Choose a face</translation>
        </message>
        <message>
            <source>选择报头图片</source>
            <translation>Choose a picture for the masthead</translation>
        </message>
        <message>
            <source>选择文件</source>
            <translation>Choose a file</translation>
        </message>
        <message>
            <source>选择文件夹</source>
            <translation>Choose a folder</translation>
        </message>
        <message>
            <source>选颜色</source>
            <translation>Choose a colour</translation>
        </message>
        <message>
            <source>通栏</source>
            <translation type="vanished">Alone</translation>
        </message>
        <message>
            <source>通栏排</source>
            <translation type="vanished">Alone</translation>
        </message>
        <message>
            <source>避头尾</source>
            <translation>Line-start/line-end prohibition</translation>
        </message>
        <message>
            <source>那里没有能放进来的文字或图片</source>
            <translation>There is no text or picture in it that could be put in</translation>
        </message>
        <message>
            <source>采用</source>
            <translation>Take</translation>
        </message>
        <message numerus="yes">
            <source>采用 {n} 处</source>
            <translation>
                <numerusform>Take {n}</numerusform>
                <numerusform>Take {n}</numerusform>
            </translation>
        </message>
        <message>
            <source>里侧是每行字数，外侧是毫米</source>
            <translation>Inside: characters of a line; outside: millimetres</translation>
        </message>
        <message>
            <source>里侧是行数，外侧是毫米</source>
            <translation>Inside: lines; outside: millimetres</translation>
        </message>
        <message>
            <source>重做</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>重新编号</source>
            <translation>Begin numbers anew</translation>
        </message>
        <message>
            <source>重新载入</source>
            <translation>Reload</translation>
        </message>
        <message>
            <source>重新适配</source>
            <translation>Fit again</translation>
        </message>
        <message>
            <source>金</source>
            <translation>gold</translation>
        </message>
        <message>
            <source>铜版纸 ISO Coated v2 300 %（FOGRA39）</source>
            <translation>Coated paper, ISO Coated v2 300 % (FOGRA39)</translation>
        </message>
        <message>
            <source>链接</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>链接…</source>
            <translation>Link…</translation>
        </message>
        <message>
            <source>链接和书签</source>
            <translation>Links and bookmarks</translation>
        </message>
        <message>
            <source>链接框</source>
            <translation>Link box</translation>
        </message>
        <message>
            <source>锁定部分</source>
            <translation>Locked parts</translation>
        </message>
        <message>
            <source>错误</source>
            <translation>Error</translation>
        </message>
        <message>
            <source>问题标记</source>
            <translation>Findings on the page</translation>
        </message>
        <message>
            <source>间距</source>
            <translation>Standoff</translation>
        </message>
        <message>
            <source>间距 {gap}</source>
            <translation>standoff {gap}</translation>
        </message>
        <message>
            <source>随形绕排</source>
            <translation>Wrap round</translation>
        </message>
        <message>
            <source>随正文</source>
            <translation>As the text</translation>
        </message>
        <message>
            <source>随版式</source>
            <translation>As layout</translation>
        </message>
        <message>
            <source>随程序提供，可以嵌入</source>
            <translation>Comes with the program, may be embedded</translation>
        </message>
        <message>
            <source>隔几天</source>
            <translation>Days between issues</translation>
        </message>
        <message>
            <source>隔行底色</source>
            <translation>Zebra stripes</translation>
        </message>
        <message>
            <source>面板</source>
            <translation>Panels</translation>
        </message>
        <message>
            <source>页</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>页数</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>页数不定，最后一页也排满</source>
            <translation>However many pages, the last one is full too</translation>
        </message>
        <message>
            <source>页数不是 4 的倍数时补空白页；末页有报尾，应在最外面</source>
            <translation>Added where the pages are not a multiple of 4; the last page has the colophon and belongs outside</translation>
        </message>
        <message>
            <source>页数是 4 的倍数，便于折页装订</source>
            <translation>As many pages as folded sheets want</translation>
        </message>
        <message>
            <source>页流</source>
            <translation>Flow</translation>
        </message>
        <message>
            <source>页流显示缩略图</source>
            <translation>Page thumbnails in the page flow</translation>
        </message>
        <message>
            <source>页码</source>
            <translation>Page number</translation>
        </message>
        <message>
            <source>页脚</source>
            <translation>Foot of a page</translation>
        </message>
        <message>
            <source>页脚（脚注）</source>
            <translation>foot of page</translation>
        </message>
        <message>
            <source>页边</source>
            <translation>Margins</translation>
        </message>
        <message>
            <source>页边印校样标记和时间</source>
            <translation>Print the draft mark and time in the margin</translation>
        </message>
        <message>
            <source>页间距</source>
            <translation>Gutter</translation>
        </message>
        <message>
            <source>页面</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>页面、跨页或整期长图：PNG、JPEG、WebP，或印刷用的 TIFF</source>
            <translation>Pages, spreads or the issue as one long picture: PNG, JPEG, WebP, or a TIFF for print</translation>
        </message>
        <message numerus="yes">
            <source>页面写作 1-3, 5，本期共 {n} 页。</source>
            <translation>
                <numerusform>Write pages as 1-3, 5. This issue has {n} page.</numerusform>
                <numerusform>Write pages as 1-3, 5. This issue has {n} pages.</numerusform>
            </translation>
        </message>
        <message>
            <source>页面排列</source>
            <translation>Arrangement of pages</translation>
        </message>
        <message>
            <source>页首</source>
            <translation>Head of a page</translation>
        </message>
        <message>
            <source>预设</source>
            <translation>preset</translation>
        </message>
        <message>
            <source>领导</source>
            <translation>Leaders</translation>
        </message>
        <message>
            <source>领导、单位、写法、慎用词和稿件整理：检查和导入都按它</source>
            <translation>Leaders, units, spellings, words to avoid and tidying: checks and imports go by them</translation>
        </message>
        <message>
            <source>领导已定</source>
            <translation>Decided above</translation>
        </message>
        <message>
            <source>题{level}</source>
            <translation>H{level}</translation>
        </message>
        <message>
            <source>颜色</source>
            <translation>Ink</translation>
        </message>
        <message>
            <source>颜色 {name}</source>
            <translation>Ink {name}</translation>
        </message>
        <message>
            <source>颜色写成 # 和六位十六进制数，例如 #C8161D</source>
            <translation>A colour is written as # and six hexadecimal digits, as #C8161D</translation>
        </message>
        <message>
            <source>首字下沉</source>
            <translation>Drop initial</translation>
        </message>
        <message>
            <source>首行缩进</source>
            <translation>paragraphs</translation>
        </message>
        <message>
            <source>首行缩进，转行回到版心左边</source>
            <translation>The first line stands in, the others begin at the margin</translation>
        </message>
        <message>
            <source>首选项</source>
            <translation>Preferences</translation>
        </message>
        <message>
            <source>首选项…</source>
            <translation>Preferences…</translation>
        </message>
        <message>
            <source>马上导出一份校样 PDF，有错误也可以</source>
            <translation>Write a draft PDF at once, whatever was found</translation>
        </message>
        <message>
            <source>骑马订</source>
            <translation>saddle stitch</translation>
        </message>
        <message>
            <source>骑马订，整册一帖</source>
            <translation>Saddle stitch</translation>
        </message>
        <message>
            <source>黑</source>
            <translation>black</translation>
        </message>
        <message>
            <source>黑体</source>
            <translation>Hei</translation>
        </message>
        <message>
            <source>黑加专色</source>
            <translation>black and spot</translation>
        </message>
        <message>
            <source>黑白</source>
            <translation>Greys</translation>
        </message>
        <message>
            <source>黑白图片</source>
            <translation>Photo in greys</translation>
        </message>
        <message>
            <source>齐</source>
            <comment>alignment</comment>
            <translation>Justify</translation>
        </message>
        <message>
            <source>（总第 {total} 期）</source>
            <translation> (total {total})</translation>
        </message>
        <message>
            <source>（无图注）</source>
            <translation>(no caption)</translation>
        </message>
        <message>
            <source>（无标题）</source>
            <translation>(untitled)</translation>
        </message>
        <message>
            <source>（无栏目）</source>
            <translation>(no section)</translation>
        </message>
        <message>
            <source>（无题）</source>
            <translation>(untitled)</translation>
        </message>
        <message>
            <source>（未命名栏目）</source>
            <translation>(unnamed section)</translation>
        </message>
        <message>
            <source>（没有标题）</source>
            <translation>(no title)</translation>
        </message>
        <message>
            <source>（空框）</source>
            <translation>(empty box)</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>，{n} 处要核对</source>
            <translation>
                <numerusform>, {n} place to check</numerusform>
                <numerusform>, {n} places to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>，{n} 张图片没有配上稿件</source>
            <translation>
                <numerusform>, {n} photo waits for its article</numerusform>
                <numerusform>, {n} photos wait for their articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>，{n} 条说明</source>
            <translation type="vanished">
                <numerusform>, {n} note</numerusform>
                <numerusform>, {n} notes</numerusform>
            </translation>
        </message>
        <message>
            <source>，可以{fix}</source>
            <translation>, fix: {fix}</translation>
        </message>
        <message>
            <source>，没有时用</source>
            <translation>, else </translation>
        </message>
        <message>
            <source>，第 {page} 页</source>
            <translation>, page {page}</translation>
        </message>
        <message>
            <source>：</source>
            <translation>: </translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message numerus="yes">
            <source>；{n} 处要核对</source>
            <translation>
                <numerusform>; {n} to check</numerusform>
                <numerusform>; {n} to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>；{n} 张图片在网页上，没有取来，可以在浏览器里单独复制</source>
            <translation>
                <numerusform>; {n} picture is on the web and was not fetched: copy it in the browser</numerusform>
                <numerusform>; {n} pictures are on the web and were not fetched: copy them one by one in the browser</numerusform>
            </translation>
        </message>
    </context>
</TS>
