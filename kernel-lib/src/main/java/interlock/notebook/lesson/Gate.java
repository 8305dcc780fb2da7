package interlock.notebook.lesson;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A prediction gate: a question that a lesson asks before it shows the answer.
 *
 * @param id words joined by hyphens, one gate's alone in its notebook
 * @param question what is asked, a {@link Phrase}
 * @param options two or more, one of them right at least, in the order in which they are shown
 */
public record Gate(String id, String question, List<Option> options) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException with one sentence if the id is not of that form, the question
   *     is blank, there are fewer than two options, or none is right
   */
  public Gate {
    options = List.copyOf(options);
    question = question.strip();
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A gate's id is words joined by hyphens, as in past-the-cores, not \"%s\"."
              .formatted(id));
    }
    if (question.isEmpty()) {
      throw refusal(id, "asks nothing: write its question before its options");
    }
    if (options.isEmpty()) {
      throw refusal(id, "has no option: write one a line, + before a right one, - before a wrong");
    }
    if (options.size() == 1) {
      throw refusal(id, "has one option only: give a second to choose from");
    }
    if (options.stream().noneMatch(Option::right)) {
      throw refusal(id, "has no right option: write + instead of - before it");
    }
  }

  /**
   * Reads a gate: the first lines are the question, then one line an option, which begins with
   * {@code +} if it is right and {@code -} if it is wrong and has its reason after {@code |}. A
   * line that begins otherwise goes on with the option before it.
   *
   * @throws IllegalArgumentException with one sentence if the text has no such form
   */
  public static Gate parse(String id, String text) {
    try {
      return GateReader.read(id, text);
    } catch (IllegalArgumentException e) {
      String sentence = String.valueOf(e.getMessage());
      throw sentence.contains(id) ? e : new IllegalArgumentException(named(id, sentence), e);
    }
  }

  private static IllegalArgumentException refusal(String id, String what) {
    return new IllegalArgumentException("The gate %s %s.".formatted(id, what));
  }

  private static String named(String id, String sentence) {
    return "The gate %s: %s%s"
        .formatted(
            id, sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT), sentence.substring(1));
  }
}
