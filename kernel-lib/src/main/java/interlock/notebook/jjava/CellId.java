package interlock.notebook.jjava;

import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.jspecify.annotations.Nullable;

/** What the notebook calls the cell that a request runs: JupyterLab says it, nbclient does not. */
final class CellId {
  private CellId() {}

  static @Nullable String of(MessageContext request) {
    return request instanceof Message<?> message && message.hasMetadata()
        ? text(message.getMetadata().get("cellId"))
        : null;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text : null;
  }
}
