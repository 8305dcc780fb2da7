package interlock.notebook.jjava;

import interlock.notebook.CellLine;
import interlock.notebook.CellNames;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/**
 * Knows which lines of which cell every snippet is, and so which line a stack frame stands for.
 *
 * <p>JShell evaluates a cell snippet by snippet, in the order of the text, and wraps each in a
 * class of its own. It knows the snippet's line for a line of that class; this class adds where in
 * its cell the snippet begins. Safe for use by any thread.
 */
final class CellSources {
  /** A character of a cell: lines and columns count from 1, {@code source} is the line. */
  record Position(int cell, int line, int column, String source) {}

  private record Place(CellText text, CellText.Span span) {}

  private final JShell shell;
  private final Object wraps;
  private final Map<Snippet, Place> places = new WeakHashMap<>();
  private @Nullable CellText current;

  CellSources(JShell shell) {
    this.shell = shell;
    this.wraps = Internals.get(shell, "outerMap");
    shell.onSnippetEvent(this::evaluated);
  }

  /** A cell is to be evaluated. */
  synchronized void begin(int cell, String code) {
    current = new CellText(cell, code);
  }

  /** The text of the cell that runs, else of the one that ran last; null before the first. */
  synchronized @Nullable CellText current() {
    return current;
  }

  private synchronized void evaluated(SnippetEvent event) {
    if (event.causeSnippet() == null && current != null) {
      CellText.Span span = current.find(event.snippet().source());
      places.put(event.snippet(), new Place(current, span));
      current.passed(span);
    }
  }

  /** Returns the line that a frame stands for, or null if it is not one of a cell. */
  synchronized @Nullable CellLine line(StackTraceElement frame) {
    String file = frame.getFileName();
    if (file != null && file.startsWith("#")) {
      return translated(frame, file.substring(1));
    }
    if (!CellNames.isOfCell(frame.getClassName())) {
      return null;
    }
    Object wrap = Internals.invoke(wraps, "getOuter", frame.getClassName());
    if (wrap == null) {
      return null;
    }
    int wrapped = frame.getLineNumber() - 1;
    if (Internals.invoke(wrap, "wrapLineToSnippet", wrapped) instanceof Snippet snippet
        && Internals.invoke(wrap, "wrapLineToSnippetLine", wrapped) instanceof Integer line) {
      return line(snippet, line, CellNames.in(frame));
    }
    return null;
  }

  /** A frame that JShell itself has mapped to a snippet. */
  private @Nullable CellLine translated(StackTraceElement frame, String id) {
    return shell
        .snippets()
        .filter(snippet -> snippet.id().equals(id))
        .map(snippet -> line(snippet, frame.getLineNumber() - 1, CellNames.in(frame)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable CellLine line(Snippet snippet, int lineOfSnippet, String in) {
    Place place = placeOf(snippet);
    if (place == null) {
      return null;
    }
    CellText text = place.text;
    if (!place.span.known()) {
      String source = snippet.source().lines().skip(lineOfSnippet).findFirst().orElse("");
      return new CellLine(text.cell(), 0, in, source);
    }
    int line = text.lineOf(place.span.begin()) + (place.span.magic() ? 0 : lineOfSnippet);
    return new CellLine(text.cell(), line, in, text.line(line));
  }

  /** Returns where in its cell a character of a snippet is, or null if that is not known. */
  synchronized @Nullable Position position(Snippet snippet, int offset) {
    Place place = placeOf(snippet);
    if (place == null || !place.span.known()) {
      return null;
    }
    CellText text = place.text;
    int at = Math.min(place.span.begin() + (place.span.magic() ? 0 : offset), text.code().length());
    int line = text.lineOf(at);
    return new Position(text.cell(), line, text.columnOf(at), text.line(line));
  }

  private @Nullable Place placeOf(Snippet snippet) {
    Place known = places.get(snippet);
    return known != null || current == null
        ? known
        : new Place(current, current.find(snippet.source()));
  }
}
