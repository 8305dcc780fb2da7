package interlock.notebook.lesson;

/** One thing that a {@link Check} has tried with the learner's answer, and how it went. */
public sealed interface Case {
  /** Returns what was tried. */
  String what();

  /** Returns how it went, in a few words. */
  String account();

  /** The answer did what it should. */
  record Right(String what, String account) implements Case {}

  /** It did something else, or failed. */
  record Wrong(String what, String account) implements Case {}

  /** Returns whether the answer did what it should. */
  default boolean right() {
    return this instanceof Right;
  }
}
