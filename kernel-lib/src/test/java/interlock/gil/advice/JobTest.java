package interlock.gil.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import interlock.gil.advice.Copying.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobTest {
  private static final Duration MILLI = Duration.ofMillis(1);

  @Test
  void share_addsUpToAllPieces() {
    Job job = Job.of(10).python(MILLI);
    assertEquals(4, job.share(3, 0));
    assertEquals(3, job.share(3, 1));
    assertEquals(3, job.share(3, 2));
    assertEquals(0, Job.of(2).share(3, 2));
  }

  @Test
  void pythonShare_isOfThePiece() {
    assertEquals(0.25, Job.of(1).python(MILLI).waiting(MILLI.multipliedBy(3)).pythonShare());
    assertEquals(0, Job.of(1).pythonShare());
  }

  @Test
  void copying_costsByTheObject() {
    Copying copied = Copying.of(Kind.NODES, 1_000).costing(50, 100);
    assertEquals(50_000, copied.senderNanos());
    assertEquals(100_000, copied.receiverNanos());
    assertEquals(700, copied.pipeNanos());
  }

  @Test
  void nonsense_isRefusedWithItsValue() {
    assertEquals("A job has 1 to 10,000 pieces, not 0", refused(() -> Job.of(0)));
    assertEquals(
        "A piece has 0 to 10 s of waiting, not 11.0 s",
        refused(() -> Job.of(1).waiting(Duration.ofSeconds(11))));
    assertThrows(IllegalArgumentException.class, () -> Job.of(1).python(Duration.ofMillis(-1)));
    assertEquals(
        "A piece needs 0 to 10,000,000 objects, not -1",
        refused(() -> Copying.of(Kind.NUMBERS, -1)));
    assertEquals(
        "An object costs 0 to 1e9 ns to copy, not NaN",
        refused(() -> Copying.nothing().costing(Double.NaN, 1)));
  }

  private static String refused(org.junit.jupiter.api.function.Executable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what).getMessage());
  }
}
