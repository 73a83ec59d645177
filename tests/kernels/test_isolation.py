"""No state passes from one notebook to the next."""

import json

from in_kernels import outputs, printed

POLLUTE = [
    "leftover = 1",
    "import altair as alt; alt.renderers.enable('png'); alt.theme.enable('dark'); alt.data_transformers.enable('json')",
    "import os; os.environ['LEFTOVER'] = '1'; os.environ.pop('HOME', None); os.umask(0)",
    "import tempfile; os.chdir(tempfile.gettempdir())",
    "import random, numpy; random.seed(1); numpy.random.seed(1)",
    "import pandas; pandas.DataFrame.sum = None; pandas.set_option('display.max_rows', 3)",
    "import sys; sys.path.insert(0, '/leftover'); sys.modules['leftover'] = sys; sys.setrecursionlimit(500)",
    "import warnings; warnings.simplefilter('error')",
    "import builtins; builtins.leftover = 1",
    "import decimal, locale; decimal.getcontext().prec = 3; locale.setlocale(locale.LC_ALL, 'C')",
    "import region_report; region_report.text.use('en'); region_report.metrics.REGISTRY.clear()",
    "import signal; _ = signal.signal(signal.SIGTERM, signal.SIG_IGN)",
]
LOOK = """
import builtins, decimal, json, locale, os, signal, sys, warnings
import altair as alt, pandas
import region_report
from region_report import metrics, text
mask = os.umask(0)
print(json.dumps({
    "names": sorted(name for name in globals() if name == "leftover") + [hasattr(builtins, "leftover")],
    "altair": [alt.renderers.active, alt.theme.active, alt.data_transformers.active],
    "environment": ["LEFTOVER" in os.environ, "HOME" in os.environ, mask],
    "folder": os.getcwd(),
    "pandas": [pandas.DataFrame.sum is None, pandas.get_option("display.max_rows")],
    "path": [sys.path, "leftover" in sys.modules, sys.getrecursionlimit()],
    "warnings": sorted(entry[0] for entry in warnings.filters),
    "numbers": [decimal.getcontext().prec, locale.setlocale(locale.LC_ALL)],
    "report": [text.language(), len(metrics.REGISTRY) > 0],
    "signal": str(signal.getsignal(signal.SIGTERM)),
}))
"""


def test_a_notebook_that_changes_everything_it_can_reach_leaves_nothing_to_the_next(warmed):
    before = json.loads(printed(LOOK))
    polluted = outputs(*POLLUTE, LOOK)
    assert not [output for cell in polluted[:-1] for output in cell if output["output_type"] == "error"]
    changed = json.loads(polluted[-1][0]["text"])
    assert [name for name in before if before[name] == changed[name]] == [], "the notebook did not change this"
    assert json.loads(printed(LOOK)) == before


def test_a_notebook_finds_what_it_finds_in_an_ordinary_kernel(warmed, request):
    found = json.loads(printed(LOOK))
    request.getfixturevalue("ordinary")
    assert found == json.loads(printed(LOOK))


def test_random_numbers_differ_from_kernel_to_kernel(warmed):
    draw = "import random, uuid, numpy; print(random.random(), numpy.random.random(), uuid.uuid4())"
    first, second = printed(draw).split(), printed(draw).split()
    assert not set(first) & set(second)


def test_the_kernel_does_not_see_where_the_warm_process_listens(warmed):
    assert printed("import os; print([name for name in os.environ if 'WARM' in name])") == "[]\n"
