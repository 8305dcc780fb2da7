"""Fetches with the real cjdk from an index on this machine."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import ssl
import subprocess
import sys
import tarfile
import threading
from pathlib import Path

import pytest
from fakes import jdk as fake_jdk

from launcher import jdk, jdk_places
from launcher.say import Refusal

PYTHON = Path(os.environ.get("INTERLOCK_PYTHON", sys.executable))


@pytest.fixture
def site(tmp_path):
    """An https site: its folder, its address, and the variables that make clients trust it."""
    if subprocess.run([PYTHON, "-c", "import cjdk"], capture_output=True).returncode:
        pytest.skip("no cjdk: run the tests by ./interlock test")
    if not shutil.which("openssl"):
        pytest.skip("no openssl: no certificate can be made")
    folder = tmp_path / "site"
    folder.mkdir()
    certificate = tmp_path / "certificate.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            certificate.with_suffix(".key"),
            "-out",
            certificate,
        ],
        check=True,
        capture_output=True,
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _quiet(folder))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, certificate.with_suffix(".key"))
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"https://localhost:{server.server_port}"
    env = {
        **os.environ,
        "CJDK_INDEX_URL": f"{url}/index.json",
        "REQUESTS_CA_BUNDLE": str(certificate),
        "NO_PROXY": "localhost",
    }
    yield folder, url, env
    server.shutdown()
    server.server_close()


def _quiet(folder):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def log_message(self, *arguments):
            pass

    return Handler


def _publish(folder: Path, url: str, home: Path) -> None:
    with tarfile.open(folder / "jdk.tgz", "w:gz") as archive:
        archive.add(home, arcname="jdk-25.0.3")
    versions = {"jdk@adoptium": {"25.0.3": f"tgz+{url}/jdk.tgz", "24.0.2": f"tgz+{url}/old.tgz"}}
    index = {
        system: {arch: versions for arch in ("amd64", "arm64")}
        for system in ("linux", "darwin", "windows")
    }
    (folder / "index.json").write_text(json.dumps(index))


def test_fetched_jdk_is_in_the_house_and_found_again(house, site, tmp_path, monkeypatch):
    folder, url, env = site
    _publish(folder, url, fake_jdk(tmp_path / "temurin", "25.0.3"))
    fetched = jdk.fetch(house, PYTHON, env)
    assert fetched.version == "25.0.3"
    assert house.state in fetched.home.parents
    monkeypatch.setattr(jdk_places, "parents", lambda: [])
    monkeypatch.setattr(jdk.shutil, "which", lambda name: None)
    assert jdk.find(house)[0] == fetched


def test_fetch_that_was_killed_does_not_block_the_next(house, site, tmp_path):
    folder, url, env = site
    _publish(folder, url, fake_jdk(tmp_path / "temurin", "25.0.3"))
    (house.jdks / "v0" / "fetching" / "jdks").mkdir(parents=True)
    first = jdk.fetch(house, PYTHON, env)
    shutil.rmtree(first.home.parent)
    key = first.home.parent.name
    (house.jdks / "v0" / "fetching" / "jdks" / key).mkdir(parents=True)
    assert jdk.fetch(house, PYTHON, env).home == first.home


def test_archive_that_is_missing_is_refused_with_what_to_install(house, site, tmp_path):
    folder, url, env = site
    _publish(folder, url, fake_jdk(tmp_path / "temurin", "25.0.3"))
    (folder / "jdk.tgz").unlink()
    with pytest.raises(Refusal, match="install a JDK 25 yourself .* Temurin 25 .*"):
        jdk.fetch(house, PYTHON, env)


def test_no_network_is_refused_in_one_sentence(house, site):
    env = {**site[2], "CJDK_INDEX_URL": "https://localhost:1/index.json"}
    with pytest.raises(Refusal) as refusal:
        jdk.fetch(house, PYTHON, env)
    assert str(refusal.value).startswith("No network, so fetching a JDK failed: install a JDK 25")
    assert "\n" not in str(refusal.value)
