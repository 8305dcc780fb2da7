package interlock.scaling;

import java.time.Duration;
import java.util.List;

/**
 * One task of a {@link TaskGraph}.
 *
 * @param name its name, once in the graph
 * @param kind whether it takes a pair of hands
 * @param duration how long it takes; above 0
 * @param needs the names of the tasks that must be done before
 * @param uses the names of the appliances that it occupies from start to end
 */
public record TaskNode(
    String name, Kind kind, Duration duration, List<String> needs, List<String> uses) {
  /** What a task takes besides time. */
  public enum Kind {
    /** A worker does it and nothing else meanwhile. */
    HANDS_ON("hands on"),
    /** It goes on by itself: something bakes, cools, or is under way. */
    WAITING("waiting");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Copies the lists; refuses a blank name and a duration that is not above 0. */
  public TaskNode {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A task needs a name");
    }
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "'%s' takes longer than 0, not %s".formatted(name, duration));
    }
    needs = List.copyOf(needs);
    uses = List.copyOf(uses);
  }

  /** Returns true if a worker must do it. */
  public boolean isHandsOn() {
    return kind == Kind.HANDS_ON;
  }
}
