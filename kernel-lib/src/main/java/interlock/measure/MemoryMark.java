package interlock.measure;

import java.time.Duration;

/**
 * An event that is told beside the memory, such as "array made".
 *
 * @param at since the sampler was started
 * @param label what happened
 */
public record MemoryMark(Duration at, String label) {}
