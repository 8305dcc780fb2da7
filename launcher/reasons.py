"""Turns the last words of a failed program into the one sentence that helps."""

from __future__ import annotations

import re

from .child import ChildFailed
from .say import Refusal

_NO_NETWORK = re.compile(
    r"Temporary failure in name resolution|Name or service not known|nodename nor servname"
    r"|getaddrinfo failed|Failed to establish a new connection|NewConnectionError"
    r"|Network is unreachable|Connection refused|Connection timed out|ConnectTimeout"
    r"|UnknownHostException|Unknown host|No route to host|ProxyError|Could not transfer artifact"
    r"|Failed to fetch https?:|in offline mode|unable to resolve host",
    re.IGNORECASE,
)
_DISK_FULL = re.compile(
    r"No space left on device|Errno 28|not enough space on the disk|Disk quota exceeded"
    r"|File too large|Errno 27",
    re.IGNORECASE,
)
_READ_ONLY = re.compile(
    r"Read-only file system|Permission denied|AccessDenied|Access is denied", re.I
)
_HASH = re.compile(r"DO NOT MATCH THE HASHES|Failed to validate Maven distribution", re.IGNORECASE)


def refusal(doing: str, failed: ChildFailed) -> Refusal:
    """The sentence for a program that failed while `doing` something ("installing …")."""
    text = failed.text
    if _DISK_FULL.search(text):
        return Refusal(
            f"The disk is full, so {doing} failed: free about 2 GB and run the same command again."
        )
    if _HASH.search(text):
        return Refusal(
            f"A download was not what it should be (its checksum differs), so {doing} failed: "
            "run the same command again, and if it fails again ask who runs your network or mirror."
        )
    if _NO_NETWORK.search(text):
        return Refusal(
            f"No network, so {doing} failed: connect (or set your proxy) and run the same command "
            "again; what is done is kept."
        )
    if _READ_ONLY.search(text):
        return Refusal(
            f"A file could not be written, so {doing} failed ({_last_line(text)}): "
            f"see {failed.log}."
        )
    return Refusal(
        f"{doing[0].upper()}{doing[1:]} failed ({_last_line(text)}): all of it is in {failed.log}."
    )


def _last_line(text: str) -> str:
    """The line that names the error: the first marked as one, else the last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    marked = [line for line in lines if re.match(r"(\[ERROR\]|ERROR:|error:|fatal:)\s*\S", line)]
    line = (marked or lines or ["it said nothing"])[0 if marked else -1]
    return re.sub(r"^(\[ERROR\]|ERROR:)\s*", "", line)[:300]
