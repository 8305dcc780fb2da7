package interlock.notebook.widget;

import static java.util.stream.Collectors.joining;

import interlock.notebook.Renderers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several pictures or other values, of which one is seen at a time. The value is the title of that
 * one.
 */
public final class Tabs extends ControlState<String> {
  private static final int MOST = 20;

  /** What stands under one title. */
  record Tab(String title, @Nullable Object content) {}

  private final List<Tab> tabs;

  private Tabs(List<Tab> tabs) {
    super("tab", tabs.stream().map(Tab::title).collect(joining(" / ")), tabs.getFirst().title);
    this.tabs = List.copyOf(tabs);
  }

  /**
   * Tabs in the map's order; that of {@code Map.of} differs from run to run.
   *
   * @throws IllegalArgumentException if there is no tab or more than 20, or a title is blank
   */
  public static Tabs of(Map<String, ? extends @Nullable Object> byTitle) {
    List<Tab> tabs = new ArrayList<>();
    byTitle.forEach((title, content) -> tabs.add(new Tab(checked("tab", title), content)));
    if (tabs.isEmpty() || tabs.size() > MOST) {
      throw new IllegalArgumentException(
          "Tabs need 1 to %d titles, but are given %d.".formatted(MOST, tabs.size()));
    }
    return new Tabs(tabs);
  }

  @Override
  String told() {
    return value();
  }

  @Override
  String key() {
    return "selected_index";
  }

  @Override
  Object toPage(String title) {
    return tabs.stream().map(Tab::title).toList().indexOf(title);
  }

  @Override
  @Nullable String fromPage(Object sent) {
    return sent instanceof Integer index && index >= 0 && index < tabs.size()
        ? tabs.get(index).title
        : null;
  }

  @Override
  Model build(Face<String> face) {
    List<String> children =
        tabs.stream().map(tab -> content(face.board(), tab.content).reference()).toList();
    return face.open(
        Kind.TAB,
        Kind.STYLE,
        Map.of("titles", tabs.stream().map(Tab::title).toList(), "children", children),
        Map.of("width", "auto", "margin", "2px"));
  }

  private static Model content(Board board, @Nullable Object content) {
    return content instanceof ControlState<?> control
        ? board.face(control)
        : board.html(Drawing.markup(Renderers.render(content)));
  }
}
