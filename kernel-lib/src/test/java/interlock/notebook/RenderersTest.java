package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.view.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
  private static String html(@Nullable Object value) {
    String html = Renderers.render(value).html();
    assertNotNull(html, "no HTML for " + value);
    return html;
  }

  @Test
  void hostileTableCell_showsAsText() {
    String hostile = "<script>alert(1)</script>";
    Table table = Table.create(hostile, StringColumn.create(hostile, hostile));
    assertFalse(html(table).contains("<script"), html(table));
    assertTrue(html(table).contains("&lt;script&gt;"), html(table));
  }

  @Test
  void hostileArrayElement_showsAsText() {
    assertFalse(html(new String[][] {{"<script>"}}).contains("<script"));
  }

  @Test
  void longTable_isCappedAndSaysSo() {
    int[] numbers = IntStream.range(0, 1000).toArray();
    Rendering shown = Renderers.render(Table.create("t", IntColumn.create("n", numbers)));
    assertTrue(String.valueOf(shown.html()).contains("1,000"), shown::toString);
    assertFalse(String.valueOf(shown.html()).contains("999"), shown::toString);
  }

  @Test
  void chart_isSvgWithText() {
    XYChart chart = new XYChartBuilder().width(800).height(500).title("title").build();
    chart.addSeries("series", new double[] {1, 2}, new double[] {3, 4});
    assertTrue(html(chart).contains("<svg"));
    assertTrue(Renderers.render(chart).text().contains("series"));
  }

  @Test
  void image_isPng() throws IOException {
    Rendering shown = Renderers.render(new BufferedImage(3, 4, BufferedImage.TYPE_INT_ARGB));
    assertNotNull(shown.png());
    BufferedImage back =
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(shown.png())));
    assertEquals(3, back.getWidth());
    assertEquals("Image, 3 by 4 pixels", shown.text());
  }

  @Test
  void picture_givesItsHtmlAndText() {
    Picture picture =
        new Picture() {
          @Override
          public String html() {
            return "<b>x</b>";
          }

          @Override
          public String text() {
            return "x";
          }
        };
    assertEquals(new Rendering("x", "<b>x</b>", null), Renderers.render(picture));
  }

  @Test
  void nullAndAnythingElse_areText() {
    assertEquals("null", Renderers.render(null).text());
    assertEquals("<b>", Renderers.render("<b>").text());
    assertNull(Renderers.render("<b>").html());
  }

  @Test
  void errorInToString_isShownNotThrown() {
    Object value =
        new Object() {
          @Override
          public String toString() {
            throw new StackOverflowError("deep");
          }
        };
    assertTrue(Renderers.render(value).text().contains("StackOverflowError: deep"));
  }

  @Test
  void errorWhoseMessageThrowsToo_isNamed() {
    class Nasty extends Error {
      private static final long serialVersionUID = 1;

      @Override
      public String getMessage() {
        throw new IllegalStateException();
      }
    }
    Object value =
        new Object() {
          @Override
          public String toString() {
            throw new Nasty();
          }
        };
    assertTrue(Renderers.render(value).text().contains("Nasty"));
  }

  @Test
  void hugeText_isCutAndSaysHowMuchIsMissing() {
    String text = Renderers.render("x".repeat(1_200_000)).text();
    assertTrue(text.endsWith("… (1,000,000 more characters)"), text.substring(text.length() - 50));
  }
}
