"""What a notebook's first cell calls: the data of one region or of all, and the language of everything shown.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> observations = rr.open_region("xingyuan", lang="en", data=INVENTED)
>>> every = rr.open_all(lang="en", data=INVENTED)
>>> cases = rr.open_indicator("cases", lang="en", data=INVENTED)
>>> len(observations), len(every), len(cases), len(rr.open_nation(data=INVENTED))
(30, 32, 1, 0)
>>> outline = rr.open_outline(lang="en", data=INVENTED)
>>> rr.open_report(lang="en", data=INVENTED)
>>> len(outline), "printed" in outline, int(outline["known"].sum()), len(rr.open_stated(lang="en", data=INVENTED))
(32, False, 28, 8)
>>> observations[["indicator", "period", "printed", "unit_en"]].iloc[0].tolist()
['social_work_professionals', '2020', '1200人', 'people']
>>> len(rr.observed(observations)), len(rr.about(observations, "workforce"))
(13, 7)
>>> rr.marked(observations, "conflicting")["printed"].tolist(), len(rr.graded(observations, "mirror"))
(['1980人', '1930人'], 1)
>>> print(rr.heading("xingyuan", lang="en", data=INVENTED), rr.indicator_heading("cases", lang="en", data=INVENTED))
# Xingyuan City (invented) # Cases
>>> print(rr.place("xingyuan", data=INVENTED))
Invented Province › Xingyuan City (invented) (prefecture level, division code 990100)
>>> print(rr.reporters(cases).text[-28:])
Rows on file: 1. Sources: 1.
>>> print(rr.subject(cases).text[:63])
What the public documents of Xingyuan City (invented) commit to
>>> len(rr.show(rr.charts.slope(rr.metrics.targets.targets(observations)), empty="report.no_trend").parts)
1
>>> len(rr.over_time(every).parts)
1
>>> print(rr.downloads(indicator="cases").text[:33])
- Every figure of this indicator:
"""

from dataclasses import dataclass

from IPython.display import display

from region_report import charts, codelists, observations, text
from region_report.codelists.records import near
from region_report.errors import UsageError
from region_report.messages import Message
from region_report.metrics import areas
from region_report.paths import use_data


def open_region(region, *, lang="zh", data=None):
    """Observations of one region; what is shown from here on speaks `lang`.

    region: slug or code (GB/T 2260) of a folder in `data/regions`. Raises UsageError for another one,
    DataError with every fault of its files.
    Returns the observations frame: one row is one figure as a source prints it, values in base units.
    """
    _use(lang, data)
    return observations.load_region(codelists.region(region, data).slug, data=data)


def open_all(*, lang="zh", data=None):
    """Observations of all regions in one frame; what is shown from here on speaks `lang`.

    One row is one figure, as `open_region` has it; regions in the order of their codes. Raises DataError with every
    fault of every file.
    """
    _use(lang, data)
    return observations.load_all(data=data)


def open_outline(*, lang="zh", data=None):
    """Which figures all regions give, without the figures; what is shown from here on speaks `lang`.

    One row is one figure: what it is of, of when, from which source, with which status; `known` says whether there is
    a number. A page made from it is not run again when only a figure changes.
    """
    _use(lang, data)
    return observations.load_outline(data=data)


def open_stated(*, lang="zh", data=None):
    """Observations of all regions that carry a status; what is shown from here on speaks `lang`."""
    _use(lang, data)
    return observations.load_stated(data=data)


def open_report(*, lang="zh", data=None):
    """Nothing is read: what is shown from here on speaks `lang`, of this data folder."""
    _use(lang, data)


def open_nation(*, data=None):
    """Observations of the region whose level is `nation`, to stand beside another; empty where there is none.

    Raises UsageError where several regions have that level.
    """
    nations = [region for region in observations.regions(data=data) if region.level == "nation"]
    if len(nations) > 1:
        raise UsageError(Message("usage.nations", count=len(nations), found=_slugs(nations)))
    if nations:
        return observations.load_region(nations[0].slug, data=data)
    return observations.load_all(data=data).iloc[:0]


def open_indicator(indicator, *, lang="zh", data=None):
    """Observations of one indicator in all regions; what is shown from here on speaks `lang`.

    indicator: id in `indicators.csv`. Raises UsageError for another one.
    """
    _use(lang, data)
    known = codelists.load(data).by_id["indicators"]
    if indicator not in known:
        raise UsageError(Message("faults.no_indicator", found=indicator, near=near(indicator, known)))
    return observations.load_indicator(indicator, data=data)


