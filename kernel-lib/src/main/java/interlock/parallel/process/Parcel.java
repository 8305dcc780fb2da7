package interlock.parallel.process;

import java.io.Serializable;
import java.util.List;

/**
 * A task packed for a child.
 *
 * @param work the serialized function
 * @param variables the cell variables that its code reads
 */
record Parcel(Bytes work, List<Variable> variables) implements Serializable {
  /**
   * A cell variable: a static field of the class that the shell wrapped around the cell.
   *
   * @param owner the name of that class
   * @param name the variable's name
   * @param value its serialized value
   */
  record Variable(String owner, String name, Bytes value) implements Serializable {}
}
