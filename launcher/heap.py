"""The heap of a kernel: the smaller of half the memory and 2 GB, or what INTERLOCK_HEAP says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from . import limits
from .say import Refusal

VARIABLE = "INTERLOCK_HEAP"

# Half of the container's or the machine's memory, since the kernel's children need the other half.
# (With -XX:MaxRAM as well the JVM would no longer look how much the container has.)
OPTIONS = ("-XX:MaxRAMPercentage=50",)

# A cell that fills more than this makes the collector work for seconds before it is stopped.
_USUAL = "2g"

_LEAST = 256 << 20
_UNITS = {"m": 1 << 20, "g": 1 << 30}

# Sets `heap`, in a shell. A front end that was not started by `lab` has not checked the variable.
SHELL = (
    'heap=; case "$INTERLOCK_HEAP" in "") ;; '
    '*[!0-9]*?|[!0-9]*|*[!gGmM]) echo "INTERLOCK_HEAP=$INTERLOCK_HEAP is no size such as 3g or 1500m: '
    'the kernel starts without it." >&2 ;; '
    "*) heap=-Xmx$INTERLOCK_HEAP ;; esac; "
)


def usual() -> str:
    """The heap of a learner who chose none: nothing where half of the memory is less than 2 GB."""
    return _USUAL if (limits.memory() or 0) >= 4 << 30 else ""


def chosen(variables: Mapping[str, str]) -> str:
    """The learner's heap as the JVM reads it, or nothing. Raises Refusal."""
    text = variables.get(VARIABLE, "").strip()
    if not text:
        return ""
    size = re.fullmatch(r"(\d+)([gm])", text, re.IGNORECASE)
    if size is None:
        raise Refusal(f"{VARIABLE}={text} is no size: write whole GB or MB, such as 3g or 1500m, and run the same command again.")
    asked = int(size[1]) * _UNITS[size[2].lower()]
    there = limits.memory()
    if asked < _LEAST:
        raise Refusal(f"{VARIABLE}={text} is too small for a kernel: write 256m or more and run the same command again.")
    if there and asked > there:
        raise Refusal(f"{VARIABLE}={text} is more than the {there / 1e9:.1f} GB there are: write less and run the same command again.")
    return text
