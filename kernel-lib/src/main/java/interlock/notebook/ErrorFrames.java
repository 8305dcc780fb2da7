package interlock.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace in the lines that help: those of cells as they are, calls of libraries between them
 * as one line, and nothing of the machinery that runs a cell.
 */
final class ErrorFrames {
  private static final List<String> MACHINERY =
      List.of(
          "org.dflib.jjava.",
          "io.github.spencerpark.",
          "interlock.notebook.Demo.",
          "interlock.notebook.jjava.",
          "interlock.notebook.ijava.",
          "interlock.notebook.stop.",
          "jdk.jshell.",
          "jdk.internal.",
          "java.lang.invoke.",
          "java.lang.reflect.",
          "sun.reflect.",
          "java.lang.Thread.run",
          "java.util.concurrent.FutureTask.",
          "java.util.concurrent.ThreadPoolExecutor");

  /** Where no frame is a cell's, as many of the innermost calls are shown. */
  private static final int MOST_OF_A_LIBRARY = 5;

  private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(.+)\\$\\d+$");

  private static final int MOST_LINES = 14;
  private static final int LAST_LINES = 3;
  private static final int LONGEST_CYCLE = 8;
  private static final int WIDEST_PLACE = 50;
  private static final int WIDEST_SOURCE = 120;

  /** A line to show: where, and the source there or an empty string. */
  private record Line(String where, String source, String name) {
    static Line skipped(String what) {
      return new Line(what, "", "");
    }
  }

  private ErrorFrames() {}

  /** Returns the lines of a stack trace, without those it shares with {@code around}. */
  static List<String> of(StackTraceElement[] trace, StackTraceElement[] around) {
    List<StackTraceElement> own = Arrays.asList(trace).subList(0, ownLength(trace, around));
    return laidOut(shortened(withoutCycles(lines(own, own.size() < trace.length))));
  }

  private static int ownLength(StackTraceElement[] trace, StackTraceElement[] around) {
    int own = trace.length;
    int other = around.length;
    while (own > 0 && other > 0 && trace[own - 1].equals(around[other - 1])) {
      own--;
      other--;
    }
    return own;
  }

  /** The lines of a trace; {@code inCell} says that the cell's own line is shown already. */
  private static List<Line> lines(List<StackTraceElement> trace, boolean inCell) {
    List<Line> lines = new ArrayList<>();
    List<StackTraceElement> library = new ArrayList<>();
    for (StackTraceElement frame : trace) {
      Line cell = ofCell(frame);
      if (cell != null) {
        called(library, lines);
        library.clear();
        lines.add(cell);
      } else if (!isMachinery(frame)) {
        library.add(frame);
      }
    }
    if (lines.isEmpty() && inCell) {
      called(library, lines);
      return lines;
    }
    return lines.isEmpty() ? innermost(library) : lines;
  }

  private static boolean isMachinery(StackTraceElement frame) {
    String name = frame.getClassName() + "." + frame.getMethodName();
    return MACHINERY.stream().anyMatch(name::startsWith);
  }

  private static @Nullable Line ofCell(StackTraceElement frame) {
    CellLine known = Notebook.adapter().cellLine(frame);
    if (known != null) {
      return new Line(known.where(), shortened(known.source().strip()), known.in());
    }
    if (CellNames.isOfCell(frame.getClassName())) {
      String in = CellNames.in(frame);
      return new Line(in.isEmpty() ? "a cell" : "a cell, in " + in, "", in);
    }
    String file = frame.getFileName();
    return file != null && file.endsWith(".py")
        ? new Line(file + ", line " + frame.getLineNumber(), "", frame.getMethodName())
        : null;
  }

  private static String shortened(String source) {
    return source.length() <= WIDEST_SOURCE ? source : source.substring(0, WIDEST_SOURCE - 1) + "…";
  }

  /** The calls of libraries that a cell made: the one that the cell called stands for all. */
  private static void called(List<StackTraceElement> library, List<Line> lines) {
    if (!library.isEmpty()) {
      String within = library.size() == 1 ? "" : " (%,d calls deep)".formatted(library.size());
      lines.add(Line.skipped(method(library.getLast()) + within));
    }
  }

  private static List<Line> innermost(List<StackTraceElement> library) {
    List<Line> lines = new ArrayList<>();
    library.stream()
        .limit(MOST_OF_A_LIBRARY)
        .map(frame -> Line.skipped(method(frame) + line(frame)))
        .forEach(lines::add);
    int more = library.size() - MOST_OF_A_LIBRARY;
    if (more > 0) {
      lines.add(Line.skipped("… %,d more calls".formatted(more)));
    }
    return lines;
  }

  private static String method(StackTraceElement frame) {
    String type = frame.getClassName().replace('$', '.');
    return frame.getMethodName().equals("<init>")
        ? "new " + type
        : type + "." + LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
  }

  private static String line(StackTraceElement frame) {
    return frame.getLineNumber() > 0 ? ", line " + frame.getLineNumber() : "";
  }

  /** Shows a group of calls that repeats itself once, and how often it came again. */
  private static List<Line> withoutCycles(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int length = cycleAt(lines, at);
      if (length == 0) {
        kept.add(lines.get(at++));
        continue;
      }
      List<Line> cycle = lines.subList(at, at + length);
      int end = at + length;
      while (end + length <= lines.size() && lines.subList(end, end + length).equals(cycle)) {
        end += length;
      }
      kept.addAll(cycle);
      kept.add(again(cycle, (end - at) / length - 1));
      at = end;
    }
    return kept;
  }

  private static int cycleAt(List<Line> lines, int at) {
    for (int length = 1; length <= LONGEST_CYCLE && at + 3 * length <= lines.size(); length++) {
      List<Line> cycle = lines.subList(at, at + length);
      if (lines.subList(at + length, at + 2 * length).equals(cycle)
          && lines.subList(at + 2 * length, at + 3 * length).equals(cycle)) {
        return length;
      }
    }
    return 0;
  }

  private static Line again(List<Line> cycle, int times) {
    List<String> names =
        cycle.stream().map(Line::name).filter(name -> !name.isEmpty()).distinct().toList();
    String of = names.isEmpty() ? "" : " of " + String.join(", ", names);
    return Line.skipped("… %,d more calls%s".formatted(times, of));
  }

  private static List<Line> shortened(List<Line> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    int first = MOST_LINES - LAST_LINES - 1;
    int last = lines.size() - LAST_LINES;
    List<Line> kept = new ArrayList<>(lines.subList(0, first));
    kept.add(Line.skipped("… %,d more calls".formatted(last - first)));
    kept.addAll(lines.subList(last, lines.size()));
    return kept;
  }

  private static List<String> laidOut(List<Line> lines) {
    int width =
        lines.stream()
            .filter(line -> !line.source.isEmpty())
            .mapToInt(line -> Math.min(line.where.length(), WIDEST_PLACE))
            .max()
            .orElse(0);
    return lines.stream()
        .map(line -> "  " + (line.source.isEmpty() ? line.where : placed(line, width)))
        .toList();
  }

  private static String placed(Line line, int width) {
    return line.where + " ".repeat(Math.max(0, width - line.where.length())) + " │ " + line.source;
  }
}
