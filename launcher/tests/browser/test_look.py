"""The one look in a real page: JupyterLab's two themes, a plain page that follows the reader's
system, and paper. Words stay in their boxes, colours follow, and the keyboard reaches every part."""


import pytest

from lab_page import THEMES
from scratch import notebook

IMPORTS = """\
import interlock.notebook.Notebook;
import interlock.view.*;
import interlock.view.Lanes.Bar;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.*;"""

LANES = """\
Lanes lanes = Lanes.of("Two cooks, one oven", "time in minutes")
    .lane("cook 1", new Bar(0, 3, Ink.RUNS, "chop"), new Bar(3, 5, Ink.WAITS, "for the oven"))
    .lane("cook 2", new Bar(0, 5, Ink.HOLDS, "bake"), new Bar(5, 6, Ink.MOVES, "carry it all out"))
    .lane("cook 3", new Bar(1, 3, Ink.GONE, "went home"), new Bar(3, 4, Ink.CHANGED, "back"))
    .flag(5, "oven free");
Notebook.show(lanes);"""

DIAGRAM = """\
Diagram names = Diagram.of("Two names, one list")
    .add(Box.at("a", 0, 0, "a")).add(Box.at("list", 180, 40, "[1, 2]").counting(3))
    .add(Box.at("old", 420, 0, "an older name").counting(10).in(Ink.GONE))
    .add(Box.at("lock", 420, 80, "the lock").in(Ink.HOLDS))
    .add(Arrow.owns("a", "list")).add(Arrow.owns("list", "list"))
    .add(Arrow.borrows("list", "old")).highlight("list")
    .add(new Strip("code", 0, 140, List.of("LOAD_FAST 0", "RETURN_VALUE"), 1));
Notebook.show(names);"""

CHART = """\
XYChart chart = Charts.lines("Squares", "side in m", "area in m²");
chart.addSeries("area", new double[] {1, 2, 3}, new double[] {1, 4, 9});
Notebook.show(chart);"""

SHOWN = [
    LANES,
    DIAGRAM,
    CHART,
    'Notebook.show(Table.create("Years", StringColumn.create("name", "Python", "Java"),\n'
    '    IntColumn.create("year", new int[] {1991, 1995})));',
    "Notebook.show(new int[][] {{1, 2}, {3, 4}});",
    'Notebook.show(Notice.wrong("A slider goes from 1 to 64, not to 99."));',
    "Notebook.show(Legend.all());",
]

# Every text of a drawing lies inside the drawing, and inside the area that it was written on.
OVERFLOWS = """root => {
  const strays = [];
  const outside = (a, b) =>
    a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1;
  for (const svg of root.querySelectorAll('svg.ilk')) {
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (outside(box, frame)) strays.push('leaves the picture: ' + text.textContent);
      const area = [...text.parentNode.children].find(e => e.localName === 'rect');
      const alone = text.parentNode.localName === 'g' && text.parentNode.querySelector('title');
      if (area && alone) {
        const rects = [...text.parentNode.querySelectorAll(':scope > rect')]
          .map(e => e.getBoundingClientRect());
        const centre = (box.left + box.right) / 2;
        const under = rects.filter(r => r.left <= centre && centre <= r.right && r.height >= 24);
        if (!under.some(r => box.left >= r.left - 1 && box.right <= r.right + 1)) {
          strays.push('leaves its box: ' + text.textContent);
        }
      }
    }
  }
  return strays;
}"""

# The lowest contrast between words and the page behind them, computed from what the page resolved.
FAINT = """([root, page]) => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = color => {
    paint.fillStyle = page;
    paint.fillRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255);
  };
  const light = color => {
    const [r, g, b] = rgb(color).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a) + 0.05, light(b) + 0.05];
    return Math.max(x, y) / Math.min(x, y);
  };
  const faint = [];
  for (const e of root.querySelectorAll('.ilk text:not(.f-page), .ilk :is(td, th, caption, p, pre)')) {
    const style = getComputedStyle(e);
    const color = e.localName === 'text' ? style.fill : style.color;
    const seen = contrast(color, page);
    if (seen < 4.5) faint.push(`${e.textContent}: ${color} on ${page}: ${seen.toFixed(2)}`);
  }
  return faint;
}"""

