import json

import nbformat
import pytest

from region_report import codelists, observations, render
from region_report.errors import UsageError
from region_report.paths import project_root
from region_report.render import execution

INVENTED = "tests/data/invented"


def test_per_region_chapters_are_planned_for_each_region_and_the_others_once(tmp_path):
    planned = render.plan(langs=["zh"], data=INVENTED, out=tmp_path)
    places = sorted(job.out.relative_to(tmp_path).as_posix() for job in planned)
    assert [place for place in places if "/regions/" in place] == [
        f"zh/regions/{slug}.ipynb"
        for slug in sorted({job.parameters["region"] for job in planned if "region" in job.parameters})
    ]
    assert "zh/comparison.ipynb" in places


def planned_indicators(**chosen):
    planned = render.plan(chapter="indicator", langs=["zh"], data=INVENTED, **chosen)
    return {job.parameters["indicator"] for job in planned}


def test_an_indicator_has_a_page_where_one_of_the_chosen_regions_reports_it():
    # Yuepu has two rows.
    assert planned_indicators(regions=["yuepu"]) == {"social_work_rooms", "volunteer_teams"}
    assert planned_indicators() == set(observations.load_all(data=INVENTED)["indicator"])


def test_chosen_indicators_are_the_only_ones_planned_and_one_that_nobody_reports_is_refused():
    assert planned_indicators(indicators=["volunteers"]) == {"volunteers"}
    with pytest.raises(UsageError) as refused:
        planned_indicators(regions=["yuepu"], indicators=["social_work_room"])
    assert str(refused.value) == (
        "None of the regions reports the indicator 'social_work_room'. Did you mean 'social_work_rooms'? "
        "Regions: yuepu."
    )


def test_an_unknown_language_is_refused_before_anything_runs():
    with pytest.raises(UsageError, match=r"^There is no edition 'fr'\. Editions: zh, en\.$"):
        render.plan(langs=["fr"], data=INVENTED)


def test_a_cell_that_fails_leaves_a_page_that_says_so_and_a_fault_that_names_the_cell(tmp_path, monkeypatch):
    job = next(job for job in render.plan(langs=["en"], data=INVENTED, out=tmp_path) if "region" in job.parameters)
    monkeypatch.setattr(execution, "prepared", lambda job: broken())
    result = execution.render_job(job)
    assert result.fault == f"region {job.parameters['region']} en: cell 0: ZeroDivisionError: division by zero"
    page = nbformat.read(job.out, as_version=4)
    assert "could not be made this time" in page.cells[0].source


def test_a_page_of_an_indicator_that_fails_has_its_name(tmp_path, monkeypatch):
    job = render.plan(chapter="indicator", indicators=["volunteers"], langs=["en"], data=INVENTED, out=tmp_path)[0]
    monkeypatch.setattr(execution, "prepared", lambda job: broken("indicator"))
    assert execution.render_job(job).fault == "indicator volunteers en: cell 0: ZeroDivisionError: division by zero"
    name = codelists.load(INVENTED).by_id["indicators"]["volunteers"]["name_en"]
    assert nbformat.read(job.out, as_version=4).cells[0].source.startswith(f"# {name}\n")


def broken(per="region", code="1 / 0"):
    parameters = nbformat.v4.new_code_cell(f"{per} = ''\nlang = ''\ndata = ''", metadata={"tags": ["parameters"]})
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code), parameters],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
    )


def test_notebooks_in_the_repository_carry_no_outputs_and_name_the_kernel_python3():
    for path in sorted((project_root() / "notebooks").glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        assert notebook["metadata"]["kernelspec"]["name"] == "python3", path.name
        assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in notebook["cells"]), (
            path.name
        )


def test_a_code_cell_is_one_call_after_the_parameters_and_the_imports():
    import ast

    for path in sorted((project_root() / "notebooks").glob("*.ipynb")):
        code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        for cell in code[2:]:
            tree = ast.parse(cell.source)
            assert len(tree.body) == 1, f"{path.name} {cell.id}: more than one statement"
            assert isinstance(tree.body[0], ast.Expr), f"{path.name} {cell.id}: not a call"
            assert isinstance(tree.body[0].value, ast.Call), f"{path.name} {cell.id}: not a call"


def test_a_notebook_from_a_forked_kernel_is_that_of_an_ordinary_one_byte_for_byte(tmp_path):
    chosen = {"chapter": "region", "langs": ["en"], "data": INVENTED}
    render.render_all(**chosen, out=tmp_path / "warm", fresh=True)
    for job in render.plan(**chosen, out=tmp_path / "ordinary"):
        assert not execution.render_job(job).fault
    made, expected = (sorted((tmp_path / kind).rglob("*.ipynb")) for kind in ("warm", "ordinary"))
    assert [path.read_bytes() for path in made] == [path.read_bytes() for path in expected]
    assert expected


def test_a_kernel_that_dies_is_a_fault_of_its_job_alone(tmp_path, monkeypatch):
    job = render.plan(chapter="indicator", indicators=["volunteers"], langs=["en"], data=INVENTED, out=tmp_path)[0]
    monkeypatch.setattr(execution, "prepared", lambda job: broken("indicator", "import os; os._exit(1)"))
    assert execution.render_job(job).fault == "indicator volunteers en: Kernel died"
    assert job.out.exists()
