package interlock.notebook.jjava;

import interlock.notebook.CellNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** Why a snippet does not compile: for each error what is wrong, and the line with a caret. */
final class CompileErrors {
  private static final int MOST = 5;

  /** Packages whose types every reader knows without them, and what the course's types carry. */
  private static final Pattern PACKAGE =
      Pattern.compile(
          "\\b(java\\.(lang|util(\\.function)?)|interlock(\\.\\w+)*)\\.(?=\\p{Lu})|@org\\.jspecify\\.\\S+ ");

  private static final Pattern SYMBOL =
      Pattern.compile("symbol: +(\\w+) (.+?)$", Pattern.MULTILINE);
  private static final Pattern LOCATION =
      Pattern.compile("location: +(?:\\w+ (\\S+)|variable \\S+ of type (.+?))$", Pattern.MULTILINE);

  private CompileErrors() {}

  static String text(JShell shell, Snippet snippet, CellSources sources) {
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    List<String> lines = new ArrayList<>();
    lines.add("This cell does not compile.");
    errors.stream().limit(MOST).forEach(error -> add(error, snippet, sources, lines));
    if (errors.size() > MOST) {
      lines.add("  … and %,d more errors".formatted(errors.size() - MOST));
    }
    return String.join("\n", lines);
  }

  private static void add(Diag error, Snippet snippet, CellSources sources, List<String> lines) {
    int start = (int) Math.max(0, error.getStartPosition());
    int end = (int) Math.max(start, error.getEndPosition());
    // Of a qualified name only what is not known is marked.
    int from = error.getCode().contains("cant.resolve") ? (int) error.getPosition() : start;
    if (from < end && snippet.source().charAt(from) == '.') {
      from++;
    }
    CellSources.Position at = sources.position(snippet, Math.clamp(from, start, end));
    String message = message(error).replace("\n", "\n    ");
    if (at == null) {
      lines.add("  " + message);
      return;
    }
    lines.add("  line " + at.line() + ": " + message);
    lines.add("    " + at.source());
    lines.add("    " + caret(at, end - Math.clamp(from, start, end)));
  }

  /** Spaces up to the place, tabs kept, and as many carets as the line allows. */
  private static String caret(CellSources.Position at, int length) {
    int before = Math.min(at.column() - 1, at.source().length());
    int most = Math.max(1, at.source().length() - before);
    return at.source().substring(0, before).replaceAll("[^\t]", " ")
        + "^".repeat(Math.clamp(length, 1, most));
  }

  static String message(Diag error) {
    String whole = CellNames.without(error.getMessage(Locale.ENGLISH));
    String text = PACKAGE.matcher(whole).replaceAll("");
    if (error.getCode().startsWith("compiler.err.cant.resolve")) {
      String unknown = unknown(text);
      if (unknown != null) {
        return unknown;
      }
    }
    String misfit = MisfitCall.sentence(text);
    if (misfit != null) {
      return misfit;
    }
    return text.lines()
        .filter(line -> !line.strip().startsWith("location:"))
        .reduce((one, two) -> one + "\n" + two)
        .orElse(text)
        .strip();
  }

  private static @Nullable String unknown(String text) {
    Matcher symbol = SYMBOL.matcher(text);
    if (!symbol.find()) {
      return null;
    }
    String kind = symbol.group(1);
    String name = kind.equals("class") ? "class " + symbol.group(2) : symbol.group(2);
    Matcher location = LOCATION.matcher(text);
    if (location.find()) {
      String type = location.group(1) != null ? location.group(1) : location.group(2);
      return type + " has no " + kind + " " + symbol.group(2) + ".";
    }
    return kind.equals("class")
        ? name + " is not known: has the cell that imports or defines it been run?"
        : name + " is not known: has the cell that defines it been run?";
  }
}
