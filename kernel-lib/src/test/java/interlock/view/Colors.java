package interlock.view;

import java.awt.Color;

/** What eyes make of colours. All values are linear light in red, green and blue, 0 to 1. */
final class Colors {
  private Colors() {}

  static double[] linear(Color color) {
    float[] encoded = color.getRGBColorComponents(null);
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] =
          encoded[i] <= 0.04045 ? encoded[i] / 12.92 : Math.pow((encoded[i] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  /** The contrast ratio of WCAG 2.1, from 1 to 21. */
  static double contrast(Color a, Color b) {
    double x = luminance(linear(a)) + 0.05;
    double y = luminance(linear(b)) + 0.05;
    return Math.max(x, y) / Math.min(x, y);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /**
   * What a reader without the red (protanope) or the green (deuteranope) cones sees. Source:
   * Viénot, Brettel and Mollon (1999), "Digital video colourmaps for checking the legibility of
   * displays by dichromats".
   */
  static double[] dichromat(double[] rgb, boolean protanope) {
    double l = 17.8824 * rgb[0] + 43.5161 * rgb[1] + 4.11935 * rgb[2];
    double m = 3.45565 * rgb[0] + 27.1554 * rgb[1] + 3.86714 * rgb[2];
    double s = 0.0299566 * rgb[0] + 0.184309 * rgb[1] + 1.46709 * rgb[2];
    double seenL = protanope ? 2.02344 * m - 2.52581 * s : l;
    double seenM = protanope ? m : 0.494207 * l + 1.24827 * s;
    return new double[] {
      clamp(0.0809444479 * seenL - 0.130504409 * seenM + 0.116721066 * s),
      clamp(-0.0102485335 * seenL + 0.0540193266 * seenM - 0.113614708 * s),
      clamp(-0.000365296938 * seenL - 0.00412161469 * seenM + 0.693511405 * s)
    };
  }

  /**
   * What a reader without the blue cones (tritanope) sees. Source: Machado, Oliveira and Fernandes
   * (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.
   */
  static double[] tritanope(double[] rgb) {
    return new double[] {
      clamp(1.255528 * rgb[0] - 0.076749 * rgb[1] - 0.178779 * rgb[2]),
      clamp(-0.078411 * rgb[0] + 0.930809 * rgb[1] + 0.147602 * rgb[2]),
      clamp(0.004733 * rgb[0] + 0.691367 * rgb[1] + 0.303900 * rgb[2])
    };
  }

  private static double clamp(double value) {
    return Math.clamp(value, 0, 1);
  }

  /** The distance in CIELAB (ΔE 1976): 2 is just visible. */
  static double distance(double[] a, double[] b) {
    double[] p = lab(a);
    double[] q = lab(b);
    return Math.sqrt(
        Math.pow(p[0] - q[0], 2) + Math.pow(p[1] - q[1], 2) + Math.pow(p[2] - q[2], 2));
  }

  private static double[] lab(double[] rgb) {
    double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
