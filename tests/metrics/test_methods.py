"""What the methods page says of each metric."""

from region_report.metrics import REGISTRY, methods


def test_every_metric_is_described_in_both_languages():
    found = methods()
    assert set(REGISTRY) <= set(found["id"])
    for lang in ("zh", "en"):
        texts = found[[f"{part}_{lang}" for part in ("name", "group", "definition", "formula", "source")]]
        assert texts.map(bool).all(axis=None)


def test_a_formula_is_written_with_the_names_that_readers_know():
    found = methods().set_index("id").loc["group_sessions_per_case"]
    assert (found.formula_zh, found.formula_en) == ("小组活动 ÷ 个案", "Group sessions ÷ Cases")


def test_every_metric_says_what_could_mislead():
    found = methods().set_index("id").loc[list(REGISTRY)]
    assert found[["note_zh", "note_en"]].map(bool).all(axis=None)


def test_a_sum_in_a_chinese_formula_stands_in_full_width_brackets():
    found = methods().set_index("id").loc["social_work_rooms_per_community"]
    assert found.formula_zh == "社工室 ÷（村民委员会 + 居民委员会）"
    assert found.formula_en == "Social work rooms ÷ (Village committees + Residents’ committees)"
