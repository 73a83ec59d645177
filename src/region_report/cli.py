"""The command line: `region-report COMMAND`.

A command imports what it needs when it is called: `--help` waits for no library, and only what draws for Altair.
"""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from region_report import chapters, messages
from region_report.errors import UsageError
from region_report.paths import build_dir, project_root, shown
from region_report.telling import told

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Analytical reports on regions, from data to a site."
)

Regions = Annotated[list[str] | None, typer.Option("--region", help="Slug or code; may be repeated. Default: all.")]
Changed = Annotated[
    list[str] | None, typer.Option("--region", help="Render only what shows it; other pages stay. May be repeated.")
]
Indicators = Annotated[
    list[str] | None, typer.Option("--indicator", help="Id; may be repeated. Default: all that the regions report.")
]
ChapterName = Annotated[str | None, typer.Option("--chapter", help="One notebook of notebooks/. Default: all.")]
Langs = Annotated[list[str] | None, typer.Option("--lang", help="zh, en ...; may be repeated. Default: all.")]
Data = Annotated[str | None, typer.Option("--data", help="Another data folder. Default: data/.")]
Out = Annotated[Path | None, typer.Option("--out", help="Where the result goes. Default: the book's own place.")]
Scheduler = Annotated[str, typer.Option("--scheduler", help="Address of a Dask scheduler, whose workers execute.")]
Exchange = Annotated[
    str, typer.Option("--store", help="With --scheduler: a folder or s3:// that all its workers reach.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Execute every notebook, also where its result is kept.")]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="Processes at a time. Default: one a core.")]
WordsIn = Annotated[
    str, typer.Option("--lang", help="What is told is in zh or en. Default: as LC_ALL, LC_MESSAGES, LANG say.")
]


@app.command("list")
def list_(data: Data = None):
    """The regions and chapters there are."""
    from region_report import codelists

    with told():
        for region in codelists.regions(data):
            typer.echo(f"{region.slug}\t{region.code}\t{region.name_zh}\t{region.name_en}")
        for chapter in chapters.chapters():
            each = f"for each {chapter.per}" if chapter.per else "once"
            typer.echo(f"notebooks/{chapter.path.name}\t{each}\t{', '.join(chapter.parameters)}")


@app.command()
def check(
    data: Data = None,
    region: Annotated[str | None, typer.Option("--region", help="Slug or code. Default: all.")] = None,
    lang: WordsIn = "",
    format: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="A warning ends with exit code 1.")] = False,
):
    """Validate the data, and warn of what is likely wrong; changes nothing."""
    from region_report import checking

    with told(lang):
        report = checking.report(data, region=region, format=format, strict=strict)
        typer.echo(report.err, err=True, nl=bool(report.err))
        typer.echo(report.out, nl=bool(report.out))
        raise typer.Exit(report.code)


@app.command("new-region")
def new_region(
    slug: Annotated[str, typer.Argument(help="The name of its folder. Default: made from its name.")] = "",
    code: Annotated[str, typer.Option(help="Six digits of GB/T 2260: the key of the region.")] = ...,
    name_zh: Annotated[str, typer.Option(help="With a code that is not in the list of divisions.")] = "",
    name_en: Annotated[str, typer.Option(help="Instead of the name made by Hanyu Pinyin.")] = "",
    level: Annotated[str, typer.Option(help="Like --name-zh: nation, province, prefecture or county.")] = "",
    parent: Annotated[str, typer.Option(help="Like --name-zh: the code of the region it lies in.")] = "",
    data: Data = None,
    lang: WordsIn = "",
):
    """Make the folder of a new region, filled in from the list of divisions."""
    from region_report import intake

    with told(lang):
        made = intake.new_region(code, slug, name_zh=name_zh, name_en=name_en, level=level, parent=parent, data=data)
        typer.echo("\n".join(map(str, intake.next_steps(made, data))))


@app.command("import")
def import_(
    file: Path,
    region: Annotated[str, typer.Option(help="Slug or code of the region that the figures are of.")],
    sheet: Annotated[str, typer.Option(help="Of a workbook with several sheets.")] = "",
    source: Annotated[str, typer.Option(help="Id in region.yml. Default: the region's only source.")] = "",
    measure: Annotated[str, typer.Option(help="Of figures whose sheet says none. Default: actual.")] = "",
    place: Annotated[str, typer.Option(help="Where the figures stand in the source. Default: sheet and cell.")] = "",
    unit: Annotated[str, typer.Option(help="Of numbers whose sheet says none, such as 人 or 万人.")] = "",
    accept: Annotated[
        bool, typer.Option("--accept", help="Write what is clear although not all is, or is doubtful.")
    ] = False,
    data: Data = None,
    lang: WordsIn = "",
):
    """Take the figures of a CSV or Excel sheet into a region's observations.csv, after showing what was understood."""
    from region_report import intake

    with told(lang):
        plan = intake.plan(file, region, sheet=sheet, source=source, measure=measure, place=place, unit=unit, data=data)
        typer.echo("\n".join(intake.told(plan)) + "\n")
        if written := bool(plan.new) and (accept or not intake.in_doubt(plan)):
            intake.write(plan)
        typer.echo(str(intake.outcome(plan, written=written)))
        raise typer.Exit(2 if intake.in_doubt(plan) and not written else 0)


