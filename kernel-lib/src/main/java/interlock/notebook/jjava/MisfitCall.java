package interlock.notebook.jjava;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The compiler's account of a call whose arguments do not fit, in one sentence. */
final class MisfitCall {
  private static final int MOST = 4;

  private static final Pattern ONE =
      Pattern.compile(
          "^(?:method|constructor) (\\S+) in \\w+ (\\S*) cannot be applied to given types;"
              + "\\s+required: +(.*)\\s+found: +(.*)\\s+reason: [^\\n]*$");
  private static final Pattern NONE =
      Pattern.compile("^no suitable (?:method|constructor) found for (\\S+?)\\((.*)\\)\\n");
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "^\\s+(?:method|constructor) (\\S+?)\\((.*)\\) is not applicable$", Pattern.MULTILINE);

  private MisfitCall() {}

  /**
   * Returns what is called, what it takes and what it is given; or null where the compiler says
   * something else, or where its reason is what helps: of type variables, of a lambda's body.
   */
  static @Nullable String sentence(String text) {
    if (text.contains("type-variable") || text.contains("lambda expression")) {
      return null;
    }
    Matcher one = ONE.matcher(text);
    if (one.find()) {
      String owner =
          one.group(2).isEmpty() || one.group(1).equals(one.group(2)) ? "" : one.group(2) + ".";
      return sentence(owner + one.group(1), arguments(one.group(3)), one.group(4));
    }
    Matcher none = NONE.matcher(text);
    List<MatchResult> candidates = CANDIDATE.matcher(text).results().toList();
    if (!none.find() || candidates.isEmpty()) {
      return null;
    }
    String takes =
        candidates.stream()
            .limit(MOST)
            .map(c -> arguments(c.group(2)))
            .collect(Collectors.joining(" or "));
    int more = candidates.size() - MOST;
    String name = candidates.getFirst().group(1).replaceAll("^(\\w+)\\.\\1$", "$1");
    return sentence(name, more > 0 ? takes + " or " + more + " others" : takes, none.group(2));
  }

  private static String sentence(String name, String takes, String given) {
    return "%s takes %s, but is given %s.".formatted(name, takes, arguments(given));
  }

  private static String arguments(String types) {
    return types.isEmpty() || types.equals("no arguments")
        ? "nothing"
        : "(" + types.replaceAll(",(?! )", ", ") + ")";
  }
}
