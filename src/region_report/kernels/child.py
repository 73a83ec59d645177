"""What a fork of the warm process does to become the kernel that was asked for."""

import importlib.util
import json
import os
import signal
import sys
import time

from ipykernel import kernelapp

PORTS = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")


def run_kernel(request, path):
    """Run the kernel of a request to its end. path: where a fresh interpreter would look for modules."""
    _become(request, path)
    app = IPKernelApp.instance(parent_handle=os.getppid())
    app.any_port = request["any_port"]
    app.initialize(sys.argv[1:])
    ready = {"pid": os.getpid(), "ports": {name: getattr(app, name) for name in PORTS}}
    with request["driver"] as driver:
        driver.send(json.dumps(ready).encode())
    app.start()


class IPKernelApp(kernelapp.IPKernelApp):
    """The ordinary kernel, but it may take any free port, and its manager writes the ports down.

    A port chosen by the manager may be another's by the time the kernel binds it. Configuration goes by the name
    of the class, so that stays.
    """

    any_port = False

    def load_connection_file(self):
        """Load all but the ports, where the kernel may choose them."""
        super().load_connection_file()
        if self.any_port and self.transport == "tcp":
            for name in PORTS:
                setattr(self, name, 0)

    def write_connection_file(self, **_):
        """Leave the file to the manager, which would take a changed one for another kernel's."""


def _become(request, path):
    os.setsid()
    for descriptor, wanted in enumerate(request["descriptors"]):
        os.dup2(wanted, descriptor)
        os.close(wanted)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    os.chdir(request["folder"])
    launcher = importlib.util.find_spec("ipykernel_launcher").origin
    sys.orig_argv = request["command"]
    sys.argv[:] = [launcher, *request["command"][3:]]
    sys.path[:] = path
    # Python reseeds its own generator in a fork; the one of numpy would repeat itself in each kernel.
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
