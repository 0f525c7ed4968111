<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>ReportReader</name>
  <message>
   <source>"exact words", -without, section:…, has:target (or actual, growth, rank, money) narrow it down; over all reports also report:… and year:2026.</source>
   <translation>可用 “原文词句”、-排除词、章节:…、含:目标（或 实绩、增长、排名、金额）缩小范围；搜索全部报告时还可用 报告:… 和 年份:2026。</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>转到(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Translation</source>
   <translation>翻译(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>查看(&amp;V)</translation>
  </message>
  <message>
   <source>(line {line}: {reason})</source>
   <translation>（第 {line} 行：{reason}）</translation>
  </message>
  <message>
   <source>({n} more are not shown)</source>
   <translation>（另有 {n} 条未显示）</translation>
  </message>
  <message>
   <source>+ Heading</source>
   <translation>＋ 标题</translation>
  </message>
  <message>
   <source>+ Note</source>
   <translation>＋ 说明</translation>
  </message>
  <message>
   <source>1 passage</source>
   <translation>1 条</translation>
  </message>
  <message>
   <source>1 report</source>
   <translation>1 份报告</translation>
  </message>
  <message>
   <source>2024, or 2021-2025</source>
   <translation>2024，或 2021-2025</translation>
  </message>
  <message>
   <source>A command or a key</source>
   <translation>命令或按键</translation>
  </message>
  <message>
   <source>A command, a heading, a recent report; : for a paragraph</source>
   <translation>命令、标题或最近打开的报告；输入“:”按段号跳转</translation>
  </message>
  <message>
   <source>A date is written 2024-01-22, a year 2024.</source>
   <translation>日期写作 2024-01-22，年份写作 2024。</translation>
  </message>
  <message>
   <source>A double click on a figure opens its sentence.</source>
   <translation>双击数据可打开原句。</translation>
  </message>
  <message>
   <source>A double click or Enter opens a passage in the reader.</source>
   <translation>双击或按回车，在阅读窗口中打开段落。</translation>
  </message>
  <message>
   <source>A figure needs a name and a value.</source>
   <translation>数据必须有名称和数值。</translation>
  </message>
  <message>
   <source>A folder…</source>
   <translation>文件夹…</translation>
  </message>
  <message>
   <source>A page: p1 to p{n}</source>
   <translation>页码：p1 到 p{n}</translation>
  </message>
  <message>
   <source>A paragraph: 1 to {n}</source>
   <translation>段号：1 到 {n}</translation>
  </message>
  <message>
   <source>A part of this sentence could not be translated.</source>
   <translation>本句有一部分未能翻译。</translation>
  </message>
  <message>
   <source>A report says what is aimed at; the next year's report of the same place says what was reached. Add the report before or after one you have, and the reader sets them against each other.</source>
   <translation>一份报告提出目标，同一地区下一年的报告说明结果。添加已有报告的上一年或下一年报告，即可逐项对照。</translation>
  </message>
  <message>
   <source>A term needs Chinese and English.</source>
   <translation>术语需要中文和英文。</translation>
  </message>
  <message>
   <source>A term that you add stands in every translation as you write it, and wins over the terms that come with the reader. You can also take in lists of terms: tables (CSV, with Chinese and English) and TBX files. Select words in the text and choose “Add as a term…” to add what you read.</source>
   <translation>添加的术语会照您的写法出现在每处译文中，并优先于内置术语。也可以导入术语清单：表格（CSV，含中文和英文）和 TBX 文件。在正文中选中词语，再选“添加为术语…”，即可添加读到的词。</translation>
  </message>
  <message>
   <source>A year is written 2024.</source>
   <translation>年份写作 2024。</translation>
  </message>
  <message>
   <source>About Report Reader</source>
   <translation>关于报告阅读器</translation>
  </message>
  <message>
   <source>Across places</source>
   <translation>各地对比</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>使用中</translation>
  </message>
  <message>
   <source>Active: it does this task.</source>
   <translation>使用中：此用途由它承担。</translation>
  </message>
  <message>
   <source>Actual</source>
   <translation>实际</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Add a comment</source>
   <translation>添加评注</translation>
  </message>
  <message>
   <source>Add a dictionary</source>
   <translation>添加词典</translation>
  </message>
  <message>
   <source>Add a dictionary…</source>
   <translation>添加词典…</translation>
  </message>
  <message>
   <source>Add a figure</source>
   <translation>添加数据</translation>
  </message>
  <message>
   <source>Add a heading</source>
   <translation>添加标题</translation>
  </message>
  <message>
   <source>Add a model from its folder</source>
   <translation>从文件夹添加模型</translation>
  </message>
  <message>
   <source>Add a model package</source>
   <translation>添加模型包</translation>
  </message>
  <message>
   <source>Add a note</source>
   <translation>添加说明</translation>
  </message>
  <message>
   <source>Add a term</source>
   <translation>添加术语</translation>
  </message>
  <message>
   <source>Add a term…</source>
   <translation>添加术语…</translation>
  </message>
  <message>
   <source>Add all reports of a folder</source>
   <translation>添加文件夹中的全部报告</translation>
  </message>
  <message>
   <source>Add as a figure…</source>
   <translation>添加为数据…</translation>
  </message>
  <message>
   <source>Add as a term…</source>
   <translation>添加为术语…</translation>
  </message>
  <message>
   <source>Add dictionary…</source>
   <translation>添加词典…</translation>
  </message>
  <message>
   <source>Add files or a folder, or drop them here. Each report that you open comes here by itself, too.</source>
   <translation>添加文件或文件夹，也可拖到这里。打开过的报告会自动收进来。</translation>
  </message>
  <message>
   <source>Add file…</source>
   <translation>添加文件…</translation>
  </message>
  <message>
   <source>Add folder…</source>
   <translation>添加文件夹…</translation>
  </message>
  <message>
   <source>Add reports</source>
   <translation>添加报告</translation>
  </message>
  <message>
   <source>Add reports of other places for the same year: provinces, cities, counties.</source>
   <translation>请添加其他地区同一年的报告：省、市、县均可。</translation>
  </message>
  <message>
   <source>Add reports to the comparison</source>
   <translation>添加要比较的报告</translation>
  </message>
  <message>
   <source>Add reports to the topics</source>
   <translation>添加要归类的报告</translation>
  </message>
  <message>
   <source>Add reports…</source>
   <translation>添加报告…</translation>
  </message>
  <message>
   <source>Add the word to the word list</source>
   <translation>把词语加入生词本</translation>
  </message>
  <message>
   <source>Add this sentence</source>
   <translation>添加这个例句</translation>
  </message>
  <message>
   <source>Add to the brief</source>
   <translation>加入摘要</translation>
  </message>
  <message>
   <source>Add to the glossary…</source>
   <translation>加入术语表…</translation>
  </message>
  <message>
   <source>Add to the word list</source>
   <translation>加入生词本</translation>
  </message>
  <message>
   <source>Add “{word}” to the word list</source>
   <translation>把“{word}”加入生词本</translation>
  </message>
  <message>
   <source>Added models</source>
   <translation>自选模型</translation>
  </message>
  <message>
   <source>Added to “{title}”. Ctrl+Z takes it back.</source>
   <translation>已加入“{title}”。按 Ctrl+Z 可撤销。</translation>
  </message>
  <message>
   <source>Added {name}.</source>
   <translation>已添加 {name}。</translation>
  </message>
  <message>
   <source>Added {name}. Another model keeps its task; “Use this one” changes that.</source>
   <translation>已添加 {name}。目前仍使用另一个模型；如要更换，请点“使用此模型”。</translation>
  </message>
  <message>
   <source>Added {name}; it is used from now on.</source>
   <translation>已添加 {name}，今后即使用它。</translation>
  </message>
  <message>
   <source>Added: {text} {name}</source>
   <translation>已添加：{text} {name}</translation>
  </message>
  <message>
   <source>Adding</source>
   <translation>正在添加</translation>
  </message>
  <message>
   <source>Adding to the library: {n} of {all}…</source>
   <translation>正在加入报告库：{n}/{all}…</translation>
  </message>
  <message>
   <source>Adding {name}…</source>
   <translation>正在添加 {name}…</translation>
  </message>
  <message>
   <source>Add…</source>
   <translation>添加…</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>All commands…</source>
   <translation>所有命令…</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>所有文件</translation>
  </message>
  <message>
   <source>All models run on this computer. Packages of Argos Translate (.argosmodel) and sentence-transformers folders can be added from a file, or dropped here; each is checked and tried before it is used.</source>
   <translation>所有模型都在本机运行。可以从文件添加 Argos Translate 模型包（.argosmodel）和 sentence-transformers 文件夹，也可以拖放到这里；使用前都会先检查、试运行。</translation>
  </message>
  <message>
   <source>All read</source>
   <translation>已全部读完</translation>
  </message>
  <message>
   <source>All reports</source>
   <translation>全部报告</translation>
  </message>
  <message>
   <source>All terms ({n})</source>
   <translation>全部术语（{n}）</translation>
  </message>
  <message>
   <source>All {n} reports</source>
   <translation>全部 {n} 份报告</translation>
  </message>
  <message>
   <source>An import stopped after {done} of {total} reports.</source>
   <translation>上次导入在 {done}/{total} 份时中断。</translation>
  </message>
  <message>
   <source>An offline bilingual reader of Chinese government work reports. Everything happens on this computer; nothing is ever sent. Translations are made by a machine: check before you quote.</source>
   <translation>中国政府工作报告的离线双语阅读器。一切都在本机完成，不发送任何内容。译文由机器生成，引用前请核对。</translation>
  </message>
  <message>
   <source>Anki notes (*.tsv *.txt)</source>
   <translation>Anki 笔记 (*.tsv *.txt)</translation>
  </message>
  <message>
   <source>Another model translates now. The open report still shows what the one before it made.</source>
   <translation>翻译模型已更换。当前报告显示的仍是原模型的译文。</translation>
  </message>
  <message>
   <source>Argos Translate</source>
   <translation>Argos Translate</translation>
  </message>
  <message>
   <source>As in the text</source>
   <translation>按原文顺序</translation>
  </message>
  <message>
   <source>As it was designed</source>
   <translation>恢复默认</translation>
  </message>
  <message>
   <source>As written</source>
   <translation>原文字形</translation>
  </message>
  <message>
   <source>Ask in your own words</source>
   <translation>用自己的话来问</translation>
  </message>
  <message>
   <source>Ask in your own words, in English or Chinese: an English question finds Chinese passages.</source>
   <translation>用自己的话来问，中英文均可：用英文提问也能找到中文段落。</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>后退</translation>
  </message>
  <message>
   <source>Back to the text</source>
   <translation>回到正文</translation>
  </message>
  <message>
   <source>Beginning, end of the report</source>
   <translation>报告开头、结尾</translation>
  </message>
  <message>
   <source>Being translated…</source>
   <translation>正在翻译…</translation>
  </message>
  <message>
   <source>Between commas</source>
   <translation>用逗号分隔</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>Body that reports</source>
   <translation>责任机关</translation>
  </message>
  <message>
   <source>Bookmark</source>
   <translation>书签</translation>
  </message>
  <message>
   <source>Bookmark set; the Notes panel lists it.</source>
   <translation>已加书签，可在“批注”面板中查看。</translation>
  </message>
  <message>
   <source>Brief</source>
   <translation>摘要</translation>
  </message>
  <message>
   <source>Briefs: new, rename, delete</source>
   <translation>摘要：新建、重命名、删除</translation>
  </message>
  <message>
   <source>Bring a deleted brief back</source>
   <translation>恢复已删除的摘要</translation>
  </message>
  <message>
   <source>Bundled models</source>
   <translation>内置模型</translation>
  </message>
  <message>
   <source>By colour</source>
   <translation>按颜色</translation>
  </message>
  <message>
   <source>By its name</source>
   <translation>按地名判断</translation>
  </message>
  <message>
   <source>By its name: {level}</source>
   <translation>按地名判断：{level}</translation>
  </message>
  <message>
   <source>By itself</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>By pinyin</source>
   <translation>按拼音</translation>
  </message>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>CSV…</source>
   <translation>CSV…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Cannot open {path}: {reason}.</source>
   <translation>无法打开 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read a dictionary from {path}: {reason}.</source>
   <translation>无法从 {path} 读取词典：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read notes from {path}: {reason}.</source>
   <translation>无法从 {path} 读取批注：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read terms from {path}: {reason}.</source>
   <translation>无法从 {path} 读取术语：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read the translation memory {path}: {reason}.</source>
   <translation>无法读取翻译记忆 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Cannot take in the library {path}: {reason}.</source>
   <translation>无法导入报告库 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}.</source>
   <translation>无法写入 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Changed by you</source>
   <translation>已由您修改</translation>
  </message>
  <message>
   <source>Changing the model…</source>
   <translation>正在更换模型…</translation>
  </message>
  <message>
   <source>Chapter</source>
   <translation>章节</translation>
  </message>
  <message>
   <source>Chart</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>Chart as PNG…</source>
   <translation>图表 PNG…</translation>
  </message>
  <message>
   <source>Chart as SVG…</source>
   <translation>图表 SVG…</translation>
  </message>
  <message>
   <source>Chart of figures</source>
   <translation>数据图表</translation>
  </message>
  <message>
   <source>Check the figures</source>
   <translation>请核对数字</translation>
  </message>
  <message>
   <source>Check the numbers</source>
   <translation>请核对数字</translation>
  </message>
  <message>
   <source>Check the translation</source>
   <translation>请核对译文</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Chinese font</source>
   <translation>中文字体</translation>
  </message>
  <message>
   <source>Chinese script</source>
   <translation>汉字字形</translation>
  </message>
  <message>
   <source>Citation</source>
   <translation>引文</translation>
  </message>
  <message>
   <source>Cite this report</source>
   <translation>引用本报告</translation>
  </message>
  <message>
   <source>Cite this report…</source>
   <translation>引用本报告…</translation>
  </message>
  <message>
   <source>City</source>
   <translation>市级</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>清除筛选</translation>
  </message>
  <message>
   <source>Click on a sentence first; Ctrl+B then adds it to the brief.</source>
   <translation>请先点选一个句子，再按 Ctrl+B 将其加入摘要。</translation>
  </message>
  <message>
   <source>Click on a sentence first; F2 then corrects its translation.</source>
   <translation>请先点选一句话，再按 F2 修改其译文。</translation>
  </message>
  <message>
   <source>Click on a sentence of the report, or select several with the mouse, and press Ctrl+B: they come here with their translation and their source. Put them in order, add headings and notes of your own, and export all of it as a Word document, a web page or Markdown.</source>
   <translation>在报告中点选一句，或用鼠标选中多句，再按 Ctrl+B，句子便连同译文和出处收入此处。可调整顺序，添加自己的标题和说明，最后导出为 Word 文档、网页或 Markdown。</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>关闭（Esc）</translation>
  </message>
  <message>
   <source>Close the find bar</source>
   <translation>关闭查找栏</translation>
  </message>
  <message>
   <source>Close the window</source>
   <translation>关闭窗口</translation>
  </message>
  <message>
   <source>Collect passages for a brief</source>
   <translation>摘录段落，编成摘要</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>双栏</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Commands and their keys</source>
   <translation>命令及其快捷键</translation>
  </message>
  <message>
   <source>Commands that fit</source>
   <translation>匹配的命令</translation>
  </message>
  <message>
   <source>Comment on this passage</source>
   <translation>对此段的评注</translation>
  </message>
  <message>
   <source>Compare across places</source>
   <translation>与各地比较</translation>
  </message>
  <message>
   <source>Compare reports</source>
   <translation>比较报告</translation>
  </message>
  <message>
   <source>Compare reports…</source>
   <translation>比较报告…</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>比较表</translation>
  </message>
  <message>
   <source>Comparisons</source>
   <translation>比较项</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Copied in both languages.</source>
   <translation>已复制中英对照。</translation>
  </message>
  <message>
   <source>Copied with its citation: paragraph {n}.</source>
   <translation>已复制并附出处：第 {n} 段。</translation>
  </message>
  <message>
   <source>Copied; there is no translation of it yet.</source>
   <translation>已复制；尚无译文。</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy all passages that are shown, each with where it stands</source>
   <translation>复制显示的全部段落，并注明各自出处</translation>
  </message>
  <message>
   <source>Copy in both languages</source>
   <translation>复制中英对照</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>复制路径</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>复制图片</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>复制报告</translation>
  </message>
  <message>
   <source>Copy sentence with its translation</source>
   <translation>复制原句和译文</translation>
  </message>
  <message>
   <source>Copy with citation</source>
   <translation>连同出处复制</translation>
  </message>
  <message>
   <source>Copy with its translation and source</source>
   <translation>连同译文和出处复制</translation>
  </message>
  <message>
   <source>Copy with sources</source>
   <translation>复制并注明出处</translation>
  </message>
  <message>
   <source>Correct a figure</source>
   <translation>更正数据</translation>
  </message>
  <message>
   <source>Correct the translation…</source>
   <translation>修改译文…</translation>
  </message>
  <message>
   <source>Correct this figure…</source>
   <translation>更正这条数据…</translation>
  </message>
  <message>
   <source>Corrections ({n})</source>
   <translation>更正（{n}）</translation>
  </message>
  <message>
   <source>Corrections of this report; choose one to take it back</source>
   <translation>对本报告所作的更正；点选即可撤回</translation>
  </message>
  <message>
   <source>Counterpart</source>
   <translation>对应数据</translation>
  </message>
  <message>
   <source>County</source>
   <translation>县级</translation>
  </message>
  <message>
   <source>Coverage {percent} % · {open} of {total} numbers open</source>
   <translation>覆盖率 {percent}% · {total} 个数字中有 {open} 个未归入</translation>
  </message>
  <message>
   <source>Ctrl+Enter keeps it, Esc leaves it as it was</source>
   <translation>Ctrl+Enter 保存，Esc 放弃修改</translation>
  </message>
  <message>
   <source>Ctrl+Enter saves · Esc leaves</source>
   <translation>Ctrl+Enter 保存 · Esc 离开</translation>
  </message>
  <message>
   <source>Ctrl, held</source>
   <translation>按住 Ctrl</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>已损坏</translation>
  </message>
  <message>
   <source>Damaged: {reason}. It is never loaded.</source>
   <translation>已损坏：{reason}。不会加载。</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Data folder</source>
   <translation>数据文件夹</translation>
  </message>
  <message>
   <source>Data folder: {path}</source>
   <translation>数据文件夹：{path}</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Date or year</source>
   <translation>日期或年份</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>删除（Del）</translation>
  </message>
  <message>
   <source>Delete the note</source>
   <translation>删除批注</translation>
  </message>
  <message>
   <source>Delete this brief</source>
   <translation>删除此摘要</translation>
  </message>
  <message>
   <source>Detected</source>
   <translation>自动识别</translation>
  </message>
  <message>
   <source>Detected ({name})</source>
   <translation>自动识别（{name}）</translation>
  </message>
  <message>
   <source>Dictionaries (*.u8 *.txt *.gz *.zip);;All files (*)</source>
   <translation>词典 (*.u8 *.txt *.gz *.zip);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Dictionary</source>
   <translation>词典</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差距</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Draw the selected figures beside their counterparts</source>
   <translation>把选中的数据与其对应数据画在一起</translation>
  </message>
  <message>
   <source>Edit a term</source>
   <translation>编辑术语</translation>
  </message>
  <message>
   <source>Edit the comment</source>
   <translation>编辑评注</translation>
  </message>
  <message>
   <source>Edit the note</source>
   <translation>编辑批注</translation>
  </message>
  <message>
   <source>Edit the translation</source>
   <translation>编辑译文</translation>
  </message>
  <message>
   <source>Edit the word</source>
   <translation>编辑词语</translation>
  </message>
  <message>
   <source>Edit this term…</source>
   <translation>编辑这个术语…</translation>
  </message>
  <message>
   <source>Edited: {text} {name}</source>
   <translation>已修改：{text} {name}</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>编辑…</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>End the review (U)</source>
   <translation>结束核查（U）</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英文</translation>
  </message>
  <message>
   <source>English font</source>
   <translation>英文字体</translation>
  </message>
  <message>
   <source>English name</source>
   <translation>英文名称</translation>
  </message>
  <message>
   <source>English → 中文</source>
   <translation>英文 → 中文</translation>
  </message>
  <message>
   <source>Entries of the brief</source>
   <translation>摘要的内容</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Every figure is linked</source>
   <translation>数据处处相连</translation>
  </message>
  <message>
   <source>Excel workbook…</source>
   <translation>Excel 工作簿…</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Export corrections</source>
   <translation>导出更正</translation>
  </message>
  <message>
   <source>Export corrections…</source>
   <translation>导出更正…</translation>
  </message>
  <message>
   <source>Export indicators</source>
   <translation>导出指标</translation>
  </message>
  <message>
   <source>Export notes</source>
   <translation>导出批注</translation>
  </message>
  <message>
   <source>Export notes…</source>
   <translation>导出批注…</translation>
  </message>
  <message>
   <source>Export terms</source>
   <translation>导出术语</translation>
  </message>
  <message>
   <source>Export the comparison</source>
   <translation>导出比较结果</translation>
  </message>
  <message>
   <source>Export the whole library</source>
   <translation>导出整个报告库</translation>
  </message>
  <message>
   <source>Export the whole library…</source>
   <translation>导出整个报告库…</translation>
  </message>
  <message>
   <source>Export this brief</source>
   <translation>导出此摘要</translation>
  </message>
  <message>
   <source>Export translation memory</source>
   <translation>导出翻译记忆</translation>
  </message>
  <message>
   <source>Export translation memory…</source>
   <translation>导出翻译记忆…</translation>
  </message>
  <message>
   <source>Export words</source>
   <translation>导出生词</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Fewer filters or other words show more.</source>
   <translation>减少筛选条件或换个词，可显示更多。</translation>
  </message>
  <message>
   <source>Figure: {name} {value}</source>
   <translation>数据：{name} {value}</translation>
  </message>
  <message>
   <source>Figures: all {n} agree</source>
   <translation>数字：{n} 处全部一致</translation>
  </message>
  <message>
   <source>Files…</source>
   <translation>文件…</translation>
  </message>
  <message>
   <source>Filter by indicator, in either language</source>
   <translation>按指标筛选，中英文均可</translation>
  </message>
  <message>
   <source>Filter by name, value or period</source>
   <translation>按名称、数值或时期筛选</translation>
  </message>
  <message>
   <source>Filter by place</source>
   <translation>按地区筛选</translation>
  </message>
  <message>
   <source>Filter indicators</source>
   <translation>筛选指标</translation>
  </message>
  <message>
   <source>Filter the shortcuts</source>
   <translation>筛选快捷键</translation>
  </message>
  <message>
   <source>Filter the terms</source>
   <translation>筛选术语</translation>
  </message>
  <message>
   <source>Filter the terms, in either language</source>
   <translation>按中文或英文筛选术语</translation>
  </message>
  <message>
   <source>Filter topics, or ask in your own words</source>
   <translation>筛选主题，或直接提问</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Find (Ctrl+F) works without one. Click to add a search model.</source>
   <translation>查找（Ctrl+F）仍可使用。单击可添加搜索模型。</translation>
  </message>
  <message>
   <source>Find in the text</source>
   <translation>在正文中查找</translation>
  </message>
  <message>
   <source>Find in the text, in both languages</source>
   <translation>在正文中查找（中英文同时）</translation>
  </message>
  <message>
   <source>Find next</source>
   <translation>查找下一处</translation>
  </message>
  <message>
   <source>Find previous</source>
   <translation>查找上一处</translation>
  </message>
  <message>
   <source>Flashcards for Anki (TSV)…</source>
   <translation>Anki 卡片（TSV）…</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Font and spacing…</source>
   <translation>字体与间距…</translation>
  </message>
  <message>
   <source>For readers of Chinese</source>
   <translation>面向中文读者</translation>
  </message>
  <message>
   <source>For readers of English</source>
   <translation>面向英文读者</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>前进</translation>
  </message>
  <message>
   <source>From</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>From memory: {name}</source>
   <translation>来自翻译记忆：{name}</translation>
  </message>
  <message>
   <source>From your correction</source>
   <translation>来自您的更正</translation>
  </message>
  <message>
   <source>From your correction, {day}</source>
   <translation>来自您的更正，{day}</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>全屏</translation>
  </message>
  <message>
   <source>Glossary</source>
   <translation>术语</translation>
  </message>
  <message>
   <source>Glossary…</source>
   <translation>术语表…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Go on translating</source>
   <translation>继续翻译</translation>
  </message>
  <message>
   <source>Go to its counterpart</source>
   <translation>转到对应数据</translation>
  </message>
  <message>
   <source>Go to paragraph…</source>
   <translation>转到段落…</translation>
  </message>
  <message>
   <source>Go to the figure</source>
   <translation>转到该数据</translation>
  </message>
  <message>
   <source>Go to the figure's counterpart</source>
   <translation>转到对应数据</translation>
  </message>
  <message>
   <source>Go to the passage</source>
   <translation>转到该段</translation>
  </message>
  <message>
   <source>Go to the sentence</source>
   <translation>转到例句</translation>
  </message>
  <message>
   <source>Go to the text</source>
   <translation>转到原文</translation>
  </message>
  <message>
   <source>Go to this figure</source>
   <translation>转到这项指标</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>Heading</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Heading: {words}</source>
   <translation>标题：{words}</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>高亮</translation>
  </message>
  <message>
   <source>Highlight in blue</source>
   <translation>蓝色高亮</translation>
  </message>
  <message>
   <source>Highlight in green</source>
   <translation>绿色高亮</translation>
  </message>
  <message>
   <source>Highlight in pink</source>
   <translation>粉色高亮</translation>
  </message>
  <message>
   <source>Highlight in purple</source>
   <translation>紫色高亮</translation>
  </message>
  <message>
   <source>Highlight in yellow</source>
   <translation>黄色高亮</translation>
  </message>
  <message>
   <source>Hold Ctrl and click a word in either language, or press D: a card says what it means and where else it stands. “Add to the word list” keeps it here with its sentence and the translation, to be learnt, and to be exported as flashcards.</source>
   <translation>按住 Ctrl 单击任一语言的词语，或按 D 键，会出现一张词语卡片，说明词义和在报告中的其他位置。点“加入生词本”，词语连同例句和译文就收在这里，可供学习，也可导出为记忆卡片。</translation>
  </message>
  <message>
   <source>Home, End</source>
   <translation>Home、End</translation>
  </message>
  <message>
   <source>Import corrections</source>
   <translation>导入更正</translation>
  </message>
  <message>
   <source>Import corrections…</source>
   <translation>导入更正…</translation>
  </message>
  <message>
   <source>Import notes</source>
   <translation>导入批注</translation>
  </message>
  <message>
   <source>Import notes…</source>
   <translation>导入批注…</translation>
  </message>
  <message>
   <source>Import terms</source>
   <translation>导入术语</translation>
  </message>
  <message>
   <source>Import terms…</source>
   <translation>导入术语…</translation>
  </message>
  <message>
   <source>Import translation memory</source>
   <translation>导入翻译记忆</translation>
  </message>
  <message>
   <source>Import translation memory…</source>
   <translation>导入翻译记忆…</translation>
  </message>
  <message>
   <source>Importing {name}…</source>
   <translation>正在导入 {name}…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>In other reports</source>
   <translation>其他报告</translation>
  </message>
  <message>
   <source>In the word list</source>
   <translation>已在生词本中</translation>
  </message>
  <message>
   <source>In this report</source>
   <translation>本报告</translation>
  </message>
  <message>
   <source>In this report mostly: {words}</source>
   <translation>本报告多译作：{words}</translation>
  </message>
  <message>
   <source>In this sentence: {words}</source>
   <translation>本句译作：{words}</translation>
  </message>
  <message>
   <source>In words of</source>
   <translation>著录语言</translation>
  </message>
  <message>
   <source>Indicator</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>指标</translation>
  </message>
  <message>
   <source>Interleaved</source>
   <translation>逐段对照</translation>
  </message>
  <message>
   <source>It can be saved all the same; the sentence then carries a warning.</source>
   <translation>仍可保存；该句将带有警告标记。</translation>
  </message>
  <message>
   <source>It does no task alone. Add a package {source} → {target} and the two are used in a row.</source>
   <translation>不能单独使用。再添加一个 {source} → {target} 模型包，两者即可接力翻译。</translation>
  </message>
  <message>
   <source>It does no task alone; it is a part of {ways}.</source>
   <translation>不能单独使用；用于接力翻译 {ways}。</translation>
  </message>
  <message>
   <source>Its model card states no BLEU, chrF or retrieval figures.</source>
   <translation>模型说明中未公布 BLEU、chrF 或检索指标。</translation>
  </message>
  <message>
   <source>JSON lines…</source>
   <translation>JSON 行…</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>保留我的</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>键盘快捷键</translation>
  </message>
  <message>
   <source>Keyboard shortcuts…</source>
   <translation>键盘快捷键…</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Language of the interface</source>
   <translation>界面语言</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>放大文字</translation>
  </message>
  <message>
   <source>Last changed first</source>
   <translation>最近修改在前</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>版式</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>离开</translation>
  </message>
  <message>
   <source>Leave them out</source>
   <translation>不再导入</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>层级</translation>
  </message>
  <message>
   <source>Libraries</source>
   <translation>报告库</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>报告库</translation>
  </message>
  <message>
   <source>Library…</source>
   <translation>报告库…</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>切换深浅配色</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Line height</source>
   <translation>行高</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>有对应</translation>
  </message>
  <message>
   <source>Look up the word</source>
   <translation>查词</translation>
  </message>
  <message>
   <source>Look up “{word}”</source>
   <translation>查“{word}”</translation>
  </message>
  <message>
   <source>Looking at the packages…</source>
   <translation>正在查看模型包…</translation>
  </message>
  <message>
   <source>Looking for figures…</source>
   <translation>正在查找数据…</translation>
  </message>
  <message>
   <source>Looking for terms…</source>
   <translation>正在查找术语…</translation>
  </message>
  <message>
   <source>MANIFEST.json does not list it</source>
   <translation>MANIFEST.json 中没有列出</translation>
  </message>
  <message>
   <source>Machine's version</source>
   <translation>机器译文</translation>
  </message>
  <message>
   <source>Mark the selected words</source>
   <translation>标记所选文字</translation>
  </message>
  <message>
   <source>Markdown (*.md)</source>
   <translation>Markdown (*.md)</translation>
  </message>
  <message>
   <source>Markdown…</source>
   <translation>Markdown…</translation>
  </message>
  <message>
   <source>Meaning</source>
   <translation>释义</translation>
  </message>
  <message>
   <source>Meaning: distant ({score})</source>
   <translation>语义：较远（{score}）</translation>
  </message>
  <message>
   <source>Meaning: near ({score})</source>
   <translation>语义：相近（{score}）</translation>
  </message>
  <message>
   <source>Meaning: very near ({score})</source>
   <translation>语义：很近（{score}）</translation>
  </message>
  <message>
   <source>Missing figures: {figures}.</source>
   <translation>缺少数字：{figures}。</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Model packages</source>
   <translation>模型包</translation>
  </message>
  <message>
   <source>Model packages (*.argosmodel *.zip);;All files (*)</source>
   <translation>模型包 (*.argosmodel *.zip);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Models…</source>
   <translation>模型…</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>More like this passage</source>
   <translation>查找类似段落</translation>
  </message>
  <message>
   <source>Move down (Alt+Down)</source>
   <translation>下移 (Alt+↓)</translation>
  </message>
  <message>
   <source>Move up (Alt+Up)</source>
   <translation>上移 (Alt+↑)</translation>
  </message>
  <message>
   <source>N next word · B back · M next character · Esc closes</source>
   <translation>N 下一词 · B 上一词 · M 下一字 · Esc 关闭</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Name of the brief</source>
   <translation>摘要名称</translation>
  </message>
  <message>
   <source>Name of the brief, then Enter</source>
   <translation>输入摘要名称，按回车确认</translation>
  </message>
  <message>
   <source>National</source>
   <translation>国家级</translation>
  </message>
  <message>
   <source>Neither the glossary nor your dictionaries have this word. You can add it to the glossary.</source>
   <translation>术语表和词典里都没有这个词，可以把它加入术语表。</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新</translation>
  </message>
  <message>
   <source>New brief…</source>
   <translation>新建摘要…</translation>
  </message>
  <message>
   <source>New key</source>
   <translation>新按键</translation>
  </message>
  <message>
   <source>New window</source>
   <translation>新窗口</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>最新在前</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Next figure</source>
   <translation>下一个数据</translation>
  </message>
  <message>
   <source>Next mention (Alt+])</source>
   <translation>下一处提及（Alt+]）</translation>
  </message>
  <message>
   <source>Next mention of the figure</source>
   <translation>该数据的下一处提及</translation>
  </message>
  <message>
   <source>Next number without a figure</source>
   <translation>下一个未归入的数字</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>下一个窗格</translation>
  </message>
  <message>
   <source>Next place (Right)</source>
   <translation>下一处（→）</translation>
  </message>
  <message>
   <source>Next sentence</source>
   <translation>下一句</translation>
  </message>
  <message>
   <source>No Chinese font is installed, so Chinese text shows as boxes. On Debian: apt install {name}</source>
   <translation>未安装中文字体，中文会显示为方框。Debian 系统请运行：apt install {name}</translation>
  </message>
  <message>
   <source>No brief yet</source>
   <translation>尚无摘要</translation>
  </message>
  <message>
   <source>No figure passes the filters</source>
   <translation>没有符合筛选条件的数据</translation>
  </message>
  <message>
   <source>No figures found</source>
   <translation>没有找到数据</translation>
  </message>
  <message>
   <source>No headings</source>
   <translation>没有标题</translation>
  </message>
  <message>
   <source>No headings were found in this text. It can be read and searched all the same.</source>
   <translation>没有在文中找到标题。仍可阅读和搜索。</translation>
  </message>
  <message>
   <source>No key</source>
   <translation>不设按键</translation>
  </message>
  <message>
   <source>No model for {task} is installed. The text can be read and its figures seen without it.</source>
   <translation>未安装所需模型（{task}）。不影响阅读正文和查看数据。</translation>
  </message>
  <message>
   <source>No model is installed. Add one from a file.</source>
   <translation>尚未安装模型。请从文件添加。</translation>
  </message>
  <message>
   <source>No models</source>
   <translation>没有模型</translation>
  </message>
  <message>
   <source>No note passes the filters</source>
   <translation>没有符合筛选条件的批注</translation>
  </message>
  <message>
   <source>No other report states {name}.</source>
   <translation>其他报告没有“{name}”这项数据。</translation>
  </message>
  <message>
   <source>No passage</source>
   <translation>没有段落</translation>
  </message>
  <message>
   <source>No passage comes near these words. Other words may do better:</source>
   <translation>没有接近的段落。可以换个说法：</translation>
  </message>
  <message>
   <source>No passage has the exact words, or stands where it should. Without the limits:</source>
   <translation>没有符合原文词句或所限章节的内容。去掉限定再搜：</translation>
  </message>
  <message>
   <source>No report chosen</source>
   <translation>未选择报告</translation>
  </message>
  <message>
   <source>No report is like that</source>
   <translation>没有符合条件的报告</translation>
  </message>
  <message>
   <source>No report of the library comes near these words.</source>
   <translation>资料库中没有报告与这些词相近。</translation>
  </message>
  <message>
   <source>No reports yet</source>
   <translation>还没有报告</translation>
  </message>
  <message>
   <source>No search for now</source>
   <translation>暂时无法搜索</translation>
  </message>
  <message>
   <source>No search model</source>
   <translation>没有搜索模型</translation>
  </message>
  <message>
   <source>No searches are saved yet</source>
   <translation>尚未保存任何搜索</translation>
  </message>
  <message>
   <source>No sentence is what these filters ask for.</source>
   <translation>没有符合这些限定的句子。</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>磁盘空间不足</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>没有这个文件或文件夹</translation>
  </message>
  <message>
   <source>No term has these words</source>
   <translation>没有符合的术语</translation>
  </message>
  <message>
   <source>No term of the glossary stands in this report. In the glossary you can add terms of your own, and take in lists of them.</source>
   <translation>本报告中没有术语表里的术语。可以在术语表中添加自己的术语，也可以导入术语清单。</translation>
  </message>
  <message>
   <source>No terms found</source>
   <translation>没有找到术语</translation>
  </message>
  <message>
   <source>No topic of this name. Enter looks for passages that answer these words.</source>
   <translation>没有这个名称的主题。按回车查找与这些词相关的段落。</translation>
  </message>
  <message>
   <source>No topics for now</source>
   <translation>暂时无法归类</translation>
  </message>
  <message>
   <source>No translation</source>
   <translation>暂无译文</translation>
  </message>
  <message>
   <source>No translation model</source>
   <translation>没有翻译模型</translation>
  </message>
  <message>
   <source>No two reports of one place, a year apart</source>
   <translation>还没有同一地区前后两年的报告</translation>
  </message>
  <message>
   <source>No word has all of this</source>
   <translation>没有符合的词语</translation>
  </message>
  <message>
   <source>No words of this report</source>
   <translation>本报告还没有生词</translation>
  </message>
  <message>
   <source>No words to look for</source>
   <translation>没有可搜索的词</translation>
  </message>
  <message>
   <source>No words yet</source>
   <translation>还没有生词</translation>
  </message>
  <message>
   <source>Normal text size</source>
   <translation>恢复字号</translation>
  </message>
  <message>
   <source>Not found in the text</source>
   <translation>原文中已找不到</translation>
  </message>
  <message>
   <source>Not found in this text: {text}</source>
   <translation>本文中找不到：{text}</translation>
  </message>
  <message>
   <source>Not in the source: {figures}.</source>
   <translation>原文没有：{figures}。</translation>
  </message>
  <message>
   <source>Not in the text</source>
   <translation>正文中没有</translation>
  </message>
  <message>
   <source>Not translated</source>
   <translation>尚无译文</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Note deleted; Undo brings it back.</source>
   <translation>已删除批注；可以撤销。</translation>
  </message>
  <message>
   <source>Note: {words}</source>
   <translation>说明：{words}</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>批注</translation>
  </message>
  <message>
   <source>Nothing can be kept in {path} ({reason}). Reading works; translations are made anew each time.</source>
   <translation>无法写入 {path}（{reason}）。可以正常阅读，但每次都要重新翻译。</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>Nothing here comes near it. Other words may do better.</source>
   <translation>这里没有相近的内容，换个说法或许能找到。</translation>
  </message>
  <message>
   <source>Nothing is in this brief yet</source>
   <translation>此摘要尚无内容</translation>
  </message>
  <message>
   <source>Nothing is marked yet</source>
   <translation>还没有标记</translation>
  </message>
  <message>
   <source>Nothing near to it</source>
   <translation>没有相近的内容</translation>
  </message>
  <message>
   <source>Nothing of that name</source>
   <translation>没有这样的命令或标题</translation>
  </message>
  <message>
   <source>Nothing to set side by side yet</source>
   <translation>还没有可以并列比较的内容</translation>
  </message>
  <message>
   <source>Nothing to sort</source>
   <translation>没有可归类的内容</translation>
  </message>
  <message>
   <source>Nothing was imported.</source>
   <translation>未导入任何内容。</translation>
  </message>
  <message>
   <source>Nothing within these limits</source>
   <translation>限定范围内没有结果</translation>
  </message>
  <message>
   <source>Official translation: {name}</source>
   <translation>官方译文：{name}</translation>
  </message>
  <message>
   <source>Oldest first</source>
   <translation>最早在前</translation>
  </message>
  <message>
   <source>Once in this report</source>
   <translation>本报告中出现 1 次</translation>
  </message>
  <message>
   <source>One note</source>
   <translation>1 条批注</translation>
  </message>
  <message>
   <source>One passage</source>
   <translation>1 条摘录</translation>
  </message>
  <message>
   <source>One word</source>
   <translation>1 个词语</translation>
  </message>
  <message>
   <source>Only reports that are there twice</source>
   <translation>只看重复的报告</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open a report</source>
   <translation>打开报告</translation>
  </message>
  <message>
   <source>Open a report first.</source>
   <translation>请先打开一份报告。</translation>
  </message>
  <message>
   <source>Open it in its report</source>
   <translation>在那份报告中打开</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>最近打开</translation>
  </message>
  <message>
   <source>Open the sample report</source>
   <translation>打开示例报告</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>正在打开 {name}…</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <source>Other Chinese</source>
   <translation>其他写法</translation>
  </message>
  <message>
   <source>Other English</source>
   <translation>其他译法</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Overridden</source>
   <translation>备用</translation>
  </message>
  <message>
   <source>Overridden: not in use.</source>
   <translation>备用：未使用。</translation>
  </message>
  <message>
   <source>Overridden: {name} {version} does this task.</source>
   <translation>备用：此用途目前由 {name} {version} 承担。</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Packing</source>
   <translation>正在打包</translation>
  </message>
  <message>
   <source>Page of the file</source>
   <translation>文件页面</translation>
  </message>
  <message>
   <source>Page {n}</source>
   <translation>第 {n} 页</translation>
  </message>
  <message>
   <source>Page {n} of {all}</source>
   <translation>第 {n} 页，共 {all} 页</translation>
  </message>
  <message>
   <source>Pair with its official translation…</source>
   <translation>与官方译文配对…</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>面板</translation>
  </message>
  <message>
   <source>Paragraph numbers</source>
   <translation>显示段号</translation>
  </message>
  <message>
   <source>Paragraph {n} of {all}</source>
   <translation>第 {n} 段，共 {all} 段</translation>
  </message>
  <message>
   <source>Part of a pair</source>
   <translation>配对使用</translation>
  </message>
  <message>
   <source>Party</source>
   <translation>党建</translation>
  </message>
  <message>
   <source>Passages</source>
   <translation>段落</translation>
  </message>
  <message>
   <source>Passages found</source>
   <translation>搜索结果</translation>
  </message>
  <message>
   <source>Passages that answer these words, whatever their topic</source>
   <translation>与这些词相关的段落，不限主题</translation>
  </message>
  <message>
   <source>Pause translating</source>
   <translation>暂停翻译</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>时期</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>没有访问权限</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>粉色</translation>
  </message>
  <message>
   <source>Pinyin</source>
   <translation>拼音</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地区</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>首选项</translation>
  </message>
  <message>
   <source>Preferences…</source>
   <translation>首选项…</translation>
  </message>
  <message>
   <source>Press a key:</source>
   <translation>请按键：</translation>
  </message>
  <message>
   <source>Previous figure</source>
   <translation>上一个数据</translation>
  </message>
  <message>
   <source>Previous mention (Alt+[)</source>
   <translation>上一处提及（Alt+[）</translation>
  </message>
  <message>
   <source>Previous mention of the figure</source>
   <translation>该数据的上一处提及</translation>
  </message>
  <message>
   <source>Previous number without a figure</source>
   <translation>上一个未归入的数字</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>Previous place (Left)</source>
   <translation>上一处（←）</translation>
  </message>
  <message>
   <source>Previous sentence</source>
   <translation>上一句</translation>
  </message>
  <message>
   <source>Print with my notes</source>
   <translation>打印时带上我的批注</translation>
  </message>
  <message>
   <source>Printing…</source>
   <translation>正在打印…</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省级</translation>
  </message>
  <message>
   <source>Purple</source>
   <translation>紫色</translation>
  </message>
  <message>
   <source>Qualifier</source>
   <translation>限定词</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>名次</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>已读</translation>
  </message>
  <message>
   <source>Read every file of every package again and compare it with its checksum</source>
   <translation>重新读取每个模型包的全部文件，并与校验值比对</translation>
  </message>
  <message>
   <source>Read so far</source>
   <translation>已读进度</translation>
  </message>
  <message>
   <source>Read with care</source>
   <translation>请谨慎阅读</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>在读</translation>
  </message>
  <message>
   <source>Reading every file…</source>
   <translation>正在读取全部文件…</translation>
  </message>
  <message>
   <source>Reading the reports…</source>
   <translation>正在读取报告…</translation>
  </message>
  <message>
   <source>Reading {done} of {total}  {name}</source>
   <translation>正在读取 {done}/{total}  {name}</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>正在读取 {name}…</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Rejected: {text} {name}</source>
   <translation>已剔除：{text} {name}</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove (Del)</source>
   <translation>移除 (Del)</translation>
  </message>
  <message>
   <source>Remove a model</source>
   <translation>移除模型</translation>
  </message>
  <message>
   <source>Remove a sentence</source>
   <translation>移除例句</translation>
  </message>
  <message>
   <source>Remove {name} {version} from this computer? The file that it was added from stays.</source>
   <translation>要从本机移除 {name} {version} 吗？添加时所用的原文件不受影响。</translation>
  </message>
  <message>
   <source>Remove {n} reports from the library?</source>
   <translation>要从报告库中移除 {n} 份报告吗？</translation>
  </message>
  <message>
   <source>Remove “{title}” from the library?</source>
   <translation>要从报告库中移除“{title}”吗？</translation>
  </message>
  <message>
   <source>Removed from the brief. Ctrl+Z brings it back.</source>
   <translation>已从摘要中移除。按 Ctrl+Z 可恢复。</translation>
  </message>
  <message>
   <source>Removed.</source>
   <translation>已移除。</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>移除…</translation>
  </message>
  <message>
   <source>Removing…</source>
   <translation>正在移除…</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename the search</source>
   <translation>重命名搜索</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Report Reader</source>
   <translation>报告阅读器</translation>
  </message>
  <message>
   <source>Report beside it</source>
   <translation>对照的报告</translation>
  </message>
  <message>
   <source>Report text</source>
   <translation>报告正文</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Reports (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;All files (*)</source>
   <translation>报告 (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Reports (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;Zip files of reports (*.zip);;All files (*)</source>
   <translation>报告 (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;报告压缩包 (*.zip);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>恢复默认</translation>
  </message>
  <message>
   <source>Reset all keys</source>
   <translation>全部恢复默认</translation>
  </message>
  <message>
   <source>Rest the mouse on a sentence, and its translation lights up. A click keeps it; select words to mark them or to write a note.</source>
   <translation>鼠标停在一句话上，对应译文随即亮起；单击可固定。选中文字可以标记或写批注。</translation>
  </message>
  <message>
   <source>Review: numbers without a figure</source>
   <translation>核查：未归入数据的数字</translation>
  </message>
  <message>
   <source>Rows of the indicators table are drawn here beside their counterparts.</source>
   <translation>指标表中选中的行会与其对应数据一起画在这里。</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>另存为 PDF</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>另存为 PDF…</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <source>Save the chart</source>
   <translation>保存图表</translation>
  </message>
  <message>
   <source>Save the citation</source>
   <translation>保存引文</translation>
  </message>
  <message>
   <source>Save this search</source>
   <translation>保存当前搜索</translation>
  </message>
  <message>
   <source>Saved as {path}</source>
   <translation>已保存为 {path}</translation>
  </message>
  <message>
   <source>Saved searches</source>
   <translation>已存的搜索</translation>
  </message>
  <message>
   <source>Saved searches: {n} new passages</source>
   <translation>已存的搜索：{n} 条新结果</translation>
  </message>
  <message>
   <source>Saved: {name}</source>
   <translation>已保存：{name}</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>保存…</translation>
  </message>
  <message>
   <source>Say this term otherwise…</source>
   <translation>换一种译法…</translation>
  </message>
  <message>
   <source>Say under each passage why it was found</source>
   <translation>在每条结果下说明为何找到它</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>Search by meaning</source>
   <translation>语义搜索</translation>
  </message>
  <message>
   <source>Search by meaning, in English or Chinese</source>
   <translation>按语义搜索，中英文均可</translation>
  </message>
  <message>
   <source>Search for this</source>
   <translation>搜索相关内容</translation>
  </message>
  <message>
   <source>Search in notes</source>
   <translation>搜索批注</translation>
  </message>
  <message>
   <source>Search in notes, quotes and tags</source>
   <translation>搜索批注、原文和标签</translation>
  </message>
  <message>
   <source>Search in the library</source>
   <translation>搜索报告库</translation>
  </message>
  <message>
   <source>Search in the word list</source>
   <translation>搜索生词本</translation>
  </message>
  <message>
   <source>Search in words, pinyin, meanings and sentences</source>
   <translation>搜索词语、拼音、释义和例句</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Select one or more figures</source>
   <translation>请选择一个或多个数据</translation>
  </message>
  <message>
   <source>Select the words of a figure first.</source>
   <translation>请先选中数据的文字。</translation>
  </message>
  <message>
   <source>Select words first, or click on a sentence.</source>
   <translation>请先选中文字，或单击一句话。</translation>
  </message>
  <message>
   <source>Select words in either language: a small bar lets you highlight or underline them, or write a note. Alt+1 highlights, Alt+2 underlines, Alt+3 writes a note; with nothing selected they mark the current sentence. What you mark on one side shows on the other, and all of it is kept in a file of your own.</source>
   <translation>选中任一语言的文字，会出现一个小工具条，可以高亮、加下划线或写批注。Alt+1 高亮，Alt+2 加下划线，Alt+3 写批注；没有选中文字时标记当前句。在一侧所作的标记也显示在另一侧，全部保存在您自己的文件中。</translation>
  </message>
  <message>
   <source>Sentences</source>
   <translation>例句</translation>
  </message>
  <message>
   <source>Sentences with this term are translated anew, so that your English stands in them. Other English is accepted where the model uses it.</source>
   <translation>含有这个术语的句子会重新翻译，采用您的译法。模型若用了“其他译法”，则予以保留。</translation>
  </message>
  <message>
   <source>Sepia</source>
   <translation>米黄</translation>
  </message>
  <message>
   <source>Setting the two texts side by side…</source>
   <translation>正在对齐两份文本…</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>书架</translation>
  </message>
  <message>
   <source>Shift+Space, Page Up</source>
   <translation>Shift+空格、Page Up</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>Show Chinese in Simplified or Traditional characters</source>
   <translation>以简体或繁体显示中文</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <source>Show all figures</source>
   <translation>显示全部数据</translation>
  </message>
  <message>
   <source>Show all notes</source>
   <translation>显示全部批注</translation>
  </message>
  <message>
   <source>Show all words</source>
   <translation>显示全部词语</translation>
  </message>
  <message>
   <source>Show it in the glossary</source>
   <translation>在术语表中查看</translation>
  </message>
  <message>
   <source>Show only one chapter, kind or unit</source>
   <translation>只显示某一章节、类别或单位</translation>
  </message>
  <message>
   <source>Show only some colours or tags</source>
   <translation>只显示某些颜色或标签</translation>
  </message>
  <message>
   <source>Show the folder in the file manager</source>
   <translation>在文件管理器中显示此文件夹</translation>
  </message>
  <message>
   <source>Show the tips</source>
   <translation>显示使用提示</translation>
  </message>
  <message>
   <source>Side panel</source>
   <translation>侧栏</translation>
  </message>
  <message>
   <source>Simplified 简体</source>
   <translation>简体</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>跳过</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>缩小文字</translation>
  </message>
  <message>
   <source>Solid: reached. Hatched: aimed at.</source>
   <translation>实心：已实现；斜线：目标。</translation>
  </message>
  <message>
   <source>Some words were left untranslated.</source>
   <translation>有词语未译出。</translation>
  </message>
  <message>
   <source>Something went wrong in the reader</source>
   <translation>阅读器出错了</translation>
  </message>
  <message>
   <source>Sort notes</source>
   <translation>批注排序</translation>
  </message>
  <message>
   <source>Sort the words</source>
   <translation>生词排序</translation>
  </message>
  <message>
   <source>Space, Page Down</source>
   <translation>空格、Page Down</translation>
  </message>
  <message>
   <source>Speaker</source>
   <translation>报告人</translation>
  </message>
  <message>
   <source>Start reading</source>
   <translation>开始阅读</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Stated differently elsewhere: {values}</source>
   <translation>别处数值不同：{values}</translation>
  </message>
  <message>
   <source>Stated figures</source>
   <translation>公布指标</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>已停止。</translation>
  </message>
  <message>
   <source>Stopped; {name} was not added.</source>
   <translation>已停止；未添加 {name}。</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Style of citations</source>
   <translation>引文格式</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>Table (*.csv);;TBX (*.tbx)</source>
   <translation>表格 (*.csv);;TBX (*.tbx)</translation>
  </message>
  <message>
   <source>Table or chart</source>
   <translation>表格或图表</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Tags, separated by commas</source>
   <translation>标签，以逗号分隔</translation>
  </message>
  <message>
   <source>Take away a word of the search: {total} words are hidden.</source>
   <translation>减少搜索词试试：有 {total} 个词语未显示。</translation>
  </message>
  <message>
   <source>Take away a word or a filter: {total} figures are hidden.</source>
   <translation>请去掉一个词或一项筛选：共有 {total} 条数据被隐藏。</translation>
  </message>
  <message>
   <source>Take away a word or a filter: {total} notes are hidden.</source>
   <translation>去掉一个词或一项筛选：有 {total} 条批注未显示。</translation>
  </message>
  <message>
   <source>Take in a library</source>
   <translation>导入报告库</translation>
  </message>
  <message>
   <source>Take in a library…</source>
   <translation>导入报告库…</translation>
  </message>
  <message>
   <source>Take the correction back</source>
   <translation>撤回这处更正</translation>
  </message>
  <message>
   <source>Take the file's</source>
   <translation>采用文件的</translation>
  </message>
  <message>
   <source>Taking in</source>
   <translation>正在导入</translation>
  </message>
  <message>
   <source>Taking in the reports of the library</source>
   <translation>正在收录资料库中的报告</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>目标</translation>
  </message>
  <message>
   <source>Targets met?</source>
   <translation>目标完成情况</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>术语</translation>
  </message>
  <message>
   <source>Terms (*.csv *.tsv *.txt *.tbx *.xml);;All files (*)</source>
   <translation>术语 (*.csv *.tsv *.txt *.tbx *.xml);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Terms of this report</source>
   <translation>本报告中的术语</translation>
  </message>
  <message>
   <source>Terms of this report for Anki…</source>
   <translation>本报告的术语（Anki）…</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>字号</translation>
  </message>
  <message>
   <source>Text size {n} %</source>
   <translation>字号 {n} %</translation>
  </message>
  <message>
   <source>The Chinese has no Chinese character.</source>
   <translation>中文一栏没有汉字。</translation>
  </message>
  <message>
   <source>The English has Chinese characters.</source>
   <translation>英文一栏含有汉字。</translation>
  </message>
  <message>
   <source>The correction was taken back. Ctrl+Z brings it back.</source>
   <translation>更正已撤回。按 Ctrl+Z 可恢复。</translation>
  </message>
  <message>
   <source>The files stay where they are, and your notes are kept.</source>
   <translation>文件留在原处，您的批注也会保留。</translation>
  </message>
  <message>
   <source>The first {n} of {total} are drawn.</source>
   <translation>共 {total} 个，只画前 {n} 个。</translation>
  </message>
  <message>
   <source>The glossary does not have this word. A dictionary in CC-CEDICT format, added once, explains most words.</source>
   <translation>术语表里没有这个词。添加一部 CC-CEDICT 格式的词典，就能查到大多数词语。</translation>
  </message>
  <message>
   <source>The glossary does not have this word. You can add it with its Chinese.</source>
   <translation>术语表里没有这个词，可以连同中文加入术语表。</translation>
  </message>
  <message>
   <source>The language of titles and sources; passages are always in both</source>
   <translation>标题和出处所用的语言；摘录始终为双语</translation>
  </message>
  <message>
   <source>The list of reports was damaged. What could be read of it is kept; the damaged file is {path}.</source>
   <translation>报告列表已损坏，能读取的部分已保留；损坏的文件为 {path}。</translation>
  </message>
  <message>
   <source>The model is unsure of this translation; compare it with the original.</source>
   <translation>模型对这句译文没有把握，请对照原文。</translation>
  </message>
  <message>
   <source>The model {name} is damaged and is not used: {reason}. Install it again to mend this.</source>
   <translation>模型 {name} 已损坏，未予使用：{reason}。请重新安装。</translation>
  </message>
  <message>
   <source>The numbers of this translation could not be verified.</source>
   <translation>无法核实这句译文中的数字。</translation>
  </message>
  <message>
   <source>The open report, sentence by sentence ({n})</source>
   <translation>当前报告，逐句对照（{n} 句）</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>图片已复制到剪贴板。</translation>
  </message>
  <message>
   <source>The report can be read and marked, and its figures are linked. Click to add models.</source>
   <translation>仍可阅读、标记，数据照常关联。单击可添加模型。</translation>
  </message>
  <message>
   <source>The report can be read, searched and marked. Click to add a translation model.</source>
   <translation>仍可阅读、搜索和标记。单击可添加翻译模型。</translation>
  </message>
  <message>
   <source>The report is not where it was: {path}</source>
   <translation>报告已不在原处：{path}</translation>
  </message>
  <message>
   <source>The report of this note is not in the library: {title}</source>
   <translation>书库中没有这条批注所属的报告：{title}</translation>
  </message>
  <message>
   <source>The report of this sentence is not in the library: {title}</source>
   <translation>资料库中没有这个例句所属的报告：{title}</translation>
  </message>
  <message>
   <source>The report was changed where these notes were made. They are kept, with the words they stood at.</source>
   <translation>报告在这些批注处有改动。批注连同当时的文字都已保留。</translation>
  </message>
  <message>
   <source>The same report in the other language</source>
   <translation>选择同一报告的另一语言文本</translation>
  </message>
  <message>
   <source>The sample report</source>
   <translation>示例报告</translation>
  </message>
  <message>
   <source>The search goes by meaning: an English question finds Chinese passages, Simplified finds Traditional. Enter goes to the best passage, F3 to the next one.</source>
   <translation>按语义搜索：英文提问能找到中文段落，简体能找到繁体。回车转到最佳结果，F3 转到下一条。</translation>
  </message>
  <message>
   <source>The search index could not be used and is built again: {reason}.</source>
   <translation>搜索索引无法使用，正在重建：{reason}。</translation>
  </message>
  <message>
   <source>The settings could not be read ({reason}); the defaults are used.</source>
   <translation>设置无法读取（{reason}），已使用默认设置。</translation>
  </message>
  <message>
   <source>The settings were changed outside the reader. Look whether they are as you want them.</source>
   <translation>设置文件在软件之外被改动过，请检查各项设置是否符合您的需要。</translation>
  </message>
  <message>
   <source>The text can be read in the meantime.</source>
   <translation>正文可以先读。</translation>
  </message>
  <message>
   <source>The translation here puts it otherwise.</source>
   <translation>此处译文用了别的说法。</translation>
  </message>
  <message>
   <source>The translation is on the clipboard.</source>
   <translation>译文已复制到剪贴板。</translation>
  </message>
  <message>
   <source>The two texts have nothing in common; nothing was changed.</source>
   <translation>两份文本没有对应内容，未作更改。</translation>
  </message>
  <message>
   <source>Their figures are being looked for.</source>
   <translation>正在查找其中的数据。</translation>
  </message>
  <message>
   <source>Their passages are being sorted by topic.</source>
   <translation>正在按主题归类各段文字。</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>配色</translation>
  </message>
  <message>
   <source>There are no more words.</source>
   <translation>没有更多词语了。</translation>
  </message>
  <message>
   <source>There are no notes to export.</source>
   <translation>没有可导出的批注。</translation>
  </message>
  <message>
   <source>There are no words to export.</source>
   <translation>没有可导出的词语。</translation>
  </message>
  <message>
   <source>There are {n} paragraphs</source>
   <translation>共有 {n} 段</translation>
  </message>
  <message>
   <source>There is no report here that says anything. Add one, or open one in the reader.</source>
   <translation>这里没有有内容的报告。请添加报告，或在阅读窗口中打开一份。</translation>
  </message>
  <message>
   <source>There is no sentence of this word.</source>
   <translation>这个词没有例句。</translation>
  </message>
  <message>
   <source>There is no such page</source>
   <translation>没有这一页</translation>
  </message>
  <message>
   <source>There is no word here.</source>
   <translation>这里没有可查的词语。</translation>
  </message>
  <message>
   <source>These words are not in the report any more.</source>
   <translation>报告中已没有这段文字。</translation>
  </message>
  <message>
   <source>This becomes a term of your own, and wins over the one that comes with the reader.</source>
   <translation>保存后成为自己的术语，优先于内置术语。</translation>
  </message>
  <message>
   <source>This is a fault of the reader, not of your text. Nothing is lost and nothing is sent anywhere. The report below helps to mend it.</source>
   <translation>这是阅读器的问题，与您的文本无关。没有丢失任何内容，也没有发送任何内容。下面的报告有助于修复。</translation>
  </message>
  <message>
   <source>This is in the brief already.</source>
   <translation>摘要中已有这段内容。</translation>
  </message>
  <message>
   <source>This is no figure</source>
   <translation>这不是数据</translation>
  </message>
  <message>
   <source>This is what you wrote here before and did not save.</source>
   <translation>这是您上次在此输入但未保存的内容。</translation>
  </message>
  <message>
   <source>This report</source>
   <translation>本报告</translation>
  </message>
  <message>
   <source>This report has no pages</source>
   <translation>这份报告不分页</translation>
  </message>
  <message>
   <source>This sentence could not be translated.</source>
   <translation>这句话未能翻译。</translation>
  </message>
  <message>
   <source>This sentence is not in the report any more.</source>
   <translation>报告中已没有这句话。</translation>
  </message>
  <message>
   <source>This sentence is still to be translated.</source>
   <translation>这句话尚未翻译。</translation>
  </message>
  <message>
   <source>This sentence was added without a report.</source>
   <translation>这个例句没有注明出自哪份报告。</translation>
  </message>
  <message>
   <source>This text states no percentages, amounts of money, counts or ranks that the reader knows.</source>
   <translation>文中没有阅读器认识的百分比、金额、数量或排名。</translation>
  </message>
  <message>
   <source>This translation repeats itself; something may be missing.</source>
   <translation>译文有重复，可能有漏译。</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>题名</translation>
  </message>
  <message>
   <source>Title, place, year, tag, speaker</source>
   <translation>题名、地点、年份、标签、报告人</translation>
  </message>
  <message>
   <source>To (of a range)</source>
   <translation>至（区间上限）</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>工具栏</translation>
  </message>
  <message>
   <source>Topics</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Topics…</source>
   <translation>主题…</translation>
  </message>
  <message>
   <source>Traditional 繁體</source>
   <translation>繁体</translation>
  </message>
  <message>
   <source>Translate</source>
   <translation>翻译</translation>
  </message>
  <message>
   <source>Translate again</source>
   <translation>重新翻译</translation>
  </message>
  <message>
   <source>Translate the paragraph</source>
   <translation>翻译本段</translation>
  </message>
  <message>
   <source>Translate the selection</source>
   <translation>翻译所选文字</translation>
  </message>
  <message>
   <source>Translate this passage</source>
   <translation>翻译此段</translation>
  </message>
  <message>
   <source>Translating {done}/{total}</source>
   <translation>正在翻译 {done}/{total}</translation>
  </message>
  <message>
   <source>Translation</source>
   <translation>翻译</translation>
  </message>
  <message>
   <source>Translation and search work on this computer, without a network.</source>
   <translation>翻译与搜索都在本机运行，无需联网。</translation>
  </message>
  <message>
   <source>Translation memories (*.tmx);;All files (*)</source>
   <translation>翻译记忆 (*.tmx);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Translation of this sentence</source>
   <translation>本句译文</translation>
  </message>
  <message>
   <source>Translation paused at {done}/{total}</source>
   <translation>翻译已暂停：{done}/{total}</translation>
  </message>
  <message>
   <source>Trying {name} in a process of its own…</source>
   <translation>正在独立进程中试运行 {name}…</translation>
  </message>
  <message>
   <source>Two languages, one text</source>
   <translation>两种语言，一份文本</translation>
  </message>
  <message>
   <source>Type a word or a question in Chinese or English.</source>
   <translation>请输入中文或英文的词或问题。</translation>
  </message>
  <message>
   <source>US dollars</source>
   <translation>美元</translation>
  </message>
  <message>
   <source>Underline</source>
   <translation>下划线</translation>
  </message>
  <message>
   <source>Underline instead of highlighting</source>
   <translation>改用下划线</translation>
  </message>
  <message>
   <source>Underline terms</source>
   <translation>为术语加下划线</translation>
  </message>
  <message>
   <source>Underlined numbers are indicators. Click one to see what it measures, its target and its result. Everything happens on this computer.</source>
   <translation>带下划线的数字是指标。单击可看它的含义、目标与完成情况。一切都在本机完成。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>未读</translation>
  </message>
  <message>
   <source>Untitled brief</source>
   <translation>未命名摘要</translation>
  </message>
  <message>
   <source>Use (Alt+{n})</source>
   <translation>采用（Alt+{n}）</translation>
  </message>
  <message>
   <source>Use this alone</source>
   <translation>只用此键</translation>
  </message>
  <message>
   <source>Use this one</source>
   <translation>使用此模型</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Verified: every file is what was installed.</source>
   <translation>校验完成：所有文件均与安装时一致。</translation>
  </message>
  <message>
   <source>Verified: {n} damaged.</source>
   <translation>校验完成：{n} 个已损坏。</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>校验</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>W3C annotations (*.jsonld *.json);;All files (*)</source>
   <translation>W3C 批注 (*.jsonld *.json);;所有文件 (*)</translation>
  </message>
  <message>
   <source>W3C annotations (*.jsonld)</source>
   <translation>W3C 批注 (*.jsonld)</translation>
  </message>
  <message>
   <source>W3C annotations (JSON-LD)…</source>
   <translation>W3C 批注（JSON-LD）…</translation>
  </message>
  <message>
   <source>Waits for {source} → {target}</source>
   <translation>尚缺 {source} → {target}</translation>
  </message>
  <message>
   <source>Web pages (*.html)</source>
   <translation>网页 (*.html)</translation>
  </message>
  <message>
   <source>Web page…</source>
   <translation>网页…</translation>
  </message>
  <message>
   <source>What is the file to hold?</source>
   <translation>文件应包含哪些内容？</translation>
  </message>
  <message>
   <source>What to compare</source>
   <translation>比较什么</translation>
  </message>
  <message>
   <source>Where the word stands in this report</source>
   <translation>该词在本报告中出现的位置</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>查看详情</translation>
  </message>
  <message>
   <source>Which indicators</source>
   <translation>显示哪些指标</translation>
  </message>
  <message>
   <source>Which shall hold?</source>
   <translation>以哪一个为准？</translation>
  </message>
  <message>
   <source>Which terms to show</source>
   <translation>显示哪些术语</translation>
  </message>
  <message>
   <source>While reading</source>
   <translation>阅读时</translation>
  </message>
  <message>
   <source>Whole words</source>
   <translation>全词匹配</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Why this passage</source>
   <translation>为何找到这一条</translation>
  </message>
  <message>
   <source>Width of the text</source>
   <translation>版面宽度</translation>
  </message>
  <message>
   <source>With a comment</source>
   <translation>有批注文字的</translation>
  </message>
  <message>
   <source>Without a dictionary, words that are no terms show their pinyin alone. Add one in CC-CEDICT format (a .u8 file, which you can download at mdbg.net and copy here), and they show their meaning, too.</source>
   <translation>没有词典时，术语以外的字只显示拼音。添加 CC-CEDICT 格式的词典（.u8 文件，可从 mdbg.net 下载后拷到本机），就能显示释义。</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>词语</translation>
  </message>
  <message>
   <source>Word deleted; Undo brings it back.</source>
   <translation>已删除词语；可以撤销。</translation>
  </message>
  <message>
   <source>Word documents (*.docx)</source>
   <translation>Word 文档 (*.docx)</translation>
  </message>
  <message>
   <source>Word document…</source>
   <translation>Word 文档…</translation>
  </message>
  <message>
   <source>Word list</source>
   <translation>生词本</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>生词</translation>
  </message>
  <message>
   <source>Words: {words}</source>
   <translation>词语：{words}</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>写批注</translation>
  </message>
  <message>
   <source>Write a note…</source>
   <translation>写批注…</translation>
  </message>
  <message>
   <source>Writing {name}…</source>
   <translation>正在写入 {name}…</translation>
  </message>
  <message>
   <source>Written to {path}</source>
   <translation>已写入 {path}</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黄色</translation>
  </message>
  <message>
   <source>You have no terms of your own yet</source>
   <translation>还没有自己的术语</translation>
  </message>
  <message>
   <source>Your correction is kept and used in every report. Ctrl+Z takes that back.</source>
   <translation>更正已保存，并用于所有报告。按 Ctrl+Z 可撤销。</translation>
  </message>
  <message>
   <source>Your corrections and the imported memories ({n})</source>
   <translation>您的更正和已导入的翻译记忆（{n} 条）</translation>
  </message>
  <message>
   <source>Your corrections, of all reports ({n})</source>
   <translation>您在所有报告中的更正（{n} 条）</translation>
  </message>
  <message>
   <source>Your notes file was damaged and there was no backup. It is kept as {path}; a new one was begun.</source>
   <translation>批注文件已损坏且没有备份。原文件保存为 {path}，已新建一个。</translation>
  </message>
  <message>
   <source>Your notes file was damaged. It was made again of its copies, with {n} notes; the damaged file is kept as {path}.</source>
   <translation>批注文件已损坏，已由副本重建，现有 {n} 条批注；损坏的文件保存为 {path}。</translation>
  </message>
  <message>
   <source>Your terms ({n})</source>
   <translation>自己的术语（{n}）</translation>
  </message>
  <message>
   <source>about</source>
   <translation>约</translation>
  </message>
  <message>
   <source>about {n} min left</source>
   <translation>约剩 {n} 分钟</translation>
  </message>
  <message>
   <source>about {n} s left</source>
   <translation>约剩 {n} 秒</translation>
  </message>
  <message>
   <source>actual</source>
   <translation>实际</translation>
  </message>
  <message>
   <source>added</source>
   <translation>已添加</translation>
  </message>
  <message>
   <source>agriculture</source>
   <translation>农业</translation>
  </message>
  <message>
   <source>also: {words}</source>
   <translation>亦作：{words}</translation>
  </message>
  <message>
   <source>at least</source>
   <translation>至少</translation>
  </message>
  <message>
   <source>beside</source>
   <translation>对照</translation>
  </message>
  <message>
   <source>both texts are in {language}; a pair has one in each language</source>
   <translation>两份文本都是{language}；配对需要中英文各一份</translation>
  </message>
  <message>
   <source>built in</source>
   <translation>内置</translation>
  </message>
  <message>
   <source>bundled</source>
   <translation>自带</translation>
  </message>
  <message>
   <source>cannot say</source>
   <translation>无法判断</translation>
  </message>
  <message>
   <source>change in points</source>
   <translation>百分点变化</translation>
  </message>
  <message>
   <source>change of rank</source>
   <translation>位次变化</translation>
  </message>
  <message>
   <source>check before you quote</source>
   <translation>引用前请核对</translation>
  </message>
  <message>
   <source>cities</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>close</source>
   <translation>接近</translation>
  </message>
  <message>
   <source>count</source>
   <translation>数量</translation>
  </message>
  <message>
   <source>culture</source>
   <translation>文化</translation>
  </message>
  <message>
   <source>dictionary</source>
   <translation>词典</translation>
  </message>
  <message>
   <source>economy</source>
   <translation>经济</translation>
  </message>
  <message>
   <source>education</source>
   <translation>教育</translation>
  </message>
  <message>
   <source>energy</source>
   <translation>能源</translation>
  </message>
  <message>
   <source>enterprises</source>
   <translation>企业（家）</translation>
  </message>
  <message>
   <source>environment</source>
   <translation>生态环境</translation>
  </message>
  <message>
   <source>exactly</source>
   <translation>恰为</translation>
  </message>
  <message>
   <source>finance</source>
   <translation>财政金融</translation>
  </message>
  <message>
   <source>glossary</source>
   <translation>术语表</translation>
  </message>
  <message>
   <source>government</source>
   <translation>政务</translation>
  </message>
  <message>
   <source>growth</source>
   <translation>增长</translation>
  </message>
  <message>
   <source>health</source>
   <translation>卫生健康</translation>
  </message>
  <message>
   <source>households</source>
   <translation>户</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>存量</translation>
  </message>
  <message>
   <source>in base units, e.g. 1576030000000</source>
   <translation>以基本单位计，例如 1576030000000</translation>
  </message>
  <message>
   <source>in the period</source>
   <translation>当期</translation>
  </message>
  <message>
   <source>increment</source>
   <translation>增量</translation>
  </message>
  <message>
   <source>industry</source>
   <translation>工业</translation>
  </message>
  <message>
   <source>it cannot be used ({error})</source>
   <translation>无法使用（{error}）</translation>
  </message>
  <message>
   <source>it contains {file}, which a translation package does not need</source>
   <translation>含有翻译模型包不需要的 {file}</translation>
  </message>
  <message>
   <source>it contains {file}; only safetensors and JSON files are read</source>
   <translation>含有 {file}；只读取 safetensors 和 JSON 文件</translation>
  </message>
  <message>
   <source>it could not be tried ({error})</source>
   <translation>无法试运行（{error}）</translation>
  </message>
  <message>
   <source>it has more than {n} characters; that is no report</source>
   <translation>超过 {n} 个字符，不会是报告</translation>
  </message>
  <message>
   <source>it has neither {one} nor {other}</source>
   <translation>既没有 {one}，也没有 {other}</translation>
  </message>
  <message>
   <source>it has {n} pages; more than {most} is no report</source>
   <translation>有 {n} 页，超过 {most} 页的不会是报告</translation>
  </message>
  <message>
   <source>it has {size} GB, more than any package</source>
   <translation>大小为 {size} GB，超出任何模型包</translation>
  </message>
  <message>
   <source>it holds more than one package</source>
   <translation>含有不止一个模型包</translation>
  </message>
  <message>
   <source>it holds more than {n} files, more than any package</source>
   <translation>所含文件超过 {n} 个，多于任何模型包</translation>
  </message>
  <message>
   <source>it holds {n} files, more than any package</source>
   <translation>所含文件达 {n} 个，多于任何模型包</translation>
  </message>
  <message>
   <source>it is a folder, not a file</source>
   <translation>这是文件夹，不是文件</translation>
  </message>
  <message>
   <source>it is a scan without a text layer; make one with text recognition (OCR), then open the new file</source>
   <translation>这是没有文字层的扫描件，请先做文字识别（OCR），再打开识别后的文件</translation>
  </message>
  <message>
   <source>it is a zip archive and no EPUB book</source>
   <translation>这是 zip 压缩包，不是 EPUB 电子书</translation>
  </message>
  <message>
   <source>it is a zip archive and no Word document</source>
   <translation>这是 zip 压缩包，不是 Word 文档</translation>
  </message>
  <message>
   <source>it is a zip file of several documents; import it, or drop it on the window</source>
   <translation>这是装有多份文档的 zip 压缩包，请导入，或拖到窗口里</translation>
  </message>
  <message>
   <source>it is an old or an encrypted Word document; save it as .docx without a password</source>
   <translation>这是旧版或加密的 Word 文档，请另存为不带密码的 .docx</translation>
  </message>
  <message>
   <source>it is compressed in a way that packages are not</source>
   <translation>压缩方式与模型包不符</translation>
  </message>
  <message>
   <source>it is damaged ({error})</source>
   <translation>文件已损坏（{error}）</translation>
  </message>
  <message>
   <source>it is damaged and cannot be read as a PDF</source>
   <translation>文件已损坏，无法按 PDF 读取</translation>
  </message>
  <message>
   <source>it is damaged, or has no text layer; there is no text to be had</source>
   <translation>文件已损坏或没有文字层，读不到文字</translation>
  </message>
  <message>
   <source>it is encrypted</source>
   <translation>已加密</translation>
  </message>
  <message>
   <source>it is no whole EPUB book ({error})</source>
   <translation>EPUB 电子书不完整（{error}）</translation>
  </message>
  <message>
   <source>it is no whole Word document ({error})</source>
   <translation>Word 文档不完整（{error}）</translation>
  </message>
  <message>
   <source>it is no whole zip file ({error})</source>
   <translation>zip 压缩包不完整（{error}）</translation>
  </message>
  <message>
   <source>it is not a regular file</source>
   <translation>这不是普通文件</translation>
  </message>
  <message>
   <source>it is not a text file</source>
   <translation>这不是文本文件</translation>
  </message>
  <message>
   <source>it is not an .argosmodel (zip) file</source>
   <translation>不是 .argosmodel（zip）文件</translation>
  </message>
  <message>
   <source>it is not {encoding} text</source>
   <translation>这不是 {encoding} 编码的文本</translation>
  </message>
  <message>
   <source>it is protected against copying (DRM) and cannot be read</source>
   <translation>文件有版权保护（DRM），无法读取</translation>
  </message>
  <message>
   <source>it is protected by a password</source>
   <translation>文件有密码保护</translation>
  </message>
  <message>
   <source>it is protected by a password; save a copy without one and open that</source>
   <translation>文件有密码保护，请另存一份不带密码的再打开</translation>
  </message>
  <message>
   <source>it is {kind}, not plain text</source>
   <translation>这不是纯文本（{kind}）</translation>
  </message>
  <message>
   <source>it needs more memory than a model of its size should</source>
   <translation>所需内存超出同等大小模型的正常范围</translation>
  </message>
  <message>
   <source>it needs the package sentence-transformers, which is not installed</source>
   <translation>需要 sentence-transformers，但尚未安装</translation>
  </message>
  <message>
   <source>it translates from {source} to {target}, neither of them Chinese or English</source>
   <translation>用于 {source} 到 {target} 的翻译，两者都不是中文或英文</translation>
  </message>
  <message>
   <source>it unpacks to far more than a report; it is not opened</source>
   <translation>解压后远大于一份报告，没有打开</translation>
  </message>
  <message>
   <source>it was not ready after {n} seconds</source>
   <translation>{n} 秒后仍未就绪</translation>
  </message>
  <message>
   <source>items</source>
   <translation>个（项）</translation>
  </message>
  <message>
   <source>its SHA-256 is not that of the bundle</source>
   <translation>SHA-256 与自带模型不符</translation>
  </message>
  <message>
   <source>its XML declares entities; it is not opened</source>
   <translation>XML 里声明了实体，没有打开</translation>
  </message>
  <message>
   <source>its archive has {n} parts; more than {most} is no report</source>
   <translation>压缩包里有 {n} 个文件，超过 {most} 个的不会是报告</translation>
  </message>
  <message>
   <source>its archive holds links; it is not opened</source>
   <translation>压缩包里有链接，没有打开</translation>
  </message>
  <message>
   <source>its archive holds two parts of one name; it is not opened</source>
   <translation>压缩包里有同名文件，没有打开</translation>
  </message>
  <message>
   <source>its archive points outside itself; it is not opened</source>
   <translation>压缩包里的路径指向外部，没有打开</translation>
  </message>
  <message>
   <source>its encoding could not be recognised</source>
   <translation>无法识别文字编码</translation>
  </message>
  <message>
   <source>its files cannot be read ({error})</source>
   <translation>文件无法读取（{error}）</translation>
  </message>
  <message>
   <source>its manifest.json is missing; add it again with: report-reader models add FILE</source>
   <translation>缺少 manifest.json；请重新添加：report-reader models add FILE</translation>
  </message>
  <message>
   <source>its markup cannot be read</source>
   <translation>无法读取网页标记</translation>
  </message>
  <message>
   <source>its markup is nested too deeply; it is not opened</source>
   <translation>标记嵌套过深，没有打开</translation>
  </message>
  <message>
   <source>its network cannot be loaded ({error})</source>
   <translation>网络无法加载（{error}）</translation>
  </message>
  <message>
   <source>its text layer is unreadable (its fonts do not say which characters they show); use OCR</source>
   <translation>文字层无法读取（字体没有说明对应的字符），请用文字识别（OCR）</translation>
  </message>
  <message>
   <source>its type is {type}, not a translation package</source>
   <translation>类型为 {type}，不是翻译模型包</translation>
  </message>
  <message>
   <source>its vectors are no numbers</source>
   <translation>生成的向量不是数值</translation>
  </message>
  <message>
   <source>its vocabulary cannot be read ({error})</source>
   <translation>词表无法读取（{error}）</translation>
  </message>
  <message>
   <source>its vocabulary has {n} pieces and its network {m}</source>
   <translation>词表有 {n} 项，而网络只有 {m} 项</translation>
  </message>
  <message>
   <source>its vocabulary is larger than its table of vectors</source>
   <translation>词表大于向量表</translation>
  </message>
  <message>
   <source>law</source>
   <translation>法治</translation>
  </message>
  <message>
   <source>left empty: made from the name</source>
   <translation>留空则由名称生成</translation>
  </message>
  <message>
   <source>level</source>
   <translation>水平</translation>
  </message>
  <message>
   <source>loading it ends the process ({how})</source>
   <translation>加载时进程崩溃（{how}）</translation>
  </message>
  <message>
   <source>machine translation</source>
   <translation>机器翻译</translation>
  </message>
  <message>
   <source>manifest.json lists no files</source>
   <translation>manifest.json 未列出文件</translation>
  </message>
  <message>
   <source>met</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>metadata.json gives no language codes (from_code, to_code)</source>
   <translation>metadata.json 未给出语言代码（from_code、to_code）</translation>
  </message>
  <message>
   <source>modules.json lists no modules</source>
   <translation>modules.json 未列出模块</translation>
  </message>
  <message>
   <source>modules.json names {module}, which is no module of sentence-transformers</source>
   <translation>modules.json 中的 {module} 不是 sentence-transformers 的模块</translation>
  </message>
  <message>
   <source>multiple</source>
   <translation>倍数</translation>
  </message>
  <message>
   <source>name of a figure</source>
   <translation>指标名称</translation>
  </message>
  <message>
   <source>nearly</source>
   <translation>近</translation>
  </message>
  <message>
   <source>no other report</source>
   <translation>无对照报告</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>未完成</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>未公布</translation>
  </message>
  <message>
   <source>not translated</source>
   <translation>未能翻译</translation>
  </message>
  <message>
   <source>official term</source>
   <translation>官方术语</translation>
  </message>
  <message>
   <source>official translation</source>
   <translation>官方译文</translation>
  </message>
  <message>
   <source>one of its chapters is larger than any report</source>
   <translation>其中一章比任何报告都大</translation>
  </message>
  <message>
   <source>opening up</source>
   <translation>对外开放</translation>
  </message>
  <message>
   <source>or a share of the text: 50%</source>
   <translation>也可输入百分比，如 50%</translation>
  </message>
  <message>
   <source>over</source>
   <translation>超过</translation>
  </message>
  <message>
   <source>paragraph {n}</source>
   <translation>第 {n} 段</translation>
  </message>
  <message>
   <source>part of the whole</source>
   <translation>分数</translation>
  </message>
  <message>
   <source>people</source>
   <translation>人</translation>
  </message>
  <message>
   <source>percentage points</source>
   <translation>百分点</translation>
  </message>
  <message>
   <source>places</source>
   <translation>位</translation>
  </message>
  <message>
   <source>policy</source>
   <translation>政策</translation>
  </message>
  <message>
   <source>programme</source>
   <translation>工程项目</translation>
  </message>
  <message>
   <source>projects</source>
   <translation>项目（个）</translation>
  </message>
  <message>
   <source>put together by machine</source>
   <translation>由程序组合</translation>
  </message>
  <message>
   <source>rank</source>
   <translation>排名</translation>
  </message>
  <message>
   <source>ratio</source>
   <translation>比率</translation>
  </message>
  <message>
   <source>reading it ends the parser; it is damaged, or made to do harm</source>
   <translation>文件一读就使解析程序中止，可能已损坏或含有恶意内容</translation>
  </message>
  <message>
   <source>reading it takes more memory than any report; it may be made to do harm</source>
   <translation>读取它占用的内存远超任何报告，可能含有恶意内容</translation>
  </message>
  <message>
   <source>reading it takes too long; it may be damaged</source>
   <translation>读取时间过长，文件可能已损坏</translation>
  </message>
  <message>
   <source>regions</source>
   <translation>区域</translation>
  </message>
  <message>
   <source>rural areas</source>
   <translation>农村</translation>
  </message>
  <message>
   <source>security</source>
   <translation>安全</translation>
  </message>
  <message>
   <source>sentence-transformers cannot load it ({error})</source>
   <translation>sentence-transformers 无法加载（{error}）</translation>
  </message>
  <message>
   <source>separated by ;</source>
   <translation>用分号隔开</translation>
  </message>
  <message>
   <source>share</source>
   <translation>占比</translation>
  </message>
  <message>
   <source>shared</source>
   <translation>共享</translation>
  </message>
  <message>
   <source>slogan</source>
   <translation>口号</translation>
  </message>
  <message>
   <source>social affairs</source>
   <translation>民生</translation>
  </message>
  <message>
   <source>statistics</source>
   <translation>统计</translation>
  </message>
  <message>
   <source>streak</source>
   <translation>连续</translation>
  </message>
  <message>
   <source>target</source>
   <translation>目标</translation>
  </message>
  <message>
   <source>technology</source>
   <translation>科技</translation>
  </message>
  <message>
   <source>the XML in it cannot be read</source>
   <translation>无法读取其中的 XML</translation>
  </message>
  <message>
   <source>the file has {size} MB; more than {most} MB is no report</source>
   <translation>文件有 {size} MB，超过 {most} MB 的不会是报告</translation>
  </message>
  <message>
   <source>the file is damaged; what could be read of it is shown</source>
   <translation>文件已损坏，这里显示的是能读出的部分</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>文件是空的</translation>
  </message>
  <message>
   <source>the list of its chapters is missing</source>
   <translation>缺少章节目录</translation>
  </message>
  <message>
   <source>the report's own words</source>
   <translation>报告原文</translation>
  </message>
  <message>
   <source>the target_prefix in metadata.json is not a short text</source>
   <translation>metadata.json 中的 target_prefix 不是短文本</translation>
  </message>
  <message>
   <source>the text has changed here</source>
   <translation>此处原文有改动</translation>
  </message>
  <message>
   <source>the vocabulary in model/ is missing</source>
   <translation>model/ 中缺少词表</translation>
  </message>
  <message>
   <source>there are more than {n} files in it; choose a smaller folder</source>
   <translation>里面的文件超过 {n} 个，请选小一些的文件夹</translation>
  </message>
  <message>
   <source>there are no reports in the folder or archive</source>
   <translation>文件夹或压缩包里没有报告</translation>
  </message>
  <message>
   <source>there is no such file</source>
   <translation>没有这个文件</translation>
  </message>
  <message>
   <source>there is no such file in the archive</source>
   <translation>压缩包里没有这个文件</translation>
  </message>
  <message>
   <source>there is no text encoding named {encoding}</source>
   <translation>没有名为 {encoding} 的编码</translation>
  </message>
  <message>
   <source>there is no text in the PDF</source>
   <translation>这个 PDF 里没有文字</translation>
  </message>
  <message>
   <source>there is no text in the book; it may hold nothing but pictures</source>
   <translation>书里没有文字，可能全是图片</translation>
  </message>
  <message>
   <source>there is no text in the document</source>
   <translation>文档里没有文字</translation>
  </message>
  <message>
   <source>there is no text in the file</source>
   <translation>文件里没有文字</translation>
  </message>
  <message>
   <source>there is no text in the file, only blanks</source>
   <translation>文件里只有空白，没有文字</translation>
  </message>
  <message>
   <source>there is no text in the page; it may be made by a script when it is shown</source>
   <translation>网页里没有文字，正文可能要靠脚本才能显示</translation>
  </message>
  <message>
   <source>this is no valid file name</source>
   <translation>文件名无效</translation>
  </message>
  <message>
   <source>times</source>
   <translation>倍</translation>
  </message>
  <message>
   <source>total</source>
   <translation>总量</translation>
  </message>
  <message>
   <source>transport</source>
   <translation>交通</translation>
  </message>
  <message>
   <source>typical: {words}</source>
   <translation>典型：{words}</translation>
  </message>
  <message>
   <source>unpacked it would take {size} GB</source>
   <translation>解压后将占用 {size} GB</translation>
  </message>
  <message>
   <source>up to</source>
   <translation>至多</translation>
  </message>
  <message>
   <source>visits</source>
   <translation>人次</translation>
  </message>
  <message>
   <source>what it is, in a few words</source>
   <translation>用几个词说明是什么</translation>
  </message>
  <message>
   <source>with the figures of this sentence</source>
   <translation>已换成本句的数字</translation>
  </message>
  <message>
   <source>with {words}</source>
   <translation>有“{words}”</translation>
  </message>
  <message>
   <source>without {words}</source>
   <translation>无“{words}”</translation>
  </message>
  <message>
   <source>years</source>
   <translation>年</translation>
  </message>
  <message>
   <source>you</source>
   <translation>自己</translation>
  </message>
  <message>
   <source>you have no permission to read it</source>
   <translation>没有读取权限</translation>
  </message>
  <message>
   <source>your correction</source>
   <translation>您的更正</translation>
  </message>
  <message>
   <source>your term</source>
   <translation>自己的术语</translation>
  </message>
  <message>
   <source>yuan</source>
   <translation>元</translation>
  </message>
  <message>
   <source>{at} of {n} in this report</source>
   <translation>本报告第 {at} 处，共 {n} 处</translation>
  </message>
  <message>
   <source>{count} more</source>
   <translation>还有 {count} 条</translation>
  </message>
  <message>
   <source>{done} of {total} reports</source>
   <translation>已收录 {done}/{total} 份报告</translation>
  </message>
  <message>
   <source>{file} asks for code of its own (auto_map)</source>
   <translation>{file} 要求运行自带代码（auto_map）</translation>
  </message>
  <message>
   <source>{file} cannot be read ({error})</source>
   <translation>{file} 无法读取（{error}）</translation>
  </message>
  <message>
   <source>{file} cannot be unpacked ({error})</source>
   <translation>{file} 无法解压（{error}）</translation>
  </message>
  <message>
   <source>{file} is a link</source>
   <translation>{file} 是链接</translation>
  </message>
  <message>
   <source>{file} is a link or a device, not a file</source>
   <translation>{file} 是链接或设备，不是文件</translation>
  </message>
  <message>
   <source>{file} is cut short</source>
   <translation>{file} 不完整</translation>
  </message>
  <message>
   <source>{file} is in it twice</source>
   <translation>{file} 重复出现</translation>
  </message>
  <message>
   <source>{file} is larger than it says</source>
   <translation>{file} 比所标大小更大</translation>
  </message>
  <message>
   <source>{file} is missing</source>
   <translation>缺少 {file}</translation>
  </message>
  <message>
   <source>{file} is not UTF-8 text</source>
   <translation>{file} 不是 UTF-8 文本</translation>
  </message>
  <message>
   <source>{file} is not a JSON object</source>
   <translation>{file} 不是 JSON 对象</translation>
  </message>
  <message>
   <source>{file} is not valid JSON</source>
   <translation>{file} 不是有效的 JSON</translation>
  </message>
  <message>
   <source>{file} is not what was installed (its SHA-256 differs)</source>
   <translation>{file} 与安装时不一致（SHA-256 不同）</translation>
  </message>
  <message>
   <source>{file} lies outside the package's folder</source>
   <translation>{file} 位于模型包文件夹之外</translation>
  </message>
  <message>
   <source>{file} points outside the package</source>
   <translation>{file} 指向模型包之外</translation>
  </message>
  <message>
   <source>{file} unpacks to {n} times its size</source>
   <translation>{file} 解压后达到原大小的 {n} 倍</translation>
  </message>
  <message>
   <source>{file} was added to it later</source>
   <translation>{file} 是后来加入的</translation>
  </message>
  <message>
   <source>{file} would take {size} MB</source>
   <translation>{file} 将占用 {size} MB</translation>
  </message>
  <message>
   <source>{key} brings you here.</source>
   <translation>按 {key} 可随时回到这里。</translation>
  </message>
  <message>
   <source>{key} is the key of “{command}”; it will be taken from it.</source>
   <translation>{key} 现用于“{command}”，将改归此命令。</translation>
  </message>
  <message>
   <source>{key} moves through the text and cannot be used for anything else.</source>
   <translation>{key} 用于移动正文，不能另作他用。</translation>
  </message>
  <message>
   <source>{key} will work while you read, not while you type.</source>
   <translation>{key} 只在阅读时有效，输入文字时无效。</translation>
  </message>
  <message>
   <source>{met} of {all} met</source>
   <translation>{all} 项目标完成 {met} 项</translation>
  </message>
  <message>
   <source>{name}  —  {n} new</source>
   <translation>{name} — 新增 {n} 条</translation>
  </message>
  <message>
   <source>{name} was not added by you and is not removed</source>
   <translation>{name} 不是由您添加的，不能移除</translation>
  </message>
  <message>
   <source>{name} was not added: {path} cannot be written ({reason}).</source>
   <translation>未添加 {name}：无法写入 {path}（{reason}）。</translation>
  </message>
  <message>
   <source>{name} was not added: {reason}.</source>
   <translation>未添加 {name}：{reason}。</translation>
  </message>
  <message>
   <source>{name} {version} is used from now on.</source>
   <translation>现已改用 {name} {version}。</translation>
  </message>
  <message>
   <source>{new} notes were taken in, {known} were here already.</source>
   <translation>导入了 {new} 条批注，已有 {known} 条。</translation>
  </message>
  <message>
   <source>{n} % of the text</source>
   <translation>正文的 {n}% 处</translation>
  </message>
  <message>
   <source>{n} characters</source>
   <translation>{n} 字符</translation>
  </message>
  <message>
   <source>{n} corrections taken in</source>
   <translation>已导入 {n} 条更正</translation>
  </message>
  <message>
   <source>{n} corrections written to {path}</source>
   <translation>已将 {n} 条更正写入 {path}</translation>
  </message>
  <message>
   <source>{n} could not be read</source>
   <translation>{n} 份无法读取</translation>
  </message>
  <message>
   <source>{n} deleted. Ctrl+Z takes that back.</source>
   <translation>已删除 {n} 个，按 Ctrl+Z 撤销。</translation>
  </message>
  <message>
   <source>{n} empty</source>
   <translation>{n} 条为空</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} 个词条</translation>
  </message>
  <message>
   <source>{n} entries of a later version are kept unseen</source>
   <translation>另有 {n} 项出自更高版本，予以保留但不显示</translation>
  </message>
  <message>
   <source>{n} entries read…</source>
   <translation>已读取 {n} 个词条…</translation>
  </message>
  <message>
   <source>{n} example sentences</source>
   <translation>{n} 个例句</translation>
  </message>
  <message>
   <source>{n} figures</source>
   <translation>{n} 条数据</translation>
  </message>
  <message>
   <source>{n} figures copied</source>
   <translation>已复制 {n} 条数据</translation>
  </message>
  <message>
   <source>{n} figures written to {path}</source>
   <translation>已将 {n} 条数据写入 {path}</translation>
  </message>
  <message>
   <source>{n} files were not there.</source>
   <translation>有 {n} 个文件已不在原处。</translation>
  </message>
  <message>
   <source>{n} kept as you have them</source>
   <translation>{n} 个保留原样</translation>
  </message>
  <message>
   <source>{n} known already</source>
   <translation>{n} 个已有</translation>
  </message>
  <message>
   <source>{n} left out</source>
   <translation>{n} 份未能纳入</translation>
  </message>
  <message>
   <source>{n} left out ({reasons})</source>
   <translation>略过 {n} 条（{reasons}）</translation>
  </message>
  <message>
   <source>{n} lines left out</source>
   <translation>略去 {n} 行</translation>
  </message>
  <message>
   <source>{n} min left</source>
   <translation>剩余 {n} 分钟</translation>
  </message>
  <message>
   <source>{n} new</source>
   <translation>{n} 条新增</translation>
  </message>
  <message>
   <source>{n} not in Chinese and English</source>
   <translation>{n} 条不是中英对照</translation>
  </message>
  <message>
   <source>{n} notes deleted; Undo brings them back.</source>
   <translation>已删除 {n} 条批注；可以撤销。</translation>
  </message>
  <message>
   <source>{n} of them could not be brought back.</source>
   <translation>其中 {n} 条无法恢复。</translation>
  </message>
  <message>
   <source>{n} of your notes are damaged and left out. There is no second copy of them.</source>
   <translation>有 {n} 条批注已损坏且没有副本，未予显示。</translation>
  </message>
  <message>
   <source>{n} of your notes were damaged or missing, and were taken from the second copy.</source>
   <translation>有 {n} 条批注损坏或缺失，已从副本中恢复。</translation>
  </message>
  <message>
   <source>{n} of {all} pages are scans without text and are missing here: {pages}</source>
   <translation>{all} 页中有 {n} 页是没有文字的扫描件，这里没有：{pages}</translation>
  </message>
  <message>
   <source>{n} of {all} sentences show their official translation. Undo brings the machine's back.</source>
   <translation>{all} 句中有 {n} 句改用官方译文；撤销可恢复机器译文。</translation>
  </message>
  <message>
   <source>{n} of {total} terms</source>
   <translation>{n}/{total} 个术语</translation>
  </message>
  <message>
   <source>{n} pages printed</source>
   <translation>已打印 {n} 页</translation>
  </message>
  <message>
   <source>{n} pages written to {path}</source>
   <translation>已将 {n} 页写入 {path}</translation>
  </message>
  <message>
   <source>{n} passages</source>
   <translation>{n} 条</translation>
  </message>
  <message>
   <source>{n} passages from one report</source>
   <translation>{n} 条摘录，出自同一份报告</translation>
  </message>
  <message>
   <source>{n} passages from {reports} reports</source>
   <translation>{n} 条摘录，出自 {reports} 份报告</translation>
  </message>
  <message>
   <source>{n} places</source>
   <translation>{n} 个地区</translation>
  </message>
  <message>
   <source>{n} quote no words and were left out.</source>
   <translation>有 {n} 条没有引文，已略去。</translation>
  </message>
  <message>
   <source>{n} repeated in the file</source>
   <translation>文件中重复 {n} 个</translation>
  </message>
  <message>
   <source>{n} replaced</source>
   <translation>替换了 {n} 个</translation>
  </message>
  <message>
   <source>{n} reports</source>
   <translation>{n} 份报告</translation>
  </message>
  <message>
   <source>{n} reports added</source>
   <translation>已添加 {n} 份报告</translation>
  </message>
  <message>
   <source>{n} reports and {m} items of your own work were written.</source>
   <translation>已写入 {n} 份报告和您的 {m} 条记录。</translation>
  </message>
  <message>
   <source>{n} reports are in the library</source>
   <translation>已将 {n} 份报告加入报告库</translation>
  </message>
  <message>
   <source>{n} reports are in the library; {m} could not be read</source>
   <translation>已将 {n} 份报告加入报告库，{m} 份无法读取</translation>
  </message>
  <message>
   <source>{n} reports are new, {k} were known; {m} items of your own work were taken in.</source>
   <translation>新增 {n} 份报告，{k} 份已有；导入您的 {m} 条记录。</translation>
  </message>
  <message>
   <source>{n} reports compared</source>
   <translation>已比较 {n} 份报告</translation>
  </message>
  <message>
   <source>{n} reports of the library are damaged entries and left out. Add them again.</source>
   <translation>资料库中有 {n} 份报告的条目已损坏，未予列出，请重新添加。</translation>
  </message>
  <message>
   <source>{n} s left</source>
   <translation>剩余 {n} 秒</translation>
  </message>
  <message>
   <source>{n} sentence pairs imported</source>
   <translation>已导入 {n} 条句对</translation>
  </message>
  <message>
   <source>{n} sentence pairs written to {path}</source>
   <translation>已将 {n} 条句对写入 {path}</translation>
  </message>
  <message>
   <source>{n} sentences</source>
   <translation>{n} 句</translation>
  </message>
  <message>
   <source>{n} sentences are not translated yet and are left out.</source>
   <translation>有 {n} 句尚未翻译，未包含在内。</translation>
  </message>
  <message>
   <source>{n} terms added</source>
   <translation>添加了 {n} 个术语</translation>
  </message>
  <message>
   <source>{n} terms in {places} places</source>
   <translation>{n} 个术语，共 {places} 处</translation>
  </message>
  <message>
   <source>{n} terms of this file stand in your glossary with other words.</source>
   <translation>文件中有 {n} 个术语与您的术语表不同。</translation>
  </message>
  <message>
   <source>{n} terms written to {path}</source>
   <translation>已将 {n} 个术语写入 {path}</translation>
  </message>
  <message>
   <source>{n} times in this report</source>
   <translation>本报告中出现 {n} 次</translation>
  </message>
  <message>
   <source>{n} too long</source>
   <translation>{n} 条过长</translation>
  </message>
  <message>
   <source>{n} unreadable</source>
   <translation>{n} 条无法读取</translation>
  </message>
  <message>
   <source>{n} were known already</source>
   <translation>{n} 条此前已有</translation>
  </message>
  <message>
   <source>{n} were there already</source>
   <translation>{n} 份已有</translation>
  </message>
  <message>
   <source>{n} with more than one English, all kept</source>
   <translation>{n} 个有多种译法，均已保留</translation>
  </message>
  <message>
   <source>{n} words deleted; Undo brings them back.</source>
   <translation>已删除 {n} 个词语；可以撤销。</translation>
  </message>
  <message>
   <source>{n} words were kept in other reports.</source>
   <translation>其他报告中收有 {n} 个词语。</translation>
  </message>
  <message>
   <source>{path} (not there now)</source>
   <translation>{path}（现已不在）</translation>
  </message>
  <message>
   <source>{percent} % of the numbers that could be figures are figures of the table; {explained} numbers are dates, headings, names and the like. Of all {total} numbers {all} % are figures.</source>
   <translation>在可能是数据的数字中，{percent}% 已列入指标表；另有 {explained} 个数字是日期、标题序号、名称等。全部 {total} 个数字中有 {all}% 是数据。</translation>
  </message>
  <message>
   <source>{percent} % read · about {n} min left</source>
   <translation>已读 {percent}% · 约剩 {n} 分钟</translation>
  </message>
  <message>
   <source>{shown} of {total}</source>
   <translation>{total} 条中的 {shown} 条</translation>
  </message>
  <message>
   <source>{shown} of {total} notes</source>
   <translation>{total} 条批注中的 {shown} 条</translation>
  </message>
  <message>
   <source>{shown} of {total} words</source>
   <translation>{total} 个词语中的 {shown} 个</translation>
  </message>
  <message>
   <source>{size} MB are needed</source>
   <translation>需要 {size} MB 空间</translation>
  </message>
  <message>
   <source>{suffix} files are not read; convert it to .epub</source>
   <translation>不支持 {suffix} 文件，请转换成 .epub</translation>
  </message>
  <message>
   <source>{suffix} files are not read; make a text file with text recognition (OCR)</source>
   <translation>不支持 {suffix} 文件，请用文字识别（OCR）转成文本</translation>
  </message>
  <message>
   <source>{suffix} files are not read; open it in a browser and save the page as .html</source>
   <translation>不支持 {suffix} 文件，请用浏览器打开后另存为 .html</translation>
  </message>
  <message>
   <source>{suffix} files are not read; print it to PDF in the program that shows it</source>
   <translation>不支持 {suffix} 文件，请在能打开它的程序里打印成 PDF</translation>
  </message>
  <message>
   <source>{suffix} files are not read; save it as .docx in Word, WPS or LibreOffice</source>
   <translation>不支持 {suffix} 文件，请用 Word、WPS 或 LibreOffice 另存为 .docx</translation>
  </message>
  <message>
   <source>{suffix} files are not read; save its text as .txt</source>
   <translation>不支持 {suffix} 文件，请把文字另存为 .txt</translation>
  </message>
  <message>
   <source>{suffix} files are not read; unpack it, then open what is in it</source>
   <translation>不支持 {suffix} 文件，请解压后打开里面的文件</translation>
  </message>
  <message>
   <source>{text} is no longer a figure. Ctrl+Z takes that back.</source>
   <translation>{text} 不再作为数据。按 Ctrl+Z 撤销。</translation>
  </message>
  <message>
   <source>{total} figures, {linked} linked</source>
   <translation>{total} 条数据，{linked} 条有对应</translation>
  </message>
  <message>
   <source>{total} notes</source>
   <translation>{total} 条批注</translation>
  </message>
  <message>
   <source>{total} words</source>
   <translation>{total} 个词语</translation>
  </message>
  <message>
   <source>{year} reached</source>
   <translation>{year} 年实绩</translation>
  </message>
  <message>
   <source>{year} report</source>
   <translation>{year} 年报告</translation>
  </message>
  <message>
   <source>{year} target</source>
   <translation>{year} 年目标</translation>
  </message>
  <message>
   <source>“{title}” was deleted. Ctrl+Z brings it back.</source>
   <translation>“{title}”已删除。按 Ctrl+Z 可恢复。</translation>
  </message>
  <message>
   <source>“{word}” is in the word list now.</source>
   <translation>已把“{word}”加入生词本。</translation>
  </message>
  <message>
   <source>“{word}” is in the word list with this sentence.</source>
   <translation>“{word}”和这个例句已在生词本中。</translation>
  </message>
  <message>
   <source>中文 → English</source>
   <translation>中文 → 英文</translation>
  </message>
 </context>
</TS>
