package interlock.parallel.process;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child threw, as far as it can be sent.
 *
 * @param serialized the exception itself, or null if it cannot be serialized
 * @param text its type and message
 * @param frames its stack trace
 */
record Failure(@Nullable Bytes serialized, String text, List<StackTraceElement> frames)
    implements Serializable {
  static Failure of(Throwable thrown) {
    String text = String.valueOf(thrown);
    try {
      return new Failure(Serial.write(thrown), text, List.of(thrown.getStackTrace()));
    } catch (IOException | RuntimeException notSerializable) {
      return new Failure(null, text, List.of(thrown.getStackTrace()));
    }
  }

  /** Returns the exception itself, or one that says the same where it could not be sent. */
  Throwable toThrowable(@Nullable ClassLoader loader) {
    try {
      if (serialized != null && Serial.read(serialized, loader) instanceof Throwable thrown) {
        return thrown;
      }
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
      // Its text is still worth having.
    }
    return new ChildException(text, frames);
  }
}
