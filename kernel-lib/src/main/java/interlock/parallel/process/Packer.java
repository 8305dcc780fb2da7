package interlock.parallel.process;

import interlock.parallel.PieceWork;
import java.io.IOException;
import java.io.NotSerializableException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Packs a task for a child process: serializes its function, and the values of the cell variables
 * that the function's code reads.
 *
 * <p>The shell wraps each cell in a class of its own, with the cell's variables as static fields. A
 * child that loads such a class finds the fields empty, so their values must travel. Which ones are
 * needed is read from the bytecode: [1] start with the lambdas and the classes that the serialized
 * function contains; [2] follow calls, method references and constructors into other cell code; [3]
 * note each static field of a wrapper class that is read. A wrapper class is followed by method,
 * since it also holds code that never runs in the child; any other class of a cell is followed
 * whole.
 */
final class Packer {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*");
  private static final String ALL = "";

  /** One sentence on what cannot be sent. */
  private static final class Unsendable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsendable(String message) {
      super(message, null, false, false);
    }
  }

  /** A method of a wrapper class, or a whole class where {@code method} is empty. */
  private record Code(String owner, String method) {}

  private record Variable(String owner, String name) {}

  private final @Nullable ClassLoader loader;
  private final Queue<Code> pending = new ArrayDeque<>();
  private final Set<Code> seen = new HashSet<>();
  private final Set<Variable> read = new HashSet<>();
  private final List<Parcel.Variable> variables = new ArrayList<>();

  private Packer(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Packs the function of a task.
   *
   * @throws IllegalArgumentException if something cannot be sent; one sentence says what
   */
  static Parcel pack(PieceWork<?> work) {
    try {
      return new Packer(work.getClass().getClassLoader()).packed(work);
    } catch (Unsendable refused) {
      // The sentence says it all; the trace through the bytecode would only bury it.
      throw new IllegalArgumentException(refused.getMessage());
    }
  }

  private Parcel packed(PieceWork<?> work) {
    Bytes bytes = serialize(work, "The task uses a value");
    for (Code code = pending.poll(); code != null; code = pending.poll()) {
      follow(code);
    }
    return new Parcel(bytes, variables);
  }

  private Bytes serialize(@Nullable Object value, String what) {
    try {
      return Serial.write(value, new Serial.Watch(this::seen, this::seen));
    } catch (NotSerializableException unsendable) {
      throw new Unsendable(
          "%s %s, which cannot be sent to a child process: make it inside the task, or choose an engine that works in this process"
              .formatted(what, kind(String.valueOf(unsendable.getMessage()))));
    } catch (IOException unsendable) {
      throw new Unsendable(
          "%s that cannot be sent to a child process: %s".formatted(what, unsendable.getMessage()));
    }
  }

  private static String kind(String className) {
    return className.contains("$$Lambda")
        ? "that is a lambda of a type that is not Serializable"
        : "of class " + className;
  }

  private byte[] bytes(String owner) {
    byte[] bytes = CellClasses.find(owner, loader);
    if (bytes == null) {
      throw new Unsendable(
          "The task's code is in %s, whose bytes cannot be had: run the cell that makes the task again, or choose an engine that works in this process"
              .formatted(owner));
    }
    return bytes;
  }

  private void seen(Class<?> type) {
    called(type.getName(), ALL);
  }

  private void seen(SerializedLambda lambda) {
    called(
        lambda.getImplClass().replace('/', '.'),
        lambda.getImplMethodName() + lambda.getImplMethodSignature());
  }

  private void called(String owner, String method) {
    boolean wrapper = isWrapper(owner);
    if (wrapper && method.equals(ALL)) {
      return;
    }
    Code code = new Code(owner, wrapper ? method : ALL);
    if (owner.startsWith("REPL.") && seen.add(code)) {
      pending.add(code);
    }
  }

  private static boolean isWrapper(String owner) {
    return WRAPPER.matcher(owner).matches();
  }

  private void follow(Code code) {
    ClassModel model = ClassFile.of().parse(bytes(code.owner));
    model.superclass().ifPresent(parent -> called(dotted(parent.asInternalName()), ALL));
    for (MethodModel method : model.methods()) {
      String name = method.methodName().stringValue() + method.methodType().stringValue();
      if (code.method.equals(ALL) || code.method.equals(name)) {
        method.code().ifPresent(body -> body.forEach(this::follow));
      }
    }
  }

  private void follow(CodeElement element) {
    switch (element) {
      case FieldInstruction field -> used(field);
      case InvokeInstruction call ->
          called(
              dotted(call.owner().asInternalName()),
              call.name().stringValue() + call.type().stringValue());
      case InvokeDynamicInstruction dynamic -> dynamic.bootstrapArgs().forEach(this::follow);
      case NewObjectInstruction made -> called(dotted(made.className().asInternalName()), ALL);
      default -> {}
    }
  }

  private void follow(ConstantDesc constant) {
    if (constant instanceof DirectMethodHandleDesc handle) {
      String descriptor = handle.owner().descriptorString();
      called(
          dotted(descriptor.substring(1, descriptor.length() - 1)),
          handle.methodName() + handle.lookupDescriptor());
    }
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  private void used(FieldInstruction instruction) {
    Variable field =
        new Variable(
            dotted(instruction.owner().asInternalName()), instruction.name().stringValue());
    if (!isWrapper(field.owner)) {
      called(field.owner, ALL);
    } else if (instruction.opcode() == Opcode.PUTSTATIC) {
      throw new Unsendable(
          "The task assigns the cell variable '%s', but each child process would change a copy of its own: return the value from the piece instead"
              .formatted(field.name));
    } else if (read.add(field)) {
      bytes(field.owner);
      variables.add(variable(field));
    }
  }

  private Parcel.Variable variable(Variable field) {
    try {
      Object value = staticField(field.owner, field.name, loader).get(null);
      return new Parcel.Variable(
          field.owner,
          field.name,
          serialize(value, "The task reads the cell variable '%s'".formatted(field.name)));
    } catch (ReflectiveOperationException unreadable) {
      throw new Unsendable(
          "The task reads the cell variable '%s', which cannot be read from here: %s"
              .formatted(field.name, unreadable));
    }
  }

  /** Finds a cell variable; the shell's wrapper classes are not public. */
  static Field staticField(String owner, String name, @Nullable ClassLoader loader)
      throws ReflectiveOperationException {
    Field field = Class.forName(owner, true, loader).getField(name);
    field.setAccessible(true);
    return field;
  }
}
