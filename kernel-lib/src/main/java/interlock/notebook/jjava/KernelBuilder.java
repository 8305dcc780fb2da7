package interlock.notebook.jjava;

import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/**
 * Builds JJava's kernel as JJava's own main class does, with the compiler options cells need.
 *
 * <p>The kernel class and its magics are in no artifact that one can compile against, so they are
 * named by reflection; the builder's base class is.
 */
final class KernelBuilder {
  private static final String JJAVA = "org.dflib.jjava.";

  private KernelBuilder() {}

  static BaseKernel build() {
    BaseKernelBuilder<?, ?> builder =
        (BaseKernelBuilder<?, ?>)
            Internals.callStatic(Internals.type(JJAVA + "kernel.JavaKernel"), "builder");
    builder.name("JJava");
    builder.version(System.getProperty("interlock.jjava", ""));
    Internals.call(builder, "compilerOpts", Iterable.class, compilerOptions());
    addMagics(builder);
    builder.magicTranspiler(new OwnJarMagic());
    return builder.build();
  }

  /**
   * The Vector API is an incubator module: cells see it only when the compiler is told so. With
   * {@code -g} the message of a NullPointerException can name a local variable.
   */
  private static List<String> compilerOptions() {
    List<String> options = new ArrayList<>(List.of("-g", "--add-modules", "jdk.incubator.vector"));
    String own = System.getenv("JJAVA_COMPILER_OPTS");
    if (own != null && !own.isBlank()) {
      options.addAll(List.of(own.trim().split("\\s+")));
    }
    return options;
  }

  private static void addMagics(BaseKernelBuilder<?, ?> builder) {
    Object maven = Internals.create(JJAVA + "maven.MavenDependencyResolver");
    line(builder, "load", magic("kernel.magics.LoadMagic"));
    line(builder, "classpath", magic("kernel.magics.ClasspathMagic"));
    line(builder, "jars", magic("kernel.magics.JarsMagic"));
    line(builder, "maven", magic("maven.magics.MavenMagic", maven));
    line(builder, "mavenRepo", magic("maven.magics.MavenRepoMagic", maven));
    line(builder, "loadFromPOM", magic("maven.magics.LoadFromPomLineMagic", maven));
    line(builder, "addMavenDependency", magic("maven.magics.AddMavenDependencyMagic", maven));
    cell(builder, "loadFromPOM", magic("maven.magics.LoadFromPomCellMagic", maven));
    Object time = magic("kernel.magics.TimeMagic");
    line(builder, "time", time);
    cell(builder, "time", time);
  }

  private static Object magic(String name, Object... arguments) {
    return Internals.create(JJAVA + name, arguments);
  }

  private static void line(BaseKernelBuilder<?, ?> builder, String name, Object magic) {
    builder.lineMagic(name, (LineMagic<?, ?>) magic);
  }

  private static void cell(BaseKernelBuilder<?, ?> builder, String name, Object magic) {
    builder.cellMagic(name, (CellMagic<?, ?>) magic);
  }
}
