package interlock.notebook.lesson;

import interlock.notebook.ErrorText;
import interlock.notebook.stop.ExitRefused;
import java.util.Objects;
import java.util.stream.Collectors;

/** One use of a learner's answer, with what it threw told in one sentence. */
final class Trial {
  private Trial() {}

  /**
   * Tries one case. An interrupt leaves as it came, and so does an error that ends a thread: the
   * stop button must end the cell, not one case of it.
   */
  static <T> Case of(String what, T answer, Check.Use<T, Case> use) {
    try {
      return Objects.requireNonNull(use.of(answer));
    } catch (StackOverflowError e) {
      return new Case.Wrong(what, "it called itself too deep: find the call that never ends");
    } catch (OutOfMemoryError e) {
      return new Case.Wrong(what, "it needs more memory than there is");
    } catch (AssertionError | LinkageError | ExitRefused e) {
      return new Case.Wrong(what, "threw " + named(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The check was stopped.", e);
    } catch (Exception e) {
      return new Case.Wrong(what, "threw " + named(e));
    }
  }

  /** Names what was thrown and, where a kernel knows it, the line of the cell that threw it. */
  private static String named(Throwable thrown) {
    String line =
        ErrorText.of(thrown)
            .lines()
            .skip(1)
            .limit(1)
            .map(String::strip)
            .filter(frame -> frame.startsWith("cell "))
            .map(frame -> " (" + frame.replaceAll("\\s*│.*", "") + ")")
            .collect(Collectors.joining());
    return ErrorText.heading(thrown) + line;
  }
}
