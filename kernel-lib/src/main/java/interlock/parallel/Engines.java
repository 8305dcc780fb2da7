package interlock.parallel;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The engines that there are. They are found through {@link ServiceLoader}, so an engine that a
 * later version or another jar brings joins by itself.
 */
public final class Engines {
  private static final List<Engine> ALL =
      ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Engines() {}

  /** Returns every engine, those that cannot run here included, always in the same order. */
  public static List<Engine> all() {
    return ALL;
  }

  /** Returns the engines that can run on this machine, in the same order. */
  public static List<Engine> available() {
    return ALL.stream().filter(engine -> engine.unavailable().isEmpty()).toList();
  }

  /**
   * Returns the engine of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Engine named(String name) {
    return ALL.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no engine '%s': choose from %s"
                    .formatted(name, ALL.stream().map(Engine::name).toList())));
  }

  /** Ends the workers that stand ready in any engine. The next run starts new ones. */
  public static void closeAll() {
    ALL.forEach(Engine::close);
  }
}
