package interlock.notebook.lesson;

import interlock.view.Html;
import interlock.view.Theme;
import java.util.List;
import java.util.stream.Collectors;

/** A check in words: its sentence, its cases, as text and as HTML. */
final class CheckWords {
  private CheckWords() {}

  static String sentence(List<Case> cases) {
    if (cases.isEmpty()) {
      return "This check tries nothing: give it a case with expect or holds.";
    }
    long wrong = cases.stream().filter(c -> !c.right()).count();
    if (wrong == 0) {
      return cases.size() == 1
          ? "The case is right."
          : "All %d cases are right.".formatted(cases.size());
    }
    Case first = cases.stream().filter(c -> !c.right()).findFirst().orElseThrow();
    return "%d of %d %s wrong. Look at “%s”: %s."
        .formatted(
            wrong,
            cases.size(),
            (cases.size() == 1 ? "case" : "cases") + (wrong == 1 ? " is" : " are"),
            first.what(),
            first.account().replaceAll("\\.$", ""));
  }

  static String text(Check<?> check) {
    String lines =
        check.cases().stream()
            .map(c -> "\n  %s %s: %s".formatted(mark(c.right()), c.what(), c.account()))
            .collect(Collectors.joining());
    return mark(check.right()) + " " + check.sentence() + lines;
  }

  static String html(Check<?> check) {
    String items = check.cases().stream().map(CheckWords::item).collect(Collectors.joining());
    return """
    <div class="ilk check" role="status"><style>%s</style>
    <p class="%s"><b aria-hidden="true">%s</b>%s</p>
    %s</div>
    """
        .formatted(
            Theme.css() + LessonStyle.CHECK,
            check.right() ? "right" : "wrong",
            mark(check.right()),
            Html.escape(check.sentence()),
            items.isEmpty() ? "" : "<ul>" + items + "</ul>\n");
  }

  private static String item(Case one) {
    return "<li class=\"%s\"><b aria-hidden=\"true\">%s</b>%s: “%s” <span class=\"soft\">%s</span></li>"
        .formatted(
            one.right() ? "right" : "wrong",
            mark(one.right()),
            one.right() ? "right" : "wrong",
            Html.escape(one.what()),
            Html.escape(one.account()));
  }

  private static String mark(boolean right) {
    return right ? "✓" : "✗";
  }
}
