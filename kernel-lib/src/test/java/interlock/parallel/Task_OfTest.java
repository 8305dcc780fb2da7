package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Task_OfTest {
  private static Task<Long, Long> task(long size, int pieces) {
    return Task.of("numbers", size, pieces, Piece::size, sizes -> (long) sizes.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3, 1_000_001})
  void impossiblePieces_areRefusedInOneSentence(int pieces) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> task(10, pieces));
    assertEquals("A task is cut into 1 to 1000000 pieces, not " + pieces, refused.getMessage());
  }

  @Test
  void negativeSize_isRefusedInOneSentence() {
    assertEquals(
        "A task's size is 0 or more, not -1",
        assertThrows(IllegalArgumentException.class, () -> task(-1, 2)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> task(1, 2).withSize(-5));
  }

  @Test
  void anotherSize_keepsEverythingElse() {
    Task<Long, Long> resized = task(10, 5).withUnit("samples").withSize(100);
    assertEquals("numbers: 100 samples in 5 pieces", resized.toString());
    assertEquals(20, resized.piece(0).size());
  }

  @Test
  void pythonWithoutPiece_isRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> PythonTwin.ofLong("x = 1\n"));
    assertTrue(String.valueOf(refused.getMessage()).contains("def piece(index, start, stop)"));
  }
}
