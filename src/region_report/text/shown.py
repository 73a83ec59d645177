"""Texts a notebook cell shows: one sentence, or the sentences of computed findings."""

from dataclasses import dataclass

from region_report.text.quantities import decimals_allowed, interval, number, percent
from region_report.text.words import language, t


@dataclass(frozen=True)
class Markdown:
    """Text a notebook shows as Markdown; plain tools show it as it is."""

    text: str

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/markdown": self.text, "text/plain": self.text}

    def __str__(self):
        return self.text


def say(key, **values):
    """The text `key` of the edition, its fields filled in, as Markdown."""
    return Markdown(t(key, **values))


def sentences(findings, *, empty="text.no_findings", elsewhere=False):
    """The sentences of findings, one list item each, in their order, each with a link to where its figures stand.

    findings: `metrics.findings.Finding` objects. elsewhere: this is not the page of their region, so the links lead
    there. Without any, one sentence says so: the text `empty`.
    """
    lines = [f"- {_linked(finding, elsewhere)}" for finding in findings]
    return Markdown("\n".join(lines)) if lines else say(empty)


def sentence(finding):
    """The sentence of one finding: the text `findings.<id>`.

    Its fields: `{x}` is a value rounded to what its interval allows, or words; `{x.interval}` the
    interval's ends; `{x.printed}` the value with all its digits.
    """
    return t(f"findings.{finding.id}", **{name: _field(value) for name, value in finding.values.items()})


def _linked(finding, elsewhere):
    """The sentence and a link to the section of the region's page whose tables say where each figure comes from."""
    if not finding.section:
        return sentence(finding)
    page = f"regions/{finding.region}.html" if elsewhere else ""
    return t(
        "sections.link",
        sentence=sentence(finding),
        section=t(f"sections.{finding.section}"),
        address=f"{page}#{finding.region}-{finding.section}",
    )


def _field(value):
    if hasattr(value, "zh"):
        return value.of(language())
    return _Field(value) if hasattr(value, "lower") else value


@dataclass(frozen=True)
class _Field:
    """A value of a finding as a sentence asks for it."""

    value: object

    def __str__(self):
        return self._written(decimals_allowed(self.value.lower, self.value.upper, most=self.value.decimals))

    @property
    def printed(self):
        return self._written(None)

    @property
    def interval(self):
        shown = interval(self.value.lower, self.value.upper, decimals=self.value.decimals)
        return f"{shown}%" if self.value.kind == "percent" and not self.value.exact else shown

    def _written(self, decimals):
        write = percent if self.value.kind == "percent" else number
        return write(self.value.value, decimals=decimals)