def indicator_heading(indicator, *, lang="zh", data=None):
    """The title of an indicator's page, as Markdown."""
    return text.Markdown(f"# {codelists.load(data).by_id['indicators'][indicator][f'name_{lang}']}")


def heading(region, *, lang="zh", data=None):
    """The title of a region's page, as Markdown."""
    found = codelists.region(region, data)
    text.use(lang)
    return text.Markdown(f"# {_name(found)}")


def about(frame, *themes):
    """The rows of an observations, metric or targets frame that belong to one of the themes of `indicators.csv`."""
    return frame[frame["theme"].isin(themes)]


def observed(observations):
    """The rows with a figure that tells what is, as opposed to what is promised: measure `actual`, with a value."""
    return observations[(observations["measure"] == "actual") & observations["value"].notna()]


def reporters(observations, *, most=areas.FEW):
    """What an indicator counts, which regions the rows come from, how many rows and sources there are.

    Of more than `most` regions the number is told instead of the names.
    """
    told = _names(observations, most=most)
    sources = len(observations.drop_duplicates(["region", "source"]))
    definition = text.label(observations.iloc[0], "definition")
    return text.say("report.reporters", definition=definition, names=told, count=len(observations), sources=sources)


def subject(observations):
    """What the whole report is about, with the names of its regions below the nation; of many, how many there are."""
    below = observations[observations["region_level"] != "nation"]
    shown = below if len(below) else observations
    return text.say("report.subject", names=_names(shown, most=areas.FEW))


def over_time(observations, *, most=6):
    """Lines over time of the regions that give observed figures of two dates or more, one chart a region.

    One axis for all of them would set a nation beside a county. Of more than `most` such regions none is drawn.
    """
    dated = observed(observations)
    dates = dated[dated["period"] != ""].groupby("region", sort=False)["period"].nunique()
    regions = dates[dates > 1].index
    drawn = [observations[observations["region"] == region] for region in regions if len(regions) <= most]
    return show(*(charts.trend(rows, indicator=rows["indicator"].iloc[0]) for rows in drawn), empty="report.no_trend")


def marked(observations, *statuses):
    """The rows that carry one of the statuses (ids of `statuses.csv`)."""
    return observations[observations["status"].isin(statuses)]


def graded(observations, *grades):
    """The rows whose source has one of the grades (ids of `grades.csv`)."""
    return observations[observations["source_grade"].isin(grades)]


@dataclass(frozen=True)
class Shown:
    """Charts and tables one below the other, as a notebook shows them."""

    parts: tuple

    def _ipython_display_(self):
        for part in self.parts:
            display(part)


def show(*parts, empty):
    """Those of the charts and tables that have something to show; where none has, one sentence: the text `empty`.

    A chart without a figure gives a sentence of its own; in a section full of them one is enough.
    """
    kept = tuple(part for part in parts if not isinstance(part, text.Markdown))
    return Shown(kept or (text.say(empty),))


def place(region, *, data=None):
    """Where the region lies, in words: its parents, its own name, its level and code.

    Raises UsageError for a region that is not there.
    """
    found = codelists.region(region, data)
    names = [_name(each) for each in [*found.parents, found]]
    return text.say("report.place", path=" › ".join(names), level=text.t(f"level.{found.level}"), code=found.code)


def downloads(region=None, *, indicator=None):
    """Links to the data of one region or indicator, or to all of it, as files that the site carries."""
    if region:
        return text.say("report.downloads_region", name=codelists.region(region).slug)
    return text.say("report.downloads_indicator", name=indicator) if indicator else text.say("report.downloads_all")


def _names(observations, *, most):
    """The regions of a frame by name; of more than `most`, their number."""
    names = observations.drop_duplicates("region")[f"region_{text.language()}"]
    if len(names) > most:
        return text.t("report.regions", count=text.number(len(names)))
    *first, last = names
    return text.t("lists.last", first=text.t("text.list_comma").join(first), last=last) if first else last


def _use(lang, data):
    text.use(lang)
    # The codelists that charts and metrics look up must be those of the same data.
    use_data(data)


def _name(region):
    return region.word("name", text.language())


def _slugs(regions):
    return ", ".join(region.slug for region in regions)
