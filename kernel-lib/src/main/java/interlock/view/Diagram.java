package interlock.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A drawing of objects, names and arrows, of stacks, strips and arrays, in the course's {@link
 * Shape}s.
 *
 * <pre>{@code
 * Diagram.of("Two names, one list")
 *     .add(Box.at("a", 0, 0, "a"))
 *     .add(Box.at("b", 0, 80, "b"))
 *     .add(Box.at("list", 180, 40, "[1, 2]").counting(2))
 *     .add(Arrow.owns("a", "list"))
 *     .add(Arrow.owns("b", "list"))
 *     .highlight("list")
 * }</pre>
 *
 * <p>It never changes: each call returns another. Places are in pixels from the upper left, below
 * the title; up to {@value Theme#WIDTH} pixels of width the type keeps its size on the page.
 *
 * @param title what is shown
 * @param parts in the order in which they are drawn
 * @param highlighted the id of the one part that changed now; empty for none
 * @param words the text equivalent; empty for a list of all parts
 */
public record Diagram(String title, List<Part> parts, String highlighted, String words)
    implements Picture {
  private static final double MARGIN = 14;
  private static final double RING = 7;

  /** Keeps the parts. */
  public Diagram {
    parts = List.copyOf(parts);
  }

  /** Returns a drawing without parts. */
  public static Diagram of(String title) {
    return new Diagram(title, List.of(), "", "");
  }

  /**
   * Adds a part.
   *
   * @throws IllegalArgumentException if its id is taken, or an arrow has an end that is not there
   */
  public Diagram add(Part part) {
    switch (part) {
      case Arrow arrow -> {
        area(arrow.from());
        area(arrow.to());
      }
      case Part.Placed placed -> {
        if (find(placed.id()).isPresent()) {
          throw new IllegalArgumentException("There is a part named " + placed.id() + " already");
        }
      }
    }
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Diagram(title, more, highlighted, words);
  }

  /**
   * Marks the one part that changed now; what was marked before no longer is.
   *
   * @throws IllegalArgumentException if there is no such part
   */
  public Diagram highlight(String id) {
    area(id);
    return new Diagram(title, parts, id, words);
  }

  /** Replaces the text equivalent. */
  public Diagram say(String text) {
    return new Diagram(title, parts, highlighted, text);
  }

  private Stream<Part.Placed> placed() {
    return parts.stream().filter(Part.Placed.class::isInstance).map(Part.Placed.class::cast);
  }

  private Optional<Part.Placed> find(String id) {
    return placed().filter(part -> part.id().equals(id)).findFirst();
  }

  private Area area(String id) {
    return find(id)
        .map(Part.Placed::area)
        .orElseThrow(() -> new IllegalArgumentException("There is no part named " + id));
  }

  @Override
  public String html() {
    Area frame = frame();
    double top = MARGIN + TypeSize.TITLE.pixels() + 16;
    double width = Math.max(frame.width(), TypeSize.TITLE.width(title)) + 2 * MARGIN;
    Pen pen = new Pen();
    pen.words(MARGIN, top - 20, TypeSize.TITLE, Ink.TEXT, Pen.Anchor.START, title);
    pen.begin(
        "transform=\"translate(%s %s)\""
            .formatted(Pen.number(MARGIN - frame.x()), Pen.number(top - frame.y())));
    draw(pen);
    return pen.end().svg(width, top + frame.height() + MARGIN, title, text(), false);
  }

  /** Returns the smallest area that holds every part and the origin. */
  private Area frame() {
    List<Area> areas =
        parts.stream()
            .map(part ->
                switch (part) {
                  case Part.Placed placed -> placed.area();
                  case Arrow arrow -> PartDrawing.reach(arrow, area(arrow.from()));
                })
            .toList();
    double left = Math.min(0, edge(areas, area -> -area.x()) * -1);
    double top = Math.min(0, edge(areas, area -> -area.y()) * -1);
    return new Area(left, top, edge(areas, Area::right) - left, edge(areas, Area::bottom) - top);
  }

  private static double edge(List<Area> areas, ToDoubleFunction<Area> side) {
    return areas.stream().mapToDouble(side).max().orElse(0);
  }

  /** Draws the parts, without the title: arrows lie over the ring, so that none is cut by it. */
  void draw(Pen pen) {
    placed()
        .forEach(part -> {
          PartDrawing.draw(pen.begin("").name(part.words()), part);
          pen.end();
        });
    if (!highlighted.isEmpty()) {
      pen.ring(area(highlighted).within(-RING));
    }
    for (Part part : parts) {
      if (part instanceof Arrow arrow) {
        pen.begin("").name(arrow.words());
        PartDrawing.arrow(pen, arrow, area(arrow.from()), area(arrow.to()));
        pen.end();
      }
    }
  }

  @Override
  public String text() {
    if (!words.isEmpty()) {
      return words;
    }
    String list = parts.stream().map(Part::words).collect(Collectors.joining("\n"));
    return title + "\n" + list + (highlighted.isEmpty() ? "" : "\nchanged now: " + highlighted);
  }
}
