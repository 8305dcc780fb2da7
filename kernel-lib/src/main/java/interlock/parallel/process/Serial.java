package interlock.parallel.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.SerializedLambda;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values to bytes and back, with the classes of a chosen loader. */
final class Serial {
  private Serial() {}

  /** What a stream shows while it is written. */
  record Watch(Consumer<Class<?>> classes, Consumer<SerializedLambda> lambdas) {
    static final Watch NOTHING = new Watch(seen -> {}, seen -> {});
  }

  static Bytes write(@Nullable Object value) throws IOException {
    return write(value, Watch.NOTHING);
  }

  static Bytes write(@Nullable Object value, Watch watch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new WatchedOutput(bytes, watch)) {
      out.writeObject(value);
    }
    return new Bytes(bytes.toByteArray());
  }

  static @Nullable Object read(Bytes bytes, @Nullable ClassLoader loader)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new LoaderInput(new ByteArrayInputStream(bytes.array()), loader)) {
      return in.readObject();
    }
  }

  private static final class WatchedOutput extends ObjectOutputStream {
    private final Watch watch;

    WatchedOutput(ByteArrayOutputStream bytes, Watch watch) throws IOException {
      super(bytes);
      this.watch = watch;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object value) {
      if (value instanceof SerializedLambda lambda) {
        watch.lambdas.accept(lambda);
      }
      return value;
    }

    @Override
    protected void annotateClass(Class<?> type) {
      watch.classes.accept(type);
    }
  }

  private static final class LoaderInput extends ObjectInputStream {
    private final @Nullable ClassLoader loader;

    LoaderInput(ByteArrayInputStream bytes, @Nullable ClassLoader loader) throws IOException {
      super(bytes);
      this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, loader);
      } catch (ClassNotFoundException primitiveOrMissing) {
        return super.resolveClass(description);
      }
    }
  }
}
