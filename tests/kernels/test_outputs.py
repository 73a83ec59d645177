"""A forked kernel answers as an ordinary one does."""

import re

from in_kernels import outputs

EVERY_KIND = [
    "print('out'); import sys; print('err', file=sys.stderr); print('out again')",
    "import os; os.write(1, b'low level\\n'); None",
    "!echo from a shell",
    "import subprocess; subprocess.run(['echo', 'from a process']); None",
    "%%capture caught\nprint('kept')",
    "caught.stdout",
    "from IPython.display import HTML, Image, Markdown, clear_output, display, update_display",
    "handle = display('first', display_id='here'); handle.update('second')",
    "update_display(HTML('<b>third</b>'), display_id='here')",
    "print('gone'); clear_output(wait=True); print('stays')",
    "display(Markdown('*rich*'), Image(data=b'\\x89PNG\\r\\n\\x1a\\n', format='png'))",
    "1, {'a': 2}",
    "import pandas as pd; pd.DataFrame({'a': [1, 2]})",
    "import altair as alt; alt.Chart(pd.DataFrame({'a': [1]})).mark_bar().encode(x='a:Q')",
    "import asyncio; await asyncio.sleep(0.01); 'awaited'",
    "import threading; thread = threading.Thread(target=print, args=('from a thread',)); thread.start(); thread.join()",
    "import multiprocessing; multiprocessing.get_context('fork').Pool(1).map(abs, [-1])",
    "input('name? ')",
    "1 / 0",
    "try:\n    {}['inner']\nexcept KeyError as error:\n    raise ValueError('outer') from error",
    "this is not Python",
    "import warnings; warnings.warn('careful')",
    "import logging; logging.warning('logged')",
    "sys.stdin.read()",
    "get_ipython().history_manager.hist_file, __name__, sys.argv[0], sys.flags.optimize",
    "from ipykernel.comm import Comm; Comm(target_name='nobody', data={}); None",
    "In[1][:5], Out[6] if 6 in Out else None, _",
    "raise SystemExit(3)",
    "'after'",
]


def test_outputs_of_every_kind_are_those_of_an_ordinary_kernel(warmed, request):
    forked = outputs(*EVERY_KIND)
    request.getfixturevalue("ordinary")
    for source, here, there in zip(EVERY_KIND, forked, outputs(*EVERY_KIND), strict=True):
        assert stable(here) == stable(there), source


def test_a_cell_that_takes_too_long_is_interrupted_and_the_kernel_goes_on(warmed):
    cells = outputs("import time; time.sleep(60)", "'after'", timeout=1, interrupt_on_timeout=True)
    assert [cell[0].get("ename") for cell in cells] == ["KeyboardInterrupt", None]
    assert cells[1][0]["data"] == {"text/plain": "'after'"}


def stable(cell):
    """Outputs without the numbers of processes and objects, what one stream says in parts taken together."""
    whole = []
    for output in cell:
        if whole and "text" in output and whole[-1].get("name") == output["name"]:
            output = output | {"text": whole.pop()["text"] + output["text"]}
        whole.append(output)
    return re.sub(r"ipykernel_\d+|0x[0-9a-f]+|altair-viz-[0-9a-f]+", "#", repr(whole))
