package interlock.view;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/** The points of a shape in drawing order: {@code x₀ y₀ x₁ y₁ …}, in pixels. */
final class Outline {
  private static final int[] POINTS = {1, 1, 2, 3, 0};

  private final double[] coordinates;

  private Outline(double[] coordinates) {
    this.coordinates = coordinates;
  }

  static Outline of(Shape shape) {
    double[] all = new double[256];
    int used = 0;
    double[] step = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int count = 2 * POINTS[path.currentSegment(step)];
      if (used + count > all.length) {
        all = Arrays.copyOf(all, 2 * all.length);
      }
      System.arraycopy(step, 0, all, used, count);
      used += count;
    }
    return new Outline(Arrays.copyOf(all, used));
  }

  /** Returns the number of coordinates. */
  int length() {
    return coordinates.length;
  }

  /** Returns true if the other outline is this one, possibly turned about the origin. */
  boolean matches(Outline other, double tolerance) {
    double angle = angleTo(other);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int i = 0; i < coordinates.length; i += 2) {
      double x = coordinates[i] * cos - coordinates[i + 1] * sin;
      double y = coordinates[i] * sin + coordinates[i + 1] * cos;
      if (Math.abs(x - other.coordinates[i]) > tolerance
          || Math.abs(y - other.coordinates[i + 1]) > tolerance) {
        return false;
      }
    }
    return true;
  }

  /** Returns the angle from this outline to the other, measured at the point farthest out. */
  double angleTo(Outline other) {
    int far = 0;
    for (int i = 2; i < coordinates.length; i += 2) {
      far = radius(i) > radius(far) ? i : far;
    }
    double angle =
        Math.atan2(other.coordinates[far + 1], other.coordinates[far])
            - Math.atan2(coordinates[far + 1], coordinates[far]);
    return Math.abs(angle) < 1e-4 ? 0 : angle;
  }

  private double radius(int i) {
    return Math.hypot(coordinates[i], coordinates[i + 1]);
  }
}
