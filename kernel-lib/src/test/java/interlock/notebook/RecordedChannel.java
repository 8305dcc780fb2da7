package interlock.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A channel that keeps what was published, in order. */
final class RecordedChannel implements CellChannel {
  final List<String> messages = new ArrayList<>();
  final List<String> texts = new ArrayList<>();

  @Override
  public synchronized void print(Stream stream, String text) {
    messages.add(stream + " " + text);
    texts.add(text);
  }

  @Override
  public synchronized void display(Rendering rendering, String id) {
    messages.add("display " + rendering.text());
  }

  @Override
  public synchronized void update(Rendering rendering, String id) {
    messages.add("update " + rendering.text());
  }

  synchronized String printed() {
    return texts.stream().collect(Collectors.joining());
  }
}
