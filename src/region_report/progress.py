"""How far a run of notebooks is: a bar with the time left on a terminal, lines elsewhere; then how far the book is."""

import sys
import time

from tqdm import tqdm

# Of so many notebooks each gets a line of its own; of more, there is one for each percent.
EACH = 100
# Seconds between two lines about the book.
PAUSE = 10


class Progress:
    """Called with each Result and the number of all, as `render.render_all` does it. Failures get a line each.

    As a context it says at its end what became of all.
    """

    def __init__(self, clock=time.monotonic):
        self._bar, self._percent = None, -1
        self._clock, self._last = clock, clock()
        self.executed = self.kept = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
        print(self)

    def __call__(self, result, total):
        """Tell of a Result. total: the number of all."""
        self._bar = self._bar or tqdm(total=total, unit="", smoothing=0.05, disable=not sys.stderr.isatty())
        self.kept += result.kept
        self._last = self._clock()
        self.executed += not result.kept
        if result.fault:
            self._bar.write(f"failed    {result.fault}", file=sys.stderr)
        self._tell(result, total)
        self._bar.update()

    def building(self, lang, doing, percent):
        """Tell how far the book is in a language. A book of few pages is done before there is anything to tell."""
        if self._clock() - self._last >= PAUSE:
            self._last = self._clock()
            tqdm.write(f"{lang}  {doing}, {percent}%")

    def __str__(self):
        """What became of all."""
        return f"{self.executed + self.kept} notebooks: {self.executed} executed, {self.kept} kept from before"

    def close(self):
        """End the bar."""
        if self._bar is not None:
            self._bar.close()

    def _tell(self, result, total):
        done = self.executed + self.kept
        percent = 100 * done // total
        if sys.stderr.isatty() or result.kept:
            return
        if total <= EACH:
            if not result.fault:
                print(f"rendered  {result.job}")
        elif percent > self._percent:
            print(f"{percent:3}%  {done} of {total}", flush=True)
        self._percent = percent
