package interlock.notebook.jjava;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Shift-Tab shows: the signature and the Javadoc of what stands at the cursor.
 *
 * <p>JShell analyses the text before the cursor. It knows a method only by its call, so a name is
 * also tried with a bracket behind it; and it takes one snippet, so the last statement of a cell is
 * also tried alone. Used on the kernel's own thread only.
 */
final class Inspection {
  private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import\\s[^;]*;");
  private static final Pattern VARIABLE = Pattern.compile("[\\w$]+:([\\w.]+).*");
  private static final Pattern ACCESSOR = Pattern.compile("\\S+ ([\\w.]+)\\.(\\w+)\\(\\)");

  private final JShell shell;
  private @Nullable JavadocSources sources;

  Inspection(JShell shell) {
    this.shell = shell;
  }

  /** Answers the front end; whatever fails, the answer is that nothing was found. */
  InspectReply reply(InspectRequest request) {
    DisplayData data = new DisplayData();
    Optional<DocText> found = Optional.empty();
    try {
      found = at(request.getCode(), request.getCursorPos());
    } catch (RuntimeException | Error e) {
      // Code that is being typed may be anything; the compiler may give up on it.
    }
    found.ifPresent(text -> {
      data.putText(text.plain());
      data.putHTML(text.html());
    });
    return new InspectReply(found.isPresent(), data);
  }

  /**
   * Returns what is known of the code at the cursor, or nothing.
   *
   * @param cursor the number of code points before the cursor, as Jupyter counts
   */
  Optional<DocText> at(String code, int cursor) {
    JavadocSources javadoc = sources();
    int end =
        code.offsetByCodePoints(0, Math.clamp(cursor, 0, code.codePointCount(0, code.length())));
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String before = code.substring(0, end);
    boolean called = code.substring(end).stripLeading().startsWith("(");
    boolean name = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
    return Stream.of(called ? before + "(" : before, before, name ? before + "(" : before)
        .distinct()
        .flatMap(this::ways)
        .map(this::documentation)
        .filter(Predicate.not(List::isEmpty))
        .findFirst()
        .map(found -> new DocText(complete(found), javadoc.ofJdk()));
  }

  private JavadocSources sources() {
    if (sources == null) {
      sources = new JavadocSources(shell.sourceCodeAnalysis());
    }
    return sources;
  }

  /** The text as it is but for its imports, and its last statement alone. */
  private Stream<String> ways(String before) {
    String rest = before;
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    CompletionInfo next = analysis.analyzeCompletion(rest);
    while (next.completeness().isComplete() && !next.remaining().isBlank()) {
      rest = next.remaining();
      next = analysis.analyzeCompletion(rest);
    }
    return Stream.of(IMPORT.matcher(before).replaceAll(""), rest).distinct();
  }

  private List<Documentation> documentation(String code) {
    return shell.sourceCodeAnalysis().documentation(code, code.length(), true);
  }

  private List<DocText.Entry> complete(List<Documentation> found) {
    Set<String> seen = new HashSet<>();
    return found.stream()
        .filter(each -> seen.add(each.signature()))
        .flatMap(this::entries)
        .toList();
  }

  /** A variable is shown with its type, and the accessor of a record with the record's words. */
  private Stream<DocText.Entry> entries(Documentation each) {
    DocText.Entry own = new DocText.Entry(each.signature(), each.javadoc());
    Matcher variable = VARIABLE.matcher(each.signature());
    if (variable.matches() && each.javadoc() == null) {
      return Stream.concat(
          Stream.of(own.ofVariable()),
          documentation(variable.group(1)).stream()
              .map(type -> new DocText.Entry(type.signature(), type.javadoc())));
    }
    Matcher accessor = ACCESSOR.matcher(own.shortSignature());
    if (accessor.matches() && each.javadoc() == null) {
      return documentation(accessor.group(1)).stream()
          .map(record -> DocText.parameter(record.javadoc(), accessor.group(2)))
          .flatMap(Optional::stream)
          .map(words -> new DocText.Entry(each.signature(), words))
          .findFirst()
          .or(() -> Optional.of(own))
          .stream();
    }
    return Stream.of(own);
  }
}
