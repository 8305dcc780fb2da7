package interlock.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The vocabulary of all pictures: every {@link Shape}, every {@link Ink} that means a state, and
 * every {@link TypeSize}, drawn by the code that draws them everywhere. It cannot say what the
 * pictures do not do.
 *
 * @param html three tables
 * @param text one line each
 */
public record Legend(String html, String text) implements Picture {
  private static final String TITLE = "How to read the pictures";

  /** Returns the whole vocabulary. */
  public static Legend all() {
    String shapes =
        table(
            "Shapes",
            List.of("Drawn", "Name", "Means"),
            Stream.of(Shape.values()).map(Legend::shape));
    String inks =
        table(
            "Colours",
            List.of("Drawn", "Means", "Without colour"),
            Ink.meanings().stream().map(Legend::ink));
    String sizes =
        table("Type", List.of("Written", "Pixels"), Stream.of(TypeSize.values()).map(Legend::size));
    String html =
        "<div class=\"ilk table legend\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><style>%s</style>\n%s%s%s</div>"
            .formatted(TITLE, Theme.css(), shapes, inks, sizes);
    return new Legend(html, words());
  }

  private static String table(String caption, List<String> heads, Stream<String> rows) {
    String head =
        heads.stream()
            .map(name -> "<th scope=\"col\">" + name + "</th>")
            .collect(Collectors.joining());
    return "<table>\n<caption>%s</caption>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n"
        .formatted(caption, head, rows.collect(Collectors.joining()));
  }

  private static String shape(Shape shape) {
    return row(Samples.of(shape), shape.label(), shape.meaning());
  }

  private static String ink(Ink ink) {
    return row(Samples.of(ink), ink.meaning(), ink.sign().words());
  }

  private static String size(TypeSize size) {
    return "<tr><th scope=\"row\" class=\"%s\">%s</th><td>%d</td></tr>\n"
        .formatted(size.cssClass(), size.use(), size.pixels());
  }

  private static String row(String drawing, String name, String meaning) {
    return "<tr><td>%s</td><th scope=\"row\">%s</th><td>%s</td></tr>\n"
        .formatted(drawing, Html.escape(name), Html.escape(meaning));
  }

  private static String words() {
    return Stream.of(
            Stream.of(TITLE, "", "Shapes"),
            lines(Shape.values(), shape -> shape.label() + ": " + shape.meaning()),
            Stream.of("", "Colours"),
            Ink.meanings().stream().map(ink -> ink.meaning() + ": " + ink.sign().words()),
            Stream.of("", "Type"),
            lines(TypeSize.values(), size -> size.use() + ": " + size.pixels() + " pixels"))
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private static <E> Stream<String> lines(E[] values, Function<E, String> line) {
    return Stream.of(values).map(line);
  }
}
