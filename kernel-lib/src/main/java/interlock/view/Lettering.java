package interlock.view;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that a chart lays out while it is painted, by the outline of their letters.
 *
 * <p>XChart draws every label as an outline. An outline cannot be searched, read aloud or scaled by
 * the reader's own font, and it is forty times as long as the word. So the theme's fonts note each
 * text that is laid out, and a filled outline that matches one becomes text again. What does not
 * match stays an outline, and looks the same.
 */
final class Lettering {
  private static final ScopedValue<Lettering> CURRENT = ScopedValue.newInstance();

  /** Two outlines are one if no point lies further apart than this, in pixels. */
  private static final double TOLERANCE = 0.02;

  private final Map<Key, Word> noted = new HashMap<>();
  private final Map<Integer, List<Word>> byLength = new HashMap<>();

  /** A text in a font, its outline from the origin, and its width in pixels. */
  record Word(String text, Font font, Outline outline, double width) {}

  /** A word found again, turned by {@code angle} (radians, clockwise on the screen). */
  record Found(Word word, double angle) {}

  /** The context is part of the key: XChart measures with and without fractions of a pixel. */
  private record Key(String text, Font font, FontRenderContext context) {}

  /** Runs the painting and notes its words here. */
  void listen(Runnable painting) {
    ScopedValue.where(CURRENT, this).run(painting);
  }

  /** Returns a font that looks like the given one and notes what is laid out in it. */
  static Font listening(Font font) {
    return font instanceof ListeningFont ? font : new ListeningFont(font);
  }

  /** Returns the word whose outline this is, possibly turned about the origin. */
  Optional<Found> find(Shape shape) {
    Outline outline = Outline.of(shape);
    return byLength.getOrDefault(outline.length(), List.of()).stream()
        .filter(word -> word.outline().matches(outline, TOLERANCE))
        .findFirst()
        .map(word -> new Found(word, word.outline().angleTo(outline)));
  }

  private void note(String text, ListeningFont font, FontRenderContext context) {
    noted.computeIfAbsent(new Key(text, font, context), key -> add(text, font, context));
  }

  private Word add(String text, ListeningFont font, FontRenderContext context) {
    TextLayout layout = new TextLayout(text, font.plain, context);
    Outline outline = Outline.of(layout.getOutline(new AffineTransform()));
    Word word = new Word(text, font, outline, layout.getAdvance());
    if (outline.length() > 0) {
      byLength.computeIfAbsent(outline.length(), key -> new ArrayList<>()).add(word);
    }
    return word;
  }

  /**
   * A font that tells the current lettering what is measured with it. {@link TextLayout} measures
   * every text that it lays out by {@code getLineMetrics(char[], …)}.
   */
  private static final class ListeningFont extends Font {
    @Serial private static final long serialVersionUID = 1L;

    private final Font plain;

    ListeningFont(Font font) {
      super(font);
      this.plain = font;
    }

    @Override
    public LineMetrics getLineMetrics(
        char[] chars, int beginIndex, int limit, FontRenderContext context) {
      if (CURRENT.isBound()) {
        CURRENT.get().note(new String(chars, beginIndex, limit - beginIndex), this, context);
      }
      return super.getLineMetrics(chars, beginIndex, limit, context);
    }
  }
}
