package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code %classpath} and {@code %jars}; what a pattern does not find is passed over. */
public final class ClasspathMagics {
  private final Consumer<String> addToClasspath;

  ClasspathMagics(Consumer<String> addToClasspath) {
    this.addToClasspath = addToClasspath;
  }

  /** Adds jars and folders. */
  @LineMagic
  public List<String> classpath(List<String> patterns) throws IOException {
    List<String> added = new ArrayList<>();
    for (String pattern : patterns) {
      for (Path path : new GlobFinder(pattern).computeMatchingPaths()) {
        added.add(path.toAbsolutePath().toString());
      }
    }
    added.forEach(addToClasspath);
    return added;
  }

  /** Adds jars. */
  @LineMagic
  public List<String> jars(List<String> patterns) throws IOException {
    return classpath(patterns);
  }
}
