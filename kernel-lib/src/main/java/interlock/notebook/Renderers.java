package interlock.notebook;

import interlock.view.HtmlArray;
import interlock.view.HtmlTable;
import interlock.view.Picture;
import interlock.view.SvgChart;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** Values to renderings: the one place that decides how a value looks in a notebook. */
public final class Renderers {
  /** A table shows this many rows and says how many it has. */
  public static final int MOST_ROWS = 20;

  private static final int MOST_CHARACTERS = 200_000;

  private Renderers() {}

  /**
   * Renders any value, and always succeeds: a value that throws, even an {@code Error}, is shown as
   * what it threw. An error that leaves here would end the thread that answers the front end.
   */
  public static Rendering render(@Nullable Object value) {
    try {
      return renderOrThrow(value);
    } catch (Throwable thrown) {
      return Rendering.ofText(failure(value, thrown));
    }
  }

  static Rendering renderOrThrow(@Nullable Object value) throws IOException {
    return switch (value) {
      case null -> Rendering.ofText("null");
      case Rendering rendering -> rendering;
      case Picture picture -> ofPicture(picture);
      case Chart<?, ?> chart -> ofPicture(SvgChart.of(chart));
      case Table table -> ofPicture(HtmlTable.of(table, MOST_ROWS));
      case RenderedImage image -> ofImage(image);
      case Object array when array.getClass().isArray() -> ofPicture(HtmlArray.of(array));
      default -> Rendering.ofText(shortened(text(value)));
    };
  }

  private static Rendering ofPicture(Picture picture) {
    return new Rendering(picture.text(), picture.html(), null);
  }

  private static Rendering ofImage(RenderedImage image) throws IOException {
    String text = "Image, %d by %d pixels".formatted(image.getWidth(), image.getHeight());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      return Rendering.ofText(text + ", of a kind that PNG cannot hold");
    }
    return new Rendering(text, null, Base64.getEncoder().encodeToString(png.toByteArray()));
  }

  /** A {@code toString} may return null, which is then shown as such. */
  private static String text(Object value) {
    return String.valueOf((Object) value.toString());
  }

  private static String shortened(String text) {
    int more = text.length() - MOST_CHARACTERS;
    return more <= 0
        ? text
        : text.substring(0, MOST_CHARACTERS) + "… (%,d more characters)".formatted(more);
  }

  private static String failure(@Nullable Object value, Throwable thrown) {
    String type = value == null ? "null" : CellNames.simple(value.getClass().getTypeName());
    return "A value of type "
        + type
        + " could not be shown, because it threw\n"
        + ErrorText.of(thrown);
  }
}
