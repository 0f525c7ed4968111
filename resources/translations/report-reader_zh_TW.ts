<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
 <context>
  <name>ReportReader</name>
  <message>
   <source>"exact words", -without, section:…, has:target (or actual, growth, rank, money) narrow it down; over all reports also report:… and year:2026.</source>
   <translation>可用 “原文詞句”、-排除詞、章節:…、含:目標（或 實績、增長、排名、金額）縮小範圍；搜尋全部報告時還可用 報告:… 和 年份:2026。</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>編輯(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>檔案(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>轉到(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>幫助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Translation</source>
   <translation>翻譯(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>檢視(&amp;V)</translation>
  </message>
  <message>
   <source>(line {line}: {reason})</source>
   <translation>（第 {line} 行：{reason}）</translation>
  </message>
  <message>
   <source>({n} more are not shown)</source>
   <translation>（另有 {n} 條未顯示）</translation>
  </message>
  <message>
   <source>+ Heading</source>
   <translation>＋ 標題</translation>
  </message>
  <message>
   <source>+ Note</source>
   <translation>＋ 說明</translation>
  </message>
  <message>
   <source>1 passage</source>
   <translation>1 條</translation>
  </message>
  <message>
   <source>1 report</source>
   <translation>1 份報告</translation>
  </message>
  <message>
   <source>2024, or 2021-2025</source>
   <translation>2024，或 2021-2025</translation>
  </message>
  <message>
   <source>A command or a key</source>
   <translation>命令或按鍵</translation>
  </message>
  <message>
   <source>A command, a heading, a recent report; : for a paragraph</source>
   <translation>命令、標題或最近開啟的報告；輸入“:”按段號跳轉</translation>
  </message>
  <message>
   <source>A date is written 2024-01-22, a year 2024.</source>
   <translation>日期寫作 2024-01-22，年份寫作 2024。</translation>
  </message>
  <message>
   <source>A double click on a figure opens its sentence.</source>
   <translation>雙擊資料可開啟原句。</translation>
  </message>
  <message>
   <source>A double click or Enter opens a passage in the reader.</source>
   <translation>雙擊或按按 Enter ，在閱讀視窗中開啟段落。</translation>
  </message>
  <message>
   <source>A figure needs a name and a value.</source>
   <translation>資料必須有名稱和數值。</translation>
  </message>
  <message>
   <source>A folder…</source>
   <translation>資料夾…</translation>
  </message>
  <message>
   <source>A page: p1 to p{n}</source>
   <translation>頁碼：p1 到 p{n}</translation>
  </message>
  <message>
   <source>A paragraph: 1 to {n}</source>
   <translation>段號：1 到 {n}</translation>
  </message>
  <message>
   <source>A part of this sentence could not be translated.</source>
   <translation>本句有一部分未能翻譯。</translation>
  </message>
  <message>
   <source>A report says what is aimed at; the next year's report of the same place says what was reached. Add the report before or after one you have, and the reader sets them against each other.</source>
   <translation>一份報告提出目標，同一地區下一年的報告說明結果。新增已有報告的上一年或下一年報告，即可逐項對照。</translation>
  </message>
  <message>
   <source>A term needs Chinese and English.</source>
   <translation>術語需要中文和英文。</translation>
  </message>
  <message>
   <source>A term that you add stands in every translation as you write it, and wins over the terms that come with the reader. You can also take in lists of terms: tables (CSV, with Chinese and English) and TBX files. Select words in the text and choose “Add as a term…” to add what you read.</source>
   <translation>新增的術語會照您的寫法出現在每處譯文中，並優先於內建術語。也可以匯入術語清單：表格（CSV，含中文和英文）和 TBX 檔案。在正文中選中詞語，再選“新增為術語…”，即可新增讀到的詞。</translation>
  </message>
  <message>
   <source>A year is written 2024.</source>
   <translation>年份寫作 2024。</translation>
  </message>
  <message>
   <source>About Report Reader</source>
   <translation>關於報告閱讀器</translation>
  </message>
  <message>
   <source>Across places</source>
   <translation>各地對比</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>使用中</translation>
  </message>
  <message>
   <source>Active: it does this task.</source>
   <translation>使用中：此用途由它承擔。</translation>
  </message>
  <message>
   <source>Actual</source>
   <translation>實際</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Add a comment</source>
   <translation>新增評註</translation>
  </message>
  <message>
   <source>Add a dictionary</source>
   <translation>新增詞典</translation>
  </message>
  <message>
   <source>Add a dictionary…</source>
   <translation>新增詞典…</translation>
  </message>
  <message>
   <source>Add a figure</source>
   <translation>新增資料</translation>
  </message>
  <message>
   <source>Add a heading</source>
   <translation>新增標題</translation>
  </message>
  <message>
   <source>Add a model from its folder</source>
   <translation>從資料夾新增模型</translation>
  </message>
  <message>
   <source>Add a model package</source>
   <translation>新增模型包</translation>
  </message>
  <message>
   <source>Add a note</source>
   <translation>新增說明</translation>
  </message>
  <message>
   <source>Add a term</source>
   <translation>新增術語</translation>
  </message>
  <message>
   <source>Add a term…</source>
   <translation>新增術語…</translation>
  </message>
  <message>
   <source>Add all reports of a folder</source>
   <translation>新增資料夾中的全部報告</translation>
  </message>
  <message>
   <source>Add as a figure…</source>
   <translation>新增為資料…</translation>
  </message>
  <message>
   <source>Add as a term…</source>
   <translation>新增為術語…</translation>
  </message>
  <message>
   <source>Add dictionary…</source>
   <translation>新增詞典…</translation>
  </message>
  <message>
   <source>Add files or a folder, or drop them here. Each report that you open comes here by itself, too.</source>
   <translation>新增檔案或資料夾，也可拖到這裡。開啟過的報告會自動收進來。</translation>
  </message>
  <message>
   <source>Add file…</source>
   <translation>新增檔案…</translation>
  </message>
  <message>
   <source>Add folder…</source>
   <translation>新增資料夾…</translation>
  </message>
  <message>
   <source>Add reports</source>
   <translation>新增報告</translation>
  </message>
  <message>
   <source>Add reports of other places for the same year: provinces, cities, counties.</source>
   <translation>請新增其他地區同一年的報告：省、市、縣均可。</translation>
  </message>
  <message>
   <source>Add reports to the comparison</source>
   <translation>新增要比較的報告</translation>
  </message>
  <message>
   <source>Add reports to the topics</source>
   <translation>新增要歸類的報告</translation>
  </message>
  <message>
   <source>Add reports…</source>
   <translation>新增報告…</translation>
  </message>
  <message>
   <source>Add the word to the word list</source>
   <translation>把詞語加入生詞本</translation>
  </message>
  <message>
   <source>Add this sentence</source>
   <translation>新增這個例句</translation>
  </message>
  <message>
   <source>Add to the brief</source>
   <translation>加入摘要</translation>
  </message>
  <message>
   <source>Add to the glossary…</source>
   <translation>加入術語表…</translation>
  </message>
  <message>
   <source>Add to the word list</source>
   <translation>加入生詞本</translation>
  </message>
  <message>
   <source>Add “{word}” to the word list</source>
   <translation>把“{word}”加入生詞本</translation>
  </message>
  <message>
   <source>Added models</source>
   <translation>自選模型</translation>
  </message>
  <message>
   <source>Added to “{title}”. Ctrl+Z takes it back.</source>
   <translation>已加入“{title}”。按 Ctrl+Z 可撤銷。</translation>
  </message>
  <message>
   <source>Added {name}.</source>
   <translation>已新增 {name}。</translation>
  </message>
  <message>
   <source>Added {name}. Another model keeps its task; “Use this one” changes that.</source>
   <translation>已新增 {name}。目前仍使用另一個模型；如要更換，請點“使用此模型”。</translation>
  </message>
  <message>
   <source>Added {name}; it is used from now on.</source>
   <translation>已新增 {name}，今後即使用它。</translation>
  </message>
  <message>
   <source>Added: {text} {name}</source>
   <translation>已新增：{text} {name}</translation>
  </message>
  <message>
   <source>Adding</source>
   <translation>正在新增</translation>
  </message>
  <message>
   <source>Adding to the library: {n} of {all}…</source>
   <translation>正在加入報告庫：{n}/{all}…</translation>
  </message>
  <message>
   <source>Adding {name}…</source>
   <translation>正在新增 {name}…</translation>
  </message>
  <message>
   <source>Add…</source>
   <translation>新增…</translation>
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
   <translation>所有檔案</translation>
  </message>
  <message>
   <source>All models run on this computer. Packages of Argos Translate (.argosmodel) and sentence-transformers folders can be added from a file, or dropped here; each is checked and tried before it is used.</source>
   <translation>所有模型都在本機執行。可以從檔案新增 Argos Translate 模型包（.argosmodel）和 sentence-transformers 資料夾，也可以拖放到這裡；使用前都會先檢查、試執行。</translation>
  </message>
  <message>
   <source>All read</source>
   <translation>已全部讀完</translation>
  </message>
  <message>
   <source>All reports</source>
   <translation>全部報告</translation>
  </message>
  <message>
   <source>All terms ({n})</source>
   <translation>全部術語（{n}）</translation>
  </message>
  <message>
   <source>All {n} reports</source>
   <translation>全部 {n} 份報告</translation>
  </message>
  <message>
   <source>An import stopped after {done} of {total} reports.</source>
   <translation>上次匯入在 {done}/{total} 份時中斷。</translation>
  </message>
  <message>
   <source>An offline bilingual reader of Chinese government work reports. Everything happens on this computer; nothing is ever sent. Translations are made by a machine: check before you quote.</source>
   <translation>中國政府工作報告的離線雙語閱讀器。一切都在本機完成，不傳送任何內容。譯文由機器生成，引用前請核對。</translation>
  </message>
  <message>
   <source>Anki notes (*.tsv *.txt)</source>
   <translation>Anki 筆記 (*.tsv *.txt)</translation>
  </message>
  <message>
   <source>Another model translates now. The open report still shows what the one before it made.</source>
   <translation>翻譯模型已更換。目前報告顯示的仍是原模型的譯文。</translation>
  </message>
  <message>
   <source>Argos Translate</source>
   <translation>Argos Translate</translation>
  </message>
  <message>
   <source>As in the text</source>
   <translation>按原文順序</translation>
  </message>
  <message>
   <source>As it was designed</source>
   <translation>恢復預設</translation>
  </message>
  <message>
   <source>As written</source>
   <translation>原文字形</translation>
  </message>
  <message>
   <source>Ask in your own words</source>
   <translation>用自己的話來問</translation>
  </message>
  <message>
   <source>Ask in your own words, in English or Chinese: an English question finds Chinese passages.</source>
   <translation>用自己的話來問，中英文均可：用英文提問也能找到中文段落。</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>後退</translation>
  </message>
  <message>
   <source>Back to the text</source>
   <translation>回到正文</translation>
  </message>
  <message>
   <source>Beginning, end of the report</source>
   <translation>報告開頭、結尾</translation>
  </message>
  <message>
   <source>Being translated…</source>
   <translation>正在翻譯…</translation>
  </message>
  <message>
   <source>Between commas</source>
   <translation>用逗號分隔</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>藍色</translation>
  </message>
  <message>
   <source>Body that reports</source>
   <translation>責任機關</translation>
  </message>
  <message>
   <source>Bookmark</source>
   <translation>書籤</translation>
  </message>
  <message>
   <source>Bookmark set; the Notes panel lists it.</source>
   <translation>已加書籤，可在“批註”面板中檢視。</translation>
  </message>
  <message>
   <source>Brief</source>
   <translation>摘要</translation>
  </message>
  <message>
   <source>Briefs: new, rename, delete</source>
   <translation>摘要：新建、重新命名、刪除</translation>
  </message>
  <message>
   <source>Bring a deleted brief back</source>
   <translation>恢復已刪除的摘要</translation>
  </message>
  <message>
   <source>Bundled models</source>
   <translation>內建模型</translation>
  </message>
  <message>
   <source>By colour</source>
   <translation>按顏色</translation>
  </message>
  <message>
   <source>By its name</source>
   <translation>按地名判斷</translation>
  </message>
  <message>
   <source>By its name: {level}</source>
   <translation>按地名判斷：{level}</translation>
  </message>
  <message>
   <source>By itself</source>
   <translation>自動</translation>
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
   <translation>無法開啟 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read a dictionary from {path}: {reason}.</source>
   <translation>無法從 {path} 讀取詞典：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read notes from {path}: {reason}.</source>
   <translation>無法從 {path} 讀取批註：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read terms from {path}: {reason}.</source>
   <translation>無法從 {path} 讀取術語：{reason}。</translation>
  </message>
  <message>
   <source>Cannot read the translation memory {path}: {reason}.</source>
   <translation>無法讀取翻譯記憶 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Cannot take in the library {path}: {reason}.</source>
   <translation>無法匯入報告庫 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}.</source>
   <translation>無法寫入 {path}：{reason}。</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>類別</translation>
  </message>
  <message>
   <source>Changed by you</source>
   <translation>已由您修改</translation>
  </message>
  <message>
   <source>Changing the model…</source>
   <translation>正在更換模型…</translation>
  </message>
  <message>
   <source>Chapter</source>
   <translation>章節</translation>
  </message>
  <message>
   <source>Chart</source>
   <translation>圖表</translation>
  </message>
  <message>
   <source>Chart as PNG…</source>
   <translation>圖表 PNG…</translation>
  </message>
  <message>
   <source>Chart as SVG…</source>
   <translation>圖表 SVG…</translation>
  </message>
  <message>
   <source>Chart of figures</source>
   <translation>資料圖表</translation>
  </message>
  <message>
   <source>Check the figures</source>
   <translation>請核對數字</translation>
  </message>
  <message>
   <source>Check the numbers</source>
   <translation>請核對數字</translation>
  </message>
  <message>
   <source>Check the translation</source>
   <translation>請核對譯文</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Chinese font</source>
   <translation>中文字型</translation>
  </message>
  <message>
   <source>Chinese script</source>
   <translation>漢字字形</translation>
  </message>
  <message>
   <source>Citation</source>
   <translation>引文</translation>
  </message>
  <message>
   <source>Cite this report</source>
   <translation>引用本報告</translation>
  </message>
  <message>
   <source>Cite this report…</source>
   <translation>引用本報告…</translation>
  </message>
  <message>
   <source>City</source>
   <translation>市級</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>清除篩選</translation>
  </message>
  <message>
   <source>Click on a sentence first; Ctrl+B then adds it to the brief.</source>
   <translation>請先點選一個句子，再按 Ctrl+B 將其加入摘要。</translation>
  </message>
  <message>
   <source>Click on a sentence first; F2 then corrects its translation.</source>
   <translation>請先點選一句話，再按 F2 修改其譯文。</translation>
  </message>
  <message>
   <source>Click on a sentence of the report, or select several with the mouse, and press Ctrl+B: they come here with their translation and their source. Put them in order, add headings and notes of your own, and export all of it as a Word document, a web page or Markdown.</source>
   <translation>在報告中點選一句，或用滑鼠選中多句，再按 Ctrl+B，句子便連同譯文和出處收入此處。可調整順序，新增自己的標題和說明，最後匯出為 Word 文件、網頁或 Markdown。</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>關閉（Esc）</translation>
  </message>
  <message>
   <source>Close the find bar</source>
   <translation>關閉查詢欄</translation>
  </message>
  <message>
   <source>Close the window</source>
   <translation>關閉視窗</translation>
  </message>
  <message>
   <source>Collect passages for a brief</source>
   <translation>摘錄段落，編成摘要</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>顏色</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>雙欄</translation>
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
   <translation>命令及其快捷鍵</translation>
  </message>
  <message>
   <source>Commands that fit</source>
   <translation>匹配的命令</translation>
  </message>
  <message>
   <source>Comment on this passage</source>
   <translation>對此段的評註</translation>
  </message>
  <message>
   <source>Compare across places</source>
   <translation>與各地比較</translation>
  </message>
  <message>
   <source>Compare reports</source>
   <translation>比較報告</translation>
  </message>
  <message>
   <source>Compare reports…</source>
   <translation>比較報告…</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>比較表</translation>
  </message>
  <message>
   <source>Comparisons</source>
   <translation>比較項</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已複製</translation>
  </message>
  <message>
   <source>Copied in both languages.</source>
   <translation>已複製中英對照。</translation>
  </message>
  <message>
   <source>Copied with its citation: paragraph {n}.</source>
   <translation>已複製並附出處：第 {n} 段。</translation>
  </message>
  <message>
   <source>Copied; there is no translation of it yet.</source>
   <translation>已複製；尚無譯文。</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>複製</translation>
  </message>
  <message>
   <source>Copy all passages that are shown, each with where it stands</source>
   <translation>複製顯示的全部段落，並註明各自出處</translation>
  </message>
  <message>
   <source>Copy in both languages</source>
   <translation>複製中英對照</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>複製路徑</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>複製圖片</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>複製報告</translation>
  </message>
  <message>
   <source>Copy sentence with its translation</source>
   <translation>複製原句和譯文</translation>
  </message>
  <message>
   <source>Copy with citation</source>
   <translation>連同出處複製</translation>
  </message>
  <message>
   <source>Copy with its translation and source</source>
   <translation>連同譯文和出處複製</translation>
  </message>
  <message>
   <source>Copy with sources</source>
   <translation>複製並註明出處</translation>
  </message>
  <message>
   <source>Correct a figure</source>
   <translation>更正資料</translation>
  </message>
  <message>
   <source>Correct the translation…</source>
   <translation>修改譯文…</translation>
  </message>
  <message>
   <source>Correct this figure…</source>
   <translation>更正這條資料…</translation>
  </message>
  <message>
   <source>Corrections ({n})</source>
   <translation>更正（{n}）</translation>
  </message>
  <message>
   <source>Corrections of this report; choose one to take it back</source>
   <translation>對本報告所作的更正；點選即可撤回</translation>
  </message>
  <message>
   <source>Counterpart</source>
   <translation>對應資料</translation>
  </message>
  <message>
   <source>County</source>
   <translation>縣級</translation>
  </message>
  <message>
   <source>Coverage {percent} % · {open} of {total} numbers open</source>
   <translation>覆蓋率 {percent}% · {total} 個數字中有 {open} 個未歸入</translation>
  </message>
  <message>
   <source>Ctrl+Enter keeps it, Esc leaves it as it was</source>
   <translation>Ctrl+Enter 儲存，Esc 放棄修改</translation>
  </message>
  <message>
   <source>Ctrl+Enter saves · Esc leaves</source>
   <translation>Ctrl+Enter 儲存 · Esc 離開</translation>
  </message>
  <message>
   <source>Ctrl, held</source>
   <translation>按住 Ctrl</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>已損壞</translation>
  </message>
  <message>
   <source>Damaged: {reason}. It is never loaded.</source>
   <translation>已損壞：{reason}。不會載入。</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Data folder</source>
   <translation>資料資料夾</translation>
  </message>
  <message>
   <source>Data folder: {path}</source>
   <translation>資料資料夾：{path}</translation>
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
   <translation>刪除</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>刪除（Del）</translation>
  </message>
  <message>
   <source>Delete the note</source>
   <translation>刪除批註</translation>
  </message>
  <message>
   <source>Delete this brief</source>
   <translation>刪除此摘要</translation>
  </message>
  <message>
   <source>Detected</source>
   <translation>自動識別</translation>
  </message>
  <message>
   <source>Detected ({name})</source>
   <translation>自動識別（{name}）</translation>
  </message>
  <message>
   <source>Dictionaries (*.u8 *.txt *.gz *.zip);;All files (*)</source>
   <translation>詞典 (*.u8 *.txt *.gz *.zip);;所有檔案 (*)</translation>
  </message>
  <message>
   <source>Dictionary</source>
   <translation>詞典</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差距</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>關閉</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Draw the selected figures beside their counterparts</source>
   <translation>把選中的資料與其對應資料畫在一起</translation>
  </message>
  <message>
   <source>Edit a term</source>
   <translation>編輯術語</translation>
  </message>
  <message>
   <source>Edit the comment</source>
   <translation>編輯評註</translation>
  </message>
  <message>
   <source>Edit the note</source>
   <translation>編輯批註</translation>
  </message>
  <message>
   <source>Edit the translation</source>
   <translation>編輯譯文</translation>
  </message>
  <message>
   <source>Edit the word</source>
   <translation>編輯詞語</translation>
  </message>
  <message>
   <source>Edit this term…</source>
   <translation>編輯這個術語…</translation>
  </message>
  <message>
   <source>Edited: {text} {name}</source>
   <translation>已修改：{text} {name}</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>編輯…</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>編碼</translation>
  </message>
  <message>
   <source>End the review (U)</source>
   <translation>結束核查（U）</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英文</translation>
  </message>
  <message>
   <source>English font</source>
   <translation>英文字型</translation>
  </message>
  <message>
   <source>English name</source>
   <translation>英文名稱</translation>
  </message>
  <message>
   <source>English → 中文</source>
   <translation>英文 → 中文</translation>
  </message>
  <message>
   <source>Entries of the brief</source>
   <translation>摘要的內容</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Every figure is linked</source>
   <translation>資料處處相連</translation>
  </message>
  <message>
   <source>Excel workbook…</source>
   <translation>Excel 工作簿…</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>匯出</translation>
  </message>
  <message>
   <source>Export corrections</source>
   <translation>匯出更正</translation>
  </message>
  <message>
   <source>Export corrections…</source>
   <translation>匯出更正…</translation>
  </message>
  <message>
   <source>Export indicators</source>
   <translation>匯出指標</translation>
  </message>
  <message>
   <source>Export notes</source>
   <translation>匯出批註</translation>
  </message>
  <message>
   <source>Export notes…</source>
   <translation>匯出批註…</translation>
  </message>
  <message>
   <source>Export terms</source>
   <translation>匯出術語</translation>
  </message>
  <message>
   <source>Export the comparison</source>
   <translation>匯出比較結果</translation>
  </message>
  <message>
   <source>Export the whole library</source>
   <translation>匯出整個報告庫</translation>
  </message>
  <message>
   <source>Export the whole library…</source>
   <translation>匯出整個報告庫…</translation>
  </message>
  <message>
   <source>Export this brief</source>
   <translation>匯出此摘要</translation>
  </message>
  <message>
   <source>Export translation memory</source>
   <translation>匯出翻譯記憶</translation>
  </message>
  <message>
   <source>Export translation memory…</source>
   <translation>匯出翻譯記憶…</translation>
  </message>
  <message>
   <source>Export words</source>
   <translation>匯出生詞</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>匯出…</translation>
  </message>
  <message>
   <source>Fewer filters or other words show more.</source>
   <translation>減少篩選條件或換個詞，可顯示更多。</translation>
  </message>
  <message>
   <source>Figure: {name} {value}</source>
   <translation>資料：{name} {value}</translation>
  </message>
  <message>
   <source>Figures: all {n} agree</source>
   <translation>數字：{n} 處全部一致</translation>
  </message>
  <message>
   <source>Files…</source>
   <translation>檔案…</translation>
  </message>
  <message>
   <source>Filter by indicator, in either language</source>
   <translation>按指標篩選，中英文均可</translation>
  </message>
  <message>
   <source>Filter by name, value or period</source>
   <translation>按名稱、數值或時期篩選</translation>
  </message>
  <message>
   <source>Filter by place</source>
   <translation>按地區篩選</translation>
  </message>
  <message>
   <source>Filter indicators</source>
   <translation>篩選指標</translation>
  </message>
  <message>
   <source>Filter the shortcuts</source>
   <translation>篩選快捷鍵</translation>
  </message>
  <message>
   <source>Filter the terms</source>
   <translation>篩選術語</translation>
  </message>
  <message>
   <source>Filter the terms, in either language</source>
   <translation>按中文或英文篩選術語</translation>
  </message>
  <message>
   <source>Filter topics, or ask in your own words</source>
   <translation>篩選主題，或直接提問</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>篩選</translation>
  </message>
  <message>
   <source>Find (Ctrl+F) works without one. Click to add a search model.</source>
   <translation>查詢（Ctrl+F）仍可使用。單擊可新增搜尋模型。</translation>
  </message>
  <message>
   <source>Find in the text</source>
   <translation>在正文中查詢</translation>
  </message>
  <message>
   <source>Find in the text, in both languages</source>
   <translation>在正文中查詢（中英文同時）</translation>
  </message>
  <message>
   <source>Find next</source>
   <translation>查詢下一處</translation>
  </message>
  <message>
   <source>Find previous</source>
   <translation>查詢上一處</translation>
  </message>
  <message>
   <source>Flashcards for Anki (TSV)…</source>
   <translation>Anki 卡片（TSV）…</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>資料夾</translation>
  </message>
  <message>
   <source>Font and spacing…</source>
   <translation>字型與間距…</translation>
  </message>
  <message>
   <source>For readers of Chinese</source>
   <translation>面向中文讀者</translation>
  </message>
  <message>
   <source>For readers of English</source>
   <translation>面向英文讀者</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>前進</translation>
  </message>
  <message>
   <source>From</source>
   <translation>來源</translation>
  </message>
  <message>
   <source>From memory: {name}</source>
   <translation>來自翻譯記憶：{name}</translation>
  </message>
  <message>
   <source>From your correction</source>
   <translation>來自您的更正</translation>
  </message>
  <message>
   <source>From your correction, {day}</source>
   <translation>來自您的更正，{day}</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>全屏</translation>
  </message>
  <message>
   <source>Glossary</source>
   <translation>術語</translation>
  </message>
  <message>
   <source>Glossary…</source>
   <translation>術語表…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>繼續</translation>
  </message>
  <message>
   <source>Go on translating</source>
   <translation>繼續翻譯</translation>
  </message>
  <message>
   <source>Go to its counterpart</source>
   <translation>轉到對應資料</translation>
  </message>
  <message>
   <source>Go to paragraph…</source>
   <translation>轉到段落…</translation>
  </message>
  <message>
   <source>Go to the figure</source>
   <translation>轉到該資料</translation>
  </message>
  <message>
   <source>Go to the figure's counterpart</source>
   <translation>轉到對應資料</translation>
  </message>
  <message>
   <source>Go to the passage</source>
   <translation>轉到該段</translation>
  </message>
  <message>
   <source>Go to the sentence</source>
   <translation>轉到例句</translation>
  </message>
  <message>
   <source>Go to the text</source>
   <translation>轉到原文</translation>
  </message>
  <message>
   <source>Go to this figure</source>
   <translation>轉到這項指標</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>綠色</translation>
  </message>
  <message>
   <source>Heading</source>
   <translation>標題</translation>
  </message>
  <message>
   <source>Heading: {words}</source>
   <translation>標題：{words}</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高對比度</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>高亮</translation>
  </message>
  <message>
   <source>Highlight in blue</source>
   <translation>藍色高亮</translation>
  </message>
  <message>
   <source>Highlight in green</source>
   <translation>綠色高亮</translation>
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
   <translation>黃色高亮</translation>
  </message>
  <message>
   <source>Hold Ctrl and click a word in either language, or press D: a card says what it means and where else it stands. “Add to the word list” keeps it here with its sentence and the translation, to be learnt, and to be exported as flashcards.</source>
   <translation>按住 Ctrl 單擊任一語言的詞語，或按 D 鍵，會出現一張詞語卡片，說明詞義和在報告中的其他位置。點“加入生詞本”，詞語連同例句和譯文就收在這裡，可供學習，也可匯出為記憶卡片。</translation>
  </message>
  <message>
   <source>Home, End</source>
   <translation>Home、End</translation>
  </message>
  <message>
   <source>Import corrections</source>
   <translation>匯入更正</translation>
  </message>
  <message>
   <source>Import corrections…</source>
   <translation>匯入更正…</translation>
  </message>
  <message>
   <source>Import notes</source>
   <translation>匯入批註</translation>
  </message>
  <message>
   <source>Import notes…</source>
   <translation>匯入批註…</translation>
  </message>
  <message>
   <source>Import terms</source>
   <translation>匯入術語</translation>
  </message>
  <message>
   <source>Import terms…</source>
   <translation>匯入術語…</translation>
  </message>
  <message>
   <source>Import translation memory</source>
   <translation>匯入翻譯記憶</translation>
  </message>
  <message>
   <source>Import translation memory…</source>
   <translation>匯入翻譯記憶…</translation>
  </message>
  <message>
   <source>Importing {name}…</source>
   <translation>正在匯入 {name}…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>匯入…</translation>
  </message>
  <message>
   <source>In other reports</source>
   <translation>其他報告</translation>
  </message>
  <message>
   <source>In the word list</source>
   <translation>已在生詞本中</translation>
  </message>
  <message>
   <source>In this report</source>
   <translation>本報告</translation>
  </message>
  <message>
   <source>In this report mostly: {words}</source>
   <translation>本報告多譯作：{words}</translation>
  </message>
  <message>
   <source>In this sentence: {words}</source>
   <translation>本句譯作：{words}</translation>
  </message>
  <message>
   <source>In words of</source>
   <translation>著錄語言</translation>
  </message>
  <message>
   <source>Indicator</source>
   <translation>指標</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>指標</translation>
  </message>
  <message>
   <source>Interleaved</source>
   <translation>逐段對照</translation>
  </message>
  <message>
   <source>It can be saved all the same; the sentence then carries a warning.</source>
   <translation>仍可儲存；該句將帶有警告標記。</translation>
  </message>
  <message>
   <source>It does no task alone. Add a package {source} → {target} and the two are used in a row.</source>
   <translation>不能單獨使用。再新增一個 {source} → {target} 模型包，兩者即可接力翻譯。</translation>
  </message>
  <message>
   <source>It does no task alone; it is a part of {ways}.</source>
   <translation>不能單獨使用；用於接力翻譯 {ways}。</translation>
  </message>
  <message>
   <source>Its model card states no BLEU, chrF or retrieval figures.</source>
   <translation>模型說明中未公佈 BLEU、chrF 或檢索指標。</translation>
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
   <translation>鍵盤快捷鍵</translation>
  </message>
  <message>
   <source>Keyboard shortcuts…</source>
   <translation>鍵盤快捷鍵…</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷鍵</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>類別</translation>
  </message>
  <message>
   <source>Language of the interface</source>
   <translation>介面語言</translation>
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
   <translation>離開</translation>
  </message>
  <message>
   <source>Leave them out</source>
   <translation>不再匯入</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>層級</translation>
  </message>
  <message>
   <source>Libraries</source>
   <translation>報告庫</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>報告庫</translation>
  </message>
  <message>
   <source>Library…</source>
   <translation>報告庫…</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>淺色</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>切換深淺配色</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>跟隨系統</translation>
  </message>
  <message>
   <source>Line height</source>
   <translation>行高</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>有對應</translation>
  </message>
  <message>
   <source>Look up the word</source>
   <translation>查詞</translation>
  </message>
  <message>
   <source>Look up “{word}”</source>
   <translation>查“{word}”</translation>
  </message>
  <message>
   <source>Looking at the packages…</source>
   <translation>正在檢視模型包…</translation>
  </message>
  <message>
   <source>Looking for figures…</source>
   <translation>正在查詢資料…</translation>
  </message>
  <message>
   <source>Looking for terms…</source>
   <translation>正在查詢術語…</translation>
  </message>
  <message>
   <source>MANIFEST.json does not list it</source>
   <translation>MANIFEST.json 中沒有列出</translation>
  </message>
  <message>
   <source>Machine's version</source>
   <translation>機器譯文</translation>
  </message>
  <message>
   <source>Mark the selected words</source>
   <translation>標記所選文字</translation>
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
   <translation>釋義</translation>
  </message>
  <message>
   <source>Meaning: distant ({score})</source>
   <translation>語義：較遠（{score}）</translation>
  </message>
  <message>
   <source>Meaning: near ({score})</source>
   <translation>語義：相近（{score}）</translation>
  </message>
  <message>
   <source>Meaning: very near ({score})</source>
   <translation>語義：很近（{score}）</translation>
  </message>
  <message>
   <source>Missing figures: {figures}.</source>
   <translation>缺少數字：{figures}。</translation>
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
   <translation>模型包 (*.argosmodel *.zip);;所有檔案 (*)</translation>
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
   <translation>查詢類似段落</translation>
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
   <translation>N 下一詞 · B 上一詞 · M 下一字 · Esc 關閉</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名稱</translation>
  </message>
  <message>
   <source>Name of the brief</source>
   <translation>摘要名稱</translation>
  </message>
  <message>
   <source>Name of the brief, then Enter</source>
   <translation>輸入摘要名稱，按按 Enter 確認</translation>
  </message>
  <message>
   <source>National</source>
   <translation>國家級</translation>
  </message>
  <message>
   <source>Neither the glossary nor your dictionaries have this word. You can add it to the glossary.</source>
   <translation>術語表和詞典裡都沒有這個詞，可以把它加入術語表。</translation>
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
   <translation>新按鍵</translation>
  </message>
  <message>
   <source>New window</source>
   <translation>新視窗</translation>
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
   <translation>下一個資料</translation>
  </message>
  <message>
   <source>Next mention (Alt+])</source>
   <translation>下一處提及（Alt+]）</translation>
  </message>
  <message>
   <source>Next mention of the figure</source>
   <translation>該資料的下一處提及</translation>
  </message>
  <message>
   <source>Next number without a figure</source>
   <translation>下一個未歸入的數字</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一頁</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>下一個窗格</translation>
  </message>
  <message>
   <source>Next place (Right)</source>
   <translation>下一處（→）</translation>
  </message>
  <message>
   <source>Next sentence</source>
   <translation>下一句</translation>
  </message>
  <message>
   <source>No Chinese font is installed, so Chinese text shows as boxes. On Debian: apt install {name}</source>
   <translation>未安裝中文字型，中文會顯示為方框。Debian 系統請執行：apt install {name}</translation>
  </message>
  <message>
   <source>No brief yet</source>
   <translation>尚無摘要</translation>
  </message>
  <message>
   <source>No figure passes the filters</source>
   <translation>沒有符合篩選條件的資料</translation>
  </message>
  <message>
   <source>No figures found</source>
   <translation>沒有找到資料</translation>
  </message>
  <message>
   <source>No headings</source>
   <translation>沒有標題</translation>
  </message>
  <message>
   <source>No headings were found in this text. It can be read and searched all the same.</source>
   <translation>沒有在文中找到標題。仍可閱讀和搜尋。</translation>
  </message>
  <message>
   <source>No key</source>
   <translation>不設按鍵</translation>
  </message>
  <message>
   <source>No model for {task} is installed. The text can be read and its figures seen without it.</source>
   <translation>未安裝所需模型（{task}）。不影響閱讀正文和檢視資料。</translation>
  </message>
  <message>
   <source>No model is installed. Add one from a file.</source>
   <translation>尚未安裝模型。請從檔案新增。</translation>
  </message>
  <message>
   <source>No models</source>
   <translation>沒有模型</translation>
  </message>
  <message>
   <source>No note passes the filters</source>
   <translation>沒有符合篩選條件的批註</translation>
  </message>
  <message>
   <source>No other report states {name}.</source>
   <translation>其他報告沒有“{name}”這項資料。</translation>
  </message>
  <message>
   <source>No passage</source>
   <translation>沒有段落</translation>
  </message>
  <message>
   <source>No passage comes near these words. Other words may do better:</source>
   <translation>沒有接近的段落。可以換個說法：</translation>
  </message>
  <message>
   <source>No passage has the exact words, or stands where it should. Without the limits:</source>
   <translation>沒有符合原文詞句或所限章節的內容。去掉限定再搜：</translation>
  </message>
  <message>
   <source>No report chosen</source>
   <translation>未選擇報告</translation>
  </message>
  <message>
   <source>No report is like that</source>
   <translation>沒有符合條件的報告</translation>
  </message>
  <message>
   <source>No report of the library comes near these words.</source>
   <translation>資料庫中沒有報告與這些詞相近。</translation>
  </message>
  <message>
   <source>No reports yet</source>
   <translation>還沒有報告</translation>
  </message>
  <message>
   <source>No search for now</source>
   <translation>暫時無法搜尋</translation>
  </message>
  <message>
   <source>No search model</source>
   <translation>沒有搜尋模型</translation>
  </message>
  <message>
   <source>No searches are saved yet</source>
   <translation>尚未儲存任何搜尋</translation>
  </message>
  <message>
   <source>No sentence is what these filters ask for.</source>
   <translation>沒有符合這些限定的句子。</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>磁碟空間不足</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>沒有這個檔案或資料夾</translation>
  </message>
  <message>
   <source>No term has these words</source>
   <translation>沒有符合的術語</translation>
  </message>
  <message>
   <source>No term of the glossary stands in this report. In the glossary you can add terms of your own, and take in lists of them.</source>
   <translation>本報告中沒有術語表裡的術語。可以在術語表中新增自己的術語，也可以匯入術語清單。</translation>
  </message>
  <message>
   <source>No terms found</source>
   <translation>沒有找到術語</translation>
  </message>
  <message>
   <source>No topic of this name. Enter looks for passages that answer these words.</source>
   <translation>沒有這個名稱的主題。按按 Enter 查詢與這些詞相關的段落。</translation>
  </message>
  <message>
   <source>No topics for now</source>
   <translation>暫時無法歸類</translation>
  </message>
  <message>
   <source>No translation</source>
   <translation>暫無譯文</translation>
  </message>
  <message>
   <source>No translation model</source>
   <translation>沒有翻譯模型</translation>
  </message>
  <message>
   <source>No two reports of one place, a year apart</source>
   <translation>還沒有同一地區前後兩年的報告</translation>
  </message>
  <message>
   <source>No word has all of this</source>
   <translation>沒有符合的詞語</translation>
  </message>
  <message>
   <source>No words of this report</source>
   <translation>本報告還沒有生詞</translation>
  </message>
  <message>
   <source>No words to look for</source>
   <translation>沒有可搜尋的詞</translation>
  </message>
  <message>
   <source>No words yet</source>
   <translation>還沒有生詞</translation>
  </message>
  <message>
   <source>Normal text size</source>
   <translation>恢復字級</translation>
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
   <translation>原文沒有：{figures}。</translation>
  </message>
  <message>
   <source>Not in the text</source>
   <translation>正文中沒有</translation>
  </message>
  <message>
   <source>Not translated</source>
   <translation>尚無譯文</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>說明</translation>
  </message>
  <message>
   <source>Note deleted; Undo brings it back.</source>
   <translation>已刪除批註；可以撤銷。</translation>
  </message>
  <message>
   <source>Note: {words}</source>
   <translation>說明：{words}</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>批註</translation>
  </message>
  <message>
   <source>Nothing can be kept in {path} ({reason}). Reading works; translations are made anew each time.</source>
   <translation>無法寫入 {path}（{reason}）。可以正常閱讀，但每次都要重新翻譯。</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>沒有找到</translation>
  </message>
  <message>
   <source>Nothing here comes near it. Other words may do better.</source>
   <translation>這裡沒有相近的內容，換個說法或許能找到。</translation>
  </message>
  <message>
   <source>Nothing is in this brief yet</source>
   <translation>此摘要尚無內容</translation>
  </message>
  <message>
   <source>Nothing is marked yet</source>
   <translation>還沒有標記</translation>
  </message>
  <message>
   <source>Nothing near to it</source>
   <translation>沒有相近的內容</translation>
  </message>
  <message>
   <source>Nothing of that name</source>
   <translation>沒有這樣的命令或標題</translation>
  </message>
  <message>
   <source>Nothing to set side by side yet</source>
   <translation>還沒有可以並列比較的內容</translation>
  </message>
  <message>
   <source>Nothing to sort</source>
   <translation>沒有可歸類的內容</translation>
  </message>
  <message>
   <source>Nothing was imported.</source>
   <translation>未匯入任何內容。</translation>
  </message>
  <message>
   <source>Nothing within these limits</source>
   <translation>限定範圍內沒有結果</translation>
  </message>
  <message>
   <source>Official translation: {name}</source>
   <translation>官方譯文：{name}</translation>
  </message>
  <message>
   <source>Oldest first</source>
   <translation>最早在前</translation>
  </message>
  <message>
   <source>Once in this report</source>
   <translation>本報告中出現 1 次</translation>
  </message>
  <message>
   <source>One note</source>
   <translation>1 條批註</translation>
  </message>
  <message>
   <source>One passage</source>
   <translation>1 條摘錄</translation>
  </message>
  <message>
   <source>One word</source>
   <translation>1 個詞語</translation>
  </message>
  <message>
   <source>Only reports that are there twice</source>
   <translation>只看重複的報告</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開啟</translation>
  </message>
  <message>
   <source>Open a report</source>
   <translation>開啟報告</translation>
  </message>
  <message>
   <source>Open a report first.</source>
   <translation>請先開啟一份報告。</translation>
  </message>
  <message>
   <source>Open it in its report</source>
   <translation>在那份報告中開啟</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>最近開啟</translation>
  </message>
  <message>
   <source>Open the sample report</source>
   <translation>開啟範例報告</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>正在開啟 {name}…</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>開啟…</translation>
  </message>
  <message>
   <source>Other Chinese</source>
   <translation>其他寫法</translation>
  </message>
  <message>
   <source>Other English</source>
   <translation>其他譯法</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>目錄</translation>
  </message>
  <message>
   <source>Overridden</source>
   <translation>備用</translation>
  </message>
  <message>
   <source>Overridden: not in use.</source>
   <translation>備用：未使用。</translation>
  </message>
  <message>
   <source>Overridden: {name} {version} does this task.</source>
   <translation>備用：此用途目前由 {name} {version} 承擔。</translation>
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
   <translation>檔案頁面</translation>
  </message>
  <message>
   <source>Page {n}</source>
   <translation>第 {n} 頁</translation>
  </message>
  <message>
   <source>Page {n} of {all}</source>
   <translation>第 {n} 頁，共 {all} 頁</translation>
  </message>
  <message>
   <source>Pair with its official translation…</source>
   <translation>與官方譯文配對…</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>面板</translation>
  </message>
  <message>
   <source>Paragraph numbers</source>
   <translation>顯示段號</translation>
  </message>
  <message>
   <source>Paragraph {n} of {all}</source>
   <translation>第 {n} 段，共 {all} 段</translation>
  </message>
  <message>
   <source>Part of a pair</source>
   <translation>配對使用</translation>
  </message>
  <message>
   <source>Party</source>
   <translation>黨建</translation>
  </message>
  <message>
   <source>Passages</source>
   <translation>段落</translation>
  </message>
  <message>
   <source>Passages found</source>
   <translation>搜尋結果</translation>
  </message>
  <message>
   <source>Passages that answer these words, whatever their topic</source>
   <translation>與這些詞相關的段落，不限主題</translation>
  </message>
  <message>
   <source>Pause translating</source>
   <translation>暫停翻譯</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>時期</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>沒有訪問許可權</translation>
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
   <translation>地區</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>首選項</translation>
  </message>
  <message>
   <source>Preferences…</source>
   <translation>首選項…</translation>
  </message>
  <message>
   <source>Press a key:</source>
   <translation>請按鍵：</translation>
  </message>
  <message>
   <source>Previous figure</source>
   <translation>上一個資料</translation>
  </message>
  <message>
   <source>Previous mention (Alt+[)</source>
   <translation>上一處提及（Alt+[）</translation>
  </message>
  <message>
   <source>Previous mention of the figure</source>
   <translation>該資料的上一處提及</translation>
  </message>
  <message>
   <source>Previous number without a figure</source>
   <translation>上一個未歸入的數字</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>上一頁</translation>
  </message>
  <message>
   <source>Previous place (Left)</source>
   <translation>上一處（←）</translation>
  </message>
  <message>
   <source>Previous sentence</source>
   <translation>上一句</translation>
  </message>
  <message>
   <source>Print with my notes</source>
   <translation>列印時帶上我的批註</translation>
  </message>
  <message>
   <source>Printing…</source>
   <translation>正在列印…</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>列印…</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>進度</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省級</translation>
  </message>
  <message>
   <source>Purple</source>
   <translation>紫色</translation>
  </message>
  <message>
   <source>Qualifier</source>
   <translation>限定詞</translation>
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
   <translation>已讀</translation>
  </message>
  <message>
   <source>Read every file of every package again and compare it with its checksum</source>
   <translation>重新讀取每個模型包的全部檔案，並與校驗值比對</translation>
  </message>
  <message>
   <source>Read so far</source>
   <translation>已讀進度</translation>
  </message>
  <message>
   <source>Read with care</source>
   <translation>請謹慎閱讀</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>在讀</translation>
  </message>
  <message>
   <source>Reading every file…</source>
   <translation>正在讀取全部檔案…</translation>
  </message>
  <message>
   <source>Reading the reports…</source>
   <translation>正在讀取報告…</translation>
  </message>
  <message>
   <source>Reading {done} of {total}  {name}</source>
   <translation>正在讀取 {done}/{total}  {name}</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>正在讀取 {name}…</translation>
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
   <translation>要從本機移除 {name} {version} 嗎？新增時所用的原檔案不受影響。</translation>
  </message>
  <message>
   <source>Remove {n} reports from the library?</source>
   <translation>要從報告庫中移除 {n} 份報告嗎？</translation>
  </message>
  <message>
   <source>Remove “{title}” from the library?</source>
   <translation>要從報告庫中移除“{title}”嗎？</translation>
  </message>
  <message>
   <source>Removed from the brief. Ctrl+Z brings it back.</source>
   <translation>已從摘要中移除。按 Ctrl+Z 可恢復。</translation>
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
   <translation>重新命名</translation>
  </message>
  <message>
   <source>Rename the search</source>
   <translation>重新命名搜尋</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重新命名…</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>報告</translation>
  </message>
  <message>
   <source>Report Reader</source>
   <translation>報告閱讀器</translation>
  </message>
  <message>
   <source>Report beside it</source>
   <translation>對照的報告</translation>
  </message>
  <message>
   <source>Report text</source>
   <translation>報告正文</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>報告</translation>
  </message>
  <message>
   <source>Reports (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;All files (*)</source>
   <translation>報告 (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;所有檔案 (*)</translation>
  </message>
  <message>
   <source>Reports (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;Zip files of reports (*.zip);;All files (*)</source>
   <translation>報告 (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;報告壓縮包 (*.zip);;所有檔案 (*)</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>恢復預設</translation>
  </message>
  <message>
   <source>Reset all keys</source>
   <translation>全部恢復預設</translation>
  </message>
  <message>
   <source>Rest the mouse on a sentence, and its translation lights up. A click keeps it; select words to mark them or to write a note.</source>
   <translation>滑鼠停在一句話上，對應譯文隨即亮起；單擊可固定。選中文字可以標記或寫批註。</translation>
  </message>
  <message>
   <source>Review: numbers without a figure</source>
   <translation>核查：未歸入資料的數字</translation>
  </message>
  <message>
   <source>Rows of the indicators table are drawn here beside their counterparts.</source>
   <translation>指標表中選中的行會與其對應資料一起畫在這裡。</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>儲存</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>另存為 PDF</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>另存為 PDF…</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>另存為…</translation>
  </message>
  <message>
   <source>Save the chart</source>
   <translation>儲存圖表</translation>
  </message>
  <message>
   <source>Save the citation</source>
   <translation>儲存引文</translation>
  </message>
  <message>
   <source>Save this search</source>
   <translation>儲存目前搜尋</translation>
  </message>
  <message>
   <source>Saved as {path}</source>
   <translation>已儲存為 {path}</translation>
  </message>
  <message>
   <source>Saved searches</source>
   <translation>已存的搜尋</translation>
  </message>
  <message>
   <source>Saved searches: {n} new passages</source>
   <translation>已存的搜尋：{n} 條新結果</translation>
  </message>
  <message>
   <source>Saved: {name}</source>
   <translation>已儲存：{name}</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>儲存…</translation>
  </message>
  <message>
   <source>Say this term otherwise…</source>
   <translation>換一種譯法…</translation>
  </message>
  <message>
   <source>Say under each passage why it was found</source>
   <translation>在每條結果下說明為何找到它</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜尋</translation>
  </message>
  <message>
   <source>Search by meaning</source>
   <translation>語義搜尋</translation>
  </message>
  <message>
   <source>Search by meaning, in English or Chinese</source>
   <translation>按語義搜尋，中英文均可</translation>
  </message>
  <message>
   <source>Search for this</source>
   <translation>搜尋相關內容</translation>
  </message>
  <message>
   <source>Search in notes</source>
   <translation>搜尋批註</translation>
  </message>
  <message>
   <source>Search in notes, quotes and tags</source>
   <translation>搜尋批註、原文和標籤</translation>
  </message>
  <message>
   <source>Search in the library</source>
   <translation>搜尋報告庫</translation>
  </message>
  <message>
   <source>Search in the word list</source>
   <translation>搜尋生詞本</translation>
  </message>
  <message>
   <source>Search in words, pinyin, meanings and sentences</source>
   <translation>搜尋詞語、拼音、釋義和例句</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>全選</translation>
  </message>
  <message>
   <source>Select one or more figures</source>
   <translation>請選擇一個或多個數據</translation>
  </message>
  <message>
   <source>Select the words of a figure first.</source>
   <translation>請先選中資料的文字。</translation>
  </message>
  <message>
   <source>Select words first, or click on a sentence.</source>
   <translation>請先選中文字，或單擊一句話。</translation>
  </message>
  <message>
   <source>Select words in either language: a small bar lets you highlight or underline them, or write a note. Alt+1 highlights, Alt+2 underlines, Alt+3 writes a note; with nothing selected they mark the current sentence. What you mark on one side shows on the other, and all of it is kept in a file of your own.</source>
   <translation>選中任一語言的文字，會出現一個小工具條，可以高亮、加下劃線或寫批註。Alt+1 高亮，Alt+2 加下劃線，Alt+3 寫批註；沒有選中文字時標記目前句。在一側所作的標記也顯示在另一側，全部儲存在您自己的檔案中。</translation>
  </message>
  <message>
   <source>Sentences</source>
   <translation>例句</translation>
  </message>
  <message>
   <source>Sentences with this term are translated anew, so that your English stands in them. Other English is accepted where the model uses it.</source>
   <translation>含有這個術語的句子會重新翻譯，採用您的譯法。模型若用了“其他譯法”，則予以保留。</translation>
  </message>
  <message>
   <source>Sepia</source>
   <translation>米黃</translation>
  </message>
  <message>
   <source>Setting the two texts side by side…</source>
   <translation>正在對齊兩份文字…</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>書架</translation>
  </message>
  <message>
   <source>Shift+Space, Page Up</source>
   <translation>Shift+空格、Page Up</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>顯示</translation>
  </message>
  <message>
   <source>Show Chinese in Simplified or Traditional characters</source>
   <translation>以簡體或繁體顯示中文</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>顯示全部</translation>
  </message>
  <message>
   <source>Show all figures</source>
   <translation>顯示全部資料</translation>
  </message>
  <message>
   <source>Show all notes</source>
   <translation>顯示全部批註</translation>
  </message>
  <message>
   <source>Show all words</source>
   <translation>顯示全部詞語</translation>
  </message>
  <message>
   <source>Show it in the glossary</source>
   <translation>在術語表中檢視</translation>
  </message>
  <message>
   <source>Show only one chapter, kind or unit</source>
   <translation>只顯示某一章節、類別或單位</translation>
  </message>
  <message>
   <source>Show only some colours or tags</source>
   <translation>只顯示某些顏色或標籤</translation>
  </message>
  <message>
   <source>Show the folder in the file manager</source>
   <translation>在檔案管理器中顯示此資料夾</translation>
  </message>
  <message>
   <source>Show the tips</source>
   <translation>顯示使用提示</translation>
  </message>
  <message>
   <source>Side panel</source>
   <translation>側欄</translation>
  </message>
  <message>
   <source>Simplified 简体</source>
   <translation>簡體</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>跳過</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>縮小文字</translation>
  </message>
  <message>
   <source>Solid: reached. Hatched: aimed at.</source>
   <translation>實心：已實現；斜線：目標。</translation>
  </message>
  <message>
   <source>Some words were left untranslated.</source>
   <translation>有詞語未譯出。</translation>
  </message>
  <message>
   <source>Something went wrong in the reader</source>
   <translation>閱讀器出錯了</translation>
  </message>
  <message>
   <source>Sort notes</source>
   <translation>批註排序</translation>
  </message>
  <message>
   <source>Sort the words</source>
   <translation>生詞排序</translation>
  </message>
  <message>
   <source>Space, Page Down</source>
   <translation>空格、Page Down</translation>
  </message>
  <message>
   <source>Speaker</source>
   <translation>報告人</translation>
  </message>
  <message>
   <source>Start reading</source>
   <translation>開始閱讀</translation>
  </message>
  <message>
   <source>State</source>
   <translation>狀態</translation>
  </message>
  <message>
   <source>Stated differently elsewhere: {values}</source>
   <translation>別處數值不同：{values}</translation>
  </message>
  <message>
   <source>Stated figures</source>
   <translation>公佈指標</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>狀態</translation>
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
   <translation>已停止；未新增 {name}。</translation>
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
   <translation>表格或圖表</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>標籤</translation>
  </message>
  <message>
   <source>Tags, separated by commas</source>
   <translation>標籤，以逗號分隔</translation>
  </message>
  <message>
   <source>Take away a word of the search: {total} words are hidden.</source>
   <translation>減少搜尋詞試試：有 {total} 個詞語未顯示。</translation>
  </message>
  <message>
   <source>Take away a word or a filter: {total} figures are hidden.</source>
   <translation>請去掉一個詞或一項篩選：共有 {total} 條資料被隱藏。</translation>
  </message>
  <message>
   <source>Take away a word or a filter: {total} notes are hidden.</source>
   <translation>去掉一個詞或一項篩選：有 {total} 條批註未顯示。</translation>
  </message>
  <message>
   <source>Take in a library</source>
   <translation>匯入報告庫</translation>
  </message>
  <message>
   <source>Take in a library…</source>
   <translation>匯入報告庫…</translation>
  </message>
  <message>
   <source>Take the correction back</source>
   <translation>撤回這處更正</translation>
  </message>
  <message>
   <source>Take the file's</source>
   <translation>採用檔案的</translation>
  </message>
  <message>
   <source>Taking in</source>
   <translation>正在匯入</translation>
  </message>
  <message>
   <source>Taking in the reports of the library</source>
   <translation>正在收錄資料庫中的報告</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>目標</translation>
  </message>
  <message>
   <source>Targets met?</source>
   <translation>目標完成情況</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>術語</translation>
  </message>
  <message>
   <source>Terms (*.csv *.tsv *.txt *.tbx *.xml);;All files (*)</source>
   <translation>術語 (*.csv *.tsv *.txt *.tbx *.xml);;所有檔案 (*)</translation>
  </message>
  <message>
   <source>Terms of this report</source>
   <translation>本報告中的術語</translation>
  </message>
  <message>
   <source>Terms of this report for Anki…</source>
   <translation>本報告的術語（Anki）…</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>字級</translation>
  </message>
  <message>
   <source>Text size {n} %</source>
   <translation>字級 {n} %</translation>
  </message>
  <message>
   <source>The Chinese has no Chinese character.</source>
   <translation>中文一欄沒有漢字。</translation>
  </message>
  <message>
   <source>The English has Chinese characters.</source>
   <translation>英文一欄含有漢字。</translation>
  </message>
  <message>
   <source>The correction was taken back. Ctrl+Z brings it back.</source>
   <translation>更正已撤回。按 Ctrl+Z 可恢復。</translation>
  </message>
  <message>
   <source>The files stay where they are, and your notes are kept.</source>
   <translation>檔案留在原處，您的批註也會保留。</translation>
  </message>
  <message>
   <source>The first {n} of {total} are drawn.</source>
   <translation>共 {total} 個，只畫前 {n} 個。</translation>
  </message>
  <message>
   <source>The glossary does not have this word. A dictionary in CC-CEDICT format, added once, explains most words.</source>
   <translation>術語表裡沒有這個詞。新增一部 CC-CEDICT 格式的詞典，就能查到大多數詞語。</translation>
  </message>
  <message>
   <source>The glossary does not have this word. You can add it with its Chinese.</source>
   <translation>術語表裡沒有這個詞，可以連同中文加入術語表。</translation>
  </message>
  <message>
   <source>The language of titles and sources; passages are always in both</source>
   <translation>標題和出處所用的語言；摘錄始終為雙語</translation>
  </message>
  <message>
   <source>The list of reports was damaged. What could be read of it is kept; the damaged file is {path}.</source>
   <translation>報告列表已損壞，能讀取的部分已保留；損壞的檔案為 {path}。</translation>
  </message>
  <message>
   <source>The model is unsure of this translation; compare it with the original.</source>
   <translation>模型對這句譯文沒有把握，請對照原文。</translation>
  </message>
  <message>
   <source>The model {name} is damaged and is not used: {reason}. Install it again to mend this.</source>
   <translation>模型 {name} 已損壞，未予使用：{reason}。請重新安裝。</translation>
  </message>
  <message>
   <source>The numbers of this translation could not be verified.</source>
   <translation>無法核實這句譯文中的數字。</translation>
  </message>
  <message>
   <source>The open report, sentence by sentence ({n})</source>
   <translation>目前報告，逐句對照（{n} 句）</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>圖片已複製到剪貼簿。</translation>
  </message>
  <message>
   <source>The report can be read and marked, and its figures are linked. Click to add models.</source>
   <translation>仍可閱讀、標記，資料照常關聯。單擊可新增模型。</translation>
  </message>
  <message>
   <source>The report can be read, searched and marked. Click to add a translation model.</source>
   <translation>仍可閱讀、搜尋和標記。單擊可新增翻譯模型。</translation>
  </message>
  <message>
   <source>The report is not where it was: {path}</source>
   <translation>報告已不在原處：{path}</translation>
  </message>
  <message>
   <source>The report of this note is not in the library: {title}</source>
   <translation>書庫中沒有這條批註所屬的報告：{title}</translation>
  </message>
  <message>
   <source>The report of this sentence is not in the library: {title}</source>
   <translation>資料庫中沒有這個例句所屬的報告：{title}</translation>
  </message>
  <message>
   <source>The report was changed where these notes were made. They are kept, with the words they stood at.</source>
   <translation>報告在這些批註處有改動。批註連同當時的文字都已保留。</translation>
  </message>
  <message>
   <source>The same report in the other language</source>
   <translation>選擇同一報告的另一語言文字</translation>
  </message>
  <message>
   <source>The sample report</source>
   <translation>範例報告</translation>
  </message>
  <message>
   <source>The search goes by meaning: an English question finds Chinese passages, Simplified finds Traditional. Enter goes to the best passage, F3 to the next one.</source>
   <translation>按語義搜尋：英文提問能找到中文段落，簡體能找到繁體。按 Enter 轉到最佳結果，F3 轉到下一條。</translation>
  </message>
  <message>
   <source>The search index could not be used and is built again: {reason}.</source>
   <translation>搜尋索引無法使用，正在重建：{reason}。</translation>
  </message>
  <message>
   <source>The settings could not be read ({reason}); the defaults are used.</source>
   <translation>設定無法讀取（{reason}），已使用預設設定。</translation>
  </message>
  <message>
   <source>The settings were changed outside the reader. Look whether they are as you want them.</source>
   <translation>設定檔案在軟體之外被改動過，請檢查各項設定是否符合您的需要。</translation>
  </message>
  <message>
   <source>The text can be read in the meantime.</source>
   <translation>正文可以先讀。</translation>
  </message>
  <message>
   <source>The translation here puts it otherwise.</source>
   <translation>此處譯文用了別的說法。</translation>
  </message>
  <message>
   <source>The translation is on the clipboard.</source>
   <translation>譯文已複製到剪貼簿。</translation>
  </message>
  <message>
   <source>The two texts have nothing in common; nothing was changed.</source>
   <translation>兩份文字沒有對應內容，未作更改。</translation>
  </message>
  <message>
   <source>Their figures are being looked for.</source>
   <translation>正在查詢其中的資料。</translation>
  </message>
  <message>
   <source>Their passages are being sorted by topic.</source>
   <translation>正在按主題歸類各段文字。</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>配色</translation>
  </message>
  <message>
   <source>There are no more words.</source>
   <translation>沒有更多詞語了。</translation>
  </message>
  <message>
   <source>There are no notes to export.</source>
   <translation>沒有可匯出的批註。</translation>
  </message>
  <message>
   <source>There are no words to export.</source>
   <translation>沒有可匯出的詞語。</translation>
  </message>
  <message>
   <source>There are {n} paragraphs</source>
   <translation>共有 {n} 段</translation>
  </message>
  <message>
   <source>There is no report here that says anything. Add one, or open one in the reader.</source>
   <translation>這裡沒有有內容的報告。請新增報告，或在閱讀視窗中開啟一份。</translation>
  </message>
  <message>
   <source>There is no sentence of this word.</source>
   <translation>這個詞沒有例句。</translation>
  </message>
  <message>
   <source>There is no such page</source>
   <translation>沒有這一頁</translation>
  </message>
  <message>
   <source>There is no word here.</source>
   <translation>這裡沒有可查的詞語。</translation>
  </message>
  <message>
   <source>These words are not in the report any more.</source>
   <translation>報告中已沒有這段文字。</translation>
  </message>
  <message>
   <source>This becomes a term of your own, and wins over the one that comes with the reader.</source>
   <translation>儲存後成為自己的術語，優先於內建術語。</translation>
  </message>
  <message>
   <source>This is a fault of the reader, not of your text. Nothing is lost and nothing is sent anywhere. The report below helps to mend it.</source>
   <translation>這是閱讀器的問題，與您的文字無關。沒有遺失任何內容，也沒有傳送任何內容。下面的報告有助於修復。</translation>
  </message>
  <message>
   <source>This is in the brief already.</source>
   <translation>摘要中已有這段內容。</translation>
  </message>
  <message>
   <source>This is no figure</source>
   <translation>這不是資料</translation>
  </message>
  <message>
   <source>This is what you wrote here before and did not save.</source>
   <translation>這是您上次在此輸入但未儲存的內容。</translation>
  </message>
  <message>
   <source>This report</source>
   <translation>本報告</translation>
  </message>
  <message>
   <source>This report has no pages</source>
   <translation>這份報告不分頁</translation>
  </message>
  <message>
   <source>This sentence could not be translated.</source>
   <translation>這句話未能翻譯。</translation>
  </message>
  <message>
   <source>This sentence is not in the report any more.</source>
   <translation>報告中已沒有這句話。</translation>
  </message>
  <message>
   <source>This sentence is still to be translated.</source>
   <translation>這句話尚未翻譯。</translation>
  </message>
  <message>
   <source>This sentence was added without a report.</source>
   <translation>這個例句沒有註明出自哪份報告。</translation>
  </message>
  <message>
   <source>This text states no percentages, amounts of money, counts or ranks that the reader knows.</source>
   <translation>文中沒有閱讀器認識的百分比、金額、數量或排名。</translation>
  </message>
  <message>
   <source>This translation repeats itself; something may be missing.</source>
   <translation>譯文有重複，可能有漏譯。</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>次數</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>題名</translation>
  </message>
  <message>
   <source>Title, place, year, tag, speaker</source>
   <translation>題名、地點、年份、標籤、報告人</translation>
  </message>
  <message>
   <source>To (of a range)</source>
   <translation>至（區間上限）</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>工具列</translation>
  </message>
  <message>
   <source>Topics</source>
   <translation>主題</translation>
  </message>
  <message>
   <source>Topics…</source>
   <translation>主題…</translation>
  </message>
  <message>
   <source>Traditional 繁體</source>
   <translation>繁體</translation>
  </message>
  <message>
   <source>Translate</source>
   <translation>翻譯</translation>
  </message>
  <message>
   <source>Translate again</source>
   <translation>重新翻譯</translation>
  </message>
  <message>
   <source>Translate the paragraph</source>
   <translation>翻譯本段</translation>
  </message>
  <message>
   <source>Translate the selection</source>
   <translation>翻譯所選文字</translation>
  </message>
  <message>
   <source>Translate this passage</source>
   <translation>翻譯此段</translation>
  </message>
  <message>
   <source>Translating {done}/{total}</source>
   <translation>正在翻譯 {done}/{total}</translation>
  </message>
  <message>
   <source>Translation</source>
   <translation>翻譯</translation>
  </message>
  <message>
   <source>Translation and search work on this computer, without a network.</source>
   <translation>翻譯與搜尋都在本機執行，無需聯網。</translation>
  </message>
  <message>
   <source>Translation memories (*.tmx);;All files (*)</source>
   <translation>翻譯記憶 (*.tmx);;所有檔案 (*)</translation>
  </message>
  <message>
   <source>Translation of this sentence</source>
   <translation>本句譯文</translation>
  </message>
  <message>
   <source>Translation paused at {done}/{total}</source>
   <translation>翻譯已暫停：{done}/{total}</translation>
  </message>
  <message>
   <source>Trying {name} in a process of its own…</source>
   <translation>正在獨立程序中試執行 {name}…</translation>
  </message>
  <message>
   <source>Two languages, one text</source>
   <translation>兩種語言，一份文字</translation>
  </message>
  <message>
   <source>Type a word or a question in Chinese or English.</source>
   <translation>請輸入中文或英文的詞或問題。</translation>
  </message>
  <message>
   <source>US dollars</source>
   <translation>美元</translation>
  </message>
  <message>
   <source>Underline</source>
   <translation>下劃線</translation>
  </message>
  <message>
   <source>Underline instead of highlighting</source>
   <translation>改用下劃線</translation>
  </message>
  <message>
   <source>Underline terms</source>
   <translation>為術語加下劃線</translation>
  </message>
  <message>
   <source>Underlined numbers are indicators. Click one to see what it measures, its target and its result. Everything happens on this computer.</source>
   <translation>帶下劃線的數字是指標。單擊可看它的含義、目標與完成情況。一切都在本機完成。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤銷</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>單位</translation>
  </message>
  <message>
   <source>Unread</source>
   <translation>未讀</translation>
  </message>
  <message>
   <source>Untitled brief</source>
   <translation>未命名摘要</translation>
  </message>
  <message>
   <source>Use (Alt+{n})</source>
   <translation>採用（Alt+{n}）</translation>
  </message>
  <message>
   <source>Use this alone</source>
   <translation>只用此鍵</translation>
  </message>
  <message>
   <source>Use this one</source>
   <translation>使用此模型</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>數值</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>結果</translation>
  </message>
  <message>
   <source>Verified: every file is what was installed.</source>
   <translation>校驗完成：所有檔案均與安裝時一致。</translation>
  </message>
  <message>
   <source>Verified: {n} damaged.</source>
   <translation>校驗完成：{n} 個已損壞。</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>校驗</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>W3C annotations (*.jsonld *.json);;All files (*)</source>
   <translation>W3C 批註 (*.jsonld *.json);;所有檔案 (*)</translation>
  </message>
  <message>
   <source>W3C annotations (*.jsonld)</source>
   <translation>W3C 批註 (*.jsonld)</translation>
  </message>
  <message>
   <source>W3C annotations (JSON-LD)…</source>
   <translation>W3C 批註（JSON-LD）…</translation>
  </message>
  <message>
   <source>Waits for {source} → {target}</source>
   <translation>尚缺 {source} → {target}</translation>
  </message>
  <message>
   <source>Web pages (*.html)</source>
   <translation>網頁 (*.html)</translation>
  </message>
  <message>
   <source>Web page…</source>
   <translation>網頁…</translation>
  </message>
  <message>
   <source>What is the file to hold?</source>
   <translation>檔案應包含哪些內容？</translation>
  </message>
  <message>
   <source>What to compare</source>
   <translation>比較什麼</translation>
  </message>
  <message>
   <source>Where the word stands in this report</source>
   <translation>該詞在本報告中出現的位置</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>檢視詳情</translation>
  </message>
  <message>
   <source>Which indicators</source>
   <translation>顯示哪些指標</translation>
  </message>
  <message>
   <source>Which shall hold?</source>
   <translation>以哪一個為準？</translation>
  </message>
  <message>
   <source>Which terms to show</source>
   <translation>顯示哪些術語</translation>
  </message>
  <message>
   <source>While reading</source>
   <translation>閱讀時</translation>
  </message>
  <message>
   <source>Whole words</source>
   <translation>全詞匹配</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Why this passage</source>
   <translation>為何找到這一條</translation>
  </message>
  <message>
   <source>Width of the text</source>
   <translation>版面寬度</translation>
  </message>
  <message>
   <source>With a comment</source>
   <translation>有批註文字的</translation>
  </message>
  <message>
   <source>Without a dictionary, words that are no terms show their pinyin alone. Add one in CC-CEDICT format (a .u8 file, which you can download at mdbg.net and copy here), and they show their meaning, too.</source>
   <translation>沒有詞典時，術語以外的字只顯示拼音。新增 CC-CEDICT 格式的詞典（.u8 檔案，可從 mdbg.net 下載後拷到本機），就能顯示釋義。</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>詞語</translation>
  </message>
  <message>
   <source>Word deleted; Undo brings it back.</source>
   <translation>已刪除詞語；可以撤銷。</translation>
  </message>
  <message>
   <source>Word documents (*.docx)</source>
   <translation>Word 文件 (*.docx)</translation>
  </message>
  <message>
   <source>Word document…</source>
   <translation>Word 文件…</translation>
  </message>
  <message>
   <source>Word list</source>
   <translation>生詞本</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>生詞</translation>
  </message>
  <message>
   <source>Words: {words}</source>
   <translation>詞語：{words}</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>寫批註</translation>
  </message>
  <message>
   <source>Write a note…</source>
   <translation>寫批註…</translation>
  </message>
  <message>
   <source>Writing {name}…</source>
   <translation>正在寫入 {name}…</translation>
  </message>
  <message>
   <source>Written to {path}</source>
   <translation>已寫入 {path}</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黃色</translation>
  </message>
  <message>
   <source>You have no terms of your own yet</source>
   <translation>還沒有自己的術語</translation>
  </message>
  <message>
   <source>Your correction is kept and used in every report. Ctrl+Z takes that back.</source>
   <translation>更正已儲存，並用於所有報告。按 Ctrl+Z 可撤銷。</translation>
  </message>
  <message>
   <source>Your corrections and the imported memories ({n})</source>
   <translation>您的更正和已匯入的翻譯記憶（{n} 條）</translation>
  </message>
  <message>
   <source>Your corrections, of all reports ({n})</source>
   <translation>您在所有報告中的更正（{n} 條）</translation>
  </message>
  <message>
   <source>Your notes file was damaged and there was no backup. It is kept as {path}; a new one was begun.</source>
   <translation>批註檔案已損壞且沒有備份。原檔案儲存為 {path}，已新建一個。</translation>
  </message>
  <message>
   <source>Your notes file was damaged. It was made again of its copies, with {n} notes; the damaged file is kept as {path}.</source>
   <translation>批註檔案已損壞，已由副本重建，現有 {n} 條批註；損壞的檔案儲存為 {path}。</translation>
  </message>
  <message>
   <source>Your terms ({n})</source>
   <translation>自己的術語（{n}）</translation>
  </message>
  <message>
   <source>about</source>
   <translation>約</translation>
  </message>
  <message>
   <source>about {n} min left</source>
   <translation>約剩 {n} 分鐘</translation>
  </message>
  <message>
   <source>about {n} s left</source>
   <translation>約剩 {n} 秒</translation>
  </message>
  <message>
   <source>actual</source>
   <translation>實際</translation>
  </message>
  <message>
   <source>added</source>
   <translation>已新增</translation>
  </message>
  <message>
   <source>agriculture</source>
   <translation>農業</translation>
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
   <translation>對照</translation>
  </message>
  <message>
   <source>both texts are in {language}; a pair has one in each language</source>
   <translation>兩份文字都是{language}；配對需要中英文各一份</translation>
  </message>
  <message>
   <source>built in</source>
   <translation>內建</translation>
  </message>
  <message>
   <source>bundled</source>
   <translation>自帶</translation>
  </message>
  <message>
   <source>cannot say</source>
   <translation>無法判斷</translation>
  </message>
  <message>
   <source>change in points</source>
   <translation>百分點變化</translation>
  </message>
  <message>
   <source>change of rank</source>
   <translation>位次變化</translation>
  </message>
  <message>
   <source>check before you quote</source>
   <translation>引用前請核對</translation>
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
   <translation>數量</translation>
  </message>
  <message>
   <source>culture</source>
   <translation>文化</translation>
  </message>
  <message>
   <source>dictionary</source>
   <translation>詞典</translation>
  </message>
  <message>
   <source>economy</source>
   <translation>經濟</translation>
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
   <translation>企業（家）</translation>
  </message>
  <message>
   <source>environment</source>
   <translation>生態環境</translation>
  </message>
  <message>
   <source>exactly</source>
   <translation>恰為</translation>
  </message>
  <message>
   <source>finance</source>
   <translation>財政金融</translation>
  </message>
  <message>
   <source>glossary</source>
   <translation>術語表</translation>
  </message>
  <message>
   <source>government</source>
   <translation>政務</translation>
  </message>
  <message>
   <source>growth</source>
   <translation>增長</translation>
  </message>
  <message>
   <source>health</source>
   <translation>衛生健康</translation>
  </message>
  <message>
   <source>households</source>
   <translation>戶</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>存量</translation>
  </message>
  <message>
   <source>in base units, e.g. 1576030000000</source>
   <translation>以基本單位計，例如 1576030000000</translation>
  </message>
  <message>
   <source>in the period</source>
   <translation>當期</translation>
  </message>
  <message>
   <source>increment</source>
   <translation>增量</translation>
  </message>
  <message>
   <source>industry</source>
   <translation>工業</translation>
  </message>
  <message>
   <source>it cannot be used ({error})</source>
   <translation>無法使用（{error}）</translation>
  </message>
  <message>
   <source>it contains {file}, which a translation package does not need</source>
   <translation>含有翻譯模型包不需要的 {file}</translation>
  </message>
  <message>
   <source>it contains {file}; only safetensors and JSON files are read</source>
   <translation>含有 {file}；只讀取 safetensors 和 JSON 檔案</translation>
  </message>
  <message>
   <source>it could not be tried ({error})</source>
   <translation>無法試執行（{error}）</translation>
  </message>
  <message>
   <source>it has more than {n} characters; that is no report</source>
   <translation>超過 {n} 個字元，不會是報告</translation>
  </message>
  <message>
   <source>it has neither {one} nor {other}</source>
   <translation>既沒有 {one}，也沒有 {other}</translation>
  </message>
  <message>
   <source>it has {n} pages; more than {most} is no report</source>
   <translation>有 {n} 頁，超過 {most} 頁的不會是報告</translation>
  </message>
  <message>
   <source>it has {size} GB, more than any package</source>
   <translation>大小為 {size} GB，超出任何模型包</translation>
  </message>
  <message>
   <source>it holds more than one package</source>
   <translation>含有不止一個模型包</translation>
  </message>
  <message>
   <source>it holds more than {n} files, more than any package</source>
   <translation>所含檔案超過 {n} 個，多於任何模型包</translation>
  </message>
  <message>
   <source>it holds {n} files, more than any package</source>
   <translation>所含檔案達 {n} 個，多於任何模型包</translation>
  </message>
  <message>
   <source>it is a folder, not a file</source>
   <translation>這是資料夾，不是檔案</translation>
  </message>
  <message>
   <source>it is a scan without a text layer; make one with text recognition (OCR), then open the new file</source>
   <translation>這是沒有文字層的掃描件，請先做文字識別（OCR），再開啟識別後的檔案</translation>
  </message>
  <message>
   <source>it is a zip archive and no EPUB book</source>
   <translation>這是 zip 壓縮包，不是 EPUB 電子書</translation>
  </message>
  <message>
   <source>it is a zip archive and no Word document</source>
   <translation>這是 zip 壓縮包，不是 Word 文件</translation>
  </message>
  <message>
   <source>it is a zip file of several documents; import it, or drop it on the window</source>
   <translation>這是裝有多份文件的 zip 壓縮包，請匯入，或拖到窗口裡</translation>
  </message>
  <message>
   <source>it is an old or an encrypted Word document; save it as .docx without a password</source>
   <translation>這是舊版或加密的 Word 文件，請另存為不帶密碼的 .docx</translation>
  </message>
  <message>
   <source>it is compressed in a way that packages are not</source>
   <translation>壓縮方式與模型包不符</translation>
  </message>
  <message>
   <source>it is damaged ({error})</source>
   <translation>檔案已損壞（{error}）</translation>
  </message>
  <message>
   <source>it is damaged and cannot be read as a PDF</source>
   <translation>檔案已損壞，無法按 PDF 讀取</translation>
  </message>
  <message>
   <source>it is damaged, or has no text layer; there is no text to be had</source>
   <translation>檔案已損壞或沒有文字層，讀不到文字</translation>
  </message>
  <message>
   <source>it is encrypted</source>
   <translation>已加密</translation>
  </message>
  <message>
   <source>it is no whole EPUB book ({error})</source>
   <translation>EPUB 電子書不完整（{error}）</translation>
  </message>
  <message>
   <source>it is no whole Word document ({error})</source>
   <translation>Word 文件不完整（{error}）</translation>
  </message>
  <message>
   <source>it is no whole zip file ({error})</source>
   <translation>zip 壓縮包不完整（{error}）</translation>
  </message>
  <message>
   <source>it is not a regular file</source>
   <translation>這不是普通檔案</translation>
  </message>
  <message>
   <source>it is not a text file</source>
   <translation>這不是文字檔案</translation>
  </message>
  <message>
   <source>it is not an .argosmodel (zip) file</source>
   <translation>不是 .argosmodel（zip）檔案</translation>
  </message>
  <message>
   <source>it is not {encoding} text</source>
   <translation>這不是 {encoding} 編碼的文字</translation>
  </message>
  <message>
   <source>it is protected against copying (DRM) and cannot be read</source>
   <translation>檔案有版權保護（DRM），無法讀取</translation>
  </message>
  <message>
   <source>it is protected by a password</source>
   <translation>檔案有密碼保護</translation>
  </message>
  <message>
   <source>it is protected by a password; save a copy without one and open that</source>
   <translation>檔案有密碼保護，請另存一份不帶密碼的再開啟</translation>
  </message>
  <message>
   <source>it is {kind}, not plain text</source>
   <translation>這不是純文字（{kind}）</translation>
  </message>
  <message>
   <source>it needs more memory than a model of its size should</source>
   <translation>所需記憶體超出同等大小模型的正常範圍</translation>
  </message>
  <message>
   <source>it needs the package sentence-transformers, which is not installed</source>
   <translation>需要 sentence-transformers，但尚未安裝</translation>
  </message>
  <message>
   <source>it translates from {source} to {target}, neither of them Chinese or English</source>
   <translation>用於 {source} 到 {target} 的翻譯，兩者都不是中文或英文</translation>
  </message>
  <message>
   <source>it unpacks to far more than a report; it is not opened</source>
   <translation>解壓後遠大於一份報告，沒有開啟</translation>
  </message>
  <message>
   <source>it was not ready after {n} seconds</source>
   <translation>{n} 秒後仍未就緒</translation>
  </message>
  <message>
   <source>items</source>
   <translation>個（項）</translation>
  </message>
  <message>
   <source>its SHA-256 is not that of the bundle</source>
   <translation>SHA-256 與自帶模型不符</translation>
  </message>
  <message>
   <source>its XML declares entities; it is not opened</source>
   <translation>XML 裡聲明瞭實體，沒有開啟</translation>
  </message>
  <message>
   <source>its archive has {n} parts; more than {most} is no report</source>
   <translation>壓縮包裡有 {n} 個檔案，超過 {most} 個的不會是報告</translation>
  </message>
  <message>
   <source>its archive holds links; it is not opened</source>
   <translation>壓縮包裡有連結，沒有開啟</translation>
  </message>
  <message>
   <source>its archive holds two parts of one name; it is not opened</source>
   <translation>壓縮包裡有同名檔案，沒有開啟</translation>
  </message>
  <message>
   <source>its archive points outside itself; it is not opened</source>
   <translation>壓縮包裡的路徑指向外部，沒有開啟</translation>
  </message>
  <message>
   <source>its encoding could not be recognised</source>
   <translation>無法識別文字編碼</translation>
  </message>
  <message>
   <source>its files cannot be read ({error})</source>
   <translation>檔案無法讀取（{error}）</translation>
  </message>
  <message>
   <source>its manifest.json is missing; add it again with: report-reader models add FILE</source>
   <translation>缺少 manifest.json；請重新新增：report-reader models add FILE</translation>
  </message>
  <message>
   <source>its markup cannot be read</source>
   <translation>無法讀取網頁標記</translation>
  </message>
  <message>
   <source>its markup is nested too deeply; it is not opened</source>
   <translation>標記巢狀過深，沒有開啟</translation>
  </message>
  <message>
   <source>its network cannot be loaded ({error})</source>
   <translation>網路無法載入（{error}）</translation>
  </message>
  <message>
   <source>its text layer is unreadable (its fonts do not say which characters they show); use OCR</source>
   <translation>文字層無法讀取（字型沒有說明對應的字元），請用文字識別（OCR）</translation>
  </message>
  <message>
   <source>its type is {type}, not a translation package</source>
   <translation>類型為 {type}，不是翻譯模型包</translation>
  </message>
  <message>
   <source>its vectors are no numbers</source>
   <translation>生成的向量不是數值</translation>
  </message>
  <message>
   <source>its vocabulary cannot be read ({error})</source>
   <translation>詞表無法讀取（{error}）</translation>
  </message>
  <message>
   <source>its vocabulary has {n} pieces and its network {m}</source>
   <translation>詞表有 {n} 項，而網路只有 {m} 項</translation>
  </message>
  <message>
   <source>its vocabulary is larger than its table of vectors</source>
   <translation>詞表大於向量表</translation>
  </message>
  <message>
   <source>law</source>
   <translation>法治</translation>
  </message>
  <message>
   <source>left empty: made from the name</source>
   <translation>留空則由名稱生成</translation>
  </message>
  <message>
   <source>level</source>
   <translation>水平</translation>
  </message>
  <message>
   <source>loading it ends the process ({how})</source>
   <translation>載入時程序崩潰（{how}）</translation>
  </message>
  <message>
   <source>machine translation</source>
   <translation>機器翻譯</translation>
  </message>
  <message>
   <source>manifest.json lists no files</source>
   <translation>manifest.json 未列出檔案</translation>
  </message>
  <message>
   <source>met</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>metadata.json gives no language codes (from_code, to_code)</source>
   <translation>metadata.json 未給出語言程式碼（from_code、to_code）</translation>
  </message>
  <message>
   <source>modules.json lists no modules</source>
   <translation>modules.json 未列出模組</translation>
  </message>
  <message>
   <source>modules.json names {module}, which is no module of sentence-transformers</source>
   <translation>modules.json 中的 {module} 不是 sentence-transformers 的模組</translation>
  </message>
  <message>
   <source>multiple</source>
   <translation>倍數</translation>
  </message>
  <message>
   <source>name of a figure</source>
   <translation>指標名稱</translation>
  </message>
  <message>
   <source>nearly</source>
   <translation>近</translation>
  </message>
  <message>
   <source>no other report</source>
   <translation>無對照報告</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>未完成</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>未公佈</translation>
  </message>
  <message>
   <source>not translated</source>
   <translation>未能翻譯</translation>
  </message>
  <message>
   <source>official term</source>
   <translation>官方術語</translation>
  </message>
  <message>
   <source>official translation</source>
   <translation>官方譯文</translation>
  </message>
  <message>
   <source>one of its chapters is larger than any report</source>
   <translation>其中一章比任何報告都大</translation>
  </message>
  <message>
   <source>opening up</source>
   <translation>對外開放</translation>
  </message>
  <message>
   <source>or a share of the text: 50%</source>
   <translation>也可輸入百分比，如 50%</translation>
  </message>
  <message>
   <source>over</source>
   <translation>超過</translation>
  </message>
  <message>
   <source>paragraph {n}</source>
   <translation>第 {n} 段</translation>
  </message>
  <message>
   <source>part of the whole</source>
   <translation>分數</translation>
  </message>
  <message>
   <source>people</source>
   <translation>人</translation>
  </message>
  <message>
   <source>percentage points</source>
   <translation>百分點</translation>
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
   <translation>工程專案</translation>
  </message>
  <message>
   <source>projects</source>
   <translation>項目（個）</translation>
  </message>
  <message>
   <source>put together by machine</source>
   <translation>由程式組合</translation>
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
   <translation>檔案一讀就使解析程式中止，可能已損壞或含有惡意內容</translation>
  </message>
  <message>
   <source>reading it takes more memory than any report; it may be made to do harm</source>
   <translation>讀取它佔用的記憶體遠超任何報告，可能含有惡意內容</translation>
  </message>
  <message>
   <source>reading it takes too long; it may be damaged</source>
   <translation>讀取時間過長，檔案可能已損壞</translation>
  </message>
  <message>
   <source>regions</source>
   <translation>區域</translation>
  </message>
  <message>
   <source>rural areas</source>
   <translation>農村</translation>
  </message>
  <message>
   <source>security</source>
   <translation>安全</translation>
  </message>
  <message>
   <source>sentence-transformers cannot load it ({error})</source>
   <translation>sentence-transformers 無法載入（{error}）</translation>
  </message>
  <message>
   <source>separated by ;</source>
   <translation>用分號隔開</translation>
  </message>
  <message>
   <source>share</source>
   <translation>佔比</translation>
  </message>
  <message>
   <source>shared</source>
   <translation>共享</translation>
  </message>
  <message>
   <source>slogan</source>
   <translation>口號</translation>
  </message>
  <message>
   <source>social affairs</source>
   <translation>民生</translation>
  </message>
  <message>
   <source>statistics</source>
   <translation>統計</translation>
  </message>
  <message>
   <source>streak</source>
   <translation>連續</translation>
  </message>
  <message>
   <source>target</source>
   <translation>目標</translation>
  </message>
  <message>
   <source>technology</source>
   <translation>科技</translation>
  </message>
  <message>
   <source>the XML in it cannot be read</source>
   <translation>無法讀取其中的 XML</translation>
  </message>
  <message>
   <source>the file has {size} MB; more than {most} MB is no report</source>
   <translation>檔案有 {size} MB，超過 {most} MB 的不會是報告</translation>
  </message>
  <message>
   <source>the file is damaged; what could be read of it is shown</source>
   <translation>檔案已損壞，這裡顯示的是能讀出的部分</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>檔案是空的</translation>
  </message>
  <message>
   <source>the list of its chapters is missing</source>
   <translation>缺少章節目錄</translation>
  </message>
  <message>
   <source>the report's own words</source>
   <translation>報告原文</translation>
  </message>
  <message>
   <source>the target_prefix in metadata.json is not a short text</source>
   <translation>metadata.json 中的 target_prefix 不是短文字</translation>
  </message>
  <message>
   <source>the text has changed here</source>
   <translation>此處原文有改動</translation>
  </message>
  <message>
   <source>the vocabulary in model/ is missing</source>
   <translation>model/ 中缺少詞表</translation>
  </message>
  <message>
   <source>there are more than {n} files in it; choose a smaller folder</source>
   <translation>裡面的檔案超過 {n} 個，請選小一些的資料夾</translation>
  </message>
  <message>
   <source>there are no reports in the folder or archive</source>
   <translation>資料夾或壓縮包裡沒有報告</translation>
  </message>
  <message>
   <source>there is no such file</source>
   <translation>沒有這個檔案</translation>
  </message>
  <message>
   <source>there is no such file in the archive</source>
   <translation>壓縮包裡沒有這個檔案</translation>
  </message>
  <message>
   <source>there is no text encoding named {encoding}</source>
   <translation>沒有名為 {encoding} 的編碼</translation>
  </message>
  <message>
   <source>there is no text in the PDF</source>
   <translation>這個 PDF 裡沒有文字</translation>
  </message>
  <message>
   <source>there is no text in the book; it may hold nothing but pictures</source>
   <translation>書裡沒有文字，可能全是圖片</translation>
  </message>
  <message>
   <source>there is no text in the document</source>
   <translation>文件裡沒有文字</translation>
  </message>
  <message>
   <source>there is no text in the file</source>
   <translation>檔案裡沒有文字</translation>
  </message>
  <message>
   <source>there is no text in the file, only blanks</source>
   <translation>檔案裡只有空白，沒有文字</translation>
  </message>
  <message>
   <source>there is no text in the page; it may be made by a script when it is shown</source>
   <translation>網頁裡沒有文字，正文可能要靠指令碼才能顯示</translation>
  </message>
  <message>
   <source>this is no valid file name</source>
   <translation>檔名無效</translation>
  </message>
  <message>
   <source>times</source>
   <translation>倍</translation>
  </message>
  <message>
   <source>total</source>
   <translation>總量</translation>
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
   <translation>解壓後將佔用 {size} GB</translation>
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
   <translation>用幾個詞說明是什麼</translation>
  </message>
  <message>
   <source>with the figures of this sentence</source>
   <translation>已換成本句的數字</translation>
  </message>
  <message>
   <source>with {words}</source>
   <translation>有“{words}”</translation>
  </message>
  <message>
   <source>without {words}</source>
   <translation>無“{words}”</translation>
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
   <translation>沒有讀取許可權</translation>
  </message>
  <message>
   <source>your correction</source>
   <translation>您的更正</translation>
  </message>
  <message>
   <source>your term</source>
   <translation>自己的術語</translation>
  </message>
  <message>
   <source>yuan</source>
   <translation>元</translation>
  </message>
  <message>
   <source>{at} of {n} in this report</source>
   <translation>本報告第 {at} 處，共 {n} 處</translation>
  </message>
  <message>
   <source>{count} more</source>
   <translation>還有 {count} 條</translation>
  </message>
  <message>
   <source>{done} of {total} reports</source>
   <translation>已收錄 {done}/{total} 份報告</translation>
  </message>
  <message>
   <source>{file} asks for code of its own (auto_map)</source>
   <translation>{file} 要求執行自帶程式碼（auto_map）</translation>
  </message>
  <message>
   <source>{file} cannot be read ({error})</source>
   <translation>{file} 無法讀取（{error}）</translation>
  </message>
  <message>
   <source>{file} cannot be unpacked ({error})</source>
   <translation>{file} 無法解壓（{error}）</translation>
  </message>
  <message>
   <source>{file} is a link</source>
   <translation>{file} 是連結</translation>
  </message>
  <message>
   <source>{file} is a link or a device, not a file</source>
   <translation>{file} 是連結或裝置，不是檔案</translation>
  </message>
  <message>
   <source>{file} is cut short</source>
   <translation>{file} 不完整</translation>
  </message>
  <message>
   <source>{file} is in it twice</source>
   <translation>{file} 重複出現</translation>
  </message>
  <message>
   <source>{file} is larger than it says</source>
   <translation>{file} 比所標大小更大</translation>
  </message>
  <message>
   <source>{file} is missing</source>
   <translation>缺少 {file}</translation>
  </message>
  <message>
   <source>{file} is not UTF-8 text</source>
   <translation>{file} 不是 UTF-8 文字</translation>
  </message>
  <message>
   <source>{file} is not a JSON object</source>
   <translation>{file} 不是 JSON 物件</translation>
  </message>
  <message>
   <source>{file} is not valid JSON</source>
   <translation>{file} 不是有效的 JSON</translation>
  </message>
  <message>
   <source>{file} is not what was installed (its SHA-256 differs)</source>
   <translation>{file} 與安裝時不一致（SHA-256 不同）</translation>
  </message>
  <message>
   <source>{file} lies outside the package's folder</source>
   <translation>{file} 位於模型包資料夾之外</translation>
  </message>
  <message>
   <source>{file} points outside the package</source>
   <translation>{file} 指向模型包之外</translation>
  </message>
  <message>
   <source>{file} unpacks to {n} times its size</source>
   <translation>{file} 解壓後達到原大小的 {n} 倍</translation>
  </message>
  <message>
   <source>{file} was added to it later</source>
   <translation>{file} 是後來加入的</translation>
  </message>
  <message>
   <source>{file} would take {size} MB</source>
   <translation>{file} 將佔用 {size} MB</translation>
  </message>
  <message>
   <source>{key} brings you here.</source>
   <translation>按 {key} 可隨時回到這裡。</translation>
  </message>
  <message>
   <source>{key} is the key of “{command}”; it will be taken from it.</source>
   <translation>{key} 現用於“{command}”，將改歸此命令。</translation>
  </message>
  <message>
   <source>{key} moves through the text and cannot be used for anything else.</source>
   <translation>{key} 用於移動正文，不能另作他用。</translation>
  </message>
  <message>
   <source>{key} will work while you read, not while you type.</source>
   <translation>{key} 只在閱讀時有效，輸入文字時無效。</translation>
  </message>
  <message>
   <source>{met} of {all} met</source>
   <translation>{all} 專案標完成 {met} 項</translation>
  </message>
  <message>
   <source>{name}  —  {n} new</source>
   <translation>{name} — 新增 {n} 條</translation>
  </message>
  <message>
   <source>{name} was not added by you and is not removed</source>
   <translation>{name} 不是由您新增的，不能移除</translation>
  </message>
  <message>
   <source>{name} was not added: {path} cannot be written ({reason}).</source>
   <translation>未新增 {name}：無法寫入 {path}（{reason}）。</translation>
  </message>
  <message>
   <source>{name} was not added: {reason}.</source>
   <translation>未新增 {name}：{reason}。</translation>
  </message>
  <message>
   <source>{name} {version} is used from now on.</source>
   <translation>現已改用 {name} {version}。</translation>
  </message>
  <message>
   <source>{new} notes were taken in, {known} were here already.</source>
   <translation>匯入了 {new} 條批註，已有 {known} 條。</translation>
  </message>
  <message>
   <source>{n} % of the text</source>
   <translation>正文的 {n}% 處</translation>
  </message>
  <message>
   <source>{n} characters</source>
   <translation>{n} 字元</translation>
  </message>
  <message>
   <source>{n} corrections taken in</source>
   <translation>已匯入 {n} 條更正</translation>
  </message>
  <message>
   <source>{n} corrections written to {path}</source>
   <translation>已將 {n} 條更正寫入 {path}</translation>
  </message>
  <message>
   <source>{n} could not be read</source>
   <translation>{n} 份無法讀取</translation>
  </message>
  <message>
   <source>{n} deleted. Ctrl+Z takes that back.</source>
   <translation>已刪除 {n} 個，按 Ctrl+Z 撤銷。</translation>
  </message>
  <message>
   <source>{n} empty</source>
   <translation>{n} 條為空</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} 個詞條</translation>
  </message>
  <message>
   <source>{n} entries of a later version are kept unseen</source>
   <translation>另有 {n} 項出自更高版本，予以保留但不顯示</translation>
  </message>
  <message>
   <source>{n} entries read…</source>
   <translation>已讀取 {n} 個詞條…</translation>
  </message>
  <message>
   <source>{n} example sentences</source>
   <translation>{n} 個例句</translation>
  </message>
  <message>
   <source>{n} figures</source>
   <translation>{n} 條資料</translation>
  </message>
  <message>
   <source>{n} figures copied</source>
   <translation>已複製 {n} 條資料</translation>
  </message>
  <message>
   <source>{n} figures written to {path}</source>
   <translation>已將 {n} 條資料寫入 {path}</translation>
  </message>
  <message>
   <source>{n} files were not there.</source>
   <translation>有 {n} 個檔案已不在原處。</translation>
  </message>
  <message>
   <source>{n} kept as you have them</source>
   <translation>{n} 個保留原樣</translation>
  </message>
  <message>
   <source>{n} known already</source>
   <translation>{n} 個已有</translation>
  </message>
  <message>
   <source>{n} left out</source>
   <translation>{n} 份未能納入</translation>
  </message>
  <message>
   <source>{n} left out ({reasons})</source>
   <translation>略過 {n} 條（{reasons}）</translation>
  </message>
  <message>
   <source>{n} lines left out</source>
   <translation>略去 {n} 行</translation>
  </message>
  <message>
   <source>{n} min left</source>
   <translation>剩餘 {n} 分鐘</translation>
  </message>
  <message>
   <source>{n} new</source>
   <translation>{n} 條新增</translation>
  </message>
  <message>
   <source>{n} not in Chinese and English</source>
   <translation>{n} 條不是中英對照</translation>
  </message>
  <message>
   <source>{n} notes deleted; Undo brings them back.</source>
   <translation>已刪除 {n} 條批註；可以撤銷。</translation>
  </message>
  <message>
   <source>{n} of them could not be brought back.</source>
   <translation>其中 {n} 條無法恢復。</translation>
  </message>
  <message>
   <source>{n} of your notes are damaged and left out. There is no second copy of them.</source>
   <translation>有 {n} 條批註已損壞且沒有副本，未予顯示。</translation>
  </message>
  <message>
   <source>{n} of your notes were damaged or missing, and were taken from the second copy.</source>
   <translation>有 {n} 條批註損壞或缺失，已從副本中恢復。</translation>
  </message>
  <message>
   <source>{n} of {all} pages are scans without text and are missing here: {pages}</source>
   <translation>{all} 頁中有 {n} 頁是沒有文字的掃描件，這裡沒有：{pages}</translation>
  </message>
  <message>
   <source>{n} of {all} sentences show their official translation. Undo brings the machine's back.</source>
   <translation>{all} 句中有 {n} 句改用官方譯文；撤銷可恢復機器譯文。</translation>
  </message>
  <message>
   <source>{n} of {total} terms</source>
   <translation>{n}/{total} 個術語</translation>
  </message>
  <message>
   <source>{n} pages printed</source>
   <translation>已列印 {n} 頁</translation>
  </message>
  <message>
   <source>{n} pages written to {path}</source>
   <translation>已將 {n} 頁寫入 {path}</translation>
  </message>
  <message>
   <source>{n} passages</source>
   <translation>{n} 條</translation>
  </message>
  <message>
   <source>{n} passages from one report</source>
   <translation>{n} 條摘錄，出自同一份報告</translation>
  </message>
  <message>
   <source>{n} passages from {reports} reports</source>
   <translation>{n} 條摘錄，出自 {reports} 份報告</translation>
  </message>
  <message>
   <source>{n} places</source>
   <translation>{n} 個地區</translation>
  </message>
  <message>
   <source>{n} quote no words and were left out.</source>
   <translation>有 {n} 條沒有引文，已略去。</translation>
  </message>
  <message>
   <source>{n} repeated in the file</source>
   <translation>檔案中重複 {n} 個</translation>
  </message>
  <message>
   <source>{n} replaced</source>
   <translation>替換了 {n} 個</translation>
  </message>
  <message>
   <source>{n} reports</source>
   <translation>{n} 份報告</translation>
  </message>
  <message>
   <source>{n} reports added</source>
   <translation>已新增 {n} 份報告</translation>
  </message>
  <message>
   <source>{n} reports and {m} items of your own work were written.</source>
   <translation>已寫入 {n} 份報告和您的 {m} 條記錄。</translation>
  </message>
  <message>
   <source>{n} reports are in the library</source>
   <translation>已將 {n} 份報告加入報告庫</translation>
  </message>
  <message>
   <source>{n} reports are in the library; {m} could not be read</source>
   <translation>已將 {n} 份報告加入報告庫，{m} 份無法讀取</translation>
  </message>
  <message>
   <source>{n} reports are new, {k} were known; {m} items of your own work were taken in.</source>
   <translation>新增 {n} 份報告，{k} 份已有；匯入您的 {m} 條記錄。</translation>
  </message>
  <message>
   <source>{n} reports compared</source>
   <translation>已比較 {n} 份報告</translation>
  </message>
  <message>
   <source>{n} reports of the library are damaged entries and left out. Add them again.</source>
   <translation>資料庫中有 {n} 份報告的條目已損壞，未予列出，請重新新增。</translation>
  </message>
  <message>
   <source>{n} s left</source>
   <translation>剩餘 {n} 秒</translation>
  </message>
  <message>
   <source>{n} sentence pairs imported</source>
   <translation>已匯入 {n} 條句對</translation>
  </message>
  <message>
   <source>{n} sentence pairs written to {path}</source>
   <translation>已將 {n} 條句對寫入 {path}</translation>
  </message>
  <message>
   <source>{n} sentences</source>
   <translation>{n} 句</translation>
  </message>
  <message>
   <source>{n} sentences are not translated yet and are left out.</source>
   <translation>有 {n} 句尚未翻譯，未包含在內。</translation>
  </message>
  <message>
   <source>{n} terms added</source>
   <translation>新增了 {n} 個術語</translation>
  </message>
  <message>
   <source>{n} terms in {places} places</source>
   <translation>{n} 個術語，共 {places} 處</translation>
  </message>
  <message>
   <source>{n} terms of this file stand in your glossary with other words.</source>
   <translation>檔案中有 {n} 個術語與您的術語表不同。</translation>
  </message>
  <message>
   <source>{n} terms written to {path}</source>
   <translation>已將 {n} 個術語寫入 {path}</translation>
  </message>
  <message>
   <source>{n} times in this report</source>
   <translation>本報告中出現 {n} 次</translation>
  </message>
  <message>
   <source>{n} too long</source>
   <translation>{n} 條過長</translation>
  </message>
  <message>
   <source>{n} unreadable</source>
   <translation>{n} 條無法讀取</translation>
  </message>
  <message>
   <source>{n} were known already</source>
   <translation>{n} 條此前已有</translation>
  </message>
  <message>
   <source>{n} were there already</source>
   <translation>{n} 份已有</translation>
  </message>
  <message>
   <source>{n} with more than one English, all kept</source>
   <translation>{n} 個有多種譯法，均已保留</translation>
  </message>
  <message>
   <source>{n} words deleted; Undo brings them back.</source>
   <translation>已刪除 {n} 個詞語；可以撤銷。</translation>
  </message>
  <message>
   <source>{n} words were kept in other reports.</source>
   <translation>其他報告中收有 {n} 個詞語。</translation>
  </message>
  <message>
   <source>{path} (not there now)</source>
   <translation>{path}（現已不在）</translation>
  </message>
  <message>
   <source>{percent} % of the numbers that could be figures are figures of the table; {explained} numbers are dates, headings, names and the like. Of all {total} numbers {all} % are figures.</source>
   <translation>在可能是資料的數字中，{percent}% 已列入指標表；另有 {explained} 個數字是日期、標題序號、名稱等。全部 {total} 個數字中有 {all}% 是資料。</translation>
  </message>
  <message>
   <source>{percent} % read · about {n} min left</source>
   <translation>已讀 {percent}% · 約剩 {n} 分鐘</translation>
  </message>
  <message>
   <source>{shown} of {total}</source>
   <translation>{total} 條中的 {shown} 條</translation>
  </message>
  <message>
   <source>{shown} of {total} notes</source>
   <translation>{total} 條批註中的 {shown} 條</translation>
  </message>
  <message>
   <source>{shown} of {total} words</source>
   <translation>{total} 個詞語中的 {shown} 個</translation>
  </message>
  <message>
   <source>{size} MB are needed</source>
   <translation>需要 {size} MB 空間</translation>
  </message>
  <message>
   <source>{suffix} files are not read; convert it to .epub</source>
   <translation>不支援 {suffix} 檔案，請轉換成 .epub</translation>
  </message>
  <message>
   <source>{suffix} files are not read; make a text file with text recognition (OCR)</source>
   <translation>不支援 {suffix} 檔案，請用文字識別（OCR）轉成文字</translation>
  </message>
  <message>
   <source>{suffix} files are not read; open it in a browser and save the page as .html</source>
   <translation>不支援 {suffix} 檔案，請用瀏覽器開啟後另存為 .html</translation>
  </message>
  <message>
   <source>{suffix} files are not read; print it to PDF in the program that shows it</source>
   <translation>不支援 {suffix} 檔案，請在能開啟它的程式裡列印成 PDF</translation>
  </message>
  <message>
   <source>{suffix} files are not read; save it as .docx in Word, WPS or LibreOffice</source>
   <translation>不支援 {suffix} 檔案，請用 Word、WPS 或 LibreOffice 另存為 .docx</translation>
  </message>
  <message>
   <source>{suffix} files are not read; save its text as .txt</source>
   <translation>不支援 {suffix} 檔案，請把文字另存為 .txt</translation>
  </message>
  <message>
   <source>{suffix} files are not read; unpack it, then open what is in it</source>
   <translation>不支援 {suffix} 檔案，請解壓後開啟裡面的檔案</translation>
  </message>
  <message>
   <source>{text} is no longer a figure. Ctrl+Z takes that back.</source>
   <translation>{text} 不再作為資料。按 Ctrl+Z 撤銷。</translation>
  </message>
  <message>
   <source>{total} figures, {linked} linked</source>
   <translation>{total} 條資料，{linked} 條有對應</translation>
  </message>
  <message>
   <source>{total} notes</source>
   <translation>{total} 條批註</translation>
  </message>
  <message>
   <source>{total} words</source>
   <translation>{total} 個詞語</translation>
  </message>
  <message>
   <source>{year} reached</source>
   <translation>{year} 年實績</translation>
  </message>
  <message>
   <source>{year} report</source>
   <translation>{year} 年報告</translation>
  </message>
  <message>
   <source>{year} target</source>
   <translation>{year} 年目標</translation>
  </message>
  <message>
   <source>“{title}” was deleted. Ctrl+Z brings it back.</source>
   <translation>“{title}”已刪除。按 Ctrl+Z 可恢復。</translation>
  </message>
  <message>
   <source>“{word}” is in the word list now.</source>
   <translation>已把“{word}”加入生詞本。</translation>
  </message>
  <message>
   <source>“{word}” is in the word list with this sentence.</source>
   <translation>“{word}”和這個例句已在生詞本中。</translation>
  </message>
  <message>
   <source>中文 → English</source>
   <translation>中文 → 英文</translation>
  </message>
 </context>
</TS>
