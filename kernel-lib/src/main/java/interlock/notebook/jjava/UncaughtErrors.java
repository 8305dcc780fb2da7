package interlock.notebook.jjava;

import interlock.notebook.ErrorText;
import interlock.notebook.stop.MemoryWatch;

/** What a thread threw that a cell started: it goes to the cell's error output, readable. */
final class UncaughtErrors {
  private UncaughtErrors() {}

  /** Takes over where no other handler stands. */
  static void install() {
    if (Thread.getDefaultUncaughtExceptionHandler() == null) {
      Thread.setDefaultUncaughtExceptionHandler(UncaughtErrors::print);
    }
  }

  private static void print(Thread thread, Throwable thrown) {
    MemoryWatch.ended(thrown);
    if (!ErrorText.isStop(thrown)) {
      System.err.println("In thread '" + thread.getName() + "':\n" + ErrorText.of(thrown));
    }
  }
}
