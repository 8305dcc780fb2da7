"""The kernelspec `java`: JJava on the chosen JDK, with the helper jar on its class path."""

from __future__ import annotations

import json
import os
from pathlib import Path


def ensure(house, python: Path, jdk, jar: Path, say) -> None:
    """Makes .interlock/jupyter/kernels/java up to date."""
    prefix = python.parent.parent if python.parent.name in ("bin", "Scripts") else python.parent
    jjava = prefix / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"
    spec = {
        "argv": [
            str(jdk.home / "bin" / "java"),
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
            "-cp",
            str(jjava),
            "org.dflib.jjava.distro.JJava",
            "{connection_file}",
        ],
        "display_name": "Java (Interlock)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"JJAVA_CLASSPATH": str(jar)},
    }
    folder = house.state / "jupyter" / "kernels" / "java"
    text = json.dumps(spec, indent=1)
    file = folder / "kernel.json"
    if file.is_file() and file.read_text("utf-8") == text:
        return
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / "kernel.json.new"
    half.write_text(text, "utf-8")
    os.replace(half, file)
