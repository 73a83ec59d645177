"""What may stand side by side, and what may not: rules that charts and tables must ask."""

from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from region_report import codelists
from region_report.languages import LANGUAGES, columns
from region_report.metrics.words import word
from region_report.observations import known

OBSERVED = ("actual", "baseline", "denominator")
OTHER_SCOPE = ("wider_scope", "narrower_scope", "partial_evidence")


class NotComparable(ValueError):
    """Figures that measure different things were about to be shown as one series."""


@dataclass(frozen=True)
class Verdict:
    """Whether two figures measure the same thing, and why.

    verdict: `same` or `different`. rule: `codelist`, `indicator`, `measure` or `scope`. further: the reason in the
    further languages.
    """

    verdict: str
    rule: str
    reason_zh: str
    reason_en: str
    further: tuple = ()

    @property
    def reasons(self):
        """The reason in the order of LANGUAGES."""
        return self.reason_zh, self.reason_en, *self.further

    @property
    def same(self):
        """Whether one series, one axis or one difference may hold both."""
        return self.verdict == "same"


def verdict(left, right, *, rules=None):
    """Whether two figures measure the same thing.

    left, right: ids of indicators, or rows with `indicator`, `measure` and `status`. rules: the frame
    `comparability` of the codelists (left, right, verdict, reason_zh, reason_en); by default the project's.
    Two different indicators are the same only where a rule says so.
    """
    left, right = _described(left), _described(right)
    found = _own("same", "indicator")
    if left[0] != right[0]:
        found = _rule(left[0], right[0], codelists.load().comparability if rules is None else rules)
    if not found.same:
        return found
    if left[1] != right[1]:
        return _own("different", "measure")
    if left[2] != right[2]:
        return _own("different", "scope")
    return found


def one_series(frame, *, rules=None):
    """The same frame, when all its rows may be drawn as one series (one line, one region).

    frame: rows with `indicator`, `measure` and `status`. Raises NotComparable that names the two kinds
    of figures and the reason, for example for certified social workers and professionals, or for a target
    and an actual.
    """
    kinds = frame[["indicator", "measure", "status"]].fillna("").drop_duplicates()
    kinds = kinds.assign(kind=[_described(row) for row in kinds.to_dict("records")]).drop_duplicates("kind")
    for left, right in combinations(kinds.drop(columns="kind").to_dict("records"), 2):
        found = verdict(left, right, rules=rules)
        if not found.same:
            raise NotComparable(f"{_shown(left)} and {_shown(right)} are not one series. {found.reason_en}")
    return frame


def matrix(indicators, *, rules=None, names=None):
    """Every pair of `indicators`, one row a pair in both orders, for the chart of what may be compared.

    indicators: ids. names: frame with `id, name_zh, name_en`; by default the project's indicators.
    Columns: left, right, left_zh, left_en, right_zh, right_en, verdict (`itself`, `same`, `different`,
    `no_rule`), reason_zh, reason_en. `no_rule`: nothing on file says that they measure the same thing.
    """
    names = (codelists.load().indicators if names is None else names).set_index("id")
    rules = codelists.load().comparability if rules is None else rules
    ruled, itself, unruled = _by_pair(rules), _own("itself", "itself"), _own("different", "no_rule")
    labels = {key: [names.at[key, name] for name in columns("name")] for key in indicators}
    rows = []
    for left in indicators:
        for right in indicators:
            found = itself if left == right else ruled.get(frozenset((left, right)), unruled)
            state = "no_rule" if found is unruled else found.verdict
            rows.append((left, right, *labels[left], *labels[right], state, *found.reasons))
    return pd.DataFrame(rows, columns=["left", "right", *columns("left", "right"), "verdict", *columns("reason")])


def forbidden(indicators, *, rules=None):
    """The rules that keep apart two of the given indicators: left, right, verdict, reason_zh, reason_en."""
    rules = codelists.load().comparability if rules is None else rules
    known = set(indicators)
    kept = rules[rules["left"].isin(known) & rules["right"].isin(known) & (rules["verdict"] == "different")]
    return kept.reset_index(drop=True)


def tempting(observations, *, rules=None):
    """The indicators with a figure that a rule speaks of: those a reader may be tempted to compare.

    observations: a frame, or its outline. Returns their ids in the order in which it has them.
    """
    rules = codelists.load().comparability if rules is None else rules
    spoken_of = {*rules["left"], *rules["right"]}
    facts = observations[known(observations) & (observations["measure"] != "denominator")]
    return [indicator for indicator in facts["indicator"].unique() if indicator in spoken_of]


def shared(observations, metrics=None):
    """What any two regions both report, one row a pair of regions.

    metrics: a metric frame, or none. Only figures with a value count; denominators do not,
    since every region has them. Columns: left, right, left_zh, left_en, right_zh, right_en, and the tuples of
    ids `indicators` and `metrics`.
    """
    facts = observations[observations["value"].notna() & (observations["measure"] != "denominator")]
    indicators = facts.groupby("region")["indicator"].agg(set).to_dict()
    with_value = metrics[metrics["value"].notna()] if metrics is not None else observations.iloc[:0]
    computed = with_value.groupby("region")["indicator"].agg(set).to_dict()
    regions = observations.drop_duplicates("region").set_index("region")[columns("region")]
    rows = [
        {
            "left": left,
            "right": right,
            **{f"{side}_{lang}": regions.at[key, f"region_{lang}"]
               for side, key in (("left", left), ("right", right)) for lang in LANGUAGES},
            "indicators": tuple(sorted(indicators.get(left, set()) & indicators.get(right, set()))),
            "metrics": tuple(sorted(computed.get(left, set()) & computed.get(right, set()))),
        }
        for left, right in combinations(sorted(regions.index), 2)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _described(figure):
    """(indicator, observed or target, scope): what two figures must share to be one series."""
    if isinstance(figure, str):
        return figure, "observed", ""
    measure = figure["measure"]
    status = figure["status"] if isinstance(figure["status"], str) else ""
    kind = "observed" if measure in OBSERVED else measure
    return figure["indicator"], kind, status if status in OTHER_SCOPE else ""


def _rule(left, right, rules):
    return _by_pair(rules).get(frozenset((left, right))) or _own("different", "no_rule")


def _by_pair(rules):
    """The verdict on file for each pair of indicators, whichever of them stands first; of two the first counts."""
    rows = rules[["left", "right", "verdict", *columns("reason")]].to_dict("split")["data"]
    return {
        frozenset((left, right)): _verdict(said, "codelist", reasons) for left, right, said, *reasons in reversed(rows)
    }


def _own(state, rule):
    return _verdict(state, rule, [word(f"comparability.{rule}", lang) for lang in LANGUAGES])


def _verdict(state, rule, reasons):
    zh, en, *further = reasons
    return Verdict(state, rule, zh, en, tuple(further))


def _shown(row):
    return " ".join(part for part in (row["indicator"], f"({row['measure']})", row["status"]) if part)
