package interlock.measure.cpython;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as bytes and back, exact in both directions; {@code bridge.py} tells the format. */
final class Values {
  static final int MOST_BYTES = 32 << 20;
  private static final int DEEPEST = 100;

  /** A growing buffer that refuses to grow beyond the limit. */
  private static final class Out {
    ByteBuffer bytes = ByteBuffer.allocate(1024);

    ByteBuffer room(int more) {
      if (bytes.remaining() < more) {
        if ((long) bytes.position() + more > MOST_BYTES) {
          throw new IllegalArgumentException(
              "The inputs are larger than %d MiB: write a file and give its name"
                  .formatted(MOST_BYTES >> 20));
        }
        int size = Math.min(MOST_BYTES, Math.max(2 * bytes.capacity(), bytes.position() + more));
        bytes = ByteBuffer.allocate(size).put(bytes.flip());
      }
      return bytes;
    }

    void sized(char tag, byte[] data) {
      room(5 + data.length).put((byte) tag).putInt(data.length).put(data);
    }
  }

  private Values() {}

  /**
   * Returns a value as bytes.
   *
   * @throws IllegalArgumentException if it has a type that Python has no equal of, or is too large
   */
  static byte[] encode(@Nullable Object value) {
    Out out = new Out();
    put(value, out, 0);
    byte[] data = new byte[out.bytes.position()];
    out.bytes.flip().get(data);
    return data;
  }

  private static void put(@Nullable Object value, Out out, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("An input is nested more than " + DEEPEST + " deep");
    }
    switch (value) {
      case null -> out.room(1).put((byte) 'n');
      case Boolean bool -> out.room(1).put((byte) (bool ? 't' : 'f'));
      case Byte number -> putInt(number, out);
      case Short number -> putInt(number, out);
      case Integer number -> putInt(number, out);
      case Long number -> putInt(number, out);
      case BigInteger number -> out.sized('i', number.toByteArray());
      case Float number -> out.room(9).put((byte) 'd').putDouble(number);
      case Double number -> out.room(9).put((byte) 'd').putDouble(number);
      case CharSequence text -> out.sized('s', utf16(text.toString()));
      case byte[] data -> out.sized('b', data);
      case Map<?, ?> map -> putMap(map, out, depth);
      case Path path -> out.sized('s', utf16(path.toString()));
      case Iterable<?> items -> putList(items, out, depth);
      case double[] numbers -> {
        out.room(5).put((byte) 'l').putInt(numbers.length);
        for (double number : numbers) {
          out.room(9).put((byte) 'd').putDouble(number);
        }
      }
      case int[] numbers -> putList(Arrays.stream(numbers).boxed().toList(), out, depth);
      case long[] numbers -> putList(Arrays.stream(numbers).boxed().toList(), out, depth);
      case Object[] items -> putList(Arrays.asList(items), out, depth);
      default ->
          throw new IllegalArgumentException(
              "An input is a %s, which Python has no equal of: give null, booleans, numbers, text, "
                      .formatted(value.getClass().getSimpleName())
                  + "byte[], lists, arrays of numbers or maps of these");
    }
  }

  private static void putInt(Number number, Out out) {
    out.sized('i', BigInteger.valueOf(number.longValue()).toByteArray());
  }

  private static void putList(Iterable<?> items, Out out, int depth) {
    List<@Nullable Object> copy = new ArrayList<>();
    items.forEach(copy::add);
    out.room(5).put((byte) 'l').putInt(copy.size());
    copy.forEach(item -> put(item, out, depth + 1));
  }

  private static void putMap(Map<?, ?> map, Out out, int depth) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>(map);
    out.room(5).put((byte) 'm').putInt(copy.size());
    copy.forEach((key, item) -> {
      put(key, out, depth + 1);
      put(item, out, depth + 1);
    });
  }

  private static byte[] utf16(String text) {
    ByteBuffer data = ByteBuffer.allocate(2 * text.length());
    data.asCharBuffer().put(text);
    return data.array();
  }

  /**
   * Returns the value that bytes hold.
   *
   * @throws GarbledException if they hold none
   */
  static @Nullable Object decode(byte[] data) throws GarbledException {
    ByteBuffer in = ByteBuffer.wrap(data);
    try {
      Object value = value(in, 0);
      if (!in.hasRemaining()) {
        return value;
      }
    } catch (BufferUnderflowException | NumberFormatException e) {
      throw new GarbledException();
    }
    throw new GarbledException();
  }

  private static @Nullable Object value(ByteBuffer in, int depth) throws GarbledException {
    if (depth > DEEPEST + 10) {
      throw new GarbledException();
    }
    char tag = (char) in.get();
    return switch (tag) {
      case 'n' -> null;
      case 't' -> true;
      case 'f' -> false;
      case 'd' -> in.getDouble();
      case 'i' -> number(new BigInteger(bytes(in)));
      case 's' -> ByteBuffer.wrap(bytes(in)).asCharBuffer().toString();
      case 'b' -> bytes(in);
      case 'l' -> list(in, depth);
      case 'm' -> map(in, depth);
      default -> throw new GarbledException();
    };
  }

  private static Object number(BigInteger exact) {
    // A ternary would make a Long of both.
    if (exact.bitLength() < Long.SIZE) {
      return exact.longValue();
    }
    return exact;
  }

  private static byte[] bytes(ByteBuffer in) throws GarbledException {
    byte[] data = new byte[count(in)];
    in.get(data);
    return data;
  }

  /** Whatever is counted takes a byte at least, so no count can ask for more than is there. */
  private static int count(ByteBuffer in) throws GarbledException {
    int count = in.getInt();
    if (count < 0 || count > in.remaining()) {
      throw new GarbledException();
    }
    return count;
  }

  private static List<@Nullable Object> list(ByteBuffer in, int depth) throws GarbledException {
    int count = count(in);
    List<@Nullable Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(value(in, depth + 1));
    }
    return Collections.unmodifiableList(items);
  }

  private static Map<@Nullable Object, @Nullable Object> map(ByteBuffer in, int depth)
      throws GarbledException {
    int count = count(in);
    Map<@Nullable Object, @Nullable Object> pairs = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Object key = value(in, depth + 1);
      pairs.put(key, value(in, depth + 1));
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** Returns the bytes of plain text. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
