package interlock.notebook;

import interlock.notebook.CellChannel.Stream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Gathers what a cell prints into few messages of bounded size.
 *
 * <p>One message for each print floods the front end, which then loses messages, even the one that
 * says that the cell has ended. Here text waits for {@link #DELAY} at first. When {@link #CHUNK}
 * characters wait, the printing thread itself publishes them, so that a print never runs ahead of a
 * slow front end and the text that waits stays bounded. Both grow with what the cell has printed.
 *
 * <p>Text keeps its order within a stream. Between the two streams it does too, until they have
 * changed {@link #MOST_RUNS} times within one delay. Safe for use by any thread.
 */
final class GatheredOutput {
  static final Duration DELAY = Duration.ofMillis(40);
  static final Duration LONGEST = Duration.ofSeconds(2);
  static final int CHUNK = 1 << 18;
  static final int LARGEST = 1 << 22;
  static final int MOST_RUNS = 64;
  private static final int PIECE = 1 << 13;

  private final CellChannel channel;
  private final Timer timer;
  private final Map<Stream, Utf8Decoder> decoders = new EnumMap<>(Stream.class);
  private final Deque<Run> runs = new ArrayDeque<>();
  private int waiting;
  private boolean scheduled;
  private long sent;

  /** Text of one stream with none of the other between. */
  private record Run(Stream stream, StringBuilder text) {}

  GatheredOutput(CellChannel channel, Timer timer) {
    this.channel = channel;
    this.timer = timer;
    for (Stream stream : Stream.values()) {
      decoders.put(stream, new Utf8Decoder());
    }
  }

  synchronized void write(Stream stream, byte[] bytes, int offset, int length) {
    Utf8Decoder decoder = decoders.get(stream);
    for (int at = 0; decoder != null && at < length; at += PIECE) {
      append(stream, decoder.decode(bytes, offset + at, Math.min(PIECE, length - at)));
      if (waiting >= chunk()) {
        flush();
      }
    }
    if (waiting > 0 && !scheduled) {
      scheduled = true;
      timer.after(delay(), this::flushLate);
    }
  }

  /** Publishes all that waits. */
  synchronized void flush() {
    waiting = 0;
    for (Run run = runs.poll(); run != null; run = runs.poll()) {
      publish(run);
    }
  }

  private synchronized void flushLate() {
    scheduled = false;
    flush();
  }

  private void append(Stream stream, String text) {
    if (!text.isEmpty()) {
      runFor(stream).text.append(text);
      waiting += text.length();
    }
  }

  private Run runFor(Stream stream) {
    Run last = runs.peekLast();
    if (last == null || (last.stream != stream && runs.size() < MOST_RUNS)) {
      last = new Run(stream, new StringBuilder());
      runs.add(last);
    }
    if (last.stream == stream) {
      return last;
    }
    // Two streams take turns, so the other stream's last run is the one before.
    runs.pollLast();
    Run before = runs.peekLast();
    runs.add(last);
    return before == null ? last : before;
  }

  /**
   * JupyterLab draws all that a cell has printed anew for each message, so messages grow with it:
   * the work of the page stays proportional to the text.
   */
  private int chunk() {
    return Math.clamp(sent, CHUNK, LARGEST);
  }

  /** The more there is to draw anew, the longer the page is given for it. */
  private Duration delay() {
    return DELAY.plusMillis(Math.min(sent / 10_000, LONGEST.toMillis()));
  }

  private void publish(Run run) {
    StringBuilder text = run.text;
    int end;
    int chunk = chunk();
    for (int start = 0; start < text.length(); start = end) {
      end = Math.min(start + chunk, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      channel.print(run.stream, text.substring(start, end));
      sent += end - start;
    }
  }
}
