package interlock.notebook;

import interlock.notebook.stop.CellStopped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an error: its type and its message, or one clear sentence for the errors that
 * say too little of themselves.
 */
final class ErrorHeading {
  static final String INTERRUPTED = "The cell was interrupted.";

  private static final Pattern LOADERS = Pattern.compile(" \\([^()]*\\b(is|are) in .*\\)$");
  private static final Pattern UNINITIALISED = Pattern.compile("Could not initialize class (.*)");
  private static final Pattern IN_THREAD = Pattern.compile("^Exception | \\[in thread .*]$");
  private static final int MOST_CHARACTERS = 2000;

  private ErrorHeading() {}

  static String of(Throwable thrown) {
    if (isStop(thrown) || thrown instanceof InterruptedException) {
      return INTERRUPTED;
    }
    String explained = Notebook.adapter().explain(thrown);
    if (explained != null) {
      return explained;
    }
    String message = message(thrown);
    return message.isEmpty() ? type(thrown) : type(thrown) + ": " + message;
  }

  /** Says whether this is the error that the kernel stops a cell with. */
  static boolean isStop(Throwable thrown) {
    return thrown instanceof CellStopped;
  }

  static String type(Throwable thrown) {
    return CellNames.simple(thrown.getClass().getName());
  }

  /** Returns one text without line ends at its ends; empty where there is no message. */
  static String message(Throwable thrown) {
    String own = own(thrown);
    String clear =
        switch (thrown) {
          case OutOfMemoryError _ -> outOfMemory(own);
          case StackOverflowError _ when own.isEmpty() ->
              "the calls are nested too deeply. Does the recursion come to an end?";
          case ExceptionInInitializerError _ ->
              own.isEmpty()
                  ? "a static initialiser failed."
                  : IN_THREAD.matcher(own).replaceAll("");
          case NoClassDefFoundError _ -> noClass(own);
          default -> own;
        };
    return clear.length() <= MOST_CHARACTERS
        ? clear
        : clear.substring(0, MOST_CHARACTERS)
            + "… (%,d more characters)".formatted(clear.length() - MOST_CHARACTERS);
  }

  private static String own(Throwable thrown) {
    @Nullable String message;
    try {
      message = thrown.getLocalizedMessage();
    } catch (Throwable again) {
      return "(its message threw " + type(again) + ")";
    }
    if (message == null) {
      return "";
    }
    String clean = LOADERS.matcher(CellNames.without(message)).replaceFirst("");
    return clean.strip().replace("\n", "\n    ");
  }

  private static String outOfMemory(String own) {
    if (own.contains("thread")) {
      return "no more threads can be started. End some of those that run.";
    }
    long most = Runtime.getRuntime().maxMemory() >> 20;
    return own.isEmpty() || own.equals("Java heap space") || own.contains("GC overhead")
        ? "the kernel's memory is full (at most %,d MB). Keep less at one time.".formatted(most)
        : own;
  }

  private static String noClass(String own) {
    var uninitialised = UNINITIALISED.matcher(own);
    if (uninitialised.matches()) {
      String name = CellNames.simple(uninitialised.group(1));
      return "the static initialiser of %s failed before. Mend the class and define it again."
          .formatted(name);
    }
    return own.matches("[\\w$/]+") ? "there is no class " + own.replace('/', '.') + "." : own;
  }
}
