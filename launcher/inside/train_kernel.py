"""Runs a short session on a kernelspec and ends it cleanly.

Argument: the folder of the kernelspec. The session does what first cells do, so that what the JVM
records holds the classes they need. It leaves the Vector API out: that module is loaded late, and a
cache cannot hold its classes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

_LIMIT_SECONDS = 120
_CELLS = [
    "1 + 1",
    'System.out.println("printed");',
    "import java.util.function.*;\nIntFunction<String> label = n -> \"n\" + n;\nlabel.apply(3)",
    "import java.util.stream.*;\nIntStream.range(0, 9).mapToObj(label).collect(Collectors.toList())",
    "record Point(int x, int y) {}\nnew Point(3, 4)",
    "int twice(int n) {\n  return 2 * n;\n}\ntwice(21)",
    "for (int i = 0; i < 3; i++) {\n  System.out.printf(\"%d %.2f%n\", i, Math.sqrt(i));\n}",
    "import interlock.notebook.*;\nNotebook.show(new int[][] {{1, 2}, {3, 4}});",
    "import java.awt.image.BufferedImage;\nNotebook.show(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));",
    "import tech.tablesaw.api.*;\nTable table = Table.create(\"t\", IntColumn.create(\"n\", 1, 2, 3), "
    "StringColumn.create(\"s\", \"a\", \"b\", \"c\"));\nNotebook.show(table);\ntable",
    "import org.knowm.xchart.*;\nXYChart chart = new XYChartBuilder().width(800).height(500).build();\n"
    "chart.addSeries(\"line\", new double[] {1, 2, 3}, new double[] {1, 4, 9});\nNotebook.show(chart);",
    "LiveDisplay live = Notebook.live(\"first\");\nfor (int i = 0; i < 5; i++) {\n  live.update(\"n \" + i);\n  Thread.sleep(30);\n}",
    "import interlock.notebook.widget.*;\nSlider<Integer> slider = Slider.of(\"n\", 1, 9);\n"
    "Notebook.interact(() -> chart, slider);",
    "undefinedName",
    "throw new IllegalStateException(\"expected\");",
]


def main(spec: Path) -> None:
    specs = KernelSpecManager(kernel_dirs=[str(spec.parent)], ensure_native_kernel=False)
    manager = KernelManager(kernel_name=spec.name, kernel_spec_manager=specs)
    # Writing the record is part of the exit, and slow.
    manager.shutdown_wait_time = _LIMIT_SECONDS
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=_LIMIT_SECONDS)
        for cell in _CELLS:
            client.execute_interactive(cell, timeout=_LIMIT_SECONDS, output_hook=lambda message: None)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
