package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static String format(double value, double... column) {
    return Numbers.of(column).format(value);
  }

  @Test
  void years_areNotGrouped() {
    assertEquals("2015", format(2015, 1991, 2015));
  }

  @Test
  void largeNumbers_areGrouped() {
    assertEquals("1,234,567", format(1_234_567, 1_234_567));
  }

  @Test
  void columnWithLargeNumbers_isGroupedThroughout() {
    assertEquals("1,000", format(1000, 1000, 100_000));
  }

  @Test
  void exactDecimals_areKeptForTheWholeColumn() {
    assertEquals("12.50", format(12.5, 12.5, 3.25));
  }

  @Test
  void endlessDecimals_areCutToFourDigitsOfTheLargest() {
    assertEquals("0.333", format(1 / 3.0, 1 / 3.0, 7 / 3.0));
    assertEquals("1234.57", format(1234.5678, 1 / 3.0, 1234.5678));
  }

  @Test
  void numberThatDecimalsWouldHide_isAPowerOfTen() {
    assertEquals("2.000e−09", format(2e-9, 2e-9, 1 / 3.0, 5));
    assertEquals("1.000e+300", format(1e300, 1e300));
  }

  @Test
  void zeroAmongTinyNumbers_isZero() {
    assertEquals("0.00", format(0, 0, 1 / 3.0, 50));
  }

  @Test
  void negativeNumber_hasAMinusSign() {
    assertEquals("−3.5", format(-3.5, -3.5, 1));
  }

  @Test
  void numbersThatAreNone_haveNames() {
    assertEquals("NaN", format(Double.NaN, 1, Double.NaN));
    assertEquals("−∞", format(Double.NEGATIVE_INFINITY, 1));
  }

  @Test
  void emptyColumn_hasAFormat() {
    assertEquals("1", format(1));
  }

  @Test
  void otherLocale_changesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("12,345.5", format(12345.5, 12345.5));
      assertEquals("1,000", Numbers.count(1000));
    } finally {
      Locale.setDefault(before);
    }
  }
}
