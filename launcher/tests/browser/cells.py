"""The Java that tests and benchmarks run in Lab."""

LIVE_IMPORTS = """\
import interlock.notebook.LiveDisplay;
import interlock.notebook.Notebook;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;"""

LIVE_CHART = """\
XYChart chart = new XYChartBuilder().width(800).height(500).title("wave").build();
double[] wave(int frame) {
  double[] y = new double[100];
  Arrays.setAll(y, i -> Math.sin((i + frame) / 9.0));
  return y;
}
chart.addSeries("sine", wave(0));
LiveDisplay live = Notebook.live(chart);"""


def live_loop(seconds: int) -> str:
    """Changes the chart as fast as it can be asked to, and says how often that was."""
    return f"""\
int frame = 0;
long end = System.nanoTime() + {seconds}_000_000_000L;
while (System.nanoTime() < end) {{
  chart.updateXYSeries("sine", null, wave(++frame), null);
  live.update(chart);
  Thread.sleep(4);
}}
System.out.print(frame);"""


WIDGET_IMPORTS = """\
import interlock.notebook.Notebook;
import interlock.notebook.widget.Slider;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;"""

SLIDER_CHART = """\
Slider<Integer> phase = Slider.of("phase", 0, 1000);
XYChart wave() {
  double[] y = new double[100];
  Arrays.setAll(y, i -> Math.sin((i + phase.value()) / 9.0));
  XYChart chart = new XYChartBuilder().width(800).height(500).title("value " + phase.value()).build();
  chart.addSeries("sine", y);
  return chart;
}
Notebook.interact(() -> wave(), phase);"""

PRINTLNS = 100_000
MANY_PRINTLNS = f'for (int i = 0; i < {PRINTLNS}; i++) System.out.println("line " + i);'
PRINTLNS_TEXT = "".join(f"line {i}\n" for i in range(PRINTLNS))

_LINE = "0123456789abcde"
_LINES = 10 * 1024 * 1024 // (len(_LINE) + 1)
ONE_PRINT = f'System.out.print("{_LINE}\\n".repeat({_LINES}));'
ONE_PRINT_TEXT = f"{_LINE}\n" * _LINES
