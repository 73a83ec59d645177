"""The files around the code: one set of versions, one set of commands, READMEs that say the same."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from region_report import settings

ROOT = Path(__file__).parents[1]


def text(path):
    """The text of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


def project():
    """pyproject.toml as it is read by pip."""
    return tomllib.loads(text("pyproject.toml"))


def declared():
    """Name -> requirement, of what pyproject.toml declares for use and for development."""
    lines = [*project()["project"]["dependencies"], *project()["dependency-groups"]["dev"]]
    return {canonicalize_name(requirement.name): requirement for requirement in map(Requirement, lines)}


def locked(lock):
    """Name -> (requirement line, number of hashes), of the text of a lock file."""
    entries = [entry.replace("\\\n", " ") for entry in re.split(r"(?m)^(?=\S)", lock) if entry.strip()]
    found = [(Requirement(entry.split("--hash")[0].strip()), entry.count("--hash=sha256:")) for entry in entries]
    return {(canonicalize_name(requirement.name), str(requirement.specifier)): n for requirement, n in found}


def conda_environment():
    """(conda packages, pip lines) of environment.yml."""
    entries = yaml.safe_load(text("environment.yml"))["dependencies"]
    return [entry for entry in entries if isinstance(entry, str)], entries[-1]["pip"]


def test_the_conda_environment_has_what_pyproject_declares_at_the_versions_of_the_lock():
    pinned = {canonicalize_name((line := Requirement(pin)).name): line for pin in conda_environment()[1][:-1]}
    assert list(pinned) == list(declared())
    versions = set(locked(text("requirements.lock")))
    assert [name for name, pin in pinned.items() if (name, str(pin.specifier)) not in versions] == []
    misfits = [
        name
        for name, pin in pinned.items()
        if not declared()[name].specifier.contains(str(pin.specifier).removeprefix("=="))
    ]
    assert misfits == []


def test_the_conda_environment_installs_the_project_editable_with_an_allowed_python():
    conda, pip = conda_environment()
    # Short -e: repo2docker recognises it and copies the whole project before it installs.
    assert pip[-1] == "-e ."
    python = next(entry for entry in conda if entry.startswith("python="))
    assert SpecifierSet(project()["project"]["requires-python"]).contains(python.removeprefix("python="))
    assert "pip" in conda


def test_the_lock_has_every_declared_package_with_hashes():
    hashes = locked(text("requirements.lock"))
    names = {name for name, _ in hashes}
    assert set(declared()) - names == set()
    assert [name for name, number in hashes.items() if number == 0] == []
    assert [pin for _, pin in hashes if not re.fullmatch(r"==[\w.!+-]+", pin)] == []


@pytest.mark.parametrize("path", ["requirements.lock", "pyproject.toml", "environment.yml", "Makefile", ".ci/run"])
def test_no_package_index_and_no_address_is_named(path):
    assert re.findall(r"--(?:extra-)?index-url \S+|--find-links \S+|\w+:/\S+", text(path)) == []


def test_a_lock_line_without_hash_is_seen():
    lock = "a==1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:01\nb==2 ; python_version < '3.12'\n"
    assert locked(lock) == {("a", "==1"): 2, ("b", "==2"): 0}


def test_make_help_lists_every_target():
    targets = re.findall(r"(?m)^([a-z][a-z-]*):", text("Makefile"))
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"(?m)^ +make ([a-z-]+) +\S", listed) == targets
    assert set(targets) >= {"report", "test", "test-browser", "check", "accept", "serve", "pdf"}


def test_every_make_target_is_phony():
    phony = re.search(r"(?m)^\.PHONY: (.*)$", text("Makefile"))[1].split()
    assert sorted(phony) == sorted(re.findall(r"(?m)^([a-z][a-z-]*):", text("Makefile")))


def test_the_check_of_everything_ends_with_the_browser_tests():
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", script], check=True)
    assert re.findall(r"(?m)^make (\S+)$", script.read_text()) == ["lint", "test", "pdf", "test-browser"]
    assert script.read_text().endswith("make test-browser\n")
    assert "set -euo pipefail" in script.read_text()


