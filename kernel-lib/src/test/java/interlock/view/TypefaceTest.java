package interlock.view;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypefaceTest {
  @Test
  void machineWithAFont_passes() {
    assertDoesNotThrow(() -> Typeface.check());
  }

  @Test
  void machineWithoutAFont_isToldWhatToInstall() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                Typeface.check(() -> {
                  throw new Error("Probable fatal error: No physical fonts found.");
                }));
    assertTrue(e.toString().contains("install fontconfig and one font"), e.toString());
  }
}
