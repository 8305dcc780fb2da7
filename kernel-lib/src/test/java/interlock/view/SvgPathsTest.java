package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SvgPathsTest {
  private static final AffineTransform NONE = new AffineTransform();
  private final SvgPaths paths = new SvgPaths();

  private void line(String style, double x1, double y1, double x2, double y2) {
    paths.stroke(style, new Line2D.Double(x1, y1, x2, y2), NONE);
  }

  private void square() {
    paths.fill("a", new Rectangle2D.Double(1, 1, 1, 1), NONE);
  }

  @Test
  void connectedLines_areOnePath() {
    line("s", 0, 0, 1, 1);
    line("s", 1, 1, 2, 0.55);
    assertEquals("<path s fill=\"none\" d=\"M0 0l1 1l1-0.4\"/>", paths.toString());
  }

  @Test
  void marksBetweenConnectedLines_lieOnTop() {
    line("s", 0, 0, 1, 1);
    square();
    line("s", 1, 1, 2, 0);
    assertEquals(
        "<path s fill=\"none\" d=\"M0 0l1 1l1-1\"/><path a d=\"M1 1l1 0l0 1l-1 0l0-1z\"/>",
        paths.toString());
  }

  @Test
  void lineElsewhereAfterMark_isAnotherPath() {
    line("s", 0, 0, 1, 1);
    square();
    line("s", 5, 5, 6, 6);
    assertEquals(2, paths.toString().split("fill=\"none\"", -1).length - 1);
  }

  @Test
  void lineOfAnotherStyle_isAnotherPath() {
    line("s", 0, 0, 1, 1);
    line("t", 1, 1, 2, 2);
    assertEquals(
        "<path s fill=\"none\" d=\"M0 0l1 1\"/><path t fill=\"none\" d=\"M1 1l1 1\"/>",
        paths.toString());
  }

  @Test
  void negativeCoordinates_keepTheirSign() {
    line("s", -0.5, -10, 0, -0.04);
    assertEquals("<path s fill=\"none\" d=\"M-0.5 -10l0.5 10\"/>", paths.toString());
  }

  @Test
  void roundedPoints_doNotDrift() {
    GeneralPath stairs = new GeneralPath();
    stairs.moveTo(0, 0);
    for (int i = 1; i <= 100; i++) {
      stairs.lineTo(i * 1.04, 0);
    }
    paths.fill("a", stairs, NONE);
    double sum =
        Pattern.compile("l([0-9.]+)")
            .matcher(paths.toString())
            .results()
            .mapToDouble(distance -> Double.parseDouble(distance.group(1)))
            .sum();
    assertEquals(104, sum, 0.051);
  }

  @Test
  void circle_isACircle() {
    paths.fill("a", new Ellipse2D.Double(1, 2, 4, 4), AffineTransform.getTranslateInstance(10, 0));
    assertEquals("<circle a cx=\"13\" cy=\"4\" r=\"2\"/>", paths.toString());
  }

  @Test
  void text_isFittedToItsWidth() {
    paths.text("t", "a<b", 20.26, AffineTransform.getTranslateInstance(3, 4));
    assertEquals(
        "<text t textLength=\"20.3\" lengthAdjust=\"spacingAndGlyphs\" x=\"3\" y=\"4\">a&lt;b</text>",
        paths.toString());
  }
}
