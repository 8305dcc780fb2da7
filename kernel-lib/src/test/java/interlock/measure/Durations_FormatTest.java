package interlock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Durations_FormatTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1000, 1.00 µs",
    "9994, 9.99 µs",
    "9996, 10.0 µs",
    "12345, 12.3 µs",
    "999499, 999 µs",
    "999999, 1.00 ms",
    "123456789, 123 ms",
    "1500000000, 1.50 s",
    "119000000000, 119 s",
    "120000000000, 2.00 min"
  })
  void format_hasThreeDigitsAndOneUnit(long nanos, String text) {
    assertEquals(text, Durations.format(Duration.ofNanos(nanos)));
  }

  @Test
  void range_hasTheUnitOfItsUpperEnd() {
    assertEquals(
        "0.90–1.20 s", Durations.formatRange(Duration.ofMillis(900), Duration.ofMillis(1200)));
  }
}
