package interlock.view;

import java.util.StringJoiner;

/**
 * Writes the inside of an SVG element: areas with their {@link Sign}, lines, arrows, and words.
 * Colours are classes of the theme's style sheet. Patterns are drawn stroke by stroke, so that no
 * picture refers to a definition in another one.
 */
final class Pen {
  /** Where words stand: they start, have their middle, or end at the given place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private static final double EDGE = 1.5;
  private static final double HATCH = 8;
  private static final double CROSS = 12;
  private static final double DOTS = 7;
  private static final double NARROW = 6;

  private final StringBuilder out = new StringBuilder(4096);

  /** Begins a part; {@code attributes} are written as they are. */
  Pen begin(String attributes) {
    out.append(attributes.isEmpty() ? "<g>" : "<g " + attributes + ">");
    return this;
  }

  Pen end() {
    out.append("</g>\n");
    return this;
  }

  /** Names the part that was begun last; a reader who points at it sees the name. */
  Pen name(String words) {
    out.append("<title>").append(Html.escape(words)).append("</title>");
    return this;
  }

  /** Draws an area in an ink with the ink's sign. */
  Pen area(Area area, Ink ink) {
    if (area.width() < NARROW || ink.sign() == Sign.SOLID) {
      return rectangle(area, "f-" + ink.cssName(), "");
    }
    switch (ink.sign()) {
      case SOLID -> {}
      case FRAMED -> {
        rectangle(area, "f-" + ink.cssName(), "");
        path(around(area.within(4)), "s-page", EDGE, "");
      }
      case RINGED -> edged(area, "f-page", "s-" + ink.cssName(), 4, "");
      case HATCHED -> {
        edged(area, "f-page", "s-" + ink.cssName(), EDGE, "");
        strokes(area.within(EDGE), ink, HATCH, false);
      }
      case CROSSED -> {
        edged(area, "f-page", "s-" + ink.cssName(), EDGE, " stroke-dasharray=\"5 3\"");
        strokes(area.within(EDGE), ink, CROSS, true);
      }
      case DOTTED -> {
        edged(area, "f-page", "s-" + ink.cssName(), EDGE, "");
        dots(area.within(EDGE), ink);
      }
    }
    return this;
  }

  /** Draws the one highlight of a picture around an area. */
  Pen ring(Area area) {
    return path(around(area), "s-changed", 4, " stroke-linejoin=\"round\"");
  }

  private static String around(Area area) {
    return "M%s %sh%sv%sh-%sz"
        .formatted(
            number(area.x()),
            number(area.y()),
            number(area.width()),
            number(area.height()),
            number(area.width()));
  }

  /** Draws an open area: an edge around the page's colour. */
  Pen frame(Area area, Ink edge, double width) {
    return edged(area, "f-page", "s-" + edge.cssName(), width, "");
  }

  /** Draws an area of these classes with its edge inside. */
  Pen edged(Area area, String fill, String stroke, double width, String more) {
    return rectangle(
        area.within(width / 2),
        fill + " " + stroke,
        " stroke-width=\"" + number(width) + "\"" + more);
  }

