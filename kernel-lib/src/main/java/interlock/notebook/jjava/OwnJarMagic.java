package interlock.notebook.jjava;

import java.util.List;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.ParsedLineMagic;

/**
 * Leaves out the line that loads the helper jar, with which every notebook begins: this kernel has
 * the jar already, and a second copy of it would be another one.
 *
 * <p>A stock kernel runs the line.
 */
final class OwnJarMagic extends MagicTranspiler {
  private static final Set<String> LOADING = Set.of("classpath", "jars");
  private static final String JAR = "interlock-kernel-lib.jar";

  @Override
  public String transpileLine(ParsedLineMagic magic) {
    return loadsOwnJar(magic) ? "" : super.transpileLine(magic);
  }

  private static boolean loadsOwnJar(ParsedLineMagic magic) {
    String name = (String) Internals.get(magic, "name");
    List<?> files = (List<?>) Internals.get(magic, "args");
    return LOADING.contains(name)
        && !files.isEmpty()
        && files.stream().allMatch(file -> file.toString().endsWith(JAR));
  }
}
