package interlock.gil.real;

import interlock.gil.machine.MachineModel;
import interlock.measure.Machine;
import interlock.measure.cpython.CPython;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What was measured of a machine, so that a simulated one can be like it. Printed, it is a table of
 * every quantity with the experiment that it comes from.
 *
 * @param machine whose figures these are
 * @param python the CPython that ran the experiments
 * @param day when
 * @param spreads each quantity, in nanoseconds or as a ratio
 */
public record Calibration(
    String machine, String python, LocalDate day, Map<Quantity, Spread> spreads) {

  /** From here on two busy cores are taken for two hardware threads of one. */
  private static final double SIBLINGS_FROM = 1.15;

  private static final int MOST_JITTER_PERMILLE = 600;

  /** How long the sleeps last that tell of cores that have been idle for long. */
  private static final long DEEP_IDLE_NANOS = 10_000_000;

  /** Refuses a calibration that lacks a quantity. */
  public Calibration {
    EnumMap<Quantity, Spread> kept = new EnumMap<>(Quantity.class);
    kept.putAll(spreads);
    for (Quantity quantity : Quantity.values()) {
      if (!kept.containsKey(quantity)) {
        throw new IllegalArgumentException("A calibration needs every quantity, and " + quantity);
      }
    }
    spreads = Collections.unmodifiableMap(kept);
  }

  /** Returns the shipped values: what was measured where this was written; see {@link Quantity}. */
  public static Calibration defaults() {
    EnumMap<Quantity, Spread> shipped = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      shipped.put(quantity, quantity.shipped());
    }
    return new Calibration(
        "2 cores of an AMD EPYC (Zen 4) under KVM, Linux 6.18",
        "3.11.7",
        LocalDate.of(2026, 11, 21),
        shipped);
  }

  /**
   * Measures this machine, some seconds; without a CPython, returns the {@link #defaults}.
   *
   * @throws InterruptedException if the thread is interrupted; nothing is left running
   */
  public static Calibration here() throws InterruptedException {
    return here(piece -> {});
  }

  /** Measures this machine and says before each piece what it is; see the other {@code here}. */
  public static Calibration here(Consumer<String> progress) throws InterruptedException {
    CPython python = CPython.here().orElse(null);
    return python == null ? defaults() : of(python, progress);
  }

  /** Measures this machine with a certain CPython; see {@link #here()}. */
  public static Calibration of(CPython python, Consumer<String> progress)
      throws InterruptedException {
    Map<Quantity, Spread> spreads = CalibrationRun.measure(python, progress);
    return new Calibration(
        Machine.here().toString(),
        python.version(),
        LocalDate.now(ZoneId.systemDefault()),
        spreads);
  }

  /**
   * Returns the medians over calibrations of one machine, quantity by quantity.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  static Calibration median(List<Calibration> calibrations) {
    Calibration last = calibrations.getLast();
    EnumMap<Quantity, Spread> medians = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      medians.put(
          quantity,
          calibrations.stream()
              .map(each -> each.spread(quantity))
              .sorted(Comparator.comparingDouble(Spread::median))
              .toList()
              .get(calibrations.size() / 2));
    }
    return new Calibration(last.machine, last.python, last.day, medians);
  }

  /** Returns the median of a quantity, in nanoseconds or as a ratio. */
  public double of(Quantity quantity) {
    return spread(quantity).median();
  }

  /** Returns a quantity with its range. */
  public Spread spread(Quantity quantity) {
    return Objects.requireNonNull(spreads.get(quantity));
  }

  /** Returns the mean cost of an instruction of CPython, in nanoseconds. */
  public double instructionNanos() {
    return of(Quantity.LOOP) / 8;
  }

  /** Returns this calibration with another value for one quantity. */
  public Calibration with(Quantity quantity, Spread spread) {
    EnumMap<Quantity, Spread> changed = new EnumMap<>(spreads);
    changed.put(quantity, spread);
    return new Calibration(machine, python, day, changed);
  }

  /**
   * Returns a simulated machine like this one, with as many cores as this process may use. The time
   * slice and the boost after a sleep are not measured: they are the shipped ones.
   */
  public MachineModel machineModel() {
    return machineModel(Machine.here().cores());
  }

  /** Returns a simulated machine like this one, with another number of cores. */
  public MachineModel machineModel(int cores) {
    // A neighbour on the same host makes it larger for a while, and nothing makes it smaller.
    double ratio = spread(Quantity.BOTH_OVER_ONE).low();
    boolean siblings = ratio > SIBLINGS_FROM && cores > 1;
    Spread wakeUp = spread(Quantity.WAKE_UP);
    return MachineModel.ofCores(cores)
        .with()
        .siblings(siblings ? 2 : 1)
        .siblingPermille(siblings ? (int) Math.max(100, Math.round(1000 / ratio)) : 1000)
        .wakeUpNanos(nanos(Quantity.WAKE_UP))
        .deepWakeUpNanos(Math.max(nanos(Quantity.WAKE_UP), nanos(Quantity.DEEP_TIMER_WAKE_UP)))
        .deepIdleNanos(DEEP_IDLE_NANOS)
        // Half of what is measured is the waker's: it puts the other into the queue.
        .contextSwitchNanos(nanos(Quantity.CONTEXT_SWITCH) / 2)
        .systemCallNanos(
            Math.round((of(Quantity.SEND) + of(Quantity.RECEIVE) - 2 * of(Quantity.LOCK_PAIR)) / 2))
        .wakeCallNanos(nanos(Quantity.SYSCALL) + nanos(Quantity.CONTEXT_SWITCH) / 2)
        // A call is over when the wake-up that it causes is: one that seems longer was disturbed.
        .idleWakeCallNanos(Math.min(nanos(Quantity.WAKE_CALL), nanos(Quantity.WAKE_UP)))
        .lockNanos(nanos(Quantity.LOCK_PAIR) / 2)
        .timerSlackNanos(nanos(Quantity.TIMER_SLACK))
        .instructionPicos(Math.max(1, Math.round(1000 * instructionNanos())))
        .spawnNanos(Math.round(Math.max(0, of(Quantity.THREAD_START) - 2 * wakeUp.median())))
        .queueNanos(Math.round((of(Quantity.PUT) + of(Quantity.GET)) / 2))
        .packs(of(Quantity.STAYS) > 0.5)
        .coldCallNanos(nanos(Quantity.COLD_CALL))
        .jitterPermille(jitterPermille())
        .model();
  }

  /**
   * Half of the 10–90 % range of the wake-ups that scatter most; what is beyond are disturbances.
   */
  private int jitterPermille() {
    double relative =
        Math.max(
            spread(Quantity.WAKE_UP).relative(), spread(Quantity.DEEP_TIMER_WAKE_UP).relative());
    return (int) Math.min(MOST_JITTER_PERMILLE, Math.round(500 * relative));
  }

  private long nanos(Quantity quantity) {
    return Math.round(of(quantity));
  }

  @Override
  public String toString() {
    return spreads.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .collect(
            Collectors.joining("\n", "%s, CPython %s, %s\n".formatted(machine, python, day), ""));
  }

  private static String line(Quantity quantity, Spread spread) {
    String unit = quantity.isRatio() ? "×" : "ns";
    return String.format(
        Locale.ROOT,
        "%-36s %,12.2f %-2s (10–90 %%: %,.2f–%,.2f)  from: %s",
        quantity.title(),
        spread.median(),
        unit,
        spread.low(),
        spread.high(),
        quantity.source());
  }
}
