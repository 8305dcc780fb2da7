package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Asserts that something is refused in one sentence. */
final class Refused {
  private Refused() {}

  static void with(String sentence, Runnable action) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
