"""The kernel's JVM: one, with the Vector API, and alive whatever a cell does."""

from __future__ import annotations

import time
from pathlib import Path

import pytest


def test_there_is_one_jvm(kernel):
    assert kernel.run("ProcessHandle.current().pid()").value() == str(kernel.ask("pid"))
    assert kernel.run("ProcessHandle.current().descendants().count()").value() == "0"


def test_recorded_start_is_in_use(kernel):
    options = kernel.run("java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()").value()
    assert "-XX:AOTCache=" in options


def test_heap_is_bounded_by_half_of_the_memory_and_by_2_gb(kernel):
    ran = kernel.run(
        "import java.lang.management.*;\n"
        "long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();\n"
        "Runtime.getRuntime().maxMemory() <= Math.min(memory * 0.51, 1L << 31)"
    )
    assert ran.value() == "true"


def test_vector_api_compiles_and_runs(kernel):
    ran = kernel.run(
        "import jdk.incubator.vector.*;\n"
        "VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;\n"
        "DoubleVector.broadcast(species, 2).mul(3).reduceLanes(VectorOperators.ADD) / species.length()"
    )
    assert ran.value() == "6.0"


def test_native_access_is_allowed(kernel):
    ran = kernel.run("import java.lang.foreign.*;\nObject.class.getModule() != null && Linker.class.getModule() != null"
                     " && new Object() {}.getClass().getModule().isNativeAccessEnabled()")
    assert ran.value() == "true"


@pytest.mark.parametrize("thrown", ['new StackOverflowError("deep")', 'new NoClassDefFoundError("gone")', 'new OutOfMemoryError("full")'])
def test_error_in_to_string_leaves_the_kernel_alive(kernel, thrown):
    ran = kernel.run("class Bad { public String toString() { throw " + thrown + "; } }\nnew Bad()")
    assert thrown.split('"')[1] in ran.value()
    assert kernel.run("1 + 1").value() == "2"


def test_error_in_the_compiler_leaves_the_kernel_alive(kernel):
    answer = kernel.ask("execute", "int deep = " + "(" * 20_000 + "1" + ")" * 20_000 + ";")
    assert answer["status"] == "error"
    assert kernel.run("1 + 1").value() == "2"


def test_bytes_of_a_class_from_a_cell_are_known(kernel):
    kernel.run("record Mine(int x) {}")
    ran = kernel.run(
        'java.lang.reflect.Field field = Notebook.class.getDeclaredField("adapter");\nfield.setAccessible(true);\n'
        "((KernelAdapter) field.get(null)).classBytes(Mine.class.getName()).length > 100"
    )
    assert ran.value() == "true"


def test_shutdown_is_quick_and_ends_children_and_busy_threads(kernel):
    ran = kernel.run(
        'Process left = new ProcessBuilder(System.getProperty("java.home") + "/bin/jshell").start();\n'
        "Thread busy = Thread.ofPlatform().start(() -> { while (true) Thread.onSpinWait(); });\nleft.pid()"
    )
    pid = int(ran.value())
    assert kernel.ask("shutdown") < 10
    until = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()
