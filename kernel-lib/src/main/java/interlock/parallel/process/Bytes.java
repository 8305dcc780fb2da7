package interlock.parallel.process;

import java.io.Serializable;

/** Some bytes inside a message. Whoever holds the array does not change it. */
final class Bytes implements Serializable {
  private static final long serialVersionUID = 1;

  private final byte[] array;

  Bytes(byte[] array) {
    this.array = array;
  }

  byte[] array() {
    return array;
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