def test_the_publish_workflow_runs_the_same_check_and_pins_its_actions():
    jobs = yaml.safe_load(text(".github/workflows/publish.yml"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert ".ci/run" in [step.get("run") for step in steps]
    assert [
        step["uses"] for step in steps if not re.fullmatch(r"actions/[\w-]+@v\d+", step.get("uses", "actions/a@v0"))
    ] == []
    assert [step["with"]["path"] for step in steps if "upload-pages" in step.get("uses", "")] == ["_build/site"]


def test_the_publish_workflow_tells_the_build_its_address_and_uses_targets_there_are():
    build, publish = yaml.safe_load(text(".github/workflows/publish.yml"))["jobs"].values()
    steps = {step.get("run", step.get("uses")): step for step in build["steps"]}
    address = {"REGION_REPORT_SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert steps["actions/configure-pages@v5"]["id"] == "pages"
    assert steps[".ci/run"]["env"] == address
    # What is uploaded is what the browser has read: nothing is built after `.ci/run`.
    assert [run for run in steps if run.startswith("make ")] == []
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*):", text("Makefile")))
    assert set(re.findall(r"(?m)^make (\S+)", text(".ci/run"))) <= targets
    # Only the job that publishes may write, and it runs nothing of a pull request.
    assert "write" not in build["permissions"].values()
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request" in publish["if"]


def test_the_page_on_publishing_names_commands_and_settings_there_are():
    page = text("docs/publishing.md")
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*):", text("Makefile")))
    assert set(re.findall(r"(?m)^    (?:\S+=\S+ )?make (\S+)", page)) <= targets
    assert settings.SETTING in text("_config.yml")
    assert {settings.SETTING, settings.VARIABLE} <= set(re.findall(r"[A-Za-z_]{10,}", page))


def test_the_pre_commit_hooks_are_those_of_the_environment():
    repos = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    entries = [hook["entry"].split()[0] for repo in repos for hook in repo["hooks"]]
    assert set(entries) == {
        ".venv/bin/ruff",
        ".venv/bin/lint-imports",
        ".venv/bin/nbstripout",
        ".venv/bin/region-report",
        ".venv/bin/python",
    }


def test_the_citation_is_valid_and_names_the_released_version():
    citation = yaml.safe_load(text("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] in {"software", "dataset"}
    assert [set(author) for author in citation["authors"]] == [{"name"}]
    assert citation["version"] == project()["project"]["version"]
    assert citation["license"] == project()["project"]["license"]


@pytest.mark.parametrize("page", ["book/cite.md", "book/cite.en.md"])
def test_the_citation_page_names_the_same_version_and_title(page):
    citation = yaml.safe_load(text("CITATION.cff"))
    plain = text(page).replace("{", "").replace("}", "")
    assert plain.count(citation["version"]) == 2
    assert citation["title"] in plain


def skeleton(readme):
    """What the READMEs share: heading levels, commands, code, links to files, numbered findings, in order."""
    without_switch = re.sub(r"\[[^\]]*\]\(README(?:\.zh)?\.md\)", "", readme)
    marks = r"(?m)^(#+) |^    (\S.*)$|`([^`]+)`|\]\(([^)]+)\)|^(\d+\.) "
    return ["".join(found).replace(".en.md", ".md") for found in re.findall(marks, without_switch)]


def test_the_readmes_say_the_same_in_the_same_order():
    assert skeleton(text("README.md")) == skeleton(text("README.zh.md"))


def test_a_missing_command_in_one_readme_is_seen():
    readme = text("README.md")
    assert skeleton(readme.replace("    make check report\n", "")) != skeleton(readme)


def test_the_readmes_show_findings_then_reading_rerunning_and_extending():
    english = ["What the report shows", "Read it", "Rerun it with new data", "Extend it", "Licences"]
    chinese = ["报告发现了什么", "阅读", "换用新数据重新生成", "扩展", "许可"]
    assert re.findall(r"(?m)^## (.*)$", text("README.md")) == english
    assert re.findall(r"(?m)^## (.*)$", text("README.zh.md")) == chinese
    assert len(re.findall(r"(?m)^\d+\. ", text("README.md"))) == 3


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md", "CONTRIBUTING.md", "LICENSE-CONTENT.md"])
def test_every_linked_file_is_there(readme):
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text(readme)) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_document_is_listed_once():
    listed = re.findall(r"\]\(([^)]+)\)", text("docs/README.md"))
    assert sorted([*listed, "README.md"]) == sorted(path.name for path in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_every_command_of_the_readmes_is_a_make_target(readme):
    commands = re.findall(r"(?m)^    make (.*)$", text(readme))
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*):", text("Makefile")))
    assert len(commands) == 3
    assert {target for command in commands for target in command.split()} <= targets
