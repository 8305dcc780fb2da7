"""Real last words of pip, Maven, the wrapper and cjdk, and the sentence that each becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from launcher import maven
from launcher.child import ChildFailed
from launcher.reasons import refusal

PIP_OFFLINE = """WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None))
after connection broken by 'NewConnectionError('Failed to establish a new connection: [Errno -3]
Temporary failure in name resolution')': /simple/anyio/
ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)
ERROR: No matching distribution found for anyio==4.16.0
"""
MAVEN_OFFLINE = """[INFO] Scanning for projects...
[ERROR] Plugin org.apache.maven.plugins:maven-clean-plugin:3.5.0 or one of its dependencies could
not be resolved: Could not transfer artifact from/to central: Unknown host -> [Help 1]
[ERROR]
[ERROR] Re-run Maven using the -X switch to enable full debug logging.
"""
MAVEN_COMPILE = """[ERROR] COMPILATION ERROR :
[ERROR] /house/A.java:[3,9] cannot find symbol
[ERROR] -> [Help 1]
[ERROR] Re-run Maven using the -X switch to enable full debug logging.
"""


def _sentence(text: str) -> str:
    return str(refusal("building the helper jar", ChildFailed(text, Path("jar.log"))))


@pytest.mark.parametrize(
    "text",
    [
        PIP_OFFLINE,
        MAVEN_OFFLINE,
        "wget: Failed to fetch https://archive.apache.org/x.zip",
        "cjdk._exceptions.InstallError: Download failed: ... Network is unreachable",
    ],
)
def test_no_network(text):
    assert _sentence(text).startswith("No network, so building the helper jar failed: connect")


@pytest.mark.parametrize(
    "text",
    [
        "OSError: [Errno 28] No space left on device",
        "java.io.IOException: No space left on device",
        "ERROR: Could not install packages due to an OSError: [Errno 122] Disk quota exceeded",
    ],
)
def test_full_disk(text):
    assert _sentence(text).startswith("The disk is full, so building the helper jar failed: free")


def test_full_disk_says_more_than_the_failed_transfer_it_caused():
    text = "Could not transfer artifact x: /home/ada/.m2/x.part (No space left on device)"
    assert _sentence(text).startswith("The disk is full")


def test_other_error_is_quoted_with_its_log():
    assert _sentence(maven.short(MAVEN_COMPILE)) == (
        "Building the helper jar failed (COMPILATION ERROR :): all of it is in jar.log."
    )


def test_silent_failure_still_makes_a_sentence():
    assert "it said nothing" in _sentence("")


@pytest.mark.parametrize("text", [PIP_OFFLINE, MAVEN_OFFLINE, MAVEN_COMPILE, ""])
def test_sentence_is_one_line(text):
    assert "\n" not in _sentence(text)
