package interlock.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pictures beside one another where the page is wide enough, below one another where it is not.
 *
 * @param pictures from left to right
 */
public record SideBySide(List<Picture> pictures) implements Picture {
  public SideBySide {
    pictures = List.copyOf(pictures);
  }

  /** Returns these pictures side by side. */
  public static SideBySide of(Picture... pictures) {
    return new SideBySide(new ArrayList<>(List.of(pictures)));
  }

  @Override
  public String html() {
    return pictures.stream()
        .map(picture -> "<div>" + StyleSheet.without(picture.html()) + "</div>")
        .collect(
            Collectors.joining(
                "\n",
                "<div class=\"ilk beside\"><style>" + StyleSheet.page() + "</style>\n",
                "</div>"));
  }

  @Override
  public String text() {
    return pictures.stream().map(Picture::text).collect(Collectors.joining("\n\n"));
  }
}
