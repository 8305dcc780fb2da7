package interlock.view;

/**
 * A Java array of any type and depth, with its type and shape, laid out as NumPy lays out its own.
 *
 * @param html the array in type of equal width
 * @param text the same as plain text
 */
public record HtmlArray(String html, String text) implements Picture {
  /**
   * Returns the picture of an array. Above 1,000 elements each axis shows its first and last three.
   *
   * @throws IllegalArgumentException if the value is not an array
   */
  public static HtmlArray of(Object array) {
    if (!array.getClass().isArray()) {
      throw new IllegalArgumentException("Not an array: " + array.getClass().getTypeName());
    }
    String shape = ArrayShape.describe(array);
    String values = ArrayText.of(array);
    String html =
        "<div class=\"ilk array\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><style>%s</style>\n<p>%s</p>\n<pre>%s</pre>\n</div>"
            .formatted(Html.escape(shape), Theme.css(), Html.escape(shape), Html.escape(values));
    return new HtmlArray(html, shape + "\n" + values);
  }
}
