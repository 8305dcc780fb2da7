package interlock.view;

import java.util.Arrays;

/**
 * A Java array of any type and depth, with its shape, as HTML.
 *
 * @param html the array in type of equal width
 * @param text the same as plain text
 */
public record HtmlArray(String html, String text) implements Picture {
  /**
   * Returns the picture of an array.
   *
   * @throws IllegalArgumentException if the value is not an array
   */
  public static HtmlArray of(Object array) {
    String text = Arrays.deepToString(new Object[] {array});
    return new HtmlArray("<pre>" + Html.escape(text) + "</pre>", text);
  }
}
