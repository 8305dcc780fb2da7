package interlock.notebook.jjava;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of variables that JShell would empty.
 *
 * <p>When a method or class is defined again, JShell compiles every snippet again that uses it; a
 * {@code var} uses what its initialiser calls. The variable is then a field of a new class, null or
 * 0, and its initialiser does not run. This class puts the old value back. Where it does not fit
 * any more, because its own class was defined again, it says which variable to make anew.
 *
 * <p>JShell calls it on the thread that evaluates the cell.
 */
final class KeptVariables {
  /** Finds the classes of cells by name. */
  interface Classes {
    Class<?> find(String name);
  }

  /** Where a variable was: its class, and the classes that cells defined for the types it names. */
  private record Home(String className, Map<String, String> types) {}

  private static final Pattern NO_NAME = Pattern.compile("[^\\w$]+");

  private final JShell shell;
  private final Classes classes;
  private final Consumer<String> warn;
  private final Map<Snippet, Home> homes = new WeakHashMap<>();

  KeptVariables(JShell shell, Classes classes, Consumer<String> warn) {
    this.shell = shell;
    this.classes = classes;
    this.warn = warn;
    shell.onSnippetEvent(this::evaluated);
  }

  private void evaluated(SnippetEvent event) {
    if (!(event.snippet() instanceof VarSnippet variable)) {
      return;
    }
    if (!event.status().isDefined()) {
      if (homes.remove(variable) != null
          && event.status() != Snippet.Status.OVERWRITTEN
          && event.causeSnippet() instanceof PersistentSnippet cause) {
        warn.accept(
            "%s is gone, because it was made with the old %s: run the cell that makes it again."
                .formatted(variable.name(), cause.name()));
      }
    } else {
      Home now = new Home(className(variable), types(variable));
      Home before = homes.put(variable, now);
      if (before != null
          && event.causeSnippet() != null
          && !before.className.equals(now.className)) {
        move(variable, before, now);
      }
    }
  }

  private static String className(Snippet snippet) {
    return String.valueOf(Internals.invoke(snippet, "classFullName"));
  }

  private Map<String, String> types(VarSnippet variable) {
    var named = NO_NAME.splitAsStream(variable.typeName()).collect(Collectors.toSet());
    return shell
        .types()
        .filter(type -> named.contains(type.name()) && shell.status(type).isDefined())
        .collect(Collectors.toMap(TypeDeclSnippet::name, KeptVariables::className, (a, b) -> b));
  }

  private void move(VarSnippet variable, Home before, Home now) {
    try {
      Object value = field(before, variable).get(null);
      Field field = field(now, variable);
      String renewed = renewed(before, now);
      if (value == null || variable.name().startsWith("$")) {
        return;
      }
      if (renewed != null) {
        warn.accept(
            "%s was of the old %s and is %s now: run the cell that makes it again."
                .formatted(variable.name(), renewed, field.get(null)));
      } else if (fits(value, field.getType())) {
        field.set(null, value);
      } else {
        warn.accept(
            "%s is of type %s now, which its old value is not: run the cell that makes it again."
                .formatted(variable.name(), field.getType().getSimpleName()));
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError gone) {
      warn.accept("%s is empty now: run the cell that makes it again.".formatted(variable.name()));
    }
  }

  private static @Nullable String renewed(Home before, Home now) {
    return before.types.entrySet().stream()
        .filter(type -> !Objects.equals(now.types.get(type.getKey()), type.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static boolean fits(Object value, Class<?> type) {
    return MethodType.methodType(type).wrap().returnType().isInstance(value);
  }

  private Field field(Home home, VarSnippet variable) throws ReflectiveOperationException {
    Field field = classes.find(home.className).getDeclaredField(variable.name());
    field.setAccessible(true);
    return field;
  }
}
