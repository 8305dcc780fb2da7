package interlock.notebook.lesson;

import java.util.Objects;

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
    } catch (AssertionError | LinkageError e) {
      return new Case.Wrong(what, "threw " + named(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The check was stopped.", e);
    } catch (Exception e) {
      return new Case.Wrong(what, "threw " + named(e));
    }
  }

  private static String named(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException e) { // the learner's own exception class may do anything
      return name;
    }
    return message == null || message.isBlank() ? name : "%s: %s".formatted(name, message);
  }
}