SIZES = """root => [...new Set([...root.querySelectorAll('.ilk text, .ilk :is(td, th, caption, p, pre)')]
    .map(e => getComputedStyle(e).fontSize))].sort()"""

INKS = """root => Object.fromEntries(
    [...root.querySelectorAll('.ilk [class]')].flatMap(e => [...e.classList]
      .filter(name => name.startsWith('f-') && e.localName === 'rect')
      .map(name => [name, getComputedStyle(e).fill])))"""


@pytest.fixture
def shown(lab, server):
    path = notebook(server.folder, "look", IMPORTS, *SHOWN)
    lab.open(path)
    lab.run_all()
    assert lab.error_outputs() == []
    lab.page.evaluate(
        """() => {
          const notebook = window.jupyterapp.shell.currentWidget.content;
          notebook.notebookConfig = {...notebook.notebookConfig, windowingMode: 'none'};
        }"""
    )
    lab.output_area(len(SHOWN)).locator(".ilk.legend").wait_for()
    return lab


def test_pictures_hold_in_both_themes_of_lab(shown):
    inks = {}
    for theme in THEMES:
        shown.theme(theme)
        root = shown.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").element_handle()
        page = root.evaluate(
            "e => getComputedStyle(e.querySelector('.jp-Notebook')).getPropertyValue("
            "'--jp-layout-color0')"
        )
        assert root.evaluate(OVERFLOWS) == [], theme
        assert shown.page.evaluate(FAINT, [root, page.strip()]) == [], theme
        assert root.evaluate(SIZES) == ["15px", "17px", "21px"], theme
        inks[theme] = root.evaluate(INKS)
    assert inks["light"]["f-runs"] == "rgb(1, 117, 65)"
    assert inks["dark"]["f-runs"] == "rgb(82, 218, 148)"
    assert inks["light"].keys() == inks["dark"].keys()


def test_keyboard_reaches_every_part_in_order_and_shows_where_it_is(shown):
    page = shown.page
    page.locator(".ilk[tabindex], .ilk [tabindex]").first.focus()
    reached = []
    for _ in range(40):
        name = page.evaluate(
            "() => document.activeElement.closest('.ilk') && document.activeElement.ariaLabel"
        )
        if name:
            ring = page.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                " return s.outlineStyle + ' ' + s.outlineWidth }"
            )
            assert reached == [] or ring == "solid 3px", f"no ring around {name}: {ring}"
            reached.append(name.split(":")[0])
        page.keyboard.press("Tab")
    expected = ["cook 1", "cook 2", "cook 3", "Years", "int[][], 2 × 2", "How to read the pictures"]
    assert [name for name in reached if name in expected][: len(expected)] == expected


def test_plain_page_follows_the_readers_system_and_paper_is_light(shown, browser, tmp_path):
    html = "".join(
        "".join(output["data"]["text/html"])
        for index in range(1, len(SHOWN) + 1)
        for output in shown.outputs(index)
    )
    file = tmp_path / "plain.html"
    file.write_text(
        "<!doctype html><meta charset=utf-8><style>:root{color-scheme:light dark}</style>" + html,
        encoding="utf-8",
    )
    seen = {}
    for scheme, page_color in (("light", "#ffffff"), ("dark", "#121212")):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(file.as_uri())
        root = page.locator("body").element_handle()
        assert page.evaluate(FAINT, [root, page_color]) == [], scheme
        assert root.evaluate(OVERFLOWS) == [], scheme
        seen[scheme] = root.evaluate(INKS)["f-runs"]
        page.emulate_media(media="print", color_scheme=scheme)
        seen[scheme + " on paper"] = root.evaluate(INKS)["f-runs"]
        context.close()
    light, dark = "rgb(1, 117, 65)", "rgb(82, 218, 148)"
    assert seen == {
        "light": light, "light on paper": light, "dark": dark, "dark on paper": light,
    }


def test_dark_lab_prints_dark_words(shown):
    shown.theme("dark")
    shown.page.emulate_media(media="print")
    title = shown.page.locator("svg.ilk text.t1").first
    assert title.evaluate("e => getComputedStyle(e).fill") == "rgb(26, 26, 26)"
