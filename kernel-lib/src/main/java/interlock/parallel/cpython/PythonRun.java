package interlock.parallel.cpython;

import interlock.measure.cpython.PythonException;
import interlock.parallel.Ledger;
import interlock.parallel.Piece;
import interlock.parallel.PieceSpan;
import interlock.parallel.PythonTwin;
import interlock.parallel.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** One run on a Python host: the request, and the book of what it answers. */
final class PythonRun<P> implements PythonHost.Listener {
  private static final String FILE = "twin.py";

  private final Task<P, ?> task;
  private final PythonTwin<P> twin;
  private final Ledger<P, ?> ledger;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Duration elapsed = Duration.ZERO;

  PythonRun(Task<P, ?> task, PythonTwin<P> twin, Ledger<P, ?> ledger) {
    this.task = task;
    this.twin = twin;
    this.ledger = ledger;
  }

  String request(String mode, int workers) {
    String bounds =
        LongStream.concat(
                LongStream.of(0),
                LongStream.range(0, task.pieces()).map(index -> task.piece((int) index).to()))
            .mapToObj(Long::toString)
            .collect(Collectors.joining(","));
    String source =
        Base64.getEncoder().encodeToString(twin.source().getBytes(StandardCharsets.UTF_8));
    return "run %s %d %s %s".formatted(mode, workers, bounds, source);
  }

  @Override
  public void said(String[] words) {
    switch (words[0]) {
      case "done" -> done(words);
      case "failed" -> failed(words);
      case "printed" -> System.out.print(text(words[1]));
      case "end" -> {
        elapsed = nanos(words[1]);
        ended.countDown();
      }
      default -> {
        // "ready" marks where the work begins; the host itself measures from there.
      }
    }
  }

  private void done(String[] words) {
    Piece piece = task.piece(Integer.parseInt(words[1]));
    PieceSpan span =
        new PieceSpan(piece.index(), Integer.parseInt(words[2]), nanos(words[3]), nanos(words[4]));
    try {
      ledger.finished(piece, twin.parse().apply(text(words[5])), span);
    } catch (RuntimeException unreadable) {
      ledger.failed(piece, unreadable);
      ended.countDown();
    }
  }

  private void failed(String[] words) {
    PythonException failure =
        new PythonException(text(words[2]), text(words[3]), FILE, frames(text(words[4])));
    int index = Integer.parseInt(words[1]);
    if (index < 0) {
      ledger.failed(failure);
    } else {
      ledger.failed(task.piece(index), failure);
    }
    ended.countDown();
  }

  @Override
  public void ended(String epitaph) {
    ledger.failed(new IllegalStateException(epitaph));
    ended.countDown();
  }

  /** Waits for the end and returns the duration of the work as Python measured it. */
  Duration await() throws InterruptedException {
    ended.await();
    return elapsed;
  }

  private static List<PythonException.Frame> frames(String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(frame -> !frame.isEmpty())
        .map(PythonRun::frame)
        .toList();
  }

  private static PythonException.Frame frame(String text) {
    int colon = text.lastIndexOf(':');
    return new PythonException.Frame(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private static Duration nanos(String word) {
    return Duration.ofNanos(Long.parseLong(word));
  }

  private static String text(String word) {
    return new String(Base64.getDecoder().decode(word.substring(1)), StandardCharsets.UTF_8);
  }
}
