"""The machine's own Chromium, headless, that can reach this machine and nothing else."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = "no Chromium: install the package chromium"

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Every name but this machine's own fails to resolve: a page that needs the network shows it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    # The system's /dev/shm is 64 MB in a container; a long notebook needs more.
    "--disable-dev-shm-usage",
]


def find() -> str | None:
    """The path of a Chromium: $CHROMIUM if set, else the first of the usual names on PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for path in map(shutil.which, NAMES) if path), None)


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def launched(executable: str, env: dict[str, str] | None = None):
    """A running browser with a fresh profile; it ends with the block."""
    from playwright.sync_api import sync_playwright

    flags = FLAGS + (["--no-sandbox"] if is_root() else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, headless=True, args=flags, env=env
        )
        try:
            yield browser
        finally:
            browser.close()
