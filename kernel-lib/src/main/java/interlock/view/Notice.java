package interlock.view;

/**
 * One sentence to the reader, with a word before it that says its kind. What is wrong says what was
 * wrong and what to do.
 *
 * @param kind what the sentence is for
 * @param sentence plain text; it is escaped on the page
 */
public record Notice(Kind kind, String sentence) implements Picture {
  /** What a sentence is for. */
  public enum Kind {
    /** Something to know. */
    INFO("Note", Ink.SOFT),
    /** Something to look at now. */
    WARNING("Take care", Ink.CHANGED),
    /** Something that did not work. */
    WRONG("Wrong", Ink.GONE);

    private final String word;
    private final Ink ink;

    Kind(String word, Ink ink) {
      this.word = word;
      this.ink = ink;
    }
  }

  /** Returns something to know. */
  public static Notice info(String sentence) {
    return new Notice(Kind.INFO, sentence);
  }

  /** Returns something to look at now. */
  public static Notice warning(String sentence) {
    return new Notice(Kind.WARNING, sentence);
  }

  /** Returns what was wrong and what to do. */
  public static Notice wrong(String sentence) {
    return new Notice(Kind.WRONG, sentence);
  }

  @Override
  public String html() {
    return "<div class=\"ilk notice %s\" role=\"note\"><style>%s</style><p><b class=\"c-%s\">%s:</b> %s</p></div>"
        .formatted(
            kind.ink.cssName(), Theme.css(), kind.ink.cssName(), kind.word, Html.escape(sentence));
  }

  @Override
  public String text() {
    return kind.word + ": " + sentence;
  }
}
