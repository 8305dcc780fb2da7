package interlock.notebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The demos of this kernel, by name. Safe for use by any thread. */
final class Demos {
  private final Map<String, Demo> byName = new ConcurrentHashMap<>();
  private final Set<Demo> beside = ConcurrentHashMap.newKeySet();

  /** Told to stop, and not yet waited for. */
  private final Set<Demo> told = ConcurrentHashMap.newKeySet();

  /** Starts a demo, once one of the same name has been stopped. */
  synchronized Demo start(String name, Cell cell, Demo.Body body) {
    Demo before = byName.get(name);
    if (before != null && before.isRunning()) {
      before.close();
    }
    Demo demo = new Demo(name, cell, body);
    byName.put(name, demo);
    demo.start();
    return demo;
  }

  /** Starts a demo that replaces none of the same name, and is forgotten when it ends. */
  void startBeside(String name, Cell cell, Demo.Body body) {
    Demo demo =
        new Demo(
            name,
            cell,
            self -> {
              try {
                body.run(self);
              } finally {
                beside.remove(self);
              }
            });
    beside.add(demo);
    demo.start();
  }

  /** Tells every demo that runs to stop, and returns at once. */
  void tellAll() {
    List<Demo> running =
        Stream.concat(byName.values().stream(), beside.stream()).filter(Demo::isRunning).toList();
    told.addAll(running);
    running.forEach(Demo::stop);
  }

  /** Stops every demo that runs, and waits a little for each to end. */
  void stopAll() {
    // All are told first, so that they end side by side.
    tellAll();
    for (Demo demo : List.copyOf(told)) {
      if (told.remove(demo)) {
        demo.close();
      }
    }
  }
}
