package interlock.notebook.jjava;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.jspecify.annotations.Nullable;

/**
 * Every use of reflection on JJava and the JDK, in one place.
 *
 * <p>What is looked for here has no public way in. A name that is no longer there is an {@link
 * IllegalStateException} that says which, so that a new version of JJava fails loudly and early.
 */
final class Internals {
  private Internals() {}

  /**
   * Loads the Vector API's module into the running JVM.
   *
   * <p>{@code --add-modules jdk.incubator.vector} would do the same, but an incubator module on the
   * command line switches the archived module graph off, and the kernel then starts half a second
   * later. The JVM's own loader for late modules has no such price. Needs {@code Add-Exports:
   * java.base/jdk.internal.module} in the boot jar's manifest.
   */
  static void loadVectorModule() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      return;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
    } catch (ReflectiveOperationException e) {
      System.err.println(
          "The Vector API could not be loaded ("
              + e
              + "): start the kernel with --add-modules jdk.incubator.vector.");
    }
  }

  /** The environment of the cell that runs now on a kernel that has no adapter, or null. */
  static @Nullable ShellReplyEnvironment runningCell(JupyterIO io) {
    return (ShellReplyEnvironment) read(read(io, "jupyterOut"), "env");
  }

  /** Has the kernel wait for a slow front end instead of dropping messages for it. */
  static void neverDrop(JupyterSocket socket, int mostWaiting) {
    call(socket, "setXpubNoDrop", boolean.class, true);
    call(socket, "setSndHWM", int.class, mostWaiting);
  }

  /**
   * Has JeroMQ's own thread go on after an error, such as for want of memory: it ends otherwise,
   * and no message comes or goes any more.
   */
  static void survive(JupyterConnection connection) {
    for (Object io : (List<?>) get(get(get(connection, "ctx"), "ctx"), "ioThreads")) {
      Runnable poller = (Runnable) get(io, "poller");
      ((Thread) get(poller, "worker")).setUncaughtExceptionHandler((_, _) -> runOn(poller));
    }
  }

  private static void runOn(Runnable poller) {
    while (true) {
      try {
        poller.run();
        return;
      } catch (OutOfMemoryError e) {
        // What fills the heap is being stopped; this has to make do without any meanwhile.
      }
    }
  }

  /**
   * A wait for a message on this socket, to be called by the one thread that receives from it.
   *
   * <p>It returns how many sockets have a message: one, or none when {@code millis} are over or the
   * socket is closed. The class of the poller has one name in the JJava that this compiles against
   * and another in the one that it runs on.
   */
  static IntSupplier messageWait(JupyterSocket socket, long millis) {
    Object context = get(socket, "ctx");
    Object poller = call(context, "poller", int.class, 1);
    try {
      Class<?> plainSocket = JupyterSocket.class.getSuperclass();
      poller.getClass().getMethod("register", plainSocket, int.class).invoke(poller, socket, 1);
    } catch (ReflectiveOperationException e) {
      throw changed(poller.getClass().getName() + ".register", e);
    }
    return () -> (int) call(poller, "poll", long.class, millis);
  }

  /**
   * Javadoc as plain text, by the formatter of the JDK's own shell. Needs {@code Add-Exports:
   * jdk.jshell/jdk.internal.shellsupport.doc} in the boot jar's manifest; without it the comment
   * stays as it is in the source.
   */
  static String formatJavadoc(String javadoc) {
    try {
      Class<?> type = Class.forName("jdk.internal.shellsupport.doc.JavadocFormatter");
      Object formatter = type.getConstructor(int.class, boolean.class).newInstance(88, false);
      Method format = type.getMethod("formatJavadoc", String.class, String.class);
      return String.valueOf(format.invoke(formatter, "", javadoc)).strip();
    } catch (ReflectiveOperationException | RuntimeException noFormatter) {
      return javadoc.strip();
    }
  }

  static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw changed("class " + name, e);
    }
  }

  static Object create(String name, Object... arguments) {
    for (Constructor<?> constructor : type(name).getConstructors()) {
      if (constructor.getParameterCount() == arguments.length) {
        try {
          return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
          throw changed("constructor of " + name, e);
        }
      }
    }
    throw changed("constructor of " + name, null);
  }

  static Object callStatic(Class<?> type, String name) {
    try {
      return type.getMethod(name).invoke(null);
    } catch (ReflectiveOperationException e) {
      throw changed(type.getName() + "." + name, e);
    }
  }

  static Object call(Object target, String name, Class<?> parameter, Object argument) {
    try {
      return target.getClass().getMethod(name, parameter).invoke(target, argument);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw changed(target.getClass().getName() + "." + name, e);
    }
  }

  static Object call(Object target, String name) {
    try {
      return target.getClass().getMethod(name).invoke(target);
    } catch (ReflectiveOperationException e) {
      throw changed(target.getClass().getName() + "." + name, e);
    }
  }

  /** Calls a method that is not public, with arguments that are not null. */
  static @Nullable Object invoke(Object target, String name, Object... arguments) {
    for (Class<?> at = target.getClass(); at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
          } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
          } catch (ReflectiveOperationException e) {
            throw changed(target.getClass().getName() + "." + name, e);
          }
        }
      }
    }
    throw changed(target.getClass().getName() + "." + name, null);
  }

  static Object get(Object target, String name) {
    return Objects.requireNonNull(read(target, name), name);
  }

  private static @Nullable Object read(@Nullable Object target, String name) {
    if (target == null) {
      return null;
    }
    try {
      return field(target.getClass(), name).get(target);
    } catch (IllegalAccessException e) {
      throw changed(target.getClass().getName() + "." + name, e);
    }
  }

  static void set(Object target, String name, Object value) {
    try {
      field(target.getClass(), name).set(target, value);
    } catch (IllegalAccessException e) {
      throw changed(target.getClass().getName() + "." + name, e);
    }
  }

  private static Field field(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw changed(type.getName() + "." + name, null);
  }

  private static IllegalStateException changed(String what, @Nullable Throwable cause) {
    return new IllegalStateException("This version of JJava has no " + what + " as known.", cause);
  }
}
