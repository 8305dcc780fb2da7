package interlock.measure.cpython;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * What a process writes to one of its streams: the first MiB of each program is kept, the rest is
 * read and counted, so that a flood neither fills the memory nor stops the process.
 */
final class BoundedText {
  static final int LIMIT = 1 << 20;
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final byte[] mark;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private byte[] tail = new byte[0];
  private long cut;
  private boolean marked;
  private boolean over;

  /** Starts to read; {@code mark} is what the process writes when a program has ended. */
  BoundedText(String name, InputStream in, byte[] mark) {
    this.mark = mark.clone();
    Thread.ofPlatform().daemon().name(name).start(() -> read(in));
  }

  private void read(InputStream in) {
    byte[] chunk = new byte[1 << 16];
    try (in) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        add(chunk, count);
      }
    } catch (IOException gone) {
      // Nothing more to read.
    } finally {
      end();
    }
  }

  private synchronized void add(byte[] chunk, int count) {
    // The mark may come in two pieces, so the last bytes wait for what follows them.
    byte[] seen = Arrays.copyOf(tail, tail.length + count);
    System.arraycopy(chunk, 0, seen, tail.length, count);
    int end = seen.length - Math.min(seen.length, mark.length - 1);
    int found = find(seen);
    if (found >= 0) {
      keep(seen, found);
      // A thread that the program left behind may print on: that is part of the next text.
      tail = Arrays.copyOfRange(seen, found + mark.length, seen.length);
      marked = true;
      notifyAll();
    } else {
      keep(seen, end);
      tail = Arrays.copyOfRange(seen, end, seen.length);
    }
  }

  private void keep(byte[] seen, int count) {
    int room = Math.min(count, LIMIT - kept.size());
    kept.write(seen, 0, room);
    cut += count - room;
  }

  private int find(byte[] seen) {
    for (int at = 0; at + mark.length <= seen.length; at++) {
      if (seen[at] == mark[0] && Arrays.equals(seen, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    return -1;
  }

  private synchronized void end() {
    keep(tail, tail.length);
    tail = new byte[0];
    over = true;
    notifyAll();
  }

  /** Waits for the mark, a second at most, and returns what stood before it; then starts anew. */
  synchronized String take() throws InterruptedException {
    waitUntil(() -> marked || over);
    final String text = text();
    kept.reset();
    cut = 0;
    marked = false;
    return text;
  }

  /** Waits until the process can write no more, a second at most, and returns what it wrote. */
  synchronized String last() throws InterruptedException {
    waitUntil(() -> over);
    return text();
  }

  private synchronized void waitUntil(BooleanSupplier reached) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (long left = PATIENCE_NANOS; !reached.getAsBoolean() && left > 0; ) {
      wait(left / 1_000_000 + 1);
      left = deadline - System.nanoTime();
    }
  }

  private String text() {
    String text = kept.toString(StandardCharsets.UTF_8);
    return cut == 0 ? text : text + "\n… cut after 1 MiB (%,d more bytes)".formatted(cut);
  }
}
