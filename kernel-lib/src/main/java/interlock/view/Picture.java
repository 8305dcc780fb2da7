package interlock.view;

/**
 * A value made visible: markup for a page, and the same in words for whoever cannot see it.
 *
 * <p>A picture never changes. Its markup carries its own style, needs no script and no network, and
 * follows JupyterLab's light or dark theme; outside JupyterLab it follows the reader's system.
 */
public interface Picture {
  /** Returns the markup: HTML, or SVG that stands in HTML. All text from outside is escaped. */
  String html();

  /** Returns the text equivalent: what the picture says, as plain text. */
  String text();
}
