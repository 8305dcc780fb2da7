package interlock.parallel.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * A notebook kernel in small: cells are compiled by the JDK's own shell and run in this process, by
 * a class loader that gives no class's bytes away. It keeps them and registers them, as the kernel
 * does.
 */
final class CellShell implements AutoCloseable {
  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final Function<String, byte @Nullable []> source = bytes::get;
  private final Control control = new Control(new CellLoaderDelegate(bytes));
  private final JShell shell;

  CellShell() {
    shell =
        JShell.builder()
            .executionEngine(new Provider(control), Map.of())
            .compilerOptions(
                "-classpath",
                System.getProperty("java.class.path"),
                "--add-modules",
                "jdk.incubator.vector")
            .build();
    CellClasses.register(source);
    cell("import interlock.parallel.*; import interlock.parallel.process.*; import java.util.*;");
  }

  /** Runs a cell and returns the value of its last statement. */
  @Nullable Object cell(String code) {
    control.value = null;
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      shell.eval(info.source()).forEach(event -> check(event, info.source()));
      rest = info.remaining();
    }
    return control.value;
  }

  private void check(SnippetEvent event, String code) {
    if (event.exception() instanceof EvalException thrown) {
      throw new IllegalStateException(thrown.getExceptionClassName(), thrown);
    }
    if (event.causeSnippet() == null && event.status() == jdk.jshell.Snippet.Status.REJECTED) {
      List<String> why =
          shell.diagnostics(event.snippet()).map(each -> each.getMessage(null)).toList();
      throw new IllegalArgumentException(code + " is refused: " + why);
    }
  }

  @Override
  public void close() {
    CellClasses.unregister(source);
    shell.close();
  }

  private record Provider(ExecutionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "cells";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return control;
    }
  }

  private static final class Control extends DirectExecutionControl {
    @Nullable Object value;

    Control(LoaderDelegate delegate) {
      super(delegate);
    }

    @Override
    protected String invoke(Method cell) throws Exception {
      try {
        value = cell.invoke(null);
        return "";
      } catch (InvocationTargetException thrown) {
        throw new UserException(String.valueOf(thrown.getCause()), "cell", thrown.getStackTrace());
      }
    }
  }

  /** Like the kernel's own: no resource lookup, so the bytes can only come from the registry. */
  private static final class CellLoaderDelegate implements LoaderDelegate {
    private final Loader loader;

    CellLoaderDelegate(Map<String, byte[]> bytes) {
      loader = new Loader(bytes);
    }

    @Override
    public void load(ExecutionControl.ClassBytecodes[] classes) {
      for (ExecutionControl.ClassBytecodes each : classes) {
        loader.bytes.put(each.name(), each.bytecodes());
      }
    }

    @Override
    public void classesRedefined(ExecutionControl.ClassBytecodes[] classes) {
      load(classes);
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
      return loader.loadClass(name);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> bytes;

    Loader(Map<String, byte[]> bytes) {
      super(CellShell.class.getClassLoader());
      this.bytes = bytes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] found = bytes.get(name);
      if (found == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, found, 0, found.length);
    }
  }
}
