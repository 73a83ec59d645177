"""One warm process for the tests of a file, and kernels taken from it."""

import pytest
from in_kernels import choose
from jupyter_client.provisioning import KernelProvisionerFactory

from region_report.kernels import owner


@pytest.fixture(scope="module")
def warm():
    """The variables with which a process takes its kernels from one warm process."""
    with owner.warm_kernels() as variables:
        yield variables


@pytest.fixture
def warmed(warm, monkeypatch):
    """Kernels of this process are forked from the warm one."""
    choose(monkeypatch, warm)
    yield
    KernelProvisionerFactory.clear_instance()


@pytest.fixture
def ordinary(monkeypatch):
    """Kernels of this process are launched the ordinary way, whatever the tests themselves run with."""
    choose(monkeypatch, {"JUPYTER_DEFAULT_PROVISIONER_NAME": "local-provisioner"})
    yield
    KernelProvisionerFactory.clear_instance()
