"""Periods as people write them in headings, as ISO 8601."""

import re
import unicodedata
from datetime import date

YEAR = r"(?P<year>(?:19|20)\d\d)"
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
TO = "[-‐-―−~〜至到]{1,2}"
FORMS = [
    re.compile(form)
    for form in (
        rf"(?:截[至止])?{YEAR}(?:年(?:年?[末底]|度|全年)?)?(?:为?止)?",
        rf"(?:截[至止])?{YEAR}(?:年|[-/])(?P<month>\d\d?)(?:月(?:[末底]|份)?)?",
        rf"(?:截[至止])?{YEAR}(?:年|[-/.])(?P<month>\d\d?)(?:月|[-/.])(?P<day>\d\d?)[日号]?",
        rf"{YEAR}年?{TO}(?P<last>(?:19|20)\d\d)年?",
        rf"{YEAR}年?(?P<half>[上下])半年",
        rf"{YEAR}年?(?:第?(?P<quarter>[一二三四1-4])季度|q(?P<q>[1-4]))",
        rf"{YEAR}年(?P<month>\d\d?)月?{TO}(?P<last_month>\d\d?)月",
    )
]


def period(text):
    """The period that a text names, in ISO 8601; empty where it names none.

    The end of a year is its year: the figure of `2023年末` is that of 2023.

    >>> period("2023年末"), period("２０２３年6月"), period("2021—2025年"), period("2023年上半年"), period("23年")
    ('2023', '2023-06', '2021/2025', '2023-01/2023-06', '')
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
    found = next((match for form in FORMS if (match := form.fullmatch(text))), None)
    return _iso({name: value for name, value in found.groupdict().items() if value}) if found else ""


def years(text):
    """All years that a title names."""
    return sorted(set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", unicodedata.normalize("NFKC", text))))


def parted(text):
    """A heading as (period, rest): the period with which it begins or ends, and what else it says.

    >>> parted("2025年目标"), parted("志愿者（2023年）"), parted("志愿者")
    (('2025', '目标'), ('2023', '志愿者'), ('', '志愿者'))
    """
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    for end in range(len(text) - 1, 3, -1):
        before, behind = text[:end], text[end:]
        if (found := period(before)) and not re.match(r"[月日\d]", behind):
            return found, behind.strip(" :,()")
    for start in range(1, len(text) - 3):
        before, behind = text[:start], text[start:].strip("() ")
        if (found := period(behind)) and not before[-1].isdigit():
            return found, before.strip(" :,(")
    return "", text


def _iso(parts):
    year = parts["year"]
    if "last" in parts:
        return f"{year}/{parts['last']}" if parts["last"] > year else ""
    if "half" in parts:
        return f"{year}-01/{year}-06" if parts["half"] == "上" else f"{year}-07/{year}-12"
    if quarter := parts.get("quarter") or parts.get("q"):
        last = 3 * QUARTERS.get(quarter, 0) or 3 * int(quarter)
        return f"{year}-{last - 2:02}/{year}-{last:02}"
    try:
        found = date(int(year), int(parts.get("month", 1)), int(parts.get("day", 1))).isoformat()
        end = date(int(year), int(parts.get("last_month", 12)), 1)
    except ValueError:
        return ""
    if "last_month" in parts:
        return f"{found[:7]}/{end.isoformat()[:7]}" if end.isoformat() > found else ""
    return found[: 10 if "day" in parts else 7 if "month" in parts else 4]
