"""A manager whose clients know when a kernel is ready: the ordinary ones wait until it has been silent for 0.2 s."""

import time
from queue import Empty

from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager


class QuickClient(AsyncKernelClient):
    """Ready as soon as what the kernel publishes about a request has arrived."""

    async def _async_wait_for_ready(self, timeout=None):
        """Ask until the kernel answers on the shell channel and says on IOPub that it has done so."""
        until = time.monotonic() + (timeout or float("inf"))
        while not await self._answers(self.kernel_info()):
            if not await self._async_is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            if time.monotonic() > until:
                raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")

    wait_for_ready = _async_wait_for_ready

    async def _answers(self, request):
        try:
            reply = await self.shell_channel.get_msg(timeout=1)
            while reply["parent_header"].get("msg_id") != request:
                reply = await self.shell_channel.get_msg(timeout=1)
            self._handle_kernel_info_reply(reply)
            # What was published before the subscription is lost: without this message, ask again.
            while not _done(await self.iopub_channel.get_msg(timeout=0.2), request):
                pass
        except Empty:
            return False
        return True


class QuickManager(AsyncKernelManager):
    """The ordinary manager with such clients."""

    client_class = f"{__name__}.{QuickClient.__name__}"


def _done(message, request):
    return (
        message["parent_header"].get("msg_id") == request
        and message["msg_type"] == "status"
        and message["content"]["execution_state"] == "idle"
    )
