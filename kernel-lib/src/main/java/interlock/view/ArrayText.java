package interlock.view;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nested arrays as NumPy prints its own: aligned, wrapped, and cut in the middle when large. */
final class ArrayText {
  /** NumPy's {@code threshold}: more elements than this are summarised. */
  private static final int THRESHOLD = 1000;

  /** NumPy's {@code edgeitems}: what a summary shows at each end of an axis. */
  private static final int EDGE = 3;

  private static final int LINE_LENGTH = 80;
  private static final int MOST_LEAVES = 5000;

  /** A part of the shown array. */
  private sealed interface Node {}

  /** Arrays or elements beside each other. */
  private record Row(List<Node> nodes, boolean nested) implements Node {}

  /** One element. */
  private record Leaf(@Nullable Object value) implements Node {}

  /** Text in place of elements: what is left out, or an array within itself. */
  private record Note(String text) implements Node {}

  private final boolean summarised;
  private final List<Object> path = new ArrayList<>();
  private final List<Object> leaves = new ArrayList<>();

  private ArrayText(boolean summarised) {
    this.summarised = summarised;
  }

  static String of(Object array) {
    ArrayText text = new ArrayText(ArrayShape.of(array).elements() > THRESHOLD);
    Node root = text.row(array);
    return text.print(root, ArrayElements.of(text.leaves), 0);
  }

  private Node node(@Nullable Object value) {
    if (value != null && ArrayShape.isArray(value)) {
      return row(value);
    }
    if (leaves.size() >= MOST_LEAVES) {
      return new Note("…");
    }
    if (value != null) {
      leaves.add(value);
    }
    return new Leaf(value);
  }

  private Node row(Object array) {
    if (path.stream().anyMatch(outer -> outer == array)) {
      return new Note("[itself]");
    }
    path.add(array);
    int length = Array.getLength(array);
    boolean cut = summarised && length > 2 * EDGE;
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < length && leaves.size() < MOST_LEAVES; i++) {
      if (cut && i == EDGE) {
        nodes.add(new Note("…"));
        i = length - EDGE;
      }
      nodes.add(node(Array.get(array, i)));
    }
    path.removeLast();
    return new Row(nodes, ArrayShape.isNested(array));
  }

  private String print(Node node, ArrayElements elements, int depth) {
    return switch (node) {
      case Leaf(var value) -> elements.plain(value);
      case Note(var text) -> text;
      case Row(var nodes, var nested) when nested -> rows(nodes, elements, depth);
      case Row(var nodes, var nested) -> wrap(nodes, elements, depth);
    };
  }

  private String rows(List<Node> nodes, ArrayElements elements, int depth) {
    int deeper = nodes.stream().mapToInt(ArrayText::depth).max().orElse(0);
    String gap = "\n".repeat(Math.max(1, deeper)) + " ".repeat(depth + 1);
    List<String> lines = nodes.stream().map(node -> print(node, elements, depth + 1)).toList();
    return "[" + String.join(gap, lines) + "]";
  }

  private static int depth(Node node) {
    return node instanceof Row(var nodes, var nested)
        ? 1 + (nested ? nodes.stream().mapToInt(ArrayText::depth).max().orElse(0) : 0)
        : 0;
  }

  private String wrap(List<Node> nodes, ArrayElements elements, int depth) {
    StringBuilder text = new StringBuilder("[");
    int lineStart = -depth;
    for (Node node : nodes) {
      String element =
          node instanceof Leaf(var value) ? elements.format(value) : print(node, elements, depth);
      boolean first = text.length() == 1;
      if (!first && text.length() - lineStart + 1 + element.length() >= LINE_LENGTH) {
        lineStart = text.length() + 1;
        text.append('\n').append(" ".repeat(depth + 1));
      } else if (!first) {
        text.append(' ');
      }
      text.append(element);
    }
    return text.toString().stripTrailing() + "]";
  }
}
