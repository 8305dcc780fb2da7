package interlock.measure.cpython;

import java.io.IOException;

/** Something else than a message of the bridge came over its connection. */
final class GarbledException extends IOException {
  private static final long serialVersionUID = 1;
}
