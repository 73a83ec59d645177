"""Expressions with numbers that are no figures: dates, plans, ordinals, list numbers, names."""

from region_report.figures import grammar

NUMERAL = grammar.NUMERAL
YEAR = r"(?:(?:1[5-9]|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"
MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = "(?:3[01]|[12][0-9]|0?[1-9]|三?十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
TO = "(?:-{1,2}|~|至|到)"
PART_OF_YEAR = "(?:年度|年底|年末|年初|年)"

DATE = rf"""(?<![0-9])(?:
    {YEAR} ?年?{TO}{YEAR} ?{PART_OF_YEAR}
  | {YEAR} ?{PART_OF_YEAR}(?: ?{MONTH} ?月(?:份|底|末|初)?(?: ?{DAY} ?[日号])?)?
    (?:{TO} ?{MONTH} ?月(?: ?{DAY} ?[日号])?)?
  | (?<!个)前?[一二三四1-4]季度
  | {YEAR}[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12][0-9]|0?[1-9])(?![0-9])
  | {YEAR}{TO}{YEAR}(?![0-9.,%])
  | {MONTH} ?月 ?{DAY} ?[日号](?:{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号])?
  | (?:1[0-2]|0?[1-9])(?:{TO}(?:1[0-2]|[1-9]))? ?月(?:份|底|末|初)?
  | (?<![{NUMERAL}])(?:十[一二]?|[一二三四五六七八九])月(?:份|底|末|初|中旬|[上下]旬)
  | (?:3[01]|[12][0-9]|[1-9]) ?日(?![常间均])
  | (?:2[0-3]|1[0-9]|0?[0-9]):[0-5][0-9](?::[0-5][0-9])?(?![0-9.])
  | (?:2[0-3]|1[0-9]|0?[0-9])(?:时(?:[0-5]?[0-9]分|半|整)?(?!间|段|期|位)|点(?:[0-5]?[0-9]分|半|整))
)"""
PLAN = r"""(?<![一二三四五六七八九])十[一二三四五六]五(?![0-9一二三四五六七八九十])
  | (?<=[“"‘'])(?:十|九|八|七|六)五(?=[”"’'])"""
RATIO = rf"(?:{grammar.PREFIX} ?)?[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?(?![0-9:])"
ORDINAL = rf"""第 ?(?:[0-9]+|[{NUMERAL}]+)(?:{TO}(?:[0-9]+|[{NUMERAL}]+))?(?: ?{grammar.ANY_UNIT})?
  | 首[批个次家届期支例](?!人员)
  | 前(?:[0-9]+|[{NUMERAL}]+)[名位强]"""
ENUMERATOR = rf"""(?<![^\s])[一二三四五六七八九十]+、
  | \((?:[{NUMERAL}]{{1,3}}|[0-9]{{1,2}})\)
  | (?<![^\s。;:“”])[0-9]{{1,2}}(?:、|\.(?![0-9])|\))
  | (?<![^\s。;:,“])[一二三四五六七八九十]是"""
DOCUMENT = r"""[〔\[][0-9]{4}[〕\]] ?[0-9]+ ?号
  | (?<![0-9])0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9}(?![0-9])
  | [0-9]+号"""
# 干 for 千, l or I for 1, O for 0: what a scan of paper makes of digits.
DAMAGE = rf"""(?:近|约|超|上)干(?:余|多)?(?:人次|[人名家户场个])
  | [lIO][0-9]+ ?{grammar.UNIT}
  | [0-9]+[lIO][0-9lIO]* ?{grammar.UNIT}"""
NAME = rf"""(?:GB|DB|MZ|ISO)[/A-Z0-9]* ?[0-9]+(?:[-.][0-9]+)*
  | (?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9./_-]{{0,80}}?[0-9][A-Za-z0-9./_-]*
  | [0-9]+(?:\+[0-9A-Za-z]+)+(?:[<>=]+[0-9]+)?
  | [0-9]+[A-Za-z][A-Za-z0-9]*
  | [{NUMERAL}]个一(?![{NUMERAL}])
  | [0-9]+·[0-9]+|[0-9]{{4,6}}(?=热线|平台|专线)|(?<![{NUMERAL}])[一二两三四五六七八九十]+大(?!约|概|于)"""
# 每100名, 每10万人: what a rate is counted on.
BASE = rf"(?<=每)(?:[0-9]+|[十百千万]){{1,2}}(?: ?[百千万亿])?(?: ?{grammar.UNIT})?"
LABEL = r"(?<=[“\"‘])[一二两三四五六七八九](?![一二两三四五六七八九十百千万亿分成0-9]|是|、)[\u4e00-\u9fff]"

# In this order: the first that fits wins.
KINDS = {
    "docno": DOCUMENT,
    "damage": DAMAGE,
    "name": NAME,
    "date": DATE,
    "ratio": RATIO,
    "plan": PLAN,
    "ordinal": ORDINAL,
    "enumerator": ENUMERATOR,
    "base": BASE,
    "label": LABEL,
}
KIND_OF = {"base": "structural", "label": "structural"}
OTHER = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items())
ONE_OTHER = grammar.compile_pattern(OTHER)

# Measure words of an outline or an order: 三级, 二十二条, 5个方面.
OUTLINE_UNITS = {"级", "方", "方面", "届"}
OUTLINE_IN_WORDS = {"项", "条", "类", "种", "样", "头", "则", "步", "层", "组", "面", "门", "篇", "桩", "块"}
ABSTRACT = (
    "方面",
    "聚焦",
    "行动",
    "词",
    "数",
    "阶段",
    "环节",
    "层面",
    "维度",
    "步骤",
    "部分",
    "重点",
    "关键",
    "特点",
    "原则",
)
DAYS_IN_HOURS = (12, 24, 48, 72)


def kind_of_figure(match, figure, behind):
    """What a match of the figure grammar is: figure, date, duration, age or structural.

    behind: the text that follows it.
    """
    unit = figure.unit
    if unit in ("年", "") and is_year(match["amount"]) and (unit or not match["before"]):
        return "date"
    if unit in grammar.DURATIONS or (unit in ("小时", "个小时") and figure.value in DAYS_IN_HOURS):
        return "duration"
    if unit in grammar.AGES:
        return "age"
    if unit in OUTLINE_UNITS or (unit in ("个", "大") and behind.startswith(ABSTRACT)):
        return "structural"
    in_words = match["amount"] and match["amount"][0] in NUMERAL
    return "structural" if in_words and unit in OUTLINE_IN_WORDS else "figure"


def is_year(amount):
    """Whether four digits look like a year of our time."""
    return bool(amount) and len(amount) == 4 and amount.isdigit() and 1900 <= int(amount) <= 2099
