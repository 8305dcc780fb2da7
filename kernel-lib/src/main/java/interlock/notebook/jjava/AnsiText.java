package interlock.notebook.jjava;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Error text with one colour: types of exceptions and carets. Bold red is legible on light and dark
 * ground; without colour nothing is lost.
 */
final class AnsiText {
  private static final String STRONG = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";
  private static final Pattern HEADING =
      Pattern.compile("( *)(because of |besides )?([\\p{Lu}][\\w.]*)(:.*|$)");

  private AnsiText() {}

  static List<String> ofError(String text) {
    return text.lines().map(AnsiText::line).toList();
  }

  private static String line(String line) {
    if (line.strip().matches("\\^+")) {
      return STRONG + line + PLAIN;
    }
    Matcher heading = HEADING.matcher(line);
    if (!heading.matches() || line.contains("│")) {
      return line;
    }
    String before = heading.group(2) == null ? "" : heading.group(2);
    return heading.group(1) + before + STRONG + heading.group(3) + PLAIN + heading.group(4);
  }
}
