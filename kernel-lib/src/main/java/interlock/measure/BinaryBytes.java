package interlock.measure;

import java.util.Locale;

/** Numbers of bytes as people read them, in binary units: 1 KiB is 1,024 bytes. */
public enum BinaryBytes {
  BYTES("bytes", 1),
  KIB("KiB", 1L << 10),
  MIB("MiB", 1L << 20),
  GIB("GiB", 1L << 30);

  private final String symbol;
  private final long bytes;

  BinaryBytes(String symbol, long bytes) {
    this.symbol = symbol;
    this.bytes = bytes;
  }

  /** Returns the largest unit of which there is one at least; the smallest if there is none. */
  public static BinaryBytes of(long bytes) {
    BinaryBytes chosen = BYTES;
    for (BinaryBytes unit : values()) {
      chosen = Math.abs((double) bytes) >= unit.bytes ? unit : chosen;
    }
    return chosen;
  }

  /** Returns bytes with their unit: {@code 512 bytes}, {@code 1.50 MiB}, {@code 128 MiB}. */
  public static String format(long bytes) {
    BinaryBytes unit = of(bytes);
    double count = unit.count(bytes);
    int decimals = unit == BYTES || Math.abs(count) >= 99.95 ? 0 : Math.abs(count) >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", count, unit.symbol);
  }

  /** Returns bytes as a number of this unit. */
  public double count(long number) {
    return (double) number / bytes;
  }

  /** Returns the unit's symbol. */
  public String symbol() {
    return symbol;
  }
}
