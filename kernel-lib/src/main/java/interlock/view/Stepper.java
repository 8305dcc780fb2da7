package interlock.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Computed pictures as steps: one is seen at a time, and a reader goes forward and back by button,
 * by a click on the track, or by the arrow keys.
 *
 * <pre>{@code
 * Stepper.of("How a list grows", pictures, captions)
 * }</pre>
 *
 * <p>All pictures are in the markup; a style sheet shows the chosen one. There is no script, so it
 * works without a kernel: in JupyterLab, in a drawing below controls, and in an exported page. The
 * style that the pictures share is there once. Where a front end removes style sheets, as
 * JupyterLab does for outputs of a notebook that it does not trust, the steps are told as a list.
 *
 * @param title what is shown
 * @param states the pictures, in order
 * @param captions what each step is, in a few words
 * @param first the step that is seen at first, from 0
 */
public record Stepper(String title, List<Picture> states, List<String> captions, int first)
    implements Picture {
  /** More steps would be too narrow to point at. */
  public static final int MOST = 250;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no step or more than 250, if not every step has a
   *     caption, or if {@code first} is none of them
   */
  public Stepper {
    states = List.copyOf(states);
    captions = List.copyOf(captions);
    if (states.isEmpty() || states.size() > MOST || states.size() != captions.size()) {
      throw new IllegalArgumentException(
          "A stepper has 1 to %d pictures and a caption for each: not %d pictures, %d captions"
              .formatted(MOST, states.size(), captions.size()));
    }
    if (first < 0 || first >= states.size()) {
      throw new IllegalArgumentException(
          "A stepper of %d steps begins at 0 to %d, not %d"
              .formatted(states.size(), states.size() - 1, first));
    }
  }

  /** Returns a stepper that begins at its first step. */
  public static Stepper of(String title, List<? extends Picture> states, List<String> captions) {
    return new Stepper(title, new ArrayList<>(states), captions, 0);
  }

  /** Returns the same, beginning at another step, counted from 0. */
  public Stepper startAt(int step) {
    return new Stepper(title, states, captions, step);
  }

  @Override
  public String html() {
    return StepperMarkup.of(this);
  }

  @Override
  public String text() {
    return IntStream.range(0, states.size())
        .mapToObj(i -> "%d. %s%n%s".formatted(i + 1, captions.get(i), states.get(i).text()))
        .map(step -> step.replace("\r\n", "\n"))
        .collect(Collectors.joining("\n\n", title + "\n\n", ""));
  }
}
