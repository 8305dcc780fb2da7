package interlock.talk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names that are most like an unknown one, for the sentence that refuses it. */
final class Nearest {
  private Nearest() {}

  /** Returns the exception "No {@code kind} {@code wanted}: the nearest are …". */
  static IllegalArgumentException unknown(String kind, String wanted, Collection<String> known) {
    return new IllegalArgumentException(
        "No %s \"%s\": the nearest are %s.".formatted(kind, wanted, sentence(of(wanted, known))));
  }

  /** Returns the three names of {@code known} nearest to {@code wanted}, nearest first. */
  static List<String> of(String wanted, Collection<String> known) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    return known.stream()
        .distinct()
        .sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
        .limit(3)
        .toList();
  }

  private static String sentence(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Levenshtein's distance, one row of the table at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
