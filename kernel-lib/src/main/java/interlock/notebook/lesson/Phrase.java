package interlock.notebook.lesson;

import interlock.view.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a lesson's text: code stands in backticks, emphasis between asterisks; all else is
 * shown as it was written.
 */
final class Phrase {
  private static final Pattern MARKUP =
      Pattern.compile("`(?<code>[^`]+)`|(?<!\\*)\\*(?<em>[^\\s*](?:[^*]*[^\\s*])?)\\*(?!\\*)");

  private Phrase() {}

  /** Returns the phrase as HTML, with everything in it escaped. */
  static String html(String phrase) {
    StringBuilder html = new StringBuilder();
    Matcher found = MARKUP.matcher(phrase);
    int from = 0;
    while (found.find()) {
      html.append(Html.escape(phrase.substring(from, found.start())));
      String code = found.group("code");
      html.append(code != null ? element("code", code) : element("em", found.group("em")));
      from = found.end();
    }
    return html.append(Html.escape(phrase.substring(from))).toString();
  }

  /** Returns the phrase without its markup. */
  static String plain(String phrase) {
    return MARKUP
        .matcher(phrase)
        .replaceAll(found -> {
          String code = found.group("code");
          return Matcher.quoteReplacement(code != null ? code : found.group("em"));
        });
  }

  private static String element(String name, String content) {
    return "<%1$s>%2$s</%1$s>".formatted(name, Html.escape(content));
  }
}
