"""The jobs of a run on many machines: a Dask cluster executes them, a store that all machines reach carries the files.

`driver` is the side that asks, `worker` the side that executes, `packing` what passes between them. A worker imports
`worker` before it has the project, so that module imports the rest of the package only when it does.
"""

from contextlib import contextmanager
from pathlib import Path

from region_report.errors import UsageError
from region_report.paths import project_root


@contextmanager
def machines(scheduler, store, data, tell):
    """The workers of a scheduler; None without one: this machine executes.

    store: see `driver.Cluster`. data: the data folder. tell: called at the end with a line for each worker.
    Raises UsageError for a store without a scheduler, for data that workers would not get, and for no scheduler there.
    """
    if store and not scheduler:
        raise UsageError("--store is where the workers of a scheduler find the files. Give --scheduler as well.")
    if not scheduler:
        yield None
        return
    if Path(data or "data").is_absolute() or not (project_root() / (data or "data")).resolve().is_relative_to(
        project_root()
    ):
        raise UsageError(
            f"--data {data} lies outside the project, which is what workers get. Move it into the project."
        )
    from region_report.cluster.driver import Cluster

    with Cluster(scheduler, store) as cluster:
        try:
            yield cluster
        finally:
            for worker, number in sorted(cluster.made.items()):
                tell(f"{number} of them on {worker}")
