"""Small stand-ins with the real thing's shape: a JDK folder, a Maven, a wheel."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path


def jdk(home: Path, version: str, compiler: bool = True) -> Path:
    """A folder that looks like a JDK (or, without a compiler, like a JRE)."""
    for name in ("java", "javac") if compiler else ("java",):
        script(home / "bin" / name, "exit 0")
    (home / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
    return home


def script(path: Path, body: str) -> Path:
    """A program of a few lines of shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def maven(folder: Path, body: str = "") -> Path:
    """A `mvn` that counts its calls and writes the jar."""
    return script(
        folder / "mvn",
        f'echo "$@" >> {folder}/calls\n{body}\n'
        "mkdir -p kernel-lib/target && echo jar > kernel-lib/target/interlock-kernel-lib.jar",
    )


def wheel(folder: Path, name: str = "tiny", version: str = "1.0") -> str:
    """Writes a wheel and returns the line that locks it by its hash."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    parts = {
        f"{name}.py": "answer = 42\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{_digest(text)},{len(text)}\n" for path, text in parts.items())
    with zipfile.ZipFile(file, "w") as archive:
        for path, text in {**parts, f"{info}/RECORD": record}.items():
            archive.writestr(path, text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def _digest(text: str) -> str:
    raw = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
