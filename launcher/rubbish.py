"""Removes folders so that an interruption never leaves one that looks whole, or not ours."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from .house import House
from .say import Refusal


def remove(house: House, folder: Path) -> None:
    """Moves the folder out of sight in one step, then deletes it. Raises Refusal if it is in use."""
    if not folder.exists():
        return
    house.state.mkdir(exist_ok=True)
    heap = Path(tempfile.mkdtemp(prefix="rubbish-", dir=house.state))
    try:
        os.rename(folder, heap / folder.name)
    except OSError:
        delete(folder)  # on another disk, or in use
    delete(heap)


def clear(house: House) -> None:
    """Deletes what an interrupted removal has left."""
    for heap in house.state.glob("rubbish-*"):
        delete(heap)


def delete(folder: Path) -> None:
    """Deletes a folder that may be left half deleted. Raises Refusal when a file stays."""
    try:
        shutil.rmtree(folder, onerror=_writable_and_again)
    except OSError as failed:
        raise Refusal(
            f"{failed.filename} could not be removed ({failed.strerror}): "
            "stop JupyterLab and whatever else uses it, and run the same command again."
        ) from None


def _writable_and_again(function, path: str, error) -> None:
    """Windows does not remove a file that is read-only, as some of a JDK's are."""
    if isinstance(error[1], FileNotFoundError):
        return
    os.chmod(path, stat.S_IRWXU)
    function(path)
