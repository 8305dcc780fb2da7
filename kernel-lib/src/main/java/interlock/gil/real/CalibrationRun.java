package interlock.gil.real;

import interlock.measure.cpython.CPython;
import interlock.measure.cpython.PythonSession;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the experiments of a calibration and makes quantities of what they give. */
final class CalibrationRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The program's names of its pieces, and how each is announced. */
  private static final List<String> PIECES =
      List.of(
          "clock",
          "loop",
          "sockets",
          "pipe",
          "wake_ups",
          "switch_half",
          "short_overshoot",
          "long_overshoot",
          "timer_slack",
          "both_over_one",
          "lock_pair",
          "queue",
          "point",
          "counted",
          "checksum_kib",
          "thread",
          "cold_call",
          "stays");

  private final Map<Quantity, Spread> found = new EnumMap<>(Quantity.class);
  private final Map<String, Spread> raw = new java.util.HashMap<>();

  private CalibrationRun() {}

  static Map<Quantity, Spread> measure(CPython python, Consumer<String> progress)
      throws InterruptedException {
    CalibrationRun run = new CalibrationRun();
    String source = new PythonProgram("calibrate").source();
    try (PythonSession session = python.session()) {
      for (String piece : PIECES) {
        progress.accept(piece.replace('_', ' '));
        run.keep(session.run(source, Map.of("pieces", List.of(piece)), PATIENCE).value());
      }
    }
    run.conclude();
    return run.found;
  }

  private void keep(@Nullable Object value) {
    if (value instanceof Map<?, ?> pieces) {
      pieces.forEach((name, samples) -> {
        if (samples instanceof List<?> list && !list.isEmpty()) {
          raw.put(
              String.valueOf(name),
              Spread.of(list.stream().map(sample -> ((Number) sample).doubleValue()).toList()));
        }
      });
    }
  }

  private void conclude() {
    take(Quantity.LOOP, "loop");
    less(Quantity.SEND, "send", spread("clock").median());
    less(Quantity.RECEIVE, "receive", spread("clock").median());
    take(Quantity.SYSCALL, "pipe");
    take(Quantity.LOCK_PAIR, "lock_pair");
    take(Quantity.PUT, "put");
    take(Quantity.GET, "get");
    take(Quantity.POINT, "point");
    take(Quantity.COUNTED, "counted");
    take(Quantity.CHECKSUM, "checksum_kib");
    take(Quantity.THREAD_START, "start");
    take(Quantity.WAKE_CALL, "wake_call");
    // Where the system names no slack, sleeps tell it and the wake-up together.
    found.put(Quantity.TIMER_SLACK, raw.getOrDefault("timer_slack", new Spread(0, 0, 0)));
    less(Quantity.TIMER_WAKE_UP, "short_overshoot", found(Quantity.TIMER_SLACK));
    less(Quantity.DEEP_TIMER_WAKE_UP, "long_overshoot", found(Quantity.TIMER_SLACK));
    less(Quantity.WAKE_UP, "wake_half", found(Quantity.SYSCALL));
    // Half of the round trip is a write, a read and the switch between them.
    less(Quantity.CONTEXT_SWITCH, "switch_half", 2 * found(Quantity.SYSCALL));
    deepWakeUp();
    less(Quantity.COLD_CALL, "cold_call", found(Quantity.SEND) + found(Quantity.RECEIVE));
    ratio(Quantity.BOTH_OVER_ONE, "both_over_one", 1);
    ratio(Quantity.STAYS, "stays", 0);
  }

  /** Only the way there finds a core that idled for long; the way back finds one just left. */
  private void deepWakeUp() {
    Spread there = spread("deep_wake_half").times(2);
    double rest = spread("wake_half").median() + found(Quantity.SYSCALL);
    found.put(Quantity.DEEP_WAKE_UP, there.less(rest));
  }

  /** A ratio, in millionths; it cannot be measured everywhere. */
  private void ratio(Quantity quantity, String name, double otherwise) {
    Spread ratio = raw.get(name);
    found.put(
        quantity, ratio == null ? new Spread(otherwise, otherwise, otherwise) : ratio.times(1e-6));
  }

  private void take(Quantity quantity, String name) {
    found.put(quantity, spread(name));
  }

  private void less(Quantity quantity, String name, double other) {
    found.put(quantity, spread(name).less(other));
  }

  private double found(Quantity quantity) {
    Spread spread = found.get(quantity);
    return spread == null ? 0 : spread.median();
  }

  private Spread spread(String name) {
    Spread spread = raw.get(name);
    if (spread == null) {
      throw new IllegalStateException("The calibration's program gave no '" + name + "'");
    }
    return spread;
  }
}
