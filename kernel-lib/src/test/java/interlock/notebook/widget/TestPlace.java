package interlock.notebook.widget;

import interlock.notebook.Comms;
import interlock.notebook.Demo;
import interlock.notebook.Notebook;
import interlock.notebook.Rendering;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell whose work beside the notebook a test starts by hand. */
final class TestPlace implements Place {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final List<Rendering> displayed = new ArrayList<>();
  final List<String> complaints = new ArrayList<>();
  final Deque<Demo.Body> waiting = new ArrayDeque<>();
  private final @Nullable Comms comms;
  private final String key;

  TestPlace(@Nullable Comms comms, String key) {
    this.comms = comms;
    this.key = key;
  }

  /** Runs what waits, and what that has asked for. */
  void runAll() {
    for (Demo.Body next = waiting.poll(); next != null; next = waiting.poll()) {
      Demo demo = Notebook.demo("test", next);
      try {
        if (!demo.await(PATIENCE)) {
          throw new AssertionError("the work does not end");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public @Nullable Comms comms() {
    return comms;
  }

  @Override
  public Object run() {
    return this;
  }

  @Override
  public @Nullable String cellId() {
    return key.isEmpty() ? null : key;
  }

  @Override
  public void display(Rendering rendering) {
    displayed.add(rendering);
  }

  @Override
  public void complain(String sentence) {
    complaints.add(sentence);
  }

  @Override
  public void work(String name, Demo.Body body) {
    waiting.add(body);
  }
}
