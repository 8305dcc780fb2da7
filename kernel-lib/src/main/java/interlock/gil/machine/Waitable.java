package interlock.gil.machine;

import org.jspecify.annotations.Nullable;

/** A lock, condition, queue or channel of a simulated program. */
public final class Waitable {
  /** What it is, in the words that follow "waits for". */
  final String words;

  final int reason;
  final WaitList waiters = WaitList.ofProgram();

  /** Who has the lock; null if it is free, and for anything else. */
  @Nullable SimThread owner;

  /** How many items or messages are there. */
  long items;

  Waitable(String words, int reason) {
    this.words = words;
    this.reason = reason;
  }
}
