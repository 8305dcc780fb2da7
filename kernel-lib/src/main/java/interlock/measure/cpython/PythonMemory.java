package interlock.measure.cpython;

import java.util.OptionalLong;

/**
 * What a Python process says of its own memory at one moment.
 *
 * @param allocatedBlocks {@code sys.getallocatedblocks()}: blocks of the allocator for small
 *     objects
 * @param tracedBytes bytes of Python objects that {@code tracemalloc} knows of; nothing unless the
 *     program has started it
 * @param tracedPeakBytes the most so far, as {@code tracemalloc} knows it
 */
public record PythonMemory(
    long allocatedBlocks, OptionalLong tracedBytes, OptionalLong tracedPeakBytes) {}
