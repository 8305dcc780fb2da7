package interlock.notebook;

import java.util.Map;

/**
 * A comm: a named line between an object in the kernel and its counterpart on the page, over which
 * either side sends JSON. Safe for use by any thread.
 */
public interface Comm {
  /** Hears what the page sends. It returns soon, since other messages wait behind it. */
  @FunctionalInterface
  interface Receiver {
    /**
     * Takes a message.
     *
     * @param data what the page sent: maps, lists, numbers, texts; nothing in it is to be trusted
     * @param answer the same comm, whose messages say that they answer this one
     */
    void message(Map<String, Object> data, Comm answer);

    /** Told when the page has closed the comm. */
    default void closed() {}
  }

  /** Returns the id by which both sides name the comm. */
  String id();

  /** Sends maps, lists, numbers, texts and booleans. */
  void send(Map<String, ?> data);

  /** Closes the comm, and tells the page so. Closing it again does nothing. */
  void close();
}
