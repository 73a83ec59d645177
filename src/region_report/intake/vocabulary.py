"""The words of a sheet: names of indicators, what a heading means, units."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from region_report.intake import periods

ROLES = {
    "indicator": "指标 指标名称 统计指标 指标项目 项目 项目名称 名称 内容 indicator indicators item name",
    "period": "年份 年度 年 时间 时期 日期 年月 统计时间 year years period date time",
    "value": "数值 数 值 数量 数据 数字 指标值 统计值 合计数 value values figure figures number amount count",
    "unit": "单位 计量单位 单位名称 unit units",
    "measure": "性质 数据性质 数值类型 measure",
    "region": "地区 地区名称 区域 城市 市县 县区 区县 市 县 region area place city county",
    "code": "行政区划代码 区划代码 地区代码",
    "nature": "属性 指标属性 目标属性 nature",
    "source": "来源 数据来源 资料来源 source",
    "other": "序号 编号 no no. # 备注 说明 注 注释 note notes remark remarks comment comments",
}
MEASURES = {
    "actual": "实际 实际值 实际数 完成 完成数 完成值 完成情况 实绩 actual achieved",
    "target": "目标 目标值 目标数 规划目标 规划值 计划 计划数 计划值 target goal",
    "baseline": "基期 基期值 基数 基准 基准值 baseline base",
    "denominator": "分母 denominator",
}
NATURES = {"binding": "约束性 约束 binding", "anticipatory": "预期性 预期 anticipatory"}
# A table of a plan has targets: its figures are not taken for actual ones because no heading says so.
PLANNED = re.compile(r"规划|计划|目标|十[一二三四五六]五|\b(?:plan|target|goal)", re.I)
SCALES = {"10000": "万", "10 000": "万", "10,000": "万", "ten thousand": "万", "100 million": "亿"}
# Their counts are given in people or in ten thousands of them: a number alone does not say which.
IN_WAN = ("person", "person_time", "household")
UNITS_IN_TITLE = re.compile(r"(?:计量)?(?:单位|units?)\s*[:：]\s*(?P<units>[^()（）]+)", re.I)
IN_BRACKETS = re.compile(r"^(?P<name>.*?)\s*[(\[](?:单位:|unit:)?\s*(?P<unit>[^()\[\]]+)[)\]]$", re.I)
BEHIND = re.compile(r"^(?P<name>.+?)[,/]\s*(?P<unit>[^,/()]+)$")
NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、](?!\d)|[①-⑳])\s*")
PART_OF = re.compile(r"^(?:其中|of which)\s*[:：,，]?\s*", re.I)


@dataclass(frozen=True)
class Heading:
    """What a heading says; what it does not say is empty. ids: of the indicators that its words name."""

    role: str = ""
    period: str = ""
    measure: str = ""
    ids: tuple = ()
    unit: str = ""

    def __bool__(self):
        return bool(self.role or self.period or self.measure or self.ids)


class Vocabulary:
    """The names and units of the codelists of a data folder."""

    def __init__(self, lists):
        self._indicators = lists.by_id["indicators"]
        self._units = lists.by_id["units"]

    def ids(self, text):
        """The ids of all indicators that are called so: by id, name or alias."""
        found = self._by_name.get(key(text), ())
        return found or self._by_name.get(key(PART_OF.sub("", NUMBERING.sub("", text.strip()))), ())

    def near(self, text):
        """Names and ids of up to three indicators that are called nearly so, the nearest first."""
        from difflib import get_close_matches

        sought = key(text)
        within = (
            [name for name in self._by_name if len(name) > 1 and (name in sought or sought in name)] if sought else []
        )
        within.sort(key=lambda name: abs(len(name) - len(sought)))
        names = [*within[:3], *get_close_matches(sought, self._by_name, n=3, cutoff=0.5)]
        ids = dict.fromkeys(id_ for name in names for id_ in self._by_name[name])
        # A data folder may speak English alone.
        return [(self._indicators[id_]["name_zh"] or self._indicators[id_]["name_en"], id_) for id_ in ids][:3]

    def heading(self, text):
        """What a heading says."""
        plain = unicodedata.normalize("NFKC", text).strip()
        if found := self._words(plain):
            return found
        for form in (IN_BRACKETS, BEHIND):
            if (parts := form.match(plain)) and (unit := self.unit(parts["unit"])):
                found = self._words(parts["name"].strip())
                return Heading(found.role, found.period, found.measure, found.ids, unit)
        return Heading(unit=self.unit(plain))

    def unit(self, text):
        """A unit as figures have it behind them (`万人`, `%`), empty for words that are none."""
        plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().lower()
        plain = re.sub(r"^(?:单位|unit)\s*[:：]\s*", "", plain)
        for said, scale in SCALES.items():
            if plain.startswith(said):
                rest = plain.removeprefix(said).strip()
                word = self._unit_words.get(rest)
                return scale + word if word or not rest else ""
        scale = re.match(r"万亿|[亿万千百]?", plain)[0]
        word = plain.removeprefix(scale)
        return scale + self._unit_words[word] if word in self._unit_words else scale if scale and not word else ""

    def measure(self, text):
        """actual, target, baseline or denominator; empty for other words."""
        plain = key(text)
        return next((name for name, words in MEASURES.items() if plain == name or plain in words.split()), "")

    def nature(self, text):
        """binding or anticipatory; empty for other words."""
        plain = key(text)
        return next((name for name, words in NATURES.items() if plain in words.split()), "")

    def fits(self, unit, indicator):
        """Whether figures of an indicator may have a unit: `万` alone says nothing of what is counted."""
        if indicator["unit"] == "percent":
            return unit in ("", "%", "‰")
        word = re.sub(r"^(?:万亿|[亿万千百])", "", unit)
        return not word or word in self._allowed(indicator)

    def allowed(self, indicator):
        """The words that may stand behind figures of an indicator."""
        return tuple(self._allowed(indicator))

    def _allowed(self, indicator):
        return self._units.get(indicator["unit"], {"words": ""})["words"].split("|")

    def _words(self, plain):
        """What words without a unit say: one thing, or a period and another one, or an indicator and a measure."""
        whole = key(plain)
        role = next((name for name, words in ROLES.items() if whole in words.split()), "")
        if role or (ids := self.ids(plain)) or (measure := self.measure(plain)) or periods.period(plain):
            if role:
                return Heading(role)
            return Heading("", "" if ids or measure else periods.period(plain), "" if ids else measure, ids)
        period, rest = periods.parted(plain)
        if period and not rest:
            return Heading(period=period)
        if period and (found := self._words(rest)):
            return Heading("" if found.role == "value" else found.role, period, found.measure, found.ids)
        return Heading() if period else self._with_measure(plain)

    def _with_measure(self, plain):
        for name, words in MEASURES.items():
            for word in words.split():
                for form in (rf"(?P<rest>.+?)\s*[(:,]?\s*{word}\)?", rf"{word}\s*[:,]?\s*(?P<rest>.+)"):
                    if (found := re.fullmatch(form, plain, re.I)) and (ids := self.ids(found["rest"])):
                        return Heading(measure=name, ids=ids)
        return Heading()

    @cached_property
    def _by_name(self):
        """Key of a name -> ids of the indicators that have it."""
        found = defaultdict(dict)
        for id_, indicator in self._indicators.items():
            for name in (id_, indicator["name_zh"], indicator["name_en"], *indicator["aliases"].split("|")):
                if name:
                    found[key(name)][id_] = None
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def _unit_words(self):
        """A word for a unit, in either language -> the word that figures have behind them."""
        found = {"%": "%", "percent": "%", "per cent": "%", "百分比": "%", "‰": "‰"}
        for unit in self._units.values():
            words = unit["words"].split("|")
            found |= {word: word for word in words}
            found |= {unit[name].lower(): words[0] for name in ("name_en", "name_en_plural") if unit[name]}
        found["persons"] = found.get("person", "人")
        return found


def key(text):
    """A name as it is compared: without spaces, quotation marks and full-width characters."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s“”\"‘’'《》〈〉「」*]", "", plain).strip(":,;")


def units_of_title(text):
    """The units that a title names (`单位：万人、%`), as they stand there."""
    found = UNITS_IN_TITLE.search(unicodedata.normalize("NFKC", text))
    return [part for part in re.split(r"[、,;/]\s*", found["units"].strip()) if part] if found else []
