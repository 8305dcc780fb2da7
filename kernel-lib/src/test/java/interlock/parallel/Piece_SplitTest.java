package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Piece_SplitTest {
  @Test
  void pieces_coverEveryNumberOnceAndEvenly() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      long size = random.nextBoolean() ? random.nextLong(100) : random.nextLong(Long.MAX_VALUE);
      int count = 1 + random.nextInt(50);
      long next = 0;
      for (int index = 0; index < count; index++) {
        Piece piece = Piece.of(index, count, size);
        assertEquals(next, piece.from(), "seed " + seed);
        long spare = piece.size() - size / count;
        assertTrue(spare == 0 || spare == 1, "seed " + seed);
        next = piece.to();
      }
      assertEquals(size, next, "seed " + seed);
    }
  }

  @Test
  void text_namesIndexAndNumbers() {
    assertEquals("piece 1 of 4, numbers 25 to 49", Piece.of(1, 4, 100).toString());
    assertEquals("piece 3 of 4, empty", Piece.of(3, 4, 2).toString());
  }

  @Test
  void impossiblePieces_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Piece(4, 4, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Piece(0, 4, 2, 1));
  }

  @Test
  void interruptedThread_endsThePiece() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, Piece.of(0, 1, 1)::checkInterrupt);
  }
}
