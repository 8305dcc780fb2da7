package interlock.notebook.stop;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One method's code on its way through {@link CellCode}; used once. */
final class CheckedMethod implements CodeTransform {
  private static final ClassDesc REFUSED = desc(ExitRefused.class);
  private static final MethodTypeDesc OF_STATUS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc OF_RUNTIME =
      MethodTypeDesc.of(ConstantDescs.CD_void, desc(Runtime.class), ConstantDescs.CD_int);

  /** What ends the JVM, by owner and name; and what takes its place in {@link ExitRefused}. */
  private static final Map<String, MethodTypeDesc> EXITS =
      Map.of(
          "Ljava/lang/System;exit", OF_STATUS,
          "Ljava/lang/Runtime;exit", OF_RUNTIME,
          "Ljava/lang/Runtime;halt", OF_RUNTIME);

  private static final DynamicCallSiteDesc CHECK =
      DynamicCallSiteDesc.of(
          ConstantDescs.ofCallsiteBootstrap(
              desc(CellStop.class), "site", ConstantDescs.CD_CallSite),
          "stopCheck",
          MethodTypeDesc.of(ConstantDescs.CD_void));

  private final boolean entered;
  private final Runnable changed;
  private final Set<Label> passed = new HashSet<>();

  CheckedMethod(boolean entered, Runnable changed) {
    this.entered = entered;
    this.changed = changed;
  }

  @Override
  public void atStart(CodeBuilder code) {
    if (entered) {
      check(code);
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    switch (element) {
      case LabelTarget target -> passed.add(target.label());
      case BranchInstruction jump -> checkJump(code, List.of(jump.target()));
      case TableSwitchInstruction jump -> checkJump(code, targets(jump.cases()));
      case LookupSwitchInstruction jump -> checkJump(code, targets(jump.cases()));
      default -> {}
    }
    switch (element) {
      case InvokeInstruction call when exit(call.owner().asSymbol(), name(call)) != null ->
          refuse(code, call);
      case InvokeDynamicInstruction call when call.bootstrapArgs().stream().anyMatch(this::ends) ->
          refuse(code, call);
      default -> code.with(element);
    }
  }

  private static List<Label> targets(List<SwitchCase> cases) {
    return cases.stream().map(SwitchCase::target).toList();
  }

  private void checkJump(CodeBuilder code, List<Label> targets) {
    if (targets.stream().anyMatch(passed::contains)) {
      check(code);
    }
  }

  private void check(CodeBuilder code) {
    changed.run();
    code.invokedynamic(CHECK);
  }

  private void refuse(CodeBuilder code, InvokeInstruction call) {
    changed.run();
    MethodTypeDesc type = exit(call.owner().asSymbol(), name(call));
    code.invokestatic(REFUSED, name(call), Objects.requireNonNull(type));
  }

  /** A reference to a method, such as {@code System::exit}. */
  private void refuse(CodeBuilder code, InvokeDynamicInstruction call) {
    changed.run();
    ConstantDesc[] arguments =
        call.bootstrapArgs().stream().map(this::withoutExit).toArray(ConstantDesc[]::new);
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments));
  }

  private boolean ends(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc method
        && exit(method.owner(), method.methodName()) != null;
  }

  private ConstantDesc withoutExit(ConstantDesc argument) {
    if (argument instanceof DirectMethodHandleDesc method) {
      MethodTypeDesc type = exit(method.owner(), method.methodName());
      if (type != null) {
        return MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, REFUSED, method.methodName(), type);
      }
    }
    return argument;
  }

  private static @Nullable MethodTypeDesc exit(ClassDesc owner, String name) {
    return EXITS.get(owner.descriptorString() + name);
  }

  private static String name(InvokeInstruction call) {
    return call.name().stringValue();
  }

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }
}
