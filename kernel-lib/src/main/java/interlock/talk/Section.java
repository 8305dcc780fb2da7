package interlock.talk;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One section of the syllabus: what one notebook shows live.
 *
 * @param id the talk's digit, a full stop, and the section's place in the talk: {@code 1.10}
 * @param title what the section is about
 * @param whatYouSee one line
 */
public record Section(String id, String title, String whatYouSee) implements Comparable<Section> {
  private static final Pattern ID = Pattern.compile("\\d\\.[1-9]\\d*");
  private static final Comparator<Section> IN_ORDER =
      Comparator.comparing(Section::talk).thenComparingInt(Section::number);

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if {@code id} is not of the form {@code 1.10}
   */
  public Section {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A section id looks like 1.10, not like \"%s\".".formatted(id));
    }
  }

  /** Returns the talk's name, {@code talk0} to {@code talk4}. */
  public String talk() {
    return "talk" + id.charAt(0);
  }

  /** Returns the section's place in its talk, from 1. */
  public int number() {
    return Integer.parseInt(id.substring(2));
  }

  /** Orders by talk, then by place: 1.2 comes before 1.10. */
  @Override
  public int compareTo(Section other) {
    return IN_ORDER.compare(this, other);
  }
}
