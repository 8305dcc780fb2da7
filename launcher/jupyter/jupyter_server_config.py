"""The one setting of the Jupyter server that is code: what it keeps for a page that is away.

Jupyter's own buffer keeps every message, without a bound: a live demo fills the machine while no
page is open. Without what is imported here the server logs the error and starts with its own buffer.
"""

import json

from jupyter_client.session import DELIM
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class Unseen(list):
    """Messages in order; an update of a display takes the place of the one before it."""

    def __init__(self):
        super().__init__()
        self._latest = {}

    def append(self, entry):
        display = _updated(*entry)
        if display is not None:
            if display in self._latest:
                self._drop(self._latest[display])
            self._latest[display] = entry
        super().append(entry)

    def _drop(self, entry):
        # From the end: whatever is updated often stands there.
        for place in range(len(self) - 1, -1, -1):
            if self[place] is entry:
                del self[place]
                return


def _updated(channel, parts):
    """The id of the display that the message updates, or None: then the message is kept."""
    try:
        header, _, _, content = parts[parts.index(DELIM) + 2 :][:4]
        if channel != "iopub" or json.loads(header)["msg_type"] != "update_display_data":
            return None
        display = json.loads(content)["transient"]["display_id"]
        return display if isinstance(display, str) else None
    except Exception:  # what cannot be read is the page's to judge
        return None


class KernelsOfAbsentPages(AsyncMappingKernelManager):
    """Jupyter's kernels, whose buffers hold only what a learner could still see."""

    def start_buffering(self, kernel_id, *others, **named):
        super().start_buffering(kernel_id, *others, **named)
        held = getattr(self, "_kernel_buffers", {}).get(kernel_id)
        # Another kind of buffer is a later server's own, and may well have a bound.
        if isinstance(held, dict) and held.get("buffer") == []:
            held["buffer"] = Unseen()


c.ServerApp.kernel_manager_class = KernelsOfAbsentPages  # noqa: F821 - traitlets sets c
