package interlock.notebook.lesson;

import interlock.view.Html;
import interlock.view.Picture;
import interlock.view.Theme;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A gate on a page: one radio button an option. Choosing one shows its reason, and which option is
 * right; another may be chosen after that. The style sheet does all of it: there is no script, so
 * it works in a page without a kernel.
 *
 * <p>Where a front end removes style sheets, as JupyterLab does for outputs of a notebook that it
 * does not trust, the buttons stay hidden and a plain list with the answers folded away is shown.
 *
 * @param html the form; the name of its buttons is its own, so a page may hold it twice
 * @param text the question, the options, and the answers apart at the end
 */
public record GatePicture(String html, String text) implements Picture {
  /** Draws a gate. */
  public static GatePicture of(Gate gate) {
    return of(gate, "gate-" + UUID.randomUUID());
  }

  static GatePicture of(Gate gate, String name) {
    String html =
        "<div class=\"ilk gate\" data-live=\"true\"><style>%s</style>\n%s%s</div>"
            .formatted(Theme.css() + LessonStyle.GATE, form(gate, name), plain(gate));
    return new GatePicture(html, words(gate));
  }

  // A form of method dialog sends nothing when Enter is pressed; it keeps the buttons of one gate
  // apart from those of a copy of the same output.
  private static String form(Gate gate, String name) {
    String options =
        gate.options().stream()
            .map(option -> choice(option, Html.escape(name)))
            .collect(Collectors.joining());
    return """
    <form class="live" method="dialog" hidden="hidden">
    <fieldset><legend><span class="kind">Predict</span> %s</legend>
    %s</fieldset>
    </form>
    """
        .formatted(Phrase.html(gate.question()), options);
  }

  // Two buttons an option. JupyterLab takes the arrow keys for itself unless the element that has
  // the focus forbids all its shortcuts; but after a click Shift+Enter should still run cells. So
  // the keyboard reaches a button that forbids them, and a click one that takes no focus.
  private static String choice(Option option, String name) {
    return """
    <div class="option %1$s">
    <div class="row"><input class="key" type="radio" name="%2$s" aria-label="%3$s" \
    data-lm-suppress-shortcuts="true">
    <label><input class="click" type="radio" name="%2$s-click" hidden="hidden">\
    <span>%4$s</span></label></div>
    <div class="said" role="status" aria-live="polite"><b class="verdict">%5$s</b>\
    <span class="reason"> %6$s</span></div>
    </div>
    """
        .formatted(
            option.right() ? "right" : "wrong",
            name,
            Html.escape(Phrase.plain(option.text())),
            Phrase.html(option.text()),
            option.verdict(),
            Phrase.html(option.reason()));
  }

  private static String plain(Gate gate) {
    return """
    <div class="plain"><p><b>Predict:</b> %s</p>
    <ol type="a">%s</ol>
    <details><summary>Show the answers</summary><ol type="a">%s</ol></details></div>
    """
        .formatted(
            Phrase.html(gate.question()),
            items(gate, option -> Phrase.html(option.text())),
            items(
                gate,
                option ->
                    "<b>%s</b> %s".formatted(option.verdict(), Phrase.html(option.reason()))));
  }

  private static String items(Gate gate, java.util.function.Function<Option, String> content) {
    return gate.options().stream()
        .map(option -> "<li>" + content.apply(option) + "</li>")
        .collect(Collectors.joining());
  }

  private static String words(Gate gate) {
    List<Option> options = gate.options();
    String choices = lines(options.size(), i -> "  " + letter(i) + options.get(i).text());
    String answers =
        lines(
            options.size(),
            i ->
                "  %s%s: %s"
                    .formatted(letter(i), options.get(i).verdict(), options.get(i).reason()));
    return "Predict: %s\n%s\nAnswers\n%s"
        .formatted(gate.question(), choices, answers)
        .stripTrailing();
  }

  private static String lines(int count, java.util.function.IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(line)
        .map(text -> text + "\n")
        .collect(Collectors.joining());
  }

  private static String letter(int i) {
    return i < 26 ? (char) ('a' + i) + ". " : (i + 1) + ". ";
  }
}
