package interlock.view;

/** A rectangle of a drawing, in pixels; y grows downward. */
public record Area(double x, double y, double width, double height) {
  /** Checks the size. */
  public Area {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException(
          "An area is not %s wide and %s high".formatted(width, height));
    }
  }

  /** Returns the right edge. */
  public double right() {
    return x + width;
  }

  /** Returns the lower edge. */
  public double bottom() {
    return y + height;
  }

  /** Returns the middle between left and right. */
  public double middle() {
    return x + width / 2;
  }

  /** Returns the middle between top and bottom. */
  public double centre() {
    return y + height / 2;
  }

  /** Returns the area that is smaller by {@code edge} on every side; larger if it is negative. */
  public Area within(double edge) {
    double across = Math.min(edge, width / 2);
    double down = Math.min(edge, height / 2);
    return new Area(x + across, y + down, width - 2 * across, height - 2 * down);
  }
}
