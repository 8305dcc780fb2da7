package interlock.gil.timeline;

import java.io.IOException;

/** Events of the Trace Event Format, written one by one as JSON. */
final class JsonEvents {
  private final Appendable out;
  private boolean first = true;

  JsonEvents(Appendable out) {
    this.out = out;
  }

  void open(String title) throws IOException {
    out.append("{\"displayTimeUnit\":\"ns\",\"otherData\":{\"title\":");
    text(title);
    out.append("},\"traceEvents\":[\n");
  }

  void close() throws IOException {
    out.append("\n]}\n");
  }

  void processName(int process, String name) throws IOException {
    begin("M", "process_name", process, 0);
    name(name);
    begin("M", "process_sort_index", process, 0);
    out.append(",\"args\":{\"sort_index\":").append(Integer.toString(process)).append("}}");
  }

  void trackName(int process, int track, String name) throws IOException {
    begin("M", "thread_name", process, track);
    name(name);
    begin("M", "thread_sort_index", process, track);
    out.append(",\"args\":{\"sort_index\":").append(Integer.toString(track)).append("}}");
  }

  private void name(String name) throws IOException {
    out.append(",\"args\":{\"name\":");
    text(name);
    out.append("}}");
  }

  /** Something that goes on for a time; nothing is written if it takes none. */
  void slice(int process, int track, String name, long fromNanos, long toNanos) throws IOException {
    if (toNanos > fromNanos) {
      begin("X", name, process, track);
      micros("ts", fromNanos);
      micros("dur", toNanos - fromNanos);
      out.append('}');
    }
  }

  /** Something that happens at a moment, on one track. */
  void instant(int process, int track, String name, long nanos) throws IOException {
    begin("i", name, process, track);
    micros("ts", nanos);
    out.append(",\"s\":\"t\"}");
  }

  /** The beginning, "s", or the end, "f", of an arrow; it is bound to the slice around it. */
  void arrow(String end, int number, int process, int track, String name, long nanos)
      throws IOException {
    begin(end, name, process, track);
    micros("ts", nanos);
    out.append(",\"cat\":\"hand-over\",\"bp\":\"e\",\"id\":");
    out.append(Integer.toString(number)).append('}');
  }

  private void begin(String kind, String name, int process, int track) throws IOException {
    out.append(first ? "" : ",\n").append("{\"ph\":\"").append(kind).append("\",\"name\":");
    first = false;
    text(name);
    out.append(",\"pid\":").append(Integer.toString(process));
    out.append(",\"tid\":").append(Integer.toString(track));
  }

  /** Microseconds with the nanoseconds as decimals: exact, where a double would not be. */
  private void micros(String field, long nanos) throws IOException {
    String decimals = Long.toString(1000 + nanos % 1000).substring(1);
    out.append(",\"").append(field).append("\":");
    out.append(Long.toString(nanos / 1000)).append('.').append(decimals);
  }

  private void text(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.append('"');
  }

  /** Half a character outside the first plane has no bytes, so it is replaced. */
  private void character(String text, int i) throws IOException {
    char c = text.charAt(i);
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
      out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
    } else if (isHalf(text, i)) {
      out.append('\uFFFD');
    } else {
      out.append(c);
    }
  }

  private static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
