package interlock.notebook.jjava;

/** The text of one run of a cell, and how far its snippets have been evaluated. */
final class CellText {
  /**
   * The part of a cell that a snippet is.
   *
   * @param begin its first character, or -1 where the snippet is not in the cell's text
   * @param magic whether the kernel made the snippet from a line that begins with {@code %}
   */
  record Span(int begin, int end, boolean magic) {
    boolean known() {
      return begin >= 0;
    }
  }

  private final int cell;
  private final String code;
  private Span latest = new Span(0, 0, false);

  CellText(int cell, String code) {
    this.cell = cell;
    this.code = code;
  }

  int cell() {
    return cell;
  }

  String code() {
    return code;
  }

  /** A snippet has been evaluated. */
  void passed(Span span) {
    if (span.known() && span.end() > latest.end()) {
      latest = span;
    }
  }

  /** Finds a snippet that was evaluated last, or comes next. */
  Span find(String source) {
    // JShell ends the last statement of a cell with a semicolon where it has none.
    String bare = source.endsWith(";") ? source.substring(0, source.length() - 1) : source;
    int next = next();
    if (source.contains(".BaseNotebookStatics.")) {
      return magic(source.contains(".cellMagic(") ? 0 : next);
    }
    if (code.startsWith(bare, next)) {
      return new Span(next, next + bare.length(), false);
    }
    // "int a = 1, b = 2;" is two snippets with one text.
    if (latest.end() > 0 && code.startsWith(bare, latest.begin())) {
      return latest;
    }
    // What stands below a cell magic.
    int found = code.indexOf(bare, latest.end());
    return new Span(found, found + bare.length(), false);
  }

  private Span magic(int begin) {
    int end = code.indexOf('\n', begin);
    return new Span(begin, end < 0 ? code.length() : end, true);
  }

  private int next() {
    int next = latest.end();
    while (next < code.length()
        && (Character.isWhitespace(code.charAt(next)) || code.charAt(next) == ';')) {
      next++;
    }
    return next;
  }

  /** The line of a character, from 1. */
  int lineOf(int at) {
    return (int) code.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  /** The column of a character, from 1. */
  int columnOf(int at) {
    return at - code.lastIndexOf('\n', at - 1);
  }

  /** The text of a line, from 1. */
  String line(int number) {
    return code.lines().skip(number - 1L).findFirst().orElse("");
  }
}
