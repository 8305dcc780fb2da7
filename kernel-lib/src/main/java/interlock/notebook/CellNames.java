package interlock.notebook;

import java.util.regex.Pattern;

/**
 * Names as a cell has them: the shell that runs cells puts each snippet into a class of its own,
 * such as {@code REPL.$JShell$12B}, which no reader should see.
 */
public final class CellNames {
  private static final Pattern WRAPPER = Pattern.compile("(REPL\\.)?\\$JShell\\$\\w+[$.]?");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
  private static final String TOP_LEVEL = "do_it$";

  private CellNames() {}

  /** Says whether a class was defined by a cell. */
  public static boolean isOfCell(String className) {
    return className.startsWith("REPL.$JShell$");
  }

  /** Returns the text without the wrappers' names. */
  public static String without(String text) {
    return WRAPPER.matcher(text).replaceAll("");
  }

  /** Returns a class's name as the source has it, without its package. */
  public static String simple(String className) {
    String name = without(className);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.isEmpty() || last.startsWith("$") ? "anonymous class" : last.replace('$', '.');
  }

  /** Returns what a frame of a cell is in: a method, a constructor, a lambda, or nothing. */
  public static String in(StackTraceElement frame) {
    String type = without(frame.getClassName());
    String owner = type.isEmpty() || type.startsWith("$") ? "" : type.replace('$', '.');
    String method = frame.getMethodName();
    return switch (method) {
      case "<init>" -> owner.isEmpty() ? "an anonymous class" : "new " + owner;
      case "<clinit>" -> "the static initialiser of " + owner;
      default -> method.startsWith(TOP_LEVEL) ? "" : inMethod(owner, method);
    };
  }

  private static String inMethod(String owner, String method) {
    var lambda = LAMBDA.matcher(method);
    if (!lambda.matches()) {
      return owner.isEmpty() ? method : owner + "." + method;
    }
    String around = lambda.group(1);
    boolean unnamed =
        around.startsWith(TOP_LEVEL) || around.equals("new") || around.equals("static");
    return unnamed ? "a lambda" : "a lambda in " + inMethod(owner, around);
  }
}
