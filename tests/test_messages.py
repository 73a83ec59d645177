import pickle
import re

import pytest

from region_report import messages
from region_report.errors import DataError, Fault, UsageError, describe
from region_report.messages import LANGUAGES, LOCALES, Message, spoken
from region_report.paths import project_root

FAULT = Fault("a.csv", 3, "kind", Message("faults.enum", found="x", near="", allowed=("count", "area")))


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh_TW", "LANG": "zh_CN"}, "en"),
        ({}, "en"),
    ],
)
def test_without_a_choice_the_environment_decides_the_language(monkeypatch, variables, expected):
    for name in messages.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert messages.language() == expected


def test_the_words_are_found_when_a_fault_is_shown_and_not_when_it_is_made():
    with spoken("zh"):
        error = DataError([FAULT])
        assert str(error) == "a.csv 有1处错误\n  第3行，kind：“x”不在允许之列。允许的值：count、area。"
    with spoken("en"):
        assert str(error) == "1 problem in a.csv\n  line 3, kind: 'x' is not allowed. Allowed: count, area."


@pytest.mark.parametrize("error", [DataError([FAULT]), UsageError(FAULT.message)])
def test_an_error_of_another_process_arrives_with_its_words(error):
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_value_with_braces_or_percent_signs_stays_as_it_is():
    assert str(Message("faults.number", found="{x}%s")).startswith("'{x}%s' is not a number.")


def test_of_very_many_faults_of_one_kind_the_first_are_shown_and_the_others_counted():
    other = Fault("a.csv", 9000, "", Message("faults.line_empty"))
    many = [Fault("a.csv", line, "name", Message("faults.empty")) for line in range(2, 5002)]
    told = describe([*many, other]).splitlines()
    assert told[0] == "5001 problems in a.csv"
    assert told[10:] == [
        "  line 11, name: is empty. Fill it in.",
        "  line 9000: the line is empty. Delete it.",
        "  and 4990 more of this kind (empty); `region-report check --format json` lists every one.",
    ]


def test_every_message_that_the_code_names_has_words_in_both_languages():
    code = "".join(path.read_text("utf-8") for path in (project_root() / "src").rglob("*.py"))
    named = set(re.findall(r'"((?:faults|warnings|check|building|usage|verify|diff|translation)\.[a-z_0-9]+)"', code))
    named |= set(re.findall(r'\b(?:Message|say|t)\(\s*"([a-z_0-9]+(?:\.[a-z_0-9]+)+)"', code))
    named |= {f"faults.{key}" for key in re.findall(r'FigureError\("([a-z_]+)"', code)}
    assert {"intake.told.one", "serve.ended", "saving.kind", "new_report.title"} < named
    for lang in LANGUAGES:
        assert named - {key for path in (LOCALES / lang).glob("*.yml") for key, *_ in messages.texts(path)} == set()


def test_every_kind_of_expression_has_a_name_in_both_languages():
    from region_report.figures import kinds

    found = {kinds.KIND_OF.get(kind, kind) for kind in kinds.KINDS}
    for lang in LANGUAGES:
        with spoken(lang):
            assert all(str(Message(f"faults.kind.{kind}")) and str(Message(f"verify.kind.{kind}")) for kind in found)
