package interlock.notebook.jjava;

import interlock.view.Html;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documentation as Shift-Tab shows it, as plain text and as HTML with all of it escaped.
 *
 * @param entries one for each method of that name, or one
 * @param jdkSources whether this JDK's own sources are there
 */
record DocText(List<Entry> entries, boolean jdkSources) {
  private static final int MOST = 6;
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+ ");
  private static final Pattern RECORD = Pattern.compile("(.*)(\\(.*\\))\\2");
  private static final Pattern OWNER = Pattern.compile("(\\w)\\([^()]*\\)(?=\\.\\w)");
  private static final Pattern TYPE_PARAMETERS = Pattern.compile("\\.<[\\w, ]+>");
  private static final Pattern MEMBER = Pattern.compile("(\\{@link(?:plain)?\\s+)([\\w.]*)#");
  private static final Pattern SENTENCES = Pattern.compile("(\\w+\\.)(\\p{Lu}\\w*)");
  private static final Pattern LOOSE = Pattern.compile("(?<=\\S) (?=[.,;:)](\\s|$))");

  /**
   * One thing that is documented.
   *
   * @param signature as the compiler has it
   * @param javadoc the comment as it stands in the source, or null where there is none
   */
  record Entry(String signature, @Nullable String javadoc) {
    private static final Pattern TYPE = Pattern.compile("([\\w$]+):(.*)");

    /** A variable, with its type as one writes it. */
    Entry ofVariable() {
      return new Entry(TYPE.matcher(signature).replaceFirst("$2 $1"), "");
    }

    String shortSignature() {
      String annotated = ANNOTATION.matcher(signature).replaceAll("");
      String owned = OWNER.matcher(annotated).replaceAll("$1");
      String plain = TYPE_PARAMETERS.matcher(owned).replaceAll(".");
      Matcher record = RECORD.matcher(plain);
      return record.matches() ? record.group(1) + record.group(2) : plain;
    }
  }

  /** The words on one parameter in the Javadoc of a record or method. */
  static Optional<String> parameter(@Nullable String javadoc, String name) {
    if (javadoc == null) {
      return Optional.empty();
    }
    Matcher words =
        Pattern.compile("@param\\s+" + Pattern.quote(name) + "\\s+([^@]+)").matcher(javadoc);
    return words.find() ? Optional.of(words.group(1).strip()) : Optional.empty();
  }

  String plain() {
    String shown =
        shown()
            .map(entry -> (entry.shortSignature() + "\n" + words(entry)).strip())
            .collect(Collectors.joining("\n\n"));
    return shown + more("\n\n");
  }

  String html() {
    String shown =
        shown()
            .map(entry ->
                "<code>%s</code><div style=\"white-space:pre-wrap;margin:.3em 0 .9em\">%s</div>"
                    .formatted(Html.escape(entry.shortSignature()), Html.escape(words(entry))))
            .collect(Collectors.joining());
    return "<div>" + shown + Html.escape(more("")) + "</div>";
  }

  private Stream<Entry> shown() {
    return entries.stream().limit(MOST);
  }

  private String more(String before) {
    int more = entries.size() - MOST;
    return more > 0 ? before + "… and %,d more of this name".formatted(more) : "";
  }

  private String words(Entry entry) {
    if (entry.javadoc != null) {
      return words(entry.javadoc);
    }
    return !jdkSources && ofJdk(entry.signature)
        ? "No Javadoc: this JDK came without its sources (lib/src.zip)."
        : "";
  }

  /** The formatter loses the space after the first sentence and adds one after a link. */
  static String words(String javadoc) {
    String linked = MEMBER.matcher(javadoc).replaceAll(DocText::member);
    String text = Internals.formatJavadoc(linked);
    String apart =
        SENTENCES
            .matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(
                    linked.contains(m.group()) ? m.group() : m.group(1) + " " + m.group(2)));
    return LOOSE.matcher(apart).replaceAll("");
  }

  private static String member(MatchResult link) {
    String type = link.group(2);
    return Matcher.quoteReplacement(link.group(1) + (type.isEmpty() ? "" : type + "."));
  }

  private static boolean ofJdk(String signature) {
    return signature.contains("java.") || !signature.contains("interlock.");
  }
}
