package interlock.parallel.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One end of the line between a parent and a child. Any thread may send; one thread receives. */
final class Wire {
  private final ObjectOutputStream out;
  private final InputStream in;
  private @Nullable ObjectInputStream objects;

  /** Opens the line; each side first writes its own header, so neither waits for the other. */
  Wire(InputStream in, OutputStream out) throws IOException {
    this.out = new ObjectOutputStream(new BufferedOutputStream(out));
    this.out.flush();
    this.in = new BufferedInputStream(in);
  }

  synchronized void send(Message message) throws IOException {
    out.writeObject(message);
    out.reset();
    out.flush();
  }

  /** Returns the next message, or nothing when the other side is gone. */
  Optional<Message> receive() throws IOException {
    try {
      if (objects == null) {
        objects = new ObjectInputStream(in);
      }
      return Optional.of((Message) objects.readObject());
    } catch (EOFException gone) {
      return Optional.empty();
    } catch (ClassNotFoundException strange) {
      throw new IOException("The other side sent what is no message", strange);
    }
  }
}
