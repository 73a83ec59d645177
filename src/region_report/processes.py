"""Work spread over processes; where the machine allows no pool of them, done one after the other in this one."""

import contextlib
import logging
import os
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from region_report.errors import BuildError
from region_report.messages import Message

# Tasks for each core that are in a pool at a time.
_WAITING = 4

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def pool(jobs=None, *, initializer=None, initargs=(), **options):
    """What has the `map` of a ProcessPoolExecutor, of `jobs` processes, by default one a core.

    The locks of a pool need a /dev/shm that may be written, which some containers lack: there `map` runs each task in
    this process when its result is asked for, and the environment is afterwards what it was.
    initializer, initargs, options: as ProcessPoolExecutor takes them.
    Raises BuildError where a process was killed, as a machine without memory left does.
    """
    try:
        made = ProcessPoolExecutor(jobs or os.cpu_count(), initializer=initializer, initargs=initargs, **options)
    except (OSError, NotImplementedError) as reason:
        _log.warning("One task at a time, for lack of a pool of processes: %r. Mount /dev/shm to be quicker.", reason)
        with _environment_kept():
            if initializer:
                initializer(*initargs)
            yield _Here
        return
    try:
        with made:
            yield made
    except BrokenProcessPool as error:
        most = jobs or os.cpu_count()
        key = "building.last_worker_ended" if most == 1 else "building.worker_ended"
        raise BuildError(Message(key, jobs=most, fewer=max(most // 2, 1))) from error


def as_done(pool, function, tasks):
    """What `function` gives for each task, as soon as it is done.

    pool: from `pool`. Few tasks wait in it at a time: thousands would all lie in memory, and so would their results.
    """
    if pool is _Here:
        yield from map(function, tasks)
        return
    waiting = set()
    try:
        for task in tasks:
            waiting.add(pool.submit(function, task))
            if len(waiting) >= _WAITING * os.cpu_count():
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        for future in waiting:
            future.cancel()


class _Here:
    """The pool that is this process. Its tasks never overlap, so each may change the working directory in its turn."""

    @staticmethod
    def map(function, tasks, *, chunksize=1):
        return map(function, tasks)


@contextlib.contextmanager
def _environment_kept():
    before = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
