"""The provisioner: asks the warm process for a kernel, and launches one the ordinary way where it may not have one."""

from pathlib import Path

from jupyter_client.connect import LocalPortCache
from jupyter_client.provisioning import LocalProvisioner

from region_report.kernels import process

# Seconds for a kernel to end by itself before its manager grows impatient.
_PATIENCE = 1


class WarmProvisioner(LocalProvisioner):
    """Forks kernels from a process that has already imported what notebooks import."""

    async def launch_kernel(self, cmd, **kwargs):
        """Fork the kernel, or launch it as `LocalProvisioner` does; why it was not forked is a debug message."""
        # Clients of a kernel that is started again stay connected: its ports stay the same.
        first = self.pid is None
        try:
            forked, ports = await process.fork(cmd, any_port=first, **self._scrub_kwargs(kwargs))
        except process.NotForked as reason:
            self.log.debug("The kernel is launched the ordinary way: %s.", reason)
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid, self.pgid = forked, forked.pid, forked.pid
        self.cwd = kwargs.get("cwd") or Path.cwd()
        for name in ports:
            LocalPortCache.instance().return_port(self.connection_info[name])
        self.connection_info = {**self.connection_info, **ports}
        return self.connection_info

    async def shutdown_requested(self, restart=False):
        """Wait for a forked kernel's end, which its manager would notice only at its next look."""
        await self._ended()

    async def kill(self, restart=False):
        """Kill the kernel, and wait for its end as above."""
        await super().kill(restart)
        await self._ended()

    async def _ended(self):
        if isinstance(self.process, process.ForkedProcess):
            await self.process.ended(_PATIENCE)
