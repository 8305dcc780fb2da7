package interlock.notebook.jjava;

import interlock.notebook.CellNames;
import interlock.notebook.ErrorText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** What the kernel says when a cell fails: one readable text for each way to fail. */
final class CellErrors {
  static final String INTERRUPTED = "The cell was interrupted.";

  /**
   * A failure as it is shown.
   *
   * @param name the type of what was thrown
   * @param message its message
   * @param text all that the learner is to read
   */
  record Shown(String name, String message, String text) {
    List<String> traceback() {
      return AnsiText.ofError(text);
    }
  }

  private static final String EVALUATION = "org.dflib.jjava.kernel.execution.";
  private static final String TOO_DEEP = "This cell nests too deeply for the compiler: split it.";
  private static final String GAVE_UP =
      "The compiler gave up on this cell. Most often the arguments of a call do not fit its method:"
          + " write one call a line, and look at the signature with Shift-Tab.";
  private static final int DEEPEST_MAGIC = 8;
  private static final Pattern HEADING =
      Pattern.compile("(\\p{Lu}[\\w.]*)(?:: (.*))?$", Pattern.MULTILINE);

  private final JShell shell;
  private final CellSources sources;
  private final List<DeclarationSnippet> declarations = new ArrayList<>();
  private @Nullable Snippet rejected;

  CellErrors(JShell shell, CellSources sources) {
    this.shell = shell;
    this.sources = sources;
    shell.onSnippetEvent(this::evaluated);
  }

  private void evaluated(SnippetEvent event) {
    if (event.snippet() instanceof DeclarationSnippet declared && event.causeSnippet() == null) {
      declarations.add(declared);
    }
    if (event.status() == Snippet.Status.REJECTED) {
      rejected = event.snippet();
    }
  }

  /** A cell is to be evaluated. */
  void begin() {
    declarations.clear();
    rejected = null;
  }

  /** One sentence for each thing that the cell has defined but that cannot be used yet. */
  List<String> notUsable() {
    return declarations.stream()
        .filter(declared ->
            switch (shell.status(declared)) {
              case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> true;
              default -> false;
            })
        .map(this::unresolved)
        .distinct()
        .toList();
  }

  /**
   * Says why a cell failed.
   *
   * @param name the simple name of the exception that JJava made of it
   * @param message that exception's message
   * @param thrown what the cell's code threw, or null where it threw nothing
   */
  Shown explain(String name, String message, @Nullable Throwable thrown) {
    return switch (name) {
      case "EvaluationInterruptedException" -> new Shown("Interrupted", INTERRUPTED, INTERRUPTED);
      case "CompilationException" -> compileError();
      case "IncompleteSourceException" -> incomplete(message);
      default -> thrown == null ? plain(name, message) : of(thrown);
    };
  }

  /** Says what was thrown. */
  Shown of(Throwable thrown) {
    Throwable inMagic = inMagic(thrown);
    if (inMagic != null && !(inMagic instanceof EvalException)) {
      String name = inMagic.getClass().getSimpleName();
      return explain(name, String.valueOf(inMagic.getMessage()), null);
    }
    String text = ErrorText.of(inMagic == null ? thrown : inMagic);
    Matcher heading = HEADING.matcher(text);
    return heading.lookingAt()
        ? new Shown(heading.group(1), Objects.requireNonNullElse(heading.group(2), ""), text)
        : new Shown("CellError", text.lines().findFirst().orElse(""), text);
  }

  /** Says what the kernel itself threw: there is code that the compiler gives up on. */
  Shown ofKernel(Error thrown) {
    if (String.valueOf(thrown.getMessage()).startsWith("Exception during analyze")) {
      return new Shown("CompileError", GAVE_UP, GAVE_UP);
    }
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < DEEPEST_MAGIC; depth++) {
      if (at instanceof StackOverflowError) {
        return new Shown("CompileError", TOO_DEEP, TOO_DEEP);
      }
      at = HostileThrowable.causeOf(at);
    }
    return of(thrown);
  }

  private static Shown plain(String name, String message) {
    if (message.startsWith("No result with key")) {
      String text = "A cell does not return: write the value alone, without 'return'.";
      return new Shown("CellError", text, text);
    }
    return new Shown(name, message, message.isEmpty() ? name : name + ": " + message);
  }

  /**
   * A magic such as {@code %%time} evaluates a cell in the cell: what failed there is its cause.
   */
  private static @Nullable Throwable inMagic(Throwable thrown) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < DEEPEST_MAGIC; depth++) {
      if (at instanceof EvalException || at.getClass().getName().startsWith(EVALUATION)) {
        return at;
      }
      at = HostileThrowable.causeOf(at);
    }
    return null;
  }

  private Shown compileError() {
    String text =
        rejected == null
            ? "This cell does not compile."
            : CompileErrors.text(shell, rejected, sources);
    String first = text.lines().findFirst().orElse("");
    return new Shown("CompileError", first, text);
  }

  private Shown incomplete(String rest) {
    CellText cell = sources.current();
    String text = cell == null ? "The cell ends too early." : OpenBracket.text(cell, rest);
    return new Shown("CompileError", text.lines().findFirst().orElse(""), text);
  }

  /** One sentence for a call of something that uses names which no cell has defined, or null. */
  @Nullable String heading(Throwable thrown) {
    if (thrown instanceof EvalException inMagic) {
      String message = String.valueOf(inMagic.getMessage());
      return CellNames.simple(inMagic.getExceptionClassName()) + ": " + CellNames.without(message);
    }
    if (!(thrown instanceof SPIResolutionException missing)) {
      return null;
    }
    return shell
        .snippets()
        .filter(snippet -> snippet.id().equals(String.valueOf(missing.id())))
        .filter(snippet -> shell.status(snippet).isActive())
        .map(this::unresolved)
        .findFirst()
        .orElse("This code uses a name that is not known: has the cell that defines it been run?");
  }

  private String unresolved(Snippet snippet) {
    String name = snippet instanceof PersistentSnippet named ? named.name() : "This code";
    String missing =
        snippet instanceof DeclarationSnippet declaration
            ? shell
                .unresolvedDependencies(declaration)
                .map(CellErrors::withoutKind)
                .collect(Collectors.joining(", "))
            : "";
    return "%s cannot be used yet, because it uses %s. Has the cell that defines it been run?"
        .formatted(name, missing.isEmpty() ? "a name that is not known" : missing);
  }

  /** JShell says "variable x", "method f(int)", "class C". */
  private static String withoutKind(String dependency) {
    return dependency.startsWith("variable ") ? dependency.substring(9) : dependency;
  }
}
