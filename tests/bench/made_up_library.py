"""A library of any size out of the sentences of a few real reports: clauses recombined, numbers varied."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from index.report import Report
from index.segmentation import segment

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_CLAUSE = re.compile(r"[^，；]+[，；]?")


class Material:
    """The lines and sentences of the reports in a folder."""

    def __init__(self, folder: Path) -> None:
        self.sentences: list[list[str]] = []
        self.headings: list[str] = []
        for path in sorted(folder.glob("*.txt")):
            report = segment(path.read_text(encoding="utf-8"), path=path.name)
            for paragraph in report.paragraphs:
                if paragraph.level:
                    self.headings.append(paragraph.span.of(report.text))
                    continue
                for sentence in paragraph.sentences:
                    clauses = _CLAUSE.findall(sentence.span.of(report.text))
                    if clauses:
                        self.sentences.append(clauses)
        if not self.sentences:
            raise SystemExit(f"there are no reports (*.txt) in {folder}")

    def reports(self, count: int, sentences: int, seed: int = 1) -> Iterator[Report]:
        """So many reports of about so many sentences."""
        chance = random.Random(seed)
        for number in range(count):
            lines = [f"{2000 + number % 27}年第{number}号政府工作报告"]
            left = int(sentences * chance.uniform(0.6, 1.4))
            while left > 0:
                if self.headings and chance.random() < 0.3:
                    lines.append(chance.choice(self.headings))
                taken = chance.randint(2, 6)
                lines.append("".join(self._sentence(chance) for _ in range(taken)))
                left -= taken
            yield segment("\n".join(lines), path=f"{number}.txt", title=lines[0])

    def _sentence(self, chance: random.Random) -> str:
        clauses = list(chance.choice(self.sentences))
        for n in range(len(clauses) - 1):
            if chance.random() < 0.4:
                other = chance.choice(self.sentences)
                clauses[n] = chance.choice(other[:-1] or clauses[n : n + 1])
        return _FIGURE.sub(lambda figure: _varied(figure[0], chance), "".join(clauses))


def _varied(figure: str, chance: random.Random) -> str:
    return "".join(str(chance.randint(1, 9)) if char != "." else char for char in figure)


_TOPICS = """就业 发展 教育 海洋 养老 住房 财政 乡村振兴 营商环境 科技创新 绿色低碳 数字经济 社会保障 对外开放 人工智能 新能源车
粮食安全 污染防治 医疗卫生 城市更新 民营经济 安全生产 文化旅游 固定资产 集装箱 吞吐量 新型城镇化建设 高标准农田建设 战略性新兴产业
居民人均可支配收入 一般公共预算收入 社会消费品零售 规模以上工业增加值 城镇新增就业人数 外贸进出口总额 空气质量优良天数 先进制造业集群
农村人居环境整治 老旧小区改造 义务教育优质均衡 基层医疗服务能力 国家重点实验室 跨境电子商务 轨道交通建设 数字政府建设 专精特新企业
自由贸易试验区 生态环境保护""".split()
_ENGLISH = """employment growth|rural revitalization|green development|housing|port throughput|digital economy|foreign trade
|science and technology innovation|air quality|pension|private enterprises|high-speed railway|grain output|tourism revenue
|carbon peak|artificial intelligence|new energy vehicles|public budget revenue|compulsory education|urban renewal""".replace(
    "\n", ""
).split("|")


def queries() -> dict[str, list[str]]:
    """Queries of the usual kinds."""
    short = [topic for topic in _TOPICS if len(topic) <= 4]
    long = [topic for topic in _TOPICS if len(topic) > 4]
    return {
        "Chinese, 2 to 4 characters": short,
        "Chinese, 5 to 9 characters": long,
        "English words": _ENGLISH,
        "Chinese questions": [f"{topic}的目标是多少？" for topic in short[:12]]
        + [f"今年将如何推进{topic}？" for topic in long[:12]],
        "English questions": [f"what is planned for {words} this year?" for words in _ENGLISH],
    }
