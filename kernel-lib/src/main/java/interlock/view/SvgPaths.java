package interlock.view;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;

/**
 * SVG elements in drawing order, with coordinates to a tenth of a pixel.
 *
 * <p>A line that starts where the last line of its style ended continues it, even if other things
 * were drawn in between: so a curve is one element, its dashes run through, and the marks stay on
 * top of it.
 */
final class SvgPaths {
  private final StringBuilder closed = new StringBuilder(8192);
  private final StringBuilder after = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private String lineStyle = "";
  private long lineX;
  private long lineY;
  private long penX;
  private long penY;

  /** Adds raw markup; no line continues across it. */
  void markup(String markup) {
    close();
    closed.append(markup);
  }

  void fill(String style, Shape shape, AffineTransform transform) {
    StringBuilder target = line.isEmpty() ? closed : after;
    if (isCircle(shape, transform)) {
      circle(target, style, (Ellipse2D) shape, transform);
    } else {
      target.append("<path ").append(style).append(" d=\"");
      append(target, shape, transform, false);
      target.append("\"/>");
    }
  }

  void stroke(String style, Shape shape, AffineTransform transform) {
    boolean continues = style.equals(lineStyle) && startsAtEnd(shape, transform);
    if (!continues && !(style.equals(lineStyle) && after.isEmpty())) {
      close();
      line.append("<path ").append(style).append(" fill=\"none\" d=\"");
      lineStyle = style;
    }
    append(line, shape, transform, continues);
    lineX = penX;
    lineY = penY;
  }

  /**
   * Adds text.
   *
   * @param width the width to fit it to, in pixels; 0 leaves it to the page's font
   */
  void text(String style, String text, double width, AffineTransform at) {
    StringBuilder target = line.isEmpty() ? closed : after;
    target.append("<text ").append(style);
    if (width > 0 && text.length() > 1) {
      attribute(target, "textLength", width);
      target.append(" lengthAdjust=\"spacingAndGlyphs\"");
    }
    if (at.getShearX() == 0 && at.getShearY() == 0) {
      attribute(target, "x", at.getTranslateX());
      attribute(target, "y", at.getTranslateY());
    } else {
      long degrees = Math.round(Math.toDegrees(Math.atan2(at.getShearY(), at.getScaleX())));
      target.append(" transform=\"translate(");
      number(target, tenths(at.getTranslateX()));
      target.append(' ');
      number(target, tenths(at.getTranslateY()));
      target.append(")rotate(").append(degrees).append(")\"");
    }
    target.append('>').append(Html.escape(text)).append("</text>");
  }

  private void close() {
    if (!line.isEmpty()) {
      closed.append(line).append("\"/>").append(after);
      line.setLength(0);
      after.setLength(0);
      lineStyle = "";
    }
  }

  private boolean startsAtEnd(Shape shape, AffineTransform transform) {
    double[] step = new double[6];
    PathIterator path = shape.getPathIterator(transform);
    return !path.isDone()
        && path.currentSegment(step) == PathIterator.SEG_MOVETO
        && tenths(step[0]) == lineX
        && tenths(step[1]) == lineY;
  }

  private void append(
      StringBuilder target, Shape shape, AffineTransform transform, boolean continues) {
    double[] step = new double[6];
    boolean skip = continues;
    long startX = penX;
    long startY = penY;
    for (PathIterator path = shape.getPathIterator(transform); !path.isDone(); path.next()) {
      switch (path.currentSegment(step)) {
        case PathIterator.SEG_MOVETO -> {
          moveTo(target, step, skip);
          startX = penX;
          startY = penY;
        }
        case PathIterator.SEG_LINETO -> points(target, 'l', step, 2);
        case PathIterator.SEG_QUADTO -> points(target, 'q', step, 4);
        case PathIterator.SEG_CUBICTO -> points(target, 'c', step, 6);
        default -> {
          target.append('z');
          penX = startX;
          penY = startY;
        }
      }
      skip = false;
    }
  }

  private void moveTo(StringBuilder target, double[] step, boolean skip) {
    penX = tenths(step[0]);
    penY = tenths(step[1]);
    if (!skip) {
      number(target.append('M'), penX);
      number(target.append(' '), penY);
    }
  }

  /** Distances from the pen are shorter than places, and rounded places do not drift. */
  private void points(StringBuilder target, char command, double[] step, int count) {
    target.append(command);
    for (int i = 0; i < count; i++) {
      long distance = tenths(step[i]) - (i % 2 == 0 ? penX : penY);
      if (i > 0 && distance >= 0) {
        target.append(' ');
      }
      number(target, distance);
    }
    penX = tenths(step[count - 2]);
    penY = tenths(step[count - 1]);
  }

  private static void attribute(StringBuilder target, String name, double value) {
    target.append(' ').append(name).append("=\"");
    number(target, tenths(value));
    target.append('"');
  }

  private static long tenths(double value) {
    return Math.round(value * 10);
  }

  private static boolean isCircle(Shape shape, AffineTransform transform) {
    return shape instanceof Ellipse2D circle
        && circle.getWidth() == circle.getHeight()
        && (transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
  }

  private static void circle(
      StringBuilder target, String style, Ellipse2D circle, AffineTransform at) {
    target.append("<circle ").append(style);
    attribute(target, "cx", circle.getCenterX() + at.getTranslateX());
    attribute(target, "cy", circle.getCenterY() + at.getTranslateY());
    attribute(target, "r", circle.getWidth() / 2);
    target.append("/>");
  }

  private static void number(StringBuilder target, long tenths) {
    if (tenths < 0) {
      target.append('-');
    }
    long size = Math.abs(tenths);
    target.append(size / 10);
    if (size % 10 != 0) {
      target.append('.').append(size % 10);
    }
  }

  @Override
  public String toString() {
    return closed.toString() + (line.isEmpty() ? "" : line + "\"/>" + after);
  }
}
