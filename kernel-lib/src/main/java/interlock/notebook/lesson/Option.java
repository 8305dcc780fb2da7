package interlock.notebook.lesson;

/**
 * One answer that a {@link Gate} offers, with the reason why it is right or wrong.
 *
 * <p>Text and reason are a {@link Phrase}: {@code code} in backticks and emphasis in asterisks.
 *
 * @param right whether it is a right answer
 */
public record Option(String text, boolean right, String reason) {
  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException with one sentence if text or reason is blank
   */
  public Option {
    text = text.strip();
    reason = reason.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "An option says nothing: write what it claims after its + or -.");
    }
    if (reason.isEmpty()) {
      throw new IllegalArgumentException(
          "The option \"%s\" has no reason: write | and why it is right or wrong.".formatted(text));
    }
  }

  /** Returns what is said of the option once one was chosen: in words and shape. */
  public String verdict() {
    return right ? "✓ right" : "✗ not this one";
  }
}
