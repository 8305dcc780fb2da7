package interlock.view;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.function.Supplier;
import org.knowm.xchart.style.markers.Marker;

/** A marker drawn as an outline, so that it differs from the filled one of the same shape. */
final class OpenMarker extends Marker {
  /** A circle with an open centre. */
  static final Marker RING = new OpenMarker(Ellipse2D.Double::new);

  /** A square with an open centre. */
  static final Marker FRAME = new OpenMarker(Rectangle2D.Double::new);

  private final Supplier<RectangularShape> shape;

  private OpenMarker(Supplier<RectangularShape> shape) {
    this.shape = shape;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    RectangularShape outline = shape.get();
    double half = size / 2.0;
    outline.setFrameFromCenter(x, y, x + half, y + half);
    g.setStroke(Theme.line(2.5f));
    g.draw(outline);
  }
}
