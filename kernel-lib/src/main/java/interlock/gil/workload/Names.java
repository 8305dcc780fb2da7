package interlock.gil.workload;

/** What the names of a workload have to be like, so that a message can say them. */
final class Names {
  private static final int LONGEST = 200;
  private static final int SHOWN = 20;

  private Names() {}

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException if it is blank, longer than 200 characters, or has a line end
   *     or another control character
   */
  static void check(String what, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A %s needs a name".formatted(what));
    }
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The name of a %s has at most %d characters, not %,d: '%s…'"
              .formatted(what, LONGEST, name.length(), printable(name.substring(0, SHOWN))));
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The name of a %s is one line without control characters, not '%s'"
              .formatted(what, printable(name)));
    }
  }

  private static String printable(String name) {
    return name.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
