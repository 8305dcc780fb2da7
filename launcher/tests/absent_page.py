"""Sends messages to the real kernel manager while no page is there; prints what it has kept.

Run by the environment's own Python. Arguments: the folder of the server's settings. Input: a list of
[channel, type, content] as JSON; a type of null stands for a message that nobody can read.
"""

from __future__ import annotations

import json
import sys

from jupyter_client.session import DELIM, Session
from traitlets.config.application import Application

_KERNEL = "a kernel"
_SESSION = Session(key=b"")


class Stream:
    """A kernel's channel that speaks when it is told to."""

    def on_recv(self, take):
        self.say = take


def _parts(kind: str | None, content) -> list[bytes]:
    if kind is None:
        return [DELIM, b"", content.encode()]
    return _SESSION.serialize(_SESSION.msg(kind, content), ident=b"topic")


def main() -> None:
    app = Application()
    app.load_config_file("jupyter_server_config", path=sys.argv[1])
    kernels = app.config.ServerApp.kernel_manager_class(parent=app)
    kernels._kernels[_KERNEL] = None
    channels = {name: Stream() for name in ("iopub", "shell", "stdin", "control")}
    kernels.start_buffering(_KERNEL, "the page", channels)
    sent = []
    for channel, kind, content in json.load(sys.stdin):
        sent.append((channel, _parts(kind, content)))
        channels[channel].say(sent[-1][1])
    kept = kernels.get_buffer(_KERNEL, "the page")["buffer"]
    print(json.dumps([sent.index(entry) for entry in kept]))


if __name__ == "__main__":
    main()
