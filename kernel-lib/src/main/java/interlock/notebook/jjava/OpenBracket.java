package interlock.notebook.jjava;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Finds what a cell that ends too early has not closed: a bracket, a text or a comment. */
final class OpenBracket {
  private final String code;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;

  private OpenBracket(String code) {
    this.code = code;
  }

  /**
   * Says where the cell is not closed.
   *
   * @param rest the text of the statement that is not complete, the end of the cell
   */
  static String text(CellText cell, String rest) {
    String code = cell.code();
    int begin = Math.max(0, code.lastIndexOf(rest));
    Integer open = new OpenBracket(code).find(begin);
    if (open == null) {
      int line = cell.lineOf(code.stripTrailing().length());
      return "The cell ends in the middle of a statement.\n  line %d:\n    %s\n    %s"
          .formatted(line, cell.line(line), " ".repeat(cell.line(line).length()) + "^");
    }
    int line = cell.lineOf(open);
    String before = cell.line(line).substring(0, cell.columnOf(open) - 1);
    return "The cell ends too early: the %s on line %d is not closed.\n    %s\n    %s"
        .formatted(named(code, open), line, cell.line(line), before.replaceAll("[^\t]", " ") + "^");
  }

  private static String named(String code, int at) {
    if (code.startsWith("\"\"\"", at)) {
      return "text block";
    }
    return switch (code.charAt(at)) {
      case '"' -> "text";
      case '/' -> "comment";
      default -> String.valueOf(code.charAt(at));
    };
  }

  private @Nullable Integer find(int begin) {
    at = begin;
    while (at < code.length()) {
      int start = at;
      if (!step()) {
        return start;
      }
    }
    return open.peek();
  }

  /** Goes past one token; false where it does not end. */
  private boolean step() {
    if (code.startsWith("//", at)) {
      at = endOf("\n", at + 2) < 0 ? code.length() : endOf("\n", at + 2);
      return true;
    }
    if (code.startsWith("/*", at)) {
      return pastOr(endOf("*/", at + 2));
    }
    if (code.startsWith("\"\"\"", at)) {
      return pastOr(endOf("\"\"\"", at + 3));
    }
    char c = code.charAt(at++);
    switch (c) {
      case '"', '\'' -> {
        return pastOr(endOf(String.valueOf(c), at));
      }
      case '(', '[', '{' -> open.push(at - 1);
      case ')', ']', '}' -> open.poll();
      default -> {}
    }
    return true;
  }

  private boolean pastOr(int end) {
    at = end;
    return end >= 0;
  }

  /** Where the text after the next {@code mark} begins, with escapes passed over; -1 if nowhere. */
  private int endOf(String mark, int from) {
    boolean escapes = mark.startsWith("\"") || mark.startsWith("'");
    for (int i = from; i < code.length(); i++) {
      if (escapes && code.charAt(i) == '\\') {
        i++;
      } else if (code.startsWith(mark, i)) {
        return i + mark.length();
      }
    }
    return -1;
  }
}
