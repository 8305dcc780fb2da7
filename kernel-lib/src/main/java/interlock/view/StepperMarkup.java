package interlock.view;

import java.util.UUID;

/** The markup of a {@link Stepper}: a radio button a step, and a style sheet that does the rest. */
final class StepperMarkup {
  private final Stepper stepper;
  private final String name;
  private final StringBuilder out = new StringBuilder(1 << 16);

  private StepperMarkup(Stepper stepper, String name) {
    this.stepper = stepper;
    this.name = name;
  }

  static String of(Stepper stepper) {
    return of(stepper, "step-" + UUID.randomUUID());
  }

  /** Returns the markup; {@code name} is that of its buttons, its own in the page. */
  static String of(Stepper stepper, String name) {
    return new StepperMarkup(stepper, name).markup();
  }

  // A form of method dialog sends nothing when Enter is pressed; it keeps the buttons of one
  // stepper apart from those of a copy of the same output.
  private String markup() {
    String title = Html.escape(stepper.title());
    out.append("<div class=\"ilk stepper\" data-live=\"true\"><style>");
    out.append(StyleSheet.stepper()).append("</style>\n");
    out.append("<p class=\"t1 c-text\">").append(title).append("</p>\n");
    out.append("<form class=\"live\" method=\"dialog\" hidden=\"hidden\">\n");
    keys(title);
    out.append("<div class=\"steps\" role=\"radiogroup\" aria-label=\"").append(title);
    out.append("\">\n<span class=\"ends\" aria-hidden=\"true\">");
    out.append("<span>‹ back</span><span>next ›</span></span>\n");
    for (int i = 0; i < stepper.states().size(); i++) {
      step(i);
    }
    out.append("</div></form>\n");
    plain();
    return out.append("</div>").toString();
  }

  // The buttons are there for the keyboard only: they come into being when the focus is on these
  // words. A click finds none that could take the focus, so Shift+Enter still runs cells.
  private void keys(String title) {
    out.append("<span class=\"keys t3\" tabindex=\"0\" role=\"note\" aria-label=\"").append(title);
    out.append(": press Tab, then the arrow keys, to go through the steps\">");
    out.append("keys: Tab, then ← →</span>\n");
  }

  private void step(int i) {
    String caption = Html.escape(stepper.captions().get(i));
    int count = stepper.states().size();
    out.append("<div class=\"step\"><label title=\"").append(caption).append("\">");
    out.append("<input type=\"radio\" name=\"").append(Html.escape(name)).append('"');
    out.append(i == stepper.first() ? " checked=\"checked\"" : "");
    out.append(" data-lm-suppress-shortcuts=\"true\" aria-label=\"Step ").append(i + 1);
    out.append(" of ").append(count).append(": ").append(caption).append("\"/>");
    out.append("<span class=\"mark\"></span><span class=\"back\">‹ back</span>");
    out.append("<span class=\"next\">next ›</span></label>\n<div class=\"shown\">");
    out.append("<p class=\"t2\" role=\"status\"><b>").append(i + 1).append(" / ").append(count);
    out.append("</b> ").append(caption).append("</p>\n");
    out.append(StyleSheet.without(stepper.states().get(i).html())).append("</div></div>\n");
  }

  private void plain() {
    out.append("<div class=\"plain\"><ol>");
    for (int i = 0; i < stepper.states().size(); i++) {
      out.append("<li><details><summary>").append(Html.escape(stepper.captions().get(i)));
      out.append("</summary><pre>").append(Html.escape(stepper.states().get(i).text()));
      out.append("</pre></details></li>");
    }
    out.append("</ol></div>\n");
  }
}