  private Pen rectangle(Area area, String classes, String more) {
    out.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
            .formatted(
                classes,
                number(area.x()),
                number(area.y()),
                number(area.width()),
                number(area.height()),
                more));
    return this;
  }

  /**
   * Draws strokes that rise to the right, and others that fall if {@code both}, cut at the edge.
   */
  private void strokes(Area area, Ink ink, double pitch, boolean both) {
    StringJoiner path = new StringJoiner("");
    for (double s = pitch / 2; s < area.width() + area.height(); s += pitch) {
      double low = Math.max(0, s - area.height());
      double high = Math.min(area.width(), s);
      path.add(segment(area.x() + low, area.y() + s - low, area.x() + high, area.y() + s - high));
      if (both) {
        path.add(
            segment(
                area.right() - low, area.y() + s - low, area.right() - high, area.y() + s - high));
      }
    }
    path(path.toString(), "s-" + ink.cssName(), EDGE, "");
  }

  private void dots(Area area, Ink ink) {
    StringJoiner path = new StringJoiner("");
    int row = 0;
    for (double y = area.y() + DOTS / 2; y < area.bottom() - 1; y += DOTS / 2) {
      double from = area.x() + (row++ % 2 == 0 ? DOTS / 2 : DOTS);
      if (from < area.right() - 2) {
        path.add(segment(from, y, area.right() - 2, y));
      }
    }
    path(
        path.toString(),
        "s-" + ink.cssName(),
        2.4,
        " stroke-linecap=\"round\" stroke-dasharray=\"0 " + number(DOTS) + "\"");
  }

  /** Draws a straight line; {@code dashes} are lengths drawn and left out in turn. */
  Pen line(double x1, double y1, double x2, double y2, Ink ink, double width, double... dashes) {
    StringJoiner lengths = new StringJoiner(" ", " stroke-dasharray=\"", "\"");
    for (double dash : dashes) {
      lengths.add(number(dash));
    }
    String more = dashes.length == 0 ? "" : lengths.toString();
    return path(segment(x1, y1, x2, y2), "s-" + ink.cssName(), width, more);
  }

  /** Draws a line along SVG path commands. */
  Pen path(String commands, String classes, double width, String more) {
    out.append("<path class=\"").append(classes).append("\" fill=\"none\" stroke-width=\"");
    out.append(number(width)).append('"').append(more);
    out.append(" d=\"").append(commands).append("\"/>");
    return this;
  }

  /** Fills the shape that SVG path commands go around. */
  Pen fill(CharSequence commands, String classes) {
    out.append("<path class=\"").append(classes).append("\" d=\"");
    out.append(commands).append("\"/>");
    return this;
  }

  /** Fills an area with an ink and nothing else. */
  Pen plate(Area area, Ink ink) {
    return rectangle(area, "f-" + ink.cssName(), "");
  }

  /** Draws a filled circle. */
  Pen dot(double x, double y, double radius, Ink ink) {
    out.append(
        "<circle class=\"f-%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
            .formatted(ink.cssName(), number(x), number(y), number(radius)));
    return this;
  }

  /** Draws a filled shape with these corners, {@code x₀ y₀ x₁ y₁ …}. */
  Pen corners(Ink ink, double... places) {
    StringJoiner points = new StringJoiner(" ");
    for (double place : places) {
      points.add(number(place));
    }
    out.append("<polygon class=\"f-%s\" points=\"%s\"/>".formatted(ink.cssName(), points));
    return this;
  }

  /** Writes words on a line of their own; {@code y} is their base line. */
  Pen words(double x, double y, TypeSize size, Ink ink, Anchor anchor, String words) {
    if (words.isEmpty()) {
      return this;
    }
    double width = size.width(words);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    out.append("<text class=\"%s f-%s\"".formatted(size.cssClass(), ink.cssName()));
    out.append(" x=\"%s\" y=\"%s\"".formatted(number(left), number(y)));
    if (words.codePointCount(0, words.length()) > 1) {
      out.append(" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"".formatted(number(width)));
    }
    out.append('>').append(Html.escape(words)).append("</text>");
    return this;
  }

  /**
   * Writes words into the middle of an area that was drawn in an ink: on a filled area in the
   * page's ink, on a pattern in the words' ink on a plate. Words that are too wide are cut.
   */
  Pen wordsOn(Area area, Ink ink, TypeSize size, String words) {
    double room = area.width() - 8 + 0.01;
    String shown = size.cut(words, room);
    if (shown.length() <= 1 && !shown.equals(words)) {
      return this;
    }
    double base = area.centre() + 0.36 * size.pixels();
    boolean filled = ink.isMeaning() && ink.sign().isFilled();
    if (ink.isMeaning() && !filled && !shown.isEmpty()) {
      double width = Math.min(room + 4, size.width(shown) + 8);
      double height = Math.min(area.height() - 4, size.pixels() + 4.0);
      Area plate = new Area(area.middle() - width / 2, area.centre() - height / 2, width, height);
      rectangle(plate, "f-page", "");
    }
    return words(area.middle(), base, size, filled ? Ink.PAGE : Ink.TEXT, Anchor.MIDDLE, shown);
  }

  private static String segment(double x1, double y1, double x2, double y2) {
    return "M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2));
  }

  /** Returns a number of pixels, to a tenth. */
  static String number(double value) {
    return append(new StringBuilder(8), value).toString();
  }

  /** Appends a number of pixels, to a tenth: a busy timeline has thousands of them. */
  static StringBuilder append(StringBuilder out, double value) {
    long tenths = (long) Math.rint(value * 10);
    if (tenths < 0) {
      out.append('-');
      tenths = -tenths;
    }
    out.append(tenths / 10);
    return tenths % 10 == 0 ? out : out.append('.').append((char) ('0' + tenths % 10));
  }

  /** Draws the parts of a diagram. */
  Pen diagram(Diagram diagram) {
    diagram.draw(this);
    return this;
  }

  /**
   * Returns the drawing with the theme's style sheet.
   *
   * @param parts whether the keyboard reaches parts of it; else it is one image, which would hide
   *     them
   */
  String svg(double width, double height, String title, String text, boolean parts) {
    String role = parts ? "group" : "img";
    return element(role, StyleSheet.drawing(), new Area(0, 0, width, height), title, text);
  }

  /** Returns the drawing to stand in a page that has the theme's style sheet. */
  String small(double width, double height, String title, String text) {
    return element("img", "", new Area(0, 0, width, height), title, text);
  }

  private String element(String role, String css, Area area, String title, String text) {
    String id = "d" + Integer.toHexString((title + text + out).hashCode());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="%s" role="%s" \
    aria-labelledby="%3$st %3$sd" viewBox="0 0 %4$s %5$s" width="%4$s" height="%5$s">\
    <title id="%3$st">%6$s</title><desc id="%3$sd">%7$s</desc>%8$s
    %9$s</svg>\
    """
        .formatted(
            Theme.CSS_CLASS,
            role,
            id,
            number(area.width()),
            number(area.height()),
            Html.escape(title),
            Html.escape(text),
            css.isEmpty() ? "" : "<style>" + css + "</style>",
            out);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
