package interlock.view;

import de.erichseifert.vectorgraphics2d.intermediate.commands.AffineTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawStringCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetClipCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetColorCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetFontCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetStrokeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetTransformCommand;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recorded drawing commands, written as the inside of an SVG element.
 *
 * <p>An {@link Ink} becomes a class that the theme's style colours; any other colour stays as it
 * is. Images and gradients are left out: no chart of this course has them.
 */
final class SvgWriter {
  private final String id;
  private final Lettering lettering;
  private final SvgPaths out = new SvgPaths();
  private AffineTransform transform = new AffineTransform();
  private Color color = Ink.TEXT.light();
  private BasicStroke stroke = new BasicStroke();
  private Font font = Theme.label();
  private boolean clipped;
  private int clips;

  /**
   * Makes a writer.
   *
   * @param id starts every id within the picture, and is unique in the page
   */
  SvgWriter(String id, Lettering lettering) {
    this.id = id;
    this.lettering = lettering;
  }

  String write(Iterable<Command<?>> commands) {
    commands.forEach(this::accept);
    clip(null);
    return out.toString();
  }

  private void accept(Command<?> command) {
    switch (command) {
      case SetColorCommand set -> color = set.getValue();
      case SetStrokeCommand set -> stroke = basic(set.getValue());
      case SetFontCommand set -> font = set.getValue();
      case SetTransformCommand set -> transform = new AffineTransform(set.getValue());
      case AffineTransformCommand change -> concatenate(change.getValue());
      case SetClipCommand set -> clip(set.getValue());
      case DrawShapeCommand draw -> draw(draw.getValue());
      case FillShapeCommand fill -> fill(fill.getValue());
      case DrawStringCommand draw -> string(draw);
      default -> {}
    }
  }

  private void concatenate(AffineTransform change) {
    transform = new AffineTransform(transform);
    transform.concatenate(change);
  }

  private static BasicStroke basic(Stroke stroke) {
    return stroke instanceof BasicStroke basic ? basic : new BasicStroke();
  }

  private void clip(@Nullable Shape shape) {
    if (clipped) {
      out.markup("</g>");
    }
    clipped = shape != null;
    if (shape != null) {
      String name = id + "c" + clips++;
      out.markup("<clipPath id=\"" + name + "\">");
      out.fill("", shape, transform);
      out.markup("</clipPath><g clip-path=\"url(#" + name + ")\">");
    }
  }

  private void draw(Shape shape) {
    if (isVisible() && stroke.getLineWidth() > 0) {
      out.stroke(SvgStyle.stroke(color, stroke), shape, transform);
    }
  }

  private void fill(Shape shape) {
    if (!isVisible()) {
      return;
    }
    Optional<Lettering.Found> found = lettering.find(shape);
    if (found.isPresent()) {
      Lettering.Word word = found.get().word();
      AffineTransform turned = new AffineTransform(transform);
      turned.rotate(found.get().angle());
      out.text(SvgStyle.text(color, word.font()), word.text(), word.width(), turned);
    } else {
      out.fill(SvgStyle.fill(color), shape, transform);
    }
  }

  private void string(DrawStringCommand draw) {
    AffineTransform moved = new AffineTransform(transform);
    moved.translate(draw.getX(), draw.getY());
    out.text(SvgStyle.text(color, font), draw.getValue(), 0, moved);
  }

  private boolean isVisible() {
    return color.getAlpha() > 0;
  }
}
