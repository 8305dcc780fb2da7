package interlock.measure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link MemorySampler} has seen so far.
 *
 * @param length from its start to this moment
 * @param samples how many times it looked
 * @param ownCpu the processor time that looking took
 * @param series each kind of memory over time
 * @param marks the events told to it, in their order
 * @param missing one sentence on what could not be seen, or null
 */
public record MemoryRecord(
    Duration length,
    int samples,
    Duration ownCpu,
    List<MemorySeries> series,
    List<MemoryMark> marks,
    @Nullable String missing) {
  /** Copies the lists. */
  public MemoryRecord {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
  }

  /**
   * Returns one series.
   *
   * @throws IllegalArgumentException if there is none of this label
   */
  public MemorySeries series(String label) {
    return find(label)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The record has no series '%s', only %s"
                    .formatted(label, series.stream().map(MemorySeries::label).toList())));
  }

  /** Returns one series, if there is one of this label. */
  public Optional<MemorySeries> find(String label) {
    return series.stream().filter(one -> one.label().equals(label)).findFirst();
  }

  /** Returns the share of one core that looking took: 0.01 is one per cent. */
  public double ownShare() {
    double seconds = Durations.seconds(length);
    return seconds == 0 ? 0 : Durations.seconds(ownCpu) / seconds;
  }

  @Override
  public String toString() {
    String peaks =
        series.stream()
            .map(one -> one.label() + " up to " + BinaryBytes.format(one.peak().bytes()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s; %d samples in %s took %.2f %% of a core",
        peaks,
        samples,
        Durations.format(length),
        100 * ownShare());
  }
}
