package interlock.notebook.jjava;

import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exception whose own methods throw, or whose causes go round in a circle.
 *
 * <p>JJava asks every exception for its message, trace and causes. Where that fails, the cell would
 * end as if nothing had happened.
 */
final class HostileThrowable {
  private HostileThrowable() {}

  /** Returns the same, or one that JJava can ask where the one that was thrown is hostile. */
  static InvocationTargetException tamed(InvocationTargetException thrown) {
    Throwable cause = thrown.getCause();
    return cause == null || isTame(cause)
        ? thrown
        : new InvocationTargetException(new IllegalStateException(cause.getClass().getName()));
  }

  /** Returns the cause, or null where there is none or asking for it throws. */
  static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable hostile) {
      return null;
    }
  }

  private static boolean isTame(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    try {
      for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
        String _ = at.getMessage();
        if (!seen.add(at) || at.getStackTrace() == null) {
          return false;
        }
      }
      return true;
    } catch (Throwable hostile) {
      return false;
    }
  }
}
