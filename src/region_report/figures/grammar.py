"""The words and patterns of printed figures, over text as `characters.spell` gives it."""

import re

# Bound words before a number. A guard keeps the last character of another word (节约, 附近) from counting.
BEFORE = {
    "at_least": ("不低于", "不少于", "不小于", "不下于", "至少", "最少", "起码", ">=", "≥"),
    "more_than": ("超过", "超出", "突破", "多于", "大于", "高于", "超", "逾", ">"),
    "at_most": ("不超过", "不超出", "不高于", "不多于", "不大于", "至多", "最多", "<=", "≤"),
    "less_than": ("不足", "不到", "少于", "低于", "小于", "<"),
    "approximate": ("大约", "约为", "大概", "约"),
    "below_near": ("将近", "接近", "近"),
}
GUARDS = {"近": "附最临靠邻就亲逼远", "约": "节预签制履特契条违合公集", "超": "赶高"}
AFTER = {
    "at_least": ("及以上", "以上"),
    "at_most": ("及以下", "以下", "以内", "之内"),
    "approximate": ("左右",),
}
# Bare scales count only behind these: 近万人, 上百家, but not 千家万户.
BEFORE_BARE = {"上": "more_than", "过": "more_than", "破": "more_than"}

BUILD = (
    "建设|建成|建有|建立|建好|新建|组建|建|拥有|要有|配备|配有|配置|配齐|配|安排|设立|设有|设置|设|培育|培养|打造|达到|达|"
    "成立|创建|创办|开展|开设|开办|举办|新增|改造|完成|落实|选派|派驻|聘用|招聘|发展|孵化|保有|实现|布局|布点|有"
)
COVERED = "达到|达标|覆盖|建成|完成|纳入|配备|建立|实现|符合|落实|参训|合格|持证"

NUMERAL = "〇零一二两三四五六七八九十百千"
# Measure words that no other word begins with; longer ones first.
PLAIN_UNITS = (
    "个多月|个半月|年多|年半|个家庭|人次|人份|人月|户次|场次|家次|件次|床位|个百分点|百分点|个工作日|工作日|个星期|星期|个季度|季度|"
    "个小时|小时|分钟|个学时|学时|课时|平方公里|平方米|立方米|平米|公顷|公里|千米|公斤|千克|吨|㎡|"
    "美元|港元|欧元|周岁|个月|年级|年|座|张|项|件|份|例|宗|起|辆|幢|栋|亩|种|批|期|届|课|片|块|册|本|篇|部|"
    "封|笔|单|款|穴|格|岁|周|日|倍|米|样|头|则|步|桩|回|盏|棵|株|面|箱|袋|顿|餐|只|盒|盘|艘|票|枚|幅|桌|度"
)
# Measure words, and what behind them shows that they belong to another word: 人均, 名录, 处理.
GUARDED_UNITS = {
    "个人": "民|才|选|次|员|体|信",
    "人": "均|民币|大代表|口普查",
    "名": "录|称|额|誉",
    "户": "籍|外|主",
    "家": "庭|园|属|长|乡",
    "个": "案(?!例)|别|性|体",
    "所": "有|以(?!上|下|内|及)|在|需|属",
    "位": "于|置|列|居|一体",
    "场": "所|地|景|馆",
    "节": "约|目|日|假|点",
    "次": "日|年|月|序|要|分配|会议|全会",
    "处": "理|于|置",
    "条": "件|例|款",
    "间": "隔|接",
    "对": "于|口|象|接|外|应|比|照",
    "支": "持|部|出|撑|援|付|一扶",
    "台": "账|湾|阶|县|山",
    "套": "餐",
    "组": "织|建|成|长",
    "队": "伍|员",
    "层": "面|次|级",
    "类": "型|别",
    "级": "别",
    "门": "户|诊|槛|县|峡",
    "方": "面|向|式|案",
    "天": "津|山|然",
    "元": "旦|素|化",
    "班": "子|长|级|组",
    "分": "之|别|类|布|区|钟|开|层|析|散|级|批",
}
GUARDED = "|".join(f"{word}(?!{guard})" for word, guard in GUARDED_UNITS.items())
UNIT = f"(?:{PLAIN_UNITS}|{GUARDED})"
ANY_UNIT = f"(?:{PLAIN_UNITS}|{'|'.join(GUARDED_UNITS)})"
SPACE = " ?"
GROUPED = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
# Blanks group digits only before a measure word: without one they part the cells of a table.
SPACED = rf"(?<![0-9.])[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?=[万亿]|{UNIT})"
ARABIC = rf"(?:{GROUPED}|{SPACED}|[0-9]+)(?:\.[0-9]+)?"
CHINESE = rf"[{NUMERAL}]+(?:点[〇零一二三四五六七八九]+)?"
PART = rf"(?:{ARABIC}(?:{SPACE}[百千](?![分米克瓦]))?|{CHINESE})"
MORE = r"(?:余(?!额)|多(?!元化|样|数)|几)"
AMOUNT = rf"{PART}(?:{SPACE}{MORE})?(?:{SPACE}(?:万亿|万|亿)(?:零?{PART}万?)?)?(?:{SPACE}{MORE})?"
BARE_SCALE = r"(?:十万|百万|千万|[百千万亿])"
TO = r"(?:-{1,2}|~|至|到)"

