package interlock.notebook.lesson;

import interlock.view.Html;
import interlock.view.Notice;
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
    if (cases.size() == 1) {
      Case only = cases.getFirst();
      return "“%s” is %s: %s."
          .formatted(only.what(), only.right() ? "right" : "wrong", account(only));
    }
    List<Case> wrong = cases.stream().filter(c -> !c.right()).toList();
    if (wrong.isEmpty()) {
      return "All %d cases are right.".formatted(cases.size());
    }
    return "%d of %d cases %s wrong. Look at “%s”: %s."
        .formatted(
            wrong.size(),
            cases.size(),
            wrong.size() == 1 ? "is" : "are",
            wrong.getFirst().what(),
            account(wrong.getFirst()));
  }

  private static String account(Case one) {
    return one.account().replaceAll("\\.$", "");
  }

  /** The cases to list: the sentence says all of a single one. */
  private static List<Case> listed(Check<?> check) {
    return check.cases().size() == 1 ? List.of() : check.cases();
  }

  static String text(Check<?> check) {
    String lines =
        listed(check).stream()
            .map(c -> "\n  %s %s: %s".formatted(mark(c.right()), c.what(), c.account()))
            .collect(Collectors.joining());
    return mark(check.right()) + " " + check.sentence() + lines;
  }

  static String html(Check<?> check) {
    if (check.cases().isEmpty()) {
      // Nothing was tried, so nothing is wrong yet.
      return Notice.warning(check.sentence()).html();
    }
    String items = listed(check).stream().map(CheckWords::item).collect(Collectors.joining());
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
