package interlock.notebook.lesson;

import interlock.view.Picture;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check of a learner's answer: cases that were tried, and in one sentence what is wrong.
 *
 * <p>Each call tries one case at once, on the calling thread, and returns the check with that case
 * added; a check never changes. What the answer throws becomes part of the case. An interrupt, as
 * by the stop button, is not caught.
 *
 * @param <T> what the exercise asks for
 */
public final class Check<T> implements Picture {
  /** Something done with an answer; what it throws becomes part of the case. */
  @FunctionalInterface
  public interface Use<T, R> {
    /** Uses the answer. */
    @Nullable R of(T answer) throws Exception;
  }

  private final @Nullable T answer;
  private final String refusal;
  private final List<Case> cases;

  private Check(@Nullable T answer, String refusal, List<Case> cases) {
    this.answer = answer;
    this.refusal = refusal;
    this.cases = cases;
  }

  static <T> Check<T> of(T answer) {
    return new Check<>(answer, "", List.of());
  }

  static <T> Check<T> refused(String sentence) {
    return new Check<>(null, sentence, List.of());
  }

  /**
   * Tries that {@code use} gives {@code expected}; arrays are compared element by element.
   *
   * @param what the case in a few words
   */
  public <R> Check<T> expect(String what, Use<? super T, ? extends R> use, @Nullable R expected) {
    return tried(
        what,
        given -> {
          Object got = use.of(given);
          String both = "got %s, expected %s".formatted(Shown.of(got), Shown.of(expected));
          return Objects.deepEquals(got, expected)
              ? new Case.Right(what, "got " + Shown.of(got))
              : new Case.Wrong(what, both);
        });
  }

  /**
   * Tries that {@code use} gives {@code expected}, give or take {@code tolerance}.
   *
   * @param what the case in a few words
   * @param tolerance the largest difference that is still right, 0 or more
   */
  public Check<T> expect(
      String what, Use<? super T, ? extends Number> use, double expected, double tolerance) {
    return tried(
        what,
        given -> {
          Number got = use.of(given);
          boolean near = got != null && near(got.doubleValue(), expected, tolerance);
          return near
              ? new Case.Right(what, "got " + Shown.of(got))
              : new Case.Wrong(
                  what, "got %s, expected %s".formatted(Shown.of(got), Shown.of(expected)));
        });
  }

  /**
   * Tries that something holds.
   *
   * @param what the case in a few words
   * @param whatIsWrong said if it does not hold, such as "a share cannot be negative"
   */
  public Check<T> holds(String what, Use<? super T, Boolean> holds, String whatIsWrong) {
    return tried(
        what,
        given ->
            Boolean.TRUE.equals(holds.of(given))
                ? new Case.Right(what, "holds")
                : new Case.Wrong(what, whatIsWrong));
  }

  /** Tries that {@code use} throws an exception of this type. */
  public Check<T> refuses(
      String what, Use<? super T, ?> use, Class<? extends Exception> exception) {
    return tried(
        what,
        given -> {
          try {
            return new Case.Wrong(
                what,
                "got %s, expected %s to be thrown"
                    .formatted(Shown.of(use.of(given)), exception.getSimpleName()));
          } catch (Exception e) {
            if (!exception.isInstance(e)) {
              throw e;
            }
            return new Case.Right(what, "threw " + e.getClass().getSimpleName());
          }
        });
  }

  /** Returns what was tried, in order. */
  public List<Case> cases() {
    return cases;
  }

  /** Returns whether there are cases, and the answer did what it should in all of them. */
  public boolean right() {
    return !cases.isEmpty() && cases.stream().allMatch(Case::right);
  }

  /** Returns the result in one sentence: all right, or the first thing that is wrong. */
  public String sentence() {
    if (!refusal.isEmpty()) {
      return refusal;
    }
    return CheckWords.sentence(cases);
  }

  @Override
  public String html() {
    return CheckWords.html(this);
  }

  @Override
  public String text() {
    return CheckWords.text(this);
  }

  /** Returns {@link #text}, for a console. */
  @Override
  public String toString() {
    return text();
  }

  private Check<T> tried(String what, Use<T, Case> one) {
    T given = answer;
    return given == null ? this : new Check<>(given, refusal, added(Trial.of(what, given, one)));
  }

  private List<Case> added(Case last) {
    return Stream.concat(cases.stream(), Stream.of(last)).toList();
  }

  private static boolean near(double got, double expected, double tolerance) {
    return Double.compare(got, expected) == 0 || Math.abs(got - expected) <= tolerance;
  }
}