PER = "(?:[/·](?:人|月|年|天|日|次|小时|平方米|床|户|亩)){0,2}"
DURATIONS = {
    "年",
    "年多",
    "年半",
    "个月",
    "个多月",
    "个半月",
    "天",
    "日",
    "周",
    "星期",
    "个星期",
    "季度",
    "个季度",
    "分钟",
    "工作日",
    "个工作日",
}
AGES = {"岁", "周岁"}


def either(words):
    """A pattern for one of the words, longest first, each with its guard."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        f"(?<![{GUARDS[word]}]){re.escape(word)}" if word in GUARDS else re.escape(word) for word in ordered
    )


BEFORE_WORDS = {word: bound for bound, words in BEFORE.items() for word in words}
AFTER_WORDS = {word: bound for bound, words in AFTER.items() for word in words}
PREFIX = f"(?:{either(BEFORE_WORDS)})"
SUFFIX = f"(?:{either(AFTER_WORDS)})"
BARE_PREFIX = f"(?:{either([*BEFORE_WORDS, *BEFORE_BARE])})"

# Behind these a dash is a minus sign; elsewhere it joins or parts words.
MINUS_BEFORE = r"\s(:,、≥≤<>=约了为达由至到是长降"
QUANTITY = rf"""(?:
    (?P<hundredth>百分之|千分之){SPACE}(?P<hundredths>{AMOUNT})(?:{TO}(?:百分之|千分之)?(?P<hundredths_to>{AMOUNT}))?
  | (?P<denominator>{CHINESE}|[0-9]+)分之(?P<numerator>{CHINESE}|[0-9]+)
  | (?P<tenths>[一二两三四五六七八九十]{{1,2}}|10|[1-9])成
    (?P<half_tenths>[一二三四五六七八九半])?(?![立员功果长为本年就绩效熟都品分人不])
  | (?P<half>一半|半数|(?<![不未])过半数?)
  | (?:(?P<source>(?<=[从由]))|)(?P<sign>(?<![^{MINUS_BEFORE}])-)?(?P<amount>{AMOUNT})
    (?(source)|(?:(?:{SPACE}[%‰])?{SPACE}{TO}{SPACE}(?P<amount_to>{AMOUNT}))?)
    (?:{SPACE}(?P<unit>[%‰]|{UNIT}{PER}))?
)"""
FIGURE = rf"""(?:
    (?:(?P<before>{PREFIX})(?:(?<=[至最]少)(?:{BUILD}))?{SPACE})?{QUANTITY}
    (?:{SPACE}(?P<after>{SUFFIX}))?
  | (?P<before_bare>{BARE_PREFIX}){SPACE}(?P<bare>{BARE_SCALE}(?:{MORE})?){SPACE}(?P<bare_unit>{UNIT}{PER})?
)"""

# 每个设区市和每个县(市)至少建成1家: who has it, then words of having it, then the figure.
# 每年, 每人, 每户 are the base of a rate: there only the number is the figure.
HOLDER = rf"""(?:一?[个座所家])?+(?![年月周天日季次人户晚期届位名]|小时|家庭)
    (?:[^\s,。;、:!?()“”"每0-9{NUMERAL}万亿]|\([^()\s]{{1,12}}\)){{1,12}}?"""
EACH = rf"""每(?P<holder>{HOLDER}(?:(?:和|及|与|、)每{HOLDER}){{0,3}})
    (?:都|均|各|也|应当|应|需要|须|需|必须|要|原则上)*(?P<each_before>{PREFIX})?(?:都|均|各|应|要(?!有))*
    (?:(?:{BUILD})[^\s,。;:!?()每0-9{NUMERAL}]{{0,8}}?)?
"""
FULL = rf"(?P<full>全覆盖|全面覆盖|全部(?:达标|(?=(?:{COVERED}))))"


def compile_pattern(pattern):
    """The compiled pattern without its layout: line ends, indentation, the blank after a leading `|`."""
    return re.compile(re.sub(r"\s*\n\s*(\|?) *", r"\1", pattern))


ONE_FIGURE = compile_pattern(f"{FULL}|(?P<full_word>全部)|(?:{EACH})?{FIGURE}")
