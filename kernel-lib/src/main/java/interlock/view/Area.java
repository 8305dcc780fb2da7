package interlock.view;

/** A rectangle of a drawing, in pixels; y grows downward. */
record Area(double x, double y, double width, double height) {
  Area {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException(
          "An area is not %s wide and %s high".formatted(width, height));
    }
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middle() {
    return x + width / 2;
  }

  double centre() {
    return y + height / 2;
  }

  /** Returns the area that is smaller by {@code edge} on every side; larger if it is negative. */
  Area within(double edge) {
    double across = Math.min(edge, width / 2);
    double down = Math.min(edge, height / 2);
    return new Area(x + across, y + down, width - 2 * across, height - 2 * down);
  }
}
