package interlock.measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A program with an input, a core and an output: reads points in the plane, one {@code x y} a line,
 * finds for each the distance to the nearest other one, and writes these, one a line.
 *
 * <p>Input and output grow with the number of points {@code n}, the core with {@code n²}. It uses
 * no class but the JDK's, so that {@link FreshJvm} can run it alone.
 */
public final class NearestPoints {
  private static final double SIDE = 1000;

  private NearestPoints() {}

  /**
   * Writes so many points in a square, the same ones for the same seed.
   *
   * @throws IllegalArgumentException if there are fewer than 2
   */
  public static void make(Path file, int points, long seed) throws IOException {
    if (points < 2) {
      throw new IllegalArgumentException("A nearest point needs 2 points or more, not " + points);
    }
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < points; i++) {
        out.write(random.nextDouble(SIDE) + " " + random.nextDouble(SIDE) + "\n");
      }
    }
  }

  /** Reads points: the input phase. */
  public static double[][] read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    double[][] points = new double[lines.size()][];
    for (int i = 0; i < points.length; i++) {
      String line = lines.get(i);
      int space = line.indexOf(' ');
      points[i] =
          new double[] {
            Double.parseDouble(line.substring(0, space)),
            Double.parseDouble(line.substring(space + 1))
          };
    }
    return points;
  }

  /** Returns each point's distance to the nearest other one: the core. */
  public static double[] distances(double[][] points) {
    return distances(points, 0, points.length);
  }

  /** Returns the distances of the points from {@code from} to before {@code to}: a piece of it. */
  public static double[] distances(double[][] points, int from, int to) {
    double[] distances = new double[to - from];
    for (int i = from; i < to; i++) {
      distances[i - from] = Math.sqrt(nearest(points, i));
    }
    return distances;
  }

  private static double nearest(double[][] points, int i) {
    double x = points[i][0];
    double y = points[i][1];
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < points.length; j++) {
      double across = points[j][0] - x;
      double up = points[j][1] - y;
      double square = across * across + up * up;
      if (square < nearest && j != i) {
        nearest = square;
      }
    }
    return nearest;
  }

  /** Writes distances: the output phase. */
  public static void write(Path file, double[] distances) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (double distance : distances) {
        out.write(distance + "\n");
      }
    }
  }

  /** Runs the program in a fresh virtual machine; see {@link FreshJvm}. */
  static String[] report(Path in, Path out) throws IOException {
    long began = System.nanoTime();
    double[][] points = read(in);
    long read = System.nanoTime();
    double[] distances = distances(points);
    long computed = System.nanoTime();
    write(out, distances);
    long written = System.nanoTime();
    return new String[] {
      "input " + (read - began), "core " + (computed - read), "output " + (written - computed)
    };
  }
}
