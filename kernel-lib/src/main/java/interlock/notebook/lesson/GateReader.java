package interlock.notebook.lesson;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a {@link Gate}, line by line. */
final class GateReader {
  private final StringBuilder question = new StringBuilder();
  private final List<StringBuilder> options = new ArrayList<>();

  private GateReader() {}

  static Gate read(String id, String text) {
    GateReader reader = new GateReader();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader::line);
    return new Gate(
        id,
        reader.question.toString(),
        reader.options.stream().map(option -> option(option.toString())).toList());
  }

  private void line(String line) {
    if (line.startsWith("+") || line.startsWith("-")) {
      options.add(new StringBuilder(line));
    } else {
      StringBuilder last = options.isEmpty() ? question : options.getLast();
      last.append(last.isEmpty() ? "" : " ").append(line);
    }
  }

  private static Option option(String line) {
    int bar = bar(line);
    String claim = bar < 0 ? line.substring(1) : line.substring(1, bar);
    String reason = bar < 0 ? "" : line.substring(bar + 1);
    return new Option(claim, line.charAt(0) == '+', reason);
  }

  /** Finds the first bar that stands outside backticks: code may hold one of its own. */
  private static int bar(String line) {
    boolean code = false;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '`') {
        code = !code;
      } else if (line.charAt(i) == '|' && !code) {
        return i;
      }
    }
    return -1;
  }
}
