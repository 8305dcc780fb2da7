package interlock.notebook.stop;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts stop checks into the classes that cells define: at each jump back, and where a method
 * begins.
 *
 * <p>A loop passes the first and a recursion or a stream the second, so no code of a cell runs for
 * long without a check. A check leaves stack and variables as they are. It stands outside the range
 * of the loop's own {@code try} wherever javac puts the jump there, and where it does not, the
 * handler's jump follows: so a catch-all inside a loop is left by the next check at the latest.
 *
 * <p>The principle is that of the JDK's {@code jdk.jshell.execution.LocalExecutionControl}. Safe
 * for use by any thread.
 */
public final class CellCode {
  /** The method that JShell wraps a cell's statement in. It is called once, by the kernel. */
  private static final String STATEMENT = "do_it$";

  private final ClassFile file;

  /**
   * A transformer of classes whose super types are found as class files.
   *
   * @param classFiles from an internal name with {@code .class}, such as {@code
   *     java/util/List.class}, to the class file, or null where there is none
   */
  public CellCode(Function<String, @Nullable InputStream> classFiles) {
    ClassHierarchyResolver types =
        ClassHierarchyResolver.ofResourceParsing(
                (ClassDesc type) -> classFiles.apply(fileName(type)))
            .orElse(ClassHierarchyResolver.defaultResolver());
    file = ClassFile.of(ClassHierarchyResolverOption.of(types));
  }

  /** Returns the class with checks, or the same array where it needs none or cannot take any. */
  public byte[] withChecks(byte[] original) {
    boolean[] changed = new boolean[1];
    try {
      ClassModel model = file.parse(original);
      byte[] checked = file.transformClass(model, checks(() -> changed[0] = true));
      return changed[0] ? checked : original;
    } catch (RuntimeException notToBeChanged) {
      // A class without checks still runs: only the stop button does not reach it.
      return original;
    }
  }

  private static ClassTransform checks(Runnable changed) {
    return (builder, element) -> {
      if (element instanceof MethodModel method && method.code().isPresent()) {
        builder.transformMethod(
            method, MethodTransform.transformingCode(new CheckedMethod(entered(method), changed)));
      } else {
        builder.with(element);
      }
    };
  }

  /** A constructor that calls its super type's alone is in every class, and cannot recur. */
  private static boolean entered(MethodModel method) {
    if (method.methodName().equalsString(ConstantDescs.INIT_NAME)) {
      return method.code().stream()
              .flatMap(code -> code.elementStream())
              .filter(InvokeInstruction.class::isInstance)
              .limit(2)
              .count()
          > 1;
    }
    return !method.methodName().equalsString(STATEMENT);
  }

  private static String fileName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }
}
