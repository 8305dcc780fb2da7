package interlock.measure;

import java.time.Duration;

/**
 * A number of bytes at one moment.
 *
 * @param at since the sampler was started
 * @param bytes how many
 */
public record MemoryPoint(Duration at, long bytes) {}