@app.command()
def verify(document: Path, data: Data = None):
    """Hold the text of a DOCUMENT against the places of the figures taken from it."""
    from region_report import verify

    with told():
        verification = verify.verify(document, data=data)
        typer.echo(str(verification))
        raise typer.Exit(0 if verification.ok else 2)


@app.command()
def render(
    region: Regions = None, indicator: Indicators = None, chapter: ChapterName = None, lang: Langs = None,
    data: Data = None, out: Out = None, jobs: Jobs = None, fresh: Fresh = False,
    scheduler: Scheduler = "", store: Exchange = "",
):  # fmt: skip
    """Run the notebooks, once a region or indicator and language."""
    from region_report import cluster, render
    from region_report.progress import Progress

    with told(), cluster.machines(scheduler, store, data, typer.echo) as machines, Progress() as report:
        results = render.render_all(
            regions=region,
            indicators=indicator,
            chapter=chapter,
            langs=lang,
            data=data,
            out=out,
            jobs=jobs,
            report=report,
            fresh=fresh,
            machines=machines,
        )
        raise typer.Exit(1 if any(result.fault for result in results) else 0)


@app.command()
def build(
    region: Changed = None, lang: Langs = None, data: Data = None, out: Out = None, jobs: Jobs = None,
    fresh: Fresh = False, scheduler: Scheduler = "", store: Exchange = "",
    pdf: Annotated[bool, typer.Option("--pdf", help="With a PDF of each region and of the whole report.")] = False,
):  # fmt: skip
    """Render everything and build the site."""
    from region_report import build, cluster
    from region_report.progress import Progress

    with told():
        with cluster.machines(scheduler, store, data, typer.echo) as machines, Progress() as report:
            results = build.build(
                anew=region,
                langs=lang,
                data=data,
                out=out,
                jobs=jobs,
                report=report,
                told=report.building,
                pdf=pdf,
                fresh=fresh,
                machines=machines,
            )
        if older := sum(result.older for result in results):
            typer.echo(f"{older} other pages are older than what they show. To renew them: region-report build")
        typer.echo(f"The report is at {shown((out or build_dir() / 'site') / 'index.html')}")
        raise typer.Exit(1 if any(result.fault for result in results) else 0)


@app.command()
def diff(
    old: Path,
    new: Path,
    format: Annotated[str, typer.Option("--format", help="text, markdown or json.")] = "text",
    lang: Annotated[str, typer.Option("--lang", help="zh, en ... Default: zh.")] = "",
):
    """What changed from OLD to NEW, figure by figure.

    Each is a data folder, the data folder of a published site, its zip, or an observations.csv of it.
    """
    from region_report import diff, text

    with told(lang if lang in messages.LANGUAGES else ""), text.edition(lang or "zh"):
        if format not in diff.FORMATS:
            raise UsageError(messages.Message("faults.no_format", found=format, allowed=tuple(diff.FORMATS)))
        sides = diff.read(old), diff.read(new)
        typer.echo(diff.write(diff.compare(*sides), *sides, format), nl=False)


@app.command()
def release(
    data: Data = None,
    date: Annotated[str, typer.Option(help="The day of the release. Default: today.")] = "",
):
    """Keep the data as those of the released version, so that the next one can say what changed."""
    import datetime

    from region_report import release

    with told():
        folder = release.keep(date or datetime.date.today().isoformat(), data=data)
        typer.echo(f"The data are kept in {shown(folder)}.")


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def bench(context: typer.Context):
    """Measure what thousands of regions cost, against the usual way; `region-report bench --help` says more."""
    script = project_root() / "bench" / "thousands.py"
    with told():
        if not script.is_file():
            raise UsageError(
                f"There is no {shown(script)}: the benchmark comes with the project, not with the package."
            )
        raise typer.Exit(subprocess.run([sys.executable, str(script), *context.args]).returncode)


@app.command()
def cache(
    prune: Annotated[bool, typer.Option("--prune", help="Remove what was not used for longest.")] = False,
    max_size: Annotated[str, typer.Option("--max-size", help="With --prune: what may stay, such as 500MB.")] = "",
    clear: Annotated[bool, typer.Option("--clear", help="Remove every kept result.")] = False,
):
    """The kept results of notebooks: how many, how large, how old."""
    from region_report.results import store

    with told():
        if max_size and not prune:
            raise UsageError(messages.Message("usage.prune"))
        kept = store.Store(store.folder())
        if prune or clear:
            most = store.size(max_size, "--max-size") if max_size else store.limit()
            kept.prune(0 if clear else most)
        typer.echo(f"{shown(kept.folder)}: {kept.look()}")


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port of the local address; 0: any free one.")] = 8000,
    data: Data = None, lang: Langs = None,
):  # fmt: skip
    """Read the report at a local address, built again whenever one of its files changes."""
    from region_report import serving

    with told():
        serving.serve(port=port, data=data, langs=lang, tell=typer.echo)


@app.command("new-report")
def new_report(
    folder: Path,
    title: Annotated[str, typer.Option(help="Of the report.")],
    lang: Annotated[str, typer.Option("--lang", help="zh or en: a new report speaks one language.")],
):
    """Lay down a report on another topic in a new FOLDER: settings, chapters, and lists to be filled; docs/reuse.md."""
    from region_report import new_report
    from region_report.messages import Message

    with told():
        made = new_report.new_report(folder, title=title, lang=lang)
        typer.echo(str(Message("new_report.made", folder=str(made))))
