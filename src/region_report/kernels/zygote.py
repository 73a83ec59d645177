"""The warm process itself: it imports once, then forks a kernel for each request until its owner ends."""

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import struct
import sys
from dataclasses import dataclass
from functools import partial

from region_report.kernels.child import run_kernel
from region_report.kernels.fit import misfit

LARGEST = 2**20


def main():
    """Import, then serve. In a forked child `serve` returns the request, and the child becomes that kernel."""
    settings = json.loads(sys.argv[1])
    path = list(sys.path)
    for module in settings["modules"]:
        importlib.import_module(module)
    # The collector of a child need not touch what is imported: its memory stays shared.
    gc.collect()
    gc.freeze()
    zygote = Zygote(socket.socket(fileno=settings["listener"]), settings)
    if request := zygote.serve():
        run_kernel(request, path)


@dataclass(frozen=True)
class Kernel:
    """A forked kernel, the socket to its driver, and one descriptor each that is readable when they have ended."""

    pid: int
    driver: socket.socket
    kernel_ended: int
    driver_ended: int


class Zygote:
    """Forks kernels, tells each one's driver how it ended, and ends a kernel whose driver has ended."""

    def __init__(self, listener, settings):
        self.listener, self.modules, self.code = listener, settings["modules"], settings["code"]
        self.kernels = []
        self.owner_ended = os.pidfd_open(settings["owner"])
        # The owner may have ended before it could be watched, and its number be another's.
        self.ended = os.getppid() != settings["owner"]
        self.selector = selectors.DefaultSelector()
        self.selector.register(listener, selectors.EVENT_READ, self._accept)
        self.selector.register(self.owner_ended, selectors.EVENT_READ, self._end)

    def serve(self):
        """Serve until the owner ends, then return None. In a forked child: return its request."""
        while not self.ended:
            for key, _ in self.selector.select():
                # An earlier event of the same round may have ended the watch, and its descriptor be another's now.
                if self.selector.get_map().get(key.fd) is key and (request := key.data()):
                    return request
        return None

    def _end(self):
        self.ended = True

    def _accept(self):
        """The request in the child; None in this process."""
        driver, _ = self.listener.accept()
        # A driver that stops in mid-request must not stop the others.
        driver.settimeout(5)
        descriptors = []
        try:
            pid, user, _ = struct.unpack("3i", driver.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
            message, descriptors, *_ = socket.recv_fds(driver, LARGEST, 3)
            if user == os.getuid() and (request := self._fork(json.loads(message), driver, pid)):
                return request | {"driver": driver, "descriptors": descriptors}
        except (OSError, ValueError):
            driver.close()  # Whoever asked reads the end of the file, and launches its kernel itself.
        for descriptor in descriptors:
            os.close(descriptor)
        return None

    def _fork(self, request, driver, driver_pid):
        if reason := misfit(request, self.modules, self.code):
            driver.send(json.dumps({"refused": reason}).encode())
            driver.close()
            return None
        driver_ended = os.pidfd_open(driver_pid)
        pid = os.fork()
        if not pid:
            os.close(driver_ended)
            self._leave()
            return request
        kernel = Kernel(pid, driver, os.pidfd_open(pid), driver_ended)
        self.kernels.append(kernel)
        self.selector.register(kernel.kernel_ended, selectors.EVENT_READ, partial(self._reap, kernel))
        self.selector.register(kernel.driver_ended, selectors.EVENT_READ, partial(self._abandon, kernel))
        return None

    def _leave(self):
        """In a child: hold nothing of the other kernels, and hear nothing of what concerns them."""
        self.selector.close()
        self.listener.close()
        os.close(self.owner_ended)
        for kernel in self.kernels:
            _close(kernel)

    def _abandon(self, kernel):
        self.selector.unregister(kernel.driver_ended)
        os.kill(kernel.pid, signal.SIGKILL)

    def _reap(self, kernel):
        _, status = os.waitpid(kernel.pid, 0)
        self.kernels.remove(kernel)
        for descriptor in {kernel.kernel_ended, kernel.driver_ended} & set(self.selector.get_map()):
            self.selector.unregister(descriptor)
        with contextlib.suppress(OSError):  # The driver may have ended, or not care.
            kernel.driver.send(json.dumps({"ended": os.waitstatus_to_exitcode(status)}).encode())
        _close(kernel)


def _close(kernel):
    kernel.driver.close()
    os.close(kernel.kernel_ended)
    os.close(kernel.driver_ended)
