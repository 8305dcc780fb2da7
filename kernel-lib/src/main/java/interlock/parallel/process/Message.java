package interlock.parallel.process;

import interlock.parallel.Piece;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What parent and child say to each other. */
sealed interface Message extends Serializable {
  /** What only a parent says. */
  sealed interface FromParent extends Message {}

  /** What only a child says. */
  sealed interface FromChild extends Message {}

  /** Unpack this task; classes of another generation than the last are to be forgotten. */
  record Prepare(int generation, Parcel parcel) implements FromParent {}

  /** Compute this piece of the task. */
  record Compute(Piece piece) implements FromParent {}

  /** The bytes of a class, or null where the parent has none either. */
  record ClassBytes(String name, @Nullable Bytes bytes) implements FromParent {}

  /** The task is unpacked. */
  record Ready() implements FromChild {}

  /** The task cannot be unpacked. */
  record NotReady(Failure failure) implements FromChild {}

  /** The partial result of a piece, serialized. */
  record Finished(Piece piece, Bytes partial) implements FromChild {}

  /** What a piece threw. */
  record Failed(Piece piece, Failure failure) implements FromChild {}

  /** A class is missing. */
  record Wanted(String name) implements FromChild {}

  /** Something was printed. */
  record Printed(String text) implements FromChild {}
}
