package interlock.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

/** The style of one drawn thing as SVG attributes, and the style sheet that they refer to. */
final class SvgStyle {
  private static final String CLASS = "class=\"";

  private SvgStyle() {}

  static String fill(Color color) {
    return paint("fill", "f-", color);
  }

  static String stroke(Color color, BasicStroke stroke) {
    StringBuilder style = new StringBuilder(paint("stroke", "s-", color));
    style.append(" stroke-width=\"").append(number(stroke.getLineWidth())).append('"');
    float[] dashes = stroke.getDashArray();
    if (dashes != null) {
      style.append(" stroke-dasharray=\"");
      for (float dash : dashes) {
        style.append(number(dash)).append(' ');
      }
      style.setCharAt(style.length() - 1, '"');
    }
    return style.append(cap(stroke)).toString();
  }

  static String text(Color color, Font font) {
    String fill = fill(color);
    return TypeSize.of(font)
        .filter(size -> fill.startsWith(CLASS))
        .map(size -> CLASS + size.cssClass() + " " + fill.substring(CLASS.length()))
        .orElseGet(() -> fill + attributes(font));
  }

  /** A font that is not the theme's keeps its own size. */
  private static String attributes(Font font) {
    String weight = font.isBold() ? " font-weight=\"bold\"" : "";
    return " font-size=\"" + number(font.getSize2D()) + '"' + weight;
  }

  private static String cap(BasicStroke stroke) {
    return stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "";
  }

  private static String paint(String attribute, String prefix, Color color) {
    String paint =
        Ink.of(color)
            .map(ink -> CLASS + prefix + ink.cssName() + '"')
            .orElseGet(() -> "%s=\"#%06x\"".formatted(attribute, color.getRGB() & 0xFFFFFF));
    return color.getAlpha() == 255
        ? paint
        : paint + " " + attribute + "-opacity=\"" + number(color.getAlpha() / 255.0) + '"';
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
