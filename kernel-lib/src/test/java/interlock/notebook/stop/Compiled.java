package interlock.notebook.stop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Classes compiled from source, with and without stop checks. */
final class Compiled {
  /** A name as JShell gives it: a thread with such a frame runs code of a cell. */
  static final String NAME = "REPL.$JShell$1";

  private final Map<String, byte[]> originals = new HashMap<>();
  private final Map<String, byte[]> checked = new HashMap<>();

  /** Compiles the members of a class {@link #NAME}. */
  Compiled(String members) {
    compile(
        "package REPL; import java.util.*; import java.util.stream.*; public class $JShell$1 {"
            + members
            + "}");
    CellCode code = new CellCode(this::classFile);
    originals.forEach((name, bytes) -> checked.put(name, code.withChecks(bytes)));
  }

  Map<String, byte[]> originals() {
    return originals;
  }

  Map<String, byte[]> checked() {
    return checked;
  }

  /** Calls the static method {@code run} of the class with checks. */
  Object run() throws ReflectiveOperationException {
    ClassLoader loader =
        new ClassLoader(Compiled.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = checked.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    return loader.loadClass(NAME).getMethod("run").invoke(null);
  }

  private @Nullable InputStream classFile(String file) {
    byte[] own = originals.get(file.replace(".class", "").replace('/', '.'));
    return own == null
        ? ClassLoader.getSystemResourceAsStream(file)
        : new ByteArrayInputStream(own);
  }

  private void compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileManager files =
        new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject by) {
            return new Out(name);
          }
        };
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("string:///REPL/$JShell$1.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    if (!compiler.getTask(null, files, null, List.of("-proc:none"), null, List.of(unit)).call()) {
      throw new IllegalArgumentException("Does not compile: " + source);
    }
  }

  private final class Out extends SimpleJavaFileObject {
    private final String name;

    Out(String name) {
      super(URI.create("mem:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          originals.put(name, toByteArray());
        }
      };
    }
  }
}
