"""Pages that list the regions of a large book: one of all provinces with their prefectures, one for each province.

Each has a field that finds regions by name or code; the names are in a file of their own, fetched when it is touched.
"""

import hashlib
import json
from pathlib import Path

from region_report.site import editions, places

NAMES = "report-regions.js"


def setup(app):
    """The pages are made when all regions are known; their names lie beside the scripts."""
    app.connect("env-updated", write_names)
    app.connect("html-collect-pages", lists)


def lists(app):
    """The page of all regions and those of the provinces; none where a list beside each page holds the regions."""
    if not places.are_many(app.env):
        return
    lang = editions.language(app.config)
    yield places.ALL, _all(app, lang), "regions.html"
    for (code, names), found in places.provinces(app.env):
        groups = [_group(app, places.PROVINCES + code, each, lang) for each in places.prefectures(found)]
        yield (
            places.PROVINCES + code,
            {
                "title": names[lang],
                "lead": editions.words(lang, "site.regions.lead_province", count=len(found)),
                "regions_groups": groups,
                "regions_names": f"{NAMES}?v={app.env.region_report_names}",
            },
            "regions-province.html",
        )


def _all(app, lang):
    found = places.provinces(app.env)
    outside = [
        {
            "name": editions.words(lang, f"level.{level}"),
            "regions": [_link(app, places.ALL, each, lang) for each in many],
        }
        for level, many in places.outside(app.env)
    ]
    return {
        "title": editions.words(lang, "site.regions.title"),
        "lead": editions.words(lang, "site.regions.lead", count=len(places.places(app.env)), provinces=len(found)),
        "regions_provinces": [_province(app, province, many, lang) for province, many in found],
        "regions_outside": outside,
        "regions_names": f"{NAMES}?v={app.env.region_report_names}",
    }


def _province(app, province, found, lang):
    code, names = province
    return {
        "name": names[lang],
        "count": len(found),
        "href": app.builder.get_relative_uri(places.ALL, places.PROVINCES + code),
        "prefectures": [
            {"name": each[lang], "count": len(many), "anchor": f"c{number}"}
            for (number, each), many in places.prefectures(found)
            if number
        ],
    }


def _group(app, page, prefecture, lang):
    (code, names), found = prefecture
    return {
        "name": names.get(lang, ""),
        "anchor": f"c{code}",
        "regions": [_link(app, page, each, lang) for each in found],
    }


def _link(app, page, place, lang):
    return {
        "name": place.names[lang],
        "code": place.code,
        "href": app.builder.get_relative_uri(page, place.page),
    }


def write_names(app, env):
    """Write the names for the field: a classic script, because a page opened from a disk may load nothing else."""
    if app.builder.format != "html" or not places.are_many(env):
        return []
    lang = editions.language(app.config)
    found = [
        [
            each.names[lang],
            each.code,
            app.builder.get_target_uri(each.page),
            " › ".join(names[lang] for _, names in each.parents),
        ]
        for each in places.places(env)
    ]
    content = f"window.reportRegions={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
    made = Path(app.doctreedir) / "names"
    made.mkdir(parents=True, exist_ok=True)
    (made / NAMES).write_text(content, encoding="utf-8")
    app.config.html_static_path.append(str(made))
    env.region_report_names = hashlib.sha256(content.encode()).hexdigest()[:8]
    return []
