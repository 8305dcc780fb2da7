package interlock.notebook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.view.Notice;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckTest {
  private final Exercises exercises = new Exercises();

  @Test
  void rightAnswer_isOnePlainSentence() {
    DoubleBinaryOperator metric =
        (speedup, workers) -> (1 / speedup - 1 / workers) / (1 - 1 / workers);
    exercises.solve("karp-flatt", metric);

    Check<DoubleBinaryOperator> check =
        exercises
            .check("karp-flatt", DoubleBinaryOperator.class)
            .expect("speedup 2 on 2 workers", f -> f.applyAsDouble(2, 2), 0.0, 1e-9)
            .holds("never negative", f -> f.applyAsDouble(1.5, 4) >= 0, "a share is not negative");

    assertTrue(check.right());
    assertEquals("All 2 cases are right.", check.sentence());
    assertEquals(
        """
        ✓ All 2 cases are right.
          ✓ speedup 2 on 2 workers: got 0.0
          ✓ never negative: holds\
        """,
        check.text());
  }

  @Test
  void wrongAnswer_saysWhatWasGotAndExpected() {
    exercises.solve("f", (DoubleBinaryOperator) (a, b) -> 0.5);

    Check<DoubleBinaryOperator> check =
        exercises
            .check("f", DoubleBinaryOperator.class)
            .expect("a half", f -> f.applyAsDouble(0, 0), 0.5, 0)
            .expect("none", f -> f.applyAsDouble(0, 0), 0.0, 0.4)
            .holds("is whole", f -> f.applyAsDouble(0, 0) == 1, "a half is not whole.");

    assertFalse(check.right());
    assertEquals(
        "2 of 3 cases are wrong. Look at “none”: got 0.5, expected 0.0.", check.sentence());
    assertEquals(List.of(true, false, false), check.cases().stream().map(Case::right).toList());
  }

  @Test
  void singleCase_isToldOnce() {
    exercises.solve("n", 3);
    Check<Integer> check = exercises.check("n", Integer.class);

    assertEquals("✓ “three” is right: got 3.", check.expect("three", n -> n, 3).text());
    Check<Integer> wrong = check.holds("is even", n -> n % 2 == 0, "3 is odd.");
    assertEquals("✗ “is even” is wrong: 3 is odd.", wrong.text());
    assertFalse(wrong.html().contains("<li"), wrong.html());
  }

  @Test
  void checkBeforeItsExercise_saysWhatToRunFirst() {
    Check<String> check = exercises.check("name", String.class).expect("it", s -> s, "x");

    assertEquals(
        "✗ Run the exercise cell of name first, the one with solve(\"name\", …).", check.text());
    assertEquals(Notice.warning(check.sentence()).html(), check.html());
    assertFalse(check.right());
  }

  @Test
  void nullAnswer_isOneSentence() {
    exercises.solve("name", null);

    assertEquals(
        "The answer to name is null: give solve a value.",
        exercises.check("name", String.class).sentence());
  }

  @Test
  void wrongType_isOneSentence() {
    exercises.solve("name", 3);
    exercises.solve("f", (IntUnaryOperator) x -> x);

    assertEquals(
        "The answer to name is a value of type Integer, and its check needs a String: give solve one of that type.",
        exercises.check("name", String.class).sentence());
    assertTrue(
        exercises.check("f", DoubleBinaryOperator.class).sentence().contains("IntUnaryOperator"));
  }

  @Test
  void primitiveType_isItsBox() {
    exercises.solve("n", 3);

    assertTrue(exercises.check("n", int.class).expect("three", n -> n, 3).right());
  }

  @Test
  void checkWithoutCases_isNotRight() {
    exercises.solve("n", 3);

    assertFalse(exercises.check("n", int.class).right());
    assertTrue(exercises.check("n", int.class).sentence().contains("tries nothing"));
  }

  @Test
  void arrays_areComparedByTheirElements() {
    exercises.solve("n", new int[][] {{1, 2}, {3}});

    Check<int[][]> check = exercises.check("n", int[][].class);

    assertTrue(check.expect("same", n -> n, new int[][] {{1, 2}, {3}}).right());
    assertEquals(
        "“other” is wrong: got [[1, 2], [3]], expected [[1]].",
        check.expect("other", n -> n, new int[][] {{1}}).sentence());
  }

  @Test
  void whatTheAnswerThrows_isPartOfItsCase() {
    assertEquals(
        "threw IllegalStateException: not today",
        account(() -> fail(new IllegalStateException("not today"))));
    assertEquals("threw IOException", account(() -> fail(new IOException())));
    assertEquals("threw AssertionError", account(() -> fail(new AssertionError())));
    assertEquals(
        "it called itself too deep: find the call that never ends", account(() -> deep(0)));
    assertEquals("it needs more memory than there is", account(() -> fail(new OutOfMemoryError())));
    assertEquals(
        "threw CheckTest.Nasty: (its message threw IllegalStateException)",
        account(() -> fail(new Nasty())));
  }

  @Test
  void valueThatCannotBeShown_isNamedByItsType() {
    assertEquals(
        "got a Nasty whose toString() threw IllegalStateException, expected null",
        account(Nasty::new));
  }

  @Test
  void longValue_isShortened() {
    String account = account(() -> "line\n".repeat(1000));

    assertTrue(account.length() < 200 && account.contains("…"), account);
    assertEquals(-1, account.indexOf('\n'));
  }

  @Test
  void nullWhereANumberIsExpected_isWrong() {
    exercises.solve("n", 1);

    assertEquals(
        "got null, expected 2.0",
        exercises
            .check("n", int.class)
            .expect("n", n -> null, 2, 0.1)
            .cases()
            .getFirst()
            .account());
  }

  @Test
  void expectedException_isRight() {
    exercises.solve("n", 1);
    Check<Integer> check = exercises.check("n", int.class);

    assertTrue(check.refuses("zero", n -> Math.floorDiv(n, 0), ArithmeticException.class).right());
    assertEquals(
        "got 1, expected ArithmeticException to be thrown",
        check.refuses("one", n -> n, ArithmeticException.class).cases().getFirst().account());
    assertFalse(check.refuses("other", n -> Math.floorDiv(n, 0), IOException.class).right());
  }

  @Test
  void interruptedAnswer_endsTheCheck() {
    exercises.solve("n", 1);
    Check<Integer> check = exercises.check("n", int.class);

    assertThrows(
        IllegalStateException.class,
        () -> check.expect("n", n -> fail(new InterruptedException()), 1));
    assertTrue(Thread.interrupted());
    assertThrows(Stop.class, () -> check.expect("n", n -> fail(new Stop()), 1));
  }

  @Test
  void html_escapesWhatTheLearnerWrote() {
    exercises.solve("n", "<script>");

    String html = exercises.check("n", String.class).expect("<i>", s -> s, "</div>").html();

    assertFalse(html.contains("<script>"), html);
    assertFalse(html.contains("<i>"), html);
    assertTrue(html.contains("“&lt;i&gt;” is wrong"), html);
  }

  private String account(Callable<@Nullable Object> work) {
    exercises.solve("x", work);
    return exercises
        .check("x", Callable.class)
        .expect("x", c -> c.call(), null)
        .cases()
        .getFirst()
        .account();
  }

  private static Object fail(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  private static int deep(int n) {
    return n < 0 ? n : deep(n + 1) + 1;
  }

  /** An error that ends a thread. */
  private static final class Stop extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A value of which every method fails. */
  private static final class Nasty extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }
}
