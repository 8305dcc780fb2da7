"""The stock wrapper, fetching from a site on this machine."""

from __future__ import annotations

import hashlib
import http.server
import os
import re
import shutil
import subprocess
import threading
import zipfile

import pytest

from launcher import maven

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no sh here")


@pytest.fixture
def site(house, tmp_path):
    """A site with a Maven of one line; the variables under which the wrapper asks it."""
    properties = (house.root / ".mvn/wrapper/maven-wrapper.properties").read_text()
    version = re.search(r"apache-maven-([\d.]+)-bin.zip", properties).group(1)
    url = re.search(r"distributionUrl=(.*)", properties).group(1)
    zip_file = tmp_path / "site" / f"org/apache/maven/{url.rpartition('/')[2]}"
    zip_file.parent.mkdir(parents=True)
    entry = zipfile.ZipInfo(f"apache-maven-{version}/bin/mvn")
    entry.external_attr = 0o755 << 16
    with zipfile.ZipFile(zip_file, "w") as archive:
        archive.writestr(entry, '#!/bin/sh\necho "Maven here: $@"\n')
    handler = lambda *a: _Quiet(*a, directory=str(tmp_path / "site"))  # noqa: E731
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    env = {
        **os.environ,
        "MVNW_REPOURL": f"http://127.0.0.1:{server.server_port}",
        "MAVEN_USER_HOME": str(tmp_path / "m2"),
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }
    yield zip_file, env
    server.shutdown()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        # Whatever the mirror's layout, the file's name finds it.
        return super().translate_path("/org/apache/maven/" + path.rpartition("/")[2])

    def log_message(self, *arguments):
        pass


def _wrapper(house, env):
    command = ["sh", str(house.root / "mvnw"), "--version"]
    return subprocess.run(command, env=env, cwd=house.root, capture_output=True, text=True)


def test_machine_without_mvn_uses_the_wrapper(house, monkeypatch):
    monkeypatch.setattr(maven.shutil, "which", lambda name, path: None)
    assert maven.command(house, {}) == ["sh", str(house.root / "mvnw")]


def test_wrapper_fetches_and_runs_the_pinned_maven(house, site):
    zip_file, env = site
    _pin(house, zip_file)
    assert _wrapper(house, env).stdout.strip() == "Maven here: --version"
    shutil.rmtree(zip_file.parent)
    assert _wrapper(house, env).stdout.strip() == "Maven here: --version"


def test_wrapper_refuses_another_file_than_the_pinned_one(house, site):
    done = _wrapper(house, site[1])
    assert done.returncode != 0
    assert "Failed to validate Maven distribution SHA-256" in done.stderr


def _pin(house, zip_file):
    properties = house.root / ".mvn/wrapper/maven-wrapper.properties"
    digest = hashlib.sha256(zip_file.read_bytes()).hexdigest()
    properties.write_text(re.sub(r"Sha256Sum=.*", f"Sha256Sum={digest}", properties.read_text()))
