package interlock.notebook.jjava;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Found by JJava on the class path; connects {@code Notebook} to the kernel that found it. */
public final class JJavaExtension implements Extension {
  /** Made by the service loader. */
  public JJavaExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    JJavaAdapter.install(kernel).attachToRunningCell();
  }
}
