"""The side that asks: it puts the project where workers find it, submits jobs, and takes the notebooks."""

import secrets
from collections import Counter

from region_report import results
from region_report.cluster import packing, worker
from region_report.errors import UsageError
from region_report.paths import build_dir, project_root
from region_report.render import Result

# Jobs for each thread of the cluster that are submitted at a time.
_WAITING = 4
# Seconds for a scheduler to answer.
_PATIENCE = 30


class Cluster:
    """Executes jobs on the workers of a Dask scheduler; `render.render_all` takes it as `machines`.

    address: of the scheduler. url: of a folder that this machine and all workers reach, by default `_build/cluster`.
    made: address of a worker -> notebooks that it has made. Raises UsageError where there is no such scheduler.
    """

    def __init__(self, address, url=""):
        try:
            from distributed import Client
        except ImportError as error:
            raise UsageError(
                "--scheduler needs the packages of the group 'cluster': pip install distributed fsspec."
            ) from error
        self.url = url or str(build_dir() / "cluster")
        self.made = Counter()
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"There is no Dask scheduler at '{address}': {error}") from error

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._client.close()

    def executed(self, planned, todo, store, *, fresh=False):
        """(number, Result) of each job of `todo` (number -> key) as they are done; results are kept in `store`.

        A worker that is lost takes nothing with it: Dask gives its jobs to another, and what it has put into the
        exchange is taken from there. A job that fails is a Result with its fault, and is not tried again.
        """
        from distributed import as_completed

        exchange, tasks = packing.Exchange(self.url), self._tasks(planned, todo, fresh)
        running = {}
        done = as_completed([], loop=self._client.loop)
        for number, task in tasks:
            future = self._client.submit(worker.execute, task, pure=False)
            running[future.key] = number
            done.add(future)
            if len(running) >= _WAITING * max(1, sum(self._client.nthreads().values())):
                yield self._taken(next(done), running, planned, todo, exchange, store)
        while running:
            yield self._taken(next(done), running, planned, todo, exchange, store)

    def _tasks(self, planned, todo, fresh):
        """(number, task) of each job. fresh: under a name of this run, so that nothing of an earlier one is taken."""
        project = packing.pack(packing.Exchange(self.url), project_root(), results.Inputs(results.folder()))
        shared = {"url": self.url, "project": project, "code": worker.code(), "run": secrets.token_hex(8)}
        for number, key in todo.items():
            job = planned[number]
            name = f"results/{key}-{project[7:23]}{shared['run'] if fresh else ''}"
            yield number, shared | {"chapter": job.chapter, "parameters": job.parameters, "name": name}

    def _taken(self, future, running, planned, todo, exchange, store):
        """The Result of a future that is done, its notebook written."""
        number = running.pop(future.key)
        job, error = planned[number], future.exception()
        if isinstance(error, UsageError):
            raise error
        if error is not None:
            return number, Result(job, f"{job}: {type(error).__name__}: {error}")
        name, who = future.result()
        found = packing.read(exchange, name)
        if found is None:
            return number, Result(job, f"{job}: its notebook is not in {self.url}.")
        content, fault, parts = found
        if who:
            self.made[who] += 1
        if parts is None or fault:
            exchange.remove(name)
        else:
            store.keep(todo[number], parts, content)
        job.write(content)
        return number, Result(job, fault)
